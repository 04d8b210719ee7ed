// A member asks for a correction to minutes that were sent, and the officer's answer to it.

#include "base/text.hpp"
#include "html/progress.hpp"
#include "views/desk/member.hpp"
#include "views/desk/viewer.hpp"
#include "views/meetings.hpp"
#include "web/desk/member_parts.hpp"
#include "web/minutes/editor.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

// ---- The member ----

Url own_minutes(const DeskVisit& visit) {
    return visit.links.own_meeting(visit.meeting_id()).slash("minutes");
}

Html asked_before(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& each : views::minutes_proposals(visit.reader, visit.meeting_id())) {
        items.push_back(li(each.words, br(), correction_word(each), " ",
                           span(cls("q-quiet"), short_day(each.when.local.date), ". ",
                                a(visit.links.entry(each.position), "Entry ", each.position))));
    }
    return items.empty()
               ? Html()
               : fragment(h(2, "What you asked for"), plain_list(cls("govuk-list--spaced"), items));
}

/// The seat from which the viewer asks, as acts are made by.
std::optional<views::OwnSeat> own_seat_at(const DeskVisit& visit, const views::MeetingPage& page) {
    const auto desk = views::member_desk(visit.reader);
    for (const auto& own : desk.seats) {
        const bool here = own.body.id == page.line.body.id ||
                          (page.jointly_with && own.body.id == page.jointly_with->id);
        if (here && !own.stands_in) {
            return own;
        }
    }
    return std::nullopt;
}

std::vector<Option> item_options(const views::MeetingPage& page) {
    std::vector<Option> out;
    for (const auto& item : page.items) {
        out.push_back({.value = std::to_string(item.number),
                       .label = std::to_string(item.number) + ". " + item.title});
    }
    return out;
}

views::MeetingPage meeting_sent(const DeskVisit& visit) {
    auto page = visit.reader.meeting(visit.meeting_id());
    const bool sent =
        page && (page->minutes.state == "circulated" || page->minutes.state == "published-draft" ||
                 page->minutes.state == "approved" || page->minutes.state == "published");
    if (!sent || !own_seat_at(visit, *page)) {
        no_such_page();
    }
    return std::move(*page);
}

http::Response show_propose(const DeskVisit& visit, const FormState& state) {
    const auto page = meeting_sent(visit);
    const std::string title = "Ask for a correction";
    const bool approved = page.minutes.state == "approved" || page.minutes.state == "published";
    Html main = fragment(done_notice(visit), page_heading(title, meeting_title(page.line)),
                         p("Say what the minutes should say. The secretariat takes it into a "
                           "correction or tells you why not",
                           approved ? ". The minutes stand as they were approved; a correction is "
                                      "shown beside them."
                                    : ", and the next meeting approves."));
    main += form(form_to(visit, own_minutes(visit).slash("correct")), act_hidden(visit),
                 select_field({.name = "item",
                               .label = "What it concerns",
                               .value = state.value("item"),
                               .options = item_options(page),
                               .nothing_chosen = "Who was there, or the minutes as a whole"},
                              state.errors),
                 text_area({.name = "words",
                            .label = "What the minutes should say",
                            .hint = "For example, “I arrived at 10:20am, not at 10:40am.”",
                            .value = state.value("words"),
                            .rows = 4},
                           state.errors),
                 button_row(submit_button("Ask for the correction"),
                            a(own_minutes(visit), "Back to the minutes")));
    main += asked_before(visit);
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Minutes", .href = own_minutes(visit)},
                                {.content = title}},
                      .main = reading_column(main)},
                     state);
}

// ---- The officer ----

Html proposal_facts(const DeskVisit& visit, const views::CorrectionAsked& each) {
    return fragment(p(strong(each.words)),
                    p(cls("q-quiet"), "Asked for by ", each.by, " on ",
                      short_day(each.when.local.date),
                      each.item ? ", about item " + std::to_string(*each.item) : std::string(),
                      ". ", a(visit.links.entry(each.position), "Entry ", each.position)));
}

Html proposal_form(const DeskVisit& visit, const views::MinutesPage& page,
                   const views::CorrectionAsked& each, const FormState& state) {
    const auto number = std::to_string(each.number);
    const auto here = visit.links.desk_minutes(page.line.id).slash("proposals");
    const bool typed = state.value("proposal") == number;
    const FormState none;
    const auto& own = typed ? state : none;
    Html out =
        form(form_to(visit, here), act_hidden(visit), hidden("proposal", number),
             text_area({.name = "words",
                        .label = "The correction, as it is to stand in the minutes",
                        .value = own.value("words", each.words),
                        .id = "words-" + number,
                        .rows = 2},
                       own.errors),
             text_area({.name = "reason",
                        .label = "Why it is not taken",
                        .hint = "Only when it is not. Whoever asked sees it.",
                        .value = own.value("reason"),
                        .id = "reason-" + number,
                        .rows = 2},
                       own.errors),
             button_row(submit_button(
                            "Take it",
                            {.name = "answer", .value = "take", .about = "correction " + number}),
                        secondary_button("Do not take it", {.name = "answer",
                                                            .value = "decline",
                                                            .about = "correction " + number})));
    if (page.approving) {
        out += p("Does it put a recorded fact right, such as who was there or a count? ",
                 a(visit.links.desk_minutes(page.line.id)
                       .slash("correct")
                       .query("at", page.approving->id)
                       .query("proposal", number),
                   "Correct the fact", hidden_text(", correction " + number)));
    }
    return out;
}

