#include "governance/word_forms.hpp"

#include <array>
#include <regex>
#include <string>

namespace quorate::governance {
namespace {

// Only the number of a section or paragraph: nothing of what a paper says.
constexpr std::string_view exemption_pattern =
    R"((sections?|paragraphs?) \d{1,3}[A-Z]?(\((\d{1,2}[A-Z]?|[a-z]{1,3})\)){0,3})"
    R"(((, | and )\d{1,3}[A-Z]?(\((\d{1,2}[A-Z]?|[a-z]{1,3})\)){0,3}){0,5})";

constexpr std::array forms = {WordForm{
    "exemption", exemption_pattern, "an exemption by its number alone", "\"section 43(2)\"",
    "Name the exemption by the number of its section, such as section 43(2), or for a "
    "committee of a council by its paragraph, such as paragraph 3"}};

} // namespace

const WordForm* form_of(const FieldRow& row) {
    if (row.kind != FieldKind::word) {
        return nullptr;
    }
    for (const auto& form : forms) {
        if (form.of == row.of) {
            return &form;
        }
    }
    return nullptr;
}

bool fits(const WordForm& form, std::string_view word) {
    return std::regex_match(std::string(word), std::regex(std::string(form.pattern)));
}

} // namespace quorate::governance
