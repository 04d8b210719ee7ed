#ifndef QUORATE_GOVERNANCE_INTERESTS_ACTS_HPP
#define QUORATE_GOVERNANCE_INTERESTS_ACTS_HPP
// Acts about interests: the standing register, declarations at an item, and what whoever presides determines.

#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(InterestKind, financial, professional, other)
/// Whose interest it is; only this word is ever kept of family and friends.
BOOST_DEFINE_ENUM_CLASS(InterestSubject, self, family, friends)
/// below_test: declared for transparency, the clause's test is not met. leave: no part, and out of the room. speak: may
/// discuss, not decide, may stay. speak_and_withdraw: may discuss, and leaves for the decision.
BOOST_DEFINE_ENUM_CLASS(Determination, below_test, leave, speak, speak_and_withdraw)

} // namespace quorate::governance

namespace quorate::governance::acts {

struct RegisterInterest {
    InterestId interest;
    BodyId body;
    SeatRef seat;
    InterestKind kind{};
    Text nature;
    std::optional<OrganisationId> organisation; ///< the organisation the interest is in
    std::optional<bool> sensitive;              ///< the nature is withheld
};
BOOST_DESCRIBE_STRUCT(RegisterInterest, (), (interest, body, seat, kind, nature, organisation, sensitive))

struct WithdrawInterest {
    InterestId interest;
};
BOOST_DESCRIBE_STRUCT(WithdrawInterest, (), (interest))

struct DeclareInterest {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
    InterestKind kind{};
    std::optional<InterestSubject> subject;
    std::optional<Text> nature;
    std::optional<bool> sensitive;
    std::optional<bool> meets_test; ///< no: declared for transparency only
};
BOOST_DESCRIBE_STRUCT(DeclareInterest, (), (meeting, item, seat, kind, subject, nature, sensitive, meets_test))

struct DetermineInterest {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
    Determination determination{};
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DetermineInterest, (), (meeting, item, seat, determination, reason))

} // namespace quorate::governance::acts

#endif
