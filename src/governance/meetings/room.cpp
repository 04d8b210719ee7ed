#include "governance/meetings/room.hpp"

#include "governance/meetings/quorum_seen.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool sits(const Presence& presence) {
    return presence.seat && (presence.as == PresentAs::member || presence.as == PresentAs::substitute);
}

/// The seat is known to be gone or empty then: whoever came for it is a member no more. A seat of which no holder was
/// ever on record says nothing.
bool lost(const State& state, const Seat& seat, base::Instant instant) {
    if (!exists_at(seat, instant)) {
        return seat.removed.has_value();
    }
    return occupant_at(state, seat, instant) == nullptr && !seat.occupant.changes().empty();
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The person who occupies the seat in the room, as far as it is known.
const PersonId* person_in(const State& state, const SeatInRoom& there, base::Instant instant) {
    if (there.presence != nullptr && there.presence->person) {
        return &*there.presence->person;
    }
    const auto* occupant = occupant_at(state, *there.seat, instant);
    return occupant == nullptr || occupant->persons.empty() ? nullptr : &occupant->persons.front();
}

std::int64_t heads(const State& state, const std::vector<SeatInRoom>& room, base::Instant instant,
                   charter::Heads two_seats) {
    if (two_seats == charter::Heads::seats) {
        return static_cast<std::int64_t>(room.size());
    }
    std::vector<std::string_view> persons;
    persons.reserve(room.size());
    std::int64_t count = 0;
    for (const auto& there : room) {
        const auto* person = person_in(state, there, instant);
        if (person == nullptr) {
            ++count;
        } else {
            persons.push_back(person->view());
        }
    }
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    return count + static_cast<std::int64_t>(persons.size());
}

} // namespace

bool barred_from(const Item& item, const SeatId& seat, base::Instant instant) {
    return std::any_of(item.declarations.begin(), item.declarations.end(), [&](const Declaration& declaration) {
        return declaration.seat == seat && declaration.determination &&
               *declaration.determination != Determination::below_test && declaration.determined_at <= instant;
    });
}

bool has_interest(const Item& item, const SeatId& seat, base::Instant instant) {
    return std::any_of(item.declarations.begin(), item.declarations.end(), [&](const Declaration& declaration) {
        const bool below = !declaration.meets_test || declaration.determination == Determination::below_test;
        return declaration.seat == seat && declaration.at <= instant && !below;
    });
}

bool told_out_of(const Item& item, const SeatId& seat, base::Instant instant, bool deciding) {
    const bool standing = deciding || std::any_of(item.questions.begin(), item.questions.end(), [&](const Question& q) {
                              return q.put <= instant && !q.outcome;
                          });
    return std::any_of(item.declarations.begin(), item.declarations.end(), [&](const Declaration& declaration) {
        const auto& told = declaration.determination;
        return declaration.seat == seat && told && declaration.determined_at <= instant &&
               (*told == Determination::leave || (standing && *told == Determination::speak_and_withdraw));
    });
}

std::vector<SeatInRoom> seats_in_room(const State& state, const Meeting& meeting, const BodyId& body,
                                      base::Instant instant, std::optional<std::int64_t> item) {
    std::vector<SeatInRoom> out;
    out.reserve(meeting.presence.size());
    const auto* about = item ? meeting.item(*item) : nullptr;
    for (const auto& presence : meeting.presence) {
        if (!sits(presence) || !presence.covers(instant)) {
            continue;
        }
        const auto* seat = state.seats.find(*presence.seat);
        const bool twice = std::any_of(out.begin(), out.end(),
                                       [&](const SeatInRoom& there) { return there.seat == seat; });
        if (seat == nullptr || seat->body != body || twice || lost(state, *seat, instant)) {
            continue;
        }
        out.push_back({seat, &presence, about != nullptr && barred_from(*about, seat->id, instant),
                       about != nullptr && told_out_of(*about, seat->id, instant)});
    }
    return out;
}

