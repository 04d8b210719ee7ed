#include "governance/membership/places.hpp"

#include "base/text.hpp"
#include "governance/membership/matching.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace quorate::governance {
namespace {

using SeatsInForce = charter::InForce<charter::SeatsRule>;

/// A selector taken apart: leader(district:*) is leader, of any organisation of the sector
/// district.
struct Selector {
    std::string_view office;
    std::string_view organisation; ///< empty for any
    std::string_view sector;       ///< empty for any
};

Selector parse_selector(std::string_view text) {
    Selector out;
    const auto open = text.find('(');
    out.office = text.substr(0, open);
    if (open == std::string_view::npos) {
        return out;
    }
    auto of = text.substr(open + 1, text.rfind(')') - open - 1);
    const auto any = of.find(":*");
    if (any != std::string_view::npos) {
        out.sector = of.substr(0, any);
    } else if (of != "*") {
        out.organisation = of;
    }
    return out;
}

constexpr std::string_view member_of = "member-of";

Eligible of_the_kind(const State& state, const Selector& selector,
                     const OrganisationId& organisation) {
    if (!selector.organisation.empty()) {
        return organisation.view() == selector.organisation ? Eligible::yes : Eligible::no;
    }
    if (selector.sector.empty()) {
        return Eligible::yes;
    }
    const auto* known = state.organisations.find(organisation);
    if (known == nullptr || known->sector.empty()) {
        return Eligible::unknown;
    }
    return known->sector == selector.sector ? Eligible::yes : Eligible::no;
}

Eligible office_fits(const State& state, const Selector& selector, const OfficeId& id) {
    const auto named = parse_selector(id.view());
    if (named.office != selector.office) {
        return Eligible::no;
    }
    const auto* office = state.offices.find(id);
    const auto organisation = office != nullptr && !office->organisation.empty()
                                  ? office->organisation
                                  : OrganisationId(std::string(named.organisation));
    return of_the_kind(state, selector, organisation);
}

Eligible better(Eligible a, Eligible b) {
    if (a == Eligible::yes || b == Eligible::yes) {
        return Eligible::yes;
    }
    return a == Eligible::unknown || b == Eligible::unknown ? Eligible::unknown : Eligible::no;
}

std::optional<std::int64_t> limit_of(const charter::SeatsRule& rule, std::string_view selector) {
    for (const auto& limit : rule.limits) {
        std::int64_t number = 0;
        if (limit.size() == 2 && limit[0] == selector &&
            std::from_chars(limit[1].data(), limit[1].data() + limit[1].size(), number).ec ==
                std::errc{}) {
            return number;
        }
    }
    return std::nullopt;
}

/// Somebody who sits on the body, with every seat held, in the order of the seats.
struct Sitter {
    const PersonId* person = nullptr;
    std::vector<const Seat*> seats;
};

const PersonId* holder_of(const State& state, const Seat& seat, base::Instant instant) {
    const auto* occupant = occupant_at(state, seat, instant);
    return occupant == nullptr || occupant->persons.empty() ? nullptr : &occupant->persons.front();
}

void add_sitter(std::vector<Sitter>& sitters, const PersonId* person, const Seat* seat) {
    const auto known = std::find_if(sitters.begin(), sitters.end(), [&](const Sitter& sitter) {
        return *sitter.person == *person;
    });
    if (known == sitters.end()) {
        sitters.push_back({person, {seat}});
    } else {
        known->seats.push_back(seat);
    }
}

/// Everyone on the body; whoever is put in a seat in thought comes last, in place of its holder.
std::vector<Sitter> sitters_of(const State& state, const std::vector<const Seat*>& seats,
                               base::Instant instant, const PutInSeat& put) {
    std::vector<Sitter> out;
    for (const auto* seat : seats) {
        const auto* person = holder_of(state, *seat, instant);
        if (person != nullptr && seat != put.seat) {
            add_sitter(out, person, seat);
        }
    }
    if (put.seat != nullptr && put.person != nullptr) {
        add_sitter(out, put.person, put.seat);
    }
    return out;
}

/// The rules that keep places on a body: its own, then those of others that name it.
std::vector<PlacesAnswer> rules_for(const State& state, const BodyId& body, base::Instant instant,
                                    const Context& context) {
    std::vector<PlacesAnswer> out;
    const auto take = [&](const BodyId& by, bool own) {
        const auto* terms = terms_at(state, by, instant, context);
        if (terms == nullptr) {
            return;
        }
        for (const auto& rule : terms->terms.all<charter::SeatsRule>()) {
            const auto& on = rule->on;
            const bool named = std::find(on.begin(), on.end(), body.value) != on.end();
            if (named || (own && on.empty())) {
                PlacesAnswer answer;
                answer.rule = rule;
                answer.by = by;
                answer.count = rule->count;
                out.push_back(std::move(answer));
            }
        }
    };
    take(body, true);
    state.bodies.each([&](const Body& other) {
        if (other.id != body) {
            take(other.id, false);
        }
    });
    return out;
}

/// The matching of the people of one body to all the places kept on it.
class Filling {
public:
    Filling(const State& state, base::Instant instant, const std::vector<Sitter>& sitters,
            std::vector<PlacesAnswer>& answers)
        : state_(state), instant_(instant), sitters_(sitters), answers_(answers),
          fits_(answers.size(), std::vector<std::vector<Eligible>>(sitters.size())) {}

