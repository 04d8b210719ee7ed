// Signing in with a password, and the sessions that come of it.

#include "partnership/workspace/account_rows.hpp"
#include "partnership/workspace/passwords.hpp"

#include <algorithm>

namespace quorate::partnership {

using base::fail;
using base::Instant;
using Store = Workspace::Store;

namespace {

/// A session's last use is written down at most this often: reading a page need not wait for the
/// disk.
constexpr std::int64_t used_written_every_ms = account_rows::ms_of(std::chrono::minutes(10));
constexpr std::int64_t sessions_of_account_max = 50;
constexpr std::size_t device_length_max = 300;
/// Tries further back than this count no more.
constexpr std::int64_t tries_kept_ms = account_rows::ms_of(std::chrono::hours(1));

/// What tells a session in a list: the first seven bytes of its token's hash.
std::int64_t id_of(std::string_view hash) {
    std::int64_t out = 0;
    for (std::size_t i = 0; i < 7; ++i) {
        out = (out << 8) | static_cast<unsigned char>(hash[i]);
    }
    return out;
}

std::string start_of(std::int64_t id) {
    std::string out(7, '\0');
    for (std::size_t i = 7; i > 0; --i, id >>= 8) {
        out[i - 1] = static_cast<char>(id & 0xff);
    }
    return out;
}

/// Where tries are counted. What was typed decides what is said to whoever has not the password, so
/// that it is the same whether an account goes by it or not. The account's own decides whether
/// anybody gets in, so that a name and an address give no more tries than one of them.
struct Counter {
    std::string key;
    bool last = false; ///< with this try the wait began
};

/// One try at a password: who it is for, and what is stored for them.
struct Try {
    std::string account;          ///< its name; empty when there is none
    std::string password;         ///< empty: nobody gets in with one
    std::vector<Counter> counted; ///< what was typed first
    std::optional<Instant> until; ///< it must wait, and no password is looked at
    std::optional<Instant>
        locked; ///< the account waits, which is said only to whoever has the password
    std::optional<Instant> ended; ///< its last day was over then; said as narrowly

