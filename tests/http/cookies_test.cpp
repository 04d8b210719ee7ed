// Cookies read and set (RFC 6265).

#include "http/page_cache.hpp"
#include "http/respond.hpp"

#include <gtest/gtest.h>

namespace quorate::http {

namespace {

std::string set_by(const Cookie& cookie) {
    Response response;
    return std::string(response.set_cookie(cookie).headers.get("Set-Cookie").value_or(""));
}

} // namespace

TEST(cookie, the_first_of_a_name_is_read) {
    Request request;
    EXPECT_FALSE(request.cookie("a").has_value());
    request.headers.add("cookie", "x=1; a=2;a=3 ; b = 4; =5; c=; d=e=f; \"q\"=\"v\"; broken");
    request.headers.add("cookie", "late=6");
    EXPECT_EQ(request.cookie("x"), "1");
    EXPECT_EQ(request.cookie("a"), "2");
    EXPECT_EQ(request.cookie("b"), "4");
    EXPECT_EQ(request.cookie("c"), "");
    EXPECT_EQ(request.cookie("d"), "e=f");
    EXPECT_EQ(request.cookie("late"), "6");
    EXPECT_FALSE(request.cookie("broken").has_value());
    EXPECT_FALSE(request.cookie("A").has_value());
}

TEST(cookie, is_set_for_this_site_and_never_for_scripts) {
    EXPECT_EQ(set_by({"session", "abc"}), "session=abc; Path=/; HttpOnly; SameSite=Lax");
    EXPECT_EQ(set_by({"__Host-session", "a=b/+", std::chrono::hours(1), true}),
              "__Host-session=a=b/+; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax");
    Response response;
    response.expire_cookie("session");
    EXPECT_EQ(response.headers.get("Set-Cookie"),
              "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(cookie, what_the_standard_does_not_allow_is_a_bug) {
    for (const char* name : {"", "a b", "a=b", "a;b", "a\r\nb", "\xc3\xa9", "a,b", "\"a\""})
        EXPECT_DEATH(set_by({name, "x"}), "") << name;
    for (const char* value : {"a b", "a;b", "a,b", "a\"", "a\\", "a\r\nSet-Cookie: x", "\xc3\xa9"})
        EXPECT_DEATH(set_by({"a", value}), "") << value;
    EXPECT_DEATH(set_by({"__Host-a", "x"}), "");
    EXPECT_DEATH(set_by({"a", "x", std::nullopt, false, "/; Domain=example.org"}), "");
}

TEST(cookie, a_page_that_sets_one_is_kept_by_nobody) {
    PageCache cache(1 << 20);
    const auto make = [] {
        Response response = html_response("<p>yours</p>");
        response.set_cookie({"session", "abc"});
        return response;
    };
    const auto made = cache.get("key", make);
    EXPECT_EQ(cache.counts().pages, 0u);
    EXPECT_EQ(finish(Request(), *made).headers.get("Cache-Control"), "no-store");
}

} // namespace quorate::http
