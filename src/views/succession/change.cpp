// What a reorganisation would do, and how terms are amended.

#include "charter/explain.hpp"
#include "governance/codec_names.hpp"
#include "views/reader.hpp"
#include "views/succession/succession_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

Ground at_instant(const Ground& ground, base::Instant at) {
    Ground out = ground;
    out.now = at;
    return out;
}

bool was(const State& state, const BodyId& id, base::Instant at, BodyStatus status) {
    const auto* body = state.bodies.find(id);
    const auto* now = body == nullptr ? nullptr : body->status.at(at);
    return now != nullptr && *now == status;
}

bool same_place(const Holding& a, const Holding& b) {
    return a.matter == b.matter && a.origin == b.origin && a.recommends == b.recommends &&
           a.holder == b.holder;
}

std::vector<ResponsibilityShown> passed(const Ground& before, const Ground& after) {
    const auto had = holdings(before.state(), before.context(), before.now);
    std::vector<ResponsibilityShown> out;
    for (const auto& holding : holdings(after.state(), after.context(), after.now)) {
        const bool known = std::any_of(had.begin(), had.end(), [&](const Holding& other) {
            return same_place(other, holding);
        });
        if (!known && !holding.chain.empty()) {
            out.push_back(responsibility_shown(after, holding));
        }
    }
    return out;
}

/// A version of the terms in force that is not on record: somebody looked at what it would change.
bool is_draft(const Body& body, const governance::CharterInForce& in_force,
              const charter::Charter& held, const std::string& digest) {
    const auto& changes = body.charters.changes();
    const bool was_in_force = std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
        return change.value.digest == digest;
    });
    const bool put_forward =
        std::any_of(body.proposals.begin(), body.proposals.end(),
                    [&](const auto& each) { return each.terms.digest == digest; });
    return held.name == in_force.charter && !was_in_force && !put_forward;
}

/// Charters held for a body that are not in force for it, without drafts; those that leave
/// something open cannot be.
std::vector<Named> terms_to_adopt(const Ground& ground, const BodyId& body) {
    const auto* known = ground.state().bodies.find(body);
    const auto* in_force = known == nullptr ? nullptr : known->charters.at(ground.now);
    std::vector<Named> out;
    for (const auto& held : ground.partnership.sources().charters()) {
        const auto digest = base::hex(held->digest);
        const bool meant = held->body == body.value && held->holes().empty();
        const bool other = in_force == nullptr || (in_force->digest != digest &&
                                                   !is_draft(*known, *in_force, *held, digest));
        if (meant && other) {
            out.push_back({digest, held->title + ", of " + short_date(held->effective)});
        }
    }
    return out;
}

std::vector<std::string> says_of_succession(const Ground& ground, const Body& body) {
    std::vector<Succession> own;
    for (auto& each : successions(ground.state(), ground.context(), ground.now)) {
        if (each.to == body.id && each.rule && each.mode != charter::SuccessionMode::may_absorb) {
            own.push_back(std::move(each));
        }
    }
    std::vector<std::string> out;
    for (const auto& line : followed_shown(ground, own)) {
        out.push_back(line.words + " (" + line.clause + ")");
    }
    return out;
}

std::vector<Named> decisions_of(const Ground& ground, const std::vector<BodyId>& bodies) {
    struct Dated {
        base::Instant at;
        Named shown;
    };
    std::vector<Dated> found;
    for (const auto& id : bodies) {
        const auto* body = ground.state().bodies.find(id);
        for (const auto& decision_id :
             body == nullptr ? std::vector<DecisionId>{} : body->decisions) {
            const auto* decision = ground.state().decisions.find(decision_id);
            if (decision == nullptr || decision->outcome != Outcome::carried ||
                decision->recommendation) {
                continue;
            }
            const auto on = short_date(ground.moment(id, decision->effective).local.date);
            const auto words = ground.words_or(decision->words, "");
            found.push_back(
                {decision->effective,
                 {decision_id.value, decision_id.value + ", " + on + (words.empty() ? "" : ": ") +
                                         words.substr(0, 80)}});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Dated& a, const Dated& b) { return b.at < a.at; });
    std::vector<Named> out;
    for (auto& each : found) {
        out.push_back(std::move(each.shown));
    }
    return out;
}

std::vector<BodyId> all_bodies(const Ground& ground) {
    std::vector<BodyId> out;
    ground.state().bodies.each([&](const Body& body) { out.push_back(body.id); });
    return out;
}

