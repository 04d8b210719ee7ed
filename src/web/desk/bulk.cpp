// Bulk tasks: starting one, and seeing how far it has got. The page tells how far without a script
// by being loaded again; with one it looks by itself.

#include "web/desk/bulk.hpp"

#include "base/uuid.hpp"
#include "html/progress.hpp"
#include "html/stacking_table.hpp"
#include "partnership/bulk_runner.hpp"
#include "partnership/workspace/letters.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url bulk_url(const DeskVisit& visit) {
    return visit.links.desk_part("bulk");
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit, std::string_view here) {
    return {{.content = "My desk", .href = visit.links.desk()},
            {.content = "Bulk tasks", .href = bulk_url(visit)},
            {.content = here}};
}

// ---- How far a task has got ----

std::string how_far(const partnership::BulkTask& task) {
    const auto settled = task.lines - task.waiting;
    std::string out = std::to_string(settled) + " of " + std::to_string(task.lines) + " done";
    if (task.refused > 0) {
        out += ", " + std::to_string(task.refused) + " refused";
    }
    if (task.failed > 0) {
        out += ", " + std::to_string(task.failed) + " could not be done";
    }
    return out + ".";
}

Html state_of(const partnership::BulkTask& task) {
    return task.state == "running"   ? progress_word(Progress::now, "Going on")
           : task.state == "stopped" ? progress_word(Progress::waiting, "Stopped")
           : task.failed > 0         ? progress_word(Progress::late, "Done in part")
           : task.refused > 0        ? progress_word(Progress::soon, "Done, some refused")
                                     : progress_word(Progress::done, "Done");
}

Html bar(const partnership::BulkTask& task) {
    const auto settled = std::to_string(task.lines - task.waiting);
    return Tag{"progress", "q-progress"}(
        attr("max", std::to_string(task.lines)).set("value", settled).set("aria-label", task.title),
        settled, " of ", task.lines);
}

Html result_of(const DeskVisit& visit, const partnership::BulkLine& line) {
    if (line.state == "waiting") {
        return progress_word(Progress::later, "Waiting");
    }
    if (line.position) {
        const auto entry = visit.reader.entry(*line.position);
        const bool known = entry && entry->ruling;
        return fragment(known
                            ? status_word(status_of(entry->ruling->verdict, entry->ruling->breach))
                            : progress_word(Progress::done),
                        known ? ": " + entry->ruling->sentence : std::string(), " ",
                        a(visit.links.entry(*line.position), "Entry ", *line.position));
    }
    const auto look = line.state == "done"      ? Progress::done
                      : line.state == "refused" ? Progress::soon
                                                : Progress::late;
    Html out = fragment(progress_word(look, line.state == "done"      ? "Done"
                                            : line.state == "refused" ? "Not done"
                                                                      : "Could not be done"),
                        " ", line.words);
    if (line.kind == "letter" && line.state == "done") {
        out += fragment(" ", a(visit.links.desk_part("letters").slash(line.entry), "See the letter",
                               hidden_text(": ", line.what)));
    }
    return out;
}

Html lines_table(const DeskVisit& visit, const std::vector<partnership::BulkLine>& lines) {
    govuk::Table table;
    table.caption = "Each line and what came of it";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"", "What", "Result"};
    for (const auto& line : lines) {
        table.rows.push_back({std::to_string(line.number), line.what, result_of(visit, line)});
    }
    return stacking_table(table);
}

Html task_buttons(const DeskVisit& visit, const partnership::BulkTask& task) {
    const auto to = form_to(visit, bulk_url(visit).slash(task.id));
    Html out;
    if (task.state == "running") {
        out += button_form(to, {{"do", "stop"}}, "Stop");
        out += a(bulk_url(visit).slash(task.id), "Reload to see how far it is");
    } else if (task.state == "stopped") {
        out += button_form(to, {{"do", "go-on"}}, "Go on");
    }
    if (task.failed > 0 && task.state != "running") {
        out += button_form(to, {{"do", "again"}}, "Try again what could not be done");
    }
    return out.empty() ? out : button_row(out);
}

