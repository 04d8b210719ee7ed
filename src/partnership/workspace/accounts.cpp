#include "partnership/workspace/accounts.hpp"

#include "partnership/workspace/account_rows.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/passwords.hpp"
#include "partnership/workspace/single_sign_on.hpp"
#include "partnership/workspace/tables.hpp"

#include <algorithm>

namespace quorate::partnership {

using base::fail;
using base::Instant;
using Store = Workspace::Store;

const char* const account_tables =
    "CREATE TABLE IF NOT EXISTS sign_in_try (name TEXT PRIMARY KEY, failures INTEGER NOT NULL,"
    " waits_until INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;"
    "CREATE TABLE IF NOT EXISTS one_time_link (hash BLOB PRIMARY KEY, account TEXT NOT NULL,"
    " purpose TEXT NOT NULL, made INTEGER NOT NULL, until INTEGER NOT NULL,"
    " mail INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE INDEX IF NOT EXISTS link_by_account ON one_time_link (account);"
    "CREATE UNIQUE INDEX IF NOT EXISTS account_by_email ON account (email) WHERE email <> '';";

Result<void> add_account_columns(Store& store) {
    struct Column {
        const char* table;
        const char* name;
        const char* kind;
    };
    constexpr Column columns[] = {
        {"account", "person", "TEXT NOT NULL DEFAULT ''"},
        {"account", "organisations", "TEXT NOT NULL DEFAULT ''"},
        {"account", "email", "TEXT NOT NULL DEFAULT ''"},
        {"account", "stopped", "INTEGER NOT NULL DEFAULT 0"},
        {"account", "entered", "INTEGER NOT NULL DEFAULT 1"},
        {"account", "signed_in", "INTEGER NOT NULL DEFAULT 0"},
        {"account", "ends", "INTEGER NOT NULL DEFAULT 0"},
        {"session", "how", "TEXT NOT NULL DEFAULT 'password'"},
        {"session", "device", "TEXT NOT NULL DEFAULT ''"},
    };
    for (const auto& each : columns) {
        if (auto added = store.add_column(each.table, each.name, each.kind); !added) {
            return added;
        }
    }
    return {};
}

// The rows, shared with sessions and links.

namespace account_rows {

namespace {

std::string_view written(AccountKind kind) {
    switch (kind) {
    case AccountKind::secretariat:
        return "secretariat";
    case AccountKind::member:
        return "member";
    case AccountKind::auditor:
        return "auditor";
    case AccountKind::partner:
        return "partner";
    case AccountKind::administrator:
        return "administrator";
    }
    return "member";
}

AccountKind kind_written(std::string_view text) {
    return text == "secretariat"     ? AccountKind::secretariat
           : text == "auditor"       ? AccountKind::auditor
           : text == "partner"       ? AccountKind::partner
           : text == "administrator" ? AccountKind::administrator
                                     : AccountKind::member;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        if (space > 0) {
            out.push_back(text.substr(0, space));
        }
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out;
}

/// Earlier versions kept a person among the seats.
void add_seats(Account& account, std::string_view text) {
    for (const auto word : words(text)) {
        auto actor = governance::parse_actor(word);
        if (!actor) {
            continue;
        }
        if (actor->kind == governance::ActorKind::person && !account.person) {
            account.person = governance::PersonId(actor->id);
        } else {
            account.seats.push_back(std::move(*actor));
        }
    }
}

} // namespace

std::string seats_written(const Account& account) {
    std::string out;
    for (const auto& seat : account.seats) {
        out += (out.empty() ? "" : " ") + governance::text(seat);
    }
    return out;
}

std::string organisations_written(const Account& account) {
    std::string out;
    for (const auto& each : account.organisations) {
        out += (out.empty() ? "" : " ") + each.value;
    }
    return out;
}

Account from(const Statement& row) {
    Account out;
    out.name = row.bytes(0);
    out.title = row.bytes(1);
    out.kind = kind_written(row.bytes(2));
    out.practice = row.integer(4) != 0;
    if (!row.bytes(5).empty()) {
        out.person = governance::PersonId(std::string(row.bytes(5)));
    }
    add_seats(out, row.bytes(3));
    for (const auto word : words(row.bytes(6))) {
        out.organisations.emplace_back(std::string(word));
    }
    out.email = row.bytes(7);
    out.password = row.integer(10) != 0;
    out.status = row.integer(8) != 0   ? AccountStatus::stopped
                 : row.integer(9) == 0 ? AccountStatus::invited
                                       : AccountStatus::active;
    if (row.integer(11) != 0) {
        out.last_signed_in = Instant{row.integer(11)};
    }
    if (row.integer(12) != 0) {
        out.ends = Instant{row.integer(12)};
    }
    return out;
}

std::int64_t ends_written(const Account& account) {
    return account.ends.value_or(Instant{}).ms;
}

Result<std::optional<Account>> find(Store& store, std::string_view name) {
    const std::string by = name.find('@') == std::string_view::npos ? "name" : "email";
    return store.first<Account>(
        "SELECT " + std::string(columns) + " FROM account WHERE " + by + " = ?", {name}, from);
}

Result<bool> insert(Store& store, const Account& account, const std::string& hash) {
    const auto seats = seats_written(account);
    const auto organisations = organisations_written(account);
    const auto person = account.person ? account.person->value : std::string();
    return store
        .change("INSERT INTO account (name, title, kind, seats, practice, password, person,"
                " organisations, email, entered, ends) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
                " ON CONFLICT DO NOTHING",
                {account.name, account.title, written(account.kind), seats,
                 static_cast<std::int64_t>(account.practice), hash, person, organisations,
                 account.email, static_cast<std::int64_t>(hash.empty() ? 0 : 1),
                 ends_written(account)})
        .map([](std::int64_t count) { return count == 1; });
}

Result<void> check_length(std::string_view password) {
    if (password.size() < password_length_min || password.size() > password_length_max) {
        return fail("password", "a password has 8 to 256 characters", "Choose another");
    }
    if (easily_guessed(password)) {
        return fail("password", "this is one of the passwords that are tried first",
                    "Choose another, such as three words nobody would put together");
    }
    return {};
}

} // namespace account_rows

governance::Actor Account::actor() const {
    switch (kind) {
    case AccountKind::secretariat:
        return {governance::ActorKind::servicing, {}};
    case AccountKind::auditor:
        return {governance::ActorKind::auditor, {}};
    case AccountKind::administrator:
        return {governance::ActorKind::administrator, {}};
    case AccountKind::partner:
        return organisations.empty() ? governance::Actor{}
                                     : governance::Actor{governance::ActorKind::organisation,
                                                         organisations.front().value};
    case AccountKind::member:
        break;
    }
    const auto all = actors();
    return all.empty() ? governance::Actor{} : all.front();
}

std::vector<governance::Actor> Account::actors() const {
    std::vector<governance::Actor> out;
    if (person) {
        out.push_back({governance::ActorKind::person, person->value});
    }
    out.insert(out.end(), seats.begin(), seats.end());
    return out;
}

bool plain_account_name(std::string_view name) {
    return !name.empty() && name.size() <= account_name_length_max &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
           });
}

