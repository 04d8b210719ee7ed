#include "partnership/workspace/hearing_asks.hpp"

#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const hearing_tables =
    "CREATE TABLE IF NOT EXISTS hearing_ask (meeting TEXT NOT NULL, item INTEGER NOT NULL,"
    " organisation TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (meeting, item, organisation)) STRICT;";

Result<void> ask_to_be_heard(Workspace& workspace, const HearingAsk& ask) {
    if (ask.words.size() > hearing_words_max) {
        return base::fail("words", "this is too long", "Say it in at most 4,000 letters");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto count =
        store.number("SELECT count(*) FROM hearing_ask WHERE meeting = ?", {ask.meeting});
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (*count >= static_cast<std::int64_t>(hearing_asks_of_meeting_max)) {
        return base::fail("", "this meeting has as many of these as can be kept",
                          "Tell the secretariat instead");
    }
    return store.run("INSERT OR REPLACE INTO hearing_ask VALUES (?,?,?,?,?)",
                     {ask.meeting, ask.item, ask.organisation, ask.words, ask.at.ms});
}

Result<void> take_back_hearing(Workspace& workspace, const HearingAsk& ask) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run("DELETE FROM hearing_ask WHERE meeting = ? AND item = ? AND organisation = ?",
                     {ask.meeting, ask.item, ask.organisation});
}

Result<std::vector<HearingAsk>> hearing_asks(const Workspace& workspace, std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<HearingAsk>(
        "SELECT meeting, item, organisation, words, at FROM hearing_ask WHERE meeting = ? ORDER BY "
        "item, at, organisation",
        {meeting}, [](const Statement& row) {
            return HearingAsk{std::string(row.bytes(0)), row.integer(1), std::string(row.bytes(2)),
                              std::string(row.bytes(3)), base::Instant{row.integer(4)}};
        });
}

} // namespace quorate::partnership
