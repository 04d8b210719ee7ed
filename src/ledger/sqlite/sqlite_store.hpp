#ifndef QUORATE_LEDGER_SQLITE_SQLITE_STORE_HPP
#define QUORATE_LEDGER_SQLITE_SQLITE_STORE_HPP
// Entries in one SQLite file.
//
// One connection under an exclusive lock, write-ahead log, synchronous=FULL. A log rather than a
// rollback journal because an append is then one sequential write and one sync instead of three or
// four; the log is folded into the file as it grows and when the store is closed, so a closed
// ledger is one file.
//
//     CREATE TABLE entry (position INTEGER PRIMARY KEY, id TEXT UNIQUE, leaf BLOB, bytes TEXT,
//     checkpoint TEXT) STRICT
//
// Triggers refuse UPDATE, DELETE, and an INSERT that is not next in order. They stop accidents;
// what shows a change made on purpose is the Merkle tree. To check entry 7 of a copy by hand
// (docs/verify-by-hand.md has the whole way):
//
//     sqlite3 copy.db "SELECT writefile('7.json', bytes) FROM entry WHERE position = 7"
//     (printf '\000'; cat 7.json) | sha256sum
//     sqlite3 copy.db "SELECT lower(hex(leaf)) FROM entry WHERE position = 7"

#include "ledger/sqlite/database.hpp"
#include "ledger/store.hpp"

#include <memory>
#include <mutex>

namespace quorate::ledger::sqlite {

/// "QRLG", at offset 68 of the file.
inline constexpr std::int32_t ledger_application_id = 0x51524c47;
inline constexpr int ledger_format = 1;

/// The SQLite store. Every call takes one lock, so calls from several threads run one after
/// another; visit() lets go of it between chunks of entries.
class SqliteStore final : public Store {
public:
    /// Opens or creates the ledger file. Failures: another program has it open, it is not a ledger,
    /// a newer version wrote it, it is damaged, the disk is full.
    static Result<std::unique_ptr<SqliteStore>> open(const std::string& path,
                                                     const OpenOptions& options = {});

    [[nodiscard]] std::uint64_t size() const override;
    Result<void> append(std::uint64_t first, std::span<const NewEntry> batch,
                        std::string_view checkpoint) override;
    Result<std::string> read(std::uint64_t position) override;
    /// Fails at the first entry that cannot be read whole, or is not in its place.
    Result<void> visit(EntryRange range, const EntryVisitor& visitor) override;
    Result<std::vector<Digest>> leaves(EntryRange range) override;
    Result<std::optional<std::uint64_t>> find(std::string_view id) override;
    Result<std::optional<StoredCheckpoint>> checkpoint(std::uint64_t size_max) override;
    [[nodiscard]] std::optional<base::Failure> stopped() const override;

    /// Damage to the file that is not an entry's bytes: SQLite's own integrity check (at most 20
    /// lines), and table definitions that are not the ones written here. Reads the whole file.
    Result<std::vector<std::string>> damage();

private:
    SqliteStore(Database database, bool read_only);
    Result<void> prepare();
    Result<void> write(std::uint64_t first, std::span<const NewEntry> batch,
                       std::string_view checkpoint);
    Result<void> explain_failed_write(const base::Failure& failure, int code,
                                      std::span<const NewEntry> batch);
    Result<std::optional<std::uint64_t>> find_unlocked(std::string_view id);
    Result<std::uint64_t> visit_chunk(EntryRange range, const EntryVisitor& visitor);

    mutable std::mutex mutex_;
    Database database_;
    bool read_only_;
    std::uint64_t size_ = 0;
    std::optional<base::Failure> stopped_;
    Statement insert_;
    Statement read_;
    Statement visit_;
    Statement leaves_;
    Statement find_;
    Statement checkpoint_;
};

} // namespace quorate::ledger::sqlite

#endif
