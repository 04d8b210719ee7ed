#include "ledger/checker.hpp"

#include "base/time.hpp"
#include "ledger/canonical_check.hpp"
#include "ledger/entry.hpp"

namespace quorate::ledger {
namespace {

constexpr std::size_t damage_lines_max = 40;

std::string entries_words(std::uint64_t first, std::uint64_t end) {
    return first + 1 == end
               ? "this entry is"
               : "this entry, or one after it up to entry " + std::to_string(end - 1) + ", is";
}

base::Failure with_where(base::Failure failure, const char* where) {
    failure.where = where;
    return failure;
}

} // namespace

Result<Checker> Checker::make(std::string subject, const VerifyOptions& options) {
    Checker out(VerifyReport{});
    out.report_.subject = std::move(subject);
    if (!options.vkey.empty()) {
        auto key = parse_verifier_key(options.vkey);
        if (!key) {
            return tl::unexpected(with_where(key.error(), "the public key got elsewhere"));
        }
        out.key_ = std::move(*key);
        out.report_.key_got_elsewhere = true;
    }
    if (!options.checkpoint.empty()) {
        auto note = parse_checkpoint(options.checkpoint);
        if (!note) {
            return tl::unexpected(with_where(note.error(), "the checkpoint got elsewhere"));
        }
        out.elsewhere_ = std::move(*note);
        out.elsewhere_note_ = options.checkpoint;
    }
    out.remember_elsewhere();
    return out;
}

void Checker::damage(std::string what) {
    if (report_.damage.size() < damage_lines_max) {
        report_.damage.push_back(std::move(what));
    }
}

void Checker::bad(std::uint64_t position, std::string what) {
    if (!report_.first_bad) {
        report_.first_bad = BadEntry{position, std::move(what)};
    }
}

void Checker::offer_key(std::string_view vkey) {
    if (vkey.empty()) {
        return;
    }
    auto key = parse_verifier_key(vkey);
    if (!key) {
        damage("the public key in the " + report_.subject +
               " cannot be read: " + key.error().message);
    } else if (!key_) {
        key_ = std::move(*key);
    } else if (*key_ != *key) {
        damage("the public key in the " + report_.subject + " is not the one expected");
    }
}

void Checker::remember_elsewhere() {
    if (elsewhere_ && elsewhere_->size == computed_.size()) {
        root_at_elsewhere_ = computed_.root();
    }
}

void Checker::entry(const FoundEntry& found) {
    QUORATE_ASSERT(found.bytes || found.leaf);
    const auto position = seen();
    const auto computed = found.bytes ? leaf_hash(*found.bytes) : *found.leaf;
    const auto stored = found.leaf.value_or(computed);
    if (computed != stored && !report_.first_bad) {
        bad(position, "its bytes do not fit its leaf hash");
        hash_mismatch_ = true;
    }
    stored_.append(stored);
    computed_.append(computed);
    if (found.bytes && computed == stored) {
        content(*found.bytes, position, found.id);
    }
    remember_elsewhere();
    if (!found.checkpoint.empty()) {
        checkpoint(found.checkpoint,
                   "the checkpoint stored with entry " + std::to_string(position));
    }
}

std::string Checker::fault_in_bytes(std::string_view bytes, std::uint64_t position,
                                    std::optional<std::string_view> id) {
    if (const auto canonical = check_canonical(bytes); !canonical) {
        return "its bytes are not in canonical form: " + canonical.error().text();
    }
    const auto head = view_head(bytes);
    if (!head) {
        return "it does not have the form of an entry: " + head.error().text();
    }
    if (head->position != position) {
        return "its bytes say it is entry " + std::to_string(head->position);
    }
    if (id && head->id != *id) {
        return "its bytes say its id is " + std::string(head->id) + ", it is stored as " +
               std::string(*id);
    }
    if ((head->act == "genesis") != (position == 0)) {
        return position == 0 ? "the first entry is not a genesis"
                             : "a genesis can only be the first entry";
    }
    if (!base::parse_instant(head->recorded)) {
        return "it does not say when it was recorded";
    }
    return {};
}

void Checker::content(std::string_view bytes, std::uint64_t position,
                      std::optional<std::string_view> id) {
    if (auto fault = fault_in_bytes(bytes, position, id); !fault.empty()) {
        bad(position, std::move(fault));
        return;
    }
    const auto head = *view_head(bytes);
    if (!ids_.insert(std::string(head.id)).second) {
        bad(position, "its id " + std::string(head.id) + " was used before");
    }
    if (!latest_recorded_.empty() &&
        *base::parse_instant(head.recorded) < *base::parse_instant(latest_recorded_)) {
        bad(position, "it was recorded at " + std::string(head.recorded) +
                          ", before the entry in front of it (" + latest_recorded_ + ")");
    }
    latest_recorded_ = head.recorded;
    if (position == 0) {
        genesis(bytes);
    }
}

void Checker::genesis(std::string_view bytes) {
    const auto genesis = decode_genesis(bytes);
    if (!genesis) {
        bad(0, genesis.error().text());
        return;
    }
    offer_key(genesis->public_key);
}

void Checker::checkpoint(std::string_view note, const std::string& where) {
    const auto signed_head = key_ ? open_checkpoint(note, *key_) : parse_checkpoint(note);
    if (!signed_head) {
        damage(where + " does not hold: " + signed_head.error().message);
        return;
    }
    if (!key_) {
        // A genesis that is bad itself cannot name the key; saying so for every checkpoint would
        // hide it.
        if (!report_.first_bad) {
            damage(where + " cannot be checked: there is no public key");
        }
        return;
    }
    if (signed_head->size != seen()) {
        damage(where + " is for " + std::to_string(signed_head->size) + " entries, not " +
               std::to_string(seen()));
        return;
    }
    blame(signed_head->root);
    if (report_.first_bad) {
        return;
    }
    if (signed_head->root != stored_.root()) {
        bad(report_.signed_size,
            entries_words(report_.signed_size, seen()) + " not what was signed");
        return;
    }
    report_.signed_size = seen();
}

void Checker::blame(const Digest& signed_root) {
    if (!hash_mismatch_) {
        return;
    }
    hash_mismatch_ = false;
    if (stored_.root() == signed_root) {
        report_.first_bad->what += ": its bytes have been changed since they were signed";
    } else if (computed_.root() == signed_root) {
        report_.first_bad->what += ": its leaf hash has been changed; its bytes are as signed";
    }
}

void Checker::claim(const TreeHead& head, const TreeHead& older, bool older_proved) {
    report_.head = head;
    if (!elsewhere_) {
        return;
    }
    if (elsewhere_->size == head.size) {
        root_at_elsewhere_ = head.root;
    } else if (elsewhere_->size == older.size && older_proved) {
        root_at_elsewhere_ = older.root;
    } else {
        damage("the proof is for " + std::to_string(head.size) +
               " entries and the checkpoint got elsewhere for " + std::to_string(elsewhere_->size) +
               ": ask for a proof that joins the two");
    }
}

VerifyReport Checker::finish() {
    if (report_.head.size == 0) {
        report_.head = {computed_.size(), computed_.root()};
    }
    if (key_) {
        report_.origin = key_->name;
        report_.vkey = key_->text();
    }
    if (elsewhere_) {
        const auto opened =
            key_ ? open_checkpoint(elsewhere_note_, *key_)
                 : base::fail("", "there is no public key to check its signature with");
        if (!opened) {
            damage("the checkpoint got elsewhere does not hold: " + opened.error().message);
        } else if (elsewhere_->size > report_.head.size) {
            damage("the checkpoint got elsewhere is for " + std::to_string(elsewhere_->size) +
                   " entries and only " + std::to_string(report_.head.size) +
                   " are here: the last are missing");
        } else if (root_at_elsewhere_ && *root_at_elsewhere_ != elsewhere_->root) {
            damage("the first " + std::to_string(elsewhere_->size) +
                   " entries are not the ones the checkpoint got elsewhere was signed for");
        } else {
            report_.matches_checkpoint_got_elsewhere = root_at_elsewhere_.has_value();
        }
    }
    return std::move(report_);
}

} // namespace quorate::ledger
