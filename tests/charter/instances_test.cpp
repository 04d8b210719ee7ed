// The charters of the house that were made from a model: each is the model filled in, and what
// differs is known.

#include "charter/model.hpp"
#include "samples.hpp"

#include <map>
#include <set>

namespace quorate::charter::tests {
namespace {

using Charters = std::vector<std::shared_ptr<const Charter>>;

Charters house() {
    Charters out;
    for (const auto& path : markdown_files(std::string(QUORATE_SOURCE_DIR) + "/charters")) {
        out.push_back(good(read(path), path.string()));
    }
    return out;
}

const Charter* named(const Charters& charters, const std::string& name) {
    for (const auto& charter : charters) {
        if (charter->name == name) {
            return charter.get();
        }
    }
    return nullptr;
}

/// What differs, one a line: kind and what it is about. Holes that are open are left out.
std::string departures(const Charter& model, const Charter& instance) {
    const auto found = differences_from_model(model, instance);
    EXPECT_TRUE(found) << instance.name;
    std::string out;
    for (const auto& each : found ? *found : std::vector<Difference>{}) {
        if (each.kind != DifferenceKind::hole_open) {
            out += words(each) + "\n";
        }
    }
    return out;
}

TEST(Instances, name_their_model_as_it_stands_and_fill_holes_it_has) {
    const auto charters = house();
    int instances = 0;
    for (const auto& charter : charters) {
        if (charter->model.empty()) {
            continue;
        }
        ++instances;
        const auto* model = named(charters, charter->model);
        ASSERT_NE(model, nullptr) << charter->name;
        EXPECT_EQ(charter->model_digest, base::hex(model->digest)) << charter->name;
        EXPECT_TRUE(instantiate(*model, {charter->name, charter->params})) << charter->name;
    }
    EXPECT_GE(instances, 12 + 3 + 4);
}

TEST(Instances, twelve_locality_boards_are_their_model_byte_for_byte) {
    const auto charters = house();
    const auto* model = named(charters, "locality-board");
    ASSERT_NE(model, nullptr);
    std::set<std::string> districts;
    for (const auto& charter : charters) {
        if (charter->model != model->name) {
            continue;
        }
        EXPECT_EQ(departures(*model, *charter), "") << charter->name;
        EXPECT_EQ(*instantiate(*model, {charter->name, charter->params}), charter->bytes)
            << charter->name;
        EXPECT_TRUE(charter->holes().empty()) << charter->name;
        districts.insert(charter->body);
    }
    EXPECT_EQ(districts.size(), 12U);
}

TEST(Instances, three_ambition_boards_differ_in_one_question_about_a_name) {
    const auto charters = house();
    const auto* model = named(charters, "ambition-board");
    ASSERT_NE(model, nullptr);
    const std::map<std::string, std::string> expected = {
        {"ambition-board-economy", ""},
        {"ambition-board-disadvantage", ""},
        {"ambition-board-control",
         "Question P1 of clause F17 is not in the model: Is the third ambition to put "
         "citizens in control, or people?\n"}};
    for (const auto& [name, differs] : expected) {
        const auto* board = named(charters, name);
        ASSERT_NE(board, nullptr) << name;
        EXPECT_EQ(departures(*model, *board), differs) << name;
        EXPECT_TRUE(board->holes().empty()) << name;
    }
}

TEST(Instances, three_leaders_were_proposed_and_four_agreed) {
    const auto charters = house();
    const auto* model = named(charters, "ambition-board");
    const auto* proposed = named(charters, "ambition-board-economy-proposed");
    ASSERT_NE(model, nullptr);
    ASSERT_NE(proposed, nullptr);
    const auto differs = departures(*model, *proposed);
    EXPECT_NE(differs.find("Rule ab.leaders of clause F18: count is 3, in the model 4"),
              std::string::npos)
        << differs;
    EXPECT_NE(differs.find("Clause F19 of the model is left out"), std::string::npos) << differs;
}

TEST(Instances, working_groups_have_only_what_is_published_and_the_rest_is_open) {
    const auto charters = house();
    const auto* model = named(charters, "working-group");
    ASSERT_NE(model, nullptr);
    for (const std::string name :
         {"kent-economic-board", "safer-and-stronger-communities", "health-and-well-being"}) {
        const auto* group = named(charters, name);
        ASSERT_NE(group, nullptr) << name;
        EXPECT_EQ(departures(*model, *group), "") << name;
        EXPECT_EQ(group->holes().size(), model->holes().size() - 2) << name;
    }
    const auto* trust = named(charters, "childrens-trust");
    ASSERT_NE(trust, nullptr);
    EXPECT_EQ(departures(*model, *trust),
              "Clause N1 is not in the model: The group has responsibilities by statute, so "
              "that terms of another kind than these may be needed (5.4).\n"
              "Rule wg.body of clause A: statutory is true, in the model not said\n"
              "Rule wg.by-statute of clause N1 is not in the model\n");
    EXPECT_EQ(trust->enactments.size(), 1U);
}

TEST(Instances, working_groups_filled_for_practice_have_no_hole_left) {
    const auto charters = house();
    int practice = 0;
    for (const auto& charter : charters) {
        if (charter->model == "working-group" && charter->name.starts_with("practice-")) {
            ++practice;
            EXPECT_TRUE(charter->holes().empty()) << charter->name;
            EXPECT_NE(charter->note.find("for practice"), std::string::npos) << charter->name;
        }
    }
    EXPECT_EQ(practice, 4);
}

} // namespace
} // namespace quorate::charter::tests
