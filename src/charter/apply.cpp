#include "charter/apply.hpp"

#include "base/text.hpp"
#include "charter/decode.hpp"
#include "charter/params.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace quorate::charter {
namespace {

/// A rule while the charters are being followed.
struct Step {
    ResolvedRule resolved;
    std::string via; ///< id of the apply rule of the charter being read that brought it
};

/// The effect of a charter's rules that state none, and the reading it rests on.
struct DefaultEffect {
    Effect effect = Effect::recorded;
    std::vector<ReadingInForce> readings;
};

class Resolver {
public:
    Resolver(const FindCharter& find, const ReadingOf& reading_of)
        : find_(find), reading_of_(reading_of) {}

    Resolution resolve(const Charter& charter) {
        root_ = &charter;
        auto steps = read(charter);
        for (const auto& one : charter.interpretations) {
            if (const auto* reading = one.rule.empty() ? chosen(charter, one) : nullptr) {
                out_.of_charter.push_back({&one, charter.name, reading->name});
            }
        }
        for (auto& step : steps) {
            for (const auto& one : charter.enactments) {
                const auto& ids = one.disapplies;
                if (std::find(ids.begin(), ids.end(), step.resolved.rule.id) != ids.end()) {
                    step.resolved.disapplied_by = &one;
                }
            }
            out_.rules.push_back(std::move(step.resolved));
        }
        return std::move(out_);
    }

private:
    std::vector<Step> read(const Charter& charter) {
        chain_.push_back(charter.name);
        std::vector<Step> steps;
        std::unordered_set<std::string> ids;
        const auto standard = default_effect(charter);
        std::vector<std::pair<const Rule*, std::size_t>> applies;
        for (const auto& rule : charter.rules) {
            ids.insert(rule.id);
            if (rule.kind == Kind::apply) {
                applies.emplace_back(&rule, steps.size());
            }
            steps.push_back(Step{own(charter, rule, standard), {}});
        }
        for (const auto& [rule, index] : applies) {
            if (&charter == root_) {
                root_apply_ = rule;
            }
            const auto apply = steps[index].resolved; // a copy: steps grow below
            for (auto& step : brought(apply)) {
                if (ids.insert(step.resolved.rule.id).second) {
                    step.via = rule->id;
                    steps.push_back(std::move(step));
                }
            }
        }
        chain_.pop_back();
        return steps;
    }

    DefaultEffect default_effect(const Charter& charter) const {
        DefaultEffect out{charter.default_effect, {}};
        for (const auto& one : charter.interpretations) {
            if (!one.rule.empty()) {
                continue;
            }
            const auto* reading = chosen(charter, one);
            const auto overrides = reading != nullptr ? from_json(reading->overrides, {}) : Value{};
            if (const auto* member = overrides.find("default_effect")) {
                Problems problems;
                Decoder(problems).read("default_effect", member->value, out.effect);
                out.readings.push_back({&one, charter.name, reading->name});
            }
        }
        return out;
    }

    const Reading* chosen(const Charter& charter, const Interpretation& one) const {
        const auto* reading = one.reading(reading_of_(charter, one));
        return reading != nullptr ? reading : one.reading(one.standing);
    }

    ResolvedRule own(const Charter& charter, const Rule& rule,
                     const DefaultEffect& standard) const {
        ResolvedRule out;
        out.rule = rule;
        out.rule.charter = charter.name;
        out.params = rule.params;
        out.source = &charter;
        auto effect = rule.effect;
        for (const auto& one : charter.interpretations) {
            if (one.rule != rule.id) {
                continue;
            }
            if (const auto* reading = chosen(charter, one)) {
                lay_over(reading->overrides, out.params, effect);
                out.readings.push_back({&one, charter.name, reading->name});
            }
        }
        const bool ruled = !recorded_only(rule.kind);
        if (!effect && ruled) {
            out.readings.insert(out.readings.end(), standard.readings.begin(),
                                standard.readings.end());
        }
        out.effect = effect.value_or(standard.effect);
        return out;
    }

