#include "governance/ruler.hpp"

#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

/// Breaches first, then what awaits someone, then what is not known, then what complies.
int rank(Says says) {
    switch (says) {
    case Says::breach: return 0;
    case Says::discretion: return 1;
    case Says::undetermined: return 2;
    case Says::complies: return 3;
    case Says::remark: return 4;
    }
    return 5;
}

/// Whose agreement a permission asks for is one of these; whoever presides has the Chair's powers in a meeting.
bool agrees(const charter::MayRule& rule, Roles roles) {
    const auto needed = parse_role(rule.agreement_of);
    return (needed && roles.has(*needed)) || (rule.agreement_of == "chair" && roles.has(Role::presiding));
}

/// The permission is for the time before the meeting is opened, and the meeting was open at that instant.
bool too_late_for(const charter::MayRule& rule, const Meeting* meeting, base::Instant at) {
    const auto& needs = rule.requires_;
    const bool before = std::find(needs.begin(), needs.end(), "before-meeting") != needs.end();
    return before && meeting != nullptr && meeting->opened() && *meeting->opened() <= at;
}

bool same_actor(const Submission& submission) { return submission.made_by == submission.recorded_by; }

} // namespace

Fact fact(std::string_view name, std::int64_t value) { return {std::string(name), value}; }
Fact fact(std::string_view name, std::string_view value) { return {std::string(name), std::string(value)}; }
Fact fact(std::string_view name, base::CivilDate value) { return {std::string(name), base::text(value)}; }

Ruler::Ruler(const State& state, const Submission& submission, const Context& context, const BodyId& body,
             const Meeting* meeting, std::optional<std::int64_t> item)
    : state_(state), submission_(submission), context_(context), body_(body), meeting_(meeting), item_(item),
      terms_(terms_at(state, body, submission.effective, context)),
      claiming_(row_of(submission.act).force == Force::claiming) {
    ruling_.reasons.reserve(8);
    roles_ = roles_of(state, submission.made_by, body, meeting, item, submission.effective, context);
    check_recorder();
    check_permission();
}

Reason& Ruler::record(Says says, Code code, std::vector<Fact> facts) {
    Reason reason;
    reason.says = says;
    reason.code = code;
    reason.facts = std::move(facts);
    if (says == Says::breach) {
        reason.effect = charter::Effect::void_;
        hard_refusal_ = true;
    }
    ruling_.reasons.push_back(std::move(reason));
    return ruling_.reasons.back();
}

Reason& Ruler::finding(Code code, std::vector<Fact> facts) {
    auto& reason = record(Says::remark, code, std::move(facts));
    reason.says = Says::breach;
    return reason;
}

Reason& Ruler::add_rule_reason(const charter::Rule* rule, charter::Effect effect,
                               std::span<const charter::ReadingInForce> readings, Says says, Code code,
                               std::vector<Fact> facts) {
    QUORATE_ASSERT(rule != nullptr);
    Reason reason;
    reason.says = says;
    reason.code = code;
    reason.rule = rule->id;
    reason.clause = rule->clause;
    reason.cited_clause = rule->cited_clause;
    reason.quote = rule->quotes.empty() ? std::string_view{} : std::string_view(rule->quotes.front());
    reason.exception_to = rule->exception_to;
    reason.effect = effect;
    reason.facts = std::move(facts);
    for (const auto& reading : readings) {
        reason.readings.push_back({std::string(reading.charter) + "/" + reading.interpretation->id,
                                   std::string(reading.reading)});
    }
    ruling_.reasons.push_back(std::move(reason));
    return ruling_.reasons.back();
}

namespace {

/// A limit binds the roles it names, or everyone.
bool binds(const charter::LimitRule& rule, Roles roles) {
    return rule.who.empty() || std::any_of(rule.who.begin(), rule.who.end(), [&](const std::string& name) {
               const auto role = parse_role(name);
               return role && roles.has(*role);
           });
}

} // namespace

/// Who keys an act for someone else must be the servicing officer or the administrator.
void Ruler::check_recorder() {
    const auto kind = submission_.recorded_by.kind;
    const bool officer = kind == ActorKind::servicing || kind == ActorKind::administrator;
    if (!same_actor(submission_) && !officer) {
        no(Code::recorder_not_permitted, {fact("recorded_by", text(submission_.recorded_by))});
    }
}