partnership::BulkTask task_of(const DeskVisit& visit) {
    auto task = partnership::bulk_task(visit.workspace, visit.request.capture("task"));
    if (!task) {
        throw http::BrokenRequest(503, task.error().text());
    }
    if (!*task) {
        no_such_page();
    }
    return std::move(**task);
}

// ---- Starting one ----

Html choices_part(const BulkForm& form, const FormState& state) {
    ChooseMany field{.name = "chosen", .label = form.question, .compact = true};
    if (state.typed.has("kind")) {
        field.values = state.values("chosen");
    }
    for (const auto& choice : form.choices) {
        field.options.push_back({.value = choice.value, .label = choice.what, .hint = choice.hint});
        if (form.all_ticked && choice.ticked && !state.typed.has("kind")) {
            field.values.push_back(choice.value);
        }
    }
    return choose_many(field, state.errors);
}

http::Response show_form(const DeskVisit& visit, const BulkForm& bulk, const FormState& state) {
    Html main = page_heading(bulk.heading);
    main += bulk.intro;
    if (bulk.choices.empty()) {
        main += nothing_here(bulk.nothing);
        main += p(a(bulk_url(visit), "Other bulk tasks"));
    } else {
        Html hidden_fields = hidden("kind", bulk.kind);
        for (const auto& [name, value] : bulk.kept) {
            hidden_fields += hidden(name, value);
        }
        hidden_fields += bulk.written.empty() ? Html() : hidden("written", bulk.written);
        main += form(form_to(visit, bulk_url(visit).slash("new")), act_hidden(visit), hidden_fields,
                     bulk.fields, choices_part(bulk, state),
                     p(cls("q-quiet"), "It is done in the background, one after another. You can "
                                       "leave the page, and stop it."),
                     button_row(submit_button(bulk.button), a(bulk_url(visit), "Cancel")));
    }
    return form_page(visit,
                     {.title = bulk.heading,
                      .section = "desk",
                      .trail = trail(visit, bulk.heading),
                      .main = reading_column(main)},
                     state);
}

std::string kind_asked(const DeskVisit& visit) {
    const auto& fields = visit.form.has("kind") ? visit.form : visit.request.query;
    return std::string(fields.get("kind").value_or(""));
}

/// Somebody sent such letters after the form was made; not by this very form, sent twice.
bool written_meanwhile(const DeskVisit& visit, const BulkForm& bulk, const FormState& state) {
    if (!state.typed.has("written") || state.value("written") == bulk.written) {
        return false;
    }
    const auto task = partnership::bulk_task(visit.workspace, state.value("entry"));
    return task && !*task;
}

} // namespace

http::Response bulk_page(const DeskVisit& visit) {
    const auto tasks = partnership::bulk_tasks(visit.workspace);
    Html main = page_heading("Bulk tasks");
    main += lead("The same thing for many, done in the background. What was begun goes on after a "
                 "restart, and nothing is done twice.");
    std::vector<Html> items;
    for (const auto& kind : bulk_kinds()) {
        items.push_back(li(a(new_bulk_url(visit.links, kind.id), kind.words)));
    }
    main += fragment(h(2, "Begin one"), plain_list(items), h(2, "Begun"));
    if (!tasks || tasks->empty()) {
        main += nothing_here("None has been begun yet.");
    } else {
        govuk::Table table;
        table.caption = "Tasks, newest first";
        table.caption_classes = "govuk-visually-hidden";
        table.head = {"Task", "Begun", "How far", "State"};
        for (const auto& task : *tasks) {
            const auto local = visit.partnership.zone().local(task.asked);
            table.rows.push_back(
                {a(bulk_url(visit).slash(task.id), task.title),
                 fragment(short_day(local.date), ", ", base::clock_words(local.minute)),
                 how_far(task), state_of(task)});
        }
        main += stacking_table(table);
    }
    return framed(visit, {.title = "Bulk tasks",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Bulk tasks"}},
                          .main = full_width(main)});
}

