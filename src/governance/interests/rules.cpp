#include "governance/interests/rules.hpp"

#include "governance/copy_members.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/unknown.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::string_view option_name(Determination determination) {
    switch (determination) {
    case Determination::below_test: return "below-test";
    case Determination::leave: return "leave";
    case Determination::speak: return "speak";
    case Determination::speak_and_withdraw: return "speak-and-withdraw";
    }
    return "";
}

Code code_of(Determination determination) {
    switch (determination) {
    case Determination::below_test: return Code::below_the_test;
    case Determination::leave: return Code::must_leave;
    case Determination::speak: return Code::may_speak_not_decide;
    case Determination::speak_and_withdraw: return Code::speaks_then_withdraws;
    }
    return Code::below_the_test;
}

bool is_affected(const Item& item, const Seat& seat) {
    return std::find(item.affects.begin(), item.affects.end(), seat.organisation) != item.affects.end();
}

/// The meeting as it will be: the item's declarations carry this determination, and one told to leave is out.
Meeting after_determination(const Meeting& before, const acts::DetermineInterest& act, const SeatId& seat,
                            base::Instant at) {
    Meeting meeting = before;
    for (auto& declaration : meeting.item(act.item)->declarations) {
        if (declaration.seat == seat) {
            declaration.determination = act.determination;
            declaration.determined_at = at;
        }
    }
    for (auto& presence : meeting.presence) {
        const bool theirs = presence.seat == seat && presence.covers(at);
        if (theirs && act.determination == Determination::leave) {
            presence.until = at;
        }
    }
    return meeting;
}

bool in_room(const Meeting& meeting, const SeatId& seat, base::Instant at) {
    return std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& presence) {
        return presence.seat == seat && presence.covers(at) &&
               (presence.as == PresentAs::member || presence.as == PresentAs::substitute);
    });
}

void check_option(Ruler& ruler, const charter::InForce<charter::InterestRule>& rule,
                  const acts::DetermineInterest& act, const Item& item, const Seat& seat) {
    const std::vector<Fact> facts{fact("seat", seat.id.view()), fact("item", act.item),
                                  fact("determination", option_name(act.determination))};
    const bool open = act.determination == Determination::below_test ||
                      contains(rule->options, option_name(act.determination));
    ruler.says(rule, open ? Says::complies : Says::breach, open ? code_of(act.determination) : Code::option_not_open,
               facts)
        .effect = open ? rule.effect : charter::Effect::void_;
    if (act.determination == Determination::leave && is_affected(item, seat) && rule->affected_partner_may_stay) {
        ruler.says(rule, Says::breach, Code::affected_partner_stays, facts);
    }
}

/// The interest is that of whoever presides, or of the Chair while another presides.
bool is_of_the_chair(const Ruler& ruler, const Seat& seat, const Seat* presiding) {
    const auto chair = office_at(ruler.state(), ruler.body(), "chair", ruler.at(), ruler.context());
    return presiding == &seat || chair.seat == &seat;
}

/// Whose discretion it is: the decider's, but never over their own interest; then whoever the reading names, unless
/// they have an interest in the item as well.
void check_decider(Ruler& ruler, const charter::InForce<charter::InterestRule>& rule, const Item& item,
                   const Seat& seat) {
    const auto decider = parse_role(rule->decided_by);
    const auto instead = parse_role(rule->own_conflict);
    const auto* maker = seat_of(ruler.state(), ruler.submission().made_by, ruler.body(), ruler.meeting(), ruler.at(),
                                ruler.context(), item.number);
    const auto* presiding = presiding_at(ruler.state(), *ruler.meeting(), ruler.at(), item.number);
    const bool is_decider = decider && ruler.roles().has(*decider);
    const bool own_path = rule->own_conflict != "chair";
    const std::vector<Fact> facts{fact("seat", seat.id.view()), fact("instead", rule->own_conflict)};
    if (is_decider && maker == &seat && own_path) {
        ruler.says(rule, Says::breach, Code::own_interest, facts).effect = charter::Effect::void_;
        return;
    }
    const bool stands_in = instead && ruler.roles().has(*instead) && presiding == &seat;
    if (!is_decider && !stands_in) {
        ruler.says(rule, Says::breach, Code::not_permitted,
                   {fact("act", "determine-interest"), fact("actor", text(ruler.submission().made_by))})
            .effect = charter::Effect::void_;
        return;
    }
    if (own_path && maker != nullptr && maker != &seat && has_interest(item, maker->id, ruler.at()) &&
        is_of_the_chair(ruler, seat, presiding)) {
        ruler.says(rule, Says::breach, Code::decider_has_interest,
                   {fact("seat", maker->id.view()), fact("item", item.number)})
            .effect = charter::Effect::void_;
    }
}

} // namespace

