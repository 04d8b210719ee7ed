#include "governance/field_words.hpp"

#include "base/text.hpp"
#include "governance/word_forms.hpp"

#include <utility>

namespace quorate::governance {
namespace {

std::string with_article(std::string_view noun) {
    const bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(noun);
}

} // namespace

bool is_seat(const FieldRow& row) {
    return row.of == "seat";
}

bool takes_ranges(const FieldRow& row) {
    return is_seat(row) || row.kind == FieldKind::number;
}

std::string expected_of_one(const FieldRow& row) {
    switch (row.kind) {
    case FieldKind::identifier:
        return is_seat(row) ? "a seat" : "the id of " + with_article(row.of);
    case FieldKind::text:
        return "text";
    case FieldKind::word:
        return form_of(row) != nullptr ? std::string(form_of(row)->expected) : "a word or name";
    case FieldKind::number:
        return "a whole number from 0 to 1,000,000";
    case FieldKind::yes_no:
        return "yes or no";
    case FieldKind::instant:
        return "a date and time";
    case FieldKind::date:
        return "a date";
    case FieldKind::choice:
        return "one of " + base::join({row.choices.begin(), row.choices.end()}, ", ");
    case FieldKind::object:
        return "what was taken into account, a colon and words about it";
    }
    return {};
}

std::string example_of_one(const FieldRow& row) {
    switch (row.kind) {
    case FieldKind::identifier:
        break;
    case FieldKind::text:
        return "\"Words in quotes\"";
    case FieldKind::word:
        return form_of(row) != nullptr ? std::string(form_of(row)->example) : "\"A few words\"";
    case FieldKind::number:
        return "4";
    case FieldKind::yes_no:
        return "yes";
    case FieldKind::instant:
        return "2008-07-01T10:00";
    case FieldKind::date:
        return "2008-07-01";
    case FieldKind::choice:
        return std::string(row.choices.front());
    case FieldKind::object:
        return "\"kp-direction: fits the vision\"";
    }
    constexpr std::pair<std::string_view, std::string_view> ids[] = {
        {"body", "kp"},
        {"organisation", "kcc"},
        {"person", "p4f1c"},
        {"office", "leader(kcc)"},
        {"seat", "7"},
        {"meeting", "kp/m1"},
        {"decision", "kp/d12"},
        {"action", "kp/a3"},
        {"interest", "kp/i5"},
        {"commitment", "kp/c2"},
        {"matter", "approve-vision"},
        {"entry", "011a5e1c-0000-7000-8000-000000000001"}};
    for (const auto& [of, id] : ids) {
        if (of == row.of) {
            return std::string(id);
        }
    }
    return {};
}

std::size_t limit_of(const FieldRow& row) {
    if (row.length_max != 0) {
        return row.length_max;
    }
    return row.list                      ? list_length_max
           : row.kind == FieldKind::text ? text_length_max
                                         : word_length_max;
}

std::string expected(const FieldRow& row) {
    return row.list ? "a list, each " + expected_of_one(row) : expected_of_one(row);
}

std::string example(const FieldRow& row) {
    if (!row.list) {
        return example_of_one(row);
    }
    if (takes_ranges(row)) {
        return "1-19,25";
    }
    return row.kind == FieldKind::identifier ? example_of_one(row) + ",…" : example_of_one(row);
}

} // namespace quorate::governance
