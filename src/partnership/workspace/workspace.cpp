#include "partnership/workspace/workspace.hpp"

#include "ledger/sqlite/database.hpp"
#include "partnership/workspace/passwords.hpp"

#include <algorithm>
#include <mutex>

namespace quorate::partnership {
namespace {

using base::fail;
using base::Instant;
using ledger::sqlite::Database;
using ledger::sqlite::Statement;

constexpr const char* schema =
    "CREATE TABLE account (name TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " seats TEXT NOT NULL, practice INTEGER NOT NULL, password TEXT NOT NULL,"
    " failures INTEGER NOT NULL DEFAULT 0, waits_until INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE TABLE session (token BLOB PRIMARY KEY, account TEXT NOT NULL, csrf TEXT NOT NULL,"
    " begun INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;"
    "CREATE TABLE upload (id INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL,"
    " item INTEGER, digest BLOB NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,"
    " content_type TEXT NOT NULL, bytes INTEGER NOT NULL, pages INTEGER NOT NULL,"
    " restricted TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
    "CREATE INDEX upload_by_meeting ON upload (meeting);"
    "CREATE INDEX upload_by_digest ON upload (digest);"
    "CREATE TABLE sheet (number INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL,"
    " submission TEXT NOT NULL) STRICT;"
    "CREATE INDEX sheet_by_meeting ON sheet (meeting, number);"
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;";

const ledger::sqlite::DatabaseKind& workspace_kind() {
    static const ledger::sqlite::DatabaseKind kind{"workspace", 0x51525753 /* "QRWS" */, 1, schema};
    return kind;
}

std::string_view written(AccountKind kind) {
    switch (kind) {
    case AccountKind::secretariat:
        return "secretariat";
    case AccountKind::member:
        return "member";
    case AccountKind::auditor:
        return "auditor";
    }
    return "member";
}

AccountKind kind_written(std::string_view text) {
    return text == "secretariat" ? AccountKind::secretariat
           : text == "auditor"   ? AccountKind::auditor
                                 : AccountKind::member;
}

std::string seats_written(const std::vector<governance::Actor>& seats) {
    std::string out;
    for (const auto& seat : seats) {
        out += (out.empty() ? "" : " ") + governance::text(seat);
    }
    return out;
}

std::vector<governance::Actor> seats_from(std::string_view text) {
    std::vector<governance::Actor> out;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        if (const auto actor = governance::parse_actor(text.substr(0, space))) {
            out.push_back(*actor);
        }
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out;
}

/// Small letters, digits, dots and hyphens, so that it is typed the same everywhere.
bool plain_account_name(std::string_view name) {
    return !name.empty() && name.size() <= account_name_length_max &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
           });
}

Result<void> check_password(std::string_view password) {
    if (password.size() < password_length_min || password.size() > password_length_max) {
        return fail("password", "a password has 8 to 256 characters", "Choose another");
    }
    return {};
}

std::string url_token() {
    auto text = base::base64(base::random_bytes(32));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    text.erase(std::find(text.begin(), text.end(), '='), text.end());
    return text;
}

std::string token_hash(std::string_view token) {
    const auto digest = base::sha256(token);
    return std::string(base::as_bytes(digest));
}

Account account_from(const Statement& row) {
    Account out;
    out.name = row.bytes(0);
    out.title = row.bytes(1);
    out.kind = kind_written(row.bytes(2));
    out.seats = seats_from(row.bytes(3));
    out.practice = row.integer(4) != 0;
    return out;
}

constexpr const char* upload_columns =
    "SELECT id, meeting, item, digest, name, title, content_type, bytes, pages, restricted, "
    "account, at FROM upload ";

