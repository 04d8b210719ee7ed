#ifndef QUORATE_WEB_TERMS_PARTS_HPP
#define QUORATE_WEB_TERMS_PARTS_HPP
// Terms of reference as they are read: each clause with its rules beside it.

#include "web/frame.hpp"

namespace quorate::web {

/// Every clause with the rules it carries, without headings of the page around it.
html::Html terms_text(const Visit& visit, const views::TermsPage& page);

} // namespace quorate::web

#endif
