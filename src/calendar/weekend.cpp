#include "calendar/weekend.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace quorate::calendar {
namespace {

struct NamedDay {
    const char* name;
    unsigned weekday;
};

constexpr NamedDay named_days[] = {{"monday", 1},   {"tuesday", 2}, {"wednesday", 3},
                                   {"thursday", 4}, {"friday", 5},  {"saturday", 6},
                                   {"sunday", 0}};
constexpr std::uint8_t every_day = 0b111'1111;

std::string suggestion(std::string_view name) {
    std::vector<std::string> all;
    for (const auto& day : named_days) {
        all.emplace_back(day.name);
    }
    const auto near = base::nearest(name, all);
    return near.empty() ? "Use monday to sunday" : "Did you mean \"" + near + "\"?";
}

} // namespace

base::Result<Weekend> Weekend::from_names(const std::vector<std::string>& names) {
    std::uint8_t days = 0;
    for (const auto& name : names) {
        const auto* found = std::find_if(std::begin(named_days), std::end(named_days),
                                         [&](const NamedDay& day) { return day.name == name; });
        if (found == std::end(named_days)) {
            return base::fail("", "\"" + name + "\" is not a day of the week", suggestion(name));
        }
        const auto bit = static_cast<std::uint8_t>(1U << found->weekday);
        if ((days & bit) != 0) {
            return base::fail("", "\"" + name + "\" is named twice", "Name each day once");
        }
        days = static_cast<std::uint8_t>(days | bit);
    }
    if (days == every_day) {
        return base::fail("", "the weekend takes up all seven days",
                          "Leave at least one day to work");
    }
    return Weekend(days);
}

std::vector<std::string> Weekend::names() const {
    std::vector<std::string> out;
    for (const auto& day : named_days) {
        if (has(day.weekday)) {
            out.emplace_back(day.name);
        }
    }
    return out;
}

} // namespace quorate::calendar
