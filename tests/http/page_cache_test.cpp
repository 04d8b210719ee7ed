// The page cache and the rate limiter.

#include "http/page_cache.hpp"
#include "http/rate_limit.hpp"

#include <gtest/gtest.h>

namespace quorate::http {

TEST(page_cache, makes_a_page_once_and_keeps_it_compressed) {
    PageCache cache(1 << 20);
    int made = 0;
    const auto make = [&made] {
        ++made;
        return html_response(std::string(5000, 'x'));
    };
    const auto first = cache.get("/kent 12 2008-07-01", make);
    EXPECT_EQ(cache.get("/kent 12 2008-07-01", make), first);
    EXPECT_EQ(made, 1);
    EXPECT_FALSE(first->etag.empty());
    EXPECT_FALSE(first->gzip.empty());
    cache.get("/kent 13 2008-07-01", make);
    EXPECT_EQ(made, 2);
    EXPECT_EQ(cache.counts().hits, 1u);
    EXPECT_EQ(cache.counts().misses, 2u);
}

TEST(page_cache, keeps_only_good_pages) {
    PageCache cache(1 << 20);
    EXPECT_EQ(cache.get("a", [] { return text_response("no", 404); })->status, 404);
    EXPECT_EQ(cache.counts().pages, 0u);
}

TEST(page_cache, forgets_what_was_least_recently_asked_for) {
    PageCache cache(30000);
    const auto make = [] { return bytes_response("image/png", std::string(9000, 'x')); };
    cache.get("a", make);
    cache.get("b", make);
    cache.get("c", make);
    cache.get("a", make);
    cache.get("d", make);
    EXPECT_EQ(cache.counts().pages, 3u);
    EXPECT_LE(cache.counts().bytes, 30000u);
    const auto misses = cache.counts().misses;
    cache.get("a", make);
    EXPECT_EQ(cache.counts().misses, misses);
    cache.get("b", make);
    EXPECT_EQ(cache.counts().misses, misses + 1);
    cache.get("huge", [] { return bytes_response("image/png", std::string(40000, 'x')); });
    EXPECT_EQ(cache.counts().pages, 3u);
    cache.clear();
    EXPECT_EQ(cache.counts().bytes, 0u);
}

TEST(rate_limit, allows_a_burst_then_a_steady_rate) {
    RateLimiter limiter({.per_second = 2, .burst = 3});
    RateLimiter::Clock::time_point now{};
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(limiter.take("192.0.2.1", now).has_value());
    EXPECT_EQ(limiter.take("192.0.2.1", now), 1);
    EXPECT_FALSE(limiter.take("192.0.2.2", now).has_value());
    now += std::chrono::milliseconds(500);
    EXPECT_FALSE(limiter.take("192.0.2.1", now).has_value());
    EXPECT_TRUE(limiter.take("192.0.2.1", now).has_value());
}

TEST(rate_limit, counts_an_ipv6_network_as_one) {
    RateLimiter limiter({.per_second = 1, .burst = 1});
    const RateLimiter::Clock::time_point now{};
    EXPECT_FALSE(limiter.take("2001:db8:1:2::1", now).has_value());
    EXPECT_TRUE(limiter.take("2001:db8:1:2:ffff::9", now).has_value());
    EXPECT_FALSE(limiter.take("2001:db8:1:3::1", now).has_value());
}

TEST(rate_limit, memory_is_bounded) {
    RateLimiter limiter({.per_second = 1, .burst = 1, .addresses_max = 2});
    const RateLimiter::Clock::time_point now{};
    limiter.take("a", now);
    limiter.take("b", now);
    limiter.take("c", now);
    EXPECT_FALSE(limiter.take("a", now).has_value());
}

} // namespace quorate::http
