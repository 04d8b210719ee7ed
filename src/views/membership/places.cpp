#include "views/membership/places.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/membership/places_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::string spaced(std::string_view id) {
    std::string out(id);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

std::string seats_words(const std::vector<const Seat*>& seats) {
    std::vector<std::string> words;
    for (const auto* seat : seats) {
        words.push_back(std::to_string(seat->number));
    }
    return (words.size() == 1 ? "seat " : "seats ") + base::list_words(words);
}

std::string why_words(const Ground& ground, const charter::SeatsRule& rule,
                      const WithoutPlace& without) {
    switch (without.why) {
    case NoPlace::surplus:
        return "one more than there are places";
    case NoPlace::not_eligible:
        return "its holder is none of those they are for: " + eligible_words(ground.state(), rule);
    case NoPlace::over_limit:
        return "one more than " + selector_words(ground.state(), without.kind) + " may have";
    case NoPlace::of_one_kind:
        return "it cannot stand beside the others: all are of one kind, or one other fills them";
    case NoPlace::elsewhere:
        return "its holder fills another place here";
    }
    return {};
}

/// "Three are filled; seat 4 has no holder on record." Nothing when all is as it should be.
std::string filled_words(const PlacesAnswer& answer) {
    if (answer.vacant.empty() && answer.unfilled == 0) {
        return {};
    }
    auto words = " " + capitalised(count_words(answer.filled)) +
                 (answer.filled < 2 ? " is filled" : " are filled");
    if (!answer.vacant.empty()) {
        words += "; " + seats_words(answer.vacant) +
                 (answer.vacant.size() == 1 ? " has" : " have") + " no holder on record";
    }
    return words + ".";
}

/// Somebody is on record as sitting on the body, or its record is marked complete: an empty seat
/// is one that nobody holds, and not one of which nothing is known here.
bool register_speaks(const Ground& ground, const BodyId& id) {
    const auto* body = ground.state().bodies.find(id);
    const bool complete =
        body != nullptr && body->complete_from && *body->complete_from <= ground.today;
    return complete || !seats_filled_at(ground.state(), id, ground.now).empty();
}

} // namespace

Measure places_measure(const Ground& ground, const BodyId& body, const PlacesAnswer& answer) {
    const auto& rule = *answer.rule.params;
    const auto seats = static_cast<std::int64_t>(answer.seats.size());
    const bool enough = rule.test == charter::CountTest::exact      ? seats == rule.count
                        : rule.test == charter::CountTest::at_least ? seats >= rule.count
                                                                    : seats <= rule.count;
    const bool own = answer.by == body;
    const auto clause = own_clause(*answer.rule.rule);
    const auto* organisation = ground.state().organisations.find(OrganisationId(rule.holder));
    const auto holder = organisation == nullptr ? spaced(rule.holder) : organisation->name;
    auto words = "Places kept for " + holder + ": " + number_words(seats) + ". " + clause +
                 (own ? "" : " of the terms of " + ground.body(answer.by).name) +
                 (rule.test == charter::CountTest::at_least  ? " asks for at least "
                  : rule.test == charter::CountTest::at_most ? " allows at most "
                                                             : " asks for ") +
                 number_words(rule.count) + ".";
    if (enough && !register_speaks(ground, body)) {
        return {words + " Who holds " + (seats == 1 ? "it" : "them") + " is not on record here.",
                own ? clause : std::string(), Mark::unknown};
    }
    words += filled_words(answer);
    const bool crowded = rule.test != charter::CountTest::at_least;
    bool without = false;
    for (const auto& each : answer.without) {
        const bool counted = each.why == NoPlace::surplus && (seats > rule.count || !crowded);
        if (!counted) {
            words += " Seat " + std::to_string(each.seat->number) + ": " +
                     why_words(ground, rule, each) + ".";
            without = true;
        }
    }
    if (!answer.unknown.empty()) {
        words += " Whether the holder of " + seats_words(answer.unknown) +
                 " is one of those they are for is not on record.";
    }
    const bool short_of = rule.test != charter::CountTest::at_most && answer.unfilled > 0;
    const auto mark = !enough || short_of || without ? Mark::breach
                      : answer.unknown.empty()       ? Mark::met
                                                     : Mark::unknown;
    return {std::move(words), own ? clause : std::string(), mark};
}

