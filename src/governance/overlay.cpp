#include "governance/overlay.hpp"

#include "charter/params.hpp"

#include <algorithm>
#include <mutex>

namespace quorate::governance {
namespace {

using charter::Charter;
using charter::Terms;
using charter::TermsListener;

std::string name_of(const charter::ReadingInForce& reading) {
    return std::string(reading.charter) + "/" + reading.interpretation->id;
}

void read_otherwise(charter::TermsSpec& spec, const ReadingUsed& reading) {
    std::erase_if(spec.readings,
                  [&](const auto& pair) { return pair.first == reading.interpretation; });
    spec.readings.emplace_back(reading.interpretation, reading.reading);
    std::sort(spec.readings.begin(), spec.readings.end());
}

template <class P>
bool same(const charter::InForce<P>& a, const charter::InForce<P>& b) {
    if (a.rule == b.rule && a.params == b.params && a.effect == b.effect &&
        a.readings.data() == b.readings.data()) {
        return true;
    }
    const auto same_reading = [](const charter::ReadingInForce& one,
                                 const charter::ReadingInForce& other) {
        return one.charter == other.charter && one.interpretation->id == other.interpretation->id &&
               one.reading == other.reading;
    };
    return a.rule->id == b.rule->id && a.rule->exception_to == b.rule->exception_to &&
           a.effect == b.effect &&
           std::equal(a.readings.begin(), a.readings.end(), b.readings.begin(), b.readings.end(),
                      same_reading) &&
           charter::params_json(*a.params) == charter::params_json(*b.params);
}

template <class P>
bool same(std::span<const charter::InForce<P>> a, std::span<const charter::InForce<P>> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) { return same(one, other); });
}

bool same(const std::vector<Permission>& a, const std::vector<Permission>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Permission& one, const Permission& other) {
                          return same(*one.rule, *other.rule);
                      });
}

using Limits = std::vector<const charter::InForce<charter::LimitRule>*>;
bool same(const Limits& a, const Limits& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto* one, const auto* other) { return same(*one, *other); });
}

/// Adds the bit of every kind whose rules differ.
template <class... P>
void compare_kinds(const Terms& a, const Terms& b, TermsDifference& out,
                   const std::variant<P...>*) {
    ((out.asked |= same(a.all<P>(), b.all<P>()) ? 0 : TermsListener::kind<P>), ...);
}

bool same_whole(const Terms& a, const Terms& b) {
    const auto digests = [](const Terms& terms) {
        std::vector<base::Digest> out;
        for (const auto& source : terms.sources()) {
            out.push_back(source->digest);
        }
        return out;
    };
    const auto readings = [](const Terms& terms) {
        std::vector<std::string> out;
        for (const auto& reading : terms.readings()) {
            out.push_back(name_of(reading) + "=" + std::string(reading.reading));
        }
        return out;
    };
    return digests(a) == digests(b) && readings(a) == readings(b);
}

} // namespace

Overlay::Overlay(const charter::Library& charters, std::vector<OverlayChange> changes)
    : charters_(charters), changes_(std::move(changes)) {
    QUORATE_ASSERT(changes_.size() <= overlay_changes_max);
}

Overlay::Active Overlay::active_at(base::Instant at) const {
    Active out;
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        out[i] = changes_[i].from <= at && at < changes_[i].until;
    }
    return out;
}

std::vector<base::Instant> Overlay::turning_points() const {
    std::vector<base::Instant> out;
    for (const auto& change : changes_) {
        out.push_back(change.from);
        out.push_back(change.until);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool Overlay::concerns(const OverlayChange& change, const Terms& terms) const {
    if (const auto* parameter = std::get_if<ParameterChange>(&change.what)) {
        return terms.rule(parameter->rule) != nullptr;
    }
    if (const auto* reading = std::get_if<ReadingUsed>(&change.what)) {
        return std::any_of(terms.readings().begin(), terms.readings().end(),
                           [&](const auto& in_force) {
                               return name_of(in_force) == reading->interpretation &&
                                      in_force.reading != reading->reading;
                           });
    }
    const auto& other = *std::get<std::shared_ptr<const Charter>>(change.what);
    return std::any_of(terms.sources().begin(), terms.sources().end(), [&](const auto& source) {
        const bool same_body = !source->body.empty() && source->body == other.body;
        return (source->name == other.name || same_body) && source->digest != other.digest;
    });
}

base::Result<Overlay::Made> Overlay::make(const CompiledTerms& standing, const Key& key) const {
    auto spec = standing.terms.spec();
    charter::TermsChanges changes;
    bool concerned = false;
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        if (!Active(key.active)[i]) {
            continue;
        }
        const auto& what = changes_[i].what;
        // What a charter in place of another brings is known only once its terms are made.
        concerned = concerned || concerns(changes_[i], standing.terms);
        if (const auto* parameter = std::get_if<ParameterChange>(&what)) {
            changes.parameters.emplace_back(parameter->rule, parameter->overrides);
        } else if (const auto* reading = std::get_if<ReadingUsed>(&what)) {
            read_otherwise(spec, *reading);
        } else {
            changes.charters.insert(changes.charters.begin(),
                                    std::get<std::shared_ptr<const Charter>>(what));
        }
    }
    if (!concerned) {
        return Made{};
    }
    if (!key.interpretation.empty()) {
        read_otherwise(spec, {key.interpretation, key.reading});
    }
    auto terms = charters_.changed_terms(spec, changes);
    if (!terms) {
        return tl::unexpected<base::Failure>(terms.error());
    }
    Made out;
    out.terms = std::move(*terms);
    out.compiled = std::make_unique<const CompiledTerms>(*out.terms);
    return out;
}

const CompiledTerms* Overlay::in_place_of(const CompiledTerms& standing, base::Instant at,
                                          const ReadingUsed* otherwise) const {
    const auto active = active_at(at);
    if (active.none()) {
        return nullptr;
    }
    const Key key{&standing.terms, active.to_ulong(),
                  otherwise == nullptr ? std::string() : otherwise->interpretation,
                  otherwise == nullptr ? std::string() : otherwise->reading};
    {
        const std::shared_lock lock(mutex_);
        const auto found = made_.find(key);
        if (found != made_.end()) {
            return found->second.compiled.get();
        }
    }
    auto* const listener = std::exchange(charter::terms_listener, nullptr);
    auto made = make(standing, key);
    charter::terms_listener = listener;
    const std::unique_lock lock(mutex_);
    return made_.try_emplace(key, made ? std::move(*made) : Made{}).first->second.compiled.get();
}

base::Result<void> Overlay::try_terms(const CompiledTerms& standing, base::Instant at) const {
    const Key key{&standing.terms, active_at(at).to_ulong(), {}, {}};
    auto made = make(standing, key);
    if (!made) {
        return tl::unexpected<base::Failure>(made.error());
    }
    const std::unique_lock lock(mutex_);
    made_.try_emplace(key, std::move(*made));
    return {};
}

TermsDifference difference(const CompiledTerms& a, const CompiledTerms& b) {
    TermsDifference out;
    if (&a == &b) {
        return out;
    }
    compare_kinds(a.terms, b.terms, out, static_cast<const charter::Params*>(nullptr));
    if (!same_whole(a.terms, b.terms)) {
        out.asked |= TermsListener::whole;
    }
    for (std::size_t act = 0; act < act_count; ++act) {
        out.acts[act] =
            !same(a.permissions[act], b.permissions[act]) || !same(a.limits[act], b.limits[act]);
    }
    return out;
}

} // namespace quorate::governance
