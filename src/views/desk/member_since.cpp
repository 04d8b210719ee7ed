// What changed since a member last looked, in one sentence.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

/// What an act that somebody else made means to a member of the body.
struct News {
    std::string_view act;
    std::string_view one;
    std::string_view many; ///< with the number in front
};

/// In the order in which they are told.
constexpr News news[] = {
    {"cancel-meeting", "a meeting was called off", "meetings were called off"},
    {"postpone-meeting", "a meeting was moved", "meetings were moved"},
    {"convene-meeting", "a meeting was called", "meetings were called"},
    {"circulate-papers", "papers were sent out", "lots of papers were sent out"},
    {"notify-item", "an item was put on an agenda", "items were put on agendas"},
    {"allow-late-item", "a late item was answered", "late items were answered"},
    {"order-agenda", "an agenda was put in another order", "agendas were put in another order"},
    {"withdraw-item", "an item was withdrawn", "items were withdrawn"},
    {"defer-item", "an item was put off", "items were put off"},
    {"circulate-minutes", "draft minutes were sent to you",
     "sets of draft minutes were sent to you"},
    {"approve-minutes", "minutes were approved", "sets of minutes were approved"},
    {"publish-minutes", "minutes were published", "sets of minutes were published"},
    {"correct-minutes", "a correction you asked for was taken",
     "corrections you asked for were taken"},
    {"decline-correction", "a correction you asked for was not taken",
     "corrections you asked for were not taken"},
    {"assign-action", "an action was given to you", "actions were given to you"},
    {"determine-interest", "an interest you declared was determined",
     "interests you declared were determined"},
};

bool of_their_body(const EntryLine& line, const std::vector<SeatOfViewer>& seats) {
    return std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
        return own.meeting ? line.meeting == own.meeting : line.body == own.seat->body;
    });
}

bool made_by_them(const Ground& ground, const EntryLine& line,
                  const std::vector<SeatOfViewer>& seats) {
    const auto& own = ground.see.viewer().seats;
    return std::find(own.begin(), own.end(), line.recorded_by) != own.end() ||
           std::any_of(seats.begin(), seats.end(),
                       [&](const SeatOfViewer& each) { return each.actor == line.recorded_by; });
}

/// One of the corrections proposed to the minutes under these numbers is theirs.
bool asked_by_them(const Ground& ground, const MeetingId& id,
                   const std::vector<std::int64_t>& numbers,
                   const std::vector<SeatOfViewer>& seats) {
    const auto* meeting = ground.state().meetings.find(id);
    const auto theirs = [&](const ProposedCorrection& each) {
        return std::find(numbers.begin(), numbers.end(), each.number) != numbers.end() &&
               std::any_of(seats.begin(), seats.end(),
                           [&](const SeatOfViewer& own) { return own.seat->id == each.seat; });
    };
    return meeting != nullptr && std::any_of(meeting->minutes.proposals.begin(),
                                             meeting->minutes.proposals.end(), theirs);
}

/// Of acts that concern one seat: whether it is the viewer's.
bool about_them(const Ground& ground, const EntryLine& line,
                const std::vector<SeatOfViewer>& seats) {
    const auto entry = ground.partnership.entry(line.position);
    if (!entry) {
        return false;
    }
    const auto theirs = [&](const std::optional<SeatRef>& ref,
                            const std::optional<OrganisationId>& organisation) {
        return std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
            const bool named = ref && line.body == own.seat->body &&
                               find_seat(ground.state(), own.seat->body, *ref) == own.seat;
            return named || (!ref && organisation && *organisation == own.seat->organisation);
        });
    };
    const auto& act = entry->submission.act;
    if (const auto* assigned = std::get_if<acts::AssignAction>(&act)) {
        return theirs(assigned->seat, assigned->organisation);
    }
    if (const auto* determined = std::get_if<acts::DetermineInterest>(&act)) {
        return theirs(determined->seat, {});
    }
    if (const auto* declined = std::get_if<acts::DeclineCorrection>(&act)) {
        return asked_by_them(ground, declined->meeting, {declined->proposal}, seats);
    }
    if (const auto* corrected = std::get_if<acts::CorrectMinutes>(&act)) {
        return asked_by_them(ground, corrected->meeting, corrected->proposals, seats);
    }
    return true;
}

} // namespace

std::string since_words(const Reader& reader, std::int64_t position) {
    const auto& ground = reader.ground();
    auto seats = seats_of_viewer(ground);
    for (auto& own : stood_in_for(ground)) {
        seats.push_back(std::move(own));
    }
    std::map<std::string_view, std::int64_t> counted_by_act;
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.position < position || line.verdict != Verdict::permitted ||
            !of_their_body(line, seats) || made_by_them(ground, line, seats)) {
            return;
        }
        const auto name = act_table()[line.act].name;
        const bool told = std::any_of(std::begin(news), std::end(news),
                                      [&](const News& each) { return each.act == name; });
        if (told && about_them(ground, line, seats)) {
            ++counted_by_act[name];
        }
    });
    std::vector<std::string> parts;
    for (const auto& each : news) {
        const auto found = counted_by_act.find(each.act);
        if (found != counted_by_act.end()) {
            parts.push_back(found->second == 1
                                ? std::string(each.one)
                                : number_words(found->second) + " " + std::string(each.many));
        }
    }
    return base::list_words(parts);
}

} // namespace quorate::views
