#ifndef QUORATE_PARTNERSHIP_WORKSPACE_STORE_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_STORE_HPP
// The database of a workspace, for the files in this folder that keep tables in it.

#include "ledger/sqlite/database.hpp"
#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/workspace.hpp"

#include <mutex>

namespace quorate::partnership {

using ledger::sqlite::Statement;

/// The connection, one user at a time: whoever uses it holds `mutex` meanwhile.
struct Workspace::Store {
    mutable std::mutex mutex;
    ledger::sqlite::Database database;

    /// A value to bind. Texts must outlive the statement.
    struct Value {
        std::optional<std::int64_t> number = {};
        std::string_view bytes = {};
        bool blob = false;
        bool null = false;

        Value(std::int64_t value) : number(value) {}
        Value(std::string_view text) : bytes(text) {}
        Value(const std::string& text) : bytes(text) {}
        Value(const char* text) : bytes(text) {}
    };
    static Value blob(std::string_view bytes);
    static Value nothing();

    /// A statement with its values bound in order.
    Result<Statement> prepare(const std::string& sql, const std::vector<Value>& values);
    Result<void> run(const std::string& sql, const std::vector<Value>& values);
    /// Runs and returns how many rows changed.
    Result<std::int64_t> change(const std::string& sql, const std::vector<Value>& values);
    /// Adds a row and returns its number.
    Result<std::int64_t> insert(const std::string& sql, const std::vector<Value>& values);
    /// The one number a query gives; 0 when it gives none.
    Result<std::int64_t> number(const std::string& sql, const std::vector<Value>& values);
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
    template <class T>
    Result<std::optional<T>> first(const std::string& sql, const std::vector<Value>& values,
                                   T (*from)(const Statement&)) {
        auto found = rows<T>(sql, values, from);
        if (!found) {
            return tl::unexpected(found.error());
        }
        return found->empty() ? std::optional<T>{} : std::optional<T>(std::move(found->front()));
    }
    /// Does everything in `work` (which returns a Result) in one transaction, or nothing of it.
    template <class Work>
    auto together(Work work) -> decltype(work()) {
        if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
            return tl::unexpected(begun.error());
        }
        auto done = work();
        if (!done) {
            static_cast<void>(database.run("ROLLBACK"));
            return done;
        }
        if (auto committed = database.run("COMMIT"); !committed) {
            static_cast<void>(database.run("ROLLBACK"));
            return tl::unexpected(committed.error());
        }
        return done;
    }
    /// Adds a column to a table of an older workspace that lacks it.
    Result<void> add_column(const std::string& table, const std::string& column,
                            const std::string& kind);
};

/// Gives the tables of accounts and sessions the columns they had not at first (accounts.cpp).
Result<void> add_account_columns(Workspace::Store& store);
/// Queues a mail as queue() does, for whoever holds the mutex already, or is in a transaction.
Result<std::int64_t> queue_mail(Workspace::Store& store, const OutgoingMail& mail,
                                base::Instant now);
/// Takes away what erase_reading() does, for whoever holds the mutex and is in a transaction.
Result<void> erase_reading_rows(Workspace::Store& store, std::string_view account);

} // namespace quorate::partnership

#endif
