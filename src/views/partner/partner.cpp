#include "views/partner/partner.hpp"

#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/decisions_make.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t others_max = 8;

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string answered_words(PartnerAnswer answer) {
    switch (answer) {
    case PartnerAnswer::adopt:
        return "Adopted";
    case PartnerAnswer::decline:
        return "Declined";
    case PartnerAnswer::note:
        break;
    }
    return "Noted";
}

/// What the record has of an organisation's own acts, gathered in one going-through.
struct OwnActs {
    std::map<std::string, std::vector<PartnerReply>> replies; ///< by decision, latest first
    std::set<std::string> promised; ///< decisions under which it promised something
};

void add_own(const Ground& ground, const EntryLine& line, const OrganisationId& organisation,
             OwnActs& out) {
    const auto entry = ground.partnership.entry(line.position);
    if (!entry) {
        return;
    }
    if (const auto* promise = std::get_if<acts::RecordCommitment>(&entry->submission.act)) {
        if (promise->organisation == organisation && promise->decision) {
            out.promised.insert(promise->decision->value);
        }
        return;
    }
    const auto* reply = std::get_if<acts::RespondAsPartner>(&entry->submission.act);
    if (reply == nullptr || reply->organisation != organisation) {
        return;
    }
    const auto* decision = ground.state().decisions.find(reply->decision);
    if (decision != nullptr) {
        out.replies[decision->id.value].push_back(
            {std::string(written(reply->answer)), answered_words(reply->answer),
             ground.words_or(reply->words, ""), ground.moment(decision->body, line.effective),
             evidence_words(line.evidence), line.position});
    }
}

OwnActs own_acts(const Ground& ground, const OrganisationId& organisation) {
    OwnActs out;
    const auto answer = act_index("respond-as-partner");
    const auto promise = act_index("record-commitment");
    ground.state().entries.each([&](const EntryLine& line) {
        const bool asked_for = line.act == answer || line.act == promise;
        if (asked_for && line.verdict == Verdict::permitted && line.effective <= ground.now) {
            add_own(ground, line, organisation, out);
        }
    });
    for (auto& [decision, replies] : out.replies) {
        std::stable_sort(replies.begin(), replies.end(),
                         [](const PartnerReply& a, const PartnerReply& b) {
                             return std::pair(a.when.instant, a.position) >
                                    std::pair(b.when.instant, b.position);
                         });
    }
    return out;
}

const Item* item_of(const Ground& ground, const Decision& decision) {
    const auto* meeting =
        decision.meeting ? ground.state().meetings.find(*decision.meeting) : nullptr;
    return meeting == nullptr || !decision.item ? nullptr : meeting->item(*decision.item);
}

/// Somebody was there for the organisation when the item was taken.
bool attended(const Ground& ground, const Decision& decision, const OrganisationId& organisation) {
    const auto* meeting =
        decision.meeting ? ground.state().meetings.find(*decision.meeting) : nullptr;
    return meeting != nullptr &&
           std::any_of(
               meeting->presence.begin(), meeting->presence.end(), [&](const Presence& presence) {
                   return presence.as == PresentAs::affected_partner &&
                          presence.organisation == organisation && presence.item == decision.item;
               });
}

bool of_organisation(const Ground& ground, const Action& action,
                     const OrganisationId& organisation) {
    const auto* seat = action.seat ? ground.state().seats.find(*action.seat) : nullptr;
    return action.organisation == organisation ||
           (seat != nullptr && seat->organisation == organisation);
}

/// An action that came out of the item and is the organisation's.
bool gave_work(const Ground& ground, const Decision& decision, const OrganisationId& organisation) {
    bool found = false;
    ground.state().actions.each([&](const Action& action) {
        const bool of_item = decision.meeting && action.meeting == decision.meeting &&
                             decision.item && action.item == decision.item;
        found = found || (of_item && of_organisation(ground, action, organisation));
    });
    return found;
}

