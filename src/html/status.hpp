#ifndef QUORATE_HTML_STATUS_HPP
#define QUORATE_HTML_STATUS_HPP
// The word of a verdict or a rating, always with its shape and colour.

#include "html/html.hpp"

namespace quorate::html {

enum class Status {
    permitted,        ///< Permitted, a green disc
    refused,          ///< Refused, a red square
    needs_discretion, ///< Needs discretion, an amber diamond
    undetermined,     ///< Undetermined, a grey ring
    breach_recorded,  ///< Breach recorded, an amber triangle
    rated_green,      ///< Green, a green disc
    rated_amber,      ///< Amber, an amber triangle
    rated_red,        ///< Red, a red square
    no_data           ///< No data, a grey ring
};

/// "Permitted", "Refused" and so on.
std::string_view word(Status status);
/// The end of the class names of a status: "permitted", "refused", "discretion", "undetermined",
/// "breach".
std::string_view colour_class(Status status);

/// The word with its shape before it.
Html status_word(Status status);
/// Another word in the same shape and colour: `status_word(Status::permitted, "Met")`.
Html status_word(Status status, const Part& words);

} // namespace quorate::html

#endif
