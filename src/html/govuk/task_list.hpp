#ifndef QUORATE_HTML_GOVUK_TASK_LIST_HPP
#define QUORATE_HTML_GOVUK_TASK_LIST_HPP
// GOV.UK task list: what there is to do, each with its state.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct TaskItem {
    Part title = {};
    std::optional<Url> href = {};
    Part hint = {};   ///< empty: none
    Part status = {}; ///< words, a tag() or a status_word()
    std::string title_classes = {};
    std::string status_classes = {};
    std::string classes = {};
    int place = 0; ///< its number in the ids; 0: its place in the list, from 1
};

struct TaskList {
    std::vector<TaskItem> items = {};
    std::string id_prefix = "task-list";
    std::string classes = {};
    Attributes attributes = {};
};

Html task_list(const TaskList& options);

} // namespace quorate::html::govuk

#endif
