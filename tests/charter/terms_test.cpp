// Terms in force: readings, effects, imports, exceptions, versions, and many threads at once.

#include "samples.hpp"

#include <atomic>
#include <thread>

namespace quorate::charter::tests {
namespace {

const std::string kp_text = text_of("kp-terms", "kp", R"md(**1** Half of the members make a quorum.

```rule quorum kp.quorum
at_least = "1/2"
[[interpretation]]
id = "I1"
question = "Do substitutes count?"
readings.counted = { counts = ["member", "substitute"] }
readings.not_counted = { counts = ["member"] }
default = "counted"
[[interpretation]]
id = "I2"
question = "What follows when it is missing?"
readings.void = { effect = "void" }
readings.recorded = { effect = "recorded" }
default = "void"
```

**2** A partner gives two months' notice; the KP may agree otherwise.

```rule exit kp.exit
unless_agreed_by = "kp"
```

**3** The Chair is the Leader.

```rule office kp.chair
office = "chair"
holder = "leader(kcc)"
method = "ex-officio"
```
)md");

TEST(Terms, standing_readings_apply_unless_others_are_adopted) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto standing = terms_of(library, spec_of(*kp)).one<QuorumRule>();
    EXPECT_EQ(standing->counts, (std::vector<std::string>{"member", "substitute"}));
    EXPECT_EQ(standing.effect, Effect::void_);
    ASSERT_EQ(standing.readings.size(), 2U);
    EXPECT_EQ(standing.readings[0].interpretation->id, "I1");
    EXPECT_EQ(standing.readings[0].charter, "kp-terms");
    EXPECT_EQ(standing.readings[0].reading, "counted");
    const auto adopted =
        terms_of(library,
                 spec_of(*kp, {}, {{"kp-terms/I1", "not_counted"}, {"kp-terms/I2", "recorded"}}))
            .one<QuorumRule>();
    EXPECT_EQ(adopted->counts, std::vector<std::string>{"member"});
    EXPECT_EQ(adopted.effect, Effect::recorded);
    EXPECT_EQ(adopted.readings[0].reading, "not_counted");
    // The rule itself keeps what is written.
    EXPECT_EQ(std::get<QuorumRule>(adopted.rule->params).counts.size(), 2U);
}

TEST(Terms, what_several_body_rules_say_of_one_body_is_one_rule) {
    Library library;
    const std::string markdown =
        "**1** A.\n\n```rule body a.body\nid = \"a\"\nname = \"The A\"\n"
        "sectors = [\"public\"]\nworks_with = [\"b\"]\n```\n\n"
        "**2** B.\n\n```rule body a.groups\nid = \"a\"\nname = \"Other\"\n"
        "oversees = [\"b\"]\nworks_with = [\"b\", \"c\"]\n"
        "terms_required_of_groups = true\n"
        "[[interpretation]]\nid = \"I1\"\nquestion = \"Which?\"\n"
        "readings.one = { accountable_to = \"b\" }\n"
        "readings.none = { accountable_to = \"\" }\ndefault = \"one\"\n```\n";
    const auto charter = add(library, text_of("a-terms", "a", markdown));
    const auto& terms = terms_of(library, spec_of(*charter));
    const auto body = terms.one<BodyRule>();
    EXPECT_EQ(body.rule->id, "a.body");
    EXPECT_EQ(body->name, "The A"); // the first that says it
    EXPECT_EQ(body->sectors, std::vector<std::string>{"public"});
    EXPECT_EQ(body->oversees, std::vector<std::string>{"b"});
    EXPECT_EQ(body->works_with, (std::vector<std::string>{"b", "c"}));
    EXPECT_EQ(body->accountable_to, "b");
    EXPECT_TRUE(body->terms_required_of_groups);
    ASSERT_EQ(body.readings.size(), 1U);
    EXPECT_EQ(body.readings[0].interpretation->id, "I1");
    // Each still says its own under its own clause.
    ASSERT_EQ(terms.all<BodyRule>().size(), 2U);
    EXPECT_EQ(terms.all<BodyRule>()[1]->name, "Other");
}

TEST(Terms, an_effect_the_clause_does_not_state_is_the_charters) {
    Library library;
    const std::string markdown = "**1** A.\n\n```rule quorum a.quorum\n```\n\n"
                                 "```rule exit a.exit\neffect = \"recorded\"\n```\n\n"
                                 "```rule aim a.aim\n```\n";
    auto text = text_of("a-terms", "a", markdown);
    text.insert(text.rfind("+++"), "[[interpretation]]\nid = \"I1\"\nquestion = \"What follows?\"\n"
                                   "readings.void = { default_effect = \"void\" }\n"
                                   "readings.recorded = { default_effect = \"recorded\" }\n"
                                   "default = \"void\"\n");
    const auto charter = add(library, text);
    const auto& terms = terms_of(library, spec_of(*charter));
    EXPECT_EQ(terms.one<QuorumRule>().effect, Effect::void_);
    ASSERT_EQ(terms.one<QuorumRule>().readings.size(), 1U);
    EXPECT_EQ(terms.one<QuorumRule>().readings[0].interpretation->id, "I1");
    EXPECT_EQ(terms.one<ExitRule>().effect, Effect::recorded);
    EXPECT_TRUE(terms.one<ExitRule>().readings.empty());
    EXPECT_TRUE(terms.one<AimRule>().readings.empty());
    const auto& other = terms_of(library, spec_of(*charter, {}, {{"a-terms/I1", "recorded"}}));
    EXPECT_EQ(other.one<QuorumRule>().effect, Effect::recorded);
    ASSERT_EQ(other.readings().size(), 1U);
    EXPECT_EQ(other.readings()[0].reading, "recorded");
}

const std::string psb_text = text_of("psb-terms", "psb", R"md(**1** As for the KP.

```rule apply psb.as-kp
charter = "kp-terms"
rules = ["kp.exit"]
substitute = [["kp", "psb"], ["kcc", "mc"]]
[[interpretation]]
id = "J1"
question = "Who may agree otherwise when the PSB is left?"
readings.psb = { substitute = [["kp", "psb"]] }
readings.kp = { substitute = [] }
default = "psb"
```

**2** A third make a quorum.

```rule quorum psb.quorum
at_least = "1/3"
```
)md");

TEST(Terms, imported_rules_keep_their_ids_and_cite_both_clauses) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto psb = add(library, psb_text);
    const auto& terms = terms_of(library, spec_of(*psb, {kp}));
    const auto exit = terms.one<ExitRule>();
    EXPECT_EQ(exit.rule->id, "kp.exit");
    EXPECT_EQ(exit.rule->charter, "kp-terms");
    EXPECT_EQ(exit.rule->clause, "2");
    EXPECT_EQ(exit.rule->cited_clause, "1");
    EXPECT_EQ(exit->unless_agreed_by, "psb");
    ASSERT_EQ(exit.readings.size(), 1U);
    EXPECT_EQ(exit.readings[0].interpretation->id, "J1");
    EXPECT_EQ(terms.clause_of(*exit.rule), kp->clause("2"));
    EXPECT_EQ(terms.one<QuorumRule>().rule->id, "psb.quorum");
    EXPECT_EQ(terms.one<QuorumRule>().rule->cited_clause, "");
    EXPECT_EQ(terms.rule("kp.exit"), exit.rule);
    EXPECT_EQ(terms.rule("kp.quorum"), nullptr); // not imported
    const auto& other = terms_of(library, spec_of(*psb, {kp}, {{"psb-terms/J1", "kp"}}));
    EXPECT_EQ(other.one<ExitRule>()->unless_agreed_by, "kp");
}