UploadedPaper upload_from(const Statement& row) {
    UploadedPaper out;
    out.id = row.integer(0);
    out.meeting = row.bytes(1);
    if (!row.is_null(2)) {
        out.item = row.integer(2);
    }
    const auto bytes = row.bytes(3);
    QUORATE_ASSERT(bytes.size() == out.digest.size());
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.digest.data()));
    out.name = row.bytes(4);
    out.title = row.bytes(5);
    out.content_type = row.bytes(6);
    out.bytes = static_cast<std::uint64_t>(row.integer(7));
    out.pages = row.integer(8);
    out.restricted = row.bytes(9);
    out.by = row.bytes(10);
    out.at = Instant{row.integer(11)};
    return out;
}

constexpr std::int64_t ms_of(std::chrono::minutes time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

/// A session's last use is written down at most this often: reading a page need not wait for the
/// disk.
constexpr std::int64_t used_written_every_ms = ms_of(std::chrono::minutes(10));

} // namespace

governance::Actor Account::actor() const {
    switch (kind) {
    case AccountKind::secretariat:
        return {governance::ActorKind::servicing, {}};
    case AccountKind::auditor:
        return {governance::ActorKind::auditor, {}};
    case AccountKind::member:
        break;
    }
    return seats.empty() ? governance::Actor{} : seats.front();
}

/// The connection, one user at a time.
struct Workspace::Store {
    mutable std::mutex mutex;
    Database database;

    /// A statement with its values bound in order. Texts must outlive it.
    struct Value {
        std::optional<std::int64_t> number;
        std::string_view bytes;
        bool blob = false;
        bool null = false;

        Value(std::int64_t value) : number(value) {}
        Value(std::string_view text) : bytes(text) {}
        Value(const std::string& text) : bytes(text) {}
    };
    static Value blob(std::string_view bytes) {
        Value out(bytes);
        out.blob = true;
        return out;
    }
    static Value nothing() {
        Value out(std::string_view{});
        out.null = true;
        return out;
    }

    Result<Statement> prepare(const std::string& sql, const std::vector<Value>& values) {
        auto statement = database.prepare(sql);
        if (!statement) {
            return statement;
        }
        int index = 0;
        for (const auto& value : values) {
            ++index;
            if (value.null) {
                statement->bind_null(index);
            } else if (value.number) {
                statement->bind(index, *value.number);
            } else if (value.blob) {
                statement->bind_blob(index, value.bytes);
            } else {
                statement->bind_text(index, value.bytes);
            }
        }
        return statement;
    }
    Result<void> run(const std::string& sql, const std::vector<Value>& values) {
        auto statement = prepare(sql, values);
        return statement ? statement->run() : tl::unexpected(statement.error());
    }
    /// Runs and returns how many rows changed.
    Result<std::int64_t> change(const std::string& sql, const std::vector<Value>& values) {
        auto done = run(sql, values);
        return done ? database.integer("SELECT changes()") : tl::unexpected(done.error());
    }
    template <class T>
    Result<std::vector<T>> rows(const std::string& sql, const std::vector<Value>& values,
                                T (*from)(const Statement&)) {
        auto statement = prepare(sql, values);
        if (!statement) {
            return tl::unexpected(statement.error());
        }
        std::vector<T> out;
        auto more = statement->step();
        for (; more && *more; more = statement->step()) {
            out.push_back(from(*statement));
        }
        return more ? Result<std::vector<T>>(std::move(out)) : tl::unexpected(more.error());
    }

    /// False when the name is taken.
    Result<bool> insert(const Account& account, const std::string& hash);
    Result<void> note_failure(std::string_view name, std::int64_t failures, Instant now);
    Result<SessionTicket> begin_session(std::string_view account, Instant now);
};

namespace {

template <class T>
Result<std::optional<T>> first(Result<std::vector<T>> rows) {
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return rows->empty() ? std::optional<T>{} : std::optional<T>(std::move(rows->front()));
}

} // namespace

Workspace::Workspace(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const std::string& folder) {
    auto database = Database::open(folder + "/" + workspace_file, workspace_kind(),
                                   {ledger::sqlite::OpenMode::create, {}, 1000});
    if (!database) {
        return tl::unexpected(database.error());
    }
    auto store = std::make_unique<Store>();
    store->database = std::move(*database);
    return std::unique_ptr<Workspace>(new Workspace(std::move(store)));
}

