#include "web/desk/action_report.hpp"

#include "views/desk/action_reports.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html report_words(const views::ActionReport& report) {
    return fragment("Reported on ", date(report.when.local.date), ": ",
                    views::capitalised(report.status), ". ", report.words);
}

/// Everything said about it before, latest first.
Html reports_before(const DeskVisit& visit, std::string_view action) {
    std::vector<Html> items;
    for (const auto& each : views::action_reports(visit.reader, action)) {
        items.push_back(li(report_words(each)));
    }
    return items.empty() ? Html() : fragment(h(2, "What was said before"), ul(items));
}

} // namespace

Html last_report(const DeskVisit& visit, std::string_view action) {
    const auto reports = views::action_reports(visit.reader, action);
    return reports.empty() ? Html() : report_words(reports.front());
}

Html action_form(const DeskVisit& visit, const ActionReported& action, const FormState& state) {
    Html out = p(strong(action.what));
    out += p(cls("q-quiet"), action.meeting.empty() ? "" : "Agreed at " + action.meeting + ". ",
             action.due ? fragment("By ", date(*action.due), ".") : text("No date is set."));
    out +=
        form(form_to(visit, action.form), act_hidden(visit),
             choice({.name = "status",
                     .label = "How it stands",
                     .value = state.value("status", action.status == "open" ? "" : action.status),
                     .options = {{.value = "progressing", .label = "Under way"},
                                 {.value = "done", .label = "Done"},
                                 {.value = "dropped", .label = "No longer to be done"}}},
                    state.errors),
             text_area({.name = "words",
                        .label = "What there is to say about it",
                        .hint = "It can be left empty.",
                        .value = state.value("words"),
                        .rows = 4},
                       state.errors),
             button_row(submit_button("Report"), action.back));
    return fragment(out, reports_before(visit, action.id));
}

tl::expected<ActTaken, FormState> take_action_report(const DeskVisit& visit,
                                                     const ActionReported& action) {
    auto state = typed_form(visit);
    if (state.value("status").empty()) {
        state.errors.add("status", "Choose how it stands.");
        return tl::unexpected(std::move(state));
    }
    ActAsked asked{.act = "report-on-action", .fields = {}};
    asked.made_by = action.made_by;
    asked.fields["action"] = action.id;
    asked.fields["status"] = state.value("status");
    asked.fields["words"] = state.value("words");
    return submit_act(visit, asked);
}

} // namespace quorate::web
