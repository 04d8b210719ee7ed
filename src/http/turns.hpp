#ifndef QUORATE_HTTP_TURNS_HPP
#define QUORATE_HTTP_TURNS_HPP
// Requests that take long on purpose, one after another.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace quorate::http {

/// A thread that does one piece of work after another in the order they came, so that the threads
/// that answer requests never wait for it.
class Turns {
public:
    /// What is done when its turn comes; `stopped`: the server is stopping, and nothing else may be
    /// begun.
    using Work = std::function<void(bool stopped)>;

    explicit Turns(std::size_t waiting_max) : waiting_max_(waiting_max) {}
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
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<Work> waiting_; // guarded by mutex_
    bool stopping_ = false;    // guarded by mutex_
    std::thread thread_;       // begun with the first; guarded by mutex_
};

} // namespace quorate::http

#endif
