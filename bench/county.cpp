#include "county.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"

#include <algorithm>
#include <future>
#include <vector>

namespace quorate::simulated {
namespace {

using namespace governance;
using base::Result;
using partnership::Partnership;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr int items_of_a_meeting = 6;
constexpr int latecomers = 3;      ///< of a meeting, each recorded alone
constexpr int reports_between = 8; ///< members' reports after each meeting

/// The same number for the same parts, spread evenly.
std::uint64_t chance(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) {
    auto x = a * 0x9E3779B97F4A7C15U + b * 0xBF58476D1CE4E5B9U + c * 0x94D049BB133111EBU;
    for (int i = 0; i < 3; ++i) {
        x ^= x >> 29U;
        x *= 0xBF58476D1CE4E5B9U;
        x ^= x >> 32U;
    }
    return x;
}

Text words(std::string text) {
    Text out;
    out.words = std::move(text);
    return out;
}

/// What happens at a meeting, in the order of the day.
enum class What : std::uint8_t {
    convene, notify, circulate, apologise, open, arrive, preside, take, declare, determine, put, consensus, vote,
    outcome, depart, close, draft, circulate_minutes, approve, publish, assign, report, report_back
};

struct Step {
    std::int64_t at = 0;
    std::int32_t meeting = 0;
    What what{};
    std::int32_t number = 0; ///< of the item or seat
};

struct Planned {
    int body = 0;
    int number = 0; ///< of the body's meetings, from 1
    std::int64_t at = 0;
    int present = 0;
};

class Simulation {
  public:
    Simulation(Partnership& partnership, const County& county, std::string root)
        : partnership_(partnership), county_(county), root_(std::move(root)) {}

    Result<void> run() {
        if (auto made = set_up(); !made) {
            return made;
        }
        plan();
        for (const auto& step : steps_) {
            if (recorded_ >= county_.entries) {
                break;
            }
            if (auto taken = take(step); !taken) {
                return taken;
            }
        }
        return settle();
    }

  private:
    std::string body(int number) const { return "b" + std::to_string(number); }
    std::string meeting(const Planned& planned) const {
        return body(planned.body) + "/m" + std::to_string(planned.number);
    }

    Result<std::string> charter(const std::string& path) {
        auto bytes = base::read_file(root_ + path);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        return hold(*bytes, path);
    }

    Result<std::string> hold(const std::string& bytes, const std::string& file) {
        const auto held = partnership_.add_charter(bytes, file);
        if (!held) {
            return tl::unexpected(held.error());
        }
        return base::hex((*held)->digest);
    }

    std::string charter_text(int number) const {
        const auto id = body(number);
        return "+++\nlanguage = 1\ncharter = \"terms-" + id + "\"\nbody = \"" + id +
               "\"\ntitle = \"Terms of reference of board " + std::to_string(number) +
               "\"\ntext = \"adopted\"\nsource = \"A simulation\"\neffective = 2007-01-01\n"
               "calendar = \"england-and-wales\"\nzone = \"Europe/London\"\n+++\n# Terms\n\n"
               "**1** The board goes by the terms of the Kent Partnership.\n\n```rule apply " +
               id + ".as-kp\nquote = [\"goes by the terms of the Kent Partnership\"]\n"
                    "charter = \"kent-partnership\"\nrules = [\"*\"]\nsubstitute = [[\"kp\", \"" +
               id + "\"]]\nas = \"amended\"\n```\n";
    }

    Result<void> set_up() {
        for (const auto* path : {"/data/calendars/england-and-wales.json"}) {
            const auto bytes = base::read_file(root_ + path);
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            if (const auto held = partnership_.add_calendar(*bytes); !held) {
                return tl::unexpected(held.error());
            }
        }
        const auto procedure = charter("/charters/base/procedure.md");
        const auto kent = charter("/charters/kent-2008/kent-partnership.md");
        if (!procedure || !kent) {
            return tl::unexpected(!procedure ? procedure.error() : kent.error());
        }
        start_ = base::Zone::find("Europe/London")->start_of(*base::civil_date(county_.first_year - 1, 6, 1)).ms;
        for (int i = 1; i <= county_.bodies; ++i) {
            const auto own = hold(charter_text(i), "terms-" + body(i) + ".md");
            if (!own) {
                return tl::unexpected(own.error());
            }
            if (auto made = set_up_body(i, *own, {"kent-partnership=" + *kent, "procedure=" + *procedure}); !made) {
                return made;
            }
        }
        return {};
    }

