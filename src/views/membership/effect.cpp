// What a change of membership does: the same questions asked of the record as it is and as it
// would be.

#include "governance/duties/duties.hpp"
#include "governance/findings/findings.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/membership/membership.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

/// The two sides, as of one instant.
struct Sides {
    Ground before;
    Ground after;
    BodyId body;
};

Ground at_instant(const Ground& ground, const BodyId& body, base::Instant at) {
    Ground out = ground;
    out.now = at;
    out.today = zone_of(out.state(), body).date_of(at);
    return out;
}

void add_line(std::vector<EffectLine>& out, std::string what, std::string before, std::string after,
              const Measure& as_after = {}) {
    const bool changed = before != after;
    out.push_back({std::move(what), std::move(before), std::move(after), as_after.clause,
                   as_after.mark, changed});
}

std::string filled_words(const Ground& ground, const BodyId& body) {
    return std::to_string(seats_filled_at(ground.state(), body, ground.now).size()) + " of " +
           std::to_string(seats_at(ground.state(), body, ground.now).size());
}

std::map<std::string, std::int64_t> by_sector(const Ground& ground, const BodyId& body) {
    std::map<std::string, std::int64_t> out;
    for (const auto* seat : seats_at(ground.state(), body, ground.now)) {
        const auto sector = ground.seat(*seat, ground.now).sector;
        const bool held = occupant_at(ground.state(), *seat, ground.now) != nullptr;
        out[sector.empty() ? "Sector not recorded" : sector] += held ? 1 : 0;
    }
    return out;
}

void add_counts(const Sides& sides, std::vector<EffectLine>& out) {
    add_line(out, "Seats filled", filled_words(sides.before, sides.body),
             filled_words(sides.after, sides.body));
    auto before = by_sector(sides.before, sides.body);
    auto after = by_sector(sides.after, sides.body);
    std::set<std::string> sectors;
    for (const auto& [sector, count] : before) {
        sectors.insert(sector);
    }
    for (const auto& [sector, count] : after) {
        sectors.insert(sector);
    }
    for (const auto& sector : sectors) {
        add_line(out, "Members, " + sector, std::to_string(before[sector]),
                 std::to_string(after[sector]));
    }
}

void add_quorum(const Sides& sides, std::vector<EffectLine>& out) {
    const auto before = quorum_today(sides.before, sides.body);
    const auto after = quorum_today(sides.after, sides.body);
    if (before || after) {
        add_line(out, "Quorum", before ? before->words : "None set",
                 after ? after->words : "None set", after.value_or(Measure{}));
    }
}

/// The measures come in the order of the terms on both sides; the terms are the same.
void add_balance(const Sides& sides, std::vector<EffectLine>& out) {
    const auto before = balance_now(sides.before, sides.body);
    const auto after = balance_now(sides.after, sides.body);
    for (std::size_t i = 0; i < after.size(); ++i) {
        add_line(out, "Balance", i < before.size() ? before[i].words : "", after[i].words,
                 after[i]);
    }
}

void add_offices(const Sides& sides, std::vector<EffectLine>& out) {
    const auto* terms = sides.after.terms(sides.body, sides.after.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
        const auto before = office_shown(sides.before, sides.body, rule);
        const auto after = office_shown(sides.after, sides.body, rule);
        add_line(out, after.title, before.words, after.words,
                 {"", after.clause, after.term_ended ? Mark::breach : Mark::none});
    }
}

std::string duty_words(const Duty& duty) {
    return as_sentence(duty.what);
}

std::string clause_of(const Duty& duty) {
    return duty.cited_clause.empty() ? duty.clause : duty.cited_clause;
}

std::string standing(const Duty& duty) {
    return duty.words.empty() ? "In force." : duty.words;
}

std::vector<EffectChange> duty_changes(const Sides& sides) {
    std::map<std::string, Duty> before;
    for (auto& duty :
         duties_of(sides.before.state(), sides.before.context(), sides.body, sides.before.today)) {
        auto id = duty.id;
        before.emplace(std::move(id), std::move(duty));
    }
    std::vector<EffectChange> out;
    for (const auto& duty :
         duties_of(sides.after.state(), sides.after.context(), sides.body, sides.after.today)) {
        const auto found = before.find(duty.id);
        if (found == before.end()) {
            out.push_back({"begins", duty_words(duty), clause_of(duty), "", standing(duty)});
            continue;
        }
        if (found->second.state != duty.state || found->second.words != duty.words ||
            found->second.due != duty.due) {
            out.push_back({"changes", duty_words(duty), clause_of(duty), standing(found->second),
                           standing(duty)});
        }
        before.erase(found);
    }
    for (const auto& [id, duty] : before) {
        out.push_back({"ends", duty_words(duty), clause_of(duty), standing(duty), ""});
    }
    return out;
}

std::vector<Finding> findings_now(const Ground& ground, const BodyId& body) {
    auto out = findings_of(ground.state(), ground.context(), body, ground.now);
    // The entry that would be recorded is shown by its ruling already.
    std::erase_if(out, [](const Finding& each) { return each.kind == FindingKind::record; });
    return out;
}

EffectChange finding_change(std::string kind, const Finding& finding) {
    return {std::move(kind), finding.words,
            finding.clauses.empty() ? std::string() : finding.clauses.front(), "", ""};
}

std::vector<EffectChange> finding_changes(const Sides& sides) {
    std::map<std::string, Finding> before;
    for (auto& finding : findings_now(sides.before, sides.body)) {
        auto id = finding.id;
        before.emplace(std::move(id), std::move(finding));
    }
    std::vector<EffectChange> out;
    for (const auto& finding : findings_now(sides.after, sides.body)) {
        const auto found = before.find(finding.id);
        if (found == before.end()) {
            out.push_back(finding_change("begins", finding));
            continue;
        }
        if (found->second.words != finding.words) {
            auto change = finding_change("changes", finding);
            change.before = found->second.words;
            change.after = finding.words;
            out.push_back(std::move(change));
        }
        before.erase(found);
    }
    for (const auto& [id, finding] : before) {
        out.push_back(finding_change("ends", finding));
    }
    return out;
}

} // namespace

std::optional<MembershipEffect> membership_effect(const Reader& before, const Reader& after,
                                                  std::string_view body, base::Instant at) {
    const BodyId id{std::string(body)};
    const bool known = before.ground().state().bodies.find(id) != nullptr;
    if (!known || !before.ground().see.register_kept()) {
        return std::nullopt;
    }
    const auto then = std::max(at, before.ground().now);
    const Sides sides{at_instant(before.ground(), id, then), at_instant(after.ground(), id, then),
                      id};
    MembershipEffect out;
    out.body = sides.after.body(id);
    out.at = sides.after.moment(id, at);
    add_counts(sides, out.lines);
    add_quorum(sides, out.lines);
    add_balance(sides, out.lines);
    add_offices(sides, out.lines);
    out.duties = duty_changes(sides);
    out.findings = finding_changes(sides);
    return out;
}

} // namespace quorate::views
