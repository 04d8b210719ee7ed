#ifndef QUORATE_VIEWS_ACCOUNTS_ACCOUNTS_HPP
#define QUORATE_VIEWS_ACCOUNTS_ACCOUNTS_HPP
// Who may sign in, as the administrator and the secretariat keep it: what their page shows, what
// they may ask for, and the mails that carry one-time links. The browser, the command line and the
// local socket all come here.

#include "partnership/workspace/accounts.hpp"
#include "views/reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// One account in the list. Names are left out in a rehearsal.
struct AccountLine {
    std::string name;
    std::string title;      ///< as its pages call it: "Chair, seat 7"
    std::string kind;       ///< secretariat, member, auditor, partner, administrator
    std::string kind_words; ///< "Member"
    std::string status;     ///< invited, active, stopped, ended
    std::string status_words;
    std::vector<std::string> whom; ///< the person, seats and organisations it is tied to, in words
    std::string email;
    bool password = false;
    bool practice = false;
    bool may_keep = false; ///< the viewer may change, stop and remove it
    std::optional<Moment> last_signed_in;
    std::optional<base::CivilDate> last_day; ///< on which it can sign in
};
BOOST_DESCRIBE_STRUCT(AccountLine, (),
                      (name, title, kind, kind_words, status, status_words, whom, email, password,
                       practice, may_keep, last_signed_in, last_day))

struct AccountsPage {
    std::vector<AccountLine> accounts; ///< administrators first, then by kind and name
    std::vector<Named> kinds;          ///< that the viewer may add
    std::vector<Named> people;         ///< of the register; empty in a rehearsal
    std::vector<Named> seats;          ///< that exist now
    std::vector<Named> organisations;  ///< of the register
    std::vector<Named> without;        ///< people who hold a seat today and have no account
};

/// Nothing for whom accounts are no business. `now` is the machine's time, by which accounts end
/// whatever a practice clock says; so it is below. Fails when they cannot be read.
base::Result<std::optional<AccountsPage>> accounts_page(const Reader& reader, base::Instant now);
/// The kind in words: "Member".
std::string kind_words(partnership::AccountKind kind);

/// What an account is to be. Nothing: as it is, or for a new one its kind's usual title and nothing
/// else.
struct AccountAsked {
    std::string name; ///< empty for a new one: made of the address, or of whom it is tied to
    std::string kind = "member";
    std::optional<std::string> title = {};
    std::optional<std::string> email = {};
    std::optional<std::string> person = {};                     ///< its id; empty: nobody
    std::optional<std::vector<std::string>> seats = {};         ///< kp/7
    std::optional<std::vector<std::string>> organisations = {}; ///< their ids
    std::optional<std::string> last_day = {};                   ///< 2026-11-30; empty: it has none
};

/// The last day on which the account can sign in, in the partnership's zone; nothing when it has
/// none.
std::optional<base::CivilDate> last_day(const partnership::Partnership& partnership,
                                        const partnership::Account& account);

/// Whether a viewer may keep accounts of a kind: the administrator all, the secretariat those of
/// members and partners.
bool may_keep(ViewerKind viewer, partnership::AccountKind kind);

/// The account asked for. Fails naming the field when the register has no such person, seat or
/// organisation, the kind does not fit, or the last day was before today.
base::Result<partnership::Account> account_asked(const partnership::Partnership& partnership,
                                                 const AccountAsked& asked, base::Instant now);
/// An account there is, with what was asked for put in. The name and kind asked for count for
/// nothing.
base::Result<partnership::Account> account_changed(const partnership::Partnership& partnership,
                                                   partnership::Account account,
                                                   const AccountAsked& asked, base::Instant now);

/// The path of a one-time link: "/kent/link/...".
std::string link_path(const partnership::Partnership& partnership, std::string_view token);
/// Writes the mail of a link of that purpose.
partnership::ComposeLinkMail link_mail(const partnership::Partnership& partnership,
                                       partnership::LinkPurpose purpose);

/// Adds the account and makes its invitation, which is mailed when it has an address. Returns the
/// path of the link.
base::Result<std::string> invite(const partnership::Partnership& partnership,
                                 const partnership::Account& account, base::Instant now);
/// Sends an account what lets it in again: an invitation while it is invited, else a link for a new
/// password. Returns the path of the link.
base::Result<std::string> send_link(const partnership::Partnership& partnership,
                                    const partnership::Account& account, base::Instant now);
/// Removes an account and everything kept for it alone. False when there is none of that name.
base::Result<bool> remove_account(const partnership::Partnership& partnership,
                                  std::string_view name);

/// One task of `quorate account`.
struct AccountTask {
    std::string
        what; ///< list, add, invite, link, reset, password, change, stop, resume, sign-out, remove
    AccountAsked account;
    std::string password = {}; ///< of add and password
};
struct AccountDone {
    std::vector<std::string> lines;       ///< what there is to say
    std::optional<std::string> link_path; ///< a link that was made
};
/// The words of every task, in the order of the help.
std::vector<std::string> account_tasks();
/// Does it, as whoever runs the machine.
base::Result<AccountDone> do_account_task(const partnership::Partnership& partnership,
                                          const AccountTask& task, base::Instant now);

} // namespace quorate::views

#endif
