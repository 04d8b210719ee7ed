#ifndef QUORATE_VIEWS_PUBLIC_PROOF_HPP
#define QUORATE_VIEWS_PUBLIC_PROOF_HPP
// Whether anybody can get the proof of an entry.

#include "views/reader.hpp"

namespace quorate::views {

/// The public may have the stored bytes of the entry, so its proof can be downloaded by everyone. A
/// proof is given to nobody otherwise, whoever reads. False for a position the record does not
/// have.
bool proof_is_public(const Reader& reader, std::int64_t position);

} // namespace quorate::views

#endif
