// What was recorded for somebody by the secretariat: they confirm it or dispute it, one by one or
// several at once. The record does not wait for it.

#include "views/desk/recorded.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/words.hpp"
#include "html/govuk/checkboxes.hpp"
#include "html/govuk/details.hpp"
#include "html/progress.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

Url recorded_url(const DeskVisit& visit) {
    return visit.links.desk_part("recorded");
}

Html what_it_says(const views::RecordedAct& act) {
    govuk::SummaryList list;
    for (const auto& field : act.fields) {
        if (!field.value.empty() && !field.withheld) {
            add_row(list, field.label, field.value);
        }
    }
    if (!act.ruling.empty()) {
        add_row(list, "What the terms said", act.ruling);
    }
    return list.rows.empty() ? Html() : govuk::summary_list(list);
}

bool answered_already(const views::RecordedAct& act) {
    return act.standing != "open";
}

/// "You confirmed it on 4 August 2008."
std::string answered_words(const views::RecordedAct& act) {
    return std::string("You ") + act.standing + " it" +
           (act.answered ? " on " + base::words(act.answered->local.date) : "") + ".";
}

/// One act: what it was, a button for it alone, and a tick for the group.
Html act_lines(const DeskVisit& visit, const views::RecordedAct& act, const FormState& state) {
    const auto number = std::to_string(act.position);
    const Html about =
        fragment(date_and_time(act.when.local), ". ", act.about, act.about.empty() ? "" : ". ",
                 act.evidence, ". ", act.as.empty() ? "" : "As " + act.as + ". ",
                 a(visit.links.entry(act.position), "Entry ", act.position));
    const Html dispute = fragment(
        text_area({.name = "reason-" + number,
                   .label = "What is wrong with it",
                   .value = state.value("reason-" + number),
                   .rows = 2},
                  state.errors),
        button_row(secondary_button(
            "Dispute it",
            {.name = "dispute", .value = number, .about = "entry " + number, .compact = true})));
    return li(
        h(3, act.what), p(cls("q-quiet"), about), what_it_says(act),
        hidden("id-" + number, base::random_uuid_v7(base::system_now())),
        answered_already(act)
            ? fragment(p(answered_words(act), " A new answer takes its place. Both stay in the "
                                              "record."),
                       hidden("again", number))
            : choose_many({.name = "about",
                           .values = state.values("about"),
                           .options = {{.value = number,
                                        .label = fragment("Choose ", hidden_text(act.what + ", "),
                                                          "entry ", number)}},
                           .id = "about-" + number,
                           .compact = true}),
        button_row(secondary_button(
            "It is mine: confirm",
            {.name = "confirm", .value = number, .about = "entry " + number, .compact = true})),
        govuk::details({.summary = fragment("This is not right", hidden_text(", entry " + number)),
                        .content = dispute,
                        .open = state.errors.has("reason-" + number) ||
                                !state.value("reason-" + number).empty()}));
}

Html together(const FormState& state) {
    return fragment(
        h(2, "Those you chose, together"),
        text_area({.name = "reason",
                   .label = "What is wrong with them",
                   .hint = "Only when you dispute them",
                   .value = state.value("reason"),
                   .rows = 2},
                  state.errors),
        button_row(
            submit_button("Confirm those chosen", {.name = "together", .value = "confirm"}),
            secondary_button("Dispute those chosen", {.name = "together", .value = "dispute"})));
}

Html answered(const DeskVisit& visit, const views::RecordedActs& acts) {
    std::vector<Html> items;
    for (const auto& each : acts.answered) {
        items.push_back(
            li(each.what, br(), span(cls("q-quiet"), each.about, ". "),
               each.disputed ? progress_word(Progress::waiting, "You disputed it")
                             : progress_word(Progress::done, "You confirmed it"),
               " ",
               span(cls("q-quiet"), "on ", short_day(each.answered.local.date),
                    each.reason.empty() ? "." : ": " + governance::as_sentence(each.reason)),
               " ", a(visit.links.entry(each.position), "Entry ", each.position), ". ",
               a(recorded_url(visit).query("again", std::to_string(each.position)),
                 "Answer it again", hidden_text(": entry " + std::to_string(each.position)))));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "What you answered before"),
                                    plain_list(cls("govuk-list--spaced"), items));
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(out)
                                                                           : std::nullopt;
}

/// The act that was answered and is to be answered again; nothing for any other.
std::optional<views::RecordedAct> act_again(const DeskVisit& visit, std::string_view number) {
    const auto position = number_of(number);
    auto found = position ? views::recorded_act(visit.reader, *position) : std::nullopt;
    return found && answered_already(*found) ? std::move(found) : std::nullopt;
}

