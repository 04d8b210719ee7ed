#ifndef QUORATE_VIEWS_MEETINGS_ARISING_HPP
#define QUORATE_VIEWS_MEETINGS_ARISING_HPP
// What comes over from earlier meetings: items put off, actions that are open, minutes nobody has
// approved.

#include "views/reader.hpp"

namespace quorate::views {

/// An item that was put off and stands on no later agenda yet.
struct PutOffItem {
    Named meeting; ///< which put it off
    Named body;
    std::int64_t item = 0;
    std::string title;
    std::string purpose;
    std::vector<std::string> affects; ///< ids of the partners it concerns
    std::optional<Named> to;          ///< the meeting it was put off to, where one was named
};
BOOST_DESCRIBE_STRUCT(PutOffItem, (), (meeting, body, item, title, purpose, affects, to))

/// Of every body, by the meeting that put it off.
std::vector<PutOffItem> put_off_items(const Reader& reader);

struct OpenAction {
    std::string words;   ///< "Order the pumps. For Ann Example. By 31 March 2026: overdue."
    std::string meeting; ///< where it was agreed; may be empty
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(OpenAction, (), (words, meeting, due))

struct MattersArising {
    std::vector<Named> minutes; ///< sent to members, not approved, on no agenda
    std::vector<PutOffItem> put_off;
    std::vector<OpenAction> actions; ///< soonest due first
    [[nodiscard]] bool none() const {
        return minutes.empty() && put_off.empty() && actions.empty();
    }
};
BOOST_DESCRIBE_STRUCT(MattersArising, (), (minutes, put_off, actions))

/// What earlier meetings of the same body, or of either at a joint meeting, leave to this one.
/// Nothing for a meeting that is over or called off, or for who keeps no desk.
MattersArising matters_arising(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