/// The bodies that stand over one, by its terms and by links on record.
std::vector<BodyId> over(const Ground& ground, const Body& body) {
    std::vector<BodyId> out;
    if (const auto* terms = ground.terms(body.id, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::BodyRule>()) {
            for (const auto* id : {&rule->accountable_to, &rule->exists_within}) {
                if (!id->empty()) {
                    out.emplace_back(*id);
                }
            }
        }
    }
    for (const auto& link : body.links) {
        if (link.type == LinkType::accountable_to && link.from <= ground.now) {
            out.push_back(link.to);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string who_may_amend(const Ground& ground, const Body& body) {
    if (const auto* terms = ground.terms(body.id, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::ResponsibilityRule>()) {
            if (rule->matter == "amend-terms" && !rule->recommends) {
                const BodyId holder(rule->holder.empty() ? body.id.value : rule->holder);
                return own_clause(*rule.rule) + " leaves their amendment to " +
                       in_sentence(ground, holder) + ".";
            }
        }
    }
    return "The terms do not say who may amend them. A decision of the body, or of the one it "
           "answers to, is what "
           "an amendment rests on here; without one it is recorded with that as a finding.";
}

std::shared_ptr<const charter::Charter> held_by(const Ground& ground, std::string_view digest) {
    const auto parsed = base::parse_hex_digest(digest);
    return parsed ? ground.context().charters().find(*parsed) : nullptr;
}

} // namespace

ReorganisationEffect reorganisation_effect(const Reader& before, const Reader& after,
                                           base::Instant at) {
    const auto from = at_instant(before.ground(), at);
    const auto to = at_instant(after.ground(), at);
    ReorganisationEffect out;
    to.state().bodies.each([&](const Body& body) {
        if (out.at.instant.ms == 0) {
            out.at = to.moment(body.id, at);
        }
        const auto name = to.body(body.id).name;
        if (was(to.state(), body.id, at, BodyStatus::established) &&
            !was(from.state(), body.id, at, BodyStatus::established)) {
            out.establishes.push_back(name);
        }
        if (was(to.state(), body.id, at, BodyStatus::dissolved) &&
            !was(from.state(), body.id, at, BodyStatus::dissolved)) {
            out.ends.push_back(name);
        }
    });
    out.passes = passed(from, to);
    out.orphans = orphan_groups(to, orphans_made(from.state(), to.state(), to.context(), at));
    return out;
}

ReorganisePage reorganise_page(const Reader& reader) {
    const auto& ground = reader.ground();
    ReorganisePage out;
    ground.state().bodies.each([&](const Body& body) {
        const auto* status = body.status.at(ground.now);
        if (status == nullptr || *status == BodyStatus::dissolved) {
            return;
        }
        out.bodies.push_back({ground.body(body.id), std::string(written(*status)),
                              terms_to_adopt(ground, body.id), says_of_succession(ground, body),
                              body.by_statute});
    });
    // Terms held for a body that is not on record yet.
    for (const auto& held : ground.partnership.sources().charters()) {
        const bool known =
            std::any_of(out.bodies.begin(), out.bodies.end(),
                        [&](const ReorganisedBody& each) { return each.body.id == held->body; });
        const bool on_record = ground.state().bodies.find(BodyId(held->body)) != nullptr;
        if (!held->body.empty() && held->holes().empty() && !known && !on_record) {
            out.bodies.push_back({{held->body, held->title},
                                  "new",
                                  terms_to_adopt(ground, BodyId(held->body)),
                                  {},
                                  false});
        }
    }
    out.decisions = decisions_of(ground, all_bodies(ground));
    return out;
}

std::optional<AmendPage> amend_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const BodyId body{std::string(id)};
    const auto* known = ground.state().bodies.find(body);
    const auto* in_force = known == nullptr ? nullptr : known->charters.at(ground.now);
    const auto held = in_force == nullptr ? nullptr : held_by(ground, in_force->digest);
    if (held == nullptr) {
        return std::nullopt;
    }
    AmendPage out;
    out.body = ground.body(body);
    out.title = held->title;
    out.text = held->bytes;
    out.digest = in_force->digest;
    out.effective = held->effective;
    out.who_may = who_may_amend(ground, *known);
    auto deciding = over(ground, *known);
    deciding.insert(deciding.begin(), body);
    out.decisions = decisions_of(ground, deciding);
    for (const auto& proposal : known->proposals) {
        out.proposals.push_back(proposal_shown(ground, *known, proposal));
    }
    return out;
}

std::string terms_text(const Reader& reader, std::string_view digest) {
    const auto held = held_by(reader.ground(), digest);
    return held == nullptr ? std::string() : held->bytes;
}

base::Result<std::vector<std::string>> changes_to_terms(const Reader& reader, std::string_view body,
                                                        std::string_view text) {
    const auto& ground = reader.ground();
    const auto* known = ground.state().bodies.find(BodyId{std::string(body)});
    const auto* in_force = known == nullptr ? nullptr : known->charters.at(ground.now);
    const auto held = in_force == nullptr ? nullptr : held_by(ground, in_force->digest);
    const auto parsed = charter::parse(text, "terms");
    if (!parsed.problems.empty()) {
        const auto& first = parsed.problems.front();
        return base::fail("text", "Line " + std::to_string(first.place.line) + ": " + first.message,
                          first.help);
    }
    if (parsed.charter.body != body) {
        return base::fail("text",
                          "these are the terms of " + parsed.charter.body + ", not of " +
                              std::string(body),
                          "Keep the line body = \"" + std::string(body) + "\"");
    }
    if (held == nullptr) {
        return std::vector<std::string>{};
    }
    return charter::differences(*held, parsed.charter);
}

} // namespace quorate::views
