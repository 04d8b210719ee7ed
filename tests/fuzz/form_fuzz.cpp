// Whatever the bytes, a query or form is read into names and values, or refused.

#include "http/fields.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace http = quorate::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)http::parse_urlencoded(bytes);
    (void)http::percent_decode(bytes, true);
    return 0;
}
