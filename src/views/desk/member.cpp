#include "views/desk/member.hpp"

#include "governance/codec_names.hpp"
#include "governance/duties/duties.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/reading.hpp"
#include "views/desk/own_make.hpp"
#include "views/duties_make.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

bool under_way(const Meeting& meeting) {
    return meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::informal ||
           meeting.status == MeetingStatus::adjourned;
}

ReportBack report_shown(const Ground& ground, const SeatOfViewer& own, const Duty& duty,
                        const charter::DutyRule& rule) {
    ReportBack out;
    out.kind = rule.kind;
    out.seat = own_seat(ground, own);
    out.meeting = ground.meeting(*duty.meeting);
    out.what = as_sentence(duty.what);
    out.clause = duty.cited_clause.empty() ? duty.clause : duty.cited_clause;
    out.due = duty.due;
    out.state = written(duty.state);
    out.words = duty.words;
    out.open = duty.state != DutyState::met && duty.state != DutyState::no_record;
    return out;
}

/// Still to be held, or going on.
bool ahead(const Ground& ground, const Meeting& meeting) {
    return under_way(meeting) ||
           (meeting.status == MeetingStatus::convened &&
            ground.moment(meeting.body, meeting.scheduled).local.date >= ground.today);
}

void add_meetings(const Ground& ground, MemberDesk& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (!ahead(ground, meeting)) {
            return;
        }
        for (const auto& own : seats_at_meeting(ground, meeting)) {
            out.meetings.push_back(own_meeting_of(ground, meeting, own));
        }
    });
    std::stable_sort(out.meetings.begin(), out.meetings.end(),
                     [](const OwnMeeting& a, const OwnMeeting& b) {
                         return std::pair(!a.under_way, a.goes_on.value_or(a.line.at).instant) <
                                std::pair(!b.under_way, b.goes_on.value_or(b.line.at).instant);
                     });
}

/// The viewer held the seat as this occupant had it.
bool held_by(const Viewer& viewer, const Seat& seat, const Occupant* occupant) {
    return occupant != nullptr &&
           std::any_of(viewer.seats.begin(), viewer.seats.end(), [&](const Actor& actor) {
               return actor.kind == ActorKind::seat
                          ? actor.id == seat.id.value
                          : std::find(occupant->persons.begin(), occupant->persons.end(),
                                      PersonId(actor.id)) != occupant->persons.end();
           });
}

/// When the viewer last ceased to hold the seat; nothing when they never did.
std::optional<base::Instant> ended_at(const Ground& ground, const Seat& seat) {
    const auto& viewer = ground.see.viewer();
    std::optional<base::Instant> end;
    const Occupant* before = nullptr;
    for (const auto at : changes_of_holder(ground, seat)) {
        if (at > ground.now) {
            break;
        }
        const auto* then = occupant_at(ground.state(), seat, at);
        if (then != before && held_by(viewer, seat, before)) {
            end = at;
        }
        before = then;
    }
    const bool removed = seat.removed && *seat.removed <= ground.now;
    return removed && held_by(viewer, seat, before) ? seat.removed : end;
}

/// Seats the viewer held and holds no longer, with the day each ended.
void add_ended(const Ground& ground, const std::vector<SeatOfViewer>& held, MemberDesk& out) {
    ground.state().seats.each([&](const Seat& seat) {
        const bool still = std::any_of(held.begin(), held.end(),
                                       [&](const SeatOfViewer& own) { return own.seat == &seat; });
        const auto end = still ? std::nullopt : ended_at(ground, seat);
        if (end) {
            out.ended.push_back({ground.seat(seat, *end), ground.body(seat.body),
                                 ground.moment(seat.body, *end).local.date});
        }
    });
    std::stable_sort(out.ended.begin(), out.ended.end(),
                     [](const SeatHeld& a, const SeatHeld& b) { return a.until > b.until; });
}

/// Reports back that the terms ask of the viewer's seats, open ones first.
void add_reports(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    std::vector<BodyId> bodies;
    for (const auto& own : seats) {
        if (std::find(bodies.begin(), bodies.end(), own.seat->body) == bodies.end()) {
            bodies.push_back(own.seat->body);
        }
    }
    for (const auto& body : bodies) {
        for (const auto& duty : duties_of(ground.state(), ground.context(), body, ground.today)) {
            const auto own =
                std::find_if(seats.begin(), seats.end(),
                             [&](const SeatOfViewer& each) { return duty.seat == each.seat->id; });
            const auto* rule =
                own != seats.end() && duty.meeting ? report_rule(ground, duty) : nullptr;
            if (rule != nullptr) {
                out.reports.push_back(report_shown(ground, *own, duty, *rule));
            }
        }
    }
    std::stable_sort(out.reports.begin(), out.reports.end(),
                     [](const ReportBack& a, const ReportBack& b) {
                         return std::pair(!a.open, a.due) < std::pair(!b.open, b.due);
                     });
}

