#include "web/desk/submit_item.hpp"

#include "views/desk/entry_place.hpp"
#include "views/meetings/planning.hpp"

#include <mutex>

namespace quorate::web {

tl::expected<ItemTaken, FormState> submit_item(const DeskVisit& visit, std::string_view meeting,
                                               ActAsked asked) {
    // Held until the act is recorded: two forms that choose at once would choose the same number.
    static std::mutex choosing;
    const std::lock_guard lock(choosing);
    // The reader of the visit is older than the lock.
    const auto reader = views::Reader::open(visit.partnership, visit.who.viewer);
    QUORATE_ASSERT(reader.has_value());
    const auto before = views::item_of_entry(*reader, visit.form.get("entry").value_or(""));
    const auto number = before ? *before : views::next_item_number(*reader, meeting);
    asked.fields["meeting"] = meeting;
    asked.fields["item"] = number;
    auto taken = submit_act(visit, asked);
    if (!taken) {
        return tl::unexpected(std::move(taken.error()));
    }
    return ItemTaken{std::move(*taken), number};
}

} // namespace quorate::web
