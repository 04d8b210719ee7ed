#ifndef QUORATE_GOVERNANCE_BODIES_EVENTS_HPP
#define QUORATE_GOVERNANCE_BODIES_EVENTS_HPP
// What happened to bodies and their charters.

#include "governance/bodies/acts.hpp"

namespace quorate::governance::events {

struct BodyEstablished {
    BodyId body;
    std::string name;
    BodyStatus status = BodyStatus::established;
    bool by_statute = false;
};
BOOST_DESCRIBE_STRUCT(BodyEstablished, (), (body, name, status, by_statute))

/// A charter came into force for a body, by adoption or by amendment.
struct CharterAdopted {
    BodyId body;
    std::string charter;
    std::string digest;
    std::vector<std::string> applies;
    std::optional<std::string> calendar;
    std::string zone;
    bool amended = false;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(CharterAdopted, (), (body, charter, digest, applies, calendar, zone, amended, decision))

struct InterpretationAdopted {
    BodyId body;
    std::string interpretation; ///< always charter/id
    std::string reading;
    Standing standing = Standing::provisional;
    std::optional<Text> reason;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(InterpretationAdopted, (), (body, interpretation, reading, standing, reason, decision))

struct BodiesLinked {
    BodyId body;
    LinkType type{};
    BodyId to;
    std::optional<base::Instant> until;
};
BOOST_DESCRIBE_STRUCT(BodiesLinked, (), (body, type, to, until))

struct ResponsibilityTransferred {
    BodyId body;
    BodyId to;
    Matter matter;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(ResponsibilityTransferred, (), (body, to, matter, decision))

struct Delegated {
    BodyId body;
    BodyId to;
    std::string scope;
    std::optional<base::Instant> until;
};
BOOST_DESCRIBE_STRUCT(Delegated, (), (body, to, scope, until))

struct BodyDissolved {
    BodyId body;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(BodyDissolved, (), (body, reason))

struct RecordMarkedComplete {
    BodyId body;
    base::CivilDate from;
};
BOOST_DESCRIBE_STRUCT(RecordMarkedComplete, (), (body, from))

struct CharterProposed {
    BodyId body;
    std::string charter;
    std::string digest;
    std::vector<std::string> applies;
    std::optional<std::string> calendar;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(CharterProposed, (), (body, charter, digest, applies, calendar, decision, reason))

/// A reorganisation was carried out; what it did to each body are events of their own beside this one.
struct Reorganised {
    BodyId body;
    std::vector<BodyId> established;
    std::vector<BodyId> successors; ///< bodies whose succession was carried out
    std::vector<BodyId> ended;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(Reorganised, (), (body, established, successors, ended, decision, reason))

struct StepRecorded {
    BodyId body;
    std::string process;
    std::string step;
    base::CivilDate began;
    std::optional<base::CivilDate> ended;
    std::optional<Text> words;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(StepRecorded, (), (body, process, step, began, ended, words, decision))

} // namespace quorate::governance::events

#endif
