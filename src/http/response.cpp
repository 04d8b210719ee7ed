#include "http/response.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace quorate::http {

namespace {

bool is_visible_ascii(char c) {
    return c > ' ' && c < 0x7f;
}

// RFC 9110, 5.6.2.
bool is_token_character(char c) {
    return is_visible_ascii(c) &&
           std::string_view("()<>@,;:\\\"/[]?={}").find(c) == std::string_view::npos;
}

// RFC 6265, 4.1.1.
bool is_cookie_octet(char c) {
    return is_visible_ascii(c) && c != '"' && c != ',' && c != ';' && c != '\\';
}

bool is_path_octet(char c) {
    return is_visible_ascii(c) && c != ';';
}

} // namespace

Body::Body(std::string bytes)
    : owner_(std::make_shared<const std::string>(std::move(bytes))), bytes_(*owner_) {}

Body Body::constant(std::string_view bytes) {
    Body body;
    body.bytes_ = bytes;
    return body;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0)
        close(descriptor_);
}

Response& Response::set_cookie(const Cookie& cookie) {
    QUORATE_ASSERT(!cookie.name.empty() &&
                   std::all_of(cookie.name.begin(), cookie.name.end(), is_token_character));
    QUORATE_ASSERT(std::all_of(cookie.value.begin(), cookie.value.end(), is_cookie_octet));
    QUORATE_ASSERT(cookie.path.starts_with('/') &&
                   std::all_of(cookie.path.begin(), cookie.path.end(), is_path_octet));
    QUORATE_ASSERT(!cookie.name.starts_with("__Host-") || (cookie.secure && cookie.path == "/"));
    QUORATE_ASSERT(!cookie.name.starts_with("__Secure-") || cookie.secure);
    std::string line = cookie.name + '=' + cookie.value + "; Path=" + cookie.path;
    if (cookie.max_age)
        line += "; Max-Age=" + std::to_string(cookie.max_age->count());
    if (cookie.secure)
        line += "; Secure";
    return header("Set-Cookie", line + "; HttpOnly; SameSite=Lax");
}

Response& Response::expire_cookie(std::string_view name, bool secure, std::string path) {
    return set_cookie({std::string(name), "", std::chrono::seconds(0), secure, std::move(path)});
}

Response html_response(std::string document, int status) {
    return bytes_response("text/html; charset=utf-8", std::move(document), status);
}

Response text_response(std::string text, int status) {
    return bytes_response("text/plain; charset=utf-8", std::move(text), status);
}

Response bytes_response(std::string content_type, std::string bytes, int status) {
    Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.body = Body(std::move(bytes));
    return response;
}

Response see_other(std::string location) {
    Response response;
    response.status = 303;
    response.header("Location", std::move(location));
    return response;
}

Response moved(std::string location) {
    Response response;
    response.status = 308;
    response.header("Location", std::move(location));
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    return response;
}

Response immutable_response(const ImmutableFile& file) {
    Response response;
    response.content_type = file.content_type;
    response.body = Body::constant(file.bytes);
    response.gzip = Body::constant(file.gzip);
    response.brotli = Body::constant(file.brotli);
    response.etag = file.etag;
    response.cache_control = "public, max-age=31536000, immutable";
    return response;
}

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    // 15 bits of window, and 16 to ask for the gzip wrapper rather than zlib's.
    const int begun = deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QUORATE_ASSERT(begun == Z_OK);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib's interface is not const-correct; it does not write to its input.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = deflate(&stream, Z_FINISH);
    QUORATE_ASSERT(ended == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string_view reason_phrase(int status) {
    static constexpr std::pair<int, std::string_view> phrases[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {303, "See Other"},
        {304, "Not Modified"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"}};
    for (const auto& [code, phrase] : phrases) {
        if (code == status)
            return phrase;
    }
    return "Unknown";
}

} // namespace quorate::http
