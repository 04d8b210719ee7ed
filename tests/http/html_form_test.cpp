// Forms as pages write them: what is sent, and what is said when something is wrong.

#include "html/form.hpp"
#include "html_tree.hpp"

#include <gtest/gtest.h>

namespace quorate::html {

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(form, is_posted_with_its_token_and_checked_by_the_page_only) {
    EXPECT_EQ(form({.action = "/kent/desk"_url, .csrf = "t1"}, p("Text")).str(),
              "<form method=\"post\" action=\"/kent/desk\" novalidate>"
              "<input type=\"hidden\" name=\"csrf\" value=\"t1\"><p "
              "class=\"govuk-body\">Text</p></form>");
    EXPECT_TRUE(holds(form({.action = "/x"_url, .multipart = true}, "").str(),
                      "enctype=\"multipart/form-data\""));
    EXPECT_FALSE(holds(search_form({.action = "/x"_url}, "").str(), "csrf"));
}

TEST(form, text_typed_comes_back_escaped_and_whole) {
    const std::string field =
        text_field({.name = "place", .label = "Place", .value = "\"A\" & <B>"}).str();
    EXPECT_TRUE(holds(field, "value=\"&quot;A&quot; &amp; &lt;B&gt;\""));
    // The parser drops the first newline of a textarea.
    EXPECT_TRUE(holds(text_area({.name = "t", .label = "T", .value = "\n one"}).str(),
                      ">\n\n one</textarea>"));
}

TEST(form, a_field_says_what_is_wrong_and_the_summary_leads_to_it) {
    ErrorList errors;
    EXPECT_TRUE(errors.summary().empty());
    errors.add("place", "Enter where the meeting is held.");
    errors.add("", "The meeting was changed meanwhile.");
    const std::string field = text_field({.name = "place", .label = "Place"}, errors).str();
    EXPECT_TRUE(holds(field, "id=\"place-error\""));
    EXPECT_TRUE(holds(field, "aria-describedby=\"place-error\""));
    EXPECT_TRUE(holds(field, "Enter where the meeting is held."));
    const std::string summary = errors.summary().str();
    EXPECT_TRUE(holds(summary, "<a href=\"#place\">Enter where the meeting is held.</a>"));
    EXPECT_TRUE(holds(summary, "<li>The meeting was changed meanwhile.</li>"));
    EXPECT_TRUE(holds(summary, "tabindex=\"-1\" autofocus"));
}

TEST(form, a_date_is_three_boxes_and_its_errors_find_them) {
    const DateField date{.name = "on", .label = "Date", .value = {"31", "6", "2026"}};
    const std::string plain = date_field(date).str();
    for (std::string_view part : {"name=\"on-day\"", "name=\"on-month\"", "name=\"on-year\"",
                                  "value=\"31\"", "role=\"group\"", "id=\"on\""})
        EXPECT_TRUE(holds(plain, part)) << part;
    EXPECT_FALSE(holds(plain, "govuk-input--error"));

    const std::string one =
        date_field(date, ErrorList{{"on-month", "June has 30 days. Enter another day."}}).str();
    const std::size_t first = one.find("govuk-input--error");
    EXPECT_EQ(first, one.rfind("govuk-input--error"));
    EXPECT_TRUE(holds(one, "id=\"on-month\""));
    EXPECT_TRUE(holds(one, "June has 30 days."));

    const std::string day = date_field(date, ErrorList{{"on-day", "No such day."}}).str();
    EXPECT_TRUE(holds(day, "id=\"on-day\""));
    EXPECT_EQ(DateValue::of(base::parse_date("2008-07-01").value()).month, "7");
}

TEST(form, answers_chosen_stay_chosen) {
    const std::vector<Option> options = {{.value = "yes", .label = "Yes"},
                                         {.value = "no", .label = "No", .divider = "or"}};
    const std::string one =
        choice({.name = "come", .label = "Coming?", .value = "no", .options = options}).str();
    EXPECT_TRUE(holds(one, "value=\"no\" checked"));
    EXPECT_TRUE(holds(one, "govuk-radios__divider"));
    EXPECT_TRUE(holds(one, "id=\"come\""));
    const std::string many =
        choose_many({.name = "who", .label = "Who?", .values = {"yes", "no"}, .options = options})
            .str();
    EXPECT_TRUE(holds(many, "value=\"yes\" checked"));
    EXPECT_TRUE(holds(many, "value=\"no\" checked"));
    const std::string list = select_field({.name = "s",
                                           .label = "S",
                                           .value = "a&b",
                                           .options = {{.value = "a&b", .label = "A & B"}},
                                           .nothing_chosen = "Choose one"})
                                 .str();
    EXPECT_TRUE(holds(list, "<option value=\"\">Choose one</option>"));
    EXPECT_TRUE(holds(list, "<option value=\"a&amp;b\" selected>A &amp; B</option>"));
}

TEST(form, buttons_say_what_they_do_and_to_what) {
    const std::string undo = button_form({.action = "/kent/undo"_url, .csrf = "t"},
                                         {{"entry", "12"}}, "Undo", {.about = "arrival of Seat 12"})
                                 .str();
    EXPECT_TRUE(holds(undo, "name=\"entry\" value=\"12\""));
    EXPECT_TRUE(
        holds(undo, "Undo<span class=\"govuk-visually-hidden\"> arrival of Seat 12</span>"));
    EXPECT_TRUE(holds(undo, "q-button--compact"));
    const std::string other =
        submit_button("Save", {.name = "do", .value = "save", .action = "/x"_url, .key = "S"})
            .str();
    EXPECT_TRUE(holds(other, "formaction=\"/x\""));
    EXPECT_TRUE(holds(other, "accesskey=\"S\""));
    EXPECT_TRUE(holds(link_button("Start", "/x"_url).str(), "<a class=\"govuk-button\""));
}

} // namespace quorate::html
