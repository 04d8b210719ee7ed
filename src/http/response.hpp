#pragma once
// A response: status, headers and bytes that many requests may share.

#include "http/fields.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace quorate::http {

/// Immutable bytes; copying shares them.
class Body {
public:
    Body() = default;
    Body(std::string bytes);
    /// Bytes that live as long as the program.
    static Body constant(std::string_view bytes);

    [[nodiscard]] std::string_view view() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

private:
    std::shared_ptr<const std::string> owner_; // null for constant bytes
    std::string_view bytes_;
};

struct Response {
    int status = 200;
    std::string content_type = {};
    Body body = {};
    std::string etag = {}; ///< without quotes; set by the server when empty and the method is GET
    std::string cache_control =
        {};              ///< empty: "no-cache" (ask again each time) with an ETag, else "no-store"
    Fields headers = {}; ///< any others
    Body gzip = {};      ///< the body compressed beforehand, if it was
    Body brotli = {};

    Response& header(std::string name, std::string value) {
        headers.add(std::move(name), std::move(value));
        return *this;
    }
};

/// A page; UTF-8.
Response html_response(std::string document, int status = 200);
Response text_response(std::string text, int status = 200);
Response bytes_response(std::string content_type, std::string bytes, int status = 200);
/// 303: after a form was taken, go and GET there.
Response see_other(std::string location);
/// 308: this address has moved for good.
Response moved(std::string location);
/// 204.
Response no_content();

/// A file that is part of the program under a name that changes with its content: cached for a
/// year, unasked.
struct ImmutableFile {
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzip;
    std::string_view brotli;
    std::string_view etag;
};
Response immutable_response(const ImmutableFile& file);

/// Works out the ETag and the compressed form now, so that a response kept in a cache is not
/// compressed again for every reader.
void prepare(Response& response);

/// "Not Found" and so on.
std::string_view reason_phrase(int status);

/// The bytes in gzip form (RFC 1952), level 1 to 9.
std::string gzip(std::string_view bytes, int level);

} // namespace quorate::http
