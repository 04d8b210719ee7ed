// The minutes of a meeting: words beside facts, sending them out, publishing them.

#include "base/text.hpp"
#include "html/beside.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/task_list.hpp"
#include "html/markdown.hpp"
#include "html/progress.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::MinutesPage minutes_of(const DeskVisit& visit) {
    auto page = views::minutes_page(visit.reader, visit.meeting_id());
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

Html step_status(const views::MinutesStep& step) {
    if (step.state == "done") {
        return progress_word(Progress::done);
    }
    if (step.state == "late") {
        return progress_word(Progress::late);
    }
    if (step.state == "next") {
        return progress_word(Progress::now, "Can be done now");
    }
    return progress_word(Progress::later, step.state == "not-needed" ? "Not needed" : "Later");
}

/// Where a step is taken; nothing while it waits for another.
std::optional<Url> step_link(const DeskVisit& visit, const views::MinutesPage& page,
                             const views::MinutesStep& step) {
    const auto here = visit.links.desk_minutes(page.line.id);
    if (step.id == "approve" && visit.secretariat()) {
        return page.circulated && page.approving && !page.approved
                   ? std::optional(here.slash("approve").query("at", page.approving->id))
                   : std::nullopt;
    }
    if (!visit.secretariat()) {
        return std::nullopt;
    }
    const bool again = step.id == "circulate" && page.drafted && !page.approved;
    if ((step.state != "next" && step.state != "late" && !again) || !page.closed) {
        return std::nullopt;
    }
    if (step.id == "draft") {
        return here.fragment("minutes-words");
    }
    if (step.id == "circulate") {
        return here.slash("circulate");
    }
    return step.id == "publish-draft" ? here.slash("publish").query("draft", "yes")
                                      : here.slash("publish");
}

Html step_hint(const DeskVisit& visit, const views::MinutesPage& page,
               const views::MinutesStep& step) {
    Html out = text(step.words);
    if (step.due) {
        out += fragment(step.words.empty() ? "" : " ", "Due ", date(*step.due), ".");
    } else if (!step.clause.empty() && step.state != "done") {
        out += text(step.words.empty() ? "No date is set." : " No date is set.");
    }
    if (!step.clause.empty()) {
        out += fragment(" ", views::capitalised("asked for by "),
                        clause_link(visit.links, page.line.body.id, step.clause), ".");
    }
    return out;
}

Html tasks(const DeskVisit& visit, const views::MinutesPage& page) {
    govuk::TaskList list;
    for (const auto& step : page.steps) {
        list.items.push_back({.title = step.title,
                              .href = step_link(visit, page, step),
                              .hint = step_hint(visit, page, step),
                              .status = step_status(step)});
    }
    return govuk::task_list(list);
}

Html facts(const DeskVisit& visit, const views::MinutesPage& page) {
    std::vector<FactGroup> groups;
    Html entries;
    for (const auto& group : page.facts) {
        FactGroup out{group.heading, {}};
        for (const auto& fact : group.facts) {
            out.facts.push_back(fact.position ? fragment(fact.words, " ",
                                                         a(visit.links.entry(*fact.position),
                                                           "Entry ", *fact.position))
                                              : text(fact.words));
        }
        if (group.heading == "Entries of the day") {
            out.heading = {};
            std::vector<Html> items;
            for (const auto& each : out.facts) {
                items.push_back(li(each));
            }
            entries = govuk::details({.summary = "Every entry of the day",
                                      .content = Tag{"ul", "govuk-list q-fact-list"}(items)});
        } else {
            groups.push_back(std::move(out));
        }
    }
    Html left_out;
    if (!page.left_out.empty()) {
        left_out = fragment(h(3, "Left out of the text"),
                            p("These are not for everyone, and minutes are published."),
                            sentences(page.left_out));
    }
    return fragment(h(2, "Where it comes from"), fact_groups(groups), left_out, entries);
}

Html sections_field(const FormState& state) {
    auto chosen = state.values("sections");
    if (chosen.empty() && state.fresh()) {
        chosen = {"attendance", "interests", "items"};
    }
    return choose_many({.name = "sections",
                        .label = "The minutes say",
                        .values = chosen,
                        .options = {{.value = "attendance", .label = "Who was there"},
                                    {.value = "interests", .label = "Interests declared"},
                                    {.value = "items", .label = "What was decided at each item"}},
                        .compact = true},
                       state.errors);
}

Html words_form(const DeskVisit& visit, const views::MinutesPage& page, const FormState& state) {
    const auto here = visit.links.desk_minutes(page.line.id);
    const bool first = !page.drafted;
    Html out = form(
        form_to(visit, here), act_hidden(visit),
        text_area({.name = "words",
                   .label = first ? "Draft made from the record" : "The minutes",
                   .hint = "Change the words as you need. Lines that begin with # are headings, "
                           "and lines that begin with - are lists.",
                   .value = state.value("words", page.text),
                   .id = "minutes-words",
                   .label_size = LabelSize::m,
                   .rows = 32},
                  state.errors),
        sections_field(state), when_fields(visit, state),
        button_row(submit_button(first ? "Record as the draft" : "Record these words"),
                   secondary_button("Start again from the record",
                                    {.name = "start_again", .value = "yes"})));
    return out;
}

