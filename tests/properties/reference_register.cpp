#include "reference_register.hpp"

namespace reference {
namespace {

/// Goes through every choice for the people from `person` on, and keeps the best.
void try_all(const std::vector<Places>& groups, int people, const std::set<Claim>& claims,
             int person, std::vector<Claim>& taken, std::vector<std::vector<Claim>>& best) {
    if (!holds_together(groups, claims, taken)) {
        return;
    }
    if (person == people) {
        if (best.empty() || taken.size() > best.front().size()) {
            best = {taken};
        } else if (taken.size() == best.front().size()) {
            best.push_back(taken);
        }
        return;
    }
    for (const auto& claim : claims) {
        if (claim.person == person) {
            taken.push_back(claim);
            try_all(groups, people, claims, person + 1, taken, best);
            taken.pop_back();
        }
    }
    try_all(groups, people, claims, person + 1, taken, best);
}

/// Terms say by name when this matter passes between the two bodies of a pass of everything.
bool named(const std::vector<Pass>& passes, const Pass& whole, const std::string& matter) {
    for (const auto& pass : passes) {
        if (!pass.by_act && pass.from == whole.from && pass.to == whole.to &&
            pass.matter == matter) {
            return true;
        }
    }
    return false;
}

std::vector<int> people_of(const std::vector<Claim>& taken) {
    std::vector<int> out;
    for (const auto& claim : taken) {
        out.push_back(claim.person);
    }
    return out;
}

} // namespace

bool holds_together(const std::vector<Places>& groups, const std::set<Claim>& claims,
                    const std::vector<Claim>& taken) {
    std::set<int> people;
    std::map<int, int> in_group;
    std::map<std::pair<int, int>, int> of_kind;
    for (const auto& claim : taken) {
        if (!claims.contains(claim) || !people.insert(claim.person).second) {
            return false;
        }
        ++in_group[claim.group];
        ++of_kind[{claim.group, claim.kind}];
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const int group = static_cast<int>(g);
        if (in_group[group] > groups[g].count) {
            return false;
        }
        for (std::size_t k = 0; k < groups[g].limits.size(); ++k) {
            const int limit = groups[g].limits[k];
            if (limit >= 0 && of_kind[{group, static_cast<int>(k)}] > limit) {
                return false;
            }
        }
    }
    return true;
}

Filled fill(const std::vector<Places>& groups, int people, const std::set<Claim>& claims) {
    std::vector<Claim> taken;
    std::vector<std::vector<Claim>> best;
    try_all(groups, people, claims, 0, taken, best);
    Filled out;
    out.total = best.empty() ? 0 : static_cast<int>(best.front().size());
    for (const auto& each : best) {
        const auto placed = people_of(each);
        if (out.people.empty() || placed < out.people) {
            out.people = placed;
        }
    }
    return out;
}

bool equal_numbers(const std::vector<std::string>& filled, const std::string& one,
                   const std::string& other) {
    int difference = 0;
    for (const auto& kind : filled) {
        difference += kind == one ? 1 : 0;
        difference -= kind == other ? 1 : 0;
    }
    return difference == 0;
}

std::string holder_on(const std::vector<Change>& changes, int day) {
    std::string who;
    for (int now = 0; now <= day; ++now) {
        for (const auto& change : changes) {
            if (change.day == now) {
                who = change.who;
            }
        }
    }
    return who;
}

int chair_on(const Office& office, int day) {
    const bool in_term = office.term_days_end < 0 || day < office.term_days_end;
    if (!in_term) {
        const auto seat = holder_on(office.elected, day);
        return seat.empty() ? 0 : std::stoi(seat);
    }
    const auto who = holder_on(office.outside, day);
    if (who.empty()) {
        return 0;
    }
    for (const auto& [seat, changes] : office.seats) {
        const bool goes_with_office =
            seat == office.seat_of_office && holder_on(changes, day).empty();
        if ((goes_with_office ? who : holder_on(changes, day)) == who) {
            return seat;
        }
    }
    return office.seat_of_office;
}

Held held_on(const std::string& origin, const std::string& matter, const std::vector<Pass>& passes,
             int day) {
    Held out;
    out.holder = origin;
    out.chain = {origin};
    for (int now = 0; now <= day && !out.circle; ++now) {
        std::set<std::string> seen_today{out.holder};
        bool moved = true;
        while (moved && !out.circle) {
            moved = false;
            for (const auto& pass : passes) {
                const bool covers =
                    pass.matter == matter || (pass.matter.empty() && !named(passes, pass, matter));
                if (pass.day != now || pass.from != out.holder || !covers || moved) {
                    continue;
                }
                out.circle = !seen_today.insert(pass.to).second;
                out.holder = pass.to;
                out.chain.push_back(pass.to);
                moved = true;
            }
        }
    }
    return out;
}

bool goes_in_a_circle(const std::vector<Pass>& passes, int day) {
    for (const auto& start : passes) {
        std::set<std::string> reached{start.to};
        for (bool more = start.day <= day; more;) {
            more = false;
            for (const auto& pass : passes) {
                more = (pass.day <= day && reached.contains(pass.from) &&
                        reached.insert(pass.to).second) ||
                       more;
            }
        }
        if (start.day <= day && reached.contains(start.from)) {
            return true;
        }
    }
    return false;
}

} // namespace reference
