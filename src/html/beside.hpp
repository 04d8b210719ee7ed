#ifndef QUORATE_HTML_BESIDE_HPP
#define QUORATE_HTML_BESIDE_HPP
// A text in the making with the facts it comes from beside it, and what is said after an act.

#include "html/ruling_panel.hpp"

namespace quorate::html {

/// Facts under a heading, each with a link to where it was recorded.
struct FactGroup {
    Part heading = {};
    std::vector<Part> facts = {};
};
Html fact_groups(const std::vector<FactGroup>& groups);

/// The draft at left and its facts at right on a wide screen; the facts below on a narrow one.
Html draft_beside_facts(const Part& draft, const Part& facts);

/// Lines of a text that were taken out or put in since another version.
struct LineMark {
    enum class Kind { same, added, removed };
    Kind kind = Kind::same;
    Part words = {};
};
/// The text with its differences marked: struck out and underlined, and said to screen readers.
Html marked_lines(const std::vector<LineMark>& lines);

/// After an act: that it was done, in a sentence, and the ruling in short form.
struct DoneBanner {
    std::string words = {}; ///< "The papers were sent to 40 members."
    std::optional<RulingPanel> ruling = {};
    Part next = {}; ///< where to go on, as a sentence with a link
};
Html done_banner(const DoneBanner& banner);

} // namespace quorate::html

#endif