std::vector<std::string> why(const Ground& ground, const Decision& decision,
                             const OrganisationId& organisation, const OwnActs& acts) {
    std::vector<std::string> out;
    const auto* item = item_of(ground, decision);
    if (contains(decision.concerns, organisation)) {
        out.emplace_back("The meeting named you as one it concerns.");
    }
    if (item != nullptr && contains(item->affects, organisation)) {
        out.emplace_back("The item was put on the agenda as one that affects you.");
    }
    if (attended(ground, decision, organisation)) {
        out.emplace_back("You were heard on it.");
    }
    if (gave_work(ground, decision, organisation)) {
        out.emplace_back("It gave you something to do.");
    }
    if (acts.promised.contains(decision.id.value)) {
        out.emplace_back("You promised something under it.");
    }
    return out;
}

/// The clause that leaves to each organisation what it decides for itself.
void add_clause(const Ground& ground, const Decision& decision, PartnerDecision& out) {
    const auto* terms = ground.terms(decision.body, decision.effective);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::LimitRule>()) {
        if (out.clause.empty() && contains(rule->effects, std::string("override-partner"))) {
            out.clause = own_clause(*rule.rule);
            out.clause_words =
                rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params));
        }
    }
}

/// Only a decision that was carried asks anything of anybody.
bool asks(const Decision& decision) {
    return decision.outcome == Outcome::carried;
}

PartnerDecision decision_shown(const Ground& ground, const Answering& own, const Decision& decision,
                               const OwnActs& acts) {
    PartnerDecision out;
    out.organisation = organisation_named(ground, own.id);
    out.line = decision_line(ground, decision);
    const auto* item = item_of(ground, decision);
    out.title = item == nullptr ? std::string() : ground.words(item->title).value_or("");
    out.why = why(ground, decision, own.id, acts);
    if (const auto found = acts.replies.find(decision.id.value); found != acts.replies.end()) {
        out.replies = found->second;
    }
    out.waits = asks(decision) && !out.why.empty() && out.replies.empty();
    out.actor = own.actor_on(decision.body);
    add_clause(ground, decision, out);
    return out;
}

std::vector<PartnerDecision> concerning(const Ground& ground, const Answering& own) {
    std::vector<PartnerDecision> out;
    const auto acts = own_acts(ground, own.id);
    ground.state().decisions.each([&](const Decision& decision) {
        if (decision.effective > ground.now) {
            return;
        }
        auto shown = decision_shown(ground, own, decision, acts);
        if (!shown.why.empty() || !shown.replies.empty()) {
            out.push_back(std::move(shown));
        }
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const PartnerDecision& a, const PartnerDecision& b) {
                         return std::pair(a.line.made.instant, a.line.position) >
                                std::pair(b.line.made.instant, b.line.position);
                     });
    return out;
}

void add_decisions(const Ground& ground, const Answering& own, PartnerDesk& out) {
    std::vector<std::string> listed;
    for (auto& each : concerning(ground, own)) {
        listed.push_back(each.line.id);
        if (each.waits) {
            out.waiting.push_back(std::move(each));
        } else if (!each.replies.empty()) {
            out.answered.push_back(std::move(each));
        }
    }
    for (auto& line : latest_decisions(ground, {}, ground.state().decisions.size())) {
        const bool ours =
            std::any_of(out.seats.begin(), out.seats.end(),
                        [&](const PartnerSeat& seat) { return seat.body.id == line.body.id; });
        if (ours && !contains(listed, line.id) && out.others.size() < others_max) {
            out.others.push_back(std::move(line));
        }
    }
}

void add_hearings(const Ground& ground, const Answering& own, PartnerDesk& out) {
    const bool sits = own.whole ? own.seated : !own.seats.empty();
    for (auto& each : items_to_come(ground, own.id)) {
        const auto asks =
            asked_of_meeting(ground, *ground.state().meetings.find(MeetingId(each.meeting.id)));
        const bool asked = std::any_of(asks.begin(), asks.end(), [&](const HearingAsked& ask) {
            return ask.item == each.item && ask.organisation.id == own.id.value;
        });
        if (each.notified || asked) {
            out.hearings.push_back(std::move(each));
        } else {
            out.may_ask = out.may_ask || sits;
        }
    }
}

