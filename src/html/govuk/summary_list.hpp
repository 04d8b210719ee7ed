#ifndef QUORATE_HTML_GOVUK_SUMMARY_LIST_HPP
#define QUORATE_HTML_GOVUK_SUMMARY_LIST_HPP
// GOV.UK summary list: names and values, each with what can be done about it.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct SummaryAction {
    Part content = {};
    Url href;
    std::string visually_hidden_text =
        {}; ///< completes the link for a screen reader: "place of meeting"
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryRow {
    Part key = {};
    Part value = {};
    std::vector<SummaryAction> actions = {};
    std::string classes = {};
    std::string key_classes = {};
    std::string value_classes = {};
    std::string actions_classes = {};
};

/// A border and a title around the list.
struct SummaryCard {
    Part title = {};
    int heading_level = 2;
    std::vector<SummaryAction> actions = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryList {
    std::vector<SummaryRow> rows = {};
    std::optional<SummaryCard> card = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html summary_list(const SummaryList& options);

} // namespace quorate::html::govuk

#endif
