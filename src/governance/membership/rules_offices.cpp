// Filling an office of a body, by election or in rotation: 3.17, 3.18 and 4.9.

#include "calendar/period.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using OfficeRule = charter::InForce<charter::OfficeRule>;

/// The rule on an office; refuses when the terms have no such office. Empty before a body has
/// terms.
OfficeRule require_office(Ruler& ruler, const std::string& office) {
    for (const auto& rule : ruler.all<charter::OfficeRule>()) {
        if (rule->office == office) {
            return rule;
        }
    }
    if (ruler.terms() != nullptr) {
        ruler.no(Code::office_unknown, {fact("office", office)});
    }
    return {};
}

/// The seat meant, refusing when nobody holds it: an office is held by a person.
const Seat* require_filled_seat(Ruler& ruler, const SeatRef& ref) {
    const auto* seat = require_body(ruler) == nullptr ? nullptr : ruler.seat(ref);
    if (seat != nullptr && occupant_at(ruler.state(), *seat, ruler.at()) == nullptr) {
        ruler.no(Code::seat_vacant, {fact("seat", seat->id.view())});
        return nullptr;
    }
    return seat;
}

/// Where the terms give the choice to a body, another body's act needs its decision.
void check_chosen_by(Ruler& ruler, const OfficeRule& rule, const std::string& by,
                     const Decision* decision) {
    const BodyId body(by);
    if (!body.empty() && body != ruler.body() && !binds(decision, body)) {
        condition_of_power(ruler, rule, Says::breach, Code::decision_missing,
                           {fact("body", body.view())});
    }
}

/// An office that goes with another cannot be elected to until its term under the terms has ended
/// (4.9).
void check_ex_officio(Ruler& ruler, const OfficeRule& rule, const Decision* decision) {
    const auto answer =
        office_at(ruler.state(), ruler.body(), rule->office, ruler.at(), ruler.context());
    const std::vector<Fact> facts{fact("office", rule->office), fact("outside", rule->holder)};
    if (!answer.term_ended) {
        condition_of_power(ruler, rule, Says::breach, Code::office_ex_officio, facts);
        return;
    }
    ruler.says(rule, Says::complies, Code::term_ended, facts);
    check_chosen_by(ruler, rule, rule->then, decision);
}

void check_sector(Ruler& ruler, const OfficeRule& rule, const Seat& seat) {
    if (rule->differs_in_class_from.empty()) {
        ruler.says(rule, Says::complies, Code::office_elected, {fact("office", rule->office)});
        return;
    }
    const auto other = office_at(ruler.state(), ruler.body(), rule->differs_in_class_from,
                                 ruler.at(), ruler.context());
    const auto own_sector = sector_of(ruler, seat);
    const auto other_sector = other.seat == nullptr ? std::string() : sector_of(ruler, *other.seat);
    std::vector<Fact> facts{fact("office", rule->office), fact("sector", own_sector),
                            fact("other", other_sector),
                            fact("other_office", rule->differs_in_class_from)};
    const auto classes = ruler.one<charter::ClassRule>();
    if (own_sector.empty() || other_sector.empty()) {
        ruler.says(rule, Says::undetermined, Code::sector_not_recorded, std::move(facts));
        return;
    }
    const bool same = same_sector(classes, own_sector, other_sector);
    auto& reason = ruler.says(rule, same ? Says::breach : Says::complies,
                              same ? Code::same_sector : Code::sector_differs, std::move(facts));
    rely_on(reason, classes);
}

/// The end of a holding that begins now: what the act says, and no later than the terms allow.
std::optional<base::Instant> end_of_holding(const Ruler& ruler, const std::string& length,
                                            std::optional<base::Instant> until) {
    const auto period = calendar::parse_period(length);
    const auto zone = zone_of(ruler.state(), ruler.body());
    const auto end = period ? calendar::plus(zone.date_of(ruler.at()), *period)
                            : base::Result<base::CivilDate>(base::fail("term", "no term is set"));
    if (!end) {
        return until;
    }
    const auto latest = zone.start_of(*end);
    return until ? std::min(*until, latest) : latest;
}

