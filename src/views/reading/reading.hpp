#ifndef QUORATE_VIEWS_READING_READING_HPP
#define QUORATE_VIEWS_READING_READING_HPP
// A member's papers in the order they will be taken, what is new in them since the member last
// looked, and the member's private notes. Notes and what was read are the account's own: no other
// reader is shown them, whatever their role.

#include "partnership/workspace/reading.hpp"
#include "views/meetings/papers.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace quorate::views {

class Reader;

/// A private note, or the empty place for one.
struct NoteShown {
    std::string words;
    std::int64_t turn = 0;         ///< grows with each change; a form sends it back
    std::optional<Moment> changed; ///< none: nothing was noted yet
    std::string written_on;        ///< "Written on the version of 3 June 2008."; empty: on this one
};
BOOST_DESCRIBE_STRUCT(NoteShown, (), (words, turn, changed, written_on))

/// An earlier version of a paper.
struct PaperVersion {
    std::string digest;
    std::string name;
    std::optional<Moment> sent_on;
};
BOOST_DESCRIBE_STRUCT(PaperVersion, (), (digest, name, sent_on))

/// A paper with its versions: the newest, and those before it.
struct ReadingPaper {
    PaperShown paper;
    std::string line;                  ///< of versions; what a note is kept by
    std::vector<PaperVersion> earlier; ///< newest first
    bool read = false;
    std::string news; ///< new, replaced; empty: it was there when they last looked
    std::string late; ///< how it came late, in a sentence; empty when in time
    NoteShown note;
};
BOOST_DESCRIBE_STRUCT(ReadingPaper, (), (paper, line, earlier, read, news, late, note))

struct ReadingItem {
    std::int64_t number = 0; ///< 0: the meeting as a whole
    std::string title;
    std::string purpose;
    std::string news;   ///< "It was third when you last looked; now it is fifth."; empty for none
    std::string state;  ///< "Withdrawn."; empty while it is to be taken
    std::string closed; ///< papers that are not open to them, and why; empty for none
    std::vector<ReadingPaper> papers;
    NoteShown note;
    std::int64_t notes_apart = 0; ///< the reader's notes on papers that are not listed to them now
};
BOOST_DESCRIBE_STRUCT(ReadingItem, (),
                      (number, title, purpose, news, state, closed, papers, note, notes_apart))

/// How much there is to read for a meeting.
struct ReadingCount {
    std::int64_t papers = 0;
    std::int64_t unread = 0;
    std::int64_t fresh = 0; ///< came or were replaced since they last looked
    std::int64_t moved = 0; ///< items in another place, new or gone since then
};
BOOST_DESCRIBE_STRUCT(ReadingCount, (), (papers, unread, fresh, moved))

struct Reading {
    MeetingLine line;
    std::vector<ReadingItem> items; ///< in the order of the agenda; papers of the whole come first
    ReadingCount count;
    std::optional<Moment> since; ///< when they last looked; none: this is the first time
};
BOOST_DESCRIBE_STRUCT(Reading, (), (line, items, count, since))

/// The papers of a meeting for one of its members or substitutes who has an account; nothing for
/// anyone else. News are against how it was at `since`; nothing is news on a first look.
std::optional<Reading> reading(const Reader& reader, std::string_view meeting,
                               const std::optional<partnership::MeetingLook>& since);
/// The same counted, against the last look.
ReadingCount reading_count(const Reader& reader, std::string_view meeting);
/// How the reader sees the meeting now.
partnership::MeetingLook look_now(const Reader& reader, std::string_view meeting);

/// A note with what it is about, for its owner's list.
struct OwnNote {
    partnership::NotePlace place;
    Named meeting;
    std::string about; ///< "Item 3, A ferry in the evenings: Timetable"
    NoteShown note;
};

/// Every note of the account that reads, by meeting and item.
std::vector<OwnNote> own_notes(const Reader& reader);
/// The same as one plain text, for taking away.
std::string notes_text(const std::vector<OwnNote>& notes);

} // namespace quorate::views

#endif
