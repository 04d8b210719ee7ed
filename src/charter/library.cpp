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
    auto charter = find(spec.charter);
    if (charter == nullptr) {
        return base::fail(base::hex(spec.charter), "no charter with this SHA-256 is held",
                          "Add its bytes first");
    }
    const auto find_applied = [&](const ApplyRule& apply) { return applied(spec, apply); };
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
    auto built = build_terms(charter, spec, std::move(resolution));
    const std::unique_lock lock(held_->mutex);
    return held_->terms.try_emplace(spec, std::move(built)).first->second.get();
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
