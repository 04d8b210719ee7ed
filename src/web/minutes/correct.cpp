// Corrections to minutes at a later meeting: what each would change is shown before it is recorded.

#include "base/text.hpp"
#include "partnership/workspace/sheet.hpp"
#include "views/minutes/days.hpp"
#include "web/desk/form_acts.hpp"
#include "web/minutes/correction.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url here(const DeskVisit& visit, const views::MinutesAtMeeting& page) {
    auto url = visit.links.desk_minutes(page.line.id).slash("correct").query("at", page.at.id);
    return page.item ? url.query("item", std::to_string(*page.item)) : url;
}

std::vector<Option> seat_options(const views::MinutesAtMeeting& page) {
    std::vector<Option> out;
    for (const auto& seat : page.seats) {
        out.push_back({.value = seat.seat, .label = seat.words + ": " + seat.presence});
    }
    return out;
}

std::vector<Option> count_options(const views::MinutesAtMeeting& page) {
    std::vector<Option> out;
    for (const auto& each : page.counts) {
        out.push_back({.value = std::to_string(each.number),
                       .label = "Item " + std::to_string(each.number) + ", " + each.title + ": " +
                                std::to_string(each.votes_for) + " for, " +
                                std::to_string(each.votes_against) + " against, " +
                                std::to_string(each.abstentions) + " abstaining"});
    }
    return out;
}

/// The number of the proposed correction this one takes: from the form, else from the address.
std::string proposal_taken(const DeskVisit& visit, const FormState& state) {
    return state.value("proposal", visit.request.query.get("proposal").value_or(""));
}

/// The words a member asked for; nothing when none is being taken.
std::string words_proposed(const DeskVisit& visit, const FormState& state) {
    const auto number = proposal_taken(visit, state);
    for (const auto& each : views::minutes_proposals(visit.reader, visit.meeting_id())) {
        if (std::to_string(each.number) == number && each.state == "waiting") {
            return each.words;
        }
    }
    return {};
}

/// The day the times typed are of: the one it sat on, or the one chosen of several.
views::SittingDay day_of_times(const DeskVisit& visit, const views::MinutesAtMeeting& page,
                               FormState& state) {
    const auto days = views::days_sat(visit.reader, page.line.id);
    if (days.size() < 2) {
        return views::SittingDay::begun(page.opened);
    }
    const auto chosen = std::find_if(days.begin(), days.end(), [&](const base::LocalTime& each) {
        return base::text(each.date) == state.value("day");
    });
    const bool times = !state.value("arrived").empty() || !state.value("left").empty();
    if (times && chosen == days.end()) {
        state.errors.add("day", "Choose the day the times are of: the meeting sat on several.");
    }
    return views::SittingDay::begun(chosen == days.end() ? days.front() : *chosen);
}

/// Asked only of a meeting that sat on several days.
Html day_field(const DeskVisit& visit, const views::MinutesAtMeeting& page,
               const FormState& state) {
    std::vector<Option> options;
    for (const auto& each : views::days_sat(visit.reader, page.line.id)) {
        options.push_back({.value = base::text(each.date), .label = base::words(each.date)});
    }
    return options.size() < 2
               ? Html()
               : select_field(
                     {.name = "day",
                      .label = "Which day the times are of",
                      .hint = "The meeting sat on several. “Came at” is when they first came to "
                              "any of it, “left at” when they last went.",
                      .value = state.value("day"),
                      .options = options,
                      .nothing_chosen = "No time is put right"},
                     state.errors);
}

/// The correction a form asks for; what is wrong goes into the state.
ActAsked read_correction(const DeskVisit& visit, const LaterMeeting& later, FormState& state) {
    const auto& page = *later.page;
    ActAsked asked{.act = "correct-minutes", .fields = {}};
    asked.fields["meeting"] = page.line.id;
    asked.fields["at"] = page.at.id;
    asked.fields["words"] = state.value("words");
    if (const auto number = proposal_taken(visit, state); !number.empty()) {
        asked.fields["proposals"] = number;
    }
    read_presence(later.reader, page.line.body.id, day_of_times(visit, page, state), state, asked);
    read_count(state, asked);
    if (base::trim(state.value("words")).empty()) {
        const bool fact = asked.fields.contains("seat") || asked.fields.contains("item");
        state.errors.add("words",
                         fact ? "Say the correction in words too: they stand in the minutes."
                              : "Enter what is put right.");
    }
    asked.effective = moment_typed(visit, "when", state.errors);
    asked.unless_changed = later.on_sheet == 0;
    return asked;
}

