#ifndef QUORATE_VIEWS_DESK_ACTION_REPORTS_HPP
#define QUORATE_VIEWS_DESK_ACTION_REPORTS_HPP
// What was reported on an action, for those whose action it is.

#include "views/shown.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

class Reader;

/// One report on an action: how it stood then, and what was said about it.
struct ActionReport {
    Moment when;
    std::string status; ///< in words
    std::string words;  ///< empty when nothing was said
};
BOOST_DESCRIBE_STRUCT(ActionReport, (), (when, status, words))

/// The reports on an action, latest first: for its owner, the organisation it is given to, and
/// officers; nothing for anybody else.
std::vector<ActionReport> action_reports(const Reader& reader, std::string_view action);

} // namespace quorate::views

#endif
