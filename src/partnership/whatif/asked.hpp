#ifndef QUORATE_PARTNERSHIP_WHATIF_ASKED_HPP
#define QUORATE_PARTNERSHIP_WHATIF_ASKED_HPP
// What somebody asks "what if" about, as they write it, and the overlay it means.

#include "governance/overlay.hpp"
#include "partnership/parts.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

/// A whole charter asked about in place of the one of its name, or of its body.
struct CharterAsked {
    std::string bytes;
    std::string file;  ///< for messages
    std::string dates; ///< "", "from 2008-07-01", "from 2008-07-01 until 2009-01-01"
};

/// Changes are written as a charter writes them, with dates where wanted:
///   kp.quorum.at_least = 1/3 from 2008-07-01
///   kp.papers.at_least = "5wd" from 2008-07-01 until 2009-01-01
///   kent-partnership/I1 = not_counted
/// A rule's `effect` may be asked about like a parameter. Without dates a change holds always.
struct OverlayAsked {
    std::vector<std::string> changes;
    std::vector<CharterAsked> charters;
};

/// The overlay on a record. Fails naming the change and what is wrong with it: a rule, parameter,
/// interpretation or reading that no terms of the record have, a value of another type, one a
/// charter could not have, a date that is none, a charter with problems or one that stands in place
/// of none.
Result<std::shared_ptr<const governance::Overlay>> overlay_of(const Snapshot& snapshot,
                                                              const OverlayAsked& asked);

/// Every terms that were in force in some body at some time.
std::vector<const governance::CompiledTerms*> terms_of_record(const Snapshot& snapshot);

} // namespace quorate::partnership

#endif
