#ifndef QUORATE_GOVERNANCE_TEXT_HPP
#define QUORATE_GOVERNANCE_TEXT_HPP
// Free text in acts and events. In the record it is only a salted digest; the words live in the vault.

#include "base/hash.hpp"

#include <optional>
#include <string>

namespace quorate::governance {

/// Words that may have to be restricted or erased. As submitted it holds `words`; once sealed it holds `digest`, and
/// nothing in this layer ever looks behind it: rules ask only whether it is given.
struct Text {
    std::string words;
    std::optional<base::Digest> digest;

    [[nodiscard]] bool given() const { return digest.has_value() || !words.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

} // namespace quorate::governance

#endif