    [[nodiscard]] bool last() const { return counted.front().last; }
};

struct Tries {
    std::int64_t failures = 0;
    std::int64_t waits_until = 0;
};

Result<Tries> tries_of(Store& store, const std::string& key, Instant now) {
    return store
        .first<Tries>("SELECT failures, waits_until FROM sign_in_try WHERE name = ? AND at > ?",
                      {key, now.ms - tries_kept_ms},
                      [](const Statement& row) {
                          return Tries{row.integer(0), row.integer(1)};
                      })
        .map([](const std::optional<Tries>& found) { return found.value_or(Tries{}); });
}

/// Counts a try before the password is looked at: of many at once each counts. Until when, if it
/// must wait instead.
Result<std::optional<Instant>> count_try(Store& store, Try& attempt, const std::string& key,
                                         Instant now) {
    const auto before = tries_of(store, key, now);
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (before->waits_until > now.ms) {
        return std::optional(Instant{before->waits_until});
    }
    const auto failures = before->failures + 1;
    const bool last = failures >= sign_in_failures_max;
    const auto until = last ? now.ms + account_rows::ms_of(sign_in_wait) : 0;
    attempt.counted.push_back({key, last});
    return store.run("DELETE FROM sign_in_try WHERE at <= ?", {now.ms - tries_kept_ms})
        .and_then([&] {
            return store.run("INSERT INTO sign_in_try (name, failures, waits_until, at) VALUES "
                             "(?,?,?,?) ON CONFLICT (name) DO UPDATE SET "
                             "failures = excluded.failures, waits_until = excluded.waits_until, "
                             "at = excluded.at",
                             {key, last ? 0 : failures, until, now.ms});
        })
        .map([] { return std::optional<Instant>(); });
}

/// The account of what was typed, and what is stored for it.
Result<void> find_account(Store& store, std::string_view typed, Instant now, Try& attempt) {
    const auto found = account_rows::find(store, typed);
    if (!found || !*found || (*found)->status == AccountStatus::stopped) {
        return found ? Result<void>{} : tl::unexpected(found.error());
    }
    attempt.account = (*found)->name;
    attempt.ended = (*found)->ended(now) ? (*found)->ends : std::nullopt;
    auto stored =
        store.first<std::string>("SELECT password FROM account WHERE name = ?", {attempt.account},
                                 [](const Statement& row) { return std::string(row.bytes(0)); });
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    attempt.password = stored->value_or("");
    return {};
}

Result<Try> begin_try(Store& store, std::string_view typed, Instant now) {
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<Try> {
        Try out;
        if (auto found = find_account(store, typed, now, out); !found) {
            return tl::unexpected(found.error());
        }
        const auto typed_waits = count_try(store, out, "typed:" + std::string(typed), now);
        if (!typed_waits) {
            return tl::unexpected(typed_waits.error());
        }
        out.until = *typed_waits;
        if (out.until || out.account.empty()) {
            return out;
        }
        const auto account_waits = count_try(store, out, "account:" + out.account, now);
        if (!account_waits) {
            return tl::unexpected(account_waits.error());
        }
        out.locked = *account_waits;
        return out;
    });
}

/// A try whose password was never looked at does not count, nor does a right one at a locked
/// account.
Result<void> take_back(Store& store, const Try& attempt) {
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<void> {
        for (const auto& each : attempt.counted) {
            auto taken =
                each.last
                    ? store.run(
                          "UPDATE sign_in_try SET failures = ?, waits_until = 0 WHERE name = ?",
                          {static_cast<std::int64_t>(sign_in_failures_max - 1), each.key})
                    : store.run(
                          "UPDATE sign_in_try SET failures = max(failures - 1, 0) WHERE name = ?",
                          {each.key});
            if (!taken) {
                return taken;
            }
        }
        return {};
    });
}

using Looked = tl::expected<Try, SignInRefused>;

Result<Looked> not_counted(Store& store, const Try& attempt, const SignInRefused& refused) {
    if (auto taken = take_back(store, attempt); !taken) {
        return tl::unexpected(taken.error());
    }
    return Looked(tl::unexpected(refused));
}

/// Counts the try and looks at the password.
Result<Looked> look(Store& store, std::string_view name, std::string_view password, Instant now) {
    auto attempt = begin_try(store, name, now);
    if (!attempt) {
        return tl::unexpected(attempt.error());
    }
    if (attempt->until) {
        return Looked(tl::unexpected(SignInRefused{SignInProblem::waiting, *attempt->until}));
    }
    // Outside the lock: it takes tens of milliseconds on purpose.
    switch (password_fits(password.substr(0, password_length_max + 1), attempt->password)) {
    case PasswordFit::fits:
        return attempt->locked
                   ? not_counted(store, *attempt, {SignInProblem::waiting, *attempt->locked})
               : attempt->ended
                   ? not_counted(store, *attempt, {SignInProblem::ended, *attempt->ended})
                   : Result<Looked>(std::move(*attempt));
    case PasswordFit::busy:
        return not_counted(store, *attempt, {SignInProblem::busy, {}});
    case PasswordFit::does_not:
        break;
    }
    if (attempt->last()) {
        return Looked(tl::unexpected(SignInRefused{
            SignInProblem::waiting, Instant{now.ms + account_rows::ms_of(sign_in_wait)}}));
    }
    return Looked(tl::unexpected(SignInRefused{SignInProblem::wrong, {}}));
}

/// Whether the account is still as it was when its password was looked at.
Result<bool> unchanged(Store& store, const Try& attempt) {
    return store
        .number("SELECT count(*) FROM account WHERE name = ? AND password = ? AND stopped = 0",
                {attempt.account, attempt.password})
        .map([](std::int64_t count) { return count > 0; });
}

} // namespace

