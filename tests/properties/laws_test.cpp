// Laws that hold whatever the facts: what is forbidden is forbidden whoever else allows it, what
// nobody allows is not allowed, the order of rules in a charter changes nothing, and what is
// written down reads back the same.

#include "../unit/governance_samples.hpp"
#include "cases.hpp"
#include "charter/model.hpp"
#include "governance/codec.hpp"
#include "governance/lookup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace quorate;
using namespace quorate::governance;
using namespace properties;

namespace {

/// Acts that claim an effect and need little else to be in order.
const std::vector<std::string>& claims() {
    static const std::vector<std::string> all{"create-seat", "establish-body", "elect-to-office",
                                              "appoint"};
    return all;
}

const std::vector<std::string>& roles() {
    static const std::vector<std::string> all{"servicing-officer", "member", "lead-authority",
                                              "administrator", "auditor"};
    return all;
}

std::vector<std::string> some_of(const std::vector<std::string>& all) {
    std::vector<std::string> out;
    for (const auto& each : all) {
        if (from(0, 2) == 0) {
            out.push_back(each);
        }
    }
    return out.empty() ? std::vector<std::string>{all[static_cast<std::size_t>(from(0, 3))]} : out;
}

struct Leave {
    std::set<std::string> who;
    std::set<std::string> acts;
    bool forbids = false;
};

std::string quoted(const std::vector<std::string>& words) {
    return words.empty() ? "[]" : fmt::format("[\"{}\"]", fmt::join(words, "\", \""));
}

std::string leave_charter(std::vector<Leave>& leaves) {
    std::string out =
        "+++\nlanguage = 1\ncharter = \"leave\"\nbody = \"b\"\ntitle = \"Leave\"\ntext = "
        "\"adopted\"\n"
        "source = \"made for tests\"\neffective = 2008-01-01\ncalendar = \"england-and-wales\"\n"
        "zone = \"Europe/London\"\n+++\n";
    const int count = from(1, 5);
    for (int i = 1; i <= count; ++i) {
        const bool forbids = from(0, 2) == 0;
        const auto who = forbids && coin() ? std::vector<std::string>{} : some_of(roles());
        const auto acts = some_of(claims());
        leaves.push_back({{who.begin(), who.end()}, {acts.begin(), acts.end()}, forbids});
        out += fmt::format(
            "**{}** Clause {}.\n\n```rule {} b.rule{}\n{}who = {}\nacts = {}\n{}```\n\n", i, i,
            forbids ? "limit" : "may", i, forbids ? "forbids = \"it\"\n" : "", quoted(who),
            quoted(acts), forbids ? "effect = \"void\"\n" : "");
    }
    return out;
}

Act act_of(const std::string& name) {
    if (name == "create-seat") {
        acts::CreateSeat act;
        act.body = BodyId("b");
        act.number = 9;
        return act;
    }
    if (name == "appoint") {
        acts::Appoint act;
        act.body = BodyId("b");
        act.seat = SeatRef("2");
        act.person = PersonId("p2");
        return act;
    }
    if (name == "elect-to-office") {
        acts::ElectToOffice act;
        act.body = BodyId("b");
        act.office = "chair";
        act.seat = SeatRef("1");
        return act;
    }
    acts::EstablishBody act;
    act.body = BodyId("b");
    act.name = "Again";
    return act;
}

/// The actor of a role, and every role that actor has.
struct Who {
    const char* actor;
    std::set<std::string> roles;
};

const std::vector<Who>& actors() {
    static const std::vector<Who> all{{"servicing", {"servicing-officer"}},
                                      {"seat:b/1", {"member"}},
                                      {"lead-authority", {"lead-authority"}},
                                      {"administrator", {"administrator"}},
                                      {"auditor", {"auditor"}},
                                      {"public", {}}};
    return all;
}

/// Sentences of a ruling without their order.
std::multiset<std::string> reasons_of(const Ruling& ruling) {
    std::multiset<std::string> out;
    for (const auto& reason : ruling.reasons) {
        Ruling alone;
        alone.reasons = {reason};
        out.insert(codes(alone) + " " + std::string(reason.clause));
    }
    return out;
}

/// The clauses of a charter in another order.
std::string shuffled(const std::string& text) {
    const auto first = text.find("\n**");
    std::vector<std::string> clauses;
    for (auto at = first; at != std::string::npos;) {
        const auto next = text.find("\n**", at + 1);
        clauses.push_back(text.substr(at, next == std::string::npos ? next : next - at) + "\n");
        at = next;
    }
    for (std::size_t i = clauses.size(); i > 1; --i) {
        std::swap(clauses[i - 1],
                  clauses[static_cast<std::size_t>(from(0, static_cast<int>(i) - 1))]);
    }
    auto out = text.substr(0, first) + "\n";
    for (const auto& clause : clauses) {
        out += clause;
    }
    return out;
}

} // namespace

