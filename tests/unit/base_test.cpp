// Ids, fractions, times, hashes, text and UUIDs.

#include "base/csv.hpp"
#include "base/fraction.hpp"
#include "base/hash.hpp"
#include "base/hash_stream.hpp"
#include "base/ids.hpp"
#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"

#include <gtest/gtest.h>
#include <set>

namespace quorate::base {
namespace {

CivilDate date(std::string_view text) {
    const auto out = parse_date(text);
    EXPECT_TRUE(out.has_value()) << text;
    return out.value_or(CivilDate{});
}

Instant instant(std::string_view text) {
    const auto out = parse_instant(text);
    EXPECT_TRUE(out.has_value()) << text;
    return out.value_or(Instant{});
}

Zone london() {
    return *Zone::find("Europe/London");
}

std::string london_text(std::string_view utc) {
    return text(london().local(instant(utc)));
}

std::string utc_text(std::string_view local) {
    const auto out = london().instant(*parse_local_time(local));
    return out ? text(*out) : "failed: " + out.error().text();
}

TEST(Failure, TextLeavesOutEmptyParts) {
    EXPECT_EQ((Failure{"a.json:3", "it is broken", "Mend it"}).text(),
              "a.json:3: it is broken. Mend it");
    EXPECT_EQ((Failure{"", "it is broken", ""}).text(), "it is broken");
    const Result<int> result = fail("here", "no");
    EXPECT_EQ(result.error().text(), "here: no");
}

TEST(Dates, NumbersThatAreNoMonthOrDayDoNotWrapRound) {
    for (const unsigned wrong : {0U, 13U, 257U, 258U, 262U, 4294967295U}) {
        EXPECT_FALSE(civil_date(2008, wrong, 1)) << wrong;
    }
    for (const unsigned wrong : {0U, 32U, 257U, 258U, 262U, 4294967295U}) {
        EXPECT_FALSE(civil_date(2008, 1, wrong)) << wrong;
    }
    for (const int wrong : {-1, 1899, 2201, 65536 + 2008}) {
        EXPECT_FALSE(civil_date(wrong, 1, 1)) << wrong;
    }
    EXPECT_EQ(civil_date(2008, 258, 1).error().message, "there is no day 2008-258-01");
    EXPECT_TRUE(civil_date(1900, 1, 1));
    EXPECT_TRUE(civil_date(2200, 12, 31));
}

TEST(AssertDeathTest, PrintsTheExpression) {
    EXPECT_DEATH(QUORATE_ASSERT(1 + 1 == 3), "1 \\+ 1 == 3");
}

TEST(Ids, Form) {
    for (const char* good : {"a", "kp", "kp/m1", "leader(kcc)", "0", "seat:kp.chair", "a_b-c",
                             "member-of(district:dover)"}) {
        EXPECT_TRUE(is_id(good)) << good;
    }
    for (const char* bad : {"", "A", "-a", "a-", "a b", "a\n", "(a)", "a/", "é", "a*"}) {
        EXPECT_FALSE(is_id(bad)) << bad;
    }
    EXPECT_TRUE(is_id(std::string(id_length_max, 'a')));
    EXPECT_FALSE(is_id(std::string(id_length_max + 1, 'a')));
}

TEST(Ids, CompareAndHash) {
    struct BodyTag;
    using BodyId = Id<BodyTag>;
    EXPECT_EQ(BodyId("kp"), BodyId(std::string("kp")));
    EXPECT_LT(BodyId("kp"), BodyId("psb"));
    EXPECT_TRUE(BodyId().empty());
    EXPECT_EQ(std::hash<BodyId>{}(BodyId("kp")), std::hash<BodyId>{}(BodyId("kp")));
}

TEST(Fractions, ReachedIsInclusiveAndExceededIsStrict) {
    const Fraction half{1, 2};
    EXPECT_TRUE(half.reached_by(20, 40));
    EXPECT_FALSE(half.reached_by(19, 40));
    EXPECT_FALSE(half.exceeded_by(20, 40));
    EXPECT_TRUE(half.exceeded_by(21, 40));
    EXPECT_EQ(half.least_reaching(15), 8);
    EXPECT_EQ(half.least_reaching(40), 20);
    EXPECT_EQ(half.least_exceeding(10), 6);
    EXPECT_EQ(half.least_exceeding(21), 11);
}

TEST(Fractions, LeastAgreesWithTheTests) {
    for (std::int64_t denominator = 1; denominator <= 7; ++denominator) {
        for (std::int64_t numerator = 0; numerator <= denominator; ++numerator) {
            const Fraction fraction{numerator, denominator};
            for (std::int64_t whole = 1; whole <= 45; ++whole) {
                const auto reach = fraction.least_reaching(whole);
                EXPECT_TRUE(fraction.reached_by(reach, whole));
                EXPECT_FALSE(reach > 0 && fraction.reached_by(reach - 1, whole));
                const auto exceed = fraction.least_exceeding(whole);
                EXPECT_TRUE(fraction.exceeded_by(exceed, whole));
                EXPECT_FALSE(fraction.exceeded_by(exceed - 1, whole));
            }
        }
    }
}

TEST(Fractions, ParseAndPrint) {
    EXPECT_EQ(parse_fraction("3/4")->text(), "3/4");
    EXPECT_EQ(parse_fraction("2")->text(), "2");
    EXPECT_EQ(*parse_fraction("1000000/1000000"), (Fraction{1'000'000, 1'000'000}));
    for (const char* bad : {"", "/", "1/", "/2", "1/0", "-1/2", "+1/2", "1 /2", "1/2/3", "0.5",
                            "1000001", "1/1000001", "x"}) {
        const auto parsed = parse_fraction(bad);
        ASSERT_FALSE(parsed.has_value()) << bad;
        EXPECT_EQ(parsed.error().message, "\"" + std::string(bad) + "\" is not a fraction");
    }
}

TEST(Dates, PartsAndWeekday) {
    const auto day = date("2008-07-01");
    EXPECT_EQ(day.year(), 2008);
    EXPECT_EQ(day.month(), 7U);
    EXPECT_EQ(day.day(), 1U);
    EXPECT_EQ(day.weekday(), 2U);
    EXPECT_EQ(words(day), "Tuesday 1 July 2008");
    EXPECT_EQ(text(day.plus_days(-1)), "2008-06-30");
    EXPECT_EQ(date("1970-01-01").days, 0);
    EXPECT_EQ(date("1969-12-31").days, -1);
    EXPECT_EQ(days_in_month(2008, 2), 29U);
    EXPECT_EQ(days_in_month(1900, 2), 28U);
    EXPECT_EQ(days_in_month(2000, 2), 29U);
}

TEST(Dates, EveryDayRoundTrips) {
    const auto last = date("2200-12-31");
    unsigned weekday = 1; // 1 January 1900 was a Monday
    for (auto day = date("1900-01-01"); day <= last; day = day.plus_days(1)) {
        ASSERT_EQ(date(text(day)), day);
        ASSERT_EQ(day.weekday(), weekday);
        weekday = (weekday + 1) % 7;
    }
}

TEST(Dates, ParseFailures) {
    for (const char* bad : {"", "2008-7-01", "2008-07-1", "2008/07/01", "20080701", "2008-07-01 ",
                            " 2008-07-01", "+008-07-01", "2008-13-01", "2008-00-01", "2008-02-30",
                            "2009-02-29", "2008-06-31", "1899-12-31", "2201-01-01"}) {
        EXPECT_FALSE(parse_date(bad).has_value()) << bad;
    }
    EXPECT_EQ(parse_date("2009-02-29").error().message, "there is no day 2009-02-29");
    EXPECT_FALSE(civil_date(2008, 4, 31).has_value());
}

TEST(Instants, TextRoundTrips) {
    for (const char* good :
         {"2008-07-01T09:00:00Z", "2008-07-01T09:00:00.250Z", "1969-12-31T23:59:59.999Z",
          "1900-01-01T00:00:00Z", "2200-12-31T23:59:59Z"}) {
        EXPECT_EQ(text(instant(good)), good);
    }
    EXPECT_EQ(text(instant("2008-07-01T09:00Z")), "2008-07-01T09:00:00Z");
    EXPECT_EQ(instant("1970-01-01T00:00:01Z").ms, 1000);
}

TEST(Instants, ParseFailures) {
    for (const char* bad :
         {"", "2008-07-01", "2008-07-01T09:00", "2008-07-01t09:00Z", "2008-07-01T24:00Z",
          "2008-07-01T09:60Z", "2008-07-01T09:00:60Z", "2008-07-01T09:00:00.1Z",
          "2008-07-01T09:00:00.1234Z", "2008-07-01T9:00Z", "2008-07-01T09:00+01:00",
          "2008-02-30T09:00Z", "2008-07-01T09:00:Z", "2008-07-01T09:00ZZ"}) {
        EXPECT_FALSE(parse_instant(bad).has_value()) << bad;
    }
}

TEST(LocalTimes, ParseAndPrint) {
    EXPECT_EQ(text(*parse_local_time("2008-07-01T10:05")), "2008-07-01T10:05");
    EXPECT_EQ(text(*parse_local_time("2008-07-01T10:05:00")), "2008-07-01T10:05");
    for (const char* bad : {"", "2008-07-01", "2008-07-01T10:05:30", "2008-07-01T10:05Z",
                            "2008-07-01 10:05", "2008-07-01T25:00"}) {
        EXPECT_FALSE(parse_local_time(bad).has_value()) << bad;
    }
    EXPECT_EQ(clock_words(0), "12:00 midnight");
    EXPECT_EQ(clock_words(1), "12:01am");
    EXPECT_EQ(clock_words(600), "10:00am");
    EXPECT_EQ(clock_words(720), "12:00 noon");
    EXPECT_EQ(clock_words(750), "12:30pm");
    EXPECT_EQ(clock_words(1439), "11:59pm");
}

TEST(Zones, LondonClocksGoForward) {
    // 30 March 2008, 01:00 to 02:00.
    EXPECT_EQ(london_text("2008-03-30T00:59Z"), "2008-03-30T00:59");
    EXPECT_EQ(london_text("2008-03-30T01:00Z"), "2008-03-30T02:00");
    EXPECT_EQ(utc_text("2008-03-30T00:59"), "2008-03-30T00:59:00Z");
    EXPECT_EQ(utc_text("2008-03-30T02:00"), "2008-03-30T01:00:00Z");
    for (const char* skipped : {"2008-03-30T01:00", "2008-03-30T01:30", "2008-03-30T01:59"}) {
        EXPECT_NE(utc_text(skipped).find("does not exist: clocks go forward then"),
                  std::string::npos)
            << skipped;
    }
}

TEST(Zones, LondonClocksGoBack) {
    // 26 October 2008, 02:00 to 01:00: the hour from 01:00 comes twice, and the earlier is meant.
    EXPECT_EQ(london_text("2008-10-26T00:30Z"), "2008-10-26T01:30");
    EXPECT_EQ(london_text("2008-10-26T01:30Z"), "2008-10-26T01:30");
    EXPECT_EQ(utc_text("2008-10-26T01:30"), "2008-10-26T00:30:00Z");
    EXPECT_EQ(utc_text("2008-10-26T01:00"), "2008-10-26T00:00:00Z");
    EXPECT_EQ(utc_text("2008-10-26T02:00"), "2008-10-26T02:00:00Z");
}

TEST(Zones, TheDayOfAnInstantIsTheLocalDay) {
    EXPECT_EQ(text(london().date_of(instant("2008-06-30T23:00Z"))), "2008-07-01");
    EXPECT_EQ(text(london().date_of(instant("2008-06-30T22:59:59.999Z"))), "2008-06-30");
    EXPECT_EQ(text(london().start_of(date("2008-07-01"))), "2008-06-30T23:00:00Z");
    EXPECT_EQ(text(london().start_of(date("2008-12-01"))), "2008-12-01T00:00:00Z");
    EXPECT_EQ(text(Zone::utc().date_of(instant("2008-06-30T23:00Z"))), "2008-06-30");
    EXPECT_EQ(london().name(), "Europe/London");
}

TEST(Zones, ADayThatSkipsMidnightStartsLater) {
    // In Sao Paulo clocks went forward at midnight on 4 November 2018.
    const auto zone = Zone::find("America/Sao_Paulo");
    ASSERT_TRUE(zone.has_value());
    EXPECT_EQ(text(zone->start_of(date("2018-11-04"))), "2018-11-04T03:00:00Z");
}

TEST(Zones, UnknownNames) {
    for (const char* bad : {"", "London", "Europe/Londres", "../etc/passwd"}) {
        const auto found = Zone::find(bad);
        ASSERT_FALSE(found.has_value()) << bad;
        EXPECT_EQ(found.error().message, "there is no time zone \"" + std::string(bad) + "\"");
    }
}

TEST(When, TakesAnyOfTheThreeForms) {
    EXPECT_EQ(text(*parse_when("2008-07-01T09:00Z", london())), "2008-07-01T09:00:00Z");
    EXPECT_EQ(text(*parse_when("2008-07-01T10:00", london())), "2008-07-01T09:00:00Z");
    EXPECT_EQ(text(*parse_when("2008-07-01", london())), "2008-06-30T23:00:00Z");
    EXPECT_FALSE(parse_when("2008-03-30T01:30", london()).has_value());
    EXPECT_FALSE(parse_when("tomorrow", london()).has_value());
    EXPECT_FALSE(parse_when("", london()).has_value());
}

TEST(Hash, Sha256Vectors) {
    // FIPS 180-4 examples.
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hex(sha256(std::string(1'000'000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(sha256({"a", "", "bc"}), sha256("abc"));
}

TEST(Hash, OfBlocksIsTheHashOfTheWhole) {
    const std::string whole(200'000, 'q');
    for (const std::size_t block : {std::size_t{1'000}, std::size_t{65'536}, whole.size()}) {
        HashStream stream;
        for (std::size_t at = 0; at < whole.size(); at += block) {
            stream.add(std::string_view(whole).substr(at, block));
        }
        EXPECT_EQ(stream.finish(), sha256(whole)) << block;
    }
    EXPECT_EQ(HashStream().finish(), sha256(""));
}

TEST(Hash, HexDigests) {
    const auto digest = sha256("abc");
    EXPECT_EQ(*parse_hex_digest(hex(digest)), digest);
    EXPECT_EQ(as_bytes(digest).size(), 32U);
    EXPECT_FALSE(parse_hex_digest("").has_value());
    EXPECT_FALSE(parse_hex_digest(std::string(63, 'a')).has_value());
    EXPECT_FALSE(parse_hex_digest(std::string(64, 'A')).has_value());
    EXPECT_FALSE(parse_hex_digest(std::string(64, 'g')).has_value());
}

TEST(Hash, Base64Vectors) {
    // RFC 4648 section 10.
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        EXPECT_EQ(base64(plain), coded);
        EXPECT_EQ(parse_base64(coded).value_or("failed"), plain);
    }
    for (const char* bad :
         {"Z", "Zg", "Zg=", "Zh==", "Zg==Zg==", "====", "Zm9v\n", "Zm9-", " Zm9v", "Z=9v"}) {
        EXPECT_FALSE(parse_base64(bad).has_value()) << bad;
    }
    std::string every;
    for (int i = 0; i < 256; ++i) {
        every += static_cast<char>(i);
        EXPECT_EQ(*parse_base64(base64(every)), every);
    }
}

TEST(Hash, RandomBytesDiffer) {
    EXPECT_EQ(random_bytes(32).size(), 32U);
    EXPECT_NE(random_bytes(32), random_bytes(32));
}

TEST(Text, CleanTextBringsNormalFormC) {
    EXPECT_EQ(*clean_text("plain\ttext\n", 100), "plain\ttext\n");
    EXPECT_EQ(*clean_text("e\xcc\x81", 100), "é");    // e and a combining acute
    EXPECT_EQ(*clean_text("\xe2\x84\xab", 100), "Å"); // the angstrom sign
    EXPECT_EQ(*clean_text("Ångström é 😀", 100), "Ångström é 😀");
    const auto hangul = *clean_text("\xe1\x84\x80\xe1\x85\xa1", 100);
    EXPECT_EQ(hangul, "가");
    EXPECT_EQ(*clean_text(hangul, 100), hangul);
}

TEST(Text, CleanTextRefuses) {
    EXPECT_EQ(clean_text("12345", 4).error().message, "the text is 5 bytes; the limit is 4");
    EXPECT_TRUE(clean_text("1234", 4).has_value());
    // U+0958 is three bytes, and six in normal form C.
    EXPECT_EQ(clean_text("\xe0\xa5\x98", 3).error().message, "the text is 6 bytes; the limit is 3");
    for (const char* bad : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
        EXPECT_EQ(clean_text(bad, 100).error().message, "the text is not UTF-8");
    }
    for (const std::string& bad :
         {std::string("a\0b", 3), std::string("\r\n"), std::string("\x1b[0m"), std::string("\x7f"),
          std::string("\xc2\x80"), std::string("\xc2\x85"), std::string("\xc2\x9f")}) {
        EXPECT_EQ(clean_text(bad, 100).error().message, "the text has a control character in it");
    }
    EXPECT_EQ(*clean_text("\xc2\xa0\xc2\xa3", 100), "\xc2\xa0£");
}

TEST(Text, SmallHelpers) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ',').size(), 1U);
    EXPECT_EQ(trim(" \t a b\r\n"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(list_words({}), "");
    EXPECT_EQ(list_words({"a"}), "a");
    EXPECT_EQ(list_words({"a", "b"}), "a and b");
    EXPECT_EQ(list_words({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(slug("Kent Partnership"), "kent-partnership");
    EXPECT_EQ(slug("  O'Brien & Co. "), "o-brien-co");
    EXPECT_EQ(slug("***"), "");
}

TEST(Text, NearestHelpsOnlyWhenNear) {
    const std::vector<std::string> words_known = {"quorum", "notice", "frequency"};
    EXPECT_EQ(nearest("quorom", words_known), "quorum");
    EXPECT_EQ(nearest("notise", words_known), "notice");
    EXPECT_EQ(nearest("frequncy", words_known), "frequency");
    EXPECT_EQ(nearest("zebra", words_known), "");
    EXPECT_EQ(nearest("quorum", {}), "");
}

TEST(Text, ReadFile) {
    const auto path = testing::TempDir() + "quorate_read_file";
    std::FILE* file = std::fopen(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    std::fputs("five!", file);
    std::fclose(file);
    EXPECT_EQ(*read_file(path), "five!");
    EXPECT_EQ(read_file(path, 4).error().text(), path + ": the file is 5 bytes; the limit is 4");
    EXPECT_EQ(read_file(path + "x").error().where, path + "x");
    EXPECT_EQ(read_file("/").error().text(), "/: this is a folder, not a file");
    std::remove(path.c_str());
}

TEST(Uuid, Version7) {
    // RFC 9562 appendix A.6: 2022-02-22T14:22:22-05:00.
    const auto now = instant("2022-02-22T19:22:22Z");
    const std::string random("\x0c\xc3\x18\xc4\xdc\x0c\x0c\x07\x39\x8f", 10);
    EXPECT_EQ(uuid_v7(now, random), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_TRUE(is_uuid_v7("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    for (const char* bad :
         {"", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-78c4-dc0c0c07398f",
          "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f0000",
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g"}) {
        EXPECT_FALSE(is_uuid_v7(bad)) << bad;
    }
}

TEST(Uuid, SortsByTimeAndDiffers) {
    EXPECT_LT(random_uuid_v7(instant("2008-07-01T09:00Z")),
              random_uuid_v7(instant("2008-07-01T09:00:00.001Z")));
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto id = random_uuid_v7(instant("2008-07-01T09:00Z"));
        EXPECT_TRUE(is_uuid_v7(id)) << id;
        seen.insert(id);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(Clock, TheMonotonicClockNeverGoesBack) {
    auto last = monotonic_ms();
    for (int i = 0; i < 10'000; ++i) {
        const auto next = monotonic_ms();
        ASSERT_GE(next, last);
        last = next;
    }
}

TEST(Clock, RunsInThisCentury) {
    EXPECT_GT(system_now(), instant("2020-01-01T00:00Z"));
    EXPECT_LT(system_now(), instant("2199-01-01T00:00Z"));
}

TEST(PlainLetters, AreWhatSomebodyTypesToFindAName) {
    EXPECT_EQ(plain_letters("Siân O’Brien"), "sian obrien");
    EXPECT_EQ(plain_letters("O'BRIEN"), "obrien");
    EXPECT_EQ(plain_letters("Łukasz Żółć"), "lukasz zolc");
    EXPECT_EQ(plain_letters("Åse Bjørn-Strauß"), "ase bjorn-strauss");
    EXPECT_EQ(plain_letters("Nguyễn Thị Ánh"), "nguyen thi anh");
    EXPECT_EQ(plain_letters("Ælfgifu"), "aelfgifu");
    EXPECT_EQ(plain_letters(""), "");
}

TEST(Csv, QuotesEveryFieldAndDisarmsFormulas) {
    std::string out;
    add_csv_line(out, {"one", "two, \"2\"", "=1+1", "-3", "@now", ""});
    EXPECT_EQ(out, "\"one\",\"two, \"\"2\"\"\",\"'=1+1\",\"'-3\",\"'@now\",\"\"\r\n");
}

} // namespace
} // namespace quorate::base
