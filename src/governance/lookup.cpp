#include "governance/lookup.hpp"

#include "calendar/period.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>

namespace quorate::governance {
namespace {

bool holds(const Occupant* occupant, const PersonId& person) {
    return occupant != nullptr &&
           std::find(occupant->persons.begin(), occupant->persons.end(), person) != occupant->persons.end();
}

/// The seat of the body that a person holds at an instant.
const Seat* seat_held_by(const State& state, const BodyId& body, const PersonId& person, base::Instant instant) {
    for (const auto* seat : seats_at(state, body, instant)) {
        if (holds(occupant_at(state, *seat, instant), person)) {
            return seat;
        }
    }
    return nullptr;
}

/// The seat that goes with an outside office: the one its holder has, else the one the office itself carries.
OfficeAnswer ex_officio(const State& state, const BodyId& body, const charter::OfficeRule& rule,
                        base::Instant instant) {
    OfficeAnswer answer;
    const auto* office = state.offices.find(OfficeId(rule.holder));
    if (office == nullptr) {
        return answer;
    }
    const auto* change = office->holder.change_at(instant);
    if (change == nullptr || !change->value) {
        return answer;
    }
    answer.since = change->from;
    answer.seat = seat_held_by(state, body, change->value->persons.front(), instant);
    if (answer.seat == nullptr) {
        for (const auto* seat : seats_at(state, body, instant)) {
            if (seat->office == office->id) {
                answer.seat = seat;
            }
        }
    }
    return answer;
}

/// The instant a term that began under the charter ends; far in the future when it has no end.
base::Instant term_end(const State& state, const BodyId& body, const charter::InForce<charter::OfficeRule>& rule,
                       base::Instant since, const CompiledTerms& terms) {
    constexpr base::Instant never{std::int64_t{1} << 60};
    if (rule->term.empty()) {
        return never;
    }
    const auto zone = zone_of(state, body);
    auto from = since;
    if (rule->term_from == charter::TermFrom::charter_effective) {
        from = zone.start_of(terms.terms.charter().effective);
    } else if (rule->term_from == charter::TermFrom::first_meeting) {
        const auto* known = state.bodies.find(body);
        if (known == nullptr || known->meetings.empty()) {
            return never;
        }
        from = state.meetings.find(known->meetings.front())->scheduled;
    }
    const auto period = calendar::parse_period(rule->term);
    if (!period) {
        return never;
    }
    const auto end = calendar::plus(zone.date_of(from), *period);
    return end ? zone.start_of(*end) : never;
}

Roles roles_of_seat(const State& state, const Seat& seat, const BodyId& body, const Meeting* meeting,
                    std::optional<std::int64_t> item, base::Instant instant, const Context& context) {
    Roles roles;
    if (seat.body != body && (meeting == nullptr || meeting->jointly_with != seat.body)) {
        return roles;
    }
    roles.add(Role::member);
    roles.add(Role::partner);
    roles.add(Role::nominating_body);
    if (office_at(state, body, "chair", instant, context).seat == &seat) {
        roles.add(Role::chair);
    }
    if (office_at(state, body, "vice-chair", instant, context).seat == &seat) {
        roles.add(Role::vice_chair);
    }
    if (meeting != nullptr && presiding_at(state, *meeting, instant, item) == &seat) {
        roles.add(Role::presiding);
    }
    return roles;
}

bool affected(const Meeting* meeting, std::optional<std::int64_t> item, const OrganisationId& organisation) {
    const auto* found = meeting != nullptr && item ? meeting->item(*item) : nullptr;
    return found != nullptr &&
           std::find(found->affects.begin(), found->affects.end(), organisation) != found->affects.end();
}

void add_person_roles(Roles& roles, const Meeting* meeting, const PersonId& person) {
    if (meeting == nullptr) {
        return;
    }
    for (const auto& nomination : meeting->substitutes) {
        if (!nomination.withdrawn && nomination.person == person) {
            roles.add(Role::substitute);
        }
    }
    for (const auto& presence : meeting->presence) {
        if (presence.person == person && presence.as == PresentAs::visitor) {
            roles.add(Role::visitor);
        }
        if (presence.person == person && presence.as == PresentAs::affected_partner) {
            roles.add(Role::affected_partner);
        }
    }
}

} // namespace

base::Zone zone_of(const State& state, const BodyId& body) {
    const auto* known = state.bodies.find(body);
    const auto& name = known != nullptr && !known->zone.empty() ? known->zone : state.genesis->zone;
    auto zone = base::Zone::find(name);
    return zone ? *zone : base::Zone::utc();
}

const TermsSegment* segment_at(const State& state, const BodyId& body, base::Instant instant) {
    const auto* known = state.bodies.find(body);
    const auto* segment = known == nullptr ? nullptr : known->terms.at(instant);
    return segment == nullptr ? nullptr : segment->get();
}

const CompiledTerms* terms_at(const State& state, const BodyId& body, base::Instant instant,
                              const Context& context) {
    const auto* segment = segment_at(state, body, instant);
    return segment == nullptr ? nullptr : context.compiled(*segment, instant);
}

std::shared_ptr<const calendar::Calendar> calendar_at(const State& state, const BodyId& body, base::Instant instant,
                                                      const Context& context, charter::CalendarAsOf as_of) {
    const auto* segment = segment_at(state, body, instant);
    const auto* terms = segment == nullptr ? nullptr : context.compiled(*segment, instant);
    if (terms == nullptr) {
        return nullptr;
    }
    if (as_of == charter::CalendarAsOf::dispatch && !segment->calendar.empty()) {
        if (const auto digest = base::parse_hex_digest(segment->calendar)) {
            auto cited = context.calendars().find(*digest);
            if (cited != nullptr && cited->name() == terms->terms.charter().calendar) {
                return cited;
            }
        }
    }
    return context.calendars().newest(terms->terms.charter().calendar);
}

const Seat* find_seat(const State& state, const BodyId& body, const SeatRef& ref) {
    if (ref.value.find('/') != std::string::npos) {
        return state.seats.find(SeatId(ref.value));
    }
    return state.seats.find(SeatId(body.value + "/" + ref.value));
}

bool exists_at(const Seat& seat, base::Instant instant) {
    return seat.created <= instant && (!seat.removed || instant < *seat.removed);
}

const Occupant* occupant_at(const State& state, const Seat& seat, base::Instant instant) {
    if (const auto* appointed = seat.occupant.at(instant)) {
        return appointed->has_value() ? &**appointed : nullptr;
    }
    if (seat.office.empty()) {
        return nullptr;
    }
    const auto* office = state.offices.find(seat.office);
    const auto* holder = office == nullptr ? nullptr : office->holder.at(instant);
    if (holder == nullptr || !holder->has_value()) {
        return nullptr;
    }
    return &**holder; // the seat goes with the office: whoever holds the one holds the other
}

std::vector<const Seat*> seats_at(const State& state, const BodyId& body, base::Instant instant) {
    std::vector<const Seat*> out;
    const auto* known = state.bodies.find(body);
    if (known == nullptr) {
        return out;
    }
    out.reserve(known->seats.size());
    for (const auto position : known->seat_positions) {
        const auto& seat = state.seats.at(position);
        if (exists_at(seat, instant)) {
            out.push_back(&seat);
        }
    }
    return out;
}

std::vector<const Seat*> seats_filled_at(const State& state, const BodyId& body, base::Instant instant) {
    auto out = seats_at(state, body, instant);
    std::erase_if(out, [&](const Seat* seat) { return occupant_at(state, *seat, instant) == nullptr; });
    return out;
}

OfficeAnswer office_at(const State& state, const BodyId& body, std::string_view office, base::Instant instant,
                       const Context& context) {
    OfficeAnswer answer;
    const auto* known = state.bodies.find(body);
    const auto* terms = terms_at(state, body, instant, context);
    if (known == nullptr || terms == nullptr) {
        return answer;
    }
    for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
        if (rule->office != office) {
            continue;
        }
        answer.rule = rule.rule;
        if (rule->method == charter::OfficeMethod::ex_officio) {
            auto held = ex_officio(state, body, *rule.params, instant);
            answer.term_ended = instant >= term_end(state, body, rule, held.since, *terms);
            if (!answer.term_ended) {
                answer.seat = held.seat;
                answer.since = held.since;
                return answer;
            }
        }
        break;
    }
    const auto found = known->offices.find(std::string(office));
    const auto* change = found == known->offices.end() ? nullptr : found->second.change_at(instant);
    if (change != nullptr && (!change->value.until || instant < *change->value.until)) {
        const auto* seat = state.seats.find(change->value.seat);
        if (seat != nullptr && exists_at(*seat, instant)) {
            answer.seat = seat;
            answer.since = change->from;
        }
    }
    return answer;
}

