#include "views/succession/succession.hpp"

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"
#include "views/succession/succession_make.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;
using charter::SuccessionMode;

std::string in_sentence(const Ground& ground, const BodyId& body) {
    auto name = ground.party(body.value).name;
    if (name.starts_with("The ")) {
        name.front() = 't';
    }
    return name;
}

BodyId terms_with(const Ground& ground, const charter::Rule* rule, const BodyId& likely) {
    if (rule == nullptr) {
        return {};
    }
    const auto has = [&](const BodyId& id) {
        const auto* terms = ground.terms(id, ground.now);
        return terms != nullptr && terms->terms.rule(rule->id) != nullptr &&
               terms->terms.rule(rule->id)->charter == rule->charter;
    };
    if (has(likely)) {
        return likely;
    }
    BodyId found;
    ground.state().bodies.each([&](const Body& body) {
        if (found.empty() && has(body.id)) {
            found = body.id;
        }
    });
    return found.empty() ? likely : found;
}

namespace {

std::string clause_behind(const charter::Rule* rule) {
    return rule == nullptr ? std::string() : own_clause(*rule);
}

PassingShown passing_shown(const Ground& ground, const Passing& passing) {
    PassingShown out;
    out.from = ground.party(passing.from.value);
    out.to = ground.party(passing.to.value);
    out.at = ground.moment(passing.to, passing.at);
    out.words = "to " + in_sentence(ground, passing.to) + " on " + short_date(out.at.local.date);
    if (passing.rule) {
        out.terms_of = terms_with(ground, passing.rule.rule, passing.to).value;
        out.clause = clause_behind(passing.rule.rule);
    }
    return out;
}

std::string standing_of(const Ground& ground, const Holding& holding) {
    if (holding.circle) {
        return "circle";
    }
    if (!holding.known) {
        return "ended";
    }
    const bool there =
        ground.state().bodies.find(holding.holder) != nullptr ||
        ground.state().organisations.find(OrganisationId(holding.holder.value)) != nullptr;
    return !there ? "unknown" : holding.recommends ? "recommends" : "held";
}

std::string words_of(const Ground& ground, const ResponsibilityShown& shown,
                     const Holding& holding) {
    if (shown.standing == "circle") {
        return "Bodies follow one another in a circle, so nobody can be said to hold it.";
    }
    if (shown.standing == "ended") {
        return capitalised(in_sentence(ground, holding.holder)) +
               " has come to an end, and nobody has taken it on.";
    }
    if (shown.standing == "unknown") {
        return "Whoever is meant is not on record here.";
    }
    if (shown.standing == "recommends") {
        return "It recommends; another body decides.";
    }
    return {};
}

std::string authority_of(const charter::InForce<charter::SuccessionRule>& rule) {
    return rule ? rule->authority : std::string();
}

/// What passes, with the bodies it comes from, and the body it passes to.
std::string sentence_of(const Succession& each, const std::string& from, const std::string& to) {
    switch (each.mode) {
    case SuccessionMode::assumes:
        return (each.scope.empty() ? "The responsibilities of " : "Some responsibilities of ") +
               from + " pass to " + to;
    case SuccessionMode::absorbs:
        return "The work of " + from + " is absorbed by " + to;
    case SuccessionMode::may_absorb:
        return "The work of " + from +
               (each.at ? " has been absorbed by " : " may be absorbed by ") + to;
    case SuccessionMode::client_role:
        return "The client role of " + from + " passes to " + to;
    }
    return from + ": " + to;
}

std::string when_of(const Ground& ground, const Succession& each) {
    if (!each.at) {
        return each.mode == SuccessionMode::may_absorb ? "Open to it, and not done"
                                                       : "Waits until the body is established";
    }
    const auto on = short_date(ground.moment(each.to, *each.at).local.date);
    return (*each.at <= ground.now ? "Since " : "From ") + on;
}

std::string_view title_of(OrphanKind kind) {
    switch (kind) {
    case OrphanKind::responsibility:
        return "Responsibilities nobody holds";
    case OrphanKind::sector:
        return "Sectors with no place on a body that follows";
    case OrphanKind::duty:
        return "Duties with no owner";
    case OrphanKind::seat:
        return "Seats that are not carried on";
    case OrphanKind::meeting:
        return "Meetings that will not be held";
    case OrphanKind::link:
        return "Links to a body that has ended";
    }
    return "";
}

std::string link_phrase(const Ground& ground, const Orphan& orphan) {
    static const std::map<std::string, std::string> phrases = {
        {"accountable_to", "is accountable to"},
        {"exists_within", "exists within"},
        {"managed_through", "is managed through"},
        {"delegates_to", "delegates to"},
        {"delegated_by", "has authority from"},
        {"reports_to", "reports to"},
        {"reports_through", "reports through"},
        {"works_with", "works with"},
        {"oversees", "oversees"},
        {"represented_on", "has a seat that speaks for"}};
    const auto found = phrases.find(orphan.what);
    return capitalised(in_sentence(ground, BodyId(orphan.id))) + " " +
           (found == phrases.end() ? plain_name(orphan.what) : found->second) + " " +
           in_sentence(ground, orphan.of);
}

std::string seat_phrase(const Ground& ground, const Orphan& orphan) {
    const auto* seat = ground.state().seats.find(SeatId(orphan.id));
    const auto number = seat == nullptr ? orphan.id : "Seat " + std::to_string(seat->number);
    const auto shown = ground.seat(SeatId(orphan.id), ground.now);
    const auto of = !ground.see.names() || !shown ? std::string()
                    : shown->title.empty()        ? shown->organisation
                                                  : shown->title;
    const auto sector = shown && of.empty() ? shown->sector : of;
    return number + (sector.empty() ? std::string() : ", " + sector);
}

OrphanShown orphan_shown(const Ground& ground, const Orphan& orphan) {
    OrphanShown out;
    out.kind = written(orphan.kind);
    out.of = ground.party(orphan.of.value);
    out.id = orphan.id;
    out.clause = clause_behind(orphan.rule);
    switch (orphan.kind) {
    case OrphanKind::link:
        out.words = link_phrase(ground, orphan);
        break;
    case OrphanKind::seat:
        out.words = seat_phrase(ground, orphan);
        break;
    case OrphanKind::meeting:
        out.words = ground.meeting(MeetingId(orphan.id)).name;
        break;
    case OrphanKind::sector:
        out.words = plain_name(orphan.id);
        break;
    default:
        out.words = capitalised(orphan.what.empty() ? plain_name(orphan.id) : orphan.what);
    }
    return out;
}

std::string list_of(const Ground& ground, const std::vector<BodyId>& bodies) {
    std::vector<std::string> names;
    for (const auto& body : bodies) {
        names.push_back(in_sentence(ground, body));
    }
    return base::list_words(names);
}

ReorganisationShown reorganisation_shown(const Ground& ground, const Body& body,
                                         const Reorganisation& each) {
    ReorganisationShown out;
    out.decided_by = ground.body(body.id);
    out.at = ground.moment(body.id, each.effective);
    out.decision = each.decision ? each.decision->value : std::string();
    out.reason = ground.words_or(each.reason, "");
    out.position = each.position;
    std::vector<std::string> parts;
    const auto say = [&](const std::vector<BodyId>& bodies, const std::string& what) {
        if (!bodies.empty()) {
            parts.push_back(list_of(ground, bodies) + what);
        }
    };
    say(each.established, each.established.size() == 1 ? " was established" : " were established");
    say(each.successors, " took over what their terms give them");
    say(each.ended, " came to an end");
    out.words = as_sentence(base::join(parts, "; "));
    return out;
}

} // namespace

