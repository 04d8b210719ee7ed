#ifndef QUORATE_HTTP_FILE_LIMIT_HPP
#define QUORATE_HTTP_FILE_LIMIT_HPP
// How many files and connections the system lets this program have open.

#include <cstdint>

namespace quorate::http {

/// Asks the system for room for so many open files, as far as it allows without privileges
/// (RLIMIT_NOFILE). Returns how many there may be now.
std::uint64_t make_room_for_files(std::uint64_t wanted);

} // namespace quorate::http

#endif
