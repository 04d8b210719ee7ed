// Decisions that cannot wait for a meeting: whom the Chair asks, what they say, and what was
// decided (4.17).

#include "base/text.hpp"
#include "governance/bodies/checks.hpp"
#include "governance/copy_members.hpp"
#include "governance/decisions/conditions.hpp"
#include "governance/decisions/matters.hpp"
#include "governance/decisions/rules.hpp"
#include "governance/meetings/frame.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

using UrgentRule = charter::InForce<charter::DelegationRule>;

/// What the terms say of urgent matters; nothing when they delegate none.
UrgentRule urgent_rule(const Ruler& ruler) {
    for (const auto& rule : ruler.all<charter::DelegationRule>()) {
        if (rule->scope == "urgent") {
            return rule;
        }
    }
    return {};
}

void refuse_without_delegation(Ruler& ruler) {
    ruler.no(Code::not_permitted, {fact("act", row_of(ruler.submission().act).name),
                                   fact("actor", text(ruler.submission().made_by))});
}

const UrgentConsultation* consultation_of(const State& state, const BodyId& body,
                                          std::int64_t number) {
    const auto* known = state.bodies.find(body);
    const bool there = known != nullptr && number >= 1 &&
                       number <= static_cast<std::int64_t>(known->urgent_consultations.size());
    return there ? &known->urgent_consultations[static_cast<std::size_t>(number - 1)] : nullptr;
}

/// The consultation of a number, refusing when the body has none.
const UrgentConsultation* known_consultation(Ruler& ruler, std::int64_t number) {
    const auto* found = consultation_of(ruler.state(), ruler.body(), number);
    if (found == nullptr) {
        ruler.no(Code::consultation_unknown,
                 {fact("body", ruler.body().view()), fact("consultation", number)});
    }
    return found;
}

std::int64_t count_answered(const UrgentConsultation& consultation) {
    return std::count_if(consultation.seats.begin(), consultation.seats.end(),
                         [](const ConsultedSeat& each) { return each.view.has_value(); });
}

std::vector<Fact> answered_facts(const UrgentConsultation& consultation) {
    return {fact("answered", count_answered(consultation)),
            fact("asked", static_cast<std::int64_t>(consultation.seats.size()))};
}

/// Who uses the power: the office it was handed to, or for a matter in which the holder has an
/// interest whoever the terms name instead.
void check_who_decides(Ruler& ruler, const UrgentRule& rule, bool own_interest) {
    const auto office = rule->to.starts_with("office:") ? rule->to.substr(7) : std::string("chair");
    const auto role = parse_role(office);
    const auto instead = parse_role(rule->own_conflict);
    const bool holder = !role || ruler.roles().has(*role);
    const auto refuse = [&](Code code, std::vector<Fact> facts) {
        ruler.says(rule, Says::breach, code, std::move(facts)).effect = charter::Effect::void_;
    };
    if (own_interest && holder) {
        auto facts = rule->own_conflict.empty()
                         ? std::vector<Fact>{}
                         : std::vector<Fact>{fact("instead", rule->own_conflict)};
        refuse(Code::own_interest, std::move(facts));
    } else if (own_interest && instead && ruler.roles().has(*instead)) {
        ruler.says(rule, Says::complies, Code::chair_has_interest,
                   {fact("instead", rule->own_conflict)});
    } else if (!holder) {
        refuse(Code::not_permitted, {fact("act", "take-urgent-decision"),
                                     fact("actor", text(ruler.submission().made_by))});
    }
}

