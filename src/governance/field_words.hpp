#ifndef QUORATE_GOVERNANCE_FIELD_WORDS_HPP
#define QUORATE_GOVERNANCE_FIELD_WORDS_HPP
// What a field of an act takes, in words: for messages, help and the reference.

#include "governance/act_table.hpp"

#include <cstddef>
#include <string>

namespace quorate::governance {

inline constexpr std::size_t text_length_max = 4'000;
inline constexpr std::size_t word_length_max = 200;
inline constexpr std::size_t list_length_max = 200;

/// A field's limit: bytes of a text or word, elements of a list.
std::size_t limit_of(const FieldRow& row);
bool is_seat(const FieldRow& row);
/// Whether a list of the field may be written with ranges, such as 1-19,25.
bool takes_ranges(const FieldRow& row);
/// "a date and time", "the id of a meeting", "one of carried, lost", "a list, each a seat".
std::string expected(const FieldRow& row);
/// The same for one value of a list.
std::string expected_of_one(const FieldRow& row);
/// A value the field could have, as written on the command line: 2008-07-01T10:00, kp/m1, 1-19,25.
std::string example(const FieldRow& row);
std::string example_of_one(const FieldRow& row);

} // namespace quorate::governance

#endif
