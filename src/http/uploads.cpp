#include "http/uploads.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace quorate::http {

namespace {

constexpr std::size_t block_bytes = 64 << 10;

std::string error_words(int error) {
    return std::error_code(error, std::generic_category()).message();
}

base::Result<int> open_unnamed(const std::filesystem::path& folder) {
    int descriptor = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        return descriptor;
    // Some file systems have no unnamed files: then one with a name that is taken away at once.
    std::string name = (folder / "upload-XXXXXX").string();
    descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return base::fail(folder.string(), "no temporary file can be made: " + error_words(errno),
                          "Make the folder writable");
    unlink(name.c_str());
    return descriptor;
}

} // namespace

SpoolFile::SpoolFile(SpoolFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

SpoolFile& SpoolFile::operator=(SpoolFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

SpoolFile::~SpoolFile() {
    if (descriptor_ >= 0)
        close(descriptor_);
}

base::Result<void> SpoolFile::append(std::string_view bytes, const std::filesystem::path& folder) {
    if (descriptor_ < 0) {
        const auto opened = open_unnamed(folder);
        if (!opened)
            return tl::make_unexpected(opened.error());
        descriptor_ = *opened;
    }
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return base::fail(folder.string(),
                              "a temporary file cannot be written: " + error_words(errno),
                              "Make room there");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

base::Result<void>
SpoolFile::read(const std::function<base::Result<void>(std::string_view)>& sink) const {
    if (descriptor_ < 0)
        return {};
    std::vector<char> block(block_bytes);
    for (off_t offset = 0;;) {
        const ssize_t count = pread(descriptor_, block.data(), block.size(), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return base::fail("upload", "a temporary file cannot be read: " + error_words(errno));
        if (count == 0)
            return {};
        if (auto taken = sink({block.data(), static_cast<std::size_t>(count)}); !taken)
            return taken;
        offset += count;
    }
}

std::string size_words(std::uint64_t bytes) {
    constexpr std::uint64_t mebibyte = 1 << 20;
    constexpr std::uint64_t kibibyte = 1 << 10;
    const auto in_units = [bytes](std::uint64_t unit, const char* name) {
        const std::uint64_t tenths = bytes % unit * 10 / unit;
        return std::to_string(bytes / unit) + (tenths > 0 ? '.' + std::to_string(tenths) : "") +
               name;
    };
    if (bytes >= mebibyte)
        return in_units(mebibyte, " MB");
    if (bytes >= kibibyte)
        return in_units(kibibyte, " KB");
    return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

} // namespace quorate::http
