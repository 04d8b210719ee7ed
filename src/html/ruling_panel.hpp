#ifndef QUORATE_HTML_RULING_PANEL_HPP
#define QUORATE_HTML_RULING_PANEL_HPP
// The ruling panel: verdict, sentence, and everything the verdict rests on. The same in every place
// a ruling shows.

#include "html/status.hpp"

#include <optional>

namespace quorate::html {

/// A clause the ruling cites, in its own words.
struct RulingClause {
    std::string number = {};      ///< "3.12"
    std::string quote = {};       ///< empty: only the number is cited
    std::optional<Url> link = {}; ///< to the clause in the terms
    Part source = {}; ///< where the words come from, such as "Restated; see the adopted terms"
};

/// An interpretation the ruling relies on.
struct RulingReading {
    Part question = {};
    Part reading = {}; ///< the reading in force
    Part reason = {};
    Part made = {};  ///< who made it and when
    Part other = {}; ///< what another reading would give
};

/// One thing the holder of a discretion may choose.
struct RulingChoice {
    Part choice = {};
    Part consequence = {};
};

struct RulingPanel {
    Status status = Status::permitted;
    Part sentence =
        {}; ///< "the meeting is not quorate. 19 of 40 members are present; 20 are needed."
    std::string id = "ruling"; ///< unique on the page
    int heading_level = 2;     ///< 2 to 4
    std::vector<RulingClause> clauses = {};
    std::vector<Part> findings = {}; ///< breaches recorded though the act stands, one sentence each
    std::vector<Part> sums = {};     ///< the sum in words and figures
    std::vector<Part> counted = {};
    std::vector<Part> not_counted = {}; ///< each with why
    std::vector<RulingReading> readings = {};
    std::vector<Part> exceptions = {};   ///< exceptions looked at
    std::vector<Part> would_change = {}; ///< what would change it
    std::string discretion_holder = {};  ///< "the Chair"
    std::vector<RulingChoice> choices = {};
    Part presiding_view = {}; ///< what the person presiding declared, where it differs
    Part version = {};        ///< which version of the terms
    bool open = false;        ///< the explanation starts open
    bool short_form = false;  ///< verdict, sentence and clause numbers only
};

Html ruling_panel(const RulingPanel& panel);

} // namespace quorate::html

#endif
