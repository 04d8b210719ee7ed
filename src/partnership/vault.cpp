#include "partnership/vault.hpp"

#include "base/hash.hpp"
#include "ledger/durable_file.hpp"
#include "partnership/vault_box.hpp"

#include <filesystem>
#include <map>
#include <mutex>

namespace quorate::partnership {
namespace {

using base::fail;

Result<void> check_batch(std::span<const VaultText> texts) {
    if (texts.size() > vault_batch_max) {
        return fail("", "there are " + std::to_string(texts.size()) + " texts; the limit is " +
                            std::to_string(vault_batch_max));
    }
    for (const auto& text : texts) {
        if (text.text.size() > vault_text_bytes_max) {
            return fail("",
                        "a text is " + std::to_string(text.text.size()) + " bytes; the limit is " +
                            std::to_string(vault_text_bytes_max),
                        "Shorten it, or attach it as a paper");
        }
    }
    return {};
}

class MemoryVault final : public Vault {
public:
    explicit MemoryVault(VaultOptions options) : options_(std::move(options)) {}

    Result<std::vector<std::string>> seal(std::span<const VaultText> texts) override {
        if (auto checked = check_batch(texts); !checked) {
            return tl::unexpected(checked.error());
        }
        const std::lock_guard lock(mutex_);
        std::vector<std::string> out;
        for (const auto& text : texts) {
            auto salt = make_salt(options_.seed, text);
            out.push_back(salted_digest(salt, text.text));
            texts_.insert_or_assign(out.back(), Row{text.subject, {std::move(salt), text.text}});
        }
        return out;
    }
    Result<std::optional<UnsealedText>> unseal(std::string_view digest) override {
        const std::lock_guard lock(mutex_);
        const auto found = texts_.find(digest);
        return found == texts_.end() ? std::nullopt : std::optional(found->second.unsealed);
    }
    Result<bool> erase(std::string_view digest) override {
        const std::lock_guard lock(mutex_);
        const auto found = texts_.find(digest);
        if (found == texts_.end()) {
            return false;
        }
        texts_.erase(found);
        return true;
    }
    Result<std::size_t> erase_subject(std::string_view subject) override {
        const std::lock_guard lock(mutex_);
        return std::erase_if(texts_,
                             [&](const auto& item) { return item.second.subject == subject; });
    }
    Result<std::size_t> sweep(const std::function<bool(std::string_view)>& cited) override {
        const std::lock_guard lock(mutex_);
        return std::erase_if(texts_, [&](const auto& item) { return !cited(item.first); });
    }

private:
    struct Row {
        std::string subject;
        UnsealedText unsealed;
    };
    VaultOptions options_;
    std::mutex mutex_;
    std::map<std::string, Row, std::less<>> texts_;
};

const ledger::sqlite::DatabaseKind& vault_kind() {
    static const ledger::sqlite::DatabaseKind kind{
        "vault", 0x51525654 /* "QRVT" */, 1,
        "CREATE TABLE subject_key (subject TEXT PRIMARY KEY, box BLOB NOT NULL) STRICT;"
        "CREATE TABLE text (digest BLOB PRIMARY KEY, subject TEXT NOT NULL, box BLOB NOT NULL) "
        "STRICT;"
        "CREATE INDEX text_by_subject ON text (subject) WHERE subject <> '';"};
    return kind;
}

class FileVault final : public Vault {
public:
    FileVault(ledger::sqlite::Database database, BoxKey key, std::string seed)
        : database_(std::move(database)), key_(std::move(key)), seed_(std::move(seed)) {}

    Result<void> prepare();
    Result<std::vector<std::string>> seal(std::span<const VaultText> texts) override;
    Result<std::optional<UnsealedText>> unseal(std::string_view digest) override;
    Result<bool> erase(std::string_view digest) override;
    Result<std::size_t> erase_subject(std::string_view subject) override;
    Result<std::size_t> sweep(const std::function<bool(std::string_view)>& cited) override;

private:
    using Statement = ledger::sqlite::Statement;
    /// Runs `body` in one transaction: committed when it succeeds, else undone.
    Result<void> transaction(const std::function<Result<void>()>& body);
    Result<std::string> seal_in_transaction(const VaultText& text);
    /// The subject's key, made when `make` and there is none yet; nothing when it has been
    /// destroyed.
    Result<std::optional<BoxKey>> subject_key(std::string_view subject, bool make);
    /// Moves the log into the file and empties it, so that erased rows are in neither.
    Result<void> empty_log() { return database_.run("PRAGMA wal_checkpoint(TRUNCATE)"); }

