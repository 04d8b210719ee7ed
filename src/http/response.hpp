#ifndef QUORATE_HTTP_RESPONSE_HPP
#define QUORATE_HTTP_RESPONSE_HPP
// A response: status, headers and bytes that many requests may share.

#include "http/fields.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
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

/// An open file, closed with the object.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/// A run of bytes of an open file, sent without ever being whole in memory. Copying shares the
/// file.
struct FileBody {
    std::shared_ptr<const OpenFile> file = {}; ///< null: there is none, the response is its Body
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// A cookie to set (RFC 6265). Always HttpOnly and SameSite=Lax: no script reads it, and no other
/// site's form sends it.
struct Cookie {
    std::string name;  ///< a token of RFC 9110
    std::string value; ///< cookie-octets: visible ASCII without space, quotes, comma, ";" and "\"
    std::optional<std::chrono::seconds> max_age = std::nullopt; ///< none: until the browser closes
    bool secure = false;                                        ///< only over TLS
    std::string path = "/";
};

class EventReader;

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
    FileBody file = {}; ///< sent instead of `body`; needs an ETag given
    /// Sent instead of `body` for as long as it lasts; see event_stream.hpp.
    std::shared_ptr<EventReader> stream = {};

    Response& header(std::string name, std::string value) {
        headers.add(std::move(name), std::move(value));
        return *this;
    }
    /// A name or value outside what RFC 6265 allows is a bug (assertion), as is a name that begins
    /// with "__Host-" without `secure` and the path "/".
    Response& set_cookie(const Cookie& cookie);
    /// Has the browser forget the cookie; `secure` and `path` as when it was set.
    Response& expire_cookie(std::string_view name, bool secure = false, std::string path = "/");
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

#endif