/// Approved minutes stand: what the officer finds wrong is put beside them.
Html own_correction(const DeskVisit& visit, const views::MinutesPage& page,
                    const FormState& state) {
    if (!page.approved) {
        return {};
    }
    const bool typed = state.value("answer") == "own";
    return fragment(
        h(2, "A correction nobody asked for"),
        p("The minutes stand as they were approved; a correction is shown beside them. Who was "
          "there and a count of votes are put right in the log of ",
          a(visit.links.workbench(page.line.id).slash("day"), "the meeting"), "."),
        form(form_to(visit, visit.links.desk_minutes(page.line.id).slash("proposals")),
             act_hidden(visit),
             text_area({.name = "words",
                        .label = "The correction in words",
                        .value = typed ? state.value("words") : std::string(),
                        .id = "words-own",
                        .rows = 2},
                       typed ? state.errors : ErrorList()),
             button_row(
                 secondary_button("Record the correction", {.name = "answer", .value = "own"}))));
}

http::Response show_proposals(const DeskVisit& visit, const FormState& state) {
    const auto page = views::minutes_page(visit.reader, visit.meeting_id());
    if (!page) {
        no_such_page();
    }
    std::vector<Html> waiting;
    std::vector<Html> answered;
    for (const auto& each : page->proposals) {
        if (each.state == "waiting") {
            waiting.push_back(
                li(proposal_facts(visit, each), proposal_form(visit, *page, each, state)));
        } else {
            answered.push_back(
                li(each.words, br(), correction_word(each), " ",
                   span(cls("q-quiet"), each.by,
                        each.taken_by > 0
                            ? fragment(". ", a(visit.links.entry(each.taken_by), "The correction"))
                            : Html())));
        }
    }
    Html main = fragment(done_notice(visit),
                         page_heading("Corrections asked for", meeting_title(page->line)));
    main += waiting.empty() ? nothing_here("No correction waits for an answer.")
                            : plain_list(cls("govuk-list--spaced q-lines"), waiting);
    if (!answered.empty()) {
        main += fragment(h(2, "Answered"), plain_list(cls("govuk-list--spaced"), answered));
    }
    main += own_correction(visit, *page, state);
    main += page->approved ? p(a(visit.links.desk_minutes(page->line.id), "Back to the minutes"))
                           : p("After taking one, change the words of the minutes too: ",
                               a(visit.links.desk_minutes(page->line.id), "the minutes"), ".");
    return form_page(visit,
                     {.title = "Corrections asked for",
                      .section = "desk",
                      .trail = minutes_trail(visit, page->line, "Corrections asked for"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

Html correction_word(const views::CorrectionAsked& asked) {
    if (asked.state == "taken") {
        return progress_word(Progress::done, "Taken in a correction");
    }
    return asked.state == "declined"
               ? progress_word(Progress::off,
                               asked.reason.empty() ? "Not taken" : "Not taken: " + asked.reason)
               : progress_word(Progress::waiting, "Not answered yet");
}

http::Response propose_correction_page(const DeskVisit& visit) {
    return show_propose(visit, {});
}

http::Response propose_correction(const DeskVisit& visit) {
    const auto page = meeting_sent(visit);
    const auto own = own_seat_at(visit, page);
    auto state = typed_form(visit);
    if (base::trim(state.value("words")).empty()) {
        state.errors.add("words", "Say what the minutes should say.");
        return show_propose(visit, state);
    }
    ActAsked asked{.act = "propose-correction", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["seat"] = own->seat.id;
    asked.fields["words"] = state.value("words");
    if (const auto item = state.value("item"); !item.empty()) {
        asked.fields["item"] = item;
    }
    asked.made_by = own->actor;
    const auto taken = submit_act(visit, asked);
    return taken ? done(own_minutes(visit).slash("correct"), taken->position)
                 : show_propose(visit, taken.error());
}

http::Response proposals_page(const DeskVisit& visit) {
    return show_proposals(visit, {});
}

http::Response answer_proposal(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const bool own = state.value("answer") == "own";
    const auto number = own ? std::string("own") : state.value("proposal");
    const bool take = own || state.value("answer") == "take";
    const auto& words = state.value(take ? "words" : "reason");
    if (base::trim(words).empty()) {
        state.errors.add((take ? "words-" : "reason-") + number,
                         take ? "Enter the correction as it is to stand in the minutes."
                              : "Say why it is not taken: whoever asked for it sees it.");
        return show_proposals(visit, state);
    }
    ActAsked asked{.act = take ? "correct-minutes" : "decline-correction", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    if (!own) {
        asked.fields[take ? "proposals" : "proposal"] = number;
    }
    asked.fields[take ? "words" : "reason"] = words;
    asked.shown_as = {{"words", "words-" + number}, {"reason", "reason-" + number}};
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk_minutes(visit.meeting_id()).slash("proposals"),
                        taken->position)
                 : show_proposals(visit, taken.error());
}

http::Response put_on_agenda(const DeskVisit& visit) {
    const auto page = views::minutes_page(visit.reader, visit.meeting_id());
    if (!page) {
        no_such_page();
    }
    const auto here = visit.links.desk_minutes(page->line.id);
    if (!page->next_meeting) {
        return http::see_other(here.str());
    }
    ActAsked asked{.act = "notify-item", .fields = {}};
    asked.fields["meeting"] = page->next_meeting->id;
    asked.fields["item"] = page->next_item;
    asked.fields["title"] = "Minutes of " + base::words(page->line.at.local.date);
    asked.fields["purpose"] = "minutes";
    asked.fields["minutes_of"] = page->line.id;
    const auto taken = submit_act(visit, asked);
    return taken ? done(here, taken->position) : http::see_other(here.str());
}

} // namespace quorate::web
