#ifndef QUORATE_HTTP_TURNS_HPP
#define QUORATE_HTTP_TURNS_HPP
// Requests that take long, in the order they came.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace quorate::http {

/// Threads of their own, one as a rule, that do one piece of work after another in the order they
/// came, so that the threads that answer requests never wait for it.
class Turns {
public:
    /// What is done when its turn comes; `stopped`: the server is stopping, and nothing else may be
    /// begun.
    using Work = std::function<void(bool stopped)>;

    explicit Turns(std::size_t waiting_max, std::size_t threads = 1)
        : waiting_max_(waiting_max), threads_max_(threads) {}
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;
    ~Turns() { stop(); }

    /// False when as many wait as may, or it was stopped: the work is not taken.
    bool take(Work work);
    /// Lets what is being done end, and tells those who wait that they are not done.
    void stop();

private:
    void run();

    const std::size_t waiting_max_;
    const std::size_t threads_max_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<Work> waiting_;         // guarded by mutex_
    bool stopping_ = false;            // guarded by mutex_
    std::size_t idle_ = 0;             // threads that wait for work; guarded by mutex_
    std::vector<std::thread> threads_; // begun when there is work for them; guarded by mutex_
};

} // namespace quorate::http

#endif
