#ifndef QUORATE_GOVERNANCE_MEETINGS_QUORUM_SEEN_HPP
#define QUORATE_GOVERNANCE_MEETINGS_QUORUM_SEEN_HPP
// What a count of the quorum rested on, told to whoever listens on this thread: "what if" then
// knows without judging an act again which counts another quorum rule would answer the same.

#include "charter/rules.hpp"

#include <cstdint>
#include <vector>

namespace quorate::governance {

/// One count, by what was there to be counted.
struct QuorumSeen {
    const charter::QuorumRule* rule = nullptr; ///< that it was counted by
    std::int64_t seats = 0;                    ///< that exist and have a part in the matter
    std::int64_t filled = 0;                   ///< of those
    std::int64_t present = 0;                  ///< as counted
    bool attendance_known = false;
    // Whom a rule may count or not: some were there.
    bool substitutes = false;
    bool remote = false;
    bool barred = false;  ///< from deciding the item
    bool doubled = false; ///< a person in two seats
};

/// Null but while somebody listens.
inline constinit thread_local std::vector<QuorumSeen>* quorum_listener = nullptr;

/// True when another rule is sure to give the same answer of the same count.
bool same_answer(const QuorumSeen& seen, const charter::QuorumRule& other);

} // namespace quorate::governance

#endif