    std::mutex mutex_;
    ledger::sqlite::Database database_;
    BoxKey key_;
    std::string seed_;
    std::optional<base::Failure> stopped_;
    Statement find_key_, add_key_, drop_key_, find_text_, add_text_, drop_text_, drop_texts_, all_,
        count_texts_;
};

Result<void> FileVault::prepare() {
    const std::pair<Statement*, const char*> statements[] = {
        {&find_key_, "SELECT box FROM subject_key WHERE subject = ?"},
        {&add_key_, "INSERT INTO subject_key (subject, box) VALUES (?, ?)"},
        {&drop_key_, "DELETE FROM subject_key WHERE subject = ?"},
        {&find_text_, "SELECT subject, box FROM text WHERE digest = ?"},
        {&add_text_,
         "INSERT INTO text (digest, subject, box) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"},
        {&drop_text_, "DELETE FROM text WHERE digest = ?"},
        {&drop_texts_, "DELETE FROM text WHERE subject = ? AND subject <> ''"},
        {&all_, "SELECT digest FROM text"},
        {&count_texts_, "SELECT count(*) FROM text WHERE subject = ? AND subject <> ''"},
    };
    for (const auto& [statement, sql] : statements) {
        auto prepared = database_.prepare(sql);
        if (!prepared) {
            return tl::unexpected(prepared.error());
        }
        *statement = std::move(*prepared);
    }
    return {};
}

Result<void> FileVault::transaction(const std::function<Result<void>()>& body) {
    if (stopped_) {
        return tl::unexpected(*stopped_);
    }
    auto done = database_.run("BEGIN IMMEDIATE").and_then(body);
    done = done ? database_.run("COMMIT") : done;
    if (done) {
        return done;
    }
    const int code = database_.last_code();
    if (database_.in_transaction()) {
        static_cast<void>(database_.run("ROLLBACK"));
    }
    if (ledger::sqlite::stops_writing(code)) {
        stopped_ = done.error();
    }
    return done;
}

Result<std::optional<BoxKey>> FileVault::subject_key(std::string_view subject, bool make) {
    if (subject.empty()) {
        return key_;
    }
    find_key_.bind_text(1, subject);
    const auto row = find_key_.step();
    const std::string box = row && *row ? std::string(find_key_.bytes(0)) : std::string();
    find_key_.reset();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (*row) {
        auto opened = key_.open(box, subject);
        if (!opened) {
            return fail("vault", "the key of a subject cannot be opened: vault.db and vault.key do "
                                 "not belong together");
        }
        return BoxKey(std::move(*opened));
    }
    if (!make) {
        return std::nullopt;
    }
    auto made = BoxKey::random();
    const auto sealed = key_.seal(made.bytes(), subject);
    add_key_.bind_text(1, subject);
    add_key_.bind_blob(2, sealed);
    if (auto added = add_key_.run(); !added) {
        return tl::unexpected(added.error());
    }
    return made;
}

Result<std::string> FileVault::seal_in_transaction(const VaultText& text) {
    const auto key = subject_key(text.subject, true);
    if (!key) {
        return tl::unexpected(key.error());
    }
    const auto salt = make_salt(seed_, text);
    auto digest = salted_digest(salt, text.text);
    const auto raw = raw_digest(digest);
    const auto box = (*key)->seal(salt + text.text, *raw);
    add_text_.bind_blob(1, *raw);
    add_text_.bind_text(2, text.subject);
    add_text_.bind_blob(3, box);
    return add_text_.run().map([&] { return digest; });
}

Result<std::vector<std::string>> FileVault::seal(std::span<const VaultText> texts) {
    if (auto checked = check_batch(texts); !checked) {
        return tl::unexpected(checked.error());
    }
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    if (texts.empty()) {
        return out;
    }
    const auto done = transaction([&]() -> Result<void> {
        for (const auto& text : texts) {
            auto digest = seal_in_transaction(text);
            if (!digest) {
                return tl::unexpected(digest.error());
            }
            out.push_back(std::move(*digest));
        }
        return {};
    });
    return done ? Result<std::vector<std::string>>(std::move(out)) : tl::unexpected(done.error());
}

Result<std::optional<UnsealedText>> FileVault::unseal(std::string_view digest) {
    const auto raw = raw_digest(digest);
    if (!raw) {
        return std::nullopt;
    }
    const std::lock_guard lock(mutex_);
    find_text_.bind_blob(1, *raw);
    const auto row = find_text_.step();
    const bool found = row && *row;
    const std::string subject(found ? find_text_.bytes(0) : std::string_view{});
    const std::string box(found ? find_text_.bytes(1) : std::string_view{});
    find_text_.reset();
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto key =
        found ? subject_key(subject, false) : Result<std::optional<BoxKey>>(std::nullopt);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!key->has_value()) {
        return std::nullopt;
    }
    const auto plain = (*key)->open(box, *raw);
    if (!plain || plain->size() < salt_bytes || base::as_bytes(base::sha256(*plain)) != *raw) {
        return fail("vault",
                    "a text in the vault is damaged: it does not fit " + std::string(digest),
                    "Restore the vault from a backup");
    }
    return UnsealedText{plain->substr(0, salt_bytes), plain->substr(salt_bytes)};
}

Result<bool> FileVault::erase(std::string_view digest) {
    const auto raw = raw_digest(digest);
    if (!raw) {
        return false;
    }
    const std::lock_guard lock(mutex_);
    find_text_.bind_blob(1, *raw);
    const auto row = find_text_.step();
    find_text_.reset();
    if (!row || !*row) {
        return row;
    }
    drop_text_.bind_blob(1, *raw);
    return transaction([&] { return drop_text_.run(); })
        .and_then([&] { return empty_log(); })
        .map([] { return true; });
}

Result<std::size_t> FileVault::erase_subject(std::string_view subject) {
    const std::lock_guard lock(mutex_);
    count_texts_.bind_text(1, subject);
    const auto row = count_texts_.step();
    const auto count = static_cast<std::size_t>(row && *row ? count_texts_.integer(0) : 0);
    count_texts_.reset();
    if (!row) {
        return tl::unexpected(row.error());
    }
    drop_key_.bind_text(1, subject);
    drop_texts_.bind_text(1, subject);
    return transaction([&] { return drop_key_.run().and_then([&] { return drop_texts_.run(); }); })
        .and_then([&] { return empty_log(); })
        .map([&] { return count; });
}

Result<std::size_t> FileVault::sweep(const std::function<bool(std::string_view)>& cited) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> orphans;
    auto row = all_.step();
    for (; row && *row; row = all_.step()) {
        const std::string raw(all_.bytes(0));
        if (!cited(digest_text(raw))) {
            orphans.push_back(raw);
        }
    }
    all_.reset();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (orphans.empty()) {
        return std::size_t{0};
    }
    const auto done = transaction([&]() -> Result<void> {
        for (const auto& raw : orphans) {
            drop_text_.bind_blob(1, raw);
            if (auto dropped = drop_text_.run(); !dropped) {
                return dropped;
            }
        }
        return {};
    });
    return done.and_then([&] { return empty_log(); }).map([&] { return orphans.size(); });
}

} // namespace