    Result<void> set_up_body(int number, const std::string& digest, std::vector<std::string> applies) {
        const BodyId id(body(number));
        acts::EstablishBody establish;
        establish.body = id;
        establish.name = "Board " + std::to_string(number);
        submit(establish, start_);
        acts::AdoptCharter adopt;
        adopt.body = id;
        adopt.charter = "terms-" + id.value;
        adopt.digest = digest;
        adopt.applies = std::move(applies);
        submit(adopt, start_);
        if (number == 1) {
            for (int seat = 1; seat <= county_.members; ++seat) {
                acts::RegisterPerson person;
                person.person = PersonId("holder-" + std::to_string(seat));
                person.name = words("Holder of seat " + std::to_string(seat));
                submit(person, start_);
            }
            acts::RecordOfficeHolder leader;
            leader.office = OfficeId("leader(kcc)");
            leader.person = PersonId("holder-1");
            submit(leader, start_);
        }
        for (int seat = 1; seat <= county_.members; ++seat) {
            acts::CreateSeat create;
            create.body = id;
            create.number = seat;
            create.sector = seat % 3 == 0 ? "private" : "public";
            submit(create, start_);
            acts::Appoint appoint;
            appoint.body = id;
            appoint.seat = SeatRef(std::to_string(seat));
            appoint.person = PersonId("holder-" + std::to_string(seat));
            submit(appoint, start_);
        }
        return settle();
    }

    std::int64_t meeting_day(int index) const {
        const auto zone = *base::Zone::find("Europe/London");
        const int year = county_.first_year + index / county_.meetings_a_year;
        const int within = index % county_.meetings_a_year;
        auto date = base::civil_date(year, 2, 1)->plus_days(within * 300 / county_.meetings_a_year);
        return zone.instant({date, 600})->ms;
    }

    /// Every meeting of ten years with what happens at it, in order of time.
    void plan() {
        const int all = county_.years * county_.meetings_a_year;
        for (int index = 0; index < all; ++index) {
            for (int b = 1; b <= county_.bodies; ++b) {
                Planned planned;
                planned.body = b;
                planned.number = index + 1;
                planned.at = meeting_day(index) + (b % 20) * day_ms + (b % 5) * 60 * minute_ms;
                const auto luck = chance(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(index)) % 100;
                const int half = (county_.members + 1) / 2;
                planned.present = luck < 7 ? half - 1 - static_cast<int>(luck % 3)
                                           : half + static_cast<int>(luck % static_cast<unsigned>(
                                                                                county_.members - half + 1));
                plan_meeting(planned, index == 0);
            }
        }
        std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
    }

    void plan_meeting(const Planned& planned, bool first) {
        const auto index = static_cast<std::int32_t>(meetings_.size());
        meetings_.push_back(planned);
        auto at = planned.at;
        const auto add = [&](What what, std::int64_t when, int number = 0) {
            steps_.push_back({when, index, what, number});
        };
        add(What::convene, at - 40 * day_ms);
        for (int item = 1; item <= items_of_a_meeting; ++item) {
            add(What::notify, at - 30 * day_ms + item * minute_ms, item);
        }
        const bool late = chance(static_cast<std::uint64_t>(index), 77) % 20 == 0;
        add(What::circulate, at - (late ? 10 : 21) * day_ms);
        for (int seat = planned.present + 1; seat <= std::min(county_.members, planned.present + 3); ++seat) {
            add(What::apologise, at - day_ms, seat);
        }
        add(What::arrive, at, -std::max(1, planned.present - latecomers)); // who is there at the start, at once
        for (int seat = std::max(1, planned.present - latecomers) + 1; seat <= planned.present; ++seat) {
            add(What::arrive, at + seat * minute_ms / 4, seat);
        }
        add(What::open, at);
        add(What::preside, at + minute_ms, 1);
        for (int item = 1; item <= items_of_a_meeting; ++item) {
            plan_item(index, item, at + item * 15 * minute_ms);
        }
        add(What::depart, at + 100 * minute_ms, planned.present);
        add(What::close, at + 120 * minute_ms);
        add(What::draft, at + 5 * day_ms);
        add(What::circulate_minutes, at + 7 * day_ms);
        for (int action = 1; action <= 3; ++action) {
            add(What::assign, at + 110 * minute_ms, action);
            add(What::report, at + 20 * day_ms, action);
        }
        for (int seat = 1; seat <= std::min(reports_between, county_.members); ++seat) {
            add(What::report_back, at + (9 + seat) * day_ms, seat);
        }
        if (!first) {
            add(What::approve, at + 10 * minute_ms); // the minutes of the meeting before
        }
        add(What::publish, at + 8 * day_ms);
    }

