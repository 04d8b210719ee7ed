#include "ledger/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace quorate::ledger::sqlite {
namespace {

using base::fail;

constexpr std::uint64_t chunk_entries = 512;

struct Definition {
    const char* name;
    const char* sql; // exactly as SQLite keeps it in sqlite_schema
};

constexpr std::array definitions{
    Definition{"entry", "CREATE TABLE entry (\n"
                        "    position INTEGER PRIMARY KEY CHECK (position >= 0),\n"
                        "    id TEXT NOT NULL UNIQUE,\n"
                        "    leaf BLOB NOT NULL CHECK (length(leaf) = 32),\n"
                        "    bytes TEXT NOT NULL,\n"
                        "    checkpoint TEXT\n"
                        ") STRICT"},
    Definition{"entry_is_never_changed",
               "CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry\n"
               "BEGIN SELECT RAISE(ABORT, 'the record cannot be changed'); END"},
    Definition{"entry_is_never_removed",
               "CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry\n"
               "BEGIN SELECT RAISE(ABORT, 'the record cannot be changed'); END"},
    // INSERT OR REPLACE would remove a row without firing the trigger above.
    Definition{"entry_is_next_in_order",
               "CREATE TRIGGER entry_is_next_in_order BEFORE INSERT ON entry\n"
               "WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM entry)\n"
               "  OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)\n"
               "BEGIN SELECT RAISE(ABORT, 'entries are added one after another, each with its own "
               "id'); END"},
};

const DatabaseKind& ledger_kind() {
    static const std::string schema = [] {
        std::string out;
        for (const auto& definition : definitions) {
            out += std::string(definition.sql) + ";\n";
        }
        return out;
    }();
    static const DatabaseKind kind{"ledger", ledger_application_id, ledger_format, schema.c_str()};
    return kind;
}

Result<void> unreadable(std::uint64_t position, const std::string& why) {
    return fail("entry " + std::to_string(position), why);
}

std::int64_t row_of(std::uint64_t position) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(position, std::uint64_t{1} << 62));
}

} // namespace

SqliteStore::SqliteStore(Database database, bool read_only)
    : database_(std::move(database)), read_only_(read_only) {}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path,
                                                       const OpenOptions& options) {
    auto database = Database::open(path, ledger_kind(), options);
    if (!database) {
        return tl::unexpected(database.error());
    }
    std::unique_ptr<SqliteStore> out(
        new SqliteStore(std::move(*database), options.mode == OpenMode::read_only));
    if (auto prepared = out->prepare(); !prepared) {
        return tl::unexpected(prepared.error());
    }
    return out;
}

Result<void> SqliteStore::prepare() {
    const std::array<std::pair<Statement*, const char*>, 6> statements{{
        {&insert_,
         "INSERT INTO entry (position, id, leaf, bytes, checkpoint) VALUES (?, ?, ?, ?, ?)"},
        {&read_, "SELECT bytes FROM entry WHERE position = ?"},
        {&visit_, "SELECT position, id, leaf, bytes, checkpoint FROM entry WHERE position >= ? AND "
                  "position < ? "
                  "ORDER BY position"},
        {&leaves_,
         "SELECT position, leaf FROM entry WHERE position >= ? AND position < ? ORDER BY position"},
        {&find_, "SELECT position FROM entry WHERE id = ?"},
        {&checkpoint_,
         "SELECT position, checkpoint FROM entry WHERE position < ? AND checkpoint IS NOT NULL "
         "ORDER BY position DESC LIMIT 1"},
    }};
    for (const auto& [statement, sql] : statements) {
        auto prepared = database_.prepare(sql);
        if (!prepared) {
            return tl::unexpected(prepared.error());
        }
        *statement = std::move(*prepared);
    }
    // A damaged file may end in a row with a wrong position, so a check also counts the rows.
    const auto size = database_.integer(
        read_only_ ? "SELECT max((SELECT coalesce(max(position) + 1, 0) FROM entry), "
                     "(SELECT count(*) FROM entry NOT INDEXED))"
                   : "SELECT coalesce(max(position) + 1, 0) FROM entry");
    if (!size) {
        return tl::unexpected(size.error());
    }
    size_ = static_cast<std::uint64_t>(std::max<std::int64_t>(*size, 0));
    return {};
}

