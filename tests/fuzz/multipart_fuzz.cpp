// Whatever the bytes, and however they are cut, a form with files is read into the same parts or refused.

#include "http/file.hpp"
#include "http/form_receiver.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace quorate;

namespace {

std::string describe(const http::Request& request) {
    std::string out;
    for (const auto& [name, value] : request.parts.entries()) {
        out += name + '=' + value + '\n';
    }
    for (const auto& upload : request.uploads) {
        out += upload.field + ':' + upload.name + ':' + upload.content_type + ':' + std::to_string(upload.bytes) + ':';
        const auto read = upload.read([&](std::string_view block) -> base::Result<void> {
            out += block;
            return {};
        });
        if (!read) {
            std::abort();
        }
    }
    return out;
}

// What is read from the body when it comes in pieces of so many bytes, or the words that refuse it.
std::string read(std::string_view content_type, std::string_view body, std::size_t piece) {
    const http::FormLimits limits{{20000, 5, 40000}, 20000};
    try {
        http::FormReceiver receiver(content_type, limits, "/dev/shm");
        for (std::size_t at = 0; at < body.size(); at += piece) {
            receiver.take(body.substr(at, piece));
        }
        http::Request request;
        receiver.finish(request);
        return describe(request);
    } catch (const http::BrokenRequest& broken) {
        // Which of two faults is met first may depend on the cut, that there is one may not.
        return "refused";
    }
}

} // namespace

// The first byte says how the body is cut; the first line is the rest of the content type; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::size_t piece = 1 + data[0] % 80;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t line = std::min(bytes.find('\n'), bytes.size() - 1);
    const std::string content_type = "multipart/form-data" + std::string(bytes.substr(0, line));
    const std::string_view body = bytes.substr(line + 1);
    const std::string whole = read(content_type, body, body.size() + 1);
    if (read(content_type, body, piece) != whole) {
        std::abort();
    }
    (void)http::content_disposition(http::Disposition::inline_, bytes);
    (void)http::parse_range(bytes, data[0]);
    http::Request request;
    request.headers.add("cookie", std::string(bytes));
    (void)request.cookie("session");
    return 0;
}
