#ifndef QUORATE_VIEWS_DESK_DESK_MAKE_HPP
#define QUORATE_VIEWS_DESK_DESK_MAKE_HPP
// Making the secretariat's desk. Only views/desk includes this.

#include "views/desk/desk.hpp"
#include "views/duties_make.hpp"
#include "views/meetings/timeline_make.hpp"

#include <set>

namespace quorate::views {

/// The desk as it is put together.
struct Desk {
    const Reader& reader;
    const Ground& ground;
    bool may_act; ///< what is in the workspace is the secretariat's alone
    DeskPage page;
    std::vector<DutyLine> lines; ///< what is due soon or overdue, as the duties page has it
    std::set<std::size_t> said;  ///< of those, the ones a task says already

    [[nodiscard]] base::CivilDate horizon() const {
        return ground.today.plus_days(desk_days_ahead);
    }
};

/// Takes a task onto the list; its state follows from its day when none is set.
void add(Desk& desk, DeskTask task);
/// A meeting of the body stands, or stood until it was moved, on that day.
bool convened_on(const Ground& ground, const governance::Body& body, base::CivilDate day);
/// A meeting with its day and state, as the year shows it.
YearMeeting year_meeting(const Ground& ground, const governance::Meeting& meeting);
/// Its meetings in a year, what the programme adds, and the minimum of the terms.
YearLine year_line(const Ground& ground, const governance::Body& body,
                   const std::vector<governance::Duty>& duties, std::int64_t year);
/// This year of one body, when there is anything to say of it.
void add_year(Desk& desk, const governance::Body& body,
              const std::vector<governance::Duty>& duties);
/// Who has not said whether they come.
void add_silent(Desk& desk, const governance::Meeting& meeting);
/// Members' corrections to minutes that wait for an answer.
void add_proposed_corrections(Desk& desk, const governance::Meeting& meeting);
/// Papers whose restriction is to be looked at again.
void add_reviews(Desk& desk);
/// Consultations on urgent decisions that are open.
void add_urgent(Desk& desk);
/// Partners that ask to be heard and wait for the Chair's answer.
void add_hearings(Desk& desk);
/// Acts recorded for somebody who has disputed them.
void add_disputes(Desk& desk);
/// Runs of missed meetings that have reached what the terms speak of.
void add_absences(Desk& desk);
/// Vacant seats that nobody has been written to about.
void add_vacancies(Desk& desk);
/// Mail that did not go out, and bulk tasks that stand still.
void add_workspace(Desk& desk);

} // namespace quorate::views

#endif
