#include "web/meetings/length_field.hpp"

#include "governance/meetings/length.hpp"
#include "web/meetings/planning.hpp"

#include <array>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::array<std::int64_t, 15> lengths = {30,  45,  60,  75,  90,  105, 120, 150,
                                                  180, 210, 240, 300, 360, 420, 480};

} // namespace

std::string length_words(std::int64_t minutes) {
    const auto hours = minutes / 60;
    const auto rest = minutes % 60;
    const auto counted = [](std::int64_t number, const char* unit) {
        return std::to_string(number) + " " + unit + (number == 1 ? "" : "s");
    };
    const auto whole = hours == 0 ? std::string() : counted(hours, "hour");
    return rest == 0 && hours > 0 ? whole
                                  : whole + (whole.empty() ? "" : " ") + counted(rest, "minute");
}

Html length_field(const LengthField& field, const ErrorList& errors) {
    std::vector<Option> options;
    const auto typed = number_typed(field.value);
    bool there = !typed;
    for (const auto minutes : lengths) {
        there = there || minutes == *typed;
        options.push_back({.value = std::to_string(minutes), .label = length_words(minutes)});
    }
    if (!there && *typed >= 1 && *typed <= governance::length_max) {
        options.push_back({.value = field.value, .label = length_words(*typed)});
    }
    return select_field({.name = field.name,
                         .label = field.label,
                         .hint = field.hint,
                         .value = field.value,
                         .options = options,
                         .nothing_chosen = field.not_said},
                        errors);
}

std::optional<std::int64_t> length_typed(const http::Fields& form, ErrorList& errors,
                                         const std::string& name) {
    const auto typed = form.get(name).value_or("");
    if (typed.empty()) {
        return std::nullopt;
    }
    const auto minutes = number_typed(typed);
    if (!minutes || *minutes < 1 || *minutes > governance::length_max) {
        errors.add(name, "Choose how long the meeting is expected to last from the list.");
        return std::nullopt;
    }
    return minutes;
}

} // namespace quorate::web
