// The pictures of the architecture: what is drawn, how it is named, and the DOT text of a small
// partnership.

#include "documents/architecture.hpp"
#include "documents/measure.hpp"
#include "small_partnership.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace quorate::documents {
namespace {

using documents_tests::after;
using documents_tests::before;
using documents_tests::between;

PictureAsked asked() {
    return {"architecture", "Vale", [](const std::string& body, base::CivilDate) {
                return html::Url::path({"vale", "bodies", body});
            }};
}

std::string picture_of(const Drawing& drawing) {
    const auto made = drawn(drawing);
    EXPECT_TRUE(made) << (made ? "" : made.error().text());
    return made ? html::diagram(*made).str() : std::string();
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t out = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++out;
    }
    return out;
}

/// Compares with a file that was looked at; QUORATE_GOLDEN=write writes it anew.
void expect_golden(const std::string& name, const std::string& text) {
    const auto path = std::string(QUORATE_SOURCE_DIR) + "/tests/documents/golden/" + name;
    if (const char* write = std::getenv("QUORATE_GOLDEN");
        write != nullptr && std::string(write) == "write") {
        std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream held;
    held << file.rdbuf();
    EXPECT_EQ(held.str(), text)
        << "Look at the difference; QUORATE_GOLDEN=write takes the new text.";
}

TEST(ArchitectureDrawing, HasTheDotTextThatWasReviewed) {
    expect_golden("small.dot", dot_text(graph_of(architecture_drawing(before(), asked()))));
    expect_golden("small-after.dot", dot_text(graph_of(architecture_drawing(after(), asked()))));
    expect_golden("small-succession.dot",
                  dot_text(graph_of(succession_drawing(between(), asked()))));
}

TEST(ArchitectureDrawing, IsNamedAndItsBoxesAreLinks) {
    const auto svg = picture_of(architecture_drawing(before(), asked()));
    EXPECT_NE(svg.find("<title id=\"architecture-title\">The architecture of Vale on 1 March 2019 "
                       "(draft)</title>"),
              std::string::npos);
    EXPECT_NE(svg.find("<desc id=\"architecture-description\">6 bodies and 10 links."),
              std::string::npos);
    EXPECT_NE(svg.find("The Vale Board &amp; Cabinet is accountable to The Vale Forum."),
              std::string::npos);
    EXPECT_NE(
        svg.find("role=\"img\" aria-labelledby=\"architecture-title architecture-description\""),
        std::string::npos);
    EXPECT_EQ(count(svg, "<a "), 5U); // every body; the organisation has no page
    for (const char* id : {"forum", "board", "homes", "safe", "roads"}) {
        EXPECT_NE(svg.find("href=\"/vale/bodies/" + std::string(id) + "\""), std::string::npos)
            << id;
    }
    EXPECT_NE(svg.find("working-group"), std::string::npos)
        << "words of the page are shown as they are";
    EXPECT_NE(svg.find("12 seats, 2 vacant"), std::string::npos);
    EXPECT_NE(svg.find("Proposed"), std::string::npos);
}

TEST(ArchitectureDrawing, HasNothingAStrictPolicyRefuses) {
    for (const auto& svg : {picture_of(architecture_drawing(before(), asked())),
                            picture_of(succession_drawing(between(), asked()))}) {
        for (const char* refused :
             {"<script", "<style", "style=", "onload", "javascript:", "<image", "<foreignObject"}) {
            EXPECT_EQ(svg.find(refused), std::string::npos) << refused;
        }
        const std::regex ids(" id=\"([^\"]*)\"");
        std::set<std::string> seen;
        for (std::sregex_iterator at(svg.begin(), svg.end(), ids), end; at != end; ++at) {
            EXPECT_TRUE(seen.insert((*at)[1]).second) << (*at)[1];
        }
    }
}

TEST(ArchitectureDrawing, LeavesOutWhatAChainOfLinesSays) {
    const auto drawing = architecture_drawing(before(), asked());
    // Board below forum; homes, safe and roads below the board; the agency beside it. Forum to
    // homes and to safe go by way of the board; "may absorb" is not drawn.
    EXPECT_EQ(drawing.graph.edges.size(), 5U);
    EXPECT_EQ(drawing.cards.size(), 6U);
}

TEST(ArchitectureDrawing, PutsBodiesThatAreAlikeIntoOneFrame) {
    const auto drawing = architecture_drawing(after(), asked());
    EXPECT_EQ(drawing.cards.size(), 3U);
    const auto svg = picture_of(drawing);
    EXPECT_NE(svg.find(">The Panel for …<"), std::string::npos);
    EXPECT_NE(svg.find(">Cedar<"), std::string::npos);
    EXPECT_EQ(count(svg, "<a "), 8U);
    EXPECT_NE(svg.find("Ended 1 March 2020"), std::string::npos);
    EXPECT_NE(svg.find("stroke-dasharray=\"1.5 4\""), std::string::npos)
        << "one that has ended has its own outline";
}

TEST(ArchitectureDrawing, OfNothingIsNoPictureAndNoCrash) {
    views::ArchitecturePage none;
    none.on = before().on;
    const auto made = drawn(architecture_drawing(none, asked()));
    EXPECT_TRUE(!made || made->boxes.empty());
}

TEST(ArchitectureDrawing, StandsAsAFileOfItsOwn) {
    const auto made = drawn(architecture_drawing(before(), asked()));
    ASSERT_TRUE(made);
    const auto file = html::svg_file(*made);
    EXPECT_TRUE(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    EXPECT_NE(file.find("xmlns=\"http://www.w3.org/2000/svg\""), std::string::npos);
}

TEST(SuccessionDrawing, HasTheTwoDaysAsColumns) {
    const auto drawing = succession_drawing(between(), asked());
    const auto svg = picture_of(drawing);
    EXPECT_NE(svg.find(">1 March 2019<"), std::string::npos);
    EXPECT_NE(svg.find(">1 March 2021<"), std::string::npos);
    EXPECT_NE(svg.find("Ended, nobody follows"), std::string::npos); // the board
    EXPECT_NE(svg.find(">New<"), std::string::npos);
    EXPECT_NE(svg.find("The Leaders’ Group"), std::string::npos);
}

TEST(Legend, ExplainsOnlyWhatIsThere) {
    std::set<std::string> words;
    for (const auto& entry : architecture_legend(before())) {
        words.insert(entry.words);
    }
    EXPECT_TRUE(words.contains("is accountable to"));
    EXPECT_TRUE(words.contains("is managed through"));
    EXPECT_TRUE(words.contains("works with"));
    EXPECT_TRUE(words.contains("proposed"));
    EXPECT_TRUE(words.contains("set up by statute"));
    EXPECT_FALSE(words.contains("has come to an end"));
    EXPECT_EQ(succession_legend(between()).size(), 2U);
}

TEST(Words, AreMeasuredAndWrappedWithoutFonts) {
    EXPECT_NEAR(text_width("Kent", 10, false), 20.6, 0.2);
    EXPECT_GT(text_width("Kent", 10, true), text_width("Kent", 10, false));
    EXPECT_NEAR(text_width("é", 10, false), 6, 0.01);
    const auto lines = wrapped("The Kent Public Service Board", 120, 14, true);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "The Kent Public");
    EXPECT_EQ(wrapped("Incomprehensibilities", 20, 14, true).size(), 1U);
    EXPECT_TRUE(wrapped("", 100, 14, true).empty());
}

TEST(Words, ThatAllNamesBeginWith) {
    EXPECT_EQ(common_beginning({"The Board for Ash", "The Board for Elm"}), "The Board for");
    EXPECT_EQ(common_beginning({"The Ash", "The Elm"}), "");
    EXPECT_EQ(common_beginning({"The Board", "The Board for Elm"}), "");
    EXPECT_EQ(common_beginning({}), "");
}

} // namespace
} // namespace quorate::documents
