// Seats, who is admitted to one, and who holds it.

#include "governance/copy_members.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/place_checks.hpp"
#include "governance/membership/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

SeatId seat_id(const BodyId& body, std::int64_t number) {
    return SeatId(body.value + "/" + std::to_string(number));
}

/// A number is used once in a body, even after its seat was removed.
void require_new_seat(Ruler& ruler, std::int64_t number) {
    const auto id = seat_id(ruler.body(), number);
    if (ruler.state().seats.find(id) != nullptr) {
        ruler.no(Code::seat_exists, {fact("seat", id.view())});
    }
}

/// A class the terms do not name is most likely a slip.
void check_sector(Ruler& ruler, const std::optional<std::string>& sector) {
    const auto classes = ruler.one<charter::ClassRule>();
    if (sector && classes && !classes->classes.empty() && !contains(classes->classes, *sector)) {
        ruler.says(classes, Says::breach, Code::sector_unknown, {fact("sector", *sector)});
    }
}

/// The sectors that must be represented (3.6), once this seat is empty or gone.
void check_balance_without(Ruler& ruler, const Seat& leaving) {
    const auto sector = sector_of(ruler, leaving);
    std::int64_t have = 0;
    for (const auto* seat : seats_filled_at(ruler.state(), ruler.body(), ruler.at())) {
        have += seat != &leaving && sector_of(ruler, *seat) == sector ? 1 : 0;
    }
    for (const auto& rule : ruler.all<charter::BalanceRule>()) {
        if (contains(rule->each_of, sector) && have < rule->min) {
            ruler.says(rule, Says::breach, Code::balance_short,
                       {fact("sector", sector), fact("have", have), fact("needed", rule->min)});
        }
    }
}

/// The body that admits is this one, or has decided it.
void check_admitted_by(Ruler& ruler, const charter::InForce<charter::AdmissionRule>& rule,
                       const Decision* decision) {
    const BodyId by(rule->by);
    if (!by.empty() && by != ruler.body() && !binds(decision, by)) {
        condition_of_power(ruler, rule, Says::breach, Code::decision_missing,
                           {fact("body", by.view())});
    }
}

void check_contribution(Ruler& ruler, const charter::InForce<charter::AdmissionRule>& rule,
                        const acts::AdmitOrganisation& act) {
    if (!contains(rule->requires_, "contribution")) {
        return;
    }
    const bool shown = act.contribution && act.contribution->given();
    condition_of_power(ruler, rule, shown ? Says::complies : Says::breach,
                       shown ? Code::contribution_shown : Code::contribution_missing,
                       {fact("organisation", act.organisation.view())});
}

/// Whoever speaks for the organisation that nominates to a seat may act for it; its own holder may
/// too.
void require_speaks_for_seat(Ruler& ruler, const Seat& seat) {
    const auto* own = seat_of(ruler.state(), ruler.submission().made_by, ruler.body(), nullptr,
                              ruler.at(), ruler.context());
    if (own != &seat) {
        require_speaks_for(ruler, seat.organisation);
    }
}

/// Says when the appointment takes the seat from somebody, and when there is nobody to share it
/// with.
void check_present_holder(Ruler& ruler, const Seat& seat, const acts::Appoint& act) {
    const auto* occupant = occupant_at(ruler.state(), seat, ruler.at());
    if (act.shared.value_or(false)) {
        if (occupant == nullptr) {
            ruler.no(Code::seat_vacant, {fact("seat", seat.id.view())});
        }
        return;
    }
    const bool same = occupant != nullptr &&
                      std::find(occupant->persons.begin(), occupant->persons.end(), act.person) !=
                          occupant->persons.end();
    if (occupant != nullptr && !same) {
        ruler.remark(Code::seat_filled, {fact("seat", seat.id.view())});
    }
}

} // namespace

Ruling rule(const Call& call, const acts::CreateSeat& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    require_new_seat(ruler, act.number);
    if (act.organisation) {
        require_organisation(ruler, *act.organisation);
    }
    if (act.represents) {
        require_body(ruler, *act.represents);
    }
    check_sector(ruler, act.sector);
    check_place_of_seat(ruler, act.place, act.office);
    auto event = copy_members<events::SeatCreated>(act);
    event.seat = seat_id(act.body, act.number);
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::RemoveSeat& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    if (occupant_at(call.state, *seat, ruler.at()) != nullptr) {
        check_balance_without(ruler, *seat);
        remark_balance(ruler, *seat, false);
    }
    return ruler.finish({events::SeatRemoved{seat->id}});
}

Ruling rule(const Call& call, const acts::AdmitOrganisation& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr || !require_organisation(ruler, act.organisation)) {
        return ruler.finish();
    }
    require_new_seat(ruler, act.number);
    check_sector(ruler, act.sector);
    if (const auto rule = ruler.one<charter::AdmissionRule>()) {
        check_admitted_by(ruler, rule, decision);
        check_contribution(ruler, rule, act);
        check_admitted_by_places(ruler, rule, decision);
    }
    events::SeatCreated event;
    event.seat = seat_id(act.body, act.number);
    event.body = act.body;
    event.number = act.number;
    event.organisation = act.organisation;
    event.sector = act.sector;
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::Appoint& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* seat = require_body(ruler) == nullptr ? nullptr : ruler.seat(act.seat);
    require_person(ruler, act.person);
    for (const auto& alternate : act.alternates) {
        require_person(ruler, alternate);
    }
    if (seat == nullptr) {
        return ruler.finish();
    }
    require_speaks_for_seat(ruler, *seat);
    check_present_holder(ruler, *seat, act);
    check_place_of_holder(ruler, *seat, act.person);
    remark_balance(ruler, *seat, true);
    auto event = copy_members<events::SeatFilled>(act);
    event.seat = seat->id;
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::Vacate& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    require_speaks_for_seat(ruler, *seat);
    if (occupant_at(call.state, *seat, ruler.at()) == nullptr) {
        ruler.no(Code::seat_vacant, {fact("seat", seat->id.view())});
    } else {
        check_balance_without(ruler, *seat);
        remark_balance(ruler, *seat, false);
    }
    return ruler.finish({events::SeatVacated{seat->id}});
}

Ruling rule(const Call& call, const acts::SetRepresentative& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* seat = ruler.seat(act.seat);
    const auto* body = require_body(ruler, act.represents);
    if (seat == nullptr || body == nullptr) {
        return ruler.finish();
    }
    return ruler.finish({events::RepresentativeSet{seat->id, act.represents}});
}

Ruling rule(const Call& call, const acts::NominateLiaison& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    for (const auto& organisation : act.organisations) {
        require_organisation(ruler, organisation);
    }
    events::LiaisonNominated event{act.body, act.organisations, {}, act.person};
    if (act.seat) {
        const auto* seat = ruler.seat(*act.seat);
        if (seat == nullptr) {
            return ruler.finish();
        }
        event.seat = seat->id;
    }
    if (act.person) {
        require_person(ruler, *act.person);
    }
    for (const auto& rule : ruler.all<charter::DutyRule>()) {
        if (rule->evidence == "nominate-liaison" && (act.seat || act.person)) {
            ruler.says(rule, Says::complies, Code::duty_met, {fact("kind", "liaison")});
        }
    }
    return ruler.finish({std::move(event)});
}

} // namespace quorate::governance
