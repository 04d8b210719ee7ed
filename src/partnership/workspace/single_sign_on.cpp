#include "partnership/workspace/single_sign_on.hpp"

#include "base/text.hpp"
#include "partnership/workspace/account_rows.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

// An account that is removed takes its ties with it: a later one of the same name is somebody
// else's.
const char* const sign_on_tables =
    "CREATE TABLE IF NOT EXISTS sign_on_tie (issuer TEXT NOT NULL, subject TEXT NOT NULL, account "
    "TEXT NOT NULL,"
    " since INTEGER NOT NULL, PRIMARY KEY (issuer, subject), UNIQUE (issuer, account)) STRICT;"
    "CREATE TABLE IF NOT EXISTS sign_on_expected (account TEXT NOT NULL, issuer TEXT NOT NULL,"
    " value TEXT NOT NULL, PRIMARY KEY (account, issuer), UNIQUE (issuer, value)) STRICT;"
    "CREATE TRIGGER IF NOT EXISTS sign_on_leaves_with_account AFTER DELETE ON account BEGIN"
    " DELETE FROM sign_on_tie WHERE account = OLD.name;"
    " DELETE FROM sign_on_expected WHERE account = OLD.name; END;";

namespace {

using Found = tl::expected<std::string, SignOnProblem>;
using Begun = tl::expected<SessionTicket, SignOnProblem>;

std::string word_from(const Statement& row) {
    return std::string(row.bytes(0));
}

SignOnTie tie_from(const Statement& row) {
    return {std::string(row.bytes(0)), std::string(row.bytes(1)), base::Instant{row.integer(2)}};
}

SignOnExpected expected_from(const Statement& row) {
    return {std::string(row.bytes(0)), std::string(row.bytes(1))};
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

/// The account's name, unless it is stopped or has ended.
Result<Found> open_account(Workspace::Store& store, const std::string& name, base::Instant now) {
    const auto account = account_rows::find(store, name);
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (!*account) {
        return Found(tl::unexpected(SignOnProblem::unknown));
    }
    if ((*account)->status == AccountStatus::stopped) {
        return Found(tl::unexpected(SignOnProblem::stopped));
    }
    return (*account)->ended(now) ? Found(tl::unexpected(SignOnProblem::ended))
                                  : Found((*account)->name);
}

/// The account that waits for somebody who has not come before.
Result<std::optional<std::string>> awaited(Workspace::Store& store, const SignedOn& who) {
    const auto value = lower(who.value);
    if (who.claim == "email") {
        return store.first<std::string>(
            "SELECT name FROM account WHERE email <> '' AND lower(email) = ?", {value}, word_from);
    }
    return store.first<std::string>(
        "SELECT account FROM sign_on_expected WHERE issuer = ? AND value = ?", {who.issuer, value},
        word_from);
}

Result<Found> first_time(Workspace::Store& store, const SignedOn& who, base::Instant now) {
    if (who.value.empty() || who.value.size() > sign_on_value_max) {
        return Found(tl::unexpected(SignOnProblem::unknown));
    }
    const auto name = awaited(store, who);
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (!*name) {
        return Found(tl::unexpected(SignOnProblem::unknown));
    }
    if (who.claim == "email" && !who.verified) {
        return Found(tl::unexpected(SignOnProblem::not_verified));
    }
    auto account = open_account(store, **name, now);
    if (!account || !*account) {
        return account;
    }
    const auto tied =
        store.number("SELECT count(*) FROM sign_on_tie WHERE issuer = ? AND account = ?",
                     {who.issuer, **account});
    if (!tied) {
        return tl::unexpected(tied.error());
    }
    if (*tied > 0) {
        return Found(tl::unexpected(SignOnProblem::taken));
    }
    const auto added =
        store.run("INSERT INTO sign_on_tie (issuer, subject, account, since) VALUES (?, ?, ?, ?)",
                  {who.issuer, who.subject, **account, now.ms});
    return added ? account : tl::unexpected(added.error());
}

Result<Found> account_of(Workspace::Store& store, const SignedOn& who, base::Instant now) {
    const auto known =
        store.first<std::string>("SELECT account FROM sign_on_tie WHERE issuer = ? AND subject = ?",
                                 {who.issuer, who.subject}, word_from);
    if (!known) {
        return tl::unexpected(known.error());
    }
    return *known ? open_account(store, **known, now) : first_time(store, who, now);
}

} // namespace

Result<Begun> begin_session_of(const Workspace& workspace, const SignedOn& who,
                               const SignInHow& how, base::Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<Begun> {
        const auto account = account_of(store, who, now);
        if (!account) {
            return tl::unexpected(account.error());
        }
        if (!*account) {
            return Begun(tl::unexpected(account->error()));
        }
        return account_rows::begin_session(store, **account, how, now)
            .map([](const SessionTicket& ticket) { return Begun(ticket); });
    });
}