PartnerAction action_shown(const Ground& ground, const Answering& own, const Action& action) {
    PartnerAction out;
    out.id = action.id.value;
    out.body = ground.body(action.body);
    out.what = ground.words(action.what).value_or(std::string(words_gone));
    out.meeting = action.meeting ? ground.meeting(*action.meeting).name : "";
    if (action.seat) {
        if (const auto seat = ground.seat(*action.seat, ground.now)) {
            out.seat = seat_words(*seat);
        }
    }
    out.due = action.due;
    out.status = written(action.status);
    out.status_words = plain_name(out.status);
    out.open = action.status == ActionStatus::open || action.status == ActionStatus::progressing;
    out.overdue = out.open && action.due && *action.due < ground.today;
    out.actor = own.actor_for_debts(action.body);
    return out;
}

std::vector<PartnerAction> actions(const Ground& ground, const Answering& own) {
    std::vector<PartnerAction> out;
    ground.state().actions.each([&](const Action& action) {
        if (of_organisation(ground, action, own.id) && action.assigned <= ground.now) {
            out.push_back(action_shown(ground, own, action));
        }
    });
    constexpr std::int32_t no_date = 1'000'000;
    const auto key = [&](const PartnerAction& action) {
        return std::pair(action.open ? 0 : 1, action.due ? action.due->days : no_date);
    };
    std::stable_sort(out.begin(), out.end(), [&](const PartnerAction& a, const PartnerAction& b) {
        return key(a) < key(b);
    });
    return out;
}

std::vector<PartnerLiaison> liaisons(const Ground& ground, const OrganisationId& organisation) {
    std::vector<PartnerLiaison> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto found = body.liaisons.find(organisation.value);
        const auto* change =
            found == body.liaisons.end() ? nullptr : found->second.change_at(ground.now);
        auto who = change == nullptr ? std::string() : liaison_words(ground, change->value);
        if (!who.empty()) {
            out.push_back(
                {ground.body(body.id), std::move(who), ground.moment(body.id, change->from)});
        }
    });
    return out;
}

} // namespace

namespace {

std::string actor_among(const std::vector<SeatOfViewer>& seats, const BodyId& body) {
    const auto found = std::find_if(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
        return own.seat->body == body;
    });
    return found == seats.end() ? std::string() : text(found->actor);
}

/// What the seats of an organisation come to today.
void add_standing(const Ground& ground, Answering& out) {
    ground.state().seats.each([&](const Seat& seat) {
        if (seat.organisation == out.id && exists_at(seat, ground.now)) {
            (left_with(ground, seat) ? out.leaving : out.seated) = true;
        }
    });
    out.leaving = out.leaving && !out.seated;
}

} // namespace

std::string Answering::actor_on(const BodyId& body) const {
    if (whole) {
        return seated ? text(Actor{ActorKind::organisation, id.value}) : std::string();
    }
    return actor_among(seats, body);
}

std::string Answering::actor_for_debts(const BodyId& body) const {
    if (whole && leaving) {
        return text(Actor{ActorKind::organisation, id.value});
    }
    auto out = actor_on(body);
    return out.empty() ? actor_among(former, body) : out;
}

std::optional<base::CivilDate> left_with(const Ground& ground, const Seat& seat) {
    const auto* body = ground.state().bodies.find(seat.body);
    if (body == nullptr) {
        return std::nullopt;
    }
    const auto notice =
        std::find_if(body->exits.rbegin(), body->exits.rend(), [&](const ExitNotice& each) {
            return each.organisation == seat.organisation && each.given <= ground.now;
        });
    if (notice == body->exits.rend() || notice->leaves > ground.today) {
        return std::nullopt;
    }
    // A seat given to it after it had left is of its coming back.
    const bool before = ground.moment(seat.body, seat.created).local.date < notice->leaves;
    return before ? std::optional(notice->leaves) : std::nullopt;
}

