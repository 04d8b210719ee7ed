// The room on meeting day: who is there, who is not, the quorum, and who presides.

#include "base/text.hpp"
#include "governance/meetings/substitutes.hpp"
#include "governance/words.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool sits(const Presence& stay) {
    return stay.seat && (stay.as == PresentAs::member || stay.as == PresentAs::substitute);
}

/// Who is to come in the member's place, as named for this meeting or by the register.
struct SubstituteNamed {
    bool named = false;
    const PersonId* person = nullptr;
    std::optional<bool> coming;
};

SubstituteNamed substitute_of(const DayGround& day, const Seat& seat) {
    const auto* person = substitute_for(day.ground.state(), day.meeting, seat, day.at);
    const auto* nomination = nomination_of(day.meeting, seat.id);
    return {person != nullptr, person, nomination == nullptr ? std::nullopt : nomination->coming};
}

DaySeat present_seat(const DayGround& day, const Seat& seat, const Presence& stay,
                     const Item* item) {
    auto out = day_seat(day, seat);
    const auto opened = day.meeting.opened();
    if (opened && stay.from > *opened) {
        out.times = "from " + day.clock(stay.from);
    }
    std::vector<std::string> remarks;
    out.substitute = stay.as == PresentAs::substitute;
    if (out.substitute) {
        const auto name = stay.person ? day.ground.person(*stay.person) : std::nullopt;
        remarks.push_back(name ? "substitute: " + *name : "substitute");
        out.stands_in = name.value_or("");
    }
    out.remote = stay.remote;
    if (stay.remote) {
        remarks.emplace_back("remote");
    }
    if (presiding_at(day.ground.state(), day.meeting, day.at) == &seat) {
        remarks.emplace_back("in the chair");
    }
    if (item != nullptr && told_out_of(*item, seat.id, day.at)) {
        remarks.push_back("told to leave for item " + std::to_string(item->number));
    } else if (item != nullptr && barred_from(*item, seat.id, day.at)) {
        remarks.push_back("may not decide item " + std::to_string(item->number));
    }
    out.remark = base::join(remarks, ", ");
    return out;
}

void place(const DayGround& day, const Seat& seat, const Item* item, DayRoom& room) {
    if (const auto* stay = stay_now(day, seat.id)) {
        room.present.push_back(present_seat(day, seat, *stay, item));
        return;
    }
    auto line = day_seat(day, seat);
    if (line.seat.vacant) {
        return;
    }
    const auto has = [&](const std::vector<SeatId>& list) {
        return std::find(list.begin(), list.end(), seat.id) != list.end();
    };
    const bool apologies = has(day.meeting.apologies);
    const auto substitute = substitute_of(day, seat);
    if (substitute.named) {
        const auto name =
            substitute.person == nullptr ? std::nullopt : day.ground.person(*substitute.person);
        line.stands_in = name.value_or("");
        line.remark = !substitute.coming   ? (apologies ? "apologies from the member" : "")
                      : *substitute.coming ? "said they would come"
                                           : "said they cannot come";
        room.substitutes.push_back(line);
        line.remark.clear();
    }
    if (const auto* stay = last_stay(day, seat.id)) {
        line.times = "at " + day.clock(*stay->until);
        line.remark = why_away(day, *stay);
        line.substitute = stay->as == PresentAs::substitute;
        room.away.push_back(std::move(line));
    } else if (apologies) {
        room.apologies.push_back(std::move(line));
    } else if (!substitute.named) {
        (has(day.meeting.accepted) ? room.expected : room.not_here).push_back(std::move(line));
    }
}

std::string guest_words(const DayGround& day, const Presence& stay) {
    const auto name = stay.person ? day.ground.person(*stay.person) : std::nullopt;
    std::string as = "Visitor";
    if (stay.as == PresentAs::officer_in_support) {
        as = "Officer in support";
    } else if (stay.as == PresentAs::affected_partner) {
        as = "Partner to be heard";
    }
    auto out =
        name ? *name + ", " + static_cast<char>(std::tolower(as.front())) + as.substr(1) : as;
    if (stay.organisation && day.ground.see.names()) {
        out += " (" + day.ground.organisation(*stay.organisation) + ")";
    }
    return stay.item ? out + ", for item " + std::to_string(*stay.item) : out;
}

const CompiledTerms* terms_of(const DayGround& day, const BodyId& body) {
    return day.ground.terms(body, day.at);
}

/// The offices that preside, in the order of the terms.
std::vector<charter::InForce<charter::OfficeRule>> presiding_offices(const DayGround& day) {
    std::vector<charter::InForce<charter::OfficeRule>> out;
    if (const auto* terms = terms_of(day, day.meeting.body)) {
        for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
            if (rule->presides != charter::Presides::never) {
                out.push_back(rule);
            }
        }
    }
    return out;
}

