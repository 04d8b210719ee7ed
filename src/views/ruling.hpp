#ifndef QUORATE_VIEWS_RULING_HPP
#define QUORATE_VIEWS_RULING_HPP
// A ruling as people read it: the same view in every place a ruling shows, on pages and in the API.

#include "views/shown.hpp"

namespace quorate::views {

/// A named number or word behind a reason.
struct FactShown {
    std::string name;
    std::string value; ///< as recorded: 19, 2008-06-17
    std::string words; ///< as people read it: Tuesday 17 June 2008
};
BOOST_DESCRIBE_STRUCT(FactShown, (), (name, value, words))

/// What the same rule says under another reading.
struct OtherReading {
    std::string interpretation; ///< kent-partnership/I1
    std::string reading;
    std::string says;
    std::string code;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OtherReading, (), (interpretation, reading, says, code, words))

/// One rule's answer.
struct ReasonShown {
    std::string says; ///< complies, breach, undetermined, discretion, remark
    std::string code;
    std::string words;
    std::string rule;
    std::string clause;      ///< of the charter the rule stands in
    std::string own_clause;  ///< of the body's own terms, where the rule is imported
    std::string charter;     ///< title of the charter the clause stands in
    bool restated = false;   ///< the clause is a restatement, not the adopted words
    std::string quote;       ///< the words of the clause the rule rests on
    std::string clause_text; ///< the whole clause
    std::string effect;      ///< void or recorded
    std::vector<FactShown> facts;
    std::vector<std::string> readings; ///< kent-partnership/I1=counted
    std::string exception_to;
    std::string holder; ///< whose discretion it is, in words
    std::vector<OtherReading> otherwise;
};
BOOST_DESCRIBE_STRUCT(ReasonShown, (),
                      (says, code, words, rule, clause, own_clause, charter, restated, quote,
                       clause_text, effect, facts, readings, exception_to, holder, otherwise))

/// An interpretation the ruling relied on.
struct ReadingShown {
    std::string interpretation; ///< kent-partnership/I1
    std::string question;
    std::string reading; ///< in words
    std::string reason;
    std::string made;                ///< who made it and since when
    std::vector<std::string> others; ///< what each other reading is, or would give here
};
BOOST_DESCRIBE_STRUCT(ReadingShown, (), (interpretation, question, reading, reason, made, others))

struct RulingShown {
    std::string verdict;  ///< permitted, refused, needs-discretion, undetermined
    std::string headline; ///< "Refused: the meeting is not quorate. …"
    std::string sentence; ///< the headline without the verdict's word
    std::string body;     ///< whose terms, for links; empty for none
    std::string version;  ///< which terms
    bool breach = false;  ///< permitted, and recorded with a breach
    std::vector<ReasonShown> reasons;
    std::vector<ReadingShown> readings;
    std::vector<std::string> findings;     ///< breaches recorded though the act stands
    std::vector<std::string> sums;         ///< the sum in words and figures
    std::vector<std::string> exceptions;   ///< exceptions looked at
    std::vector<std::string> would_change; ///< what would change it
    std::string holder;                    ///< whose discretion it needs
};
BOOST_DESCRIBE_STRUCT(RulingShown, (),
                      (verdict, headline, sentence, body, version, breach, reasons, readings,
                       findings, sums, exceptions, would_change, holder))

} // namespace quorate::views

#endif