const Seat* presiding_at(const State& state, const Meeting& meeting, base::Instant instant,
                         std::optional<std::int64_t> item) {
    const auto there = [&](const SeatId& seat) {
        return std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& presence) {
            return presence.seat == seat && presence.covers(instant) &&
                   (presence.as == PresentAs::member || presence.as == PresentAs::substitute);
        });
    };
    const ChairTaking* whole = nullptr;
    const ChairTaking* for_item = nullptr;
    for (const auto& taking : meeting.presiding) {
        if (taking.from > instant || !there(taking.seat)) {
            continue;
        }
        if (!taking.item) {
            whole = &taking;
        } else if (taking.item == item) {
            for_item = &taking;
        }
    }
    const auto* found = for_item != nullptr ? for_item : whole;
    return found == nullptr ? nullptr : state.seats.find(found->seat);
}

const Seat* seat_of(const State& state, const Actor& actor, const BodyId& body, const Meeting* meeting,
                    base::Instant instant, const Context& context, std::optional<std::int64_t> item) {
    switch (actor.kind) {
    case ActorKind::seat: return find_seat(state, body, SeatRef(actor.id));
    case ActorKind::office: return office_at(state, body, actor.id, instant, context).seat;
    case ActorKind::presiding: return meeting == nullptr ? nullptr : presiding_at(state, *meeting, instant, item);
    case ActorKind::person: return seat_held_by(state, body, PersonId(actor.id), instant);
    default: return nullptr;
    }
}

