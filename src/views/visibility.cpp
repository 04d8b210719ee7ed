#include "views/visibility.hpp"

#include "governance/codec.hpp"
#include "governance/lookup.hpp"
#include "partnership/workspace/sheet.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace quorate::views {
namespace {

using namespace governance;

/// A sheet may be begun a little before the meeting is.
constexpr std::chrono::hours sheet_early_max{24};

bool over(const Meeting& meeting) {
    return meeting.status == MeetingStatus::closed || meeting.status == MeetingStatus::cancelled;
}

bool meets(const Meeting& meeting, const BodyId& body) {
    return meeting.body == body || meeting.jointly_with == body;
}

template <class T>
bool has(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// The acts on a sheet that change who may see what, or who is who.
bool concerns_rights(std::string_view submission) {
    constexpr std::array acts = {
        "\"determine-interest\"", "\"declare-interest\"", "\"preside\"",
        "\"record-arrival\"",     "\"take-attendance\"",  "\"nominate-substitute\"",
        "\"close-meeting\"",      "\"meet-in-private\"",   "\"meet-in-public\""};
    return std::any_of(acts.begin(), acts.end(), [&](std::string_view act) {
        return submission.find(act) != std::string_view::npos;
    });
}

/// The person is there for the seat, or was named to be.
bool stands_in(const Meeting& meeting, const SeatId& seat, const PersonId& person) {
    const auto& named = meeting.substitutes;
    const auto& there = meeting.presence;
    return std::any_of(named.begin(), named.end(),
                       [&](const SubstituteNomination& each) {
                           return !each.withdrawn && each.seat == seat && each.person == person;
                       }) ||
           std::any_of(there.begin(), there.end(), [&](const Presence& each) {
               return each.as == PresentAs::substitute && each.seat == seat &&
                      each.person == person;
           });
}

bool holds(const Occupant* occupant, const PersonId& person) {
    return occupant != nullptr && has(occupant->persons, person);
}

struct PublicText {
    std::string_view act;
    std::string_view field;
    bool with_minutes = false; ///< only once a version of the meeting's minutes is published
};

/// Texts the public may read. What is not listed is not shown.
constexpr std::array public_texts = {
    PublicText{"convene-meeting", "place"},
    PublicText{"notify-item", "title"},
    PublicText{"meet-in-private", "reason"},
    PublicText{"declare-outcome", "words"},
    PublicText{"take-urgent-decision", "words"},
    PublicText{"take-urgent-decision", "urgency"},
    PublicText{"ratify", "words"},
    PublicText{"respond-as-partner", "words"},
    PublicText{"adopt-interpretation", "reason"},
    PublicText{"amend-charter", "reason"},
    PublicText{"propose-charter", "reason"},
    PublicText{"reorganise", "reason"},
    PublicText{"record-step", "words"},
    PublicText{"transfer-responsibility", "reason"},
    PublicText{"dissolve-body", "reason"},
    PublicText{"admit-organisation", "contribution"},
    PublicText{"record-commitment", "what"},
    PublicText{"report-on-commitment", "words"},
    PublicText{"release-commitment", "words"},
    PublicText{"register-person", "name"},
    PublicText{"note-item", "words", true},
    PublicText{"record-discussion", "words", true},
    PublicText{"move-motion", "words", true},
    PublicText{"move-amendment", "words", true},
    PublicText{"put-question", "words", true},
    PublicText{"record-dissent", "words", true},
    PublicText{"rule-on-procedure", "ruling", true},
    PublicText{"draft-minutes", "words", true},
    PublicText{"correct-minutes", "words", true},
    PublicText{"assign-action", "what", true},
    PublicText{"report-on-action", "words", true},
};

} // namespace

std::shared_ptr<const partnership::Snapshot>
snapshot_on_the_day(const partnership::Partnership& partnership, const MeetingId& id) {
    auto newest = partnership.snapshot();
    const auto* meeting = newest->state.meetings.find(id);
    auto* workspace = partnership.workspace();
    if (meeting == nullptr || workspace == nullptr || over(*meeting) ||
        meeting->scheduled.ms - partnership.now().ms >
            std::chrono::milliseconds(sheet_early_max).count()) {
        return newest;
    }
    const auto lines = workspace->sheet(id.value);
    if (!lines || std::none_of(lines->begin(), lines->end(),
                               [](const auto& line) { return concerns_rights(line.submission); })) {
        return newest;
    }
    auto foresight = partnership::foresee_sheet(partnership, id.value);
    return foresight ? foresight->snapshot : newest;
}

const Seat* presiding_in(const partnership::Snapshot& snapshot, const MeetingId& id,
                         base::Instant now) {
    const auto* meeting = snapshot.state.meetings.find(id);
    if (meeting == nullptr || over(*meeting)) {
        return nullptr;
    }
    const auto in_hand =
        std::find_if(meeting->items.begin(), meeting->items.end(),
                     [](const Item& item) { return item.status == ItemStatus::taken; });
    return presiding_at(snapshot.state, *meeting, std::max(now, snapshot.state.last_recorded),
                        in_hand == meeting->items.end() ? std::nullopt
                                                        : std::optional(in_hand->number));
}

Visibility::Visibility(Viewer viewer, const partnership::Partnership& partnership)
    : viewer_(std::move(viewer)), kind_(partnership.kind()), newest_(partnership.snapshot()),
      now_(std::max(partnership.now(), newest_->state.last_recorded)) {
    viewer_.presides.clear();
    viewer_.chairs.clear();
    if (viewer_.kind != ViewerKind::member && viewer_.kind != ViewerKind::chair) {
        return;
    }
    find_seats_held();
    newest_->state.meetings.each([&](const Meeting& meeting) {
        if (!over(meeting)) {
            auto then = snapshot_on_the_day(partnership, meeting.id);
            if (then != newest_) {
                sheets_.emplace_back(meeting.id, std::move(then));
            }
            find_seats_stood_in_for(*meeting_now(meeting.id));
        }
    });
    find_offices();
}

void Visibility::find_seats_held() {
    const auto& state = newest_->state;
    const auto add = [&](const Seat& seat, const Actor& actor) {
        if (exists_at(seat, now_) && !holds_seat(seat.id)) {
            standings_.push_back({seat.id, seat.body, actor});
        }
    };
    for (const auto& actor : viewer_.seats) {
        if (actor.kind == ActorKind::seat) {
            if (const auto* seat = state.seats.find(SeatId(actor.id))) {
                add(*seat, actor);
            }
        } else if (actor.kind == ActorKind::person) {
            state.seats.each([&](const Seat& seat) {
                if (holds(occupant_at(state, seat, now_), PersonId(actor.id))) {
                    add(seat, actor);
                }
            });
        }
    }
}

void Visibility::find_seats_stood_in_for(const Meeting& meeting) {
    for (const auto& actor : viewer_.seats) {
        if (actor.kind != ActorKind::person) {
            continue;
        }
        newest_->state.seats.each([&](const Seat& seat) {
            if (meets(meeting, seat.body) && stands_in(meeting, seat.id, PersonId(actor.id))) {
                standings_.push_back({seat.id, seat.body, actor, meeting.id});
            }
        });
    }
}

void Visibility::find_offices() {
    const auto& state = newest_->state;
    state.bodies.each([&](const Body& body) {
        if (!sits_on(body.id)) {
            return;
        }
        const auto& context = newest_->context();
        auto office = office_at(state, body.id, "chair", now_, context);
        if (office.seat == nullptr) {
            office = office_at(state, body.id, "vice-chair", now_, context);
        }
        if (office.seat != nullptr && holds_seat(office.seat->id)) {
            viewer_.chairs.push_back(body.id);
        }
    });
    state.meetings.each([&](const Meeting& known) {
        if (over(known)) {
            return;
        }
        const auto* seat = presiding_in(snapshot_now(known.id), known.id, now_);
        if (seat != nullptr && acts_from(seat->id, known.id)) {
            viewer_.presides.push_back(known.id);
        }
    });
}

const partnership::Snapshot& Visibility::snapshot_now(const MeetingId& id) const {
    const auto found = std::find_if(sheets_.begin(), sheets_.end(),
                                    [&](const auto& each) { return each.first == id; });
    return found == sheets_.end() ? *newest_ : *found->second;
}

const Meeting* Visibility::meeting_now(const MeetingId& id) const {
    return snapshot_now(id).state.meetings.find(id);
}

bool Visibility::holds_seat(const SeatId& seat) const {
    return std::any_of(standings_.begin(), standings_.end(),
                       [&](const Standing& own) { return !own.meeting && own.seat == seat; });
}

bool Visibility::sits_on(const BodyId& body) const {
    return std::any_of(standings_.begin(), standings_.end(),
                       [&](const Standing& own) { return !own.meeting && own.body == body; });
}

bool Visibility::sits_at(const Meeting& meeting) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& own) {
        return own.meeting ? *own.meeting == meeting.id : meets(meeting, own.body);
    });
}

