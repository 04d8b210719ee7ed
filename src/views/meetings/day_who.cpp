// Who is meant by a few letters typed at the door or at the table.

#include "base/letters.hpp"
#include "views/meetings/day.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace quorate::views {

namespace {

constexpr std::size_t matches_max = 20;

bool of_a_word(unsigned char c) {
    return std::isalnum(c) != 0 || c >= 0x80;
}

/// Words in plain letters; everything else parts them. "rb/3" is one word.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : base::plain_letters(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (of_a_word(byte) || (c == '/' && !word.empty())) {
            word += c;
        } else if (!word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        out.push_back(std::move(word));
    }
    return out;
}

/// "Riverside County Council": "rcc".
std::string initials(std::string_view name) {
    std::string out;
    for (const auto& word : words_in(name)) {
        out += word.front();
    }
    return out;
}

struct Person {
    DayMatch match;
    std::vector<std::string> words; ///< by which they are found
};

void add_initials(const std::string& name, std::vector<std::string>& words) {
    auto letters = initials(name);
    if (letters.size() > 1) {
        words.push_back(std::move(letters));
    }
}

Person person_of(const DaySeat& seat, bool substitute) {
    Person out;
    out.match.ref = seat.ref;
    out.match.substitute = substitute;
    // Where no name is shown the words begin with the seat already.
    const bool numbered = seat.words.starts_with("Seat ");
    const auto own = numbered ? seat.words : seat.ref + " " + seat.words;
    const auto stand_in = seat.stands_in.empty() ? std::string("The substitute for ")
                                                 : seat.stands_in + ", substitute for ";
    out.match.words = substitute ? seat.ref + " " + stand_in + seat.words : own;
    const auto& shown = seat.seat;
    out.words = words_in(out.match.words + " " + seat.ref + " " + shown.sector + " " +
                         shown.organisation + " " + shown.title);
    add_initials(shown.organisation, out.words);
    if (substitute) {
        add_initials(seat.stands_in, out.words);
    } else {
        for (const auto& holder : shown.holders) {
            add_initials(holder, out.words);
        }
    }
    return out;
}

void add(const std::vector<DaySeat>& seats, bool substitute, std::vector<Person>& out) {
    for (const auto& seat : seats) {
        const bool there = std::any_of(out.begin(), out.end(), [&](const Person& each) {
            return each.match.ref == seat.ref && each.match.substitute == substitute;
        });
        if (!there) {
            out.push_back(person_of(seat, substitute));
        }
    }
}

std::vector<Person> people(const DayRoom& room, DayAmong among) {
    std::vector<Person> out;
    if (among != DayAmong::not_here) {
        for (const auto& seat : room.present) {
            out.push_back(person_of(seat, seat.substitute));
        }
    }
    if (among != DayAmong::here) {
        for (const auto* list : {&room.expected, &room.not_here, &room.away, &room.apologies}) {
            add(*list, false, out);
        }
        add(room.substitutes, false, out);
        add(room.substitutes, true, out);
    }
    return out;
}

bool is_number(const std::string& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

bool fits(const Person& person, const std::vector<std::string>& typed) {
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
        if (is_number(word)) {
            return word == person.match.ref;
        }
        return std::any_of(person.words.begin(), person.words.end(),
                           [&](const std::string& each) { return each.starts_with(word); });
    });
}

} // namespace

std::vector<DayMatch> day_people(const DayRoom& room, DayAmong among) {
    std::vector<DayMatch> out;
    for (auto& each : people(room, among)) {
        out.push_back(std::move(each.match));
    }
    std::sort(out.begin(), out.end(), [](const DayMatch& a, const DayMatch& b) {
        return std::tuple(a.ref.size(), a.ref, a.substitute) <
               std::tuple(b.ref.size(), b.ref, b.substitute);
    });
    return out;
}

std::vector<DayMatch> day_matches(const DayRoom& room, DayAmong among, std::string_view typed) {
    const auto whole = words_in(typed);
    auto words = whole;
    if (words.size() > 1 && words.front() == "seat" && is_number(words[1])) {
        words.erase(words.begin()); // "seat 4" is 4
    }
    std::vector<DayMatch> out;
    if (words.empty()) {
        return out;
    }
    auto everyone = people(room, among);
    // Whole words and initials before the beginnings of words.
    std::stable_partition(everyone.begin(), everyone.end(), [&](const Person& each) {
        return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(each.words.begin(), each.words.end(), word) != each.words.end();
        });
    });
    for (auto& each : everyone) {
        if (words_in(each.match.words) == whole) {
            return {std::move(each.match)};
        }
        if (fits(each, words) && out.size() < matches_max) {
            out.push_back(std::move(each.match));
        }
    }
    return out;
}

} // namespace quorate::views
