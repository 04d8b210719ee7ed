#include "html/govuk/table.hpp"

namespace quorate::html::govuk {

namespace {

Attributes cell_attributes(const TableCell& cell, std::string_view base, bool with_format) {
    Attributes attributes = cls(base);
    if (with_format && !cell.format.empty())
        attributes.cls(std::string(base) + "--" + cell.format);
    attributes.cls(cell.classes);
    if (cell.colspan > 0)
        attributes.set("colspan", std::to_string(cell.colspan));
    if (cell.rowspan > 0)
        attributes.set("rowspan", std::to_string(cell.rowspan));
    return std::move(attributes.append(cell.attributes));
}

Html head(const std::vector<TableCell>& cells) {
    if (cells.empty())
        return {};
    std::vector<Html> out;
    for (const TableCell& cell : cells)
        out.push_back(Tag{"th"}(
            attr("scope", "col").append(cell_attributes(cell, "govuk-table__header", true)),
            cell.content));
    return Tag{"thead", "govuk-table__head"}(Tag{"tr", "govuk-table__row"}(out));
}

Html body(const Table& options) {
    std::vector<Html> rows;
    for (const std::vector<TableCell>& row : options.rows) {
        std::vector<Html> cells;
        for (const TableCell& cell : row) {
            if (cells.empty() && options.first_cell_is_header)
                cells.push_back(
                    Tag{"th"}(attr("scope", "row")
                                  .append(cell_attributes(cell, "govuk-table__header", false)),
                              cell.content));
            else
                cells.push_back(
                    Tag{"td"}(cell_attributes(cell, "govuk-table__cell", true), cell.content));
        }
        rows.push_back(Tag{"tr", "govuk-table__row"}(cells));
    }
    return Tag{"tbody", "govuk-table__body"}(rows);
}

} // namespace

Html table(const Table& options) {
    Part caption;
    if (!options.caption.empty())
        caption =
            Tag{"caption", "govuk-table__caption"}(cls(options.caption_classes), options.caption);
    return Tag{"table"}(cls("govuk-table").cls(options.classes).append(options.attributes), caption,
                        head(options.head), body(options));
}

Html scrolling_table(const Table& options) {
    QUORATE_ASSERT(!options.caption.empty());
    return div(cls("q-scroll")
                   .set("role", "region")
                   .set("aria-label", options.caption)
                   .set("tabindex", "0"),
               table(options));
}

} // namespace quorate::html::govuk
