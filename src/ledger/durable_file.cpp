#include "ledger/durable_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace quorate::ledger {
namespace {

using base::fail;

tl::unexpected<base::Failure> system_failure(const std::string& path, const std::string& what) {
    return fail(path, what + ": " + std::strerror(errno));
}

unsigned mode_of(FileAccess access) {
    return access == FileAccess::owner_only ? 0600 : 0644;
}

Result<void> write_and_sync(int descriptor, const std::string& path, std::string_view bytes,
                            FileAccess access) {
    // The mode given to open() is narrowed by the umask; a private file must not be wider, a shared
    // one not narrower.
    if (::fchmod(descriptor, mode_of(access)) != 0) {
        return system_failure(path, "cannot set who may read the file");
    }
    if (auto written = write_all(descriptor, bytes, path); !written) {
        return written;
    }
    if (::fsync(descriptor) != 0) {
        return system_failure(path, "cannot make the file durable");
    }
    return {};
}

Result<void> create(const std::string& path, std::string_view bytes, FileAccess access) {
    const int descriptor =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_TRUNC, mode_of(access));
    if (descriptor < 0) {
        return system_failure(path, "cannot create the file");
    }
    auto done = write_and_sync(descriptor, path, bytes, access);
    ::close(descriptor);
    if (!done) {
        ::unlink(path.c_str());
    }
    return done;
}

std::string folder_of(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

} // namespace

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return system_failure(path, "cannot write the file");
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return system_failure(folder, "cannot open the folder");
    }
    const int synced = ::fsync(descriptor);
    ::close(descriptor);
    if (synced != 0) {
        return system_failure(folder, "cannot make the folder durable");
    }
    return {};
}

Result<void> write_new_file(const std::string& path, std::string_view bytes, FileAccess access) {
    const auto beside = path + ".new";
    if (auto created = create(beside, bytes, access); !created) {
        return created;
    }
    // A hard link, unlike a rename, never replaces what is there.
    if (::link(beside.c_str(), path.c_str()) != 0) {
        auto failure = system_failure(path, "cannot create the file");
        ::unlink(beside.c_str());
        return failure;
    }
    ::unlink(beside.c_str());
    return sync_folder(folder_of(path));
}

Result<void> replace_file(const std::string& path, std::string_view bytes, FileAccess access) {
    const auto beside = path + ".new";
    if (auto created = create(beside, bytes, access); !created) {
        return created;
    }
    if (std::rename(beside.c_str(), path.c_str()) != 0) {
        auto failure = system_failure(path, "cannot replace the file");
        ::unlink(beside.c_str());
        return failure;
    }
    return sync_folder(folder_of(path));
}

} // namespace quorate::ledger