http::Response bulk_task_page(const DeskVisit& visit) {
    const auto task = task_of(visit);
    const auto lines = partnership::bulk_lines(visit.workspace, task.id);
    if (!lines) {
        throw http::BrokenRequest(503, lines.error().text());
    }
    const Html far = div(id("progress").set("data-progress", task.state),
                         p(id("how-far"), state_of(task), " ", how_far(task)), bar(task),
                         task_buttons(visit, task), lines_table(visit, *lines));
    const Html main =
        fragment(page_heading(task.title), far,
                 // Said once the task comes to an end, not at every line.
                 p(cls("govuk-visually-hidden").id("progress-said").set("role", "status")),
                 p(a(bulk_url(visit), "All bulk tasks"), " · ", a(visit.links.desk(), "My desk")));
    return framed(visit, {.title = task.title,
                          .section = "desk",
                          .trail = trail(visit, task.title),
                          .main = full_width(main),
                          .modules = {"progress.mjs"}});
}

http::Response change_bulk_task(const DeskVisit& visit) {
    const auto task = task_of(visit);
    const auto asked = visit.form.get("do").value_or("");
    const auto changed =
        asked == "stop"    ? partnership::stop_bulk_task(visit.workspace, task.id)
        : asked == "go-on" ? partnership::go_on_with_bulk_task(visit.workspace, task.id)
        : asked == "again" ? partnership::try_failed_bulk_lines(visit.workspace, task.id)
                           : base::Result<bool>(false);
    if (!changed) {
        throw http::BrokenRequest(503, changed.error().text());
    }
    partnership::ring_for_bulk_work();
    return http::see_other(bulk_url(visit).slash(task.id).str());
}

http::Response new_bulk_page(const DeskVisit& visit) {
    if (kind_asked(visit) == "programme") {
        return programme_bulk_page(visit, {});
    }
    FormState state;
    const auto bulk = bulk_form(visit, kind_asked(visit), state);
    if (!bulk) {
        return http::see_other(bulk_url(visit).str());
    }
    return show_form(visit, *bulk, state);
}

http::Response begin_bulk_task(const DeskVisit& visit) {
    if (kind_asked(visit) == "programme") {
        return begin_programme_bulk(visit);
    }
    auto state = typed_form(visit);
    auto bulk = bulk_form(visit, kind_asked(visit), state);
    if (!bulk) {
        no_such_page();
    }
    const auto chosen = state.values("chosen");
    std::vector<partnership::BulkLine> lines;
    for (const auto& choice : bulk->choices) {
        if (std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end()) {
            lines.push_back(choice.line);
        }
    }
    if (lines.empty() && state.errors.empty()) {
        state.errors.add("chosen", "Choose at least one.");
    }
    if (written_meanwhile(visit, *bulk, state)) {
        state.problem = "Letters like these went out since this page was opened, perhaps from "
                        "another window. Nothing was sent now. See below who was written to, and "
                        "send again if you mean to.";
    }
    if (state.fresh()) {
        if (auto done =
                keep_bulk_task(visit, bulk->kind, bulk->task_title, std::move(lines), state)) {
            return std::move(*done);
        }
    }
    return show_form(visit, *bulk, state);
}

std::optional<http::Response> keep_bulk_task(const DeskVisit& visit, const std::string& kind,
                                             const std::string& title,
                                             std::vector<partnership::BulkLine> lines,
                                             FormState& state) {
    partnership::BulkTask task;
    task.id = state.value("entry");
    task.kind = kind;
    task.title = title;
    task.by = visit.who.session.account.name;
    task.asked = visit.now();
    if (!base::is_uuid_v7(task.id)) {
        state.problem = "This form has lost its mark. Send it again.";
        return std::nullopt;
    }
    if (const auto kept = partnership::add_bulk_task(visit.workspace, task, std::move(lines));
        !kept) {
        state.problem = kept.error().text();
        return std::nullopt;
    }
    partnership::ring_for_bulk_work();
    return http::see_other(bulk_url(visit).slash(task.id).str());
}

} // namespace quorate::web
