#include "http/file.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>

namespace quorate::http {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 8187, 3.2.1: attr-char.
bool is_attribute_character(char c) {
    return is_letter_or_digit(c) ||
           std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

// Safe inside quotes for every program, percent signs included (RFC 6266, appendix D).
bool is_plain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != '/';
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_attribute_character(c)) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

// One "_" for each character that is not plain, however many bytes it has.
std::string plain_name(std::string_view name) {
    std::string out;
    for (char c : name) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
        if (!continues)
            out += is_plain(c) ? c : '_';
    }
    return out;
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

std::string content_disposition(Disposition disposition, std::string_view name) {
    std::string out = disposition == Disposition::inline_ ? "inline" : "attachment";
    if (name.empty())
        return out;
    out += "; filename=\"" + plain_name(name) + '"';
    if (!std::all_of(name.begin(), name.end(), is_plain))
        out += "; filename*=UTF-8''" + percent_encoded(name);
    return out;
}

base::Result<Response> file_response(const FileToServe& wanted) {
    QUORATE_ASSERT(!wanted.etag.empty());
    const int descriptor = open(wanted.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const int error = errno;
    const auto file = std::make_shared<const OpenFile>(descriptor);
    if (descriptor < 0)
        return base::fail(wanted.path.string(),
                          "the file cannot be opened: " + std::generic_category().message(error));
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return base::fail(wanted.path.string(), "this is not a plain file");
    Response response;
    response.content_type = wanted.content_type;
    response.etag = wanted.etag;
    response.cache_control = wanted.cache_control;
    response.file = {file, 0, static_cast<std::uint64_t>(status.st_size)};
    response.header("Content-Disposition", content_disposition(wanted.disposition, wanted.name));
    return response;
}

std::optional<ByteRange> parse_range(std::string_view range, std::uint64_t bytes) {
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit))
        return std::nullopt;
    range = base::trim(range.substr(unit.size()));
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = number(range.substr(0, dash));
    const auto last = number(range.substr(dash + 1));
    if (dash == 0) { // the last so many bytes
        if (!last)
            return std::nullopt;
        const std::uint64_t length = std::min(*last, bytes);
        return ByteRange{bytes - length, length};
    }
    const bool open_ended = dash + 1 == range.size();
    if (!first || (!last && !open_ended) || (last && *last < *first))
        return std::nullopt;
    if (*first >= bytes)
        return ByteRange{};
    return ByteRange{*first, (last ? std::min(*last, bytes - 1) : bytes - 1) - *first + 1};
}

} // namespace quorate::http
