#include "charter/library.hpp"

#include "charter/apply.hpp"
#include "charter/params.hpp"
#include "charter/terms_builder.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace quorate::charter {
namespace {

struct DigestHash {
    std::size_t operator()(const base::Digest& digest) const {
        std::size_t out = 0;
        std::memcpy(&out, digest.data(), sizeof out);
        return out;
    }
};

struct SpecHash {
    std::size_t operator()(const TermsSpec& spec) const {
        std::size_t out = DigestHash{}(spec.charter);
        const auto mix = [&out](std::size_t part) { out = out * 1'000'003U ^ part; };
        for (const auto& [name, digest] : spec.imports) {
            mix(DigestHash{}(digest));
        }
        for (const auto& [name, reading] : spec.readings) {
            mix(std::hash<std::string>{}(name));
            mix(std::hash<std::string>{}(reading));
        }
        return out;
    }
};

base::Failure failure_of(const std::vector<Diagnostic>& problems) {
    const auto& first = problems.front();
    std::string rest;
    for (std::size_t i = 1; i < problems.size(); ++i) {
        rest += "\n" + problems[i].text();
    }
    auto text = first.text();
    const auto where =
        fmt::format("{}:{}:{}", first.place.file, first.place.line, first.place.column);
    return {where, text.substr(where.size() + 2) + rest, {}};
}

/// Fails when a reading of the spec belongs to a charter the terms are made of and is not one of
/// its readings.
base::Result<void> check_readings(const TermsSpec& spec, const Charter& charter,
                                  const std::vector<std::shared_ptr<const Charter>>& sources) {
    const auto check = [&](const Charter& one) -> base::Result<void> {
        for (const auto& [key, name] : spec.readings) {
            const auto slash = key.find('/');
            if (key.substr(0, slash) != one.name || slash == std::string::npos) {
                continue;
            }
            const auto* held = one.interpretation(key.substr(slash + 1));
            if (held == nullptr) {
                continue; // an amendment may have settled the question: the reading adopted before it is of no effect
            }
            if (held->reading(name) == nullptr) {
                return base::fail(key, "the interpretation has no reading \"" + name + "\"");
            }
        }
        return {};
    };
    auto result = check(charter);
    for (const auto& source : sources) {
        result = result ? check(*source) : std::move(result);
    }
    return result;
}

std::shared_ptr<const Charter> named(std::string_view name, const TermsChanges& changes) {
    for (const auto& other : changes.charters) {
        if (other->name == name) {
            return other;
        }
    }
    return nullptr;
}

/// The charter that stands in place of one, if any: of its name, else of its body.
std::shared_ptr<const Charter> instead_of(const Charter& held, const TermsChanges& changes) {
    if (auto same_name = named(held.name, changes)) {
        return same_name;
    }
    for (const auto& other : changes.charters) {
        if (!held.body.empty() && other->body == held.body) {
            return other;
        }
    }
    return nullptr;
}

} // namespace

struct Library::Held {
    mutable std::shared_mutex mutex;
    std::unordered_map<base::Digest, std::shared_ptr<const Charter>, DigestHash> by_digest;
    std::map<std::string, std::vector<std::shared_ptr<const Charter>>, std::less<>> by_name;
    std::unordered_map<TermsSpec, std::unique_ptr<const Terms>, SpecHash> terms;
};

Library::Library() : held_(std::make_unique<Held>()) {}
Library::~Library() = default;

base::Result<std::shared_ptr<const Charter>> Library::add(std::string_view bytes,
                                                          const std::string& file) {
    const auto digest = base::sha256(bytes);
    if (auto known = find(digest)) {
        return known;
    }
    auto outcome = parse(bytes, file);
    if (!outcome.problems.empty()) {
        return tl::unexpected<base::Failure>(failure_of(outcome.problems));
    }
    auto charter = std::make_shared<const Charter>(std::move(outcome.charter));
    const std::unique_lock lock(held_->mutex);
    const auto [at, is_new] = held_->by_digest.emplace(digest, charter);
    if (is_new) {
        auto& versions = held_->by_name[charter->name];
        const auto after = std::upper_bound(
            versions.begin(), versions.end(), charter,
            [](const auto& a, const auto& b) { return a->effective < b->effective; });
        versions.insert(after, charter);
    }
    return at->second;
}

