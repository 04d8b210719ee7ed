#ifndef QUORATE_VIEWS_MINUTES_MINUTES_HPP
#define QUORATE_VIEWS_MINUTES_MINUTES_HPP
// Minutes: the draft made from the record, the facts it came from, where the minutes have got to,
// and what a correction or the approval at a later meeting concerns.

#include "views/meetings.hpp"
#include "views/minutes/line_changes.hpp"
#include "views/minutes/minutes_sections.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

/// A fact behind the draft, with the entry it was recorded by where one entry says it.
struct MinutesFact {
    std::string words;
    std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(MinutesFact, (), (words, position))

struct MinutesFacts {
    std::string heading;
    std::vector<MinutesFact> facts;
};
BOOST_DESCRIBE_STRUCT(MinutesFacts, (), (heading, facts))

/// One step of the minutes' way from draft to published.
struct MinutesStep {
    std::string id;    ///< draft, circulate, publish-draft, approve, publish
    std::string title; ///< "Draft the minutes"
    std::string state; ///< done, next, later, late, not-needed
    std::string words; ///< "Drafted on 3 July 2008"; what it waits for
    std::string clause;
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(MinutesStep, (), (id, title, state, words, clause, due))

struct CorrectionShown {
    Moment when;
    std::string words;
    bool fact = false; ///< a recorded fact was put right, not words alone
    std::string at;    ///< the meeting that made it; empty where none is named
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(CorrectionShown, (), (when, words, fact, at, position))

/// A correction a member asked for, and what became of it.
struct CorrectionAsked {
    std::int64_t number = 0;
    std::string by; ///< who asked; empty where it may not be shown
    std::optional<std::int64_t> item;
    std::string words;
    Moment when;
    std::string state;         ///< waiting, taken, declined
    std::string reason;        ///< why it was declined
    std::int64_t position = 0; ///< of its entry
    std::int64_t taken_by = 0; ///< of the correction that took it
};
BOOST_DESCRIBE_STRUCT(CorrectionAsked, (),
                      (number, by, item, words, when, state, reason, position, taken_by))

/// The secretariat's page of one meeting's minutes.
struct MinutesPage {
    MeetingLine line;
    bool closed = false; ///< the meeting has ended, so its minutes can be drafted
    bool drafted = false;
    bool circulated = false;
    bool approved = false;
    bool published = false; ///< as a draft or as approved
    bool published_final = false;
    std::string from_record;              ///< the draft as the record gives it, in Markdown
    std::string text;                     ///< the officer's words; the record's until there are any
    std::vector<LineChange> since_record; ///< the officer's words against the record's
    std::vector<LineChange> since_circulation; ///< against what was last sent out
    std::vector<MinutesFacts> facts;
    std::vector<std::string> left_out; ///< what the text leaves out because it is not for everyone
    std::vector<std::string> restricted; ///< "item 2 (A price)": its papers are not open to all
    std::vector<MinutesStep> steps;
    std::vector<CorrectionShown> corrections;
    std::optional<Named> approving; ///< the meeting that has, or may have, the minutes as an item
    std::int64_t approving_item = 0;
    std::optional<Named> next_meeting;  ///< to come, and without an item for them
    std::int64_t next_item = 0;         ///< a number that is free on its agenda
    std::vector<MinutesPart> parts;     ///< of `text`
    std::vector<MinutesRemark> remarks; ///< facts that `text` gives otherwise than the record
    std::vector<CorrectionAsked> proposals;
    bool publishing = false; ///< the terms provide for publication
};
BOOST_DESCRIBE_STRUCT(MinutesPage, (),
                      (line, closed, drafted, circulated, approved, published, published_final,
                       from_record, text, since_record, since_circulation, facts, left_out,
                       restricted, steps, corrections, approving, approving_item, next_meeting,
                       next_item, parts, remarks, proposals, publishing))

/// Nothing when there is no such meeting or the viewer keeps no minutes.
std::optional<MinutesPage> minutes_page(const Reader& reader, std::string_view meeting);

/// The corrections members asked for: all of them for officers, their own for members.
std::vector<CorrectionAsked> minutes_proposals(const Reader& reader, std::string_view meeting);

/// A count that can be put right.
struct CountedItem {
    std::int64_t number = 0;
    std::string title;
    std::int64_t votes_for = 0;
    std::int64_t votes_against = 0;
    std::int64_t abstentions = 0;
};
BOOST_DESCRIBE_STRUCT(CountedItem, (), (number, title, votes_for, votes_against, abstentions))

/// A seat whose presence can be put right.
struct SeatPresence {
    std::string seat; ///< kp/23
    std::int64_t number = 0;
    std::string words;    ///< who it is
    std::string presence; ///< "present from 10:25am"; "not recorded as present"
};
BOOST_DESCRIBE_STRUCT(SeatPresence, (), (seat, number, words, presence))

/// What correcting or approving the minutes of one meeting at another rests on.
struct MinutesAtMeeting {
    MeetingLine line; ///< whose minutes
    MeetingLine at;   ///< the meeting that corrects or approves them
    std::optional<std::int64_t> item;
    std::string item_title;
    std::string presiding; ///< who presides at `at`; empty for nobody
    bool at_open = false;
    std::optional<Measure> quorum; ///< at `at` now
    std::string minutes;           ///< drafted and circulated, or what is missing, in words
    bool approved = false;
    std::vector<CorrectionShown> corrections;
    std::vector<std::string> in_doubt; ///< rulings that the corrected facts would change
    std::vector<CountedItem> counts;
    std::vector<SeatPresence> seats;
    base::LocalTime opened; ///< of the meeting whose minutes they are, for the times of corrections
};
BOOST_DESCRIBE_STRUCT(MinutesAtMeeting, (),
                      (line, at, item, item_title, presiding, at_open, quorum, minutes, approved,
                       corrections, in_doubt, counts, seats, opened))

/// `at` is the later meeting; empty takes the meeting that has the minutes on its agenda. Nothing
/// when either meeting is not there, none has them, or the viewer keeps no minutes.
std::optional<MinutesAtMeeting> minutes_at_meeting(const Reader& reader, std::string_view meeting,
                                                   std::string_view at);

} // namespace quorate::views

#endif
