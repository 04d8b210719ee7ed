#include "charter/terms.hpp"

#include "charter/params.hpp"
#include "charter/terms_builder.hpp"

#include <algorithm>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace quorate::charter {
namespace {

class BuiltTerms final : public Terms {
public:
    BuiltTerms(std::shared_ptr<const Charter> charter, TermsSpec spec, Resolution resolution)
        : resolved_(std::move(resolution.rules)) {
        charter_ = std::move(charter);
        spec_ = std::move(spec);
        sources_ = std::move(resolution.sources);
        sources_.insert(sources_.begin(), charter_);
        for (const auto& one : resolved_) {
            add(one);
        }
        std::apply([&](auto&... list) { (order(list), ...); }, by_kind_);
        join_body_rules();
        readings_ = std::move(resolution.of_charter);
        collect_readings();
        index();
    }

private:
    void add(const ResolvedRule& one) {
        rules_.push_back(&one.rule);
        if (one.disapplied_by != nullptr) {
            return; // known, and not in force: an enactment overrides it
        }
        std::visit(
            [&](const auto& params) {
                using P = std::remove_cvref_t<decltype(params)>;
                std::get<std::vector<InForce<P>>>(by_kind_).push_back(
                    InForce<P>{&one.rule, &params, one.effect, one.readings});
            },
            one.params);
    }

    [[nodiscard]] bool is_own(const Rule& rule) const { return rule.charter == charter_->name; }

    /// Puts each exception before the rule it is an exception to. Of a kind that has one rule for a
    /// body, an imported rule is left out when an own one is an exception to it.
    template <class P>
    void order(std::vector<InForce<P>>& list) const {
        constexpr int chain_max = 8;
        std::vector<InForce<P>> out = list;
        for (int pass = 0; pass < chain_max; ++pass) {
            const auto before = std::exchange(out, {});
            for (const auto& one : before) {
                const auto target = std::find_if(out.begin(), out.end(), [&](const auto& other) {
                    return other.rule->id == one.rule->exception_to;
                });
                out.insert(target, one);
            }
        }
        const auto hidden = [&](const InForce<P>& one) {
            return single_valued(one.rule->kind) && !is_own(*one.rule) &&
                   std::any_of(out.begin(), out.end(), [&](const auto& other) {
                       return is_own(*other.rule) && other.rule->exception_to == one.rule->id;
                   });
        };
        std::vector<InForce<P>> kept;
        for (const auto& one : out) {
            if (!hidden(one)) {
                kept.push_back(one);
            }
        }
        list = std::move(kept);
    }

    /// The first body rule says what all of them say of the body together, its own terms and the
    /// model's it applies: the first that says a thing counts, and lists are joined. The others
    /// stand after it as they are, for what each says under its own clause.
    void join_body_rules() {
        auto& rules = std::get<std::vector<InForce<BodyRule>>>(by_kind_);
        if (rules.size() < 2) {
            return;
        }
        body_ = *rules.front().params;
        body_readings_.assign(rules.front().readings.begin(), rules.front().readings.end());
        for (std::size_t i = 1; i < rules.size(); ++i) {
            const auto& other = rules[i];
            if (!other->id.empty() && !body_.id.empty() && other->id != body_.id) {
                continue; // of another body
            }
            boost::mp11::mp_for_each<
                boost::describe::describe_members<BodyRule, boost::describe::mod_public>>(
                [&](auto member) { join(body_.*member.pointer, other.params->*member.pointer); });
            body_readings_.insert(body_readings_.end(), other.readings.begin(),
                                  other.readings.end());
        }
        rules.front().params = &body_;
        rules.front().readings = body_readings_;
    }

    static void join(std::string& ours, const std::string& theirs) {
        if (ours.empty()) {
            ours = theirs;
        }
    }
    static void join(bool& ours, bool theirs) { ours = ours || theirs; }
    template <class T> static void join(std::optional<T>& ours, const std::optional<T>& theirs) {
        if (!ours) {
            ours = theirs;
        }
    }
    static void join(std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
        for (const auto& each : theirs) {
            if (std::find(ours.begin(), ours.end(), each) == ours.end()) {
                ours.push_back(each);
            }
        }
    }

