#include "governance/membership/matching.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// People flow to kinds, kinds to groups. A person is placed by a path of moves that ends at a
/// place still free; on the way others move, and nobody loses a place.
class Placing {
public:
    Placing(const std::vector<PlaceGroup>& groups, std::size_t people,
            const std::vector<PlaceClaim>& claims)
        : groups_(groups), at_(people, nowhere), wants_(people), in_group_(groups.size(), 0) {
        for (std::size_t g = 0; g < groups.size(); ++g) {
            first_kind_.push_back(group_of_.size());
            for (std::size_t k = 0; k < groups[g].limits.size(); ++k) {
                group_of_.push_back(g);
            }
        }
        taken_.assign(group_of_.size(), 0);
        for (const auto& claim : claims) {
            wants_[claim.person].push_back(first_kind_[claim.group] + claim.kind);
        }
    }

    void place(std::size_t person) {
        came_from_.assign(at_.size() + group_of_.size() + groups_.size(), nowhere);
        list_placed();
        std::vector<std::size_t> waiting{person};
        came_from_[person] = person;
        for (std::size_t next = 0; next < waiting.size(); ++next) {
            const auto node = waiting[next];
            if (is_group(node) && has_room(node - group_base())) {
                follow_back(node, person);
                return;
            }
            step(node, waiting);
        }
    }

    [[nodiscard]] std::optional<PlaceClaim> placed(std::size_t person) const {
        const auto kind = at_[person];
        if (kind == nowhere) {
            return std::nullopt;
        }
        const auto group = group_of_[kind];
        return PlaceClaim{person, group, kind - first_kind_[group]};
    }
    [[nodiscard]] std::int64_t filled(std::size_t group) const { return in_group_[group]; }

private:
    [[nodiscard]] std::size_t kind_base() const { return at_.size(); }
    [[nodiscard]] std::size_t group_base() const { return at_.size() + group_of_.size(); }
    [[nodiscard]] bool is_group(std::size_t node) const { return node >= group_base(); }
    [[nodiscard]] bool is_kind(std::size_t node) const {
        return node >= kind_base() && node < group_base();
    }
    [[nodiscard]] bool has_room(std::size_t group) const {
        return in_group_[group] < groups_[group].count;
    }
    [[nodiscard]] bool within_limit(std::size_t kind) const {
        const auto group = group_of_[kind];
        const auto& limit = groups_[group].limits[kind - first_kind_[group]];
        return !limit || taken_[kind] < *limit;
    }

    void list_placed() {
        placed_as_.assign(group_of_.size(), {});
        for (std::size_t person = 0; person < at_.size(); ++person) {
            if (at_[person] != nowhere) {
                placed_as_[at_[person]].push_back(person);
            }
        }
    }

    void reach(std::size_t node, std::size_t from, std::vector<std::size_t>& waiting) {
        if (came_from_[node] == nowhere) {
            came_from_[node] = from;
            waiting.push_back(node);
        }
    }

    /// Everywhere a move can go on from a node.
    void step(std::size_t node, std::vector<std::size_t>& waiting) {
        if (is_group(node)) {
            const auto group = node - group_base();
            for (std::size_t k = 0; k < groups_[group].limits.size(); ++k) {
                const auto kind = first_kind_[group] + k;
                if (taken_[kind] > 0) {
                    reach(kind_base() + kind, node, waiting);
                }
            }
        } else if (is_kind(node)) {
            const auto kind = node - kind_base();
            if (within_limit(kind)) {
                reach(group_base() + group_of_[kind], node, waiting);
            }
            for (const auto person : placed_as_[kind]) {
                reach(person, node, waiting);
            }
        } else {
            for (const auto kind : wants_[node]) {
                reach(kind_base() + kind, node, waiting);
            }
        }
    }

    void follow_back(std::size_t group_node, std::size_t person) {
        ++in_group_[group_node - group_base()];
        for (auto node = group_node; node != person; node = came_from_[node]) {
            const auto from = came_from_[node];
            if (is_group(node)) {
                ++taken_[from - kind_base()];
            } else if (is_kind(node) && is_group(from)) {
                --taken_[node - kind_base()];
            } else if (is_kind(node)) {
                at_[from] = node - kind_base();
            }
        }
    }

    const std::vector<PlaceGroup>& groups_;
    std::vector<std::size_t> at_;                     ///< the kind each person is placed as
    std::vector<std::vector<std::size_t>> wants_;     ///< the kinds each person may be placed as
    std::vector<std::size_t> group_of_;               ///< of each kind
    std::vector<std::size_t> first_kind_;             ///< of each group
    std::vector<std::int64_t> taken_;                 ///< places each kind has
    std::vector<std::int64_t> in_group_;              ///< places taken in each group
    std::vector<std::vector<std::size_t>> placed_as_; ///< people by kind
    std::vector<std::size_t> came_from_;
};

} // namespace

PlaceFilling fill_places(const std::vector<PlaceGroup>& groups, std::size_t people,
                         std::vector<PlaceClaim> claims) {
    const auto looked_at = std::min(people, placed_people_max);
    claims.resize(std::min(claims.size(), place_claims_max));
    std::erase_if(claims, [&](const PlaceClaim& claim) {
        return claim.person >= looked_at || claim.group >= groups.size() ||
               claim.kind >= groups[claim.group].limits.size();
    });
    Placing placing(groups, looked_at, claims);
    for (std::size_t person = 0; person < looked_at; ++person) {
        placing.place(person);
    }
    PlaceFilling out;
    for (std::size_t person = 0; person < people; ++person) {
        const auto claim = person < looked_at ? placing.placed(person) : std::nullopt;
        if (claim) {
            out.placed.push_back(*claim);
        } else {
            out.left_over.push_back(person);
        }
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        out.filled.push_back(placing.filled(group));
        out.unfilled.push_back(std::max<std::int64_t>(groups[group].count, 0) -
                               placing.filled(group));
    }
    return out;
}

} // namespace quorate::governance
