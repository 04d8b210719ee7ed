#ifndef QUORATE_HTTP_RESPOND_HPP
#define QUORATE_HTTP_RESPOND_HPP
// The last step of every answer: conditional requests, compression and the headers that every
// response carries.

#include "http/request.hpp"
#include "http/response.hpp"

namespace quorate::http {

/// What goes on the wire.
struct Reply {
    int status = 200;
    Fields headers = {};
    Body body = {};     ///< for HEAD the bytes GET would send; the server sends only their length
    FileBody file = {}; ///< when it has a file, sent instead of `body`
    std::shared_ptr<EventReader> stream = {}; ///< when there is one, sent instead of both
};

/// Applies RFC 9110: ETag and If-None-Match (304), Accept-Encoding (brotli or gzip), for files
/// Range (206, 416) and If-Range; adds the security headers and Cache-Control. Throws
/// std::runtime_error when a header the handler set holds a control character.
Reply finish(const Request& request, Response response);

/// Whether an Accept-Encoding value allows the coding.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);
/// Whether an If-None-Match or If-Match value names the tag (without quotes), by weak comparison.
bool names_etag(std::string_view header, std::string_view etag);

} // namespace quorate::http

#endif
