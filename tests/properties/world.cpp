#include "world.hpp"

#include <fmt/format.h>

namespace properties {

using namespace quorate;
using namespace quorate::governance;

namespace {

const char* yes(bool value) {
    return value ? "true" : "false";
}

constexpr const char* head = R"(+++
language = 1
charter = "small"
body = "b"
title = "A small body"
text = "adopted"
source = "made for tests"
effective = 2008-01-01
calendar = "england-and-wales"
zone = "Europe/London"
+++
## All

**1** Officers record; whoever presides decides; anyone may report.

```rule may b.all
who = ["servicing-officer", "presiding", "member", "chair", "nominating-body"]
acts = ["convene-meeting", "open-meeting", "preside", "record-arrival", "record-departure", "record-return",
  "take-item", "notify-item", "declare-interest", "determine-interest", "put-question", "take-vote", "declare-outcome",
  "circulate-papers", "close-meeting", "adjourn-meeting", "resume-meeting", "nominate-substitute",
  "request-replacement", "give-notice-of-exit", "record-consensus", "take-attendance", "set-programme"]
```

**4** Interests.

```rule interest b.interest
quote = ["Interests"]
options = ["leave", "speak", "speak-and-withdraw"]
decided_by = "presiding"
```

**7** Leaving takes two months.

```rule exit b.exit
quote = ["two months"]
notice = "P2M"
```

)";

std::string deciding_text(const reference::Readings& r) {
    const char* of = r.majority_of == reference::MajorityOf::present  ? "members-present"
                     : r.majority_of == reference::MajorityOf::voting ? "members-voting"
                                                                      : "members-in-office";
    const char* test = r.when == reference::QuorumWhen::at_opening ? "at-opening"
                       : r.when == reference::QuorumWhen::when_put ? "when-question-put"
                                                                   : "throughout";
    return fmt::format(
               "**2** The quorum.\n\n```rule quorum b.quorum\nquote = [\"The quorum\"]\nat_least = "
               "\"{}/{}\"\n"
               "of = \"{}\"\ncounts = [\"member\"{}]\nbarred_who_stay_count = {}\ntwo_seats = "
               "\"{}\"\n"
               "remote_counts = {}\nrounding = \"{}\"\ntest = \"{}\"\neffect = \"void\"\n```\n\n",
               r.quorum_numerator, r.quorum_denominator,
               r.all_seats ? "seats" : "members-in-office",
               r.substitutes_count ? ", \"substitute\"" : "", yes(r.barred_count),
               r.two_seats_twice ? "seats" : "persons", yes(r.remote_counts),
               r.round_down ? "down" : "up", test) +
           fmt::format("**3** Deciding.\n\n```rule decision b.decide\nquote = "
                       "[\"Deciding\"]\nmore_than = \"{}/{}\"\n"
                       "of = \"{}\"\nbarred_in_base = {}\ntwo_seats = \"{}\"\nremote_counts = "
                       "{}\ntie = \"{}\"\n"
                       "effect = \"void\"\n```\n\n",
                       r.majority_numerator, r.majority_denominator, of, yes(r.barred_in_base),
                       r.two_seats_two_votes ? "seats" : "persons", yes(r.remote_in_base),
                       r.casting_vote ? "chair-casts" : "fails");
}

} // namespace

std::string charter_text(const Clauses& c) {
    return head + deciding_text(c.readings) +
           fmt::format("**5** Papers go out some working days before.\n\n```rule notice b.papers\n"
                       "quote = [\"some working days\"]\nobject = \"papers\"\nat_least = "
                       "\"{}wd\"\ncount = \"{}\"\n"
                       "weekend = \"{}\"\n```\n\n",
                       c.notice_days, c.clear_days ? "clear" : "one-end",
                       c.sunday_only ? "sunday" : "saturday-and-sunday") +
           fmt::format(
               "**6** Substitutes.\n\n```rule substitute b.substitute\nquote = [\"Substitutes\"]\n"
               "inherits = [\"speak\", {}\"quorum\"]\nmeasured_from = \"{}\"\neffect = "
               "\"void\"\n```\n\n",
               c.readings.substitutes_vote ? "\"vote\", " : "",
               c.from_actual_start ? "actual" : "scheduled") +
           fmt::format("**8** Three absences.\n\n```rule attendance b.absence\nquote = [\"Three "
                       "absences\"]\n"
                       "consecutive = 3\nmissed_means = \"{}\"\nadjourned_counts_once = {}\neffect "
                       "= \"void\"\n```\n\n",
                       c.absent_with_substitute ? "member-absent" : "neither-member-nor-substitute",
                       yes(!c.each_sitting)) +
           fmt::format("**9** Some meetings a year.\n\n```rule frequency b.often\nquote = [\"Some "
                       "meetings\"]\n"
                       "at_least = {}\ncounts = \"{}\"\nfirst_part_year_excused = true\n```\n",
                       c.meetings_a_year, c.quorate_meetings_only ? "quorate" : "held");
}

