// Circulation: what goes out, to whom and how; in time or not is shown before it is recorded.

#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"
#include "web/meetings/restriction.hpp"

#include <algorithm>
#include <set>

namespace quorate::web {

using namespace html;

namespace {

Url circulate_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("circulate");
}

std::vector<views::PaperShown> all_papers(const views::WorkbenchPage& page) {
    auto out = page.whole;
    for (const auto& line : page.agenda) {
        out.insert(out.end(), line.papers.begin(), line.papers.end());
    }
    return out;
}

/// What the form stands at before anything was typed: everything not sent yet, to everyone.
FormState at_first(const views::WorkbenchPage& page) {
    FormState state;
    const bool first = page.sent.empty();
    for (const char* thing : {"agenda", "minutes", "reports"}) {
        if (first || std::string_view(thing) == "reports") {
            state.typed.add("things", thing);
        }
    }
    for (const auto& paper : all_papers(page)) {
        if (!paper.sent) {
            state.typed.add("papers", paper.digest);
        }
    }
    if (!first) {
        for (const auto& task : page.tasks) {
            // "Send the papers for item 6": those items.
            if (task.key == "circulate" && task.state != "done" &&
                task.what.find("item") != std::string::npos) {
                state.typed.add("items", task.what.substr(task.what.find("item ") + 5));
            }
        }
    }
    state.typed.add("to", "all");
    state.typed.add("how", "e-mail");
    return state;
}

Html paper_choice(const views::WorkbenchPage& page, const FormState& state) {
    std::vector<Option> options;
    const auto add = [&](const views::PaperShown& paper, const std::string& to) {
        Html hint = text(to + ". " + paper.type + ", " + paper.size + ".");
        if (paper.sent && paper.sent_on) {
            hint += fragment(" Sent already on ", short_day(paper.sent_on->local.date), ".");
        }
        if (!paper.restricted.empty()) {
            hint += fragment(" ", paper.restricted, ".");
        }
        options.push_back({.value = paper.digest, .label = paper.title, .hint = hint});
    };
    std::set<std::string> seen;
    for (const auto& paper : page.whole) {
        if (seen.insert(paper.digest).second) {
            add(paper, "For the whole meeting");
        }
    }
    for (const auto& line : page.agenda) {
        for (const auto& paper : line.papers) {
            if (seen.insert(paper.digest).second) {
                add(paper, "Item " + std::to_string(line.number));
            }
        }
    }
    if (options.empty()) {
        return fragment(h(3, "Files"),
                        p("No files have been added. You can record a sending without them, or ",
                          a("papers"_url, "add them first"), "."));
    }
    return choose_many({.name = "papers",
                        .label = "Which files?",
                        .values = state.values("papers"),
                        .options = options,
                        .compact = true},
                       state.errors);
}

/// Partners whose interests an item concerns have a right to be heard on it, so papers may go to
/// them too.
Html partners_choice(const views::WorkbenchPage& page, const FormState& state) {
    std::vector<Option> options;
    for (const auto& partner : page.affected) {
        options.push_back({.value = partner.organisation.id,
                           .label = partner.organisation.name,
                           .hint = partner.words});
    }
    return options.empty() ? Html()
                           : choose_many({.name = "partners",
                                          .label = "Partners whose interests are considered",
                                          .hint = "They can then read the restricted papers you "
                                                  "send. Open ones they can read anyway.",
                                          .values = state.values("partners"),
                                          .options = options,
                                          .compact = true},
                                         state.errors);
}

Html fields(const DeskVisit& visit, const views::WorkbenchPage& page, const FormState& state) {
    return fragment(
        choose_many({.name = "things",
                     .label = "What goes out?",
                     .values = state.values("things"),
                     .options = {{.value = "agenda", .label = "The agenda"},
                                 {.value = "minutes", .label = "The minutes of the last meeting"},
                                 {.value = "reports", .label = "Reports"}},
                     .compact = true},
                    state.errors),
        paper_choice(page, state),
        text_field({.name = "items",
                    .label = "Only for some items",
                    .hint = "Their numbers, such as 6 or 2,5. Leave it empty for the whole agenda.",
                    .value = state.value("items"),
                    .width = 10},
                   state.errors),
        choice({.name = "to",
                .label = "To whom?",
                .value = state.value("to"),
                .options = {{.value = "all",
                             .label = "All " + std::to_string(page.members) + " members"},
                            {.value = "some", .label = "Some: enter their seats below"}},
                .compact = true},
               state.errors),
        text_field({.name = "seats",
                    .label = "Seats, if not all",
                    .hint = "Such as 1-19, 25",
                    .value = state.value("seats"),
                    .width = 20},
                   state.errors),
        partners_choice(page, state),
        choice({.name = "how",
                .label = "How?",
                .value = state.value("how"),
                .options = {{.value = "e-mail", .label = "By e-mail"},
                            {.value = "post", .label = "By post"},
                            {.value = "hand", .label = "By hand"},
                            {.value = "website", .label = "On the website"}},
                .compact = true},
               state.errors),
        when_fields(visit, state));
}

/// "In time", or how many working days before, first; then the rest of the ruling.
Html preview_part(const DeskVisit& visit, const views::WorkbenchPage& page,
                  const views::RulingShown& ruling, const FormState& state) {
    Html sentence;
    for (const auto& reason : ruling.reasons) {
        if (reason.code == "notice_given") {
            sentence = fragment(status_word(Status::permitted, "In time."), " ",
                                views::capitalised(reason.words));
        } else if (reason.code == "notice_too_short") {
            sentence = fragment(status_word(Status::breach_recorded, "Late."), " ",
                                views::capitalised(reason.words),
                                " You can still send them; the record will say so.");
        }
    }
    govuk::SummaryList list;
    std::string things;
    for (const auto& thing : state.values("things")) {
        things += (things.empty() ? "" : ", ") + thing;
    }
    add_row(list, "What", views::capitalised(things));
    std::vector<Html> files;
    const auto chosen = state.values("papers");
    std::set<std::string> seen;
    for (const auto& paper : all_papers(page)) {
        const bool is_chosen =
            std::find(chosen.begin(), chosen.end(), paper.digest) != chosen.end();
        if (is_chosen && seen.insert(paper.digest).second) {
            files.push_back(li(paper.title, paper.restricted.empty() ? "" : " (restricted)"));
        }
    }
    add_row(list, "Files", files.empty() ? text("None") : plain_list(files));
    add_row(list, "For items", state.value("items"));
    add_row(list, "To",
            state.value("to") == "some" ? "Seats " + state.value("seats")
                                        : "All " + std::to_string(page.members) + " members");
    add_row(list, "How", views::capitalised(state.value("how")));
    auto panel = panel_of(visit.links, ruling);
    panel.id = "preview";
    return section(id("checked"), h(2, "Check before it is recorded"), p(sentence),
                   govuk::summary_list(list), ruling_panel(panel));
}

http::Response show(const DeskVisit& visit, const FormState& state,
                    const std::optional<views::RulingShown>& preview, const std::string& checked) {
    const auto page = workbench_of(visit);
    if (page.line.status == "closed" || page.line.status == "cancelled") {
        throw http::BrokenRequest(409, "This meeting is over or was called off. What was sent is "
                                       "on its workbench.");
    }
    Html main = page_heading("Send papers", meeting_caption(visit, page.line));
    for (const auto& point : page.timeline) {
        if (point.key == "papers-out" && point.date) {
            main += p(point.state == "to-come" ? "They are due out by " : "They were due out by ",
                      date(*point.date), ". ", point.safe ? point.words : "",
                      point.finding.empty() ? "" : " " + point.finding);
        }
    }
    main += p("Send them by e-mail or post as you always do, then record it here. Once it is "
              "recorded, anyone can read the open papers on the meeting's public page; restricted "
              "ones only those they went to.");
    if (preview) {
        main += preview_part(visit, page, *preview, state);
    }
    const Html buttons =
        preview
            ? button_row(submit_button("Record papers as sent", {.name = "step", .value = "send"}),
                         secondary_button("Check again", {.name = "step", .value = "check"}))
            : button_row(submit_button("Check", {.name = "step", .value = "check"}),
                         a(visit.links.workbench(page.line.id), "Cancel"));
    Html form_fields = fields(visit, page, state);
    if (preview) {
        form_fields = govuk::details({.summary = "Change what is sent", .content = form_fields});
    }
    main += form(form_to(visit, circulate_url(visit)), act_hidden(visit),
                 hidden("checked", checked), form_fields, buttons);
    return form_page(visit,
                     {.title = "Send papers",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Send papers"),
                      .main = reading_column(main)},
                     state);
}

/// All that was typed and decides what is recorded, to know whether it was what was checked.
std::string digest_of(const FormState& state) {
    std::string out;
    for (const char* name : {"things", "papers", "items", "to", "seats", "partners", "how",
                             "when-day", "when-month", "when-year", "when-time"}) {
        for (const auto& value : state.values(name)) {
            out += std::string(name) + "=" + value + ";";
        }
    }
    return out;
}

void check(const views::WorkbenchPage& page, FormState& state) {
    if (state.values("things").empty()) {
        state.errors.add("things", "Choose what goes out.");
    }
    if (state.value("to") == "some" && state.value("seats").empty()) {
        state.errors.add("seats", "Enter the seats it goes to, such as 1-19, 25.");
    }
    if (state.value("how").empty()) {
        state.errors.add("how", "Choose how it is sent.");
    }
    const auto known = all_papers(page);
    for (const auto& digest : state.values("papers")) {
        const bool there =
            std::any_of(known.begin(), known.end(),
                        [&](const views::PaperShown& paper) { return paper.digest == digest; });
        if (!there) {
            state.errors.add("papers",
                             "One of the files is not on the list any more. Choose again.");
        }
    }
}

base::JsonArray list(const std::vector<std::string>& values) {
    base::JsonArray out;
    for (const auto& value : values) {
        out.emplace_back(value);
    }
    return out;
}

ActAsked act_of(const DeskVisit& visit, const FormState& state, const views::PapersToSend& papers,
                const std::optional<base::Instant>& effective) {
    ActAsked asked{.act = "circulate-papers", .fields = {}, .effective = effective};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["things"] = list(state.values("things"));
    asked.fields["items"] = state.value("items");
    asked.fields["papers"] = list(papers.open);
    base::JsonArray restricted;
    for (const auto number : papers.restricted) {
        restricted.emplace_back(number);
    }
    asked.fields["restricted"] = std::move(restricted);
    asked.fields["partners"] = list(state.values("partners"));
    asked.fields["seats"] = state.value("to") == "some" ? state.value("seats") : std::string();
    asked.fields["how"] = state.value("how");
    return asked;
}

/// As it will be, but for restrictions that are not on record yet.
ActAsked act_to_check(const DeskVisit& visit, const FormState& state, views::PapersToSend papers,
                      const std::optional<base::Instant>& effective) {
    std::erase_if(papers.restricted, [&](std::int64_t number) {
        return std::any_of(papers.to_record.begin(), papers.to_record.end(),
                           [&](const auto& each) { return each.restriction == number; });
    });
    return act_of(visit, state, papers, effective);
}

} // namespace

