#include "views/desk/what_if.hpp"

#include "base/text.hpp"
#include "charter/library.hpp"
#include "charter/params.hpp"
#include "charter/wording.hpp"
#include "governance/codec.hpp"
#include "partnership/whatif/asked.hpp"
#include "partnership/whatif/shelf.hpp"
#include "partnership/whatif/whatif.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;
using partnership::History;

namespace {

std::string about_words(const Ground& ground, const ActSubject& about) {
    auto out = about.meeting ? ground.meeting(*about.meeting).name
               : about.body  ? ground.body(*about.body).name
                             : std::string();
    return about.item ? out + ", item " + std::to_string(*about.item) : out;
}

/// Both rulings of one act, each under its own terms.
FlipShown flip_shown(const Ground& ground, const History& history,
                     const partnership::FlipExplained& explained,
                     const std::shared_ptr<const Overlay>& overlay) {
    const auto& act = history.at(explained.flip.position);
    const auto about = subject_of(act.submission.act);
    const auto& row = row_of(act.submission.act);
    const auto at = act.submission.effective;
    FlipShown out;
    out.position = explained.flip.position;
    out.act = row.name;
    out.help = row.help;
    out.about = about_words(ground, about);
    out.meeting = about.meeting ? about.meeting->value : "";
    out.effective = ground.moment(about.body.value_or(BodyId{}), at);
    out.verdict_changes = explained.flip.kind == partnership::FlipKind::verdict;
    out.follows = explained.flip.follows;
    out.was = ruling_shown(ground, explained.was, about.body, at);
    const auto over = ground.context().over(overlay);
    const auto* terms = about.body ? terms_at(ground.state(), *about.body, at, over) : nullptr;
    out.would_be = ruling_shown_under(ground, explained.would_be, terms, about.body, at);
    return out;
}

/// "The Riverside Board, 4.10: quorum. Half of the members make a quorum …"
std::string title_of(const std::string& body, const charter::Rule& rule, const std::string& words) {
    constexpr std::size_t words_max = 60;
    auto begun = words;
    if (begun.size() > words_max) {
        begun = begun.substr(0, begun.rfind(' ', words_max)) + " …";
    }
    auto kind = charter::kind_name(rule.kind);
    std::replace(kind.begin(), kind.end(), '-', ' ');
    return body + (rule.clause.empty() ? "" : ", " + rule.clause) + ": " + kind + ". " + begun;
}

bool is_ruled(charter::Kind kind) {
    using charter::Kind;
    return kind != Kind::aim && kind != Kind::fact && kind != Kind::apply && kind != Kind::param;
}

bool is_own(const CompiledTerms& compiled, const charter::Rule& rule) {
    const auto& own = compiled.terms.charter().rules;
    return std::any_of(own.begin(), own.end(),
                       [&](const charter::Rule& each) { return each.id == rule.id; });
}

/// Rules the terms have themselves, or those they take from elsewhere.
enum class RulesFrom { own_terms, elsewhere };

void add_rules(const Ground& ground, const CompiledTerms& compiled, RulesFrom from,
               std::string_view chosen, std::set<std::string>& seen, WhatIfChoices& out) {
    const auto body = ground.body(BodyId(compiled.terms.charter().body)).name;
    const auto names = known_names(ground);
    for (const auto* rule : compiled.terms.rules()) {
        const bool wanted = is_own(compiled, *rule) == (from == RulesFrom::own_terms);
        if (!wanted || !is_ruled(rule->kind) || !seen.insert(rule->id).second) {
            continue;
        }
        auto words = rule_words(names, *rule, rule->params);
        out.rules.push_back({rule->id, title_of(body, *rule, words), words});
        if (rule->id == chosen) {
            for (auto& [name, value] : charter::params_texts(rule->params)) {
                out.parameters.push_back({name, value == "null" ? "" : std::move(value)});
            }
        }
    }
}

void add_interpretations(const CompiledTerms& compiled, std::set<std::string>& seen,
                         WhatIfChoices& out) {
    for (const auto& in_force : compiled.terms.readings()) {
        const auto& one = *in_force.interpretation;
        WhatIfInterpretation shown{std::string(in_force.charter) + "/" + one.id, one.question, {}};
        for (const auto& reading : one.readings) {
            shown.readings.push_back(
                {reading.name, reading_words(reading), reading.name == in_force.reading});
        }
        if (seen.insert(shown.id).second) {
            out.interpretations.push_back(std::move(shown));
        }
    }
}

} // namespace

