#ifndef QUORATE_VIEWS_DESK_WHAT_IF_HPP
#define QUORATE_VIEWS_DESK_WHAT_IF_HPP
// What the record would say under other terms, and what a back-dated act would have changed: for
// whoever may read the whole record.

#include "views/ruling.hpp"

#include <optional>
#include <vector>

namespace quorate::views {

class Reader;

/// A rule that can be asked about.
struct WhatIfRule {
    std::string id;    ///< kp.quorum
    std::string title; ///< "The Kent Partnership, 3.12: quorum. Half of the members …"
    std::string words; ///< the rule in plain words
};
BOOST_DESCRIBE_STRUCT(WhatIfRule, (), (id, title, words))

struct WhatIfParameter {
    std::string name;  ///< at_least
    std::string value; ///< as the terms have it now: "1/2"
};
BOOST_DESCRIBE_STRUCT(WhatIfParameter, (), (name, value))

struct WhatIfReading {
    std::string name;
    std::string words;
    bool standing = false; ///< it is the one in force
};
BOOST_DESCRIBE_STRUCT(WhatIfReading, (), (name, words, standing))

struct WhatIfInterpretation {
    std::string id; ///< kent-partnership/I1
    std::string question;
    std::vector<WhatIfReading> readings;
};
BOOST_DESCRIBE_STRUCT(WhatIfInterpretation, (), (id, question, readings))

/// What a form can choose from.
struct WhatIfChoices {
    std::vector<WhatIfRule> rules;
    std::vector<WhatIfInterpretation> interpretations;
    std::vector<WhatIfParameter> parameters; ///< of the rule asked for
};
BOOST_DESCRIBE_STRUCT(WhatIfChoices, (), (rules, interpretations, parameters))

/// One act with both its rulings.
struct FlipShown {
    std::int64_t position = 0;
    std::string act;  ///< declare-outcome
    std::string help; ///< what the act does
    std::string about;
    std::string meeting; ///< id, for a link
    Moment effective;
    bool verdict_changes = false; ///< else only the reasons
    bool follows = false;         ///< because an earlier act differs
    RulingShown was;
    RulingShown would_be;
};
BOOST_DESCRIBE_STRUCT(FlipShown, (),
                      (position, act, help, about, meeting, effective, verdict_changes, follows,
                       was, would_be))

inline constexpr std::int64_t flips_on_a_page = 20;
inline constexpr std::size_t what_if_changes_max = 10;

struct WhatIfQuestion {
    std::vector<std::string> changes; ///< "kp.quorum.at_least = 1/3 from 2008-07-01"
    bool strict = false;
    std::int64_t page = 1;
};

struct WhatIfAnswer {
    std::vector<std::string> changes;       ///< as they were written
    std::vector<std::string> changes_words; ///< each in words; empty where there are none for it
    bool strict = false;
    std::int64_t entries = 0;
    std::int64_t judged_again = 0;
    std::int64_t verdicts = 0; ///< verdicts that change
    std::int64_t reasons = 0;  ///< the same verdict for other reasons
    std::int64_t page = 1;
    std::int64_t pages = 1;
    std::vector<FlipShown> flips;
};
BOOST_DESCRIBE_STRUCT(WhatIfAnswer, (),
                      (changes, changes_words, strict, entries, judged_again, verdicts, reasons,
                       page, pages, flips))

/// What can be asked about; parameters are those of `rule`. Nothing for a reader who may not read
/// the whole record.
std::optional<WhatIfChoices> what_if_choices(const Reader& reader, std::string_view rule = {});

/// Fails with what is wrong with the question. The reader must be one who may read the whole record
/// (assertion).
base::Result<WhatIfAnswer> what_if(const Reader& reader, const WhatIfQuestion& question);

} // namespace quorate::views

#endif