bool Visibility::chairs(const BodyId& body) const {
    return has(viewer_.chairs, body);
}

bool Visibility::presides(const Meeting& meeting) const {
    if (has(viewer_.presides, meeting.id)) {
        return true;
    }
    return chairs(meeting.body) &&
           presiding_in(snapshot_now(meeting.id), meeting.id, now_) == nullptr;
}

bool Visibility::organisation(const OrganisationId& organisation) const {
    return officer() || has(viewer_.organisations, organisation);
}

Audience Visibility::live(const Meeting& meeting) const {
    return officer()                ? Audience::officer
           : sits_at(meeting)       ? Audience::member
           : meeting.open_to_public ? Audience::public_
                                    : Audience::nobody;
}

bool Visibility::told_to_leave(const MeetingId& id, std::int64_t number) const {
    const auto* meeting = meeting_now(id);
    const auto* item = meeting == nullptr ? nullptr : meeting->item(number);
    return item != nullptr && std::any_of(item->declarations.begin(), item->declarations.end(),
                                          [&](const Declaration& each) {
                                              return each.determination == Determination::leave &&
                                                     acts_from(each.seat, id);
                                          });
}

bool Visibility::undetermined(const MeetingId& id, std::int64_t number) const {
    const auto* meeting = meeting_now(id);
    const auto* item = meeting == nullptr ? nullptr : meeting->item(number);
    return item != nullptr && std::any_of(item->declarations.begin(), item->declarations.end(),
                                          [&](const Declaration& each) {
                                              return !each.determination && each.meets_test &&
                                                     acts_from(each.seat, id);
                                          });
}

