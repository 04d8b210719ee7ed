#ifndef QUORATE_HTML_GOVUK_DATE_INPUT_HPP
#define QUORATE_HTML_GOVUK_DATE_INPUT_HPP
// GOV.UK date input: a date people know, in boxes for day, month and year.

#include "html/govuk/field.hpp"

namespace quorate::html::govuk {

struct DatePart {
    std::string name = {};  ///< "day", "month" or "year"
    std::string label = {}; ///< empty: the name with a capital
    std::string id = {};    ///< empty: made from the whole's id and the name
    std::string value = {};
    std::optional<bool> error = {}; ///< none: wrong when the whole is and no part says it is
    int width = 0;                  ///< in characters, 2 or 4; 0: what the name needs
    std::string inputmode = "numeric";
    std::string autocomplete = {};
    std::string pattern = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct DateInput {
    std::string id = {};
    std::string name_prefix = {}; ///< of the parts' names: "deadline" makes "deadline-day"
    FieldWords words = {};
    std::optional<Fieldset> fieldset = {}; ///< its legend asks for the date
    std::vector<DatePart> parts = {{.name = "day"}, {.name = "month"}, {.name = "year"}};
    std::string classes = {};
    Attributes attributes = {};
};

Html date_input(const DateInput& options);

} // namespace quorate::html::govuk

#endif
