#ifndef QUORATE_BASE_UUID_HPP
#define QUORATE_BASE_UUID_HPP
// UUID version 7 (RFC 9562): time-ordered ids minted by whoever submits an act.

#include "base/result.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace quorate::base {

/// A UUIDv7 in lower-case text form from a time and 10 bytes of randomness.
std::string uuid_v7(Instant now, std::string_view ten_random_bytes);
/// A UUIDv7 with randomness from the system.
std::string random_uuid_v7(Instant now);
/// True for 36 characters in the form of a UUID of version 7.
bool is_uuid_v7(std::string_view text);

} // namespace quorate::base

#endif