bool Visibility::acts_from(const SeatId& seat, const MeetingId& meeting) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& own) {
        return own.seat == seat && (!own.meeting || own.meeting == meeting);
    });
}

bool Visibility::paper(const PaperAccess& access) const {
    if (officer()) {
        return true;
    }
    if (!access.sent) {
        return false;
    }
    if (!access.restricted) {
        return true;
    }
    if (access.item && told_to_leave(access.meeting, *access.item)) {
        return false;
    }
    const auto* meeting = meeting_now(access.meeting);
    const auto sent_to_seat = [&](const Standing& own) {
        const bool there = own.meeting ? *own.meeting == access.meeting
                                       : meeting != nullptr && meets(*meeting, own.body);
        return there && (access.to_all || has(access.seats, own.seat));
    };
    const auto sent_to_partner = [&](const OrganisationId& own) {
        return has(access.partners, own);
    };
    return std::any_of(standings_.begin(), standings_.end(), sent_to_seat) ||
           std::any_of(viewer_.organisations.begin(), viewer_.organisations.end(), sent_to_partner);
}

bool Visibility::officer() const {
    return viewer_.kind == ViewerKind::secretariat || viewer_.kind == ViewerKind::auditor;
}

bool Visibility::own(const Actor& actor) const {
    return officer() || has(viewer_.seats, actor) ||
           (actor.kind == ActorKind::seat && holds_seat(SeatId(actor.id))) ||
           (actor.kind == ActorKind::organisation &&
            has(viewer_.organisations, OrganisationId(actor.id)));
}

bool Visibility::asker_withheld(std::string_view act, const Actor& made_by,
                                const BodyId& body) const {
    const bool asks = act == "notify-item" || act == "request-replacement";
    const bool named = made_by.kind == ActorKind::seat || made_by.kind == ActorKind::person ||
                       made_by.kind == ActorKind::organisation;
    return asks && named && !requester(body) && !own(made_by);
}

bool Visibility::particulars(const Act& act, const Actor& made_by) const {
    if (officer()) {
        return true;
    }
    // The stored bytes name whoever asked.
    if (asker_withheld(row_of(act).name, made_by, subject_of(act).body.value_or(BodyId{}))) {
        return false;
    }
    if (std::holds_alternative<acts::ExcludeMember>(act) ||
        std::holds_alternative<acts::RequestReplacement>(act)) {
        return false;
    }
    if (const auto* back = std::get_if<acts::RecordReturn>(&act)) {
        return !back->allowed_back.has_value();
    }
    if (const auto* registered = std::get_if<acts::RegisterInterest>(&act)) {
        return !registered->sensitive.value_or(false);
    }
    return true;
}

bool Visibility::words(const Act& act, std::string_view field, bool minutes_published) const {
    if (officer()) {
        return true;
    }
    const auto name = row_of(act).name;
    if (name == "register-person" && !names()) {
        return false;
    }
    if (const auto* declared = std::get_if<acts::DeclareInterest>(&act);
        declared != nullptr && field == "nature") {
        return nature(declared->sensitive.value_or(false)) && proceedings(minutes_published);
    }
    if (const auto* registered = std::get_if<acts::RegisterInterest>(&act);
        registered != nullptr && field == "nature") {
        return nature(registered->sensitive.value_or(false));
    }
    if (const auto* advised = std::get_if<acts::RecordAdvice>(&act);
        advised != nullptr && field == "words") {
        return advice(advised->restricted.value_or(false), minutes_published);
    }
    const auto found =
        std::find_if(public_texts.begin(), public_texts.end(), [&](const PublicText& text) {
            return text.act == name && text.field == field;
        });
    return found != public_texts.end() && (!found->with_minutes || minutes_published);
}

} // namespace quorate::views
