// How an organisation leaves a body.

#include "calendar/period.hpp"
#include "charter/duration.hpp"
#include "governance/words.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

using ExitRule = charter::InForce<charter::ExitRule>;

ExitRule exit_rule(const Ground& ground, const BodyId& body, base::Instant at) {
    const auto* terms = ground.terms(body, at);
    return terms == nullptr ? ExitRule{} : terms->terms.one<charter::ExitRule>();
}

const ExitNotice* notice_of(const Ground& ground, const Body& body,
                            const OrganisationId& organisation) {
    const auto found =
        std::find_if(body.exits.rbegin(), body.exits.rend(), [&](const ExitNotice& notice) {
            return notice.organisation == organisation && notice.given <= ground.now;
        });
    return found == body.exits.rend() ? nullptr : &*found;
}

bool sits(const Ground& ground, const BodyId& body, const OrganisationId& organisation) {
    const auto seats = seats_at(ground.state(), body, ground.now);
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat* seat) { return seat->organisation == organisation; });
}

/// It left, and has a seat that it was given since.
bool came_back(const Ground& ground, const BodyId& body, const OrganisationId& organisation,
               const ExitNotice& notice) {
    const auto seats = seats_at(ground.state(), body, ground.now);
    return notice.leaves <= ground.today &&
           std::any_of(seats.begin(), seats.end(), [&](const Seat* seat) {
               return seat->organisation == organisation && !left_with(ground, *seat);
           });
}

base::CivilDate earliest(const Ground& ground, const ExitRule& rule) {
    const auto period = calendar::parse_period(rule ? rule->notice : std::string());
    const auto end = period ? calendar::plus(ground.today, *period)
                            : base::Result<base::CivilDate>(ground.today);
    return end ? *end : ground.today;
}

void add_rule(const Ground& ground, const ExitRule& rule, PartnerExit& out) {
    if (!rule) {
        return;
    }
    out.clause = own_clause(*rule.rule);
    out.clause_words = rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params));
    out.notice = rule->notice.empty() ? "" : charter::duration_words(rule->notice);
    out.written = rule->written;
    out.to = rule->to.empty() ? "" : who_words(rule->to);
    for (const auto& each : rule->during) {
        out.during.push_back(
            each == "honour-commitments" ? "What you promised before the notice stays promised."
            : each == "cooperate"        ? "You go on working together until you have left."
                                         : as_sentence(plain_name(each)));
    }
    if (!rule->unless_agreed_by.empty()) {
        out.unless_agreed_by = ground.party(rule->unless_agreed_by).name;
        out.agreed_by_id = rule->unless_agreed_by;
    }
}

/// Terms agreed with the organisation after its notice, as they were recorded.
void add_agreed(const Ground& ground, const OrganisationId& organisation, base::Instant since,
                PartnerExit& out) {
    const auto index = act_index("agree-exit-terms");
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.act != index || line.verdict != Verdict::permitted || line.effective < since ||
            line.effective > ground.now) {
            return;
        }
        const auto entry = ground.partnership.entry(line.position);
        const auto* act =
            entry ? std::get_if<acts::AgreeExitTerms>(&entry->submission.act) : nullptr;
        if (act == nullptr || act->organisation != organisation) {
            return;
        }
        std::string words = "Agreed by " + ground.body(act->body).name + " on " +
                            short_date(ground.moment(act->body, line.effective).local.date) + ".";
        const auto terms = ground.words_or(act->terms, "");
        words += terms.empty() ? "" : " " + as_sentence(terms);
        for (const auto& id : act->released) {
            const auto* promise = ground.state().commitments.find(id);
            words += promise == nullptr
                         ? ""
                         : " No longer promised: " +
                               as_sentence(
                                   ground.words(promise->what).value_or(std::string(words_gone)));
        }
        out.agreed.push_back(std::move(words));
    });
}

void add_notice(const Ground& ground, const OrganisationId& organisation, const ExitNotice& notice,
                PartnerExit& out) {
    const BodyId body(out.body.id);
    out.may = false;
    out.given = ground.moment(body, notice.given);
    out.leaves = notice.leaves;
    out.earliest_then = notice.earliest;
    out.too_early = notice.leaves < notice.earliest;
    out.left = notice.leaves <= ground.today;
    add_agreed(ground, organisation, notice.given, out);
}

void add_honours(const Ground& ground, const OrganisationId& organisation, const ExitRule& rule,
                 PartnerExit& out) {
    const bool honour = rule && std::find(rule->during.begin(), rule->during.end(),
                                          "honour-commitments") != rule->during.end();
    if (!honour) {
        return;
    }
    for (auto& promise : promises_of(ground, organisation)) {
        const bool before = !out.given || promise.made.instant <= out.given->instant;
        if (before && promise.open) {
            out.honours.push_back(std::move(promise));
        }
    }
}

} // namespace

std::vector<PartnerExit> exits_of(const Ground& ground, const OrganisationId& organisation) {
    std::vector<PartnerExit> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto* notice = notice_of(ground, body, organisation);
        const bool here = sits(ground, body.id, organisation);
        if (notice != nullptr && came_back(ground, body.id, organisation, *notice)) {
            notice = nullptr;
        }
        if (notice == nullptr && !here) {
            return;
        }
        PartnerExit shown;
        shown.body = ground.body(body.id);
        shown.gone = !here;
        // The terms of the notice count; until there is one, today's.
        const auto rule =
            exit_rule(ground, body.id, notice == nullptr ? ground.now : notice->given);
        add_rule(ground, rule, shown);
        shown.earliest = earliest(ground, rule);
        if (notice != nullptr) {
            add_notice(ground, organisation, *notice, shown);
        }
        add_honours(ground, organisation, rule, shown);
        out.push_back(std::move(shown));
    });
    return out;
}

std::optional<PartnerExit> partner_exit(const Reader& reader, std::string_view organisation,
                                        std::string_view body) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    if (!own) {
        return std::nullopt;
    }
    for (auto& each : exits_of(ground, own->id)) {
        if (each.body.id == body) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

std::string partner_actor(const Reader& reader, std::string_view organisation,
                          std::string_view body) {
    const auto own = answering_for(reader.ground(), organisation);
    return own ? own->actor_on(BodyId(body)) : std::string();
}

} // namespace quorate::views
