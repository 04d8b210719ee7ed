#include "views/desk/entry_place.hpp"

#include "views/ground.hpp"

namespace quorate::views {

std::optional<std::int64_t> position_of_entry(const Reader& reader, std::string_view id) {
    const auto* line = reader.ground().state().entries.find(governance::EntryId(id));
    return line == nullptr ? std::nullopt : std::optional(line->position);
}

std::optional<std::int64_t> item_of_entry(const Reader& reader, std::string_view id) {
    const auto* line = reader.ground().state().entries.find(governance::EntryId(id));
    return line == nullptr ? std::nullopt : line->item;
}

} // namespace quorate::views
