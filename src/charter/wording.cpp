#include "charter/wording.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace quorate::charter {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> roles = {{
    {"member", "members"},
    {"substitute", "substitutes"},
    {"chair", "the Chair"},
    {"vice-chair", "the Vice Chair"},
    {"presiding", "the person presiding"},
    {"servicing-officer", "the servicing officer"},
    {"secretariat", "the servicing officer"},
    {"partner", "partners"},
    {"affected-partner", "partners whose direct interests are considered"},
    {"visitor", "visitors"},
    {"lead-authority", "the lead authority"},
    {"auditor", "auditors"},
    {"administrator", "the administrator"},
    {"public", "the public"},
    {"nominating-body", "the organisation that nominates the member"},
}};

std::string joined(const std::vector<std::string>& parts, std::string_view last_joint) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += i == 0 ? "" : i + 1 == parts.size() ? fmt::format(" {} ", last_joint) : ", ";
        out += parts[i];
    }
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

} // namespace

std::string number_words(std::int64_t number) {
    constexpr std::array<std::string_view, 11> words = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return number >= 0 && number < static_cast<std::int64_t>(words.size())
               ? std::string(words[static_cast<std::size_t>(number)])
               : std::to_string(number);
}

std::string fraction_words(const base::Fraction& fraction) {
    constexpr std::array<std::pair<std::pair<int, int>, std::string_view>, 7> words = {{
        {{1, 2}, "half"},
        {{1, 3}, "a third"},
        {{2, 3}, "two thirds"},
        {{1, 4}, "a quarter"},
        {{3, 4}, "three quarters"},
        {{1, 5}, "a fifth"},
        {{1, 1}, "all"},
    }};
    for (const auto& [parts, word] : words) {
        if (fraction.numerator == parts.first && fraction.denominator == parts.second) {
            return std::string(word);
        }
    }
    return fraction.text();
}

std::string times_words(std::int64_t times) {
    return times == 1 ? "once" : times == 2 ? "twice" : number_words(times) + " times";
}

std::string spaced(std::string_view id) {
    std::string out(id);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return out;
}

std::string name_words(std::string_view id) {
    if (id.find(' ') != std::string_view::npos) {
        return std::string(id); // a name already, where somebody who knows it put it
    }
    constexpr std::size_t initials_max = 5;
    constexpr std::string_view vowels = "aeiouy0123456789";
    const auto parts = base::split(id, '-');
    std::vector<std::string> out;
    for (const auto part : parts) {
        const bool plural = part.size() > 2 && part.back() == 's' && parts.size() > 1;
        if (part.find_first_of(vowels) == std::string_view::npos && part.size() > 1) {
            out.push_back(plural ? upper(part.substr(0, part.size() - 1)) + "s" : upper(part));
        } else {
            out.push_back(parts.size() == 1 && part.size() <= initials_max ? upper(part)
                                                                           : std::string(part));
        }
    }
    return base::join(out, " ");
}

std::string act_words(std::string_view act) {
    // Where adding an article to the object would not make an English phrase.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> phrases = {{
        {"absorb", "take in another body's work"},
        {"approve-subject-to", "approve subject to their own organisation's agreement"},
        {"consult-on-extra-meeting", "consult on an extra meeting"},
        {"continue-informally", "continue informally"},
        {"delegate", "delegate authority"},
        {"elect-to-office", "elect to an office"},
        {"give-notice-of-exit", "give notice of leaving"},
        {"meet-in-private", "go on without the public"},
        {"meet-in-public", "let the public in again"},
        {"ratify", "ratify what was supported informally"},
        {"read-published", "read what is published"},
        {"record-for-others", "record acts for others"},
        {"report-on-action", "report on an action"},
        {"respond-as-partner", "respond as a partner"},
        {"rule-on-procedure", "rule on a point of procedure"},
        {"set-programme", "set the year's programme"},
    }};
    for (const auto& [id, phrase] : phrases) {
        if (id == act) {
            return std::string(phrase);
        }
    }
    constexpr std::array<std::string_view, 7> uncounted = {
        "attendance", "advice", "consensus", "discussion", "notice", "dissent", "informally"};
    constexpr std::array<std::string_view, 5> definite = {"agenda", "minutes", "outcome",
                                                          "question", "record"};
    const auto has = [](const auto& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    const auto parts = base::split(act, '-');
    if (parts.size() < 2 || has(uncounted, parts[1])) {
        return spaced(act);
    }
    const auto object = spaced(act.substr(parts[0].size() + 1));
    const bool plural = parts.back().back() == 's';
    const bool vowel = std::string_view("aeiou").find(parts[1].front()) != std::string_view::npos;
    const auto article = has(definite, parts.back()) ? "the " : plural ? "" : vowel ? "an " : "a ";
    return fmt::format("{} {}{}", parts[0], article, object);
}

std::string who_words(std::string_view role) {
    constexpr std::string_view office = "office:";
    if (role.substr(0, office.size()) == office) {
        role.remove_prefix(office.size());
    }
    for (const auto& [id, words] : roles) {
        if (id == role) {
            return std::string(words);
        }
    }
    constexpr std::string_view every_one = ":*"; // every body or organisation of a sort
    if (role.ends_with(every_one)) {
        return "every " + spaced(role.substr(0, role.size() - every_one.size()));
    }
    return name_words(role);
}

std::string who_words(const std::vector<std::string>& list, std::string_view last_joint) {
    std::vector<std::string> parts;
    for (const auto& one : list) {
        parts.push_back(who_words(one));
    }
    return joined(parts, last_joint);
}

std::string office_words(std::string_view office) {
    const auto open = office.find('(');
    if (open == std::string_view::npos || office.back() != ')') {
        return spaced(office);
    }
    const auto of = office.substr(open + 1, office.size() - open - 2);
    std::vector<std::string> title;
    for (const auto word : base::split(office.substr(0, open), '-')) {
        title.push_back(capitalised(std::string(word)));
    }
    return fmt::format("the {} of {}", base::join(title, " "), name_words(of));
}

std::string choice_words(const std::vector<std::string>& ids, std::string_view last_joint) {
    std::vector<std::string> parts;
    for (const auto& id : ids) {
        parts.push_back(spaced(id));
    }
    return joined(parts, last_joint);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string without_stop(std::string_view text) {
    text = base::trim(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ';')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

} // namespace quorate::charter
