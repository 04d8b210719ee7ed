#ifndef QUORATE_PARTNERSHIP_REHEARSE_HPP
#define QUORATE_PARTNERSHIP_REHEARSE_HPP
// A rehearsal: a practice copy of a partnership. Seats are shown by number, sector and place only,
// nobody is named, no vault is copied; its clock is the recorded instant and only moves forward.

#include "partnership/partnership.hpp"

#include <memory>
#include <string>

namespace quorate::partnership {

struct Rehearsal {
    std::string partnership; ///< its id
    base::Instant from;      ///< where its clock starts, and as of when the parent is copied
};

/// A rehearsal in memory.
Result<std::unique_ptr<Partnership>> rehearse(const Partnership& parent,
                                              const Rehearsal& rehearsal);
/// The same in a folder that must not be there yet.
Result<std::unique_ptr<Partnership>> rehearse_in_folder(const Partnership& parent,
                                                        const Rehearsal& rehearsal,
                                                        const std::string& folder);

} // namespace quorate::partnership

#endif
