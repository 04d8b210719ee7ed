#ifndef QUORATE_HTML_QUORUM_METER_HPP
#define QUORATE_HTML_QUORUM_METER_HPP
// The quorum meter: whether there is a quorum, in a word first, then the count, then a bar.

#include "html/html.hpp"

#include <cstdint>
#include <string>

namespace quorate::html {

enum class QuorumState {
    quorate, ///< "Quorate": more than are needed
    exactly, ///< "Quorate, none to spare"
    fewer,   ///< "Not quorate"
    unknown  ///< "Quorum not known"
};

struct QuorumMeter {
    std::int64_t present = 0;
    std::int64_t needed = 0;  ///< to be quorate
    std::int64_t members = 0; ///< the whole bar; 0: no bar
    bool known = true;        ///< false: the terms or the facts do not say
    Part words = {};          ///< "22 of 40 present. Quorum 20: two to spare."
    Part leaving = {};        ///< what one more leaving would do; empty: nothing
    Part clause = {};         ///< a link to the clause; empty: none
    std::string body = {};    ///< whose quorum, where two bodies meet
};

QuorumState quorum_state(const QuorumMeter& meter);
Html quorum_meter(const QuorumMeter& meter);

} // namespace quorate::html

#endif
