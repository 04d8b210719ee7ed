#ifndef QUORATE_GOVERNANCE_CODEC_NAMES_HPP
#define QUORATE_GOVERNANCE_CODEC_NAMES_HPP
// How names in C++ are written in JSON, scenarios and on the command line, worked out while
// compiling.

#include <algorithm>
#include <array>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <cstddef>
#include <optional>
#include <string_view>

namespace quorate::governance {

/// A short name held in the program itself.
struct FixedName {
    std::array<char, 64> chars{};
    std::size_t size = 0;

    constexpr void add(char c) { chars.at(size++) = c; }
    [[nodiscard]] constexpr std::string_view view() const { return {chars.data(), size}; }
};

template <class T>
constexpr auto function_name() {
    return std::string_view(__PRETTY_FUNCTION__);
}

/// The unqualified name of a class, as the compiler spells it.
template <class T>
constexpr std::string_view class_name() {
    std::string_view name = function_name<T>();
    name = name.substr(0, name.find_last_of(']'));
    return name.substr(name.find_last_of(": ") + 1);
}

constexpr FixedName hyphenated(std::string_view pascal) {
    FixedName out;
    for (const char c : pascal) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital && out.size > 0) {
            out.add('-');
        }
        out.add(capital ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

constexpr std::string_view without_trailing_underscore(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

constexpr FixedName enumerator_written(std::string_view name) {
    FixedName out;
    for (const char c : without_trailing_underscore(name)) {
        out.add(c == '_' ? '-' : c);
    }
    return out;
}

template <class T>
inline constexpr FixedName type_name_storage = hyphenated(class_name<T>());

/// An act's or event's name: ConveneMeeting is convene-meeting.
template <class T>
inline constexpr std::string_view type_name = type_name_storage<T>.view();

template <class Descriptor>
inline constexpr FixedName enumerator_storage = enumerator_written(Descriptor::name);

template <class E, class List = boost::describe::describe_enumerators<E>>
struct EnumNames;

template <class E, template <class...> class List, class... D>
struct EnumNames<E, List<D...>> {
    static constexpr std::array<std::string_view, sizeof...(D)> names = {
        enumerator_storage<D>.view()...};
    static constexpr std::array<E, sizeof...(D)> values = {D::value...};
};

/// The written form of an enumerator: e_mail is e-mail, public_ is public.
template <class E>
constexpr std::string_view written(E value) {
    using Names = EnumNames<E>;
    for (std::size_t i = 0; i < Names::values.size(); ++i) {
        if (Names::values[i] == value) {
            return Names::names[i];
        }
    }
    return "?";
}

/// The enumerator with this written form, or nothing.
template <class E>
constexpr std::optional<E> from_written(std::string_view text) {
    using Names = EnumNames<E>;
    for (std::size_t i = 0; i < Names::names.size(); ++i) {
        if (Names::names[i] == text) {
            return Names::values[i];
        }
    }
    return std::nullopt;
}

template <class S>
using MembersOf = boost::describe::describe_members<S, boost::describe::mod_public>;

template <class S>
inline constexpr std::size_t member_count = boost::mp11::mp_size<MembersOf<S>>::value;

/// A member's name as a field: for_ is for.
template <class Descriptor>
constexpr std::string_view field_name() {
    return without_trailing_underscore(Descriptor::name);
}

template <class List>
struct FieldNames;

template <template <class...> class List, class... D>
struct FieldNames<List<D...>> {
    static constexpr std::array<std::string_view, sizeof...(D)> value = {field_name<D>()...};
};

/// The fields of a described struct, in order.
template <class S>
inline constexpr auto field_names = FieldNames<MembersOf<S>>::value;

/// Names in the order of their bytes, each with its place in the list it came from.
struct SortedName {
    std::string_view name;
    std::size_t index = 0;
};

template <std::size_t N>
constexpr std::array<SortedName, N> sorted_names(const std::array<std::string_view, N>& names) {
    std::array<SortedName, N> out{};
    for (std::size_t i = 0; i < N; ++i) {
        out[i] = {names[i], i};
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

/// The place of a name in the list it came from, or N.
template <std::size_t N>
std::size_t index_in(const std::array<SortedName, N>& sorted, std::string_view name) {
    const auto found = std::lower_bound(
        sorted.begin(), sorted.end(), name,
        [](const SortedName& entry, std::string_view key) { return entry.name < key; });
    return found != sorted.end() && found->name == name ? found->index : N;
}

template <class Variant>
struct AlternativeNames;

template <template <class...> class Variant, class... T>
struct AlternativeNames<Variant<T...>> {
    static constexpr std::array<std::string_view, sizeof...(T)> value = {type_name<T>...};
};

} // namespace quorate::governance

#endif
