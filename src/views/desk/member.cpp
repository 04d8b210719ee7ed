#include "views/desk/member.hpp"

#include "governance/codec_names.hpp"
#include "governance/meetings/deadlines.hpp"
#include "governance/rule.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/reader.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

bool under_way(const Meeting& meeting) {
    return meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::informal ||
           meeting.status == MeetingStatus::adjourned;
}

void add_coming(const Ground& ground, const Meeting& meeting, const Seat& seat, OwnMeeting& out) {
    out.coming = "nothing-said";
    out.coming_words = "You have not said whether you will come.";
    for (const auto& nomination : meeting.substitutes) {
        if (nomination.seat == seat.id && !nomination.withdrawn) {
            const auto name = ground.person(nomination.person);
            out.coming = "substitute";
            out.substitute_id = nomination.person.value;
            out.coming_words =
                (name ? *name + " is your substitute." : "You have named a substitute.");
            return;
        }
    }
    if (std::find(meeting.apologies.begin(), meeting.apologies.end(), seat.id) !=
        meeting.apologies.end()) {
        out.coming = "apologies";
        out.coming_words = "You have sent your apologies.";
    }
}

void add_substitutes(const Ground& ground, const Meeting& meeting, OwnMeeting& out) {
    const auto* terms = ground.terms(meeting.body, ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::SubstituteRule>{}
                                       : terms->terms.one<charter::SubstituteRule>();
    if (!rule) {
        return;
    }
    out.substitutes = true;
    out.substitutes_clause = own_clause(*rule.rule);
    if (rule->in_advance) {
        out.substitute_by = ground.moment(meeting.body, meeting.scheduled);
    }
}

/// The registered interests that name an organisation the item is about.
std::vector<std::string> matches(const Ground& ground, const Item& item, const Seat& seat) {
    std::vector<std::string> out;
    ground.state().interests.each([&](const RegisteredInterest& interest) {
        const bool theirs = interest.seat == seat.id && interest.from <= ground.now &&
                            (!interest.until || *interest.until > ground.now);
        const bool touched =
            interest.organisation && std::find(item.affects.begin(), item.affects.end(),
                                               *interest.organisation) != item.affects.end();
        if (theirs && touched) {
            out.push_back(ground.words(interest.nature).value_or(std::string(erased)));
        }
    });
    return out;
}

void add_items(const Ground& ground, const Meeting& meeting, const Seat& seat, OwnMeeting& out) {
    for (const auto& item : meeting.items) {
        DeclarableItem shown;
        shown.number = item.number;
        shown.title = ground.words(item.title).value_or(std::string(erased));
        shown.purpose = written(item.purpose);
        shown.matches = matches(ground, item, seat);
        const auto declared = interests_shown(ground, meeting, item);
        for (std::size_t i = 0; i < declared.size(); ++i) {
            if (item.declarations[i].seat == seat.id) {
                shown.declared = true;
                shown.standing = declared[i].determination.empty()
                                     ? "You have declared an interest. What follows is still to be "
                                       "determined."
                                     : "You have declared an interest. " +
                                           as_sentence(declared[i].determination);
            }
        }
        out.items.push_back(std::move(shown));
    }
}

/// The ruling an ordinary item would get if the viewer asked for it now.
Ruling item_now(const Ground& ground, const Meeting& meeting, const SeatOfViewer& own) {
    acts::NotifyItem act;
    act.meeting = meeting.id;
    act.item = 1;
    while (meeting.item(act.item) != nullptr) {
        ++act.item;
    }
    act.title.words = "An item";
    Submission submission;
    submission.act = std::move(act);
    submission.made_by = own.actor;
    submission.recorded_by = own.actor;
    submission.effective = ground.now;
    return explain(ground.state(), submission, ground.context(), ground.now);
}

void add_item_deadline(const Ground& ground, const Meeting& meeting, const SeatOfViewer& own,
                       OwnMeeting& out) {
    const auto* terms = ground.terms(meeting.body, ground.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
        if (rule->object != charter::NoticeObject::items) {
            continue;
        }
        const auto due = notice_deadline(ground.state(), meeting.body, *rule.params,
                                         meeting.scheduled, ground.now, ground.context());
        out.items_clause = own_clause(*rule.rule);
        if (due) {
            out.items_latest = due->latest;
        }
    }
    const auto ruling = item_now(ground, meeting, own);
    out.items_ruling = ruling_shown(ground, ruling, meeting.body, ground.now);
    out.items_open = ruling.verdict == Verdict::permitted;
    const auto last = out.items_latest ? base::words(*out.items_latest) : std::string();
    if (out.items_open) {
        out.items_words =
            last.empty() ? "You can ask for an item." : "The last day for items is " + last + ".";
    } else if (ruling.verdict == Verdict::needs_discretion) {
        out.items_words =
            (last.empty() ? "" : "The last day for items was " + last + ". ") +
            "You can still ask: the item then waits for " +
            (out.items_ruling->holder.empty() ? "the Chair" : out.items_ruling->holder) +
            ", who may allow it in exceptional circumstances.";
    } else {
        out.items_words = last.empty() ? "No further item can be asked for."
                                       : "The last day for items was " + last + ".";
    }
}

OwnMeeting own_meeting_of(const Ground& ground, const Meeting& meeting, const SeatOfViewer& own) {
    OwnMeeting out;
    out.line = meeting_line(ground, meeting);
    out.seat = own_seat(ground, own);
    add_coming(ground, meeting, *own.seat, out);
    add_substitutes(ground, meeting, out);
    add_items(ground, meeting, *own.seat, out);
    add_item_deadline(ground, meeting, own, out);
    return out;
}

bool is_for(const Meeting& meeting, const Seat& seat) {
    return meeting.body == seat.body || meeting.jointly_with == seat.body;
}

void add_meetings(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        const bool ahead =
            meeting.status == MeetingStatus::convened &&
            ground.moment(meeting.body, meeting.scheduled).local.date >= ground.today;
        if (!ahead && !under_way(meeting)) {
            return;
        }
        for (const auto& own : seats) {
            if (is_for(meeting, *own.seat)) {
                out.meetings.push_back(own_meeting_of(ground, meeting, own));
            }
        }
    });
    std::stable_sort(out.meetings.begin(), out.meetings.end(),
                     [](const OwnMeeting& a, const OwnMeeting& b) {
                         return a.line.at.instant < b.line.at.instant;
                     });
}

