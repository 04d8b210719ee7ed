// Votes on members' own devices: one choice a seat whatever is pressed twice or late, one result,
// and nothing left that ties a seat to its choice once a vote by count is closed.

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "ledger/sqlite/database.hpp"
#include "partnership/examples.hpp"
#include "partnership/workspace/ballot_bodies.hpp"
#include "partnership/workspace/ballots.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using governance::SeatId;

constexpr const char* meeting = "kp/m1";
const base::Instant put_at{1214902800000};

class BallotsTest : public testing::Test {
protected:
    static std::string& root() {
        static std::string out;
        return out;
    }
    static void SetUpTestSuite() {
        root() = (fs::temp_directory_path() / ("quorate-ballots-" + std::to_string(::getpid())))
                     .string();
        fs::create_directories(root());
        const auto made = make_example(QUORATE_SOURCE_DIR, "kent-rehearsal", root() + "/start");
        ASSERT_TRUE(made) << made.error().text();
    }
    static void TearDownTestSuite() { fs::remove_all(root()); }

    void SetUp() override {
        folder_ = root() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::copy(root() + "/start", folder_, fs::copy_options::recursive);
        open();
    }
    void open() {
        partnership_.reset();
        FolderOptions options;
        options.clock_of_the_record = true;
        auto opened = Partnership::open(folder_, options);
        ASSERT_TRUE(opened) << opened.error().text();
        partnership_ = std::move(*opened);
    }
    Ballot opened(BallotKind kind, std::int64_t item = 4) {
        const auto ballot = open_ballot(
            *partnership_, {governance::EntryId(base::random_uuid_v7(base::system_now())), meeting,
                            item, put_at, kind, put_at});
        EXPECT_TRUE(ballot) << ballot.error().text();
        return ballot.value_or(Ballot{});
    }
    CastAnswer vote(const Ballot& ballot, int seat, BallotChoice choice, const std::string& press) {
        const auto answer = cast(*partnership_, {ballot.id, seat_id(seat), choice, press});
        EXPECT_TRUE(answer) << answer.error().text();
        return answer.value_or(CastAnswer::closed);
    }
    static SeatId seat_id(int number) { return SeatId("kp/" + std::to_string(number)); }
    static std::vector<SeatId> seats(int from, int to) {
        std::vector<SeatId> out;
        for (int i = from; i <= to; ++i) {
            out.push_back(seat_id(i));
        }
        return out;
    }
    std::string bytes_of_folder() {
        std::string out;
        for (const auto& each : fs::recursive_directory_iterator(folder_)) {
            if (each.is_regular_file()) {
                out += base::read_file(each.path().string()).value_or("");
            }
        }
        return out;
    }

    std::string folder_;
    std::unique_ptr<Partnership> partnership_;
};

TEST_F(BallotsTest, TheNewestChoiceOfASeatCounts) {
    const auto ballot = opened(BallotKind::by_name);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::for_, "a"), CastAnswer::counted);
    EXPECT_EQ(vote(ballot, 2, BallotChoice::for_, "b"), CastAnswer::counted);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::against, "c"), CastAnswer::counted) << "another device";
    EXPECT_EQ(choice_of(*partnership_, ballot.id, seat_id(1)).value(), BallotChoice::against);
    const auto closed = close_ballot(*partnership_, ballot.id, seats(1, 40), put_at).value();
    ASSERT_TRUE(closed.result);
    EXPECT_EQ(closed.result->for_, 1);
    EXPECT_EQ(closed.result->against, 1);
    EXPECT_EQ(closed.result->seats_for, seats(2, 2));
    EXPECT_EQ(closed.result->seats_against, seats(1, 1));
}

TEST_F(BallotsTest, ADoublePressCountsOnceAndALateRetryChangesNothing) {
    const auto ballot = opened(BallotKind::by_count);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::for_, "first"), CastAnswer::counted);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::for_, "first"), CastAnswer::again);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::against, "second"), CastAnswer::counted);
    EXPECT_EQ(vote(ballot, 1, BallotChoice::for_, "first"), CastAnswer::again)
        << "the network sent the first form once more";
    EXPECT_EQ(choice_of(*partnership_, ballot.id, seat_id(1)).value(), BallotChoice::against);
    const auto same_form = vote(ballot, 1, BallotChoice::abstain, "second");
    EXPECT_EQ(same_form, CastAnswer::counted) << "the same form with another choice is a new one";
    const auto closed = close_ballot(*partnership_, ballot.id, seats(1, 40), put_at).value();
    EXPECT_EQ(closed.result->for_ + closed.result->against, 0);
    EXPECT_EQ(closed.result->abstain, 1);
}

