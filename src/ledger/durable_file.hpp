#ifndef QUORATE_LEDGER_DURABLE_FILE_HPP
#define QUORATE_LEDGER_DURABLE_FILE_HPP
// Small files that must be whole or absent after a crash.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace quorate::ledger {

using base::Result;

enum class FileAccess {
    owner_only, ///< mode 0600
    shared,     ///< mode 0644
};

/// Creates a file and makes it durable; fails when it is there already.
Result<void> write_new_file(const std::string& path, std::string_view bytes, FileAccess access);
/// Writes beside the file, syncs, then renames over it: a reader sees the old bytes or the new,
/// never a mixture.
Result<void> replace_file(const std::string& path, std::string_view bytes, FileAccess access);
/// Writes all bytes to an open file; fails with the system's words when the disk is full or fails.
Result<void> write_all(int descriptor, std::string_view bytes, const std::string& path);
/// Makes names created, renamed or removed in a folder durable.
Result<void> sync_folder(const std::string& folder);

} // namespace quorate::ledger

#endif
