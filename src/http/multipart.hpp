#ifndef QUORATE_HTTP_MULTIPART_HPP
#define QUORATE_HTTP_MULTIPART_HPP
// multipart/form-data (RFC 7578) as it arrives, piece by piece.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace quorate::http {

inline constexpr std::size_t part_head_bytes_max = 8 << 10;
inline constexpr std::size_t part_name_bytes_max = 1000; ///< of a file's name

/// The headers of one part.
struct PartHead {
    std::string name;                     ///< of the field; UTF-8 without control characters
    std::optional<std::string> file_name; ///< without folders; none: the part is not a file
    std::string content_type;             ///< as sent, may be empty
};

/// Told of each part in turn: begin_part, part_bytes as often as it takes, end_part. May throw.
class PartSink {
public:
    virtual ~PartSink() = default;
    virtual void begin_part(const PartHead& head) = 0;
    virtual void part_bytes(std::string_view bytes) = 0;
    virtual void end_part() = 0;
};

/// The boundary in a Content-Type value (RFC 2046, 5.1.1: 1 to 70 characters). Fails when there is
/// none, or two, or it holds anything else.
base::Result<std::string> multipart_boundary(std::string_view content_type);

/// Takes a body apart. Strict: a line that begins with the boundary and goes on otherwise, a part
/// without a name, a transfer encoding and a body cut short all fail. What stands before the first
/// boundary or after the last is passed over. Holds one part's head or one boundary at most.
class MultipartReader {
public:
    MultipartReader(std::string_view boundary, PartSink& sink);

    /// The next bytes. After a failure there is nothing more to be had from it.
    base::Result<void> take(std::string_view bytes);
    /// Fails when the last boundary has not been seen.
    [[nodiscard]] base::Result<void> finish() const;

private:
    enum class State { preamble, after_boundary, head, bytes, epilogue };
    /// One step; false when it needs more bytes.
    base::Result<bool> step();
    bool skim(bool keep);
    base::Result<bool> line_after_boundary();
    base::Result<bool> read_head();

    const std::string delimiter_; // CR LF, two dashes, the boundary
    PartSink& sink_;
    State state_ = State::preamble;
    std::string held_; // what has come and is not yet done with
};

} // namespace quorate::http

#endif
