#ifndef QUORATE_VIEWS_DESK_URGENT_HPP
#define QUORATE_VIEWS_DESK_URGENT_HPP
// Decisions that cannot wait for a meeting: what the terms ask for, who was consulted and what they
// answered, and what was decided.

#include "views/ruling.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

/// A member who was asked, and what they said.
struct ConsultedShown {
    SeatShown seat;
    std::string how; ///< "by telephone"
    Moment asked;
    std::string answer_id; ///< agrees, disagrees, no-view; empty while there is none
    std::string answer;    ///< "Agrees"
    std::string words;
    std::optional<Moment> answered;
    std::int64_t position = 0; ///< of the entry with the answer
};
BOOST_DESCRIBE_STRUCT(ConsultedShown, (),
                      (seat, how, asked, answer_id, answer, words, answered, position))

struct ConsultationShown {
    std::int64_t number = 0;
    std::string words;   ///< the decision proposed
    std::string urgency; ///< why it cannot wait
    std::optional<Moment> answer_by;
    bool late = false; ///< that time has passed, and somebody has not answered
    Moment begun;
    std::vector<ConsultedShown> seats;
    std::int64_t answered = 0;
    bool open = false;
    std::string state;    ///< open, decided, dropped
    std::string decision; ///< id of the decision that rested on it
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(ConsultationShown, (),
                      (number, words, urgency, answer_by, late, begun, seats, answered, open, state,
                       decision, position))

/// The members of one sector who could be asked.
struct UrgentSector {
    std::string id;
    std::string name;
    std::vector<SeatShown> seats;
};
BOOST_DESCRIBE_STRUCT(UrgentSector, (), (id, name, seats))

/// An urgent decision that was taken.
struct UrgentTaken {
    std::string id;
    std::string words;
    Moment made;
    bool reported = false; ///< to a meeting, after it was made
    std::string report;    ///< what the terms ask, and how it stands
    bool disputed = false; ///< whoever it was recorded for says that they did not take it
};
BOOST_DESCRIBE_STRUCT(UrgentTaken, (), (id, words, made, reported, report, disputed))

/// The page of whoever takes urgent decisions of a body, and of the officer who records for them.
struct UrgentPage {
    Named body;
    std::string clause;
    std::string quote;                ///< the clause in its own words
    std::string rule;                 ///< the rule in plain words
    std::vector<std::string> consult; ///< who is to be asked, in the words of the terms
    bool each_sector = false;
    bool in_writing = false;
    std::string instead;     ///< "the Vice Chair": decides where the interest is the Chair's own
    bool is_instead = false; ///< the viewer is the one who decides then
    std::vector<UrgentSector> sectors;
    std::vector<Named> considers; ///< what each decision takes into account
    std::string considers_clause;
    std::vector<Named> matters;                   ///< responsibilities of the body
    std::vector<ConsultationShown> consultations; ///< latest first
    std::vector<UrgentTaken> taken;               ///< latest first
    std::string as;            ///< "Chair"; in words, whom the officer records for
    std::string actor;         ///< seat:kp/7, or office:chair for the officer
    std::string instead_actor; ///< for the officer: who decides instead of the Chair
};
BOOST_DESCRIBE_STRUCT(UrgentPage, (),
                      (body, clause, quote, rule, consult, each_sector, in_writing, instead,
                       is_instead, sectors, considers, considers_clause, matters, consultations,
                       taken, as, actor, instead_actor))

/// Nothing for a body whose terms hand no urgent matters to its Chair, and for a viewer who is
/// neither Chair nor Vice Chair nor of the secretariat.
std::optional<UrgentPage> urgent_page(const Reader& reader, std::string_view body);
/// Who decides a matter in which the Chair, or whoever decides instead, has an interest: a sentence
/// for whoever reads. `vacant`: nobody holds the office that decides then.
struct UrgentConflict {
    std::string words;
    bool vacant = false;
};
UrgentConflict urgent_conflict(const Reader& reader, const UrgentPage& page);
/// The bodies for which the viewer has that page.
std::vector<Named> urgent_bodies(const Reader& reader);

/// What the viewer was asked about as a member.
struct UrgentQuestion {
    Named body;
    std::int64_t number = 0;
    std::string clause;
    std::string words;
    std::string urgency;
    std::optional<Moment> answer_by;
    Moment asked;
    SeatShown seat;
    std::string actor;     ///< as whom the viewer answers
    std::string answer_id; ///< what they said; empty for nothing yet
    std::string answer;
    std::string answer_words;
    bool open = false; ///< an answer is still of use
};
BOOST_DESCRIBE_STRUCT(UrgentQuestion, (),
                      (body, number, clause, words, urgency, answer_by, asked, seat, actor,
                       answer_id, answer, answer_words, open))

/// Open ones, and those answered that are not decided yet; those without an answer first.
std::vector<UrgentQuestion> urgent_questions(const Reader& reader);
std::optional<UrgentQuestion> urgent_question(const Reader& reader, std::string_view body,
                                              std::int64_t number);

/// A consultation that is open, for the secretariat.
struct UrgentOpen {
    Named body;
    std::int64_t number = 0;
    std::string words;
    std::string waiting; ///< "two of three have not answered"
    std::optional<Moment> answer_by;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(UrgentOpen, (), (body, number, words, waiting, answer_by, late))
/// For who keeps the register; nobody else has any.
std::vector<UrgentOpen> urgent_open(const Reader& reader);

/// Who was consulted before a decision, a line each: "Seat 9, public: agrees. Asked by telephone on
/// 3 August 2008." What members said stands there for who may read it.
std::vector<std::string> consulted_lines(const Reader& reader, std::string_view decision);

} // namespace quorate::views

#endif
