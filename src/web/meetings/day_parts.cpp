// The small pieces every form of meeting day is made of.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "partnership/workspace/late_reason.hpp"
#include "partnership/workspace/sheet_edit.hpp"
#include "web/meetings/day.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

Url Day::here() const {
    return visit.links.workbench(page.line.id).slash("day");
}

bool Day::sent(std::string_view verb, std::string_view key) const {
    return state.verb == verb && (key.empty() || state.key == key);
}

std::string Day::value(std::string_view verb, std::string_view name, std::string_view at_first,
                       std::string_view key) const {
    return sent(verb, key) ? state.form.value(name, at_first) : std::string(at_first);
}

ErrorList Day::errors(std::string_view verb, std::string_view key) const {
    return sent(verb, key) ? state.form.errors : ErrorList{};
}

std::string day_id(std::string_view verb, std::string_view name, std::string_view key) {
    auto out =
        std::string(verb) + "-" + std::string(name) + (key.empty() ? "" : "-") + std::string(key);
    std::replace(out.begin(), out.end(), '/', '-');
    return out;
}

namespace {

constexpr DayKey keys[] = {
    {"next", "n", "The next step"},
    {"arrive", "a", "Someone came"},
    {"depart", "l", "Someone left"},
    {"declare", "i", "Someone declares an interest"},
    {"discuss", "d", "What was said"},
    {"move", "m", "A motion"},
    {"second", "s", "It is seconded"},
    {"amend", "b", "An amendment"},
    {"put", "p", "Put the question"},
    {"consensus", "c", "Is there a consensus?"},
    {"vote", "v", "A vote"},
    {"outcome", "o", "Declare the outcome"},
    {"note", "k", "Note the item"},
    {"action", "t", "An action"},
    {"close-item", "e", "Close the item"},
    {"undo", "u", "Take back what was set down last"},
    {"agenda", "g", "The agenda"},
    {"room", "r", "Who is counted"},
};

FormOptions options_of(const Day& day, const std::string& classes, const DayForm& form) {
    auto out = form_to(day.visit, day.here());
    out.classes = classes;
    out.attributes.set("data-verb", form.verb);
    return out;
}

/// The machine's clock is the time, and the day is today's: a box left alone means now.
bool clock_runs(const Day& day) {
    return !day.visit.partnership.clock_stands() && day.page.today;
}

std::string time_shown(const Day& day) {
    return base::clock_words(day.page.now.local.minute);
}

Html time_box(const Day& day, const DayForm& form) {
    const auto value = day.value(form.verb, "time", time_shown(day), form.key);
    return text_field({.name = "time",
                       .label = "Time",
                       .value = value,
                       .id = day_id(form.verb, "time", form.key),
                       .label_size = LabelSize::plain,
                       .width = 5,
                       .autocomplete = "off",
                       .attributes = attr("data-time", "")},
                      day.errors(form.verb, form.key));
}

Html hidden_fields(const Day& day, const DayForm& form) {
    Html out = fragment(hidden("do", form.verb), act_hidden(day.visit),
                        hidden("line", std::to_string(day.sheet.newest())));
    if (form.time && clock_runs(day)) {
        out += hidden("shown_time", time_shown(day));
    }
    if (!form.key.empty()) {
        out += hidden("key", form.key);
    }
    for (const auto& line : day.sheet.lines) {
        if (form.verb == "undo" && form.key == std::to_string(line.number)) {
            out += hidden("as_shown", partnership::line_digest(line.submission));
        }
    }
    if (form.item) {
        out += hidden("item", std::to_string(*form.item));
    }
    if (day.item_asked && day.page.item) {
        out += hidden("shown", std::to_string(day.page.item->number));
    }
    return out;
}

} // namespace

Attributes day_key(std::string_view id) {
    const auto found = std::find_if(std::begin(keys), std::end(keys),
                                    [&](const DayKey& each) { return each.id == id; });
    return found == std::end(keys) ? Attributes()
                                   : attr("data-shortcut", found->id)
                                         .set("data-key", found->key)
                                         .set("data-shortcut-words", found->words);
}

Html day_form(const Day& day, const DayForm& form, const Part& content) {
    ButtonSettings settings;
    settings.attributes = form.primary ? day_key("next") : Attributes();
    const Html button =
        form.primary ? submit_button(form.words, settings) : secondary_button(form.words, settings);
    const Html last = div(cls("q-day-do"), form.time ? time_box(day, form) : Html{},
                          div(cls("q-day-do__buttons"), button, form.second));
    return html::form(options_of(day, "q-day-form", form), hidden_fields(day, form), content, last);
}

