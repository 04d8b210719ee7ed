#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <system_error>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace quorate::base {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Unicode category Cc without tab and newline: below U+0020, U+007F, and U+0080 to U+009F (C2 80
/// to C2 9F).
bool has_control_character(std::string_view utf8) {
    unsigned char before = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f ||
            (before == 0xc2 && byte < 0xa0)) {
            return true;
        }
        before = byte;
    }
    return false;
}

tl::unexpected<Failure> too_long(std::size_t size, std::size_t length_max) {
    return fail("",
                "the text is " + std::to_string(size) + " bytes; the limit is " +
                    std::to_string(length_max),
                "Shorten it");
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({cost, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

bool is_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t i = 0;
    while (i < size) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0) {
            return false;
        }
    }
    return true;
}

Result<std::string> clean_text(std::string_view text, std::size_t length_max) {
    if (text.size() > length_max) {
        return too_long(text.size(), length_max);
    }
    if (!is_utf8(text)) {
        return fail("", "the text is not UTF-8");
    }
    if (has_control_character(text)) {
        return fail("", "the text has a control character in it", "Remove it");
    }
    if (is_ascii(text)) {
        return std::string(text);
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    QUORATE_ASSERT(U_SUCCESS(error));
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string out;
    nfc->normalize(source, error).toUTF8String(out);
    QUORATE_ASSERT(U_SUCCESS(error));
    if (out.size() > length_max) { // normal form C can be longer than what came in
        return too_long(out.size(), length_max);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    std::size_t start = 0;
    while (true) {
        const auto end = text.find(separator, start);
        out.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos) {
            return out;
        }
        start = end + 1;
    }
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += i == 0 ? "" : separator;
        out += parts[i];
    }
    return out;
}

std::string list_words(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ";
        out += parts[i];
    }
    return out;
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        } else if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') {
        out.pop_back();
    }
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const auto distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return fail(path, "this is a folder, not a file");
    }
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in) {
        return fail(path, std::string("cannot read the file: ") + std::strerror(errno));
    }
    const auto size = in.tellg();
    if (size < 0) {
        return fail(path, "cannot read it: it is not a plain file");
    }
    if (static_cast<std::size_t>(size) > bytes_max) {
        return fail(path, "the file is " + std::to_string(size) + " bytes; the limit is " +
                              std::to_string(bytes_max));
    }
    std::string out(static_cast<std::size_t>(size), '\0');
    in.seekg(0);
    in.read(out.data(), size);
    if (!in && size > 0) {
        return fail(path, "cannot read the file");
    }
    return out;
}

} // namespace quorate::base
