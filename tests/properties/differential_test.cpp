// The engine against the plain reference evaluator on random cases, and properties that must hold whatever the facts.

#include "world.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace quorate;
using namespace quorate::governance;
using properties::number;
using properties::World;

namespace {

int cases() {
    const char* wanted = std::getenv("QUORATE_CASES");
    return wanted == nullptr ? 400 : std::max(1, std::atoi(wanted));
}

void expect_property(const char* name, const std::function<void()>& property) {
    rc::detail::TestParams params;
    params.maxSuccess = cases();
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

bool coin() { return *rc::gen::arbitrary<bool>(); }
/// Any number of the range, whatever size rapidcheck has reached.
int from(int low, int high) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1)); }

reference::Readings any_readings() {
    reference::Readings r;
    r.quorum_denominator = from(1, 6);
    r.quorum_numerator = from(1, r.quorum_denominator);
    r.all_seats = coin();
    r.substitutes_count = coin();
    r.barred_count = coin();
    r.two_seats_twice = coin();
    r.remote_counts = coin();
    r.round_down = coin();
    r.barred_in_base = coin();
    r.majority_denominator = from(2, 4);
    r.majority_numerator = from(1, r.majority_denominator - 1);
    r.base_is_voting = coin();
    return r;
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

std::string codes(const Ruling& ruling) {
    std::string out(verdict_name(ruling.verdict));
    for (const auto& reason : ruling.reasons) {
        out += " " + std::string(code_name(reason.code));
        for (const auto& fact : reason.facts) {
            out += " " + fact.name + "=";
            out += std::holds_alternative<std::int64_t>(fact.value) ? std::to_string(std::get<std::int64_t>(fact.value))
                                                                    : std::get<std::string>(fact.value);
        }
    }
    return out;
}

Ruling put_and_vote(World& world, int votes_for, int votes_against, int abstain) {
    world.submit(acts::PutQuestion{MeetingId("b/m1"), 1, {}, {}}, "2008-05-08T10:10", "presiding");
    acts::TakeVote vote;
    vote.meeting = MeetingId("b/m1");
    vote.item = 1;
    vote.for_ = votes_for;
    vote.against = votes_against;
    vote.abstain = abstain;
    world.submit(vote, "2008-05-08T10:11", "presiding");
    acts::DeclareOutcome outcome;
    outcome.meeting = MeetingId("b/m1");
    outcome.item = 1;
    outcome.outcome = Outcome::carried;
    outcome.by = DecidedBy::vote;
    return world.submit(outcome, "2008-05-08T10:12", "presiding");
}

} // namespace

TEST(Differential, QuorumMajorityAndEntitlementAgreeWithTheReference) {
    expect_property("quorum, majority and entitlement", [] {
        const auto readings = any_readings();
        const auto room = any_room();
        RC_PRE(!room.members_present.empty());
        World world(readings, room.seats);
        world.hold(room);
        const auto voters = static_cast<int>(reference::entitled(room).size());
        const int votes_for = from(0, voters);
        const int votes_against = from(0, voters - votes_for);
        const auto ruling = put_and_vote(world, votes_for, votes_against, voters - votes_for - votes_against);

        const auto quorum = reference::quorum(room, readings);
        const auto majority = reference::majority(room, readings, votes_for, votes_against);
        const bool may_carry = quorum.quorate && majority.carried;
        RC_LOG() << room.seats << " seats, present " << quorum.present << " of " << quorum.members
                 << " needed " << quorum.needed << ", base " << majority.base << ", for "
                 << votes_for << ": " << codes(ruling) << "\n";
        RC_ASSERT((ruling.verdict == Verdict::permitted) == may_carry);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "present") == quorum.present);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "needed") == quorum.needed);
        RC_ASSERT(number(ruling, {Code::quorate, Code::inquorate}, "members") == quorum.members);
        if (readings.two_seats_twice == false) {
            RC_ASSERT(number(ruling, {Code::carried, Code::not_carried, Code::tied}, "base") == majority.base);
        }
        const auto& question = world.state.meetings.find(MeetingId("b/m1"))->item(1)->questions.back();
        RC_ASSERT(question.present.size() - question.barred.size() == reference::entitled(room).size());
    });
}

