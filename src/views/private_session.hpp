#ifndef QUORATE_VIEWS_PRIVATE_SESSION_HPP
#define QUORATE_VIEWS_PRIVATE_SESSION_HPP
// A meeting open to the public that goes on without it: what of its items may be read, and by whom.
// Every surface asks here.

#include "governance/meetings/private.hpp"
#include "views/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

struct Ground;

/// The reader may read what was noted, said and moved at an item: once minutes are published, and
/// of an item taken in private only those who sit at the meeting, until its notes are released.
bool notes_open(const Ground& ground, const governance::Meeting& meeting,
                const governance::Item& item);
/// The words of an act at an item of which the notes are not open to the reader.
bool said_in_private(const Ground& ground, const governance::Act& act, std::string_view field);

/// The session a meeting is in as the record stands; null when the public may follow it.
const governance::PrivateSession* private_now(const governance::Meeting& meeting);
/// "In private since 10:08am, for item 2"; empty when it is not.
std::string private_state(const Ground& ground, const governance::Meeting& meeting);
/// A paragraph for each session: when, for what, who proposed it, why, and when the public was let
/// in again.
std::vector<std::string> private_words(const Ground& ground, const governance::Meeting& meeting);
/// What is said of an item of which a part was taken in private; empty for others.
std::string private_remark(const Ground& ground, const governance::Meeting& meeting,
                           const governance::Item& item);

/// How a meeting stands to the public on meeting day.
struct PrivateDay {
    bool open_to_public = false; ///< it may go into private
    bool in_private = false;
    std::string words;               ///< "In private since 10:08am, for item 2"
    std::vector<std::int64_t> items; ///< not finished yet: they may be named
    std::vector<std::int64_t> held;  ///< of which the notes may be released
};
PrivateDay private_day(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
