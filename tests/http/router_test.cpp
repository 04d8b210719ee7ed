// Paths, patterns and captures.

#include "http/router.hpp"

#include <gtest/gtest.h>

namespace quorate::http {

namespace {

Handler says(const std::string& words) {
    return [words](const Request&) { return text_response(words); };
}

std::string answer(const Router& router, Method method, std::string_view path) {
    const auto segments = path_segments(path);
    if (!segments)
        return "malformed";
    const Router::Match match = router.match(method, *segments);
    if (match.handler == nullptr)
        return match.allowed.empty() ? "404" : "405";
    return std::string((*match.handler)(Request()).body.view());
}

Router sample() {
    Router router;
    router.get("/", says("home"));
    router.get("/health", says("health"));
    router.get("/{partnership}", says("partnership"));
    router.get("/{partnership}/bodies/{body:id}", says("body"));
    router.get("/{partnership}/bodies/new", says("new"));
    router.get("/{partnership}/entries/{position:number}", says("entry"));
    router.get("/{partnership}/calendar/{day:date}", says("day"));
    router.get("/{partnership}/calendar/{word}", says("word"));
    router.get("/{partnership}/meetings/{meeting...}", says("meeting"));
    router.post("/{partnership}/acts", says("act"));
    router.add(Method::delete_, "/{partnership}/acts", says("gone"));
    return router;
}

} // namespace

TEST(path_segments, splits_then_decodes) {
    EXPECT_EQ(path_segments("/").value(), std::vector<std::string>{});
    EXPECT_EQ(path_segments("/kent/").value(), std::vector<std::string>{"kent"});
    EXPECT_EQ(path_segments("/a%2Fb/c").value(), (std::vector<std::string>{"a/b", "c"}));
    for (const char* bad :
         {"", "kent", "//", "/a//b", "/../etc", "/a/./b", "/%2e%2e/x", "/a%", "/%00", "/%ff"})
        EXPECT_FALSE(path_segments(bad).has_value()) << bad;
    std::string long_path;
    for (int i = 0; i < 41; ++i)
        long_path += "/a";
    EXPECT_FALSE(path_segments(long_path).has_value());
}

TEST(router, words_beat_captures_and_stricter_captures_beat_looser) {
    const Router router = sample();
    EXPECT_EQ(answer(router, Method::get, "/"), "home");
    EXPECT_EQ(answer(router, Method::get, "/health"), "health");
    EXPECT_EQ(answer(router, Method::get, "/kent"), "partnership");
    EXPECT_EQ(answer(router, Method::get, "/kent/bodies/kp"), "body");
    EXPECT_EQ(answer(router, Method::get, "/kent/bodies/new"), "new");
    EXPECT_EQ(answer(router, Method::get, "/kent/bodies/K%20P"), "404");
    EXPECT_EQ(answer(router, Method::get, "/kent/entries/12"), "entry");
    EXPECT_EQ(answer(router, Method::get, "/kent/entries/-1"), "404");
    EXPECT_EQ(answer(router, Method::get, "/kent/entries/9999999999999999999"), "404");
    EXPECT_EQ(answer(router, Method::get, "/kent/calendar/2008-07-01"), "day");
    EXPECT_EQ(answer(router, Method::get, "/kent/calendar/2008-02-30"), "word");
    EXPECT_EQ(answer(router, Method::get, "/kent/meetings/kp/m1"), "meeting");
    EXPECT_EQ(answer(router, Method::get, "/kent/meetings"), "404");
    EXPECT_EQ(answer(router, Method::get, "/kent/bodies/../x"), "malformed");
}

TEST(router, methods) {
    const Router router = sample();
    EXPECT_EQ(answer(router, Method::head, "/kent"), "partnership");
    EXPECT_EQ(answer(router, Method::post, "/kent/acts"), "act");
    EXPECT_EQ(answer(router, Method::get, "/kent/acts"), "405");
    EXPECT_EQ(answer(router, Method::post, "/nowhere/at/all"), "404");
    EXPECT_EQ(router.list().front(), "GET /");
    EXPECT_EQ(router.list().back(), "DELETE /{partnership}/acts");
}

TEST(router, captures_are_typed) {
    const Router router = sample();
    const auto match = router.match(Method::get, {"kent", "meetings", "kp", "m1"});
    EXPECT_EQ(match.captures.text("partnership"), "kent");
    EXPECT_EQ(match.captures.text("meeting"), "kp/m1");
    EXPECT_EQ(router.match(Method::get, {"kent", "entries", "12"}).captures.number("position"), 12);
    EXPECT_EQ(router.match(Method::get, {"kent", "calendar", "2008-07-01"}).captures.date("day"),
              *base::civil_date(2008, 7, 1));
    EXPECT_DEATH(static_cast<void>(match.captures.text("body")), "");
    EXPECT_DEATH(static_cast<void>(match.captures.number("meeting")), "");
}

TEST(router, a_wrong_pattern_is_a_bug) {
    Router router;
    EXPECT_DEATH(router.get("kent", says("")), "");
    EXPECT_DEATH(router.get("/{rest...}/more", says("")), "");
    EXPECT_DEATH(router.get("/{a:colour}", says("")), "");
    router.get("/a", says(""));
    EXPECT_DEATH(router.get("/a", says("")), "");
}

} // namespace quorate::http
