#ifndef QUORATE_VIEWS_MEMBERSHIP_PLACES_HPP
#define QUORATE_VIEWS_MEMBERSHIP_PLACES_HPP
// Places kept for groups on a body, in words: how many there are, filled and unfilled, and whose
// holder has no place.

#include "views/shown.hpp"

#include <string_view>
#include <vector>

namespace quorate::views {

class Reader;

/// One measure for each rule that keeps places on the body, in its own terms or in another body's.
/// Empty when no terms keep any.
std::vector<Measure> places_of(const Reader& reader, std::string_view body);

/// Somebody is on record as holding a seat of the body, or its record is marked complete: an empty
/// seat is then one that nobody holds, and not one of which nothing is known here.
bool holders_known(const Reader& reader, std::string_view body);

} // namespace quorate::views

#endif
