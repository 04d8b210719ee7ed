#include "views/minutes/document.hpp"

#include "governance/codec_names.hpp"
#include "governance/minutes/corrections.hpp"
#include "partnership/partnership.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool may_read(const Ground& ground, const Meeting& meeting) {
    const auto& minutes = meeting.minutes;
    if (!minutes.drafted || !meeting.opened()) {
        return false;
    }
    return minutes_published(meeting) || ground.see.minutes_in_making() ||
           (!minutes.circulated.empty() && ground.see.minutes_sent(meeting));
}

/// As everyone sees it, whoever asks: the document is sent on, printed and put on websites.
void add_attendance_rows(const Ground& ground, const Meeting& meeting, MinutesDocument& out) {
    const auto page = meeting_page(open_to_all(ground), meeting.id);
    if (!page) {
        return;
    }
    for (const auto& line : page->present) {
        out.attendance.push_back({seat_at(ground, meeting, line.seat),
                                  line.substitute ? "Substitute" : "Member",
                                  line.times.empty() ? "Throughout" : capitalised(line.times)});
    }
    for (const auto& seat : page->apologies) {
        out.attendance.push_back({seat_at(ground, meeting, seat), "Apologies", ""});
    }
}

void add_actions(const Ground& ground, const Meeting& meeting, MinutesDocument& out) {
    ground.state().actions.each([&](const Action& action) {
        if (action.meeting != meeting.id) {
            return;
        }
        MinutesAction shown;
        shown.item = action.item;
        shown.what = ground.words(action.what).value_or("(words no longer held)");
        if (action.seat) {
            const auto seat = ground.seat(*action.seat, action.assigned);
            shown.who = seat ? seat_words(*seat) : "";
        } else if (action.organisation) {
            shown.who = ground.see.names() ? ground.organisation(*action.organisation)
                                           : "A partner organisation";
        }
        shown.due = action.due;
        shown.status = plain_name(written(action.status));
        out.actions.push_back(std::move(shown));
    });
    std::stable_sort(out.actions.begin(), out.actions.end(),
                     [](const MinutesAction& a, const MinutesAction& b) {
                         return a.item.value_or(0) < b.item.value_or(0);
                     });
}

/// The place in the record of the approval that stands; 0 while there is none.
std::int64_t approval_position(const Ground& ground, const Meeting& meeting) {
    const auto approve = act_index("approve-minutes");
    std::int64_t out = 0;
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.act != approve || line.verdict != Verdict::permitted ||
            line.effective != meeting.minutes.approved) {
            return;
        }
        const auto entry = ground.partnership.entry(line.position);
        const auto* act =
            entry ? std::get_if<acts::ApproveMinutes>(&entry->submission.act) : nullptr;
        out = act != nullptr && act->meeting == meeting.id ? line.position : out;
    });
    return out;
}

void add_corrections(const Ground& ground, const Meeting& meeting, MinutesDocument& out) {
    const auto& approved = meeting.minutes.approved;
    const auto position = approved ? approval_position(ground, meeting) : 0;
    for (auto& each : corrections_shown(ground, meeting)) {
        // What took effect at one moment is in the order of the record.
        const bool later = approved && std::pair(each.when.instant, each.position) >
                                           std::pair(*approved, position);
        (later ? out.after : out.before).push_back(std::move(each));
    }
    for (const auto& change : outcomes_in_doubt(ground.state(), meeting, ground.context())) {
        out.in_doubt.push_back(
            "Item " + std::to_string(change.item) + (change.amendment ? ", the amendment" : "") +
            ": on the facts as they now stand the terms would give another "
            "outcome: " +
            plain_name(code_name(change.would_be)) + ". What was decided stands as declared.");
    }
}

/// Where they are, or were, approved.
void add_approval(const Ground& ground, const Meeting& meeting, MinutesDocument& out) {
    const auto& minutes = meeting.minutes;
    if (minutes.approved) {
        out.state = "approved";
        out.state_words =
            "Approved on " + short_date(ground.moment(meeting.body, *minutes.approved).local.date);
        if (minutes.approved_at) {
            out.meeting = ground.meeting(*minutes.approved_at);
            out.item = minutes.approved_item;
        }
        return;
    }
    out.state = "draft";
    out.state_words = "Draft, not yet approved";
    if (const auto next = minutes_item_of(ground, meeting.id); next.meeting != nullptr) {
        out.meeting = ground.meeting(next.meeting->id);
        out.item = next.item->number;
    }
}

} // namespace

std::string standing_text(const Ground& ground, const Meeting& meeting,
                          const std::string& from_record) {
    if (meeting.minutes.words || !meeting.minutes.approved) {
        return ground.words_or(meeting.minutes.words, from_record);
    }
    auto earlier = ground.partnership.state_at(approval_position(ground, meeting) + 1);
    if (!earlier) {
        return from_record;
    }
    auto then = ground;
    then.snapshot = std::move(*earlier);
    const auto* approved = then.state().meetings.find(meeting.id);
    return approved == nullptr ? from_record : minutes_text(then, *approved);
}

std::optional<Named> minutes_for_approval(const Reader& reader, std::string_view id,
                                          std::int64_t number) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    const auto* item = meeting == nullptr ? nullptr : meeting->item(number);
    return item == nullptr || !item->minutes_of ? std::nullopt
                                                : std::optional(ground.meeting(*item->minutes_of));
}

std::optional<MinutesDocument> minutes_document(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !may_read(ground, *meeting)) {
        return std::nullopt;
    }
    MinutesDocument out;
    out.line = meeting_line(ground, *meeting);
    out.published = minutes_published(*meeting);
    out.circulated = !meeting->minutes.circulated.empty();
    add_approval(ground, *meeting, out);
    const auto from_record = minutes_text(ground, *meeting);
    out.text = standing_text(ground, *meeting, from_record);
    out.remarks = minutes_remarks(from_record, out.text);
    add_attendance_rows(ground, *meeting, out);
    add_actions(ground, *meeting, out);
    add_corrections(ground, *meeting, out);
    if (ground.see.minutes_sent(*meeting) && out.circulated) {
        out.since_circulation = changes_since_sent(ground, *meeting, from_record, out.text);
    }
    return out;
}

} // namespace quorate::views
