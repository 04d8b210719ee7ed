#ifndef QUORATE_VIEWS_DUTIES_HPP
#define QUORATE_VIEWS_DUTIES_HPP
// Duties and findings.

#include "views/shown.hpp"

namespace quorate::views {

/// What shows that a duty was done.
struct DutyEvidenceShown {
    std::string words; ///< "Sent on Tuesday 17 June 2008"
    base::CivilDate on;
    std::optional<std::int64_t> position; ///< of the entry, where the record names one
    std::string meeting;                  ///< id; empty for none
    std::string decision;                 ///< id; empty for none
};
BOOST_DESCRIBE_STRUCT(DutyEvidenceShown, (), (words, on, position, meeting, decision))

struct DutyShown {
    std::string id;
    Named body;
    std::string clause; ///< of the body's own terms
    std::string who;
    std::string what;
    std::string
        state; ///< not-yet-due, due-soon, met, overdue, continuing, no-record, undetermined, missed
    std::string state_words;
    std::string words; ///< how it stands
    std::optional<base::CivilDate> since;
    std::optional<base::CivilDate> due;
    bool no_time = false; ///< the terms set no time for it
    std::vector<DutyEvidenceShown> evidence;
    std::string meeting;   ///< id; empty for none
    base::Instant changed; ///< when it came to stand so: by the record, or by the day that passed
};
BOOST_DESCRIBE_STRUCT(DutyShown, (),
                      (id, body, clause, who, what, state, state_words, words, since, due, no_time,
                       evidence, meeting, changed))

/// A duty as a list shows it: what several members owe for the same reason is one line, and so are
/// the years of which there is no record.
struct DutyLine {
    DutyShown duty;                 ///< the first of them, its words those of the line
    std::int64_t count = 1;         ///< duties in the line
    std::vector<std::string> whose; ///< the members, when there are several
};
BOOST_DESCRIBE_STRUCT(DutyLine, (), (duty, count, whose))

/// Who keeps in touch with whom, for bodies whose terms ask for somebody.
struct LiaisonCell {
    std::string words;  ///< who is named, or that nobody is
    bool blank = false; ///< nobody is named
};
BOOST_DESCRIBE_STRUCT(LiaisonCell, (), (words, blank))

struct LiaisonRow {
    Named with;
    std::vector<LiaisonCell> cells; ///< one for each body of the matrix
};
BOOST_DESCRIBE_STRUCT(LiaisonRow, (), (with, cells))

struct LiaisonMatrix {
    std::vector<Named> bodies;
    std::vector<LiaisonRow> rows; ///< empty when no terms ask for it
};
BOOST_DESCRIBE_STRUCT(LiaisonMatrix, (), (bodies, rows))

/// The numbers are of lines: the same list, and the same count, on every page.
struct DutiesPage {
    base::CivilDate on;
    base::Instant recorded; ///< when the record that is read was last added to
    std::int64_t overdue = 0;
    std::int64_t due_soon = 0;
    std::vector<DutyLine> lines;   ///< overdue first
    std::vector<DutyShown> duties; ///< each by itself, in the same order
    LiaisonMatrix liaison;
};
BOOST_DESCRIBE_STRUCT(DutiesPage, (), (on, recorded, overdue, due_soon, lines, duties, liaison))

struct FindingShown {
    std::string id;
    Named body;
    std::string kind;  ///< terms, register, record
    std::string topic; ///< contradiction, silence, slip, reading, places, offices, people, succession, record
    std::vector<std::string> clauses;
    std::string words;
    std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(FindingShown, (), (id, body, kind, topic, clauses, words, position))

struct FindingsPage {
    base::CivilDate on;
    std::vector<FindingShown> findings;
};
BOOST_DESCRIBE_STRUCT(FindingsPage, (), (on, findings))

} // namespace quorate::views

#endif
