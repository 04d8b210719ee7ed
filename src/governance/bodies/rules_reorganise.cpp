// A reorganisation as one act: terms come into force, bodies are established, what the terms say of
// succession is carried out, and bodies end, all at one instant.

#include "governance/bodies/adopting.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/bodies/segments.hpp"
#include "governance/bodies/succession.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

using charter::SuccessionMode;

/// The charters a charter applies, with those they apply in turn, of the ones listed.
std::vector<std::string> applied_by(const Ruler& ruler, const charter::Charter& charter,
                                    const std::vector<std::string>& listed) {
    std::set<std::string> wanted;
    std::vector<std::shared_ptr<const charter::Charter>> held;
    std::vector<const charter::Charter*> waiting{&charter};
    while (!waiting.empty()) {
        const auto* at = waiting.back();
        waiting.pop_back();
        for (const auto& rule : at->rules) {
            const auto* apply = std::get_if<charter::ApplyRule>(&rule.params);
            if (apply == nullptr || apply->charter == charter.name ||
                !wanted.insert(apply->charter).second) {
                continue;
            }
            for (const auto& text : listed) {
                const auto applied = parse_applied(text);
                const auto found = applied && applied->first == apply->charter
                                       ? ruler.context().charters().find(applied->second)
                                       : nullptr;
                if (found != nullptr) {
                    held.push_back(found);
                    waiting.push_back(found.get());
                }
            }
        }
    }
    std::vector<std::string> out;
    std::copy_if(
        listed.begin(), listed.end(), std::back_inserter(out),
        [&](const std::string& text) { return wanted.contains(text.substr(0, text.find('='))); });
    return out;
}

/// The record already says that a body handed a responsibility on to another.
bool on_record(const Body& from, const Matter& matter, const BodyId& to, base::Instant at) {
    const auto found = from.responsibilities.find(matter);
    const auto* moved = found == from.responsibilities.end() ? nullptr : found->second.at(at);
    return moved != nullptr && *moved == to;
}

/// The events of a reorganisation so far, and the state they make.
class Draft {
public:
    Draft(Ruler& ruler, const Call& call, const acts::Reorganise& act)
        : ruler_(ruler), call_(call), act_(act), after_(call.state), stamp_{ruler.at(),
                                                                            call.recorded,
                                                                            call.state.size,
                                                                            call.submission.id,
                                                                            {}} {
        summary_.body = act.body;
        summary_.decision = act.decision;
        summary_.reason = act.reason;
    }

    void adopt_terms();
    void establish();
    void carry_out();
    void end_bodies();
    Ruling finish();

private:
    void add(Event event) {
        apply(after_, event, stamp_);
        events_.push_back(std::move(event));
    }
    void adopt(const std::string& text);
    void establish_one(const BodyId& body);
    void carry_out_one(const Succession& succession, const std::vector<Holding>& holdings);
    [[nodiscard]] std::optional<std::string> calendar_of(const charter::Charter& charter) const;
    [[nodiscard]] bool meant(const BodyId& successor) const;

    Ruler& ruler_;
    const Call& call_;
    const acts::Reorganise& act_;
    State after_;
    Stamp stamp_;
    std::vector<Event> events_;
    events::Reorganised summary_;
    std::vector<std::string> applies_;
    std::vector<BodyId>
        named_; ///< bodies whose terms come into force or which are established by this act
    bool still_to_come_ = false;
};

std::optional<std::string> Draft::calendar_of(const charter::Charter& charter) const {
    for (const auto& digest : act_.calendars) {
        const auto parsed = base::parse_hex_digest(digest);
        const auto held = parsed ? ruler_.context().calendars().find(*parsed) : nullptr;
        if (held != nullptr && held->name() == charter.calendar) {
            return base::hex(*parsed);
        }
    }
    return {};
}

