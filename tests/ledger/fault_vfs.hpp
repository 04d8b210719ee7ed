#ifndef QUORATE_TESTS_LEDGER_FAULT_VFS_HPP
#define QUORATE_TESTS_LEDGER_FAULT_VFS_HPP
// A SQLite VFS for tests that counts every write, sync, truncation and removal, and at a chosen one
// kills the process or fails. Open a store with OpenOptions::vfs (or VaultOptions::vfs) =
// fault_vfs_name after register_fault_vfs().

#include <csignal>

namespace quorate::ledger::test {

inline constexpr const char* fault_vfs_name = "quorate-fault";

enum class Fault {
    none,               ///< only count
    kill,               ///< SIGKILL before the operation; what was written stays
    torn_kill,          ///< half of the write reaches the file, then SIGKILL
    power_loss,         ///< everything not synced is undone, then SIGKILL
    partial_power_loss, ///< every other write not synced is undone, then SIGKILL
    disk_full,          ///< this write fails with SQLITE_FULL; later ones would work again
    io_error,           ///< this operation fails with SQLITE_IOERR; later ones would work again
};

/// Makes the VFS known to SQLite. Safe to call again.
void register_fault_vfs();
/// The fault strikes at operation number `at` from now, counting from 1.
void arm_fault(Fault fault, int at);
/// Operations since the fault was armed.
int fault_operations();
/// True once the fault has struck (and the process lives).
bool fault_struck();

} // namespace quorate::ledger::test

#endif
