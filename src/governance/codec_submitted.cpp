#include "governance/codec_submitted.hpp"

#include "base/ids.hpp"
#include "base/text.hpp"
#include "governance/field_words.hpp"
#include "governance/word_forms.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace quorate::governance {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using base::Result;

std::string_view view_of(const boost::json::string& text) {
    return {text.data(), text.size()};
}

/// The value in quotes, cut to 60 bytes at a character, for a message.
std::string quoted(std::string_view text) {
    constexpr std::size_t shown_max = 60;
    if (text.size() <= shown_max) {
        return "\"" + std::string(text) + "\"";
    }
    auto end = shown_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return "\"" + std::string(text.substr(0, end)) + "…\"";
}

std::string shown(const Json& json) {
    switch (json.kind()) {
    case boost::json::kind::string:
        return quoted(view_of(json.get_string()));
    case boost::json::kind::array:
        return "a list";
    case boost::json::kind::object:
        return "an object";
    case boost::json::kind::double_:
        return "a number with a fraction";
    default:
        return base::canonical(json);
    }
}

tl::unexpected<base::Failure> wrong(const FieldRow& row, const std::string& what,
                                    std::string help = {}) {
    return base::fail(std::string(row.name), what,
                      help.empty() ? "Write it as " + example_of_one(row) : std::move(help));
}

tl::unexpected<base::Failure> not_expected(const FieldRow& row, const Json& json) {
    return wrong(row, shown(json) + " is not " + expected_of_one(row));
}

std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(),
                                                    [](char c) { return c >= '0' && c <= '9'; });
    return plain && error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                             : std::nullopt;
}

Result<Json> read_number(const FieldRow& row, const Json& json) {
    std::optional<std::int64_t> value;
    if (const auto* number = json.if_int64()) {
        value = *number;
    } else if (const auto* text = json.if_string()) {
        value = digits(base::trim(view_of(*text)));
    }
    if (!value || *value < 0 || *value > number_max) {
        return not_expected(row, json);
    }
    return Json(*value);
}

Result<Json> read_yes_no(const FieldRow& row, const Json& json) {
    if (json.is_bool()) {
        return json;
    }
    if (const auto* text = json.if_string()) {
        const auto word = base::trim(view_of(*text));
        if (word == "yes" || word == "true") {
            return Json(true);
        }
        if (word == "no" || word == "false") {
            return Json(false);
        }
    }
    return not_expected(row, json);
}

/// kp/7, or 7 within the body meant.
Result<Json> read_seat(const FieldRow& row, std::string_view text) {
    const auto slash = text.rfind('/');
    const auto number = slash == std::string_view::npos ? text : text.substr(slash + 1);
    const auto value = digits(number);
    const bool body_fits = slash == std::string_view::npos || base::is_id(text.substr(0, slash));
    if (!value || !body_fits || number.front() == '0' || *value > number_max ||
        text.size() > base::id_length_max) {
        return wrong(row, quoted(text) + " is not a seat",
                     "Write its number, such as 7, or body/number, such as kp/7");
    }
    return Json(text);
}

Result<Json> read_id(const FieldRow& row, const Json& json) {
    if (is_seat(row) && json.is_int64()) {
        return read_seat(row, std::to_string(json.get_int64()));
    }
    const auto* string = json.if_string();
    if (string == nullptr) {
        return not_expected(row, json);
    }
    const auto text = base::trim(view_of(*string));
    if (is_seat(row)) {
        return read_seat(row, text);
    }
    if (!base::is_id(text)) {
        std::string lower(text);
        std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (lower != text && base::is_id(lower)) {
            return wrong(row, quoted(text) + " has capital letters; ids are in lower case",
                         "Write " + lower);
        }
        return wrong(row, quoted(text) + " is not " + expected_of_one(row),
                     "An id is 1 to 80 of a-z 0-9 . _ - / ( ) : such as " + example_of_one(row));
    }
    const bool of_a_body = row.of == "meeting" || row.of == "decision" || row.of == "action";
    if (of_a_body && (text.find('/') == std::string_view::npos)) {
        return wrong(row,
                     quoted(text) + " does not say which body's " + std::string(row.of) + " it is",
                     "Write the body first, such as " + example_of_one(row));
    }
    return Json(text);
}