http::Response show(const DeskVisit& visit, const FormState& state, std::string_view number) {
    const auto acts = views::recorded_acts(visit.reader);
    std::vector<Html> items;
    const auto again = act_again(visit, number);
    if (again) {
        items.push_back(act_lines(visit, *again, state));
    }
    for (const auto& each : acts.open) {
        items.push_back(act_lines(visit, each, state));
    }
    Html main = fragment(done_notice(visit), page_heading("Recorded for you", visit.who.title),
                         p("The secretariat recorded these for you, as yours. Confirm what is "
                           "yours, and dispute what is not. The record does not wait for it."));
    if (items.empty()) {
        main += nothing_here("Nothing is left to confirm.");
    } else {
        main += form(form_to(visit, recorded_url(visit)), act_hidden(visit),
                     plain_list(cls("govuk-list--spaced q-lines"), items),
                     acts.open.size() > 1 ? together(state) : Html());
    }
    if (acts.more > 0) {
        main +=
            p(std::to_string(acts.more), " earlier ones are shown once these have been answered.");
    }
    main += fragment(answered(visit, acts), p(a(visit.links.desk(), "Back to your desk")));
    return form_page(visit,
                     {.title = "Recorded for you",
                      .section = "desk",
                      .trail = desk_trail(visit, "Recorded for you"),
                      .main = reading_column(main)},
                     state);
}

/// What the buttons ask: which acts, and confirm or dispute.
struct Asked {
    std::vector<std::string> positions;
    bool dispute = false;
    std::string reason;
    std::string reason_field;
};

Asked read_asked(const FormState& state) {
    Asked out;
    if (const auto one = state.value("confirm"); !one.empty()) {
        out.positions = {one};
    } else if (const auto disputed = state.value("dispute"); !disputed.empty()) {
        out.positions = {disputed};
        out.dispute = true;
        out.reason_field = "reason-" + disputed;
    } else {
        out.positions = state.values("about");
        out.dispute = state.value("together") == "dispute";
        out.reason_field = "reason";
    }
    out.reason = out.dispute ? state.value(out.reason_field) : "";
    return out;
}

/// Answered meanwhile from another window, and otherwise: what was typed is shown beside that.
std::optional<FormState> answered_otherwise(const DeskVisit& visit, const Asked& asked,
                                            FormState state) {
    if (asked.positions.size() != 1) {
        return std::nullopt;
    }
    const auto& number = asked.positions.front();
    const auto act = act_again(visit, number);
    const bool known = !act || state.value("again") == number;
    if (known || (act->standing == "disputed") == asked.dispute) {
        return std::nullopt;
    }
    state.changed = {act->what + ": " + answered_words(*act)};
    return state;
}

ActAsked answer_to(const views::RecordedAct& act, const Asked& asked, const FormState& state) {
    ActAsked out{.act = asked.dispute ? "dispute-act" : "confirm-act", .fields = {}};
    out.made_by = act.actor;
    out.fields["entry"] = act.entry;
    if (asked.dispute) {
        out.fields["reason"] = asked.reason;
    }
    out.entry = state.value("id-" + std::to_string(act.position));
    return out;
}

} // namespace

http::Response recorded_page(const DeskVisit& visit) {
    return show(visit, {}, visit.request.query.get("again").value_or(""));
}

http::Response answer_recorded(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto asked = read_asked(state);
    if (asked.positions.empty()) {
        state.problem = "Choose at least one of them first.";
    } else if (asked.dispute && base::trim(asked.reason).empty()) {
        state.errors.add(asked.reason_field, "Say what is wrong, so that it can be put right.");
    }
    if (!state.fresh()) {
        return show(visit, state, state.value("again"));
    }
    if (const auto otherwise = answered_otherwise(visit, asked, state)) {
        return show(visit, *otherwise, asked.positions.front());
    }
    std::int64_t last = 0;
    for (const auto& position : asked.positions) {
        const auto number = number_of(position);
        const auto found = number ? views::recorded_act(visit.reader, *number) : std::nullopt;
        const bool again = found && answered_already(*found);
        if (!found || (again && state.value("again") != position)) {
            continue; // answered already, by a second press
        }
        const auto taken = submit_act(visit, answer_to(*found, asked, state));
        if (!taken) {
            return show(visit, taken.error(), state.value("again"));
        }
        last = taken->position;
    }
    return last > 0 ? done(recorded_url(visit), last) : http::see_other(recorded_url(visit).str());
}

} // namespace quorate::web
