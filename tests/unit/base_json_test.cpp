// JSON: what is refused and where, and the canonical bytes.

#include "base/hash.hpp"
#include "base/json.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace quorate::base {
namespace {

std::string canonical_of(std::string_view text) {
    const auto json = parse_json(text);
    return json ? canonical(*json) : "failed: " + json.error().text();
}

Failure failure_of(std::string_view text, JsonLimits limits = {}) {
    const auto json = parse_json(text, limits);
    EXPECT_FALSE(json.has_value()) << text;
    return json ? Failure{} : json.error();
}

TEST(Json, CanonicalSortsKeysAndDropsSpace) {
    EXPECT_EQ(canonical_of(R"( { "b" : 1 , "a" : [ true, false , null ], "B": {} } )"),
              R"({"B":{},"a":[true,false,null],"b":1})");
    EXPECT_EQ(canonical_of(R"({"aa":1,"a":2,"":3,"a.b":4})"), R"({"":3,"a":2,"a.b":4,"aa":1})");
}

TEST(Json, CanonicalSortsKeysAtEveryDepth) {
    EXPECT_EQ(canonical_of(R"([{"z":{"y":1,"x":2}}])"), R"([{"z":{"x":2,"y":1}}])");
}

TEST(Json, CanonicalEscapesAsRfc8785) {
    // RFC 8785 section 3.2.2.2: the short escapes, \u00xx in lower case for other controls,
    // everything else as it is.
    EXPECT_EQ(canonical_of(R"(["\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/"])"),
              "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    EXPECT_EQ(canonical_of(R"(["\b\t\n\f\r\u0000\u001f\u007f"])"),
              "[\"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\"]");
    EXPECT_EQ(canonical_of(R"(["\ud83d\ude00"])"), "[\"😀\"]");
}

TEST(Json, EveryControlCharacterRoundTrips) {
    for (int c = 0; c < 0x80; ++c) {
        std::string quoted;
        append_json_string(quoted, std::string(1, static_cast<char>(c)));
        const auto back = parse_json(quoted);
        ASSERT_TRUE(back.has_value()) << c << ": " << back.error().text();
        EXPECT_EQ(back->get_string(), std::string(1, static_cast<char>(c)));
    }
}

TEST(Json, NumbersKeepSixtyFourBits) {
    EXPECT_EQ(canonical_of("[-9223372036854775808,9223372036854775807,18446744073709551615,0,-0]"),
              "[-9223372036854775808,9223372036854775807,18446744073709551615,0,0]");
}

TEST(JsonDeathTest, FloatingPointIsNotCanonical) {
    const auto json = parse_json("[1.5]");
    ASSERT_TRUE(json.has_value());
    EXPECT_DEATH((void)canonical(*json), "floating point");
}

TEST(Json, CanonicalIsAFixedPoint) {
    const auto once = canonical_of(R"({"b":[1,"\u00e9",{"d":null,"c":"\n"}],"a":-5})");
    EXPECT_EQ(canonical_of(once), once);
    EXPECT_EQ(hex(sha256(canonical_of("{ }"))), hex(sha256("{}")));
}

TEST(Json, MalformedTextIsRefusedWithItsPlace) {
    EXPECT_EQ(failure_of("{\n  \"a\": 1,\n  \"b\": x\n}").where, "line 3, column 8");
    EXPECT_EQ(failure_of("nul").message, "the JSON text ends too early");
    EXPECT_EQ(failure_of("").message, "the JSON text ends too early");
    EXPECT_EQ(failure_of("{\"a\":").where, "line 1, column 6");
    EXPECT_EQ(failure_of("[1,]").where, "line 1, column 4");
    for (const char* text :
         {"{a:1}", "['a']", "[01]", "[1] // note", "[+1]", "[NaN]", "[\"\x01\"]", "[\"\\x\"]"}) {
        EXPECT_FALSE(failure_of(text).where.empty()) << text;
    }
}

TEST(Json, TextAfterTheValueIsRefused) {
    const auto failure = failure_of("{}\n {}");
    EXPECT_EQ(failure.where, "line 2, column 2");
    EXPECT_EQ(failure.message, "there is more text after the JSON value");
    EXPECT_TRUE(parse_json("{} \r\n\t").has_value());
}

TEST(Json, TextThatIsNotUtf8IsRefused) {
    EXPECT_FALSE(failure_of("[\"\xff\"]").where.empty());
    EXPECT_FALSE(failure_of("[\"\xc3\"]").where.empty());
    EXPECT_FALSE(failure_of("[\"\xed\xa0\x80\"]").where.empty()); // a lone surrogate
    EXPECT_FALSE(failure_of(R"(["\ud800"])").where.empty());
}

TEST(Json, AKeyGivenTwiceIsRefusedWithItsPlace) {
    const auto failure = failure_of("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}");
    EXPECT_EQ(failure.message, "the key \"c\" is given twice in one object");
    EXPECT_EQ(failure.where.substr(0, 6), "line 2") << failure.where;
    EXPECT_EQ(failure_of(R"({"":1,"":2})").message, "the key \"\" is given twice in one object");
    EXPECT_EQ(failure_of(R"({"a":1,"\u0061":2})").message,
              "the key \"a\" is given twice in one object");
    EXPECT_TRUE(parse_json(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})").has_value());
}

TEST(Json, LimitsHold) {
    EXPECT_EQ(failure_of("[1,2]", {.bytes_max = 4}).message,
              "the JSON text is 5 bytes; the limit is 4");
    EXPECT_TRUE(parse_json("[1,2]", {.bytes_max = 5}).has_value());
    EXPECT_TRUE(parse_json("[[[]]]", {.depth_max = 3}).has_value());
    EXPECT_FALSE(failure_of("[[[[]]]]", {.depth_max = 3}).where.empty());
    EXPECT_FALSE(failure_of(std::string(100'000, '[')).where.empty());
}

} // namespace
} // namespace quorate::base