Ruling rule(const Call& call, const acts::RegisterInterest& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (call.state.interests.find(act.interest) != nullptr) {
        ruler.no(Code::interest_exists, {fact("interest", act.interest.view())});
    }
    const auto* seat = ruler.seat(act.seat);
    if (seat == nullptr) {
        return ruler.finish();
    }
    auto event = copy_members<events::InterestRegistered>(act);
    event.seat = seat->id;
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::WithdrawInterest& act) {
    const auto* interest = call.state.interests.find(act.interest);
    const auto* seat = interest == nullptr ? nullptr : call.state.seats.find(interest->seat);
    if (seat == nullptr) {
        return refuse_unknown(Code::interest_unknown, {fact("interest", act.interest.view())});
    }
    Ruler ruler(call.state, call.submission, call.context, seat->body);
    return ruler.finish({events::InterestWithdrawn{act.interest}});
}

Ruling rule(const Call& call, const acts::DeclareInterest& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    const auto* seat = ruler.seat(act.seat);
    if (item == nullptr || seat == nullptr) {
        return ruler.finish();
    }
    auto event = copy_members<events::InterestDeclared>(act);
    event.seat = seat->id;
    if (const auto rule = ruler.one<charter::InterestRule>()) {
        const auto code = event.meets_test ? Code::interest_to_determine : Code::below_the_test;
        ruler.says(rule, Says::complies, code,
                   {fact("seat", seat->id.view()), fact("item", act.item), fact("holder", rule->decided_by)})
            .holder = event.meets_test ? rule->decided_by : "";
    }
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::DetermineInterest& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    const auto* item = ruler.item(act.item);
    const auto* seat = ruler.seat(act.seat);
    if (item == nullptr || seat == nullptr) {
        return ruler.finish();
    }
    const bool declared = std::any_of(item->declarations.begin(), item->declarations.end(),
                                      [&](const Declaration& declaration) { return declaration.seat == seat->id; });
    if (!declared) {
        ruler.no(Code::interest_not_declared, {fact("seat", seat->id.view()), fact("item", act.item)});
        return ruler.finish();
    }
    if (const auto rule = ruler.one<charter::InterestRule>()) {
        check_option(ruler, rule, act, *item, *seat);
        check_decider(ruler, rule, *item, *seat);
    }
    const auto after = after_determination(*ruler.meeting(), act, seat->id, ruler.at());
    say_quorum(ruler, after, ruler.at(), act.item, Says::remark);

    const auto* by = seat_of(call.state, call.submission.made_by, ruler.body(), ruler.meeting(),
                             ruler.at(), call.context, act.item);
    events::InterestDetermined event{act.meeting, act.item, seat->id, act.determination,
                                     by == nullptr ? std::optional<SeatId>{} : by->id, act.reason};
    std::vector<Event> events{std::move(event)};
    if (act.determination == Determination::leave && in_room(*ruler.meeting(), seat->id, ruler.at())) {
        events.emplace_back(
            events::Left{act.meeting, seat->id, {}, LeftBecause::withdrew_for_item, act.item});
    }
    return ruler.finish(std::move(events));
}

} // namespace quorate::governance
