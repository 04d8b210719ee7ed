#include "charter/toml_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace quorate::charter {
namespace {

class Reader {
public:
    Reader(const SourceMap& map, Problems& problems) : map_(map), problems_(problems) {}

    Value value(const toml::node& node) {
        Value out;
        out.at = position(node.source());
        if (const auto* text = node.as_string()) {
            out.type = ValueType::string;
            out.text = limited(text->get(), out.at);
        } else if (const auto* integer = node.as_integer()) {
            out.type = ValueType::integer;
            out.integer = integer->get();
        } else if (const auto* boolean = node.as_boolean()) {
            out.type = ValueType::boolean;
            out.boolean = boolean->get();
        } else if (const auto* date = node.as_date()) {
            out.type = ValueType::date;
            const auto& day = date->get();
            out.text = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
        } else if (const auto* number = node.as_floating_point()) {
            out.type = ValueType::decimal;
            out.text = fmt::format("{}", number->get());
        } else if (const auto* list = node.as_array()) {
            out.type = ValueType::list;
            read_items(*list, out);
        } else if (const auto* table = node.as_table()) {
            read_members(*table, out);
        } else {
            out.type = ValueType::date;
            problems_.push_back({out.at, "a time of day has no place in a charter",
                                 "Write a date such as 2008-02-27"});
        }
        return out;
    }

private:
    Position position(const toml::source_region& region) const {
        return map_.in_file(
            {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)});
    }

    std::string limited(const std::string& text, Position at) {
        if (text.size() > string_bytes_max) {
            problems_.push_back({at, fmt::format("the string has {} bytes", text.size()),
                                 fmt::format("At most {} are allowed", string_bytes_max)});
            return {};
        }
        return text;
    }

    void read_items(const toml::array& list, Value& out) {
        if (list.size() > list_length_max) {
            problems_.push_back({out.at, fmt::format("the list has {} entries", list.size()),
                                 fmt::format("At most {} are allowed", list_length_max)});
            return;
        }
        for (const auto& item : list) {
            out.items.push_back(value(item));
        }
    }

    void read_members(const toml::table& table, Value& out) {
        for (const auto& [key, node] : table) {
            const auto at = position(key.source());
            out.members.push_back(Member{limited(std::string(key.str()), at), at, value(node)});
        }
        // toml++ keeps a table in the order of its names; people read it in the order of the file.
        std::stable_sort(out.members.begin(), out.members.end(),
                         [](const Member& a, const Member& b) { return a.at < b.at; });
    }

    const SourceMap& map_;
    Problems& problems_;
};

/// What toml++ says, without its preamble; a string that is not closed in words of our own.
std::string in_words(std::string_view description) {
    if (description.find("string") != std::string_view::npos &&
        (description.find("control char") != std::string_view::npos ||
         description.find("end-of-file") != std::string_view::npos)) {
        return "the string is not closed on its line";
    }
    constexpr std::string_view preamble = "Error while parsing ";
    if (description.substr(0, preamble.size()) == preamble) {
        description.remove_prefix(preamble.size());
    }
    return std::string(description);
}

} // namespace

std::optional<Value> read_toml(std::string_view text, const SourceMap& map, Problems& problems) {
    try {
        const toml::table table = toml::parse(text, std::string_view{});
        return Reader(map, problems).value(table);
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        problems.push_back(
            {map.in_file({static_cast<int>(begin.line), static_cast<int>(begin.column)}),
             "this is not TOML: " + in_words(error.description()), "Write one key = value a line"});
        return std::nullopt;
    }
}

} // namespace quorate::charter
