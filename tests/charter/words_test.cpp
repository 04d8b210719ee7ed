// Rules in plain words, the table of explain(), and what differs between two charters.

#include "charter/explain.hpp"
#include "charter/wording.hpp"
#include "samples.hpp"

namespace quorate::charter::tests {
namespace {

std::string words_of(const std::string& kind, const std::string& toml) {
    const auto charter =
        good(text_of("sample", "sb", "**1** A.\n\n```rule " + kind + " one\n" + toml + "\n```\n"));
    return plain_words(charter->rules.at(0), charter->rules.at(0).params);
}

TEST(PlainWords, say_each_kind) {
    EXPECT_EQ(
        words_of("quorum", "at_least = \"1/2\""),
        "Half of the members in office, substitutes counted, make a quorum, at every moment of "
        "the meeting.");
    EXPECT_EQ(
        words_of("quorum", "at_least = \"1/3\"\nof = \"seats\"\ncounts = [\"member\"]\n"
                           "test = \"at-opening\"\nremote_counts = false"),
        "A third of the seats, filled or not, substitutes not counted, makes a quorum, tested "
        "when the meeting opens. Those taking part remotely do not count.");
    EXPECT_EQ(
        words_of("decision", ""),
        "The body seeks consensus first; failing that, more than half of those present must be "
        "in favour. A member who may not decide is not counted among them. A tie is not "
        "carried.");
    EXPECT_EQ(words_of("notice", "by = \"servicing-officer\"\nthings = [\"agenda\", \"reports\"]"),
              "The servicing officer sends out agenda and reports at least 10 working days before "
              "the meeting, counting the day of sending but not the day of the meeting.");
    EXPECT_EQ(
        words_of("notice", "object = \"items\"\nat_least = \"1wd\"\ncount = \"clear\""),
        "Items for the agenda are notified at least 1 working day before the meeting, counting "
        "neither the day of sending nor the day of the meeting.");
    EXPECT_EQ(words_of("frequency", "at_least = 2"),
              "The body meets at least twice in each calendar year. The year in which these terms "
              "start is excused.");
    EXPECT_EQ(words_of("may", "who = [\"chair\", \"presiding\"]\nacts = [\"exclude-member\"]\n"
                              "requires = [\"reason\"]"),
              "The Chair and the person presiding may exclude a member. This needs a reason.");
    EXPECT_EQ(
        words_of("office", "office = \"chair\"\nmethod = \"ex-officio\"\nholder = \"leader(kcc)\""),
        "The Chair is whoever is the Leader of KCC.");
    EXPECT_EQ(
        words_of("exit", "to = \"servicing-officer\"\nunless_agreed_by = \"psb\"\n"
                         "during = [\"honour-commitments\"]"),
        "A partner leaves by at least 2 months' notice in writing to the servicing officer. It "
        "honours what it agreed to, unless the PSB agrees otherwise.");
    EXPECT_EQ(
        words_of("attendance", ""),
        "After three meetings missed in a row, the Chair may request a replacement. A meeting is "
        "missed when neither the member nor a substitute comes. A meeting that was adjourned "
        "counts once.");
    EXPECT_EQ(words_of("review", "what = \"The membership\"\nevery = \"P1Y\""),
              "The membership is reviewed every year.");
    EXPECT_EQ(
        words_of("apply", "charter = \"kp-terms\"\nrules = [\"kp.exit\"]\n"
                          "substitute = [[\"kp\", \"psb\"]]"),
        "The rule kp.exit of kp terms is applied here, as amended from time to time. Read PSB "
        "for KP.");
}

TEST(PlainWords, of_every_kind_are_sentences_without_jargon) {
    const auto charter = good(read(folder("good/every-kind.md")));
    std::vector<bool> seen(std::variant_size_v<Params>);
    for (const auto& rule : charter->rules) {
        seen[rule.params.index()] = true;
        const auto words = plain_words(rule, rule.params);
        EXPECT_EQ(words.back(), '.') << words;
        for (const std::string bad : {"..", "  ", "_", "void", "wd", "P1Y", "P2M", " ,"}) {
            EXPECT_EQ(words.find(bad), std::string::npos) << words;
        }
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
}

TEST(Wording, acts_read_as_english) {
    EXPECT_EQ(act_words("record-arrival"), "record an arrival");
    EXPECT_EQ(act_words("order-agenda"), "order the agenda");
    EXPECT_EQ(act_words("circulate-papers"), "circulate papers");
    EXPECT_EQ(act_words("take-attendance"), "take attendance");
    EXPECT_EQ(act_words("preside"), "preside");
    EXPECT_EQ(name_words("kcc"), "KCC");
    EXPECT_EQ(name_words("district-lsps"), "district LSPs");
    EXPECT_EQ(name_words("public-service-board"), "public service board");
    EXPECT_EQ(office_words("chief-executive(kcc)"), "the Chief Executive of KCC");
    EXPECT_EQ(fraction_words({2, 3}), "two thirds");
    EXPECT_EQ(fraction_words({3, 8}), "3/8");
}

TEST(Explain, shows_clause_rule_and_interpretations) {
    Library library;
    const auto charter = add(library, read(folder("good/every-kind.md")));
    std::vector<std::shared_ptr<const Charter>> imports;
    for (const auto& path : markdown_files(folder("applied"))) {
        imports.push_back(add(library, read(path), path.string()));
    }
    const auto table = explain(terms_of(library, spec_of(*charter, imports)));
    EXPECT_NE(table.find("| Clause | Rule in plain words | Interpretations |\n"),
              std::string::npos);
    EXPECT_NE(
        table.find("| 4 | Half of the members in office, substitutes counted, make a quorum, at "
                   "every moment of the meeting. What goes against this does not take effect. | "
                   "I1 Do substitutes count? Read as: counted (A substitute counts as the member "
                   "would). Could be: not counted. I2 Does it last? Read as: throughout. Could "
                   "be: opening. |\n"),
        std::string::npos)
        << table;
    EXPECT_NE(
        table.find("| 5, by common C2 | The servicing officer may record an arrival or record a "
                   "departure."),
        std::string::npos)
        << table;
}

TEST(Differences, are_said_in_plain_words) {
    const auto before = text_of("sample", "sb", R"md(**1** Half make a quorum.

```rule quorum sb.quorum
at_least = "1/2"
[[interpretation]]
id = "I1"
question = "Do substitutes count?"
readings.counted = { counts = ["member", "substitute"] }
readings.not_counted = { counts = ["member"] }
default = "counted"
```

**2** Two.

```rule aim sb.aim
```
)md");
    auto after = before;
    const auto change = [&](const std::string& was, const std::string& is) {
        after.replace(after.find(was), was.size(), is);
    };
    change("Half", "A third");
    change("1/2", "1/3");
    change("default = \"counted\"", "default = \"not_counted\"");
    change("**2** Two.\n\n```rule aim sb.aim",
           "**3** Three.\n\n```rule review sb.review\nwhat = \"It\"");
    EXPECT_TRUE(differences(*good(before), *good(before)).empty());
    EXPECT_EQ(differences(*good(before), *good(after)),
              (std::vector<std::string>{
                  "sb.review (clause 3) is new: It is reviewed, with no period set.",
                  "sb.aim (clause 2) is gone: An aim, recorded and not ruled.",
                  "sb.quorum (clause 1) changed: at least was 1/2 and is 1/3.",
                  "Clause 1 is worded differently.",
                  "Clause 3 is new.",
                  "Clause 2 is gone.",
                  "Interpretation I1 was read as counted and is read as not counted.",
              }));
}

} // namespace
} // namespace quorate::charter::tests
