#include "charter/model.hpp"

#include "base/ids.hpp"
#include "base/text.hpp"
#include "charter/decode.hpp"
#include "charter/holes.hpp"
#include "charter/params.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quorate::charter {
namespace {

constexpr std::int64_t number_max = 1'000'000;

base::Result<void> does_not_fit(const ParamRule& hole, std::string message, std::string help) {
    return base::fail(hole.name, std::move(message), std::move(help));
}

bool is_whole_number(std::string_view text) {
    if (text.empty() || text.size() > 7 || text.front() == '0' ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return false;
    }
    return std::stoll(std::string(text)) <= number_max;
}

const ParamRule* find_hole(const std::vector<const ParamRule*>& holes, std::string_view name) {
    const auto found = std::find_if(holes.begin(), holes.end(),
                                    [&](const auto* hole) { return hole->name == name; });
    return found == holes.end() ? nullptr : *found;
}

base::Result<std::vector<Filled>> checked(const Charter& model, const Filling& filling) {
    const auto holes = model.holes();
    std::vector<Filled> out;
    for (const auto& [name, value] : filling.values) {
        const auto* hole = find_hole(holes, name);
        if (hole == nullptr) {
            std::vector<std::string> names;
            for (const auto* one : holes) {
                names.push_back(one->name);
            }
            return base::fail(name, fmt::format("{} has no hole \"{}\"", model.name, name),
                              suggestion(name, names, "Its holes are " + base::list_words(names)));
        }
        if (const auto fits = check_value(*hole, value); !fits) {
            return tl::unexpected<base::Failure>(fits.error());
        }
        const auto trimmed = std::string(base::trim(value));
        out.push_back({name, hole->type, trimmed, in_prose(hole->type, trimmed)});
    }
    return out;
}

bool is_filled(const std::vector<Filled>& filled, std::string_view name) {
    return std::any_of(filled.begin(), filled.end(),
                       [&](const Filled& one) { return one.name == name; });
}

/// The text without the param blocks of holes that are filled.
std::string without_blocks(const Charter& model, std::string_view text,
                           const std::vector<Filled>& filled) {
    std::set<int> first_lines;
    for (const auto& rule : model.rules) {
        const auto* hole = std::get_if<ParamRule>(&rule.params);
        if (hole != nullptr && is_filled(filled, hole->name)) {
            first_lines.insert(rule.place.line);
        }
    }
    std::string out;
    const SourceLines lines(text);
    bool in_block = false;
    bool after_block = false;
    for (int number = 1; number <= lines.count(); ++number) {
        const auto line = lines.line(number);
        if (first_lines.count(number) != 0) {
            in_block = true;
        } else if (in_block) {
            in_block = base::trim(line) != "```";
            after_block = !in_block;
        } else if (!(after_block && base::trim(line).empty())) {
            out += line;
            out += number < lines.count() ? "\n" : "";
            after_block = false;
        }
    }
    return out;
}

std::string toml_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + "\"";
}

/// Puts the new name, the model and the values into the front matter.
std::string with_origin(const Charter& model, std::string_view text, const Filling& filling) {
    std::string out;
    std::size_t start = 0;
    int fences = 0;
    while (start < text.size()) {
        const auto end = std::min(text.find('\n', start), text.size() - 1) + 1;
        const auto line = text.substr(start, end - start);
        const auto trimmed = base::trim(line);
        const bool named = fences == 1 && trimmed.substr(0, 7) == "charter" &&
                           base::trim(trimmed.substr(7)).substr(0, 1) == "=";
        fences += trimmed == "+++" && fences < 2 ? 1 : 0;
        if (named) {
            out += fmt::format("charter = {}\nmodel = {}\nmodel_digest = \"{}\"\n",
                               toml_string(filling.charter), toml_string(model.name),
                               base::hex(model.digest));
        } else if (fences == 2 && trimmed == "+++" &&
                   out.find("\n[params]\n") == std::string::npos) {
            out += "\n[params]\n";
            for (const auto& [name, value] : filling.values) {
                out += fmt::format("{} = {}\n", name, toml_string(base::trim(value)));
            }
            out += line;
        } else {
            out += line;
        }
        start = end;
    }
    return out;
}

std::vector<const Rule*> rules_of(const Charter& charter) {
    std::vector<const Rule*> out;
    for (const auto& rule : charter.rules) {
        if (rule.kind != Kind::param) {
            out.push_back(&rule);
        }
    }
    return out;
}