std::shared_ptr<const Charter> Library::find(const base::Digest& digest) const {
    const std::shared_lock lock(held_->mutex);
    const auto found = held_->by_digest.find(digest);
    return found == held_->by_digest.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<const Charter>> Library::versions(std::string_view name) const {
    const std::shared_lock lock(held_->mutex);
    const auto found = held_->by_name.find(name);
    return found == held_->by_name.end() ? std::vector<std::shared_ptr<const Charter>>{}
                                         : found->second;
}

base::Result<const Terms*> Library::terms(const TermsSpec& spec) const {
    {
        const std::shared_lock lock(held_->mutex);
        const auto found = held_->terms.find(spec);
        if (found != held_->terms.end()) {
            return found->second.get();
        }
    }
    auto built = make(spec, {});
    if (!built) {
        return tl::unexpected<base::Failure>(built.error());
    }
    const std::unique_lock lock(held_->mutex);
    return held_->terms.try_emplace(spec, std::move(*built)).first->second.get();
}

base::Result<std::unique_ptr<const Terms>>
Library::changed_terms(const TermsSpec& spec, const TermsChanges& changes) const {
    if (!changes.charters.empty()) {
        return make(spec, changes);
    }
    const auto held = terms(spec);
    if (!held) {
        return tl::unexpected<base::Failure>(held.error());
    }
    return terms_with(**held, changes.parameters);
}

base::Result<std::unique_ptr<const Terms>> Library::make(const TermsSpec& spec,
                                                         const TermsChanges& changes) const {
    auto charter = find(spec.charter);
    if (charter == nullptr) {
        return base::fail(base::hex(spec.charter), "no charter with this SHA-256 is held",
                          "Add its bytes first");
    }
    if (auto other = instead_of(*charter, changes)) {
        charter = std::move(other);
    }
    const auto find_applied =
        [&](const ApplyRule& apply) -> base::Result<std::shared_ptr<const Charter>> {
        auto held = applied(spec, apply);
        if (auto other = held ? instead_of(**held, changes) : named(apply.charter, changes)) {
            return other;
        }
        // A charter put in place of another may apply one that this body never listed.
        const auto known = held ? decltype(versions({})){} : versions(apply.charter);
        return known.empty() || changes.charters.empty()
                   ? std::move(held)
                   : base::Result<std::shared_ptr<const Charter>>(known.back());
    };
    const auto reading_of = [&](const Charter& from,
                                const Interpretation& one) -> std::string_view {
        const auto key = from.name + "/" + one.id;
        for (const auto& [name, reading] : spec.readings) {
            if (name == key) {
                return reading;
            }
        }
        return one.standing;
    };
    auto resolution = resolve(*charter, find_applied, reading_of);
    if (!resolution.problems.empty()) {
        const auto& first = resolution.problems.front();
        const auto place = first.apply->place_of(first.key);
        return base::fail(fmt::format("{}:{}:{}", place.file, place.line, place.column),
                          first.message, first.help);
    }
    if (const auto good = check_readings(spec, *charter, resolution.sources); !good) {
        return tl::unexpected<base::Failure>(good.error());
    }
    for (const auto& [id, overrides] : changes.parameters) {
        for (auto& one : resolution.rules) {
            if (one.rule.id == id) {
                std::optional<Effect> effect = one.effect;
                lay_over(overrides, one.params, effect);
                one.effect = effect.value_or(one.effect);
            }
        }
    }
    return build_terms(charter, spec, std::move(resolution));
}

base::Result<std::shared_ptr<const Charter>> Library::applied(const TermsSpec& spec,
                                                              const ApplyRule& apply) const {
    if (apply.as == "amended") {
        for (const auto& [name, digest] : spec.imports) {
            if (name == apply.charter) {
                auto held = find(digest);
                return held ? base::Result<std::shared_ptr<const Charter>>(std::move(held))
                            : base::fail(name,
                                         fmt::format("charter {} with SHA-256 {} is not held", name,
                                                     base::hex(digest)),
                                         "Add its bytes first");
            }
        }
        return base::fail(apply.charter,
                          fmt::format("no version of charter {} is given", apply.charter),
                          "Adopt that charter first");
    }
    const auto date = base::parse_date(apply.as);
    std::shared_ptr<const Charter> newest;
    for (const auto& version : versions(apply.charter)) {
        if (date && version->effective <= *date) {
            newest = version;
        }
    }
    if (newest == nullptr) {
        return base::fail(
            apply.charter,
            fmt::format("no version of charter {} was in effect on {}", apply.charter, apply.as),
            "Add that version first");
    }
    return newest;
}

} // namespace quorate::charter
