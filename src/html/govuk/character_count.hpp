#ifndef QUORATE_HTML_GOVUK_CHARACTER_COUNT_HPP
#define QUORATE_HTML_GOVUK_CHARACTER_COUNT_HPP
// GOV.UK character count: a textarea that says how much it takes; a script counts what is left.

#include "html/govuk/textarea.hpp"

namespace quorate::html::govuk {

struct CharacterCount {
    Textarea textarea = {};
    int characters_max = 0;       ///< 0: no limit in characters
    int words_max = 0;            ///< 0: no limit in words; goes before characters
    std::string threshold = {};   ///< percent of the limit at which the script begins to say so
    std::string count_type = {};  ///< empty: "words" with words_max
    std::string description = {}; ///< with "%{count}" for the limit; empty: our own words
    std::string message_classes = {};
    Attributes words = {}; ///< the script's words in other languages, data-i18n
};

Html character_count(const CharacterCount& options);

} // namespace quorate::html::govuk

#endif
