#ifndef QUORATE_GOVERNANCE_WORDS_HPP
#define QUORATE_GOVERNANCE_WORDS_HPP
// Words for people: small numbers, dates, and who is meant. Sentences for reason codes are in
// words.cpp.

#include "governance/ruling.hpp"

#include <string>
#include <string_view>

namespace quorate::governance {

/// "no", "one" to "twelve", then figures: "13".
std::string number_words(std::int64_t number);
/// The same, but "none" for no: "the register has none".
std::string count_words(std::int64_t number);
/// "once", "twice", "four times".
std::string times_words(std::int64_t number);
/// The number in words with the noun that fits: "one seat", "three seats".
std::string counted(std::int64_t number, std::string_view one, std::string_view many);
/// Who is meant by a role, an office or an actor as written: "chair" gives "the Chair", "seat:kp/7"
/// gives "seat kp/7".
std::string who_words(std::string_view written);
/// A fact's value as people read it: dates as "Tuesday 17 June 2008", yes-no and words as they are.
std::string value_words(const Fact& fact);
/// With a capital letter in front and a full stop behind.
std::string as_sentence(std::string text);

/// Fills the first of the templates for which every fact is there. "{present}" is a value,
/// "{days:words}" a number in words ("{spare:count}" says none for no), "{days:day|days}" the noun
/// that fits, "{actor:who}" a person or role,
/// "{was:plain}" a code or other hyphened name as words; {clause} is the reason's own. Never leaves
/// a brace.
std::string fill(const Reason& reason, std::initializer_list<std::string_view> templates);

} // namespace quorate::governance

#endif
