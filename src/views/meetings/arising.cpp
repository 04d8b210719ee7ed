#include "views/meetings/arising.hpp"

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/minutes_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// The items of later agendas that say a meeting put them off.
std::vector<const Item*> carriers_of(const Ground& ground, const MeetingId& from) {
    std::vector<const Item*> out;
    ground.state().meetings.each([&](const Meeting& other) {
        if (other.id == from || other.status == MeetingStatus::cancelled) {
            return;
        }
        for (const auto& item : other.items) {
            if (item.deferred_from == from) {
                out.push_back(&item);
            }
        }
    });
    return out;
}

/// What a meeting put off and no later agenda has: each item that says where it comes from stands
/// for the one of its title, else for any that is left.
std::vector<const Item*> left_of(const Ground& ground, const Meeting& meeting) {
    std::vector<const Item*> left;
    for (const auto& item : meeting.items) {
        if (item.status == ItemStatus::deferred) {
            left.push_back(&item);
        }
    }
    if (left.empty()) {
        return left;
    }
    std::int64_t renamed = 0;
    for (const auto* carrier : carriers_of(ground, meeting.id)) {
        const auto same = std::find_if(left.begin(), left.end(), [&](const Item* each) {
            return ground.words(each->title) == ground.words(carrier->title);
        });
        if (same == left.end()) {
            ++renamed;
        } else {
            left.erase(same);
        }
    }
    const auto also = std::min(renamed, static_cast<std::int64_t>(left.size()));
    left.erase(left.begin(), left.begin() + also);
    return left;
}

PutOffItem shown(const Ground& ground, const Meeting& meeting, const Item& item) {
    PutOffItem out;
    out.meeting = ground.meeting(meeting.id);
    out.body = ground.body(meeting.body);
    out.item = item.number;
    out.title = ground.words(item.title).value_or("(title no longer held)");
    out.purpose = written(item.purpose);
    for (const auto& each : item.affects) {
        out.affects.push_back(each.value);
    }
    if (item.deferred_to) {
        out.to = ground.meeting(*item.deferred_to);
    }
    return out;
}

bool same_body(const Meeting& a, const Meeting& b) {
    const auto ours = bodies_meeting(a);
    const auto theirs = bodies_meeting(b);
    return std::any_of(ours.begin(), ours.end(), [&](const BodyId& each) {
        return std::find(theirs.begin(), theirs.end(), each) != theirs.end();
    });
}

bool over(const Meeting& meeting) {
    return meeting.status == MeetingStatus::cancelled || meeting.status == MeetingStatus::closed;
}

/// It was put off to this meeting, to none by name, or to one that did not take it.
bool comes_to(const Ground& ground, const Item& item, const Meeting& meeting) {
    if (!item.deferred_to || *item.deferred_to == meeting.id) {
        return true;
    }
    const auto* named = ground.state().meetings.find(*item.deferred_to);
    return named == nullptr || over(*named);
}

void add_minutes(const Ground& ground, const Meeting& earlier, MattersArising& out) {
    const auto& minutes = earlier.minutes;
    const bool waiting = earlier.closed() && !minutes.circulated.empty() && !minutes.approved;
    if (waiting && minutes_item_of(ground, earlier.id).meeting == nullptr) {
        out.minutes.push_back(ground.meeting(earlier.id));
    }
}

std::string who_acts(const Ground& ground, const Action& action) {
    if (action.seat) {
        const auto seat = ground.seat(*action.seat, ground.now);
        return seat ? seat_words(*seat) : "";
    }
    return action.organisation ? ground.organisation(*action.organisation) : "";
}

void add_actions(const Ground& ground, const Meeting& meeting, MattersArising& out) {
    const auto bodies = bodies_meeting(meeting);
    ground.state().actions.each([&](const Action& action) {
        const bool open =
            action.status == ActionStatus::open || action.status == ActionStatus::progressing;
        const bool theirs = std::find(bodies.begin(), bodies.end(), action.body) != bodies.end();
        if (!open || !theirs || action.assigned > ground.now || action.meeting == meeting.id) {
            return;
        }
        OpenAction each;
        each.words = as_sentence(ground.words(action.what).value_or("(words no longer held)"));
        const auto who = who_acts(ground, action);
        each.words += who.empty() ? "" : " For " + who + ".";
        if (action.due) {
            each.words += " By " + short_date(*action.due) +
                          (*action.due < ground.today ? ": overdue." : ".");
        }
        each.meeting = action.meeting ? ground.meeting(*action.meeting).name : "";
        each.due = action.due;
        out.actions.push_back(std::move(each));
    });
    std::stable_sort(out.actions.begin(), out.actions.end(),
                     [](const OpenAction& a, const OpenAction& b) {
                         return std::pair(!a.due, a.due) < std::pair(!b.due, b.due);
                     });
}

} // namespace

std::vector<PutOffItem> put_off_items(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<PutOffItem> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        for (const auto* item : left_of(ground, meeting)) {
            out.push_back(shown(ground, meeting, *item));
        }
    });
    return out;
}

MattersArising matters_arising(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    MattersArising out;
    if (meeting == nullptr || over(*meeting) || !ground.see.desk()) {
        return out;
    }
    ground.state().meetings.each([&](const Meeting& earlier) {
        if (earlier.id == meeting->id || earlier.scheduled >= meeting->scheduled ||
            !same_body(earlier, *meeting)) {
            return;
        }
        add_minutes(ground, earlier, out);
        for (const auto* item : left_of(ground, earlier)) {
            if (comes_to(ground, *item, *meeting)) {
                out.put_off.push_back(shown(ground, earlier, *item));
            }
        }
    });
    add_actions(ground, *meeting, out);
    return out;
}

} // namespace quorate::views
