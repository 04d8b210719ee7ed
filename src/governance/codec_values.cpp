#include "governance/codec_values.hpp"

namespace quorate::governance::values {
namespace {

std::string_view view_of(const boost::json::string& text) {
    return {text.data(), text.size()};
}

} // namespace

bool load(const base::Json& json, base::Instant& out, Texts) {
    const auto* text = json.if_string();
    const auto instant =
        text == nullptr ? base::parse_instant({}) : base::parse_instant(view_of(*text));
    if (instant) {
        out = *instant;
    }
    return instant.has_value();
}

bool load(const base::Json& json, base::CivilDate& out, Texts) {
    const auto* text = json.if_string();
    const auto date = text == nullptr ? base::parse_date({}) : base::parse_date(view_of(*text));
    if (date) {
        out = *date;
    }
    return date.has_value();
}

bool load(const base::Json& json, Text& out, Texts texts) {
    const auto* text = json.if_string();
    if (text == nullptr) {
        return false;
    }
    if (texts == Texts::words || text->empty()) {
        out.words.assign(text->data(), text->size());
        return true;
    }
    const auto all = view_of(*text);
    if (!all.starts_with(sealed_prefix)) {
        return false;
    }
    const auto digest = base::parse_hex_digest(all.substr(sealed_prefix.size()));
    if (digest) {
        out.digest = *digest;
    }
    return digest.has_value();
}

bool load(const base::Json& json, Considered& out, Texts texts) {
    const auto* object = json.if_object();
    if (object == nullptr) {
        return false;
    }
    Cursor cursor(*object);
    std::size_t found = 0;
    Problem problem;
    return load_member(cursor, "applies", out.applies, texts, found, problem) &&
           load_member(cursor, "what", out.what, texts, found, problem) &&
           load_member(cursor, "words", out.words, texts, found, problem) &&
           found == object->size();
}

base::Json json_of(base::Instant value) {
    return base::Json(base::text(value));
}
base::Json json_of(base::CivilDate value) {
    return base::Json(base::text(value));
}
base::Json json_of(const Text& value) {
    return base::Json(value.digest ? sealed(*value.digest) : value.words);
}

base::Json json_of(const Considered& value) {
    base::JsonObject object;
    if (value.applies) {
        object.emplace("applies", *value.applies);
    }
    object.emplace("what", value.what);
    object.emplace("words", json_of(value.words));
    return object;
}

void append(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void append(std::string& out, base::Instant value) {
    out += '"';
    out += base::text(value);
    out += '"';
}

void append(std::string& out, base::CivilDate value) {
    out += '"';
    out += base::text(value);
    out += '"';
}

void append(std::string& out, const Text& value) {
    if (!value.digest) {
        base::append_json_string(out, value.words);
        return;
    }
    out += '"';
    out += sealed_prefix;
    out += base::hex(*value.digest);
    out += '"';
}

void append(std::string& out, const Considered& value) {
    out += '{';
    if (value.applies) {
        out += *value.applies ? R"("applies":true,)" : R"("applies":false,)";
    }
    out += R"("what":)";
    append(out, value.what);
    out += R"(,"words":)";
    append(out, value.words);
    out += '}';
}

base::Failure failure_of(const Problem& problem) {
    return {std::string(problem.field), std::string(problem.message),
            "The record may have been written by another version"};
}

} // namespace quorate::governance::values
