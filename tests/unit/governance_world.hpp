#ifndef QUORATE_TESTS_UNIT_GOVERNANCE_WORLD_HPP
#define QUORATE_TESTS_UNIT_GOVERNANCE_WORLD_HPP
// A partnership of two small bodies for tests: kp and psb, under short terms given here.

#include "governance/codec.hpp"
#include "governance/lookup.hpp"
#include "governance/rule.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace quorate::governance::world {

inline const std::string kp_terms = R"md(+++
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

**1** The body and who keeps its record.

```rule body kp.body
id = "kp"
name = "The test partnership"
sort = "partnership"
may_establish_groups = true
terms_required_of_groups = true
```

```rule may kp.officer
who = ["servicing-officer"]
acts = ["establish-body", "adopt-charter", "amend-charter", "adopt-interpretation", "link-bodies",
        "transfer-responsibility", "delegate", "absorb", "dissolve-body", "mark-record-complete",
        "register-organisation", "register-person", "record-office-holder", "create-seat", "remove-seat", "appoint",
        "vacate", "admit-organisation", "elect-to-office", "rotate-office", "agree-exit-terms", "record-commitment",
        "report-on-commitment", "release-commitment", "set-representative", "convene-meeting"]
```

```rule may kp.members
who = ["member"]
acts = ["nominate-substitute", "withdraw-substitute", "appoint", "vacate"]
```

```rule may kp.nominating
who = ["nominating-body"]
acts = ["appoint", "vacate"]
```

```rule may kp.partners
who = ["partner"]
acts = ["give-notice-of-exit", "record-commitment"]
```

**2** Every sector has a member, and districts have two places.

```rule class kp.sectors
classes = ["faith", "statutory", "public", "private"]
[[interpretation]]
id = "I12"
question = "Are statutory and public one sector?"
readings.one = { same = [["statutory", "public"]] }
readings.different = { same = [] }
default = "one"
reason = "A real difference is asked for"
```

```rule balance kp.balance
each_of = ["faith", "public", "private"]
min = 1
```

```rule seats kp.districts
count = 2
test = "at-most"
holder = "district"
```

**3** After three meetings missed in a row the Chair may ask for a new member.

```rule attendance kp.missed
consecutive = 3
[[interpretation]]
id = "I11"
question = "Is a meeting missed when a substitute came?"
readings.not_missed = { missed_means = "neither-member-nor-substitute" }
readings.missed = { missed_means = "member-absent" }
default = "not_missed"
reason = "The substitute attends in the member's place"
[[interpretation]]
id = "I22"
question = "Is an adjourned meeting one absence?"
readings.once = { adjourned_counts_once = true }
readings.each_sitting = { adjourned_counts_once = false }
default = "once"
reason = "It is the same meeting"
```

```rule may kp.ask
who = ["chair"]
acts = ["request-replacement"]
```

**4** A member may name a substitute in advance.

```rule substitute kp.substitute
in_advance = true
effect = "void"
[[interpretation]]
id = "I16"
question = "In advance of what?"
readings.scheduled = { measured_from = "scheduled" }
readings.actual = { measured_from = "actual" }
default = "scheduled"
reason = "The time in the notice is known"
```

