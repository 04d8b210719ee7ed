#ifndef QUORATE_GOVERNANCE_BODIES_ACTS_HPP
#define QUORATE_GOVERNANCE_BODIES_ACTS_HPP
// Acts about bodies, their charters and the links between them.

#include "base/time.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance {

/// Whether terms or a reading are ours until the body takes them, or the body's own.
BOOST_DEFINE_ENUM_CLASS(Standing, provisional, adopted)
/// The kinds of dated link between bodies.
BOOST_DEFINE_ENUM_CLASS(LinkType, accountable_to, exists_within, managed_through, delegates_to, reports_to, works_with,
                        absorbs_work_of, succeeds, oversees)
BOOST_DEFINE_ENUM_CLASS(BodyStatus, proposed, established, dissolved)

} // namespace quorate::governance

namespace quorate::governance::acts {

struct EstablishBody {
    BodyId body;
    std::string name;
    std::optional<BodyStatus> status;  ///< proposed or established; established when left out
    std::optional<bool> by_statute;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(EstablishBody, (), (body, name, status, by_statute, decision))

struct AdoptCharter {
    BodyId body;
    std::string charter;                       ///< its name, such as kent-partnership
    std::string digest;                        ///< SHA-256 of its bytes, 64 hex digits
    std::vector<std::string> applies;          ///< name=digest of each charter it applies
    std::optional<std::string> calendar;       ///< SHA-256 of the calendar, 64 hex digits
    std::optional<Standing> standing;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(AdoptCharter, (), (body, charter, digest, applies, calendar, standing, decision))

struct AmendCharter {
    BodyId body;
    std::string charter;
    std::string digest;
    std::vector<std::string> applies;
    std::optional<std::string> calendar;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(AmendCharter, (), (body, charter, digest, applies, calendar, decision, reason))

struct AdoptInterpretation {
    BodyId body;
    std::string interpretation; ///< I1, or charter/I1 for one of an applied charter
    std::string reading;
    std::optional<Standing> standing;
    std::optional<Text> reason;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(AdoptInterpretation, (), (body, interpretation, reading, standing, reason, decision))

struct LinkBodies {
    BodyId body;
    LinkType type{};
    BodyId to;
    std::optional<base::Instant> until;
};
BOOST_DESCRIBE_STRUCT(LinkBodies, (), (body, type, to, until))

struct TransferResponsibility {
    BodyId body; ///< who held it
    BodyId to;
    Matter matter;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(TransferResponsibility, (), (body, to, matter, decision, reason))

struct Delegate {
    BodyId body;
    BodyId to;
    std::string scope;
    std::optional<base::Instant> until;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(Delegate, (), (body, to, scope, until, decision))

struct Absorb {
    BodyId body;
    BodyId of; ///< the body whose work is absorbed; it goes on existing
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(Absorb, (), (body, of, decision))

struct DissolveBody {
    BodyId body;
    std::optional<Text> reason;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(DissolveBody, (), (body, reason, decision))

/// The record holds everything from this date: duties before it are not judged.
struct MarkRecordComplete {
    BodyId body;
    base::CivilDate from;
};
BOOST_DESCRIBE_STRUCT(MarkRecordComplete, (), (body, from))

/// Terms somebody has put forward for a body. They are on record with their date and are never in force.
struct ProposeCharter {
    BodyId body;
    std::string charter;
    std::string digest;
    std::vector<std::string> applies;
    std::optional<std::string> calendar;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(ProposeCharter, (), (body, charter, digest, applies, calendar, decision, reason))

/// A whole reorganisation as one act with one date: terms come into force, the bodies they are for are established,
/// what their succession rules say is carried out, and bodies end, with the meetings they still had to come.
struct Reorganise {
    BodyId body;                      ///< whose decision it is
    std::vector<std::string> adopts;  ///< body=digest for each set of terms that comes into force
    std::vector<std::string> applies; ///< name=digest of each charter those apply
    std::vector<std::string> calendars;  ///< SHA-256 of the calendars they cite
    std::vector<BodyId> establishes;     ///< bodies that come into being besides those whose terms are adopted
    std::vector<BodyId> carries_out;     ///< bodies already under their terms whose succession is carried out
    std::vector<BodyId> dissolves;       ///< bodies that end besides those the terms bring to an end
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(Reorganise, (),
                      (body, adopts, applies, calendars, establishes, carries_out, dissolves, decision, reason))

/// A step of a process that the terms set out was taken, or something was given to it.
struct RecordStep {
    BodyId body;
    std::string process; ///< as the terms name it, such as vision
    std::string step;    ///< as the terms name it, such as consultation
    base::CivilDate began;
    std::optional<base::CivilDate> ended; ///< left out while it goes on
    std::optional<Text> words;
    std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(RecordStep, (), (body, process, step, began, ended, words, decision))

} // namespace quorate::governance::acts

#endif