/// The ruling on the correction, judged with the open sheet of the later meeting.
tl::expected<views::RulingShown, FormState>
foreseen_later(const DeskVisit& visit, const LaterMeeting& later, const ActAsked& asked) {
    const auto submission = read_act(visit, asked);
    if (!submission) {
        return tl::unexpected(submission.error());
    }
    const auto ruling =
        partnership::foresee_next(visit.partnership, later.page->at.id, *submission);
    if (!ruling) {
        auto state = typed_form(visit);
        state.problem = ruling.error().message + ".";
        return tl::unexpected(std::move(state));
    }
    return later.reader.ruling(*submission, *ruling);
}

http::Response show(const DeskVisit& visit, const LaterMeeting& later, const FormState& state,
                    const std::optional<views::RulingShown>& effect) {
    const auto& page = *later.page;
    Html main = page_heading("Correct the minutes", meeting_title(page.line));
    main +=
        p("Corrected at ", page.at.body.name, "'s meeting of ", date(page.at.at.local.date),
          page.item ? ", item " + std::to_string(*page.item) : std::string(), ". ", page.minutes);
    if (later.on_sheet > 0) {
        main += p("What has been entered for that meeting so far goes into the record first.");
    }
    if (effect) {
        main += correction_effect(visit, here(visit, page), state, *effect);
    }
    if (!page.corrections.empty()) {
        main += fragment(h(2, "Corrections made so far"),
                         corrections_list(visit.links, page.corrections));
    }
    main +=
        form(form_to(visit, here(visit, page)), act_hidden(visit),
             hidden("proposal", proposal_taken(visit, state)),
             text_area({.name = "words",
                        .label = "The correction in words",
                        .hint = "As it is to stand in the minutes. For example, “Seat 23 "
                                "arrived at 11:30am.”",
                        .value = state.value("words", words_proposed(visit, state)),
                        .rows = 3},
                       state.errors),
             presence_fields({.label = "Whose",
                              .hint = "With what the record says now",
                              .value = state.value("seat"),
                              .options = seat_options(page)},
                             state),
             day_field(visit, page, state),
             page.counts.empty() ? Html()
                                 : count_fields({.hint = "With the count the record has now",
                                                 .value = state.value("item"),
                                                 .options = count_options(page)},
                                                state),
             when_fields(visit, state),
             button_row(
                 submit_button("Show what this changes"),
                 a(visit.links.desk_minutes(page.line.id).slash("approve").query("at", page.at.id),
                   "Go on to the approval"),
                 a(visit.links.workbench(page.at.id).slash("day"), "Back to the meeting")));
    return form_page(visit,
                     {.title = "Correct the minutes of " + meeting_title(page.line),
                      .section = "desk",
                      .trail = minutes_trail(visit, page.line, "Correct the minutes"),
                      .main = fragment(reading_column(fragment(done_notice(visit), main)))},
                     state);
}

/// No later meeting has these minutes on its agenda.
http::Response no_later_meeting(const DeskVisit& visit) {
    const auto page = views::minutes_page(visit.reader, visit.meeting_id());
    const Html main = fragment(
        page_heading("No later meeting has these minutes", meeting_title(page->line)),
        p("Minutes are corrected and approved at the next meeting of the body. Convene it, put an "
          "item with the purpose “minutes” on its agenda, and come back."),
        button_row(link_button("Back to the minutes", visit.links.desk_minutes(page->line.id))));
    return framed(visit, {.title = "No later meeting has these minutes",
                          .section = "desk",
                          .trail = minutes_trail(visit, page->line, "Correct the minutes"),
                          .main = reading_column(main)});
}

} // namespace

http::Response correct_minutes_page(const DeskVisit& visit) {
    const auto later = later_meeting(visit);
    return later.page ? show(visit, later, {}, std::nullopt) : no_later_meeting(visit);
}

http::Response correct_minutes(const DeskVisit& visit) {
    const auto later = later_meeting(visit);
    if (!later.page) {
        no_such_page();
    }
    auto state = typed_form(visit);
    const auto asked = read_correction(visit, later, state);
    if (!state.errors.empty()) {
        return show(visit, later, state, std::nullopt);
    }
    const auto effect = foreseen_later(visit, later, asked);
    if (!effect) {
        return show(visit, later, effect.error(), std::nullopt);
    }
    const bool refused = effect->verdict != "permitted";
    if (!confirmed(visit) && !refused) {
        return show(visit, later, state, *effect);
    }
    if (const auto entered = enter_open_sheet(visit, later); !entered) {
        state.problem = entered.error().message + ".";
        return show(visit, later, state, std::nullopt);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(here(visit, *later.page), taken->position)
                 : show(visit, later, taken.error(), std::nullopt);
}

} // namespace quorate::web
