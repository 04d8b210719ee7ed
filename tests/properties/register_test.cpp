// The engine against trying everything: who fills the places kept for a group, parity, and who is
// in the chair.

#include "cases.hpp"
#include "governance/bodies/succession.hpp"
#include "governance/findings/findings.hpp"
#include "governance/lookup.hpp"
#include "governance/membership/matching.hpp"
#include "reference_register.hpp"

#include <fmt/format.h>

using namespace quorate;
using namespace quorate::governance;
using namespace properties;

namespace {

std::string date(int day) {
    return base::text(base::civil_date(2009, 1, 1)->plus_days(day));
}

} // namespace

TEST(Differential, PlacesAreFilledAsTryingEverythingFillsThem) {
    expect_property("matching", [] {
        std::vector<PlaceGroup> groups(static_cast<std::size_t>(from(1, 3)));
        std::vector<reference::Places> places;
        for (auto& group : groups) {
            group.count = from(0, 4);
            places.push_back({static_cast<int>(group.count), {}});
            const int kinds = from(1, 3);
            for (int kind = 0; kind < kinds; ++kind) {
                const int limit = from(-1, 2);
                group.limits.push_back(limit < 0 ? std::nullopt
                                                 : std::optional<std::int64_t>(limit));
                places.back().limits.push_back(limit);
            }
        }
        const int people = from(0, 7);
        std::set<reference::Claim> claims;
        std::vector<PlaceClaim> asked;
        for (int person = 0; person < people; ++person) {
            for (int count = from(0, 3); count > 0; --count) {
                const int group = from(0, static_cast<int>(groups.size()) - 1);
                const int kind = from(
                    0, static_cast<int>(groups[static_cast<std::size_t>(group)].limits.size()) - 1);
                claims.insert({person, group, kind});
            }
        }
        for (const auto& claim : claims) {
            asked.push_back({static_cast<std::size_t>(claim.person),
                             static_cast<std::size_t>(claim.group),
                             static_cast<std::size_t>(claim.kind)});
        }
        const auto filling = fill_places(groups, static_cast<std::size_t>(people), asked);
        const auto best = reference::fill(places, people, claims);

        std::vector<reference::Claim> taken;
        std::vector<int> placed;
        for (const auto& claim : filling.placed) {
            taken.push_back({static_cast<int>(claim.person), static_cast<int>(claim.group),
                             static_cast<int>(claim.kind)});
            placed.push_back(static_cast<int>(claim.person));
        }
        RC_LOG() << people << " people, " << claims.size() << " claims: placed " << placed.size()
                 << ", at most " << best.total << "\n";
        RC_ASSERT(reference::holds_together(places, claims, taken));
        RC_ASSERT(static_cast<int>(placed.size()) == best.total);
        RC_ASSERT(placed == best.people);
        RC_ASSERT(filling.placed.size() + filling.left_over.size() ==
                  static_cast<std::size_t>(people));
        for (std::size_t g = 0; g < groups.size(); ++g) {
            RC_ASSERT(filling.filled[g] + filling.unfilled[g] == groups[g].count);
        }
    });
}

namespace {

/// A body with a Chair who is Leader of somewhere, for a term or without end, and then elected.
std::string chair_charter(const std::string& term) {
    return fmt::format(R"md(+++
language = 1
charter = "chaired"
body = "c"
title = "A body with a Chair"
text = "adopted"
source = "made for tests"
effective = 2009-01-01
calendar = "england-and-wales"
zone = "Europe/London"
+++
**1** The Leader is Chair.

```rule office c.chair
quote = ["The Leader is Chair"]
office = "chair"
method = "ex-officio"
holder = "leader(o)"
{}presides = "always"
```
)md",
                       term);
}

} // namespace