    void problem(std::string key, std::string message, std::string help) {
        if (chain_.size() > 1) {
            message = fmt::format("in {}: {}", chain_.back(), message);
        }
        out_.problems.push_back({root_apply_, std::move(key), std::move(message), std::move(help)});
    }

    std::vector<Step> brought(const ResolvedRule& rule) {
        const auto& apply = std::get<ApplyRule>(rule.params);
        if (std::find(chain_.begin(), chain_.end(), apply.charter) != chain_.end()) {
            const auto message =
                fmt::format("the charters apply each other in a circle: {} applies {}",
                            base::join(chain_, " applies "), apply.charter);
            out_.problems.push_back(
                {root_apply_, "charter", message, "Leave one of the apply rules out"});
            return {};
        }
        if (chain_.size() > apply_depth_max || ++steps_ > apply_steps_max) {
            problem("charter", "the charters apply each other too many times over",
                    fmt::format("At most {} levels and {} apply rules are followed",
                                apply_depth_max, apply_steps_max));
            return {};
        }
        auto found = find_(apply);
        if (!found) {
            problem("charter", found.error().message, found.error().help);
            return {};
        }
        const auto& imported = **found;
        keep(*found);
        auto steps = selected(apply, imported, read(imported));
        for (auto& step : steps) {
            auto& in = step.resolved;
            substitute_names(in.rule.params, apply.substitute);
            substitute_names(in.params, apply.substitute);
            in.rule.cited_clause = rule.rule.clause;
            for (const auto& reading : rule.readings) {
                if (reading.interpretation->rule == rule.rule.id) {
                    in.readings.push_back(reading);
                }
            }
            in.brought_by = root_apply_;
        }
        return steps;
    }

    void keep(const std::shared_ptr<const Charter>& charter) {
        if (std::find(out_.sources.begin(), out_.sources.end(), charter) == out_.sources.end()) {
            out_.sources.push_back(charter);
        }
    }

    /// Those of the other charter's rules that the apply rule names.
    std::vector<Step> selected(const ApplyRule& apply, const Charter& imported,
                               std::vector<Step> steps) {
        const auto named = [&](std::string_view id) {
            return std::find(apply.rules.begin(), apply.rules.end(), id) != apply.rules.end();
        };
        for (std::size_t i = 0; i < apply.rules.size(); ++i) {
            const auto& id = apply.rules[i];
            if (id != "*" && std::none_of(steps.begin(), steps.end(), [&](const Step& step) {
                    return step.resolved.rule.id == id;
                })) {
                std::vector<std::string> ids;
                for (const auto& step : steps) {
                    ids.push_back(step.resolved.rule.id);
                }
                problem(fmt::format("rules[{}]", i),
                        fmt::format("charter {} has no rule {}", imported.name, id),
                        suggestion(id, ids, "Name a rule of that charter, or \"*\" for all"));
            }
        }
        std::vector<Step> out;
        for (auto& step : steps) {
            const auto kind = step.resolved.rule.kind;
            const bool of_charter_itself = kind == Kind::body || kind == Kind::apply ||
                                           kind == Kind::aim || kind == Kind::fact ||
                                           kind == Kind::param;
            const bool by_id = named(step.resolved.rule.id) && kind != Kind::apply;
            if (by_id || (!of_charter_itself && (named("*") || named(step.via)))) {
                out.push_back(std::move(step));
            }
        }
        return out;
    }

    const FindCharter& find_;
    const ReadingOf& reading_of_;
    const Charter* root_ = nullptr;
    const Rule* root_apply_ = nullptr;
    std::vector<std::string> chain_;
    int steps_ = 0;
    Resolution out_;
};

} // namespace

Resolution resolve(const Charter& charter, const FindCharter& find, const ReadingOf& reading_of) {
    return Resolver(find, reading_of).resolve(charter);
}

std::string_view standing_reading(const Charter&, const Interpretation& interpretation) {
    return interpretation.standing;
}

} // namespace quorate::charter