Html fixed_words(const views::MinutesPage& page) {
    return fragment(h(2, page.approved  ? "The minutes as approved"
                         : page.drafted ? "The draft"
                                        : "What the record gives"),
                    div(cls("q-prose"), markdown(page.text, 2)));
}

Html next_step(const DeskVisit& visit, const views::MinutesPage& page) {
    const auto here = visit.links.desk_minutes(page.line.id);
    const auto word = link_button;
    if (!page.drafted) {
        return {};
    }
    if (!page.circulated) {
        return button_row(word("Send them to members", here.slash("circulate"), {}));
    }
    if (!page.published && !page.approved) {
        return button_row(
            word("Publish them as a draft", here.slash("publish").query("draft", "yes"), {}));
    }
    if (page.approved && !page.published_final) {
        return button_row(word("Publish the approved minutes", here.slash("publish"), {}));
    }
    return {};
}

Html approving(const DeskVisit& visit, const views::MinutesPage& page) {
    if (page.approved || !page.circulated) {
        return {};
    }
    Html out = h(2, "Corrections and approval");
    if (!page.approving) {
        return fragment(out, p("Minutes are corrected and approved at the next meeting. Put an "
                               "item for these minutes on its agenda, with the purpose “minutes”. "
                               "Then this page leads to it."));
    }
    const auto here = visit.links.desk_minutes(page.line.id);
    const auto at = page.approving->id;
    const auto item = std::to_string(page.approving_item);
    return fragment(
        out,
        p("They are item ", item, " of ", page.approving->name,
          ". Record what members put right there, and the approval, when that item is taken."),
        button_row(link_button("Record a correction",
                               here.slash("correct").query("at", at).query("item", item),
                               {.classes = "govuk-button--secondary"}),
                   link_button("Record the approval",
                               here.slash("approve").query("at", at).query("item", item),
                               {.classes = "govuk-button--secondary"})));
}

Html differences(const views::MinutesPage& page, const FormState& state) {
    Html out;
    if (!state.changed.empty()) {
        out += fragment(h(2, "Your words against what is recorded now"),
                        changed_lines(views::line_changes(page.text, state.value("words")),
                                      "Your words are the same as those recorded now."));
    }
    if (page.circulated) {
        out += fragment(
            h(2, "Changed since they were sent to members"),
            changed_lines(page.since_circulation, "Nothing has changed since they were sent."));
    }
    if (page.drafted) {
        out += fragment(h(2, "Where the words differ from the record"),
                        changed_lines(page.since_record, "The words are those the record gives."));
    }
    if (!page.corrections.empty()) {
        out += h(2, "Corrections made");
    }
    return out;
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto page = minutes_of(visit);
    Html top = fragment(done_notice(visit), page_heading("Minutes", meeting_title(page.line)));
    if (!page.closed) {
        top += lead("The minutes can be drafted once the meeting has been closed.");
        top += p(a(visit.links.workbench(page.line.id), "Go to the meeting"));
    }
    top += tasks(visit, page);
    const bool officer = visit.secretariat();
    top += officer ? next_step(visit, page) : Html();
    Html main = reading_column(top);
    if (page.closed) {
        main += draft_beside_facts(page.approved || !officer ? fixed_words(page)
                                                             : words_form(visit, page, state),
                                   facts(visit, page));
        main += reading_column(fragment(differences(page, state),
                                        corrections_list(visit.links, page.corrections),
                                        officer ? approving(visit, page) : Html()));
    }
    return form_page(visit,
                     {.title = "Minutes of " + meeting_title(page.line),
                      .section = "desk",
                      .trail = minutes_trail(visit, page.line, {}),
                      .main = main},
                     state);
}

http::Response page(const DeskVisit& visit) {
    return show(visit, {});
}

base::JsonObject meeting_field(const DeskVisit& visit) {
    base::JsonObject out;
    out["meeting"] = visit.meeting_id();
    return out;
}

/// The time box, its errors into the state.
std::optional<base::Instant> when_typed(const DeskVisit& visit, FormState& state) {
    return moment_typed(visit, "when", state.errors);
}

http::Response save(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto before = minutes_of(visit);
    if (visit.form.has("start_again")) {
        http::Fields fields;
        for (const auto& [name, value] : visit.form.entries()) {
            fields.add(name, name == "words" ? before.from_record : value);
        }
        state.typed = std::move(fields);
        return show(visit, state);
    }
    ActAsked asked{.act = "draft-minutes", .fields = meeting_field(visit)};
    asked.fields["words"] = state.value("words");
    asked.fields["sections"] = base::join(state.values("sections"), ",");
    asked.shown_as = {{"words", "minutes-words"}};
    asked.unless_changed = true;
    asked.effective = when_typed(visit, state);
    if (base::trim(state.value("words")).empty()) {
        state.errors.add("minutes-words", "Enter the words of the minutes. To have those the "
                                          "record gives, choose “Start again from the record”.");
    }
    if (state.values("sections").empty()) {
        state.errors.add("sections", "Tick what the minutes say: at least one of the three.");
    }
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk_minutes(visit.meeting_id()), taken->position)
                 : show(visit, taken.error());
}

