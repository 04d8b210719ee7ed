#ifndef QUORATE_GOVERNANCE_FIELD_TYPES_HPP
#define QUORATE_GOVERNANCE_FIELD_TYPES_HPP
// What a field holds, worked out from its C++ type.

#include "governance/act_table.hpp"
#include "governance/codec_names.hpp"

#include <type_traits>

namespace quorate::governance {

/// What an id names, as in "the id of a meeting".
template <class Id>
inline constexpr std::string_view id_of{};
template <>
inline constexpr std::string_view id_of<BodyId> = "body";
template <>
inline constexpr std::string_view id_of<OrganisationId> = "organisation";
template <>
inline constexpr std::string_view id_of<PersonId> = "person";
template <>
inline constexpr std::string_view id_of<OfficeId> = "office";
template <>
inline constexpr std::string_view id_of<SeatRef> = "seat";
template <>
inline constexpr std::string_view id_of<MeetingId> = "meeting";
template <>
inline constexpr std::string_view id_of<DecisionId> = "decision";
template <>
inline constexpr std::string_view id_of<ActionId> = "action";
template <>
inline constexpr std::string_view id_of<InterestId> = "interest";
template <>
inline constexpr std::string_view id_of<CommitmentId> = "commitment";
template <>
inline constexpr std::string_view id_of<Matter> = "matter";
template <>
inline constexpr std::string_view id_of<EntryId> = "entry";

template <class T>
constexpr FieldKind kind_of_type() {
    if constexpr (std::is_same_v<T, Text>) {
        return FieldKind::text;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return FieldKind::word;
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        return FieldKind::number;
    } else if constexpr (std::is_same_v<T, bool>) {
        return FieldKind::yes_no;
    } else if constexpr (std::is_same_v<T, base::Instant>) {
        return FieldKind::instant;
    } else if constexpr (std::is_same_v<T, base::CivilDate>) {
        return FieldKind::date;
    } else if constexpr (std::is_enum_v<T>) {
        return FieldKind::choice;
    } else if constexpr (std::is_same_v<T, Considered>) {
        return FieldKind::object;
    } else {
        static_assert(!id_of<T>.empty(), "a field of an act has a type that has no kind");
        return FieldKind::identifier;
    }
}

/// A single value that must be given.
template <class T>
struct FieldType {
    using Value = T;
    static constexpr bool list = false;
    static constexpr bool required = true;
};
template <class T>
struct FieldType<std::optional<T>> {
    using Value = T;
    static constexpr bool list = false;
    static constexpr bool required = false;
};
template <class T>
struct FieldType<std::vector<T>> {
    using Value = T;
    static constexpr bool list = true;
    static constexpr bool required = false;
};

template <class S, class T>
T member_type(T S::*);

/// Fills in what the type of the member says: kind, list, required, of, choices.
template <class S, class Descriptor>
constexpr void describe_type(FieldRow& row) {
    using Type = FieldType<decltype(member_type(Descriptor::pointer))>;
    using Value = typename Type::Value;
    row.kind = kind_of_type<Value>();
    row.list = Type::list;
    row.required = Type::required;
    row.of = id_of<Value>;
    if constexpr (std::is_enum_v<Value>) {
        row.choices = EnumNames<Value>::names;
    }
}

} // namespace quorate::governance

#endif
