#ifndef QUORATE_PARTNERSHIP_WORKSPACE_BULK_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_BULK_HPP
// Bulk tasks: the same thing for many, done line by line in the background. Each line has the id of
// what it does from the beginning, so that going on after a restart does nothing twice.

#include "partnership/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::partnership {

inline constexpr std::size_t bulk_lines_max = 500;
inline constexpr std::size_t bulk_tasks_max = 1000; ///< older finished ones make room

/// One thing of a task: an act to submit, or a letter to send.
struct BulkLine {
    std::int64_t number = 0; ///< from 1
    std::string what;        ///< "Seat 7, public sector", "Meeting of 9 March 2027"
    std::string entry;       ///< UUIDv7 of the act, or of the letter: see bulk_entry_id()
    std::string kind;        ///< act or letter
    std::string content;     ///< a submission, or a letter, as JSON
    /// An act that took effect at a time somebody gave. Else it takes effect when it is done, so
    /// that a line which waited over a restart is not back-dated.
    bool own_time = false;
    std::string state = "waiting";             ///< waiting, done, refused, failed
    std::string verdict = {};                  ///< of an act: as its ruling has it
    std::string words = {};                    ///< what came of it, one sentence
    std::optional<std::int64_t> position = {}; ///< of the act's entry
};

/// How far a task has got.
struct BulkTask {
    std::string id;    ///< UUIDv7 of the form that asked for it: a double press counts once
    std::string kind;  ///< letters, apologies, convene, publish, programme
    std::string title; ///< "Reminders for the meeting of 9 March 2027"
    std::string by;    ///< the account
    base::Instant asked;
    std::string state = "running"; ///< running, stopped, done
    std::int64_t lines = 0;
    std::int64_t waiting = 0;
    std::int64_t done = 0;
    std::int64_t refused = 0;
    std::int64_t failed = 0;
};

/// What a line came to.
struct BulkResult {
    std::string state; ///< done, refused, failed
    std::string verdict;
    std::string words;
    std::optional<std::int64_t> position;
};

struct BulkWork {
    BulkTask task;
    BulkLine line;
};

/// The id of what line `number` of the task does: the same every time, and another for every line.
std::string bulk_entry_id(const BulkTask& task, std::int64_t number);

/// Keeps a task with its lines (numbered here, from 1). False when there is one of that id already:
/// then nothing is changed. Fails without lines and past bulk_lines_max.
Result<bool> add_bulk_task(Workspace& workspace, const BulkTask& task, std::vector<BulkLine> lines);
/// Newest first.
Result<std::vector<BulkTask>> bulk_tasks(Workspace& workspace);
Result<std::optional<BulkTask>> bulk_task(Workspace& workspace, std::string_view id);
Result<std::vector<BulkLine>> bulk_lines(Workspace& workspace, std::string_view id);

/// The first waiting line of the oldest running task; nothing when there is no work.
Result<std::optional<BulkWork>> next_bulk_line(Workspace& workspace);
/// Keeps what came of a line; the task is done when it was the last that waited.
Result<void> settle_bulk_line(Workspace& workspace, const BulkWork& work, const BulkResult& result);
/// Stops a running task after the line in hand, or lets a stopped one go on. False when the task
/// is not in that state any more.
Result<bool> stop_bulk_task(Workspace& workspace, std::string_view id);
Result<bool> go_on_with_bulk_task(Workspace& workspace, std::string_view id);
/// Lets the lines that failed wait once more. False when none had failed.
Result<bool> try_failed_bulk_lines(Workspace& workspace, std::string_view id);

} // namespace quorate::partnership

#endif
