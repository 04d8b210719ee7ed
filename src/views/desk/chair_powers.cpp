// What the terms in force leave to whoever chairs: found from the rules, so that a body with other
// terms has other powers.

#include "views/desk/chair_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool is_chair(std::string_view role) {
    return role == "chair" || role == "vice-chair" || role == "presiding" ||
           role == "office:chair" || role == "office:vice-chair";
}

/// Leave for others that hangs on the Chair, or leave that only whoever chairs has.
bool of_the_chair(const charter::MayRule& rule) {
    const bool alone =
        !rule.who.empty() && std::all_of(rule.who.begin(), rule.who.end(),
                                         [](const auto& who) { return is_chair(who); });
    const bool does_something = !rule.acts.empty() || !rule.rights.empty();
    return does_something && (alone || is_chair(rule.agreement_of));
}

bool of_the_chair(const charter::InterestRule& rule) {
    return is_chair(rule.decided_by);
}

bool of_the_chair(const charter::DelegationRule& rule) {
    return is_chair(rule.to);
}

bool of_the_chair(const charter::DecisionRule& rule) {
    return rule.tie == charter::Tie::chair_casts;
}

std::vector<std::string> acts_of(const charter::MayRule& rule) {
    return rule.acts;
}

std::vector<std::string> acts_of(const charter::InterestRule&) {
    return {"determine-interest"};
}

std::vector<std::string> acts_of(const charter::DelegationRule& rule) {
    return rule.scope == "urgent" ? std::vector<std::string>{"take-urgent-decision"}
                                  : std::vector<std::string>{};
}

std::vector<std::string> acts_of(const charter::DecisionRule&) {
    return {"declare-outcome"};
}

bool while_presiding(const charter::MayRule& rule) {
    const auto presides = [](const std::string& who) { return who == "presiding"; };
    return rule.agreement_of == "presiding" ||
           (!rule.who.empty() && std::all_of(rule.who.begin(), rule.who.end(), presides));
}

bool while_presiding(const charter::InterestRule& rule) {
    return rule.decided_by == "presiding";
}

bool while_presiding(const charter::DelegationRule&) {
    return false;
}

bool while_presiding(const charter::DecisionRule&) {
    return true;
}

/// Leave that comes to nothing here: for urgent matters where the terms hand none on, or for the
/// Vice Chair alone where the viewer is not that.
bool idle(const charter::MayRule& rule, const Ground& ground, const BodyId& body,
          const CompiledTerms& terms) {
    const auto urgent = [&] {
        const auto delegations = terms.terms.all<charter::DelegationRule>();
        return std::any_of(delegations.begin(), delegations.end(),
                           [](const auto& each) { return each->scope == "urgent"; });
    };
    if (rule.acts == std::vector<std::string>{"take-urgent-decision"} && !urgent()) {
        return true;
    }
    if (rule.who != std::vector<std::string>{"vice-chair"}) {
        return false;
    }
    const auto vice =
        office_at(ground.state(), body, "vice-chair", ground.now, ground.context()).seat;
    const auto own = seats_of_viewer(ground);
    return std::none_of(own.begin(), own.end(),
                        [&](const SeatOfViewer& each) { return each.seat == vice; });
}

template <class Rule>
bool idle(const Rule&, const Ground&, const BodyId&, const CompiledTerms&) {
    return false;
}

std::int64_t waiting_for(const Ground& ground, const BodyId& body, const std::string& rule) {
    std::int64_t out = 0;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto subject = subject_of(awaited.submission.act);
        out += !awaited.answered && awaited.rule == rule && subject.body == body ? 1 : 0;
    });
    return out;
}

/// The viewer is Vice Chair of a body that has a Chair, whose own powers are not theirs.
bool vice_only(const Ground& ground, const BodyId& body) {
    const auto chair = office_at(ground.state(), body, "chair", ground.now, ground.context()).seat;
    const auto own = seats_of_viewer(ground);
    return chair != nullptr && occupant_at(ground.state(), *chair, ground.now) != nullptr &&
           std::none_of(own.begin(), own.end(),
                        [&](const SeatOfViewer& each) { return each.seat == chair; });
}

bool of_vice_or_presiding(std::string_view role) {
    return role == "presiding" || role == "vice-chair" || role == "office:vice-chair";
}

/// Whether a power comes to the Vice Chair while there is a Chair: by name, or by presiding.
bool comes_to_vice(const charter::MayRule& rule) {
    return of_vice_or_presiding(rule.agreement_of) ||
           std::any_of(rule.who.begin(), rule.who.end(),
                       [](const auto& who) { return of_vice_or_presiding(who); });
}

bool comes_to_vice(const charter::InterestRule& rule) {
    return of_vice_or_presiding(rule.decided_by) || of_vice_or_presiding(rule.own_conflict);
}

bool comes_to_vice(const charter::DelegationRule& rule) {
    return of_vice_or_presiding(rule.to) || of_vice_or_presiding(rule.own_conflict);
}

bool comes_to_vice(const charter::DecisionRule&) {
    return true; // the casting vote goes with the chair of the meeting
}

/// The powers a kind of rule gives, each with where it stands among the rules of the document.
template <class Rule>
void add_powers(const Ground& ground, const BodyId& body, const CompiledTerms& terms,
                const KnownNames& names, std::vector<ChairPower>& out) {
    const bool vice = vice_only(ground, body);
    for (const auto& rule : terms.terms.all<Rule>()) {
        if (!of_the_chair(*rule.params) || idle(*rule.params, ground, body, terms) ||
            (vice && !comes_to_vice(*rule.params))) {
            continue;
        }
        ChairPower power;
        power.body = ground.body(body);
        power.clause = own_clause(*rule.rule);
        power.quote = rule.rule->quotes.empty() ? "" : rule.rule->quotes.front();
        power.words = rule_words(names, *rule.rule, *rule.params);
        power.acts = acts_of(*rule.params);
        power.when =
            while_presiding(*rule.params) ? "In a meeting, while you preside" : "At any time";
        power.waiting = vice ? 0 : waiting_for(ground, body, rule.rule->id);
        out.push_back(std::move(power));
    }
}

} // namespace

std::vector<ChairPower> chair_powers(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto names = known_names(ground);
    std::vector<ChairPower> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto* terms = ground.terms(body.id, ground.now);
        if (terms == nullptr || !may_chair(ground, body.id, nullptr)) {
            return;
        }
        add_powers<charter::MayRule>(ground, body.id, *terms, names, out);
        add_powers<charter::InterestRule>(ground, body.id, *terms, names, out);
        add_powers<charter::DelegationRule>(ground, body.id, *terms, names, out);
        add_powers<charter::DecisionRule>(ground, body.id, *terms, names, out);
    });
    return out;
}

} // namespace quorate::views
