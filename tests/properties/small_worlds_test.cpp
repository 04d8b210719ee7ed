// Small worlds in full: every body of up to six seats, every way its seats can be there, every
// outcome of an interest and every vote; the engine's ruling against the reference, case by case.
// Nothing is drawn at random.
//
// A seat is one of twelve cases: vacant; absent; or its member, or its substitute, is there and has
// no interest, one below the test, or was told to leave, to speak and not decide, or to speak and
// then withdraw. A vote by count is three numbers that add up to those who may decide; who of them
// voted which way is not part of such an act. Bodies of up to five seats go through all twelve
// cases for every seat in its place. Six seats do so with eight cases: without "below the test",
// which bars nobody, and "then withdraw", which leaves the seat as "leave" does when the question
// is put. That these change nothing is what the smaller bodies show, where they are told apart. Six
// seats with all twelve cases are gone through once for each choice of cases, in one order of the
// seats; that the order of seats changes nothing is shown with up to five, where every order is
// gone through, and with six for eight cases.

#include "cases.hpp"

#include <array>
#include <iostream>

using namespace quorate;
using namespace quorate::governance;
using namespace properties;
using reference::SeatCase;
using reference::Told;

namespace {

const MeetingId the_meeting("b/m1");

std::vector<SeatCase> twelve_cases() {
    std::vector<SeatCase> out{{true, false, false, Told::nothing},
                              {false, false, false, Told::nothing}};
    for (const bool substitute : {false, true}) {
        for (const auto told : {Told::nothing, Told::below_test, Told::leave, Told::speak,
                                Told::speak_then_withdraw}) {
            out.push_back({false, true, substitute, told});
        }
    }
    return out;
}

std::vector<SeatCase> eight_cases() {
    auto out = twelve_cases();
    std::erase_if(out, [](const SeatCase& each) {
        return each.told == Told::below_test || each.told == Told::speak_then_withdraw;
    });
    return out;
}

/// The acts ruled on, made once.
struct Asked {
    Submission put =
        Ground::submission(acts::PutQuestion{the_meeting, 1, {}, {}}, minute(10), "servicing");
    Submission carried = outcome(Outcome::carried, DecidedBy::vote);
    Submission lost = outcome(Outcome::lost, DecidedBy::vote);
    Submission agreed = outcome(Outcome::carried, DecidedBy::consensus);

    static Submission outcome(Outcome outcome, DecidedBy by) {
        acts::DeclareOutcome act;
        act.meeting = the_meeting;
        act.item = 1;
        act.outcome = outcome;
        act.by = by;
        return Ground::submission(act, minute(12), "servicing");
    }
};

/// Goes through the rooms seat by seat: each node of the tree is a State made from the one above
/// it.
class Worlds {
public:
    Worlds(const reference::Readings& readings, int seats, std::vector<SeatCase> choices)
        : readings_(readings), cases_(std::move(choices)), start_(readings, seats), seats_(seats) {
        start_.open();
        start_.apply(events::AttendanceTaken{the_meeting}, minute(0));
        start_.apply(events::ItemTaken{the_meeting, 1, {}}, minute(1));
    }

    /// Every choice of a case for each seat; `once` takes the cases in one order of the seats only.
    void go_through(bool once = false) {
        once_ = once;
        std::vector<SeatCase> room;
        seat(start_.state, room, 0);
    }

    bool consensus = false; ///< tries agreement, with and without an objection, too
    bool by_name = false;   ///< takes the vote as an act, every voter by name
    std::int64_t rooms = 0;
    std::int64_t cases = 0;
    std::int64_t differ = 0;

private:
    using At = std::array<base::Instant, 4>;

    void apply(State& state, const Event& event, base::Instant at) {
        governance::apply(state, event, Stamp{at, at, 0, entry_, officer_});
    }

