#include "views/minutes/minutes.hpp"

#include "governance/codec_names.hpp"
#include "governance/meetings/room.hpp"
#include "governance/minutes/corrections.hpp"
#include "governance/words.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"
#include "views/minutes/days.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// The words as they were when the minutes were last sent out; nothing when they never were.
std::optional<std::string> words_sent(const Ground& ground, const Meeting& meeting,
                                      const std::string& from_record) {
    std::optional<std::string> standing;
    std::optional<std::string> sent;
    auto entries = entries_of(ground, meeting, {"draft-minutes", "circulate-minutes"});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const MeetingEntry& a, const MeetingEntry& b) {
                         return a.line->position < b.line->position;
                     });
    for (const auto& each : entries) {
        if (each.line->verdict != Verdict::permitted) {
            continue;
        }
        if (const auto* draft = std::get_if<acts::DraftMinutes>(&each.entry.submission.act)) {
            if (draft->words && draft->words->given()) {
                standing = ground.words(*draft->words);
            } else if (!standing) {
                standing = from_record; // drafted as the record gives it
            }
        } else {
            sent = standing;
        }
    }
    return sent;
}

} // namespace

std::vector<LineChange> changes_since_sent(const Ground& ground, const Meeting& meeting,
                                           const std::string& from_record,
                                           const std::string& text) {
    const auto sent = words_sent(ground, meeting, from_record);
    return sent ? line_changes(*sent, text) : std::vector<LineChange>{};
}

namespace {

void add_words(const Ground& ground, const Meeting& meeting, MinutesPage& out) {
    out.from_record = minutes_text(ground, meeting);
    out.text = standing_text(ground, meeting, out.from_record);
    out.since_record = line_changes(out.from_record, out.text);
    out.parts = split_minutes(out.text);
    out.remarks = minutes_remarks(out.from_record, out.text);
    out.since_circulation = changes_since_sent(ground, meeting, out.from_record, out.text);
}

std::string minutes_standing(const Ground& ground, const Meeting& meeting) {
    const auto& minutes = meeting.minutes;
    if (minutes.approved) {
        return "They were approved on " +
               short_date(ground.moment(meeting.body, *minutes.approved).local.date) +
               " and stand as approved. What is put right now is shown beside them.";
    }
    if (!minutes.drafted) {
        return "They have not been drafted yet. They can be approved once they have been drafted "
               "and sent to members.";
    }
    return minutes.circulated.empty()
               ? "They have been drafted, and have not been sent to members yet."
               : "They have been drafted and sent to members.";
}

std::string presence_words(const Ground& ground, const Meeting& meeting, const Seat& seat) {
    std::string out;
    for (const auto& stay : meeting.presence) {
        const bool sits = stay.as == PresentAs::member || stay.as == PresentAs::substitute;
        if (stay.seat != seat.id || !sits) {
            continue;
        }
        const auto words = [&](base::Instant at) { return meeting_clock(ground, meeting, at); };
        out += out.empty() ? (stay.as == PresentAs::substitute ? "substitute present from "
                                                               : "present from ")
                           : ", and from ";
        out += words(stay.from) + (stay.until ? " to " + words(*stay.until) : "");
    }
    return out.empty() ? "not recorded as present" : out;
}

void add_seats(const Ground& ground, const Meeting& meeting, MinutesAtMeeting& out) {
    const auto at = meeting.opened().value_or(meeting.scheduled);
    for (const auto& body : bodies_meeting(meeting)) {
        for (const auto* seat : seats_at(ground.state(), body, at)) {
            out.seats.push_back({seat->id.value, seat->number,
                                 seat_at(ground, meeting, ground.seat(*seat, at)),
                                 presence_words(ground, meeting, *seat)});
        }
    }
}

void add_counts(const Ground& ground, const Meeting& meeting, MinutesAtMeeting& out) {
    for (const auto& item : meeting.items) {
        for (auto question = item.questions.rbegin(); question != item.questions.rend();
             ++question) {
            if (question->vote) {
                out.counts.push_back({item.number, ground.words(item.title).value_or(""),
                                      question->vote->for_, question->vote->against,
                                      question->vote->abstain});
                break;
            }
        }
    }
}

void add_doubts(const Ground& ground, const Meeting& meeting, MinutesAtMeeting& out) {
    for (const auto& change : outcomes_in_doubt(ground.state(), meeting, ground.context())) {
        out.in_doubt.push_back("Item " + std::to_string(change.item) +
                               (change.amendment ? ", the amendment" : "") + ": declared as " +
                               plain_name(code_name(change.was)) +
                               "; on the facts as they now stand the terms would give: " +
                               plain_name(code_name(change.would_be)) + ".");
    }
}

void add_room(const Ground& ground, const Meeting& at, MinutesAtMeeting& out) {
    out.at_open = at.status == MeetingStatus::open;
    if (const auto* presiding = presiding_at(ground.state(), at, ground.now, out.item)) {
        out.presiding = seat_words(ground.seat(*presiding, ground.now));
    }
    const auto* terms = ground.terms(at.body, ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule || !out.at_open) {
        return;
    }
    const auto count =
        count_quorum(ground.state(), at, at.body, *rule.params, ground.now, out.item);
    if (count.known) {
        out.quorum = Measure{quorum_words(count.present, count.members, count.needed),
                             own_clause(*rule.rule), count.quorate() ? Mark::met : Mark::breach};
    }
}

/// The meeting that has the minutes on its agenda, else the next one to come, which should.
void add_approving(const Ground& ground, const Meeting& meeting, MinutesPage& out) {
    if (const auto next = minutes_item_of(ground, meeting.id); next.meeting != nullptr) {
        out.approving = ground.meeting(next.meeting->id);
        out.approving_item = next.item->number;
        return;
    }
    const Meeting* soonest = nullptr;
    // A meeting of its own body, alone or jointly; for a joint meeting else one of the other body.
    const auto rank = [&](const Meeting& other) {
        const bool own = other.body == meeting.body || other.jointly_with == meeting.body;
        return std::pair(!own, other.scheduled);
    };
    ground.state().meetings.each([&](const Meeting& other) {
        const bool theirs = other.body == meeting.body || other.jointly_with == meeting.body ||
                            meeting.jointly_with == other.body;
        const bool to_come = theirs && other.id != meeting.id &&
                             other.status == MeetingStatus::convened &&
                             other.scheduled > meeting.scheduled;
        if (to_come && (soonest == nullptr || rank(other) < rank(*soonest))) {
            soonest = &other;
        }
    });
    if (soonest == nullptr) {
        return;
    }
    out.next_meeting = ground.meeting(soonest->id);
    for (const auto& item : soonest->items) {
        out.next_item = std::max(out.next_item, item.number);
    }
    ++out.next_item;
}

/// Items with a paper that is still restricted.
std::vector<std::string> restricted_items(const Ground& ground, const Meeting& meeting) {
    std::vector<std::string> out;
    for (const auto& item : meeting.items) {
        const bool restricted = std::any_of(
            meeting.restrictions.begin(), meeting.restrictions.end(), [&](const Restriction& each) {
                return each.item == item.number && each.holds(ground.now);
            });
        if (restricted) {
            out.push_back("item " + std::to_string(item.number) + " (" +
                          ground.words(item.title).value_or("words no longer held") + ")");
        }
    }
    return out;
}

} // namespace

