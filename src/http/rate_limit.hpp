#ifndef QUORATE_HTTP_RATE_LIMIT_HPP
#define QUORATE_HTTP_RATE_LIMIT_HPP
// A limit on requests from one address.

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace quorate::http {

/// A token bucket for each address (for IPv6 each /64), thread-safe, with a bounded memory.
class RateLimiter {
public:
    struct Options {
        double per_second = 50;            ///< requests that may go on for ever
        double burst = 200;                ///< requests at once after a pause
        std::size_t addresses_max = 20000; ///< when more are known, all are forgotten
    };
    using Clock = std::chrono::steady_clock;

    explicit RateLimiter(Options options) : options_(options) {}

    /// Takes one request from the address. None: go ahead; else the whole seconds to wait, at
    /// least 1.
    std::optional<int> take(std::string_view address, Clock::time_point now);

private:
    struct Bucket {
        double tokens;
        Clock::time_point at;
    };
    const Options options_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

} // namespace quorate::http

#endif
