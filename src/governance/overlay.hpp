#ifndef QUORATE_GOVERNANCE_OVERLAY_HPP
#define QUORATE_GOVERNANCE_OVERLAY_HPP
// An overlay: other parameters, readings or charters in place of those a record has, for a stretch
// of time. The record stays as it is; only rulings asked for over the overlay differ.

#include "governance/context.hpp"

#include <bitset>
#include <map>
#include <memory>
#include <shared_mutex>
#include <variant>
#include <vector>

namespace quorate::governance {

/// A parameter of a rule, wherever terms have the rule.
struct ParameterChange {
    std::string rule;      ///< id, such as kp.quorum
    std::string overrides; ///< a JSON object, such as {"at_least":"1/3"}
};

/// One thing laid over the record, from an instant on and before another. A charter stands for
/// every charter of its name, and for that of its body where the name differs.
struct OverlayChange {
    static constexpr base::Instant earliest{-(std::int64_t{1} << 60)};
    static constexpr base::Instant latest{std::int64_t{1} << 60};

    std::variant<ParameterChange, ReadingUsed, std::shared_ptr<const charter::Charter>> what;
    base::Instant from = earliest;
    base::Instant until = latest; ///< the first instant it no longer holds
};

inline constexpr std::size_t overlay_changes_max = 32;

/// Makes and keeps the terms that stand under its changes. Later changes are laid over earlier
/// ones. The library must live longer, and rulings made over it point into it.
class Overlay final : public TermsInstead {
public:
    /// At most overlay_changes_max changes.
    Overlay(const charter::Library& charters, std::vector<OverlayChange> changes);

    [[nodiscard]] const CompiledTerms* in_place_of(const CompiledTerms& standing, base::Instant at,
                                                   const ReadingUsed* otherwise) const override;

    /// The instants at which some change begins or ends, in order.
    [[nodiscard]] std::vector<base::Instant> turning_points() const;
    /// Makes the terms that stand in place of these at an instant; fails with why they cannot be
    /// made.
    base::Result<void> try_terms(const CompiledTerms& standing, base::Instant at) const;
    [[nodiscard]] const std::vector<OverlayChange>& changes() const { return changes_; }

private:
    /// Which changes hold, as bits in their order.
    using Active = std::bitset<overlay_changes_max>;
    struct Key {
        const charter::Terms* standing = nullptr;
        unsigned long active = 0;
        std::string interpretation; ///< read otherwise; empty for none
        std::string reading;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Made {
        std::unique_ptr<const charter::Terms> terms;
        std::unique_ptr<const CompiledTerms> compiled; ///< null where the record's own stand
    };

    [[nodiscard]] Active active_at(base::Instant at) const;
    [[nodiscard]] base::Result<Made> make(const CompiledTerms& standing, const Key& key) const;
    /// True when terms have something the change is about.
    [[nodiscard]] bool concerns(const OverlayChange& change, const charter::Terms& terms) const;

    const charter::Library& charters_;
    std::vector<OverlayChange> changes_;
    mutable std::shared_mutex mutex_;
    mutable std::map<Key, Made> made_;
};

/// In what two terms differ, as far as a ruling may depend on it.
struct TermsDifference {
    std::uint64_t asked = 0;     ///< bits of TermsListener
    std::bitset<act_count> acts; ///< whose permissions or limits differ
};
TermsDifference difference(const CompiledTerms& a, const CompiledTerms& b);

} // namespace quorate::governance

#endif
