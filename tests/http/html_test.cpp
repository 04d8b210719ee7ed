// Html, attributes, addresses, Markdown: what may enter a page and how.

#include "html/govuk/table.hpp"
#include "html/html.hpp"
#include "html/layout.hpp"
#include "html/markdown.hpp"
#include "html/stacking_table.hpp"
#include "html/status.hpp"

#include <gtest/gtest.h>

namespace quorate::html {

TEST(html, text_is_escaped) {
    EXPECT_EQ(text("<a href='x'>\"R&D\"</a>").str(),
              "&lt;a href=&#39;x&#39;&gt;&quot;R&amp;D&quot;&lt;/a&gt;");
    EXPECT_EQ(p(std::string("1 < 2")).str(), "<p class=\"govuk-body\">1 &lt; 2</p>");
}

TEST(html, control_characters_are_left_out) {
    EXPECT_EQ(text(std::string_view("a\0b\x01\nc", 6)).str(), "ab\nc");
}

TEST(html, elements_nest_without_escaping_twice) {
    EXPECT_EQ(p("See ", a("/kent"_url, "Kent & co"), ".").str(),
              "<p class=\"govuk-body\">See <a class=\"govuk-link\" href=\"/kent\">Kent &amp; "
              "co</a>.</p>");
}

TEST(html, classes_add_up_and_attributes_are_escaped) {
    EXPECT_EQ(p(cls("q-quiet").id("n").set("data-x", "\"<>"), "x").str(),
              "<p class=\"govuk-body q-quiet\" id=\"n\" data-x=\"&quot;&lt;&gt;\">x</p>");
}

TEST(html, attributes_that_run_code_or_hide_addresses_are_bugs) {
    EXPECT_DEATH(attr("onclick", "x()"), "");
    EXPECT_DEATH(attr("style", "color:red"), "");
    EXPECT_DEATH(attr("href", "javascript:x()"), "");
    EXPECT_DEATH(attr("x y", ""), "");
}

TEST(html, numbers) {
    EXPECT_EQ(number(1204).str(), "1,204");
    EXPECT_EQ(number(999).str(), "999");
    EXPECT_EQ(number(-1234567).str(), "-1,234,567");
    EXPECT_EQ(span(2008).str(), "<span>2008</span>");
}

TEST(html, headings) {
    EXPECT_EQ(h(2, "Members").str(), "<h2 class=\"govuk-heading-m\">Members</h2>");
    EXPECT_EQ(h(1, id("top"), "Home").str(), "<h1 class=\"govuk-heading-xl\" id=\"top\">Home</h1>");
}

TEST(url, only_safe_addresses_are_taken) {
    for (const char* good :
         {"/", "/kent/meetings?x=1#a", "#main", "?page=2", "minutes.pdf", "https://example.org/",
          "http://example.org", "mailto:a@example.org", "tel:+441622000000", "/a:b"})
        EXPECT_TRUE(Url::parse(good).has_value()) << good;
    for (const char* bad : {"", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                            "//evil.example", "/\\evil.example", " /x", "/a b", "java\nscript:x",
                            "vbscript:x", "file:///etc/passwd", "/caf\xc3\xa9"})
        EXPECT_FALSE(Url::parse(bad).has_value()) << bad;
    EXPECT_FALSE(Url::parse("/" + std::string(2000, 'a')).has_value());
}

TEST(url, paths_are_encoded) {
    EXPECT_EQ(Url::path({"kent", "bodies", "a b/c"}).str(), "/kent/bodies/a%20b%2Fc");
    EXPECT_EQ(Url::path({}).str(), "/");
    EXPECT_EQ(Url("/kent"_url)
                  .slash("meetings")
                  .slash_id("kp/m1")
                  .query("as-of", "2008-07-01")
                  .fragment("3.12")
                  .str(),
              "/kent/meetings/kp/m1?as-of=2008-07-01#3.12");
    EXPECT_EQ(Url("/x?a=1"_url).query("b", "&=").str(), "/x?a=1&b=%26%3D");
}

TEST(markdown, renders_and_leaves_out_what_is_unsafe) {
    EXPECT_EQ(markdown("**3.12** Half of the members.").str(),
              "<p><strong>3.12</strong> Half of the members.</p>\n");
    const std::string unsafe =
        markdown("<script>alert(1)</script>\n\n[x](javascript:alert(1))").str();
    EXPECT_EQ(unsafe.find("<script"), std::string::npos);
    EXPECT_EQ(unsafe.find("javascript:"), std::string::npos);
    EXPECT_EQ(markdown("# One", 1).str(), "<h2>One</h2>\n");
}

TEST(markdown, keeps_the_lines_and_the_angle_brackets_of_what_was_typed) {
    EXPECT_EQ(typed_markdown("Buy <option A>,\nnot <b>B</b>").str(),
              "<p>Buy &lt;option A&gt;,<br />\nnot &lt;b&gt;B&lt;/b&gt;</p>\n");
    EXPECT_EQ(typed_markdown("<div>\n<script>alert(1)</script>").str(),
              "<p>&lt;div&gt;<br />\n&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(typed_markdown("<!-- a note -->\n\n**After**").str(),
              "<p>&lt;!-- a note --&gt;</p>\n<p><strong>After</strong></p>\n");
    EXPECT_EQ(typed_markdown("[x](javascript:alert(1))").str().find("javascript:"),
              std::string::npos);
}

TEST(status, says_the_word_and_hides_the_shape_from_screen_readers) {
    const std::string refused = status_word(Status::refused).str();
    EXPECT_NE(refused.find(">Refused<"), std::string::npos);
    EXPECT_NE(refused.find("aria-hidden=\"true\""), std::string::npos);
    EXPECT_NE(refused.find("q-status--refused"), std::string::npos);
}

TEST(layout, dates_are_marked_up) {
    const auto day = *base::civil_date(2008, 7, 1);
    EXPECT_EQ(date(day).str(), "<time datetime=\"2008-07-01\">Tuesday 1 July 2008</time>");
    EXPECT_EQ(date_and_time({day, 600}).str(),
              "<time datetime=\"2008-07-01T10:00\">10:00am on Tuesday 1 July 2008</time>");
}

TEST(table, a_wide_table_scrolls_in_a_named_region) {
    const std::string out =
        govuk::scrolling_table(
            {.caption = "Members", .head = {"Seat", "Holder"}, .rows = {{govuk::numeric(1), "A"}}})
            .str();
    EXPECT_NE(out.find("role=\"region\" aria-label=\"Members\" tabindex=\"0\""), std::string::npos);
    EXPECT_NE(out.find("<td class=\"govuk-table__cell govuk-table__cell--numeric\">1</td>"),
              std::string::npos);
    EXPECT_DEATH(govuk::scrolling_table({}), "");
}

TEST(table, a_table_of_words_names_the_column_in_each_cell_that_says_something) {
    const std::string out = stacking_table({.caption = "Letters",
                                            .head = {"Seat", "To whom", "Sent"},
                                            .rows = {{"4", "A & B", Html()}},
                                            .first_cell_is_header = true})
                                .str();
    const std::string label = "<span class=\"q-stacking__label\" aria-hidden=\"true\">";
    EXPECT_NE(out.find("<table class=\"govuk-table q-stacking\" role=\"table\">"),
              std::string::npos);
    EXPECT_NE(out.find(label + "To whom</span>A &amp; B</td>"), std::string::npos);
    EXPECT_EQ(out.find(label + "Seat"), std::string::npos) << "the head of a row says what it is";
    EXPECT_EQ(out.find(label + "Sent"), std::string::npos) << "nothing stands below it";
    EXPECT_NE(out.find("role=\"rowheader\""), std::string::npos);
    EXPECT_DEATH(stacking_table({}), "");
}

} // namespace quorate::html
