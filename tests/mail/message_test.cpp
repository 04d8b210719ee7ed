// What a mail looks like on the wire.

#include "base/hash.hpp"
#include "mail/message.hpp"

#include <gtest/gtest.h>

namespace quorate::mail {
namespace {

Message plain() {
    Message out;
    out.from = "clerk@example.org";
    out.to = "ann@example.org";
    out.subject = "Minutes are due";
    out.text = "Dear member,\n\nThe minutes are due.\n";
    out.message_id = "ab12@example.org";
    out.date = base::parse_instant("2008-07-01T10:00:00Z").value();
    return out;
}

std::vector<std::string> lines_of(const std::string& message) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < message.size();) {
        const auto end = message.find("\r\n", at);
        EXPECT_NE(end, std::string::npos) << "every line ends with CRLF";
        if (end == std::string::npos) {
            break;
        }
        out.push_back(message.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

/// Undoes quoted-printable.
std::string read_quoted(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (text.compare(i, 3, "=\r\n") == 0) {
            i += 2;
        } else {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        }
    }
    return out;
}

TEST(Message, HasTheHeadersAMailNeeds) {
    EXPECT_EQ(compose(plain()), "Date: Tue, 01 Jul 2008 10:00:00 +0000\r\n"
                                "From: clerk@example.org\r\n"
                                "To: ann@example.org\r\n"
                                "Subject: Minutes are due\r\n"
                                "Message-ID: <ab12@example.org>\r\n"
                                "MIME-Version: 1.0\r\n"
                                "Auto-Submitted: auto-generated\r\n"
                                "Content-Type: text/plain; charset=utf-8\r\n"
                                "Content-Transfer-Encoding: quoted-printable\r\n"
                                "\r\n"
                                "Dear member,\r\n"
                                "\r\n"
                                "The minutes are due.\r\n");
}

TEST(Message, IsAllAsciiInShortLines) {
    auto message = plain();
    message.from_name = "The Clerk, \"Riverside\"";
    message.subject = "Sitzung über die Brücke – Tagesordnung, Unterlagen und alles, was sonst "
                      "noch dazugehört: 会议议程和文件";
    message.text = std::string(300, 'x') + "\ntrailing space \n=équation=\n.\n..\nFrom here\n\tTab";
    message.files = {{"sitzung-ü.ics", "text/calendar; charset=utf-8", std::string(500, '\xff')}};
    for (const auto& line : lines_of(compose(message))) {
        EXPECT_LE(line.size(), 78U) << line;
        for (const char c : line) {
            EXPECT_TRUE((c >= ' ' && c < 0x7f) || c == '\t') << line;
        }
    }
}

TEST(Message, QuotedPrintableGivesTheTextBack) {
    const std::string text =
        "Plain\nspace at the end \ntab\t\n=equals= é € 😀\n" + std::string(200, 'y') + "\n";
    std::string expected;
    for (const char c : text) {
        expected += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    EXPECT_EQ(read_quoted(quoted_printable(text)), expected);
    EXPECT_EQ(quoted_printable(""), "");
    EXPECT_EQ(quoted_printable("no end"), "no end\r\n");
}

TEST(Message, EncodedWordsHoldWholeCharacters) {
    const std::string text = "ä😀ö" + std::string(30, 'x') + "ü€ß😀" + std::string(30, 'z') + "é";
    const auto encoded = header_text(text, 9);
    std::string back;
    for (std::size_t at = encoded.find("=?utf-8?B?"); at != std::string::npos;
         at = encoded.find("=?utf-8?B?", at)) {
        const auto begin = at + 10;
        const auto end = encoded.find("?=", begin);
        EXPECT_LE(end + 2 - at, 75U) << "RFC 2047, 2";
        const auto word = base::parse_base64(encoded.substr(begin, end - begin)).value();
        EXPECT_NE(static_cast<unsigned char>(word.front()) & 0xc0, 0x80) << "a character is split";
        back += word;
        at = end;
    }
    EXPECT_EQ(back, text);
    EXPECT_EQ(header_text("Plain words", 9), "Plain words");
}

TEST(Message, FilesComeAfterTheText) {
    auto message = plain();
    message.files = {{"meeting.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n"}};
    const auto out = compose(message);
    EXPECT_NE(out.find("Content-Type: multipart/mixed;\r\n boundary=\"=_"), std::string::npos);
    EXPECT_NE(out.find("Content-Disposition: attachment;\r\n filename=\"meeting.ics\""),
              std::string::npos);
    EXPECT_NE(out.find(base::base64("BEGIN:VCALENDAR\r\n")), std::string::npos);
    EXPECT_TRUE(out.ends_with("--\r\n"));
}

TEST(Message, DatesAreThoseOfRfc5322) {
    const auto written = [](const char* instant) {
        return date_header(base::parse_instant(instant).value());
    };
    EXPECT_EQ(written("2026-11-22T00:00:00Z"), "Sun, 22 Nov 2026 00:00:00 +0000");
    EXPECT_EQ(written("2024-02-29T23:59:59.999Z"), "Thu, 29 Feb 2024 23:59:59 +0000");
}

TEST(MessageDeathTest, ALineBreakInAHeaderIsABug) {
    auto message = plain();
    message.subject = "A\r\nBcc: all@example.org";
    EXPECT_DEATH(compose(message), "");
}

} // namespace
} // namespace quorate::mail
