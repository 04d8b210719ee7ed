#ifndef QUORATE_GOVERNANCE_CONTEXT_HPP
#define QUORATE_GOVERNANCE_CONTEXT_HPP
// What a rule may look at besides the state and the act: the charters and calendars cited by hash. Immutable.

#include "base/time.hpp"
#include "calendar/library.hpp"
#include "charter/library.hpp"
#include "governance/actor.hpp"
#include "governance/act_table.hpp"
#include "governance/state.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace quorate::governance {

/// One may rule that speaks of an act, with its roles as bits.
struct Permission {
    const charter::InForce<charter::MayRule>* rule = nullptr;
    Roles who;
};

/// Terms with what rulings need worked out once.
class CompiledTerms {
  public:
    explicit CompiledTerms(const charter::Terms& terms);

    const charter::Terms& terms;
    /// The permissions that name each act, by index in Act.
    std::array<std::vector<Permission>, act_count> permissions;
    /// The limits that name each act.
    std::array<std::vector<const charter::InForce<charter::LimitRule>*>, act_count> limits;
};

/// Other terms in place of those the record has, from some instant on: what "what if" asks with.
class TermsInstead {
  public:
    virtual ~TermsInstead() = default;
    /// The terms that stand in place of those of the record at an instant, with one interpretation read otherwise when
    /// given; null when the record's own stand. Safe to call from several threads.
    [[nodiscard]] virtual const CompiledTerms* in_place_of(const CompiledTerms& standing, base::Instant at,
                                                           const ReadingUsed* otherwise) const = 0;
};

/// Charters, calendars and the compiled terms made from them. Safe to share between threads.
class Context {
  public:
    Context(const charter::Library& charters, const calendar::CalendarLibrary& calendars);

    /// The terms of a segment as they stand at an instant of it, with their permissions indexed; null when a charter
    /// is not held.
    [[nodiscard]] const CompiledTerms* compiled(const TermsSegment& segment, base::Instant at) const;
    [[nodiscard]] const charter::Library& charters() const { return charters_; }
    [[nodiscard]] const calendar::CalendarLibrary& calendars() const { return calendars_; }

    /// The same context with one interpretation read otherwise, in every body's terms that have it.
    [[nodiscard]] Context under(const ReadingUsed& reading) const;
    /// The same context with other terms in place of the record's.
    [[nodiscard]] Context over(std::shared_ptr<const TermsInstead> instead) const;

  private:
    struct Cache;
    [[nodiscard]] const CompiledTerms* standing(const TermsSegment& segment) const;
    [[nodiscard]] const CompiledTerms* compiled_otherwise(const CompiledTerms& standing) const;

    const charter::Library& charters_;
    const calendar::CalendarLibrary& calendars_;
    std::shared_ptr<Cache> cache_;
    std::optional<ReadingUsed> switched_;
    std::shared_ptr<const TermsInstead> instead_;
};

} // namespace quorate::governance

#endif