Result<Json> read_words(const FieldRow& row, const Json& json, std::size_t length_max) {
    const auto* text = json.if_string();
    if (text == nullptr) {
        return not_expected(row, json);
    }
    auto cleaned = base::clean_text(base::trim(view_of(*text)), length_max);
    if (!cleaned) {
        auto failure = cleaned.error();
        failure.where = row.name;
        return tl::unexpected(std::move(failure));
    }
    if (row.kind == FieldKind::word && cleaned->find_first_of("\n\t") != std::string::npos) {
        return wrong(row, "the text is on more than one line", "Write it on one line");
    }
    if (const auto* form = form_of(row); form != nullptr && !fits(*form, *cleaned)) {
        return wrong(row, quoted(*cleaned) + " is not " + std::string(form->expected),
                     std::string(form->help));
    }
    return Json(*cleaned);
}

/// Dates are read by `read`, whose failure is given the field's name.
template <class Read>
Result<Json> read_time(const FieldRow& row, const Json& json, const Read& read) {
    const auto* text = json.if_string();
    if (text == nullptr) {
        return not_expected(row, json);
    }
    const auto time = read(base::trim(view_of(*text)));
    if (!time) {
        auto failure = time.error();
        failure.where = row.name;
        return tl::unexpected(std::move(failure));
    }
    return Json(base::text(*time));
}

Result<Json> read_choice(const FieldRow& row, const Json& json) {
    const auto* string = json.if_string();
    if (string == nullptr) {
        return not_expected(row, json);
    }
    const auto text = base::trim(view_of(*string));
    if (std::find(row.choices.begin(), row.choices.end(), text) != row.choices.end()) {
        return Json(text);
    }
    const auto near = base::nearest(text, {row.choices.begin(), row.choices.end()});
    return wrong(row, quoted(text) + " is not " + expected_of_one(row),
                 near.empty() ? "Write one of them" : "Did you mean " + near + "?");
}

/// Text of what was considered: its limit is that of a text, and it may be empty.
Result<Json> considered_words(const FieldRow& row, const Json& json) {
    FieldRow words = row;
    words.kind = FieldKind::text;
    return read_words(words, json, text_length_max);
}

Result<Json> considered_what(const FieldRow& row, const Json& json) {
    FieldRow what = row;
    what.kind = FieldKind::word;
    auto name = read_words(what, json, word_length_max);
    if (name && name->get_string().empty()) {
        return wrong(row, "it does not say what was taken into account");
    }
    return name;
}

/// "kp-direction: words" or "kp-direction: not applicable: words".
Result<Json> read_considered_text(const FieldRow& row, std::string_view text) {
    const auto colon = text.find(':');
    auto rest =
        colon == std::string_view::npos ? std::string_view() : base::trim(text.substr(colon + 1));
    JsonObject object;
    constexpr std::string_view not_applicable = "not applicable";
    if (rest.starts_with(not_applicable)) {
        const auto after = base::trim(rest.substr(not_applicable.size()));
        if (after.empty() || after.front() == ':') {
            object.emplace("applies", false);
            rest = after.empty() ? after : base::trim(after.substr(1));
        }
    }
    auto what = considered_what(row, Json(text.substr(0, colon)));
    if (!what) {
        return what;
    }
    auto words = considered_words(row, Json(rest));
    if (!words) {
        return words;
    }
    object.emplace("what", std::move(*what));
    object.emplace("words", std::move(*words));
    return Json(std::move(object));
}