    void collect_readings() {
        const auto include = [&](const ReadingInForce& reading) {
            if (std::none_of(readings_.begin(), readings_.end(), [&](const ReadingInForce& held) {
                    return held.interpretation == reading.interpretation;
                })) {
                readings_.push_back(reading);
            }
        };
        for (const auto& one : resolved_) {
            for (const auto& reading : one.readings) {
                include(reading);
            }
        }
    }

    void index() {
        rules_by_id_ = rules_;
        std::sort(rules_by_id_.begin(), rules_by_id_.end(),
                  [](const Rule* a, const Rule* b) { return a->id < b->id; });
        for (const auto& one : resolved_) {
            clauses_.emplace_back(&one.rule, one.source->clause(one.rule.clause));
        }
        std::sort(clauses_.begin(), clauses_.end(),
                  [](const auto& a, const auto& b) { return std::less<>{}(a.first, b.first); });
    }

    BodyRule body_; ///< what all body rules say together
    std::vector<ReadingInForce> body_readings_;
    std::vector<ResolvedRule> resolved_; ///< never changes after construction: others point into it
};

/// Other terms with some parameters changed.
class ChangedTerms final : public Terms {
public:
    ChangedTerms(const Terms& like,
                 const std::vector<std::pair<std::string, std::string>>& parameters) {
        sources_.assign(like.sources().begin(), like.sources().end());
        charter_ = sources_.front();
        spec_ = like.spec();
        readings_.assign(like.readings().begin(), like.readings().end());
        rules_.assign(like.rules().begin(), like.rules().end());
        rules_by_id_ = rules_;
        std::sort(rules_by_id_.begin(), rules_by_id_.end(),
                  [](const Rule* a, const Rule* b) { return a->id < b->id; });
        for (const auto* rule : rules_) {
            clauses_.emplace_back(rule, like.clause_of(*rule));
        }
        std::sort(clauses_.begin(), clauses_.end(),
                  [](const auto& a, const auto& b) { return std::less<>{}(a.first, b.first); });
        std::apply([&](auto&... list) { (take(like, parameters, list), ...); }, by_kind_);
    }

private:
    template <class P>
    void take(const Terms& like,
              const std::vector<std::pair<std::string, std::string>>& parameters,
              std::vector<InForce<P>>& list) {
        list.assign(like.all<P>().begin(), like.all<P>().end());
        for (auto& one : list) {
            for (const auto& [id, overrides] : parameters) {
                if (one.rule->id != id) {
                    continue;
                }
                auto& changed = changed_.emplace_back(std::make_unique<Params>(*one.params));
                std::optional<Effect> effect = one.effect;
                lay_over(overrides, *changed, effect);
                one.params = &std::get<P>(*changed);
                one.effect = effect.value_or(one.effect);
            }
        }
    }

    std::vector<std::unique_ptr<Params>> changed_;
};

} // namespace

std::unique_ptr<const Terms>
terms_with(const Terms& like, const std::vector<std::pair<std::string, std::string>>& parameters) {
    return std::make_unique<ChangedTerms>(like, parameters);
}

std::unique_ptr<const Terms> build_terms(std::shared_ptr<const Charter> charter, TermsSpec spec,
                                         Resolution resolution) {
    return std::make_unique<BuiltTerms>(std::move(charter), std::move(spec), std::move(resolution));
}

const Clause* Terms::clause_of(const Rule& rule) const {
    note(TermsListener::whole);
    const auto held = std::lower_bound(
        clauses_.begin(), clauses_.end(), &rule,
        [](const auto& pair, const Rule* wanted) { return std::less<>{}(pair.first, wanted); });
    if (held != clauses_.end() && held->first == &rule) {
        return held->second;
    }
    for (const auto& source : sources_) {
        if (source->name == rule.charter) {
            return source->clause(rule.clause);
        }
    }
    return nullptr;
}

const Rule* Terms::rule(std::string_view id) const {
    note(TermsListener::whole);
    const auto held = std::lower_bound(
        rules_by_id_.begin(), rules_by_id_.end(), id,
        [](const Rule* rule, std::string_view wanted) { return rule->id < wanted; });
    return held != rules_by_id_.end() && (*held)->id == id ? *held : nullptr;
}

} // namespace quorate::charter
