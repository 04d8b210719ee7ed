#ifndef QUORATE_GOVERNANCE_BODIES_SEGMENTS_HPP
#define QUORATE_GOVERNANCE_BODIES_SEGMENTS_HPP
// A body's terms over time, worked out from the charters it adopted, the charters those apply, and
// its readings.

#include "governance/state.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace quorate::governance {

/// A charter applied, as an act writes it: "name=digest" with 64 hex digits. Empty when it is not
/// of that form.
std::optional<std::pair<std::string, base::Digest>> parse_applied(std::string_view text);

/// What makes up a body's terms at an instant.
struct TermsBasis {
    charter::TermsSpec spec;
    std::string calendar; ///< SHA-256 in hex; empty for the newest of its name
};
/// Empty before the body's first charter. An applied charter that another body has amended since
/// stands as amended.
std::optional<TermsBasis> terms_basis(const State& state, const Body& body, base::Instant instant);

/// True when the body has, at some time, adopted the charter or applied it.
bool relies_on(const Body& body, std::string_view charter);

/// Makes the body's segments of terms anew.
void rebuild_terms(State& state, const BodyId& body);
/// The same for every body that relies on a charter.
void rebuild_terms_relying_on(State& state, std::string_view charter);

} // namespace quorate::governance

#endif