void Ruler::check_permission() {
    const auto* known = state_.bodies.find(body_);
    if (terms_ == nullptr) {
        // Before a body has terms there is no rulebook: setting up is the servicing officer's and administrator's.
        const bool officer = roles_.has(Role::servicing_officer) || roles_.has(Role::administrator) ||
                             roles_.has(Role::lead_authority);
        if (!officer) {
            no(known == nullptr ? Code::body_unknown : Code::no_terms, {fact("body", body_.view())});
        }
        return;
    }
    const auto index = submission_.act.index();
    for (const auto* limit : terms_->limits[index]) {
        if (!binds(*limit->params, roles_)) {
            continue;
        }
        says(*limit, Says::breach, Code::forbidden);
        hard_refusal_ = true;
    }
    const Permission* granted = nullptr;
    for (const auto& permission : terms_->permissions[index]) {
        const auto& rule = *permission.rule->params;
        if (too_late_for(rule, meeting_, at())) {
            continue;
        }
        if (permission.who.meets(roles_) || (!rule.agreement_of.empty() && agrees(rule, roles_))) {
            granted = &permission;
            break;
        }
    }
    if (granted != nullptr) {
        const auto& rule = *granted->rule->params;
        if (!rule.agreement_of.empty() && !agrees(rule, roles_)) {
            const std::vector<Fact> facts{fact("holder", rule.agreement_of)};
            says(*granted->rule, Says::discretion, Code::agreement_missing, facts).holder = rule.agreement_of;
            return;
        }
        says(*granted->rule, Says::complies, Code::permitted_by);
        return;
    }
    const bool nobody = submission_.made_by.kind == ActorKind::presiding && !roles_.has(Role::presiding);
    const auto code = nobody ? Code::nobody_presides : Code::not_permitted;
    const std::vector<Fact> facts{fact("act", row_of(submission_.act).name), fact("actor", text(submission_.made_by))};
    const auto recorder = submission_.recorded_by.kind;
    const bool on_record = !claiming_ && !same_actor(submission_) &&
                           (recorder == ActorKind::servicing || recorder == ActorKind::administrator);
    if (on_record) {
        // It happened and the officer reports it: recorded, with the finding that the terms gave no such power.
        finding(code, facts);
        return;
    }
    no(code, facts);
}

const Seat* Ruler::seat(const SeatRef& ref) {
    const auto* found = find_seat(state_, body_, ref);
    if (found == nullptr && meeting_ != nullptr && meeting_->jointly_with) {
        found = find_seat(state_, *meeting_->jointly_with, ref);
    }
    if (found == nullptr && known_body() == nullptr) {
        if (ruling_.reason(Code::body_unknown) == nullptr) {
            no(Code::body_unknown, {fact("body", body_.view())});
        }
        return nullptr;
    }
    const bool joint = meeting_ != nullptr && found != nullptr && meeting_->jointly_with == found->body;
    if (found == nullptr || (found->body != body_ && !joint)) {
        no(Code::seat_unknown, {fact("seat", ref.view()), fact("body", body_.view())});
        return nullptr;
    }
    if (!exists_at(*found, at())) {
        no(Code::seat_removed, {fact("seat", found->id.view())});
        return nullptr;
    }
    return found;
}

std::vector<const Seat*> Ruler::seats(const std::vector<SeatRef>& refs) {
    std::vector<const Seat*> out;
    for (const auto& ref : refs) {
        if (const auto* found = seat(ref)) {
            out.push_back(found);
        }
    }
    return out.size() == refs.size() ? out : std::vector<const Seat*>{};
}

const Item* Ruler::item(std::int64_t number) {
    const auto* found = meeting_ == nullptr ? nullptr : meeting_->item(number);
    if (found == nullptr) {
        no(Code::item_unknown, {fact("item", number)});
    }
    return found;
}

bool Ruler::require_open() {
    if (meeting_ == nullptr) {
        return false;
    }
    if (sits_at(*meeting_, at())) {
        return true;
    }
    const auto code = meeting_->status == MeetingStatus::closed      ? Code::meeting_closed
                      : meeting_->status == MeetingStatus::cancelled ? Code::meeting_cancelled
                                                                     : Code::meeting_not_open;
    no(code, {fact("meeting", meeting_->id.view())});
    return false;
}

bool Ruler::require_not_over() {
    if (meeting_ == nullptr) {
        return false;
    }
    if (meeting_->status == MeetingStatus::cancelled) {
        no(Code::meeting_cancelled, {fact("meeting", meeting_->id.view())});
        return false;
    }
    const auto closed = meeting_->closed();
    if (closed && at() > *closed) {
        no(Code::meeting_closed, {fact("meeting", meeting_->id.view())});
        return false;
    }
    return true;
}

Ruling Ruler::finish(std::vector<Event> events) {
    bool void_breach = hard_refusal_;
    bool discretion = false;
    bool unknown = false;
    for (const auto& reason : ruling_.reasons) {
        const bool binds = claiming_ && reason.effect == charter::Effect::void_;
        void_breach = void_breach || (reason.says == Says::breach && binds);
        unknown = unknown || (reason.says == Says::undetermined && binds);
        discretion = discretion || (reason.says == Says::discretion && claiming_);
    }
    ruling_.verdict = void_breach  ? Verdict::refused
                      : discretion ? Verdict::needs_discretion
                      : unknown    ? Verdict::undetermined
                                   : Verdict::permitted;
    put_in_order(ruling_.reasons);
    if (ruling_.verdict == Verdict::permitted) {
        ruling_.events = std::move(events);
    }
    return std::move(ruling_);
}

void put_in_order(std::vector<Reason>& reasons) {
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        return std::pair(rank(a.says), a.code) < std::pair(rank(b.says), b.code);
    });
}

std::vector<const Reason*> Ruling::findings() const {
    std::vector<const Reason*> out;
    if (verdict != Verdict::permitted) {
        return out;
    }
    for (const auto& each : reasons) {
        if (each.says == Says::breach || each.says == Says::undetermined) {
            out.push_back(&each);
        }
    }
    return out;
}

const Reason* Ruling::reason(Code code) const {
    const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.code == code; });
    return found == reasons.end() ? nullptr : &*found;
}

} // namespace quorate::governance
