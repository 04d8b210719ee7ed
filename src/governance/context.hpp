#pragma once
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

/// Charters, calendars and the compiled terms made from them. Safe to share between threads.
class Context {
  public:
    Context(const charter::Library& charters, const calendar::CalendarLibrary& calendars);

    /// Terms of a spec with their permissions indexed; null when a charter is not held.
    [[nodiscard]] const CompiledTerms* compiled(const TermsSegment& segment) const;
    [[nodiscard]] const charter::Library& charters() const { return charters_; }
    [[nodiscard]] const calendar::CalendarLibrary& calendars() const { return calendars_; }

    /// The same context with one interpretation read otherwise, in every body's terms that have it.
    [[nodiscard]] Context under(const ReadingUsed& reading) const;

  private:
    struct Cache;
    [[nodiscard]] const CompiledTerms* compiled_otherwise(const TermsSegment& segment) const;

    const charter::Library& charters_;
    const calendar::CalendarLibrary& calendars_;
    std::shared_ptr<Cache> cache_;
    std::optional<ReadingUsed> switched_;
};

} // namespace quorate::governance
