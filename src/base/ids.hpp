#ifndef QUORATE_BASE_IDS_HPP
#define QUORATE_BASE_IDS_HPP
// Strong string identifiers: an id of one kind never passes for another.

#include "base/result.hpp"

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace quorate::base {

inline constexpr std::size_t id_length_max = 80;

/// True for 1 to 80 of a-z 0-9 . _ - / ( ) :, starting and ending with a letter, digit or ')'.
bool is_id(std::string_view text);

/// An identifier of the kind named by Tag. Ids are minted once and never change.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}
    explicit Id(std::string_view text) : value(text) {}
    explicit Id(const char* text) : value(text) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    [[nodiscard]] std::string_view view() const { return value; }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;
};

} // namespace quorate::base

template <class Tag>
struct std::hash<quorate::base::Id<Tag>> {
    std::size_t operator()(const quorate::base::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};

#endif
