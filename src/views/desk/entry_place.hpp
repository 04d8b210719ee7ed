#ifndef QUORATE_VIEWS_DESK_ENTRY_PLACE_HPP
#define QUORATE_VIEWS_DESK_ENTRY_PLACE_HPP
// Whether a form was taken into the record already, for a second press of its button.

#include "views/reader.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quorate::views {

/// Where an entry stands in the record by its id; nothing for none of that id.
std::optional<std::int64_t> position_of_entry(const Reader& reader, std::string_view id);

/// The agenda number an entry asked for, by the entry's id; nothing when no such entry asked for
/// one.
std::optional<std::int64_t> item_of_entry(const Reader& reader, std::string_view id);

} // namespace quorate::views

#endif