/// Sectors with a member in office that nobody consulted stands for.
std::vector<std::string> sectors_left_out(const Ruler& ruler, const acts::TakeUrgentDecision& act,
                                          const UrgentConsultation* consultation) {
    std::set<std::string> consulted(act.consulted.begin(), act.consulted.end());
    for (const auto& named : act.consulted) {
        if (const auto* seat = find_seat(ruler.state(), ruler.body(), SeatRef(named))) {
            consulted.insert(seat->sector);
        }
    }
    if (consultation != nullptr) {
        for (const auto& each : consultation->seats) {
            if (const auto* seat = ruler.state().seats.find(each.seat)) {
                consulted.insert(seat->sector);
            }
        }
    }
    std::set<std::string> missing;
    for (const auto* seat : seats_at(ruler.state(), ruler.body(), ruler.at())) {
        const bool held = occupant_at(ruler.state(), *seat, ruler.at()) != nullptr;
        if (held && !seat->sector.empty() && consulted.count(seat->sector) == 0) {
            missing.insert(seat->sector);
        }
    }
    return {missing.begin(), missing.end()};
}

void check_each_sector(Ruler& ruler, const UrgentRule& rule, const acts::TakeUrgentDecision& act,
                       const UrgentConsultation* consultation) {
    const auto missing = sectors_left_out(ruler, act, consultation);
    if (!missing.empty()) {
        condition_of_power(ruler, rule, Says::breach, Code::sector_not_consulted,
                           {fact("missing", base::list_words(missing))});
    }
}

bool in_writing(const ConsultedSeat& consulted) {
    return consulted.how == "e-mail" || consulted.how == "letter";
}

void check_in_writing(Ruler& ruler, const UrgentRule& rule,
                      const UrgentConsultation& consultation) {
    bool all = true;
    for (const auto& each : consultation.seats) {
        if (!in_writing(each)) {
            all = false;
            condition_of_power(ruler, rule, Says::breach, Code::not_consulted_in_writing,
                               {fact("seat", each.seat.view())});
        }
    }
    if (all) {
        ruler.says(rule, Says::complies, Code::consulted_in_writing);
    }
}

/// How many were consulted. Nobody consults themselves.
std::int64_t count_consulted(const Ruler& ruler, const acts::TakeUrgentDecision& act,
                             const UrgentConsultation* consultation, const Seat* own) {
    std::int64_t out =
        std::count_if(act.consulted.begin(), act.consulted.end(), [&](const std::string& named) {
            return own == nullptr || find_seat(ruler.state(), ruler.body(), SeatRef(named)) != own;
        });
    if (consultation != nullptr) {
        out += std::count_if(
            consultation->seats.begin(), consultation->seats.end(),
            [&](const ConsultedSeat& each) { return own == nullptr || each.seat != own->id; });
    }
    return out;
}

/// That members were consulted, as many and in the way the terms ask.
void check_consulted(Ruler& ruler, const UrgentRule& rule, const acts::TakeUrgentDecision& act,
                     const UrgentConsultation* consultation) {
    const auto* own = seat_of(ruler.state(), ruler.submission().made_by, ruler.body(), nullptr,
                              ruler.at(), ruler.context());
    const auto asked =
        consultation == nullptr ? 0 : static_cast<std::int64_t>(consultation->seats.size());
    const auto consulted = count_consulted(ruler, act, consultation, own);
    condition_of_power(ruler, rule, consulted > 0 ? Says::complies : Says::breach,
                       consulted > 0 ? Code::consultation_recorded : Code::consultation_missing,
                       {fact("consulted", consulted)});
    if (consulted > 0 && rule->each_sector) {
        check_each_sector(ruler, rule, act, consultation);
    }
    if (consultation == nullptr) {
        return;
    }
    if (rule->in_writing) {
        check_in_writing(ruler, rule, *consultation);
    }
    const bool nobody = count_answered(*consultation) == 0 && act.consulted.empty();
    if (rule->answered && nobody) {
        condition_of_power(ruler, rule, Says::breach, Code::nobody_answered,
                           {fact("asked", asked)});
    } else {
        ruler.says(rule, Says::remark, Code::consultation_answered, answered_facts(*consultation));
    }
}