/// The minutes a meeting's members have, until they are approved.
std::optional<MinutesSent> sent_to(const Ground& ground, const Meeting& meeting) {
    const auto& minutes = meeting.minutes;
    if (!ground.see.minutes_sent(meeting) || minutes.circulated.empty() || minutes.approved) {
        return std::nullopt;
    }
    return MinutesSent{ground.meeting(meeting.id),
                       ground.moment(meeting.body, minutes.circulated.back()),
                       ground.words_or(minutes.words, minutes_text(ground, meeting))};
}

void add_minutes(const Ground& ground, MemberDesk& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (auto sent = sent_to(ground, meeting)) {
            out.minutes.push_back(std::move(*sent));
        }
    });
    std::stable_sort(
        out.minutes.begin(), out.minutes.end(),
        [](const MinutesSent& a, const MinutesSent& b) { return a.sent.instant > b.sent.instant; });
}

OwnAction action_shown(const Ground& ground, const Action& action) {
    OwnAction out;
    out.id = action.id.value;
    out.what = ground.words(action.what).value_or(std::string(erased));
    out.body = ground.body(action.body);
    out.meeting = action.meeting ? ground.meeting(*action.meeting).name : "";
    out.due = action.due;
    out.status = written(action.status);
    out.status_words = plain_name(out.status);
    const bool open =
        action.status == ActionStatus::open || action.status == ActionStatus::progressing;
    out.overdue = open && action.due && *action.due < ground.today;
    out.of_organisation = !action.seat.has_value();
    return out;
}

bool is_theirs(const Action& action, const std::vector<SeatOfViewer>& seats) {
    return std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
        return action.seat == own.seat->id || (!action.seat && action.organisation &&
                                               action.organisation == own.seat->organisation);
    });
}

void add_actions(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    ground.state().actions.each([&](const Action& action) {
        if (is_theirs(action, seats) && action.assigned <= ground.now) {
            out.actions.push_back(action_shown(ground, action));
        }
    });
    const auto key = [](const OwnAction& action) {
        const bool open = action.status == "open" || action.status == "progressing";
        return std::pair(open ? 0 : 1, action.due ? action.due->days : 1'000'000);
    };
    std::stable_sort(out.actions.begin(), out.actions.end(),
                     [&](const OwnAction& a, const OwnAction& b) { return key(a) < key(b); });
}

/// What became of an item that is, or was, on the agenda.
void settle_item(const Ground& ground, const Meeting& meeting, const Item& item, OwnRequest& out) {
    const auto number = std::to_string(item.number);
    const bool over = meeting.status == MeetingStatus::closed;
    out.state = "off";
    if (item.status == ItemStatus::not_allowed) {
        out.words = "It was not allowed.";
    } else if (item.status == ItemStatus::withdrawn) {
        out.words = "It was withdrawn.";
    } else if (item.status == ItemStatus::deferred) {
        out.words = item.deferred_to
                        ? "It was put off to " + ground.meeting(*item.deferred_to).name + "."
                        : "It was put off.";
    } else if (meeting.status == MeetingStatus::cancelled) {
        out.words = "The meeting was called off. Ask for it again at another.";
    } else {
        out.state = "on-agenda";
        out.words = (over ? "It was on the agenda as item " : "It is on the agenda as item ") +
                    number + ".";
    }
}

void settle_request(const Ground& ground, const EntryLine& line, OwnRequest& out) {
    const auto* awaited = ground.state().awaited.find(line.id);
    const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
    const auto* item = meeting == nullptr ? nullptr : meeting->item(out.item);
    // On the agenda by an answer disputed since, it is there until the Chair says otherwise.
    const bool let_in = awaited != nullptr && awaited->disputed && item != nullptr;
    const bool waits = awaited != nullptr && !awaited->answered && !let_in;
    if (line.verdict == Verdict::refused) {
        out.state = "refused";
        out.words = "It was refused.";
    } else if (waits && (meeting->status == MeetingStatus::closed ||
                         meeting->status == MeetingStatus::cancelled)) {
        out.state = "not-allowed";
        out.words = meeting->status == MeetingStatus::closed
                        ? "It came after the last day, and was not answered before the meeting "
                          "closed."
                        : "The meeting was called off. Ask for it again at another.";
    } else if (waits) {
        out.state = "waiting";
        out.words = "It came after the last day and waits for " + who_words(awaited->holder) + ".";
    } else if (item == nullptr) {
        out.state = "not-allowed";
        out.words = awaited == nullptr ? "It is not on the agenda."
                                       : "It came after the last day and was not allowed.";
    } else {
        settle_item(ground, *meeting, *item, out);
        if (let_in) {
            out.words = "It came after the last day. Whether it was allowed is disputed, and waits "
                        "for " +
                        who_words(awaited->holder) + ". " + out.words;
        } else if (awaited != nullptr) {
            const bool allowed = item->status != ItemStatus::not_allowed;
            out.words = allowed ? "It came after the last day and was allowed. " + out.words
                                : "It came after the last day and was not allowed.";
            out.state = out.state == "on-agenda" ? "allowed" : out.state;
        }
    }
}

