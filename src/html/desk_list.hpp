#ifndef QUORATE_HTML_DESK_LIST_HPP
#define QUORATE_HTML_DESK_LIST_HPP
// The desk's list of what is to be done, by time, each with its one button.

#include "html/progress.hpp"

namespace quorate::html {

struct DeskRow {
    Part due = {};  ///< "Tuesday 17 June", "Today"
    Part left = {}; ///< "11 working days left"
    Part what = {};
    Part hint = {};
    Part about = {}; ///< the body or the meeting, linked
    Progress state = Progress::later;
    Part state_words = {}; ///< empty: the state's own word
    Part button = {};      ///< a link_button() or button_form(); empty: only to be known
};

/// The list, named by `label`.
Html desk_list(const std::vector<DeskRow>& rows, std::string_view label);

} // namespace quorate::html

#endif
