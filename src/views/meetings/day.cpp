#include "views/meetings/day.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t recorded_shown_max = 12;
constexpr std::size_t matches_max = 20;

/// The civil day the meeting is on: the day it was called for, or of its newest sitting, or to
/// which it was adjourned.
base::CivilDate day_of(const Ground& ground, const Meeting& meeting) {
    if (meeting.status == MeetingStatus::adjourned && meeting.adjourned_until) {
        return ground.moment(meeting.body, *meeting.adjourned_until).local.date;
    }
    const auto begun = meeting.held() ? meeting.sittings.back().from : meeting.scheduled;
    return ground.moment(meeting.body, begun).local.date;
}

/// The newest instant at which something of this meeting's day is recorded or foreseen.
std::optional<base::Instant> newest_of(const Ground& ground, const Meeting& meeting,
                                       base::CivilDate day) {
    std::optional<base::Instant> out;
    const auto& entries = ground.state().entries;
    for (auto i = entries.size(); i > 0; --i) {
        const auto& line = entries.at(i - 1);
        if (line.recorded < meeting.convened) {
            break;
        }
        const bool today = line.meeting == meeting.id &&
                           ground.moment(meeting.body, line.effective).local.date == day;
        if (today && (!out || *out < line.effective)) {
            out = line.effective;
        }
    }
    return out;
}

/// The moment the page is about, with which its forms begin. A clock that stands goes with what was
/// last set down; the machine's clock goes on by itself, unless the day is past and is being
/// entered from paper.
base::Instant moment_of(const Ground& ground, const Meeting& meeting) {
    if (const auto closed = meeting.closed()) {
        return base::Instant{closed->ms - 1};
    }
    const auto day = day_of(ground, meeting);
    const auto newest = newest_of(ground, meeting, day);
    const bool today = ground.moment(meeting.body, ground.now).local.date == day;
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

std::string since_words(const DayGround& day, std::string_view what) {
    const auto from = day.meeting.sittings.back().from;
    return std::string(what) + " since " + day.clock(from);
}

std::string state_words(const DayGround& day) {
    switch (day.meeting.status) {
    case MeetingStatus::convened:
        return "Not open yet";
    case MeetingStatus::open:
        return since_words(day, "Open");
    case MeetingStatus::informal:
        return since_words(day, "Informal discussion");
    case MeetingStatus::adjourned:
        return "Adjourned";
    case MeetingStatus::closed:
        return "Closed at " + day.clock(*day.meeting.closed());
    case MeetingStatus::cancelled:
        return "Called off";
    }
    return {};
}

bool can_take(const Item& item) {
    return item.status == ItemStatus::on_agenda || item.status == ItemStatus::interrupted;
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
    const auto next = std::find_if(meeting.items.begin(), meeting.items.end(), can_take);
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
    const bool waiting = std::any_of(meeting.items.begin(), meeting.items.end(), can_take);
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
        } else if (!current && item->status == ItemStatus::taken) {
            words = "Taken";
        } else if (item->status == ItemStatus::interrupted) {
            words = "Broken off";
        }
        page.agenda.push_back({shown.number, shown.title, std::move(words), current, over});
        page.next_item = std::max(page.next_item, shown.number + 1);
    }
}

DayLine line_shown(const DayGround& day, const Submission& submission, const Ruling& ruling) {
    DayLine out;
    out.time = day.clock(submission.effective);
    out.words = day_act_words(day.ground, submission);
    out.act = row_of(submission.act).name;
    out.entry = submission.id.value;
    out.ruling =
        ruling_shown(day.ground, ruling, subject_of(submission.act).body, submission.effective);
    return out;
}

void add_log(const DayGround& day, std::span<const partnership::ForeseenLine> lines,
             MeetingDayPage& page) {
    for (const auto& line : lines) {
        auto shown = line_shown(day, line.submission, line.ruling);
        shown.number = line.number;
        page.provisional.insert(page.provisional.begin(), std::move(shown));
    }
    const auto date = day_of(day.ground, day.meeting);
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
                           day.ground.moment(day.meeting.body, line.effective).local.date == date;
        if (foreseen || !today) {
            continue;
        }
        ++page.recorded_count;
        const auto entry = page.recorded.size() < recorded_shown_max
                               ? day.ground.partnership.entry(line.position)
                               : base::fail("", "not shown");
        if (entry) {
            page.recorded.push_back(line_shown(day, entry->submission, entry->ruling));
            page.recorded.back().position = line.position;
        }
    }
}

bool taken_informally(const Meeting& meeting, const Item& item) {
    for (const auto& interval : item.taken) {
        for (const auto& sitting : meeting.sittings) {
            if (sitting.informal && (!sitting.until || interval.from <= *sitting.until) &&
                (!interval.until || sitting.from <= *interval.until)) {
                return true;
            }
        }
    }
    return false;
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

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// Every word typed begins a word of what is shown of the seat.
bool fits(const SeatShown& seat, const std::vector<std::string>& typed) {
    const auto all = " " + lowered(seat_words(seat) + " " + seat.sector + " " + seat.organisation +
                                   " " + seat.title);
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
        return all.find(" " + word) != std::string::npos;
    });
}

} // namespace

std::optional<MeetingDayPage> meeting_day(const Reader& reader, std::string_view meeting,
                                          std::span<const partnership::ForeseenLine> lines,
                                          std::optional<std::int64_t> item) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return std::nullopt;
    }
    const DayGround day{ground, *found, moment_of(ground, *found)};
    MeetingDayPage out;
    out.line = meeting_line(ground, *found);
    out.body = found->body.value;
    out.now = ground.moment(found->body, day.at);
    out.clock_stands = ground.partnership.clock_stands();
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
    return out;
}

std::vector<DayMatch> day_matches(const Reader& reader, std::string_view meeting,
                                  std::string_view typed) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    std::vector<DayMatch> out;
    std::vector<std::string> words;
    for (const auto each : base::split(typed, ' ')) {
        if (!base::trim(each).empty()) {
            words.push_back(lowered(base::trim(each)));
        }
    }
    if (found == nullptr || words.empty()) {
        return out;
    }
    std::int64_t number = 0;
    const auto& only = words.front();
    const auto end = std::from_chars(only.data(), only.data() + only.size(), number);
    const bool by_number = words.size() == 1 && end.ptr == only.data() + only.size();
    const auto room = day_room({ground, *found, moment_of(ground, *found)}, nullptr);
    const auto add = [&](const std::vector<DaySeat>& seats, bool substitute) {
        for (const auto& each : seats) {
            const bool same = by_number ? each.seat.number == number : fits(each.seat, words);
            const bool there = std::any_of(out.begin(), out.end(), [&](const DayMatch& match) {
                return match.seat == each.seat.number && match.substitute == substitute;
            });
            if (same && !there && out.size() < matches_max) {
                out.push_back({each.seat.number, substitute,
                               substitute ? "The substitute for " + each.words : each.words});
            }
        }
    };
    for (const auto* list : {&room.not_here, &room.away, &room.apologies, &room.substitutes}) {
        add(*list, false);
    }
    add(room.substitutes, true);
    return out;
}

} // namespace quorate::views
