#include "base/time.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace quorate::governance {
namespace {

constexpr std::array<std::string_view, 13> small_numbers = {
    "no",    "one",   "two",  "three", "four",   "five",  "six",
    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

struct Named {
    std::string_view written;
    std::string_view words;
};

constexpr std::array<Named, 18> known_people = {{
    {"servicing", "the servicing officer"},
    {"servicing-officer", "the servicing officer"},
    {"secretariat", "the secretariat"},
    {"presiding", "whoever presides"},
    {"chair", "the Chair"},
    {"vice-chair", "the Vice Chair"},
    {"member", "a member"},
    {"substitute", "a substitute"},
    {"partner", "a partner"},
    {"affected-partner", "a partner whose interests are considered"},
    {"visitor", "a visitor"},
    {"lead-authority", "the lead authority"},
    {"auditor", "the auditor"},
    {"administrator", "the administrator"},
    {"public", "a member of the public"},
    {"nominating-body", "the organisation that nominates"},
    {"office:chair", "the Chair"},
    {"office:vice-chair", "the Vice Chair"},
}};

/// Hyphens and underscores out: "not_carried" is "not carried".
std::string plain(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    return text;
}

/// "2008-06-17", "2008-07-01T10:00" and "2008-07-01T09:00:00Z" as people read them; other text as
/// it is.
std::string text_words(const std::string& value) {
    if (const auto date = base::parse_date(value)) {
        return base::words(*date);
    }
    if (const auto local = base::parse_local_time(value)) {
        return base::clock_words(local->minute) + " on " + base::words(local->date);
    }
    if (const auto instant = base::parse_instant(value)) {
        const auto local = base::Zone::utc().local(*instant);
        return base::clock_words(local.minute) + " UTC on " + base::words(local.date);
    }
    return value;
}

std::optional<std::int64_t> number_of(const Reason& reason, std::string_view name) {
    for (const auto& each : reason.facts) {
        if (each.name == name && std::holds_alternative<std::int64_t>(each.value)) {
            return std::get<std::int64_t>(each.value);
        }
    }
    return {};
}

/// A fact by name; the clause is the reason's, and how many are short or to spare follows from
/// present and needed.
std::optional<Fact> find_fact(const Reason& reason, std::string_view name) {
    for (const auto& each : reason.facts) {
        if (each.name == name) {
            return each;
        }
    }
    if (name == "clause" && !reason.clause.empty()) {
        const auto clause = reason.cited_clause.empty() ? reason.clause : reason.cited_clause;
        return Fact{"clause", std::string(clause)};
    }
    if (name == "permission" && !reason.clause.empty()) {
        // A rule of an applied charter is named with the clause that brings it in: "P17, applied by 3.15,".
        const auto own = std::string(reason.clause);
        const bool applied = !reason.cited_clause.empty() && reason.cited_clause != reason.clause;
        return Fact{"permission", applied ? own + ", applied by " + std::string(reason.cited_clause) + "," : own};
    }
    if (name == "holder" && !reason.holder.empty()) {
        return Fact{"holder", reason.holder};
    }
    const auto present = number_of(reason, "present");
    const auto needed = number_of(reason, "needed");
    if (present && needed && (name == "short" || name == "spare")) {
        return Fact{std::string(name), name == "short" ? *needed - *present : *present - *needed};
    }
    return {};
}

std::string formatted(const Fact& fact, std::string_view format) {
    const auto* number = std::get_if<std::int64_t>(&fact.value);
    if (format == "words" && number != nullptr) {
        return number_words(*number);
    }
    if (format == "count" && number != nullptr) {
        return count_words(*number);
    }
    if (format == "who" && number == nullptr) {
        return who_words(std::get<std::string>(fact.value));
    }
    if (format == "plain" && number == nullptr) {
        return plain(std::get<std::string>(fact.value));
    }
    const auto bar = format.find('|');
    if (bar != std::string_view::npos) {
        return std::string(number != nullptr && *number == 1 ? format.substr(0, bar)
                                                             : format.substr(bar + 1));
    }
    return value_words(fact);
}

/// The template with its facts, or nothing when one is missing.
std::optional<std::string> fill_one(const Reason& reason, std::string_view text) {
    std::string out;
    while (true) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) {
            return out;
        }
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) {
            return {};
        }
        const auto inside = text.substr(open + 1, close - open - 1);
        const auto colon = inside.find(':');
        const auto found = find_fact(reason, inside.substr(0, colon));
        if (!found) {
            return {};
        }
        out += formatted(*found, colon == std::string_view::npos ? std::string_view{}
                                                                 : inside.substr(colon + 1));
        text.remove_prefix(close + 1);
    }
}

} // namespace

std::string number_words(std::int64_t number) {
    if (number >= 0 && number < static_cast<std::int64_t>(small_numbers.size())) {
        return std::string(small_numbers[static_cast<std::size_t>(number)]);
    }
    return std::to_string(number);
}

std::string count_words(std::int64_t number) {
    return number == 0 ? "none" : number_words(number);
}

std::string times_words(std::int64_t number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number_words(number) + " times";
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return number_words(number) + " " + std::string(number == 1 ? one : many);
}

std::string who_words(std::string_view written) {
    for (const auto& known : known_people) {
        if (known.written == written) {
            return std::string(known.words);
        }
    }
    const auto colon = written.find(':');
    if (colon == std::string_view::npos) {
        return std::string(written);
    }
    const auto kind = written.substr(0, colon);
    if (written.substr(colon + 1) == "*") {
        return "every " + plain(std::string(kind));
    }
    const auto id = std::string(written.substr(colon + 1));
    if (kind == "person") {
        return "this person";
    }
    if (kind == "office") {
        return "the " + plain(id);
    }
    return kind == "seat" ? "seat " + id : id;
}

std::string value_words(const Fact& fact) {
    if (const auto* number = std::get_if<std::int64_t>(&fact.value)) {
        return std::to_string(*number);
    }
    return text_words(std::get<std::string>(fact.value));
}

std::string as_sentence(std::string text) {
    if (text.empty()) {
        return text;
    }
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    if (text.back() != '.' && text.back() != '?') {
        text += '.';
    }
    return text;
}

std::string fill(const Reason& reason, std::initializer_list<std::string_view> templates) {
    for (const auto text : templates) {
        if (auto filled = text.empty() ? std::optional<std::string>{} : fill_one(reason, text)) {
            return *filled;
        }
    }
    return plain(std::string(code_name(reason.code)));
}

} // namespace quorate::governance
