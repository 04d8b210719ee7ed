#ifndef QUORATE_HTTP_FILE_HPP
#define QUORATE_HTTP_FILE_HPP
// Files sent from disk.

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <filesystem>

namespace quorate::http {

enum class Disposition { inline_, attachment };

struct FileToServe {
    std::filesystem::path path;
    std::string content_type;
    std::string etag;      ///< without quotes; must change with the bytes, and be given
    std::string name = {}; ///< to be saved under; UTF-8, may be empty
    Disposition disposition = Disposition::attachment;
    std::string cache_control = "private, no-cache";
};

/// A response that sends the file from its descriptor, never compressed, whole or in one range
/// (RFC 9110, 14). Fails when it cannot be opened or is not a plain file.
base::Result<Response> file_response(const FileToServe& wanted);

/// A Content-Disposition value (RFC 6266): a plain name for old programs and, when the name needs
/// it, the real one in UTF-8 (RFC 8187).
std::string content_disposition(Disposition disposition, std::string_view name);

struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
/// What a Range value asks of so many bytes: none when it is to be passed over (another unit, more
/// than one range, malformed); length 0 when it lies outside.
std::optional<ByteRange> parse_range(std::string_view range, std::uint64_t bytes);

} // namespace quorate::http

#endif
