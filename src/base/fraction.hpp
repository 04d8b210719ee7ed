#ifndef QUORATE_BASE_FRACTION_HPP
#define QUORATE_BASE_FRACTION_HPP
// Exact fractions: thresholds are never rounded.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::base {

/// A fraction with a positive denominator, both parts at most one million. Written "1/2" or "1".
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    friend bool operator==(const Fraction&, const Fraction&) = default;

    /// part is at least this fraction of whole (inclusive): part * den >= whole * num.
    [[nodiscard]] bool reached_by(std::int64_t part, std::int64_t whole) const {
        return part * denominator >= whole * numerator;
    }
    /// part is more than this fraction of whole (strict).
    [[nodiscard]] bool exceeded_by(std::int64_t part, std::int64_t whole) const {
        return part * denominator > whole * numerator;
    }
    /// The smallest whole number that reaches this fraction of whole: 1/2 of 15 is 8.
    [[nodiscard]] std::int64_t least_reaching(std::int64_t whole) const {
        return (whole * numerator + denominator - 1) / denominator;
    }
    /// The smallest whole number that exceeds this fraction of whole: more than 1/2 of 10 is 6.
    [[nodiscard]] std::int64_t least_exceeding(std::int64_t whole) const {
        return whole * numerator / denominator + 1;
    }
    [[nodiscard]] std::string text() const;
};

/// Parses "3/4" or "2"; refuses signs, spaces, a zero denominator and parts over one million.
Result<Fraction> parse_fraction(std::string_view text);

} // namespace quorate::base

#endif
