#ifndef QUORATE_GOVERNANCE_ACTOR_HPP
#define QUORATE_GOVERNANCE_ACTOR_HPP
// Who acts, and how we know.

#include "base/result.hpp"
#include "governance/ids.hpp"

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::governance {

/// How an actor is named. Written: servicing, presiding, chair, vice-chair, seat:kp/7, person:ID, organisation:kcc,
/// body:psb, lead-authority, auditor, administrator, public. `seat:servicing` means servicing.
enum class ActorKind : std::uint8_t {
    servicing,
    presiding,
    office,
    seat,
    person,
    organisation,
    body,
    lead_authority,
    auditor,
    administrator,
    public_
};

struct Actor {
    ActorKind kind = ActorKind::public_;
    std::string id; ///< seat, person, organisation or body id; office name; empty for the others

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// Fails naming the forms an actor may take.
base::Result<Actor> parse_actor(std::string_view text);
std::string text(const Actor& actor);

/// How we know what somebody did. Written room, telephone, e-mail, letter, sign-in.
BOOST_DEFINE_ENUM_CLASS(Evidence, room, telephone, e_mail, letter, sign_in)

/// What someone is to a body at an instant. One actor may have several roles.
BOOST_DEFINE_ENUM_CLASS(Role, member, substitute, chair, vice_chair, presiding, servicing_officer, partner,
                        affected_partner, visitor, lead_authority, auditor, administrator, public_, nominating_body)

/// A set of roles.
struct Roles {
    std::uint32_t bits = 0;

    void add(Role role) { bits |= 1U << static_cast<unsigned>(role); }
    [[nodiscard]] bool has(Role role) const { return (bits & (1U << static_cast<unsigned>(role))) != 0; }
    [[nodiscard]] bool meets(Roles other) const { return (bits & other.bits) != 0; }
};

} // namespace quorate::governance

#endif