void add_requests(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    if (seats.empty()) {
        return; // an officer has no requests of their own
    }
    const auto notify = act_index("notify-item");
    ground.state().entries.each([&](const EntryLine& line) {
        const bool theirs = ground.see.own(line.made_by) ||
                            std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
                                return line.made_by.kind == ActorKind::seat &&
                                       line.made_by.id == own.seat->id.value;
                            });
        const bool anothers = line.made_by.kind == ActorKind::seat &&
                              !of_holder(ground, SeatId(line.made_by.id), line.effective);
        if (line.act != notify || !theirs || anothers || !line.meeting || !line.body) {
            return;
        }
        const auto entry = ground.partnership.entry(line.position);
        if (!entry) {
            return;
        }
        OwnRequest shown;
        shown.position = line.position;
        shown.when = ground.moment(*line.body, line.effective);
        shown.meeting = ground.meeting(*line.meeting);
        shown.item = line.item.value_or(0);
        if (const auto* act = std::get_if<acts::NotifyItem>(&entry->submission.act)) {
            shown.title = ground.words(act->title).value_or(std::string(erased));
        }
        settle_request(ground, line, shown);
        out.requests.push_back(std::move(shown));
    });
    std::reverse(out.requests.begin(), out.requests.end());
}

/// What tells people of one name apart: ", The Rivers Agency", ", who stood in before".
std::string where_known(const Ground& ground, const PersonId& person) {
    std::string out;
    ground.state().seats.each([&](const Seat& seat) {
        const auto* occupant = occupant_at(ground.state(), seat, ground.now);
        const bool holds = occupant != nullptr &&
                           std::find(occupant->persons.begin(), occupant->persons.end(), person) !=
                               occupant->persons.end();
        if (holds && out.empty()) {
            out = ", " + ground.organisation(seat.organisation);
        }
    });
    ground.state().meetings.each([&](const Meeting& meeting) {
        const auto& named = meeting.substitutes;
        const bool stood_in =
            std::any_of(named.begin(), named.end(),
                        [&](const SubstituteNomination& each) { return each.person == person; });
        if (stood_in && out.empty()) {
            out = ", named as a substitute before";
        }
    });
    return out;
}

} // namespace

MemberDesk member_desk(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto seats = seats_of_viewer(ground);
    MemberDesk out;
    for (const auto& own : seats) {
        out.seats.push_back(own_seat(ground, own));
    }
    for (const auto& own : stood_in_for(ground)) {
        out.seats.push_back(own_seat(ground, own));
    }
    add_ended(ground, seats, out);
    add_minutes(ground, out);
    add_meetings(ground, out);
    add_actions(ground, seats, out);
    add_requests(ground, seats, out);
    out.interests = own_interests(ground, seats);
    out.declarations = own_declarations(ground, seats);
    add_reports(ground, seats, out);
    out.recorded = recorded_for(ground, seats);
    constexpr std::size_t listed_max = 25;
    if (out.recorded.size() > listed_max) {
        out.recorded_more = static_cast<std::int64_t>(out.recorded.size() - listed_max);
        out.recorded.resize(listed_max);
    }
    return out;
}

std::vector<OwnMeeting> meetings_called_off(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<OwnMeeting> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (meeting.status != MeetingStatus::cancelled || meeting.scheduled < ground.now) {
            return;
        }
        for (const auto& own : seats_at_meeting(ground, meeting)) {
            out.push_back(own_meeting_of(ground, meeting, own));
        }
    });
    return out;
}

std::optional<MinutesSent> minutes_sent(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    return meeting == nullptr ? std::nullopt : sent_to(ground, *meeting);
}

std::optional<OwnAction> own_action(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* action = ground.state().actions.find(ActionId(id));
    if (action == nullptr || !is_theirs(*action, seats_of_viewer(ground))) {
        return std::nullopt;
    }
    return action_shown(ground, *action);
}

std::vector<PersonChoice> people_called(const Reader& reader, std::string_view name) {
    const auto& ground = reader.ground();
    std::vector<PersonChoice> out;
    // A title is spaced and written in capitals as freely as a name.
    const auto wanted = partnership::paper_line(name);
    ground.state().persons.each([&](const Person& person) {
        const auto known = ground.person(person.id);
        if (known && partnership::paper_line(*known) == wanted) {
            out.push_back({person.id.value, *known + where_known(ground, person.id)});
        }
    });
    return out;
}

std::vector<OrganisationChoice> organisation_choices(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<OrganisationChoice> out;
    if (!ground.see.names()) {
        return out;
    }
    ground.state().organisations.each([&](const Organisation& organisation) {
        out.push_back({organisation.id.value, ground.organisation(organisation.id)});
    });
    std::stable_sort(
        out.begin(), out.end(),
        [](const OrganisationChoice& a, const OrganisationChoice& b) { return a.name < b.name; });
    return out;
}

} // namespace quorate::views
