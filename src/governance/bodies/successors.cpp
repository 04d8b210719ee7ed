// Which bodies follow a body in the end, and which follow one another in a circle.

#include "governance/bodies/succession.hpp"

#include <map>
#include <set>

namespace quorate::governance {

using charter::SuccessionMode;

std::vector<std::vector<BodyId>> succession_circles(const State& state, const Context& context,
                                                    base::Instant at) {
    std::map<BodyId, std::set<BodyId>> after;
    for (const auto& each : successions(state, context, at)) {
        const bool whole = each.mode == SuccessionMode::assumes && each.scope.empty();
        if (whole && each.at && *each.at <= at) {
            after[each.from].insert(each.to);
        }
    }
    std::vector<std::vector<BodyId>> out;
    std::set<BodyId> reported;
    for (const auto& [start, unused] : after) {
        // Follow from the body to itself; a circle is reported by its first body in order of name.
        std::vector<std::vector<BodyId>> paths{{start}};
        std::set<BodyId> seen;
        while (!paths.empty() && !reported.contains(start)) {
            const auto path = paths.back();
            paths.pop_back();
            for (const auto& next :
                 after.contains(path.back()) ? after.at(path.back()) : std::set<BodyId>{}) {
                if (next == start) {
                    out.push_back(path);
                    reported.insert(path.begin(), path.end());
                    break;
                }
                if (seen.insert(next).second) {
                    auto longer = path;
                    longer.push_back(next);
                    paths.push_back(std::move(longer));
                }
            }
        }
    }
    return out;
}

std::vector<BodyId> successors_of(const State& state, const Context& context, const BodyId& body,
                                  base::Instant at) {
    const auto known = successions(state, context, at);
    std::vector<BodyId> out;
    std::vector<BodyId> waiting{body};
    std::set<BodyId> seen{body};
    while (!waiting.empty()) {
        const auto from = waiting.back();
        waiting.pop_back();
        for (const auto& each : known) {
            const bool follows = each.from == from && each.mode == SuccessionMode::assumes &&
                                 each.at && *each.at <= at;
            if (!follows || !seen.insert(each.to).second) {
                continue;
            }
            waiting.push_back(each.to);
            if (state.bodies.find(each.to) != nullptr && !ended_by(state, each.to, at)) {
                out.push_back(each.to);
            }
        }
    }
    return out;
}

} // namespace quorate::governance
