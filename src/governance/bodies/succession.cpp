#include "governance/bodies/succession.hpp"

#include "governance/lookup.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace quorate::governance {
namespace {

using Responsibility = charter::InForce<charter::ResponsibilityRule>;
using SuccessionInForce = charter::InForce<charter::SuccessionRule>;
using charter::SuccessionMode;

/// One stretch of a body's terms, up to the instant asked about, asked for as it stood at its end.
struct Stretch {
    base::Instant from;
    const CompiledTerms* terms;
};

std::vector<Stretch> stretches(const Body& body, const Context& context, base::Instant at) {
    std::vector<Stretch> out;
    const auto& changes = body.terms.changes();
    for (std::size_t i = 0; i < changes.size() && changes[i].from <= at; ++i) {
        const bool last = i + 1 == changes.size() || at < changes[i + 1].from;
        const auto asked =
            last ? at : base::Instant{std::max(changes[i].from.ms, changes[i + 1].from.ms - 1)};
        if (const auto* terms = context.compiled(*changes[i].value, asked)) {
            out.push_back({changes[i].from, terms});
        }
    }
    return out;
}

/// A succession rule of a body, from the first day of an unbroken run of terms that have it.
struct Run {
    SuccessionInForce rule;
    base::Instant since;
    std::optional<base::Instant> dropped; ///< terms without it came into force
};

std::optional<base::CivilDate> date_in(const SuccessionInForce& rule) {
    if (rule->effective.empty()) {
        return {};
    }
    const auto date = base::parse_date(rule->effective);
    return date ? std::optional(*date) : std::nullopt;
}

std::vector<Run> runs_of(const Body& body, const Context& context, base::Instant at) {
    std::vector<Run> out;
    for (const auto& stretch : stretches(body, context, at)) {
        std::set<std::string_view> here;
        for (const auto& rule : stretch.terms->terms.all<charter::SuccessionRule>()) {
            here.insert(rule.rule->id);
            const auto known = std::find_if(out.begin(), out.end(), [&](const Run& run) {
                return !run.dropped && run.rule.rule->id == rule.rule->id;
            });
            if (known == out.end()) {
                out.push_back({rule, stretch.from, {}});
            } else {
                known->rule = rule;
            }
        }
        for (auto& run : out) {
            if (!run.dropped && !here.contains(run.rule.rule->id)) {
                run.dropped = stretch.from;
            }
        }
    }
    const auto& changes = body.terms.changes();
    if (!changes.empty() && at < changes.front().from) {
        // Terms to come may say of themselves that a body followed another from an earlier day.
        const auto& newest = changes.back();
        if (const auto* terms = context.compiled(*newest.value, newest.from)) {
            for (const auto& rule : terms->terms.all<charter::SuccessionRule>()) {
                if (date_in(rule)) {
                    out.push_back({rule, newest.from, {}});
                }
            }
        }
    }
    return out;
}

std::optional<base::Instant> first_established(const State& state, const BodyId& id) {
    const auto* body = state.bodies.find(id);
    for (std::size_t i = 0; body != nullptr && i < body->status.changes().size(); ++i) {
        if (body->status.changes()[i].value == BodyStatus::established) {
            return body->status.changes()[i].from;
        }
    }
    return {};
}

/// Since when a link of a type stands at an instant.
std::optional<base::Instant> linked_since(const State& state, const BodyId& body, const BodyId& to,
                                          LinkType type, base::Instant at) {
    const auto* known = state.bodies.find(body);
    for (std::size_t i = 0; known != nullptr && i < known->links.size(); ++i) {
        const auto& link = known->links[i];
        if (link.type == type && link.to == to && link.from <= at &&
            (!link.until || at < *link.until)) {
            return link.from;
        }
    }
    return {};
}

/// When what a rule says takes effect between two bodies; empty while it waits for an act.
std::optional<base::Instant> effect_of(const State& state, const BodyId& owner, const Run& run,
                                       const BodyId& from, const BodyId& to, base::Instant at) {
    const auto established = first_established(state, to);
    if (!established) {
        return {};
    }
    const auto date = date_in(run.rule);
    auto start = date ? zone_of(state, owner).start_of(*date) : std::max(run.since, *established);
    if (run.rule->mode == SuccessionMode::may_absorb) {
        const auto absorbed = linked_since(state, to, from, LinkType::absorbs_work_of, at);
        if (!absorbed) {
            return {};
        }
        start = std::max(start, *absorbed);
    }
    const bool too_late = (run.dropped && *run.dropped <= start) || ended_by(state, to, start);
    return too_late ? std::nullopt : std::optional(start);
}

std::vector<Matter> scope_of(const charter::SuccessionRule& rule) {
    std::vector<Matter> out;
    for (const auto& each : rule.scope) {
        if (each == "all") {
            return {};
        }
        out.emplace_back(each);
    }
    return out;
}

bool contains(const std::vector<Matter>& all, const Matter& matter) {
    return std::find(all.begin(), all.end(), matter) != all.end();
}

bool covers(const Succession& succession, const Matter& matter) {
    if (succession.scope.empty()) { // a client role is of named matters
        return succession.mode != SuccessionMode::client_role &&
               !contains(succession.except, matter);
    }
    return contains(succession.scope, matter);
}

/// What one rule says by name goes before what another says of everything (F5 beside F13).
void except_what_is_named(std::vector<Succession>& all) {
    for (auto& whole : all) {
        for (const auto& other : all) {
            if (whole.scope.empty() && whole.from == other.from && whole.to == other.to) {
                whole.except.insert(whole.except.end(), other.scope.begin(), other.scope.end());
            }
        }
    }
}

void add_rules(const State& state, const Context& context, const Body& body, base::Instant at,
               std::vector<Succession>& out) {
    std::vector<Succession> own;
    for (const auto& run : runs_of(body, context, at)) {
        const auto to = run.rule->to.empty() ? body.id : BodyId(run.rule->to);
        for (const auto& name : run.rule->from) {
            const BodyId from(name);
            if (from == to) {
                continue;
            }
            Succession one;
            one.from = from;
            one.to = to;
            one.mode = run.rule->mode;
            one.scope = scope_of(*run.rule.params);
            one.at = effect_of(state, body.id, run, from, to, at);
            one.ends_predecessor = run.rule->ends_predecessor;
            one.rule = run.rule;
            if (!run.dropped || (one.at && *one.at < *run.dropped)) {
                own.push_back(std::move(one));
            }
        }
    }
    except_what_is_named(own);
    const bool to_come = body.terms.at(at) == nullptr;
    for (auto& one : own) {
        // Of terms still to come only what they date earlier counts.
        if (!to_come || (one.at && *one.at <= at)) {
            out.push_back(std::move(one));
        }
    }
}

void add_links(const Body& body, base::Instant at, std::vector<Succession>& out) {
    for (const auto& link : body.links) {
        const bool succeeds = link.type == LinkType::succeeds;
        const bool stands = link.from <= at && (!link.until || at < *link.until);
        if (!stands || (!succeeds && link.type != LinkType::absorbs_work_of)) {
            continue;
        }
        bool by_rule = false;
        for (auto& known : out) {
            const bool same = known.to == body.id && known.from == link.to &&
                              (known.mode == SuccessionMode::assumes) == succeeds &&
                              known.mode != SuccessionMode::client_role;
            known.recorded = known.recorded || same;
            by_rule = by_rule || same;
        }
        if (!by_rule) {
            Succession one;
            one.from = link.to;
            one.to = body.id;
            one.mode = succeeds ? SuccessionMode::assumes : SuccessionMode::absorbs;
            one.at = link.from;
            one.recorded = true;
            out.push_back(std::move(one));
        }
    }
}

/// What one body's terms give some body, over the stretches of terms that name it.
struct Claim {
    Matter matter;
    Responsibility rule;
    BodyId holder;
    base::Instant from;
    std::optional<base::Instant> until;
};

/// Claims of one body's terms up to an instant; of one matter when it is given.
void add_claims(const Body& body, const Context& context, base::Instant at, const Matter* only,
                std::vector<Claim>& out) {
    std::vector<Claim> own;
    for (const auto& stretch : stretches(body, context, at)) {
        std::set<std::size_t> here;
        for (const auto& rule : stretch.terms->terms.all<charter::ResponsibilityRule>()) {
            if (only != nullptr && rule->matter != only->value) {
                continue;
            }
            const auto holder = rule->holder.empty() ? body.id : BodyId(rule->holder);
            const auto known = std::find_if(own.begin(), own.end(), [&](const Claim& claim) {
                return !claim.until && claim.matter.value == rule->matter &&
                       claim.holder == holder && claim.rule->recommends == rule->recommends;
            });
            if (known != own.end()) {
                known->rule = rule;
                here.insert(static_cast<std::size_t>(known - own.begin()));
            } else {
                here.insert(own.size());
                own.push_back({Matter(rule->matter), rule, holder, stretch.from, {}});
            }
        }
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (!own[i].until && !here.contains(i)) {
                own[i].until = stretch.from;
            }
        }
    }
    std::move(own.begin(), own.end(), std::back_inserter(out));
}

