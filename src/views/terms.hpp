#ifndef QUORATE_VIEWS_TERMS_HPP
#define QUORATE_VIEWS_TERMS_HPP
// Terms of reference as a document, each clause with the rules it carries and what they come to
// today.

#include "views/bodies.hpp"

namespace quorate::views {

struct ReadingChoice {
    std::string name;
    std::string words;
    bool in_force = false;
};
BOOST_DESCRIBE_STRUCT(ReadingChoice, (), (name, words, in_force))

struct InterpretationShown {
    std::string id;      ///< I1
    std::string charter; ///< the charter it stands in
    std::string question;
    std::string reason;
    std::string made;
    std::vector<ReadingChoice> readings;
};
BOOST_DESCRIBE_STRUCT(InterpretationShown, (), (id, charter, question, reason, made, readings))

struct RuleShown {
    std::string id;
    std::string kind;
    std::string words; ///< in plain words
    std::vector<Measure> today;
    bool takes_no_effect = false; ///< what goes against it does not take effect
    std::string exception_to;
    std::string note;
    std::string enactment;     ///< title of the law it comes from; empty for a rule of the terms
    std::string imported_from; ///< title of the other charter; empty for an own rule
    std::string imported_clause;
    std::vector<InterpretationShown> interpretations;
};
BOOST_DESCRIBE_STRUCT(RuleShown, (),
                      (id, kind, words, today, takes_no_effect, exception_to, note, enactment,
                       imported_from, imported_clause, interpretations))

/// Law that overrides the terms.
struct EnactmentShown {
    std::string title;
    std::string url;
    std::string says;
    std::vector<std::string>
        clauses; ///< those with a rule it takes out of force or puts another before
};
BOOST_DESCRIBE_STRUCT(EnactmentShown, (), (title, url, says, clauses))

/// The model terms these were made from.
struct ModelShown {
    std::string charter;
    std::string title;                    ///< empty when the model's text is not held here
    bool changed_since = false;           ///< the model held is not the one these were made from
    std::vector<std::string> differences; ///< one sentence each
};
BOOST_DESCRIBE_STRUCT(ModelShown, (), (charter, title, changed_since, differences))

struct ClauseShown {
    std::string number;
    std::string anchor;
    std::string heading; ///< set on the first clause under it
    std::string text;
    std::string html; ///< the words as the charter's Markdown gives them; raw HTML was left out
    std::vector<RuleShown> rules;
    std::vector<RuleShown> imported; ///< rules another charter brings in under this clause
};
BOOST_DESCRIBE_STRUCT(ClauseShown, (), (number, anchor, heading, text, html, rules, imported))

struct TermsPage {
    Named body;
    TermsInForce terms;
    std::string source_url;
    std::string note;
    std::string calendar;
    std::string standing; ///< how these terms came to be in force here
    base::CivilDate on;
    std::vector<InterpretationShown> whole; ///< of the terms as a whole
    std::vector<ClauseShown> clauses;
    std::vector<EnactmentShown> enactments;
    std::optional<ModelShown> model;
};
BOOST_DESCRIBE_STRUCT(TermsPage, (),
                      (body, terms, source_url, note, calendar, standing, on, whole, clauses,
                       enactments, model))

} // namespace quorate::views

#endif
