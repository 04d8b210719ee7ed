#include "governance/bodies/segments.hpp"

#include <map>
#include <set>

namespace quorate::governance {
namespace {

using Imports = std::map<std::string, base::Digest>;

std::optional<base::Digest> digest_of(const CharterInForce& charter) {
    const auto digest = base::parse_hex_digest(charter.digest);
    return digest ? std::optional(*digest) : std::nullopt;
}

void add_missing(Imports& imports, const std::vector<std::string>& applies) {
    for (const auto& text : applies) {
        if (auto applied = parse_applied(text)) {
            imports.insert(std::move(*applied));
        }
    }
}

/// The last change, up to an instant and after `since`, by which any body brought the named charter
/// into force.
const Timeline<CharterInForce>::Change* amended(const State& state, std::string_view name,
                                                base::Instant since, base::Instant until) {
    const Timeline<CharterInForce>::Change* latest = nullptr;
    state.bodies.each([&](const Body& body) {
        for (const auto& change : body.charters.changes()) {
            const bool meant =
                change.value.charter == name && since < change.from && change.from <= until;
            if (meant && (latest == nullptr || latest->from <= change.from)) {
                latest = &change;
            }
        }
    });
    return latest;
}

/// The charters applied: as the body listed them, then as amended since, with what an amended one
/// needs besides.
Imports imports_of(const State& state, const Timeline<CharterInForce>::Change& own,
                   base::Instant instant) {
    Imports imports;
    add_missing(imports, own.value.applies);
    const auto listed = imports;
    for (const auto& [name, digest] : listed) {
        const auto* change = amended(state, name, own.from, instant);
        if (const auto newer = change == nullptr ? std::nullopt : digest_of(change->value)) {
            imports[name] = *newer;
            add_missing(imports, change->value.applies);
        }
    }
    return imports;
}

/// The latest reading of each interpretation by an instant, of the charters named.
std::map<std::string, std::string> readings_of(const Body& body, const std::string& charter,
                                               const Imports& imports, base::Instant instant) {
    std::map<std::string, const ReadingAdopted*> latest;
    for (const auto& adopted : body.readings) {
        const auto name = adopted.interpretation.substr(0, adopted.interpretation.find('/'));
        if (adopted.effective > instant || (name != charter && !imports.contains(name))) {
            continue;
        }
        auto& held = latest[adopted.interpretation];
        if (held == nullptr || held->effective <= adopted.effective) {
            held = &adopted;
        }
    }
    std::map<std::string, std::string> readings;
    for (const auto& [interpretation, adopted] : latest) {
        readings.emplace(interpretation, adopted->reading);
    }
    return readings;
}

/// Every instant at which the body's terms may change.
std::set<base::Instant> turning_points(const State& state, const Body& body) {
    std::set<base::Instant> out;
    std::set<std::string> applied;
    for (const auto& change : body.charters.changes()) {
        out.insert(change.from);
        for (const auto& text : change.value.applies) {
            applied.insert(text.substr(0, text.find('=')));
        }
    }
    for (const auto& adopted : body.readings) {
        out.insert(adopted.effective);
    }
    state.bodies.each([&](const Body& other) {
        for (const auto& change : other.charters.changes()) {
            if (applied.contains(change.value.charter)) {
                out.insert(change.from);
            }
        }
    });
    return out;
}

} // namespace

std::optional<std::pair<std::string, base::Digest>> parse_applied(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return {};
    }
    const auto digest = base::parse_hex_digest(text.substr(equals + 1));
    if (!digest) {
        return {};
    }
    return std::pair(std::string(text.substr(0, equals)), *digest);
}

std::optional<TermsBasis> terms_basis(const State& state, const Body& body, base::Instant instant) {
    const auto* own = body.charters.change_at(instant);
    const auto digest = own == nullptr ? std::nullopt : digest_of(own->value);
    if (!digest) {
        return {};
    }
    const auto imports = imports_of(state, *own, instant);
    const auto readings = readings_of(body, own->value.charter, imports, instant);
    TermsBasis basis;
    basis.spec.charter = *digest;
    basis.spec.imports.assign(imports.begin(), imports.end());
    basis.spec.readings.assign(readings.begin(), readings.end());
    basis.calendar = own->value.calendar;
    return basis;
}

bool relies_on(const Body& body, std::string_view charter) {
    for (const auto& change : body.charters.changes()) {
        if (change.value.charter == charter) {
            return true;
        }
        for (const auto& text : change.value.applies) {
            if (std::string_view(text).substr(0, text.find('=')) == charter) {
                return true;
            }
        }
    }
    return false;
}

void rebuild_terms(State& state, const BodyId& id) {
    const auto* body = state.bodies.find(id);
    if (body == nullptr) {
        return;
    }
    Timeline<std::shared_ptr<const TermsSegment>> terms;
    std::optional<TermsBasis> before;
    for (const auto instant : turning_points(state, *body)) {
        auto basis = terms_basis(state, *body, instant);
        const bool same =
            before && basis && before->spec == basis->spec && before->calendar == basis->calendar;
        if (basis && !same) {
            auto segment = std::make_shared<TermsSegment>();
            segment->spec = basis->spec;
            segment->calendar = basis->calendar;
            terms.set(instant, std::move(segment));
            before = std::move(basis);
        }
    }
    state.bodies.write(id).terms = std::move(terms);
}

void rebuild_terms_relying_on(State& state, std::string_view charter) {
    std::vector<BodyId> relying;
    state.bodies.each([&](const Body& body) {
        if (relies_on(body, charter)) {
            relying.push_back(body.id);
        }
    });
    for (const auto& id : relying) {
        rebuild_terms(state, id);
    }
}

} // namespace quorate::governance
