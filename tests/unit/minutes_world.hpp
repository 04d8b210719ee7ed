#ifndef QUORATE_TESTS_UNIT_MINUTES_WORLD_HPP
#define QUORATE_TESTS_UNIT_MINUTES_WORLD_HPP
// A partnership that has met once, for the tests of minutes, duties and findings.

#include "calendar/calendar.hpp"
#include "governance_world.hpp"

namespace quorate::governance::world {

inline const std::string minutes_terms = R"md(+++
language = 1
charter = "kp-terms"
body = "kp"
title = "The test partnership"
text = "restated"
source = "Made for a test"
effective = 2008-01-01
calendar = "england-and-wales"
zone = "Europe/London"
default_effect = "recorded"
+++
# The test partnership

**1** The body, its groups and who keeps its record.

```rule body kp.body
id = "kp"
name = "The test partnership"
oversees = ["psb", "keb"]
```

```rule may kp.officer
who = ["servicing-officer"]
acts = ["establish-body", "adopt-charter", "draft-minutes", "circulate-minutes", "correct-minutes", "correct-record",
        "publish-minutes", "assign-action", "report-on-action", "mark-record-complete"]
```

```rule may kp.presiding
who = ["presiding"]
acts = ["approve-minutes"]
```

**2** Half of the members make a quorum. A majority of those present decides.

```rule quorum kp.quorum
at_least = "1/2"
effect = "void"
[[interpretation]]
id = "I1"
question = "Does a substitute count?"
readings.counted = { counts = ["member", "substitute"] }
readings.not_counted = { counts = ["member"] }
words.counted = "Yes"
words.not_counted = "No"
default = "counted"
reason = "In the member's place"
```

```rule decision kp.decide
effect = "void"
```

**3** Papers go out, and items are in, ten working days before. It meets twice a year, on dates fixed ahead.

```rule notice kp.papers
object = "papers"
things = ["agenda", "minutes", "reports"]
at_least = "10wd"
by = "servicing-officer"
```

```rule notice kp.items
object = "items"
at_least = "10wd"
by = "member"
```

```rule frequency kp.two
at_least = 2
dates_in_advance = true
```

**4** Minutes are sent round within a month and approved, with attendance and interests, at the
next meeting. They are published.

```rule duty kp.circulate
on = "servicing-officer"
what = "Circulate the minutes"
trigger = "each-meeting"
evidence = "circulate-minutes"
due = "P1M"
```

```rule duty kp.approve
on = "servicing-officer"
what = "Submit the minutes for approval"
trigger = "each-meeting"
evidence = "approve-minutes"
due = "next-meeting"
sections = ["attendance", "interests"]
effect = "void"
```

```rule duty kp.publish
on = "servicing-officer"
what = "Publish the minutes"
trigger = "each-meeting"
evidence = "publish-minutes"
```

```rule duty kp.report-back
on = "member"
what = "Report back"
trigger = "on-event"
event = "publish-minutes"
evidence = "record-report"
kind = "report-back"
```

**5** It reports each year to two audiences. Members attend, and the structure is reviewed.

```rule duty kp.annual
on = "kp"
what = "Report on progress"
trigger = "each-year"
evidence = "record-report"
kind = "annual-report"
audiences = ["kcc", "public"]
```

```rule duty kp.attend
on = "member"
what = "Be present at meetings"
```

```rule review kp.review
what = "The structure of groups"
matter = "review-groups"
```

```rule attendance kp.missed
consecutive = 2
```

```rule exit kp.exit
during = ["honour-commitments", "cooperate"]
```

**6** The Leader is the Chair. A Vice Chair is elected. Districts have two places, and each sector has a member.

```rule office kp.chair
office = "chair"
method = "ex-officio"
holder = "leader(kcc)"
presides = "always"
```

```rule office kp.vice-chair
office = "vice-chair"
method = "elected"
by = "kp"
presides = "in-absence"
```

```rule seats kp.districts
count = 2
holder = "district"
on = ["kp", "keb"]
```

```rule class kp.sectors
classes = ["public", "private", "faith"]
```

```rule balance kp.balance
each_of = ["public", "private", "faith"]
```
)md";