/// A responsibility going from one body to another at an instant.
struct Move {
    Passing passing;
    const Succession* succession = nullptr; ///< null for a transfer on record
};

using Moves = std::map<base::Instant, std::vector<Move>>;

void add_transfers(const State& state, const Matter& matter, base::Instant at, Moves& out) {
    state.bodies.each([&](const Body& body) {
        const auto found = body.responsibilities.find(matter);
        if (found == body.responsibilities.end()) {
            return;
        }
        const auto& changes = found->second.changes();
        for (std::size_t i = 0; i < changes.size() && changes[i].from <= at; ++i) {
            const bool replaced = i + 1 < changes.size() && changes[i + 1].from == changes[i].from;
            if (!replaced && changes[i].value != body.id) {
                out[changes[i].from].push_back(
                    {{body.id, changes[i].value, changes[i].from, {}}, nullptr});
            }
        }
    });
}

Moves moves_of(const State& state, const std::vector<Succession>& successions, const Matter& matter,
               base::Instant at) {
    Moves out;
    add_transfers(state, matter, at, out);
    for (const auto& succession : successions) {
        if (succession.rule && succession.at && *succession.at <= at &&
            covers(succession, matter)) {
            out[*succession.at].push_back(
                {{succession.from, succession.to, *succession.at, succession.rule}, &succession});
        }
    }
    return out;
}