Result<void> Workspace::add_account(const Account& account, std::string_view password) {
    if (!plain_account_name(account.name)) {
        return fail("name",
                    "\"" + account.name.substr(0, 80) + "\" cannot be the name of an account",
                    "Use up to 60 small letters, digits, dots and hyphens");
    }
    if (auto checked = check_password(password); !checked) {
        return checked;
    }
    const auto hash = hash_password(password);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    const std::lock_guard lock(store_->mutex);
    const auto added = store_->insert(account, *hash);
    if (!added) {
        return tl::unexpected(added.error());
    }
    return *added ? Result<void>{}
                  : fail("name", "there is already an account called " + account.name,
                         "Choose another name");
}

Result<void> Workspace::add_practice_accounts(const std::vector<Account>& accounts,
                                              std::string_view password) {
    const auto known = this->accounts();
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
            auto made = hash_password(password);
            if (!made) {
                return tl::unexpected(made.error());
            }
            hash = std::move(*made);
        }
        const std::lock_guard lock(store_->mutex);
        if (auto added = store_->insert(account, hash); !added) {
            return tl::unexpected(added.error());
        }
    }
    return {};
}

Result<std::vector<Account>> Workspace::accounts() const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<Account>(
        "SELECT name, title, kind, seats, practice FROM account ORDER BY rowid", {}, account_from);
}

Result<bool> Workspace::remove_account(std::string_view name) {
    const std::lock_guard lock(store_->mutex);
    if (auto ended = store_->run("DELETE FROM session WHERE account = ?", {name}); !ended) {
        return tl::unexpected(ended.error());
    }
    return store_->change("DELETE FROM account WHERE name = ?", {name}).map([](std::int64_t count) {
        return count > 0;
    });
}

Result<void> Workspace::change_password(std::string_view name, std::string_view password) {
    if (auto checked = check_password(password); !checked) {
        return checked;
    }
    const auto hash = hash_password(password);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    const std::lock_guard lock(store_->mutex);
    const auto changed = store_->change(
        "UPDATE account SET password = ?, failures = 0, waits_until = 0 WHERE name = ?",
        {*hash, name});
    if (!changed || *changed == 0) {
        return changed ? fail("name", "there is no account called " + std::string(name), "")
                       : tl::unexpected(changed.error());
    }
    return store_->run("DELETE FROM session WHERE account = ?", {name});
}

Result<bool> Workspace::Store::insert(const Account& account, const std::string& hash) {
    const auto seats = seats_written(account.seats);
    return change("INSERT INTO account (name, title, kind, seats, practice, password) VALUES "
                  "(?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                  {account.name, account.title, written(account.kind), seats,
                   static_cast<std::int64_t>(account.practice), hash})
        .map([](std::int64_t count) { return count == 1; });
}

Result<void> Workspace::Store::note_failure(std::string_view name, std::int64_t failures,
                                            Instant now) {
    const bool wait = failures >= sign_in_failures_max;
    return run("UPDATE account SET failures = ?, waits_until = ? WHERE name = ?",
               {wait ? 0 : failures, wait ? now.ms + ms_of(sign_in_wait) : 0, name});
}

Result<SessionTicket> Workspace::Store::begin_session(std::string_view account, Instant now) {
    SessionTicket ticket{url_token(), url_token()};
    const auto hash = token_hash(ticket.token);
    const auto oldest = now.ms - ms_of(session_age_max);
    auto begun = run("DELETE FROM session WHERE begun < ?", {oldest}).and_then([&] {
        return run("INSERT INTO session (token, account, csrf, begun, used) VALUES (?,?,?,?,?)",
                   {blob(hash), account, ticket.csrf, now.ms, now.ms});
    });
    return begun ? Result<SessionTicket>(std::move(ticket)) : tl::unexpected(begun.error());
}

