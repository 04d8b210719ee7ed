#include "fault_vfs.hpp"

#include <cstring>
#include <fcntl.h>
#include <new>
#include <sqlite3.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace quorate::ledger::test {
namespace {

/// How a file was before a write that has not been synced.
struct Undo {
    std::string path;
    sqlite3_int64 offset = 0;
    std::string bytes; // what was there, as far as there was anything
    std::size_t written = 0;
    sqlite3_int64 size = 0; // of the whole file
};

struct {
    Fault fault = Fault::none;
    int at = 0;
    int operations = 0;
    bool struck = false;
    std::vector<Undo> undo;
} plan;

struct FaultFile {
    sqlite3_file base;
    sqlite3_file* real;
    std::string* path;
};

FaultFile* fault_file(sqlite3_file* file) {
    return reinterpret_cast<FaultFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return fault_file(file)->real;
}
sqlite3_vfs* real_vfs(sqlite3_vfs* vfs) {
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

[[noreturn]] void die() {
    ::raise(SIGKILL);
    ::_exit(9);
}

/// Puts unsynced writes back, the newest first: all of them, or every other one.
void lose_unsynced(bool partial) {
    for (std::size_t i = plan.undo.size(); i-- > 0;) {
        const auto& undo = plan.undo[i];
        if (partial && i % 2 == 0) {
            continue;
        }
        const int file = ::open(undo.path.c_str(), O_RDWR);
        auto bytes = undo.bytes;
        if (partial) {
            bytes.resize(undo.written,
                         '\0'); // blocks that were given to the file but never written
        }
        bool done = file >= 0;
        done = done && ::pwrite(file, bytes.data(), bytes.size(), undo.offset) ==
                           static_cast<ssize_t>(bytes.size());
        done = done && (partial || ::ftruncate(file, undo.size) == 0);
        if (!done) {
            ::_exit(8);
        }
        ::close(file);
    }
}

/// Counts an operation; true when it must fail. Does not return when it kills.
bool strikes(bool is_write) {
    if (plan.fault == Fault::disk_full && !is_write) {
        return false;
    }
    if (++plan.operations != plan.at) {
        return false;
    }
    switch (plan.fault) {
    case Fault::none:
        return false;
    case Fault::torn_kill:
        if (is_write) {
            return true; // the write does the rest
        }
        die();
    case Fault::kill:
        die();
    case Fault::power_loss:
        lose_unsynced(false);
        die();
    case Fault::partial_power_loss:
        lose_unsynced(true);
        die();
    case Fault::disk_full:
    case Fault::io_error:
        plan.struck = true;
        return true;
    }
    return false;
}

void remember(sqlite3_file* file, sqlite3_int64 offset, std::size_t written) {
    Undo undo{*fault_file(file)->path, offset, {}, written, 0};
    real(file)->pMethods->xFileSize(real(file), &undo.size);
    if (offset < undo.size) {
        const auto there = static_cast<std::size_t>(undo.size - offset);
        undo.bytes.resize(written < there ? written : there);
        real(file)->pMethods->xRead(real(file), undo.bytes.data(),
                                    static_cast<int>(undo.bytes.size()), offset);
    }
    plan.undo.push_back(std::move(undo));
}

int fault_write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    if (strikes(true)) {
        if (plan.fault == Fault::torn_kill) {
            real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
            die();
        }
        return plan.fault == Fault::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    remember(file, offset, static_cast<std::size_t>(count));
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

int fault_truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (strikes(false)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    sqlite3_int64 before = 0;
    real(file)->pMethods->xFileSize(real(file), &before);
    if (before > size) {
        remember(file, size, static_cast<std::size_t>(before - size));
    }
    return real(file)->pMethods->xTruncate(real(file), size);
}

int fault_sync(sqlite3_file* file, int) {
    if (strikes(false)) {
        return SQLITE_IOERR_FSYNC;
    }
    // Not passed on: only the process dies in these tests, and what is lost is undone above.
    std::erase_if(plan.undo,
                  [&](const Undo& undo) { return undo.path == *fault_file(file)->path; });
    return SQLITE_OK;
}

int fault_close(sqlite3_file* file) {
    const int code = real(file)->pMethods->xClose(real(file));
    delete fault_file(file)->path;
    return code;
}

int fault_read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}
int fault_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int fault_lock(sqlite3_file* file, int lock) {
    return real(file)->pMethods->xLock(real(file), lock);
}
int fault_unlock(sqlite3_file* file, int lock) {
    return real(file)->pMethods->xUnlock(real(file), lock);
}
int fault_reserved(sqlite3_file* file, int* out) {
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
int fault_control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int fault_sector(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int fault_device(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Version 1: no shared memory and no mapping, so every write comes through here.
const sqlite3_io_methods fault_methods = {1,
                                          fault_close,
                                          fault_read,
                                          fault_write,
                                          fault_truncate,
                                          fault_sync,
                                          fault_size,
                                          fault_lock,
                                          fault_unlock,
                                          fault_reserved,
                                          fault_control,
                                          fault_sector,
                                          fault_device,
                                          nullptr,
                                          nullptr,
                                          nullptr,
                                          nullptr,
                                          nullptr,
                                          nullptr};

int fault_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* mine = fault_file(file);
    std::memset(static_cast<void*>(mine), 0, sizeof(FaultFile));
    mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
    const int code = real_vfs(vfs)->xOpen(real_vfs(vfs), name, mine->real, flags, out_flags);
    if (code == SQLITE_OK) {
        mine->path = new std::string(name == nullptr ? "" : name);
        mine->base.pMethods = &fault_methods;
    }
    return code;
}

int fault_delete(sqlite3_vfs* vfs, const char* name, int) {
    if (strikes(false)) {
        return SQLITE_IOERR_DELETE;
    }
    std::erase_if(plan.undo, [&](const Undo& undo) { return undo.path == name; });
    return real_vfs(vfs)->xDelete(real_vfs(vfs), name, 0);
}

} // namespace

void register_fault_vfs() {
    static sqlite3_vfs vfs;
    if (sqlite3_vfs_find(fault_vfs_name) != nullptr) {
        return;
    }
    auto* system = sqlite3_vfs_find(nullptr);
    vfs = *system;
    vfs.zName = fault_vfs_name;
    vfs.pAppData = system;
    vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + system->szOsFile;
    vfs.xOpen = fault_open;
    vfs.xDelete = fault_delete;
    sqlite3_vfs_register(&vfs, 0);
}

void arm_fault(Fault fault, int at) {
    plan.fault = fault;
    plan.at = at;
    plan.operations = 0;
    plan.struck = false;
    plan.undo.clear();
}

int fault_operations() {
    return plan.operations;
}
bool fault_struck() {
    return plan.struck;
}

} // namespace quorate::ledger::test