std::vector<FollowedShown> followed_shown(const Ground& ground,
                                          const std::vector<Succession>& all) {
    std::vector<FollowedShown> out;
    std::vector<const Succession*> first; ///< of each line
    std::vector<std::vector<BodyId>> from;
    for (const auto& each : all) {
        std::size_t i = 0;
        for (; i < first.size(); ++i) {
            const auto& known = *first[i];
            const bool alike = known.to == each.to && known.mode == each.mode &&
                               known.rule.rule == each.rule.rule && known.at == each.at &&
                               known.recorded == each.recorded && each.rule;
            if (alike) {
                break;
            }
        }
        if (i == first.size()) {
            first.push_back(&each);
            from.emplace_back();
        }
        from[i].push_back(each.from);
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto& each = *first[i];
        FollowedShown line;
        for (const auto& body : from[i]) {
            line.from.push_back(ground.party(body.value));
        }
        line.to = ground.party(each.to.value);
        line.mode = written(each.mode);
        line.words = sentence_of(each, list_of(ground, from[i]), in_sentence(ground, each.to));
        line.when = when_of(ground, each);
        line.clause = clause_behind(each.rule.rule);
        line.authority = authority_of(each.rule);
        for (const auto& matter : each.scope) {
            line.scope.push_back(plain_name(matter.value));
        }
        line.recorded = each.recorded;
        line.in_effect = each.at && *each.at <= ground.now;
        out.push_back(std::move(line));
    }
    return out;
}

ResponsibilityShown responsibility_shown(const Ground& ground, const Holding& holding) {
    ResponsibilityShown out;
    out.matter = holding.matter.value;
    out.what = holding.rule && !holding.rule->what.empty() ? holding.rule->what
                                                           : plain_name(holding.matter.value);
    out.origin = ground.party(holding.origin.value);
    out.holder = ground.party(holding.holder.value);
    out.clause = clause_behind(holding.rule.rule);
    out.terms_of =
        holding.rule ? terms_with(ground, holding.rule.rule, holding.origin).value : std::string();
    out.exclusive = holding.rule && holding.rule->exclusive && !holding.lapsed;
    out.standing = standing_of(ground, holding);
    out.words = words_of(ground, out, holding);
    for (const auto& passing : holding.chain) {
        out.chain.push_back(passing_shown(ground, passing));
    }
    return out;
}