Result<tl::expected<SessionTicket, SignInProblem>>
Workspace::sign_in(std::string_view name, std::string_view password, base::Instant now) {
    struct Row {
        std::string password;
        std::int64_t failures = 0;
        std::int64_t waits_until = 0;
    };
    std::optional<Row> row;
    {
        const std::lock_guard lock(store_->mutex);
        auto found = first(store_->rows<Row>(
            "SELECT password, failures, waits_until FROM account WHERE name = ?", {name},
            [](const Statement& each) {
                return Row{std::string(each.bytes(0)), each.integer(1), each.integer(2)};
            }));
        if (!found) {
            return tl::unexpected(found.error());
        }
        row = std::move(*found);
    }
    if (row && row->waits_until > now.ms) {
        return tl::unexpected(SignInProblem::waiting);
    }
    // Outside the lock: it takes tens of milliseconds on purpose.
    const bool fits = password_fits(password.substr(0, password_length_max + 1),
                                    row ? row->password : std::string());
    const std::lock_guard lock(store_->mutex);
    if (!fits) {
        if (row) {
            if (auto noted = store_->note_failure(name, row->failures + 1, now); !noted) {
                return tl::unexpected(noted.error());
            }
        }
        return tl::unexpected(SignInProblem::wrong);
    }
    auto ticket =
        store_->run("UPDATE account SET failures = 0, waits_until = 0 WHERE name = ?", {name})
            .and_then([&] { return store_->begin_session(name, now); });
    if (!ticket) {
        return tl::unexpected(ticket.error());
    }
    return tl::expected<SessionTicket, SignInProblem>(std::move(*ticket));
}

Result<std::optional<Session>> Workspace::session(std::string_view token, base::Instant now) {
    struct Row {
        Session session;
        std::int64_t used = 0;
    };
    const auto hash = token_hash(token);
    const std::lock_guard lock(store_->mutex);
    auto found = first(store_->rows<Row>(
        "SELECT name, title, kind, seats, practice, csrf, begun, used FROM session JOIN account "
        "ON name = account WHERE token = ?",
        {Store::blob(hash)}, [](const Statement& row) {
            return Row{{account_from(row), std::string(row.bytes(5)), Instant{row.integer(6)}},
                       row.integer(7)};
        }));
    if (!found || !*found) {
        return found ? std::optional<Session>{}
                     : Result<std::optional<Session>>(tl::unexpected(found.error()));
    }
    const auto& row = **found;
    if (now.ms - row.used > ms_of(session_idle_max) ||
        now.ms - row.session.begun.ms > ms_of(session_age_max)) {
        return std::optional<Session>{};
    }
    if (now.ms - row.used > used_written_every_ms) {
        if (auto noted = store_->run("UPDATE session SET used = ? WHERE token = ?",
                                     {now.ms, Store::blob(hash)});
            !noted) {
            return tl::unexpected(noted.error());
        }
    }
    return std::optional(row.session);
}

Result<void> Workspace::sign_out(std::string_view token) {
    const auto hash = token_hash(token);
    const std::lock_guard lock(store_->mutex);
    return store_->run("DELETE FROM session WHERE token = ?", {Store::blob(hash)});
}

Result<void> Workspace::sign_out_everywhere(std::string_view account) {
    const std::lock_guard lock(store_->mutex);
    return store_->run("DELETE FROM session WHERE account = ?", {account});
}

