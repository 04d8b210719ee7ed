#ifndef QUORATE_WEB_DESK_KEPT_FORM_HPP
#define QUORATE_WEB_DESK_KEPT_FORM_HPP
// A form that came without its session, kept so that it can be sent again. Files cannot be: their
// names are kept, to say which are to be chosen again.

#include "html/html.hpp"
#include "http/request.hpp"

#include <string>
#include <string_view>

namespace quorate::web {

inline constexpr std::size_t kept_form_bytes_max = 256 << 10;

/// What was typed into the form of a POST, urlencoded, without its files. Empty when it is no form
/// or longer than kept_form_bytes_max.
std::string kept_form(const http::Request& request);

/// The fields of a kept form, hidden, and a box for each of its files.
struct KeptFields {
    html::Html fields;
    bool files = false; ///< there is something to choose again, so its form is multipart
};
KeptFields kept_fields_of(std::string_view kept);

} // namespace quorate::web

#endif