std::optional<WhatIfChoices> what_if_choices(const Reader& reader, std::string_view rule) {
    const auto& ground = reader.ground();
    if (!ground.see.audit()) {
        return std::nullopt;
    }
    WhatIfChoices out;
    std::set<std::string> rules;
    std::set<std::string> interpretations;
    auto terms = partnership::terms_of_record(*ground.snapshot);
    std::reverse(terms.begin(), terms.end()); // the newest version of a rule comes first
    // A rule is called by the body whose own terms have it, whoever else applies it.
    for (const auto from : {RulesFrom::own_terms, RulesFrom::elsewhere}) {
        for (const auto* compiled : terms) {
            add_rules(ground, *compiled, from, rule, rules, out);
        }
    }
    for (const auto* compiled : terms) {
        add_interpretations(*compiled, interpretations, out);
    }
    return out;
}

namespace {

/// A change as it is written, in words: which rule or question it is about, and what it is now.
std::string change_words(const Reader& reader, std::string_view change) {
    const auto equals = change.find('=');
    const auto left = base::trim(change.substr(0, equals));
    auto right = equals == std::string_view::npos ? std::string_view()
                                                  : base::trim(change.substr(equals + 1));
    std::string since;
    if (const auto from = right.rfind(" from "); from != std::string_view::npos) {
        if (const auto date = base::parse_date(base::trim(right.substr(from + 6)))) {
            since = ", from " + base::words(*date);
            right = base::trim(right.substr(0, from));
        }
    }
    const auto dot = left.rfind('.');
    const auto choices =
        what_if_choices(reader, dot == std::string_view::npos ? left : left.substr(0, dot));
    for (const auto& one : choices->interpretations) {
        for (const auto& reading : one.readings) {
            if (one.id == left && reading.name == right) {
                return one.question + " " + reading.words + since;
            }
        }
    }
    for (const auto& rule : choices->rules) {
        if (dot == std::string_view::npos || rule.id != left.substr(0, dot)) {
            continue;
        }
        const auto name = left.substr(dot + 1);
        std::string now;
        for (const auto& parameter : choices->parameters) {
            now = parameter.name == name && !parameter.value.empty()
                      ? " (now " + parameter.value + ")"
                      : now;
        }
        return rule.title + " " + plain_name(name) + ": " + std::string(right) + now + since;
    }
    return {};
}

} // namespace

base::Result<WhatIfAnswer> what_if(const Reader& reader, const WhatIfQuestion& question) {
    const auto& ground = reader.ground();
    QUORATE_ASSERT(ground.see.audit());
    if (question.changes.size() > what_if_changes_max) {
        return base::fail("", "too many changes are asked about at once",
                          "Ask about at most " + std::to_string(what_if_changes_max));
    }
    const auto overlay = partnership::overlay_of(*ground.snapshot, {question.changes, {}});
    if (!overlay) {
        return tl::unexpected(overlay.error());
    }
    const auto first =
        static_cast<std::size_t>((std::max<std::int64_t>(question.page, 1) - 1) * flips_on_a_page);
    WhatIfAnswer out;
    const auto asked = partnership::with_history(ground.partnership, [&](const History& history) {
        const auto mode =
            question.strict ? partnership::WhatIfMode::strict : partnership::WhatIfMode::rejudge;
        const auto answer = partnership::what_if(
            history, {*overlay, mode, {first, static_cast<std::size_t>(flips_on_a_page)}, false});
        out.entries = answer.entries;
        out.judged_again = answer.judged_again;
        out.verdicts = answer.count(partnership::FlipKind::verdict);
        out.reasons = answer.count(partnership::FlipKind::reasons);
        for (const auto& explained : answer.explained) {
            out.flips.push_back(flip_shown(ground, history, explained, *overlay));
        }
    });
    if (!asked) {
        return tl::unexpected(asked.error());
    }
    out.changes = question.changes;
    for (const auto& change : question.changes) {
        out.changes_words.push_back(change_words(reader, change));
    }
    out.strict = question.strict;
    out.page = std::max<std::int64_t>(question.page, 1);
    out.pages = std::max<std::int64_t>(1, (out.verdicts + out.reasons + flips_on_a_page - 1) /
                                              flips_on_a_page);
    return out;
}

} // namespace quorate::views
