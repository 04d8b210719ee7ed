#ifndef QUORATE_HTML_MARKDOWN_HPP
#define QUORATE_HTML_MARKDOWN_HPP
// Markdown (CommonMark) as HTML. Raw HTML and unsafe links in it are left out.

#include "html/html.hpp"

namespace quorate::html {

/// The rendered text, to be set in an element of class q-prose. `heading_shift` is added to heading
/// levels, so that a document's "#" may stand below the page's own heading; levels stop at 6.
Html markdown(std::string_view text, int heading_shift = 0);

/// The same for what people typed: lines end where they ended them, and what looks like HTML, such
/// as "<option A>", stands as they typed it.
Html typed_markdown(std::string_view text, int heading_shift = 0);

/// HTML that cmark has made already without raw HTML in it, such as the words of a charter's
/// clause. Checks nothing: for text that came in by charter::parse() only.
Html rendered(std::string markup);

} // namespace quorate::html

#endif
