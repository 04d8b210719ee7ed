#ifndef QUORATE_TESTS_WEB_WALK_ADDRESSES_HPP
#define QUORATE_TESTS_WEB_WALK_ADDRESSES_HPP
// What the walks have in common: the table of who may see what, the routes of the site, and every
// address they stand for in the made-up partnership.

#include "walk_world.hpp"

namespace quorate::web_tests {

/// thing -> kind of reader -> may see it.
using Table = std::map<std::string, std::map<std::string, bool>>;

/// The table of docs/who-may-see.md.
Table table_of_docs();
/// "GET /{p}/meetings" of every route that is asked by that method.
std::vector<std::string> routes_of_site(const std::string& method);
/// Every address the pattern can stand for here.
std::vector<std::string> addresses(const WalkWorld& world, const std::string& pattern);

} // namespace quorate::web_tests

#endif
