// The officer records a report that somebody made and told them of.

#include "views/desk/report_owed.hpp"

#include "web/desk/act_form.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

constexpr std::string_view title = "Record a report";

views::ReportOwed report_asked(const DeskVisit& visit) {
    const auto asked =
        visit.form.has("duty") ? visit.form.get("duty") : visit.request.query.get("duty");
    auto report = views::report_owed(visit.reader, asked.value_or(""));
    if (!report) {
        no_such_page();
    }
    return std::move(*report);
}

Html who_field(const views::ReportOwed& report, const FormState& state) {
    if (report.seats.empty()) {
        return {};
    }
    std::vector<Option> options;
    for (const auto& seat : report.seats) {
        options.push_back({.value = seat.id, .label = views::seat_words(seat)});
    }
    return select_field(
        {.name = "seat",
         .label = "Who reported?",
         .value = state.value("seat",
                              report.seats.size() == 1 ? report.seats.front().id : std::string()),
         .options = options,
         .nothing_chosen = "Choose a member"},
        state.errors);
}

http::Response show(const DeskVisit& visit, const views::ReportOwed& report,
                    const FormState& state) {
    Html main = page_heading(title, report.body.name);
    main += p(report.what, " ", report.due ? fragment("By ", date(*report.due), ". ") : Html(),
              clause_link(visit.links, report.body.id, report.clause));
    if (!report.meeting.empty()) {
        main += p(a(visit.links.meeting(report.meeting), "The meeting and its minutes"));
    }
    main += form(form_to(visit, report_owed_url(visit.links, report.duty)), act_hidden(visit),
                 hidden("duty", report.duty), who_field(report, state), evidence_field(state),
                 text_area({.name = "words",
                            .label = "What there is to say about it",
                            .hint = "It can be left empty. It is not published.",
                            .value = state.value("words"),
                            .rows = 4},
                           state.errors),
                 when_fields(visit, state),
                 button_row(submit_button("Record the report"), a(visit.links.desk(), "Cancel")));
    return form_page(
        visit,
        {.title = std::string(title),
         .section = "desk",
         .trail = {{.content = "My desk", .href = visit.links.desk()}, {.content = title}},
         .main = reading_column(main)},
        state);
}

} // namespace

Url report_owed_url(const Links& links, std::string_view duty) {
    return links.desk_part("report-owed").query("duty", duty);
}

http::Response report_owed_page(const DeskVisit& visit) {
    return show(visit, report_asked(visit), {});
}

http::Response record_report_owed(const DeskVisit& visit) {
    const auto report = report_asked(visit);
    auto state = typed_form(visit);
    const auto seat = state.value("seat");
    ActAsked asked{.act = "record-report", .fields = {}};
    if (!report.seats.empty() && seat.empty()) {
        state.errors.add("seat", "Choose who reported.");
    }
    if (state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know that they reported.");
    }
    asked.effective = moment_typed(visit, "when", state.errors);
    asked.shown_as = {{"effective", "when"}};
    asked.evidence = state.value("evidence");
    asked.fields["body"] = report.by;
    asked.fields["kind"] = report.kind;
    base::JsonArray audiences;
    for (const auto& each : report.audiences) {
        audiences.emplace_back(each);
    }
    if (!report.seats.empty()) {
        asked.made_by = "seat:" + seat;
        asked.fields["seat"] = seat;
    }
    asked.fields["audiences"] = std::move(audiences);
    if (!report.through.empty()) {
        asked.fields["through"] = report.through;
    }
    if (report.year) {
        asked.fields["year"] = *report.year;
    }
    if (!report.meeting.empty()) {
        asked.fields["meeting"] = report.meeting;
    }
    asked.fields["words"] = state.value("words");
    if (!state.errors.empty()) {
        return show(visit, report, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk(), taken->position) : show(visit, report, taken.error());
}

} // namespace quorate::web
