#include "partnership/workspace/bulk.hpp"

#include "base/uuid.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const bulk_tables =
    "CREATE TABLE IF NOT EXISTS bulk_task (id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
    " title TEXT NOT NULL, account TEXT NOT NULL, asked INTEGER NOT NULL,"
    " state TEXT NOT NULL) STRICT;"
    "CREATE TABLE IF NOT EXISTS bulk_line (task TEXT NOT NULL, number INTEGER NOT NULL,"
    " what TEXT NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL,"
    " own_time INTEGER NOT NULL, state TEXT NOT NULL, verdict TEXT NOT NULL, words TEXT NOT NULL, "
    "position INTEGER,"
    " PRIMARY KEY (task, number)) STRICT;";

namespace {

using base::Instant;
using ledger::sqlite::Statement;

constexpr const char* task_columns =
    "SELECT id, kind, title, account, asked, state,"
    " (SELECT COUNT(*) FROM bulk_line WHERE task = id),"
    " (SELECT COUNT(*) FROM bulk_line WHERE task = id AND bulk_line.state = 'waiting'),"
    " (SELECT COUNT(*) FROM bulk_line WHERE task = id AND bulk_line.state = 'done'),"
    " (SELECT COUNT(*) FROM bulk_line WHERE task = id AND bulk_line.state = 'refused'),"
    " (SELECT COUNT(*) FROM bulk_line WHERE task = id AND bulk_line.state = 'failed')"
    " FROM bulk_task ";

constexpr const char* line_columns =
    "SELECT number, what, entry, kind, content, own_time, state, verdict, words, position"
    " FROM bulk_line ";

BulkTask task_from(const Statement& row) {
    BulkTask out;
    out.id = row.bytes(0);
    out.kind = row.bytes(1);
    out.title = row.bytes(2);
    out.by = row.bytes(3);
    out.asked = Instant{row.integer(4)};
    out.state = row.bytes(5);
    out.lines = row.integer(6);
    out.waiting = row.integer(7);
    out.done = row.integer(8);
    out.refused = row.integer(9);
    out.failed = row.integer(10);
    return out;
}

BulkLine line_from(const Statement& row) {
    BulkLine out;
    out.number = row.integer(0);
    out.what = row.bytes(1);
    out.entry = row.bytes(2);
    out.kind = row.bytes(3);
    out.content = row.bytes(4);
    out.own_time = row.integer(5) != 0;
    out.state = row.bytes(6);
    out.verdict = row.bytes(7);
    out.words = row.bytes(8);
    if (!row.is_null(9)) {
        out.position = row.integer(9);
    }
    return out;
}

Result<bool> insert_task(Workspace::Store& store, const BulkTask& task) {
    const auto added = store.change("INSERT INTO bulk_task VALUES (?, ?, ?, ?, ?, 'running')"
                                    " ON CONFLICT (id) DO NOTHING",
                                    {task.id, task.kind, task.title, task.by, task.asked.ms});
    return added ? Result<bool>(*added > 0) : tl::unexpected(added.error());
}

Result<void> insert_line(Workspace::Store& store, const BulkTask& task, const BulkLine& line) {
    return store.run("INSERT INTO bulk_line VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', '', '', NULL)",
                     {task.id, line.number, line.what, line.entry, line.kind, line.content,
                      std::int64_t{line.own_time ? 1 : 0}});
}

/// Finished tasks past bulk_tasks_max go, the oldest first.
Result<void> make_room(Workspace::Store& store) {
    const auto limit = static_cast<std::int64_t>(bulk_tasks_max);
    if (auto done = store.run("DELETE FROM bulk_task WHERE state = 'done' AND id NOT IN"
                              " (SELECT id FROM bulk_task ORDER BY asked DESC, id DESC LIMIT ?)",
                              {limit});
        !done) {
        return done;
    }
    return store.run("DELETE FROM bulk_line WHERE task NOT IN (SELECT id FROM bulk_task)", {});
}

Result<bool> change_state(Workspace& workspace, std::string_view id, std::string_view from,
                          std::string_view to) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto changed =
        store.change("UPDATE bulk_task SET state = ? WHERE id = ? AND state = ?", {to, id, from});
    return changed ? Result<bool>(*changed > 0) : tl::unexpected(changed.error());
}

} // namespace