TEST(Differential, TheChairIsWhoeverTheDayByDayLoopFinds) {
    expect_property("the chair", [] {
        reference::Office office;
        Ground ground;
        const bool term = coin();
        ground.adopt(
            "c", chair_charter(term ? "term = \"P2M\"\nterm_from = \"charter-effective\"\n" : ""),
            "2009-01-01");
        office.term_days_end = term ? 59 : -1; // 1 March
        ground.apply(events::OrganisationRegistered{OrganisationId("o"), "O", {}, {}, {}},
                     "2009-01-01");
        const int seats = from(1, 4);
        office.seat_of_office = from(0, seats);
        for (int seat = 1; seat <= seats; ++seat) {
            events::SeatCreated created;
            created.seat = SeatId("c/" + std::to_string(seat));
            created.body = BodyId("c");
            created.number = seat;
            if (seat == office.seat_of_office) {
                created.office = OfficeId("leader(o)");
            }
            ground.apply(created, "2009-01-01");
            office.seats[seat];
        }
        // One person never has two seats here: who of two seats is the Chair's would be a reading.
        for (int day = from(0, 20); day < 120; day += from(1, 40)) {
            events::OfficeHolderRecorded held;
            held.office = OfficeId("leader(o)");
            held.organisation = OrganisationId("o");
            const int who = from(0, seats + 1);
            if (who > 0) {
                held.person = PersonId("p" + std::to_string(who));
            }
            ground.apply(held, date(day));
            office.outside.push_back({day, who > 0 ? "p" + std::to_string(who) : ""});
        }
        for (int seat = 1; seat <= seats; ++seat) {
            if (seat != office.seat_of_office && coin()) {
                const int day = from(0, 60);
                events::SeatFilled filled;
                filled.seat = SeatId("c/" + std::to_string(seat));
                filled.person = PersonId("p" + std::to_string(seat));
                ground.apply(filled, date(day));
                office.seats[seat].push_back({day, filled.person.value});
            }
        }
        if (coin()) {
            const int day = from(0, 100);
            const int seat = from(1, seats);
            ground.apply(
                events::OfficeFilled{
                    BodyId("c"), "chair", SeatId("c/" + std::to_string(seat)), {}, false},
                date(day));
            office.elected.push_back({day, std::to_string(seat)});
        }
        for (int day = 0; day < 120; day += from(1, 9)) {
            const auto answer = office_at(ground.state, BodyId("c"), "chair",
                                          instant(date(day) + "T12:00"), Ground::context());
            const int expected = reference::chair_on(office, day);
            const int found = answer.seat == nullptr ? 0 : static_cast<int>(answer.seat->number);
            RC_LOG() << date(day) << ": seat " << found << ", expected " << expected << "\n";
            RC_ASSERT(found == expected);
        }
    });
}

namespace {

/// A body of its own, which has a matter when it is the first, and follows others as the passes
/// say.
std::string follower_charter(const std::string& body, bool first,
                             const std::vector<reference::Pass>& passes) {
    auto out = fmt::format(
        "+++\nlanguage = 1\ncharter = \"terms-of-{0}\"\nbody = \"{0}\"\ntitle = \"{0}\"\n"
        "text = \"adopted\"\nsource = \"made for tests\"\neffective = 2009-01-01\n"
        "calendar = \"england-and-wales\"\nzone = \"Europe/London\"\n+++\n"
        "**1** What falls to it.\n\n",
        body);
    if (first) {
        out +=
            fmt::format("```rule responsibility {}.m\nmatter = \"m\"\nwhat = \"M\"\n```\n\n", body);
    }
    for (std::size_t i = 0; i < passes.size(); ++i) {
        if (passes[i].to == body) {
            out += fmt::format(
                "**{}** It follows another.\n\n```rule succession {}.s{}\nfrom = [\"{}\"]\n"
                "scope = [\"{}\"]\neffective = \"{}\"\n```\n\n",
                i + 2, body, i, passes[i].from, passes[i].matter.empty() ? "all" : passes[i].matter,
                date(passes[i].day));
        }
    }
    return out;
}

/// Passes between five bodies on a few days, so that several fall on one; a body hands on once a
/// day.
std::vector<reference::Pass> any_passes() {
    std::vector<reference::Pass> out;
    std::set<std::pair<int, int>> used;
    for (int count = from(0, 7); count > 0; --count) {
        const int day = 10 * from(1, 4);
        const int giver = from(0, 4);
        const int taker = from(0, 4);
        if (giver != taker && used.insert({day, giver}).second) {
            const char* matters[] = {"", "m", "other"};
            out.push_back({day, "b" + std::to_string(giver), "b" + std::to_string(taker),
                           matters[from(0, 2)]});
        }
    }
    return out;
}

} // namespace

