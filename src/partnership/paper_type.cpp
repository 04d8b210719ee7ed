#include "partnership/paper_type.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <optional>
#include <unistd.h>
#include <vector>

namespace quorate::partnership {
namespace {

using base::fail;
using base::Result;

constexpr std::size_t zip_names_max = 10'000;
constexpr std::size_t zip_directory_bytes_max = std::size_t{4} << 20;
constexpr std::size_t zip_end_bytes = 22;
constexpr std::size_t zip_comment_bytes_max = 65'535;
constexpr std::size_t zip_file_header_bytes = 46;

/// Bytes of the file from an offset; fewer when it ends before.
std::string bytes_at(int descriptor, std::uint64_t offset, std::size_t count) {
    std::string out(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const auto read =
            ::pread(descriptor, out.data() + have, count - have, static_cast<off_t>(offset + have));
        if (read <= 0) {
            break;
        }
        have += static_cast<std::size_t>(read);
    }
    out.resize(have);
    return out;
}

/// A little-endian number; 0 past the end.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i) {
        out |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    return out;
}

/// Names in a zip file's directory (APPNOTE 4.3.12), or nothing when it has none that can be read.
std::optional<std::vector<std::string>> zip_names(int descriptor, std::uint64_t bytes) {
    const auto tail_bytes = std::min<std::uint64_t>(bytes, zip_end_bytes + zip_comment_bytes_max);
    const auto tail = bytes_at(descriptor, bytes - tail_bytes, tail_bytes);
    const auto end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || tail.size() - end < zip_end_bytes) {
        return std::nullopt;
    }
    const auto directory_bytes = number_at(tail, end + 12, 4);
    if (directory_bytes > zip_directory_bytes_max) {
        return std::nullopt;
    }
    const auto directory = bytes_at(descriptor, number_at(tail, end + 16, 4), directory_bytes);
    std::vector<std::string> names;
    for (std::size_t at = 0; at + zip_file_header_bytes <= directory.size();) {
        const auto name_bytes = number_at(directory, at + 28, 2);
        if (directory.compare(at, 4, "PK\x01\x02") != 0 || names.size() == zip_names_max) {
            return std::nullopt;
        }
        names.push_back(directory.substr(at + zip_file_header_bytes, name_bytes));
        at += zip_file_header_bytes + name_bytes + number_at(directory, at + 30, 2) +
              number_at(directory, at + 32, 2);
    }
    return names;
}

bool any_starts(const std::vector<std::string>& names, std::string_view start) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return name.starts_with(start); });
}

tl::unexpected<base::Failure> refused(const std::string& why) {
    return fail("", why,
                "Send a PDF, a Word, Excel, PowerPoint or OpenDocument text file, a PNG or JPEG "
                "picture, or plain text");
}

Result<std::string> office_type(int descriptor, std::uint64_t bytes, std::string_view start) {
    const auto names = zip_names(descriptor, bytes);
    if (!names) {
        return refused("the file is a zip archive that is cut short or damaged");
    }
    // An OpenDocument file begins with an uncompressed file called "mimetype" (ODF 1.2 part
    // 3, 3.3).
    constexpr std::string_view odt = "mimetypeapplication/vnd.oasis.opendocument.text";
    const bool whole = start.size() > 30 + odt.size() && start[30 + odt.size()] != '-';
    if (whole && start.substr(30).starts_with(odt)) {
        return any_starts(*names, "Basic/") ? refused("the document has macros in it")
                                            : Result<std::string>(odt.substr(8));
    }
    if (!any_starts(*names, "[Content_Types].xml")) {
        return refused("the file is a zip archive");
    }
    const bool macros = std::any_of(names->begin(), names->end(), [](const auto& name) {
        return name.ends_with("vbaProject.bin");
    });
    if (macros) {
        return refused("the document has macros in it");
    }
    constexpr std::string_view family = "application/vnd.openxmlformats-officedocument.";
    if (any_starts(*names, "word/document")) {
        return std::string(family) + "wordprocessingml.document";
    }
    if (any_starts(*names, "xl/workbook")) {
        return std::string(family) + "spreadsheetml.sheet";
    }
    if (any_starts(*names, "ppt/presentation")) {
        return std::string(family) + "presentationml.presentation";
    }
    return refused("the file is an office document of an unknown kind");
}

bool is_plain_text(std::string_view bytes) {
    return base::is_utf8(bytes) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' &&
                       c != '\t' && c != '\f') ||
                      c == 0x7f;
           });
}

/// Takes off the last character of UTF-8 text, of which the end may be missing.
void drop_last_character(std::string& block) {
    while (!block.empty() && (static_cast<unsigned char>(block.back()) & 0xc0) == 0x80) {
        block.pop_back();
    }
    if (!block.empty()) {
        block.pop_back();
    }
}

Result<std::string> text_type(int descriptor, std::uint64_t bytes, std::string_view name) {
    // In blocks, each ended before a character that may be cut in two.
    constexpr std::size_t block_bytes = std::size_t{1} << 20;
    for (std::uint64_t at = 0; at < bytes;) {
        auto block = bytes_at(descriptor, at, block_bytes);
        if (at + block.size() < bytes) {
            drop_last_character(block);
        }
        if (block.empty() || !is_plain_text(block)) {
            return refused("the file is of a kind that cannot be taken");
        }
        at += block.size();
    }
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.ends_with(".csv")) {
        return std::string("text/csv");
    }
    return std::string(lower.ends_with(".md") ? "text/markdown" : "text/plain");
}

} // namespace

Result<std::string> paper_type(int descriptor, std::uint64_t bytes, std::string_view name) {
    if (bytes == 0) {
        return refused("the file is empty");
    }
    const auto start = bytes_at(descriptor, 0, 1024);
    if (start.starts_with("\x89PNG\r\n\x1a\n")) {
        return std::string("image/png");
    }
    if (start.starts_with("\xff\xd8\xff")) {
        return std::string("image/jpeg");
    }
    if (start.starts_with("PK\x03\x04")) {
        return office_type(descriptor, bytes, start);
    }
    // Some readers look for the header further on; a file that is also something else is not taken.
    if (start.starts_with("%PDF-")) {
        return std::string("application/pdf");
    }
    return text_type(descriptor, bytes, name);
}

} // namespace quorate::partnership