Result<std::optional<std::string>> Vault::read(std::string_view digest) {
    return unseal(digest).map([](std::optional<UnsealedText> unsealed) {
        return unsealed ? std::optional(std::move(unsealed->text)) : std::nullopt;
    });
}

Result<std::string> Vault::seal_one(const VaultText& text) {
    return seal({&text, 1}).map([](std::vector<std::string> digests) {
        return std::move(digests.front());
    });
}

std::unique_ptr<Vault> memory_vault(const VaultOptions& options) {
    return std::make_unique<MemoryVault>(options);
}

Result<std::unique_ptr<Vault>> open_vault(const std::string& folder, const VaultOptions& options) {
    const auto file = folder + "/vault.db";
    const auto key_file = folder + "/vault.key";
    // The key comes first: a vault without a key could never be written, one without rows is merely
    // empty.
    if (!std::filesystem::exists(key_file)) {
        if (std::filesystem::exists(file)) {
            return fail(key_file, "the vault's key is missing: its texts cannot be read",
                        "Put vault.key back from where it is kept safe");
        }
        if (auto made = save_box_key(key_file, BoxKey::random()); !made) {
            return tl::unexpected(made.error());
        }
    }
    auto key = load_box_key(key_file);
    if (!key) {
        return tl::unexpected(key.error());
    }
    ledger::sqlite::OpenOptions how;
    how.mode = ledger::sqlite::OpenMode::create;
    how.vfs = options.vfs;
    auto database = ledger::sqlite::Database::open(file, vault_kind(), how);
    if (!database) {
        return tl::unexpected(database.error());
    }
    auto vault = std::make_unique<FileVault>(std::move(*database), std::move(*key), options.seed);
    if (auto prepared = vault->prepare(); !prepared) {
        return tl::unexpected(prepared.error());
    }
    return vault;
}

} // namespace quorate::partnership