/// A page that asks for one thing: what it does, the ruling it would get, and the button.
struct OneStep {
    std::string title;
    std::string caption;
    Html about;
    std::string button;
    ActAsked asked;
    Url action;
};

http::Response step_page(const DeskVisit& visit, const views::MinutesPage& page,
                         const OneStep& step, const FormState& state) {
    Html main = fragment(page_heading(step.title, step.caption), step.about);
    if (state.fresh()) {
        if (const auto ruling = foreseen(visit, step.asked)) {
            auto panel = panel_of(visit.links, *ruling);
            panel.short_form = ruling->verdict == "permitted";
            panel.id = "foreseen";
            main += fragment(h(2, "What the terms of reference say of it"), ruling_panel(panel));
        }
    }
    main += form(form_to(visit, step.action), act_hidden(visit), when_fields(visit, state),
                 button_row(submit_button(step.button),
                            a(visit.links.desk_minutes(page.line.id), "Back to the minutes")));
    return form_page(visit,
                     {.title = step.title,
                      .section = "desk",
                      .trail = minutes_trail(visit, page.line, step.title),
                      .main = reading_column(main)},
                     state);
}

http::Response take_step(const DeskVisit& visit, const views::MinutesPage& page, OneStep step) {
    auto state = typed_form(visit);
    step.asked.effective = when_typed(visit, state);
    if (!state.errors.empty()) {
        return step_page(visit, page, step, state);
    }
    const auto taken = submit_act(visit, step.asked);
    return taken ? done(visit.links.desk_minutes(page.line.id), taken->position)
                 : step_page(visit, page, step, taken.error());
}

OneStep circulate_step(const DeskVisit& visit, const views::MinutesPage& page) {
    Html about = page.circulated
                     ? fragment(h(2, "What changed since they were sent"),
                                changed_lines(page.since_circulation, "Nothing has changed."))
                     : p("This records that the minutes went to every member.");
    return {page.circulated ? "Send the minutes again" : "Send the minutes to members",
            meeting_title(page.line),
            about,
            "Record that they were sent",
            {.act = "circulate-minutes", .fields = meeting_field(visit)},
            visit.links.desk_minutes(page.line.id).slash("circulate")};
}

http::Response circulate_page(const DeskVisit& visit) {
    const auto page = minutes_of(visit);
    return step_page(visit, page, circulate_step(visit, page), {});
}

http::Response circulate(const DeskVisit& visit) {
    const auto page = minutes_of(visit);
    return take_step(visit, page, circulate_step(visit, page));
}

OneStep publish_step(const DeskVisit& visit, const views::MinutesPage& page) {
    const bool draft = visit.request.query.get("draft").value_or("") == "yes";
    const auto base_url = visit.links.desk_minutes(page.line.id).slash("publish");
    OneStep out{draft ? "Publish the minutes as a draft" : "Publish the approved minutes",
                meeting_title(page.line),
                draft ? p("Everyone can then read them. They are headed “Draft, not yet "
                          "approved” until a later meeting has approved them.")
                      : p("They take the place of the draft, and everyone can read them."),
                draft ? "Publish as a draft" : "Publish",
                {.act = "publish-minutes", .fields = meeting_field(visit)},
                draft ? base_url.query("draft", "yes") : base_url};
    if (draft) {
        out.asked.fields["draft"] = true;
    }
    return out;
}

http::Response publish_page(const DeskVisit& visit) {
    const auto page = minutes_of(visit);
    return step_page(visit, page, publish_step(visit, page), {});
}

http::Response publish(const DeskVisit& visit) {
    const auto page = minutes_of(visit);
    return take_step(visit, page, publish_step(visit, page));
}

constexpr DeskRoute routes[] = {
    {"/desk/meetings/{body}/{meeting}/minutes", page, nullptr, secretariat_and_auditor},
    {"/desk/meetings/{body}/{meeting}/minutes", nullptr, save},
    {"/desk/meetings/{body}/{meeting}/minutes/circulate", circulate_page, circulate},
    {"/desk/meetings/{body}/{meeting}/minutes/publish", publish_page, publish},
    {"/desk/meetings/{body}/{meeting}/minutes/correct", correct_minutes_page, correct_minutes},
    {"/desk/meetings/{body}/{meeting}/minutes/approve", approve_minutes_page, approve_minutes}};

} // namespace

std::span<const DeskRoute> minutes_routes() {
    return routes;
}

} // namespace quorate::web
