#ifndef QUORATE_GOVERNANCE_WORD_FORMS_HPP
#define QUORATE_GOVERNANCE_WORD_FORMS_HPP
// Words of acts that must have a certain form beyond their limit, because they stand in the record
// for everyone to read. A row of the act table names the form in `of`.

#include "governance/act_table.hpp"

#include <string_view>

namespace quorate::governance {

struct WordForm {
    std::string_view of;       ///< exemption
    std::string_view pattern;  ///< of the whole word, as ECMAScript writes it
    std::string_view expected; ///< "an exemption by its number"
    std::string_view example;
    std::string_view help; ///< what to do when it does not fit
};

/// The form of a field's words; null when any word will do.
const WordForm* form_of(const FieldRow& row);
bool fits(const WordForm& form, std::string_view word);

} // namespace quorate::governance

#endif
