#include "html/govuk/task_list.hpp"

namespace quorate::html::govuk {

namespace {

Html item_html(const TaskItem& item, const std::string& id) {
    const std::string hint_id = id + "-hint";
    const std::string status_id = id + "-status";
    Html title;
    if (item.href) {
        const std::string about = (item.hint.empty() ? "" : hint_id + " ") + status_id;
        title =
            a(cls("govuk-task-list__link").cls(item.title_classes).set("aria-describedby", about),
              *item.href, item.title);
    } else {
        title = div(cls(item.title_classes), item.title);
    }
    Part hint;
    if (!item.hint.empty())
        hint = div(cls("govuk-task-list__hint").id(hint_id), item.hint);
    return li(
        cls("govuk-task-list__item")
            .cls(item.href ? "govuk-task-list__item--with-link" : "")
            .cls(item.classes),
        div(cls("govuk-task-list__name-and-hint"), title, hint),
        div(cls("govuk-task-list__status").cls(item.status_classes).id(status_id), item.status));
}

} // namespace

Html task_list(const TaskList& options) {
    std::vector<Html> items;
    for (const TaskItem& item : options.items) {
        const int place = item.place > 0 ? item.place : static_cast<int>(items.size()) + 1;
        items.push_back(item_html(item, options.id_prefix + "-" + std::to_string(place)));
    }
    return Tag{"ul", "govuk-task-list"}(cls(options.classes).append(options.attributes), items);
}

} // namespace quorate::html::govuk
