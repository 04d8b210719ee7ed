#ifndef QUORATE_MAIL_MESSAGE_HPP
#define QUORATE_MAIL_MESSAGE_HPP
// A mail as it goes over the wire: RFC 5322 with MIME (RFC 2045 to 2047, 2183), in lines of at most
// 76 characters, all of it ASCII.

#include "base/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::mail {

struct MessageFile {
    std::string name;
    std::string content_type;
    std::string bytes;
};

/// What a message is made of. Addresses are plain (partnership/workspace/contacts.hpp); subject and
/// sender's name are one line of UTF-8; lines of the text end with \n.
struct Message {
    std::string from;
    std::string from_name; ///< empty: the address alone
    std::string to;
    std::string subject;
    std::string text;
    std::string message_id; ///< without angle brackets: "ab12@example.org"
    base::Instant date;
    std::vector<MessageFile> files = {};
};

/// The whole message, lines ended by CRLF, without the dots SMTP doubles. A control character in
/// what becomes a header is a bug (assertion): nothing can begin a header of its own.
std::string compose(const Message& message);

/// "Tue, 01 Jul 2008 10:00:00 +0000": RFC 5322, 3.3.
std::string date_header(base::Instant instant);
/// A header's text: as it is when it is plain ASCII, else in encoded words (RFC 2047), folded.
/// `column` characters stand before it on its line.
std::string header_text(std::string_view text, std::size_t column);
/// Quoted-printable (RFC 2045, 6.7) of text whose lines end with \n.
std::string quoted_printable(std::string_view text);

} // namespace quorate::mail

#endif
