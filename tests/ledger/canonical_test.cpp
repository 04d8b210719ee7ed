#include "base/json.hpp"
#include "ledger/canonical_check.hpp"

#include <gtest/gtest.h>
#include <random>

namespace quorate::ledger {
namespace {

TEST(Canonical, PassesWhatTheProgramWrites) {
    for (const std::string text :
         {R"({})", R"([])", R"("")", R"(0)", R"(-1)", R"(9223372036854775807)",
          R"(-9223372036854775808)", R"(18446744073709551615)", R"(true)", R"(null)",
          R"({"":1,"A":2,"a":[1,"x"],"ab":{}})", R"("\b\t\n\f\r\"\\\u0000\u001f")",
          "\"\x7f caf\xC3\xA9 \xF0\x9F\x8F\x9B\""}) {
        EXPECT_TRUE(check_canonical(text)) << text << ": " << check_canonical(text).error().text();
        EXPECT_EQ(base::canonical(base::parse_json(text).value()), text);
    }
}

TEST(Canonical, RefusesEveryOtherWriting) {
    for (const std::string text : {"",
                                   " 1",
                                   "1 ",
                                   "{ }",
                                   "[1, 2]",
                                   R"({"b":1,"a":2})",
                                   R"({"a":1,"a":2})",
                                   "01",
                                   "-0",
                                   "1.0",
                                   "1e3",
                                   "+1",
                                   ".5",
                                   "18446744073709551616",
                                   "-9223372036854775809",
                                   "tru",
                                   "nullx",
                                   "'a'",
                                   R"("\/")",
                                   R"("\u0041")",
                                   R"("\u001F")",
                                   R"("\u000a")",
                                   R"("\u0008")",
                                   R"("\x")",
                                   "\"\n\"",
                                   "\"a",
                                   "[1",
                                   "[1,]",
                                   "{\"a\":1,}",
                                   R"({"a"})",
                                   R"({"é":1})",
                                   R"({"a\n":1})",
                                   "\"\xff\"",
                                   "\"\xC0\x80\"",
                                   "\"\xED\xA0\x80\"",
                                   "[}",
                                   "{1:2}",
                                   "1,2"}) {
        EXPECT_FALSE(check_canonical(text)) << text;
    }
    std::string deep(entry_depth_max + 1, '[');
    deep += std::string(entry_depth_max + 1, ']');
    EXPECT_FALSE(check_canonical(deep));
    EXPECT_TRUE(check_canonical(deep.substr(1, deep.size() - 2)));
    EXPECT_FALSE(check_canonical(std::string(1'000'000, '[')));
}

TEST(Canonical, NamesTheByte) {
    const auto checked = check_canonical(R"({"b":1,"a":2})");
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().where, "byte 7");
}

/// Any text that passes is exactly what the value it stands for is written as.
TEST(Canonical, AgreesWithTheWriterOnRandomTexts) {
    std::mt19937 random(20080701);
    const std::string seedling =
        R"({"a":[1,-20,"x\n"],"b":{"c":null,"d":true},"e":"q\"\\","f":18446744073709551615})";
    const std::string alphabet = "{}[]\",:\\0123456789-ntfeu \x01\xC3\xA9";
    int passed = 0;
    for (int round = 0; round < 200'000; ++round) {
        auto text = seedling;
        for (auto changes = random() % 3 + 1; changes > 0; --changes) {
            const auto at = random() % text.size();
            const char with = alphabet[random() % alphabet.size()];
            switch (random() % 3) {
            case 0:
                text[at] = with;
                break;
            case 1:
                text.erase(at, 1);
                break;
            default:
                text.insert(at, 1, with);
                break;
            }
        }
        if (check_canonical(text)) {
            ++passed;
            const auto value = base::parse_json(text);
            ASSERT_TRUE(value) << text;
            ASSERT_EQ(base::canonical(*value), text);
        }
    }
    EXPECT_GT(passed, 1000);
}

} // namespace
} // namespace quorate::ledger