bool same_holder(const Ruler& ruler, const Timeline<OfficeHolding>::Change& last,
                 const Seat& seat) {
    if (last.value.seat == seat.id) {
        return true;
    }
    const auto* before = ruler.state().seats.find(last.value.seat);
    const auto* then = before == nullptr ? nullptr : occupant_at(ruler.state(), *before, last.from);
    const auto* now = occupant_at(ruler.state(), seat, ruler.at());
    return then != nullptr && now != nullptr &&
           std::any_of(now->persons.begin(), now->persons.end(), [&](const PersonId& person) {
               return std::find(then->persons.begin(), then->persons.end(), person) !=
                      then->persons.end();
           });
}

/// A rotation passes the office from one member to another (4.9): the last to hold it is not the
/// next.
void check_passes_on(Ruler& ruler, const OfficeRule& rule, const Seat& seat) {
    const auto* body = ruler.known_body();
    const auto found = body->offices.find(rule->office);
    const auto* last = found == body->offices.end() ? nullptr : found->second.change_at(ruler.at());
    const bool again = last != nullptr && same_holder(ruler, *last, seat);
    ruler.says(rule, again ? Says::breach : Says::complies,
               again ? Code::held_last_year : Code::office_passes_on,
               {fact("office", rule->office), fact("seat", seat.id.view())});
}

void check_election(Ruler& ruler, const OfficeRule& rule, const Seat& seat,
                    const Decision* decision) {
    switch (rule->method) {
    case charter::OfficeMethod::ex_officio:
        check_ex_officio(ruler, rule, decision);
        return;
    case charter::OfficeMethod::rotates:
        condition_of_power(ruler, rule, Says::breach, Code::office_not_elected,
                           {fact("office", rule->office)});
        return;
    case charter::OfficeMethod::elected:
    case charter::OfficeMethod::appointed:
        check_chosen_by(ruler, rule, rule->by, decision);
        check_sector(ruler, rule, seat);
        return;
    }
}

} // namespace

Ruling rule(const Call& call, const acts::ElectToOffice& act) {
    const auto* meeting = act.meeting ? call.state.meetings.find(*act.meeting) : nullptr;
    Ruler ruler(call.state, call.submission, call.context, act.body, meeting);
    if (act.meeting && meeting == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", act.meeting->view())});
    }
    const auto* decision = named_decision(ruler, act.decision);
    const auto* seat = require_filled_seat(ruler, act.seat);
    const auto office = require_office(ruler, act.office);
    if (seat == nullptr || ruler.refused()) {
        return ruler.finish();
    }
    auto until = act.until;
    if (office) {
        check_election(ruler, office, *seat, decision);
        if (office->term_from == charter::TermFrom::start_of_holding && office->then.empty()) {
            until = end_of_holding(ruler, office->term, until);
        }
    }
    return ruler.finish({events::OfficeFilled{act.body, act.office, seat->id, until, false}});
}

Ruling rule(const Call& call, const acts::RotateOffice& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    const auto* seat = require_filled_seat(ruler, act.seat);
    const auto office = require_office(ruler, act.office);
    if (seat == nullptr || ruler.refused()) {
        return ruler.finish();
    }
    auto until = act.until;
    if (office && office->method != charter::OfficeMethod::rotates) {
        condition_of_power(ruler, office, Says::breach, Code::office_does_not_rotate,
                           {fact("office", act.office)});
    } else if (office) {
        check_chosen_by(ruler, office, office->by, decision);
        check_passes_on(ruler, office, *seat);
        until = end_of_holding(ruler, office->every, until);
    }
    return ruler.finish({events::OfficeFilled{act.body, act.office, seat->id, until, true}});
}

} // namespace quorate::governance
