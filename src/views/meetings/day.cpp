#include "views/meetings/day.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/words.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings_make.hpp"
#include "views/private_session.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t recorded_shown_max = 12;

/// The day the meeting is on: the one it was called for, or of its newest sitting, or to which it
/// was adjourned.
SittingDay day_of(const Ground& ground, const Meeting& meeting) {
    const bool adjourned =
        meeting.status == MeetingStatus::adjourned && meeting.adjourned_until.has_value();
    const auto begun = adjourned        ? *meeting.adjourned_until
                       : meeting.held() ? meeting.sittings.back().from
                                        : meeting.scheduled;
    return SittingDay::begun(ground.moment(meeting.body, begun).local);
}

/// By the clock it is the meeting's day: its date, or the night into which its sitting goes on.
bool is_today(const Ground& ground, const Meeting& meeting) {
    const auto now = ground.moment(meeting.body, ground.now).local;
    const auto day = day_of(ground, meeting);
    const bool sits = meeting.status == MeetingStatus::open ||
                      meeting.status == MeetingStatus::informal ||
                      (meeting.status == MeetingStatus::adjourned && !meeting.adjourned_until);
    return now.date == day.date || (sits && day.has(now));
}

/// The newest instant at which something of this meeting's day is recorded or foreseen.
std::optional<base::Instant> newest_of(const Ground& ground, const Meeting& meeting,
                                       const SittingDay& day) {
    std::optional<base::Instant> out;
    const auto& entries = ground.state().entries;
    for (auto i = entries.size(); i > 0; --i) {
        const auto& line = entries.at(i - 1);
        if (line.recorded < meeting.convened) {
            break;
        }
        const bool today = line.meeting == meeting.id &&
                           day.has(ground.moment(meeting.body, line.effective).local);
        if (today && (!out || *out < line.effective)) {
            out = line.effective;
        }
    }
    return out;
}

std::string since_words(const DayGround& day, std::string_view what) {
    const auto from = day.meeting.sittings.back().from;
    return std::string(what) + " since " + day.clock_beside(from, day.at);
}

std::string state_words(const DayGround& day) {
    switch (day.meeting.status) {
    case MeetingStatus::convened:
        return "Not open yet";
    case MeetingStatus::open:
        return private_now(day.meeting) == nullptr ? since_words(day, "Open")
                                                   : private_state(day.ground, day.meeting);
    case MeetingStatus::informal:
        if (private_now(day.meeting) != nullptr) {
            return private_state(day.ground, day.meeting) + "; an informal discussion";
        }
        return since_words(day, "Informal discussion");
    case MeetingStatus::adjourned:
        return "Adjourned";
    case MeetingStatus::closed:
        return "Closed at " + day.clock_beside(*day.meeting.closed(), day.meeting.scheduled);
    case MeetingStatus::cancelled:
        return "Called off";
    }
    return {};
}

bool can_take(const Meeting& meeting, const Item& item) {
    return item.status == ItemStatus::on_agenda || broken_off(meeting, item);
}

using Lines = std::span<const partnership::ForeseenLine>;

bool waits(Lines lines, const Item& item) {
    return std::any_of(lines.begin(), lines.end(), [&](const partnership::ForeseenLine& line) {
        return subject_of(line.submission.act).item == item.number;
    });
}

/// An item that was taken and is over, with what was set down at it still on the sheet: it stays in
/// hand until its lines enter the record.
const Item* waiting_item(const Meeting& meeting, Lines lines) {
    const Item* newest = nullptr;
    for (const auto& item : meeting.items) {
        const bool later = newest == nullptr || (!item.taken.empty() && newest->taken.back().from <=
                                                                            item.taken.back().from);
        if (!item.taken.empty() && item_over(item) && waits(lines, item) && later) {
            newest = &item;
        }
    }
    return newest;
}

/// The item asked for, the one in hand, or the next that waits.
const Item* item_in_hand(const Meeting& meeting, Lines lines, std::optional<std::int64_t> asked) {
    if (const auto* item = asked ? meeting.item(*asked) : nullptr) {
        return item;
    }
    if (const auto* item = open_item(meeting)) {
        return item;
    }
    if (const auto* item = waiting_item(meeting, lines)) {
        return item;
    }
    const auto next = std::find_if(meeting.items.begin(), meeting.items.end(),
                                   [&](const Item& item) { return can_take(meeting, item); });
    return next == meeting.items.end() ? nullptr : &*next;
}

