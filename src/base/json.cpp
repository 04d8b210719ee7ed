#include "base/json.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parser.hpp>
#include <boost/json/static_resource.hpp>
#include <charconv>
#include <span>
#include <optional>
#include <set>
#include <vector>

namespace quorate::base {
namespace {

std::string place_of(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto newline = before.rfind('\n');
    const auto column =
        newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Walks the tokens only to find an object that names a key twice: Boost.JSON keeps the last
/// silently.
struct DuplicateKeyHandler {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    std::vector<std::set<std::string>> open;
    std::string key;
    std::optional<std::string> duplicate;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, error_code&) {
        open.pop_back();
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(string_view part, std::size_t, error_code&) {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(string_view part, std::size_t, error_code& error) {
        key.append(part.data(), part.size());
        if (!open.back().insert(key).second) {
            duplicate = key;
            error = boost::json::error::syntax;
            return false;
        }
        key.clear();
        return true;
    }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
    bool on_double(double, string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

/// The failure for the first key named twice in one object, if there is one.
std::optional<Failure> duplicate_key(std::string_view text, const JsonLimits& limits) {
    boost::json::parse_options options;
    options.max_depth = limits.depth_max;
    boost::json::basic_parser<DuplicateKeyHandler> parser(options);
    boost::json::error_code error;
    const auto consumed = parser.write_some(false, text.data(), text.size(), error);
    const auto& duplicate = parser.handler().duplicate;
    if (!duplicate) {
        return std::nullopt;
    }
    return Failure{place_of(text, consumed),
                   "the key \"" + *duplicate + "\" is given twice in one object",
                   "Keep one of the two"};
}

void append_escape(std::string& out, unsigned char c) {
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\f': out += "\\f"; return;
    case '\r': out += "\\r"; return;
    default:
        out += "\\u00";
        out += digits[c >> 4];
        out += digits[c & 15];
    }
}

template <class Number>
void append_number(std::string& out, Number number) {
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    out.append(text.data(), end.ptr);
}

void append_members(std::string& out, std::span<const boost::json::key_value_pair* const> members) {
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        out += i == 0 ? "" : ",";
        append_json_string(out, {members[i]->key().data(), members[i]->key().size()});
        out += ':';
        append_canonical(out, members[i]->value());
    }
    out += '}';
}

void append_object(std::string& out, const JsonObject& object) {
    // Most objects are small: their members are sorted on the stack.
    constexpr std::size_t small = 16;
    std::array<const boost::json::key_value_pair*, small> few{};
    std::vector<const boost::json::key_value_pair*> many;
    if (object.size() > small) {
        many.resize(object.size());
    }
    const std::span members = many.empty() ? std::span(few).first(object.size()) : std::span(many);
    std::transform(object.begin(), object.end(), members.begin(), [](const auto& member) { return &member; });
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return a->key() < b->key(); });
    append_members(out, members);
}

} // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
    if (text.size() > limits.bytes_max) {
        return fail("", "the JSON text is " + std::to_string(text.size()) +
                            " bytes; the limit is " + std::to_string(limits.bytes_max));
    }
    boost::json::parse_options options;
    options.max_depth = limits.depth_max;
    boost::json::parser parser({}, options);
    boost::json::error_code error;
    const auto consumed = parser.write_some(text.data(), text.size(), error);
    if (error == boost::json::error::incomplete) {
        return fail(place_of(text, text.size()), "the JSON text ends too early");
    }
    if (error) {
        return fail(place_of(text, consumed), "this is not JSON: " + error.message());
    }
    const auto rest = text.substr(consumed);
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        return fail(place_of(text, consumed), "there is more text after the JSON value");
    }
    if (auto duplicate = duplicate_key(text, limits)) {
        return tl::unexpected(std::move(*duplicate));
    }
    return parser.release();
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    // Characters that need no escape, nearly all of them, are copied in runs.
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text, run, i - run);
        append_escape(out, c);
        run = i + 1;
    }
    out.append(text, run);
    out += '"';
}

void append_canonical(std::string& out, const Json& value) {
    switch (value.kind()) {
    case boost::json::kind::null: out += "null"; return;
    case boost::json::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
    case boost::json::kind::int64: append_number(out, value.get_int64()); return;
    case boost::json::kind::uint64: append_number(out, value.get_uint64()); return;
    case boost::json::kind::double_: QUORATE_ASSERT(!"floating point in the record"); return;
    case boost::json::kind::string:
        append_json_string(out, {value.get_string().data(), value.get_string().size()});
        return;
    case boost::json::kind::array: {
        out += '[';
        bool first = true;
        for (const auto& element : value.get_array()) {
            out += first ? "" : ",";
            first = false;
            append_canonical(out, element);
        }
        out += ']';
        return;
    }
    case boost::json::kind::object: append_object(out, value.get_object()); return;
    }
}

std::string canonical(const Json& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

} // namespace quorate::base
