#include "charter/decode.hpp"

#include <fmt/format.h>

namespace quorate::charter {

std::string quoted_choices(const std::vector<std::string>& choices) {
    std::string out;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        out += i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ";
        out += '"' + choices[i] + '"';
    }
    return out;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates,
                       std::string otherwise) {
    const auto near = base::nearest(word.substr(0, 80), candidates);
    return near.empty() ? std::move(otherwise) : fmt::format("Did you mean \"{}\"?", near);
}

void Decoder::unknown_key(const Member& member, std::vector<std::string> keys,
                          std::span<const std::string_view> other_keys, std::string_view what) {
    for (const auto key : other_keys) {
        keys.emplace_back(key);
    }
    problems_.push_back({member.at, fmt::format("{} has no key \"{}\"", what, member.name),
                         suggestion(member.name, keys, "Its keys are " + base::list_words(keys))});
}

void Decoder::wrong_type(std::string_view key, const Value& value, std::string expected) {
    problems_.push_back({value.at, fmt::format("\"{}\" is {}", key, type_words(value.type)),
                         "Expected " + std::move(expected)});
}

void Decoder::not_a_choice(std::string_view key, const Value& value,
                           const std::vector<std::string>& choices) {
    const auto expected = quoted_choices(choices);
    if (value.type != ValueType::string) {
        wrong_type(key, value, expected);
        return;
    }
    problems_.push_back({value.at,
                         fmt::format("\"{}\" is not one of the words for \"{}\"", value.text, key),
                         suggestion(value.text, choices, "Expected " + expected)});
}

void Decoder::read(std::string_view key, const Value& value, std::string& out) {
    if (value.type != ValueType::string && value.type != ValueType::date) {
        wrong_type(key, value, "a string in quotation marks");
        return;
    }
    out = value.text;
}

void Decoder::read(std::string_view key, const Value& value, std::int64_t& out) {
    constexpr std::int64_t number_max = 1'000'000;
    if (value.type != ValueType::integer) {
        wrong_type(key, value, "a whole number");
        return;
    }
    if (value.integer < 0 || value.integer > number_max) {
        problems_.push_back({value.at, fmt::format("\"{}\" is {}", key, value.integer),
                             "Expected a whole number from 0 to 1,000,000"});
        return;
    }
    out = value.integer;
}

void Decoder::read(std::string_view key, const Value& value, bool& out) {
    if (value.type != ValueType::boolean) {
        wrong_type(key, value, "true or false");
        return;
    }
    out = value.boolean;
}

void Decoder::read(std::string_view key, const Value& value, base::Fraction& out) {
    if (value.type != ValueType::string) {
        wrong_type(key, value, "a fraction in quotation marks, such as \"1/2\"");
        return;
    }
    const auto fraction = base::parse_fraction(value.text);
    if (!fraction) {
        problems_.push_back({value.at, fmt::format("\"{}\" is not a fraction", value.text),
                             "Expected a fraction such as \"1/2\""});
        return;
    }
    out = *fraction;
}

void Decoder::read(std::string_view key, const Value& value, std::vector<std::string>& out) {
    if (value.type != ValueType::list) {
        wrong_type(key, value, "a list of strings, such as [\"one\", \"two\"]");
        return;
    }
    std::vector<std::string> items;
    for (const auto& item : value.items) {
        items.emplace_back();
        read(key, item, items.back());
    }
    out = std::move(items);
}

void Decoder::read(std::string_view key, const Value& value,
                   std::vector<std::vector<std::string>>& out) {
    if (value.type != ValueType::list) {
        wrong_type(key, value, "a list of lists, such as [[\"one\", \"two\"]]");
        return;
    }
    std::vector<std::vector<std::string>> items;
    for (const auto& item : value.items) {
        items.emplace_back();
        read(key, item, items.back());
    }
    out = std::move(items);
}

} // namespace quorate::charter