http::Response circulate_page(const DeskVisit& visit) {
    return show(visit, at_first(workbench_of(visit)), std::nullopt, {});
}

http::Response circulate_papers(const DeskVisit& visit) {
    auto state = typed_form(visit);
    check(workbench_of(visit), state);
    const auto effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, state, std::nullopt, {});
    }
    const auto papers =
        views::papers_to_send(visit.reader, visit.meeting_id(), state.values("papers"));
    for (const auto& title : papers.incomplete) {
        state.errors.add("papers", title + " is restricted. Say first for which exemption, and "
                                           "when it is looked at again: on its page.");
    }
    if (!state.errors.empty()) {
        return show(visit, state, std::nullopt, {});
    }
    const bool same = visit.form.get("checked").value_or("") == digest_of(state);
    if (visit.form.get("step").value_or("") != "send" || !same) {
        const auto preview = preview_act(visit, act_to_check(visit, state, papers, effective));
        return preview ? show(visit, state, *preview, digest_of(state))
                       : show(visit, preview.error(), std::nullopt, {});
    }
    for (const auto& each : papers.to_record) {
        auto restrict_it = restrict_act(visit, each.restriction, each.item, each.digest,
                                        {each.exemption, each.review, each.reason});
        restrict_it.effective = effective;
        restrict_it.entry = base::random_uuid_v7(base::system_now());
        if (const auto restricted = submit_act(visit, restrict_it); !restricted) {
            return show(visit, restricted.error(), std::nullopt, {});
        }
    }
    const auto taken = submit_act(visit, act_of(visit, state, papers, effective));
    return taken ? done(visit.links.workbench(visit.meeting_id()), taken->position)
                 : show(visit, taken.error(), std::nullopt, {});
}

http::Response distribution_csv(const DeskVisit& visit) {
    const auto page = workbench_of(visit);
    auto response =
        http::bytes_response("text/csv; charset=utf-8", views::distribution_csv(page.sent));
    response.header("Content-Disposition", "attachment; filename=\"sent.csv\"");
    return response;
}

} // namespace quorate::web
