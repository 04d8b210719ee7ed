#ifndef QUORATE_VIEWS_RECORD_MAKE_HPP
#define QUORATE_VIEWS_RECORD_MAKE_HPP
// Making the views of the record. Only views/ includes this.

#include "views/ground.hpp"
#include "views/record.hpp"

namespace quorate::views {

CheckpointShown checkpoint_shown(const Ground& ground);
/// Page 1 is the newest; nothing for a page that is not there.
std::optional<RecordPage> record_page(const Ground& ground, std::int64_t page);
/// At most `limit` entries from a position on, oldest first.
EntriesPage entries_from(const Ground& ground, std::int64_t from, std::int64_t limit);
std::optional<EntryPage> entry_page(const Ground& ground, std::int64_t position);
/// The reader may have the bytes of the entry as they are stored. Besides its particulars they hold
/// its events, and an item that was allowed late says who had asked for it.
bool bytes_shown(const Visibility& see, const partnership::RecordedEntry& entry);
/// The reader may have the stored bytes of the entry. False also when there is none.
bool entry_published(const Ground& ground, std::int64_t position);

} // namespace quorate::views

#endif
