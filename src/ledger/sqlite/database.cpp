#include "ledger/sqlite/database.hpp"

#include <sqlite3.h>

namespace quorate::ledger::sqlite {
namespace {

using base::fail;
using base::Failure;

Failure failure_of(int code, const std::string& where, const std::string& noun,
                   const char* detail) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {where, "another program has this " + noun + " open",
                "Stop it, or ask it to do this"};
    case SQLITE_FULL:
        return {where, "the disk is full: nothing was written", "Make space, then start again"};
    case SQLITE_IOERR:
        return {where, "the disk failed while the " + noun + " was being read or written",
                "Check the disk, then start again"};
    case SQLITE_CORRUPT:
        return {where, "the " + noun + " file is damaged", "Restore it from a backup"};
    case SQLITE_NOTADB:
        return {where, "this file is not a " + noun, ""};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {where, "the " + noun + " file cannot be written",
                "Check who owns the file and its folder"};
    case SQLITE_CANTOPEN:
        return {where, "the " + noun + " file cannot be opened",
                "Check the path and who may read it"};
    default:
        return {where, std::string("the ") + noun + " file cannot be used: " + detail, ""};
    }
}

/// file: address with the characters SQLite would read as its own escaped.
std::string uri_of(const std::string& path, const char* query) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    return out + query;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), index, value);
}

void Statement::bind_text(int index, std::string_view text) {
    sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Statement::bind_blob(int index, std::string_view bytes) {
    sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bind_null(int index) {
    sqlite3_bind_null(statement_.get(), index);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        return code == SQLITE_ROW;
    }
    const char* detail = sqlite3_errmsg(sqlite3_db_handle(statement_.get()));
    return tl::unexpected(failure_of(code, where_, noun_, detail));
}

Result<void> Statement::run() {
    auto more = step();
    while (more && *more) {
        more = step();
    }
    reset();
    return more ? Result<void>{} : tl::unexpected(more.error());
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = sqlite3_column_bytes(statement_.get(), column);
    return data == nullptr ? std::string_view{}
                           : std::string_view(data, static_cast<std::size_t>(size));
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool stops_writing(int sqlite_code) {
    switch (sqlite_code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
    case SQLITE_CONSTRAINT:
    case SQLITE_BUSY:
    case SQLITE_TOOBIG:
        return false;
    default:
        return true;
    }
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Failure Database::failure(int code) const {
    return failure_of(code, where_, noun_, sqlite3_errmsg(database_.get()));
}

Result<Database> Database::open(const std::string& path, const DatabaseKind& kind,
                                const OpenOptions& options) {
    Database out;
    out.where_ = path;
    out.noun_ = kind.noun;
    const bool read_only = options.mode == OpenMode::read_only;
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    flags |= read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= options.mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0;
    const auto uri = uri_of(path, read_only ? "?immutable=1" : "");
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &database, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    out.database_.reset(database);
    if (code != SQLITE_OK) {
        return tl::unexpected(out.failure(code));
    }
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    auto ready = out.start(kind, options);
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    return out;
}

Result<void> Database::start(const DatabaseKind& kind, const OpenOptions& options) {
    if (options.mode == OpenMode::read_only) {
        return check_identity(kind).and_then(
            [&](bool empty) { return empty ? nothing_here() : Result<void>{}; });
    }
    // The lock mode comes first: it keeps the log's index in memory, with no -shm file and no
    // second connection, which is also what keeps clear of the log-reset defect of SQLite 3.40.
    // Identity is checked before anything is written, so a file of some other program is left as it
    // was.
    auto empty =
        run("PRAGMA locking_mode=EXCLUSIVE").and_then([&] { return check_identity(kind); });
    if (!empty) {
        return tl::unexpected(empty.error());
    }
    if (*empty && options.mode != OpenMode::create) {
        return nothing_here();
    }
    const auto pages = "PRAGMA wal_autocheckpoint=" + std::to_string(options.wal_pages_max);
    return run("PRAGMA journal_mode=WAL")
        .and_then([&] { return run("PRAGMA synchronous=FULL"); })
        .and_then([&] { return run("PRAGMA secure_delete=ON"); })
        .and_then([&] { return run("PRAGMA temp_store=MEMORY"); })
        .and_then([&] { return run(pages.c_str()); })
        .and_then([&] { return *empty ? create_schema(kind) : Result<void>{}; });
}

Result<void> Database::nothing_here() const {
    return fail(where_, "the file is empty: there is no " + noun_ + " in it");
}

Result<bool> Database::check_identity(const DatabaseKind& kind) {
    const auto application = integer("PRAGMA application_id");
    const auto version = application ? integer("PRAGMA user_version") : application;
    const auto tables = version ? integer("SELECT count(*) FROM sqlite_schema") : version;
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    if (*application == 0 && *version == 0 && *tables == 0) {
        return true;
    }
    if (*application != kind.application_id) {
        return fail(where_, "this file is not a " + noun_);
    }
    if (*version > kind.version) {
        return fail(where_,
                    "a newer version of the program wrote this " + noun_ + " (format " +
                        std::to_string(*version) + "; this program reads format " +
                        std::to_string(kind.version) + ")",
                    "Use the newer version");
    }
    return false;
}

Result<void> Database::create_schema(const DatabaseKind& kind) {
    // The identity and the tables are one transaction: a crash leaves either an empty file or a
    // whole one.
    const auto sql = std::string("BEGIN IMMEDIATE;") + kind.schema +
                     "PRAGMA application_id=" + std::to_string(kind.application_id) + ";" +
                     "PRAGMA user_version=" + std::to_string(kind.version) + ";COMMIT;";
    return run(sql.c_str());
}

Result<void> Database::run(const char* sql) {
    const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>{} : tl::unexpected(failure(code));
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected(failure(code));
    }
    Statement out;
    out.statement_.reset(statement);
    out.where_ = where_;
    out.noun_ = noun_;
    return out;
}

Result<std::int64_t> Database::integer(const char* sql) {
    auto statement = prepare(sql);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    return statement->step().map([&](bool row) { return row ? statement->integer(0) : 0; });
}

int Database::last_code() const {
    return sqlite3_extended_errcode(database_.get());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(database_.get()) == 0;
}

} // namespace quorate::ledger::sqlite
