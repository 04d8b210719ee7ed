#include "cases.hpp"

#include <cstdlib>
#include <random>
#include <sstream>

namespace properties {

using namespace quorate;
using namespace quorate::governance;

namespace {

int cases(int share) {
    const char* wanted = std::getenv("QUORATE_CASES");
    const int each = wanted == nullptr ? cases_each : std::max(1, std::atoi(wanted));
    return std::max(1, each * share / 10);
}

reference::Readings drawn(std::mt19937& random) {
    const auto number = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    const auto either = [&] { return number(0, 1) == 1; };
    reference::Readings r;
    r.quorum_denominator = number(1, 6);
    r.quorum_numerator = number(1, r.quorum_denominator);
    r.all_seats = either();
    r.substitutes_count = either();
    r.barred_count = either();
    r.two_seats_twice = either();
    r.remote_counts = either();
    r.round_down = either();
    r.when = static_cast<reference::QuorumWhen>(number(0, 2));
    r.barred_in_base = either();
    r.majority_denominator = number(2, 4);
    r.majority_numerator = number(1, r.majority_denominator - 1);
    r.majority_of = static_cast<reference::MajorityOf>(number(0, 2));
    r.substitutes_vote = either();
    r.remote_in_base = either();
    r.two_seats_two_votes = either();
    r.casting_vote = either();
    return r;
}

} // namespace

void expect_property(const char* name, const std::function<void()>& property, int share) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = cases(share);
    params.maxSize = 100;
    params.maxDiscardRatio = 20;
    rc::detail::TestMetadata metadata;
    metadata.id = name;
    metadata.description = name;
    const auto result = rc::detail::checkTestable(property, metadata, params);
    std::ostringstream words;
    rc::detail::printResultMessage(result, words);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << words.str();
}

bool coin() {
    return *rc::gen::arbitrary<bool>();
}

int from(int low, int high) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

const reference::Readings& any_readings() {
    static const auto pool = [] {
        std::mt19937 random(
            static_cast<std::mt19937::result_type>(rc::detail::configuration().testParams.seed));
        std::vector<reference::Readings> out{reference::Readings{}};
        while (out.size() < 300) {
            out.push_back(drawn(random));
        }
        return out;
    }();
    return pool[static_cast<std::size_t>(from(0, static_cast<int>(pool.size()) - 1))];
}

reference::Room any_room() {
    reference::Room room;
    room.seats = from(1, 12);
    for (int seat = 1; seat <= room.seats; ++seat) {
        if (from(0, 9) == 0) {
            continue;
        }
        room.filled.insert(seat);
        const int there = from(0, 4);
        if (there >= 2) {
            room.members_present.insert(seat);
        } else if (there == 1) {
            room.substitutes_present.insert(seat);
        } else {
            continue;
        }
        if (from(0, 5) == 0) {
            room.remote.insert(seat);
        }
        if (from(0, 4) == 0) {
            room.barred.insert(seat);
        }
    }
    if (room.members_present.size() >= 2 && coin()) {
        room.same_person.insert({*room.members_present.begin(), *room.members_present.rbegin()});
    }
    return room;
}

Ruling put_and_vote(World& world, int votes_for, int votes_against, int abstain) {
    world.submit(acts::PutQuestion{MeetingId("b/m1"), 1, {}, {}}, minute(10), "presiding");
    acts::TakeVote vote;
    vote.meeting = MeetingId("b/m1");
    vote.item = 1;
    vote.for_ = votes_for;
    vote.against = votes_against;
    vote.abstain = abstain;
    world.submit(vote, minute(11), "presiding");
    acts::DeclareOutcome outcome;
    outcome.meeting = MeetingId("b/m1");
    outcome.item = 1;
    outcome.outcome = Outcome::carried;
    outcome.by = DecidedBy::vote;
    return world.submit(outcome, minute(12), "presiding");
}

reference::Day day_of(base::CivilDate date) {
    return {date.year(), static_cast<int>(date.month()), static_cast<int>(date.day())};
}

base::CivilDate date_of(reference::Day day) {
    return *base::civil_date(day.year, static_cast<unsigned>(day.month),
                             static_cast<unsigned>(day.day));
}

const std::set<reference::Day>& holidays() {
    static const auto all = [] {
        const auto loaded =
            calendar::load_calendar(QUORATE_SOURCE_DIR "/data/calendars/england-and-wales.json");
        QUORATE_ASSERT(loaded.has_value());
        std::set<reference::Day> out;
        for (const auto& day : loaded->days()) {
            out.insert(day_of(day.date));
        }
        return out;
    }();
    return all;
}

} // namespace properties