/// What the meeting needs next; empty when it is for the item in hand to say.
std::string next_of(const Meeting& meeting, Lines lines, const MeetingDayPage& page) {
    const bool quorate = page.room.quorum.quorate && (!page.room.joint || page.room.joint->quorate);
    switch (meeting.status) {
    case MeetingStatus::convened:
        return meeting.attendance_known ? "open" : "attendance";
    case MeetingStatus::adjourned:
        return "resume";
    case MeetingStatus::closed:
    case MeetingStatus::cancelled:
        return "none";
    case MeetingStatus::informal:
        if (quorate) {
            return "resume";
        }
        break;
    case MeetingStatus::open:
        if (!meeting.attendance_known) {
            return "attendance";
        }
        if (!page.chair.taken) {
            return "preside";
        }
        if (!quorate) {
            return "informal";
        }
        break;
    }
    const bool waiting = std::any_of(meeting.items.begin(), meeting.items.end(),
                                     [&](const Item& item) { return can_take(meeting, item); });
    const bool in_hand = open_item(meeting) != nullptr || waiting_item(meeting, lines) != nullptr;
    return in_hand || waiting ? "" : "close";
}

void add_agenda(const DayGround& day, MeetingDayPage& page) {
    for (const auto& shown : items_shown(day.ground, day.meeting)) {
        const auto* item = day.meeting.item(shown.number);
        const bool current = !item->taken.empty() && !item->taken.back().until;
        const bool over = item_over(*item);
        std::string words = current ? "Now" : over ? plain_name(shown.status) : "";
        if (item->status == ItemStatus::deferred) {
            words = "Put off";
        } else if (!current && broken_off(day.meeting, *item)) {
            words = "Broken off";
        } else if (!current && item->status == ItemStatus::taken) {
            words = "Taken";
        }
        page.agenda.push_back({shown.number, shown.title, std::move(words), current, over});
        page.next_item = std::max(page.next_item, shown.number + 1);
    }
}

/// The first instant of the day the meeting is on.
base::Instant day_begins(const DayGround& day) {
    const auto zone = day.ground.partnership.zone();
    return zone.start_of(day_of(day.ground, day.meeting).date);
}

/// Organisations that hold a seat of a body that meets, by name.
void add_organisations(const DayGround& day, MeetingDayPage& page) {
    if (!day.ground.see.names()) {
        return;
    }
    for (const auto& body : bodies_meeting(day.meeting)) {
        for (const auto* seat : seats_at(day.ground.state(), body, day.at)) {
            const auto shown = day.ground.seat(*seat, day.at);
            const auto& held = seat->organisation;
            const bool there =
                held.value.empty() || shown.organisation.empty() ||
                std::any_of(page.organisations.begin(), page.organisations.end(),
                            [&](const Named& each) { return each.id == held.value; });
            if (!there) {
                page.organisations.push_back({held.value, shown.organisation});
            }
        }
    }
    std::sort(page.organisations.begin(), page.organisations.end(),
              [](const Named& a, const Named& b) { return a.name < b.name; });
}

void add_log(const DayGround& day, std::span<const partnership::ForeseenLine> lines,
             MeetingDayPage& page) {
    for (const auto& line : lines) {
        auto shown = day_line(day, line.submission, line.ruling);
        shown.number = line.number;
        page.provisional.insert(page.provisional.begin(), std::move(shown));
    }
    const auto of_day = day_of(day.ground, day.meeting);
    const auto& entries = day.ground.state().entries;
    for (auto i = entries.size(); i > 0; --i) {
        const auto& line = entries.at(i - 1);
        if (line.recorded < day.meeting.convened) {
            break;
        }
        const bool foreseen = std::any_of(lines.begin(), lines.end(), [&](const auto& each) {
            return each.submission.id == line.id;
        });
        const bool today = line.meeting == day.meeting.id &&
                           of_day.has(day.ground.moment(day.meeting.body, line.effective).local);
        if (foreseen || !today) {
            continue;
        }
        ++page.recorded_count;
        const auto entry = page.recorded.size() < recorded_shown_max
                               ? day.ground.partnership.entry(line.position)
                               : base::fail("", "not shown");
        if (entry) {
            page.recorded.push_back(day_line(day, entry->submission, entry->ruling));
            page.recorded.back().position = line.position;
        }
    }
}