namespace {

Result<void> check_account(const Account& account) {
    if (!plain_account_name(account.name)) {
        return fail("name",
                    "\"" + account.name.substr(0, 80) + "\" cannot be the name of an account",
                    "Use up to 60 small letters, digits, dots and hyphens");
    }
    if (account.title.empty() || account.title.size() > account_title_length_max) {
        return fail("title", "an account is shown by a title of 1 to 100 characters",
                    "Such as Secretariat or Seat 9");
    }
    if (account.ends && account.kind == AccountKind::member) {
        return fail("last_day", "a member's account ends with the seat, and has no last day",
                    "Leave it out");
    }
    if (!account.email.empty() && !plain_email(account.email)) {
        return fail("email", "\"" + account.email.substr(0, 80) + "\" is not an e-mail address",
                    "Write one address, such as clerk@example.org");
    }
    return {};
}

/// Whom an address belongs to already, other than `account`.
Result<void> check_address_free(Store& store, const Account& account) {
    const auto others =
        store.number("SELECT count(*) FROM account WHERE email = ? AND email <> '' AND name <> ?",
                     {account.email, account.name});
    if (!others || *others > 0) {
        return others ? fail("email", "another account has the address " + account.email,
                             "Give each account its own")
                      : tl::unexpected(others.error());
    }
    return {};
}

/// `account` as it is to be kept: its address in small letters.
Account kept(Account account) {
    for (char& c : account.email) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return account;
}

Result<void> add_with(Store& store, const Account& account, const std::string& hash) {
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<void> {
        if (auto free = check_address_free(store, account); !free) {
            return free;
        }
        const auto count = store.number("SELECT count(*) FROM account", {});
        if (!count || *count >= static_cast<std::int64_t>(accounts_max)) {
            return count ? fail("name", "a partnership has at most 5,000 accounts",
                                "Remove some first")
                         : tl::unexpected(count.error());
        }
        const auto added = account_rows::insert(store, account, hash);
        if (!added) {
            return tl::unexpected(added.error());
        }
        return *added ? Result<void>{}
                      : fail("name", "there is already an account called " + account.name,
                             "Choose another name");
    });
}

