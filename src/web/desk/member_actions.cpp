// What a member is to do: actions, and reports back to those represented.

#include "base/text.hpp"
#include "html/progress.hpp"
#include "web/desk/action_report.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

http::Response page_of(const DeskVisit& visit, std::string_view title, const Html& content,
                       const FormState& state) {
    return form_page(
        visit,
        {.title = std::string(title),
         .section = "desk",
         .trail = desk_trail(visit, title),
         .main = reading_column(fragment(done_notice(visit), page_heading(title), content))},
        state);
}

// ---- Actions ----

/// The seat that acts for an action: one of the same body when there is one.
std::string actor_for(const views::MemberDesk& desk, const std::string& body) {
    for (const auto& own : desk.seats) {
        if (own.body.id == body) {
            return own.actor;
        }
    }
    return desk.seats.empty() ? std::string() : desk.seats.front().actor;
}

ActionReported action_asked(const DeskVisit& visit) {
    const auto action = views::own_action(visit.reader, visit.request.capture("body") + "/" +
                                                            visit.request.capture("action"));
    if (!action) {
        no_such_page();
    }
    return {.id = action->id,
            .what = action->what,
            .meeting = action->meeting,
            .due = action->due,
            .status = action->status,
            .made_by = actor_for(views::member_desk(visit.reader), action->body.id),
            .form = visit.links.desk().slash("actions").slash_id(action->id),
            .back = back_to_desk(visit)};
}

http::Response show_action(const DeskVisit& visit, const ActionReported& action,
                           const FormState& state) {
    return page_of(visit, "Report on an action", action_form(visit, action, state), state);
}

Html action_line(const DeskVisit& visit, const views::OwnAction& action) {
    const auto said = last_report(visit, action.id);
    const auto state = action.status == "done"      ? progress_word(Progress::done)
                       : action.status == "dropped" ? progress_word(Progress::off, "Dropped")
                       : action.overdue             ? progress_word(Progress::late)
                                        : progress_word(Progress::now, action.status_words);
    const auto url = visit.links.desk().slash("actions").slash_id(action.id);
    return li(is_open(action) ? a(url, action.what) : text(action.what), br(), state, " ",
              span(cls("q-quiet"), action.of_organisation ? "For your organisation. " : "",
                   action.due ? fragment(is_open(action) ? "By " : "It was due by ",
                                         date(*action.due), ". ")
                              : Html(),
                   action.meeting.empty() ? "" : "Agreed at " + action.meeting + "."),
              said.empty() ? Html() : fragment(br(), said));
}

// ---- Reporting back ----

Url report_url(const DeskVisit& visit, const views::ReportBack& report) {
    return visit.links.desk().slash("report").slash_id(report.meeting.id);
}

views::ReportBack report_of(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    auto seat = visit.form.get("seat").value_or("");
    if (seat.empty()) {
        seat = visit.request.query.get("seat").value_or("");
    }
    for (const auto& each : desk.reports) {
        if (each.meeting.id == visit.meeting_id() && (seat.empty() || each.seat.seat.id == seat)) {
            return each;
        }
    }
    no_such_page();
}

http::Response show_report(const DeskVisit& visit, const views::ReportBack& report,
                           const FormState& state) {
    Html content = p(strong(report.meeting.name));
    content += p(report.what, " ", report.due ? fragment("By ", date(*report.due), ". ") : Html(),
                 clause_link(visit.links, report.seat.body.id, report.clause));
    content += p(a(visit.links.meeting(report.meeting.id), "The meeting and its minutes"));
    if (!report.open) {
        content += p(progress_word(Progress::done, report.words));
    }
    content +=
        form(form_to(visit, report_url(visit, report)), act_hidden(visit),
             hidden("seat", report.seat.seat.id),
             choose_many({.name = "audiences",
                          .label = "To whom you reported",
                          .values = state.fresh() ? std::vector<std::string>{"own-sector"}
                                                  : state.values("audiences"),
                          .options = {{.value = "own-sector", .label = "The sector I come from"},
                                      {.value = "own-organisation", .label = "My organisation"},
                                      {.value = "others", .label = "Others I speak for"}}},
                         state.errors),
             text_area({.name = "words",
                        .label = "What you told them, and what they said",
                        .hint = "It can be left empty. It is not published.",
                        .value = state.value("words"),
                        .rows = 4},
                       state.errors),
             when_fields(visit, state),
             button_row(submit_button("I have reported back"), back_to_desk(visit)));
    return page_of(visit, "Report back", content, state);
}

Html report_line(const DeskVisit& visit, const views::ReportBack& report) {
    const auto progress = !report.open                ? Progress::done
                          : report.state == "overdue" ? Progress::late
                                                      : Progress::now;
    const auto words = "Report back on " + report.meeting.name;
    const auto url = report_url(visit, report).query("seat", report.seat.seat.id);
    return li(report.open ? a(url, words) : text(words), br(),
              progress_word(progress, report.words), br(),
              span(cls("q-quiet"), report.what, " ",
                   clause_link(visit.links, report.seat.body.id, report.clause)));
}

} // namespace

http::Response action_page(const DeskVisit& visit) {
    return show_action(visit, action_asked(visit), {});
}

http::Response report_action(const DeskVisit& visit) {
    const auto action = action_asked(visit);
    const auto taken = take_action_report(visit, action);
    return taken ? done(visit.links.desk(), taken->position)
                 : show_action(visit, action, taken.error());
}

http::Response actions_page(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    std::vector<Html> actions;
    for (const auto& action : desk.actions) {
        actions.push_back(action_line(visit, action));
    }
    std::vector<Html> reports;
    for (const auto& report : desk.reports) {
        reports.push_back(report_line(visit, report));
    }
    Html content = fragment(
        h(2, "Actions"),
        actions.empty() ? nothing_here("No action is recorded for you or your organisation.")
                        : plain_list(cls("q-lines"), actions),
        h(2, "Reporting back"),
        reports.empty() ? nothing_here("Nothing is to be reported back. What the terms of "
                                       "reference ask for stands here once minutes are out.")
                        : plain_list(cls("q-lines"), reports),
        p(back_to_desk(visit)));
    return page_of(visit, "My actions and reports", content, {});
}

http::Response report_page(const DeskVisit& visit) {
    return show_report(visit, report_of(visit), {});
}

http::Response send_report(const DeskVisit& visit) {
    const auto report = report_of(visit);
    auto state = typed_form(visit);
    base::JsonArray audiences;
    for (const auto& each : state.values("audiences")) {
        audiences.emplace_back(each);
    }
    if (audiences.empty()) {
        state.errors.add("audiences", "Choose to whom you reported.");
    }
    ActAsked asked{.act = "record-report", .fields = {}};
    asked.made_by = report.seat.actor;
    asked.effective = moment_typed(visit, "when", state.errors);
    asked.shown_as = {{"effective", "when"}};
    asked.fields["body"] = report.seat.body.id;
    asked.fields["kind"] = report.kind;
    asked.fields["seat"] = report.seat.seat.id;
    asked.fields["meeting"] = report.meeting.id;
    asked.fields["audiences"] = std::move(audiences);
    asked.fields["words"] = state.value("words");
    if (!state.errors.empty()) {
        return show_report(visit, report, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk(), taken->position)
                 : show_report(visit, report, taken.error());
}

} // namespace quorate::web