namespace {

/// The stay by which a seat was there when a question was put. `hint` is where the last one was found: rolls are
/// written in the order of arrival.
const Presence* stay_at(const Meeting& meeting, const SeatId& seat, base::Instant put, std::size_t& hint) {
    const auto count = meeting.presence.size();
    for (std::size_t step = 0; step < count; ++step) {
        const auto index = (hint + step) % count;
        const auto& stay = meeting.presence[index];
        const bool then = stay.from <= put && (!stay.until || put <= *stay.until);
        if (then && sits(stay) && *stay.seat == seat) {
            hint = index + 1;
            return &stay;
        }
    }
    return nullptr;
}

} // namespace

std::vector<SeatInRoom> seats_on_roll(const State& state, const Meeting& meeting, const BodyId& body,
                                      const Question& question) {
    std::vector<SeatInRoom> out;
    out.reserve(question.present.size());
    std::size_t hint = 0;
    for (const auto& id : question.present) {
        const auto* seat = state.seats.find(id);
        if (seat == nullptr || seat->body != body) {
            continue;
        }
        const auto among = [&](const std::vector<SeatId>& ids) {
            return std::find(ids.begin(), ids.end(), id) != ids.end();
        };
        out.push_back({seat, stay_at(meeting, id, question.put, hint), among(question.barred),
                       among(question.told_out)});
    }
    return out;
}

namespace {

bool in_part(const Seat& seat, std::span<const std::string> places) {
    return places.empty() || std::find(places.begin(), places.end(), seat.place) != places.end();
}

/// How many of the members a rule needs.
std::int64_t needed_of(const charter::QuorumRule& rule, std::int64_t members) {
    return rule.rounding == charter::Rounding::up
               ? rule.at_least.least_reaching(members)
               : members * rule.at_least.numerator / rule.at_least.denominator;
}

/// Tells whoever listens what there was to count; `room` is all of it.
void tell(const State& state, const Meeting& meeting, const BodyId& body, const charter::QuorumRule& rule,
          base::Instant instant, const std::vector<SeatInRoom>& room, std::span<const std::string> places,
          const QuorumCount& count) {
    QuorumSeen seen;
    seen.rule = &rule;
    for (const auto* seat : seats_at(state, body, instant)) {
        const bool counts = in_part(*seat, places);
        seen.seats += counts ? 1 : 0;
        seen.filled += counts && occupant_at(state, *seat, instant) != nullptr ? 1 : 0;
    }
    seen.present = count.present;
    seen.attendance_known = meeting.attendance_known;
    for (const auto& there : room) {
        seen.substitutes =
            seen.substitutes || (there.presence != nullptr && there.presence->as == PresentAs::substitute);
        seen.remote = seen.remote || (there.presence != nullptr && there.presence->remote);
        seen.barred = seen.barred || (there.barred && !there.told_out);
    }
    seen.doubled = heads(state, room, instant, charter::Heads::persons) != static_cast<std::int64_t>(room.size());
    quorum_listener->push_back(seen);
}

} // namespace

bool same_answer(const QuorumSeen& seen, const charter::QuorumRule& other) {
    const auto& rule = *seen.rule;
    const auto members_count = [](const charter::QuorumRule& by) { return contains(by.counts, "member"); };
    const bool same_count =
        (rule.counts == other.counts || (!seen.substitutes && members_count(rule) == members_count(other))) &&
        (rule.remote_counts == other.remote_counts || !seen.remote) &&
        (rule.barred_who_stay_count == other.barred_who_stay_count || !seen.barred) &&
        (rule.two_seats == other.two_seats || !seen.doubled);
    if (rule.test != other.test || !same_count) {
        return false;
    }
    const auto members_of = [&](const charter::QuorumRule& by) {
        return by.of == charter::MembershipBase::seats ? seen.seats : seen.filled;
    };
    const auto members = members_of(rule);
    const auto others = members_of(other);
    if (!seen.attendance_known || members == 0 || others == 0) {
        return (members == 0) == (others == 0);
    }
    return (seen.present >= needed_of(rule, members)) == (seen.present >= needed_of(other, others));
}

