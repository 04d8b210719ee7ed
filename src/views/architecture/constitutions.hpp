#ifndef QUORATE_VIEWS_ARCHITECTURE_CONSTITUTIONS_HPP
#define QUORATE_VIEWS_ARCHITECTURE_CONSTITUTIONS_HPP
// Two constitutions side by side: what the terms in force on each of two days say to the same
// questions, body by body.

#include "views/architecture/architecture.hpp"

namespace quorate::views {

/// One thing the terms say, by a rule; or what the record shows where the question asks for it.
struct AnswerShown {
    std::string words;
    std::string terms_of;            ///< the body whose terms say it; empty for the record
    std::string clause;              ///< of those terms
    std::vector<std::string> quotes; ///< of that clause, or of the clause imported under it
    std::string imported_from;       ///< title of the charter it comes from, where that is another
    std::vector<std::string> readings; ///< the readings it relies on, each in a sentence
};
BOOST_DESCRIBE_STRUCT(AnswerShown, (), (words, terms_of, clause, quotes, imported_from, readings))

/// What one body's terms say to one question.
struct QuestionSide {
    bool silent = false;              ///< there are terms, and they do not say
    std::vector<AnswerShown> answers; ///< empty also where there are no terms
};
BOOST_DESCRIBE_STRUCT(QuestionSide, (), (silent, answers))

struct QuestionRow {
    std::string id; ///< quorum
    std::string question;
    bool same =
        false; ///< every column has the same answers in the same words; false for a single column
    std::vector<QuestionSide> sides; ///< one a column
};
BOOST_DESCRIBE_STRUCT(QuestionRow, (), (id, question, same, sides))

/// A body on one of the two days.
struct ConstitutionColumn {
    Named body;
    base::CivilDate on;
    bool later = false;
    std::string status_words; ///< "Proposed"; empty for one that is established
    std::string terms;        ///< title; empty for none in force
    bool restated = false;    ///< the words are not the body's own
    std::int64_t silences = 0;
};
BOOST_DESCRIBE_STRUCT(ConstitutionColumn, (),
                      (body, on, later, status_words, terms, restated, silences))

/// A body of the later day beside those it follows and itself on the earlier day; or a body nobody
/// follows.
struct ConstitutionPart {
    std::string id; ///< of the body it is about
    std::string heading;
    std::vector<Named>
        alike; ///< several bodies whose terms say the same; the part is about the first
    std::vector<std::string> remarks; ///< how the columns hang together, each in a sentence
    std::vector<SuccessionShown> successions;
    std::vector<ConstitutionColumn> columns; ///< earlier ones first
    std::vector<QuestionRow>
        rows; ///< one for each question that some column answers or is silent on
};
BOOST_DESCRIBE_STRUCT(ConstitutionPart, (),
                      (id, heading, alike, remarks, successions, columns, rows))

struct ConstitutionsPage {
    base::CivilDate earlier;
    base::CivilDate later;
    std::vector<ConstitutionPart> parts;
    std::vector<Named> without_terms; ///< bodies with no terms in force on either day
    std::vector<BodyFate> bodies;
};
BOOST_DESCRIBE_STRUCT(ConstitutionsPage, (), (earlier, later, parts, without_terms, bodies))

ConstitutionsPage constitutions(const Reader& reader, TwoDays days);

} // namespace quorate::views

#endif
