#include "base/uuid.hpp"

#include "base/hash.hpp"

namespace quorate::base {

std::string uuid_v7(Instant now, std::string_view ten_random_bytes) {
    QUORATE_ASSERT(ten_random_bytes.size() == 10);
    std::string bytes;
    for (int shift = 40; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((now.ms >> shift) & 0xff);
    }
    bytes += ten_random_bytes;
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out += '-';
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string random_uuid_v7(Instant now) { return uuid_v7(now, random_bytes(10)); }

bool is_uuid_v7(std::string_view text) {
    if (text.size() != 36 || text[14] != '7' ||
        std::string_view("89ab").find(text[19]) == std::string_view::npos) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hexadecimal = std::string_view("0123456789abcdef").find(text[i]) != std::string_view::npos;
        if (hyphen ? text[i] != '-' : !hexadecimal) {
            return false;
        }
    }
    return true;
}

} // namespace quorate::base