void add_other_meetings(const DayGround& day, MeetingDayPage& page) {
    day.ground.state().meetings.each([&](const Meeting& other) {
        if (other.body != day.meeting.body || other.id == day.meeting.id) {
            return;
        }
        const auto named = day.ground.meeting(other.id);
        if (other.status == MeetingStatus::convened && other.scheduled > day.meeting.scheduled) {
            page.other_meetings.push_back(named);
        }
        for (const auto& item : other.items) {
            if (other.held() && taken_informally(other, item)) {
                page.ratifiable.push_back(
                    {other.id.value + " " + std::to_string(item.number),
                     "Item " + std::to_string(item.number) + " of " + named.name});
            }
        }
    });
}

std::string next_action(const DayGround& day) {
    std::int64_t number = 1;
    const auto& state = day.ground.state();
    const auto id = [&] { return day.meeting.body.value + "/a" + std::to_string(number); };
    while (state.actions.find(ActionId(id())) != nullptr) {
        ++number;
    }
    return id();
}

} // namespace

base::Instant day_moment(const Ground& ground, const Meeting& meeting) {
    if (const auto closed = meeting.closed()) {
        return base::Instant{closed->ms - 1};
    }
    const auto day = day_of(ground, meeting);
    const auto newest = newest_of(ground, meeting, day);
    const bool today = is_today(ground, meeting);
    const auto start = meeting.status == MeetingStatus::adjourned && meeting.adjourned_until
                           ? *meeting.adjourned_until
                           : meeting.scheduled;
    if (today && !ground.partnership.clock_stands()) {
        return newest ? std::max(*newest, ground.now) : ground.now;
    }
    if (newest) {
        return *newest;
    }
    return today ? std::max(ground.now, start) : start;
}

std::optional<MeetingDayPage> meeting_day(const Reader& reader, std::string_view meeting,
                                          std::span<const partnership::ForeseenLine> lines,
                                          std::optional<std::int64_t> item) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    MeetingDayPage out;
    out.line = meeting_line(ground, *found);
    out.body = found->body.value;
    out.now = ground.moment(found->body, day.at);
    out.day = day_of(ground, *found);
    out.clock_stands = ground.partnership.clock_stands();
    out.today = is_today(ground, *found);
    out.opened = found->held();
    out.over = found->status == MeetingStatus::closed || found->status == MeetingStatus::cancelled;
    out.state_words = state_words(day);
    const auto* in_hand = item_in_hand(*found, lines, item);
    out.room = day_room(day, open_item(*found));
    out.chair = day_chair(day);
    add_agenda(day, out);
    if (in_hand != nullptr) {
        out.item = day_item(day, *in_hand, waits(lines, *in_hand));
    }
    out.next = next_of(*found, lines, out);
    add_log(day, lines, out);
    add_other_meetings(day, out);
    out.next_action = next_action(day);
    add_organisations(day, out);
    for (const auto& ruled : found->procedure_rulings) {
        if (!ruled.item) {
            out.rulings.push_back(day_procedure_words(day, ruled));
        }
    }
    return out;
}

std::vector<Named> partners_to_name(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<Named> out;
    if (!ground.see.names()) {
        return out;
    }
    ground.state().organisations.each([&](const Organisation& each) {
        out.push_back({each.id.value, ground.organisation(each.id)});
    });
    std::sort(out.begin(), out.end(),
              [](const Named& a, const Named& b) { return a.name < b.name; });
    return out;
}

std::vector<DayLine> day_recorded(const Reader& reader, std::string_view meeting, std::size_t max) {
    const auto& ground = reader.ground();
    std::vector<DayLine> out;
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return out;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    const auto& entries = ground.state().entries;
    for (auto i = entries.size(); i > 0 && out.size() < max; --i) {
        const auto& line = entries.at(i - 1);
        const auto entry = line.meeting == found->id && line.effective >= day_begins(day)
                               ? ground.partnership.entry(line.position)
                               : base::fail("", "not of the day");
        if (entry) {
            out.push_back(day_line(day, entry->submission, entry->ruling));
            out.back().position = line.position;
        }
        if (line.recorded < found->convened) {
            break;
        }
    }
    return out;
}

std::optional<DayLine> day_entry(const Reader& reader, std::string_view meeting,
                                 std::int64_t position) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    const auto entry = ground.partnership.entry(position);
    if (found == nullptr || !entry ||
        subject_of(entry->submission.act).meeting != MeetingId(meeting)) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, day_moment(ground, *found)};
    auto out = day_line(day, entry->submission, entry->ruling);
    out.position = position;
    return out;
}

} // namespace quorate::views
