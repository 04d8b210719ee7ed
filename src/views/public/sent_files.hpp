#ifndef QUORATE_VIEWS_PUBLIC_SENT_FILES_HPP
#define QUORATE_VIEWS_PUBLIC_SENT_FILES_HPP
// Whether a file is one that was sent out for a meeting, by the hash of its bytes.

#include "views/reader.hpp"

namespace quorate::views {

/// One sending that a file was part of.
struct FileSent {
    Named meeting;
    Named body;
    Moment at;
    std::string what;          ///< "Agenda, minutes and reports", "Reports for item 6"
    std::string title;         ///< of the file, where the reader may read it; else empty
    std::int64_t position = 0; ///< of the entry
};
BOOST_DESCRIBE_STRUCT(FileSent, (), (meeting, body, at, what, title, position))

/// Every sending of the file with this digest (64 hex digits in small letters), first to last. The
/// digests of open papers are in the public record; of a restricted one only those who may read it
/// are told anything.
std::vector<FileSent> sendings_of_file(const Reader& reader, std::string_view digest);

} // namespace quorate::views

#endif