/// The seats asked, and a consultation that is still open; false when the act cannot be taken in.
bool read_consultation(Ruler& ruler, const acts::ConsultOnUrgentDecision& act,
                       events::UrgentConsultationAsked& event) {
    const auto seats = ruler.seats(act.seats);
    for (const auto* seat : seats) {
        event.seats.push_back(seat->id);
    }
    if (act.consultation) {
        const auto* known = known_consultation(ruler, *act.consultation);
        if (known != nullptr && !known->open()) {
            ruler.no(Code::consultation_over, {fact("consultation", *act.consultation)});
        }
        event.consultation = *act.consultation;
    } else {
        event.consultation =
            static_cast<std::int64_t>(ruler.known_body()->urgent_consultations.size()) + 1;
        if (act.dropped.value_or(false)) {
            ruler.no(Code::consultation_unknown, {fact("body", ruler.body().view())});
        }
    }
    if (event.seats.empty() && !act.dropped.value_or(false)) {
        ruler.no(Code::consultation_missing);
    }
    return !ruler.refused();
}

} // namespace

Ruling rule(const Call& call, const acts::ConsultOnUrgentDecision& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    const auto urgent = urgent_rule(ruler);
    if (!urgent) {
        refuse_without_delegation(ruler);
        return ruler.finish();
    }
    auto event = copy_members<events::UrgentConsultationAsked>(act);
    if (!read_consultation(ruler, act, event)) {
        return ruler.finish();
    }
    if (!act.dropped.value_or(false)) {
        ruler.says(urgent, Says::complies, Code::consultation_begun,
                   {fact("asked", static_cast<std::int64_t>(event.seats.size()))});
    }
    const bool urgency = act.urgency && act.urgency->given();
    if (!act.consultation && !urgency) {
        ruler.finding(Code::urgency_missing);
    }
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::AnswerUrgentConsultation& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    const auto* consultation = known_consultation(ruler, act.consultation);
    const auto* seat = consultation == nullptr ? nullptr : ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    const bool asked =
        std::any_of(consultation->seats.begin(), consultation->seats.end(),
                    [&](const ConsultedSeat& each) { return each.seat == seat->id; });
    if (!asked) {
        ruler.no(Code::not_consulted, {fact("seat", seat->id.view())});
        return ruler.finish();
    }
    if (seat_of(call.state, call.submission.made_by, act.body, nullptr, ruler.at(), call.context) !=
        seat) {
        ruler.no(Code::not_permitted, {fact("act", "answer-urgent-consultation"),
                                       fact("actor", text(call.submission.made_by))});
        return ruler.finish();
    }
    if (!consultation->open()) {
        ruler.remark(Code::consultation_over, {fact("consultation", act.consultation)});
    }
    auto event = copy_members<events::UrgentConsultationAnswered>(act);
    event.seat = seat->id;
    return ruler.finish({std::move(event)});
}

Ruling rule(const Call& call, const acts::TakeUrgentDecision& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto urgent = urgent_rule(ruler);
    if (!urgent) {
        refuse_without_delegation(ruler);
        return ruler.finish();
    }
    check_who_decides(ruler, urgent, act.own_interest.value_or(false));
    const auto* consultation =
        act.consultation ? known_consultation(ruler, *act.consultation) : nullptr;
    if (consultation != nullptr && !consultation->open()) {
        ruler.no(Code::consultation_over, {fact("consultation", *act.consultation)});
    }
    const bool urgency = act.urgency && act.urgency->given();
    condition_of_power(ruler, urgent, urgency ? Says::complies : Says::breach,
                       urgency ? Code::reason_given : Code::urgency_missing, {});
    check_consulted(ruler, urgent, act, consultation);
    check_considered(ruler, act.considered);
    check_matter(ruler, act.matter, false);
    check_limits(ruler, {});
    auto event = copy_members<events::UrgentDecisionTaken>(act);
    event.decision = next_decision(call.state, act.body);
    return ruler.finish({event});
}

} // namespace quorate::governance
