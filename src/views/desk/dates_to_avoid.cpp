#include "views/desk/dates_to_avoid.hpp"

#include "base/calendar_names.hpp"
#include "base/letters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::views {

namespace {

constexpr std::string_view separators = " \t,;:()";

/// A word of a line, and where it stands.
struct Word {
    std::string text; ///< in lower case
    std::size_t from = 0;
    std::size_t until = 0;
};

std::vector<Word> words_of(std::string_view line) {
    std::vector<Word> out;
    for (std::size_t at = 0; at < line.size();) {
        const auto from = line.find_first_not_of(separators, at);
        if (from == std::string_view::npos) {
            break;
        }
        const auto until = std::min(line.find_first_of(separators, from), line.size());
        out.push_back({base::plain_letters(line.substr(from, until - from)), from, until});
        at = until;
    }
    return out;
}

std::optional<unsigned> whole(std::string_view text) {
    unsigned out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return text.empty() || text.size() > 4 || error != std::errc{} ||
                   end != text.data() + text.size()
               ? std::nullopt
               : std::optional(out);
}

/// "26", "26th".
std::optional<unsigned> day_number(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) {
            word.remove_suffix(2);
            break;
        }
    }
    const auto out = whole(word);
    return out && *out >= 1 && *out <= 31 ? out : std::nullopt;
}

/// "october", "oct", "sept".
std::optional<unsigned> month_number(std::string_view word) {
    for (unsigned i = 0; i < base::month_names.size(); ++i) {
        if (word.size() >= 3 && base::plain_letters(base::month_names.at(i)).starts_with(word)) {
            return i + 1;
        }
    }
    return std::nullopt;
}

bool is_weekday(std::string_view word) {
    return word.size() >= 3 && std::any_of(base::weekday_names.begin(), base::weekday_names.end(),
                                           [&](std::string_view name) {
                                               return base::plain_letters(name).starts_with(word);
                                           });
}

bool is_to(std::string_view word) {
    return word == "to" || word == "-" || word == "until" || word == "till" || word == "\u2013" ||
           word == "\u2014";
}

