#include "partnership/workspace/minutes_drafts.hpp"

#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const minutes_draft_tables =
    "CREATE TABLE IF NOT EXISTS minutes_draft (meeting TEXT NOT NULL, account TEXT NOT NULL,"
    " writer TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL, position INTEGER NOT NULL,"
    " PRIMARY KEY (meeting, account)) STRICT;";

namespace {

MinutesDraft draft_from(const Statement& row) {
    MinutesDraft out;
    out.account = std::string(row.bytes(0));
    out.writer = std::string(row.bytes(1));
    out.words = std::string(row.bytes(2));
    out.at = base::Instant{row.integer(3)};
    out.position = row.integer(4);
    return out;
}

} // namespace

base::Result<void> keep_minutes_draft(Workspace& workspace, std::string_view meeting,
                                      const MinutesDraft& draft) {
    if (draft.words.size() > minutes_draft_max) {
        return base::fail("words", "the minutes are longer than 100,000 letters",
                          "shorten them, or put part of them into a paper");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run(
        "INSERT INTO minutes_draft (meeting, account, writer, words, at, position)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (meeting, account) DO UPDATE SET"
        " writer = excluded.writer, words = excluded.words, at = excluded.at,"
        " position = excluded.position",
        {meeting, draft.account, draft.writer, draft.words, draft.at.ms, draft.position});
}

base::Result<std::vector<MinutesDraft>> minutes_drafts(Workspace& workspace,
                                                       std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<MinutesDraft>("SELECT account, writer, words, at, position FROM minutes_draft"
                                    " WHERE meeting = ? ORDER BY at DESC, account",
                                    {meeting}, draft_from);
}

base::Result<void> drop_minutes_draft(Workspace& workspace, std::string_view meeting,
                                      std::string_view account) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run("DELETE FROM minutes_draft WHERE meeting = ? AND account = ?",
                     {meeting, account});
}

} // namespace quorate::partnership
