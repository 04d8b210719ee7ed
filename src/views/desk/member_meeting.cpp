// A meeting as it concerns a member or a substitute: whether they come, who comes in their place,
// what they may have to declare, and until when an item can be asked for.

#include "governance/codec_names.hpp"
#include "governance/meetings/deadlines.hpp"
#include "governance/meetings/substitutes.hpp"
#include "governance/rule.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/sheet.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

bool has(const std::vector<SeatId>& seats, const SeatId& seat) {
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

/// They have a place at the meeting already, from a seat of their own.
bool sits_there(const Ground& ground, const Meeting& meeting, const PersonId& person) {
    const auto sits_on = [&](const BodyId& body) {
        const auto seats = seats_filled_at(ground.state(), body, ground.now);
        return std::any_of(seats.begin(), seats.end(), [&](const Seat* seat) {
            const auto& persons = occupant_at(ground.state(), *seat, ground.now)->persons;
            return std::find(persons.begin(), persons.end(), person) != persons.end();
        });
    };
    return sits_on(meeting.body) || (meeting.jointly_with && sits_on(*meeting.jointly_with));
}

/// They have been named for somebody else's seat there, too.
bool stands_in_there(const Meeting& meeting, const PersonId& person, const SeatId& besides) {
    return std::any_of(meeting.substitutes.begin(), meeting.substitutes.end(),
                       [&](const SubstituteNomination& each) {
                           return each.person == person && each.seat != besides &&
                                  nomination_of(meeting, each.seat) == &each;
                       });
}

void add_own_answer(const Ground& ground, const Meeting& meeting, const Seat& seat,
                    OwnMeeting& out) {
    const bool apologies = has(meeting.apologies, seat.id);
    if (const auto* nomination = nomination_of(meeting, seat.id)) {
        const auto name = ground.person(nomination->person);
        out.coming = "substitute";
        out.coming_words = std::string(apologies ? "You have sent your apologies. " : "") +
                           (name ? *name + " is your substitute." : "You have named a substitute.");
        if (sits_there(ground, meeting, nomination->person)) {
            out.coming_words += " They sit there themselves too, so in a quorum or a vote they may "
                                "count only once.";
        } else if (stands_in_there(meeting, nomination->person, seat.id)) {
            out.coming_words += " They stand in for another member there too, so in a quorum or a "
                                "vote they may count only once.";
        }
        out.substitute_words = !nomination->coming   ? ""
                               : *nomination->coming ? "They have said that they will come."
                                                     : "They have said that they cannot come. "
                                                       "Come yourself, or name someone else.";
    } else if (apologies) {
        out.coming = "apologies";
        out.coming_words = "You have sent your apologies.";
    } else if (has(meeting.accepted, seat.id)) {
        out.coming = "coming";
        out.coming_words = "You have said that you will come.";
    } else {
        out.coming = "nothing-said";
        out.coming_words = "You have not said yet whether you will come.";
    }
}

/// Of someone who stands in: what they have said themselves.
void add_answer_of_substitute(const Meeting& meeting, const Seat& seat, OwnMeeting& out) {
    const auto* nomination = nomination_of(meeting, seat.id);
    const auto said = nomination == nullptr ? std::nullopt : nomination->coming;
    const auto place = "You are the substitute for " + out.seat.for_whom + ". ";
    out.coming = !said ? "nothing-said" : *said ? "coming" : "apologies";
    out.coming_words = place + (!said   ? "You have not said yet whether you will come."
                                : *said ? "You have said that you will come."
                                        : "You have said that you cannot come.");
}

struct MeetingNow {
    MeetingStatus status = MeetingStatus::convened;
    std::optional<base::Instant> goes_on; ///< of a meeting that was broken off
};

/// How the meeting stands by its open sheet, which on the day is newer than the record.
MeetingNow standing_now(const Ground& ground, const Meeting& meeting) {
    const MeetingNow recorded{meeting.status, meeting.adjourned_until};
    auto* workspace = ground.partnership.workspace();
    const auto lines = workspace == nullptr
                           ? partnership::Result<std::vector<partnership::SheetLine>>{}
                           : workspace->sheet(meeting.id.value);
    if (!ground.as_of_now || !lines || lines->empty()) {
        return recorded;
    }
    const auto foreseen = partnership::foresee_sheet(ground.partnership, meeting.id.value);
    const auto* then = foreseen ? foreseen->snapshot->state.meetings.find(meeting.id) : nullptr;
    return then == nullptr ? recorded : MeetingNow{then->status, then->adjourned_until};
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
    out.substitutes_words = {
        rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params))};
    if (rule->in_advance) {
        const bool by_notice = rule->measured_from == charter::StartMeasured::scheduled;
        const auto start = by_notice ? std::optional(meeting.scheduled) : meeting.opened();
        out.substitute_by = ground.moment(meeting.body, meeting.scheduled);
        out.substitute_late = start && ground.now >= *start;
    }
}