TEST(Laws, WhatIsForbiddenIsForbiddenAndWhatNobodyAllowsIsNotAllowed) {
    expect_property(
        "forbid wins, deny by default",
        [] {
            std::vector<Leave> leaves;
            Ground ground;
            ground.adopt("b", leave_charter(leaves), "2008-01-01");
            events::SeatCreated created;
            created.seat = SeatId("b/1");
            created.body = BodyId("b");
            created.number = 1;
            ground.apply(created, "2008-01-01");
            ground.apply(events::SeatFilled{SeatId("b/1"), PersonId("p1"), {}, {}, false, {}},
                         "2008-01-02");
            for (const auto& name : claims()) {
                for (const auto& who : actors()) {
                    const auto concerns = [&](const Leave& leave) {
                        const bool role = std::any_of(
                            leave.who.begin(), leave.who.end(),
                            [&](const std::string& each) { return who.roles.contains(each); });
                        return leave.acts.contains(name) &&
                               (role || (leave.forbids && leave.who.empty()));
                    };
                    bool allowed = false;
                    bool forbidden = false;
                    for (const auto& leave : leaves) {
                        allowed = allowed || (!leave.forbids && concerns(leave));
                        forbidden = forbidden || (leave.forbids && concerns(leave));
                    }
                    auto asked = Ground::submission(act_of(name), "2008-02-01", who.actor);
                    asked.recorded_by = asked.made_by;
                    asked.evidence = Evidence::sign_in;
                    const auto ruling =
                        rule(ground.state, asked, Ground::context(), asked.effective);
                    RC_LOG() << name << " by " << who.actor << ": " << codes(ruling) << "\n";
                    RC_ASSERT((ruling.reason(Code::forbidden) != nullptr) == forbidden);
                    RC_ASSERT((ruling.reason(Code::not_permitted) == nullptr) == allowed);
                    RC_ASSERT(ruling.verdict == Verdict::refused || (allowed && !forbidden));
                }
            }
        },
        2);
}

TEST(Laws, TheOrderOfRulesChangesNothing) {
    expect_property(
        "rule order",
        [] {
            Clauses clauses;
            clauses.readings = any_readings();
            const auto room = any_room();
            RC_PRE(!room.members_present.empty());
            World first(clauses, room.seats);
            World second(clauses, room.seats);
            second.adopt("b", shuffled(charter_text(clauses)), "2008-01-01");
            first.hold(room);
            second.hold(room);
            const auto voters = static_cast<int>(reference::entitled(room).size());
            const int votes_for = from(0, voters);
            const auto one = put_and_vote(first, votes_for, voters - votes_for, 0);
            const auto other = put_and_vote(second, votes_for, voters - votes_for, 0);
            RC_LOG() << codes(one) << "\n" << codes(other) << "\n";
            RC_ASSERT(one.verdict == other.verdict);
            RC_ASSERT(reasons_of(one) == reasons_of(other));
        },
        3);
}

TEST(Laws, ActsAndEventsReadBackAsTheyWereWritten) {
    expect_property(
        "print then parse",
        [] {
            const auto seed = static_cast<unsigned>(from(0, 1'000'000));
            const Decoding stored{base::Zone::utc(), true};
            for (const auto& event : samples::one_of_each<Event>({seed, coin(), true})) {
                const auto written = base::canonical(encode_event(event));
                const auto read = decode_event(base::parse_json(written).value());
                RC_ASSERT(read.has_value());
                RC_ASSERT(base::canonical(encode_event(*read)) == written);
                std::string at_once;
                append_event_json(at_once, event);
                RC_ASSERT(at_once == written);
            }
            for (const auto& act : samples::one_of_each<Act>({seed, coin(), true})) {
                const auto written = base::canonical(encode_fields(act));
                const auto read =
                    decode_act(row_of(act).name, base::parse_json(written)->as_object(), stored);
                RC_ASSERT(read.has_value());
                RC_ASSERT(base::canonical(encode_fields(*read)) == written);
            }
        },
        1);
}

