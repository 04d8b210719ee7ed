#include "http/respond.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "http/file.hpp"

#include <algorithm>

namespace quorate::http {

namespace {

// Nothing from elsewhere, nothing inline, no frames. The same on every response, of whatever type.
constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::size_t compressed_from_bytes = 1000;
constexpr int level_for_one_reader = 4;
constexpr int level_for_the_cache = 9;

bool compressible(std::string_view type) {
    return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
           type.find("xml") != std::string_view::npos || type.starts_with("application/javascript");
}

void make_etag(Response& response) {
    if (response.etag.empty() && response.status == 200)
        response.etag = base::hex(base::sha256(response.body.view())).substr(0, 24);
}

void make_gzip(Response& response, int level) {
    if (!response.gzip.empty() || response.body.view().size() < compressed_from_bytes ||
        !compressible(response.content_type))
        return;
    std::string packed = gzip(response.body.view(), level);
    if (packed.size() < response.body.view().size())
        response.gzip = Body(std::move(packed));
}

void add_header(Reply& reply, std::string name, std::string value) {
    const bool clean = std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f;
    });
    if (!clean)
        throw std::runtime_error("the response header " + name + " holds a control character");
    reply.headers.add(std::move(name), std::move(value));
}

std::string quoted(const std::string& etag, std::string_view suffix) {
    std::string out = "\"";
    out += etag;
    out += suffix;
    out += '"';
    return out;
}

struct Variant {
    Body body;
    std::string_view coding; // empty: as it is
    std::string_view suffix; // each form of a thing has a tag of its own
};

Variant choose(const Request& request, Response& response) {
    const std::string_view accepted = request.header("accept-encoding");
    if (!response.brotli.empty() && accepts_encoding(accepted, "br"))
        return {response.brotli, "br", "-br"};
    if (accepts_encoding(accepted, "gzip")) {
        make_gzip(response, level_for_one_reader);
        if (!response.gzip.empty())
            return {response.gzip, "gzip", "-gz"};
    }
    return {response.body, {}, {}};
}

// A reader who holds any form of the thing holds the thing.
bool already_held(std::string_view if_none_match, const std::string& etag) {
    return names_etag(if_none_match, etag) || names_etag(if_none_match, etag + "-gz") ||
           names_etag(if_none_match, etag + "-br");
}

// Without a Cache-Control of the handler's own.
std::string_view default_caching(const Response& response) {
    // What comes with a cookie is for one person only.
    return response.etag.empty() || response.headers.has("Set-Cookie") ? "no-store" : "no-cache";
}

// For a file that would be sent whole: only the part that was asked for.
void apply_range(const Request& request, const Response& response, Reply& reply) {
    if (!reply.file.file || reply.status != 200)
        return;
    add_header(reply, "Accept-Ranges", "bytes");
    const std::string_view condition = request.header("if-range");
    if (request.method != Method::get || !request.headers.has("range") ||
        (!condition.empty() && condition != quoted(response.etag, "")))
        return;
    const std::uint64_t all = reply.file.bytes;
    const auto range = parse_range(request.header("range"), all);
    if (!range)
        return;
    if (range->length == 0) {
        reply.status = 416;
        reply.file = {};
        add_header(reply, "Content-Range", "bytes */" + std::to_string(all));
        return;
    }
    reply.status = 206;
    reply.file.offset += range->first;
    reply.file.bytes = range->length;
    add_header(reply, "Content-Range",
               "bytes " + std::to_string(range->first) + '-' +
                   std::to_string(range->first + range->length - 1) + '/' + std::to_string(all));
}

} // namespace

void prepare(Response& response) {
    make_etag(response);
    make_gzip(response, level_for_the_cache);
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
    for (std::string_view entry : base::split(accept_encoding, ',')) {
        const std::size_t semicolon = entry.find(';');
        if (base::trim(entry.substr(0, semicolon)) != coding)
            continue;
        if (semicolon == std::string_view::npos)
            return true;
        const std::string_view weight = base::trim(entry.substr(semicolon + 1));
        // "q=0", "q=0.0" and the like forbid the coding.
        return !weight.starts_with("q=0") ||
               weight.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

bool names_etag(std::string_view header, std::string_view etag) {
    for (std::string_view entry : base::split(header, ',')) {
        entry = base::trim(entry);
        if (entry == "*")
            return true;
        if (entry.starts_with("W/"))
            entry.remove_prefix(2);
        if (entry.size() == etag.size() + 2 && entry.front() == '"' && entry.back() == '"' &&
            entry.substr(1, etag.size()) == etag)
            return true;
    }
    return false;
}

Reply finish(const Request& request, Response response) {
    const bool reading = request.method == Method::get || request.method == Method::head;
    const bool from_file = response.file.file != nullptr;
    const bool streamed = response.stream != nullptr;
    if (reading && !from_file && !streamed)
        make_etag(response);
    const Variant variant = from_file || streamed ? Variant{} : choose(request, response);

    Reply reply;
    reply.headers.reserve(16);
    reply.status = response.status;
    reply.body = variant.body;
    reply.file = response.file;
    reply.stream = response.stream;
    const bool held = reading && !streamed && response.status == 200 &&
                      request.headers.has("if-none-match") &&
                      already_held(request.header("if-none-match"), response.etag);
    if (held) {
        reply.status = 304;
        reply.body = Body();
        reply.file = {};
    } else if (!response.content_type.empty()) {
        add_header(reply, "Content-Type", response.content_type);
        if (!variant.coding.empty())
            add_header(reply, "Content-Encoding", std::string(variant.coding));
    }
    if (!response.etag.empty())
        add_header(reply, "ETag", quoted(response.etag, variant.suffix));
    apply_range(request, response, reply);
    if (!from_file && !streamed &&
        (!variant.coding.empty() || !response.brotli.empty() ||
         compressible(response.content_type)))
        add_header(reply, "Vary", "Accept-Encoding");
    add_header(reply, "Cache-Control",
               response.cache_control.empty() ? std::string(default_caching(response))
                                              : response.cache_control);
    add_header(reply, "Content-Security-Policy", std::string(content_security_policy));
    add_header(reply, "X-Content-Type-Options", "nosniff");
    add_header(reply, "Referrer-Policy", "same-origin");
    add_header(reply, "Cross-Origin-Opener-Policy", "same-origin");
    for (const auto& [name, value] : response.headers.entries())
        add_header(reply, name, value);
    return reply;
}

} // namespace quorate::http
