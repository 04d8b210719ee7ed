#include "html/govuk/summary_list.hpp"

namespace quorate::html::govuk {

namespace {

Html action_link(const SummaryAction& action, const Part& card_title) {
    Part hidden;
    if (!action.visually_hidden_text.empty() || !card_title.empty()) {
        Html words;
        if (!action.visually_hidden_text.empty())
            words += fragment(" ", action.visually_hidden_text);
        if (!card_title.empty())
            words += fragment(" (", card_title, ")");
        hidden = hidden_text(words);
    }
    return a(cls(action.classes).append(action.attributes), action.href, action.content, hidden);
}

Html row_actions(const SummaryRow& row, const Part& card_title) {
    if (row.actions.empty())
        return {};
    const Attributes attributes = cls("govuk-summary-list__actions").cls(row.actions_classes);
    if (row.actions.size() == 1)
        return dd(attributes, action_link(row.actions.front(), card_title));
    std::vector<Html> items;
    for (const SummaryAction& action : row.actions)
        items.push_back(
            li(cls("govuk-summary-list__actions-list-item"), action_link(action, card_title)));
    return dd(attributes, Tag{"ul", "govuk-summary-list__actions-list"}(items));
}

Html list(const SummaryList& options, const Part& card_title) {
    bool any_actions = false;
    for (const SummaryRow& row : options.rows)
        any_actions = any_actions || !row.actions.empty();
    std::vector<Html> rows;
    for (const SummaryRow& row : options.rows) {
        Attributes attributes = cls("govuk-summary-list__row");
        if (any_actions && row.actions.empty())
            attributes.cls("govuk-summary-list__row--no-actions");
        attributes.cls(row.classes);
        rows.push_back(div(attributes,
                           dt(cls("govuk-summary-list__key").cls(row.key_classes), row.key),
                           dd(cls("govuk-summary-list__value").cls(row.value_classes), row.value),
                           row_actions(row, card_title)));
    }
    return dl(cls("govuk-summary-list").cls(options.classes).append(options.attributes), rows);
}

Html card_actions(const SummaryCard& card) {
    if (card.actions.empty())
        return {};
    const Attributes attributes = cls("govuk-summary-card__actions");
    if (card.actions.size() == 1)
        return div(attributes, action_link(card.actions.front(), card.title));
    std::vector<Html> items;
    for (const SummaryAction& action : card.actions)
        items.push_back(li(cls("govuk-summary-card__action"), action_link(action, card.title)));
    return Tag{"ul"}(attributes, items);
}

} // namespace

Html summary_list(const SummaryList& options) {
    if (!options.card)
        return list(options, {});
    const SummaryCard& card = *options.card;
    QUORATE_ASSERT(card.heading_level >= 1 && card.heading_level <= 6);
    Part title;
    if (!card.title.empty()) {
        const std::string tag = "h" + std::to_string(card.heading_level);
        title = Tag{tag, "govuk-summary-card__title"}(card.title);
    }
    return div(cls("govuk-summary-card").cls(card.classes).append(card.attributes),
               div(cls("govuk-summary-card__title-wrapper"), title, card_actions(card)),
               div(cls("govuk-summary-card__content"), list(options, card.title)));
}

} // namespace quorate::html::govuk
