#include "governance/duties/past.hpp"

#include "governance/act_table.hpp"

namespace quorate::governance {

Past::Past(const State& state) : by_act_(act_count) {
    state.entries.each([&](const EntryLine& entry) {
        if (entry.verdict == Verdict::permitted && entry.act < act_count) {
            by_act_[entry.act].push_back(&entry);
        }
    });
}

const std::vector<const EntryLine*>& Past::of(std::string_view act) const {
    const auto index = act_index(act);
    return index < by_act_.size() ? by_act_[index] : none_;
}

} // namespace quorate::governance
