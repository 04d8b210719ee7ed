#ifndef QUORATE_VIEWS_MEETINGS_HPP
#define QUORATE_VIEWS_MEETINGS_HPP
// Meetings: the list, and one with its agenda, attendance, notice and minutes.

#include "views/shown.hpp"

namespace quorate::views {

struct MeetingLine {
    std::string id; ///< kp/m1
    Named body;
    Moment at;
    std::optional<Moment> ends; ///< when it is expected to; empty when nobody said
    std::string place;
    std::string status; ///< convened, open, informal, adjourned, closed, cancelled
    std::string status_words;
    std::string minutes_words;
    bool to_come = false;
};
BOOST_DESCRIBE_STRUCT(MeetingLine, (),
                      (id, body, at, ends, place, status, status_words, minutes_words, to_come))

struct ProgrammeShown {
    Named body;
    std::int64_t year = 0;
    std::vector<base::CivilDate> dates;
};
BOOST_DESCRIBE_STRUCT(ProgrammeShown, (), (body, year, dates))

struct MeetingsPage {
    std::vector<MeetingLine> to_come;      ///< soonest first
    std::vector<MeetingLine> past;         ///< latest first
    std::vector<ProgrammeShown> programme; ///< this year's and later
};
BOOST_DESCRIBE_STRUCT(MeetingsPage, (), (to_come, past, programme))

struct InterestShown {
    SeatShown seat;
    std::string kind;
    std::string nature; ///< empty when withheld or not yet published
    bool sensitive = false;
    std::string determination; ///< "May speak, not decide"; empty while it is open
    std::string words;         ///< the whole as a sentence
};
BOOST_DESCRIBE_STRUCT(InterestShown, (), (seat, kind, nature, sensitive, determination, words))

struct ItemShown {
    std::int64_t number = 0;
    std::string title;
    std::string purpose; ///< decision, noting, information, discussion, minutes
    std::string status;
    std::string outcome; ///< one sentence once known
    std::vector<Named> decisions;
    std::vector<std::string> remarks; ///< late, tabled, taken with, deferred from
    std::vector<InterestShown> interests;
    std::vector<std::string>
        proceedings; ///< noted, discussed and moved, once minutes are published
};
BOOST_DESCRIBE_STRUCT(ItemShown, (),
                      (number, title, purpose, status, outcome, decisions, remarks, interests,
                       proceedings))

/// One seat's being there.
struct Attendance {
    SeatShown seat;
    bool substitute = false;
    std::string times; ///< empty for the whole meeting; "from 10:20am", "until 11:05am"
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (seat, substitute, times))

struct MinutesShown {
    std::string state; ///< none, drafted, circulated, published-draft, approved, published
    std::string words; ///< "Draft, not yet approved"
    std::string text;  ///< as published; empty before
    std::vector<std::string> corrections;
};
BOOST_DESCRIBE_STRUCT(MinutesShown, (), (state, words, text, corrections))

struct MeetingPage {
    MeetingLine line;
    std::optional<Named> jointly_with;
    std::vector<Moment> postponed_from;
    std::string held; ///< "10:02am to 12:15pm", with adjournments
    std::string presided;
    std::vector<Measure> notice;
    std::optional<Measure> quorum;       ///< when it was opened
    std::optional<Measure> joint_quorum; ///< that of the body it is held jointly with
    std::vector<ItemShown> items;
    bool attendance_known = false;
    std::vector<Attendance> present;
    std::vector<SeatShown> apologies;
    std::int64_t others = 0; ///< visitors, officers in support and partners who came to be heard
    bool someone_excluded = false;
    std::vector<std::string> informal; ///< stretches held without a quorum
    std::vector<std::string>
        procedure; ///< rulings on procedure, with the engine's view where it differs
    std::vector<std::string> actions;
    MinutesShown minutes;
    std::int64_t entries = 0; ///< about this meeting in the record
};
BOOST_DESCRIBE_STRUCT(MeetingPage, (),
                      (line, jointly_with, postponed_from, held, presided, notice, quorum,
                       joint_quorum, items, attendance_known, present, apologies, others,
                       someone_excluded, informal, procedure, actions, minutes, entries))

} // namespace quorate::views

#endif
