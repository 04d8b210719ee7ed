// The engine against the plain reference evaluator on random rooms: quorum, majority, who may
// decide, and when.

#include "cases.hpp"

using namespace quorate;
using namespace quorate::governance;
using namespace properties;

namespace {

const MeetingId the_meeting("b/m1");

/// What an outcome declared by vote must give under the readings.
struct Expected {
    bool carried = false; ///< may be declared carried
    bool lost = false;    ///< may be declared lost
};

Expected expected_of(const reference::Quorum& quorum, const reference::Majority& majority) {
    return {quorum.quorate && (majority.carried || majority.chair_carries),
            quorum.quorate && !majority.carried};
}

acts::DeclareOutcome declared(Outcome outcome, DecidedBy by) {
    acts::DeclareOutcome act;
    act.meeting = the_meeting;
    act.item = 1;
    act.outcome = outcome;
    act.by = by;
    return act;
}

/// People coming and going through the first half hour.
std::vector<reference::Movement> any_movements(const reference::Room& room) {
    std::vector<reference::Movement> out;
    for (const int seat : room.filled) {
        bool there = false;
        for (int at = from(0, 9); at <= 30; at += from(1, 12)) {
            there = !there;
            out.push_back({at, seat, there, there && from(0, 3) == 0});
        }
    }
    return out;
}

void play(World& world, const std::vector<reference::Movement>& movements) {
    for (int at = 0; at <= 30; ++at) {
        for (const auto& moved : movements) {
            if (moved.minute == at && moved.in) {
                world.arrive(moved.seat, moved.substitute, false, minute(at));
            } else if (moved.minute == at) {
                world.leave(moved.seat, minute(at));
            }
        }
    }
}

} // namespace

TEST(Differential, QuorumMajorityAndEntitlementAgreeWithTheReference) {
    expect_property("quorum, majority and entitlement", [] {
        auto readings = any_readings();
        const auto room = any_room();
        RC_PRE(!room.members_present.empty());
        World world(readings, room.seats);
        world.hold(room);
        const auto voters =
            static_cast<int>(reference::entitled(room, readings.substitutes_vote).size());
        const int votes_for = from(0, voters);
        const int votes_against =
            coin() ? std::min(votes_for, voters - votes_for) : from(0, voters - votes_for);
        const auto ruling =
            put_and_vote(world, votes_for, votes_against, voters - votes_for - votes_against);

        // This meeting opened with the same people in the room; nobody is barred from an item at
        // the opening.
        auto counted = room;
        if (readings.when == reference::QuorumWhen::at_opening) {
            counted.barred.clear();
        }
        const auto quorum = reference::quorum(counted, readings);
        const auto majority = reference::majority(room, readings, votes_for, votes_against);
        RC_LOG() << room.seats << " seats, present " << quorum.present << " of " << quorum.members
                 << " needed " << quorum.needed << ", base " << majority.base << ", for "
                 << votes_for << ", against " << votes_against << ": " << codes(ruling) << "\n";
        RC_ASSERT((ruling.verdict == Verdict::permitted) == expected_of(quorum, majority).carried);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "needed") == quorum.needed);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "members") == quorum.members);
        RC_ASSERT(number(ruling, {Code::carried, Code::not_carried, Code::tied}, "base") ==
                  majority.base);
        RC_ASSERT((ruling.reason(Code::tied) != nullptr) == majority.tied);
        const auto& question = world.state.meetings.find(the_meeting)->item(1)->questions.back();
        RC_ASSERT(question.present.size() - question.barred.size() ==
                  reference::entitled(room).size());
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "present") == quorum.present);
    });
}

TEST(Differential, ThoseWhoComeAndGoAreCountedForTheMinuteThatCounts) {
    expect_property("coming and going", [] {
        const auto& readings = any_readings();
        reference::Room room;
        room.seats = from(1, 8);
        for (int seat = 1; seat <= room.seats; ++seat) {
            room.filled.insert(seat);
        }
        const auto movements = any_movements(room);
        World world(readings, room.seats);
        world.fill(room);
        world.open();
        play(world, movements);
        world.apply(events::AttendanceTaken{the_meeting}, minute(0));
        const int put_at = from(0, 30);
        world.submit(acts::PutQuestion{the_meeting, 1, {}, {}}, minute(put_at));
        const auto& question = world.state.meetings.find(the_meeting)->item(1)->questions.back();
        world.submit(acts::RecordConsensus{the_meeting, 1, {}}, minute(31));
        const auto ruling =
            world.preview(declared(Outcome::carried, DecidedBy::consensus), minute(32));

        const auto when_put = reference::room_at(room, movements, put_at);
        const auto judged = readings.when == reference::QuorumWhen::at_opening
                                ? reference::room_at(room, movements, 0)
                                : when_put;
        const auto quorum = reference::quorum(judged, readings);
        RC_LOG() << "put at " << put_at << ", present " << quorum.present << " needed "
                 << quorum.needed << ": " << codes(ruling) << "\n";
        RC_ASSERT(question.present.size() == reference::entitled(when_put).size());
        RC_ASSERT((ruling.verdict == Verdict::permitted) == quorum.quorate);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "present") == quorum.present);
    });
}