**5** The Leader is the Chair. A Vice Chair from another sector is elected.

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
differs_in_class_from = "chair"
presides = "in-absence"
effect = "void"
```

**6** A partner gives two months' notice, unless the board agrees otherwise.

```rule exit kp.exit
notice = "P2M"
to = "chair"
during = ["honour-commitments", "cooperate"]
unless_agreed_by = "psb"
```

**7** The partnership approves the vision and hears the public.

```rule responsibility kp.vision
matter = "approve-vision"
what = "Approve the vision"
exclusive = true
```

```rule responsibility kp.hearing
matter = "hear-the-public"
what = "Hear the public"
```
)md";

inline const std::string psb_terms = R"md(+++
language = 1
charter = "psb-terms"
body = "psb"
title = "The test board"
text = "restated"
source = "Made for a test"
effective = 2008-02-27
calendar = "england-and-wales"
zone = "Europe/London"
default_effect = "recorded"
+++
# The test board

**1** As for the partnership.

```rule apply psb.as-for-kp
charter = "kp-terms"
rules = ["kp.exit", "kp.officer", "kp.members", "kp.missed", "kp.ask"]
as = "amended"
```

**2** It takes in new members who show what they contribute.

```rule admission psb.admission
by = "psb"
requires = ["contribution"]
```

**3** For two years the chief executive chairs; then the board decides. The Vice Chair rotates each year.

```rule office psb.chair
office = "chair"
method = "ex-officio"
holder = "chief-executive(kcc)"
term = "P2Y"
term_from = "charter-effective"
then = "psb"
presides = "always"
```

```rule office psb.vice-chair
office = "vice-chair"
method = "rotates"
by = "psb"
every = "P1Y"
presides = "in-absence"
```
)md";

/// A charter's text with one piece replaced, for an amended version.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

inline base::Instant when(std::string_view text) {
    return base::parse_when(text, *base::Zone::find("Europe/London")).value();
}

class World : public ::testing::Test {
protected:
    World() : context(charters, calendars) {}

    std::string add(const std::string& text) {
        const auto held = charters.add(text, "test.md");
        EXPECT_TRUE(held) << held.error().text();
        return held ? base::hex((*held)->digest) : std::string();
    }

    static Submission submission(Act act, std::string_view time, std::string_view by) {
        Submission out;
        out.id = EntryId("01900000-0000-7000-8000-000000000000");
        out.act = std::move(act);
        out.made_by = parse_actor(by).value();
        out.recorded_by = parse_actor("servicing").value();
        out.effective = when(time);
        return out;
    }
    [[nodiscard]] Ruling ask(Act act, std::string_view time,
                             std::string_view by = "servicing") const {
        const auto asked = submission(std::move(act), time, by);
        return rule(state, asked, context, asked.effective);
    }
    [[nodiscard]] Ruling ask_under(const ReadingUsed& reading, Act act, std::string_view time,
                                   std::string_view by = "servicing") const {
        const auto other = context.under(reading);
        const auto asked = submission(std::move(act), time, by);
        return rule(state, asked, other, asked.effective);
    }
    void happens(const Event& event, std::string_view time) {
        apply(state, event, {when(time), when(time), state.size++, EntryId("e"), {}});
    }
    /// Rules on an act that must be permitted, and applies its events.
    Ruling does(Act act, std::string_view time, std::string_view by = "servicing") {
        auto ruling = ask(std::move(act), time, by);
        EXPECT_EQ(ruling.verdict, Verdict::permitted) << headline(ruling);
        for (const auto& event : ruling.events) {
            happens(event, time);
        }
        return ruling;
    }

    void establish(std::string_view body, std::string_view time = "2008-01-01") {
        happens(events::BodyEstablished{BodyId(body), std::string(body), BodyStatus::established,
                                        false},
                time);
    }
    /// kp under its terms, with seats and people: 1 KCC's leader (public), 2 a district
    /// (statutory), 3 a firm (private), 4 a church (faith), 5 unknown sector.
    void set_up_kp() {
        kp_digest = add(kp_terms);
        establish("kp");
        does(acts::AdoptCharter{BodyId("kp"), "kp-terms", kp_digest, {}, {}, {}, {}}, "2008-01-01");
        seat("kp", 1, "kcc", "public", "ann");
        seat("kp", 2, "dover", "statutory", "bob");
        seat("kp", 3, "firm", "private", "cat");
        seat("kp", 4, "church", "faith", "dan");
        seat("kp", 5, "club", {}, "eve");
        does(
            acts::RecordOfficeHolder{
                OfficeId("leader(kcc)"), PersonId("ann"), OrganisationId("kcc"), {}},
            "2008-01-01");
    }
    void set_up_psb() {
        establish("psb");
        const auto digest = add(psb_terms);
        does(
            acts::AdoptCharter{
                BodyId("psb"), "psb-terms", digest, {"kp-terms=" + kp_digest}, {}, {}, {}},
            "2008-02-27");
        seat("psb", 1, "kcc", {}, "fay");
        seat("psb", 2, "police", {}, "gus");
        seat("psb", 3, "health", {}, "hal");
        happens(
            events::OfficeHolderRecorded{OfficeId("chief-executive(kcc)"), PersonId("fay"), {}, {}},
            "2008-02-27");
    }
    void seat(const std::string& body, std::int64_t number, const std::string& organisation,
              std::optional<std::string> sector, const std::string& person) {
        happens(
            events::OrganisationRegistered{OrganisationId(organisation), organisation, {}, {}, {}},
            "2008-01-01");
        happens(events::PersonRegistered{PersonId(person), {}}, "2008-01-01");
        events::SeatCreated created;
        created.seat = SeatId(body + "/" + std::to_string(number));
        created.body = BodyId(body);
        created.number = number;
        created.organisation = OrganisationId(organisation);
        created.sector = std::move(sector);
        happens(created, "2008-01-01");
        happens(events::SeatFilled{created.seat, PersonId(person), {}, {}, false, {}},
                "2008-01-01");
    }
    void decide(const std::string& body, const std::string& decision) {
        events::UrgentDecisionTaken taken;
        taken.decision = DecisionId(decision);
        taken.body = BodyId(body);
        happens(taken, "2008-03-01");
    }
    void convene(const std::string& meeting, std::string_view time) {
        events::MeetingConvened convened;
        convened.meeting = MeetingId(meeting);
        convened.body = BodyId(meeting.substr(0, meeting.find('/')));
        convened.at = when(time);
        happens(convened, "2008-01-02");
    }

    charter::Library charters;
    calendar::CalendarLibrary calendars;
    State state;
    Context context;
    std::string kp_digest;
};

inline std::optional<std::int64_t> number(const Ruling& ruling, Code code, std::string_view name) {
    const auto* reason = ruling.reason(code);
    for (std::size_t i = 0; reason != nullptr && i < reason->facts.size(); ++i) {
        if (reason->facts[i].name == name) {
            const auto* value = std::get_if<std::int64_t>(&reason->facts[i].value);
            return value == nullptr ? std::nullopt : std::optional(*value);
        }
    }
    return {};
}

inline std::string word(const Ruling& ruling, Code code, std::string_view name) {
    const auto* reason = ruling.reason(code);
    for (std::size_t i = 0; reason != nullptr && i < reason->facts.size(); ++i) {
        if (reason->facts[i].name == name) {
            const auto* value = std::get_if<std::string>(&reason->facts[i].value);
            return value == nullptr ? std::string() : *value;
        }
    }
    return {};
}

inline bool says(const Ruling& ruling, Says says, Code code) {
    for (const auto& reason : ruling.reasons) {
        if (reason.says == says && reason.code == code) {
            return true;
        }
    }
    return false;
}

} // namespace quorate::governance::world

#endif