/// The minutes a meeting's members have, until they are approved.
std::optional<MinutesSent> sent_to(const Ground& ground, const Meeting& meeting,
                                   const std::vector<SeatOfViewer>& seats) {
    const bool sits = std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
        return is_for(meeting, *own.seat);
    });
    const auto& minutes = meeting.minutes;
    if (!ground.see.minutes_sent(sits) || minutes.circulated.empty() || minutes.approved) {
        return std::nullopt;
    }
    return MinutesSent{ground.meeting(meeting.id),
                       ground.moment(meeting.body, minutes.circulated.back()),
                       ground.words_or(minutes.words, minutes_text(ground, meeting))};
}

void add_minutes(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (auto sent = sent_to(ground, meeting, seats)) {
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

void settle_request(const Ground& ground, const EntryLine& line, OwnRequest& out) {
    const auto* awaited = ground.state().awaited.find(line.id);
    const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
    const auto* item = meeting == nullptr ? nullptr : meeting->item(out.item);
    const auto number = std::to_string(out.item);
    if (line.verdict == Verdict::refused) {
        out.state = "refused";
        out.words = "It was refused.";
    } else if (awaited != nullptr && !awaited->answered) {
        out.state = "waiting";
        out.words = "It came after the last day and waits for " + who_words(awaited->holder) + ".";
    } else if (awaited != nullptr && item == nullptr) {
        out.state = "not-allowed";
        out.words = "It came after the last day and was not allowed.";
    } else if (awaited != nullptr) {
        out.state = "allowed";
        out.words = "It came after the last day and was allowed. It is item " + number + ".";
    } else {
        out.state = "on-agenda";
        out.words = item != nullptr && item->status == ItemStatus::withdrawn
                        ? "It was withdrawn."
                        : "It is on the agenda as item " + number + ".";
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
        if (line.act != notify || !theirs || !line.meeting || !line.body) {
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

void add_interests(const Ground& ground, const std::vector<SeatOfViewer>& seats, MemberDesk& out) {
    ground.state().interests.each([&](const RegisteredInterest& interest) {
        const bool now =
            interest.from <= ground.now && (!interest.until || *interest.until > ground.now);
        for (const auto& own : seats) {
            if (!now || interest.seat != own.seat->id) {
                continue;
            }
            OwnInterest shown;
            shown.id = interest.id.value;
            shown.kind = plain_name(written(interest.kind));
            shown.nature = ground.words(interest.nature).value_or(std::string(erased));
            shown.organisation =
                interest.organisation ? ground.organisation(*interest.organisation) : "";
            shown.sensitive = interest.sensitive;
            shown.since = ground.moment(own.seat->body, interest.from);
            shown.seat = own_seat(ground, own);
            out.interests.push_back(std::move(shown));
        }
    });
}

} // namespace

MemberDesk member_desk(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto seats = seats_of_viewer(ground);
    MemberDesk out;
    for (const auto& own : seats) {
        out.seats.push_back(own_seat(ground, own));
    }
    add_minutes(ground, seats, out);
    add_meetings(ground, seats, out);
    add_actions(ground, seats, out);
    add_requests(ground, seats, out);
    add_interests(ground, seats, out);
    out.recorded = recorded_for(ground, seats);
    constexpr std::size_t listed_max = 25;
    if (out.recorded.size() > listed_max) {
        out.recorded_more = static_cast<std::int64_t>(out.recorded.size() - listed_max);
        out.recorded.resize(listed_max);
    }
    return out;
}

std::optional<OwnMeeting> own_meeting(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return std::nullopt;
    }
    for (const auto& own : seats_of_viewer(ground)) {
        if (is_for(*meeting, *own.seat)) {
            return own_meeting_of(ground, *meeting, own);
        }
    }
    return std::nullopt;
}

std::optional<MinutesSent> minutes_sent(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    return meeting == nullptr ? std::nullopt : sent_to(ground, *meeting, seats_of_viewer(ground));
}

std::optional<OwnAction> own_action(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* action = ground.state().actions.find(ActionId(id));
    if (action == nullptr || !is_theirs(*action, seats_of_viewer(ground))) {
        return std::nullopt;
    }
    return action_shown(ground, *action);
}

} // namespace quorate::views