namespace {

const MeetingId the_meeting("b/m1");

Determination determination_of(reference::Told what) {
    switch (what) {
    case reference::Told::leave:
        return Determination::leave;
    case reference::Told::speak:
        return Determination::speak;
    case reference::Told::speak_then_withdraw:
        return Determination::speak_and_withdraw;
    default:
        return Determination::below_test;
    }
}

} // namespace

std::string seat_name(int seat) {
    return "b/" + std::to_string(seat);
}

std::string minute(int after_ten) {
    return fmt::format("2008-05-08T{:02}:{:02}", 10 + after_ten / 60, after_ten % 60);
}

World::World(const reference::Readings& readings, int seats) : World(Clauses{readings}, seats) {}

World::World(const Clauses& clauses, int seats) {
    adopt("b", charter_text(clauses), "2008-01-01");
    apply(events::OrganisationRegistered{OrganisationId("o"), "An organisation", {}, {}, {}},
          "2008-01-01");
    apply(events::PersonRegistered{PersonId("s1"), {}}, "2008-01-01");
    for (int seat = 1; seat <= seats; ++seat) {
        events::SeatCreated created;
        created.seat = SeatId(seat_name(seat));
        created.body = BodyId("b");
        created.number = seat;
        created.organisation = OrganisationId("o");
        apply(created, "2008-01-01");
    }
}

void World::fill(const reference::Room& room) {
    for (const int seat : room.filled) {
        int holder = seat;
        for (const auto& [first, second] : room.same_person) {
            holder = second == seat ? first : holder;
        }
        events::SeatFilled filled;
        filled.seat = SeatId(seat_name(seat));
        filled.person = PersonId("p" + std::to_string(holder));
        apply(filled, "2008-01-02");
    }
}

void World::open() {
    events::MeetingConvened convened;
    convened.meeting = the_meeting;
    convened.body = BodyId("b");
    convened.at = instant(minute(0));
    apply(convened, "2008-02-01");
    events::ItemNotified item;
    item.meeting = the_meeting;
    item.item = 1;
    item.by = "servicing";
    apply(item, "2008-02-02");
    apply(events::MeetingOpened{the_meeting}, minute(0));
}

void World::arrive(int seat, bool substitute, bool remote, const std::string& at) {
    events::Arrived arrived;
    arrived.meeting = the_meeting;
    arrived.seat = SeatId(seat_name(seat));
    arrived.as = substitute ? PresentAs::substitute : PresentAs::member;
    arrived.remote = remote;
    if (substitute) {
        arrived.person = PersonId("s" + std::to_string(seat));
    }
    apply(arrived, at);
}

void World::leave(int seat, const std::string& at) {
    events::Left left;
    left.meeting = the_meeting;
    left.seat = SeatId(seat_name(seat));
    apply(left, at);
}

void World::told(int seat, reference::Told what, const std::string& at) {
    events::InterestDeclared declared;
    declared.meeting = the_meeting;
    declared.item = 1;
    declared.seat = SeatId(seat_name(seat));
    apply(declared, at);
    apply(events::InterestDetermined{the_meeting, 1, declared.seat, determination_of(what), {}, {}},
          at);
    if (what == reference::Told::leave || what == reference::Told::speak_then_withdraw) {
        leave(seat, at);
    }
}

void World::hold(const reference::Room& room) {
    fill(room);
    open();
    for (const int seat : room.members_present) {
        arrive(seat, false, room.remote.contains(seat), minute(0));
    }
    for (const int seat : room.substitutes_present) {
        arrive(seat, true, room.remote.contains(seat), minute(0));
    }
    apply(events::AttendanceTaken{the_meeting}, minute(0));
    if (!room.members_present.empty()) {
        apply(
            events::ChairTaken{
                the_meeting, SeatId(seat_name(*room.members_present.begin())), false, {}},
            minute(0));
    }
    apply(events::ItemTaken{the_meeting, 1, {}}, minute(1));
    for (const int seat : room.barred) {
        told(seat, reference::Told::speak, minute(2));
    }
}

} // namespace properties
