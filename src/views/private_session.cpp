#include "views/private_session.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/ground.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {

using namespace governance;

namespace {

std::string items_words(const std::vector<std::int64_t>& items) {
    std::vector<std::string> numbers;
    for (const auto item : items) {
        numbers.push_back(std::to_string(item));
    }
    return numbers.empty() ? std::string()
                           : (numbers.size() == 1 ? "item " : "items ") + base::list_words(numbers);
}

bool finished(const Item& item) {
    return item.status != ItemStatus::on_agenda && item.status != ItemStatus::taken &&
           item.status != ItemStatus::interrupted;
}

} // namespace

bool notes_open(const Ground& ground, const Meeting& meeting, const Item& item) {
    if (!ground.see.proceedings(minutes_published(meeting))) {
        return false;
    }
    const bool officer = ground.see.proceedings(false);
    const bool member =
        ground.see.sits_at(meeting) && !ground.see.told_to_leave(meeting.id, item.number);
    return officer || member || !notes_in_private(meeting, item);
}

bool said_in_private(const Ground& ground, const Act& act, std::string_view field) {
    constexpr std::array open_acts = {"notify-item", "declare-outcome", "ratify",
                                      "allow-late-item"};
    const auto name = row_of(act).name;
    const auto about = subject_of(act);
    const auto* meeting = about.meeting ? ground.state().meetings.find(*about.meeting) : nullptr;
    const auto* item = meeting != nullptr && about.item ? meeting->item(*about.item) : nullptr;
    if (item == nullptr || field.empty() ||
        std::find(open_acts.begin(), open_acts.end(), name) != open_acts.end()) {
        return false;
    }
    return notes_in_private(*meeting, *item) && !notes_open(ground, *meeting, *item);
}

const PrivateSession* private_now(const Meeting& meeting) {
    const auto& sessions = meeting.private_sessions;
    return sessions.empty() || sessions.back().until ? nullptr : &sessions.back();
}

std::string private_state(const Ground& ground, const Meeting& meeting) {
    const auto* session = private_now(meeting);
    if (session == nullptr) {
        return {};
    }
    const auto items = items_words(session->items);
    return "In private since " + meeting_clock(ground, meeting, session->from) +
           (items.empty() ? "" : ", for " + items);
}

std::vector<std::string> private_words(const Ground& ground, const Meeting& meeting) {
    std::vector<std::string> out;
    for (const auto& session : meeting.private_sessions) {
        const auto items = items_words(session.items);
        auto line = "At " + meeting_clock(ground, meeting, session.from) +
                    " the meeting went on without the public" +
                    (items.empty() ? "" : " for " + items);
        const auto proposer = session.proposed_by ? ground.seat(*session.proposed_by, session.from)
                                                  : std::optional<SeatShown>();
        line += proposer ? ", as proposed by " + seat_words(*proposer) + "." : ".";
        const auto reason = ground.words_or(session.reason, "");
        line += reason.empty() ? " No reason is recorded." : " Reason: " + as_sentence(reason);
        const bool to_the_end = meeting.closed() && session.until == meeting.closed();
        line += !session.until ? ""
                : to_the_end   ? " It stayed in private to its end."
                               : " The public could come in again at " +
                                   meeting_clock(ground, meeting, *session.until) + ".";
        out.push_back(std::move(line));
    }
    return out;
}

std::string private_remark(const Ground& ground, const Meeting& meeting, const Item& item) {
    if (item.taken.empty() || private_session_of(meeting, item) == nullptr) {
        return {};
    }
    return item.notes_released
               ? "Taken in private. What was noted of it was released on " +
                     short_date(ground.moment(meeting.body, *item.notes_released).local.date) + "."
               : "Taken in private: what was said is not published.";
}

PrivateDay private_day(const Reader& reader, std::string_view id) {
    PrivateDay out;
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return out;
    }
    out.open_to_public = meeting->open_to_public;
    out.in_private = private_now(*meeting) != nullptr;
    out.words = private_state(ground, *meeting);
    for (const auto& item : meeting->items) {
        if (!finished(item)) {
            out.items.push_back(item.number);
        }
        if (!item.taken.empty() && notes_in_private(*meeting, item)) {
            out.held.push_back(item.number);
        }
    }
    return out;
}

} // namespace quorate::views