    void fill() {
        for (std::size_t group = 0; group < answers_.size(); ++group) {
            look_at(group);
        }
        const auto filling = fill_places(groups_, sitters_.size(), claims_);
        for (std::size_t group = 0; group < answers_.size(); ++group) {
            answers_[group].filled = filling.filled[group];
            answers_[group].unfilled = filling.unfilled[group];
        }
        for (const auto& claim : filling.placed) {
            say_placed(claim);
        }
        for (std::size_t group = 0; group < answers_.size(); ++group) {
            say_without(group, filling);
        }
    }

private:
    static bool kept(const Seat& seat, const charter::SeatsRule& rule) {
        return seat.place == rule.holder && (rule.class_.empty() || seat.sector == rule.class_);
    }

    /// The seat by which a person may have a place of the rule: one kept for it, or one kept for
    /// nothing when the rule says who may fill it. Null for none.
    static const Seat* seat_for(const Sitter& sitter, const charter::SeatsRule& rule) {
        const Seat* plain = nullptr;
        for (const auto* seat : sitter.seats) {
            if (kept(*seat, rule)) {
                return seat;
            }
            const bool of_class = rule.class_.empty() || seat->sector == rule.class_;
            if (seat->place.empty() && of_class && !rule.eligible.empty()) {
                plain = seat;
            }
        }
        return plain;
    }

    /// Which kinds of holder each person is; then what may be claimed.
    void look_at(std::size_t group) {
        auto& answer = answers_[group];
        const auto& rule = *answer.rule.params;
        const auto kinds = std::max<std::size_t>(rule.eligible.size(), 1);
        PlaceGroup places;
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            places.limits.push_back(rule.eligible.empty() ? std::nullopt
                                                          : limit_of(rule, rule.eligible[kind]));
        }
        for (std::size_t person = 0; person < sitters_.size(); ++person) {
            const auto* seat = seat_for(sitters_[person], rule);
            fits_[group][person] = fits_of(rule, seat, sitters_[person]);
        }
        const auto only = kind_instead(group, rule, places);
        answer.count = only > 0 ? 1 : rule.count;
        places.count = answer.count;
        groups_.push_back(std::move(places));
        for (std::size_t person = 0; person < sitters_.size(); ++person) {
            claim(group, person, rule, only);
        }
    }

    std::vector<Eligible> fits_of(const charter::SeatsRule& rule, const Seat* seat,
                                  const Sitter& sitter) const {
        if (seat == nullptr) {
            return {};
        }
        if (rule.eligible.empty()) {
            return {Eligible::yes};
        }
        std::vector<Eligible> out;
        for (const auto& selector : rule.eligible) {
            out.push_back(may_fill(state_, selector, {seat, sitter.person}, instant_));
        }
        return out;
    }

