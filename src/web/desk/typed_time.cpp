// Dates and times as people type them.

#include "html/govuk/details.hpp"
#include "html/layout.hpp"
#include "web/desk/act_form.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

std::string squeezed(std::string_view typed) {
    std::string out;
    for (const char c : typed.substr(0, 40)) {
        if (c != ' ' && c != '.' && c != ':') {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        } else if (c != ' ') {
            out += ':';
        }
    }
    return out;
}

/// "10", "9:05": hours and minutes; nothing when it is neither.
std::optional<std::pair<int, int>> hours_and_minutes(std::string_view text) {
    const auto colon = text.find(':');
    const auto hours = text.substr(0, colon);
    const auto minutes = colon == std::string_view::npos ? "00" : text.substr(colon + 1);
    if (hours.empty() || hours.size() > 2 || minutes.size() != 2) {
        return std::nullopt;
    }
    std::pair<int, int> out;
    const auto whole = [](std::string_view digits, int& value) {
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= 0;
    };
    return whole(hours, out.first) && whole(minutes, out.second) ? std::optional(out)
                                                                 : std::nullopt;
}

std::optional<int> number_typed(const http::Fields& form, const std::string& name) {
    auto text = form.get(name).value_or("");
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    int out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool fits = read.ec == std::errc() && read.ptr == text.data() + text.size() && out > 0;
    return fits ? std::optional(out) : std::nullopt;
}

bool may_have_happened(const DeskVisit& visit, base::Instant instant, ErrorList& errors) {
    constexpr int first_year = 1990;
    if (visit.partnership.zone().date_of(instant).year() < first_year) {
        errors.add("when", "That is before 1990. Check the year.");
    } else if (!visit.partnership.clock_stands() && instant > visit.now()) {
        errors.add("when", "That is still to come. Enter it once it has happened.");
    } else if (too_far_ahead(visit, instant)) {
        errors.add("when", "That is more than a year ahead. Check the year.");
    } else {
        return true;
    }
    return false;
}

bool blank(const http::Fields& form, const std::string& name) {
    return form.get(name).value_or("").find_first_not_of(' ') == std::string_view::npos;
}

} // namespace

base::Result<int> time_of_day(std::string_view typed) {
    auto text = squeezed(typed);
    if (text == "noon" || text == "midday" || text == "12noon" || text == "12:00noon") {
        return 12 * 60;
    }
    if (text == "midnight") {
        return 0;
    }
    // "a.m." was squeezed to "a:m:".
    for (const char* half : {"a:m:", "p:m:", "a:m", "p:m"}) {
        if (text.ends_with(half)) {
            text.resize(text.size() - std::string_view(half).size());
            text += half[0];
            text += 'm';
        }
    }
    const bool am = text.ends_with("am");
    const bool pm = text.ends_with("pm");
    if (am || pm) {
        text.resize(text.size() - 2);
    }
    const auto parts = hours_and_minutes(text);
    const bool fits = parts && parts->second < 60 &&
                      (am || pm ? parts->first >= 1 && parts->first <= 12 : parts->first < 24);
    if (!fits) {
        return base::fail("", "\"" + std::string(typed.substr(0, 40)) + "\" is not a time of day",
                          "Write it as 10:00am or 14:30");
    }
    const int hours = am || pm ? parts->first % 12 + (pm ? 12 : 0) : parts->first;
    return hours * 60 + parts->second;
}

std::optional<base::CivilDate> date_typed(const http::Fields& form, std::string_view name,
                                          ErrorList& errors) {
    const std::string stem(name);
    if (blank(form, stem + "-day") && blank(form, stem + "-month") && blank(form, stem + "-year")) {
        return std::nullopt;
    }
    for (const char* part : {"day", "month", "year"}) {
        if (!number_typed(form, stem + "-" + part)) {
            errors.add(stem + "-" + part,
                       "The date needs a " + std::string(part) + " in numbers, such as 1 7 2008.");
            return std::nullopt;
        }
    }
    const auto found = base::civil_date(*number_typed(form, stem + "-year"),
                                        static_cast<unsigned>(*number_typed(form, stem + "-month")),
                                        static_cast<unsigned>(*number_typed(form, stem + "-day")));
    if (!found) {
        errors.add(stem, "There is no such date. Check the day and the month.");
        return std::nullopt;
    }
    return *found;
}

std::optional<base::Instant> moment_typed(const DeskVisit& visit, std::string_view name,
                                          ErrorList& errors) {
    const std::string stem(name);
    const auto before = errors.all().size();
    const auto date = date_typed(visit.form, name, errors);
    const auto zone = visit.partnership.zone();
    const bool timed = !blank(visit.form, stem + "-time");
    if (errors.all().size() != before || (!date && !timed)) {
        return std::nullopt;
    }
    base::LocalTime local{date.value_or(zone.date_of(visit.now())), 0};
    if (timed) {
        const auto minute = time_of_day(visit.form.get(stem + "-time").value_or(""));
        if (!minute) {
            errors.add(stem + "-time", minute.error().message + ". " + minute.error().help + ".");
            return std::nullopt;
        }
        local.minute = *minute;
    }
    const auto instant = zone.instant(local);
    if (!instant) {
        errors.add(stem + "-time", "Clocks go forward then, so there is no such time that day. "
                                   "Choose another.");
        return std::nullopt;
    }
    if (name == "when" && !may_have_happened(visit, *instant, errors)) {
        return std::nullopt;
    }
    return *instant;
}

bool too_far_ahead(const DeskVisit& visit, base::Instant instant) {
    constexpr std::int64_t ms_a_day = std::int64_t{24} * 60 * 60 * 1000;
    return instant.ms - visit.now().ms > 400 * ms_a_day;
}

Html when_fields(const DeskVisit& visit, const FormState& state) {
    const auto local = visit.partnership.zone().local(visit.now());
    const bool typed = state.typed.has("when-time") && !blank(state.typed, "when-time");
    const bool open = typed || state.errors.has("when") || state.errors.has("when-time") ||
                      state.errors.has("late_reason") || !blank(state.typed, "when-day");
    const Html content = fragment(
        p("Left empty it is now: ", base::clock_words(local.minute), " on ", date(local.date), "."),
        date_field({.name = "when", .label = "Date it happened", .value = state.date("when")},
                   state.errors),
        time_field(
            {.name = "when-time", .label = "Time it happened", .value = state.value("when-time")},
            state.errors),
        late_reason_field(state));
    return govuk::details(
        {.summary = "It happened at another time", .content = content, .open = open});
}

Html late_reason_field(const FormState& state) {
    return text_field({.name = "late_reason",
                       .label = "Why is it entered only now?",
                       .hint = "Needed when that was before today. It is kept with the entry.",
                       .value = state.value("late_reason")},
                      state.errors);
}

Html evidence_field(const FormState& state) {
    return choice({.name = "evidence",
                   .label = "How do you know?",
                   .value = state.value("evidence"),
                   .options = {{.value = "e-mail", .label = "By e-mail"},
                               {.value = "telephone", .label = "By telephone"},
                               {.value = "room", .label = "In the room"},
                               {.value = "letter", .label = "By letter"}}},
                  state.errors);
}

} // namespace quorate::web
