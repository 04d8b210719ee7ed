#ifndef QUORATE_GOVERNANCE_CODEC_SUBMITTED_HPP
#define QUORATE_GOVERNANCE_CODEC_SUBMITTED_HPP
// Fields as people and programs submit them, brought to the one written form by the rows of the act
// table.

#include "base/json.hpp"
#include "base/time.hpp"
#include "governance/act_table.hpp"

namespace quorate::governance {

inline constexpr std::int64_t number_max = 1'000'000;
inline constexpr std::int64_t range_length_max = 500;

/// The act's fields with each value checked and in its written form; texts cleaned but still words.
/// `where` of a failure is the field's name.
base::Result<base::JsonObject> written_fields(const ActRow& act, const base::JsonObject& fields,
                                              const base::Zone& zone);

} // namespace quorate::governance

#endif
