#ifndef QUORATE_HTML_STACKING_TABLE_HPP
#define QUORATE_HTML_STACKING_TABLE_HPP
// A table of words, whose rows stand one under another where there is no room beside.

#include "html/govuk/table.hpp"

namespace quorate::html {

/// A table like any other; on a narrow screen each row becomes a block whose cells stand below each
/// other under the words of their column. For cells of words: figures to be compared are better in
/// govuk::scrolling_table. The caption must not be empty (assertion).
Html stacking_table(const govuk::Table& options);

} // namespace quorate::html

#endif