Result<Json> read_considered(const FieldRow& row, const Json& json) {
    if (const auto* text = json.if_string()) {
        return read_considered_text(row, base::trim(view_of(*text)));
    }
    const auto* object = json.if_object();
    if (object == nullptr) {
        return not_expected(row, json);
    }
    JsonObject out;
    for (const auto& [key, value] : *object) {
        if (key != "what" && key != "applies" && key != "words") {
            return wrong(row,
                         quoted({key.data(), key.size()}) +
                             " is not part of what was taken into account",
                         "Its parts are what, applies and words");
        }
        if (value.is_null()) {
            continue;
        }
        auto part = key == "what"      ? considered_what(row, value)
                    : key == "applies" ? read_yes_no(row, value)
                                       : considered_words(row, value);
        if (!part) {
            return part;
        }
        out.emplace(key, std::move(*part));
    }
    if (!out.contains("what")) {
        return wrong(row, "it does not say what was taken into account");
    }
    if (!out.contains("words")) {
        out.emplace("words", "");
    }
    return Json(std::move(out));
}

Result<Json> read_one(const FieldRow& row, const Json& json, const base::Zone& zone) {
    switch (row.kind) {
    case FieldKind::identifier:
        return read_id(row, json);
    case FieldKind::text:
    case FieldKind::word:
        return read_words(row, json, row.list ? word_length_max : limit_of(row));
    case FieldKind::number:
        return read_number(row, json);
    case FieldKind::yes_no:
        return read_yes_no(row, json);
    case FieldKind::instant:
        return read_time(row, json,
                         [&](std::string_view text) { return base::parse_when(text, zone); });
    case FieldKind::date:
        return read_time(row, json, [](std::string_view text) { return base::parse_date(text); });
    case FieldKind::choice:
        return read_choice(row, json);
    case FieldKind::object:
        return read_considered(row, json);
    }
    return not_expected(row, json);
}

/// Adds 1-19 or kp/1-19 as its numbers. False when the text is not in the form of a range.
Result<bool> add_range(const FieldRow& row, std::string_view text, JsonArray& out) {
    const auto slash = text.rfind('/');
    const auto prefix =
        slash == std::string_view::npos ? std::string() : std::string(text.substr(0, slash + 1));
    const auto numbers = text.substr(prefix.size());
    const auto dash = numbers.find('-');
    const auto first = digits(base::trim(numbers.substr(0, dash)));
    const auto last = dash == std::string_view::npos ? std::nullopt
                                                     : digits(base::trim(numbers.substr(dash + 1)));
    if (!first || !last || (!prefix.empty() && !is_seat(row))) {
        return false;
    }
    if (*last < *first) {
        return wrong(row, quoted(text) + " runs backwards",
                     "Write the smaller number first, such as 1-19");
    }
    if (*last - *first >= range_length_max) {
        return wrong(row, quoted(text) + " names more than " + std::to_string(range_length_max),
                     "Write shorter ranges");
    }
    for (auto number = *first; number <= *last; ++number) {
        auto element = is_seat(row) ? read_seat(row, prefix + std::to_string(number))
                                    : read_number(row, Json(number));
        if (!element) {
            return tl::unexpected(element.error());
        }
        out.push_back(std::move(*element));
    }
    return true;
}

/// The parts of a list given as one string. What was considered may have commas in its words, so it
/// is divided only at semicolons that a name and a colon follow.
std::vector<std::string_view> parts_of(const FieldRow& row, std::string_view text) {
    if (row.kind != FieldKind::object) {
        return base::split(text, ',');
    }
    std::vector<std::string_view> parts;
    for (const auto piece : base::split(text, ';')) {
        const auto colon = piece.find(':');
        const bool starts =
            colon != std::string_view::npos && base::is_id(base::trim(piece.substr(0, colon)));
        if (starts || parts.empty()) {
            parts.push_back(piece);
        } else { // the semicolon belongs to the words before it
            const auto* begin = parts.back().data();
            parts.back() = {begin, static_cast<std::size_t>(piece.data() + piece.size() - begin)};
        }
    }
    return parts;
}