TEST(Terms, apply_reaches_through_other_charters) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto psb = add(library, psb_text);
    const auto group = add(library, text_of("wg-terms", "wg", R"md(**9** As for the PSB.

```rule apply wg.as-psb
charter = "psb-terms"
rules = ["*"]
substitute = [["psb", "wg"]]
```
)md"));
    const auto& terms = terms_of(library, spec_of(*group, {kp, psb}));
    EXPECT_EQ(terms.one<ExitRule>()->unless_agreed_by, "wg");
    EXPECT_EQ(terms.one<ExitRule>().rule->charter, "kp-terms");
    EXPECT_EQ(terms.one<ExitRule>().rule->cited_clause, "9");
    EXPECT_EQ(terms.one<QuorumRule>().rule->charter, "psb-terms");
    EXPECT_EQ(terms.all<ApplyRule>().size(), 1U); // its own
    EXPECT_EQ(terms.sources().size(), 3U);
    // The id of an apply rule stands for what it brings.
    const auto by_id = add(library, text_of("x-terms", "x",
                                            "**1** A.\n\n```rule apply x.apply\n"
                                            "charter = \"psb-terms\"\n"
                                            "rules = [\"psb.as-kp\"]\n```\n"));
    const auto& some = terms_of(library, spec_of(*by_id, {kp, psb}));
    EXPECT_TRUE(some.one<ExitRule>());
    EXPECT_FALSE(some.one<QuorumRule>());
}