std::string account_rows::new_token() {
    auto text = base::base64(base::random_bytes(32));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    text.erase(std::find(text.begin(), text.end(), '='), text.end());
    return text;
}

std::string account_rows::token_hash(std::string_view token) {
    const auto digest = base::sha256(token);
    return std::string(base::as_bytes(digest));
}

Result<void> account_rows::forget_tries(Store& store, std::string_view account) {
    return store.run("DELETE FROM sign_in_try WHERE name IN ('account:' || ?1, 'typed:' || ?1, "
                     "(SELECT 'typed:' || email FROM account WHERE name = ?1))",
                     {account});
}

Result<SessionTicket> account_rows::begin_session(Store& store, std::string_view account,
                                                  const SignInHow& how, Instant now) {
    SessionTicket ticket{new_token(), new_token()};
    const auto hash = token_hash(ticket.token);
    const auto oldest = now.ms - ms_of(session_age_max);
    const auto device = std::string_view(how.device).substr(0, device_length_max);
    auto begun =
        store.run("DELETE FROM session WHERE begun < ?", {oldest})
            .and_then([&] {
                return store.run("DELETE FROM session WHERE account = ?1 AND token NOT IN (SELECT "
                                 "token FROM session WHERE account = ?1 ORDER BY begun DESC "
                                 "LIMIT ?2)",
                                 {account, sessions_of_account_max - 1});
            })
            .and_then([&] {
                return store.run(
                    "INSERT INTO session (token, account, csrf, begun, used, how, "
                    "device) VALUES (?,?,?,?,?,?,?)",
                    {Store::blob(hash), account, ticket.csrf, now.ms, now.ms, how.how, device});
            })
            .and_then([&] {
                return store.run("UPDATE account SET entered = 1, signed_in = ? WHERE name = ?",
                                 {now.ms, account});
            })
            .and_then([&] { return forget_tries(store, account); });
    return begun ? Result<SessionTicket>(std::move(ticket)) : tl::unexpected(begun.error());
}

Result<tl::expected<SessionTicket, SignInRefused>> Accounts::sign_in(std::string_view name,
                                                                     std::string_view password,
                                                                     const SignInHow& how,
                                                                     Instant now) {
    const auto looked = look(store_, name, password, now);
    if (!looked) {
        return tl::unexpected(looked.error());
    }
    if (!*looked) {
        return tl::unexpected(looked->error());
    }
    using Ticket = tl::expected<SessionTicket, SignInRefused>;
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<Ticket> {
        const auto still = unchanged(store_, **looked);
        if (!still) {
            return tl::unexpected(still.error());
        }
        if (!*still) {
            return Ticket(tl::unexpected(SignInRefused{SignInProblem::wrong, {}}));
        }
        auto ticket = account_rows::begin_session(store_, (*looked)->account, how, now);
        return ticket ? Result<Ticket>(Ticket(std::move(*ticket))) : tl::unexpected(ticket.error());
    });
}

Result<tl::expected<void, SignInRefused>>
Accounts::check_password(std::string_view name, std::string_view password, Instant now) {
    using Answer = tl::expected<void, SignInRefused>;
    const auto looked = look(store_, name, password, now);
    if (!looked) {
        return tl::unexpected(looked.error());
    }
    if (!*looked) {
        return Answer(tl::unexpected(looked->error()));
    }
    const std::lock_guard lock(store_.mutex);
    auto cleared = account_rows::forget_tries(store_, (*looked)->account);
    return cleared ? Result<Answer>(Answer{}) : tl::unexpected(cleared.error());
}