inline base::CivilDate day(std::string_view text) {
    return base::parse_date(text).value();
}

/// Seats kp/1 to kp/5, the Chair in seat 1, and the meeting kp/m1 of 1 July 2008: seats 1 to 3 were
/// there from 10:00 to 12:00, and item 1 was carried by two votes to one.
class MinutesWorld : public World {
protected:
    MinutesWorld() {
        const auto path =
            std::string(QUORATE_SOURCE_DIR) + "/data/calendars/england-and-wales.json";
        EXPECT_TRUE(calendars.add(calendar::load_calendar(path).value()));
        const auto digest = add(minutes_terms);
        establish("kp");
        does(acts::AdoptCharter{BodyId("kp"), "kp-terms", digest, {}, {}, {}, {}}, "2008-01-01");
        seat("kp", 1, "kcc", "public", "ann");
        seat("kp", 2, "dover", "public", "bob");
        seat("kp", 3, "firm", "private", "cat");
        seat("kp", 4, "other-firm", "private", "dan");
        seat("kp", 5, "club", {}, "eve");
        happens(events::OfficeHolderRecorded{OfficeId("leader(kcc)"), PersonId("ann"), {}, {}},
                "2008-01-01");
    }
    void mark_complete() {
        happens(events::RecordMarkedComplete{BodyId("kp"), day("2008-01-01")}, "2008-01-01");
    }
    void arrive(const MeetingId& meeting, std::initializer_list<int> seats, std::string_view time) {
        for (const auto number : seats) {
            events::Arrived arrived;
            arrived.meeting = meeting;
            arrived.seat = SeatId("kp/" + std::to_string(number));
            happens(arrived, time);
        }
    }
    /// Opens a meeting already convened, with seat 1 in the chair.
    void open(const MeetingId& meeting, std::initializer_list<int> seats, std::string_view time) {
        arrive(meeting, seats, time);
        happens(events::MeetingOpened{meeting}, time);
        happens(events::ChairTaken{meeting, SeatId("kp/1"), false, {}}, time);
    }
    void hold_first() {
        convene("kp/m1", "2008-07-01T10:00");
        events::ItemNotified item;
        item.meeting = m1;
        item.item = 1;
        happens(item, "2008-06-01");
        open(m1, {1, 2, 3}, "2008-07-01T10:00");
        happens(events::ItemTaken{m1, 1, {}}, "2008-07-01T10:10");
        events::QuestionPut put;
        put.meeting = m1;
        put.item = 1;
        put.present = {SeatId("kp/1"), SeatId("kp/2"), SeatId("kp/3")};
        happens(put, "2008-07-01T11:00");
        happens(events::VoteTaken{m1, 1, 2, 1, 0, {}, {}, {}, {}, {}, {}}, "2008-07-01T11:01");
        events::OutcomeDeclared declared;
        declared.decision = DecisionId("kp/d1");
        declared.meeting = m1;
        declared.item = 1;
        declared.outcome = Outcome::carried;
        declared.by = DecidedBy::vote;
        happens(declared, "2008-07-01T11:02");
        happens(events::MeetingClosed{m1}, "2008-07-01T12:00");
    }
    void draft_and_circulate() {
        does(acts::DraftMinutes{m1, {}, {}}, "2008-07-02");
        does(acts::CirculateMinutes{m1, {}}, "2008-07-10");
    }
    /// The second meeting, open on 2 December 2008 with these seats.
    void open_second(std::initializer_list<int> seats) {
        convene("kp/m2", "2008-12-02T10:00");
        open(m2, seats, "2008-12-02T10:00");
    }

    const MeetingId m1{"kp/m1"};
    const MeetingId m2{"kp/m2"};
};

} // namespace quorate::governance::world

#endif
