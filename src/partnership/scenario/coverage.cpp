#include "partnership/scenario/coverage.hpp"

#include "base/text.hpp"
#include "governance/act_table.hpp"
#include "governance/duties/duties.hpp"
#include "governance/findings/findings.hpp"
#include "governance/lookup.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::partnership::scenario {
namespace {

using charter::Kind;
using governance::Says;

/// Rights of those who are there or may read anyway: no act is ruled under them.
bool rights_alone(const charter::MayRule& rule) {
    static const std::vector<std::string> anyway{"member", "servicing-officer", "auditor",
                                                 "public"};
    return rule.acts.empty() && std::all_of(rule.who.begin(), rule.who.end(), [](const auto& who) {
               return std::find(anyway.begin(), anyway.end(), who) != anyway.end();
           });
}

/// A duty that nothing on record can break: owed all the time, good practice, or asked for with no
/// time by which it is due.
bool never_broken(const charter::DutyRule& rule) {
    using charter::DutyTrigger;
    const bool by_occasion =
        rule.trigger == DutyTrigger::on_event || rule.trigger == DutyTrigger::each_meeting;
    return rule.trigger == DutyTrigger::continuing || rule.advised || !rule.secured_by.empty() ||
           (rule.trigger == DutyTrigger::regular && rule.every.empty()) ||
           (by_occasion && rule.due.empty());
}

/// What a rule can show. A body, its classes, its responsibilities, what it applies, who may do
/// what and what nobody may are shown by any ruling, finding or duty that cites them; the others
/// can be kept and broken; those with a number have a boundary.
std::string_view needs_of(const charter::Rule& rule) {
    switch (rule.kind) {
    case Kind::aim:
    case Kind::fact:
    case Kind::param:
        return "";
    case Kind::body:
    case Kind::class_:
    case Kind::responsibility:
    case Kind::delegation:
    case Kind::limit:
    case Kind::apply:
    case Kind::succession:
        return "shown";
    case Kind::may:
        return rights_alone(std::get<charter::MayRule>(rule.params)) ? "" : "shown";
    case Kind::duty:
        return never_broken(std::get<charter::DutyRule>(rule.params)) ? "shown" : "complies breach";
    case Kind::process: {
        const auto& step = std::get<charter::ProcessRule>(rule.params);
        return step.gate || !step.at_least.empty() ? "complies breach" : "shown";
    }
    case Kind::quorum:
    case Kind::notice:
    case Kind::frequency:
    case Kind::decision:
    case Kind::attendance:
    case Kind::exit:
        return "complies breach boundary";
    default:
        return "complies breach";
    }
}

void add_needs(std::string& needs, std::string_view more) {
    for (const auto need : base::split(more, ' ')) {
        if (!need.empty() && needs.find(need) == std::string::npos) {
            needs += (needs.empty() ? "" : " ") + std::string(need);
        }
    }
}

std::vector<std::string> clauses_of(const charter::Rule& rule) {
    return rule.clauses.empty() ? std::vector<std::string>{rule.clause} : rule.clauses;
}

bool contains(const std::vector<std::string>& list, std::string_view what) {
    return std::find(list.begin(), list.end(), what) != list.end();
}

/// Terms made up for tests, to show what rules do: nobody is to follow them, and their clauses need
/// no cases of their own.
bool is_sample(const charter::Charter& held) {
    return held.file.find("tests/terms/") != std::string::npos;
}

/// The name a charter is counted under: its model's, where it was made from one,
/// so that a clause of the model needs to be shown in one of the bodies only.
const std::string& counted_as(const charter::Charter& held) {
    return held.model.empty() ? held.name : held.model;
}

/// "ambition-board-economy/B4" as "ambition-board/B4", where the charter was made from a model.
std::string counted_as(const Partnership& partnership, const std::string& interpretation) {
    const auto slash = interpretation.find('/');
    for (const auto& held : partnership.sources().charters()) {
        if (slash != std::string::npos && held->name == interpretation.substr(0, slash)) {
            return counted_as(*held) + interpretation.substr(slash);
        }
    }
    return interpretation;
}

/// Whether the heading or the front matter declares a case at the boundary of the clause.
bool at_boundary(const Document& document, const Line& line, std::string_view clause) {
    std::string heading = line.heading;
    std::transform(heading.begin(), heading.end(), heading.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return contains(document.front.boundary, clause) ||
           (heading.find("boundary") != std::string::npos &&
            (document.front.clauses.empty() || contains(document.front.clauses, clause) ||
             (line.expected && contains(line.expected->clauses, clause))));
}

} // namespace

void Coverage::count(const std::string& charter, std::string_view clause, Says says,
                     bool boundary) {
    if (clause.empty()) {
        return;
    }
    auto& tally = clauses_[charter][std::string(clause)];
    tally.complies += says == Says::complies || says == Says::remark ? 1 : 0;
    tally.breach +=
        says == Says::breach || says == Says::discretion || says == Says::undetermined ? 1 : 0;
    tally.boundary += boundary ? 1 : 0;
}

void Coverage::take_reason(const Partnership& partnership, const governance::Reason& reason,
                           bool boundary) {
    std::string home;
    for (const auto& held : partnership.sources().charters()) {
        if (const auto* rule = held->rule(reason.rule); rule != nullptr && !reason.rule.empty()) {
            home = counted_as(*held);
            for (const auto& clause : clauses_of(*rule)) {
                count(home, clause, reason.says, boundary);
            }
            break;
        }
    }
    if (home.empty() || reason.cited_clause.empty()) {
        return;
    }
    // The importing charter's clause is shown too.
    for (const auto& held : partnership.sources().charters()) {
        const bool imports =
            std::any_of(held->rules.begin(), held->rules.end(), [&](const charter::Rule& rule) {
                const auto* apply = std::get_if<charter::ApplyRule>(&rule.params);
                return apply != nullptr && apply->charter == home &&
                       rule.covers(reason.cited_clause);
            });
        if (imports) {
            count(counted_as(*held), reason.cited_clause, reason.says, boundary);
        }
    }
}

void Coverage::take_readings_of(const Snapshot& snapshot, const governance::BodyId& body,
                                std::string_view rule, base::Instant at) {
    const auto* terms = governance::terms_at(snapshot.state, body, at, snapshot.context());
    if (terms == nullptr) {
        return;
    }
    for (const auto& reading : terms->terms.readings()) {
        if (reading.interpretation->rule == rule) {
            const auto& model = terms->terms.charter().model;
            const bool own = reading.charter == terms->terms.charter().name && !model.empty();
            ++readings_[(own ? model : std::string(reading.charter)) + "/" +
                        reading.interpretation->id][std::string(reading.reading)];
        }
    }
}

void Coverage::take_duties(const Document& document, const Outcome& outcome,
                           const Partnership& partnership) {
    const auto snapshot = partnership.snapshot();
    const auto& line = *outcome.line;
    for (const auto& duty : governance::duties(snapshot->state, snapshot->context(),
                                               partnership.zone().date_of(outcome.effective))) {
        const auto asked =
            std::any_of(line.fields.begin(), line.fields.end(), [&](const Word& word) {
                return word.value && (word.text == duty.id || word.text == duty.rule);
            });
        if (!asked) {
            continue;
        }
        governance::Reason reason;
        reason.rule = duty.rule;
        reason.cited_clause = duty.cited_clause;
        reason.says = duty.state == governance::DutyState::overdue ? Says::breach : Says::complies;
        take_readings_of(*snapshot, duty.body, duty.rule, outcome.effective);
        take_reason(partnership, reason, at_boundary(document, line, duty.clause));
    }
}

/// A finding that something is left open, and how it is read until it is settled.
void Coverage::take_open_reading(const Partnership& partnership,
                                 const governance::Finding& finding) {
    std::string interpretation;
    std::string reading;
    for (const auto& fact : finding.facts) {
        const auto* words = std::get_if<std::string>(&fact.value);
        if (words != nullptr && fact.name == "interpretation") {
            interpretation = *words;
        } else if (words != nullptr && fact.name == "reading") {
            reading = *words;
        }
    }
    if (!interpretation.empty() && !reading.empty()) {
        ++readings_[counted_as(partnership, interpretation)][reading];
    }
}

void Coverage::take_findings(const Document& document, const Outcome& outcome,
                             const Partnership& partnership) {
    const auto snapshot = partnership.snapshot();
    const auto& line = *outcome.line;
    const auto take_rules = [&](const std::string& id, Says says) {
        for (const auto part : base::split(id, '/')) {
            governance::Reason reason;
            const std::string rule(part);
            reason.rule = rule;
            reason.says = says;
            take_reason(partnership, reason, false);
            const governance::BodyId body(id.substr(0, id.find('/')));
            take_readings_of(*snapshot, body, part, outcome.effective);
        }
    };
    const auto listed = [&](std::string_view key) {
        std::set<std::string> ids;
        if (const auto* word = line.field(key)) {
            for (const auto id : base::split(*word->value, ',')) {
                ids.emplace(base::trim(id));
            }
        }
        return ids;
    };
    // What is expected not to be found: the rule named in it is kept.
    for (const auto& id : listed("excludes")) {
        take_rules(id, Says::complies);
    }
    const auto contained = listed("contains");
    for (const auto& finding :
         governance::findings(snapshot->state, snapshot->context(), outcome.effective)) {
        const auto* terms = contained.contains(finding.id)
                                ? governance::terms_at(snapshot->state, finding.body,
                                                       outcome.effective, snapshot->context())
                                : nullptr;
        if (terms == nullptr) {
            continue;
        }
        take_rules(finding.id, Says::breach);
        take_open_reading(partnership, finding);
        for (const auto& clause : finding.clauses) {
            count(counted_as(terms->terms.charter()), clause, Says::breach,
                  at_boundary(document, line, clause));
        }
    }
}

void Coverage::take_check(const Document& document, const Outcome& outcome,
                          const Partnership& partnership) {
    const auto& fields = outcome.line->fields;
    const auto what = fields.empty() ? std::string() : fields[0].text;
    if (what == "duties") {
        take_duties(document, outcome, partnership);
    } else if (what == "findings") {
        take_findings(document, outcome, partnership);
    } else {
        return;
    }
    take_adopted();
}

/// Something was expected under the readings the scenario has adopted, and was so.
void Coverage::take_adopted() {
    for (const auto& [interpretation, reading] : adopted_) {
        ++readings_[interpretation][reading];
    }
}

void Coverage::take_readings_up(const Outcome& outcome, const Partnership& partnership) {
    if (!outcome.position || !outcome.ruling) {
        return;
    }
    for (const auto& event : outcome.ruling->events) {
        if (const auto* adopted = std::get_if<governance::events::InterpretationAdopted>(&event)) {
            adopted_.emplace_back(counted_as(partnership, adopted->interpretation),
                                  adopted->reading);
        }
    }
}

void Coverage::take(const Document& document, const Outcome& outcome,
                    const Partnership& partnership) {
    const auto& line = *outcome.line;
    if (playing_ != document.file) {
        playing_ = document.file;
        adopted_.clear();
    }
    if (!outcome.differences.empty()) {
        return;
    }
    if (line.is_check()) {
        take_check(document, outcome, partnership);
        return;
    }
    if (line.expected) {
        take_adopted();
    }
    take_readings_up(outcome, partnership);
    ++acts_[line.act.text];
    if (!outcome.ruling) {
        return;
    }
    for (const auto& reason : outcome.ruling->reasons) {
        ++codes_[std::string(governance::code_name(reason.code))];
        take_reason(partnership, reason, at_boundary(document, line, reason.clause));
        for (const auto& used : reason.readings) {
            ++readings_[counted_as(partnership, used.interpretation)][used.reading];
        }
        for (const auto& other : reason.otherwise) {
            ++codes_[std::string(governance::code_name(other.code))];
            ++readings_[counted_as(partnership, other.reading.interpretation)]
                       [other.reading.reading];
        }
    }
}

void Coverage::take_charters(const Partnership& partnership) {
    for (const auto& held : partnership.sources().charters()) {
        if (is_sample(*held)) {
            continue;
        }
        for (const auto& rule : held->rules) {
            const auto needs = needs_of(rule);
            for (const auto& clause : clauses_of(rule)) {
                if (!needs.empty()) {
                    add_needs(clauses_[counted_as(*held)][clause].needs, needs);
                }
            }
        }
        for (const auto& interpretation : held->interpretations) {
            for (const auto& reading : interpretation.readings) {
                readings_[counted_as(*held) + "/" + interpretation.id].try_emplace(reading.name, 0);
            }
        }
    }
}

std::vector<std::string> Coverage::gaps() const {
    std::vector<std::string> out;
    for (const auto& row : governance::act_table()) {
        if (!acts_.contains(std::string(row.name))) {
            out.push_back("act " + std::string(row.name));
        }
    }
    for (const auto& [charter, clauses] : clauses_) {
        for (const auto& [clause, tally] : clauses) {
            for (const auto need : base::split(tally.needs, ' ')) {
                const int times = need == "shown"      ? tally.complies + tally.breach
                                  : need == "complies" ? tally.complies
                                  : need == "breach"   ? tally.breach
                                                       : tally.boundary;
                if (!need.empty() && times == 0) {
                    out.push_back("clause " + charter + " " + clause + " " + std::string(need));
                }
            }
        }
    }
    for (const auto code : governance::code_names) {
        if (!codes_.contains(std::string(code))) {
            out.push_back("code " + std::string(code));
        }
    }
    for (const auto& [interpretation, readings] : readings_) {
        for (const auto& [reading, times] : readings) {
            if (times == 0) {
                out.push_back("reading " + interpretation + " " + reading);
            }
        }
    }
    return out;
}

std::vector<std::string> ratchet(const std::vector<std::string>& gaps, std::string_view list) {
    std::set<std::string> listed;
    for (const auto line : base::split(list, '\n')) {
        const auto trimmed = base::trim(line);
        const bool waits = trimmed.starts_with("waits ");
        if (!trimmed.empty() && trimmed.front() != '#' && !waits) {
            listed.emplace(trimmed);
        }
    }
    std::vector<std::string> out;
    for (const auto& gap : gaps) {
        if (listed.erase(gap) == 0) {
            out.push_back("new gap: " + gap);
        }
    }
    for (const auto& closed : listed) {
        out.push_back("no gap any more, take it off the list: " + closed);
    }
    return out;
}

} // namespace quorate::partnership::scenario
