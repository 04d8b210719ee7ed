#ifndef QUORATE_GOVERNANCE_MEMBERSHIP_MATCHING_HPP
#define QUORATE_GOVERNANCE_MEMBERSHIP_MATCHING_HPP
// Filling places: which of the people put forward can fill the places kept for a group, when
// several kinds of holder may and some kinds are limited (four district Leaders, or the Chairman of
// the Fire Authority among them). A matching of people to places, not a count: one person fills one
// place. Pure arithmetic; membership/places.hpp asks it of the register.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace quorate::governance {

/// Places kept together, and how many of them each kind of holder may have.
struct PlaceGroup {
    std::int64_t count = 0;
    std::vector<std::optional<std::int64_t>> limits; ///< one a kind; empty for no limit of its own
};

/// A person may fill a place of a group, as one kind of holder. Numbers are indexes.
struct PlaceClaim {
    std::size_t person = 0;
    std::size_t group = 0;
    std::size_t kind = 0;

    friend bool operator==(const PlaceClaim&, const PlaceClaim&) = default;
};

struct PlaceFilling {
    std::vector<PlaceClaim> placed;     ///< by person; as many people as can be placed at once
    std::vector<std::int64_t> filled;   ///< one a group
    std::vector<std::int64_t> unfilled; ///< one a group: its count less those filled
    std::vector<std::size_t> left_over; ///< people with no place, in order
};

/// Claims looked at; those after it are left out. A body's register has a few dozen.
inline constexpr std::size_t place_claims_max = 20'000;
/// People looked at; those after it are left over.
inline constexpr std::size_t placed_people_max = 2'000;

/// Places as many people as can be, each at most once, no group over its count and no kind over its
/// limit. People earlier in order keep their place where either could have it. Claims that name a
/// person, group or kind that is not there are left out; a count or limit below nought is nought.
PlaceFilling fill_places(const std::vector<PlaceGroup>& groups, std::size_t people,
                         std::vector<PlaceClaim> claims);

} // namespace quorate::governance

#endif
