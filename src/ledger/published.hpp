#ifndef QUORATE_LEDGER_PUBLISHED_HPP
#define QUORATE_LEDGER_PUBLISHED_HPP
// What is published so that others can check the record: a bundle of the whole, or the proof of one
// entry. Both are one JSON document.
//
// Bundle:
//   {"checkpoint": "<signed note>", "format": "quorate-bundle-1", "origin": "<log name>", "root":
//   "<hex>",
//    "size": <entries>, "vkey": "<public key>",
//    "entries": [{"bytes": "<canonical JSON>", "leaf": "<hex>"} or, for an entry not published,
//    {"leaf": "<hex>"}, …]}
// Proof:
//   {"bytes": "<canonical JSON>", "checkpoint": "<signed note>", "format": "quorate-proof-1",
//   "origin": "<log name>",
//    "path": ["<hex>", …], "position": <n>, "root": "<hex>", "size": <entries>, "vkey": "<public
//    key>", "older": {"path": ["<hex>", …], "size": <entries>}}       (older only when asked for: a
//    consistency proof)
// A reader may leave out "leaf" beside "bytes"; it lets a bad entry be named. checkpoint, origin
// and vkey are empty for an unsigned record.

#include "ledger/ledger.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace quorate::ledger {

inline constexpr std::string_view bundle_format = "quorate-bundle-1";
inline constexpr std::string_view proof_format = "quorate-proof-1";
inline constexpr std::size_t bundle_bytes_max = std::size_t{512} << 20;
inline constexpr std::size_t proof_bytes_max = std::size_t{4} << 20;

/// Takes the next piece of a document; a Failure stops the export.
using Sink = std::function<Result<void>(std::string_view)>;
/// True for an entry whose bytes are published; the others show as a bare leaf hash.
using Publishes = std::function<bool(const StoredEntry&)>;

/// Writes the bundle of the record as it stands at the call; entries appended meanwhile are left
/// out. An empty `publishes` publishes every entry.
Result<void> write_bundle(Ledger& ledger, const Sink& sink, const Publishes& publishes = {});

/// The proof document for one entry, with a consistency proof from `older` entries when given.
Result<std::string> proof_document(Ledger& ledger, std::uint64_t position,
                                   std::optional<std::uint64_t> older = std::nullopt);

} // namespace quorate::ledger

#endif
