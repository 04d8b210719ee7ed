#include "partnership/scenario/coverage.hpp"

#include "base/text.hpp"
#include "governance/act_table.hpp"
#include "governance/duties/duties.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::partnership::scenario {
namespace {

using charter::Kind;
using governance::Says;

/// What the rules of a kind can show. A body, its classes, its responsibilities, what it applies,
/// who may do what and what nobody may are shown by any ruling that cites them; the others can be
/// kept and broken; those with a number have a boundary.
std::string_view needs_of(Kind kind) {
    switch (kind) {
    case Kind::aim:
    case Kind::fact:
        return "";
    case Kind::body:
    case Kind::class_:
    case Kind::responsibility:
    case Kind::delegation:
    case Kind::may:
    case Kind::limit:
    case Kind::apply:
        return "shown";
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
            home = held->name;
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
            count(held->name, reason.cited_clause, reason.says, boundary);
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
        take_reason(partnership, reason, at_boundary(document, line, duty.clause));
    }
}

void Coverage::take(const Document& document, const Outcome& outcome,
                    const Partnership& partnership) {
    const auto& line = *outcome.line;
    if (!outcome.differences.empty()) {
        return;
    }
    if (line.is_check()) {
        if (!line.fields.empty() && line.fields[0].text == "duties") {
            take_duties(document, outcome, partnership);
        }
        return;
    }
    ++acts_[line.act.text];
    if (!outcome.ruling) {
        return;
    }
    for (const auto& reason : outcome.ruling->reasons) {
        ++codes_[std::string(governance::code_name(reason.code))];
        take_reason(partnership, reason, at_boundary(document, line, reason.clause));
        for (const auto& used : reason.readings) {
            ++readings_[used.interpretation][used.reading];
        }
        for (const auto& other : reason.otherwise) {
            ++codes_[std::string(governance::code_name(other.code))];
            ++readings_[other.reading.interpretation][other.reading.reading];
        }
    }
}

void Coverage::take_charters(const Partnership& partnership) {
    for (const auto& held : partnership.sources().charters()) {
        for (const auto& rule : held->rules) {
            const auto needs = needs_of(rule.kind);
            for (const auto& clause : clauses_of(rule)) {
                if (!needs.empty()) {
                    add_needs(clauses_[held->name][clause].needs, needs);
                }
            }
        }
        for (const auto& interpretation : held->interpretations) {
            for (const auto& reading : interpretation.readings) {
                readings_[held->name + "/" + interpretation.id].try_emplace(reading.name, 0);
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
        if (!trimmed.empty() && trimmed.front() != '#') {
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