std::vector<Answering> answering(const Ground& ground) {
    std::vector<Answering> out;
    for (const auto& id : ground.see.viewer().organisations) {
        if (ground.see.organisation(id) && ground.state().organisations.find(id) != nullptr) {
            out.push_back({.id = id, .whole = true, .seats = {}, .former = {}});
            add_standing(ground, out.back());
        }
    }
    for (const auto& own : seats_of_viewer(ground)) {
        if (own.seat->organisation.empty()) {
            continue;
        }
        auto found = std::find_if(out.begin(), out.end(), [&](const Answering& each) {
            return each.id == own.seat->organisation;
        });
        if (found == out.end()) {
            found =
                out.insert(out.end(), {.id = own.seat->organisation, .seats = {}, .former = {}});
            add_standing(ground, *found);
        }
        (left_with(ground, *own.seat) ? found->former : found->seats).push_back(own);
    }
    return out;
}

std::optional<Answering> answering_for(const Ground& ground, std::string_view organisation) {
    for (auto& each : answering(ground)) {
        if (each.id.value == organisation) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

Named organisation_named(const Ground& ground, const OrganisationId& id) {
    auto name = ground.organisation(id);
    return {id.value, name.empty() ? "Your organisation" : std::move(name)};
}

std::vector<Named> organisations_answered_for(const Reader& reader) {
    std::vector<Named> out;
    for (const auto& each : answering(reader.ground())) {
        out.push_back(organisation_named(reader.ground(), each.id));
    }
    return out;
}

std::vector<PartnerDecision> to_answer(const Reader& reader) {
    std::vector<PartnerDecision> out;
    for (const auto& own : answering(reader.ground())) {
        for (auto& each : concerning(reader.ground(), own)) {
            if (each.waits && !each.actor.empty()) {
                out.push_back(std::move(each));
            }
        }
    }
    return out;
}

std::optional<PartnerDesk> partner_desk(const Reader& reader, std::string_view organisation) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    if (!own) {
        return std::nullopt;
    }
    PartnerDesk out;
    out.organisation = organisation_named(ground, own->id);
    for (auto& seat : partner_seats(ground, own->id)) {
        (seat.left ? out.former : out.seats).push_back(std::move(seat));
    }
    add_decisions(ground, *own, out);
    add_hearings(ground, *own, out);
    for (auto& promise : promises_of(ground, own->id)) {
        promise.actor = own->actor_for_debts(governance::BodyId(promise.body.id));
        (promise.open ? out.promises : out.ended).push_back(std::move(promise));
    }
    put_latest_first(out.ended);
    out.actions = actions(ground, *own);
    out.liaisons = liaisons(ground, own->id);
    out.exits = exits_of(ground, own->id);
    return out;
}

std::optional<PartnerDecision> partner_decision(const Reader& reader, std::string_view organisation,
                                                std::string_view decision) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    const auto* found = ground.state().decisions.find(DecisionId(decision));
    if (!own || found == nullptr || found->effective > ground.now) {
        return std::nullopt;
    }
    return decision_shown(ground, *own, *found, own_acts(ground, own->id));
}

std::optional<PartnerSeat> partner_seat(const Reader& reader, std::string_view organisation,
                                        std::string_view seat) {
    const auto own = answering_for(reader.ground(), organisation);
    if (!own) {
        return std::nullopt;
    }
    for (auto& each : partner_seats(reader.ground(), own->id)) {
        if (each.seat.id == seat) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

std::optional<PartnerAction> partner_action(const Reader& reader, std::string_view organisation,
                                            std::string_view action) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    const auto* found = ground.state().actions.find(ActionId(action));
    if (!own || found == nullptr || !of_organisation(ground, *found, own->id)) {
        return std::nullopt;
    }
    return action_shown(ground, *own, *found);
}

} // namespace quorate::views
