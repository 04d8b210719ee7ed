#ifndef QUORATE_GOVERNANCE_IDS_HPP
#define QUORATE_GOVERNANCE_IDS_HPP
// The identifiers of the domain.

#include "base/ids.hpp"

namespace quorate::governance {

using BodyId = base::Id<struct BodyTag>;                 ///< kp
using OrganisationId = base::Id<struct OrganisationTag>; ///< kcc
using PersonId = base::Id<struct PersonTag>;             ///< random; names live in the vault
using OfficeId = base::Id<struct OfficeTag>;             ///< an office outside the partnership: leader(kcc)
using SeatId = base::Id<struct SeatTag>;                 ///< body/number: kp/7
using SeatRef = base::Id<struct SeatRefTag>;             ///< as people write it: kp/7, or 7 within the body meant
using MeetingId = base::Id<struct MeetingTag>;           ///< body/name: kp/m1
using DecisionId = base::Id<struct DecisionTag>;         ///< body/d and a number counted through the body: kp/d12
using ActionId = base::Id<struct ActionTag>;             ///< kp/a3
using InterestId = base::Id<struct InterestTag>;         ///< an entry in the register of interests
using CommitmentId = base::Id<struct CommitmentTag>;
using Matter = base::Id<struct MatterTag>;               ///< approve-vision
using EntryId = base::Id<struct EntryTag>;               ///< UUIDv7 of a submitted act

} // namespace quorate::governance

#endif
