#ifndef QUORATE_PARTNERSHIP_WRITER_HPP
#define QUORATE_PARTNERSHIP_WRITER_HPP
// The one writer of a partnership: rules on acts in order on its own next state, appends them in
// one commit, then publishes.

#include "partnership/parts.hpp"
#include "partnership/receipt.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace quorate::partnership {

inline constexpr std::size_t batch_acts_max = 256;
inline constexpr std::size_t queue_acts_max = 10'000;

/// An act in the queue.
struct PendingAct {
    governance::Submission submission;
    SubmitOptions options;
    std::promise<Submitted> answer;
};

class Writer {
public:
    /// With `threaded`, acts are taken by a thread of its own; without, by whoever submits.
    Writer(Parts& parts, bool threaded);
    ~Writer(); ///< finishes what is queued
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    std::future<Submitted> submit(governance::Submission submission, SubmitOptions options);
    /// Why writing has stopped, once it has.
    [[nodiscard]] std::optional<base::Failure> stopped() const;

private:
    struct Batch;

    void run();
    void take(std::span<PendingAct> acts);
    Result<void> take_one(Batch& batch, PendingAct& act);
    /// The answer for an id that is in the record already, or in this batch.
    Submitted answer_again(const Batch& batch, const PendingAct& act,
                           const governance::EntryLine& line);
    Result<void> seal(Batch& batch, std::span<PendingAct> acts);
    [[nodiscard]] std::optional<SubmitError> unfit(const PendingAct& act) const;
    Result<void> commit(Batch& batch);
    void stop_writing(const base::Failure& failure);

    Parts& parts_;
    std::mutex turn_; // one batch at a time
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<PendingAct> queue_;
    bool closing_ = false;
    std::optional<base::Failure> stopped_;
    std::thread thread_;
};

} // namespace quorate::partnership

#endif
