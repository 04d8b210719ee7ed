#ifndef QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNTS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_ACCOUNTS_HPP
// Accounts of a partnership, their sessions, and the one-time links that open them. Times are the
// machine's (base::system_now()): a practice copy's clock has no part in signing in.

#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/workspace.hpp"

#include <chrono>
#include <functional>
#include <tl/expected.hpp>

namespace quorate::partnership {

inline constexpr std::size_t password_length_min = 8;   ///< bytes
inline constexpr std::size_t password_length_max = 256; ///< bytes
inline constexpr std::size_t account_name_length_max = 60;
inline constexpr std::size_t account_title_length_max = 100;
inline constexpr std::size_t accounts_max = 5000;
/// Over the 20 hours from which WCAG 2.2.1 asks for no warning before the end.
inline constexpr std::chrono::hours session_idle_max{24};
inline constexpr std::chrono::hours session_age_max{24 * 7};
inline constexpr int sign_in_failures_max = 5; ///< then the account waits
inline constexpr std::chrono::minutes sign_in_wait{5};
inline constexpr std::chrono::minutes link_lasts{20};      ///< asked for by oneself
inline constexpr std::chrono::hours office_link_lasts{24}; ///< a new password's, sent by the office
inline constexpr std::chrono::hours invitation_lasts{24 * 7};
inline constexpr int links_asked_max =
    3; ///< for one account within links_asked_within; more get none
inline constexpr std::chrono::minutes links_asked_within{15};

/// Why somebody could not sign in. wrong: name and password do not go together, whichever it is.
/// waiting: too many tries, the same for names that exist and names that do not. busy: others are
/// signing in at this moment. ended: they go together, and the account's last day is over.
enum class SignInProblem { wrong, waiting, busy, ended };

struct SignInRefused {
    SignInProblem problem = SignInProblem::wrong;
    base::Instant until; ///< when waiting: from then on tries count again; when ended: since then
};

/// How and where a session begins, for the list people see of their own.
struct SignInHow {
    std::string how;    ///< "password", "link", "invitation", or the name of a single sign-on
    std::string device; ///< the browser's User-Agent; kept to 300 bytes
};

/// One session of an account, for its owner and the administrator.
struct SessionSeen {
    std::int64_t id = 0;
    base::Instant begun;
    base::Instant used; ///< to within ten minutes
    std::string how;
    std::string device;
};

/// What a one-time link does. sign_in: begins a session. reset: lets a new password be chosen,
/// which ends every session. invitation: the same for somebody who has none yet.
enum class LinkPurpose { sign_in, reset, invitation };

/// What a link that still works opens.
struct LinkShown {
    Account account;
    LinkPurpose purpose = LinkPurpose::sign_in;
    base::Instant until;
};

/// Where an account is changed: by somebody signed in, or by whoever runs the machine.
enum class ChangedFrom { desk, machine };

/// Writes the mail that carries a link. `token` goes into its link_path; called with an account
/// nobody has when the name is not known, so that both take as long.
using ComposeLinkMail = std::function<OutgoingMail(const Account&, std::string_view token)>;

/// What somebody may be called to sign in: small letters, digits, dots and hyphens, 1 to 60.
bool plain_account_name(std::string_view name);

/// Safe to use from several threads. Everything is durable when a call returns.
class Accounts {
public:
    explicit Accounts(Workspace::Store& store) : store_(store) {}

    // Keeping them.