std::vector<OrphanGroup> orphan_groups(const Ground& ground, const std::vector<Orphan>& orphans) {
    std::vector<OrphanGroup> out;
    for (const auto& orphan : orphans) {
        const std::string kind(written(orphan.kind));
        if (out.empty() || out.back().kind != kind) {
            out.push_back({kind, std::string(title_of(orphan.kind)), {}});
        }
        out.back().lines.push_back(orphan_shown(ground, orphan));
    }
    return out;
}

ProposalShown proposal_shown(const Ground& ground, const Body& body,
                             const CharterProposal& proposal) {
    ProposalShown out;
    out.body = ground.body(body.id);
    const auto digest = base::parse_hex_digest(proposal.terms.digest);
    const auto held = digest ? ground.context().charters().find(*digest) : nullptr;
    out.title = held == nullptr ? proposal.terms.charter : held->title;
    out.digest = proposal.terms.digest;
    out.at = ground.moment(body.id, proposal.effective);
    out.reason = ground.words_or(proposal.reason, "");
    out.position = proposal.position;
    const auto names = known_names(ground);
    for (const auto& rule : held == nullptr ? std::vector<charter::Rule>{} : held->rules) {
        if (rule.kind == charter::Kind::seats) {
            out.places.push_back(rule_words(names, rule, rule.params));
        }
    }
    for (const auto& change : body.charters.changes()) {
        if (proposal.effective < change.from && change.from <= ground.now && out.words.empty()) {
            const auto on = short_date(ground.moment(body.id, change.from).local.date);
            const bool same = change.value.digest == proposal.terms.digest;
            out.words =
                (same ? "These terms came into force on " : "Other terms came into force on ") +
                on + ".";
        }
    }
    return out;
}

std::vector<ProposalShown> proposals_for(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    std::vector<ProposalShown> out;
    const auto* known = ground.state().bodies.find(BodyId(body));
    for (const auto& each : known == nullptr ? std::vector<CharterProposal>{} : known->proposals) {
        if (each.effective <= ground.now) {
            out.push_back(proposal_shown(ground, *known, each));
        }
    }
    return out;
}

std::vector<FollowedShown> followers_of(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    auto all = followed_shown(ground, successions(ground.state(), ground.context(), ground.now));
    std::erase_if(all, [&](const FollowedShown& each) {
        return !each.in_effect || std::none_of(each.from.begin(), each.from.end(),
                                               [&](const Named& from) { return from.id == body; });
    });
    return all;
}

ResponsibilitiesPage responsibilities(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    ResponsibilitiesPage out;
    out.on = ground.today;
    const auto all = holdings(ground.state(), ground.context(), ground.now);
    const auto add = [&](const BodyId& holder, bool known) {
        HolderShown shown{
            ground.party(holder.value), ground.state().bodies.find(holder) != nullptr, {}};
        for (const auto& holding : all) {
            if (holding.holder == holder && holding.known == known) {
                shown.lines.push_back(responsibility_shown(ground, holding));
                ++out.count;
                out.passed += holding.chain.empty() ? 0 : 1;
            }
        }
        if (!shown.lines.empty() && (body.empty() || body == holder.view())) {
            out.holders.push_back(std::move(shown));
        }
    };
    ground.state().bodies.each([&](const Body& each) { add(each.id, true); });
    std::vector<BodyId> others;
    for (const auto& holding : all) {
        const bool seen = std::find(others.begin(), others.end(), holding.holder) != others.end();
        if (!holding.known && !seen) {
            others.push_back(holding.holder);
            add(holding.holder, false);
        }
    }
    return out;
}

SuccessionPage succession(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto& state = ground.state();
    SuccessionPage out;
    out.on = ground.today;
    out.followed = followed_shown(ground, successions(state, ground.context(), ground.now));
    std::stable_sort(
        out.followed.begin(), out.followed.end(),
        [](const FollowedShown& a, const FollowedShown& b) { return a.in_effect && !b.in_effect; });
    for (const auto& circle : succession_circles(state, ground.context(), ground.now)) {
        out.circles.push_back(
            as_sentence(list_of(ground, circle) + " follow one another in a circle"));
    }
    out.orphans = orphan_groups(ground, orphans(state, ground.context(), ground.now));
    state.bodies.each([&](const Body& body) {
        for (const auto& each : body.reorganisations) {
            if (each.effective <= ground.now) {
                out.reorganisations.push_back(reorganisation_shown(ground, body, each));
            }
        }
        for (const auto& each : body.proposals) {
            if (each.effective <= ground.now) {
                out.proposals.push_back(proposal_shown(ground, body, each));
            }
        }
    });
    const auto newest_first = [](const auto& a, const auto& b) {
        return b.at.instant < a.at.instant;
    };
    std::stable_sort(out.reorganisations.begin(), out.reorganisations.end(), newest_first);
    std::stable_sort(out.proposals.begin(), out.proposals.end(), newest_first);
    return out;
}

} // namespace quorate::views