TEST(Laws, DatesTimesPeriodsAndFractionsReadBackAsTheyWereWritten) {
    expect_property("text then value", [] {
        const auto date = base::civil_date(from(1900, 2199), 1, 1)->plus_days(from(0, 364));
        RC_ASSERT(base::parse_date(base::text(date)).value() == date);
        const base::Instant at{static_cast<std::int64_t>(from(0, 2'000'000'000)) * 1000 +
                               from(0, 999)};
        RC_ASSERT(base::parse_instant(base::text(at)).value() == at);
        const calendar::Period period{from(0, 1200), from(0, 6000)};
        RC_PRE(period.months + period.days > 0);
        RC_ASSERT(calendar::parse_period(calendar::text(period)).value() == period);
        const auto denominator = from(1, 99);
        const auto fraction =
            base::parse_fraction(fmt::format("{}/{}", from(0, denominator), denominator));
        RC_ASSERT(fraction.has_value());
        RC_ASSERT(base::parse_fraction(fraction->text()).value() == *fraction);
    });
}

TEST(Laws, AnOlderEventBroughtUpToDateIsTheSameAsOneWrittenToday) {
    expect_property(
        "upcast",
        [] {
            const auto seed = static_cast<unsigned>(from(0, 1'000'000));
            const auto events = samples::one_of_each<Event>({seed, coin(), true});
            const auto& event =
                events[static_cast<std::size_t>(from(0, static_cast<int>(events.size()) - 1))];
            auto json = encode_event(event);
            const auto today = base::canonical(json);
            // The form of the year before: version 0, under a name it no longer has.
            static std::string type;
            type = std::string(event_name(event));
            json["type"] = "formerly-" + type;
            json["version"] = 0;
            static const std::string former = "formerly-";
            const auto named = former + type;
            const Upcast steps[] = {{named, 0, [](base::JsonObject& old) {
                                         old["type"] = type;
                                         old["version"] = event_version(type);
                                     }}};
            const auto read = decode_event(base::Json(json), steps);
            RC_LOG() << (read ? std::string() : read.error().text()) << "\n";
            RC_ASSERT(read.has_value());
            RC_ASSERT(base::canonical(encode_event(*read)) == today);
            RC_ASSERT(!decode_event(base::Json(json))
                           .has_value()); // and unknown to a program without the step
        },
        1);
}

namespace {

constexpr const char* group_model = R"md(+++
language = 1
charter = "group"
body = "{{id}}"
title = "A group"
text = "adopted"
source = "made for tests"
effective = 2009-01-01
calendar = "england-and-wales"
zone = "Europe/London"
+++
**1** The group meets so often.

```rule param hole.id
name = "id"
label = "Short name"
type = "id"
example = "example"
```

```rule body group.body
id = "{{id}}"
name = "The Group"
sort = "working-group"
```

**2** Half of the members make a quorum.

```rule quorum group.quorum
quote = ["Half of the members"]
at_least = "1/2"
```
)md";

} // namespace

TEST(Laws, AModelAmendedLaterChangesNothingMadeFromIt) {
    const std::string text = group_model;
    const auto model = Ground::charter_of(text);
    const auto made = charter::instantiate(*model, {"green-group", {{"id", "green"}}});
    ASSERT_TRUE(made.has_value()) << made.error().text();
    Ground ground;
    ground.adopt("green", *made, "2009-01-02");

    auto amended_text = text;
    const std::string half = "at_least = \"1/2\"";
    amended_text.replace(amended_text.find(half), half.size(), "at_least = \"1/3\"");
    const auto amended = Ground::charter_of(amended_text);
    const auto quorum = [&] {
        const auto* terms =
            terms_at(ground.state, BodyId("green"), instant("2009-02-01"), Ground::context());
        return terms->terms.one<charter::QuorumRule>()->at_least.text();
    };
    EXPECT_EQ(quorum(), "1/2");
    const auto instance = Ground::charter_of(*made);
    EXPECT_EQ(instance->model_digest, base::hex(model->digest));
    EXPECT_TRUE(charter::differences_from_model(*model, *instance)->empty());
    const auto since = charter::differences_from_model(*amended, *instance);
    ASSERT_TRUE(since.has_value()) << since.error().text();
    ASSERT_EQ(since->size(), 1U);
    EXPECT_EQ(since->front().rule, "group.quorum");
    EXPECT_EQ(since->front().here, "\"1/2\"");
}
