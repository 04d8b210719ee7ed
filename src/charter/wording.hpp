#ifndef QUORATE_CHARTER_WORDING_HPP
#define QUORATE_CHARTER_WORDING_HPP
// Small words for rules: numbers, fractions, roles, offices and ids as people say them.

#include "base/fraction.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// "three" up to ten, then digits.
std::string number_words(std::int64_t number);
/// "half", "two thirds", "3/8".
std::string fraction_words(const base::Fraction& fraction);
/// "once", "twice", "three times".
std::string times_words(std::int64_t times);
/// Hyphens and underscores as spaces: "record-arrival" is "record arrival".
std::string spaced(std::string_view id);
/// A body's or organisation's id: "KCC", "district LSPs"; short ids and words without a vowel in
/// capitals.
std::string name_words(std::string_view id);
/// An act: "exclude-member" is "exclude a member", "order-agenda" "order the agenda".
std::string act_words(std::string_view act);
/// Who, in a sentence: "the Chair", "members", "the servicing officer", "KCC".
std::string who_words(std::string_view role);
std::string who_words(const std::vector<std::string>& roles, std::string_view last_joint);
/// An outside office: "leader(kcc)" is "the Leader of KCC".
std::string office_words(std::string_view office);
/// "a, b or c", each spaced.
std::string choice_words(const std::vector<std::string>& ids, std::string_view last_joint);
/// With its first letter a capital.
std::string capitalised(std::string text);
/// Without a full stop at the end.
std::string without_stop(std::string_view text);

} // namespace quorate::charter

#endif