TEST(Differential, NoticeAgreesWithTheDayByDayLoop) {
    const auto loaded = calendar::load_calendar(QUORATE_SOURCE_DIR "/data/calendars/england-and-wales.json");
    ASSERT_TRUE(loaded.has_value());
    std::set<reference::Day> holidays;
    for (const auto& day : loaded->days()) {
        holidays.insert({day.date.year(), static_cast<int>(day.date.month()), static_cast<int>(day.date.day())});
    }
    expect_property("notice", [&] {
        World world({}, 4);
        const auto year = from(2009, 2026);
        const auto start = *base::civil_date(year, 2, 1);
        const auto meeting = start.plus_days(from(0, 330));
        const auto given = meeting.plus_days(-from(1, 30));
        acts::ConveneMeeting convene;
        convene.meeting = MeetingId("b/m1");
        const auto zone = *base::Zone::find("Europe/London");
        convene.at = *zone.instant({meeting, 600});
        RC_ASSERT(world.submit(convene, base::text(start.plus_days(-31)).c_str()).verdict == Verdict::permitted);
        acts::CirculatePapers papers;
        papers.meeting = MeetingId("b/m1");
        const auto ruling = world.submit(papers, base::text(given).c_str());

        const auto as_day = [](base::CivilDate date) {
            return reference::Day{date.year(), static_cast<int>(date.month()), static_cast<int>(date.day())};
        };
        const auto latest = reference::latest_notice(as_day(meeting), 10, false, holidays);
        const auto days = reference::notice_days(as_day(given), as_day(meeting), false, holidays);
        const bool in_time = as_day(given) <= latest;
        RC_LOG() << base::text(given) << " before " << base::text(meeting) << ": " << codes(ruling) << "\n";
        RC_ASSERT(ruling.verdict == Verdict::permitted);
        RC_ASSERT((ruling.reason(Code::notice_given) != nullptr) == in_time);
        RC_ASSERT((ruling.reason(Code::notice_too_short) != nullptr) == !in_time);
        RC_ASSERT(number(ruling, {Code::notice_given, Code::notice_too_short}, "days") == days);
        RC_ASSERT((days >= 10) == in_time);
    });
}

TEST(Differential, ExitAgreesWithTheMonthLoop) {
    expect_property("exit", [] {
        World world({}, 2);
        const auto given = base::civil_date(from(2008, 2026), 1, 1)->plus_days(from(0, 364));
        acts::GiveNoticeOfExit notice;
        notice.body = BodyId("b");
        notice.organisation = OrganisationId("o");
        notice.written = true;
        const auto earliest =
            reference::months_later({given.year(), static_cast<int>(given.month()), static_cast<int>(given.day())}, 2);
        const auto date = *base::civil_date(earliest.year, static_cast<unsigned>(earliest.month),
                                            static_cast<unsigned>(earliest.day));
        const int offset = from(-3, 3);
        notice.leaves = date.plus_days(offset);
        const auto ruling = world.preview(notice, base::text(given).c_str(), "organisation:o");
        RC_ASSERT(ruling.verdict == Verdict::permitted);
        RC_ASSERT((ruling.reason(Code::leaves_too_early) != nullptr) == (offset < 0));
        RC_ASSERT((ruling.reason(Code::notice_long_enough) != nullptr) == (offset >= 0));
    });
}

