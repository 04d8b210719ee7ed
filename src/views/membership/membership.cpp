#include "views/membership/membership.hpp"

#include "charter/wording.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/decisions_make.hpp"
#include "views/meetings_make.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t choices_max = 40; ///< of decisions and meetings a change may rest on

void add_seats(const Ground& ground, const BodyId& id, MembershipPage& out) {
    auto members = members_page(ground, id);
    for (auto& group : members->groups) {
        for (auto& line : group.members) {
            (line.seat.vacant ? out.vacant : out.held).push_back(std::move(line));
        }
    }
    for (auto* lines : {&out.vacant, &out.held}) {
        std::sort(lines->begin(), lines->end(), [](const MemberLine& a, const MemberLine& b) {
            return a.seat.number < b.seat.number;
        });
    }
    // A number is used once in a body, even after its seat was removed.
    for (const auto& seat_id : ground.state().bodies.find(id)->seats) {
        const auto* seat = ground.state().seats.find(seat_id);
        if (seat == nullptr) {
            continue;
        }
        out.next_number = std::max(out.next_number, seat->number + 1);
        if (const auto* occupant = occupant_at(ground.state(), *seat, ground.now)) {
            SeatHolding holding{seat->id.value, {}, {}};
            for (const auto& person : occupant->persons) {
                holding.persons.push_back(person.value);
            }
            for (const auto& person : occupant->alternates) {
                holding.alternates.push_back(person.value);
            }
            out.holdings.push_back(std::move(holding));
        }
    }
}

std::string act_for(charter::OfficeMethod method) {
    switch (method) {
    case charter::OfficeMethod::elected:
    case charter::OfficeMethod::appointed:
        return "elect-to-office";
    case charter::OfficeMethod::rotates:
        return "rotate-office";
    case charter::OfficeMethod::ex_officio:
        return {};
    }
    return {};
}

void add_terms(const Ground& ground, const BodyId& id, MembershipPage& out) {
    const auto* terms = ground.terms(id, ground.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
        const auto shown = office_shown(ground, id, rule);
        auto act = act_for(rule->method);
        // Once the term of an office held by right has ended, the body chooses.
        act = act.empty() && shown.term_ended ? "elect-to-office" : act;
        out.offices.push_back({rule->office, shown.title, as_sentence(shown.words),
                               std::string(written(rule->method)), shown.clause, std::move(act)});
    }
    if (const auto rule = terms->terms.one<charter::AdmissionRule>()) {
        AdmissionAsked asked;
        asked.clause = own_clause(*rule.rule);
        if (!rule->by.empty() && rule->by != id.value) {
            asked.decided_by = ground.party(rule->by).name;
            asked.decided_by_id = rule->by;
        }
        asked.contribution = std::find(rule->requires_.begin(), rule->requires_.end(),
                                       "contribution") != rule->requires_.end();
        for (const auto& each : rule->may_regard) {
            asked.regard.push_back(plain_name(each));
        }
        out.admission = std::move(asked);
    }
    if (const auto rule = terms->terms.one<charter::ClassRule>()) {
        for (const auto& each : rule->classes) {
            out.sectors.push_back({each, plain_name(each)});
        }
    }
}

/// The seat each person of the register holds, or stands in for, where one does.
std::map<std::string, std::string> places_of_people(const Ground& ground) {
    std::map<std::string, std::string> out;
    ground.state().seats.each([&](const Seat& seat) {
        const auto* occupant = occupant_at(ground.state(), seat, ground.now);
        if (occupant == nullptr) {
            return;
        }
        const auto where =
            "seat " + std::to_string(seat.number) + " of " + ground.body(seat.body).name;
        for (const auto& person : occupant->persons) {
            out.try_emplace(person.value, "holder of " + where);
        }
        for (const auto& person : occupant->alternates) {
            out.try_emplace(person.value, "standing substitute for " + where);
        }
    });
    return out;
}

void add_people(const Ground& ground, MembershipPage& out) {
    const auto places = places_of_people(ground);
    std::int64_t number = 0;
    ground.state().persons.each([&](const Person& person) {
        ++number;
        const auto place = places.find(person.id.value);
        const auto name = ground.person(person.id);
        auto words = name                    ? *name
                     : place == places.end() ? "Person " + std::to_string(number)
                                             : capitalised(place->second);
        if (name && place != places.end()) {
            words += ", " + place->second;
        }
        out.people.push_back({person.id.value, std::move(words)});
    });
    const auto by_name = [](const Named& a, const Named& b) { return a.name < b.name; };
    if (out.names) {
        std::stable_sort(out.people.begin(), out.people.end(), by_name);
    }
    ground.state().organisations.each([&](const Organisation& each) {
        out.organisations.push_back(
            {each.id.value, ground.see.names()
                                ? each.name
                                : "Organisation " + std::to_string(out.organisations.size() + 1)});
    });
    if (out.names) {
        std::stable_sort(out.organisations.begin(), out.organisations.end(), by_name);
    }
}

void add_grounds(const Ground& ground, const BodyId& id, MembershipPage& out) {
    for (const auto& line : latest_decisions(ground, {}, choices_max)) {
        auto words = line.words.size() > 80 ? line.words.substr(0, 77) + "…" : line.words;
        out.decisions.push_back({line.id, "Decision " + line.id + ", " +
                                              short_date(line.made.local.date) + ": " + words});
    }
    for (const auto& line : meetings_page(ground, id).past) {
        if (out.meetings.size() < choices_max && line.status != "cancelled") {
            out.meetings.push_back(ground.meeting(MeetingId(line.id)));
        }
    }
}

} // namespace

std::optional<MembershipPage> membership_page(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    const BodyId id{std::string(body)};
    if (ground.state().bodies.find(id) == nullptr || !ground.see.register_kept()) {
        return std::nullopt;
    }
    MembershipPage out;
    out.body = ground.body(id);
    out.on = ground.today;
    out.names = ground.see.names();
    add_seats(ground, id, out);
    out.measures = balance_now(ground, id);
    if (auto quorum = quorum_today(ground, id)) {
        quorum->words = "Quorum: " + quorum->words;
        out.measures.push_back(std::move(*quorum));
    }
    add_terms(ground, id, out);
    add_people(ground, out);
    add_grounds(ground, id, out);
    return out;
}

} // namespace quorate::views
