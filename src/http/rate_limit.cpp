#include "http/rate_limit.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cmath>
#include <netinet/in.h>

namespace quorate::http {

namespace {

// One household or office has a whole /64, so that is what is counted.
std::string key_of(std::string_view address) {
    std::string key(address);
    in6_addr parsed{};
    if (inet_pton(AF_INET6, key.c_str(), &parsed) == 1)
        return std::string(reinterpret_cast<const char*>(parsed.s6_addr), 8);
    return key;
}

} // namespace

std::optional<int> RateLimiter::take(std::string_view address, Clock::time_point now) {
    const std::string key = key_of(address);
    const std::lock_guard lock(mutex_);
    if (buckets_.size() >= options_.addresses_max && !buckets_.contains(key))
        buckets_.clear();
    Bucket& bucket = buckets_.try_emplace(key, Bucket{options_.burst, now}).first->second;
    const double passed = std::chrono::duration<double>(now - bucket.at).count();
    bucket.tokens = std::min(options_.burst, bucket.tokens + passed * options_.per_second);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / options_.per_second)));
}

} // namespace quorate::http
