// The words of each kind of letter, made from the record.

#include "base/one_line.hpp"
#include "base/text.hpp"
#include "governance/meetings/length.hpp"
#include "governance/meetings/substitutes.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/outbox.hpp"
#include "views/letters/letters_make.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/membership/attendance.hpp"
#include "views/membership/overview.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// A letter as it grows: paragraphs, and who signs.
struct Letter {
    const Ground& ground;
    LetterDraft draft;
    std::vector<std::string> paragraphs;

    void add(std::string paragraph) { paragraphs.push_back(std::move(paragraph)); }
    LetterDraft done() {
        add("Yours sincerely,\n\nThe secretariat\n" + partnership_name(ground));
        draft.text = base::join(paragraphs, "\n\n");
        return std::move(draft);
    }
};

/// "Seat 7" with the organisation that names somebody to it, no person.
std::string place_words(const Ground& ground, const Seat& seat) {
    auto shown = ground.seat(seat, ground.now);
    shown.holders.clear();
    std::string out = "seat " + std::to_string(seat.number);
    return shown.organisation.empty() ? out : out + " (" + shown.organisation + ")";
}

/// To whoever names somebody to the seat.
void to_nominator(Letter& letter, const Seat& seat) {
    auto& draft = letter.draft;
    const auto name = letter.ground.organisation(seat.organisation);
    if (!seat.organisation.empty() && !name.empty()) {
        draft.to = name;
        draft.actor = "organisation:" + seat.organisation.value;
    } else {
        const auto shown = letter.ground.seat(seat, letter.ground.now);
        draft.to = "Whoever names a member to seat " + std::to_string(seat.number) +
                   (shown.sector.empty() ? "" : ", " + shown.sector + " sector");
        draft.actor = seat.organisation.empty() ? "" : "organisation:" + seat.organisation.value;
    }
    letter.add("Dear colleague");
}

/// To whoever holds the seat, by name where names may be shown.
void to_member(Letter& letter, const Seat& seat) {
    const auto shown = letter.ground.seat(seat, letter.ground.now);
    letter.draft.to = seat_words(shown);
    letter.draft.actor = "seat:" + seat.id.value;
    letter.add(shown.holders.empty() ? "Dear member" : "Dear " + base::list_words(shown.holders));
}

void cite(LetterDraft& draft, const charter::Rule& rule) {
    draft.clause = own_clause(rule);
    draft.quote = rule.quotes.empty() ? "" : rule.quotes.front();
}

std::string said_by(const LetterDraft& draft) {
    if (draft.clause.empty()) {
        return {};
    }
    const auto clause = draft.clause + " of the terms of reference";
    return draft.quote.empty() ? "See clause " + clause
                               : "Clause " + clause + " says: \"" + draft.quote + "\"";
}

/// The rule that gives the seat its place on the body.
const charter::Rule* rule_of_seat(const Ground& ground, const Seat& seat) {
    const auto* terms = ground.terms(seat.body, ground.now);
    if (terms == nullptr) {
        return nullptr;
    }
    for (const auto& rule : terms->terms.all<charter::SeatsRule>()) {
        if (!seat.place.empty() && rule->holder == seat.place) {
            return rule.rule;
        }
    }
    const auto classes = terms->terms.one<charter::ClassRule>();
    return classes ? classes.rule : nullptr;
}

/// "Tuesday 1 July 2008 at 10:00am, Sessions House", or from when to when if somebody said.
std::string when_and_where(const Ground& ground, const Meeting& meeting) {
    const auto at = ground.moment(meeting.body, meeting.scheduled).local;
    const auto place = ground.words_or(meeting.place, "");
    const auto begins = base::clock_words(at.minute);
    const auto time =
        meeting.length
            ? " from " + begins + " to " +
                  base::clock_words(
                      ground.moment(meeting.body, minutes_after(meeting.scheduled, *meeting.length))
                          .local.minute)
            : " at " + begins;
    return base::words(at.date) + time + (place.empty() ? "" : ", " + place);
}

std::string address_of(const LetterAsked& asked, const Ground& ground, const std::string& below) {
    return asked.origin + "/" + ground.partnership.id() + "/" + below;
}

/// The next meeting of a body that is convened; null for none.
const Meeting* next_meeting(const Ground& ground, const BodyId& body) {
    const Meeting* out = nullptr;
    const auto* known = ground.state().bodies.find(body);
    for (const auto& id : known->meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        if (meeting->status == MeetingStatus::convened && meeting->scheduled > ground.now &&
            (out == nullptr || meeting->scheduled < out->scheduled)) {
            out = meeting;
        }
    }
    return out;
}