    /// Adds an account; the password is kept as argon2id. Fails on a name that is taken or not
    /// plain, an address that is taken or not plain, and on a password outside its limits.
    Result<void> add(const Account& account, std::string_view password);
    /// Adds an account without a password, to be entered by a link; see make_link().
    Result<void> add_invited(const Account& account);
    /// Adds those whose names are free, all with one password that is no secret.
    Result<void> add_practice(const std::vector<Account>& accounts, std::string_view password);
    [[nodiscard]] Result<std::vector<Account>> list() const;
    /// By its name, or by its address when `name` holds an @.
    [[nodiscard]] Result<std::optional<Account>> find(std::string_view name) const;
    /// Changes title, person, seats, organisations, address and end of the account of that name;
    /// kind and status stay. Its sessions end when anything but the title or an end to come
    /// changes. With another person
    /// or address it is somebody else's: links under way open nothing any more, and its password
    /// (not of a practice account), single sign-on and private notes
    /// go, so that a link or invitation is needed; fails then as stop() does, unless it is done on
    /// the machine, where a link can always be made; so does an end for the only administrator.
    /// False when there is none of that name.
    Result<bool> change(const Account& account, ChangedFrom from = ChangedFrom::desk);
    /// Stops an account: its sessions end and its links open nothing. Fails for the last
    /// administrator who can sign in.
    Result<bool> stop(std::string_view name);
    /// Takes a stopped account up again: active when it has a password or an address, else invited.
    Result<bool> take_up_again(std::string_view name);
    /// False when there is none of that name. Ends its sessions. Fails as stop() does.
    Result<bool> remove(std::string_view name);
    /// Changes the password, and ends every session of the account and every link under way.
    Result<void> change_password(std::string_view name, std::string_view password);
    /// The same by the account's owner, who goes on in a new session. Nothing when the session of
    /// `token` has ended meanwhile: the account may be somebody else's by now.
    Result<std::optional<SessionTicket>> change_own_password(std::string_view token,
                                                             std::string_view password,
                                                             const SignInHow& how,
                                                             base::Instant now);

    // Signing in.

    /// Begins a session when name (or address) and password fit. After sign_in_failures_max
    /// failures what was typed waits sign_in_wait. Tries by name and by address count together for
    /// the account: it waits as well, and nobody gets in by either. Whoever types its password is
    /// told so; everybody else what they would be told of a name nobody has. Every try is counted
    /// before its password is looked at, so that many at once count too.
    Result<tl::expected<SessionTicket, SignInRefused>> sign_in(std::string_view name,
                                                               std::string_view password,
                                                               const SignInHow& how,
                                                               base::Instant now);
    /// Whether it is the account's password; counted like sign_in().
    Result<tl::expected<void, SignInRefused>>
    check_password(std::string_view name, std::string_view password, base::Instant now);
    /// Nothing when the session is unknown, too old or was idle too long, or its account was
    /// stopped or has ended.
    [[nodiscard]] Result<std::optional<Session>> session(std::string_view token, base::Instant now);
    /// Whether a session still holds, without noting that it was used.
    [[nodiscard]] Result<bool> session_holds(std::string_view token, base::Instant now) const;
    Result<void> sign_out(std::string_view token);
    /// Ends every session of an account; all but the one of `but`, when given (a token).
    Result<void> sign_out_everywhere(std::string_view account, std::string_view but = {});
    /// Those still going on, the one used last first.
    [[nodiscard]] Result<std::vector<SessionSeen>> sessions(std::string_view account,
                                                            base::Instant now) const;
    /// Ends one session of an account; false when it is not there.
    Result<bool> end_session(std::string_view account, std::int64_t id);

    // One-time links. Only their hashes are kept.

    /// Somebody who may not be signed in asks for a link for a name or address. When an account
    /// that has an address, is not stopped and has not ended goes by it, a link is made and its
    /// mail queued in one step; else the same work is done for nothing, and nobody can tell. Links
    /// asked for work side by side until one is used. More than links_asked_max within
    /// links_asked_within get none.
    Result<void> ask_link(std::string_view name, LinkPurpose purpose,
                          const ComposeLinkMail& compose, base::Instant now);
    /// Makes a link for an account, by the office; its mail, when the account has an address, is
    /// queued in the same step. Earlier links of the account open nothing any more. Returns the
    /// token. It opens nothing once the account ends. Fails when that is stopped, has ended or is
    /// not there.
    Result<std::string> make_link(std::string_view account, LinkPurpose purpose,
                                  std::chrono::minutes lasts, const ComposeLinkMail& compose,
                                  base::Instant now);
    /// What a link opens, without using it up; nothing when it was used, has run out, or never was.
    [[nodiscard]] Result<std::optional<LinkShown>> link(std::string_view token,
                                                        base::Instant now) const;
    /// Uses a link up and begins a session; with `password` (of a reset or invitation) sets it
    /// first, which ends every other session. Nothing when it opens nothing any more: of two who
    /// use it at once one gets in.
    Result<std::optional<SessionTicket>> use_link(std::string_view token,
                                                  std::optional<std::string_view> password,
                                                  const SignInHow& how, base::Instant now);

private:
    Workspace::Store& store_;
};

} // namespace quorate::partnership

#endif
