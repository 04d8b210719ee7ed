// Rules and front matter: values, positions and limits.

#include "charter/params.hpp"
#include "samples.hpp"

namespace quorate::charter::tests {
namespace {

const std::string quorum_rule = R"md(**3.12** Half of the members make a quorum.

```rule quorum kp.quorum
quote = ["Half of the members"]
at_least = "2/3"
of = "seats"
counts = ["member"]
test = "at-opening"
remote_counts = false
effect = "void"
note = "A note."

[[interpretation]]
id = "I1"
question = "Does a substitute count?"
readings.counted = { counts = ["member", "substitute"] }
readings.not_counted = { counts = ["member"], effect = "recorded" }
words.counted = "Yes"
default = "counted"
reason = "In the member's place"
```
)md";

TEST(Parse, reads_front_matter) {
    auto text = text_of("kent-partnership", "kp", quorum_rule);
    const std::string more = "source = \"Terms, 2008\"\nsource_url = \"https://example.org\"\n"
                             "default_effect = \"void\"\nnote = \"Undated\"\n";
    text.insert(text.find("title"), more);
    const auto charter = good(text);
    EXPECT_EQ(charter->name, "kent-partnership");
    EXPECT_EQ(charter->body, "kp");
    EXPECT_EQ(charter->title, "A sample");
    EXPECT_TRUE(charter->adopted_text);
    EXPECT_EQ(charter->source, "Terms, 2008");
    EXPECT_EQ(charter->source_url, "https://example.org");
    EXPECT_EQ(charter->note, "Undated");
    EXPECT_EQ(base::text(charter->effective), "2008-02-27");
    EXPECT_EQ(charter->calendar, "england-and-wales");
    EXPECT_EQ(charter->zone, "Europe/London");
    EXPECT_EQ(charter->default_effect, Effect::void_);
}

TEST(Parse, reads_a_rule_and_its_interpretation) {
    const auto charter = good(text_of("sample", "", quorum_rule));
    const auto& rule = *charter->rule("kp.quorum");
    EXPECT_EQ(rule.kind, Kind::quorum);
    EXPECT_EQ(rule.clause, "3.12");
    EXPECT_EQ(rule.effect, Effect::void_);
    EXPECT_EQ(rule.note, "A note.");
    const auto& quorum = std::get<QuorumRule>(rule.params);
    EXPECT_EQ(quorum.at_least, (base::Fraction{2, 3}));
    EXPECT_EQ(quorum.of, MembershipBase::seats);
    EXPECT_EQ(quorum.counts, std::vector<std::string>{"member"});
    EXPECT_EQ(quorum.test, QuorumTest::at_opening);
    EXPECT_FALSE(quorum.remote_counts);
    const auto& one = *charter->interpretation("I1");
    EXPECT_EQ(one.rule, "kp.quorum");
    EXPECT_EQ(one.clause, "3.12");
    EXPECT_EQ(one.standing, "counted");
    ASSERT_EQ(one.readings.size(), 2U);
    EXPECT_EQ(one.readings[0].name, "counted"); // in the order of the file
    EXPECT_EQ(one.readings[0].words, "Yes");
    EXPECT_EQ(one.readings[1].overrides, R"({"counts":["member"],"effect":"recorded"})");
}

TEST(Parse, knows_where_each_key_stands) {
    const auto charter = good(text_of("sample", "", quorum_rule), "kp.md");
    const auto& rule = *charter->rule("kp.quorum");
    EXPECT_EQ(rule.place.file, "kp.md");
    EXPECT_EQ(rule.place.line, 12);
    EXPECT_EQ(rule.place.column, 4);
    EXPECT_EQ(rule.place_of("at_least").line, 14);
    EXPECT_EQ(rule.place_of("at_least").column, 12);
    EXPECT_EQ(rule.place_of("counts[0]").column, 11);
    EXPECT_EQ(rule.place_of("two_seats").line, 12); // not written
    const auto& one = *charter->interpretation("I1");
    EXPECT_EQ(one.place.line, 22);
    EXPECT_EQ(one.place_of("readings.not_counted.effect").line, 26);
    EXPECT_EQ(one.place_of("readings.not_counted.effect").column, 56);
}

Place first_problem(const std::string& text) {
    const auto outcome = parse(text, "sample.md");
    EXPECT_FALSE(outcome.problems.empty());
    return outcome.problems.empty() ? Place{} : outcome.problems.front().place;
}

TEST(Parse, places_are_exact_in_lists_after_tabs_and_after_crlf) {
    const std::string in_list = "- **1** A clause.\n\n  - **(a)** A part.\n\n    ```rule fact one\n"
                                "    note = \"caf\xC3\xA9\" \n    what = 5\n    ```\n";
    auto text = text_of("sample", "", in_list);
    auto place = first_problem(text);
    EXPECT_EQ(place.line, 16);
    EXPECT_EQ(place.column, 12);
    std::string crlf;
    for (const char c : text) {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
    }
    place = first_problem(crlf);
    EXPECT_EQ(place.line, 16);
    EXPECT_EQ(place.column, 12);
    place = first_problem(
        text_of("sample", "", "1.\t**1** A clause.\n\n\t```rule fact one\n\twhat = 5\n\t```\n"));
    EXPECT_EQ(place.line, 13);
    EXPECT_EQ(place.column, 9);
}

TEST(Parse, columns_count_characters) {
    const auto place = first_problem(text_of(
        "sample", "", "**1** A.\n\n```rule fact one\n\"caf\xC3\xA9\" = \"\xC3\xA9\"\n```\n"));
    EXPECT_EQ(place.line, 13);
    EXPECT_EQ(place.column, 1);
    const auto outcome = parse(
        text_of("sample", "", "**1** A.\n\n```rule may one\nwho = [\"caf\xC3\xA9\", 5]\n```\n"),
        "s.md");
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].place.column, 16);
    EXPECT_EQ(outcome.problems[0].text(), "s.md:13:16: \"who\" is a whole number\n"
                                          "    who = [\"caf\xC3\xA9\", 5]\n"
                                          "                   ^\n"
                                          "Expected a string in quotation marks.");
}

