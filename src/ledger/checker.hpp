#ifndef QUORATE_LEDGER_CHECKER_HPP
#define QUORATE_LEDGER_CHECKER_HPP
// Internal to ledger/verify.cpp: looks at entries one after another and keeps the first that is
// bad.

#include "ledger/verify.hpp"

#include <unordered_set>

namespace quorate::ledger {

/// One entry as found. Bytes or stored leaf may be missing (a bundle), never both.
struct FoundEntry {
    std::optional<std::string_view> id; ///< kept beside the bytes, where it is
    std::optional<std::string_view> bytes;
    std::optional<Digest> leaf;
    std::string_view checkpoint;
};

class Checker {
public:
    /// Fails when an option cannot be read.
    static Result<Checker> make(std::string subject, const VerifyOptions& options);

    /// The key named by the document; one got elsewhere goes before it, and a difference is
    /// reported.
    void offer_key(std::string_view vkey);
    void entry(const FoundEntry& found);
    /// A checkpoint that came with the record, for the number of entries seen so far.
    void checkpoint(std::string_view note, const std::string& where);
    void bad(std::uint64_t position, std::string what);
    void damage(std::string what);
    /// Everything has been seen.
    VerifyReport finish();

    /// Compares a head that was not built from entries (a proof's) with the checkpoint got
    /// elsewhere.
    void claim(const TreeHead& head, const TreeHead& older, bool older_proved);
    [[nodiscard]] std::uint64_t seen() const { return stored_.size(); }
    [[nodiscard]] const std::optional<VerifierKey>& key() const { return key_; }

    /// Canonical form, shape, position and id of one entry's bytes; the fault, or nothing.
    static std::string fault_in_bytes(std::string_view bytes, std::uint64_t position,
                                      std::optional<std::string_view> id);

private:
    explicit Checker(VerifyReport report) : report_(std::move(report)) {}
    void content(std::string_view bytes, std::uint64_t position,
                 std::optional<std::string_view> id);
    void genesis(std::string_view bytes);
    void blame(const Digest& signed_root);
    void remember_elsewhere();

    VerifyReport report_;
    std::optional<VerifierKey> key_;
    std::optional<Checkpoint> elsewhere_;
    std::string elsewhere_note_;
    std::optional<Digest> root_at_elsewhere_;
    Frontier stored_;   // over stored leaf hashes where there are any
    Frontier computed_; // over hashes of the bytes where there are any
    std::unordered_set<std::string> ids_;
    std::string latest_recorded_;
    bool hash_mismatch_ =
        false; // first_bad is a mismatch of bytes and leaf whose blame is still open
};

} // namespace quorate::ledger

#endif