Result<bool> add_element(const FieldRow& row, const Json& json, const base::Zone& zone,
                         JsonArray& out) {
    if (const auto* string = json.if_string()) {
        const auto text = base::trim(view_of(*string));
        if (text.empty()) {
            return wrong(row, "one of the list is empty", "Write it as " + example(row));
        }
        if (takes_ranges(row)) {
            auto ranged = add_range(row, text, out);
            if (!ranged || *ranged) {
                return ranged;
            }
        }
    }
    auto element = read_one(row, json, zone);
    if (!element) {
        return tl::unexpected(element.error());
    }
    out.push_back(std::move(*element));
    return true;
}

tl::unexpected<base::Failure> repeated(const FieldRow& row, const Json& element) {
    const auto text =
        element.is_string() ? std::string(view_of(element.get_string())) : base::canonical(element);
    return wrong(row, text + " is given twice", "Name it once");
}

/// Checks a list that has been read: not too long, and no id or number twice.
Result<Json> checked_list(const FieldRow& row, JsonArray list) {
    if (list.size() > limit_of(row)) {
        return wrong(row,
                     "the list has " + std::to_string(list.size()) + "; the limit is " +
                         std::to_string(limit_of(row)),
                     "Shorten it");
    }
    if (row.kind == FieldKind::identifier || row.kind == FieldKind::number) {
        for (auto element = list.begin(); element != list.end(); ++element) {
            if (std::find(list.begin(), element, *element) != element) {
                return repeated(row, *element);
            }
        }
    }
    return Json(std::move(list));
}

Result<Json> read_list(const FieldRow& row, const Json& json, const base::Zone& zone) {
    JsonArray out;
    Result<bool> added = true;
    if (const auto* array = json.if_array()) {
        for (auto element = array->begin();
             added && out.size() <= limit_of(row) && element != array->end(); ++element) {
            added = add_element(row, *element, zone, out);
        }
    } else if (const auto* text = json.if_string()) {
        for (const auto part : parts_of(row, view_of(*text))) {
            added = added && out.size() <= limit_of(row) ? add_element(row, Json(part), zone, out)
                                                         : added;
        }
    } else if (takes_ranges(row) || row.kind == FieldKind::object) {
        added = add_element(row, json, zone, out);
    } else {
        return wrong(row, shown(json) + " is not " + expected(row), "Write it as " + example(row));
    }
    if (!added) {
        return tl::unexpected(added.error());
    }
    return checked_list(row, std::move(out));
}

/// An empty string, an empty list or null is as good as leaving the field out.
bool is_blank(const Json& json) {
    const auto* text = json.if_string();
    const auto* array = json.if_array();
    return json.is_null() || (text != nullptr && base::trim(view_of(*text)).empty()) ||
           (array != nullptr && array->empty());
}

base::Failure unknown_field(const ActRow& act, std::string_view key) {
    std::vector<std::string> names;
    for (const auto& row : act.fields) {
        names.emplace_back(row.name);
    }
    const auto near = base::nearest(key, names);
    const auto known = "The fields are " + base::join(names, ", ");
    return {std::string(key.substr(0, 60)), std::string(act.name) + " has no field " + quoted(key),
            near.empty() ? known : "Did you mean " + near + "? " + known};
}

} // namespace

Result<JsonObject> written_fields(const ActRow& act, const JsonObject& fields,
                                  const base::Zone& zone) {
    for (const auto& member : fields) {
        const std::string_view key(member.key().data(), member.key().size());
        const bool known = std::any_of(act.fields.begin(), act.fields.end(),
                                       [&](const FieldRow& row) { return row.name == key; });
        if (!known) {
            return tl::unexpected(unknown_field(act, key));
        }
    }
    JsonObject out;
    for (const auto& row : act.fields) {
        const auto* given = fields.if_contains(row.name);
        if (given == nullptr || is_blank(*given)) {
            if (row.required) {
                return wrong(row, expected(row) + " is needed",
                             "Write it as " + std::string(row.name) + "=" + example(row));
            }
            continue;
        }
        auto value = row.list ? read_list(row, *given, zone) : read_one(row, *given, zone);
        if (!value) {
            return tl::unexpected(value.error());
        }
        out.emplace(row.name, std::move(*value));
    }
    return out;
}

} // namespace quorate::governance
