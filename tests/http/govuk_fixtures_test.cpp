// Our components against the package's own fixtures: options in, HTML out. What we do not have yet
// is listed here; the lists can only shrink, because an entry that is no longer needed fails too.

#include "base/text.hpp"
#include "govuk_options.hpp"
#include "html_tree.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <set>

namespace quorate::html_tests {

namespace {

const std::filesystem::path components_folder =
    std::filesystem::path(QUORATE_SOURCE_DIR) / "node_modules/govuk-frontend/dist/govuk/components";

const std::set<std::string> components_not_supported = {
    "accordion", "cookie-banner",  "exit-this-page",      "feedback", "footer",
    "header",    "generic-header", "language-navigation", "tabs"};

const std::set<std::string> fixtures_not_supported = {};

base::JsonArray fixtures_of(const std::string& component) {
    const auto file = base::read_file((components_folder / component / "fixtures.json").string());
    if (!file) {
        ADD_FAILURE() << file.error().text();
        return {};
    }
    const auto parsed = base::parse_json(*file, {.bytes_max = 16 << 20, .depth_max = 64});
    if (!parsed) {
        ADD_FAILURE() << parsed.error().text();
        return {};
    }
    return parsed->as_object().at("fixtures").as_array();
}

} // namespace

TEST(govuk_fixtures, the_comparison_sees_what_matters_and_only_that) {
    const std::string tree = html_tree("<p class=\"a b\" id=\"x\">one <b>two</b></p>");
    EXPECT_EQ(tree, html_tree("<p id=x\n class='b  a'>\n  one\n <b>two</b> </p>"));
    EXPECT_NE(tree, html_tree("<p class=\"a\" id=\"x\">one <b>two</b></p>"));
    EXPECT_NE(tree, html_tree("<p class=\"a b\">one <b>two</b></p>"));
    EXPECT_NE(tree, html_tree("<p class=\"a b\" id=\"x\">one <i>two</i></p>"));
    EXPECT_NE(tree, html_tree("<p class=\"a b\" id=\"x\">one <b>three</b></p>"));
}

TEST(govuk_fixtures, every_component_is_supported_or_listed) {
    for (const auto& entry : std::filesystem::directory_iterator(components_folder)) {
        if (!entry.is_directory())
            continue;
        const std::string name = entry.path().filename().string();
        const bool supported = supported_components().contains(name);
        EXPECT_NE(supported, components_not_supported.contains(name))
            << name
            << (supported ? " is supported now: take it off the list"
                          : " is new: support or list it");
    }
    for (const std::string& name : components_not_supported)
        EXPECT_TRUE(std::filesystem::is_directory(components_folder / name))
            << name << " is gone: take it off the list";
}

TEST(govuk_fixtures, our_html_is_the_same) {
    int compared = 0;
    for (const auto& [component, render] : supported_components()) {
        for (const base::Json& fixture : fixtures_of(component)) {
            const base::JsonObject& object = fixture.as_object();
            const std::string name = component + ": " + std::string(object.at("name").as_string());
            const std::string expected = html_tree(std::string(object.at("html").as_string()));
            const std::string ours = html_tree(render(object.at("options").as_object()).str());
            if (fixtures_not_supported.contains(name)) {
                EXPECT_NE(ours, expected) << name << " matches now: take it off the list";
                continue;
            }
            EXPECT_EQ(ours, expected) << name;
            ++compared;
        }
    }
    EXPECT_GE(compared, 530);
}

} // namespace quorate::html_tests
