#include "views/membership/overview.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/membership/places.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Since when nobody has held the seat; nothing when nobody ever did.
std::optional<base::Instant> vacant_since(const Ground& ground, const Seat& seat) {
    const auto* change = seat.occupant.change_at(ground.now);
    const auto* office = seat.office.empty() ? nullptr : ground.state().offices.find(seat.office);
    const auto* held = office == nullptr ? nullptr : office->holder.change_at(ground.now);
    std::optional<base::Instant> out;
    if (change != nullptr && !change->value) {
        out = change->from;
    }
    if (held != nullptr && !held->value) {
        out = out ? std::max(*out, held->from) : held->from;
    }
    return out;
}

/// "for three months", "for nine days".
std::string how_long(base::CivilDate from, base::CivilDate to) {
    int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) -
                 static_cast<int>(from.month());
    months -= to.day() < from.day() ? 1 : 0;
    if (months >= 24) {
        return "for " + counted(months / 12, "year", "years");
    }
    if (months >= 1) {
        return "for " + counted(months, "month", "months");
    }
    const auto days = to.days - from.days;
    return days == 0 ? "since today" : "for " + counted(days, "day", "days");
}

void add_vacancies(const Ground& ground, const Body& body, MembershipOverview& out) {
    for (const auto* seat : seats_at(ground.state(), body.id, ground.now)) {
        if (occupant_at(ground.state(), *seat, ground.now) != nullptr) {
            continue;
        }
        VacancyShown line;
        line.body = ground.body(body.id);
        line.seat = ground.seat(*seat, ground.now);
        line.kept_for = seat->place.empty() ? "" : plain_name(seat->place);
        line.organisation = seat->organisation.value;
        if (const auto since = vacant_since(ground, *seat)) {
            line.since = ground.moment(body.id, *since);
            line.words = "Vacant " + how_long(line.since->local.date, ground.today);
        } else {
            line.words = "Nobody has held it yet";
        }
        out.vacancies.push_back(std::move(line));
    }
}

bool ended_by(const Ground& ground, const BodyId& body, const std::string& office,
              base::CivilDate day) {
    const auto at = zone_of(ground.state(), body).start_of(day);
    const auto answer = office_at(ground.state(), body, office, at, ground.context());
    return answer.term_ended || answer.seat == nullptr;
}

/// The last day of the present holder's term, when it lies within term_days_ahead.
std::optional<base::CivilDate> last_day(const Ground& ground, const BodyId& body,
                                        const std::string& office) {
    if (!ended_by(ground, body, office, ground.today.plus_days(term_days_ahead))) {
        return std::nullopt;
    }
    int held = 1;
    int ended = term_days_ahead;
    if (ended_by(ground, body, office, ground.today.plus_days(held))) {
        return ground.today;
    }
    while (ended - held > 1) {
        const int middle = (held + ended) / 2;
        (ended_by(ground, body, office, ground.today.plus_days(middle)) ? ended : held) = middle;
    }
    return ground.today.plus_days(held);
}

void add_terms(const Ground& ground, const Body& body, MembershipOverview& out) {
    const auto* terms = ground.terms(body.id, ground.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
        const auto shown = office_shown(ground, body.id, rule);
        TermEnding line{ground.body(body.id), rule->office, shown.title, {}, shown.clause, {}, {}};
        line.act =
            rule->method == charter::OfficeMethod::rotates ? "rotate-office" : "elect-to-office";
        if (shown.term_ended) {
            line.words = "The term has ended. The body chooses who comes next.";
        } else if (shown.seat) {
            line.on = last_day(ground, body.id, rule->office);
            line.words = line.on ? "The term ends on " + short_date(*line.on) + "." : "";
        }
        if (!line.words.empty()) {
            out.terms.push_back(std::move(line));
        }
    }
}

void add_change(const Ground& ground, const Seat& seat, base::Instant at, std::string kind,
                std::string words, MembershipOverview& out) {
    const auto moment = ground.moment(seat.body, at);
    if (at > ground.now || moment.local.date < ground.today.plus_days(-membership_change_days)) {
        return;
    }
    out.changes.push_back(
        {moment, ground.body(seat.body), ground.seat(seat, at), std::move(words), std::move(kind)});
}

/// Who holds a seat, by name; empty for nobody, or where names may not be shown.
std::string names_of(const Ground& ground, const std::optional<Occupant>& occupant) {
    std::vector<std::string> names;
    for (const auto& person : occupant ? occupant->persons : std::vector<PersonId>()) {
        if (auto name = ground.person(person)) {
            names.push_back(std::move(*name));
        }
    }
    return base::list_words(names);
}

void add_changes(const Ground& ground, const Seat& seat, MembershipOverview& out) {
    add_change(ground, seat, seat.created, "created", "Seat created", out);
    std::string before;
    for (const auto& change : seat.occupant.changes()) {
        const bool filled = change.value.has_value();
        const auto names = names_of(ground, change.value);
        add_change(ground, seat, change.from, filled ? "appointed" : "vacated",
                   filled ? (names.empty() ? "Somebody" : names) + " took the seat"
                   : before.empty() ? std::string("The seat became vacant")
                                    : "The seat became vacant: " + before + " had held it",
                   out);
        before = names;
    }
    if (seat.removed) {
        add_change(ground, seat, *seat.removed, "removed", "Seat removed", out);
    }
}

} // namespace

std::optional<MembershipOverview> membership_overview(const Reader& reader) {
    const auto& ground = reader.ground();
    if (!ground.see.register_kept()) {
        return std::nullopt;
    }
    MembershipOverview out;
    out.on = ground.today;
    out.names = ground.see.names();
    ground.state().bodies.each([&](const Body& body) {
        const auto* status = body.status.at(ground.now);
        if (status == nullptr || *status != BodyStatus::established) {
            return;
        }
        if (holders_known(reader, body.id.value)) {
            add_vacancies(ground, body, out);
        } else if (!seats_at(ground.state(), body.id, ground.now).empty()) {
            out.not_known.push_back(ground.body(body.id));
        }
        add_terms(ground, body, out);
    });
    ground.state().seats.each([&](const Seat& seat) { add_changes(ground, seat, out); });
    std::stable_sort(out.changes.begin(), out.changes.end(),
                     [](const MembershipChange& a, const MembershipChange& b) {
                         return a.at.instant > b.at.instant;
                     });
    for (auto& finding : reader.findings().findings) {
        if (finding.topic == "places" || finding.topic == "offices" || finding.topic == "people") {
            out.places.push_back(std::move(finding));
        }
    }
    return out;
}

} // namespace quorate::views
