#ifndef QUORATE_CHARTER_HOLES_HPP
#define QUORATE_CHARTER_HOLES_HPP
// Holes in model terms: where {{name}} stands in a charter's text, and what is put in its place.

#include "charter/rules.hpp"
#include "charter/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// What stands in a hole. `prose` is Markdown; `value` is as typed, a list with semicolons.
struct Filled {
    std::string name;
    ParamType type = ParamType::text;
    std::string value;
    std::string prose;
};

/// A value as it reads in a sentence, with Markdown's own characters escaped: a list as "a, b and
/// c", a date in words.
std::string in_prose(ParamType type, std::string_view value);

/// The param rules of a charter's text, in order; those that cannot be read are left out.
std::vector<ParamRule> declared_holes(std::string_view text);

/// The text with every {{name}} that is among `filled` replaced: in the front matter and in rule
/// blocks as TOML, elsewhere as prose. Lines stay where they are.
std::string fill_holes(std::string_view text, const std::vector<Filled>& filled);

/// Names between {{ and }} in a text, each with where it stands.
struct HoleUsed {
    std::string name;
    Position at;
};
std::vector<HoleUsed> holes_used(std::string_view text);

/// True for lower-case letters, digits, hyphens and underscores, at most 60.
bool is_hole_name(std::string_view name);

} // namespace quorate::charter

#endif
