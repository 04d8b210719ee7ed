#ifndef QUORATE_PARTNERSHIP_WORKSPACE_READING_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_READING_HPP
// What someone has read and what they noted for themselves: kept in the workspace for one account,
// never part of the record. Nobody but the owner is shown any of it, whatever their role; the owner
// can take it away as a file and erase it.

#include "base/hash.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

class Workspace;

inline constexpr std::size_t note_length_max = 20'000; ///< bytes
inline constexpr std::size_t notes_of_account_max = 5'000;

/// What a note is about: an item of a meeting (0: the meeting as a whole), and of the item one
/// paper. A paper is meant by its line of versions, so that the note stays with it when a newer
/// version comes.
struct NotePlace {
    std::string meeting; ///< kp/m1
    std::int64_t item = 0;
    std::string line; ///< paper_line() of the paper; empty: the item itself

    friend bool operator==(const NotePlace&, const NotePlace&) = default;
};

/// The line of versions a paper of an item belongs to: papers of one item with one title are
/// versions of one paper, however the title is spaced or written in capitals.
std::string paper_line(std::string_view title);

struct Note {
    NotePlace place;
    std::string words;
    std::string digest; ///< SHA-256 in hex of the version it was last written on; empty for an item
    base::Instant changed; ///< by the partnership's clock
    std::int64_t turn = 0; ///< grows with each change of the note
};

/// A change of a note as a page sends it.
struct NoteWritten {
    NotePlace place;
    std::string words;
    std::string digest;
    std::int64_t turn = 0; ///< the one it was written on; 0 for a first note
    std::string
        writer; ///< names the open page, so that what it sends twice does not count against itself
};

/// What became of a change. `merged` when the note had been changed elsewhere meanwhile: both texts
/// are kept, one below the other.
struct NoteKept {
    Note note;
    bool merged = false;
};

/// Writes a note; empty words take it away. Fails past the limits.
base::Result<NoteKept> write_note(Workspace& workspace, std::string_view account,
                                  const NoteWritten& written, base::Instant now);
/// The notes of an account on a meeting.
base::Result<std::vector<Note>> notes_on(Workspace& workspace, std::string_view account,
                                         std::string_view meeting);
/// Every note of an account, by meeting and item.
base::Result<std::vector<Note>> notes_of(Workspace& workspace, std::string_view account);
base::Result<std::optional<Note>> note_at(Workspace& workspace, std::string_view account,
                                          const NotePlace& place);

/// The versions of papers of a meeting that an account has opened or marked as read: SHA-256 in
/// hex.
base::Result<std::vector<std::string>> papers_seen(Workspace& workspace, std::string_view account,
                                                   std::string_view meeting);
base::Result<void> mark_paper(Workspace& workspace, std::string_view account,
                              std::string_view meeting, const std::vector<std::string>& digests,
                              bool seen, base::Instant now);

/// A meeting as an account saw it: its items in the order of the agenda, and the papers it could
/// read, by SHA-256 in hex.
struct MeetingLook {
    std::vector<std::int64_t> items;
    std::vector<std::string> papers;
    base::Instant at; ///< by the partnership's clock
};
/// Notes how the account sees the meeting now. Looks less than visit_gap_minutes apart are one
/// visit; gives how it was at the end of the visit before, during the first visit how it was at
/// the first look, and nothing at that one.
base::Result<std::optional<MeetingLook>>
look_at_meeting(Workspace& workspace, std::string_view account, std::string_view meeting,
                const MeetingLook& look, base::Instant real_now);
/// How the account saw the meeting last; nothing before the first look.
base::Result<std::optional<MeetingLook>>
last_look_at(Workspace& workspace, std::string_view account, std::string_view meeting);

/// Since when things are new on somebody's desk: the size of the record when they last came before
/// this visit.
struct LastLook {
    std::int64_t position = 0;
    base::Instant at; ///< by the partnership's clock
};
/// Notes that the account is at its desk. Looks less than `visit_gap` apart are one visit; gives
/// where the visit before this one ended, during the first visit where it began, and nothing at the
/// first look.
base::Result<std::optional<LastLook>> look_at_desk(Workspace& workspace, std::string_view account,
                                                   std::int64_t position, base::Instant at,
                                                   base::Instant real_now);
inline constexpr std::int64_t visit_gap_minutes = 30;

/// Takes away every note of an account.
base::Result<void> erase_notes(Workspace& workspace, std::string_view account);
/// Takes away all that is kept here for an account, when it is removed or its owner asks.
base::Result<void> erase_reading(Workspace& workspace, std::string_view account);

} // namespace quorate::partnership

#endif
