#ifndef QUORATE_LEDGER_SQLITE_DATABASE_HPP
#define QUORATE_LEDGER_SQLITE_DATABASE_HPP
// A thin wrapper of the SQLite C API: Results instead of codes, and failures in plain words.

#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace quorate::ledger::sqlite {

using base::Result;

/// One prepared statement. Columns are read after step() returned true, parameters count from 1,
/// columns from 0.
class Statement {
public:
    Statement() = default;

    void bind(int index, std::int64_t value);
    /// The bytes must stay in place until the statement is reset.
    void bind_text(int index, std::string_view text);
    void bind_blob(int index, std::string_view bytes);
    void bind_null(int index);

    /// True for a row, false at the end.
    Result<bool> step();
    /// Runs to the end and resets.
    Result<void> run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    /// The bytes of a text or blob column (empty for null), until the next step or reset.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string where_;
    std::string noun_;
};

/// What kind of file is expected, and how to open it.
struct DatabaseKind {
    std::string noun; ///< "ledger": for messages
    std::int32_t application_id = 0;
    int version = 1;         ///< user_version written, and the newest understood
    const char* schema = ""; ///< run once, when the file is new
};

enum class OpenMode {
    existing,  ///< fails when there is no file, or it is empty
    create,    ///< makes the file when it is missing; opens it when it is there
    read_only, ///< for checking a file nobody has open: takes no lock and changes nothing; ignores
               ///< a -wal file
};

struct OpenOptions {
    OpenMode mode = OpenMode::existing;
    std::string vfs;          ///< name of a registered SQLite VFS; empty for the system's
    int wal_pages_max = 4000; ///< the log (4 KB pages) is folded into the main file past this
};

/// True for failures of the disk or of space, after which writing must stop.
bool stops_writing(int sqlite_code);

/// One connection. Not safe for several threads by itself.
class Database {
public:
    /// Opens under an exclusive lock with a write-ahead log and synchronous=FULL, and checks
    /// application_id and user_version. Fails when another program has it, it is some other file,
    /// or a newer version wrote it.
    static Result<Database> open(const std::string& path, const DatabaseKind& kind,
                                 const OpenOptions& options);

    Result<void> run(const char* sql);
    Result<Statement> prepare(std::string_view sql);
    Result<std::int64_t> integer(const char* sql);
    /// The code of the last failed call.
    [[nodiscard]] int last_code() const;
    [[nodiscard]] bool in_transaction() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    [[nodiscard]] base::Failure failure(int code) const;
    Result<void> start(const DatabaseKind& kind, const OpenOptions& options);
    /// True for a file with nothing in it yet.
    Result<bool> check_identity(const DatabaseKind& kind);
    [[nodiscard]] Result<void> nothing_here() const;
    Result<void> create_schema(const DatabaseKind& kind);

    std::unique_ptr<sqlite3, Close> database_;
    std::string where_;
    std::string noun_;
};

} // namespace quorate::ledger::sqlite

#endif
