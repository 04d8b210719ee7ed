#include "world.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

namespace properties {

using namespace quorate;
using namespace quorate::governance;

namespace {

const char* yes(bool value) { return value ? "true" : "false"; }

std::string charter_text(const reference::Readings& r) {
    std::string out = R"(+++
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
)";
    out += "```rule may b.all\nwho = [\"servicing-officer\", \"presiding\", \"member\", \"chair\", "
           "\"nominating-body\"]\n"
           "acts = [\"convene-meeting\", \"open-meeting\", \"preside\", \"record-arrival\", "
           "\"record-departure\", "
           "\"record-return\", \"take-item\", \"notify-item\", \"declare-interest\", "
           "\"determine-interest\", "
           "\"put-question\", \"take-vote\", \"declare-outcome\", \"circulate-papers\", "
           "\"close-meeting\", "
           "\"nominate-substitute\", \"request-replacement\", \"give-notice-of-exit\", "
           "\"record-consensus\", "
           "\"take-attendance\"]\n```\n\n";
    out += fmt::format("**2** The quorum.\n```rule quorum b.quorum\nquote = [\"The quorum\"]\nat_least = \"{}/{}\"\n"
                       "of = \"{}\"\ncounts = [\"member\"{}]\nbarred_who_stay_count = {}\ntwo_seats = \"{}\"\n"
                       "remote_counts = {}\nrounding = \"{}\"\neffect = \"void\"\n```\n\n",
                       r.quorum_numerator, r.quorum_denominator, r.all_seats ? "seats" : "members-in-office",
                       r.substitutes_count ? ", \"substitute\"" : "", yes(r.barred_count),
                       r.two_seats_twice ? "seats" : "persons", yes(r.remote_counts), r.round_down ? "down" : "up");
    out += fmt::format("**3** Deciding.\n```rule decision b.decide\nquote = [\"Deciding\"]\nmore_than = \"{}/{}\"\n"
                       "of = \"{}\"\nbarred_in_base = {}\neffect = \"void\"\n```\n\n",
                       r.majority_numerator, r.majority_denominator,
                       r.base_is_voting ? "members-voting" : "members-present", yes(r.barred_in_base));
    out += "**4** Interests.\n```rule interest b.interest\nquote = [\"Interests\"]\n"
           "options = [\"leave\", \"speak\"]\ndecided_by = \"presiding\"\n```\n\n"
           "**5** Papers go out ten working days before.\n```rule notice b.papers\nquote = [\"ten working days\"]\n"
           "object = \"papers\"\nat_least = \"10wd\"\ncount = \"one-end\"\n```\n\n"
           "**6** Substitutes.\n```rule substitute b.substitute\nquote = [\"Substitutes\"]\n"
           "inherits = [\"speak\", \"vote\", \"quorum\"]\n```\n\n"
           "**7** Leaving takes two months.\n```rule exit b.exit\nquote = [\"two months\"]\nnotice = \"P2M\"\n```\n\n"
           "**8** Three absences.\n```rule attendance b.absence\nquote = [\"Three absences\"]\nconsecutive = 3\n"
           "effect = \"void\"\n```\n";
    return out;
}

} // namespace

std::string seat_name(int seat) { return "b/" + std::to_string(seat); }

std::int64_t number(const Ruling& ruling, std::initializer_list<Code> codes, const std::string& name) {
    for (const auto code : codes) {
        if (const auto* reason = ruling.reason(code)) {
            for (const auto& fact : reason->facts) {
                if (fact.name == name && std::holds_alternative<std::int64_t>(fact.value)) {
                    return std::get<std::int64_t>(fact.value);
                }
            }
        }
    }
    return -1;
}

