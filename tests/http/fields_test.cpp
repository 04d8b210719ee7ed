// Percent-decoding, forms and what a request says of itself.

#include "http/json.hpp"

#include <gtest/gtest.h>

namespace quorate::http {

TEST(percent_decode, decodes_utf8) {
    EXPECT_EQ(percent_decode("a%20b%2Fc%C3%A9").value(), "a b/c\xc3\xa9");
    EXPECT_EQ(percent_decode("a+b").value(), "a+b");
    EXPECT_EQ(percent_decode("a+b", true).value(), "a b");
}

TEST(percent_decode, refuses_what_is_malformed) {
    for (const char* bad : {"%", "%1", "%zz", "a%2", "%00", "%1F", "%7f", "%FF", "%C3%28"})
        EXPECT_FALSE(percent_decode(bad).has_value()) << bad;
}

TEST(parse_urlencoded, keeps_order_and_repeats) {
    const auto fields = parse_urlencoded("a=1&b=x+y&a=%C2%A32&flag&empty=&&").value();
    ASSERT_EQ(fields.entries().size(), 5u);
    EXPECT_EQ(fields.get("a"), "1");
    EXPECT_EQ(fields.all("a").size(), 2u);
    EXPECT_EQ(fields.all("a")[1], "\xc2\xa3"
                                  "2");
    EXPECT_EQ(fields.get("b"), "x y");
    EXPECT_EQ(fields.get("flag"), "");
    EXPECT_FALSE(fields.get("nothing").has_value());
}

TEST(parse_urlencoded, line_ends_become_plain) {
    EXPECT_EQ(parse_urlencoded("t=a%0D%0Ab%0Dc%0Ad").value().get("t"), "a\nb\nc\nd");
}

TEST(parse_urlencoded, takes_what_a_word_processor_pastes) {
    EXPECT_EQ(parse_urlencoded("t=a%0Bb%0Cc%07d%7Fe%09f").value().get("t"), "a\nb\ncde\tf");
    EXPECT_EQ(field_text("a\vb\x01").value(), "a\nb");
    EXPECT_EQ(parse_urlencoded("t=a%00b").error().where, "t");
    EXPECT_FALSE(field_text(std::string_view("a\0b", 3)).has_value());
    EXPECT_EQ(parse_urlencoded("a%0Bb=1").error().where, "field 1");
}

TEST(parse_urlencoded, failures_name_the_field) {
    EXPECT_EQ(parse_urlencoded("a=1&place=%G0").error().where, "place");
    EXPECT_EQ(parse_urlencoded("%G0=1").error().where, "field 1");
    std::string many;
    for (int i = 0; i < 1001; ++i)
        many += "x=1&";
    EXPECT_FALSE(parse_urlencoded(many).has_value());
    EXPECT_FALSE(parse_urlencoded(std::string(201, 'n') + "=1").has_value());
}

TEST(request, form_needs_its_content_type) {
    Request request;
    request.body = "a=1";
    EXPECT_THROW(static_cast<void>(request.form()), BrokenRequest);
    request.headers.add("content-type", "Application/X-WWW-Form-Urlencoded; charset=utf-8");
    EXPECT_EQ(request.form().get("a"), "1");
    request.body = "a=%";
    EXPECT_THROW(static_cast<void>(request.form()), BrokenRequest);
}

TEST(request, prefers_json_only_when_asked_first) {
    Request request;
    EXPECT_FALSE(request.prefers_json());
    request.headers.add("accept", "application/json");
    EXPECT_TRUE(request.prefers_json());
    Request browser;
    browser.headers.add("accept", "text/html,application/xhtml+xml,application/json;q=0.5");
    EXPECT_FALSE(browser.prefers_json());
}

TEST(json, body_names_the_place_of_a_mistake) {
    Request request;
    request.headers.add("content-type", "application/json");
    request.body = "{\"a\": 1,\n \"b\": }";
    try {
        static_cast<void>(json_body(request));
        FAIL();
    } catch (const BrokenRequest& broken) {
        EXPECT_EQ(broken.status(), 400);
        EXPECT_NE(std::string(broken.what()).find("line 2"), std::string::npos) << broken.what();
    }
}

TEST(json, problems_follow_rfc_9457) {
    const Response response = problem_response(
        {.status = 422, .detail = "Not quorate.", .members = {{"verdict", "refused"}}});
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.body.view(),
              "{\"detail\":\"Not quorate.\",\"status\":422,\"title\":\"Unprocessable Content\","
              "\"type\":\"about:blank\",\"verdict\":\"refused\"}");
    const Response failure =
        problem_response(400, base::Failure{"place", "it is empty", "say where"});
    EXPECT_NE(failure.body.view().find("\"where\":\"place\""), std::string_view::npos);
}

} // namespace quorate::http
