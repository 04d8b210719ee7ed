// A child that hangs, floods, fails, or is not there, is ended and named.

#include "base/time.hpp"
#include "documents/child.hpp"

#include <gtest/gtest.h>

namespace quorate::documents {
namespace {

Child shell(const std::string& script, ChildLimits limits = {}) {
    return {"/bin/sh", {"-c", script}, {}, limits};
}

std::string why(const base::Result<std::string>& result) {
    return result ? "it ran" : result.error().text();
}

TEST(Child, GivesWhatItWrote) {
    const std::string input(300'000, 'x');
    const auto answer = run_child({"/bin/cat", {}, input, {}});
    ASSERT_TRUE(answer) << why(answer);
    EXPECT_EQ(*answer, input);
}

TEST(Child, MayLeaveItsInputUnread) {
    const auto answer = run_child({"/bin/true", {}, std::string(900'000, 'x'), {}});
    ASSERT_TRUE(answer) << why(answer);
    EXPECT_EQ(*answer, "");
}

TEST(Child, ThatHangsIsEnded) {
    const auto start = base::monotonic_ms();
    const auto answer = run_child({"/bin/sleep", {"30"}, {}, {.time_ms = 150}});
    EXPECT_NE(why(answer).find("did not finish within 150 milliseconds"), std::string::npos)
        << why(answer);
    EXPECT_LT(base::monotonic_ms() - start, 5'000);
}

TEST(Child, ThatClosesItsOutputAndHangsIsEnded) {
    const auto start = base::monotonic_ms();
    const auto answer = run_child(shell("exec >&-; exec sleep 30", {.time_ms = 200}));
    EXPECT_NE(why(answer).find("did not finish"), std::string::npos) << why(answer);
    EXPECT_LT(base::monotonic_ms() - start, 5'000);
}

TEST(Child, IsEndedWithWhatItStarted) {
    const auto start = base::monotonic_ms();
    const auto answer = run_child(shell("sleep 30 & echo started", {.time_ms = 200}));
    EXPECT_NE(why(answer).find("did not finish"), std::string::npos) << why(answer);
    EXPECT_LT(base::monotonic_ms() - start, 5'000);
}

TEST(Child, ThatFloodsIsEnded) {
    const auto answer = run_child({"/usr/bin/yes", {}, {}, {.output_bytes = 100'000}});
    EXPECT_NE(why(answer).find("wrote more than 100000 bytes"), std::string::npos) << why(answer);
}

TEST(Child, MayWriteExactlyItsLimit) {
    const auto answer =
        run_child({"/bin/cat", {}, std::string(1'000, 'x'), {.output_bytes = 1'000}});
    EXPECT_TRUE(answer) << why(answer);
    EXPECT_FALSE(run_child({"/bin/cat", {}, std::string(1'001, 'x'), {.output_bytes = 1'000}}));
}

TEST(Child, GetsNoMoreInputThanAllowed) {
    const auto answer = run_child({"/bin/cat", {}, std::string(11, 'x'), {.input_bytes = 10}});
    EXPECT_NE(why(answer).find("the input is over 10 bytes"), std::string::npos) << why(answer);
}

TEST(Child, ThatIsNotThereIsNamed) {
    const auto answer = run_child({"/usr/bin/no-such-program", {}, "words", {}});
    EXPECT_NE(why(answer).find("/usr/bin/no-such-program: cannot be run: No such file"),
              std::string::npos)
        << why(answer);
}

TEST(Child, ThatFailsIsNamedWithItsNumber) {
    EXPECT_NE(why(run_child(shell("echo half; exit 3"))).find("ended with 3"), std::string::npos);
    EXPECT_NE(why(run_child(shell("kill -TERM $$"))).find("was ended by signal 15"),
              std::string::npos);
}

TEST(Child, GetsNoMoreMemoryThanAllowed) {
    const auto answer =
        run_child(shell("x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done",
                        {.time_ms = 20'000, .memory_bytes = std::size_t{64} << 20}));
    EXPECT_FALSE(answer) << why(answer);
    EXPECT_EQ(why(answer).find("did not finish"), std::string::npos) << why(answer);
}

TEST(Child, KnowsNothingOfTheEnvironment) {
    const auto answer = run_child({"/usr/bin/env", {}, {}, {}});
    ASSERT_TRUE(answer) << why(answer);
    EXPECT_EQ(*answer, "");
}

TEST(Child, HasNoFileOfOurs) {
    // The fourth is the folder it lists.
    const auto answer = run_child({"/bin/ls", {"/proc/self/fd"}, {}, {}});
    ASSERT_TRUE(answer) << why(answer);
    EXPECT_EQ(*answer, "0\n1\n2\n3\n");
}

TEST(Child, WritesNoFile) {
    const auto answer = run_child(shell("echo words > \"/tmp/quorate-child-test-$$\"; s=$?; rm -f "
                                        "/tmp/quorate-child-test-$$; exit $s"));
    EXPECT_FALSE(answer) << why(answer);
}

} // namespace
} // namespace quorate::documents
