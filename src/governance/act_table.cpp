#include "governance/act_table.hpp"

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

constexpr auto names = sorted_names(AlternativeNames<ActVariant>::value);

std::array<ActRow, act_count> joined() {
    std::array<ActRow, act_count> table;
    auto* next = table.data();
    for (const auto rows : {bodies_rows(), membership_rows(), meetings_rows(), interests_rows(),
                            decisions_rows(), minutes_rows()}) {
        next = std::copy(rows.begin(), rows.end(), next);
    }
    QUORATE_ASSERT(next == table.data() + table.size());
    return table;
}

} // namespace

std::string_view name_of(Feature feature) {
    switch (feature) {
    case Feature::bodies:
        return "bodies";
    case Feature::membership:
        return "membership";
    case Feature::meetings:
        return "meetings";
    case Feature::interests:
        return "interests";
    case Feature::decisions:
        return "decisions";
    case Feature::minutes:
        return "minutes";
    }
    QUORATE_ASSERT(!"a feature without a name");
}

std::span<const ActRow> act_table() {
    static const auto table = joined();
    return table;
}

const ActRow& row_of(const Act& act) {
    return act_table()[act.index()];
}

std::size_t act_index(std::string_view name) {
    return index_in(names, name);
}

const ActRow* find_act(std::string_view name) {
    const auto index = act_index(name);
    return index == act_count ? nullptr : &act_table()[index];
}

} // namespace quorate::governance
