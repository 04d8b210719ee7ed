// The addresses of the secretariat's pages, and what they read of them.

#include "web/desk/secretariat_pages.hpp"
#include "web/meetings/planning.hpp"

namespace quorate::web {

namespace {

constexpr DeskRoute routes[] = {
    {"/desk/year", year_page, nullptr, secretariat_and_auditor},
    {"/desk/year.ics", year_calendar, nullptr, secretariat_and_auditor},
    {"/desk/dates-to-avoid", dates_to_avoid_page, add_date_to_avoid},
    {"/desk/dates-to-avoid/{number}", date_to_avoid_page, change_date_to_avoid},
    {"/desk/attendance", attendance_page, nullptr, secretariat_and_auditor},
    {"/desk/attendance.csv", attendance_table, nullptr, secretariat_and_auditor},
    {"/desk/membership", membership_overview_page, nullptr, secretariat_and_auditor},
    {"/desk/report-owed", report_owed_page, record_report_owed},
    {"/desk/bulk", bulk_page, nullptr},
    {"/desk/bulk/new", new_bulk_page, begin_bulk_task},
    {"/desk/bulk/{task}", bulk_task_page, change_bulk_task}};

} // namespace

std::span<const DeskRoute> secretariat_routes() {
    return routes;
}

std::int64_t year_asked_for(const DeskVisit& visit) {
    const auto asked =
        visit.form.has("year") ? visit.form.get("year") : visit.request.query.get("year");
    const auto year = number_typed(asked.value_or(""));
    return year && *year >= 1950 && *year <= 2199 ? *year : visit.reader.about().today.year();
}

html::Url new_bulk_url(const Links& links, std::string_view kind) {
    return links.desk_part("bulk").slash("new").query("kind", kind);
}

html::Url new_letter_url(const Links& links, std::string_view kind, std::string_view seat,
                         std::string_view meeting) {
    auto out = links.desk_part("letters").slash("new").query("kind", kind);
    if (!seat.empty()) {
        out = out.query("seat", seat);
    }
    return meeting.empty() ? out : out.query("meeting", meeting);
}

} // namespace quorate::web