void compare_clauses(const Charter& model, const Charter& instance, std::vector<Difference>& out) {
    for (const auto& clause : model.clauses) {
        const auto* here = instance.clause(clause.number);
        if (here == nullptr) {
            out.push_back(
                {DifferenceKind::clause_left_out, clause.number, {}, {}, clause.text, {}});
        } else if (here->text != clause.text) {
            out.push_back(
                {DifferenceKind::clause_reworded, clause.number, {}, {}, clause.text, here->text});
        }
    }
    for (const auto& clause : instance.clauses) {
        if (model.clause(clause.number) == nullptr) {
            out.push_back({DifferenceKind::clause_added, clause.number, {}, {}, {}, clause.text});
        }
    }
}

/// A parameter's JSON as people read it.
std::string value_words(const std::string& json) {
    return json == "null" || json == "\"\"" || json == "[]" ? "not said" : json;
}

std::string effect_words(const Rule& rule) {
    return !rule.effect                    ? "not stated"
           : *rule.effect == Effect::void_ ? "takes no effect"
                                           : "recorded";
}

void compare_rule(const Rule& model, const Rule& here, std::vector<Difference>& out) {
    const auto changed = [&](std::string key, std::string before, std::string after) {
        out.push_back({DifferenceKind::rule_changed, here.clause, here.id, std::move(key),
                       std::move(before), std::move(after)});
    };
    if (model.kind != here.kind) {
        changed("kind", kind_name(model.kind), kind_name(here.kind));
        return;
    }
    const auto before = params_texts(model.params);
    const auto after = params_texts(here.params);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].second != after[i].second) {
            changed(before[i].first, value_words(before[i].second), value_words(after[i].second));
        }
    }
    if (model.effect != here.effect) {
        changed("effect", effect_words(model), effect_words(here));
    }
}

void compare_rules(const Charter& model, const Charter& instance, std::vector<Difference>& out) {
    for (const auto* rule : rules_of(model)) {
        const auto* here = instance.rule(rule->id);
        if (here == nullptr) {
            out.push_back({DifferenceKind::rule_left_out,
                           rule->clause,
                           rule->id,
                           {},
                           params_json(rule->params),
                           {}});
        } else {
            compare_rule(*rule, *here, out);
        }
    }
    for (const auto* rule : rules_of(instance)) {
        if (model.rule(rule->id) == nullptr) {
            out.push_back({DifferenceKind::rule_added,
                           rule->clause,
                           rule->id,
                           {},
                           {},
                           params_json(rule->params)});
        }
    }
}

bool same_readings(const Interpretation& a, const Interpretation& b) {
    return a.readings.size() == b.readings.size() &&
           std::equal(a.readings.begin(), a.readings.end(), b.readings.begin(),
                      [](const auto& x, const auto& y) {
                          return x.name == y.name && x.overrides == y.overrides;
                      });
}

void compare_interpretations(const Charter& model, const Charter& instance,
                             std::vector<Difference>& out) {
    for (const auto& one : model.interpretations) {
        const auto* here = instance.interpretation(one.id);
        if (here == nullptr) {
            out.push_back({DifferenceKind::interpretation_left_out,
                           one.clause,
                           one.id,
                           {},
                           one.question,
                           {}});
        } else if (here->standing != one.standing) {
            out.push_back({DifferenceKind::interpretation_changed, one.clause, one.id, "default",
                           one.standing, here->standing});
        } else if (!same_readings(one, *here)) {
            out.push_back({DifferenceKind::interpretation_changed, one.clause, one.id, "readings",
                           one.question, here->question});
        }
    }
    for (const auto& one : instance.interpretations) {
        if (model.interpretation(one.id) == nullptr) {
            out.push_back(
                {DifferenceKind::interpretation_added, one.clause, one.id, {}, {}, one.question});
        }
    }
}

} // namespace

