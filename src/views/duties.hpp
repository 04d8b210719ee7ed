#pragma once
// Duties and findings.

#include "views/shown.hpp"

namespace quorate::views {

struct DutyShown {
    std::string id;
    Named body;
    std::string clause; ///< of the body's own terms
    std::string who;
    std::string what;
    std::string state; ///< not-yet-due, due-soon, met, overdue, continuing, no-record, undetermined
    std::string state_words;
    std::string words; ///< how it stands
    std::optional<base::CivilDate> due;
    std::vector<std::string> evidence;
    std::string meeting; ///< id; empty for none
};
BOOST_DESCRIBE_STRUCT(DutyShown, (),
                      (id, body, clause, who, what, state, state_words, words, due, evidence,
                       meeting))

struct DutiesPage {
    base::CivilDate on;
    std::int64_t overdue = 0;
    std::int64_t due_soon = 0;
    std::vector<DutyShown> duties; ///< overdue first
};
BOOST_DESCRIBE_STRUCT(DutiesPage, (), (on, overdue, due_soon, duties))

struct FindingShown {
    std::string id;
    Named body;
    std::string kind; ///< terms, register, record
    std::vector<std::string> clauses;
    std::string words;
    std::optional<std::int64_t> position;
};
BOOST_DESCRIBE_STRUCT(FindingShown, (), (id, body, kind, clauses, words, position))

struct FindingsPage {
    base::CivilDate on;
    std::vector<FindingShown> findings;
};
BOOST_DESCRIBE_STRUCT(FindingsPage, (), (on, findings))

} // namespace quorate::views
