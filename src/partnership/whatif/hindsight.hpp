#ifndef QUORATE_PARTNERSHIP_WHATIF_HINDSIGHT_HPP
#define QUORATE_PARTNERSHIP_WHATIF_HINDSIGHT_HPP
// Hindsight: a back-dated act makes something known that was not known when earlier acts were
// judged. Which of those verdicts would now be different is listed; none is altered.

#include "partnership/whatif/whatif.hpp"

namespace quorate::partnership {

/// Verdicts given before an act was recorded that would differ had it been known.
struct Hindsight {
    std::int64_t position = 0;                ///< of the back-dated act
    std::int64_t looked_at = 0;               ///< earlier entries that take effect at or after it
    std::vector<FlipExplained> differ;        ///< in the order of the record
    std::shared_ptr<const Snapshot> snapshot; ///< the rulings point into it
};

/// Judges again, under the same terms as then, every act that was recorded before the one at
/// `position` and takes effect at or after it, each on the state before it with that one act known
/// besides. Empty for an act that was refused. Fails when there is no such entry.
Result<Hindsight> verdicts_now_different(const Partnership& partnership, std::int64_t position);
/// The same for a record already loaded, which must have the entry.
Hindsight verdicts_now_different(const History& history, std::int64_t position);

} // namespace quorate::partnership

#endif