TEST(Terms, star_leaves_out_what_speaks_of_the_other_charter_itself) {
    Library library;
    const auto from = add(library, text_of("from", "",
                                           "**1** A.\n\n```rule body b\nid = \"kp\"\n```\n\n"
                                           "```rule aim a\n```\n\n```rule fact f\n```\n\n"
                                           "```rule review r\nwhat = \"It\"\n```\n"));
    const auto to = add(library, text_of("to", "t",
                                         "**1** A.\n\n```rule apply x\ncharter = \"from\"\n"
                                         "rules = [\"*\"]\n```\n"));
    const auto& terms = terms_of(library, spec_of(*to, {from}));
    EXPECT_TRUE(terms.all<BodyRule>().empty());
    EXPECT_TRUE(terms.all<AimRule>().empty());
    EXPECT_TRUE(terms.all<FactRule>().empty());
    EXPECT_EQ(terms.all<ReviewRule>().size(), 1U);
}

TEST(Terms, an_exception_comes_first) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto own = add(library, text_of("own", "o", R"md(**1** A.

```rule may o.default
who = ["member"]
```

```rule may o.first
exception = "o.default"
who = ["chair"]
```

```rule may o.before-first
exception = "o.first"
who = ["public"]
```

```rule quorum o.quorum
exception = "kp.quorum"
at_least = "1/4"
```

```rule apply o.apply
charter = "kp-terms"
rules = ["kp.quorum", "kp.exit"]
```
)md"));
    const auto& terms = terms_of(library, spec_of(*own, {kp}));
    ASSERT_EQ(terms.all<MayRule>().size(), 3U);
    EXPECT_EQ(terms.all<MayRule>()[0].rule->id, "o.before-first");
    EXPECT_EQ(terms.all<MayRule>()[1].rule->id, "o.first");
    EXPECT_EQ(terms.all<MayRule>()[2].rule->id, "o.default");
    // Of a kind with one rule a body, the imported rule is hidden but can be named.
    ASSERT_EQ(terms.all<QuorumRule>().size(), 1U);
    EXPECT_EQ(terms.one<QuorumRule>().rule->id, "o.quorum");
    ASSERT_NE(terms.rule("kp.quorum"), nullptr);
    EXPECT_EQ(check(*own, {}, {kp}).size(), 0U);
}

TEST(Terms, an_own_rule_of_the_same_id_takes_its_place) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto own = add(library, text_of("own", "o", R"md(**1** A.

```rule apply o.apply
charter = "kp-terms"
rules = ["*"]
```

```rule quorum kp.quorum
at_least = "1/4"
```
)md"));
    const auto& terms = terms_of(library, spec_of(*own, {kp}));
    ASSERT_EQ(terms.all<QuorumRule>().size(), 1U);
    EXPECT_EQ(terms.one<QuorumRule>().rule->charter, "own");
    EXPECT_EQ(terms.rule("kp.quorum")->charter, "own");
    EXPECT_EQ(check(*own, {}, {kp}).size(), 0U);
}

