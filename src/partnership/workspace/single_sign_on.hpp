#ifndef QUORATE_PARTNERSHIP_WORKSPACE_SINGLE_SIGN_ON_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_SINGLE_SIGN_ON_HPP
// Which account somebody has who signs in with the account of another organisation (OpenID
// Connect). A subject at an issuer is tied to one account, once; nobody gets an account by signing
// in. No token is ever kept.

#include "partnership/workspace/accounts.hpp"

namespace quorate::partnership {

inline constexpr std::size_t sign_on_value_max = 320; ///< bytes of an address or an object id

/// What a provider has proved of somebody.
struct SignedOn {
    std::string issuer;
    std::string subject;
    std::string
        claim; ///< by which an account is found the first time: email, preferred_username, oid
    std::string value;     ///< of that claim; empty when the provider gave none
    bool verified = false; ///< the provider says that the address is theirs (email_verified)
};

/// Why nobody could be let in.
enum class SignOnProblem {
    unknown,      ///< no account waits for them
    not_verified, ///< the provider does not say that the address is theirs
    stopped,      ///< the account was stopped
    ended,        ///< its last day is over
    taken         ///< the account is tied to somebody else at this provider
};

/// Begins a session of a subject's account; one that was invited becomes active. The first time it
/// is found by the claim and tied for good: by the account's own address, which the provider must
/// have verified, when the claim is email; else by what the administrator wrote down for the
/// account at this issuer with expect_sign_on(). All in one step: an account that becomes somebody
/// else's meanwhile lets nobody in whose it was.
Result<tl::expected<SessionTicket, SignOnProblem>> begin_session_of(const Workspace& workspace,
                                                                    const SignedOn& who,
                                                                    const SignInHow& how,
                                                                    base::Instant now);

/// A subject an account is tied to.
struct SignOnTie {
    std::string issuer;
    std::string subject;
    base::Instant since;
};

/// What a provider calls an account's owner: an object id or user name.
struct SignOnExpected {
    std::string issuer;
    std::string value;
};

/// What an account has of single sign-on.
struct SignOnState {
    std::vector<SignOnTie> ties;
    std::vector<SignOnExpected> expected;

    /// What is written down for an issuer; empty when nothing is.
    [[nodiscard]] std::string expected_at(std::string_view issuer) const;
};

[[nodiscard]] Result<SignOnState> sign_on_of(const Workspace& workspace, std::string_view account);
/// Writes down what the provider of `issuer` calls an account's owner (compared without regard to
/// capitals); empty: nothing is written down any more. At another issuer it counts for nothing.
/// Fails when another account has it there, or it is too long.
Result<void> expect_sign_on(const Workspace& workspace, std::string_view account,
                            std::string_view issuer, std::string_view value);
/// Takes an account's tie away, so that the next sign-in is a first one again, and ends its
/// sessions. False when there is none.
Result<bool> untie_sign_on(const Workspace& workspace, std::string_view account,
                           std::string_view issuer);

/// Takes away every tie of an account and all that is written down for it. Whoever calls holds the
/// store's mutex.
Result<void> forget_sign_on(Workspace::Store& store, std::string_view account);
/// Drops what a workspace of an earlier shape wrote down without an issuer. Called before the
/// tables are made.
Result<void> drop_old_sign_on(Workspace::Store& store);

} // namespace quorate::partnership

#endif
