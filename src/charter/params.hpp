#ifndef QUORATE_CHARTER_PARAMS_HPP
#define QUORATE_CHARTER_PARAMS_HPP
// A rule's parameters by kind: decoding, overriding, writing back and substituting names.

#include "charter/rules.hpp"
#include "charter/value.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quorate::charter {

/// "quorum", "class" ...
std::string kind_name(Kind kind);
/// Every kind as written, in order.
const std::vector<std::string>& kind_names();
std::optional<Kind> kind_of(std::string_view written);
/// The kind of which there is one rule for a body: quorum, decision, interest, attendance, exit,
/// substitute, frequency and admission.
bool single_valued(Kind kind);
/// The kinds that are shown and never ruled on: aim, fact and param.
bool recorded_only(Kind kind);

/// The parameters of a kind before anything is written.
Params default_params(Kind kind);
/// Fills parameters from a rule block's table; keys in `other_keys` are left to the caller.
void decode_params(const Value& table, Params& params, std::span<const std::string_view> other_keys,
                   Problems& problems);

/// Lays a reading's overrides over a rule's parameters and its effect.
void lay_over(const Value& overrides, Params& params, std::optional<Effect>& effect,
              Problems& problems);
/// The same from a reading's JSON text, which parse() has already found good.
void lay_over(std::string_view overrides_json, Params& params, std::optional<Effect>& effect);

/// The parameters as canonical JSON, keys as a charter writes them.
std::string params_json(const Params& params);
/// Each parameter's key and its canonical JSON text, in the order of rules.hpp.
std::vector<std::pair<std::string, std::string>> params_texts(const Params& params);

/// Puts another name for each body, office or organisation that `pairs` ([from, to]) names,
/// wherever such a name may stand: "kp" but also "kcc" in "leader(kcc)". Other text is left alone.
void substitute_names(Params& params, const std::vector<std::vector<std::string>>& pairs);

} // namespace quorate::charter

#endif