std::uint64_t SqliteStore::size() const {
    const std::lock_guard lock(mutex_);
    return size_;
}

std::optional<base::Failure> SqliteStore::stopped() const {
    const std::lock_guard lock(mutex_);
    return stopped_;
}

Result<void> SqliteStore::append(std::uint64_t first, std::span<const NewEntry> batch,
                                 std::string_view checkpoint) {
    const std::lock_guard lock(mutex_);
    if (stopped_) {
        return tl::unexpected(*stopped_);
    }
    if (read_only_) {
        return fail("", "the ledger was opened for reading only");
    }
    if (auto checked = check_batch(size_, first, batch); !checked) {
        return checked;
    }
    const auto written = write(first, batch, checkpoint);
    if (written) {
        size_ += batch.size();
        return {};
    }
    const int code = database_.last_code();
    insert_.reset();
    if (database_.in_transaction()) {
        // A failed rollback changes nothing: what was not committed is not in the log.
        static_cast<void>(database_.run("ROLLBACK"));
    }
    return explain_failed_write(written.error(), code, batch);
}

Result<void> SqliteStore::write(std::uint64_t first, std::span<const NewEntry> batch,
                                std::string_view checkpoint) {
    if (auto begun = database_.run("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        insert_.bind(1, row_of(first + i));
        insert_.bind_text(2, batch[i].id);
        insert_.bind_blob(3, base::as_bytes(batch[i].leaf));
        insert_.bind_text(4, batch[i].bytes);
        if (i + 1 == batch.size() && !checkpoint.empty()) {
            insert_.bind_text(5, checkpoint);
        } else {
            insert_.bind_null(5);
        }
        // Not run(): a reset would overwrite the code of a failure.
        if (const auto stepped = insert_.step(); !stepped) {
            return tl::unexpected(stepped.error());
        }
        insert_.reset();
    }
    return database_.run("COMMIT");
}

Result<void> SqliteStore::explain_failed_write(const base::Failure& failure, int code,
                                               std::span<const NewEntry> batch) {
    if (stops_writing(code)) {
        stopped_ = failure;
        return tl::unexpected(failure);
    }
    for (const auto& entry : batch) {
        const auto found = find_unlocked(entry.id);
        if (found && found->has_value()) {
            return tl::unexpected(id_taken(entry.id));
        }
    }
    return tl::unexpected(failure);
}

Result<std::string> SqliteStore::read(std::uint64_t position) {
    const std::lock_guard lock(mutex_);
    if (position >= size_) {
        return tl::unexpected(no_entry(position, size_));
    }
    read_.bind(1, row_of(position));
    const auto row = read_.step();
    Result<std::string> out = std::string();
    if (!row) {
        out = tl::unexpected(row.error());
    } else if (!*row) {
        out = fail("entry " + std::to_string(position), "the entry is missing from the file");
    } else {
        out = std::string(read_.bytes(0));
    }
    read_.reset();
    return out;
}

Result<void> SqliteStore::visit(EntryRange range, const EntryVisitor& visitor) {
    range.end = std::min(range.end, size());
    while (range.first < range.end) {
        const auto chunk_end = std::min(range.end, range.first + chunk_entries);
        const auto reached = visit_chunk({range.first, chunk_end}, visitor);
        if (!reached) {
            return tl::unexpected(reached.error());
        }
        range.first = *reached;
    }
    return {};
}

Result<std::uint64_t> SqliteStore::visit_chunk(EntryRange range, const EntryVisitor& visitor) {
    const std::lock_guard lock(mutex_);
    visit_.bind(1, row_of(range.first));
    visit_.bind(2, row_of(range.end));
    Result<void> done;
    auto next = range.first;
    for (; done && next < range.end; ++next) {
        const auto row = visit_.step();
        StoredEntry entry;
        if (!row) {
            done = unreadable(next, row.error().message);
        } else if (!*row || visit_.integer(0) != row_of(next)) {
            done = unreadable(next, "the entry is missing from the file, or out of its place");
        } else if (visit_.bytes(2).size() != entry.leaf.size()) {
            done = unreadable(next, "the stored leaf hash is not 32 bytes");
        } else {
            std::memcpy(entry.leaf.data(), visit_.bytes(2).data(), entry.leaf.size());
            entry.position = next;
            entry.id = visit_.bytes(1);
            entry.bytes = visit_.bytes(3);
            entry.checkpoint = visit_.bytes(4);
            done = visitor(entry);
        }
    }
    visit_.reset();
    return done ? Result<std::uint64_t>(next) : tl::unexpected(done.error());
}

Result<std::vector<Digest>> SqliteStore::leaves(EntryRange range) {
    const std::lock_guard lock(mutex_);
    if (range.end > size_ || range.first > range.end) {
        return tl::unexpected(no_entry(range.end - 1, size_));
    }
    leaves_.bind(1, row_of(range.first));
    leaves_.bind(2, row_of(range.end));
    std::vector<Digest> out;
    out.reserve(range.end - range.first);
    auto row = leaves_.step();
    for (; row && *row; row = leaves_.step()) {
        Digest leaf{};
        const auto bytes = leaves_.bytes(1);
        if (bytes.size() != leaf.size() || leaves_.integer(0) != row_of(range.first + out.size())) {
            break;
        }
        std::memcpy(leaf.data(), bytes.data(), leaf.size());
        out.push_back(leaf);
    }
    leaves_.reset();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (out.size() != range.end - range.first) {
        return fail("entry " + std::to_string(range.first + out.size()),
                    "its leaf hash is missing or damaged");
    }
    return out;
}

Result<std::optional<std::uint64_t>> SqliteStore::find(std::string_view id) {
    const std::lock_guard lock(mutex_);
    return find_unlocked(id);
}

Result<std::optional<std::uint64_t>> SqliteStore::find_unlocked(std::string_view id) {
    find_.bind_text(1, id);
    const auto row = find_.step();
    std::optional<std::uint64_t> found;
    if (row && *row) {
        found = static_cast<std::uint64_t>(find_.integer(0));
    }
    find_.reset();
    return row ? Result<std::optional<std::uint64_t>>(found) : tl::unexpected(row.error());
}

Result<std::optional<StoredCheckpoint>> SqliteStore::checkpoint(std::uint64_t size_max) {
    const std::lock_guard lock(mutex_);
    checkpoint_.bind(1, row_of(size_max));
    const auto row = checkpoint_.step();
    std::optional<StoredCheckpoint> found;
    if (row && *row) {
        found = {static_cast<std::uint64_t>(checkpoint_.integer(0)) + 1,
                 std::string(checkpoint_.bytes(1))};
    }
    checkpoint_.reset();
    return row ? Result<std::optional<StoredCheckpoint>>(found) : tl::unexpected(row.error());
}

Result<std::vector<std::string>> SqliteStore::damage() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    auto schema = database_.prepare("SELECT sql FROM sqlite_schema WHERE name = ?");
    auto extra = schema
                     ? database_.integer("SELECT count(*) FROM sqlite_schema WHERE sql IS NOT NULL")
                     : tl::unexpected(schema.error());
    if (!extra) {
        return tl::unexpected(extra.error());
    }
    for (const auto& definition : definitions) {
        schema->bind_text(1, definition.name);
        const auto row = schema->step();
        if (!row || !*row || schema->bytes(0) != definition.sql) {
            out.push_back(std::string("the definition of ") + definition.name +
                          " is not the one the program writes");
        }
        schema->reset();
    }
    if (*extra != static_cast<std::int64_t>(definitions.size())) {
        out.emplace_back("the file has other definitions in it than the program writes");
    }
    auto check = database_.prepare("PRAGMA integrity_check(20)");
    if (!check) {
        return tl::unexpected(check.error());
    }
    auto row = check->step();
    for (; row && *row; row = check->step()) {
        if (check->bytes(0) != "ok") {
            out.emplace_back(check->bytes(0));
        }
    }
    if (!row) {
        out.push_back(row.error().message);
    }
    return out;
}

} // namespace quorate::ledger::sqlite
