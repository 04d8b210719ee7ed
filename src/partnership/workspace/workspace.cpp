#include "partnership/workspace/workspace.hpp"

#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/single_sign_on.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

#include <algorithm>

namespace quorate::partnership {
namespace {

using base::fail;
using base::Instant;
using ledger::sqlite::Database;

/// As the first version made it. What came later is added when a workspace is opened, so that an
/// older one goes on working.
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

} // namespace

Workspace::Workspace(std::unique_ptr<Store> store)
    : store_(std::move(store)), accounts_(std::make_unique<Accounts>(*store_)) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const std::string& folder) {
    auto database = Database::open(folder + "/" + workspace_file, workspace_kind(),
                                   {ledger::sqlite::OpenMode::create, {}, 1000});
    if (!database) {
        return tl::unexpected(database.error());
    }
    auto store = std::make_unique<Store>();
    store->database = std::move(*database);
    if (auto added = add_account_columns(*store); !added) {
        return tl::unexpected(added.error());
    }
    if (auto dropped = drop_old_sign_on(*store); !dropped) {
        return tl::unexpected(dropped.error());
    }
    for (const char* tables : workspace_tables()) {
        if (auto made = store->database.run(tables); !made) {
            return tl::unexpected(made.error());
        }
    }
    return std::unique_ptr<Workspace>(new Workspace(std::move(store)));
}

Workspace::Store& Workspace::store() const {
    return *store_;
}

Accounts& Workspace::accounts() const {
    return *accounts_;
}

Result<std::int64_t> Workspace::add_upload(const UploadedPaper& paper) {
    const std::lock_guard lock(store_->mutex);
    const auto count =
        store_->number("SELECT count(*) FROM upload WHERE meeting = ?", {paper.meeting});
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (static_cast<std::size_t>(*count) >= uploads_of_meeting_max) {
        return fail("papers", "a meeting has at most 500 papers", "Remove some first");
    }
    return store_->insert(
        "INSERT INTO upload (meeting, item, digest, name, title, content_type, bytes, pages, "
        "restricted, account, at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        {paper.meeting, paper.item ? Store::Value(*paper.item) : Store::nothing(),
         Store::blob(base::as_bytes(paper.digest)), paper.name, paper.title, paper.content_type,
         static_cast<std::int64_t>(paper.bytes), paper.pages, paper.restricted, paper.by,
         paper.at.ms});
}

Result<std::vector<UploadedPaper>> Workspace::uploads(std::string_view meeting) const {
    const std::lock_guard lock(store_->mutex);
    return store_->rows<UploadedPaper>(
        std::string(upload_columns) + "WHERE meeting = ? ORDER BY id", {meeting}, upload_from);
}

Result<std::optional<UploadedPaper>> Workspace::upload(std::int64_t id) const {
    const std::lock_guard lock(store_->mutex);
    return store_->first<UploadedPaper>(std::string(upload_columns) + "WHERE id = ?", {id},
                                        upload_from);
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
    return store_->first<Instant>("SELECT value FROM setting WHERE name = 'practice-clock'", {},
                                  [](const Statement& row) { return Instant{row.integer(0)}; });
}

Result<void> Workspace::set_practice_clock(base::Instant instant) {
    const std::lock_guard lock(store_->mutex);
    return store_->run("INSERT INTO setting (name, value) VALUES ('practice-clock', ?) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       {instant.ms});
}

} // namespace quorate::partnership