std::string bulk_entry_id(const BulkTask& task, std::int64_t number) {
    const auto digest = base::sha256({"bulk line ", task.id, " ", std::to_string(number)});
    return base::uuid_v7(task.asked, base::as_bytes(digest).substr(0, 10));
}

Result<bool> add_bulk_task(Workspace& workspace, const BulkTask& task,
                           std::vector<BulkLine> lines) {
    if (lines.empty()) {
        return base::fail("", "nothing was chosen", "Choose at least one");
    }
    if (lines.size() > bulk_lines_max) {
        return base::fail("", "that is more than " + std::to_string(bulk_lines_max) + " at once",
                          "Choose fewer, and do the rest afterwards");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<bool> {
        const auto added = insert_task(store, task);
        if (!added || !*added) {
            return added;
        }
        std::int64_t number = 0;
        for (auto& line : lines) {
            line.number = ++number;
            line.entry = bulk_entry_id(task, number);
            if (auto kept = insert_line(store, task, line); !kept) {
                return tl::unexpected(kept.error());
            }
        }
        auto room = make_room(store);
        return room ? Result<bool>(true) : tl::unexpected(room.error());
    });
}

Result<std::vector<BulkTask>> bulk_tasks(Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows(std::string(task_columns) + "ORDER BY asked DESC, id DESC LIMIT 100", {},
                      task_from);
}

Result<std::optional<BulkTask>> bulk_task(Workspace& workspace, std::string_view id) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.first(std::string(task_columns) + "WHERE id = ?", {id}, task_from);
}

Result<std::vector<BulkLine>> bulk_lines(Workspace& workspace, std::string_view id) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows(std::string(line_columns) + "WHERE task = ? ORDER BY number", {id},
                      line_from);
}

Result<std::optional<BulkWork>> next_bulk_line(Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    auto task = store.first(std::string(task_columns) +
                                "WHERE state = 'running' ORDER BY asked, id LIMIT 1",
                            {}, task_from);
    if (!task || !*task) {
        return task ? Result<std::optional<BulkWork>>(std::nullopt) : tl::unexpected(task.error());
    }
    const std::string id = (*task)->id;
    auto line = store.first(std::string(line_columns) +
                                "WHERE task = ? AND state = 'waiting' ORDER BY number LIMIT 1",
                            {id}, line_from);
    if (!line) {
        return tl::unexpected(line.error());
    }
    if (!*line) {
        return std::optional<BulkWork>{};
    }
    return std::optional<BulkWork>(BulkWork{std::move(**task), std::move(**line)});
}

Result<void> settle_bulk_line(Workspace& workspace, const BulkWork& work,
                              const BulkResult& result) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    using Value = Workspace::Store::Value;
    const auto position = result.position ? Value(*result.position) : Workspace::Store::nothing();
    return store.together([&] {
        return store
            .run("UPDATE bulk_line SET state = ?, verdict = ?, words = ?, position = ?"
                 " WHERE task = ? AND number = ?",
                 {result.state, result.verdict, result.words, position, work.task.id,
                  work.line.number})
            .and_then([&] {
                return store.run("UPDATE bulk_task SET state = 'done' WHERE id = ? AND NOT EXISTS"
                                 " (SELECT 1 FROM bulk_line WHERE task = id AND"
                                 " bulk_line.state = 'waiting')",
                                 {work.task.id});
            });
    });
}

Result<bool> stop_bulk_task(Workspace& workspace, std::string_view id) {
    return change_state(workspace, id, "running", "stopped");
}

Result<bool> go_on_with_bulk_task(Workspace& workspace, std::string_view id) {
    return change_state(workspace, id, "stopped", "running");
}

Result<bool> try_failed_bulk_lines(Workspace& workspace, std::string_view id) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<bool> {
        const auto changed = store.change("UPDATE bulk_line SET state = 'waiting', words = ''"
                                          " WHERE task = ? AND state = 'failed'",
                                          {id});
        if (!changed || *changed == 0) {
            return changed ? Result<bool>(false) : tl::unexpected(changed.error());
        }
        auto begun = store.run("UPDATE bulk_task SET state = 'running' WHERE id = ?", {id});
        return begun ? Result<bool>(true) : tl::unexpected(begun.error());
    });
}

} // namespace quorate::partnership
