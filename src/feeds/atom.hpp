#ifndef QUORATE_FEEDS_ATOM_HPP
#define QUORATE_FEEDS_ATOM_HPP
// Atom feeds (RFC 4287).

#include "base/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::feeds {

/// Entries beyond this are left out, the last ones first.
inline constexpr std::size_t entries_max = 500;

struct AtomEntry {
    std::string id; ///< an IRI that never changes: see stable_id()
    std::string title;
    std::string summary;
    std::string link;     ///< absolute address of the page about it
    std::string category; ///< one word; may be empty
    base::Instant updated;
};

struct AtomFeed {
    std::string id;
    std::string title;
    std::string author;
    std::string self;      ///< absolute address of the feed
    std::string alternate; ///< absolute address of the page it is a feed of
    base::Instant updated; ///< of a feed with no entries; else the latest of theirs
    std::vector<AtomEntry> entries;
};

/// The document. The same feed gives the same bytes. Characters XML cannot hold are left out.
std::string atom(const AtomFeed& feed);

/// An IRI for something named by words that never change: urn:uuid with a UUID of version 8
/// (RFC 9562), made of their SHA-256.
std::string stable_id(std::string_view words);

} // namespace quorate::feeds

#endif
