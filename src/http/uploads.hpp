#ifndef QUORATE_HTTP_UPLOADS_HPP
#define QUORATE_HTTP_UPLOADS_HPP
// Files that came with a form, kept in temporary files and never whole in memory.

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace quorate::http {

/// A temporary file without a name, gone when it is closed. Made when the first bytes come.
class SpoolFile {
public:
    SpoolFile() = default;
    SpoolFile(SpoolFile&& other) noexcept;
    SpoolFile& operator=(SpoolFile&& other) noexcept;
    SpoolFile(const SpoolFile&) = delete;
    SpoolFile& operator=(const SpoolFile&) = delete;
    ~SpoolFile();

    /// Adds to the end. Fails in words when the folder takes no file or is full.
    base::Result<void> append(std::string_view bytes, const std::filesystem::path& folder);
    /// The bytes from the start in blocks of at most 64 KiB, until all were taken or `sink` fails.
    base::Result<void> read(const std::function<base::Result<void>(std::string_view)>& sink) const;

private:
    int descriptor_ = -1;
};

/// One file of a form. It can be moved, not copied.
struct Upload {
    std::string field;        ///< the name of the form field
    std::string name;         ///< the file's name without folders, may be empty; UTF-8
    std::string content_type; ///< as the sender says, may be empty; nothing to rely on
    std::uint64_t bytes = 0;
    SpoolFile file = {};

    /// The bytes from the start, in blocks; may be called again. Fails when `sink` does, or the
    /// temporary file cannot be read.
    base::Result<void> read(const std::function<base::Result<void>(std::string_view)>& sink) const {
        return file.read(sink);
    }
};

/// What a form may bring in files.
struct UploadLimits {
    std::uint64_t file_bytes_max;  ///< of one file
    std::size_t files_max;         ///< files in one form
    std::uint64_t total_bytes_max; ///< of all of them together
};

/// "50 MB", "1.5 MB", "20 KB", "10 bytes": for limits, so rounded down. A MB here is 2^20 bytes.
std::string size_words(std::uint64_t bytes);

} // namespace quorate::http

#endif
