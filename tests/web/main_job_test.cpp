// The main job through the JSON interface: each line of the scenario as a request, each verdict as
// a status code.

#include "base/text.hpp"
#include "partnership/scenario/document.hpp"
#include "served.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using partnership::scenario::Line;

bool goes_beside(std::string_view key) {
    return key == "evidence" || key == "recorded_by" || key == "capacity" || key == "id";
}

/// A line as a submission; every value stays text, as on the command line.
std::string submission_of(const Line& line) {
    base::JsonObject fields;
    std::string more =
        "\"made_by\": \"" + line.actor.text + "\", \"effective\": \"" + line.time.text + "\"";
    for (const auto& word : line.fields) {
        if (goes_beside(word.text)) {
            more += ", \"" + word.text + "\": \"" + *word.value + "\"";
        } else if (word.text != "preview") {
            fields[word.text] = *word.value;
        }
    }
    const auto inside = base::canonical(fields);
    return act_json(line.act.text, inside.substr(1, inside.size() - 2), more);
}

int status_expected(const std::string& verdict, bool preview) {
    return preview || verdict == "permitted" ? 200 : verdict == "needs_discretion" ? 202 : 422;
}

std::string verdict_expected(std::string verdict) {
    const auto underscore = verdict.find('_');
    return underscore == std::string::npos ? verdict : verdict.replace(underscore, 1, "-");
}

TEST(MainJob, RunsThroughTheInterface) {
    const std::string path = QUORATE_SOURCE_DIR "/scenarios/main-job.md";
    const auto document =
        partnership::scenario::parse(base::read_file(path).value(), "main-job.md");
    ASSERT_TRUE(document.has_value()) << document.error().text();
    std::vector<views::Hosted> all;
    all.push_back(example("kent-rehearsal"));
    Served served(std::move(all));
    int acts = 0;
    for (const auto& line : document->steps) {
        if (line.is_check()) {
            continue;
        }
        const auto* asked = line.field("preview");
        const bool preview = asked != nullptr && asked->value == "yes";
        const auto response =
            served.post(std::string("/api/v1/kent-rehearsal/acts") + (preview ? "?preview=1" : ""),
                        submission_of(line));
        const auto verdict = line.expected ? line.expected->verdict : std::string("permitted");
        ASSERT_EQ(http_tests::status_of(response), status_expected(verdict, preview))
            << line.source << "\n"
            << response;
        EXPECT_EQ(text_at(json_in(response), "verdict"), verdict_expected(verdict)) << line.source;
        ++acts;
    }
    EXPECT_GT(acts, 50);
    const auto minutes = http_tests::body_of(served.get("/kent-rehearsal/meetings/kp/m1"));
    EXPECT_NE(minutes.find("Approved on 2 December 2008, and published."), std::string::npos);
}

} // namespace
} // namespace quorate::web_tests
