#ifndef QUORATE_GOVERNANCE_ACT_ROWS_HPP
#define QUORATE_GOVERNANCE_ACT_ROWS_HPP
// For the table.cpp files: writing rows of the act table that do not compile unless they match
// their acts.

#include "governance/field_types.hpp"

namespace quorate::governance {

/// One field as a row writes it; the rest comes from the struct.
struct FieldText {
    std::string_view name;
    std::string_view label;
    std::string_view hint{};
    std::size_t length_max = 0;
    bool personal = false;
    std::string_view of{};                       ///< the form of a word, see word_forms.hpp
    std::span<const std::string_view> choices{}; ///< the only words there may be
};

/// A word that is one of a few is a choice like any other.
constexpr void narrow(FieldRow& row, const FieldText& text) {
    if (!text.of.empty()) {
        row.of = text.of;
    }
    if (!text.choices.empty()) {
        row.kind = FieldKind::choice;
        row.choices = text.choices;
    }
}

template <class S, std::size_t N>
struct WrittenRow {
    using Act = S;
    Force force{};
    std::string_view help;
    std::array<FieldRow, N> fields{};
};

/// The row of the act S: its force, its line of help, and its fields in the order of the struct.
template <class S, std::size_t N>
consteval WrittenRow<S, N> written_row(Force force, std::string_view help,
                                       const FieldText (&texts)[N]) {
    static_assert(N == member_count<S>, "the row has more or fewer fields than the act");
    WrittenRow<S, N> row{force, help, {}};
    for (std::size_t i = 0; i < N; ++i) {
        row.fields[i] = {texts[i].name, texts[i].label, texts[i].hint, texts[i].length_max,
                         texts[i].personal};
    }
    [&]<class... D>(boost::mp11::mp_list<D...>) {
        std::size_t i = 0;
        (describe_type<S, D>(row.fields[i++]), ...);
    }(boost::mp11::mp_rename<MembersOf<S>, boost::mp11::mp_list>{});
    for (std::size_t i = 0; i < N; ++i) {
        narrow(row.fields[i], texts[i]);
    }
    return row;
}

template <class S, std::size_t N>
consteval bool names_match(const WrittenRow<S, N>& row) {
    return std::equal(
        row.fields.begin(), row.fields.end(), field_names<S>.begin(), field_names<S>.end(),
        [](const FieldRow& field, std::string_view name) { return field.name == name; });
}

/// The first act of each feature in the list of acts; the next feature starts where one ends.
constexpr std::size_t first_act(Feature feature) {
    using boost::mp11::mp_find;
    switch (feature) {
    case Feature::bodies:
        return mp_find<ActVariant, acts::EstablishBody>::value;
    case Feature::membership:
        return mp_find<ActVariant, acts::RegisterOrganisation>::value;
    case Feature::meetings:
        return mp_find<ActVariant, acts::SetProgramme>::value;
    case Feature::interests:
        return mp_find<ActVariant, acts::RegisterInterest>::value;
    case Feature::decisions:
        return mp_find<ActVariant, acts::NoteItem>::value;
    case Feature::minutes:
        return mp_find<ActVariant, acts::DraftMinutes>::value;
    }
    return act_count;
}

constexpr std::size_t end_of_acts(Feature feature) {
    return feature == Feature::minutes
               ? act_count
               : first_act(static_cast<Feature>(static_cast<int>(feature) + 1));
}

constexpr Feature feature_of(std::size_t act_index) {
    auto feature = Feature::bodies;
    while (end_of_acts(feature) <= act_index) {
        feature = static_cast<Feature>(static_cast<int>(feature) + 1);
    }
    return feature;
}

/// A written row as the table holds it. `written` must last as long as the program.
template <const auto& written>
consteval ActRow act_row() {
    using S = typename std::remove_cvref_t<decltype(written)>::Act;
    static_assert(names_match(written), "a field of the row is missing, misspelt or out of order");
    constexpr auto index = boost::mp11::mp_find<ActVariant, S>::value;
    return {type_name<S>, feature_of(index), written.force, written.help, written.fields};
}

/// Whether the rows are those of all the feature's acts, in order.
template <std::size_t N>
consteval bool covers(Feature feature, const std::array<ActRow, N>& rows) {
    const auto& names = AlternativeNames<ActVariant>::value;
    const auto first = first_act(feature);
    if (end_of_acts(feature) - first != N) {
        return false;
    }
    for (std::size_t i = 0; i < N; ++i) {
        if (rows[i].name != names[first + i]) {
            return false;
        }
    }
    return true;
}

std::span<const ActRow> bodies_rows();
std::span<const ActRow> membership_rows();
std::span<const ActRow> meetings_rows();
std::span<const ActRow> interests_rows();
std::span<const ActRow> decisions_rows();
std::span<const ActRow> minutes_rows();

} // namespace quorate::governance

#endif