    /// Where places go to the first kind alone or to one of another instead: the other kind, when
    /// somebody of it and nobody of the first is there; 0 otherwise.
    [[nodiscard]] std::size_t kind_instead(std::size_t group, const charter::SeatsRule& rule,
                                           const PlaceGroup& places) const {
        if (rule.alternatives != charter::Alternatives::instead) {
            return 0;
        }
        std::size_t other = 0;
        for (const auto& fits : fits_[group]) {
            if (!fits.empty() && fits[0] != Eligible::no) {
                return 0;
            }
            for (std::size_t kind = 1; kind < places.limits.size() && !fits.empty(); ++kind) {
                other = other == 0 && fits[kind] == Eligible::yes ? kind : other;
            }
        }
        return other;
    }

    void claim(std::size_t group, std::size_t person, const charter::SeatsRule& rule,
               std::size_t only) {
        const auto& fits = fits_[group][person];
        const auto* seat = seat_for(sitters_[person], rule);
        const bool fixed = rule.alternatives == charter::Alternatives::instead;
        const bool sure_only = seat != nullptr && !kept(*seat, rule);
        for (std::size_t kind = 0; kind < fits.size(); ++kind) {
            const bool may =
                fits[kind] == Eligible::yes || (fits[kind] == Eligible::unknown && !sure_only);
            if (may && (!fixed || kind == only)) {
                claims_.push_back({person, group, kind});
            }
        }
    }

    void say_placed(const PlaceClaim& claim) {
        auto& answer = answers_[claim.group];
        const auto* seat = seat_for(sitters_[claim.person], *answer.rule.params);
        answer.placed.push_back(seat);
        if (fits_[claim.group][claim.person][claim.kind] == Eligible::unknown) {
            answer.unknown.push_back(seat);
        }
        placed_as_[claim.person] = claim;
    }

    void say_without(std::size_t group, const PlaceFilling& filling) {
        auto& answer = answers_[group];
        const auto& rule = *answer.rule.params;
        for (std::size_t person = 0; person < sitters_.size(); ++person) {
            for (const auto* seat : sitters_[person].seats) {
                const bool has_place = std::find(answer.placed.begin(), answer.placed.end(),
                                                 seat) != answer.placed.end();
                if (kept(*seat, rule) && !has_place) {
                    answer.without.push_back(without(group, person, seat, filling));
                }
            }
        }
        std::stable_sort(answer.without.begin(), answer.without.end(),
                         [](const WithoutPlace& a, const WithoutPlace& b) {
                             return a.seat->number < b.seat->number;
                         });
    }

    WithoutPlace without(std::size_t group, std::size_t person, const Seat* seat,
                         const PlaceFilling& filling) const {
        const auto& rule = *answers_[group].rule.params;
        const auto& fits = fits_[group][person];
        if (placed_as_.count(person) != 0) {
            return {seat, NoPlace::elsewhere, {}, 0};
        }
        const auto none = std::all_of(fits.begin(), fits.end(),
                                      [](Eligible each) { return each == Eligible::no; });
        if (none) {
            return {seat, NoPlace::not_eligible, {}, 0};
        }
        if (rule.alternatives == charter::Alternatives::instead && !fits.empty() &&
            fits[0] == Eligible::no) {
            return {seat, NoPlace::of_one_kind, {}, 0};
        }
        if (filling.unfilled[group] > 0) {
            for (std::size_t kind = 0; kind < fits.size(); ++kind) {
                const auto& limit = groups_[group].limits[kind];
                if (fits[kind] != Eligible::no && limit) {
                    return {seat, NoPlace::over_limit, rule.eligible[kind], *limit};
                }
            }
        }
        return {seat, NoPlace::surplus, {}, 0};
    }

    const State& state_;
    base::Instant instant_;
    const std::vector<Sitter>& sitters_;
    std::vector<PlacesAnswer>& answers_;
    std::vector<std::vector<std::vector<Eligible>>> fits_; ///< by group, person and kind
    std::vector<PlaceGroup> groups_;
    std::vector<PlaceClaim> claims_;
    std::map<std::size_t, PlaceClaim> placed_as_;
};

} // namespace

std::vector<const OutsideOffice*> offices_held(const State& state, const PersonId& person,
                                               base::Instant instant) {
    std::vector<const OutsideOffice*> out;
    state.offices.each([&](const OutsideOffice& office) {
        const auto* holder = office.holder.at(instant);
        if (holder == nullptr || !holder->has_value()) {
            return;
        }
        const auto& persons = (*holder)->persons;
        if (std::find(persons.begin(), persons.end(), person) != persons.end()) {
            out.push_back(&office);
        }
    });
    return out;
}

