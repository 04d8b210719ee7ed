// The scenario language: what a line may hold, and how it says what is wrong.

#include "partnership/scenario/coverage.hpp"
#include "partnership/scenario/document.hpp"
#include "partnership/scenario/report.hpp"
#include "partnership/scenario/times.hpp"

#include <gtest/gtest.h>

namespace quorate::partnership::scenario {
namespace {

Document good(std::string_view text) {
    auto document = parse(text, "s.md");
    EXPECT_TRUE(document) << document.error().text();
    return document ? *document : Document{};
}

Line good_line(std::string_view text) {
    auto document = parse_line(text, "s.md");
    EXPECT_TRUE(document) << document.error().text();
    return document && !document->steps.empty() ? document->steps.front() : Line{};
}

std::string problem(std::string_view text) {
    const auto document = parse(text, "s.md");
    EXPECT_FALSE(document);
    return document ? std::string() : document.error().text();
}

std::string line_problem(std::string_view text) {
    const auto document = parse_line(text, "s.md");
    EXPECT_FALSE(document);
    return document ? std::string() : document.error().text();
}

TEST(ScenarioLine, TheTwoLinesOfTheDesign) {
    const auto document = good("# A scenario\n\n```acts\n"
                               "2008-06-02T09:00  seat:servicing  convene-meeting   meeting=kp/m1 "
                               "at=2008-07-01T10:00 place=\"Sessions House\"     "
                               "     -> permitted 3.11\n"
                               "2008-07-01T10:05  presiding       declare-outcome   meeting=kp/m1 "
                               "item=4 outcome=carried by=consensus evidence=room "
                               "  -> refused 3.12 inquorate present=19 needed=20\n```\n");
    ASSERT_EQ(document.steps.size(), 2U);
    const auto& first = document.steps[0];
    EXPECT_EQ(first.time.text, "2008-06-02T09:00");
    EXPECT_EQ(first.actor.text, "seat:servicing");
    EXPECT_EQ(first.act.text, "convene-meeting");
    EXPECT_EQ(first.field("place")->value, "Sessions House");
    EXPECT_EQ(first.place.line, 4);
    EXPECT_EQ(first.heading, "A scenario");
    ASSERT_TRUE(first.expected);
    EXPECT_EQ(first.expected->verdict, "permitted");
    EXPECT_EQ(first.expected->clauses, std::vector<std::string>{"3.11"});
    const auto& expected = *document.steps[1].expected;
    EXPECT_EQ(expected.verdict, "refused");
    ASSERT_EQ(expected.codes.size(), 1U);
    EXPECT_EQ(expected.codes[0].code, "inquorate");
    const std::vector<std::pair<std::string, std::string>> facts = {{"present", "19"},
                                                                    {"needed", "20"}};
    EXPECT_EQ(expected.codes[0].facts, facts);
}

TEST(ScenarioLine, Expectations) {
    const auto line = good_line(
        "same presiding declare-outcome meeting=kp/m1 item=4 outcome=carried -> permitted 3.21 P4 "
        "3.20(a) present=22 carried for=11 base=21 finding=outcome_differs !inquorate "
        "reading=I1.counted reading=kent-partnership/I5.not_in_base "
        "otherwise=I5.in_base:not_carried");
    const auto& expected = *line.expected;
    EXPECT_EQ(expected.clauses, (std::vector<std::string>{"3.21", "P4", "3.20(a)"}));
    EXPECT_EQ(expected.facts.size(), 1U);
    ASSERT_EQ(expected.codes.size(), 2U);
    EXPECT_EQ(expected.codes[0].facts.size(), 2U);
    EXPECT_TRUE(expected.codes[1].finding);
    EXPECT_EQ(expected.absent, std::vector<std::string>{"inquorate"});
    ASSERT_EQ(expected.readings.size(), 2U);
    EXPECT_EQ(expected.readings[1].interpretation, "kent-partnership/I5");
    ASSERT_EQ(expected.otherwise.size(), 1U);
    EXPECT_EQ(expected.otherwise[0].reading, "in_base");
    EXPECT_EQ(expected.otherwise[0].code, "not_carried");
    EXPECT_EQ(
        good_line("same servicing open-meeting meeting=1 -> error meeting body").expected->words,
        (std::vector<std::string>{"meeting", "body"}));
    EXPECT_FALSE(good_line("same servicing open-meeting meeting=kp/m1").expected);
}

TEST(ScenarioLine, Words) {
    const auto line = good_line("2008-07-01 chair rule-on-procedure meeting=kp/m1 ruling=\"He said "
                                "\\\"no\\\",\\nand left\" "
                                "applies=procedure=abc seats=1-19,25 empty= # a remark -> refused");
    EXPECT_EQ(line.field("ruling")->value, "He said \"no\",\nand left");
    EXPECT_EQ(line.field("applies")->value, "procedure=abc");
    EXPECT_EQ(line.field("empty")->value, "");
    EXPECT_FALSE(line.expected);
    EXPECT_EQ(line.source.find('#'), std::string::npos);
    EXPECT_EQ(line.field("seats")->place.column, 107);
}

TEST(ScenarioLine, ContinuesAfterABackslash) {
    const auto document = good("```acts\n# first\n\nsame servicing open-meeting \\\n    "
                               "meeting=kp/m1 \\ # more\n  -> permitted "
                               "3.12\nrestart\n```\n");
    ASSERT_EQ(document.steps.size(), 2U);
    EXPECT_EQ(document.steps[0].place.line, 4);
    EXPECT_EQ(document.steps[0].field("meeting")->place.line, 5);
    EXPECT_EQ(document.steps[0].source,
              "same servicing open-meeting meeting=kp/m1 -> permitted 3.12");
    EXPECT_TRUE(document.steps[1].is_check());
}

TEST(ScenarioLine, Clauses) {
    for (const char* clause :
         {"3.12", "3.20(a)", "1(b)", "P4", "2", "4.3.1", "A1", "P", "3.20(a)(ii)"}) {
        EXPECT_TRUE(is_clause(clause)) << clause;
    }
    for (const char* other :
         {"", "inquorate", "3.", "3.12(", "3.12()", "PP", "I1.counted", "3.12x", "(a)"}) {
        EXPECT_FALSE(is_clause(other)) << other;
    }
}

TEST(ScenarioLine, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(line_problem("2008-07-01 chair open-meeting meeting=kp/m1 -> permited 3.12"),
              "s.md:1:48: \"permited\" is not a verdict\n"
              "  2008-07-01 chair open-meeting meeting=kp/m1 -> permited 3.12\n"
              "                                                 ^\n"
              "  Did you mean permitted? A verdict is permitted, refused, needs_discretion, "
              "undetermined, conflict, stale or "
              "error");
    const auto unknown =
        line_problem("same chair open-meeting meeting=kp/m1 -> refused 3.12 inquorat");
    EXPECT_NE(unknown.find("s.md:1:55: \"inquorat\" is not a reason code or a clause"),
              std::string::npos)
        << unknown;
    EXPECT_NE(unknown.find("Did you mean inquorate?"), std::string::npos) << unknown;
    EXPECT_NE(line_problem("same chair").find("an act is missing"), std::string::npos);
    EXPECT_NE(
        line_problem("same chair open-meeting kp/m1").find("s.md:1:25: \"kp/m1\" is not key=value"),
        std::string::npos);
    EXPECT_NE(line_problem("same chair open-meeting meeting=\"kp")
                  .find("the quotes opened here are not closed"),
              std::string::npos);
    EXPECT_NE(line_problem("same chair open-meeting a=\"\\x\"").find("a backslash in quotes"),
              std::string::npos);
    EXPECT_NE(line_problem("same chair open-meeting meeting=kp/m1 ->").find("a verdict is missing"),
              std::string::npos);
    EXPECT_NE(
        line_problem("same chair a=b c=d").find("stands where the time, actor or act belongs"),
        std::string::npos);
    EXPECT_NE(line_problem("same chair open-meeting -> permitted reading=I1")
                  .find("does not name a reading"),
              std::string::npos);
    EXPECT_NE(line_problem("-> permitted").find("an act is missing before the arrow"),
              std::string::npos);
}

TEST(ScenarioLine, AColumnCountsCharacters) {
    const auto text = line_problem("same chair move-motion words=\"Café £5\" meeting");
    EXPECT_NE(text.find("s.md:1:40: \"meeting\""), std::string::npos) << text;
}

TEST(ScenarioFile, FrontMatter) {
    const auto document =
        good("+++\ntitle = \"3.12: the quorum\"\nstart = \"kent-rehearsal\"\nclock = "
             "2008-06-02T09:00:00\n"
             "clauses = [\"3.12\"]\nboundary = [\"3.12\"]\nkind = \"scenario\"\n+++\n# Title\n");
    EXPECT_EQ(document.front.title, "3.12: the quorum");
    EXPECT_EQ(document.front.start, "kent-rehearsal");
    EXPECT_EQ(document.front.clock, "2008-06-02T09:00:00");
    EXPECT_EQ(document.front.boundary, std::vector<std::string>{"3.12"});
    const auto unknown = problem("+++\ntitle = \"x\"\nstrt = \"kent\"\n+++\n");
    EXPECT_NE(unknown.find("s.md:3:1: the front matter has no \"strt\""), std::string::npos)
        << unknown;
    EXPECT_NE(unknown.find("Did you mean start?"), std::string::npos) << unknown;
    EXPECT_NE(problem("+++\ntitle = \n+++\n").find("the front matter is not TOML"),
              std::string::npos);
    EXPECT_NE(problem("+++\ntitle = \"x\"\n").find("does not end"), std::string::npos);
    EXPECT_NE(problem("+++\nclauses = [\"inquorate\"]\n+++\n").find("not a list of clauses"),
              std::string::npos);
    EXPECT_NE(problem("+++\ntitle = 4\n+++\n").find("s.md:2:1: title is not a text"),
              std::string::npos);
}

TEST(ScenarioFile, OnlyActsBlocksAreRead) {
    const auto document = good(
        "```text\nnot an act\n```\n~~~\n```acts\nneither\n```\n~~~\n````acts\nrestart\n````\n");
    ASSERT_EQ(document.steps.size(), 1U);
    EXPECT_EQ(document.steps[0].act.text, "restart");
    EXPECT_NE(problem("# x\n```acts\nrestart\n")
                  .find("s.md:2:1: the block that begins here does not end"),
              std::string::npos);
}

TEST(ScenarioFile, EveryProblemIsReportedAtOnce) {
    const auto text = problem("```acts\nsame chair\nsame chair open-meeting x\n```\n");
    EXPECT_NE(text.find("s.md:2:"), std::string::npos) << text;
    EXPECT_NE(text.find("s.md:3:"), std::string::npos) << text;
}

TEST(ScenarioFile, WindowsLineEndsAndLimits) {
    EXPECT_EQ(good("```acts\r\nrestart\r\n```\r\n").steps.size(), 1U);
    EXPECT_NE(problem(std::string(document_bytes_max + 1, 'x')).find("the limit is"),
              std::string::npos);
    EXPECT_NE(problem("\xff\xfe").find("not UTF-8"), std::string::npos);
    EXPECT_NE(problem(std::string(lines_max + 1, '\n')).find("lines"), std::string::npos);
    std::string long_line = "same chair open-meeting";
    for (std::size_t i = 0; i < words_per_line_max; ++i) {
        long_line += " a=b";
    }
    EXPECT_NE(line_problem(long_line).find("words"), std::string::npos);
}

/// Files that are cut, doubled or have a byte changed are read or refused, never more.
TEST(ScenarioFile, DamagedTextDoesNoHarm) {
    const std::string text = "+++\ntitle = \"x\"\nclauses = [\"3.12\"]\n+++\n# "
                             "T\n```acts\n2008-07-01T10:00 chair open-meeting "
                             "meeting=kp/m1 place=\"a b\" \\\n  -> refused 3.12 inquorate "
                             "present=19 reading=I1.counted\n```\n";
    std::uint64_t seed = 7;
    for (int i = 0; i < 4000; ++i) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        auto damaged = text;
        const auto at = static_cast<std::size_t>((seed >> 33) % text.size());
        switch ((seed >> 20) % 3) {
        case 0:
            damaged[at] = "\"\\=->#`+\n\t!.:("[(seed >> 12) % 14];
            break;
        case 1:
            damaged.erase(at, 1 + (seed >> 13) % 9);
            break;
        default:
            damaged.insert(at, text.substr(at / 2, (seed >> 15) % 40));
        }
        static_cast<void>(parse(damaged, "s.md"));
    }
}

TEST(ScenarioTime, StepsAndInstants) {
    const auto zone = base::Zone::find("Europe/London").value();
    const auto before = base::parse_instant("2008-03-29T10:00:00Z").value();
    const auto at = [&](const char* text) {
        return base::text(parse_time(text, before, zone).value());
    };
    EXPECT_EQ(at("same"), "2008-03-29T10:00:00Z");
    EXPECT_EQ(at("+10m"), "2008-03-29T10:10:00Z");
    EXPECT_EQ(at("+1h30m"), "2008-03-29T11:30:00Z");
    EXPECT_EQ(at("+1d"), "2008-03-30T09:00:00Z"); // the clocks go forward: still 10:00 on the wall
    EXPECT_EQ(at("+1w"), "2008-04-05T09:00:00Z");
    EXPECT_EQ(at("2008-07-01T10:00"), "2008-07-01T09:00:00Z");
    EXPECT_EQ(at("2008-07-01"), "2008-06-30T23:00:00Z");
    for (const char* wrong : {"+", "+m", "+10", "+10x", "tomorrow", "2008-13-01", "+1234567m"}) {
        EXPECT_FALSE(parse_time(wrong, before, zone)) << wrong;
    }
}

class PlayTest : public testing::Test {
protected:
    static Stage& stage() {
        static Stage held(QUORATE_SOURCE_DIR);
        return held;
    }
    static std::unique_ptr<Played> played(const std::string& acts, Coverage* coverage = nullptr) {
        return play(good("+++\nstart = \"kent-rehearsal\"\n+++\n# At the boundary\n```acts\n" +
                         acts + "\n```\n"),
                    stage(), coverage);
    }
};

TEST_F(PlayTest, ARightLineIsAsExpectedAndAWrongOneSaysHow) {
    const auto out = played("2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 "
                            "at=2008-07-01T10:00 -> permitted 3.11 in_programme\n"
                            "same servicing convene-meeting meeting=kp/m1 at=2008-07-01T10:00 -> "
                            "permitted 9.9 inquorate\n"
                            "same servicing convene-meeting meeting=kp/m1 at=2008-07-01T10:00");
    EXPECT_EQ(out->failure, "");
    EXPECT_EQ(out->acts, 3U);
    EXPECT_EQ(out->as_expected, 1U) << report(*out, false);
    EXPECT_EQ(out->outcomes[1].differences,
              (std::vector<std::string>{"expected permitted, but the act was refused",
                                        "expected clause 9.9, but no reason cites it",
                                        "expected inquorate, but there is no such reason"}));
    EXPECT_EQ(out->outcomes[2].differences,
              std::vector<std::string>{"expected permitted, but the act was refused"});
    std::vector<std::unique_ptr<Played>> all;
    all.push_back(played("verify"));
    EXPECT_EQ(summary(all), "1 act, 1 as expected, 0 differ\n");
}

TEST_F(PlayTest, FactsBelongToTheCodeBeforeThem) {
    const auto out = played("2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 "
                            "at=2008-07-01T10:00 -> permitted items_close "
                            "latest=2008-06-17 safe=2008-06-16 papers_due latest=2008-06-17\n"
                            "same servicing convene-meeting meeting=kp/m2 at=2008-12-02T10:00 "
                            "preview=yes -> permitted items_close "
                            "latest=2008-06-17");
    EXPECT_EQ(out->outcomes[0].differences, std::vector<std::string>{}) << report(*out, false);
    ASSERT_EQ(out->outcomes[1].differences.size(), 1U);
    EXPECT_TRUE(out->outcomes[1].differences[0].starts_with(
        "expected items_close latest=2008-06-17, but the ruling has "));
    EXPECT_FALSE(out->outcomes[1].position);
}

TEST_F(PlayTest, NothingIsPlayedWhenALineHasAnUnknownWord) {
    const auto out =
        played("2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 at=2008-07-01T10:00\n"
               "same servicing convene-meting meeting=kp/m1\n"
               "same servicing open-meeting meting=kp/m1\n"
               "same srevicing open-meeting meeting=kp/m1\n"
               "same servicing open-meeting meeting=kp/m1 evidence=rom");
    EXPECT_EQ(out->acts, 0U);
    EXPECT_NE(out->failure.find("s.md:7:16: "), std::string::npos) << out->failure;
    EXPECT_NE(out->failure.find("Did you mean convene-meeting?"), std::string::npos)
        << out->failure;
    EXPECT_NE(out->failure.find("s.md:8:29: "), std::string::npos) << out->failure;
    EXPECT_NE(out->failure.find("Did you mean meeting?"), std::string::npos) << out->failure;
    EXPECT_NE(out->failure.find("s.md:9:6: "), std::string::npos) << out->failure;
    EXPECT_NE(out->failure.find("s.md:10:52: "), std::string::npos) << out->failure;
}

TEST_F(PlayTest, ErrorsAndConflictsCanBeExpected) {
    const auto out = played("2008-06-02T09:00 servicing open-meeting meting=kp/m1 -> error meting\n"
                            "same servicing register-person person=p-1 name=\"One\" "
                            "id=01900000-0000-7000-8000-000000000001\n"
                            "same servicing register-person person=p-1 name=\"One\" "
                            "id=01900000-0000-7000-8000-000000000001 -> permitted\n"
                            "same servicing register-person person=p-1 name=\"Two\" "
                            "id=01900000-0000-7000-8000-000000000001 -> conflict name\n");
    EXPECT_TRUE(out->good()) << report(*out, false);
}

TEST_F(PlayTest, ARestartInTheMiddleAndAVerifiedRecord) {
    const auto out =
        played("2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 at=2008-07-01T10:00\n"
               "restart\n"
               "2008-07-01T10:00 servicing open-meeting meeting=kp/m1 evidence=room\n"
               "same servicing record-arrival meeting=kp/m1 seats=1-19 evidence=room\n"
               "expect quorum meeting=kp/m1 present=19 needed=20 members=40 spare=-1 quorate=no\n"
               "restart\nverify\n"
               "expect quorum meeting=kp/m1 present=20\n"
               "expect findings contains=kp/no-such-finding\n"
               "expect duties body=kp on=2008-12-31 kp.no-such=met\n");
    EXPECT_EQ(out->failure, "");
    EXPECT_EQ(out->acts, 10U);
    EXPECT_EQ(out->as_expected, 7U) << report(*out, false);
}

TEST_F(PlayTest, TheSameScenarioPlaysTheSameEveryTime) {
    const std::string acts = "2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 "
                             "at=2008-07-01T10:00 place=\"Hall\"\n"
                             "+1d servicing notify-item meeting=kp/m1 item=1 title=\"One\"";
    const auto text = [&] { return base::canonical(base::Json(report_json(*played(acts)))); };
    EXPECT_EQ(text(), text());
}

TEST_F(PlayTest, AStartThatIsNotThereSaysSo) {
    const auto out = play(good("+++\nstart = \"nowhere\"\n+++\n"), stage(), nullptr);
    EXPECT_NE(out->failure.find("there is no example called \"nowhere\""), std::string::npos)
        << out->failure;
}

TEST_F(PlayTest, CoverageCountsWhatWasExercised) {
    Coverage coverage;
    const auto out = played("2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 "
                            "at=2008-07-01T10:00 -> permitted 3.11 in_programme\n",
                            &coverage);
    ASSERT_TRUE(out->good()) << report(*out, false);
    const auto gaps = coverage.gaps();
    const auto has = [&](const char* gap) {
        return std::find(gaps.begin(), gaps.end(), gap) != gaps.end();
    };
    EXPECT_FALSE(has("act convene-meeting"));
    EXPECT_TRUE(has("act dissolve-body"));
    EXPECT_FALSE(has("code in_programme"));
    EXPECT_TRUE(has("code inquorate"));
    EXPECT_TRUE(has("clause kent-partnership 3.12 breach"));
    EXPECT_TRUE(has("clause kent-partnership 3.12 boundary"));
    EXPECT_TRUE(has("reading kent-partnership/I1 not_counted"));
    const auto again = Coverage::from_json(base::Json(coverage.json()));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->gaps(), gaps);
    EXPECT_EQ(again->table(), coverage.table());
    EXPECT_FALSE(Coverage::from_json(base::Json("x")));
}

TEST(Ratchet, WorksBothWays) {
    EXPECT_EQ(ratchet({"act a", "code b"}, "# known\nact a\ncode b\n"), std::vector<std::string>{});
    EXPECT_EQ(ratchet({"act a"}, ""), std::vector<std::string>{"new gap: act a"});
    EXPECT_EQ(ratchet({}, "act a\n"),
              std::vector<std::string>{"no gap any more, take it off the list: act a"});
}

} // namespace
} // namespace quorate::partnership::scenario
