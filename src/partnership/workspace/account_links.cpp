// One-time links: asked for, sent by the office, looked at, used up.

#include "partnership/workspace/account_rows.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/invitations.hpp"
#include "partnership/workspace/passwords.hpp"

#include <algorithm>

namespace quorate::partnership {

using base::fail;
using base::Instant;
using Store = Workspace::Store;

namespace {

constexpr std::int64_t links_kept_ms = account_rows::ms_of(std::chrono::hours(24 * 8));

std::string_view written(LinkPurpose purpose) {
    switch (purpose) {
    case LinkPurpose::sign_in:
        return "sign-in";
    case LinkPurpose::reset:
        return "reset";
    case LinkPurpose::invitation:
        return "invitation";
    }
    return "sign-in";
}

LinkPurpose purpose_written(std::string_view text) {
    return text == "reset"        ? LinkPurpose::reset
           : text == "invitation" ? LinkPurpose::invitation
                                  : LinkPurpose::sign_in;
}

/// A link before it is kept.
struct NewLink {
    std::string hash;
    LinkPurpose purpose = LinkPurpose::sign_in;
    Instant made;
    Instant until;
};

Result<void> keep_link(Store& store, const NewLink& link, std::string_view account,
                       std::int64_t mail) {
    return store
        .run("DELETE FROM one_time_link WHERE made < ? OR (account = '' AND until < ?)",
             {link.made.ms - links_kept_ms, link.made.ms})
        .and_then([&] {
            return store.run("INSERT INTO one_time_link (hash, account, purpose, made, until, "
                             "mail) VALUES (?,?,?,?,?,?)",
                             {Store::blob(link.hash), account, written(link.purpose), link.made.ms,
                              link.until.ms, mail});
        });
}

/// A link's mail, made whole: what it is about is the link itself, so that no two are the same.
OutgoingMail link_mail(const ComposeLinkMail& compose, const Account& account,
                       std::string_view token, const NewLink& link) {
    auto out = compose(account, token);
    base::Digest digest{};
    std::copy(link.hash.begin(), link.hash.end(), reinterpret_cast<char*>(digest.data()));
    out.to = account.email;
    out.about = "link " + base::hex(digest).substr(0, 16);
    out.account = account.name;
    out.link_until = link.until;
    return out;
}

struct LinkRow {
    std::string account;
    LinkPurpose purpose = LinkPurpose::sign_in;
    Instant until;
};

Result<std::optional<LinkShown>> shown(Store& store, std::string_view hash, Instant now) {
    const auto row = store.first<LinkRow>(
        "SELECT account, purpose, until FROM one_time_link WHERE hash = ? AND until > ?",
        {Store::blob(hash), now.ms}, [](const Statement& each) {
            return LinkRow{std::string(each.bytes(0)), purpose_written(each.bytes(1)),
                           Instant{each.integer(2)}};
        });
    if (!row || !*row) {
        return row ? std::optional<LinkShown>{}
                   : Result<std::optional<LinkShown>>(tl::unexpected(row.error()));
    }
    auto account = account_rows::find(store, (*row)->account);
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (!*account || (*account)->status == AccountStatus::stopped || (*account)->ended(now)) {
        return std::optional<LinkShown>{};
    }
    return std::optional(LinkShown{std::move(**account), (*row)->purpose, (*row)->until});
}

Result<void> set_password(Store& store, const std::string& account, const std::string& hash) {
    return store.run("UPDATE account SET password = ? WHERE name = ?", {hash, account})
        .and_then([&] { return store.run("DELETE FROM session WHERE account = ?", {account}); });
}

} // namespace

Result<void> account_rows::forget_links(Store& store, std::string_view account) {
    return store
        .run("UPDATE outbox SET link_path = '', "
             "problem = CASE state WHEN 'waiting' THEN 'Its link opens nothing any more' ELSE "
             "problem END, state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END "
             "WHERE link_path <> '' AND id IN (SELECT mail FROM one_time_link WHERE account = ?)",
             {account})
        .and_then([&] {
            return store.run("UPDATE one_time_link SET until = 0 WHERE account = ?", {account});
        });
}

Result<std::optional<Instant>> invited_until(const Workspace& workspace, std::string_view account,
                                             Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.first<Instant>(
        "SELECT until FROM one_time_link WHERE account = ? AND purpose = 'invitation' AND until > ?"
        " ORDER BY until DESC",
        {account, now.ms}, [](const Statement& row) { return Instant{row.integer(0)}; });
}

Result<void> Accounts::ask_link(std::string_view name, LinkPurpose purpose,
                                const ComposeLinkMail& compose, Instant now) {
    std::optional<Account> account;
    {
        const std::lock_guard lock(store_.mutex);
        auto found = account_rows::find(store_, name);
        if (!found) {
            return tl::unexpected(found.error());
        }
        account = std::move(*found);
    }
    // The same work for a name nobody has, up to the one write to the disk.
    const bool can = account && !account->email.empty() &&
                     account->status != AccountStatus::stopped && !account->ended(now);
    const Account nobody{.name = "nobody", .title = "Nobody", .email = "nobody@example.org"};
    const auto token = account_rows::new_token();
    NewLink link{account_rows::token_hash(token), purpose, now,
                 Instant{now.ms + account_rows::ms_of(link_lasts)}};
    if (can && purpose == LinkPurpose::reset) {
        // What everybody practises with keeps its password.
        link.purpose = account->practice                           ? LinkPurpose::sign_in
                       : account->status == AccountStatus::invited ? LinkPurpose::invitation
                                                                   : LinkPurpose::reset;
    }
    const auto mail = link_mail(compose, can ? *account : nobody, token, link);
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<void> {
        const auto asked = store_.number(
            "SELECT count(*) FROM one_time_link WHERE account = ? AND made > ? AND purpose <> "
            "'invitation'",
            {can ? account->name : std::string(),
             now.ms - account_rows::ms_of(links_asked_within)});
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        if (!can || *asked >= links_asked_max) {
            return keep_link(store_, link, {}, 0);
        }
        const auto queued = queue_mail(store_, mail, now);
        return queued ? keep_link(store_, link, account->name, *queued)
                      : tl::unexpected(queued.error());
    });
}