QuorumCount count_quorum_of(const State& state, const Meeting& meeting, const BodyId& body,
                            const charter::QuorumRule& rule, base::Instant instant, std::vector<SeatInRoom> room,
                            std::span<const std::string> places) {
    QuorumCount count;
    auto base = rule.of == charter::MembershipBase::seats ? seats_at(state, body, instant)
                                                          : seats_filled_at(state, body, instant);
    if (!places.empty()) {
        const auto elsewhere = [&](const Seat& seat) {
            return std::find(places.begin(), places.end(), seat.place) == places.end();
        };
        std::erase_if(base, [&](const Seat* seat) { return elsewhere(*seat); });
        std::erase_if(room, [&](const SeatInRoom& there) { return elsewhere(*there.seat); });
    }
    count.members = static_cast<std::int64_t>(base.size());
    const auto whole = quorum_listener == nullptr ? std::vector<SeatInRoom>{} : room;
    const bool members = contains(rule.counts, "member");
    const bool substitutes = contains(rule.counts, "substitute");
    std::erase_if(room, [&](const SeatInRoom& there) {
        const auto as = there.presence == nullptr ? PresentAs::member : there.presence->as;
        const bool remote = there.presence != nullptr && there.presence->remote;
        return !(as == PresentAs::substitute ? substitutes : members) || (remote && !rule.remote_counts) ||
               there.told_out || (there.barred && !rule.barred_who_stay_count);
    });
    count.present = heads(state, room, instant, rule.two_seats);
    count.needed = needed_of(rule, count.members);
    count.known = meeting.attendance_known && count.members > 0;
    if (quorum_listener != nullptr) {
        tell(state, meeting, body, rule, instant, whole, places, count);
    }
    return count;
}

QuorumCount count_quorum(const State& state, const Meeting& meeting, const BodyId& body,
                         const charter::QuorumRule& rule, base::Instant instant, std::optional<std::int64_t> item) {
    return count_quorum_of(state, meeting, body, rule, instant, seats_in_room(state, meeting, body, instant, item));
}

std::int64_t count_heads(const State& state, const std::vector<SeatInRoom>& room, base::Instant instant,
                         charter::Heads two_seats) {
    return heads(state, room, instant, two_seats);
}

bool attended(const Meeting& meeting, const SeatId& seat, bool substitute_counts) {
    for (const auto& presence : meeting.presence) {
        const bool counts = presence.as == PresentAs::member ||
                            (substitute_counts && presence.as == PresentAs::substitute);
        if (presence.seat != seat || !counts) {
            continue;
        }
        for (const auto& sitting : meeting.sittings) {
            const bool before_end = !sitting.until || presence.from < *sitting.until;
            const bool after_start = !presence.until || *presence.until > sitting.from;
            if (before_end && after_start) {
                return true;
            }
        }
    }
    return false;
}

void refresh_rolls(Meeting& meeting, const SeatId& seat) {
    for (auto& item : meeting.items) {
        for (auto& question : item.questions) {
            const bool there = std::any_of(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& p) {
                return sits(p) && p.seat == seat && p.covers(question.put);
            });
            const auto on_roll = std::find(question.present.begin(), question.present.end(), seat);
            if (there && on_roll == question.present.end()) {
                question.present.push_back(seat);
                if (barred_from(item, seat, question.put)) {
                    question.barred.push_back(seat);
                }
                if (told_out_of(item, seat, question.put, true)) {
                    question.told_out.push_back(seat);
                }
            } else if (!there && on_roll != question.present.end()) {
                question.present.erase(on_roll);
                std::erase(question.barred, seat);
                std::erase(question.told_out, seat);
            }
        }
    }
}

} // namespace quorate::governance