TEST(Parse, reports_every_problem_in_the_order_of_the_file) {
    const auto outcome = parse(text_of("Sample", "",
                                       "**1** A.\n\n```rule quorum one\nof = 1\n```\n\n"
                                       "```rule quorums two\n```\n\n"
                                       "```rule fact three\nquote = \"B\"\n```\n"),
                               "s.md");
    ASSERT_EQ(outcome.problems.size(), 4U);
    EXPECT_EQ(outcome.problems[0].place.line, 3);
    EXPECT_EQ(outcome.problems[1].place.line, 13);
    EXPECT_EQ(outcome.problems[2].place.line, 16);
    EXPECT_EQ(outcome.problems[3].place.line, 20);
}

TEST(Parse, a_long_line_is_shown_around_the_place) {
    const std::string filler(300, 'x');
    const auto outcome =
        parse(text_of("sample", "",
                      "**1** A.\n\n```rule fact one\nnote = \"" + filler + "\" what\n```\n"),
              "s.md");
    ASSERT_FALSE(outcome.problems.empty());
    const auto text = outcome.problems[0].text();
    EXPECT_LT(text.size(), 400U);
    EXPECT_NE(text.find("x\" what"), std::string::npos);
}

std::string first_message(const std::string& text) {
    const auto outcome = parse(text, "sample.md");
    return outcome.problems.empty() ? "" : outcome.problems.front().message;
}

