#include "governance/words.hpp"
#include "views/bodies_make.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

/// Since when the present holder has the seat: by appointment, or through the outside office that
/// carries it.
std::optional<Moment> holder_since(const Ground& ground, const Seat& seat) {
    const auto* change = seat.occupant.change_at(ground.now);
    const auto* office = seat.office.empty() ? nullptr : ground.state().offices.find(seat.office);
    if ((change == nullptr || !change->value) && office != nullptr) {
        const auto* held = office->holder.change_at(ground.now);
        return held == nullptr || !held->value
                   ? std::nullopt
                   : std::optional(ground.moment(seat.body, held->from));
    }
    return change == nullptr || !change->value
               ? std::nullopt
               : std::optional(ground.moment(seat.body, change->from));
}

MemberLine member_line(const Ground& ground, const Seat& seat,
                       const std::vector<OfficeShown>& offices) {
    MemberLine out;
    out.seat = ground.seat(seat, ground.now);
    out.since = holder_since(ground, seat);
    out.kept_for = seat.place.empty() ? "" : plain_name(seat.place);
    if (seat.represents) {
        out.represents = ground.body(*seat.represents);
    }
    if (const auto* occupant = occupant_at(ground.state(), seat, ground.now)) {
        for (const auto& id : occupant->alternates) {
            if (auto name = ground.person(id)) {
                out.substitutes.push_back(std::move(*name));
            }
        }
        if (!ground.see.names() && !occupant->alternates.empty()) {
            out.substitutes.emplace_back("A standing substitute");
        }
    }
    for (const auto& office : offices) {
        if (office.seat && office.seat->id == seat.id.value) {
            out.offices.push_back(office.title);
        }
    }
    return out;
}

/// The days on which who sits on the body changed, latest first.
std::vector<std::string> change_days(const Ground& ground, const Body& body) {
    std::set<std::string, std::greater<>> days;
    const auto add = [&](base::Instant at) {
        days.insert(base::text(ground.moment(body.id, at).local.date));
    };
    for (const auto& id : body.seats) {
        const auto* seat = ground.state().seats.find(id);
        if (seat == nullptr) {
            continue;
        }
        add(seat->created);
        for (const auto& change : seat->occupant.changes()) {
            add(change.from);
        }
        if (seat->removed) {
            add(*seat->removed);
        }
    }
    return {days.begin(), days.end()};
}

} // namespace

std::optional<MembersPage> members_page(const Ground& ground, const BodyId& id) {
    const auto* body = ground.state().bodies.find(id);
    if (body == nullptr) {
        return std::nullopt;
    }
    MembersPage out;
    out.body = ground.body(id);
    out.on = ground.today;
    out.names = ground.see.names();
    std::vector<OfficeShown> offices;
    if (const auto* terms = ground.terms(id, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
            offices.push_back(office_shown(ground, id, rule));
        }
    }
    for (const auto* seat : seats_at(ground.state(), id, ground.now)) {
        auto line = member_line(ground, *seat, offices);
        ++out.seats;
        out.filled += line.seat.vacant ? 0 : 1;
        const auto sector =
            line.seat.sector.empty() ? std::string("Sector not recorded") : line.seat.sector;
        auto group = std::find_if(out.groups.begin(), out.groups.end(),
                                  [&](const SectorGroup& each) { return each.sector == sector; });
        if (group == out.groups.end()) {
            group = out.groups.insert(out.groups.end(), SectorGroup{sector, {}});
        }
        group->members.push_back(std::move(line));
    }
    std::stable_sort(
        out.groups.begin(), out.groups.end(),
        [](const SectorGroup& a, const SectorGroup& b) { return a.sector < b.sector; });
    out.changes = change_days(ground, *body);
    return out;
}

} // namespace quorate::views
