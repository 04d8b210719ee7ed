// The approval of minutes at a later meeting, as whoever presides there declares it.

#include "partnership/workspace/sheet.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Url here(const DeskVisit& visit, const views::MinutesAtMeeting& page) {
    auto url = visit.links.desk_minutes(page.line.id).slash("approve").query("at", page.at.id);
    return page.item ? url.query("item", std::to_string(*page.item)) : url;
}

ActAsked approval(const views::MinutesAtMeeting& page, const FormState& state) {
    ActAsked asked{.act = "approve-minutes", .fields = {}};
    asked.fields["meeting"] = page.line.id;
    asked.fields["at"] = page.at.id;
    if (page.item) {
        asked.fields["item"] = *page.item;
    }
    const auto how = state.value("with_corrections", page.corrections.empty() ? "no" : "yes");
    if (how == "yes") {
        asked.fields["with_corrections"] = true;
    }
    asked.made_by = "presiding";
    asked.evidence = "room";
    return asked;
}

std::string not_open_words(std::string_view status) {
    return status == "informal"    ? "It goes on informally, without a quorum."
           : status == "adjourned" ? "It is adjourned."
           : status == "closed"    ? "It has been closed."
           : status == "cancelled" ? "It was called off. A later meeting approves the minutes."
                                   : "It has not been opened yet.";
}

Html room(const DeskVisit& visit, const LaterMeeting& later) {
    const auto& page = *later.page;
    const bool off = page.at.status == "cancelled";
    govuk::SummaryList list;
    add_row(list, "Approved at",
            fragment(page.at.body.name, ", ", date(page.at.at.local.date),
                     page.item ? ", item " + std::to_string(*page.item) : std::string()));
    if (!off) {
        add_row(list, "In the chair",
                page.presiding.empty()
                    ? std::string("Nobody is recorded as presiding. Only whoever "
                                  "presides can declare the approval.")
                    : page.presiding);
    }
    if (page.quorum) {
        add_row(list, "Quorum", measure(visit.links, page.at.body.id, *page.quorum));
    }
    if (!page.at_open) {
        add_row(list, "The meeting", not_open_words(page.at.status));
    }
    add_row(list, "The minutes", page.minutes);
    Html out = govuk::summary_list(list);
    if (later.on_sheet > 0) {
        out += p("What has been entered for that meeting so far goes into the record first.");
    }
    return out;
}

Html corrections(const DeskVisit& visit, const views::MinutesAtMeeting& page) {
    const auto correct =
        visit.links.desk_minutes(page.line.id).slash("correct").query("at", page.at.id);
    Html out = h(2, "Corrections");
    out += page.corrections.empty() ? p("None have been recorded.")
                                    : corrections_list(visit.links, page.corrections);
    if (!page.in_doubt.empty()) {
        out += fragment(p("On the corrected facts these rulings would be others:"),
                        sentences(page.in_doubt),
                        p("What the meeting decided stands as declared. The difference is shown "
                          "beside it."));
    }
    return fragment(out, p(a(correct, page.corrections.empty() ? "Record a correction"
                                                               : "Record another correction")));
}

std::optional<views::RulingShown> look_ahead(const DeskVisit& visit, const LaterMeeting& later) {
    const auto submission = read_act(visit, approval(*later.page, {}));
    if (!submission) {
        return std::nullopt;
    }
    const auto ruling =
        partnership::foresee_next(visit.partnership, later.page->at.id, *submission);
    return ruling ? std::optional(later.reader.ruling(*submission, *ruling)) : std::nullopt;
}

Html approval_form(const DeskVisit& visit, const views::MinutesAtMeeting& page,
                   const FormState& state) {
    Html how;
    if (!page.corrections.empty()) {
        how = choice({.name = "with_corrections",
                      .label = "How they are approved",
                      .value = state.value("with_corrections", "yes"),
                      .options = {{.value = "yes", .label = "With the corrections above"},
                                  {.value = "no", .label = "As they were circulated"}}},
                     state.errors);
    }
    return form(
        form_to(visit, here(visit, page)), act_hidden(visit), how, when_fields(visit, state),
        p("Recorded as declared in the room by whoever presides."),
        button_row(submit_button("Record the approval"),
                   a(visit.links.workbench(page.at.id).slash("day"), "Back to the meeting")));
}

http::Response show(const DeskVisit& visit, const LaterMeeting& later, const FormState& state) {
    const auto& page = *later.page;
    Html main =
        fragment(done_notice(visit), page_heading("Approve the minutes", meeting_title(page.line)),
                 room(visit, later), corrections(visit, page));
    if (page.at.status == "cancelled" && state.fresh()) {
        main +=
            button_row(link_button("Back to the minutes", visit.links.desk_minutes(page.line.id)));
    } else if (page.approved && state.fresh()) {
        main += fragment(
            h(2, "Approved"), p("These minutes have been approved."),
            button_row(link_button("Publish the approved minutes",
                                   visit.links.desk_minutes(page.line.id).slash("publish")),
                       a(visit.links.workbench(page.at.id).slash("day"), "Back to the meeting")));
    } else {
        if (const auto ruling = state.fresh() ? look_ahead(visit, later) : std::nullopt) {
            auto panel = panel_of(visit.links, *ruling);
            panel.id = "foreseen";
            panel.short_form = ruling->verdict == "permitted";
            main += fragment(h(2, "What the terms of reference say of approving them now"),
                             ruling_panel(panel));
        }
        main += approval_form(visit, page, state);
    }
    return form_page(visit,
                     {.title = "Approve the minutes of " + meeting_title(page.line),
                      .section = "desk",
                      .trail = minutes_trail(visit, page.line, "Approve the minutes"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response approve_minutes_page(const DeskVisit& visit) {
    const auto later = later_meeting(visit);
    if (!later.page) {
        return correct_minutes_page(visit); // which says that no later meeting has them
    }
    return show(visit, later, {});
}

http::Response approve_minutes(const DeskVisit& visit) {
    const auto later = later_meeting(visit);
    if (!later.page) {
        no_such_page();
    }
    auto state = typed_form(visit);
    auto asked = approval(*later.page, state);
    asked.effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, later, state);
    }
    if (const auto entered = enter_open_sheet(visit, later); !entered) {
        state.problem = entered.error().message + ".";
        return show(visit, later, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(here(visit, *later.page), taken->position)
                 : show(visit, later, taken.error());
}

} // namespace quorate::web
