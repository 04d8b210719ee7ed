#ifndef QUORATE_WEB_DESK_SUBMIT_ITEM_HPP
#define QUORATE_WEB_DESK_SUBMIT_ITEM_HPP
// Asking for an item, whoever asks: its number is chosen and recorded in one go.

#include "web/desk/act_form.hpp"

namespace quorate::web {

struct ItemTaken {
    ActTaken act;
    std::int64_t number = 0; ///< on the agenda
};

/// Records a notify-item about the meeting with the next free number, which nobody else gets
/// meanwhile. A form sent a second time keeps the number it got the first time.
tl::expected<ItemTaken, FormState> submit_item(const DeskVisit& visit, std::string_view meeting,
                                               ActAsked asked);

} // namespace quorate::web

#endif