TEST(Parse, refuses_what_is_over_its_limits) {
    EXPECT_EQ(first_message(text_of("sample", "", std::string(charter_bytes_max, '\n'))),
              "the charter has 1048729 bytes");
    EXPECT_EQ(first_message(text_of("sample", "", std::string(line_bytes_max + 1, 'x'))),
              "the line has 16385 bytes");
    std::string clauses;
    for (std::size_t i = 0; i <= clauses_max; ++i) {
        clauses += "**" + std::to_string(i) + "** A.\n\n";
    }
    EXPECT_EQ(first_message(text_of("sample", "", clauses)), "the charter is too long");
    std::string rules = "**1** A.\n\n";
    for (std::size_t i = 0; i <= rules_max; ++i) {
        rules += "```rule fact f" + std::to_string(i) + "\n```\n\n";
    }
    EXPECT_EQ(first_message(text_of("sample", "", rules)), "the charter is too long");
    const auto one_rule = [](const std::string& toml) {
        return first_message(
            text_of("sample", "", "**1** A.\n\n```rule may one\n" + toml + "\n```\n"));
    };
    EXPECT_EQ(one_rule("note = \"" + std::string(string_bytes_max + 1, 'x') + "\""),
              "the string has 4001 bytes");
    std::string list = "who = [";
    for (std::size_t i = 0; i <= list_length_max; ++i) {
        list += "\"a\",\n";
    }
    EXPECT_EQ(one_rule(list + "]"), "the list has 501 entries");
    std::string deep = "**1** A.\n\n";
    for (int i = 0; i < 12; ++i) {
        deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- **(a)** B\n";
    }
    EXPECT_EQ(first_message(text_of("sample", "", deep)), "this is nested too deeply");
}

TEST(Parse, survives_hostile_nesting) {
    const std::string quotes(10'000, '>');
    const std::string brackets(10'000, '[');
    for (const auto& one : {quotes, brackets}) {
        parse(text_of("sample", "", one + "\n" + one + "\n" + one), "s.md");
        parse(text_of("sample", "", "**1** A.\n\n```rule may a\nwho = " + one + "\n```\n"), "s.md");
    }
    SUCCEED();
}

TEST(Params, keys_never_clash_with_the_common_ones) {
    for (const auto& name : kind_names()) {
        for (const auto& [key, json] : params_texts(default_params(*kind_of(name)))) {
            for (const std::string common :
                 {"clause", "clauses", "quote", "effect", "exception", "note", "interpretation"}) {
                EXPECT_NE(key, common) << name;
            }
        }
    }
}

TEST(Params, are_written_back_as_they_were_read) {
    const auto charter = good(read(folder("good/every-kind.md")));
    EXPECT_GE(charter->rules.size(), 30U);
    for (const auto& rule : charter->rules) {
        auto copy = default_params(rule.kind);
        std::optional<Effect> effect;
        auto json = params_json(rule.params);
        // What was never said is null in the text and left out of a reading.
        for (const std::string unsaid :
             {"\"max\":null,", "\"statutory\":null,", "\"founded\":null,"}) {
            const auto at = json.find(unsaid);
            json = at == std::string::npos ? json : json.erase(at, unsaid.size());
        }
        lay_over(json, copy, effect);
        EXPECT_EQ(params_json(copy), params_json(rule.params)) << rule.id;
    }
}

TEST(Params, names_are_substituted_as_whole_words) {
    Params params = OfficeRule{};
    auto& office = std::get<OfficeRule>(params);
    office.holder = "leader(kcc)";
    office.by = "kp";
    office.office = "kp-chair";
    substitute_names(params, {{"kp", "psb"}, {"kcc", "mc"}});
    EXPECT_EQ(office.holder, "leader(mc)");
    EXPECT_EQ(office.by, "psb");
    EXPECT_EQ(office.office, "kp-chair");
    Params aim = AimRule{"kp"};
    substitute_names(aim, {{"kp", "psb"}});
    EXPECT_EQ(std::get<AimRule>(aim).what, "kp"); // words are not names
}

} // namespace
} // namespace quorate::charter::tests
