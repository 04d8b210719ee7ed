#include "governance/context.hpp"

#include "governance/lookup.hpp"

#include <algorithm>
#include <map>
#include <shared_mutex>

namespace quorate::governance {

CompiledTerms::CompiledTerms(const charter::Terms& from) : terms(from) {
    for (const auto& rule : terms.all<charter::MayRule>()) {
        Roles who;
        for (const auto& name : rule->who) {
            if (const auto role = parse_role(name)) {
                who.add(*role);
            }
        }
        for (const auto& act : rule->acts) {
            if (const auto index = act_index(act); index < act_count) {
                permissions[index].push_back({&rule, who});
            }
        }
    }
    for (const auto& rule : terms.all<charter::LimitRule>()) {
        for (const auto& act : rule->acts) {
            if (const auto index = act_index(act); index < act_count) {
                limits[index].push_back(&rule);
            }
        }
    }
}

/// Compiled terms by the library's own terms, kept for as long as the context.
struct Context::Cache {
    std::shared_mutex mutex;
    std::unordered_map<const charter::Terms*, std::unique_ptr<CompiledTerms>> by_terms;

    /// Standing terms and the one reading changed.
    struct Otherwise {
        const CompiledTerms* standing;
        std::string interpretation;
        std::string reading;
        friend auto operator<=>(const Otherwise&, const Otherwise&) = default;
    };
    std::map<Otherwise, const CompiledTerms*> by_reading;

    const CompiledTerms* find(const Otherwise& key) {
        const std::shared_lock lock(mutex);
        const auto found = by_reading.find(key);
        return found == by_reading.end() ? nullptr : found->second;
    }
    void keep(const Otherwise& key, const CompiledTerms* made) {
        const std::unique_lock lock(mutex);
        by_reading.emplace(key, made);
    }

    const CompiledTerms* compile(const charter::Terms& terms) {
        {
            const std::shared_lock lock(mutex);
            const auto found = by_terms.find(&terms);
            if (found != by_terms.end()) {
                return found->second.get();
            }
        }
        const std::unique_lock lock(mutex);
        auto& held = by_terms[&terms];
        if (!held) {
            held = std::make_unique<CompiledTerms>(terms);
        }
        return held.get();
    }
};

Context::Context(const charter::Library& charters, const calendar::CalendarLibrary& calendars)
    : charters_(charters), calendars_(calendars), cache_(std::make_shared<Cache>()) {}

const CompiledTerms* Context::compiled(const TermsSegment& segment, base::Instant at) const {
    const auto* terms = standing(segment);
    if (terms == nullptr) {
        return nullptr;
    }
    const auto* instead =
        instead_ == nullptr ? nullptr : instead_->in_place_of(*terms, at, switched_ ? &*switched_ : nullptr);
    if (instead != nullptr) {
        terms = instead;
    } else if (switched_) {
        terms = compiled_otherwise(*terms);
    }
    if (terms != nullptr) {
        charter::note_asked(terms->terms, at);
    }
    return terms;
}

const CompiledTerms* Context::standing(const TermsSegment& segment) const {
    if (const auto* known = segment.compiled.load(std::memory_order_acquire)) {
        return known;
    }
    const auto terms = charters_.terms(segment.spec);
    if (!terms) {
        return nullptr;
    }
    const auto* made = cache_->compile(**terms);
    segment.compiled.store(made, std::memory_order_release);
    return made;
}

/// Terms with one interpretation read otherwise; worked out once for each reading.
const CompiledTerms* Context::compiled_otherwise(const CompiledTerms& standing) const {
    const Cache::Otherwise key{&standing, switched_->interpretation, switched_->reading};
    if (const auto* known = cache_->find(key)) {
        return known;
    }
    auto spec = standing.terms.spec();
    std::erase_if(spec.readings, [&](const auto& pair) { return pair.first == switched_->interpretation; });
    spec.readings.emplace_back(switched_->interpretation, switched_->reading);
    std::sort(spec.readings.begin(), spec.readings.end());
    const auto terms = charters_.terms(spec);
    if (!terms) {
        return nullptr;
    }
    const auto* made = cache_->compile(**terms);
    cache_->keep(key, made);
    return made;
}

Context Context::under(const ReadingUsed& reading) const {
    Context other = *this;
    other.switched_ = reading;
    return other;
}

Context Context::over(std::shared_ptr<const TermsInstead> instead) const {
    Context other = *this;
    other.instead_ = std::move(instead);
    return other;
}

} // namespace quorate::governance