std::optional<MinutesPage> minutes_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !ground.see.minutes_in_making()) {
        return std::nullopt;
    }
    MinutesPage out;
    out.line = meeting_line(ground, *meeting);
    const auto& minutes = meeting->minutes;
    out.closed = meeting->closed().has_value();
    out.drafted = minutes.drafted.has_value();
    out.circulated = !minutes.circulated.empty();
    out.approved = minutes.approved.has_value();
    out.published = minutes_published(*meeting);
    out.published_final = std::any_of(minutes.publications.begin(), minutes.publications.end(),
                                      [](const Publication& each) { return !each.draft; });
    add_words(ground, *meeting, out);
    out.facts = minutes_facts(ground, *meeting);
    out.left_out = minutes_left_out(ground, *meeting);
    out.restricted = restricted_items(ground, *meeting);
    out.steps = minutes_steps(ground, *meeting);
    out.corrections = corrections_shown(ground, *meeting);
    out.proposals = proposals_shown(ground, *meeting, false);
    out.publishing = minutes_published_by_terms(ground, meeting->body);
    add_approving(ground, *meeting, out);
    return out;
}

std::vector<CorrectionAsked> minutes_proposals(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return {};
    }
    return proposals_shown(ground, *meeting, !ground.see.minutes_in_making());
}

std::vector<base::LocalTime> days_sat(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    std::vector<base::LocalTime> out;
    if (meeting == nullptr) {
        return out;
    }
    for (const auto& sitting : meeting->sittings) {
        const auto local = ground.moment(meeting->body, sitting.from).local;
        if (out.empty() || out.back().date != local.date) {
            out.push_back(local);
        }
    }
    return out;
}

std::optional<MinutesAtMeeting> minutes_at_meeting(const Reader& reader, std::string_view id,
                                                   std::string_view at_id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !ground.see.minutes_in_making()) {
        return std::nullopt;
    }
    const auto listed = minutes_item_of(ground, meeting->id);
    const auto* at =
        at_id.empty() ? listed.meeting : ground.state().meetings.find(MeetingId(at_id));
    if (at == nullptr || at == meeting) {
        return std::nullopt;
    }
    MinutesAtMeeting out;
    out.line = meeting_line(ground, *meeting);
    out.at = meeting_line(ground, *at);
    for (const auto& item : at->items) {
        if (item.minutes_of == meeting->id) {
            out.item = item.number;
            out.item_title = ground.words(item.title).value_or("");
        }
    }
    add_room(ground, *at, out);
    out.minutes = minutes_standing(ground, *meeting);
    out.approved = meeting->minutes.approved.has_value();
    out.corrections = corrections_shown(ground, *meeting);
    add_doubts(ground, *meeting, out);
    add_counts(ground, *meeting, out);
    add_seats(ground, *meeting, out);
    out.opened = ground.moment(meeting->body, meeting->opened().value_or(meeting->scheduled)).local;
    return out;
}

} // namespace quorate::views
