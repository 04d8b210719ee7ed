#include "html/stacking_table.hpp"

namespace quorate::html {

namespace {

/// Roles are named because some browsers forget those of a table that is laid out otherwise.
govuk::TableCell with_role(govuk::TableCell cell, std::string_view role) {
    cell.attributes.set("role", role);
    return cell;
}

/// The cell with the words of its column, which only a narrow screen shows.
govuk::TableCell labelled(govuk::TableCell cell, const Part& label, std::string_view role) {
    if (!cell.content.empty() && !label.empty()) {
        cell.content = fragment(span(cls("q-stacking__label").set("aria-hidden", "true"), label),
                                cell.content);
    }
    return with_role(std::move(cell), role);
}

} // namespace

Html stacking_table(const govuk::Table& options) {
    QUORATE_ASSERT(!options.caption.empty());
    auto table = options;
    table.classes += table.classes.empty() ? "q-stacking" : " q-stacking";
    table.attributes.set("role", "table");
    for (auto& cell : table.head) {
        cell = with_role(std::move(cell), "columnheader");
    }
    for (auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool heads = i == 0 && options.first_cell_is_header;
            // The head of a row needs no words above it.
            const auto label = heads || i >= options.head.size() ? Part() : options.head[i].content;
            row[i] = labelled(std::move(row[i]), label, heads ? "rowheader" : "cell");
        }
    }
    return govuk::table(table);
}

} // namespace quorate::html