Roles roles_of(const State& state, const Actor& actor, const BodyId& body, const Meeting* meeting,
               std::optional<std::int64_t> item, base::Instant instant, const Context& context) {
    Roles roles;
    roles.add(Role::public_);
    const Seat* seat = nullptr;
    switch (actor.kind) {
    case ActorKind::servicing: roles.add(Role::servicing_officer); break;
    case ActorKind::lead_authority: roles.add(Role::lead_authority); break;
    case ActorKind::auditor: roles.add(Role::auditor); break;
    case ActorKind::administrator: roles.add(Role::administrator); break;
    case ActorKind::presiding:
        seat = meeting == nullptr ? nullptr : presiding_at(state, *meeting, instant, item);
        break;
    case ActorKind::seat:
    case ActorKind::office:
    case ActorKind::person:
        seat = seat_of(state, actor, body, meeting, instant, context);
        if (actor.kind == ActorKind::person) {
            add_person_roles(roles, meeting, PersonId(actor.id));
        }
        break;
    case ActorKind::organisation: {
        const OrganisationId organisation(actor.id);
        state.seats.each([&](const Seat& candidate) {
            if (candidate.organisation == organisation && exists_at(candidate, instant)) {
                roles.add(Role::partner); // of the partnership, whichever body its seat is on
            }
        });
        for (const auto* candidate : seats_at(state, body, instant)) {
            if (candidate->organisation == organisation) {
                roles.add(Role::nominating_body);
            }
        }
        if (affected(meeting, item, organisation)) {
            roles.add(Role::affected_partner);
        }
        break;
    }
    case ActorKind::body:
    case ActorKind::public_: break;
    }
    if (seat != nullptr && exists_at(*seat, instant)) {
        roles.bits |= roles_of_seat(state, *seat, body, meeting, item, instant, context).bits;
        if (affected(meeting, item, seat->organisation)) {
            roles.add(Role::affected_partner);
        }
    }
    return roles;
}

std::optional<Role> parse_role(std::string_view text) {
    std::optional<Role> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto described) {
        std::string name = described.name;
        std::replace(name.begin(), name.end(), '_', '-');
        if (name.back() == '-') {
            name.pop_back();
        }
        if (name == text) {
            found = described.value;
        }
    });
    return found;
}

DecisionId next_decision(const State& state, const BodyId& body) {
    const auto* known = state.bodies.find(body);
    const auto count = known == nullptr ? 0 : known->decisions.size();
    return DecisionId(body.value + "/d" + std::to_string(count + 1));
}

} // namespace quorate::governance
