#ifndef QUORATE_GOVERNANCE_RULER_HPP
#define QUORATE_GOVERNANCE_RULER_HPP
// The common frame of every rule function: who may do this, what the rules said, and what verdict follows.

#include "governance/lookup.hpp"
#include "governance/rule.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace quorate::governance {

/// Gathers the reasons of one ruling and works out its verdict: a reporting act is always recorded; a claiming act is
/// refused on a void breach, else awaits discretion, else is undetermined, else permitted. A refusal that comes from
/// the record itself (no such meeting) refuses either kind.
class Ruler {
  public:
    /// `meeting` may be null. Permission is checked at once, under the terms in force for `body` at the act's instant.
    Ruler(const State& state, const Submission& submission, const Context& context, const BodyId& body,
          const Meeting* meeting = nullptr, std::optional<std::int64_t> item = {});

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const Submission& submission() const { return submission_; }
    [[nodiscard]] const Context& context() const { return context_; }
    [[nodiscard]] base::Instant at() const { return submission_.effective; }
    [[nodiscard]] const BodyId& body() const { return body_; }
    [[nodiscard]] const Body* known_body() const { return state_.bodies.find(body_); }
    [[nodiscard]] const Meeting* meeting() const { return meeting_; }
    [[nodiscard]] bool claiming() const { return claiming_; }
    /// The terms in force at the act's instant; null when the body has none.
    [[nodiscard]] const CompiledTerms* terms() const { return terms_; }
    [[nodiscard]] Roles roles() const { return roles_; }

    /// The one rule of a kind in force at the act's instant.
    template <class P>
    [[nodiscard]] charter::InForce<P> one() const {
        return terms_ == nullptr ? charter::InForce<P>{} : terms_->terms.one<P>();
    }
    template <class P>
    [[nodiscard]] std::span<const charter::InForce<P>> all() const {
        return terms_ == nullptr ? std::span<const charter::InForce<P>>{} : terms_->terms.all<P>();
    }

    /// A reason of a rule in force. Returns it for adding readings, holder or more facts.
    template <class P>
    Reason& says(const charter::InForce<P>& rule, Says says, Code code, std::vector<Fact> facts = {}) {
        return add_rule_reason(rule.rule, rule.effect, rule.readings, says, code, std::move(facts));
    }
    /// A reason that comes from the record, not from a clause; a breach of this kind always refuses.
    Reason& record(Says says, Code code, std::vector<Fact> facts = {});
    /// Shorthand: the record has no such thing, or it is in the wrong state.
    Reason& no(Code code, std::vector<Fact> facts = {}) { return record(Says::breach, code, std::move(facts)); }
    /// A finding with no clause behind it: recorded, and it never refuses.
    Reason& finding(Code code, std::vector<Fact> facts = {});
    /// Something to be told, neither good nor bad.
    Reason& remark(Code code, std::vector<Fact> facts = {}) { return record(Says::remark, code, std::move(facts)); }

    /// True when something already refuses the act whatever else is said: further checks may be skipped.
    [[nodiscard]] bool refused() const { return hard_refusal_; }

    /// The seat meant, refusing when there is none then or it is of another body.
    const Seat* seat(const SeatRef& ref);
    /// The seats meant; empty when any is not there (each is reported).
    std::vector<const Seat*> seats(const std::vector<SeatRef>& refs);
    /// The meeting's item, refusing when there is none.
    const Item* item(std::int64_t number);
    /// Refuses unless the meeting sits at the act's instant (an act entered later at its true time is in order).
    bool require_open();
    /// Refuses for a meeting that is cancelled, or closed before the act's instant.
    bool require_not_over();

    /// The ruling with its verdict; `events` are kept only when it is permitted.
    Ruling finish(std::vector<Event> events);
    Ruling finish() { return finish({}); }

  private:
    Reason& add_rule_reason(const charter::Rule* rule, charter::Effect effect,
                            std::span<const charter::ReadingInForce> readings, Says says, Code code,
                            std::vector<Fact> facts);
    void check_recorder();
    void check_permission();

    const State& state_;
    const Submission& submission_;
    const Context& context_;
    BodyId body_;
    const Meeting* meeting_;
    std::optional<std::int64_t> item_;
    const CompiledTerms* terms_;
    bool claiming_;
    bool hard_refusal_ = false;
    Roles roles_;
    Ruling ruling_;
};

/// Puts the reasons of a ruling in their documented order: breaches first, then in the order of Code.
void put_in_order(std::vector<Reason>& reasons);

Fact fact(std::string_view name, std::int64_t value);
Fact fact(std::string_view name, std::string_view value);
Fact fact(std::string_view name, base::CivilDate value);

} // namespace quorate::governance

#endif