void add_next_meeting(Letter& letter, const BodyId& body) {
    if (const auto* meeting = next_meeting(letter.ground, body)) {
        letter.add("The next meeting is on " + when_and_where(letter.ground, *meeting) + ".");
    }
}

std::optional<VacancyShown> vacancy_of(const Reader& reader, const Seat& seat) {
    const auto overview = membership_overview(reader);
    for (const auto& each : overview ? overview->vacancies : std::vector<VacancyShown>{}) {
        if (each.seat.id == seat.id.value) {
            return each;
        }
    }
    return std::nullopt;
}

std::optional<LetterDraft> vacancy(const Reader& reader, Letter letter, const Seat& seat) {
    const auto vacant = vacancy_of(reader, seat);
    if (!vacant) {
        return std::nullopt;
    }
    auto& draft = letter.draft;
    draft.subject = "Vacant seat on " + draft.body.name;
    to_nominator(letter, seat);
    auto place = place_words(letter.ground, seat);
    letter.add(
        capitalised(place) + " on " + draft.body.name + " is vacant." +
        (vacant->since ? " It has been since " + short_date(vacant->since->local.date) + "." : ""));
    if (const auto* rule = rule_of_seat(letter.ground, seat)) {
        cite(draft, *rule);
        letter.add(said_by(draft) + ".");
    }
    letter.add("Can you tell us whom you name to it, and from which day? We need the name and how "
               "to reach the person. If the seat is not yours to fill, tell us that too.");
    add_next_meeting(letter, seat.body);
    return letter.done();
}

std::optional<LetterDraft> replacement(const Reader& reader, Letter letter, const Seat& seat) {
    const auto alerts = absence_alerts(reader, seat.body.value);
    const auto found = std::find_if(alerts.begin(), alerts.end(), [&](const AbsenceAlert& each) {
        return each.seat.id == seat.id.value;
    });
    if (found == alerts.end()) {
        return std::nullopt;
    }
    auto& draft = letter.draft;
    draft.clause = found->clause;
    const auto rule =
        letter.ground.terms(seat.body, letter.ground.now)->terms.one<charter::AttendanceRule>();
    cite(draft, *rule.rule);
    draft.subject = "Attendance at " + draft.body.name;
    to_nominator(letter, seat);
    std::vector<std::string> days;
    for (const auto& each : found->meetings) {
        const auto* meeting = letter.ground.state().meetings.find(MeetingId(each.id));
        days.push_back(short_date(letter.ground.moment(seat.body, meeting->scheduled).local.date));
    }
    std::reverse(days.begin(), days.end());
    letter.add("Our record shows nobody present for " + place_words(letter.ground, seat) + " at " +
               counted(found->missed, "meeting", "meetings in a row") + " of " + draft.body.name +
               ": " + base::list_words(days) + ".");
    letter.add(said_by(draft) + ". " + found->follows);
    letter.add(found->requested
                   ? capitalised(found->holder) + " asked on " +
                         short_date(found->requested->local.date) +
                         " that somebody else be named. Can you tell us whom, and from which day?"
                   : "If our record is wrong, tell us and we will correct it. If somebody else is "
                     "to have the seat, tell us who, and from which day.");
    add_next_meeting(letter, seat.body);
    return letter.done();
}

