// The small pieces every form of meeting day is made of.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "web/meetings/day.hpp"
#include "web/parts.hpp"

#include <algorithm>

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

FormOptions options_of(const Day& day, const std::string& classes) {
    auto out = form_to(day.visit, day.here());
    out.classes = classes;
    return out;
}

Html time_box(const Day& day, const DayForm& form) {
    const auto value =
        day.value(form.verb, "time", base::clock_words(day.page.now.local.minute), form.key);
    return text_field({.name = "time",
                       .label = "Time",
                       .value = value,
                       .id = day_id(form.verb, "time", form.key),
                       .label_size = LabelSize::plain,
                       .width = 5,
                       .autocomplete = "off"},
                      day.errors(form.verb, form.key));
}

Html hidden_fields(const Day& day, const DayForm& form) {
    Html out = fragment(hidden("do", form.verb), act_hidden(day.visit),
                        hidden("line", std::to_string(day.sheet.newest())));
    if (!form.key.empty()) {
        out += hidden("key", form.key);
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

Html day_form(const Day& day, const DayForm& form, const Part& content) {
    ButtonSettings settings;
    const Html button =
        form.primary ? submit_button(form.words, settings) : secondary_button(form.words, settings);
    const Html last = div(cls("q-day-do"), form.time ? time_box(day, form) : Html{},
                          div(cls("q-day-do__buttons"), button, form.second));
    return html::form(options_of(day, "q-day-form"), hidden_fields(day, form), content, last);
}

Html day_button(const Day& day, std::string_view verb, std::string_view words, std::string_view key,
                std::string_view about, std::optional<std::int64_t> item) {
    const DayForm form{.verb = std::string(verb), .key = std::string(key), .item = item};
    return html::form(options_of(day, "q-day-button"), hidden_fields(day, form),
                      secondary_button(words, {.about = std::string(about), .compact = true}));
}

Html day_more(const Day& day, std::string_view summary, const Html& content,
              std::initializer_list<std::string_view> verbs) {
    const bool open = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
        return !verb.empty() && day.state.verb == verb;
    });
    return content.empty() ? Html{}
                           : govuk::details({.summary = summary,
                                             .content = content,
                                             .open = open,
                                             .classes = "q-day-more"});
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

bool day_to_come(const Day& day) {
    const auto& visit = day.visit;
    return !visit.partnership.clock_stands() && !day.page.opened && !day.page.over &&
           visit.partnership.zone().date_of(visit.now()) < day.page.now.local.date;
}

std::optional<base::Instant> day_time(const Day& day, DayState& state) {
    const auto& visit = day.visit;
    const auto& now = day.page.now;
    const auto wrong = [&](std::string_view field,
                           std::string_view message) -> std::optional<base::Instant> {
        state.form.errors.add(day_id(state.verb, field, state.key), message);
        return std::nullopt;
    };
    auto date = now.local.date;
    if (state.verb == "resume") {
        ErrorList errors;
        date = date_typed(visit.form, "day", errors).value_or(date);
        for (const auto& error : errors.all()) {
            wrong(error.field, error.message);
        }
    }
    const std::string typed(base::trim(state.form.value("time")));
    const bool untouched =
        date == now.local.date && (typed.empty() || typed == base::clock_words(now.local.minute));
    auto out = now.instant;
    if (!untouched) {
        const auto minute = time_of_day(typed);
        if (!minute) {
            return wrong("time", "Write the time as 10:05am.");
        }
        const auto instant = visit.partnership.zone().instant({date, *minute});
        if (!instant) {
            return wrong("time", "The clocks skip that time. Write another.");
        }
        out = *instant;
    }
    const auto* box = date == now.local.date ? "time" : "day";
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
