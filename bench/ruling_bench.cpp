// How long a ruling takes for a body of forty members under the Kent charter of 2008, with clauses and with the full
// explanation. Budget: 5 and 20 microseconds.

#include "base/text.hpp"
#include "governance/rule.hpp"

#include <benchmark/benchmark.h>

using namespace quorate;
using namespace quorate::governance;

namespace {

const base::Zone london = *base::Zone::find("Europe/London");

base::Instant at(const char* text) { return *base::parse_when(text, london); }

/// The partnership of forty in the middle of its meeting: 22 present, one of them barred, the question put and voted.
struct Kent {
    charter::Library charters;
    calendar::CalendarLibrary calendars = *calendar::load_calendars(QUORATE_SOURCE_DIR "/data/calendars");
    Context context{charters, calendars};
    State state;
    std::int64_t position = 0;

    void apply(const Event& event, const char* when) {
        governance::apply(state, event, Stamp{at(when), at(when), position++, EntryId("e"), {}});
    }

    std::string add(const char* path) {
        const auto held = charters.add(*base::read_file(std::string(QUORATE_SOURCE_DIR) + path), path);
        QUORATE_ASSERT(held.has_value());
        return base::hex((*held)->digest);
    }

    Kent() {
        const auto procedure = add("/charters/base/procedure.md");
        events::CharterAdopted adopted;
        adopted.body = BodyId("kp");
        adopted.charter = "kent-partnership";
        adopted.digest = add("/charters/kent-2008/kent-partnership.md");
        adopted.applies = {"procedure=" + procedure};
        adopted.zone = "Europe/London";
        apply(events::BodyEstablished{BodyId("kp"), "The Kent Partnership", BodyStatus::established,
                                      false},
              "2008-02-27");
        apply(adopted, "2008-02-27");
        for (int number = 1; number <= 40; ++number) {
            const SeatId seat("kp/" + std::to_string(number));
            const PersonId person("holder-" + std::to_string(number));
            events::SeatCreated created;
            created.seat = seat;
            created.body = BodyId("kp");
            created.number = number;
            created.sector = number % 2 == 0 ? "public" : "private";
            apply(created, "2008-02-27");
            events::SeatFilled filled;
            filled.seat = seat;
            filled.person = person;
            apply(filled, "2008-02-27");
        }
        apply(events::OfficeHolderRecorded{OfficeId("leader(kcc)"), PersonId("holder-7"), {}, {}}, "2008-02-27");
        hold();
    }

    void hold() {
        const MeetingId meeting("kp/m1");
        events::MeetingConvened convened;
        convened.meeting = meeting;
        convened.body = BodyId("kp");
        convened.at = at("2008-07-01T10:00");
        apply(convened, "2008-06-02");
        events::ItemNotified item;
        item.meeting = meeting;
        item.item = 4;
        apply(item, "2008-06-03");
        apply(events::MeetingOpened{meeting}, "2008-07-01T10:00");
        for (int number = 1; number <= 22; ++number) {
            events::Arrived arrived;
            arrived.meeting = meeting;
            arrived.seat = SeatId("kp/" + std::to_string(number));
            apply(arrived, "2008-07-01T10:00");
        }
        apply(events::ChairTaken{meeting, SeatId("kp/7"), false, {}}, "2008-07-01T10:01");
        apply(events::ItemTaken{meeting, 4, {}}, "2008-07-01T10:02");
        events::InterestDeclared declared;
        declared.meeting = meeting;
        declared.item = 4;
        declared.seat = SeatId("kp/3");
        apply(declared, "2008-07-01T10:03");
        apply(events::InterestDetermined{meeting, 4, SeatId("kp/3"), Determination::speak, SeatId("kp/7"), {}},
              "2008-07-01T10:04");
        const auto asked = submission(acts::PutQuestion{meeting, 4, {}, {}}, "2008-07-01T10:05");
        const auto put = rule(state, asked, context, asked.effective);
        for (const auto& event : put.events) {
            apply(event, "2008-07-01T10:05");
        }
        apply(events::VoteTaken{meeting, 4, 11, 6, 4, {}, {}, {}, {}, {}, {}}, "2008-07-01T10:06");
    }

    Submission submission(Act act, const char* when, const char* actor = "presiding") const {
        Submission out;
        out.id = EntryId("e");
        out.act = std::move(act);
        out.made_by = *parse_actor(actor);
        out.recorded_by = *parse_actor("servicing");
        out.evidence = Evidence::room;
        out.effective = at(when);
        return out;
    }

    Submission outcome() const {
        acts::DeclareOutcome act;
        act.meeting = MeetingId("kp/m1");
        act.item = 4;
        act.outcome = Outcome::carried;
        act.by = DecidedBy::vote;
        return submission(act, "2008-07-01T10:07");
    }

    Submission arrival() const {
        acts::RecordArrival act;
        act.meeting = MeetingId("kp/m1");
        act.seats = {SeatRef("30")};
        return submission(act, "2008-07-01T10:07", "servicing");
    }

    Submission papers() const {
        acts::CirculatePapers act;
        act.meeting = MeetingId("kp/m1");
        return submission(act, "2008-06-17T09:00", "servicing");
    }
};

const Kent& kent() {
    static const Kent held;
    return held;
}

void run(benchmark::State& bench, const Submission& submission, bool with_explanation) {
    const auto& k = kent();
    for (auto _ : bench) {
        auto ruling = with_explanation ? explain(k.state, submission, k.context, submission.effective)
                                       : rule(k.state, submission, k.context, submission.effective);
        benchmark::DoNotOptimize(ruling);
    }
}

} // namespace

static void ruling_on_declare_outcome(benchmark::State& bench) { run(bench, kent().outcome(), false); }
static void explanation_of_declare_outcome(benchmark::State& bench) { run(bench, kent().outcome(), true); }
static void ruling_on_record_arrival(benchmark::State& bench) { run(bench, kent().arrival(), false); }
static void ruling_on_circulate_papers(benchmark::State& bench) { run(bench, kent().papers(), false); }
BENCHMARK(ruling_on_declare_outcome)->Unit(benchmark::kMicrosecond);
BENCHMARK(explanation_of_declare_outcome)->Unit(benchmark::kMicrosecond);
BENCHMARK(ruling_on_record_arrival)->Unit(benchmark::kMicrosecond);
BENCHMARK(ruling_on_circulate_papers)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