Result<SignOnState> sign_on_of(const Workspace& workspace, std::string_view account) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    auto ties = store.rows<SignOnTie>(
        "SELECT issuer, subject, since FROM sign_on_tie WHERE account = ? ORDER BY since",
        {account}, tie_from);
    auto expected = store.rows<SignOnExpected>(
        "SELECT issuer, value FROM sign_on_expected WHERE account = ? ORDER BY issuer", {account},
        expected_from);
    if (!ties) {
        return tl::unexpected(ties.error());
    }
    if (!expected) {
        return tl::unexpected(expected.error());
    }
    return SignOnState{std::move(*ties), std::move(*expected)};
}

std::string SignOnState::expected_at(std::string_view issuer) const {
    for (const auto& each : expected) {
        if (each.issuer == issuer) {
            return each.value;
        }
    }
    return {};
}

Result<void> expect_sign_on(const Workspace& workspace, std::string_view account,
                            std::string_view issuer, std::string_view value) {
    const auto written = lower(base::trim(value));
    if (written.size() > sign_on_value_max) {
        return base::fail("expected", "What the provider calls them is too long",
                          "Use at most 320 characters");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<void> {
        if (auto gone = store.run("DELETE FROM sign_on_expected WHERE account = ? AND issuer = ?",
                                  {account, issuer});
            !gone || written.empty()) {
            return gone;
        }
        const auto other =
            store.number("SELECT count(*) FROM sign_on_expected WHERE issuer = ? AND value = ?",
                         {issuer, written});
        if (!other) {
            return tl::unexpected(other.error());
        }
        if (*other > 0) {
            return base::fail("expected", "Another account has this already",
                              "Take it from that account first");
        }
        return store.run("INSERT INTO sign_on_expected (account, issuer, value) VALUES (?, ?, ?)",
                         {account, issuer, written});
    });
}

Result<bool> untie_sign_on(const Workspace& workspace, std::string_view account,
                           std::string_view issuer) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<bool> {
        const auto changed = store.change(
            "DELETE FROM sign_on_tie WHERE account = ? AND issuer = ?", {account, issuer});
        if (!changed || *changed == 0) {
            return changed ? Result<bool>(false) : tl::unexpected(changed.error());
        }
        return store.run("DELETE FROM session WHERE account = ?", {account}).map([] {
            return true;
        });
    });
}

Result<void> forget_sign_on(Workspace::Store& store, std::string_view account) {
    return store.run("DELETE FROM sign_on_tie WHERE account = ?", {account}).and_then([&] {
        return store.run("DELETE FROM sign_on_expected WHERE account = ?", {account});
    });
}

Result<void> drop_old_sign_on(Workspace::Store& store) {
    const auto old =
        store.number("SELECT count(*) > 0 AND sum(name = 'issuer') = 0 FROM pragma_table_info(?)",
                     {"sign_on_expected"});
    if (!old || *old == 0) {
        return old ? Result<void>{} : tl::unexpected(old.error());
    }
    return store.run("DROP TABLE sign_on_expected", {});
}

} // namespace quorate::partnership