std::vector<PlacesAnswer> places_now(const Ground& ground, const BodyId& body) {
    return places_at(ground.state(), body, ground.now, ground.context());
}

bool holders_known(const Reader& reader, std::string_view body) {
    return register_speaks(reader.ground(), BodyId{std::string(body)});
}

std::vector<Measure> places_of(const Reader& reader, std::string_view body) {
    std::vector<Measure> out;
    const auto& ground = reader.ground();
    const BodyId id{std::string(body)};
    for (const auto& answer : places_now(ground, id)) {
        out.push_back(places_measure(ground, id, answer));
    }
    return out;
}

namespace {

struct Filled {
    std::vector<const Seat*> all;
    std::vector<const Seat*> filled;
};

Measure sectors_measure(const charter::InForce<charter::BalanceRule>& rule, const Filled& seats) {
    std::string missing;
    std::string crowded;
    for (const auto& sector : rule->each_of) {
        const auto count = std::count_if(seats.filled.begin(), seats.filled.end(),
                                         [&](const Seat* seat) { return seat->sector == sector; });
        if (count < rule->min) {
            missing += (missing.empty() ? "" : ", ") + plain_name(sector);
        } else if (rule->max && count > *rule->max) {
            crowded += (crowded.empty() ? "" : ", ") + plain_name(sector);
        }
    }
    const auto clause = own_clause(*rule.rule);
    if (missing.empty() && crowded.empty()) {
        return {rule->min > 0 ? "Every sector that " + clause + " names has its members."
                              : "No sector has more members than " + clause + " allows.",
                clause, Mark::met};
    }
    std::string words = missing.empty() ? "" : "Too few members from: " + missing + ".";
    words += crowded.empty() ? ""
                             : (words.empty() ? "" : " ") + std::string("Too many members from: ") +
                                   crowded + ".";
    return {words, clause, Mark::breach};
}

Measure parity_measure(const charter::InForce<charter::BalanceRule>& rule, const Filled& seats) {
    const bool of_members = rule->parity_of == charter::ParityOf::members;
    const auto& counted = of_members ? seats.filled : seats.all;
    const auto first = seats_of_kind(counted, seats.all, rule->parity[0]);
    const auto second = seats_of_kind(counted, seats.all, rule->parity[1]);
    const auto clause = own_clause(*rule.rule);
    const auto words = std::string(of_members ? "Members: " : "Seats: ") + std::to_string(first) +
                       " " + spaced(rule->parity[0]) + ", " + std::to_string(second) + " " +
                       spaced(rule->parity[1]) + ". " + clause + " asks for as many of each.";
    const auto mark = first == 0 && second == 0 ? Mark::unknown
                      : first == second         ? Mark::met
                                                : Mark::breach;
    return {words, clause, mark};
}

Measure share_measure(const charter::InForce<charter::BalanceRule>& rule, const Filled& seats) {
    std::int64_t have = 0;
    std::vector<std::string> kinds;
    for (const auto& kind : rule->each_of) {
        have += seats_of_kind(seats.filled, seats.all, kind);
        kinds.push_back(spaced(kind));
    }
    const auto of = static_cast<std::int64_t>(seats.filled.size());
    const auto needed = rule->at_least->least_reaching(of);
    const auto clause = own_clause(*rule.rule);
    const auto words = std::to_string(have) + " of " + std::to_string(of) + " members are " +
                       base::list_words(kinds) + ". " + clause + " asks for " +
                       rule->at_least->text() + ": " + std::to_string(needed) + ".";
    return {words, clause, of == 0 ? Mark::unknown : have >= needed ? Mark::met : Mark::breach};
}

} // namespace

std::vector<Measure> balance_measures(const Ground& ground, const BodyId& body,
                                      const charter::InForce<charter::BalanceRule>& rule) {
    std::vector<Measure> out;
    const Filled seats{seats_at(ground.state(), body, ground.now),
                       seats_filled_at(ground.state(), body, ground.now)};
    if (!register_speaks(ground, body)) {
        return out;
    }
    if (rule->parity.size() == 2) {
        out.push_back(parity_measure(rule, seats));
    }
    if (rule->at_least) {
        out.push_back(share_measure(rule, seats));
    } else if (!rule->each_of.empty()) {
        out.push_back(sectors_measure(rule, seats));
    }
    return out;
}

} // namespace quorate::views
