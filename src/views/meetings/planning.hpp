#ifndef QUORATE_VIEWS_MEETINGS_PLANNING_HPP
#define QUORATE_VIEWS_MEETINGS_PLANNING_HPP
// Planning a year's meetings, convening one, moving it: what follows is shown before anything is
// recorded.

#include "views/meetings/timeline.hpp"

namespace quorate::views {

/// What is to be known of one date before a meeting is put on it.
struct DateCheck {
    Moment at;
    bool working_day = true;
    std::string words; ///< "A working day", "A bank holiday: Good Friday", "A Saturday"
    Mark mark = Mark::none;
    std::string items_close; ///< "Items close on Tuesday 17 June 2008"; empty without such a rule
    std::string papers_due;
};
BOOST_DESCRIBE_STRUCT(DateCheck, (), (at, working_day, words, mark, items_close, papers_due))

/// A date of a body's year, and the meeting convened on it.
struct ProgrammeDate {
    Moment at;
    bool programmed = true;
    bool past = false;
    std::string meeting; ///< id; empty when none is convened
    std::string words;   ///< "Convened", "Held", "Not convened"
    bool may_convene = false;
    bool given_up = false; ///< its meeting was called off or moved to another day
};
BOOST_DESCRIBE_STRUCT(ProgrammeDate, (),
                      (at, programmed, past, meeting, words, may_convene, given_up))

struct ProgrammeYearPage {
    Named body;
    std::int64_t year = 0;
    std::optional<Moment> set; ///< when the dates were recorded
    std::vector<ProgrammeDate> dates;
    std::optional<Measure> minimum; ///< what the terms ask for
    std::string ahead;              ///< whether dates are to be fixed before the year; may be empty
    std::vector<std::int64_t> years;    ///< that have dates, and this and the next
    std::optional<std::int64_t> length; ///< how long a meeting usually lasts, in minutes
    bool length_set = false;            ///< the programme of the year says so
};
BOOST_DESCRIBE_STRUCT(ProgrammeYearPage, (),
                      (body, year, set, dates, minimum, ahead, years, length, length_set))

/// Nothing for no such body. `year` is 1900 to 2200.
std::optional<ProgrammeYearPage> programme_page(const Reader& reader, std::string_view body,
                                                std::int64_t year);

struct ProgrammePreview {
    RulingShown ruling;
    std::vector<DateCheck> dates; ///< in order of time
};
BOOST_DESCRIBE_STRUCT(ProgrammePreview, (), (ruling, dates))

/// What recording these dates for the year would mean. Nothing is recorded.
ProgrammePreview preview_programme(const Reader& reader, std::string_view body, std::int64_t year,
                                   const std::vector<base::Instant>& dates);

/// What convening a meeting takes.
struct ConvenePreview {
    std::string meeting; ///< the id it will have: kp/m1
    Named body;
    DateCheck date;
    bool programmed = false;
    bool in_the_past = false;
    std::string already; ///< id of a meeting of the body on that day; empty for none
    RulingShown
        ruling; ///< for whoever would convene it: the officer, or the Chair for an extra one
    std::vector<TimelinePoint> follows; ///< items close, papers out, meeting, and after it
    bool needs_consultation =
        false; ///< members must be asked first, and are not on record as asked
    std::optional<Moment> consulted; ///< when members were asked about this date
    bool needs_chair = false; ///< it is for the Chair to call it, and the Chair gives the reason
    std::string needs_clause; ///< which says so
    std::int64_t members = 0; ///< who would be asked
    std::optional<std::int64_t> length; ///< how long its meetings usually last, in minutes
};
BOOST_DESCRIBE_STRUCT(ConvenePreview, (),
                      (meeting, body, date, programmed, in_the_past, already, ruling, follows,
                       needs_consultation, consulted, needs_chair, needs_clause, members, length))

/// The id of the meeting the body has on that day, unless it was called off or was convened by the
/// entry named itself; empty for none. One date is convened once.
std::string convened_that_day(const Reader& reader, std::string_view body, base::Instant at,
                              std::string_view entry);

/// What convening at that time would mean. Nothing for no such body.
std::optional<ConvenePreview> preview_convening(const Reader& reader, std::string_view body,
                                                base::Instant at);

/// A day that moves with the meeting.
struct MovedPoint {
    std::string name;
    std::string clause;
    std::optional<base::CivilDate> before;
    std::optional<base::CivilDate> after;
    std::string words; ///< what that means: "Papers went out on 17 June: nine working days before"
    Mark mark = Mark::none;
};
BOOST_DESCRIBE_STRUCT(MovedPoint, (), (name, clause, before, after, words, mark))

struct PostponePreview {
    Moment before;
    std::optional<std::int64_t> length; ///< how long it is expected to last, in minutes
    DateCheck date;
    bool programmed = false; ///< the new day is in the programme
    RulingShown ruling;
    std::vector<MovedPoint> moves;
};
BOOST_DESCRIBE_STRUCT(PostponePreview, (), (before, length, date, programmed, ruling, moves))

/// What moving the meeting would mean. Nothing for no such meeting.
std::optional<PostponePreview> preview_postponing(const Reader& reader, std::string_view meeting,
                                                  base::Instant to);

/// The next free id of a meeting of the body: kp/m3.
std::string next_meeting_id(const Reader& reader, std::string_view body);
/// The next so many free ids, in order.
std::vector<std::string> next_meeting_ids(const Reader& reader, std::string_view body,
                                          std::size_t count);
/// The next free number on the agenda; items that wait for leave have theirs. 1 for no such
/// meeting.
std::int64_t next_item_number(const Reader& reader, std::string_view meeting);
/// The id a form proposed, while it is free or was taken by the form's own entry; else the next
/// free one.
std::string settled_meeting_id(const Reader& reader, std::string_view body,
                               std::string_view proposed, std::string_view entry);
/// The wall-clock time in the body's zone as an instant; fails for a time that clocks skip.
base::Result<base::Instant> body_instant(const Reader& reader, std::string_view body,
                                         base::LocalTime local);
Moment body_moment(const Reader& reader, std::string_view body, base::Instant at);
/// "Tuesday 1 July 2008": the day of a meeting; empty for no such meeting.
std::string meeting_day_words(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