TEST(Differential, SubstitutesAreInAdvanceOrNot) {
    expect_property("in advance", [] {
        Clauses clauses;
        clauses.from_actual_start = coin();
        World world(clauses, 2);
        reference::Room room;
        room.filled = {1, 2};
        world.fill(room);
        events::MeetingConvened convened;
        convened.meeting = the_meeting;
        convened.body = BodyId("b");
        convened.at = instant(minute(0));
        world.apply(convened, "2008-02-01");
        const int opened = coin() ? from(0, 40) : -1;
        if (opened >= 0) {
            world.apply(events::MeetingOpened{the_meeting}, minute(opened));
        }
        const int named = from(0, 40);
        const int scheduled = from(0, 40);
        world.state.meetings.write(the_meeting).scheduled = instant(minute(scheduled));
        const acts::NominateSubstitute nomination{the_meeting, SeatRef("1"), PersonId("s1")};
        const auto ruling = world.preview(nomination, minute(named), "seat:b/1");
        RC_LOG() << "named " << named << ", due " << scheduled << ", opened " << opened << ": "
                 << codes(ruling) << "\n";
        const bool ahead =
            reference::in_advance(named, scheduled, opened, clauses.from_actual_start);
        RC_ASSERT((ruling.verdict == Verdict::permitted) == ahead);
        RC_ASSERT((ruling.reason(Code::substitute_not_in_advance) == nullptr) == ahead);
    });
}

TEST(Differential, InterestsBarWhoeverWasTold) {
    expect_property("interests", [] {
        reference::Readings readings;
        readings.barred_count = coin();
        readings.barred_in_base = coin();
        std::vector<reference::SeatCase> seats(static_cast<std::size_t>(from(1, 9)));
        World world(readings, static_cast<int>(seats.size()));
        for (auto& seat : seats) {
            seat.vacant = from(0, 9) == 0;
            seat.there = !seat.vacant && from(0, 4) != 0;
            seat.substitute = seat.there && from(0, 3) == 0;
            seat.told =
                seat.there ? static_cast<reference::Told>(from(0, 4)) : reference::Told::nothing;
        }
        const auto room = reference::room_of(seats);
        world.fill(room);
        world.open();
        world.apply(events::AttendanceTaken{the_meeting}, minute(0));
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const int seat = static_cast<int>(i) + 1;
            if (seats[i].there) {
                world.arrive(seat, seats[i].substitute, false, minute(0));
            }
            if (seats[i].told != reference::Told::nothing) {
                world.told(seat, seats[i].told, minute(2));
            }
            // Whoever was told to go out and comes back all the same is as good as out.
            const bool went_out = seats[i].told == reference::Told::leave ||
                                  seats[i].told == reference::Told::speak_then_withdraw;
            if (went_out && coin()) {
                world.arrive(seat, seats[i].substitute, false, minute(3));
            }
        }
        const auto ruling = world.submit(acts::PutQuestion{the_meeting, 1, {}, {}}, minute(10));
        const auto& question = world.state.meetings.find(the_meeting)->item(1)->questions.back();
        std::set<int> may_decide;
        for (const auto& id : question.present) {
            const bool barred = std::find(question.barred.begin(), question.barred.end(), id) !=
                                question.barred.end();
            if (!barred) {
                may_decide.insert(std::stoi(id.value.substr(2)));
            }
        }
        const auto quorum = reference::quorum(room, readings);
        RC_LOG() << codes(ruling) << "\n";
        RC_ASSERT(may_decide == reference::entitled(room));
        RC_ASSERT((ruling.reason(Code::quorate) != nullptr) == quorum.quorate);
        RC_ASSERT((ruling.reason(Code::nobody_in_office) != nullptr) == !quorum.known);
    });
}

TEST(Properties, AddingAPresentMemberNeverLosesAQuorum) {
    expect_property("one more never loses a quorum", [] {
        const auto& readings = any_readings();
        auto room = any_room();
        std::vector<int> absent;
        for (const int seat : room.filled) {
            if (!room.members_present.contains(seat) && !room.substitutes_present.contains(seat)) {
                absent.push_back(seat);
            }
        }
        RC_PRE(!absent.empty() && !room.members_present.empty());
        World before(readings, room.seats);
        before.hold(room);
        room.members_present.insert(absent.front());
        World after(readings, room.seats);
        after.hold(room);
        const acts::PutQuestion put{the_meeting, 1, {}, {}};
        const bool was =
            before.preview(put, minute(10), "presiding").reason(Code::quorate) != nullptr;
        const bool is =
            after.preview(put, minute(10), "presiding").reason(Code::quorate) != nullptr;
        RC_ASSERT(!was || is);
    });
}