TEST(Differential, WhoHoldsAResponsibilityIsWhatTheDayByDayLoopFinds) {
    expect_property(
        "succession",
        [] {
            auto passes = any_passes();
            std::vector<reference::Pass> by_terms;
            Ground ground;
            for (auto& pass : passes) {
                // Acts that hand it to and fro at one instant are taken in the order of the record, not as a circle.
                const bool to_and_fro =
                    std::any_of(passes.begin(), passes.end(), [&](const reference::Pass& other) {
                        return other.day == pass.day && other.from == pass.to && other.to == pass.from;
                    });
                pass.by_act = pass.matter == "m" && !to_and_fro && coin();
                if (!pass.by_act) {
                    by_terms.push_back(pass);
                }
            }
            for (int body = 0; body < 5; ++body) {
                const auto name = "b" + std::to_string(body);
                ground.adopt(name, follower_charter(name, body == 0, by_terms), "2009-01-01");
            }
            for (const auto& pass : passes) {
                if (pass.by_act) {
                    ground.apply(
                        events::ResponsibilityTransferred{
                            BodyId(pass.from), BodyId(pass.to), Matter("m"), {}},
                        date(pass.day));
                }
            }
            for (const auto& pass : passes) {
                RC_LOG() << date(pass.day) << ": " << pass.from << " to " << pass.to << " of "
                         << (pass.matter.empty() ? "all" : pass.matter) << "\n";
            }
            for (int day = 5; day <= 45; day += 10) {
                const auto expected = reference::held_on("b0", "m", passes, day);
                const auto at = instant(date(day) + "T12:00");
                const auto held = holdings_of(ground.state, Ground::context(), Matter("m"), at);
                RC_LOG() << date(day) << ": expected " << expected.holder
                         << (expected.circle ? " in a circle" : "");
                for (const auto& each : held) {
                    RC_LOG() << ", found " << each.holder.value << " of " << each.origin.value
                             << (each.circle ? " in a circle" : "");
                }
                RC_LOG() << "\n";
                const auto of_first =
                    std::find_if(held.begin(), held.end(),
                                 [](const Holding& each) { return each.origin == BodyId("b0"); });
                RC_ASSERT(of_first != held.end());
                RC_ASSERT(of_first->circle == expected.circle);
                if (expected.circle) {
                    break; // what comes after one is for the bodies to sort out
                }
                RC_ASSERT(of_first->holder.value == expected.holder);
                RC_ASSERT(of_first->chain.size() + 1 == expected.chain.size());
            }
            std::vector<reference::Pass> whole;
            for (const auto& pass : by_terms) {
                if (pass.matter.empty()) {
                    whole.push_back(pass);
                }
            }
            const auto circles =
                succession_circles(ground.state, Ground::context(), instant(date(45)));
            RC_ASSERT(!circles.empty() == reference::goes_in_a_circle(whole, 45));
        },
        3);
}

TEST(Differential, ParityIsEqualNumbersOfSeatsFilled) {
    expect_property(
        "parity",
        [] {
            Ground ground;
            const bool of_places = coin();
            ground.adopt("p",
                         fmt::format(R"md(+++
language = 1
charter = "parity"
body = "p"
title = "Parity"
text = "adopted"
source = "made for tests"
effective = 2009-01-01
calendar = "england-and-wales"
zone = "Europe/London"
+++
**1** As many of one as of the other.

```rule balance p.parity
quote = ["As many of one as of the other"]
parity = ["county", "district"]
parity_of = "{}"
```
)md",
                                     of_places ? "places" : "members"),
                         "2009-01-01");
            ground.apply(events::RecordMarkedComplete{BodyId("p"), *base::civil_date(2009, 1, 1)},
                         "2009-01-01");
            std::vector<std::string> counted;
            const int seats = from(0, 9);
            for (int seat = 1; seat <= seats; ++seat) {
                const char* places[] = {"county", "district", "parish"};
                events::SeatCreated created;
                created.seat = SeatId("p/" + std::to_string(seat));
                created.body = BodyId("p");
                created.number = seat;
                created.place = places[from(0, 2)];
                ground.apply(created, "2009-01-01");
                const bool filled = from(0, 3) != 0;
                if (filled) {
                    events::SeatFilled held;
                    held.seat = created.seat;
                    held.person = PersonId("p" + std::to_string(seat));
                    ground.apply(held, "2009-01-02");
                }
                if (filled || of_places) {
                    counted.push_back(*created.place);
                }
            }
            const auto all =
                findings_of(ground.state, Ground::context(), BodyId("p"), instant("2009-02-01"));
            const bool said = std::any_of(all.begin(), all.end(), [](const Finding& finding) {
                return finding.id.find("/parity/") != std::string::npos;
            });
            // Of two kinds that are both not there nothing can be said.
            const bool neither =
                std::all_of(counted.begin(), counted.end(),
                            [](const std::string& kind) { return kind == "parish"; });
            const bool not_known = std::any_of(all.begin(), all.end(), [](const Finding& finding) {
                return finding.id.find("/parity-not-known/") != std::string::npos;
            });
            RC_LOG() << counted.size() << " counted, finding " << said << "\n";
            RC_ASSERT(not_known == neither);
            RC_ASSERT(said == !reference::equal_numbers(counted, "county", "district"));
        },
        3);
}