Result<std::optional<Session>> Accounts::session(std::string_view token, Instant now) {
    struct Row {
        Session session;
        std::int64_t used = 0;
    };
    const auto hash = account_rows::token_hash(token);
    const std::lock_guard lock(store_.mutex);
    auto found =
        store_.first<Row>("SELECT " + std::string(account_rows::columns) +
                              ", csrf, begun, used FROM session JOIN account ON name = account "
                              "WHERE token = ? AND stopped = 0 AND (ends = 0 OR ends > ?)",
                          {Store::blob(hash), now.ms}, [](const Statement& row) {
                              constexpr int next = account_rows::columns_count;
                              return Row{{account_rows::from(row), std::string(row.bytes(next)),
                                          Instant{row.integer(next + 1)}},
                                         row.integer(next + 2)};
                          });
    if (!found || !*found) {
        return found ? std::optional<Session>{}
                     : Result<std::optional<Session>>(tl::unexpected(found.error()));
    }
    auto& row = **found;
    row.session.id = id_of(hash);
    if (now.ms - row.used > account_rows::ms_of(session_idle_max) ||
        now.ms - row.session.begun.ms > account_rows::ms_of(session_age_max)) {
        return std::optional<Session>{};
    }
    if (now.ms - row.used > used_written_every_ms) {
        if (auto noted = store_.run("UPDATE session SET used = ? WHERE token = ?",
                                    {now.ms, Store::blob(hash)});
            !noted) {
            return tl::unexpected(noted.error());
        }
    }
    return std::optional(std::move(row.session));
}

Result<std::optional<std::string>>
account_rows::account_of_session(Store& store, std::string_view token, Instant now) {
    const auto hash = token_hash(token);
    return store.first<std::string>(
        "SELECT name FROM session JOIN account ON name = account WHERE token = ? AND stopped = 0 "
        "AND used >= ? AND begun >= ? AND (ends = 0 OR ends > ?)",
        {Store::blob(hash), now.ms - ms_of(session_idle_max), now.ms - ms_of(session_age_max),
         now.ms},
        [](const Statement& row) { return std::string(row.bytes(0)); });
}

Result<bool> Accounts::session_holds(std::string_view token, Instant now) const {
    const std::lock_guard lock(store_.mutex);
    return account_rows::account_of_session(store_, token, now)
        .map([](const std::optional<std::string>& account) { return account.has_value(); });
}

Result<void> Accounts::sign_out(std::string_view token) {
    const auto hash = account_rows::token_hash(token);
    const std::lock_guard lock(store_.mutex);
    return store_.run("DELETE FROM session WHERE token = ?", {Store::blob(hash)});
}

Result<void> Accounts::sign_out_everywhere(std::string_view account, std::string_view but) {
    const auto hash = account_rows::token_hash(but);
    const std::lock_guard lock(store_.mutex);
    return store_.run("DELETE FROM session WHERE account = ? AND token <> ?",
                      {account, Store::blob(hash)});
}

Result<std::vector<SessionSeen>> Accounts::sessions(std::string_view account, Instant now) const {
    const std::lock_guard lock(store_.mutex);
    return store_.rows<SessionSeen>(
        "SELECT token, begun, used, how, device FROM session WHERE account = ? AND begun > ? AND "
        "used > ? AND NOT EXISTS (SELECT 1 FROM account WHERE name = ?1 AND ends <> 0 AND ends <= "
        "?) "
        "ORDER BY used DESC, begun DESC",
        {account, now.ms - account_rows::ms_of(session_age_max),
         now.ms - account_rows::ms_of(session_idle_max), now.ms},
        [](const Statement& row) {
            return SessionSeen{id_of(row.bytes(0)), Instant{row.integer(1)},
                               Instant{row.integer(2)}, std::string(row.bytes(3)),
                               std::string(row.bytes(4))};
        });
}

Result<bool> Accounts::end_session(std::string_view account, std::int64_t id) {
    const auto start = start_of(id);
    const std::lock_guard lock(store_.mutex);
    return store_
        .change("DELETE FROM session WHERE account = ? AND substr(token, 1, 7) = ?",
                {account, Store::blob(start)})
        .map([](std::int64_t count) { return count > 0; });
}

} // namespace quorate::partnership
