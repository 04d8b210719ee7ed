#include "mail/message.hpp"

#include "base/hash.hpp"
#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace quorate::mail {

namespace {

constexpr std::size_t line_length_max = 76;
constexpr std::string_view crlf = "\r\n";

bool plain_header(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

void assert_one_line(std::string_view text) {
    QUORATE_ASSERT(std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    }));
}

/// The bytes of the character that begins at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
        ++end;
    }
    return end - at;
}

std::string base64_lines(std::string_view bytes) {
    const auto text = base::base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += line_length_max) {
        out += text.substr(at, line_length_max);
        out += crlf;
    }
    return out;
}

/// A header line, folded at spaces where it is long.
std::string header(std::string_view name, std::string_view value) {
    assert_one_line(name);
    std::string out(name);
    out += ": ";
    std::size_t column = out.size();
    while (!value.empty()) {
        auto word = value.substr(0, value.find(' ', 1));
        if (column + word.size() > line_length_max && column > name.size() + 2 &&
            word.front() == ' ') {
            out += crlf;
            column = 0;
        }
        out += word;
        column += word.size();
        value.remove_prefix(word.size());
    }
    return out + std::string(crlf);
}

/// A name before an address: quoted when it holds what an address may not.
std::string display_name(const std::string& name) {
    if (!plain_header(name)) {
        return header_text(name, 6);
    }
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + "\"";
}

std::string address(const std::string& name, const std::string& email) {
    assert_one_line(name);
    assert_one_line(email);
    return name.empty() ? email : display_name(name) + " <" + email + ">";
}

std::string text_part(const Message& message) {
    return "Content-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quoted_printable(message.text);
}

std::string file_part(const MessageFile& file) {
    assert_one_line(file.name);
    assert_one_line(file.content_type);
    // A name beyond ASCII as RFC 2231 writes it.
    std::string name = "filename=\"" + file.name + "\"";
    if (!plain_header(file.name)) {
        name = "filename*=utf-8''";
        for (const char c : file.name) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
            name +=
                plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return "Content-Type: " + file.content_type +
           "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n " + name +
           "\r\n\r\n" + base64_lines(file.bytes);
}

/// What parts the parts: cannot occur in them, since quoted-printable and base64 hold no "=_".
std::string boundary_of(const Message& message) {
    return "=_" + base::hex(base::sha256(message.message_id)).substr(0, 32);
}

} // namespace

std::string date_header(base::Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto text = base::text(instant); // 2008-07-01T10:00:00.000Z
    const auto number = [&](std::size_t at, std::size_t count) {
        return std::stoi(text.substr(at, count));
    };
    const auto date = base::parse_date(text.substr(0, 10));
    QUORATE_ASSERT(date.has_value());
    return fmt::format("{}, {:02} {} {:04} {} +0000", days[date->weekday()], number(8, 2),
                       months[static_cast<std::size_t>(number(5, 2)) - 1], number(0, 4),
                       text.substr(11, 8));
}

std::string header_text(std::string_view text, std::size_t column) {
    assert_one_line(text);
    if (plain_header(text)) {
        return std::string(text);
    }
    constexpr std::string_view begin = "=?utf-8?B?";
    constexpr std::string_view end = "?=";
    std::string out;
    std::string word;
    const auto flush = [&] {
        out += out.empty() ? "" : "\r\n ";
        out += std::string(begin) + base::base64(word) + std::string(end);
        word.clear();
        column = 1;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_length(text, at);
        const auto encoded = (word.size() + length + 2) / 3 * 4;
        if (!word.empty() && column + begin.size() + encoded + end.size() > line_length_max - 1) {
            flush();
        }
        word += text.substr(at, length);
        at += length;
    }
    flush();
    return out;
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    const auto put = [&](std::string_view piece) {
        if (column + piece.size() > line_length_max - 1) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            out += crlf;
            column = 0;
            continue;
        }
        const bool last = i + 1 == text.size() || text[i + 1] == '\n';
        const bool plain = (c > ' ' && c < 0x7f && c != '=') || (c == ' ' && !last);
        put(plain ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c)));
    }
    if (column > 0) {
        out += crlf;
    }
    return out;
}

std::string compose(const Message& message) {
    std::string out;
    out += header("Date", date_header(message.date));
    out += header("From", address(message.from_name, message.from));
    out += header("To", address({}, message.to));
    assert_one_line(message.subject);
    out += plain_header(message.subject)
               ? header("Subject", message.subject)
               : "Subject: " + header_text(message.subject, 9) + std::string(crlf);
    assert_one_line(message.message_id);
    out += "Message-ID: <" + message.message_id + ">\r\n";
    out += "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";
    if (message.files.empty()) {
        return out + text_part(message);
    }
    const auto boundary = boundary_of(message);
    out += "Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + text_part(message);
    for (const auto& file : message.files) {
        out += "--" + boundary + "\r\n" + file_part(file);
    }
    return out + "--" + boundary + "--\r\n";
}

} // namespace quorate::mail