World::World(const reference::Readings& readings, int seats) : charters_(std::make_unique<charter::Library>()) {
    auto loaded = calendar::load_calendars(QUORATE_SOURCE_DIR "/data/calendars");
    QUORATE_ASSERT(loaded.has_value());
    calendars_ = *loaded;
    const auto text = charter_text(readings);
    const auto added = charters_->add(text, "small.md");
    if (!added) {
        fmt::print(stderr, "{}\n", added.error().text());
    }
    QUORATE_ASSERT(added.has_value());
    context_ = std::make_unique<Context>(*charters_, calendars_);
    apply(events::BodyEstablished{BodyId("b"), "A small body", BodyStatus::established, false}, "2008-01-01");
    events::CharterAdopted adopted;
    adopted.body = BodyId("b");
    adopted.charter = "small";
    adopted.digest = base::hex((*added)->digest);
    adopted.zone = "Europe/London";
    apply(adopted, "2008-01-01");
    apply(events::OrganisationRegistered{OrganisationId("o"), "An organisation", {}, {}, {}}, "2008-01-01");
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

void World::apply(const Event& event, const char* at) {
    const auto when = base::parse_when(at, *base::Zone::find("Europe/London"));
    QUORATE_ASSERT(when.has_value());
    governance::apply(state, event, Stamp{*when, *when, position_++, EntryId("e"), Actor{ActorKind::servicing, ""}});
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

void World::hold(const reference::Room& room) {
    fill(room);
    const MeetingId meeting("b/m1");
    events::MeetingConvened convened;
    convened.meeting = meeting;
    convened.body = BodyId("b");
    convened.at = *base::parse_when("2008-05-08T10:00", *base::Zone::find("Europe/London"));
    apply(convened, "2008-02-01");
    events::ItemNotified item;
    item.meeting = meeting;
    item.item = 1;
    item.by = "servicing";
    apply(item, "2008-02-02");
    apply(events::MeetingOpened{meeting}, "2008-05-08T10:00");
    const auto arrive = [&](int seat, PresentAs as) {
        events::Arrived arrived;
        arrived.meeting = meeting;
        arrived.seat = SeatId(seat_name(seat));
        arrived.as = as;
        arrived.remote = room.remote.contains(seat);
        if (as == PresentAs::substitute) {
            arrived.person = PersonId("s" + std::to_string(seat));
        }
        apply(arrived, "2008-05-08T10:00");
    };
    for (const int seat : room.members_present) {
        arrive(seat, PresentAs::member);
    }
    for (const int seat : room.substitutes_present) {
        arrive(seat, PresentAs::substitute);
    }
    apply(events::AttendanceTaken{meeting}, "2008-05-08T10:00");
    if (!room.members_present.empty()) {
        apply(events::ChairTaken{meeting, SeatId(seat_name(*room.members_present.begin())), false, {}},
              "2008-05-08T10:00");
    }
    apply(events::ItemTaken{meeting, 1, {}}, "2008-05-08T10:01");
    for (const int seat : room.barred) {
        events::InterestDeclared declared;
        declared.meeting = meeting;
        declared.item = 1;
        declared.seat = SeatId(seat_name(seat));
        apply(declared, "2008-05-08T10:02");
        apply(events::InterestDetermined{meeting, 1, declared.seat, Determination::speak, {}, {}}, "2008-05-08T10:03");
    }
}

Submission World::submission(Act act, const char* at, const char* actor) {
    Submission out;
    out.id = EntryId("e");
    out.act = std::move(act);
    out.made_by = *parse_actor(actor);
    out.recorded_by = Actor{ActorKind::servicing, ""};
    out.evidence = Evidence::room;
    out.effective = *base::parse_when(at, *base::Zone::find("Europe/London"));
    return out;
}

Ruling World::preview(Act act, const char* at, const char* actor) {
    return rule(state, submission(std::move(act), at, actor), *context_);
}

Ruling World::submit(Act act, const char* at, const char* actor) {
    auto ruling = preview(std::move(act), at, actor);
    for (const auto& event : ruling.events) {
        apply(event, at);
    }
    return ruling;
}

} // namespace properties