bool here_as_member(const DayGround& day, const SeatId& seat) {
    const auto* stay = stay_now(day, seat);
    return stay != nullptr && stay->as == PresentAs::member;
}

void add_holders(const DayGround& day, DayChair& chair) {
    std::vector<std::string> missing;
    for (const auto& rule : presiding_offices(day)) {
        const auto title = capitalised(who_words(rule->office));
        const auto holder = office_at(day.ground.state(), day.meeting.body, rule->office, day.at,
                                      day.ground.context());
        if (holder.seat == nullptr || !here_as_member(day, holder.seat->id)) {
            if (chair.may.empty()) { // whoever comes after somebody who is here does not matter
                missing.push_back(who_words(rule->office));
            }
            continue;
        }
        const auto seat = day.ground.seat(*holder.seat, day.at);
        auto words = seat_words(seat);
        chair.may.push_back({seat.id, title + ": " + words, rule->office, false});
    }
    const auto& presence = day.meeting.presence;
    const bool nobody = std::none_of(presence.begin(), presence.end(), [&](const Presence& stay) {
        return sits(stay) && stay.covers(day.at);
    });
    if (chair.may.empty() && nobody) {
        chair.next = "Nobody is here who could preside. The meeting can be adjourned or closed.";
        return;
    }
    if (chair.may.empty()) {
        chair.next = missing.empty()
                         ? "The terms name nobody to preside. Those present choose someone."
                         : capitalised(base::list_words(missing)) +
                               (missing.size() == 1 ? " is" : " are") +
                               " not here. Those present choose someone.";
        return;
    }
    const auto& first = chair.may.front();
    const auto title = first.words.substr(0, first.words.find(':'));
    chair.next =
        (missing.empty() ? "" : capitalised(base::list_words(missing)) + " is not here. ") + title +
        " takes the chair.";
}

} // namespace

const Presence* stay_now(const DayGround& day, const SeatId& seat) {
    for (const auto& stay : day.meeting.presence) {
        if (sits(stay) && *stay.seat == seat && stay.covers(day.at)) {
            return &stay;
        }
    }
    return nullptr;
}

const Presence* last_stay(const DayGround& day, const SeatId& seat) {
    const Presence* last = nullptr;
    for (const auto& stay : day.meeting.presence) {
        if (sits(stay) && *stay.seat == seat && stay.until && *stay.until <= day.at) {
            last = &stay;
        }
    }
    return last;
}

std::string why_away(const DayGround& day, const Presence& stay) {
    switch (stay.why) {
    case LeftBecause::withdrew_for_item:
        return "withdrew for the item";
    case LeftBecause::excluded:
        return day.ground.see.exclusion() ? "asked to leave" : "left";
    case LeftBecause::connection_lost:
        return "connection lost";
    case LeftBecause::not_listed:
        return "not there when attendance was taken";
    case LeftBecause::left:
    case LeftBecause::corrected:
        break;
    }
    return "left";
}

std::string day_ref(const DayGround& day, const Seat& seat) {
    return seat.body == day.meeting.body ? std::to_string(seat.number) : seat.id.value;
}

DaySeat day_seat(const DayGround& day, const Seat& seat) {
    DaySeat out;
    out.seat = day.ground.seat(seat, day.at);
    out.ref = day_ref(day, seat);
    out.words = seat_words(out.seat);
    if (seat.body != day.meeting.body) {
        out.words += " (" + day.ground.body(seat.body).name + ")";
    }
    return out;
}

std::string DayGround::clock(base::Instant instant) const {
    return base::clock_words(ground.moment(meeting.body, instant).local.minute);
}

std::string DayGround::clock_beside(base::Instant instant, base::Instant beside) const {
    const auto on = ground.moment(meeting.body, instant).local.date;
    return on == ground.moment(meeting.body, beside).local.date
               ? clock(instant)
               : clock(instant) + " on " + base::words(on);
}

std::string spare_words(std::int64_t spare) {
    return spare < 0    ? number_words(-spare) + " short"
           : spare == 0 ? std::string("none to spare")
                        : number_words(spare) + " to spare";
}

std::string day_seat_words(const DayGround& day, const SeatId& seat) {
    const auto found = day.ground.seat(seat, day.at);
    return found ? seat_words(*found) : "seat " + seat.value;
}

namespace {

charter::InForce<charter::QuorumRule> quorum_rule(const DayGround& day, const BodyId& body) {
    const auto* terms = terms_of(day, body);
    return terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                            : terms->terms.one<charter::QuorumRule>();
}

} // namespace

