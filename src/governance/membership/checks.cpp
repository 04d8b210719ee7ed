#include "governance/membership/checks.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The body's terms in force speak of the act.
bool speaks_of(const Call& call, const BodyId& body) {
    const auto* terms = terms_at(call.state, body, call.submission.effective, call.context);
    return terms != nullptr && !terms->permissions[call.submission.act.index()].empty();
}

} // namespace

BodyId keeper_of_register(const Call& call) {
    const auto& maker = call.submission.made_by;
    const auto* seat =
        maker.kind == ActorKind::seat ? call.state.seats.find(SeatId(maker.id)) : nullptr;
    if (seat != nullptr && speaks_of(call, seat->body)) {
        return seat->body;
    }
    const auto sits_on = [&](const BodyId& body) {
        return maker.kind == ActorKind::person &&
               seat_of(call.state, maker, body, nullptr, call.submission.effective, call.context) !=
                   nullptr;
    };
    BodyId keeper;
    BodyId own;
    call.state.bodies.each([&](const Body& body) {
        if (!speaks_of(call, body.id)) {
            return;
        }
        keeper = keeper.empty() ? body.id : keeper;
        own = own.empty() && sits_on(body.id) ? body.id : own;
    });
    return own.empty() ? keeper : own;
}

bool require_organisation(Ruler& ruler, const OrganisationId& id) {
    if (ruler.state().organisations.find(id) != nullptr) {
        return true;
    }
    ruler.no(Code::organisation_unknown, {fact("organisation", id.view())});
    return false;
}

bool require_person(Ruler& ruler, const PersonId& id) {
    if (ruler.state().persons.find(id) != nullptr) {
        return true;
    }
    ruler.no(Code::person_unknown, {fact("person", id.view())});
    return false;
}

bool speaks_for(const Ruler& ruler, const OrganisationId& organisation) {
    const auto roles = ruler.roles();
    if (roles.has(Role::servicing_officer) || roles.has(Role::lead_authority) ||
        roles.has(Role::administrator)) {
        return true;
    }
    const auto& actor = ruler.submission().made_by;
    if (actor.kind == ActorKind::organisation) {
        return actor.id == organisation.value;
    }
    const auto* seat =
        seat_of(ruler.state(), actor, ruler.body(), ruler.meeting(), ruler.at(), ruler.context());
    return seat != nullptr && !organisation.empty() && seat->organisation == organisation;
}

void require_speaks_for(Ruler& ruler, const OrganisationId& organisation) {
    if (!ruler.refused() && !speaks_for(ruler, organisation)) {
        ruler.no(Code::not_permitted, {fact("act", row_of(ruler.submission().act).name),
                                       fact("actor", text(ruler.submission().made_by)),
                                       fact("organisation", organisation.view())});
    }
}

void require_not_released(Ruler& ruler, const Commitment& commitment) {
    if (commitment.released) {
        const auto on = zone_of(ruler.state(), commitment.body).date_of(*commitment.released);
        ruler.no(Code::commitment_closed, {fact("commitment", commitment.id.view()),
                                           fact("how", "released"), fact("on", on)});
    }
}

void require_open(Ruler& ruler, const Commitment& commitment) {
    if (commitment.honoured) {
        ruler.no(Code::commitment_closed,
                 {fact("commitment", commitment.id.view()), fact("how", "honoured"),
                  fact("on", *commitment.honoured)});
    }
    require_not_released(ruler, commitment);
}

std::string sector_of(const Ruler& ruler, const Seat& seat) {
    if (!seat.sector.empty()) {
        return seat.sector;
    }
    const auto* organisation = ruler.state().organisations.find(seat.organisation);
    const auto classes = ruler.one<charter::ClassRule>();
    if (organisation == nullptr || !classes || !contains(classes->classes, organisation->sector)) {
        return {};
    }
    return organisation->sector;
}

bool same_sector(const charter::InForce<charter::ClassRule>& rule, const std::string& a,
                 const std::string& b) {
    return a == b ||
           (rule && std::any_of(rule->same.begin(), rule->same.end(), [&](const auto& group) {
                return contains(group, a) && contains(group, b);
            }));
}

Fact fact(std::string_view name, base::Instant instant, const base::Zone& zone) {
    return fact(name, std::string_view(base::text(zone.local(instant))));
}

} // namespace quorate::governance