/// "2026-10-26", "26/10/2026", "26.10.2026".
std::optional<base::CivilDate> date_in_figures(const std::string& word) {
    for (const char mark : {'-', '/', '.'}) {
        const auto parts = base::split(word, mark);
        if (parts.size() != 3) {
            continue;
        }
        const auto a = whole(parts[0]);
        const auto b = whole(parts[1]);
        const auto c = whole(parts[2]);
        if (a && b && c && (parts[0].size() == 4 || parts[2].size() == 4)) {
            const bool year_first = parts[0].size() == 4;
            const auto date =
                base::civil_date(static_cast<int>(year_first ? *a : *c), *b, year_first ? *c : *a);
            return date ? std::optional(*date) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// A date within the words of a line: those from `from` to before `until`.
struct Found {
    base::CivilDate date;
    std::size_t from = 0;
    std::size_t until = 0;
};

std::optional<Found> date_at(const std::vector<Word>& words, std::size_t i) {
    if (const auto figures = date_in_figures(words[i].text)) {
        return Found{*figures, i, i + 1};
    }
    if (i + 2 >= words.size()) {
        return std::nullopt;
    }
    const auto day = day_number(words[i].text);
    const auto month = month_number(words[i + 1].text);
    const auto year = whole(words[i + 2].text);
    const auto date = day && month && year && *year >= 1000
                          ? base::civil_date(static_cast<int>(*year), *month, *day)
                          : base::Result<base::CivilDate>(base::fail("", "no date"));
    return date ? std::optional(Found{*date, i, i + 3}) : std::nullopt;
}

std::optional<Found> first_date(const std::vector<Word>& words, std::size_t from) {
    for (std::size_t i = from; i < words.size(); ++i) {
        if (auto found = date_at(words, i)) {
            return found;
        }
    }
    return std::nullopt;
}

/// The first day of "26 to 30 October 2026" and "26 October to 30 October 2026", of which `last` is
/// the second part.
std::optional<Found> shortened_before(const std::vector<Word>& words, const Found& last) {
    auto at = last.from;
    const auto skip_weekday = [&] { at -= at > 0 && is_weekday(words[at - 1].text) ? 1U : 0U; };
    skip_weekday();
    if (at < 2 || !is_to(words[at - 1].text)) {
        return std::nullopt;
    }
    --at;
    auto month = month_number(words[at - 1].text);
    at -= month ? 1U : 0U;
    const auto day = at > 0 ? day_number(words[at - 1].text) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    --at;
    const auto number = month.value_or(last.date.month());
    const auto year = last.date.year() - (number > last.date.month() ? 1 : 0);
    const auto date = base::civil_date(year, number, *day);
    return date ? std::optional(Found{*date, at, last.from}) : std::nullopt;
}

/// "26-30 October 2026" as "26 - 30 October 2026", and dashes without spaces likewise.
std::string spaced_out(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool dash =
            line.substr(i).starts_with("\u2013") || line.substr(i).starts_with("\u2014");
        if (dash) {
            out += " \u2013 ";
            i += 2;
        } else {
            out += line[i];
        }
    }
    return out;
}

/// A word such as "26-30" taken apart.
std::vector<Word> apart(const std::vector<Word>& words) {
    std::vector<Word> out;
    for (const auto& word : words) {
        const auto dash = word.text.find('-');
        if (dash != std::string::npos && day_number(word.text.substr(0, dash)) &&
            day_number(word.text.substr(dash + 1))) {
            out.push_back({word.text.substr(0, dash), word.from, word.from + dash});
            out.push_back({"-", word.from + dash, word.from + dash + 1});
            out.push_back({word.text.substr(dash + 1), word.from + dash + 1, word.until});
        } else {
            out.push_back(word);
        }
    }
    return out;
}

/// The words from one place to before another as they were written, without the marks at their
/// ends.
std::string name_between(std::string_view line, const std::vector<Word>& words, std::size_t from,
                         std::size_t until) {
    while (until > from && (is_weekday(words[until - 1].text) || is_to(words[until - 1].text))) {
        --until;
    }
    while (from < until && is_to(words[from].text)) {
        ++from;
    }
    return from == until ? std::string()
                         : std::string(line.substr(words[from].from,
                                                   words[until - 1].until - words[from].from));
}

base::Result<partnership::DateToAvoid> read_line(std::string_view line, bool school) {
    const auto words = apart(words_of(line));
    auto first = first_date(words, 0);
    if (!first) {
        return base::fail("", "there is no date with its year in it");
    }
    auto last = *first;
    if (const auto before = shortened_before(words, *first)) {
        first = before;
    } else {
        auto next = first->until;
        while (next < words.size() && (is_to(words[next].text) || is_weekday(words[next].text))) {
            ++next;
        }
        if (const auto second = next < words.size() ? date_at(words, next) : std::nullopt) {
            last = *second;
        }
    }
    auto name = name_between(line, words, 0, first->from);
    const auto rest = name_between(line, words, last.until, words.size());
    if (first_date(words, last.until)) {
        return base::fail("", "there are more than two dates in it");
    }
    name += name.empty() || rest.empty() ? rest : ", " + rest;
    if (name.empty()) {
        return base::fail("", "there is no name in it");
    }
    if (name.size() > partnership::avoid_name_max) {
        return base::fail("", "its name is too long");
    }
    if (last.date < first->date) {
        return base::fail("", "its last day is before its first");
    }
    if (last.date.days - first->date.days >= partnership::avoid_days_max) {
        return base::fail("", "it is longer than a year");
    }
    return partnership::DateToAvoid{0, std::move(name), first->date, last.date, school};
}

} // namespace

std::string days_words(base::CivilDate first, base::CivilDate last) {
    const auto words = [](base::CivilDate date) {
        const auto all = base::words(date);
        return all.substr(all.find(' ') + 1);
    };
    if (first == last) {
        return words(first);
    }
    const auto from = words(first);
    const bool same_year = first.year() == last.year();
    const bool same_month = same_year && first.month() == last.month();
    const auto shown = same_month  ? from.substr(0, from.find(' '))
                       : same_year ? from.substr(0, from.rfind(' '))
                                   : from;
    return shown + " to " + words(last);
}

PastedDates read_dates_to_avoid(std::string_view text, bool school) {
    PastedDates out;
    std::int64_t number = 0;
    for (const auto raw : base::split(text, '\n')) {
        ++number;
        const auto line = spaced_out(base::trim(raw));
        if (line.empty()) {
            continue;
        }
        auto date = read_line(line, school);
        if (date) {
            out.dates.push_back(std::move(*date));
        } else {
            out.unread.push_back({number, line, date.error().message});
        }
    }
    return out;
}

} // namespace quorate::views