/// Where a responsibility that a body holds goes by the moves of one instant: each way it takes, to
/// a body that does not hand it on at that instant.
class Ways {
public:
    explicit Ways(const std::vector<Move>& moves) : moves_(moves) {}

    struct Way {
        BodyId to;
        std::vector<Passing> chain;
    };

    /// Empty when it stays; `circle` is set when a way leads back to a body on it.
    std::vector<Way> from(const BodyId& body, bool& circle) {
        std::vector<Way> out;
        std::vector<BodyId> seen{body};
        follow(body, {}, seen, out, circle);
        return out;
    }

private:
    /// A transfer on record goes before what terms say of the same body at the same instant.
    std::vector<const Passing*> next(const BodyId& body) const {
        std::vector<const Passing*> out;
        const auto add = [&](bool recorded) {
            for (const auto& move : moves_) {
                const bool meant =
                    move.passing.from == body && (move.succession == nullptr) == recorded;
                const bool known = std::any_of(out.begin(), out.end(), [&](const Passing* each) {
                    return each->to == move.passing.to;
                });
                if (meant && !known) {
                    out.push_back(with_rule(move));
                }
            }
        };
        add(true);
        if (out.empty()) {
            add(false);
        }
        return out;
    }

    /// A transfer that carries out what terms say at the same instant shows their rule.
    const Passing* with_rule(const Move& move) const {
        for (const auto& other : moves_) {
            if (other.succession != nullptr && other.passing.from == move.passing.from &&
                other.passing.to == move.passing.to) {
                return &other.passing;
            }
        }
        return &move.passing;
    }

    void follow(const BodyId& body, std::vector<Passing> chain, std::vector<BodyId>& seen,
                std::vector<Way>& out, bool& circle) {
        const auto steps = next(body);
        if (steps.empty() && !chain.empty()) {
            out.push_back({body, std::move(chain)});
            return;
        }
        for (const auto* step : steps) {
            if (std::find(seen.begin(), seen.end(), step->to) != seen.end()) {
                circle = true;
                continue;
            }
            auto longer = chain;
            longer.push_back(*step);
            seen.push_back(step->to);
            follow(step->to, std::move(longer), seen, out, circle);
            seen.pop_back();
        }
    }

    const std::vector<Move>& moves_;
};

/// One claim and where it has got to.
struct Token {
    const Claim* claim = nullptr; ///< null when no terms gave it
    BodyId origin;
    BodyId holder;
    std::vector<Passing> chain;
    bool circle = false;
    bool lapsed = false;
};

void end_claims(const std::vector<Claim>& claims, base::Instant from, base::Instant to,
                std::vector<Token>& tokens) {
    for (const auto& claim : claims) {
        if (!claim.until || *claim.until < from || *claim.until >= to) {
            continue;
        }
        std::erase_if(tokens, [&](const Token& token) {
            return token.claim == &claim && token.chain.empty();
        });
        for (auto& token : tokens) {
            token.lapsed = token.lapsed || token.claim == &claim;
        }
    }
}

void begin_claims(const std::vector<Claim>& claims, base::Instant after, base::Instant until,
                  bool first, std::vector<Token>& tokens) {
    for (const auto& claim : claims) {
        if ((first || after < claim.from) && claim.from <= until) {
            tokens.push_back({&claim, claim.holder, claim.holder, {}, false, false});
        }
    }
}

void move_tokens(const std::vector<Move>& moves, std::vector<Token>& tokens) {
    if (tokens.empty()) {
        // Handed on by a body whose terms do not name it: all that is known of it is that it
        // passed.
        for (const auto& move : moves) {
            if (move.succession == nullptr) {
                tokens.push_back({nullptr, move.passing.from, move.passing.from, {}, false, false});
            }
        }
    }
    Ways ways(moves);
    std::vector<Token> after;
    for (auto& token : tokens) {
        bool circle = false;
        const auto found = ways.from(token.holder, circle);
        if (found.empty()) {
            token.circle = token.circle || circle;
            after.push_back(std::move(token));
            continue;
        }
        for (const auto& way : found) {
            auto moved = token;
            moved.holder = way.to;
            moved.chain.insert(moved.chain.end(), way.chain.begin(), way.chain.end());
            moved.circle = false;
            after.push_back(std::move(moved));
        }
    }
    tokens = std::move(after);
}

