// What Graphviz writes is taken apart into numbers; what is not expected is refused; layouts are
// kept.

#include "base/time.hpp"
#include "documents/pictures.hpp"

#include <gtest/gtest.h>

namespace quorate::documents {
namespace {

Graph two_boxes() {
    Graph graph;
    graph.nodes = {{100, 40}, {80, 30}};
    GraphEdge edge;
    edge.to = 1;
    edge.at_from = Head::filled;
    edge.label_width = 90;
    edge.label_height = 15;
    graph.edges = {edge};
    return graph;
}

constexpr const char* good =
    "<?xml version=\"1.0\"?>\n<!-- Generated -->\n<svg width=\"108pt\" height=\"150pt\"\n "
    "viewBox=\"0.00 0.00 108.00 150.00\">"
    "<g id=\"graph0\" class=\"graph\" transform=\"scale(1 1) rotate(0) translate(4 146)\">"
    "<polygon fill=\"white\" points=\"-4,4 -4,-146 104,-146\"/>"
    "<g id=\"n0\" class=\"node\"><title>n0</title><polygon points=\"100,-142 0,-142 0,-102 "
    "100,-102 100,-142\"/></g>"
    "<g id=\"n1\" class=\"node\"><title>n1</title><polygon points=\"90,-30 10,-30 10,0 90,0 "
    "90,-30\"/></g>"
    "<g id=\"e0\" class=\"edge\"><path d=\"M50,-92C50,-70 50,-50 50,-30\"/>"
    "<polygon points=\"46,-92 50,-102 54,-92\"/><text x=\"95.6\" y=\"-63\">.</text></g></g></svg>";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Layout, IsReadAsNumbersFromTheUpperLeftCorner) {
    const auto read = read_layout(good, two_boxes());
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_DOUBLE_EQ(read->width, 108);
    EXPECT_DOUBLE_EQ(read->height, 150);
    EXPECT_DOUBLE_EQ(read->nodes[0].x, 4);
    EXPECT_DOUBLE_EQ(read->nodes[0].y, 4);
    EXPECT_DOUBLE_EQ(read->nodes[1].x, 14);
    ASSERT_EQ(read->edges[0].points.size(), 4U);
    EXPECT_DOUBLE_EQ(read->edges[0].points[0].x, 54);
    EXPECT_DOUBLE_EQ(read->edges[0].points[0].y, 54);
    ASSERT_EQ(read->edges[0].heads.size(), 1U);
    EXPECT_DOUBLE_EQ(read->edges[0].label.x, 101);
}

TEST(Layout, RefusesWhatGraphvizDoesNotWrite) {
    const auto graph = two_boxes();
    EXPECT_FALSE(read_layout("", graph));
    EXPECT_FALSE(read_layout("digraph { a -> b }", graph));
    EXPECT_FALSE(read_layout("<html><body>no</body></html>", graph));
    EXPECT_FALSE(read_layout(with(good, "<title>n0</title>", "<script>alert(1)</script>"), graph));
    EXPECT_FALSE(read_layout(with(good, "<title>n0</title>", "<image href=\"x\"/>"), graph));
    EXPECT_FALSE(read_layout(with(good, "M50,-92", "Mnan,-92"), graph));
    EXPECT_FALSE(read_layout(with(good, "M50,-92", "M1e300,-92"), graph));
    EXPECT_FALSE(read_layout(with(good, "M50,-92", "M50,-92\" onload=\"x"), graph));
    EXPECT_FALSE(read_layout(with(good, "id=\"n1\"", "id=\"n7\""), graph));
    EXPECT_FALSE(read_layout(with(good, "M50,-92C50,-70 50,-50 50,-30", ""), graph));
    EXPECT_FALSE(read_layout(with(good, "0.00 0.00 108.00 150.00", "0 0 0 0"), graph));
    EXPECT_FALSE(read_layout(std::string(good).substr(0, 300), graph));
}

TEST(DotText, IsTheSameForTheSameGraph) {
    EXPECT_EQ(dot_text(two_boxes()), dot_text(two_boxes()));
    auto other = two_boxes();
    other.nodes[0].width = 101;
    EXPECT_NE(dot_text(two_boxes()), dot_text(other));
}

TEST(Pictures, AreDrawnOnceAndKept) {
    Pictures pictures;
    const auto first = pictures.layout(two_boxes());
    ASSERT_TRUE(first) << first.error().text();
    EXPECT_GT((*first)->height, 70);
    const auto second = pictures.layout(two_boxes());
    ASSERT_TRUE(second);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(pictures.counts().drawn, 1U);
    EXPECT_EQ(pictures.counts().hits, 1U);
}

TEST(Pictures, KeepNoMoreThanTheyMay) {
    PictureOptions options;
    options.kept_bytes = 3'000;
    Pictures pictures(options);
    for (int i = 0; i < 12; ++i) {
        auto graph = two_boxes();
        graph.nodes[0].width = 100 + i;
        ASSERT_TRUE(pictures.layout(graph));
        EXPECT_LE(pictures.counts().bytes, 3'000U);
    }
    EXPECT_LT(pictures.counts().kept, 12U);
    EXPECT_GT(pictures.counts().kept, 0U);
}

TEST(Pictures, SayWhyAndRestAfterAFailure) {
    PictureOptions options;
    options.program = "/usr/bin/no-such-program";
    Pictures missing(options);
    const auto first = missing.layout(two_boxes());
    ASSERT_FALSE(first);
    EXPECT_NE(first.error().text().find("cannot be run"), std::string::npos);
    EXPECT_EQ(missing.counts().drawn, 0U);

    options.program = "/usr/bin/yes";
    options.limits.output_bytes = 1'000;
    EXPECT_FALSE(Pictures(options).layout(two_boxes()));

    options.program = "/bin/echo"; // writes its argument: no picture
    EXPECT_FALSE(Pictures(options).layout(two_boxes()));
}

TEST(Pictures, DoNotWaitAgainForAProgramThatHangs) {
    PictureOptions options;
    options.program = "/usr/bin/tail"; // reads "-Tsvg" as no option of its own and ends at once
    Pictures odd(options);
    EXPECT_FALSE(odd.layout(two_boxes()));
    const auto start = base::monotonic_ms();
    for (int i = 0; i < 50; ++i) {
        auto graph = two_boxes();
        graph.nodes[0].width = 100 + i;
        EXPECT_FALSE(odd.layout(graph));
    }
    EXPECT_LT(base::monotonic_ms() - start, 1'000);
}

TEST(Pictures, RefuseWhatIsTooMuch) {
    Graph graph;
    graph.nodes.resize(graph_nodes_max + 1, {10, 10});
    EXPECT_FALSE(Pictures().layout(graph));
}

} // namespace
} // namespace quorate::documents