TEST_F(BallotsTest, AVoteByCountTellsTheBodiesOfAJointMeetingApartAndNobodyInThem) {
    const auto ballot = opened(BallotKind::by_count);
    const auto press = [&](const SeatId& seat, BallotChoice choice) {
        EXPECT_EQ(cast(*partnership_, {ballot.id, seat, choice, seat.value}), CastAnswer::counted);
    };
    press(seat_id(1), BallotChoice::for_);
    press(seat_id(2), BallotChoice::for_);
    press(SeatId("psb/1"), BallotChoice::against);
    EXPECT_FALSE(ballot_votes_of(*partnership_, ballot.id, governance::BodyId("kp")).value())
        << "while it is open";
    auto may = seats(1, 40);
    may.emplace_back("psb/1");
    const auto closed = close_ballot(*partnership_, ballot.id, may, put_at).value();
    EXPECT_TRUE(closed.result->seats_for.empty());
    const auto own = ballot_votes_of(*partnership_, ballot.id, governance::BodyId("kp")).value();
    const auto other = ballot_votes_of(*partnership_, ballot.id, governance::BodyId("psb")).value();
    const auto none = ballot_votes_of(*partnership_, ballot.id, governance::BodyId("wg")).value();
    ASSERT_TRUE(own && other && none);
    EXPECT_EQ(own->for_, 2);
    EXPECT_EQ(own->against, 0);
    EXPECT_EQ(other->for_, 0);
    EXPECT_EQ(other->against, 1);
    EXPECT_EQ(none->for_ + none->against + none->abstain, 0);
}

TEST_F(BallotsTest, OpeningAndClosingTwiceIsOnce) {
    const NewBallot asked{governance::EntryId(base::random_uuid_v7(base::system_now())),
                          meeting,
                          4,
                          put_at,
                          BallotKind::by_name,
                          put_at};
    const auto first = open_ballot(*partnership_, asked);
    ASSERT_TRUE(first);
    EXPECT_EQ(open_ballot(*partnership_, asked)->id, first->id);
    auto other = asked;
    other.entry = governance::EntryId(base::random_uuid_v7(base::system_now()));
    EXPECT_FALSE(open_ballot(*partnership_, other)) << "one vote at a time";
    vote(*first, 3, BallotChoice::for_, "a");
    const auto closed = close_ballot(*partnership_, first->id, seats(1, 40), put_at);
    ASSERT_TRUE(closed);
    EXPECT_EQ(vote(*first, 4, BallotChoice::for_, "b"), CastAnswer::closed);
    EXPECT_EQ(vote(*first, 3, BallotChoice::against, "c"), CastAnswer::closed);
    const auto again = close_ballot(*partnership_, first->id, seats(1, 40), put_at);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->result->for_, 1);
    EXPECT_EQ(again->result->against, 0);
    EXPECT_EQ(again->entry, closed->entry);
}

TEST_F(BallotsTest, OnlySeatsThatMayVoteAreCounted) {
    const auto ballot = opened(BallotKind::by_name);
    vote(ballot, 1, BallotChoice::for_, "a");
    vote(ballot, 30, BallotChoice::for_, "b");
    const auto closed = close_ballot(*partnership_, ballot.id, seats(1, 20), put_at).value();
    EXPECT_EQ(closed.result->for_, 1);
    EXPECT_EQ(closed.result->seats_for, seats(1, 1));
}

TEST_F(BallotsTest, ARestartLosesNothing) {
    const auto ballot = opened(BallotKind::by_count);
    vote(ballot, 1, BallotChoice::for_, "a");
    open();
    const auto found = ballot_of(*partnership_, meeting, 4, put_at);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->voted, seats(1, 1));
    EXPECT_EQ(vote(ballot, 1, BallotChoice::for_, "a"), CastAnswer::again);
    EXPECT_EQ(vote(ballot, 2, BallotChoice::against, "b"), CastAnswer::counted);
    EXPECT_EQ(close_ballot(*partnership_, ballot.id, seats(1, 40), put_at)->result->against, 1);
}

TEST_F(BallotsTest, AVoteTakenBackCountsForNothingAndAnotherMayBeOpened) {
    const auto ballot = opened(BallotKind::by_count);
    vote(ballot, 1, BallotChoice::for_, "a");
    ASSERT_TRUE(withdraw_ballot(*partnership_, ballot.id));
    EXPECT_EQ(vote(ballot, 2, BallotChoice::for_, "b"), CastAnswer::closed);
    EXPECT_FALSE(ballot_of(*partnership_, meeting, 4, put_at)->has_value());
    const auto next = opened(BallotKind::by_name);
    EXPECT_TRUE(next.voted.empty());
}

TEST_F(BallotsTest, EveryoneAtOnceIsCountedOnce) {
    const auto ballot = opened(BallotKind::by_count);
    std::vector<std::thread> members;
    for (int seat = 1; seat <= 20; ++seat) {
        members.emplace_back([&, seat] {
            for (int press = 0; press < 5; ++press) {
                static_cast<void>(cast(*partnership_,
                                       {ballot.id, seat_id(seat),
                                        press % 2 == 0 ? BallotChoice::for_ : BallotChoice::against,
                                        std::to_string(seat) + "-" + std::to_string(press)}));
            }
        });
    }
    for (auto& member : members) {
        member.join();
    }
    const auto closed = close_ballot(*partnership_, ballot.id, seats(1, 40), put_at).value();
    EXPECT_EQ(closed.result->for_, 20);
    EXPECT_EQ(closed.voted.size(), 20U);
}

