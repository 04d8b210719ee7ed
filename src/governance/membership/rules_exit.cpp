// Leaving, and what a leaving organisation still owes: 3.24.

#include "calendar/period.hpp"
#include "governance/copy_members.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/commitments.hpp"
#include "governance/membership/rules.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using ExitRule = charter::InForce<charter::ExitRule>;

bool has_seat(const State& state, const BodyId& body, const OrganisationId& organisation,
              base::Instant instant) {
    const auto seats = seats_at(state, body, instant);
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat* seat) { return seat->organisation == organisation; });
}

/// The first day an organisation that gives notice now may leave: the same day of the month so many
/// months on, or that month's last day. Today where the terms set no notice.
base::CivilDate earliest_leaving(const Ruler& ruler, const ExitRule& rule) {
    const auto given = zone_of(ruler.state(), ruler.body()).date_of(ruler.at());
    const auto period = calendar::parse_period(rule ? rule->notice : std::string());
    const auto end = period ? calendar::plus(given, *period) : base::Result<base::CivilDate>(given);
    return end ? *end : given;
}

void check_notice(Ruler& ruler, const ExitRule& rule, const acts::GiveNoticeOfExit& act,
                  base::CivilDate earliest) {
    const auto leaves = act.leaves.value_or(earliest);
    const bool long_enough = leaves >= earliest;
    ruler.says(rule, long_enough ? Says::complies : Says::breach,
               long_enough ? Code::notice_long_enough : Code::leaves_too_early,
               {fact("leaves", leaves), fact("earliest", earliest)});
    if (rule->written && !act.written.value_or(true)) {
        ruler.says(rule, Says::breach, Code::notice_not_written);
    }
    if (act.to && !rule->to.empty() && *act.to != rule->to) {
        ruler.says(rule, Says::breach, Code::notice_to_someone_else,
                   {fact("to", *act.to), fact("holder", rule->to)});
    }
}

/// What was promised in any body of the partnership before the notice stays promised.
void note_commitments(Ruler& ruler, const ExitRule& rule, const OrganisationId& organisation) {
    std::int64_t count = 0;
    ruler.state().commitments.each([&](const Commitment& commitment) {
        const bool theirs = commitment.organisation == organisation;
        count += theirs && open_at(ruler.state(), commitment, ruler.at()) ? 1 : 0;
    });
    const auto& during = rule->during;
    if (count > 0 &&
        std::find(during.begin(), during.end(), "honour-commitments") != during.end()) {
        ruler.says(rule, Says::remark, Code::commitments_to_honour, {fact("commitments", count)});
    }
}

/// A body being left, with its rule on leaving when notice was given.
struct Leaving {
    BodyId body;
    ExitRule rule;
};

std::vector<Leaving> bodies_left(const Ruler& ruler, const OrganisationId& organisation) {
    std::vector<Leaving> noticed;
    std::vector<Leaving> seated;
    ruler.state().bodies.each([&](const Body& body) {
        const auto rule_at = [&](base::Instant instant) {
            const auto* terms = terms_at(ruler.state(), body.id, instant, ruler.context());
            return terms == nullptr ? ExitRule{} : terms->terms.one<charter::ExitRule>();
        };
        const auto notice =
            std::find_if(body.exits.rbegin(), body.exits.rend(), [&](const ExitNotice& exit) {
                return exit.organisation == organisation && exit.given <= ruler.at();
            });
        if (notice != body.exits.rend()) {
            noticed.push_back({body.id, rule_at(notice->given)});
        } else if (has_seat(ruler.state(), body.id, organisation, ruler.at())) {
            seated.push_back({body.id, rule_at(ruler.at())});
        }
    });
    return noticed.empty() ? seated : noticed;
}

void check_waiver_decided(Ruler& ruler, const ExitRule& rule, const acts::AgreeExitTerms& act,
                          const Decision* decision) {
    if (binds(decision, act.body)) {
        ruler.says(rule, Says::complies, Code::waiver_agreed,
                   {fact("body", act.body.view()), fact("decision", decision->id.view())});
    } else if (decision != nullptr && decision->body != act.body) {
        condition_of_power(
            ruler, rule, Says::breach, Code::waiver_not_theirs,
            {fact("holder", rule->unless_agreed_by), fact("body", decision->body.view())});
    } else {
        condition_of_power(ruler, rule, Says::breach, Code::decision_missing,
                           {fact("body", act.body.view())});
    }
}

/// Only the body the terms name may agree otherwise, by its own decision.
void check_waiver(Ruler& ruler, const acts::AgreeExitTerms& act, const std::vector<Leaving>& left,
                  const Decision* decision) {
    const auto theirs = std::find_if(left.begin(), left.end(), [&](const Leaving& leaving) {
        return leaving.rule && leaving.rule->unless_agreed_by == act.body.value;
    });
    if (theirs != left.end()) {
        check_waiver_decided(ruler, theirs->rule, act, decision);
        return;
    }
    for (const auto& leaving : left) {
        if (leaving.rule) {
            condition_of_power(ruler, leaving.rule, Says::breach, Code::waiver_not_theirs,
                               {fact("holder", leaving.rule->unless_agreed_by),
                                fact("body", act.body.view()), fact("left", leaving.body.view())});
        }
    }
}

void require_commitments(Ruler& ruler, const acts::AgreeExitTerms& act) {
    for (const auto& id : act.released) {
        const auto* commitment = ruler.state().commitments.find(id);
        if (commitment == nullptr || commitment->organisation != act.organisation) {
            ruler.no(Code::commitment_unknown, {fact("commitment", id.view())});
        } else {
            require_open(ruler, *commitment);
        }
    }
}

} // namespace

Ruling rule(const Call& call, const acts::GiveNoticeOfExit& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (require_body(ruler) == nullptr || !require_organisation(ruler, act.organisation)) {
        return ruler.finish();
    }
    require_speaks_for(ruler, act.organisation);
    if (!has_seat(call.state, act.body, act.organisation, ruler.at())) {
        ruler.no(Code::not_a_member,
                 {fact("organisation", act.organisation.view()), fact("body", act.body.view())});
        return ruler.finish();
    }
    const auto rule = ruler.one<charter::ExitRule>();
    const auto earliest = earliest_leaving(ruler, rule);
    if (rule) {
        check_notice(ruler, rule, act, earliest);
        note_commitments(ruler, rule, act.organisation);
    }
    return ruler.finish(
        {events::ExitNoticeGiven{act.body, act.organisation, act.leaves.value_or(earliest),
                                 earliest, act.written.value_or(true)}});
}

Ruling rule(const Call& call, const acts::AgreeExitTerms& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* decision = named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr || !require_organisation(ruler, act.organisation)) {
        return ruler.finish();
    }
    const auto left = bodies_left(ruler, act.organisation);
    if (left.empty()) {
        ruler.no(Code::not_a_member, {fact("organisation", act.organisation.view())});
    }
    require_commitments(ruler, act);
    check_waiver(ruler, act, left, decision);
    return ruler.finish({copy_members<events::ExitTermsAgreed>(act)});
}

} // namespace quorate::governance