Html day_button(const Day& day, std::string_view verb, std::string_view words, std::string_view key,
                std::string_view about, std::optional<std::int64_t> item) {
    const DayForm form{.verb = std::string(verb), .key = std::string(key), .item = item};
    return html::form(options_of(day, "q-day-button", form), hidden_fields(day, form),
                      secondary_button(words, {.about = std::string(about), .compact = true}));
}

Html day_more(const Day& day, std::string_view summary, const Html& content,
              std::initializer_list<std::string_view> verbs) {
    const bool open = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
        return !verb.empty() && day.state.verb == verb;
    });
    if (content.empty()) {
        return {};
    }
    const auto verb = verbs.size() == 0 ? std::string_view() : *verbs.begin();
    return govuk::details({.summary = summary,
                           .content = content,
                           .open = open,
                           .id = verb.empty() ? "" : "more-" + std::string(verb),
                           .classes = "q-day-more",
                           .attributes = day_key(verb)});
}

namespace {

std::string_view list_of(views::DayAmong among) {
    switch (among) {
    case views::DayAmong::here:
        return "people-here";
    case views::DayAmong::not_here:
        return "people-not-here";
    case views::DayAmong::all:
        break;
    }
    return "people-all";
}

} // namespace

Html day_who(const Day& day, std::string_view verb, const DayWho& who) {
    auto attributes = attr("list", list_of(who.among)).append(who.attributes);
    return text_field({.name = std::string(who.name),
                       .label = who.label,
                       .hint = who.hint,
                       .value = day.value(verb, who.name, who.at_first),
                       .id = day_id(verb, who.name),
                       .autocomplete = "off",
                       .spellcheck = false,
                       .attributes = attributes},
                      day.errors(verb));
}

Html day_lists(const Day& day) {
    Html out;
    for (const auto among :
         {views::DayAmong::here, views::DayAmong::not_here, views::DayAmong::all}) {
        std::vector<Html> options;
        for (const auto& match : views::day_people(day.page.room, among)) {
            options.push_back(Tag{"option"}(attr("value", match.words)));
        }
        out += Tag{"datalist"}(id(list_of(among)), options);
    }
    return out;
}

std::optional<std::string> day_seats_typed(const Day& day, views::DayAmong among,
                                           std::string_view typed, std::string& problem) {
    const auto text = base::trim(typed);
    if (text.empty()) {
        return std::nullopt;
    }
    if (text.find_first_not_of("0123456789,-/ ") == std::string_view::npos) {
        return std::string(text);
    }
    auto matches = views::day_matches(day.page.room, among, text);
    if (matches.empty() && among != views::DayAmong::all) {
        matches = views::day_matches(day.page.room, views::DayAmong::all, text);
    }
    const bool list = text.find_first_of(",;") != std::string_view::npos;
    if (matches.size() == 1 || (!list && !matches.empty() &&
                                std::all_of(matches.begin(), matches.end(), [&](const auto& each) {
                                    return each.ref == matches.front().ref;
                                }))) {
        return matches.front().ref;
    }
    if (list) {
        std::string out;
        const auto parting = text.find(';') == std::string_view::npos ? ',' : ';';
        for (const auto part : base::split(text, parting)) {
            const auto one = day_seats_typed(day, among, part, problem);
            if (!one && !problem.empty()) {
                return std::nullopt;
            }
            out += one ? (out.empty() ? "" : ",") + *one : std::string();
        }
        return out;
    }
    const auto quoted = "“" + std::string(text.substr(0, 60)) + "”";
    if (matches.empty()) {
        problem = "Nobody fits " + quoted + ". Write a seat number, or other letters.";
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const auto& each : matches) {
        names.push_back(each.words);
        if (names.size() == 4) {
            break;
        }
    }
    problem = (matches.size() > 4 ? "Several fit " : "More than one fits ") + quoted + ": " +
              base::join(names, "; ") + ". Write the number, or more letters.";
    return std::nullopt;
}

Html day_text(const Day& day, std::string_view verb, std::string_view name, std::string_view label,
              std::string_view hint, int width, std::string_view at_first, std::string_view key) {
    return text_field({.name = std::string(name),
                       .label = label,
                       .hint = hint,
                       .value = day.value(verb, name, at_first, key),
                       .id = day_id(verb, name, key),
                       .width = width,
                       .autocomplete = "off"},
                      day.errors(verb, key));
}

