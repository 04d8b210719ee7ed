#ifndef QUORATE_PARTNERSHIP_WHATIF_WHATIF_HPP
#define QUORATE_PARTNERSHIP_WHATIF_WHATIF_HPP
// What if: the recorded acts judged under other terms. Acts and events stay as recorded; nobody's
// conduct is made up.

#include "partnership/whatif/history.hpp"

namespace quorate::partnership {

/// rejudge: each act is judged on the record as it is, under the other terms. strict: an act that
/// would have had no effect has none afterwards either, and one that would have been permitted has
/// its effect; later acts are judged on what is then left.
enum class WhatIfMode { rejudge, strict };

/// Which of the verdicts that change are explained in full.
struct WhatIfWindow {
    std::size_t first = 0;
    std::size_t count = 100;
};

struct WhatIfAsked {
    std::shared_ptr<const governance::Overlay> overlay;
    WhatIfMode mode = WhatIfMode::rejudge;
    WhatIfWindow explained;
    /// Judges every act again, whatever its ruling rested on: for checking the short cut against.
    bool judge_all = false;
};

/// What changes of a ruling: its verdict, whether there is a breach included, or only the reasons
/// given for the same verdict.
enum class FlipKind { verdict, reasons };

/// One act whose ruling would differ.
struct Flip {
    std::int64_t position = 0;
    FlipKind kind = FlipKind::verdict;
    governance::Verdict was{};
    governance::Verdict would_be{};
    /// strict only: the terms themselves give the same on the record as it is; it differs because
    /// an earlier act does.
    bool follows = false;
};

/// Both rulings on an act, whole.
struct FlipExplained {
    Flip flip;
    governance::Ruling was;
    governance::Ruling would_be;
};

struct WhatIf {
    WhatIfMode mode = WhatIfMode::rejudge;
    std::int64_t entries = 0;             ///< acts in the record
    std::int64_t judged_again = 0;        ///< whose ruling rested on something that changes
    std::vector<Flip> flips;              ///< all of them, in the order of the record
    std::vector<FlipExplained> explained; ///< those of the window
    /// The rulings point into these.
    std::shared_ptr<const governance::Overlay> overlay;
    std::shared_ptr<const Snapshot> snapshot;

    [[nodiscard]] std::int64_t count(FlipKind kind) const;
};

/// Lists what would differ. An overlay that changes nothing gives an empty list.
WhatIf what_if(const History& history, const WhatIfAsked& asked);

} // namespace quorate::partnership

#endif