/// Fails when no other administrator could sign in. One whose account ends some day is none to rely
/// on.
Result<void> check_not_last_administrator(Store& store, std::string_view name) {
    const auto alone = store.number(
        "SELECT count(*) FROM account WHERE name = ?1 AND kind = 'administrator' AND stopped = 0 "
        "AND NOT EXISTS (SELECT 1 FROM account WHERE name <> ?1 AND kind = 'administrator' AND "
        "stopped = 0 AND entered = 1 AND ends = 0)",
        {name});
    if (!alone || *alone > 0) {
        return alone ? fail("name", "this is the only administrator",
                            "Add another administrator first")
                     : tl::unexpected(alone.error());
    }
    return {};
}

/// Ends what an account has open: sessions, and links.
Result<void> end_everything(Store& store, std::string_view name) {
    return store.run("DELETE FROM session WHERE account = ?", {name}).and_then([&] {
        return account_rows::forget_links(store, name);
    });
}

/// Takes away by what the one whose account it was could get in, and what they kept to themselves.
/// What everybody practises with keeps its password, which is no secret.
Result<void> forget_owner(Store& store, const Account& account) {
    return forget_sign_on(store, account.name)
        .and_then([&] { return erase_reading_rows(store, account.name); })
        .and_then([&] {
            return store.run("UPDATE account SET password = '', entered = 0 WHERE name = ? AND "
                             "practice = 0",
                             {account.name});
        });
}

/// Fails when an account becomes somebody else's by whom nobody could let them in.
Result<void> check_can_be_let_in(Store& store, const Account& account, ChangedFrom from) {
    if (account.practice || from == ChangedFrom::machine) {
        return {};
    }
    auto checked = check_not_last_administrator(store, account.name);
    if (!checked) {
        checked.error().where = "email";
        checked.error().help += ", or have it changed on the machine (quorate account change)";
    }
    return checked;
}

/// An end for the only administrator would leave nobody to let anybody in.
Result<void> check_may_end(Store& store, const Account& account, ChangedFrom from) {
    if (!account.ends || from == ChangedFrom::machine) {
        return {};
    }
    auto checked = check_not_last_administrator(store, account.name);
    if (!checked) {
        checked.error() = {"last_day", "this is the only administrator whose account goes on",
                           "Add another administrator without a last day first"};
    }
    return checked;
}

/// Before an account changes: who acts for something else from now on signs in again, and who is
/// not its owner any more cannot.
Result<void> shut_out_former(Store& store, const Account& before, const Account& after,
                             ChangedFrom from) {
    const bool another = before.person != after.person || before.email != after.email;
    const bool other_reach =
        account_rows::seats_written(before) != account_rows::seats_written(after) ||
        account_rows::organisations_written(before) != account_rows::organisations_written(after);
    // What was open before the end stays shut when the account is taken up again later.
    const bool was_over = before.ended(base::system_now()) && before.ends != after.ends;
    if (!another && was_over) {
        return end_everything(store, before.name);
    }
    if (!another) {
        return other_reach ? store.run("DELETE FROM session WHERE account = ?", {before.name})
                           : Result<void>{};
    }
    return check_can_be_let_in(store, before, from)
        .and_then([&] { return end_everything(store, before.name); })
        .and_then([&] { return forget_owner(store, before); });
}

} // namespace

Result<void> Accounts::add(const Account& account, std::string_view password) {
    const auto wanted = kept(account);
    if (auto checked = check_account(wanted); !checked) {
        return checked;
    }
    if (auto checked = account_rows::check_length(password); !checked) {
        return checked;
    }
    const auto hash = hash_password(password);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return add_with(store_, wanted, *hash);
}

Result<void> Accounts::add_invited(const Account& account) {
    const auto wanted = kept(account);
    if (auto checked = check_account(wanted); !checked) {
        return checked;
    }
    return add_with(store_, wanted, {});
}

Result<void> Accounts::add_practice(const std::vector<Account>& accounts,
                                    std::string_view password) {
    const auto known = list();
    if (!known) {
        return tl::unexpected(known.error());
    }
    std::string hash;
    for (const auto& account : accounts) {
        const auto same = [&](const Account& each) { return each.name == account.name; };
        if (std::any_of(known->begin(), known->end(), same)) {
            continue;
        }
        if (hash.empty()) {
            auto made = hash_password_waiting(password);
            if (!made) {
                return tl::unexpected(made.error());
            }
            hash = std::move(*made);
        }
        const std::lock_guard lock(store_.mutex);
        if (auto added = account_rows::insert(store_, account, hash); !added) {
            return tl::unexpected(added.error());
        }
    }
    return {};
}

