#ifndef QUORATE_CHARTER_EXPLAIN_HPP
#define QUORATE_CHARTER_EXPLAIN_HPP
// What two charters have in common and what not, in plain words. explain() and plain_words() are in
// library.hpp.

#include "charter/charter.hpp"

#include <string>
#include <vector>

namespace quorate::charter {

/// What `b` changes of `a`, a sentence each: rules added, removed and changed, then clauses, then
/// interpretations. Rules are matched by id, clauses by number. Empty when nothing differs but the
/// layout.
std::vector<std::string> differences(const Charter& a, const Charter& b);

} // namespace quorate::charter

#endif