    /// One seat as the case has it, on top of the State of the seats before it.
    void put_in(State& state, int number, const SeatCase& each) {
        const SeatId id(seat_name(number));
        if (each.vacant) {
            return;
        }
        events::SeatFilled filled;
        filled.seat = id;
        filled.person = PersonId("p" + std::to_string(number));
        apply(state, filled, at_[0]);
        if (!each.there) {
            return;
        }
        events::Arrived arrived;
        arrived.meeting = the_meeting;
        arrived.seat = id;
        arrived.as = each.substitute ? PresentAs::substitute : PresentAs::member;
        if (each.substitute) {
            arrived.person = PersonId("s" + std::to_string(number));
        }
        apply(state, arrived, at_[1]);
        if (each.told == Told::nothing) {
            return;
        }
        events::InterestDeclared declared;
        declared.meeting = the_meeting;
        declared.item = 1;
        declared.seat = id;
        apply(state, declared, at_[2]);
        const auto determination = each.told == Told::below_test ? Determination::below_test
                                   : each.told == Told::leave    ? Determination::leave
                                   : each.told == Told::speak    ? Determination::speak
                                                              : Determination::speak_and_withdraw;
        apply(state, events::InterestDetermined{the_meeting, 1, id, determination, {}, {}}, at_[2]);
        if (each.told == Told::leave || each.told == Told::speak_then_withdraw) {
            apply(state, events::Left{the_meeting, id, {}, LeftBecause::withdrew_for_item, 1},
                  at_[2]);
        }
    }

    void seat(const State& before, std::vector<SeatCase>& room, std::size_t first) {
        if (static_cast<int>(room.size()) == seats_) {
            decide(before, room);
            return;
        }
        for (std::size_t i = once_ ? first : 0; i < cases_.size(); ++i) {
            State state = before;
            room.push_back(cases_[i]);
            put_in(state, static_cast<int>(room.size()), cases_[i]);
            seat(state, room, i);
            room.pop_back();
        }
    }

    Ruling ruled(const State& state, const Submission& asked) {
        return rule(state, asked, World::context(), asked.effective);
    }

    void check(bool same, const std::vector<SeatCase>& room, const char* what,
               const Ruling& ruling) {
        if (!same && ++differ <= 5) {
            std::string seats;
            for (const auto& each : room) {
                seats += each.vacant       ? "vacant "
                         : !each.there     ? "absent "
                         : each.substitute ? "S"
                                           : "M";
                seats += each.there ? std::to_string(static_cast<int>(each.told)) + " " : "";
            }
            ADD_FAILURE() << what << " of " << seats << ": " << codes(ruling);
        }
    }

    /// Puts the question in one room, and takes every vote on it.
    void decide(const State& before, const std::vector<SeatCase>& seats) {
        ++rooms;
        const auto room = reference::room_of(seats);
        const auto quorum = reference::quorum(room, readings_);
        const auto entitled = reference::entitled(room, readings_.substitutes_vote);
        State state = before;
        const auto put = ruled(state, asked_.put);
        const auto code = !quorum.known    ? Code::nobody_in_office
                          : quorum.quorate ? Code::quorate
                                           : Code::inquorate;
        check(number(put, {code}, "present") == quorum.present &&
                  number(put, {code}, "needed") == quorum.needed &&
                  number(put, {code}, "members") == quorum.members,
              seats, "quorum", put);
        for (const auto& event : put.events) {
            apply(state, event, at_[3]);
        }
        const auto voters = static_cast<int>(entitled.size());
        for (int votes_for = 0; votes_for <= voters; ++votes_for) {
            for (int against = 0; votes_for + against <= voters; ++against) {
                ++cases;
                vote(state, seats, room, quorum, votes_for, against, voters - votes_for - against);
            }
        }
        if (consensus) {
            agree(state, seats, quorum, entitled);
        }
        if (by_name) {
            name_voters(state, seats, room, quorum, {entitled.begin(), entitled.end()});
        }
    }