    void plan_item(std::int32_t index, int item, std::int64_t at) {
        const auto add = [&](What what, int later, int number) {
            steps_.push_back({at + later * minute_ms, index, what, number});
        };
        const auto luck = chance(static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(item), 5);
        add(What::take, 0, item);
        if (luck % 4 == 0) {
            add(What::declare, 1, item);
            add(What::determine, 2, item);
        }
        add(What::put, 5, item);
        add(luck % 3 == 0 ? What::consensus : What::vote, 6, item);
        add(What::outcome, 7, item);
    }

    Result<void> take(const Step& step) {
        const auto& planned = meetings_[static_cast<std::size_t>(step.meeting)];
        if (step.what == What::convene) {
            set_programme(planned, step.at);
        }
        auto act = act_of(step, planned);
        submit(std::move(act), step.at, actor_of(step.what));
        return waiting_.size() >= 256 ? settle() : Result<void>{};
    }

    static const char* actor_of(What what) {
        switch (what) {
        case What::preside: return "chair";
        case What::determine:
        case What::put:
        case What::outcome:
        case What::approve: return "presiding";
        default: return "servicing";
        }
    }

    void set_programme(const Planned& planned, std::int64_t at) {
        const int index = planned.number - 1;
        if (index % county_.meetings_a_year != 0) {
            return;
        }
        acts::SetProgramme programme;
        programme.body = BodyId(body(planned.body));
        programme.year = county_.first_year + index / county_.meetings_a_year;
        for (int i = 0; i < county_.meetings_a_year; ++i) {
            programme.meetings.push_back(
                {meeting_day(index + i) + (planned.body % 20) * day_ms + (planned.body % 5) * 60 * minute_ms});
        }
        submit(programme, at);
    }

    static SeatRef seat_ref(int number) { return SeatRef(std::to_string(number)); }

    Act act_of(const Step& step, const Planned& planned) const {
        const MeetingId id(meeting(planned));
        switch (step.what) {
        case What::convene: {
            acts::ConveneMeeting act;
            act.meeting = id;
            act.at = {planned.at};
            return act;
        }
        case What::notify: {
            acts::NotifyItem act;
            act.meeting = id;
            act.item = step.number;
            act.title = words("Item " + std::to_string(step.number));
            return act;
        }
        case What::circulate: {
            acts::CirculatePapers act;
            act.meeting = id;
            return act;
        }
        case What::apologise: {
            acts::RecordApologies act;
            act.meeting = id;
            act.seats = {seat_ref(step.number)};
            return act;
        }
        case What::open: {
            acts::OpenMeeting act;
            act.meeting = id;
            return act;
        }
        case What::arrive: {
            acts::RecordArrival act;
            act.meeting = id;
            for (int seat = 1; seat <= -step.number; ++seat) {
                act.seats.push_back(seat_ref(seat));
            }
            if (step.number > 0) {
                act.seats = {seat_ref(step.number)};
            }
            return act;
        }
        case What::preside: {
            acts::Preside act;
            act.meeting = id;
            act.seat = seat_ref(1);
            return act;
        }
        case What::depart: {
            acts::RecordDeparture act;
            act.meeting = id;
            act.seats = {seat_ref(step.number)};
            return act;
        }
        case What::close: {
            acts::CloseMeeting act;
            act.meeting = id;
            return act;
        }
        default: return act_at_item(step, planned, id);
        }
    }

    Act act_at_item(const Step& step, const Planned& planned, const MeetingId& id) const {
        switch (step.what) {
        case What::take: {
            acts::TakeItem act;
            act.meeting = id;
            act.item = step.number;
            return act;
        }
        case What::declare: {
            acts::DeclareInterest act;
            act.meeting = id;
            act.item = step.number;
            act.seat = seat_ref(2);
            act.kind = InterestKind::financial;
            return act;
        }
        case What::determine: {
            acts::DetermineInterest act;
            act.meeting = id;
            act.item = step.number;
            act.seat = seat_ref(2);
            act.determination = Determination::speak;
            return act;
        }
        case What::put: {
            acts::PutQuestion act;
            act.meeting = id;
            act.item = step.number;
            return act;
        }
        case What::consensus: {
            acts::RecordConsensus act;
            act.meeting = id;
            act.item = step.number;
            return act;
        }
        case What::vote: {
            acts::TakeVote act;
            act.meeting = id;
            act.item = step.number;
            const auto luck = chance(static_cast<std::uint64_t>(step.meeting), static_cast<std::uint64_t>(step.number));
            act.for_ = planned.present * static_cast<int>(50 + luck % 50) / 100;
            act.against = std::max<std::int64_t>(0, planned.present - *act.for_ - 2); // one may be barred
            act.abstain = 0;
            return act;
        }
        case What::outcome: {
            acts::DeclareOutcome act;
            act.meeting = id;
            act.item = step.number;
            act.outcome = Outcome::carried;
            return act;
        }
        default: return act_after(step, planned, id);
        }
    }