Eligible may_fill(const State& state, std::string_view text, const HolderAsked& holder,
                  base::Instant instant) {
    const auto selector = parse_selector(text);
    if (selector.office == member_of) {
        return holder.seat == nullptr || holder.seat->organisation.empty()
                   ? Eligible::unknown
                   : of_the_kind(state, selector, holder.seat->organisation);
    }
    auto answer = Eligible::no;
    bool any = false;
    if (holder.person == nullptr && holder.seat != nullptr && !holder.seat->office.empty()) {
        answer = office_fits(state, selector, holder.seat->office);
        any = true;
    } else if (holder.person != nullptr) {
        for (const auto* office : offices_held(state, *holder.person, instant)) {
            answer = better(answer, office_fits(state, selector, office->id));
            any = true;
        }
    }
    return any ? answer : Eligible::unknown;
}

std::string selector_words(const State& state, std::string_view text) {
    const auto plain = [](std::string_view name) {
        std::string out(name);
        std::replace(out.begin(), out.end(), '-', ' ');
        return out;
    };
    const auto selector = parse_selector(text);
    const auto* known =
        state.organisations.find(OrganisationId(std::string(selector.organisation)));
    std::string of;
    if (!selector.organisation.empty()) {
        of = known == nullptr ? plain(selector.organisation) : known->name;
        if (of.starts_with("The ")) {
            of.front() = 't';
        }
    } else {
        of = selector.sector.empty() ? "any organisation" : "a " + plain(selector.sector);
    }
    if (selector.office == member_of) {
        return "whoever " + of + " nominates";
    }
    if (text.find('(') == std::string_view::npos) {
        return plain(selector.office);
    }
    const auto* office = state.offices.find(OfficeId(std::string(text)));
    const bool titled = office != nullptr && !office->title.empty();
    return (selector.organisation.empty() ? "a " : "the ") +
           (titled ? office->title : plain(selector.office)) + " of " + of;
}

std::string eligible_words(const State& state, const charter::SeatsRule& rule) {
    std::string out;
    for (const auto& selector : rule.eligible) {
        out += (out.empty() ? "" : " or ") + selector_words(state, selector);
    }
    return out;
}

std::vector<PlacesAnswer> places_at(const State& state, const BodyId& body, base::Instant instant,
                                    const Context& context, const PutInSeat& put) {
    auto answers = rules_for(state, body, instant, context);
    const auto seats = seats_at(state, body, instant);
    for (auto& answer : answers) {
        for (const auto* seat : seats) {
            const auto& rule = *answer.rule.params;
            if (seat->place != rule.holder ||
                (!rule.class_.empty() && seat->sector != rule.class_)) {
                continue;
            }
            answer.seats.push_back(seat);
            const bool held = seat == put.seat || holder_of(state, *seat, instant) != nullptr;
            if (!held) {
                answer.vacant.push_back(seat);
            }
        }
    }
    const auto sitters = sitters_of(state, seats, instant, put);
    Filling(state, instant, sitters, answers).fill();
    return answers;
}

std::vector<TwoSeats> two_seats_at(const State& state, const BodyId& body, base::Instant instant) {
    std::vector<TwoSeats> out;
    for (auto& sitter : sitters_of(state, seats_at(state, body, instant), instant, {})) {
        if (sitter.seats.size() > 1) {
            out.push_back({sitter.person, std::move(sitter.seats)});
        }
    }
    return out;
}

std::int64_t seats_of_kind(const std::vector<const Seat*>& seats,
                           const std::vector<const Seat*>& all, std::string_view place_or_class) {
    const auto of_place = [&](const Seat* seat) { return seat->place == place_or_class; };
    const auto of_class = [&](const Seat* seat) { return seat->sector == place_or_class; };
    return std::any_of(all.begin(), all.end(), of_place)
               ? std::count_if(seats.begin(), seats.end(), of_place)
               : std::count_if(seats.begin(), seats.end(), of_class);
}

} // namespace quorate::governance