/// Plays the claims and moves of one matter one after another, up to an instant.
std::vector<Token> played(const std::vector<Claim>& claims, const Moves& moves, base::Instant at) {
    std::vector<Token> tokens;
    base::Instant before{};
    bool first = true;
    for (const auto& [instant, here] : moves) {
        end_claims(claims, first ? base::Instant{INT64_MIN} : before, instant, tokens);
        begin_claims(claims, before, instant, first, tokens);
        // What ended before this instant, though it began since the last one.
        std::erase_if(tokens, [&, at_move = instant](const Token& token) {
            return token.chain.empty() && token.claim != nullptr && token.claim->until &&
                   *token.claim->until < at_move;
        });
        move_tokens(here, tokens);
        before = instant;
        first = false;
    }
    begin_claims(claims, before, at, first, tokens);
    end_claims(claims, base::Instant{INT64_MIN}, base::Instant{at.ms + 1}, tokens);
    return tokens;
}

/// The body has the matter only once a succession takes effect, and the body it follows still has
/// it.
bool still_to_come(const std::vector<Succession>& successions, const std::vector<Token>& tokens,
                   const Token& token, const Matter& matter, base::Instant at) {
    if (!token.chain.empty()) {
        return false;
    }
    return std::any_of(successions.begin(), successions.end(), [&](const Succession& each) {
        const bool named =
            std::find(each.scope.begin(), each.scope.end(), matter) != each.scope.end();
        const bool waits = each.rule && each.to == token.holder && named &&
                           each.mode != SuccessionMode::may_absorb && (!each.at || at < *each.at);
        return waits && std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
                   return other.holder == each.from &&
                          !(other.claim != nullptr && other.claim->rule->recommends);
               });
    });
}

void add_holdings(const State& state, const std::vector<Succession>& successions,
                  const Matter& matter, const std::vector<Claim>& claims, base::Instant at,
                  std::vector<Holding>& out) {
    const auto tokens = played(claims, moves_of(state, successions, matter, at), at);
    for (const auto& token : tokens) {
        if (still_to_come(successions, tokens, token, matter, at)) {
            continue;
        }
        Holding holding;
        holding.matter = matter;
        if (token.claim != nullptr) {
            holding.rule = token.claim->rule;
            holding.recommends = token.claim->rule->recommends;
        }
        holding.origin = token.origin;
        holding.holder = token.holder;
        holding.chain = token.chain;
        holding.lapsed = token.lapsed;
        holding.circle = token.circle;
        holding.known = !token.circle && !ended_by(state, token.holder, at);
        out.push_back(std::move(holding));
    }
}

} // namespace

bool Succession::passes(const Matter& matter) const {
    return at.has_value() && covers(*this, matter);
}

bool ended_by(const State& state, const BodyId& id, base::Instant at) {
    const auto* body = state.bodies.find(id);
    const auto* status = body == nullptr ? nullptr : body->status.at(at);
    return status != nullptr && *status == BodyStatus::dissolved;
}

std::vector<Succession> successions(const State& state, const Context& context, base::Instant at) {
    std::vector<Succession> out;
    state.bodies.each([&](const Body& body) { add_rules(state, context, body, at, out); });
    state.bodies.each([&](const Body& body) { add_links(body, at, out); });
    return out;
}

std::vector<Holding> holdings_of(const State& state, const Context& context, const Matter& matter,
                                 base::Instant at) {
    std::vector<Claim> claims;
    state.bodies.each([&](const Body& body) { add_claims(body, context, at, &matter, claims); });
    std::vector<Holding> out;
    add_holdings(state, successions(state, context, at), matter, claims, at, out);
    return out;
}

std::vector<Holding> holdings(const State& state, const Context& context, base::Instant at) {
    std::vector<Claim> claims;
    std::map<Matter, std::vector<Claim>> by_matter;
    state.bodies.each([&](const Body& body) {
        add_claims(body, context, at, nullptr, claims);
        for (const auto& [matter, timeline] : body.responsibilities) {
            by_matter[matter];
        }
    });
    for (auto& claim : claims) {
        by_matter[claim.matter].push_back(std::move(claim));
    }
    const auto known = successions(state, context, at);
    std::vector<Holding> out;
    for (const auto& [matter, own] : by_matter) {
        add_holdings(state, known, matter, own, at, out);
    }
    return out;
}

} // namespace quorate::governance