Result<std::int64_t> Workspace::add_upload(const UploadedPaper& paper) {
    const std::lock_guard lock(store_->mutex);
    const auto count = first(
        store_->rows<std::int64_t>("SELECT count(*) FROM upload WHERE meeting = ?", {paper.meeting},
                                   [](const Statement& row) { return row.integer(0); }));
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (static_cast<std::size_t>(**count) >= uploads_of_meeting_max) {
        return fail("papers", "a meeting has at most 500 papers", "Remove some first");
    }
    auto added = store_->run(
        "INSERT INTO upload (meeting, item, digest, name, title, content_type, bytes, pages, "
        "restricted, account, at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        {paper.meeting, paper.item ? Store::Value(*paper.item) : Store::nothing(),
         Store::blob(base::as_bytes(paper.digest)), paper.name, paper.title, paper.content_type,
         static_cast<std::int64_t>(paper.bytes), paper.pages, paper.restricted, paper.by,
         paper.at.ms});
    return added ? store_->database.integer("SELECT last_insert_rowid()")
                 : tl::unexpected(added.error());
}

Result<std::vector<UploadedPaper>> Workspace::uploads(std::string_view meeting) const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<UploadedPaper>(
        std::string(upload_columns) + "WHERE meeting = ? ORDER BY id", {meeting}, upload_from);
}

Result<std::optional<UploadedPaper>> Workspace::upload(std::int64_t id) const {
    const std::lock_guard lock(store_->mutex);
    return first(store_->rows<UploadedPaper>(std::string(upload_columns) + "WHERE id = ?", {id},
                                             upload_from));
}

Result<std::vector<UploadedPaper>> Workspace::uploads_of(const Digest& digest) const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<UploadedPaper>(std::string(upload_columns) +
                                           "WHERE digest = ? ORDER BY id DESC",
                                       {Store::blob(base::as_bytes(digest))}, upload_from);
}

Result<bool> Workspace::remove_upload(std::int64_t id) {
    const std::lock_guard lock(store_->mutex);
    return store_->change("DELETE FROM upload WHERE id = ?", {id}).map([](std::int64_t count) {
        return count > 0;
    });
}

Result<std::vector<Digest>> Workspace::uploaded_digests() const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<Digest>("SELECT DISTINCT digest FROM upload", {}, [](const Statement& row) {
        Digest out{};
        const auto bytes = row.bytes(0);
        QUORATE_ASSERT(bytes.size() == out.size());
        std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.data()));
        return out;
    });
}

Result<std::vector<SheetLine>> Workspace::sheet(std::string_view meeting) const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<SheetLine>(
        "SELECT number, submission FROM sheet WHERE meeting = ? ORDER BY number", {meeting},
        [](const Statement& row) {
            return SheetLine{row.integer(0), std::string(row.bytes(1))};
        });
}

Result<std::int64_t> Workspace::add_to_sheet(std::string_view meeting,
                                             std::string_view submission) {
    const std::lock_guard lock(store_->mutex);
    const auto added = store_->change(
        "INSERT INTO sheet (meeting, submission) SELECT ?1, ?2 WHERE (SELECT count(*) FROM sheet "
        "WHERE meeting = ?1) < ?3",
        {meeting, submission, static_cast<std::int64_t>(sheet_lines_max)});
    if (!added) {
        return tl::unexpected(added.error());
    }
    if (*added == 0) {
        return fail("sheet", "the sheet holds as many entries as it can",
                    "Enter them in the record, then go on");
    }
    return store_->database.integer("SELECT last_insert_rowid()");
}

Result<bool> Workspace::remove_from_sheet(std::string_view meeting, std::int64_t number) {
    const std::lock_guard lock(store_->mutex);
    return store_->change("DELETE FROM sheet WHERE meeting = ? AND number = ?", {meeting, number})
        .map([](std::int64_t count) { return count > 0; });
}

Result<std::optional<base::Instant>> Workspace::practice_clock() const {
    const std::lock_guard lock(store_->mutex);
    return first(
        store_->rows<Instant>("SELECT value FROM setting WHERE name = 'practice-clock'", {},
                              [](const Statement& row) { return Instant{row.integer(0)}; }));
}

Result<void> Workspace::set_practice_clock(base::Instant instant) {
    const std::lock_guard lock(store_->mutex);
    return store_->run("INSERT INTO setting (name, value) VALUES ('practice-clock', ?) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       {instant.ms});
}

} // namespace quorate::partnership
