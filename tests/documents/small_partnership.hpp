#ifndef QUORATE_TESTS_DOCUMENTS_SMALL_PARTNERSHIP_HPP
#define QUORATE_TESTS_DOCUMENTS_SMALL_PARTNERSHIP_HPP
// A small partnership, made up, on two days.

#include "views/architecture/architecture.hpp"

namespace quorate::documents_tests {

/// A forum, its board, three groups under the board (one set up by statute, one proposed), an
/// organisation outside.
views::ArchitecturePage before();
/// The council that takes the forum's place, and six panels that are alike.
views::ArchitecturePage after();
views::ArchitectureComparison between();

} // namespace quorate::documents_tests

#endif
