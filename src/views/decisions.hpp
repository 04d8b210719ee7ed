#ifndef QUORATE_VIEWS_DECISIONS_HPP
#define QUORATE_VIEWS_DECISIONS_HPP
// Decisions, and what was recorded as made though it is not a decision under the terms.

#include "views/meetings.hpp"
#include "views/ruling.hpp"

namespace quorate::views {

struct DecisionLine {
    std::string id; ///< kp/d3
    Named body;
    std::string words;
    std::string outcome; ///< "Carried", "Lost", "Taken as urgent"
    Moment made;
    std::optional<Named> meeting;
    std::optional<std::int64_t> item;
    std::int64_t position = 0;
    bool recommendation = false;
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (),
                      (id, body, words, outcome, made, meeting, item, position, recommendation))

/// Declared, and recorded as such, but not a decision under the terms.
struct AsMadeLine {
    std::int64_t position = 0;
    Named body;
    std::string words;
    std::string why; ///< the ruling's headline
    Moment made;
    std::optional<Named> meeting;
    std::optional<std::int64_t> item;
};
BOOST_DESCRIBE_STRUCT(AsMadeLine, (), (position, body, words, why, made, meeting, item))

struct DecisionsPage {
    std::vector<DecisionLine> decisions; ///< latest first
    std::vector<AsMadeLine> as_made;     ///< latest first
};
BOOST_DESCRIBE_STRUCT(DecisionsPage, (), (decisions, as_made))

struct ConsideredShown {
    std::string what;
    bool applies = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ConsideredShown, (), (what, applies, words))

struct ResponseShown {
    std::string organisation;
    std::string answer;
    std::string words;
    bool replaced = false; ///< the same organisation has answered again since
};
BOOST_DESCRIBE_STRUCT(ResponseShown, (), (organisation, answer, words, replaced))

struct VoteShown {
    std::int64_t votes_for = 0;
    std::int64_t votes_against = 0;
    std::int64_t abstentions = 0;
    std::int64_t base = 0;            ///< those the majority is counted of; 0 where two bodies met, each with its own
    std::int64_t needed = 0;          ///< votes for that carry it
    std::vector<std::string> by_name; ///< "For: …", when the vote was taken by name
};
BOOST_DESCRIBE_STRUCT(VoteShown, (), (votes_for, votes_against, abstentions, base, needed, by_name))

struct DecisionPage {
    DecisionLine line;
    std::string title; ///< of the agenda item
    std::string how;   ///< "By consensus", "By a vote: 11 for, 6 against, 4 abstaining"
    std::optional<VoteShown> vote;
    std::vector<std::string>
        since; ///< facts put right after it, and what the terms would give on them
    std::optional<RulingShown> ruling;
    std::vector<std::string> counted;     ///< who could decide
    std::vector<std::string> not_counted; ///< who was there and could not, and why
    std::vector<InterestShown> interests;
    std::vector<ConsideredShown> considered;
    std::vector<std::string> dissent;
    std::string urgency;
    std::vector<std::string> consulted;
    std::string matter;
    std::vector<std::string> concerns;
    std::vector<ResponseShown> responses;
    std::string made_by;
    std::string recorded_by;
    std::string evidence;
    std::optional<Moment> recorded;
    std::string entry; ///< id
};
BOOST_DESCRIBE_STRUCT(DecisionPage, (),
                      (line, title, how, vote, since, ruling, counted, not_counted, interests,
                       considered, dissent, urgency, consulted, matter, concerns, responses,
                       made_by, recorded_by, evidence, recorded, entry))

} // namespace quorate::views

#endif
