#include "charter/apply.hpp"
#include "charter/check_parts.hpp"
#include "charter/decode.hpp"
#include "charter/library.hpp"
#include "charter/source.hpp"
#include "charter/value.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quorate::charter {
namespace {

using Charters = std::vector<std::shared_ptr<const Charter>>;

/// The newest version of a charter, or the newest by a date.
base::Result<std::shared_ptr<const Charter>> version_of(const ApplyRule& apply,
                                                        const Charters& others) {
    const auto date = base::parse_date(apply.as);
    std::shared_ptr<const Charter> newest;
    bool name_known = false;
    for (const auto& one : others) {
        const bool named = one->name == apply.charter;
        name_known = name_known || named;
        if (named && (!date || one->effective <= *date) &&
            (newest == nullptr || newest->effective <= one->effective)) {
            newest = one;
        }
    }
    if (newest != nullptr) {
        return newest;
    }
    if (name_known) {
        return base::fail(
            "",
            fmt::format("no version of charter {} was in effect on {}", apply.charter, apply.as),
            "Name a later date, or \"amended\"");
    }
    return base::fail("", fmt::format("there is no charter \"{}\" to apply", apply.charter),
                      "Check the name, and that its file is given too");
}

void check_apply(const Checking& checking) {
    for (const auto& problem : checking.resolution.problems) {
        checking.add(problem.apply->place_of(problem.key), problem.message, problem.help);
    }
}

void check_clauses_bound(const Checking& checking) {
    std::set<std::string_view> bound;
    for (const auto& rule : checking.charter.rules) {
        bound.insert(rule.clauses.begin(), rule.clauses.end());
    }
    const SourceLines lines(checking.charter.bytes);
    for (const auto& clause : checking.charter.clauses) {
        if (bound.count(clause.number) != 0) {
            continue;
        }
        const auto line = lines.line(clause.line);
        const auto bold = line.find("**");
        const int column =
            bold == std::string_view::npos ? 1 : character_count(line.substr(0, bold)) + 1;
        checking.add(
            {checking.charter.file, clause.line, column},
            fmt::format("clause {} has no rule, and is marked neither aim nor fact", clause.number),
            "Bind a rule to it, or name it in ```rule aim or ```rule fact");
    }
}

/// Where two readings of different interpretations set one parameter differently.
void check_pair(const Checking& checking, const Interpretation& a, const Interpretation& b) {
    std::set<std::string> told;
    for (const auto& first : a.readings) {
        const auto set_by_first = from_json(first.overrides, {});
        for (const auto& second : b.readings) {
            const auto set_by_second = from_json(second.overrides, {});
            for (const auto& member : set_by_second.members) {
                const auto* other = set_by_first.find(member.name);
                if (other != nullptr && to_json(other->value) != to_json(member.value) &&
                    told.insert(member.name).second) {
                    checking.add(b.place_of("readings." + second.name + "." + member.name),
                                 fmt::format("interpretations {} (line {}) and {} both set \"{}\"",
                                             a.id, a.place.line, b.id, member.name),
                                 "Let one of them set it");
                }
            }
        }
    }
}

void check_interpretations(const Checking& checking) {
    const auto& all = checking.charter.interpretations;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[i].rule == all[j].rule) {
                check_pair(checking, all[i], all[j]);
            }
        }
    }
}

bool in_clauses(const Charter& charter, const Rule& rule, std::string_view words) {
    return std::any_of(rule.clauses.begin(), rule.clauses.end(), [&](const std::string& number) {
        const auto* clause = charter.clause(number);
        return clause != nullptr && clause->text.find(words) != std::string::npos;
    });
}

/// What a fact says of the words of its clause must fit them: a word said to be without a meaning
/// stands there, and a statement says what it is about.
void check_statements(const Checking& checking) {
    for (const auto& rule : checking.charter.rules) {
        const auto* fact = std::get_if<FactRule>(&rule.params);
        if (fact == nullptr) {
            continue;
        }
        for (std::size_t i = 0; i < fact->undefined.size(); ++i) {
            if (!in_clauses(checking.charter, rule, fact->undefined[i])) {
                checking.add(rule.place_of(fmt::format("undefined[{}]", i)),
                             fmt::format("clause {} does not say \"{}\"", rule.clause,
                                         fact->undefined[i]),
                             "Give the words as they stand in the clause");
            }
        }
        if (fact->about.empty() != fact->states.empty()) {
            checking.add(rule.place_of(fact->about.empty() ? "states" : "about"),
                         fact->about.empty() ? "it is not said what this states something about"
                                             : "it is not said what is stated",
                         "Give both about and states, or neither");
        }
    }
}

/// Every enactment a rule comes from is named in the front matter, and each rule one takes out of
/// force is there.
void check_enactments(const Checking& checking) {
    std::vector<std::string> names;
    for (const auto& one : checking.charter.enactments) {
        names.push_back(one.id);
    }
    for (const auto& rule : checking.charter.rules) {
        if (!rule.enactment.empty() && checking.charter.enactment(rule.enactment) == nullptr) {
            checking.add(
                rule.place_of("enactment"),
                fmt::format("no enactment \"{}\" is named", rule.enactment),
                suggestion(rule.enactment, names, "Add it to the front matter as [[enactment]]"));
        }
    }
    std::vector<std::string> ids;
    for (const auto& one : checking.resolution.rules) {
        ids.push_back(one.rule.id);
    }
    for (const auto& one : checking.charter.enactments) {
        for (const auto& id : one.disapplies) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
                checking.add(
                    one.place,
                    fmt::format("enactment {} overrides rule {}, which is not there", one.id, id),
                    suggestion(id, ids, "Name a rule of this charter or of one it applies"));
            }
        }
    }
}

} // namespace

std::vector<Diagnostic> check(const Charter& charter, const Vocabulary& vocabulary,
                              const std::vector<std::shared_ptr<const Charter>>& others) {
    std::vector<Diagnostic> out;
    const FindCharter find_charter = [&](const ApplyRule& apply) {
        return version_of(apply, others);
    };
    const ReadingOf reading_of = standing_reading;
    const auto resolution = resolve(charter, find_charter, reading_of);
    const Checking checking{charter, vocabulary, resolution, out};
    check_apply(checking);
    check_clauses_bound(checking);
    check_interpretations(checking);
    check_enactments(checking);
    check_statements(checking);
    check_order(checking);
    check_values(checking);
    check_names(checking);
    std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    if (out.size() > diagnostics_max) {
        out.resize(diagnostics_max);
    }
    return out;
}

} // namespace quorate::charter
