// What is in the record of a meeting's day, put right: the old words stay, and the rulings that
// would be others are shown before it is confirmed.

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "html/govuk/details.hpp"
#include "web/desk/form_acts.hpp"
#include "web/meetings/day.hpp"
#include "web/meetings/planning.hpp"
#include "web/minutes/correction.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

/// The entry asked for, and the meeting it is of.
struct Correcting {
    std::int64_t position = 0;
    std::optional<views::DayLine> line;
    views::MeetingDayPage page;
    std::string seat; ///< the one the entry is about, as forms write it; empty: none, or several
    std::string item; ///< that its vote was on
};

/// The one seat, or the item of a vote, that an entry speaks of.
void add_subject(const DeskVisit& visit, Correcting& out) {
    const auto entry = visit.partnership.entry(out.position);
    if (!entry) {
        return;
    }
    const auto fields = governance::encode_fields(entry->submission.act);
    const auto* seats = fields.if_contains("seats");
    if (seats != nullptr && seats->is_array() && seats->get_array().size() == 1 &&
        seats->get_array().front().is_string()) {
        out.seat = std::string(seats->get_array().front().get_string());
    }
    const auto* item = fields.if_contains("item");
    if (out.line->act == "take-vote" && item != nullptr && item->is_int64()) {
        out.item = std::to_string(item->get_int64());
    }
}

Correcting correcting(const DeskVisit& visit) {
    Correcting out;
    const auto typed =
        visit.request.query.get("entry").value_or(visit.form.get("about").value_or(""));
    std::from_chars(typed.data(), typed.data() + typed.size(), out.position);
    DayVisit on(visit, visit.request.query);
    out.page = std::move(on.page);
    if (out.position > 0) {
        out.line = views::day_entry(visit.reader, visit.meeting_id(), out.position);
    }
    if (out.line) {
        add_subject(visit, out);
    }
    return out;
}

Url here(const DeskVisit& visit, const Correcting& about) {
    const auto url = visit.links.workbench(visit.meeting_id()).slash("day").slash("correct");
    return about.position > 0 ? url.query("entry", std::to_string(about.position)) : url;
}

Url day_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("day");
}

bool of_a_vote(const Correcting& about) {
    return about.line && about.line->act == "take-vote";
}

bool of_the_room(const Correcting& about) {
    static constexpr std::string_view acts[] = {
        "record-arrival",    "record-departure", "record-return", "take-attendance",
        "record-connection", "record-apologies", "exclude-member"};
    return about.line &&
           std::find(std::begin(acts), std::end(acts), about.line->act) != std::end(acts);
}

std::vector<Option> seat_options(const Correcting& about) {
    std::vector<Option> out;
    for (const auto& person : views::day_people(about.page.room, views::DayAmong::all)) {
        const bool there = std::any_of(
            out.begin(), out.end(), [&](const Option& each) { return each.value == person.ref; });
        if (!there) {
            out.push_back({.value = person.ref, .label = person.words});
        }
    }
    return out;
}

std::vector<Option> item_options(const Correcting& about) {
    std::vector<Option> out;
    for (const auto& line : about.page.agenda) {
        out.push_back({.value = std::to_string(line.number),
                       .label = "Item " + std::to_string(line.number) + ", " + line.title});
    }
    return out;
}

/// A fact is put right as such; words stand beside the old ones, with what they correct.
ActAsked read_correction(const DeskVisit& visit, const Correcting& about, FormState& state) {
    const bool fact = !state.value("seat").empty() || !state.value("item").empty();
    ActAsked asked{.act = fact ? "correct-record" : "correct-minutes", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    const auto words = std::string(base::trim(state.value("words")));
    if (words.empty()) {
        state.errors.add("words", fact ? "Say why it is put right, or how it came to be wrong."
                                       : "Write how it should read.");
    }
    if (!fact) {
        asked.fields["words"] = about.line ? "“" + about.line->words + "” (" + about.line->time +
                                                 ") should read: " + words
                                           : words;
        asked.shown_as["words"] = "words";
    } else {
        asked.fields["reason"] = words;
        asked.shown_as["reason"] = "words";
    }
    read_presence(visit.reader, about.page.line.body.id, about.page.day, state, asked);
    read_count(state, asked);
    asked.unless_changed = true;
    return asked;
}

http::Response show(const DeskVisit& visit, const Correcting& about, const FormState& state,
                    const std::optional<views::RulingShown>& effect) {
    Html main = page_heading("Put the record right", about.page.line.body.name);
    if (about.line) {
        main += p("In the record: ", strong(about.line->time, ", ", about.line->words), ". ",
                  a(visit.links.entry(about.position), "Entry ", about.position));
    }
    main += p("The old words stay in the record. The correction stands beside them, with today's "
              "date.");
    if (effect) {
        main += correction_effect(visit, here(visit, about), state, *effect);
    }
    const bool vote = of_a_vote(about);
    const bool room = of_the_room(about) || !about.line;
    Html facts = room || !vote ? presence_fields({.label = "Whose presence",
                                                  .value = state.value("seat", about.seat),
                                                  .options = seat_options(about)},
                                                 state)
                               : Html{};
    facts += vote || !room || !about.line ? count_fields({.value = state.value("item", about.item),
                                                          .options = item_options(about)},
                                                         state)
                                          : Html{};
    // A line that is neither is put right in words; what it says of people is still within reach.
    if (about.line && !vote && !of_the_room(about)) {
        facts = govuk::details({.summary = "A presence or a count of votes is wrong too",
                                .content = facts,
                                .open = !state.value("seat").empty() ||
                                        !state.value("item").empty() || !state.errors.empty(),
                                .id = "facts"});
    }
    const bool words_only = about.line && !vote && !of_the_room(about);
    main += form(
        form_to(visit, here(visit, about)), act_hidden(visit), facts,
        text_area({.name = "words",
                   .label = words_only ? "How it should read" : "Why it is put right",
                   .hint = words_only ? "It stands in the minutes beside the old words."
                                      : "Kept with the correction. For example: the signed sheet "
                                        "says 10:20am",
                   .value = state.value("words"),
                   .rows = 3},
                  state.errors),
        late_reason_field(state),
        button_row(submit_button("Show what this changes"),
                   a(day_url(visit), "Back to meeting day")));
    return form_page(visit,
                     {.title = "Put the record right",
                      .section = "desk",
                      .trail = meeting_trail(visit, about.page.line, "Put the record right"),
                      .main = reading_column(fragment(done_notice(visit), main))},
                     state);
}

} // namespace

http::Response day_correction_page(const DeskVisit& visit) {
    return show(visit, correcting(visit), {}, std::nullopt);
}

http::Response correct_day(const DeskVisit& visit) {
    const auto about = correcting(visit);
    auto state = typed_form(visit);
    const auto asked = read_correction(visit, about, state);
    if (!state.errors.empty()) {
        return show(visit, about, state, std::nullopt);
    }
    if (!confirmed(visit)) {
        const auto effect = preview_act(visit, asked);
        if (!effect) {
            return show(visit, about, effect.error(), std::nullopt);
        }
        if (effect->verdict == "permitted") {
            return show(visit, about, state, *effect);
        }
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(day_url(visit), taken->position)
                 : show(visit, about, taken.error(), std::nullopt);
}

} // namespace quorate::web
