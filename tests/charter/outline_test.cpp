// Clauses: their numbers, their words, and what they bind.

#include "samples.hpp"

namespace quorate::charter::tests {
namespace {

std::vector<std::string> numbers(const Charter& charter) {
    std::vector<std::string> out;
    for (const auto& clause : charter.clauses) {
        out.push_back(clause.number);
    }
    return out;
}

using Numbers = std::vector<std::string>;

TEST(Outline, reads_numbers_at_every_level) {
    const auto charter = good(text_of("sample", "", R"md(# Terms

**1** One.

- **(a)** Part a.
  - **(i)** Part one of a.
- **(b)** Part b.

## Next

**3.20** Three.

1. **(a)** Part a.

**3.21(a)** Written out. **3.22** is not at the start.

**P12** Procedure.

- **3.23** A list of clauses.
- **(a)** Of the one before.

**E** A letter alone.

**Note** is no clause.
)md"));
    EXPECT_EQ(numbers(*charter), (Numbers{"1", "1(a)", "1(a)(i)", "1(b)", "3.20", "3.20(a)",
                                          "3.21(a)", "P12", "3.23", "3.23(a)", "E"}));
    EXPECT_EQ(charter->clause("1")->heading, "Terms");
    EXPECT_EQ(charter->clause("3.20")->heading, "Next");
    EXPECT_EQ(charter->clause("1(a)(i)")->line, 15);
}

TEST(Outline, words_run_on_until_the_next_clause) {
    const auto charter = good(text_of("sample", "", R"md(Words before any clause.

**1** One *and*
  `more`.

A second paragraph:

- with a list
- of [two](https://example.org)

- **(a)** The part.

  The part goes on.

The tail belongs to the clause.

## Heading

Words after a heading belong to none.

**2** Two.
)md"));
    ASSERT_EQ(charter->clauses.size(), 3U);
    EXPECT_EQ(
        charter->clauses[0].text,
        "One and more. A second paragraph: with a list of two The tail belongs to the clause.");
    EXPECT_EQ(charter->clauses[1].text, "The part. The part goes on.");
    EXPECT_EQ(charter->clauses[2].text, "Two.");
    EXPECT_EQ(charter->clauses[1].html, "<p>The part.</p>\n<p>The part goes on.</p>\n");
}

TEST(Outline, html_is_safe) {
    const auto charter = good(text_of("sample", "", R"md(**1** One <script>alert(1)</script>
[link](javascript:alert(1)) & "more".

<div onclick="x">

**2** Two.
)md"));
    EXPECT_EQ(charter->clauses[0].html.find("<script"), std::string::npos);
    EXPECT_EQ(charter->clauses[0].html.find("javascript"), std::string::npos);
    EXPECT_NE(charter->clauses[0].html.find("&amp; &quot;more&quot;"), std::string::npos);
    EXPECT_EQ(charter->clauses[0].html.find("onclick"), std::string::npos);
}

TEST(Outline, a_rule_binds_to_the_clause_above_it) {
    const auto charter = good(text_of("sample", "", R"md(**1** One.

- **(a)** Part a.

  ```rule fact in-part
  ```

```rule fact after-list
```

The tail.

```rule fact after-tail
```

- > **2** Quoted, in a list.
  >
  > ```rule fact quoted
  > what = "A fact"
  > ```
)md"));
    EXPECT_EQ(charter->rule("in-part")->clause, "1(a)");
    EXPECT_EQ(charter->rule("after-list")->clause, "1(a)");
    EXPECT_EQ(charter->rule("after-tail")->clause, "1");
    EXPECT_EQ(charter->rule("quoted")->clause, "2");
    EXPECT_EQ(charter->rule("quoted")->place_of("what").line, 28);
    EXPECT_EQ(charter->rule("quoted")->place_of("what").column, 12);
}

TEST(Outline, quotes_fold_white_space_and_quotation_marks) {
    const auto charter =
        good(text_of("sample", "",
                     "**1** The member\xE2\x80\x99s \xE2\x80\x9Cplace\xE2\x80\x9D\n"
                     "is kept\xC2\xA0here.\n\n- **(a)** A part.\n\n"
                     "```rule fact one\nclause = \"1\"\n"
                     "quote = [\"member's \\\"place\\\" is\", \"kept here\", "
                     "\"A part\"]\n```\n"));
    EXPECT_EQ(charter->rule("one")->quotes.size(), 3U);
}

TEST(Outline, a_rule_may_cover_several_clauses) {
    const auto charter = good(text_of("sample", "",
                                      "**1** One.\n\n**2** Two.\n\n```rule aim both\n"
                                      "clauses = [\"1\", \"2\"]\nquote = \"One\"\n```\n"));
    const auto& rule = *charter->rule("both");
    EXPECT_EQ(rule.clause, "1");
    EXPECT_TRUE(rule.covers("1"));
    EXPECT_TRUE(rule.covers("2"));
    EXPECT_FALSE(rule.covers("3"));
    EXPECT_TRUE(check(*charter, {}, {}).empty());
}

} // namespace
} // namespace quorate::charter::tests
