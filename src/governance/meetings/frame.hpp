#ifndef QUORATE_GOVERNANCE_MEETINGS_FRAME_HPP
#define QUORATE_GOVERNANCE_MEETINGS_FRAME_HPP
// What every rule about a meeting begins with.

#include "governance/meetings/room.hpp"
#include "governance/ruler.hpp"

namespace quorate::governance {

/// The body whose meeting an id names: kp of kp/m1.
BodyId body_of(const MeetingId& meeting);

/// A ruler for an act about a meeting; refuses at once when there is no such meeting.
Ruler ruler_for(const Call& call, const MeetingId& id, std::optional<std::int64_t> item = {});

bool contains(const std::vector<std::string>& words, std::string_view word);

/// Says whether `meeting` (as it is, or a copy as it will be) is quorate at an instant, for each body that meets. A
/// shortfall is said as `shortfall`: a breach where something is claimed, a remark where it is only told.
void say_quorum(Ruler& ruler, const Meeting& meeting, base::Instant instant, std::optional<std::int64_t> item,
                Says shortfall);

/// The same where something is decided now without a question being put: at the opening where the terms test it
/// only then.
void say_quorum_to_act(Ruler& ruler, const Meeting& meeting, std::optional<std::int64_t> item);

/// Adds the quorum of one body; the reason given, or null when its terms set no quorum.
void add_quorum_reason(Ruler& ruler, const charter::InForce<charter::QuorumRule>& rule, const QuorumCount& count,
                       const BodyId& body, Says shortfall);

} // namespace quorate::governance

#endif
