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

void add_attending(const Ground& ground, const Meeting& meeting, const Item& item,
                   const OrganisationId& organisation, PartnerHearing& out) {
    for (const auto& presence : meeting.presence) {
        if (presence.as == PresentAs::affected_partner && presence.organisation == organisation &&
            presence.item.value_or(item.number) == item.number && presence.person) {
            out.attending.push_back(ground.person(*presence.person).value_or("Somebody"));
        }
    }
}

void add_right(const Ground& ground, const Meeting& meeting, PartnerHearing& out) {
    const auto* terms = ground.terms(meeting.body, ground.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::MayRule>()) {
        if (!out.heard && contains(rule->who, std::string("affected-partner")) &&
            contains(rule->rights, std::string("be-heard"))) {
            out.heard = true;
            out.clause = own_clause(*rule.rule);
            out.clause_words =
                rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params));
        }
    }
}

std::vector<PartnerHearing> hearings(const Ground& ground, const OrganisationId& organisation) {
    std::vector<PartnerHearing> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        const bool ahead =
            meeting.status == MeetingStatus::convened && meeting.scheduled >= ground.now;
        const bool going_on = meeting.status == MeetingStatus::open ||
                              meeting.status == MeetingStatus::informal ||
                              meeting.status == MeetingStatus::adjourned;
        for (const auto& item : meeting.items) {
            const bool there =
                item.status != ItemStatus::withdrawn && item.status != ItemStatus::deferred;
            if ((ahead || going_on) && there && contains(item.affects, organisation)) {
                PartnerHearing shown{.meeting = ground.meeting(meeting.id),
                                     .when = ground.moment(meeting.body, meeting.scheduled),
                                     .item = item.number,
                                     .title =
                                         ground.words(item.title).value_or(std::string(words_gone)),
                                     .clause = {},
                                     .clause_words = {},
                                     .attending = {}};
                add_right(ground, meeting, shown);
                add_attending(ground, meeting, item, organisation, shown);
                out.push_back(std::move(shown));
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const PartnerHearing& a, const PartnerHearing& b) {
        return std::pair(a.when.instant, a.item) < std::pair(b.when.instant, b.item);
    });
    return out;
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
    out.actor = own.actor_on(action.body);
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

std::string Answering::actor_on(const BodyId& body) const {
    if (whole) {
        return seated ? text(Actor{ActorKind::organisation, id.value}) : std::string();
    }
    const auto found = std::find_if(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
        return own.seat->body == body;
    });
    return found == seats.end() ? std::string() : text(found->actor);
}

namespace {

bool has_seat(const Ground& ground, const OrganisationId& organisation) {
    bool found = false;
    ground.state().seats.each([&](const Seat& seat) {
        found = found || (seat.organisation == organisation && exists_at(seat, ground.now));
    });
    return found;
}

} // namespace

std::vector<Answering> answering(const Ground& ground) {
    std::vector<Answering> out;
    for (const auto& id : ground.see.viewer().organisations) {
        if (ground.see.organisation(id) && ground.state().organisations.find(id) != nullptr) {
            out.push_back({id, true, has_seat(ground, id), {}});
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
            found = out.insert(out.end(), Answering{own.seat->organisation, false, true, {}});
        }
        found->seats.push_back(own);
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
    out.seats = partner_seats(ground, own->id);
    add_decisions(ground, *own, out);
    out.hearings = hearings(ground, own->id);
    for (auto& promise : promises_of(ground, own->id)) {
        promise.actor = own->actor_on(governance::BodyId(promise.body.id));
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