Html day_words(const Day& day, std::string_view verb, std::string_view name, std::string_view label,
               std::string_view hint, std::string_view at_first, int rows) {
    return text_area({.name = std::string(name),
                      .label = label,
                      .hint = hint,
                      .value = day.value(verb, name, at_first),
                      .id = day_id(verb, name),
                      .rows = rows},
                     day.errors(verb));
}

Html day_tick(const Day& day, std::string_view verb, std::string_view name, std::string_view words,
              std::string_view key) {
    return choose_many({.name = std::string(name),
                        .values = {day.value(verb, name, "", key)},
                        .options = {{.value = "yes", .label = words}},
                        .id = day_id(verb, name, key),
                        .compact = true},
                       day.errors(verb, key));
}

namespace {

/// When the button was pressed, told by a script that could not send the form at once. A time that
/// has not come, or is of another day, tells nothing.
std::optional<base::Instant> pressed_at(const Day& day, const FormState& form) {
    const auto typed = form.value("at");
    std::int64_t ms = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), ms);
    const base::Instant at{ms};
    const bool good = read.ec == std::errc() && !typed.empty() && at <= day.visit.now() &&
                      day.page.day.has(day.visit.partnership.zone().local(at));
    return good ? std::optional(at) : std::nullopt;
}

} // namespace

bool day_to_come(const Day& day) {
    const auto& visit = day.visit;
    return !visit.partnership.clock_stands() && !day.page.opened && !day.page.over &&
           visit.partnership.zone().date_of(visit.now()) < day.page.day.date;
}

std::string day_late_reason(const Day& day, const FormState& form) {
    const auto kept = partnership::kept_late_reason(day.visit.partnership, day.meeting());
    if (kept && !kept->empty()) {
        return *kept;
    }
    const auto now = day.visit.partnership.zone().local(day.visit.now());
    const bool night = now.date != day.page.day.date && day.page.day.has(now);
    if (night && day.page.opened && !day.page.over) {
        return "Set down as the meeting went on past midnight";
    }
    return pressed_at(day, form)
               ? "Set down on the day without a connection, and sent when it was back"
               : "";
}

std::optional<base::Instant> day_time(const Day& day, DayState& state) {
    const auto& visit = day.visit;
    const auto& now = day.page.now;
    const auto wrong = [&](std::string_view field,
                           std::string_view message) -> std::optional<base::Instant> {
        state.form.errors.add(day_id(state.verb, field, state.key), message);
        return std::nullopt;
    };
    std::optional<base::CivilDate> named;
    if (state.verb == "resume") {
        ErrorList errors;
        named = date_typed(visit.form, "day", errors);
        for (const auto& error : errors.all()) {
            wrong(error.field, error.message);
        }
    }
    const bool own_day = named.value_or(now.local.date) == now.local.date;
    const std::string typed(base::trim(state.form.value("time")));
    const auto shown = state.form.value("shown_time");
    const auto left_as = [&](std::string_view first) {
        return own_day && (typed.empty() || typed == first);
    };
    auto out = now.instant;
    // A form made while the clock ran knows when it was pressed, also where that day is over.
    const auto pressed = !shown.empty() && left_as(shown) ? pressed_at(day, state.form)
                                                          : std::optional<base::Instant>();
    if (pressed) {
        out = *pressed;
    } else if (!left_as(shown.empty() || !clock_runs(day) ? time_shown(day) : shown)) {
        const auto minute = time_of_day(typed);
        if (!minute) {
            return wrong("time", "Write the time as 10:05am.");
        }
        const auto date = named.value_or(day.page.day.date_of(*minute));
        const auto instant = visit.partnership.zone().instant({date, *minute});
        if (!instant) {
            return wrong("time", "The clocks skip that time. Write another.");
        }
        out = *instant;
    }
    const auto* box = own_day ? "time" : "day";
    if (!visit.partnership.clock_stands() && out > visit.now()) {
        return wrong(box, "The meeting has not come to this time yet. Enter it once it has "
                          "happened.");
    }
    if (too_far_ahead(visit, out)) {
        return wrong(box, "That is more than a year ahead. Check the date.");
    }
    return out;
}

} // namespace quorate::web
