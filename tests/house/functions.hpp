#ifndef QUORATE_TESTS_HOUSE_FUNCTIONS_HPP
#define QUORATE_TESTS_HOUSE_FUNCTIONS_HPP
// Finds functions in C++ text, near enough to measure them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::house {

struct Function {
    std::string name;
    std::size_t line = 0;  ///< of its first line, from 1
    std::size_t lines = 0; ///< from the first line of its head to its closing brace
};

/// Functions defined at namespace or class scope, in blanked code (see SourceFile::code). Tables
/// and initialisers are not functions; lambdas belong to the function around them.
std::vector<Function> functions_in(std::string_view code);

} // namespace quorate::house

#endif