Result<std::string> Accounts::make_link(std::string_view name, LinkPurpose purpose,
                                        std::chrono::minutes lasts, const ComposeLinkMail& compose,
                                        Instant now) {
    const auto account = find(name);
    if (!account || !*account || (*account)->status == AccountStatus::stopped) {
        return account ? fail("name", "there is no account called " + std::string(name),
                              "A stopped account must be taken up again first")
                       : tl::unexpected(account.error());
    }
    if ((*account)->ended(now)) {
        return fail("name", "the last day of the account " + (*account)->name + " is over",
                    "Give it a later one first, or none");
    }
    const auto token = account_rows::new_token();
    const Instant until{now.ms + account_rows::ms_of(lasts)};
    const NewLink link{account_rows::token_hash(token), purpose, now,
                       std::min(until, (*account)->ends.value_or(until))};
    const bool mailed = !(*account)->email.empty();
    const auto mail = link_mail(compose, **account, token, link);
    const std::lock_guard lock(store_.mutex);
    const auto kept = store_.together([&]() -> Result<void> {
        if (auto forgotten = account_rows::forget_links(store_, (*account)->name); !forgotten) {
            return forgotten;
        }
        const auto queued =
            mailed ? queue_mail(store_, mail, now) : Result<std::int64_t>(std::int64_t{0});
        return queued ? keep_link(store_, link, (*account)->name, *queued)
                      : tl::unexpected(queued.error());
    });
    return kept ? Result<std::string>(token) : tl::unexpected(kept.error());
}

Result<std::optional<LinkShown>> Accounts::link(std::string_view token, Instant now) const {
    const auto hash = account_rows::token_hash(token);
    const std::lock_guard lock(store_.mutex);
    return shown(store_, hash, now);
}

Result<std::optional<SessionTicket>> Accounts::use_link(std::string_view token,
                                                        std::optional<std::string_view> password,
                                                        const SignInHow& how, Instant now) {
    std::string stored;
    if (password) {
        if (auto checked = account_rows::check_length(*password); !checked) {
            return tl::unexpected(checked.error());
        }
        auto hashed = hash_password(*password);
        if (!hashed) {
            return tl::unexpected(hashed.error());
        }
        stored = std::move(*hashed);
    }
    const auto hash = account_rows::token_hash(token);
    using Ticket = std::optional<SessionTicket>;
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<Ticket> {
        const auto link = shown(store_, hash, now);
        if (!link || !*link) {
            return link ? Ticket{} : Result<Ticket>(tl::unexpected(link.error()));
        }
        const auto& name = (*link)->account.name;
        if ((*link)->purpose == LinkPurpose::reset && stored.empty()) {
            return fail("password", "a new password is needed", "Choose one");
        }
        auto used = account_rows::forget_links(store_, name);
        if (used && !stored.empty() && (*link)->purpose != LinkPurpose::sign_in) {
            used = set_password(store_, name, stored);
        }
        if (!used) {
            return tl::unexpected(used.error());
        }
        auto ticket = account_rows::begin_session(store_, name, how, now);
        return ticket ? Result<Ticket>(std::move(*ticket)) : tl::unexpected(ticket.error());
    });
}

} // namespace quorate::partnership
