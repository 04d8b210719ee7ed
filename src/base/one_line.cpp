#include "base/one_line.hpp"

#include "base/result.hpp"

namespace quorate::base {

std::string one_line(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7f) {
            space = !out.empty();
            continue;
        }
        if (space) {
            out += ' ';
            space = false;
        }
        out += c;
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t bytes_max) {
    constexpr std::string_view more = "\u2026";
    QUORATE_ASSERT(bytes_max >= more.size());
    if (text.size() <= bytes_max) {
        return std::string(text);
    }
    auto end = bytes_max - more.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
        --end;
    }
    return std::string(text.substr(0, end)) + std::string(more);
}

} // namespace quorate::base
