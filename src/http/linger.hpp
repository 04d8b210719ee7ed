#ifndef QUORATE_HTTP_LINGER_HPP
#define QUORATE_HTTP_LINGER_HPP
// Connections answered before their request had come whole.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace quorate::http {

/// Reads on, and throws away, what a sender is still sending after the answer went out and the
/// connection was closed on this side. Closing it outright would have the system reset it, and the
/// answer would be lost before a browser that is busy sending ever looked for it.
class Lingerer {
public:
    struct Limits {
        std::uint64_t bytes_max = 256 << 20; ///< then the sender is cut off
        std::chrono::milliseconds time_max{30000};
        std::size_t connections_max = 64; ///< more are cut off at once
    };
    explicit Lingerer(Limits limits) : limits_(limits) {}
    Lingerer(const Lingerer&) = delete;
    Lingerer& operator=(const Lingerer&) = delete;
    ~Lingerer() { stop(); }

    /// Keeps a connection until its sender closes it. The descriptor stays the caller's.
    void keep(int descriptor);
    /// Cuts off whoever is left.
    void stop();

private:
    struct Kept {
        int descriptor;
        std::int64_t since_ms;
        std::uint64_t bytes;
    };
    void run();
    bool done(Kept& kept) const;

    const Limits limits_;
    std::mutex mutex_;
    std::vector<Kept> arrived_; // guarded by mutex_
    std::vector<Kept> kept_;    // of the thread alone
    std::condition_variable woken_;
    std::atomic<std::size_t> count_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_; // begun with the first; guarded by mutex_
};

} // namespace quorate::http

#endif
