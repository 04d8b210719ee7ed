#ifndef QUORATE_HTML_GOVUK_TABLE_HPP
#define QUORATE_HTML_GOVUK_TABLE_HPP
// GOV.UK table.

#include "html/html.hpp"

namespace quorate::html::govuk {

/// One cell; text and Html convert to it: `{"Members", numeric(40), a(url, "Minutes")}`.
struct TableCell {
    Part content = {};
    std::string format = {}; ///< "numeric" sets figures to the right
    std::string classes = {};
    int colspan = 0;
    int rowspan = 0;
    Attributes attributes = {};

    TableCell() = default;
    template <PartLike T>
    TableCell(const T& part) : content(part) {}
};

/// A cell whose figures stand to the right, in tabular figures.
template <PartLike T>
TableCell numeric(const T& part) {
    TableCell cell(part);
    cell.format = "numeric";
    return cell;
}

struct Table {
    std::string caption = {};
    std::string caption_classes = {}; ///< such as "govuk-table__caption--m"
    std::vector<TableCell> head = {};
    std::vector<std::vector<TableCell>> rows = {};
    bool first_cell_is_header = false;
    std::string classes = {};
    Attributes attributes = {};
};

Html table(const Table& options);

/// The table in a region of its own that scrolls sideways on a narrow screen and can be reached by
/// keyboard. The region is named by the caption, which must not be empty (assertion).
Html scrolling_table(const Table& options);

} // namespace quorate::html::govuk

#endif
