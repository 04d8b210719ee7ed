#ifndef QUORATE_VIEWS_LIVE_LIVE_HPP
#define QUORATE_VIEWS_LIVE_LIVE_HPP
// A meeting as it goes on, for those who follow it: members, a room screen, the public where it is
// open. Read on the state foreseen with the sheet (Reader::open_on), so it is ahead of the record
// by at most one item, and says so.

#include "partnership/workspace/ballots.hpp"
#include "partnership/workspace/sheet.hpp"
#include "views/meetings.hpp"
#include "views/reader.hpp"
#include "views/visibility.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// As whom a meeting is followed. One page is made for each and shared by all who follow as that.
struct LiveAs {
    Audience audience = Audience::nobody;
    /// Told to leave for the item in hand of a meeting that is not open to the public: the item's
    /// question and result are left out while it lasts.
    bool outside = false;

    friend bool operator==(const LiveAs&, const LiveAs&) = default;
};

struct LiveLine {
    std::int64_t number = 0;
    std::string title;
    std::string words; ///< "Now", "Carried"; empty while it waits
    bool current = false;
    bool over = false;
};
BOOST_DESCRIBE_STRUCT(LiveLine, (), (number, title, words, current, over))

/// How a question is being decided, and what came of it. Counts only: names come with the record.
struct LiveQuestion {
    std::string words; ///< as put
    bool amendment = false;
    std::string put;      ///< "Put at 10:45am. 21 may decide."
    std::string how;      ///< "Vote on members' own devices, by name. 14 of 21 have voted."
    std::string result;   ///< "Eleven for, six against, four abstained: carried."
    std::string declared; ///< "Declared carried."; empty while it is open
    bool carried = false; ///< as declared
    bool voting = false;  ///< a vote by device is open
    std::int64_t voted = 0;
    std::int64_t may_vote = 0;
};
BOOST_DESCRIBE_STRUCT(LiveQuestion, (),
                      (words, amendment, put, how, result, declared, carried, voting, voted,
                       may_vote))

struct LiveItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose; ///< "For decision"
    std::string stage;   ///< "Under discussion", "The question is put"
    std::string outcome; ///< one sentence once the item is over
    bool over = false;
    bool withheld = false; ///< the reader was told to leave for it
    std::optional<LiveQuestion> question;
    std::vector<std::string>
        interests; ///< for members and officers; what they are about is not in it
};
BOOST_DESCRIBE_STRUCT(LiveItem, (),
                      (number, title, purpose, stage, outcome, over, withheld, question, interests))

struct LiveQuorum {
    std::string body;  ///< its name, in a joint meeting
    std::string words; ///< "22 of 40 present. Quorum 20: two to spare."
    bool known = false;
    bool quorate = false;
    std::int64_t present = 0;
    std::int64_t needed = 0; ///< 0 where the terms set none
    std::int64_t members = 0;
};
BOOST_DESCRIBE_STRUCT(LiveQuorum, (), (body, words, known, quorate, present, needed, members))

struct LivePage {
    MeetingLine line;
    bool begun = false;
    bool sitting = false; ///< open now, or going on informally
    bool over = false;    ///< closed or called off
    bool open_to_public = false;
    std::string state_words;        ///< "Open since 10:00am"
    std::string chair_words;        ///< "Seat 8 is in the chair."; empty before it begins
    std::vector<LiveQuorum> quorum; ///< one for each body that meets
    std::vector<LiveLine> agenda;
    std::optional<LiveItem> item; ///< in hand: being taken, or just over
    std::string next;             ///< "Item 3 comes next: ..." between two items
    bool provisional = false;     ///< something shown is not in the record yet
    Moment at;                    ///< the moment of the newest thing shown
};
BOOST_DESCRIBE_STRUCT(LivePage, (),
                      (line, begun, sitting, over, open_to_public, state_words, chair_words, quorum,
                       agenda, item, next, provisional, at))

/// The reader whose eyes a shared page is made with: it holds what everybody of the audience may
/// see, and nothing more.
Viewer live_viewer(const LiveAs& as);

/// As whom a viewer follows a meeting, on the state given (the record with the open sheet). Cheap:
/// it is asked again whenever something changes. The same answer as Visibility::live(), with
/// whether the viewer was told to leave.
LiveAs live_as(const partnership::Snapshot& snapshot, const Viewer& viewer,
               std::string_view meeting, base::Instant now);

/// Whether the reader may follow the meeting live, and there is something to follow: it goes on, or
/// is today, or stands adjourned.
bool live_now(const Reader& reader, std::string_view meeting);
/// Anyone may attend the meeting and follow it.
bool open_to_public(const Reader& reader, std::string_view meeting);

/// Nothing when there is no such meeting. `lines` is the sheet the reader's state is foreseen with.
std::optional<LivePage> live_page(const Reader& reader, std::string_view meeting, const LiveAs& as,
                                  std::span<const partnership::ForeseenLine> lines);

/// What is worth saying aloud of the change from one page to the next, in a sentence or two; empty
/// for what can be seen in passing, such as somebody's coming.
std::string live_news(const LivePage& before, const LivePage& now);

} // namespace quorate::views

#endif