DayQuorum day_quorum_count(const DayGround& day, const BodyId& body,
                           std::optional<std::int64_t> item) {
    DayQuorum out;
    out.body = day.ground.body(body).name;
    const auto rule = quorum_rule(day, body);
    if (!rule) {
        const auto there = seats_in_room(day.ground.state(), day.meeting, body, day.at, item);
        out.present = static_cast<std::int64_t>(there.size());
        out.known = out.quorate = day.meeting.attendance_known;
        out.words = out.known ? std::to_string(out.present) + " present. The terms set no quorum."
                              : std::string("Nobody is recorded yet. The terms set no quorum.");
        return out;
    }
    const auto count =
        count_quorum(day.ground.state(), day.meeting, body, *rule.params, day.at, item);
    out.clause = own_clause(*rule.rule);
    out.known = count.known;
    out.quorate = count.quorate();
    out.present = count.present;
    out.needed = count.needed;
    out.members = count.members;
    const auto of = std::to_string(count.members);
    if (!count.known && count.members == 0) {
        out.words = "No members of " + out.body + " are on record, so nobody can be recorded here.";
        return out;
    }
    if (!count.known) {
        out.words =
            "Nobody is recorded yet. Quorum " + std::to_string(count.needed) + " of " + of + ".";
        return out;
    }
    out.words = std::to_string(count.present) + " of " + of + " present. Quorum " +
                std::to_string(count.needed) + ": " + spare_words(count.spare()) + ".";
    if (count.spare() == 0) {
        const auto there = seats_in_room(day.ground.state(), day.meeting, body, day.at, item);
        const bool all_count = static_cast<std::int64_t>(there.size()) == count.present;
        out.leaving = all_count ? "If anyone leaves, the quorum is lost."
                                : "If anyone who is counted leaves, the quorum is lost.";
    } else if (count.spare() < 0) {
        out.leaving = "Nothing can be decided until " +
                      counted(-count.spare(), "more member or substitute comes.",
                              "more members or substitutes come.");
    }
    return out;
}

DayQuorum day_quorum(const DayGround& day, const BodyId& body, std::optional<std::int64_t> item) {
    auto out = day_quorum_count(day, body, item);
    if (const auto rule = quorum_rule(day, body)) {
        add_quorum_reasons(day, body, *rule.params, item, out);
    }
    return out;
}

DayRoom day_room(const DayGround& day, const Item* item) {
    DayRoom out;
    const auto number = item == nullptr ? std::optional<std::int64_t>() : item->number;
    out.quorum = day_quorum(day, day.meeting.body, number);
    if (day.meeting.jointly_with) {
        out.joint = day_quorum(day, *day.meeting.jointly_with, number);
    }
    for (const auto& body : bodies_meeting(day.meeting)) {
        auto seats = seats_at(day.ground.state(), body, day.at);
        std::sort(seats.begin(), seats.end(),
                  [](const Seat* a, const Seat* b) { return a->number < b->number; });
        for (const auto* seat : seats) {
            place(day, *seat, item, out);
        }
    }
    for (const auto& stay : day.meeting.presence) {
        if (!sits(stay) && stay.covers(day.at)) {
            out.guests.push_back({stay.person ? stay.person->value : "", guest_words(day, stay),
                                  "from " + day.clock(stay.from)});
        }
    }
    if (!day.meeting.closed()) {
        out.if_one_leaves = day_if_one_leaves(day, item);
    }
    return out;
}

DayChair day_chair(const DayGround& day) {
    DayChair out;
    const auto* presiding = presiding_at(day.ground.state(), day.meeting, day.at);
    add_holders(day, out);
    if (presiding == nullptr) {
        out.words = day.meeting.presiding.empty() ? "Nobody is in the chair yet."
                                                  : "Nobody is in the chair now.";
        return out;
    }
    out.taken = true;
    out.seat = presiding->id.value;
    const auto words = seat_words(day.ground.seat(*presiding, day.at));
    std::string as;
    for (const auto& may : out.may) {
        as = may.seat == out.seat ? may.words.substr(0, may.words.find(':')) + " (" + words + ")"
                                  : as;
    }
    out.words = (as.empty() ? words : as) + " is in the chair.";
    const bool first_is_free =
        !day.meeting.jointly_with && !out.may.empty() && out.may.front().seat != out.seat;
    if (first_is_free) {
        const auto& first = out.may.front().words;
        out.words += " " + first.substr(0, first.find(':')) + " is here now and may take it.";
    }
    return out;
}

} // namespace quorate::views
