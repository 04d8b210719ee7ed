#ifndef QUORATE_VIEWS_MINUTES_LINE_CHANGES_HPP
#define QUORATE_VIEWS_MINUTES_LINE_CHANGES_HPP
// What changed from one version of a text to the next, line by line.

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// A line that is in one version and not in the other.
struct LineChange {
    bool added = false; ///< else it was taken out
    std::string text;
    std::string under; ///< the heading it stands below, without its number signs; empty for none
};
BOOST_DESCRIBE_STRUCT(LineChange, (), (added, text, under))

/// The lines taken out of `before` and added in `after`, in the order of the text, with as few
/// changes as possible. Empty lines and spaces at either end of a line do not count. Of very long
/// texts that differ all through, everything that differs is given as taken out and added.
std::vector<LineChange> line_changes(std::string_view before, std::string_view after);

} // namespace quorate::views

#endif
