// The addresses of programme, convening, workbench, agenda, papers and circulation.

#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"
#include "web/meetings/restriction.hpp"

namespace quorate::web {

using namespace html;

namespace {

constexpr DeskRoute routes[] = {
    {"/desk/week", week_page, nullptr, secretariat_and_auditor},
    {"/desk/programme", programmes_page, nullptr},
    {"/desk/programme/{body}", programme_page, set_programme},
    {"/desk/convene", convene_page, convene_meeting},
    {"/desk/convene/consult", convene_page, consult_on_meeting},
    {"/desk/meetings", desk_meetings_page, nullptr, secretariat_and_auditor},
    {"/desk/meetings/{body}/{meeting}", workbench_page, nullptr, secretariat_and_auditor},
    {"/desk/meetings/{body}/{meeting}/postpone", postpone_page, postpone_meeting},
    {"/desk/meetings/{body}/{meeting}/cancel", cancel_page, cancel_meeting},
    {"/desk/meetings/{body}/{meeting}/answers", answers_page, record_answer},
    {"/desk/meetings/{body}/{meeting}/agenda", agenda_page, order_agenda},
    {"/desk/meetings/{body}/{meeting}/agenda/add", add_item_page, add_item},
    {"/desk/meetings/{body}/{meeting}/agenda/{item:number}/remove", remove_item_page, remove_item},
    {.pattern = "/desk/meetings/{body}/{meeting}/papers",
     .get = papers_page,
     .post = upload_papers,
     .uploads = true},
    {"/desk/meetings/{body}/{meeting}/papers/remove", papers_page, remove_paper},
    {"/desk/meetings/{body}/{meeting}/papers/{paper:number}/restriction", restriction_page,
     change_restriction},
    {"/desk/meetings/{body}/{meeting}/circulate", circulate_page, circulate_papers},
    {"/desk/meetings/{body}/{meeting}/sent.csv", distribution_csv, nullptr,
     secretariat_and_auditor},
    {"/desk/meetings/{body}/{meeting}/late/{item:number}", late_item_page, answer_late_item}};

} // namespace

http::Response programmes_page(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& body : visit.reader.bodies()) {
        items.push_back(li(a(visit.links.programme(body.id), body.name)));
    }
    const Html main =
        fragment(page_heading("Programmes"),
                 items.empty() ? nothing_here("No body has been set up yet.") : plain_list(items));
    return framed(visit, {.title = "Programmes",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Programmes"}},
                          .main = reading_column(main)});
}

std::span<const DeskRoute> planning_routes() {
    return routes;
}

} // namespace quorate::web
