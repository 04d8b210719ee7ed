#include "partnership/workspace/hearing_asks.hpp"

#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const hearing_tables =
    "CREATE TABLE IF NOT EXISTS hearing_ask (meeting TEXT NOT NULL, item INTEGER NOT NULL,"
    " organisation TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (meeting, item, organisation)) STRICT;"
    "CREATE TABLE IF NOT EXISTS hearing_answer (meeting TEXT NOT NULL, item INTEGER NOT NULL,"
    " organisation TEXT NOT NULL, agreed INTEGER NOT NULL, reason TEXT NOT NULL,"
    " answerer TEXT NOT NULL, evidence TEXT NOT NULL, at INTEGER NOT NULL,"
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
    return store.together([&] {
        return store
            .run(
                "DELETE FROM hearing_answer WHERE meeting = ?1 AND item = ?2 AND organisation = ?3 "
                "AND agreed = 0 AND NOT EXISTS (SELECT 1 FROM hearing_ask WHERE meeting = ?1 AND "
                "item = ?2 AND organisation = ?3 AND words = ?4)",
                {ask.meeting, ask.item, ask.organisation, ask.words})
            .and_then([&] {
                return store.run("INSERT INTO hearing_ask VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE "
                                 "SET at = excluded.at, words = excluded.words WHERE words <> "
                                 "excluded.words",
                                 {ask.meeting, ask.item, ask.organisation, ask.words, ask.at.ms});
            });
    });
}

Result<void> take_back_hearing(Workspace& workspace, const HearingAsk& ask) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&] {
        return store
            .run("DELETE FROM hearing_answer WHERE meeting = ? AND item = ? AND organisation = ?",
                 {ask.meeting, ask.item, ask.organisation})
            .and_then([&] {
                return store.run(
                    "DELETE FROM hearing_ask WHERE meeting = ? AND item = ? AND organisation = ?",
                    {ask.meeting, ask.item, ask.organisation});
            });
    });
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

Result<bool> answer_hearing(Workspace& workspace, const HearingAnswer& answer) {
    if (answer.reason.size() > hearing_words_max) {
        return base::fail("reason", "this is too long", "Say it in at most 4,000 letters");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store
        .change("INSERT OR REPLACE INTO hearing_answer SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE "
                "EXISTS (SELECT 1 FROM hearing_ask WHERE meeting = ?1 AND item = ?2 AND "
                "organisation = ?3)",
                {answer.meeting, answer.item, answer.organisation,
                 static_cast<std::int64_t>(answer.agreed), answer.reason, answer.by,
                 answer.evidence, answer.at.ms})
        .map([](std::int64_t count) { return count > 0; });
}

Result<std::vector<HearingAnswer>> hearing_answers(const Workspace& workspace,
                                                   std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<HearingAnswer>(
        "SELECT meeting, item, organisation, agreed, reason, answerer, evidence, at FROM "
        "hearing_answer WHERE meeting = ? ORDER BY item, at, organisation",
        {meeting}, [](const Statement& row) {
            return HearingAnswer{std::string(row.bytes(0)), row.integer(1),
                                 std::string(row.bytes(2)), row.integer(3) != 0,
                                 std::string(row.bytes(4)), std::string(row.bytes(5)),
                                 std::string(row.bytes(6)), base::Instant{row.integer(7)}};
        });
}

} // namespace quorate::partnership
