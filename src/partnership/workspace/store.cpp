#include "partnership/workspace/store.hpp"

namespace quorate::partnership {

using Store = Workspace::Store;

Store::Value Store::blob(std::string_view bytes) {
    Value out(bytes);
    out.blob = true;
    return out;
}

Store::Value Store::nothing() {
    Value out(std::string_view{});
    out.null = true;
    return out;
}

Result<Statement> Store::prepare(const std::string& sql, const std::vector<Value>& values) {
    auto statement = database.prepare(sql);
    if (!statement) {
        return statement;
    }
    int index = 0;
    for (const auto& value : values) {
        ++index;
        // An empty view may point nowhere, which SQLite takes for null.
        const auto bytes = value.bytes.data() == nullptr ? std::string_view("") : value.bytes;
        if (value.null) {
            statement->bind_null(index);
        } else if (value.number) {
            statement->bind(index, *value.number);
        } else if (value.blob) {
            statement->bind_blob(index, bytes);
        } else {
            statement->bind_text(index, bytes);
        }
    }
    return statement;
}

Result<void> Store::run(const std::string& sql, const std::vector<Value>& values) {
    auto statement = prepare(sql, values);
    return statement ? statement->run() : tl::unexpected(statement.error());
}

Result<std::int64_t> Store::change(const std::string& sql, const std::vector<Value>& values) {
    auto done = run(sql, values);
    return done ? database.integer("SELECT changes()") : tl::unexpected(done.error());
}

Result<std::int64_t> Store::insert(const std::string& sql, const std::vector<Value>& values) {
    auto done = run(sql, values);
    return done ? database.integer("SELECT last_insert_rowid()") : tl::unexpected(done.error());
}

Result<std::int64_t> Store::number(const std::string& sql, const std::vector<Value>& values) {
    return first<std::int64_t>(sql, values, [](const Statement& row) { return row.integer(0); })
        .map([](const std::optional<std::int64_t>& found) { return found.value_or(0); });
}

Result<void> Store::add_column(const std::string& table, const std::string& column,
                               const std::string& kind) {
    const auto there =
        number("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?", {table, column});
    if (!there || *there > 0) {
        return there ? Result<void>{} : tl::unexpected(there.error());
    }
    return run("ALTER TABLE " + table + " ADD COLUMN " + column + " " + kind, {});
}

} // namespace quorate::partnership
