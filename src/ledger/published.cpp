#include "ledger/published.hpp"

#include "base/json.hpp"

namespace quorate::ledger {
namespace {

void append_member(std::string& out, std::string_view key, std::string_view text) {
    base::append_json_string(out, key);
    out += ": ";
    base::append_json_string(out, text);
    out += ",\n";
}

/// checkpoint, format, origin, root, size and vkey: the same in both documents.
void append_head(std::string& out, std::string_view format, const Ledger& ledger,
                 const TreeHead& head, const std::string& checkpoint) {
    const auto key = ledger.verifier();
    append_member(out, "format", format);
    append_member(out, "origin", key ? key->name : "");
    append_member(out, "vkey", key ? key->text() : "");
    append_member(out, "checkpoint", checkpoint);
    append_member(out, "root", base::hex(head.root));
    out += "\"size\": " + std::to_string(head.size);
}

std::string path_json(const std::vector<Digest>& path) {
    std::string out = "[";
    for (const auto& step : path) {
        out += (out.size() == 1 ? "\"" : ",\n  \"") + base::hex(step) + "\"";
    }
    return out + "]";
}

} // namespace

Result<void> write_bundle(Ledger& ledger, const Sink& sink, const Publishes& publishes) {
    // Head and checkpoint must belong together though a batch may be committed between the two
    // calls.
    auto head = ledger.head();
    auto checkpoint = ledger.checkpoint();
    while (ledger.head().size != head.size) {
        head = ledger.head();
        checkpoint = ledger.checkpoint();
    }
    std::string piece = "{";
    append_head(piece, bundle_format, ledger, head, checkpoint);
    piece += ",\n\"entries\": [";
    auto visited =
        ledger.store().visit({0, head.size}, [&](const StoredEntry& entry) -> Result<void> {
            piece += entry.position == 0 ? "\n{" : ",\n{";
            if (!publishes || publishes(entry)) {
                piece += "\"bytes\": ";
                base::append_json_string(piece, entry.bytes);
                piece += ", ";
            }
            piece += "\"leaf\": \"" + base::hex(entry.leaf) + "\"}";
            auto sunk = sink(piece);
            piece.clear();
            return sunk;
        });
    return visited.and_then([&] { return sink(piece + "\n]}\n"); });
}

Result<std::string> proof_document(Ledger& ledger, std::uint64_t position,
                                   std::optional<std::uint64_t> older) {
    const auto proof = ledger.prove(position);
    if (!proof) {
        return tl::unexpected(proof.error());
    }
    std::string out = "{";
    append_head(out, proof_format, ledger, proof->head, proof->checkpoint);
    out += ",\n\"position\": " + std::to_string(position) + ",\n";
    append_member(out, "bytes", proof->bytes);
    out += "\"path\": " + path_json(proof->path);
    if (older) {
        const auto path = ledger.prove_consistent(*older, proof->head.size);
        if (!path) {
            return tl::unexpected(path.error());
        }
        out += ",\n\"older\": {\"size\": " + std::to_string(*older) +
               ", \"path\": " + path_json(*path) + "}";
    }
    return out + "}\n";
}

} // namespace quorate::ledger