    void vote(State& state, const std::vector<SeatCase>& seats, const reference::Room& room,
              const reference::Quorum& quorum, int votes_for, int against, int abstain) {
        apply(state, events::VoteTaken{the_meeting, 1, votes_for, against, abstain, {}, {}, {}, {}, {}, {}},
              at_[3]);
        outcome(state, seats, quorum, reference::majority(room, readings_, votes_for, against));
    }

    void outcome(const State& state, const std::vector<SeatCase>& seats,
                 const reference::Quorum& quorum, const reference::Majority& majority) {
        const auto carried = ruled(state, asked_.carried);
        check((carried.verdict == Verdict::permitted) == (quorum.quorate && majority.carried),
              seats, "carried", carried);
        check(number(carried, {Code::carried, Code::not_carried, Code::tied}, "base") ==
                      majority.base &&
                  number(carried, {Code::carried, Code::not_carried, Code::tied}, "needed") ==
                      majority.needed &&
                  (carried.reason(Code::tied) != nullptr) == majority.tied,
              seats, "majority", carried);
        if (by_name) {
            const auto lost = ruled(state, asked_.lost);
            check((lost.verdict == Verdict::permitted) == (quorum.quorate && !majority.carried),
                  seats, "lost", lost);
        }
    }

    /// Agreement: with nobody against it, and with each in turn who is there and objects.
    void agree(const State& before, const std::vector<SeatCase>& seats,
               const reference::Quorum& quorum, const std::set<int>& entitled) {
        State state = before;
        apply(state, events::ConsensusRecorded{the_meeting, 1, {}}, at_[3]);
        ++cases;
        auto ruling = ruled(state, asked_.agreed);
        check((ruling.verdict == Verdict::permitted) == quorum.quorate, seats, "consensus", ruling);
        for (const int objector : entitled) {
            ++cases;
            apply(state, events::ConsensusRecorded{the_meeting, 1, {SeatId(seat_name(objector))}},
                  at_[3]);
            ruling = ruled(state, asked_.agreed);
            check(ruling.verdict != Verdict::permitted, seats, "an objection", ruling);
        }
    }

    /// Every voter for, against or abstaining, each by name, through the act of taking the vote.
    void name_voters(const State& before, const std::vector<SeatCase>& seats,
                     const reference::Room& room, const reference::Quorum& quorum,
                     const std::vector<int>& voters) {
        std::size_t ways = 1;
        for (std::size_t i = 0; i < voters.size(); ++i) {
            ways *= 3;
        }
        for (std::size_t way = 0; way < ways && !voters.empty(); ++way) {
            ++cases;
            acts::TakeVote act;
            act.meeting = the_meeting;
            act.item = 1;
            auto rest = way;
            for (const int voter : voters) {
                auto& side = rest % 3 == 0   ? act.seats_for
                             : rest % 3 == 1 ? act.seats_against
                                             : act.seats_abstaining;
                side.emplace_back(std::to_string(voter));
                rest /= 3;
            }
            const auto majority =
                reference::majority(room, readings_, static_cast<int>(act.seats_for.size()),
                                    static_cast<int>(act.seats_against.size()));
            const auto taken = ruled(before, Ground::submission(act, minute(11), "servicing"));
            check((taken.reason(Code::carried) != nullptr) == majority.carried &&
                      taken.reason(Code::voter_not_on_roll) == nullptr &&
                      taken.reason(Code::barred_member_voted) == nullptr,
                  seats, "a vote by name", taken);
            State state = before;
            for (const auto& event : taken.events) {
                apply(state, event, at_[3]);
            }
            outcome(state, seats, quorum, majority);
        }
    }

