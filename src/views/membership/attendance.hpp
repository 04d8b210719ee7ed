#ifndef QUORATE_VIEWS_MEMBERSHIP_ATTENDANCE_HPP
#define QUORATE_VIEWS_MEMBERSHIP_ATTENDANCE_HPP
// Who came: a body's year as a table, and members who have missed meetings in a row.

#include "views/reader.hpp"

namespace quorate::views {

/// One seat at one meeting.
struct AttendanceCell {
    std::string state; ///< present, substitute, apologies, absent, not-recorded, no-member
    std::string words; ///< "Present", "Substitute", "Apologies", "Not there", …
};
BOOST_DESCRIBE_STRUCT(AttendanceCell, (), (state, words))

/// A seat over the year. `of` counts the meetings whose attendance is recorded and at which
/// somebody held the seat.
struct AttendanceRow {
    SeatShown seat;
    std::vector<AttendanceCell> cells; ///< one for each meeting
    std::int64_t present = 0;
    std::int64_t substitute = 0;
    std::int64_t apologies = 0;
    std::int64_t absent = 0;
    std::int64_t of = 0;
};
BOOST_DESCRIBE_STRUCT(AttendanceRow, (), (seat, cells, present, substitute, apologies, absent, of))

struct AttendanceMeeting {
    Named meeting;
    base::CivilDate on;
    bool recorded = true;
};
BOOST_DESCRIBE_STRUCT(AttendanceMeeting, (), (meeting, on, recorded))

struct AttendancePage {
    Named body;
    std::int64_t year = 0;
    std::vector<std::int64_t> years;         ///< in which the body met, and this one; latest first
    std::vector<AttendanceMeeting> meetings; ///< held in the year, by date
    std::vector<AttendanceRow> rows;         ///< by seat number
};
BOOST_DESCRIBE_STRUCT(AttendancePage, (), (body, year, years, meetings, rows))

/// Of officers; nothing for other viewers or no such body.
std::optional<AttendancePage> attendance_page(const Reader& reader, std::string_view body,
                                              std::int64_t year);
/// The same as a table for a spreadsheet (RFC 4180), one line a seat.
std::string attendance_csv(const AttendancePage& page);

/// Somebody who has missed meetings in a row, under terms that say what follows.
struct AbsenceAlert {
    Named body;
    SeatShown seat;
    std::int64_t missed = 0;   ///< in a row, as the record shows
    std::int64_t possible = 0; ///< with meetings whose attendance was not recorded
    std::int64_t limit = 0;    ///< the number at which something may follow
    std::string state;         ///< reached, one-short, begun, requested
    std::string words;         ///< "Three meetings missed in a row."
    std::string follows;       ///< what the terms say follows, and whose choice it is
    std::string clause;
    std::string holder;              ///< who may act: "the Chair"
    std::vector<Named> meetings;     ///< the ones missed, latest first
    std::optional<Moment> requested; ///< when a replacement was asked for
    std::string organisation;        ///< id of who nominates to the seat; may be empty
};
BOOST_DESCRIBE_STRUCT(AbsenceAlert, (),
                      (body, seat, missed, possible, limit, state, words, follows, clause, holder,
                       meetings, requested, organisation))

/// Every seat of a body, or of all, whose holder has missed at least the last meeting: the longest
/// runs first. Only of bodies whose terms have a rule about it; for officers, and of a body for its
/// Chair.
std::vector<AbsenceAlert> absence_alerts(const Reader& reader, std::string_view body = {});

} // namespace quorate::views

#endif
