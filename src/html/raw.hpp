#ifndef QUORATE_HTML_RAW_HPP
#define QUORATE_HTML_RAW_HPP
// Markup taken as it is. Only html/ itself may include this: everything else has typed functions.

#include "html/html.hpp"

namespace quorate::html {

/// Bytes that are known to be well-formed and safe HTML. Checks nothing.
Html raw(std::string markup);

} // namespace quorate::html

#endif
