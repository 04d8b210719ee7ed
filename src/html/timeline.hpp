#ifndef QUORATE_HTML_TIMELINE_HPP
#define QUORATE_HTML_TIMELINE_HPP
// The deadlines of a meeting on one line: notice, items, papers, the meeting, its minutes.

#include "html/progress.hpp"

namespace quorate::html {

struct TimelineStage {
    Part name = {}; ///< "Papers out"
    Progress state = Progress::later;
    Part state_words = {}; ///< "Sent", "4 working days left"; empty: the state's own word
    Part when = {};        ///< "by Tuesday 17 June; Monday 16 June is safe on either count"
    Part words = {};       ///< what was done, or how it stands
    Part clause = {};      ///< a link
    Part finding = {};     ///< what being late leaves in the record; empty when it is not late
};

/// An ordered list named by `label`: a line across a wide screen, one under another on a narrow
/// one. The first stage that is Progress::now is the current step.
Html timeline(const std::vector<TimelineStage>& stages, std::string_view label);

} // namespace quorate::html

#endif