TEST(Terms, apply_names_a_version) {
    Library library;
    const auto version = [&](const std::string& fraction, const std::string& effective) {
        return add(library, text_of("base", "",
                                    "**1** A.\n\n```rule quorum b.quorum\nat_least = \"" +
                                        fraction + "\"\n```\n",
                                    effective));
    };
    version("1/2", "2008-01-01");
    const auto newer = version("1/3", "2010-01-01");
    const auto newest = version("1/4", "2012-01-01");
    ASSERT_EQ(library.versions("base").size(), 3U);
    EXPECT_EQ(library.versions("base").back(), newest);
    const auto importing = [&](const std::string& as) {
        return add(library, text_of("x", "x",
                                    "**1** A.\n\n```rule apply x.a\ncharter = \"base\"\n"
                                    "rules = [\"*\"]\nas = " +
                                        as + "\n```\n"));
    };
    const auto amended = importing("\"amended\"");
    EXPECT_EQ(terms_of(library, spec_of(*amended, {newer})).one<QuorumRule>()->at_least.denominator,
              3);
    const auto dated = importing("2009-06-30");
    EXPECT_EQ(terms_of(library, spec_of(*dated, {newest})).one<QuorumRule>()->at_least.denominator,
              2);
    const auto early = importing("\"2007-06-30\"");
    const auto none = library.terms(spec_of(*early));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "no version of charter base was in effect on 2007-06-30");
    EXPECT_EQ(none.error().where, "sample.md:14:11");
}

TEST(Library, says_what_is_not_there) {
    Library library;
    EXPECT_EQ(library.terms({}).error().message, "no charter with this SHA-256 is held");
    const auto kp = add(library, kp_text);
    const auto psb = add(library, psb_text);
    EXPECT_EQ(library.terms(spec_of(*psb)).error().message,
              "no version of charter kp-terms is given");
    auto unknown = spec_of(*psb, {kp});
    unknown.imports[0].second[0] ^= 1U;
    EXPECT_NE(library.terms(unknown).error().message.find("is not held"), std::string::npos);
    // An amendment may have settled the question: the reading adopted before it is of no effect.
    EXPECT_TRUE(library.terms(spec_of(*kp, {}, {{"kp-terms/I9", "x"}})));
    EXPECT_EQ(library.terms(spec_of(*kp, {}, {{"kp-terms/I1", "x"}})).error().message,
              "the interpretation has no reading \"x\"");
    EXPECT_TRUE(library.terms(spec_of(*kp, {}, {{"elsewhere/I1", "x"}})));
    EXPECT_EQ(library.find(base::Digest{}), nullptr);
    EXPECT_TRUE(library.versions("nothing").empty());
}

TEST(Library, refuses_a_charter_with_every_problem_named) {
    Library library;
    const auto held = library.add(
        text_of("sample", "", "**1** A.\n\n```rule a\n```\n\n```rule quorum q\nof = 1\n```\n"),
        "s.md");
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().where, "s.md:12:4");
    EXPECT_NE(held.error().message.find("s.md:16:6: \"of\" is a whole number"), std::string::npos);
    EXPECT_TRUE(library.versions("sample").empty());
}

TEST(Library, keeps_one_of_each) {
    Library library;
    const auto kp = add(library, kp_text, "one.md");
    EXPECT_EQ(add(library, kp_text, "two.md"), kp);
    EXPECT_EQ(library.find(kp->digest), kp);
    const auto spec = spec_of(*kp);
    EXPECT_EQ(&terms_of(library, spec), &terms_of(library, spec));
    EXPECT_EQ(terms_of(library, spec).spec(), spec);
    EXPECT_EQ(&terms_of(library, spec).charter(), kp.get());
}

TEST(Library, serves_many_threads) {
    Library library;
    const auto kp = add(library, kp_text);
    const auto psb = add(library, psb_text);
    std::atomic<int> wrong{0};
    const auto work = [&](int seed) {
        for (int i = 0; i < 200; ++i) {
            const bool counted = (i + seed) % 2 == 0;
            const auto terms = library.terms(
                spec_of(*kp, {}, {{"kp-terms/I1", counted ? "counted" : "not_counted"}}));
            const auto others = library.terms(spec_of(*psb, {kp}));
            const auto size = terms ? (*terms)->one<QuorumRule>()->counts.size() : 0U;
            wrong += size == (counted ? 2U : 1U) && others ? 0 : 1;
            const auto name = "t" + std::to_string(i % 50);
            const auto held =
                library.add(text_of(name, "", "**1** A.\n\n```rule fact f\n```\n"), "t.md");
            wrong += held && library.find((*held)->digest) == *held ? 0 : 1;
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back(work, i);
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(library.versions("t7").size(), 1U);
}

} // namespace
} // namespace quorate::charter::tests