    Act act_after(const Step& step, const Planned& planned, const MeetingId& id) const {
        switch (step.what) {
        case What::draft: {
            acts::DraftMinutes act;
            act.meeting = id;
            return act;
        }
        case What::circulate_minutes: {
            acts::CirculateMinutes act;
            act.meeting = id;
            return act;
        }
        case What::approve: {
            acts::ApproveMinutes act;
            act.meeting = MeetingId(body(planned.body) + "/m" + std::to_string(planned.number - 1));
            act.at = id;
            return act;
        }
        case What::publish: {
            acts::PublishMinutes act;
            act.meeting = id;
            act.draft = true;
            return act;
        }
        case What::assign: {
            acts::AssignAction act;
            act.action = ActionId(id.value + "-a" + std::to_string(step.number));
            act.meeting = id;
            act.body = BodyId(body(planned.body));
            act.seat = seat_ref(step.number);
            act.what = words("Action " + std::to_string(step.number));
            return act;
        }
        case What::report_back: {
            acts::RecordReport act;
            act.body = BodyId(body(planned.body));
            act.kind = "report-back";
            act.seat = seat_ref(step.number);
            act.audiences = {"nominating-body"};
            act.meeting = id;
            return act;
        }
        default: {
            acts::ReportOnAction act;
            act.action = ActionId(id.value + "-a" + std::to_string(step.number));
            act.status = ActionStatus::done;
            return act;
        }
        }
    }

    void submit(Act act, std::int64_t at, const char* actor = "servicing") {
        Submission out;
        const auto seed = base::sha256("county " + std::to_string(++recorded_));
        out.id = EntryId(base::uuid_v7(base::Instant{at}, base::as_bytes(seed).substr(0, 10)));
        out.act = std::move(act);
        out.made_by = *parse_actor(actor);
        out.recorded_by = *parse_actor("servicing");
        out.evidence = Evidence::room;
        out.effective = {at};
        waiting_.push_back(partnership_.submit_later(std::move(out)));
    }

    Result<void> settle() {
        for (auto& each : waiting_) {
            const auto answer = each.get();
            if (!answer) {
                return tl::unexpected(answer.error().failure);
            }
        }
        waiting_.clear();
        return {};
    }

    Partnership& partnership_;
    County county_;
    std::string root_;
    std::int64_t start_ = 0;
    std::int64_t recorded_ = 0;
    std::vector<Planned> meetings_;
    std::vector<Step> steps_;
    std::vector<std::future<partnership::Submitted>> waiting_;
};

partnership::NewPartnership genesis_of(const County& county) {
    partnership::NewPartnership out;
    out.partnership = "county";
    out.kind = PartnershipKind::scenario;
    out.recorded = base::Zone::find("Europe/London")->start_of(*base::civil_date(county.first_year - 1, 6, 1));
    out.id = base::uuid_v7(out.recorded, "simulation");
    return out;
}

Result<std::unique_ptr<Partnership>> simulate(Result<std::unique_ptr<Partnership>> made, const std::string& root,
                                              const County& county) {
    if (!made) {
        return made;
    }
    if (auto run = Simulation(**made, county, root).run(); !run) {
        return tl::unexpected(run.error());
    }
    return made;
}

} // namespace

Result<std::unique_ptr<Partnership>> make_county(const std::string& root, const std::string& folder,
                                                 const County& county) {
    partnership::FolderOptions options;
    options.clock_of_the_record = true;
    return simulate(Partnership::create(folder, genesis_of(county), options), root, county);
}

Result<std::unique_ptr<Partnership>> make_county_in_memory(const std::string& root, const County& county) {
    return simulate(Partnership::create_in_memory(genesis_of(county)), root, county);
}

} // namespace quorate::simulated
