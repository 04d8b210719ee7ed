// Whatever the bytes, a scenario is parsed into lines or refused with file, line and caret.

#include "partnership/scenario/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scenario = quorate::partnership::scenario;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)scenario::parse(bytes, "fuzz.md");
    (void)scenario::parse_line(bytes, "fuzz.md");
    return 0;
}
