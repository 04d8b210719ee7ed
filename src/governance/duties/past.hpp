#ifndef QUORATE_GOVERNANCE_DUTIES_PAST_HPP
#define QUORATE_GOVERNANCE_DUTIES_PAST_HPP
// The permitted entries of the record by act: looked through once, for the duties of every body.

#include "governance/state.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace quorate::governance {

/// Points into the state it was made of, which must outlive it.
class Past {
public:
    explicit Past(const State& state);

    /// The permitted entries of an act, in the order of the record; empty for a name that is no
    /// act.
    [[nodiscard]] const std::vector<const EntryLine*>& of(std::string_view act) const;

private:
    std::vector<std::vector<const EntryLine*>> by_act_;
    std::vector<const EntryLine*> none_;
};

} // namespace quorate::governance

#endif