LetterDraft welcome(const LetterAsked& asked, Letter letter, const Seat& seat) {
    auto& draft = letter.draft;
    draft.subject = "Your seat on " + draft.body.name;
    to_member(letter, seat);
    const auto* change = seat.occupant.change_at(letter.ground.now);
    letter.add("You have " + place_words(letter.ground, seat) + " on " + draft.body.name +
               (change == nullptr
                    ? "."
                    : " from " +
                          short_date(letter.ground.moment(seat.body, change->from).local.date) +
                          "."));
    letter.add("The terms of reference say what the body is for and what members do: " +
               address_of(asked, letter.ground, "bodies/" + seat.body.value + "/terms"));
    add_next_meeting(letter, seat.body);
    const auto* terms = letter.ground.terms(seat.body, letter.ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::SubstituteRule>{}
                                       : terms->terms.one<charter::SubstituteRule>();
    if (rule) {
        cite(draft, *rule.rule);
        letter.add("When you cannot come you may send a substitute. " + said_by(draft) + ".");
    }
    letter.add("We will send you a way to sign in. There you find the papers, answer invitations "
               "and enter your interests.");
    return letter.done();
}

std::optional<LetterDraft> for_substitute(const LetterAsked& asked, Letter letter,
                                          const Meeting& meeting, const Seat& seat) {
    const auto* named = nomination_of(meeting, seat.id);
    if (named == nullptr) {
        return std::nullopt;
    }
    auto& draft = letter.draft;
    draft.subject = "You have been named as a substitute";
    const auto name = letter.ground.person(named->person);
    draft.to = name.value_or("The substitute for seat " + std::to_string(seat.number));
    draft.actor = "person:" + named->person.value;
    letter.add("Dear " + name.value_or("colleague"));
    letter.add("You have been named as the substitute for " + place_words(letter.ground, seat) +
               " at the meeting of " + draft.body.name + " on " +
               when_and_where(letter.ground, meeting) + ".");
    const auto* terms = letter.ground.terms(seat.body, letter.ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::SubstituteRule>{}
                                       : terms->terms.one<charter::SubstituteRule>();
    if (rule) {
        cite(draft, *rule.rule);
        letter.add(said_by(draft) + ".");
    }
    letter.add("Agenda and papers: " +
               address_of(asked, letter.ground, "meetings/" + meeting.id.value));
    letter.add("If you have an interest in an item, declare it at the meeting.");
    return letter.done();
}

std::string agenda_words(const Ground& ground, const Meeting& meeting) {
    std::string out = "Agenda";
    for (const auto& item : meeting.items) {
        if (item.status == ItemStatus::on_agenda) {
            out += "\n" + std::to_string(item.number) + ". " +
                   ground.words(item.title).value_or("(title no longer held)");
        }
    }
    return meeting.items.empty() ? std::string() : out;
}

LetterDraft notice(const LetterAsked& asked, Letter letter, const Meeting& meeting,
                   const Seat& seat) {
    auto& draft = letter.draft;
    const auto day = short_date(letter.ground.moment(meeting.body, meeting.scheduled).local.date);
    draft.subject = "Meeting of " + draft.body.name + ", " + day;
    to_member(letter, seat);
    letter.add(draft.body.name + " meets on " + when_and_where(letter.ground, meeting) + ".");
    if (const auto agenda = agenda_words(letter.ground, meeting); !agenda.empty()) {
        letter.add(agenda);
    }
    for (const auto& last :
         notice_days(letter.ground, meeting.body, meeting.scheduled, letter.ground.now)) {
        if (!last.papers && last.deadline && last.deadline->latest >= letter.ground.today) {
            cite(draft, *last.rule);
            letter.add("Items for the agenda reach us by " + base::words(last.deadline->latest) +
                       " (clause " + draft.clause + ").");
        }
    }
    letter.add("Agenda, papers and your answer: " +
               address_of(asked, letter.ground, "desk/mine/" + meeting.id.value));
    letter.add("Say whether you will come, send your apologies, or name a substitute.");
    return letter.done();
}

LetterDraft reminder(const LetterAsked& asked, Letter letter, const Meeting& meeting,
                     const Seat& seat) {
    auto& draft = letter.draft;
    const auto day = short_date(letter.ground.moment(meeting.body, meeting.scheduled).local.date);
    draft.subject = "Will you come? " + draft.body.name + ", " + day;
    to_member(letter, seat);
    letter.add(draft.body.name + " meets on " + when_and_where(letter.ground, meeting) +
               ". We have no answer from you yet.");
    letter.add("You can say that you will come, send your apologies or name a substitute here: " +
               address_of(asked, letter.ground, "desk/mine/" + meeting.id.value));
    letter.add("If you have answered in another way, tell us and we will put it right.");
    return letter.done();
}

std::optional<LetterDraft> chase(Letter letter, const Action& action) {
    const bool open =
        action.status == ActionStatus::open || action.status == ActionStatus::progressing;
    if (!open) {
        return std::nullopt;
    }
    auto& draft = letter.draft;
    draft.subject = "An action of " + draft.body.name;
    const auto* seat = action.seat ? letter.ground.state().seats.find(*action.seat) : nullptr;
    if (seat != nullptr) {
        draft.seat = seat->id.value;
        to_member(letter, *seat);
    } else {
        const auto name =
            action.organisation ? letter.ground.organisation(*action.organisation) : std::string();
        draft.to = name.empty() ? "Whoever has the action" : name;
        draft.actor = action.organisation ? "organisation:" + action.organisation->value : "";
        letter.add("Dear colleague");
    }
    const auto agreed =
        action.meeting ? letter.ground.meeting(*action.meeting).name : draft.body.name;
    letter.add("This action was agreed (" + agreed + "):\n" +
               letter.ground.words(action.what).value_or("(words no longer held)"));
    if (action.due) {
        letter.add(*action.due < letter.ground.today
                       ? "It was due on " + short_date(*action.due) + "."
                       : "It is due on " + short_date(*action.due) + ".");
    }
    letter.add("Can you tell us how far it has got, so that the record is right?");
    return letter.done();
}

/// The e-mail of whoever the letter is for, when one is known.
void add_address(const Ground& ground, LetterDraft& draft) {
    auto* workspace = ground.partnership.workspace();
    if (workspace == nullptr || draft.actor.empty()) {
        return;
    }
    std::vector<std::string> actors{draft.actor};
    if (draft.actor == "seat:" + draft.seat) {
        if (const auto* seat = ground.state().seats.find(SeatId(draft.seat))) {
            const auto* held = occupant_at(ground.state(), *seat, ground.now);
            for (const auto& person : held == nullptr ? std::vector<PersonId>() : held->persons) {
                actors.push_back("person:" + person.value);
            }
        }
    }
    for (const auto& actor : actors) {
        const auto found = partnership::email_of(*workspace, actor);
        if (found && *found && draft.address.empty()) {
            draft.address = **found;
        }
    }
}

std::optional<LetterDraft> of_seat(const Reader& reader, const LetterAsked& asked, Letter letter,
                                   const Seat& seat) {
    const bool held = occupant_at(letter.ground.state(), seat, letter.ground.now) != nullptr;
    if (asked.kind == "vacancy") {
        return vacancy(reader, std::move(letter), seat);
    }
    if (asked.kind == "replacement") {
        return replacement(reader, std::move(letter), seat);
    }
    if (asked.kind == "welcome") {
        return held ? std::optional(welcome(asked, std::move(letter), seat)) : std::nullopt;
    }
    const auto* meeting = letter.ground.state().meetings.find(MeetingId(asked.meeting));
    if (meeting == nullptr || meeting->body != seat.body ||
        meeting->status != MeetingStatus::convened) {
        return std::nullopt;
    }
    letter.draft.meeting = meeting->id.value;
    if (asked.kind == "substitute") {
        return for_substitute(asked, std::move(letter), *meeting, seat);
    }
    if (!held) {
        return std::nullopt;
    }
    return asked.kind == "notice" ? std::optional(notice(asked, std::move(letter), *meeting, seat))
           : asked.kind == "reminder"
               ? std::optional(reminder(asked, std::move(letter), *meeting, seat))
               : std::nullopt;
}

} // namespace

std::string partnership_name(const Ground& ground) {
    const auto& name = ground.state().genesis->name;
    return name.empty() ? ground.partnership.id() : name;
}

std::optional<LetterDraft> letter_draft(const Reader& reader, const LetterAsked& asked) {
    const auto& ground = reader.ground();
    if (!ground.see.secretariat()) {
        return std::nullopt;
    }
    Letter letter{ground, {}, {}};
    letter.draft.kind = asked.kind;
    letter.draft.kind_words = letter_kind_words(asked.kind);
    std::optional<LetterDraft> out;
    if (asked.kind == "action") {
        const auto* action = ground.state().actions.find(ActionId(asked.action));
        if (action != nullptr) {
            letter.draft.body = ground.body(action->body);
            letter.draft.about = asked.action;
            out = chase(std::move(letter), *action);
        }
    } else if (const auto* seat = ground.state().seats.find(SeatId(asked.seat))) {
        letter.draft.body = ground.body(seat->body);
        letter.draft.seat = seat->id.value;
        out = exists_at(*seat, ground.now) ? of_seat(reader, asked, std::move(letter), *seat)
                                           : std::nullopt;
    }
    if (out) {
        // Names are long at times, and may have come with the ends of lines in them.
        out->to = base::one_line(out->to);
        out->subject =
            base::shortened(base::one_line(out->subject), partnership::mail_subject_length_max);
        add_address(ground, *out);
    }
    return out;
}

} // namespace quorate::views
