#include "partnership/whatif/asked.hpp"

#include "base/text.hpp"
#include "charter/decode.hpp"
#include "charter/params.hpp"
#include "charter/toml_reader.hpp"

#include <algorithm>
#include <set>

namespace quorate::partnership {
namespace {

using base::fail;
using charter::Charter;
using charter::Terms;
using governance::CompiledTerms;
using governance::Overlay;
using governance::OverlayChange;

constexpr std::size_t change_bytes_max = 4000;

/// "Did you mean kp.quorum?", else what to do.
std::string meant(std::string_view word, const std::vector<std::string>& candidates,
                  std::string otherwise) {
    const auto near = base::nearest(word.substr(0, 80), candidates);
    return near.empty() ? std::move(otherwise) : "Did you mean " + near + "?";
}

/// A text with its dates taken off its end.
struct Dated {
    std::string text;
    base::Instant from = OverlayChange::earliest;
    base::Instant until = OverlayChange::latest;
};

/// Takes "from <date>" and "until <date>" off the end of a text.
Result<Dated> dated(std::string_view written, const base::Zone& zone) {
    constexpr std::string_view from_word = " from ";
    constexpr std::string_view until_word = " until ";
    Dated out{" " + std::string(base::trim(written)), OverlayChange::earliest,
              OverlayChange::latest};
    for (int i = 0; i < 2; ++i) {
        const auto from = out.text.rfind(from_word);
        const auto until = out.text.rfind(until_word);
        const bool is_until =
            until != std::string::npos && (from == std::string::npos || from < until);
        const auto at = is_until ? until : from;
        if (at == std::string::npos) {
            break;
        }
        const auto word = is_until ? until_word : from_word;
        const auto rest = base::trim(std::string_view(out.text).substr(at + word.size()));
        if (rest.find_first_of("\"']}") != std::string_view::npos) {
            break; // the word stands inside the value
        }
        const auto date = base::parse_date(rest);
        if (!date) {
            return fail(std::string(base::trim(written)),
                        "\"" + std::string(rest) + "\" is not a date",
                        "Write" + std::string(word) + "with a date such as 2008-07-01");
        }
        (is_until ? out.until : out.from) = zone.start_of(*date);
        out.text.resize(at);
    }
    out.text = std::string(base::trim(out.text));
    if (out.until <= out.from) {
        return fail(std::string(base::trim(written)), "it ends before it begins",
                    "Change one of the dates");
    }
    return out;
}

/// What terms of the record, or charters asked about, have that a change may name.
struct Known {
    std::vector<const CompiledTerms*> terms;
    std::vector<std::shared_ptr<const Charter>> asked; ///< charters asked about
};

std::vector<std::string> rule_ids(const Known& known) {
    std::set<std::string> out;
    for (const auto* compiled : known.terms) {
        for (const auto* rule : compiled->terms.rules()) {
            out.insert(rule->id);
        }
    }
    for (const auto& charter : known.asked) {
        for (const auto& rule : charter->rules) {
            out.insert(rule.id);
        }
    }
    return {out.begin(), out.end()};
}

/// Every charter that writes the rule.
std::vector<std::pair<std::shared_ptr<const Charter>, const Terms*>>
writers_of(const Known& known, std::string_view rule) {
    std::vector<std::pair<std::shared_ptr<const Charter>, const Terms*>> out;
    const auto add = [&](const std::shared_ptr<const Charter>& charter, const Terms* terms) {
        const bool there = std::any_of(out.begin(), out.end(), [&](const auto& pair) {
            return pair.first->digest == charter->digest;
        });
        if (!there && charter->rule(rule) != nullptr) {
            out.emplace_back(charter, terms);
        }
    };
    for (const auto* compiled : known.terms) {
        for (const auto& source : compiled->terms.sources()) {
            add(source, &compiled->terms);
        }
    }
    for (const auto& charter : known.asked) {
        add(charter, nullptr);
    }
    return out;
}

/// The value as a charter would have it; a single word such as 1/3, 10wd or void needs no quotation
/// marks here.
Result<charter::Value> value_of(const std::string& where, std::string_view text) {
    charter::Problems problems;
    const auto toml = charter::read_toml("v = " + std::string(text), {}, problems);
    if (toml && problems.empty() && toml->members.size() == 1) {
        return toml->members.front().value;
    }
    const bool one_word = !text.empty() && text.find_first_of(" \t\n\"'[]{},") == text.npos;
    if (!one_word) {
        return fail(where, "\"" + std::string(text) + "\" is not a value",
                    "Write it as a charter does, such as \"1/3\", 4, true or [\"member\"]");
    }
    charter::Value out;
    out.type = charter::ValueType::string;
    out.text = std::string(text);
    return out;
}

/// What check() has against a charter with other parameters that it has not against it as it is.
std::optional<charter::Diagnostic> new_problem(const Charter& charter, const Terms* terms,
                                               std::string_view rule,
                                               const std::string& overrides) {
    std::vector<std::shared_ptr<const Charter>> others;
    if (terms != nullptr) {
        others.assign(terms->sources().begin(), terms->sources().end());
    }
    // A reading of the rule would hide what is laid over it.
    auto plain = charter;
    std::erase_if(plain.interpretations, [&](const auto& one) { return one.rule == rule; });
    auto changed = plain;
    for (auto& one : changed.rules) {
        if (one.id == rule) {
            charter::lay_over(overrides, one.params, one.effect);
        }
    }
    const auto before = charter::check(plain, vocabulary(), others);
    for (const auto& problem : charter::check(changed, vocabulary(), others)) {
        const bool old = std::any_of(before.begin(), before.end(), [&](const auto& other) {
            return other.message == problem.message && other.place.line == problem.place.line;
        });
        if (!old) {
            return problem;
        }
    }
    return std::nullopt;
}

Result<OverlayChange> parameter_change(const Known& known, const std::string& subject,
                                       std::string_view text) {
    const auto ids = rule_ids(known);
    const auto dot = subject.rfind('.');
    const auto is_rule = [&](std::string_view id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    if (is_rule(subject)) {
        return fail(subject, "this is a whole rule, and no parameter of it is named",
                    "Write the parameter after it, such as " + subject + ".at_least");
    }
    const auto rule = subject.substr(0, dot);
    if (dot == std::string::npos || !is_rule(rule)) {
        return fail(subject, "there is no rule " + rule,
                    meant(rule, ids, "Write rule.parameter = value, with a rule of the terms"));
    }
    auto value = value_of(subject, text);
    if (!value) {
        return tl::unexpected(value.error());
    }
    charter::Value table;
    table.members.push_back({subject.substr(dot + 1), {}, std::move(*value)});
    const auto overrides = charter::to_json(table);
    for (const auto& [charter, terms] : writers_of(known, rule)) {
        const auto* written = charter->rule(rule);
        if (written->kind == charter::Kind::apply || written->kind == charter::Kind::param) {
            return fail(subject, "what a charter applies is settled when its terms are made",
                        "Ask about a whole charter in its place");
        }
        auto params = written->params;
        auto effect = written->effect;
        charter::Problems problems;
        charter::lay_over(table, params, effect, problems);
        if (!problems.empty()) {
            return fail(subject, problems.front().message, problems.front().help);
        }
        if (const auto problem = new_problem(*charter, terms, rule, overrides)) {
            return fail(subject, problem->message, problem->help);
        }
    }
    OverlayChange out;
    out.what = governance::ParameterChange{rule, overrides};
    return out;
}

Result<OverlayChange> reading_change(const Known& known, const std::string& subject,
                                     std::string_view text) {
    std::vector<std::string> names;
    std::vector<std::string> readings;
    const auto consider = [&](const std::string& charter, const charter::Interpretation& one) {
        names.push_back(charter + "/" + one.id);
        if (names.back() == subject) {
            for (const auto& reading : one.readings) {
                readings.push_back(reading.name);
            }
        }
    };
    for (const auto* compiled : known.terms) {
        for (const auto& in_force : compiled->terms.readings()) {
            consider(std::string(in_force.charter), *in_force.interpretation);
        }
    }
    for (const auto& charter : known.asked) {
        for (const auto& one : charter->interpretations) {
            consider(charter->name, one);
        }
    }
    if (readings.empty()) {
        return fail(subject, "there is no interpretation " + subject,
                    meant(subject, names, "Write charter/interpretation = reading"));
    }
    std::string reading(base::trim(text));
    if (reading.size() > 1 && reading.front() == '"' && reading.back() == '"') {
        reading = reading.substr(1, reading.size() - 2);
    }
    if (std::find(readings.begin(), readings.end(), reading) == readings.end()) {
        std::sort(readings.begin(), readings.end());
        readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
        return fail(subject, "the interpretation has no reading \"" + reading + "\"",
                    meant(reading, readings, "Its readings are " + base::list_words(readings)));
    }
    OverlayChange out;
    out.what = governance::ReadingUsed{subject, reading};
    return out;
}

Result<OverlayChange> change_of(const Known& known, std::string_view written,
                                const base::Zone& zone) {
    const std::string whole(base::trim(written));
    if (whole.size() > change_bytes_max) {
        return fail(whole.substr(0, 80), "the change is too long", "Ask about less at once");
    }
    const auto parts = dated(whole, zone);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const auto equals = parts->text.find('=');
    const auto subject = std::string(base::trim(std::string_view(parts->text).substr(0, equals)));
    if (equals == std::string::npos || subject.empty()) {
        return fail(whole, "this is not a change",
                    "Write it such as kp.quorum.at_least = 1/3 from 2008-07-01");
    }
    const auto value = base::trim(std::string_view(parts->text).substr(equals + 1));
    const bool reading = subject.find('/') != std::string::npos;
    auto out =
        reading ? reading_change(known, subject, value) : parameter_change(known, subject, value);
    if (out) {
        out->from = parts->from;
        out->until = parts->until;
    }
    return out;
}

Result<std::shared_ptr<const Charter>> charter_of(const Known& known, const CharterAsked& asked) {
    auto outcome = charter::parse(asked.bytes, asked.file);
    std::vector<std::shared_ptr<const Charter>> others;
    bool stands_for_one = false;
    for (const auto* compiled : known.terms) {
        for (const auto& source : compiled->terms.sources()) {
            const bool same_body = !source->body.empty() && source->body == outcome.charter.body;
            stands_for_one = stands_for_one || same_body || source->name == outcome.charter.name;
            if (std::find(others.begin(), others.end(), source) == others.end()) {
                others.push_back(source);
            }
        }
    }
    auto problems = std::move(outcome.problems);
    if (problems.empty()) {
        problems = charter::check(outcome.charter, vocabulary(), others);
    }
    if (!problems.empty()) {
        return fail("", problems.front().text(),
                    problems.size() == 1 ? "" : "There are more; see quorate charter check");
    }
    if (!stands_for_one) {
        return fail(asked.file,
                    "no body of this record has had a charter " + outcome.charter.name +
                        (outcome.charter.body.empty() ? "" : " or is " + outcome.charter.body),
                    "Give the charter the name, or the body, of the one it stands in place of");
    }
    return std::make_shared<const Charter>(std::move(outcome.charter));
}

/// Tries every terms under every stretch of the overlay, so that none fails later.
Result<void> try_all(const Known& known, const Overlay& overlay) {
    for (const auto* compiled : known.terms) {
        for (const auto at : overlay.turning_points()) {
            if (auto tried = overlay.try_terms(*compiled, at); !tried) {
                return tried;
            }
        }
    }
    return {};
}

} // namespace

std::vector<const CompiledTerms*> terms_of_record(const Snapshot& snapshot) {
    std::vector<const CompiledTerms*> out;
    snapshot.state.bodies.each([&](const governance::Body& body) {
        for (const auto& change : body.terms.changes()) {
            const auto* compiled = snapshot.context().compiled(*change.value, change.from);
            if (compiled != nullptr && std::find(out.begin(), out.end(), compiled) == out.end()) {
                out.push_back(compiled);
            }
        }
    });
    return out;
}

Result<std::shared_ptr<const Overlay>> overlay_of(const Snapshot& snapshot,
                                                  const OverlayAsked& asked) {
    const auto zone = base::Zone::find(snapshot.state.genesis->zone).value_or(base::Zone::utc());
    if (asked.changes.size() + asked.charters.size() > governance::overlay_changes_max) {
        return fail("", "too many changes are asked about at once",
                    "Ask about at most " + std::to_string(governance::overlay_changes_max));
    }
    Known known{terms_of_record(snapshot), {}};
    std::vector<OverlayChange> changes;
    for (const auto& one : asked.charters) {
        auto charter = charter_of(known, one);
        const auto when = dated(one.dates, zone);
        if (!charter || !when || !when->text.empty()) {
            return !charter ? tl::unexpected(charter.error())
                   : !when  ? tl::unexpected(when.error())
                            : fail(one.file, "\"" + when->text + "\" is not understood",
                                   "Write the date after the file, such as from 2008-07-01");
        }
        known.asked.push_back(*charter);
        changes.push_back({std::move(*charter), when->from, when->until});
    }
    for (const auto& written : asked.changes) {
        auto change = change_of(known, written, zone);
        if (!change) {
            return tl::unexpected(change.error());
        }
        changes.push_back(std::move(*change));
    }
    auto overlay =
        std::make_shared<const Overlay>(snapshot.context().charters(), std::move(changes));
    if (auto tried = try_all(known, *overlay); !tried) {
        return tl::unexpected(tried.error());
    }
    return overlay;
}

} // namespace quorate::partnership