void add_items(const Ground& ground, const Meeting& meeting, const SeatOfViewer& own,
               OwnMeeting& out) {
    for (const auto& item : meeting.items) {
        DeclarableItem shown;
        shown.number = item.number;
        shown.title = ground.words(item.title).value_or(std::string(erased));
        shown.purpose = written(item.purpose);
        shown.withdrawn =
            item.status == ItemStatus::withdrawn || item.status == ItemStatus::deferred;
        if (!own.meeting) { // the register is the member's, not the substitute's
            shown.matches = interest_matches(ground, meeting, item);
        }
        const auto declared = interests_shown(ground, meeting, item);
        for (std::size_t i = 0; i < declared.size(); ++i) {
            if (item.declarations[i].seat == own.seat->id) {
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

void say_items(const Ground& ground, const Ruling& ruling, OwnMeeting& out) {
    const auto last = out.items_latest ? base::words(*out.items_latest) : std::string();
    out.items_open = ruling.verdict == Verdict::permitted;
    if (out.items_open) {
        out.items_words =
            last.empty() ? "You can ask for an item." : "The last day for items is " + last + ".";
    } else if (ruling.verdict == Verdict::needs_discretion) {
        out.items_words =
            (last.empty() ? "" : "The last day for items was " + last + ". ") +
            "You can still ask: the item then waits for " +
            (out.items_ruling->holder.empty() ? "the Chair" : out.items_ruling->holder) +
            ", who may allow it in exceptional circumstances.";
    } else if (out.seat.stands_in) {
        out.items_words =
            "Items are asked for by members. Ask " + out.seat.for_whom + ", or the secretariat.";
    } else {
        const bool late = out.items_latest && *out.items_latest < ground.today;
        out.items_words =
            late ? "The last day for items was " + last + "." : "No further item can be asked for.";
    }
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
    say_items(ground, ruling, out);
}

} // namespace

OwnMeeting own_meeting_of(const Ground& ground, const Meeting& meeting, const SeatOfViewer& own) {
    OwnMeeting out;
    out.line = meeting_line(ground, meeting);
    out.seat = own_seat(ground, own);
    const auto [status, goes_on] = standing_now(ground, meeting);
    out.under_way = status == MeetingStatus::open || status == MeetingStatus::informal;
    out.broken_off = status == MeetingStatus::adjourned;
    if (out.broken_off && goes_on) {
        out.goes_on = ground.moment(meeting.body, *goes_on);
    }
    // Until the meeting opens, and while it stands adjourned.
    out.can_answer = status == MeetingStatus::convened || status == MeetingStatus::adjourned;
    if (own.meeting) {
        add_answer_of_substitute(meeting, *own.seat, out);
    } else {
        add_own_answer(ground, meeting, *own.seat, out);
        add_substitutes(ground, meeting, out);
    }
    add_items(ground, meeting, own, out);
    add_item_deadline(ground, meeting, own, out);
    return out;
}

std::vector<OwnMeeting> own_meetings(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    std::vector<OwnMeeting> out;
    if (meeting != nullptr) {
        for (const auto& own : seats_at_meeting(ground, *meeting)) {
            out.push_back(own_meeting_of(ground, *meeting, own));
        }
    }
    return out;
}

std::optional<OwnMeeting> own_meeting(const Reader& reader, std::string_view id,
                                      std::string_view seat) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return std::nullopt;
    }
    for (const auto& own : seats_at_meeting(ground, *meeting)) {
        if (seat.empty() || own.seat->id.view() == seat) {
            return own_meeting_of(ground, *meeting, own);
        }
    }
    return std::nullopt;
}

} // namespace quorate::views
