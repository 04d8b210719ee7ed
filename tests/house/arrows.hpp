#ifndef QUORATE_TESTS_HOUSE_ARROWS_HPP
#define QUORATE_TESTS_HOUSE_ARROWS_HPP
// Which folder may include which.

#include "source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::house {

/// The folder of src a path lies in: "base" for "src/base/time.cpp" and "base/time.hpp"; empty for
/// src/main.cpp.
std::string layer_of(std::string_view path);
/// Every folder that has a row in the table.
std::vector<std::string> layers();
/// What is wrong with an include, in words; empty when nothing is. `file` begins with "src/".
std::string include_fault(const std::string& file, const Include& include);

} // namespace quorate::house

#endif
