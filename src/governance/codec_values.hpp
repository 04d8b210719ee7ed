#ifndef QUORATE_GOVERNANCE_CODEC_VALUES_HPP
#define QUORATE_GOVERNANCE_CODEC_VALUES_HPP
// The one form in which the values of acts and events are written, and reading it back. Used by the
// codec only.

#include "base/hash.hpp"
#include "base/json.hpp"
#include "base/time.hpp"
#include "governance/codec_names.hpp"
#include "governance/decisions/acts.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace quorate::governance::values {

inline constexpr std::string_view sealed_prefix = "sha256:";

/// What a text is when read: words as submitted, or the digest of sealed words.
enum class Texts { words, sealed };

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// Whether a value is left out when written: an absent optional or an empty list.
template <class T>
bool left_out(const T& value) {
    if constexpr (is_optional<T>) {
        return !value.has_value();
    } else if constexpr (is_list<T>) {
        return value.empty();
    } else {
        return false;
    }
}

inline std::string sealed(const base::Digest& digest) {
    return std::string(sealed_prefix) + base::hex(digest);
}

// --- Reading. Each returns false when the JSON is not what is written for the type.

inline bool load(const base::Json& json, std::string& out, Texts) {
    const auto* text = json.if_string();
    if (text != nullptr) {
        out.assign(text->data(), text->size());
    }
    return text != nullptr;
}

template <class Tag>
bool load(const base::Json& json, base::Id<Tag>& out, Texts texts) {
    return load(json, out.value, texts);
}

inline bool load(const base::Json& json, std::int64_t& out, Texts) {
    const auto* number = json.if_int64();
    if (number != nullptr) {
        out = *number;
    }
    return number != nullptr;
}

inline bool load(const base::Json& json, bool& out, Texts) {
    const auto* yes = json.if_bool();
    if (yes != nullptr) {
        out = *yes;
    }
    return yes != nullptr;
}

bool load(const base::Json& json, base::Instant& out, Texts texts);
bool load(const base::Json& json, base::CivilDate& out, Texts texts);
bool load(const base::Json& json, Text& out, Texts texts);
bool load(const base::Json& json, Considered& out, Texts texts);

template <class E>
requires std::is_enum_v<E>
bool load(const base::Json& json, E& out, Texts) {
    const auto* text = json.if_string();
    const auto value =
        text == nullptr ? std::nullopt : from_written<E>({text->data(), text->size()});
    if (value) {
        out = *value;
    }
    return value.has_value();
}

template <class T>
bool load(const base::Json& json, std::optional<T>& out, Texts texts) {
    return load(json, out.emplace(), texts);
}

template <class T>
bool load(const base::Json& json, std::vector<T>& out, Texts texts) {
    const auto* array = json.if_array();
    if (array == nullptr) {
        return false;
    }
    out.resize(array->size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!load((*array)[i], out[i], texts)) {
            return false;
        }
    }
    return true;
}

// --- As JSON.

inline base::Json json_of(const std::string& value) {
    return base::Json(value);
}
template <class Tag>
base::Json json_of(const base::Id<Tag>& value) {
    return base::Json(value.value);
}
inline base::Json json_of(std::int64_t value) {
    return base::Json(value);
}
inline base::Json json_of(bool value) {
    return base::Json(value);
}
base::Json json_of(base::Instant value);
base::Json json_of(base::CivilDate value);
base::Json json_of(const Text& value);
base::Json json_of(const Considered& value);

template <class E>
requires std::is_enum_v<E> base::Json json_of(E value) {
    return base::Json(written(value));
}

template <class T>
base::Json json_of(const std::optional<T>& value) {
    return json_of(*value);
}

template <class T>
base::Json json_of(const std::vector<T>& value) {
    base::JsonArray array;
    array.reserve(value.size());
    for (const auto& element : value) {
        array.push_back(json_of(element));
    }
    return array;
}

// --- As canonical bytes, without building JSON first.

inline void append(std::string& out, const std::string& value) {
    base::append_json_string(out, value);
}
template <class Tag>
void append(std::string& out, const base::Id<Tag>& value) {
    base::append_json_string(out, value.value);
}
void append(std::string& out, std::int64_t value);
inline void append(std::string& out, bool value) {
    out += value ? "true" : "false";
}
void append(std::string& out, base::Instant value);
void append(std::string& out, base::CivilDate value);
void append(std::string& out, const Text& value);
void append(std::string& out, const Considered& value);

template <class E>
requires std::is_enum_v<E>
void append(std::string& out, E value) {
    out += '"';
    out += written(value);
    out += '"';
}

template <class T>
void append(std::string& out, const std::optional<T>& value) {
    append(out, *value);
}

template <class T>
void append(std::string& out, const std::vector<T>& value) {
    out += '[';
    bool first = true;
    for (const auto& element : value) {
        if (!first) {
            out += ',';
        }
        first = false;
        append(out, element);
    }
    out += ']';
}

// --- The texts in a value.

/// Calls visit(text) for each Text in a value of any field type, const or not.
template <class T, class Visit>
void each_text_in(T& value, const Visit& visit) {
    using Plain = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Plain, Text>) {
        visit(value);
    } else if constexpr (std::is_same_v<Plain, Considered>) {
        visit(value.words);
    } else if constexpr (is_optional<Plain>) {
        if (value) {
            each_text_in(*value, visit);
        }
    } else if constexpr (is_list<Plain>) {
        if constexpr (std::is_same_v<Plain, std::vector<Considered>>) {
            for (auto& element : value) {
                each_text_in(element, visit);
            }
        }
    }
}

// --- Whole structs.

/// Finds members in the order of their names: the next one is tried first, as records are written
/// in that order.
class Cursor {
public:
    explicit Cursor(const base::JsonObject& object) : object_(object), next_(object.begin()) {}

    const base::Json* find(std::string_view key) {
        if (next_ != object_.end() &&
            std::string_view(next_->key().data(), next_->key().size()) == key) {
            const auto* value = &next_->value();
            ++next_;
            return value;
        }
        const auto found = object_.find(key);
        if (found == object_.end()) {
            return nullptr;
        }
        next_ = found + 1;
        return &found->value();
    }

    void skip(std::string_view key) { static_cast<void>(find(key)); }

private:
    const base::JsonObject& object_;
    base::JsonObject::const_iterator next_;
};

/// What was wrong with a stored object, if anything.
struct Problem {
    std::string_view field;
    std::string_view message;
    [[nodiscard]] bool none() const { return message.empty(); }
};

base::Failure failure_of(const Problem& problem);

/// Reads the member of a struct under its key; counts those found.
template <class T>
bool load_member(Cursor& cursor, std::string_view key, T& member, Texts texts, std::size_t& found,
                 Problem& problem) {
    const auto* json = cursor.find(key);
    if (json == nullptr) {
        if constexpr (is_optional<T> || is_list<T>) {
            return true;
        } else {
            problem = {key, "it is missing"};
            return false;
        }
    }
    ++found;
    if (!load(*json, member, texts)) {
        problem = {key, "its value is not of the kind recorded here"};
        return false;
    }
    return true;
}

} // namespace quorate::governance::values

#endif