TEST(Differential, AbsencesAgreeWithTheReference) {
    expect_property("absence", [] {
        World world({}, 2);
        reference::Room room;
        room.filled = {1, 2};
        world.fill(room);
        std::string meetings;
        const int count = from(1, 7);
        for (int i = 1; i <= count; ++i) {
            const MeetingId meeting("b/m" + std::to_string(i));
            const auto day = base::civil_date(2009, 1, 10)->plus_days(30 * i);
            const auto at = base::text(day) + "T10:00";
            acts::ConveneMeeting convene;
            convene.meeting = meeting;
            convene.at = *base::parse_when(at, *base::Zone::find("Europe/London"));
            world.submit(convene, "2009-01-02");
            const char attendance = "PSA"[static_cast<std::size_t>(from(0, 2))];
            meetings += attendance;
            if (attendance == 'S') {
                const acts::NominateSubstitute nomination{meeting, SeatRef("1"), PersonId("s1")};
                RC_ASSERT(world.submit(nomination, "2009-01-03", "seat:b/1").verdict == Verdict::permitted);
            }
            world.submit(acts::OpenMeeting{meeting}, at.c_str());
            acts::RecordArrival arrival;
            arrival.meeting = meeting;
            arrival.seats = {SeatRef(attendance == 'A' ? "2" : "1")};
            if (attendance == 'S') {
                arrival.substitute = PersonId("s1");
            }
            world.submit(arrival, at.c_str());
            world.submit(acts::CloseMeeting{meeting}, (base::text(day) + "T12:00").c_str());
        }
        const auto ruling = world.preview(acts::RequestReplacement{BodyId("b"), SeatRef("1"), {}}, "2010-01-01");
        const int missed = reference::missed_in_a_row(meetings, true);
        RC_LOG() << meetings << ": " << codes(ruling) << "\n";
        RC_ASSERT((ruling.reason(Code::absences_reached) != nullptr) == (missed >= 3));
        RC_ASSERT(number(ruling, {Code::absences_reached, Code::absences_short}, "missed") == missed);
    });
}

TEST(Properties, AddingAPresentMemberNeverLosesAQuorum) {
    expect_property("one more never loses a quorum", [] {
        const auto readings = any_readings();
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
        const acts::PutQuestion put{MeetingId("b/m1"), 1, {}, {}};
        const bool was = before.preview(put, "2008-05-08T10:10", "presiding").reason(Code::quorate) != nullptr;
        const bool is = after.preview(put, "2008-05-08T10:10", "presiding").reason(Code::quorate) != nullptr;
        RC_ASSERT(!was || is);
    });
}

TEST(Properties, AnEarlierDispatchNeverBreachesNotice) {
    expect_property("earlier is never worse", [] {
        World world({}, 2);
        acts::ConveneMeeting convene;
        convene.meeting = MeetingId("b/m1");
        const auto meeting = base::civil_date(2008, 6, 1)->plus_days(from(0, 200));
        convene.at = *base::Zone::find("Europe/London")->instant({meeting, 600});
        world.submit(convene, "2008-03-01");
        acts::CirculatePapers papers;
        papers.meeting = MeetingId("b/m1");
        const auto later = meeting.plus_days(-from(1, 30));
        const auto earlier = later.plus_days(-from(1, 10));
        const bool late_ok = world.preview(papers, base::text(later).c_str()).reason(Code::notice_given) != nullptr;
        const bool early_ok = world.preview(papers, base::text(earlier).c_str()).reason(Code::notice_given) != nullptr;
        RC_ASSERT(!late_ok || early_ok);
    });
}

TEST(SmallWorlds, EveryAttendanceInterestAndVoteOfUpToFourMembers) {
    for (int seats = 1; seats <= 4; ++seats) {
        // Each seat is absent, present, or present and barred.
        int worlds = 1;
        for (int i = 0; i < seats; ++i) {
            worlds *= 3;
        }
        for (int code = 0; code < worlds; ++code) {
            reference::Room room;
            room.seats = seats;
            int rest = code;
            for (int seat = 1; seat <= seats; ++seat, rest /= 3) {
                room.filled.insert(seat);
                if (rest % 3 != 0) {
                    room.members_present.insert(seat);
                }
                if (rest % 3 == 2) {
                    room.barred.insert(seat);
                }
            }
            if (room.members_present.empty()) {
                continue;
            }
            const reference::Readings readings;
            World world(readings, seats);
            world.hold(room);
            const auto voters = static_cast<int>(reference::entitled(room).size());
            for (int votes_for = 0; votes_for <= voters; ++votes_for) {
                World again = World(readings, seats);
                again.hold(room);
                const auto ruling = put_and_vote(again, votes_for, voters - votes_for, 0);
                const bool expected = reference::quorum(room, readings).quorate &&
                                      reference::majority(room, readings, votes_for, voters - votes_for).carried;
                ASSERT_EQ(ruling.verdict == Verdict::permitted, expected)
                    << "seats " << seats << ", world " << code << ", for " << votes_for;
            }
        }
    }
}