base::Result<void> check_value(const ParamRule& hole, std::string_view value) {
    const auto trimmed = base::trim(value);
    if (trimmed.empty()) {
        return does_not_fit(hole, fmt::format("\"{}\" is empty", hole.label),
                            "Fill it in, or leave the hole open");
    }
    if (trimmed.size() > hole_value_bytes_max) {
        return does_not_fit(hole, fmt::format("\"{}\" has {} bytes", hole.label, trimmed.size()),
                            fmt::format("Write at most {}", hole_value_bytes_max));
    }
    const bool broken = trimmed.find("{{") != std::string_view::npos ||
                        trimmed.find("}}") != std::string_view::npos || !base::is_utf8(trimmed) ||
                        std::any_of(trimmed.begin(), trimmed.end(), [](char c) {
                            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
                        });
    if (broken) {
        return does_not_fit(
            hole,
            fmt::format("\"{}\" has a line break or characters that cannot stand here", hole.label),
            "Write it on one line, without {{ or }}");
    }
    if (hole.type == ParamType::number && !is_whole_number(trimmed)) {
        return does_not_fit(hole,
                            fmt::format("\"{}\" is {}, not a whole number", hole.label, trimmed),
                            "Write a whole number from 1, such as 4");
    }
    if (hole.type == ParamType::date && !base::parse_date(trimmed)) {
        return does_not_fit(hole, fmt::format("\"{}\" is {}, not a date", hole.label, trimmed),
                            "Write it as 2008-02-27");
    }
    if (hole.type == ParamType::id &&
        (!base::is_id(trimmed) || trimmed.find_first_of("/():.") != std::string_view::npos)) {
        return does_not_fit(hole,
                            fmt::format("\"{}\" is {}, which cannot be an id", hole.label, trimmed),
                            "Use lower-case letters, digits and hyphens");
    }
    return {};
}

base::Result<std::string> instantiate(const Charter& model, const Filling& filling) {
    if (model.holes().empty()) {
        return base::fail(model.name, "the charter has no holes to fill", "Choose model terms");
    }
    if (!base::is_id(filling.charter) ||
        filling.charter.find_first_of("/():.") != std::string::npos) {
        return base::fail("charter", fmt::format("\"{}\" cannot name a charter", filling.charter),
                          "Use lower-case letters, digits and hyphens");
    }
    if (filling.charter == model.name) {
        return base::fail("charter", "the new charter cannot have the name of its model",
                          "Choose another name");
    }
    auto filled = checked(model, filling);
    if (!filled) {
        return tl::unexpected<base::Failure>(filled.error());
    }
    // Blocks go first: filling keeps lines, and the places of the model's rules count its lines.
    auto text = with_origin(model, fill_holes(without_blocks(model, model.bytes, *filled), *filled),
                            filling);
    const auto outcome = parse(text, filling.charter + ".md");
    if (!outcome.problems.empty()) {
        const auto& first = outcome.problems.front();
        return base::fail(fmt::format("{}:{}", first.place.file, first.place.line), first.message,
                          first.help);
    }
    return text;
}

base::Result<std::vector<Difference>> differences_from_model(const Charter& model,
                                                             const Charter& instance) {
    const auto bytes = instantiate(model, {instance.name, instance.params});
    if (!bytes) {
        return tl::unexpected<base::Failure>(bytes.error());
    }
    const auto expected = parse(*bytes, instance.name + ".md").charter;
    std::vector<Difference> out;
    compare_clauses(expected, instance, out);
    compare_rules(expected, instance, out);
    compare_interpretations(expected, instance, out);
    for (const auto* hole : instance.holes()) {
        out.push_back({DifferenceKind::hole_open, {}, hole->name, {}, hole->label, {}});
    }
    return out;
}

std::string words(const Difference& one) {
    switch (one.kind) {
    case DifferenceKind::clause_added:
        return fmt::format("Clause {} is not in the model: {}", one.clause, one.here);
    case DifferenceKind::clause_left_out:
        return fmt::format("Clause {} of the model is left out: {}", one.clause, one.in_model);
    case DifferenceKind::clause_reworded:
        return fmt::format("Clause {} is worded otherwise. Model: {} Here: {}", one.clause,
                           one.in_model, one.here);
    case DifferenceKind::rule_added:
        return fmt::format("Rule {} of clause {} is not in the model", one.rule, one.clause);
    case DifferenceKind::rule_left_out:
        return fmt::format("Rule {} of the model's clause {} is left out", one.rule, one.clause);
    case DifferenceKind::rule_changed:
        return fmt::format("Rule {} of clause {}: {} is {}, in the model {}", one.rule, one.clause,
                           one.key, one.here, one.in_model);
    case DifferenceKind::interpretation_added:
        return fmt::format("Question {} of clause {} is not in the model: {}", one.rule, one.clause,
                           one.here);
    case DifferenceKind::interpretation_left_out:
        return fmt::format("Question {} of the model is left out: {}", one.rule, one.in_model);
    case DifferenceKind::interpretation_changed:
        return fmt::format("Question {} of clause {}: {} is {}, in the model {}", one.rule,
                           one.clause, one.key, one.here, one.in_model);
    case DifferenceKind::hole_open:
        return fmt::format("Not filled in: {}", one.in_model.empty() ? one.rule : one.in_model);
    }
    return {};
}

} // namespace quorate::charter
