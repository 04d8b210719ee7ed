#include "base/fraction.hpp"

#include <charconv>

namespace quorate::base {
namespace {

constexpr std::int64_t part_max = 1'000'000;

bool parse_part(std::string_view text, std::int64_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size() && out >= 0 && out <= part_max;
}

} // namespace

std::string Fraction::text() const {
    if (denominator == 1) {
        return std::to_string(numerator);
    }
    return std::to_string(numerator) + "/" + std::to_string(denominator);
}

Result<Fraction> parse_fraction(std::string_view text) {
    const auto slash = text.find('/');
    Fraction out;
    const bool whole = slash == std::string_view::npos;
    const bool ok = parse_part(text.substr(0, slash), out.numerator) &&
                    (whole || parse_part(text.substr(slash + 1), out.denominator));
    if (!ok || out.denominator == 0) {
        return fail("", "\"" + std::string(text) + "\" is not a fraction",
                    "Write it as two whole numbers, such as 1/2");
    }
    return out;
}

} // namespace quorate::base
