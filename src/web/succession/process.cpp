#include "web/succession/process.hpp"

#include "base/text.hpp"
#include "views/may.hpp"
#include "views/succession/process.hpp"
#include "web/as_of.hpp"
#include "web/desk/act_form.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Url here(const Links& links, const std::string& body) {
    return links.plain_part("bodies").slash(body).slash("steps");
}

bool may_record(const Visit& visit) {
    return views::keeps_record(visit.reader) && visit.reader.as_of_now();
}

Html evidence_list(const Links& links, const views::StepShown& step) {
    std::vector<Html> items;
    for (const auto& each : step.evidence) {
        Html line =
            each.decision.empty()
                ? text(each.words)
                : fragment(a(links.decision(each.decision), each.decision), ", ", each.words);
        if (each.early) {
            line += text(each.counts ? ", early, and it counts" : ", too early to count");
        } else if (!each.counts) {
            line += text(", without the decision it takes");
        }
        line += fragment(" (", a(links.entry(each.position), "entry ", each.position), ")");
        items.push_back(li(line));
    }
    return items.empty() ? Html() : plain_list(items);
}

Html step_cell(const Visit& visit, const std::string& body, const views::StepShown& step) {
    Html out = fragment(step.what, br(),
                        span(cls("q-quiet"), clause_link(visit.links, body, step.clause)));
    if (!step.by.empty()) {
        out += span(cls("q-quiet"), ", by ", step.by);
    }
    return out;
}

Html standing_cell(const Visit& visit, const std::string& body, const views::StepShown& step) {
    Html out = strong(step.state_words);
    if (!step.length.empty()) {
        out += fragment(
            br(), measure(visit.links, body, {views::capitalised(step.length), "", step.mark}));
    }
    if (!step.planned.empty()) {
        out += fragment(br(), span(cls("q-quiet"), "Planned: ", step.planned));
    }
    if (!step.waits_for.empty()) {
        out += fragment(br(), span(cls("q-quiet"), "Comes after what is not on record: ",
                                   base::list_words(step.waits_for)));
    }
    return fragment(out, evidence_list(visit.links, step));
}

Html process_table(const Visit& visit, const std::string& body,
                   const views::ProcessShown& process) {
    govuk::Table table;
    table.caption = process.name;
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Step", "How it stands"};
    for (const auto& step : process.steps) {
        Html standing = standing_cell(visit, body, step);
        if (may_record(visit) && !step.by_decision) {
            standing += p(a(here(visit.links, body)
                                .slash("record")
                                .query("process", process.process)
                                .query("step", step.step),
                            "Record this step", hidden_text(": ", step.what)));
        }
        table.rows.push_back({step_cell(visit, body, step), standing});
    }
    return govuk::scrolling_table(table);
}

/// The page and the step the address names. Throws no_such_page() when there is none.
struct Named {
    views::ProcessPage page;
    std::string process;
    views::StepShown step;
};

Named named(const DeskVisit& visit) {
    auto page = views::process_page(visit.reader, visit.request.capture("body"));
    const auto process = visit.request.query.get("process").value_or("");
    const auto step = visit.request.query.get("step").value_or("");
    for (const auto& each : page ? page->processes : std::vector<views::ProcessShown>{}) {
        for (const auto& one : each.steps) {
            if (each.process == process && one.step == step) {
                return {*page, each.process, one};
            }
        }
    }
    no_such_page();
}

http::Response show(const DeskVisit& visit, const Named& named, const FormState& state) {
    const auto& body = named.page.body;
    const auto to = here(visit.links, body.id);
    const Html main = fragment(
        page_heading(named.step.what, body.name),
        form(form_to(
                 visit,
                 to.slash("record").query("process", named.process).query("step", named.step.step)),
             act_hidden(visit),
             date_field(
                 {.name = "began", .label = "When did it begin?", .value = state.date("began")},
                 state.errors),
             date_field({.name = "ended",
                         .label = "When did it end?",
                         .hint = "Left empty while it goes on",
                         .value = state.date("ended")},
                        state.errors),
             text_area({.name = "words",
                        .label = "What was done",
                        .value = state.value("words"),
                        .rows = 3},
                       state.errors),
             button_row(submit_button("Record the step"), a(to, "Leave it as it is"))));
    return form_page(visit,
                     {.title = "Record a step, " + body.name,
                      .section = "desk",
                      .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                                {.content = body.name, .href = visit.links.body(body.id)},
                                {.content = "Processes", .href = to},
                                {.content = "Record a step"}},
                      .main = reading_column(main)},
                     state);
}

} // namespace

MaybePage process_page(const Visit& visit) {
    const auto page = views::process_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        return std::nullopt;
    }
    Html main = page_heading("Processes", page->body.name);
    main += lead("What the terms set out in steps, and how far each has got.");
    main += as_of(visit, here(visit.links, page->body.id));
    if (page->processes.empty()) {
        main += nothing_here("The terms set out no process in steps.");
    }
    for (const auto& process : page->processes) {
        main += process_table(visit, page->body.id, process);
    }
    return framed(
        visit,
        {.title = "Processes, " + page->body.name,
         .section = "bodies",
         .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                   {.content = page->body.name, .href = visit.links.body(page->body.id)},
                   {.content = "Processes"}},
         .main = reading_column(main),
         .json = visit.links.api().slash("bodies").slash(page->body.id).slash("steps").str()});
}

http::Response step_form(const DeskVisit& visit) {
    return show(visit, named(visit), {});
}

http::Response record_step(const DeskVisit& visit) {
    const auto asked_for = named(visit);
    auto state = typed_form(visit);
    ActAsked asked{.act = "record-step", .fields = {}};
    asked.fields["body"] = asked_for.page.body.id;
    asked.fields["process"] = asked_for.process;
    asked.fields["step"] = asked_for.step.step;
    asked.fields["words"] = state.value("words");
    for (const auto* name : {"began", "ended"}) {
        if (const auto date = date_typed(state.typed, name, state.errors)) {
            if (*date > visit.reader.on()) {
                state.errors.add(
                    name, "This day is still to come. Record a step once it has been taken.");
            }
            asked.fields[name] = base::text(*date);
        }
    }
    if (state.errors.empty() && !asked.fields.contains("began")) {
        state.errors.add("began", "Enter the day on which it began.");
    }
    if (!state.errors.empty()) {
        return show(visit, asked_for, state);
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, asked_for, taken.error());
    }
    return done(here(visit.links, asked_for.page.body.id), taken->position);
}

} // namespace quorate::web
