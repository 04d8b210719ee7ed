#ifndef QUORATE_TESTS_WEB_OFFICE_HPP
#define QUORATE_TESTS_WEB_OFFICE_HPP
// The secretariat at its desk, in a partnership of its own in a folder.

#include "browser.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

class Office : public testing::Test {
protected:
    explicit Office(const std::string& example)
        : folder_(example), served_(one(folder_.take())), officer_(served_, example),
          there_(served_.partnership(example)) {}

    void SetUp() override { officer_.sign_in("secretariat"); }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    /// Sends a form as the page `from` gives it: with its entry and position.
    Answer send(const std::string& path, FormFields fields, const std::string& from) {
        const auto page = officer_.get(from);
        EXPECT_EQ(page.status, 200) << from;
        for (const char* name : {"entry", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return officer_.post(path, fields);
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    partnership::Partnership& there_;
};

} // namespace quorate::web_tests

#endif