/// Brings the terms "body=digest" into force; the body is put on record first when it is not there.
void Draft::adopt(const std::string& text) {
    const auto named = parse_applied(text);
    const BodyId body(named ? named->first : std::string());
    if (!named || !base::is_id(body.value)) {
        ruler_.no(Code::terms_unknown, {fact("charter", text), fact("digest", text)});
        return;
    }
    const auto held = named_charter(ruler_, body, {}, base::hex(named->second));
    if (held == nullptr) {
        return;
    }
    if (ended_by(after_, body, ruler_.at())) {
        ruler_.no(Code::body_dissolved, {fact("body", body.view())});
        return;
    }
    named_.push_back(body);
    if (after_.bodies.find(body) == nullptr) {
        std::string name = held->title;
        for (const auto& rule : held->rules) {
            const auto* about = std::get_if<charter::BodyRule>(&rule.params);
            name = about != nullptr && !about->name.empty() ? about->name : name;
        }
        add(events::BodyEstablished{body, name, BodyStatus::proposed, false});
    }
    events::CharterAdopted event;
    event.body = body;
    event.charter = held->name;
    event.digest = base::hex(named->second);
    event.applies = applied_by(ruler_, *held, applies_);
    event.calendar = calendar_of(*held);
    event.zone = held->zone;
    event.amended = after_.bodies.find(body)->charters.at(ruler_.at()) != nullptr;
    event.decision = act_.decision;
    add(std::move(event));
}

void Draft::adopt_terms() {
    for (const auto& calendar : act_.calendars) {
        named_calendar(ruler_, calendar);
    }
    applies_ = named_applied(ruler_, act_.applies);
    for (const auto& text : act_.adopts) {
        adopt(text);
    }
    if (!ruler_.refused()) {
        check_terms_made(ruler_, after_);
    }
}

void Draft::establish_one(const BodyId& id) {
    const auto* body = after_.bodies.find(id);
    if (body == nullptr) {
        ruler_.no(Code::body_unknown, {fact("body", id.view())});
        return;
    }
    const auto* status = body->status.at(ruler_.at());
    if (status != nullptr && *status == BodyStatus::dissolved) {
        ruler_.no(Code::body_dissolved, {fact("body", id.view())});
        return;
    }
    if (status != nullptr && *status == BodyStatus::established) {
        return;
    }
    check_terms_of_group(ruler_, after_, {id, body->by_statute},
                         call_.state.decisions.find(act_.decision.value_or(DecisionId())));
    add(events::BodyEstablished{id, body->name, BodyStatus::established, body->by_statute});
    summary_.established.push_back(id);
}

void Draft::establish() {
    for (const auto& body : std::vector<BodyId>(named_)) {
        establish_one(body);
    }
    for (const auto& body : act_.establishes) {
        establish_one(body);
        named_.push_back(body);
    }
}

/// The successions carried out are those of the bodies the act brings in or names; of the deciding
/// body when it does neither.
bool Draft::meant(const BodyId& successor) const {
    const auto in = [&](const std::vector<BodyId>& list) {
        return std::find(list.begin(), list.end(), successor) != list.end();
    };
    const bool none = named_.empty() && act_.carries_out.empty() && act_.dissolves.empty();
    return in(named_) || in(act_.carries_out) || (none && successor == act_.body);
}

void Draft::carry_out_one(const Succession& succession, const std::vector<Holding>& holdings) {
    const std::vector<Fact> who{fact("to", succession.to.view()),
                                fact("from", succession.from.view())};
    if (!succession.at || ruler_.at() < *succession.at) {
        auto facts = who;
        if (succession.at) {
            const auto zone = zone_of(after_, succession.to);
            facts.push_back(fact("effective", zone.date_of(*succession.at)));
        }
        ruler_.says(succession.rule, Says::remark, Code::succession_to_come, std::move(facts));
        still_to_come_ = true;
        return;
    }
    std::int64_t passed = 0;
    std::size_t before = events_.size();
    const auto* from = after_.bodies.find(succession.from);
    for (const auto& holding : holdings) {
        for (const auto& passing : holding.chain) {
            const bool this_one = passing.rule.rule == succession.rule.rule &&
                                  passing.from == succession.from && passing.to == succession.to;
            if (this_one && from != nullptr &&
                !on_record(*from, holding.matter, succession.to, ruler_.at())) {
                add(events::ResponsibilityTransferred{succession.from, succession.to,
                                                      holding.matter, act_.decision});
                from = after_.bodies.find(succession.from);
            }
            passed += this_one ? 1 : 0;
        }
    }
    const auto type =
        succession.mode == SuccessionMode::assumes ? LinkType::succeeds : LinkType::absorbs_work_of;
    const auto* to = after_.bodies.find(succession.to);
    const bool whole = succession.mode != SuccessionMode::client_role && from != nullptr;
    if (whole && to != nullptr && !linked(*to, succession.from, type, ruler_.at())) {
        add(events::BodiesLinked{succession.to, type, succession.from, {}});
    }
    if (succession.ends_predecessor && from != nullptr &&
        !ended_by(after_, succession.from, ruler_.at())) {
        std::vector<Event> ending;
        end_body(ruler_, *from, ending);
        for (auto& event : ending) {
            add(std::move(event));
        }
        if (!ending.empty()) {
            summary_.ended.push_back(succession.from);
        }
    }
    auto facts = who;
    facts.push_back(fact("passed", passed));
    ruler_.says(succession.rule, Says::complies, Code::succession_carried_out, std::move(facts));
    const bool did = events_.size() > before;
    const auto& done = summary_.successors;
    if (did && std::find(done.begin(), done.end(), succession.to) == done.end()) {
        summary_.successors.push_back(succession.to);
    }
}