    reference::Readings readings_;
    std::vector<SeatCase> cases_;
    World start_;
    int seats_;
    bool once_ = false;
    Asked asked_;
    At at_{instant("2008-01-02"), instant(minute(0)), instant(minute(2)), instant(minute(10))};
    EntryId entry_{"e"};
    Actor officer_{ActorKind::servicing, ""};
};

void say(const char* what, int seats, const Worlds& worlds) {
    std::cout << what << ", " << seats << " seats: " << worlds.rooms << " rooms, " << worlds.cases
              << " cases\n";
    testing::Test::RecordProperty("cases", std::to_string(worlds.cases));
    EXPECT_EQ(worlds.differ, 0) << "with " << seats << " seats";
}

std::int64_t power(std::int64_t base, int times) {
    return times == 0 ? 1 : base * power(base, times - 1);
}

/// How many votes there are over all rooms of `seats` seats, when `deciding` of the cases of a seat
/// may decide and `others` may not: for v who may, (v + 1)(v + 2) / 2.
std::int64_t votes_over(int seats, std::int64_t deciding, std::int64_t others) {
    std::int64_t out = 0;
    std::int64_t ways = 1; // of choosing v of the seats
    for (int v = 0; v <= seats; ++v) {
        out += ways * power(deciding, v) * power(others, seats - v) * (v + 1) * (v + 2) / 2;
        ways = ways * (seats - v) / (v + 1);
    }
    return out;
}

void go_through_all(int seats) {
    Worlds worlds({}, seats, twelve_cases());
    worlds.go_through();
    EXPECT_EQ(worlds.rooms, power(12, seats));
    EXPECT_EQ(worlds.cases,
              votes_over(seats, 4, 8)); // member or substitute, no interest or below the test
    say("every case", seats, worlds);
}

} // namespace

TEST(SmallWorlds, NobodyAndEverybodyUpToThreeUnderEveryReading) {
    std::int64_t cases = 0;
    for (int seats = 0; seats <= 3; ++seats) {
        for (int bits = 0; bits < 64; ++bits) {
            reference::Readings readings;
            readings.substitutes_count = (bits & 1) == 0;
            readings.barred_count = (bits & 2) == 0;
            readings.barred_in_base = (bits & 4) != 0;
            readings.all_seats = (bits & 8) != 0;
            readings.round_down = (bits & 16) != 0;
            readings.substitutes_vote = (bits & 32) == 0;
            Worlds worlds(readings, seats, twelve_cases());
            worlds.consensus = bits == 0;
            worlds.by_name = bits == 0;
            worlds.go_through();
            EXPECT_EQ(worlds.rooms, power(12, seats));
            EXPECT_EQ(worlds.differ, 0) << "with " << seats << " seats, readings " << bits;
            cases += worlds.cases;
        }
    }
    std::cout << "up to three seats under 64 readings: " << cases << " cases\n";
}

TEST(SmallWorlds, EveryCaseOfFour) {
    go_through_all(4);
}

TEST(SmallWorlds, FourByNameAndByAgreement) {
    Worlds worlds({}, 4, eight_cases());
    worlds.consensus = true;
    worlds.by_name = true;
    worlds.go_through();
    EXPECT_EQ(worlds.rooms, power(8, 4));
    say("by name and by agreement", 4, worlds);
}

TEST(SmallWorlds, EveryCaseOfFive) {
    go_through_all(5);
}

TEST(SmallWorlds, EveryOrderOfSixWithEightCases) {
    Worlds worlds({}, 6, eight_cases());
    worlds.go_through();
    EXPECT_EQ(worlds.rooms, power(8, 6));
    EXPECT_EQ(worlds.cases, votes_over(6, 2, 6));
    say("every order, eight cases", 6, worlds);
}

TEST(SmallWorlds, EveryChoiceOfTwelveCasesForSix) {
    Worlds worlds({}, 6, twelve_cases());
    worlds.go_through(true);
    EXPECT_EQ(worlds.rooms, 12'376); // 17 over 6: choices of six out of twelve, with repetition
    say("every choice, twelve cases", 6, worlds);
}
