#ifndef QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNT_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNT_HPP
// Who may sign in to a partnership, as it is kept.

#include "base/time.hpp"
#include "governance/actor.hpp"
#include "governance/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quorate::partnership {

/// What someone signs in as. A member's powers follow from the seats and offices of the day:
/// whoever holds the seat that is the Chair's under the terms acts as the Chair. A partner answers
/// for an organisation. An administrator keeps accounts, mail and backups, and has no part in the
/// partnership's business.
enum class AccountKind { secretariat, member, auditor, partner, administrator };

/// Where an account stands. One that is invited has no password yet and is entered by its
/// invitation; one that is stopped can neither sign in nor ask for a link.
enum class AccountStatus { invited, active, stopped };

/// An account belongs to one partnership.
struct Account {
    std::string name;  ///< what is typed to sign in, in small letters
    std::string title; ///< "Secretariat", "Seat 9"
    AccountKind kind = AccountKind::member;
    std::vector<governance::Actor> seats = {}; ///< seats of the register, of a member only
    bool practice = false; ///< its password is shown on the sign-in page of a practice copy
    std::optional<governance::PersonId> person =
        {}; ///< of a member: whose seats on the day are theirs too
    std::vector<governance::OrganisationId> organisations =
        {};                 ///< of a partner: which it answers for
    std::string email = {}; ///< empty: no mail is sent; no two accounts share one
    AccountStatus status = AccountStatus::active;
    bool password = true; ///< false: signs in by links (or single sign-on) only
    std::optional<base::Instant> last_signed_in = {};
    std::optional<base::Instant> ends =
        {}; ///< from then on nobody signs in by it: the end of its last day, if it has one

    /// Its last day is over.
    [[nodiscard]] bool ended(base::Instant now) const { return ends && *ends <= now; }
    /// As whom acts are made: servicing, auditor, administrator, the organisation, the person, else
    /// the first seat.
    [[nodiscard]] governance::Actor actor() const;
    /// The person, then the seats, as actors: what a member's powers are looked up by.
    [[nodiscard]] std::vector<governance::Actor> actors() const;
};

/// What a browser keeps and sends back.
struct SessionTicket {
    std::string token; ///< 43 characters, base64url of 32 random bytes; only its hash is stored
    std::string csrf;  ///< to be sent with every form
};

struct Session {
    Account account;
    std::string csrf;
    base::Instant begun;
    std::int64_t id = 0; ///< names it in lists; no secret
};

} // namespace quorate::partnership

#endif