Result<std::vector<Account>> Accounts::list() const {
    const std::lock_guard lock(store_.mutex);
    return store_.rows<Account>("SELECT " + std::string(account_rows::columns) +
                                    " FROM account ORDER BY rowid",
                                {}, account_rows::from);
}

Result<std::optional<Account>> Accounts::find(std::string_view name) const {
    const std::lock_guard lock(store_.mutex);
    return account_rows::find(store_, name);
}

Result<bool> Accounts::change(const Account& account, ChangedFrom from) {
    const auto wanted = kept(account);
    if (auto checked = check_account(wanted); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto seats = account_rows::seats_written(wanted);
    const auto organisations = account_rows::organisations_written(wanted);
    const auto person = wanted.person ? wanted.person->value : std::string();
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<bool> {
        const auto before = account_rows::find(store_, wanted.name);
        if (!before || !*before) {
            return before ? Result<bool>(false) : tl::unexpected(before.error());
        }
        const auto left =
            check_address_free(store_, wanted)
                .and_then([&] { return check_may_end(store_, wanted, from); })
                .and_then([&] { return shut_out_former(store_, **before, wanted, from); });
        if (!left) {
            return tl::unexpected(left.error());
        }
        return store_
            .change("UPDATE account SET title = ?, seats = ?, person = ?, organisations = ?,"
                    " email = ?, ends = ? WHERE name = ?",
                    {wanted.title, seats, person, organisations, wanted.email,
                     account_rows::ends_written(wanted), wanted.name})
            .map([](std::int64_t count) { return count > 0; });
    });
}

Result<bool> Accounts::stop(std::string_view name) {
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<bool> {
        auto ended = check_not_last_administrator(store_, name).and_then([&] {
            return end_everything(store_, name);
        });
        if (!ended) {
            return tl::unexpected(ended.error());
        }
        return store_.change("UPDATE account SET stopped = 1 WHERE name = ?", {name})
            .map([](std::int64_t count) { return count > 0; });
    });
}

Result<bool> Accounts::take_up_again(std::string_view name) {
    const std::lock_guard lock(store_.mutex);
    return store_.change("UPDATE account SET stopped = 0 WHERE name = ?", {name})
        .map([](std::int64_t count) { return count > 0; });
}

Result<bool> Accounts::remove(std::string_view name) {
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<bool> {
        auto ended = check_not_last_administrator(store_, name).and_then([&] {
            return end_everything(store_, name);
        });
        if (!ended) {
            return tl::unexpected(ended.error());
        }
        return store_.change("DELETE FROM account WHERE name = ?", {name})
            .map([](std::int64_t count) { return count > 0; });
    });
}

namespace {

Result<std::string> checked_hash(std::string_view password) {
    if (auto checked = account_rows::check_length(password); !checked) {
        return tl::unexpected(checked.error());
    }
    return hash_password(password);
}

/// Ends what was open with the password before, and counts no tries at it any more.
Result<void> set_password(Store& store, std::string_view name, const std::string& hash) {
    const auto changed =
        store.change("UPDATE account SET password = ?, entered = 1 WHERE name = ?", {hash, name});
    if (!changed || *changed == 0) {
        return changed ? fail("name", "there is no account called " + std::string(name), "")
                       : tl::unexpected(changed.error());
    }
    return end_everything(store, name).and_then([&] {
        return account_rows::forget_tries(store, name);
    });
}

} // namespace

Result<void> Accounts::change_password(std::string_view name, std::string_view password) {
    const auto hash = checked_hash(password);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    const std::lock_guard lock(store_.mutex);
    return store_.together([&] { return set_password(store_, name, *hash); });
}

Result<std::optional<SessionTicket>> Accounts::change_own_password(std::string_view token,
                                                                   std::string_view password,
                                                                   const SignInHow& how,
                                                                   Instant now) {
    const auto hash = checked_hash(password);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    using Ticket = std::optional<SessionTicket>;
    const std::lock_guard lock(store_.mutex);
    return store_.together([&]() -> Result<Ticket> {
        const auto name = account_rows::account_of_session(store_, token, now);
        if (!name || !*name) {
            return name ? Ticket{} : Result<Ticket>(tl::unexpected(name.error()));
        }
        if (auto set = set_password(store_, **name, *hash); !set) {
            return tl::unexpected(set.error());
        }
        return account_rows::begin_session(store_, **name, how, now)
            .map([](const SessionTicket& ticket) { return Ticket(ticket); });
    });
}

} // namespace quorate::partnership