void Draft::carry_out() {
    for (const auto& body : act_.carries_out) {
        require_body(ruler_, body);
    }
    if (ruler_.refused()) {
        return;
    }
    const auto known = successions(after_, ruler_.context(), ruler_.at());
    const auto held = holdings(after_, ruler_.context(), ruler_.at());
    for (const auto& succession : known) {
        if (succession.rule && succession.mode != SuccessionMode::may_absorb &&
            meant(succession.to)) {
            carry_out_one(succession, held);
        }
    }
    for (const auto& circle : succession_circles(after_, ruler_.context(), ruler_.at())) {
        if (std::any_of(circle.begin(), circle.end(),
                        [&](const BodyId& body) { return meant(body); })) {
            finding(ruler_, Code::succession_in_a_circle,
                    {fact("to", circle.front().view()), fact("from", circle.back().view())});
        }
    }
}

void Draft::end_bodies() {
    for (const auto& id : act_.dissolves) {
        const auto* body = after_.bodies.find(id);
        if (body == nullptr) {
            ruler_.no(Code::body_unknown, {fact("body", id.view())});
        } else if (body->by_statute) {
            ruler_.no(Code::statutory_body, {fact("body", id.view())});
        } else if (!ended_by(after_, id, ruler_.at())) {
            std::vector<Event> ending;
            end_body(ruler_, *body, ending);
            for (auto& event : ending) {
                add(std::move(event));
            }
            summary_.ended.push_back(id);
        } else if (std::find(summary_.ended.begin(), summary_.ended.end(), id) ==
                   summary_.ended.end()) {
            ruler_.no(Code::body_dissolved, {fact("body", id.view())});
        }
    }
}

Ruling Draft::finish() {
    if (events_.empty() && !ruler_.refused()) {
        ruler_.no(Code::nothing_to_carry_out, {fact("body", act_.body.view())});
    }
    if (ruler_.refused()) {
        return ruler_.finish();
    }
    say_orphans(ruler_, after_);
    add(std::move(summary_));
    return ruler_.finish(std::move(events_));
}

} // namespace

void say_orphans(Ruler& ruler, const State& after) {
    std::array<std::int64_t, 6> counts{};
    for (const auto& orphan : orphans_made(ruler.state(), after, ruler.context(), ruler.at())) {
        ++counts[static_cast<std::size_t>(orphan.kind)];
    }
    const auto say = [&](OrphanKind kind, Code code, bool held_against) {
        const auto count = counts[static_cast<std::size_t>(kind)];
        if (count == 0) {
            return;
        }
        std::vector<Fact> facts{fact("count", count)};
        held_against ? finding(ruler, code, std::move(facts))
                     : ruler.remark(code, std::move(facts));
    };
    say(OrphanKind::responsibility, Code::responsibility_orphaned, true);
    say(OrphanKind::sector, Code::sectors_without_place, true);
    say(OrphanKind::duty, Code::duties_without_owner, true);
    say(OrphanKind::seat, Code::seats_lost, false);
    say(OrphanKind::meeting, Code::meetings_fall, false);
    say(OrphanKind::link, Code::links_left, true);
}

Ruling rule(const Call& call, const acts::Reorganise& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    if (!ruler.refused() && !binds(decision, act.body)) {
        finding(ruler, Code::decision_missing, {fact("body", act.body.view())});
    }
    Draft draft(ruler, call, act);
    draft.adopt_terms();
    if (ruler.refused()) {
        return ruler.finish();
    }
    draft.establish();
    draft.carry_out();
    draft.end_bodies();
    return draft.finish();
}

} // namespace quorate::governance