TEST_F(BallotsTest, ChangesAreTold) {
    std::vector<std::string> told;
    const auto listening = partnership_->changes().listen(
        [&](const Change& change) { told.push_back(change.meeting); });
    const auto ballot = opened(BallotKind::by_count);
    vote(ballot, 1, BallotChoice::for_, "a");
    vote(ballot, 1, BallotChoice::for_, "a");
    ASSERT_TRUE(close_ballot(*partnership_, ballot.id, seats(1, 40), put_at));
    EXPECT_EQ(told, std::vector<std::string>(3, meeting));
}

/// What a copy of the workspace gives to somebody who may read everything in it.
struct Laid {
    std::string key;
    std::vector<std::pair<std::string, std::string>> choices;
};

Laid laid_open(const std::string& folder, std::int64_t ballot) {
    Laid out;
    const ledger::sqlite::DatabaseKind kind{"workspace", 0x51525753, 1, ""};
    auto database = ledger::sqlite::Database::open(folder + "/workspace.db", kind, {});
    EXPECT_TRUE(database) << database.error().text();
    auto keys = database->prepare("SELECT key FROM ballot_key WHERE ballot = ?");
    keys->bind(1, ballot);
    if (keys->step().value_or(false)) {
        out.key = keys->bytes(0);
    }
    auto choices = database->prepare("SELECT seat, choice FROM ballot_choice WHERE ballot = ?");
    choices->bind(1, ballot);
    while (choices->step().value_or(false)) {
        out.choices.emplace_back(choices->bytes(0), choices->bytes(1));
    }
    return out;
}

// The copy shows that while the vote is open the choices are there to be read, so that their not
// being found afterwards means something.
TEST_F(BallotsTest, NoFileTiesASeatToItsChoiceAfterAVoteByCount) {
    const auto ballot = opened(BallotKind::by_count);
    for (int seat = 1; seat <= 30; ++seat) {
        vote(ballot, seat, seat % 3 == 0 ? BallotChoice::against : BallotChoice::for_,
             "press-" + std::to_string(seat));
    }
    fs::copy(folder_, folder_ + "-copy", fs::copy_options::recursive);
    const auto before = laid_open(folder_ + "-copy", ballot.id);
    fs::remove_all(folder_ + "-copy");
    ASSERT_EQ(before.key.size(), 32U);
    ASSERT_EQ(before.choices.size(), 30U);
    ASSERT_NE(bytes_of_folder().find(before.key), std::string::npos);

    const auto closed = close_ballot(*partnership_, ballot.id, seats(1, 40), put_at);
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->result->for_, 20);
    EXPECT_EQ(closed->result->against, 10);
    EXPECT_TRUE(closed->result->seats_for.empty());
    EXPECT_FALSE(choice_of(*partnership_, ballot.id, seat_id(1))->has_value());

    const auto bytes = bytes_of_folder();
    EXPECT_EQ(bytes.find(before.key), std::string::npos) << "the key is still in a file";
    for (const auto& [seat, box] : before.choices) {
        EXPECT_EQ(bytes.find(box), std::string::npos) << "the choice of " << seat;
    }
    partnership_.reset();
    const auto after = laid_open(folder_, ballot.id);
    EXPECT_EQ(after.key, std::string(32, '\0'));
    for (const auto& [seat, box] : after.choices) {
        EXPECT_TRUE(box.empty()) << seat;
    }
}

// A log that was in use when a vote closed leaves a row behind: the next vote sees to it.
TEST_F(BallotsTest, WhatCouldNotBeWipedAtOnceIsWipedLater) {
    const ledger::sqlite::DatabaseKind kind{"workspace", 0x51525753, 1, ""};
    const auto left_over = [&](const char* first) {
        partnership_.reset();
        auto database = ledger::sqlite::Database::open(folder_ + "/workspace.db", kind, {});
        EXPECT_TRUE(database) << database.error().text();
        EXPECT_TRUE(database->run(first));
        return database->integer("SELECT count(*) FROM ballot_wipe").value_or(-1);
    };
    const auto ballot = opened(BallotKind::by_count);
    vote(ballot, 1, BallotChoice::for_, "a");
    ASSERT_TRUE(close_ballot(*partnership_, ballot.id, seats(1, 40), put_at));
    EXPECT_EQ(left_over("PRAGMA user_version"), 0) << "it was wiped at once";
    EXPECT_EQ(left_over("INSERT INTO ballot_wipe (ballot) VALUES (1)"), 1);
    open();
    opened(BallotKind::by_name);
    EXPECT_EQ(left_over("PRAGMA user_version"), 0);
}

TEST(Changes, AreToldInOrderUntilListeningEnds) {
    Changes changes;
    std::vector<std::uint64_t> seen;
    {
        const auto listening =
            changes.listen([&](const Change& change) { seen.push_back(change.number); });
        changes.record_changed();
        changes.sheet_changed("kp/m1");
    }
    changes.record_changed();
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{1, 2}));
    EXPECT_EQ(changes.newest(), 3U);
}

} // namespace
} // namespace quorate::partnership
