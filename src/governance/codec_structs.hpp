#ifndef QUORATE_GOVERNANCE_CODEC_STRUCTS_HPP
#define QUORATE_GOVERNANCE_CODEC_STRUCTS_HPP
// Whole acts and events, member by member in the order of their written names. Used by the codec
// only.

#include "governance/codec_values.hpp"

#include <utility>

namespace quorate::governance::values {

/// Where the names of an event's own keys go among those of its members; acts have none.
enum class Envelope { none, event };

inline constexpr std::string_view type_key = "type";
inline constexpr std::string_view version_key = "version";

/// A member's key. In an event a member called `type` is written "kind", because "type" names the
/// event.
constexpr std::string_view key_of(Envelope envelope, std::string_view name) {
    return envelope == Envelope::event && name == type_key ? std::string_view("kind") : name;
}

/// The written keys of S in the order of their bytes. Indices of N and N+1 stand for an event's
/// "type" and "version".
template <class S, Envelope envelope>
constexpr auto make_sorted_keys() {
    constexpr std::size_t own = envelope == Envelope::event ? 2 : 0;
    std::array<std::string_view, member_count<S> + own> keys{};
    for (std::size_t i = 0; i < member_count<S>; ++i) {
        keys[i] = key_of(envelope, field_names<S>[i]);
    }
    if constexpr (envelope == Envelope::event) {
        keys[member_count<S>] = type_key;
        keys[member_count<S> + 1] = version_key;
    }
    return sorted_names(keys);
}

template <class S, Envelope envelope>
inline constexpr auto sorted_keys = make_sorted_keys<S, envelope>();

template <class S, Envelope envelope>
constexpr bool keys_differ() {
    const auto& keys = sorted_keys<S, envelope>;
    return std::adjacent_find(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
               return a.name == b.name;
           }) == keys.end();
}

/// Calls visit(key, member pointer or nullptr_t) for each key of S in the order of the bytes of the
/// keys.
template <class S, Envelope envelope, class Visit>
void each_key(const Visit& visit) {
    static_assert(keys_differ<S, envelope>(), "two members of the struct are written with one key");
    constexpr const auto& keys = sorted_keys<S, envelope>;
    const auto one = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
        constexpr auto index = keys[I].index;
        if constexpr (index < member_count<S>) {
            return visit(keys[I].name, boost::mp11::mp_at_c<MembersOf<S>, index>::pointer);
        } else {
            return visit(keys[I].name, nullptr);
        }
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        static_cast<void>((one(std::integral_constant<std::size_t, I>{}) && ...));
    }
    (std::make_index_sequence<keys.size()>{});
}

template <class Pointer>
inline constexpr bool is_member = !std::is_same_v<Pointer, std::nullptr_t>;

/// Reads a struct from an object that holds its members and nothing else but the keys of its
/// envelope.
template <class S, Envelope envelope>
Problem load_struct(const base::JsonObject& object, S& out, Texts texts) {
    Cursor cursor(object);
    Problem problem;
    std::size_t found = 0;
    each_key<S, envelope>([&](std::string_view key, auto pointer) {
        if constexpr (is_member<decltype(pointer)>) {
            return load_member(cursor, key, out.*pointer, texts, found, problem);
        } else {
            cursor.skip(key);
            ++found;
            return true;
        }
    });
    if (problem.none() && found != object.size()) {
        for (const auto& member : object) {
            const std::string_view key(member.key().data(), member.key().size());
            if (index_in(sorted_keys<S, envelope>, key) == sorted_keys<S, envelope>.size()) {
                return {key, "it is not known here"};
            }
        }
    }
    return problem;
}

/// Adds the members of a struct to an object, in the order of the bytes of their keys. For an event
/// `type` and `version` are put among them.
template <class S, Envelope envelope>
void store_struct(base::JsonObject& object, const S& in, std::string_view type = {},
                  std::int64_t version = 0) {
    each_key<S, envelope>([&](std::string_view key, auto pointer) {
        if constexpr (is_member<decltype(pointer)>) {
            if (!left_out(in.*pointer)) {
                object.emplace(key, json_of(in.*pointer));
            }
        } else if (key == type_key) {
            object.emplace(key, type);
        } else {
            object.emplace(key, version);
        }
        return true;
    });
}

/// Appends a struct as a canonical JSON object.
template <class S, Envelope envelope>
void append_struct(std::string& out, const S& in, std::string_view type = {},
                   std::int64_t version = 0) {
    out += '{';
    bool first = true;
    const auto begin = [&](std::string_view key) {
        out += first ? "\"" : ",\"";
        first = false;
        out += key;
        out += "\":";
    };
    each_key<S, envelope>([&](std::string_view key, auto pointer) {
        if constexpr (is_member<decltype(pointer)>) {
            if (!left_out(in.*pointer)) {
                begin(key);
                append(out, in.*pointer);
            }
        } else {
            begin(key);
            if (key == type_key) {
                out += '"';
                out += type;
                out += '"';
            } else {
                append(out, version);
            }
        }
        return true;
    });
    out += '}';
}

/// Calls visit(index of the member, text) for each Text of a struct, const or not.
template <class S, class Visit>
void each_text_of(S& in, const Visit& visit) {
    std::size_t index = 0;
    boost::mp11::mp_for_each<MembersOf<std::remove_const_t<S>>>([&](auto descriptor) {
        each_text_in(in.*descriptor.pointer, [&](auto& text) { visit(index, text); });
        ++index;
    });
}

} // namespace quorate::governance::values

#endif
