#ifndef QUORATE_PARTNERSHIP_BULK_RUNNER_HPP
#define QUORATE_PARTNERSHIP_BULK_RUNNER_HPP
// Does the lines of bulk tasks one after another, on a thread of its own beside the server.

#include "partnership/partnership.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace quorate::partnership {

/// Between two lines, so that people at their desks come first, and a task can be stopped.
inline constexpr int bulk_pause_ms = 40;

/// Does the next waiting line of the partnership's oldest running task. False when there is none.
/// An act is submitted under the line's own id: one that is in the record already gives its first
/// receipt again. A letter is kept and put into the outbox once.
Result<bool> do_next_bulk_line(Partnership& partnership);

/// Tells every runner of this program that there is work. Cheap.
void ring_for_bulk_work();

/// Works from its making to its end. Tasks left over from before a restart are gone on with.
class BulkRunner {
public:
    /// The partnerships must outlive it.
    explicit BulkRunner(std::vector<Partnership*> partnerships);
    BulkRunner(const BulkRunner&) = delete;
    BulkRunner& operator=(const BulkRunner&) = delete;
    /// Finishes the line in hand.
    ~BulkRunner();

private:
    void work();

    std::vector<Partnership*> partnerships_;
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

} // namespace quorate::partnership

#endif
