#ifndef QUORATE_VIEWS_LETTERS_LETTERS_MAKE_HPP
#define QUORATE_VIEWS_LETTERS_LETTERS_MAKE_HPP
// Making letters. Only views/letters includes this.

#include "views/ground.hpp"
#include "views/letters/letters.hpp"

namespace quorate::views {

/// As the partnership signs.
std::string partnership_name(const Ground& ground);

} // namespace quorate::views

#endif
