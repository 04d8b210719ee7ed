// The minutes of a meeting: words beside facts, sending them out, publishing them.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/beside.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/notification_banner.hpp"
#include "html/govuk/task_list.hpp"
#include "html/govuk/warning_text.hpp"
#include "html/markdown.hpp"
#include "html/progress.hpp"
#include "partnership/workspace/minutes_drafts.hpp"
#include "web/desk/tell.hpp"
#include "web/minutes/editor.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/minutes/release.hpp"
#include "web/parts.hpp"

#include <algorithm>

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

/// The facts behind the text; `beside` the parts of the editor they stand already.
Html facts(const DeskVisit& visit, const views::MinutesPage& page, bool beside) {
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
                            sentences(page.left_out), release_notes_link(visit));
    }
    return fragment(h(2, "Where it comes from"), beside ? Html() : fact_groups(groups), left_out,
                    entries);
}

Html fixed_words(const views::MinutesPage& page) {
    return fragment(h(2, page.approved  ? "The minutes as approved"
                         : page.drafted ? "The draft"
                                        : "What the record gives"),
                    div(cls("q-prose"), typed_markdown(page.text, 2)));
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
    if (!page.publishing) {
        return p(
            "The terms of this body say nothing of publishing its minutes. They stand on members’ "
            "desks.");
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

/// No agenda has the minutes: one button puts them on the next one.
Html to_be_put_on_agenda(const DeskVisit& visit, const views::MinutesPage& page) {
    if (!page.next_meeting) {
        return p("Minutes are corrected and approved at the next meeting, and none has been "
                 "convened. ",
                 a(visit.links.convene().query("body", page.line.body.id), "Convene it"),
                 "; then an item for these minutes is put on its agenda.");
    }
    const auto here = visit.links.desk_minutes(page.line.id).slash("agenda");
    return fragment(p("Minutes are corrected and approved at the next meeting: ",
                      page.next_meeting->name, ". Its agenda has no item for them yet."),
                    form(form_to(visit, here), act_hidden(visit),
                         button_row(secondary_button("Put them on that agenda"))));
}

Html approving(const DeskVisit& visit, const views::MinutesPage& page) {
    if (page.approved) {
        return fragment(
            h(2, "Corrections after the approval"),
            p("The minutes stand as they were approved; what is put right now is shown "
              "beside them."),
            button_row(link_button("Record a correction",
                                   visit.links.desk_minutes(page.line.id).slash("proposals"),
                                   {.classes = "govuk-button--secondary"})));
    }
    if (!page.circulated) {
        return {};
    }
    Html out = h(2, "Corrections and approval");
    if (!page.approving) {
        return fragment(out, to_be_put_on_agenda(visit, page));
    }
    const auto here = visit.links.desk_minutes(page.line.id);
    const auto at = page.approving->id;
    const auto item = std::to_string(page.approving_item);
    return fragment(
        out,
        p("They are item ", item, " of ",
          a(visit.links.workbench(page.approving->id), page.approving->name),
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
                        changed_lines(views::line_changes(page.text, minutes_typed(state)),
                                      "Your words are the same as those recorded now."));
    }
    if (page.circulated) {
        out += fragment(
            h(2, "Changed since they were sent to members"),
            changed_lines(page.since_circulation, "Nothing has changed since they were sent."));
    }
    if (!page.remarks.empty()) {
        out += fragment(h(2, "Facts the words give otherwise than the record"),
                        minutes_remarks_list(page.remarks));
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

/// After "Keep for now".
Html kept_notice(const DeskVisit& visit) {
    if (visit.request.query.get("kept").value_or("") != "yes") {
        return {};
    }
    return govuk::notification_banner(
        {.content = p(cls("govuk-notification-banner__heading"),
                      "Your words are kept. They are not recorded yet, and nobody else sees them."),
         .kind = govuk::BannerKind::success,
         .title = "Kept",
         .title_id = "kept-title",
         .role = "status"});
}

/// What members asked to have put right.
Html proposals(const DeskVisit& visit, const views::MinutesPage& page) {
    if (page.proposals.empty()) {
        return {};
    }
    const auto waiting =
        std::count_if(page.proposals.begin(), page.proposals.end(),
                      [](const views::CorrectionAsked& each) { return each.state == "waiting"; });
    const auto to = visit.links.desk_minutes(page.line.id).slash("proposals");
    const auto words =
        waiting == 0
            ? std::string("Every correction members asked for has been answered.")
            : views::capitalised(governance::counted(waiting, "correction", "corrections")) +
                  " asked for by members " + (waiting == 1 ? "waits" : "wait") +
                  " for your answer.";
    return fragment(h(2, "Asked for by members"), p(words),
                    button_row(link_button(waiting == 0 ? "See them" : "Answer them", to,
                                           {.classes = "govuk-button--secondary"})));
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto page = minutes_of(visit);
    Html top = fragment(done_notice(visit), kept_notice(visit),
                        page_heading("Minutes", meeting_title(page.line)));
    if (page.line.status == "cancelled") {
        top += lead("This meeting was called off, so there is nothing to minute.");
        top += p(a(visit.links.workbench(page.line.id), "Go to the meeting"));
        return form_page(visit,
                         {.title = "Desk: minutes of " + meeting_title(page.line),
                          .section = "desk",
                          .trail = minutes_trail(visit, page.line, {}),
                          .main = reading_column(top)},
                         state);
    }
    if (!page.closed) {
        top += lead("The minutes can be drafted once the meeting has been closed.");
        top += p(a(visit.links.workbench(page.line.id), "Go to the meeting"));
    }
    top += tasks(visit, page);
    const bool officer = visit.secretariat();
    top += officer ? next_step(visit, page) : Html();
    if (page.drafted) {
        top += p(a(minutes_document_url(visit.links, page.line.id),
                   "The minutes as a document, to read or print"));
    }
    Html main = reading_column(top);
    if (page.closed) {
        const bool writes = officer && !page.approved;
        main += reading_column(officer ? proposals(visit, page) : Html());
        main += writes ? minutes_editor(visit, page, state)
                       : draft_beside_facts(fixed_words(page), facts(visit, page, false));
        main += reading_column(fragment(
            differences(page, state), corrections_list(visit.links, page.corrections),
            officer ? approving(visit, page) : Html(), writes ? facts(visit, page, true) : Html()));
    }
    return form_page(
        visit,
        {.title = "Desk: minutes of " + meeting_title(page.line),
         .section = "desk",
         .trail = minutes_trail(visit, page.line, {}),
         .main = main,
         .modules = officer ? std::vector<std::string>{"minutes.mjs"} : std::vector<std::string>{}},
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

/// The form filled in with what the record gives.
FormState from_the_record(const FormState& state, const views::MinutesPage& page) {
    FormState out;
    for (const auto& [name, value] : state.typed.entries()) {
        const bool of_text = name == "words" || name == "parts" || name == "start_again" ||
                             name.starts_with("part-") || name.starts_with("heading-");
        if (!of_text) {
            out.typed.add(name, value);
        }
    }
    out.typed.add("words", page.from_record);
    return out;
}

/// What the words say otherwise than the record has to be meant: said so by a tick.
void check_against_record(const views::MinutesPage& page, const std::string& words,
                          FormState& state) {
    const auto remarks = views::minutes_remarks(page.from_record, words);
    const bool contradicts =
        std::any_of(remarks.begin(), remarks.end(),
                    [](const views::MinutesRemark& each) { return !each.text.empty(); });
    if (contradicts && state.value("differs") != "yes") {
        state.errors.add("differs", "The words say something else than the record. Change them, "
                                    "or tick that they are to be recorded all the same.");
    }
}

http::Response save(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto before = minutes_of(visit);
    if (visit.form.has("start_again")) {
        return show(visit, from_the_record(state, before));
    }
    const auto words = minutes_typed(state);
    ActAsked asked{.act = "draft-minutes", .fields = meeting_field(visit)};
    asked.fields["words"] = words;
    asked.fields["sections"] = base::join(state.values("sections"), ",");
    asked.shown_as = {{"words", "minutes-words"}};
    asked.unless_changed = true;
    asked.effective = when_typed(visit, state);
    if (base::trim(words).empty()) {
        state.errors.add("minutes-words", "Enter the words of the minutes. To have those the "
                                          "record gives, choose “Start again from the record”.");
    }
    if (state.values("sections").empty()) {
        state.errors.add("sections", "Tick what the minutes say: at least one of the three.");
    }
    check_against_record(before, words, state);
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    if (!taken) {
        return show(visit, taken.error());
    }
    static_cast<void>(partnership::drop_minutes_draft(visit.workspace, visit.meeting_id(),
                                                      visit.who.session.account.name));
    return done(visit.links.desk_minutes(visit.meeting_id()), taken->position);
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

/// Told by mail where an address is known; everyone who sits there finds them on their desk.
http::Response circulate(const DeskVisit& visit) {
    const auto page = minutes_of(visit);
    const auto sent = take_step(visit, page, circulate_step(visit, page));
    if (sent.status == 303) {
        tell_members(
            visit,
            {.body = page.line.body.id,
             .seats = {},
             .subject = "Draft minutes: " + meeting_title(page.line),
             .text = "The draft minutes are on your desk. They are not approved yet.\n\n"
                     "Sign in to read them, and to say what should be put right.\n",
             .about = "minutes " + page.line.id + " " + std::to_string(visit.reader.size())});
    }
    return sent;
}

/// Before everyone can read what was said about papers that are not open to everyone.
Html restricted_warning(const views::MinutesPage& page) {
    if (page.restricted.empty()) {
        return {};
    }
    const bool one = page.restricted.size() == 1;
    return govuk::warning_text({
        .content = text("Papers of " + base::list_words(page.restricted) +
                        " are restricted. What the minutes say there becomes public: read " +
                        (one ? "it" : "them") + " again first."),
    });
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
    out.about += restricted_warning(page);
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
    {"/desk/meetings/{body}/{meeting}/minutes/keep", nullptr, keep_minutes_words},
    {"/desk/meetings/{body}/{meeting}/minutes/drop", nullptr, drop_minutes_words},
    {"/desk/meetings/{body}/{meeting}/minutes/circulate", circulate_page, circulate},
    {"/desk/meetings/{body}/{meeting}/minutes/publish", publish_page, publish},
    {"/desk/meetings/{body}/{meeting}/minutes/agenda", nullptr, put_on_agenda},
    {"/desk/meetings/{body}/{meeting}/minutes/release", release_notes_page, release_notes},
    {"/desk/meetings/{body}/{meeting}/minutes/proposals", proposals_page, answer_proposal},
    {"/desk/mine/{body}/{meeting}/minutes/correct", propose_correction_page, propose_correction,
     members_only},
    {"/desk/meetings/{body}/{meeting}/minutes/correct", correct_minutes_page, correct_minutes},
    {"/desk/meetings/{body}/{meeting}/minutes/approve", approve_minutes_page, approve_minutes}};

} // namespace

std::span<const DeskRoute> minutes_routes() {
    return routes;
}

} // namespace quorate::web
