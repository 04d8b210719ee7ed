#include "partnership/partnership.hpp"

#include "base/uuid.hpp"
#include "governance/rule.hpp"
#include "ledger/memory/memory_store.hpp"
#include "ledger/published.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "partnership/writer.hpp"

#include <filesystem>
#include <unordered_set>

namespace quorate::partnership {
namespace {

using base::fail;

/// Where the keys and salts of a partnership in memory come from: always the same for the same
/// name.
std::string memory_seed(const std::string& partnership) {
    return std::string(base::as_bytes(base::sha256("quorate in memory: " + partnership)));
}

Result<ledger::SigningKey> key_in(const std::string& folder, const NewPartnership* genesis) {
    const auto path = folder + "/" + signing_key_file;
    if (genesis == nullptr || std::filesystem::exists(path)) {
        return ledger::load_signing_key(path);
    }
    auto key = ledger::SigningKey::generate(genesis->partnership);
    if (key) {
        if (auto saved = ledger::save_signing_key(path, *key); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    return key;
}

/// Every digest of a sealed text that an entry cites: "sha256:" and 64 hex digits.
void note_cited(std::string_view bytes, std::unordered_set<std::string>& cited) {
    constexpr std::string_view prefix = "sha256:";
    constexpr std::size_t length = prefix.size() + 64;
    for (auto at = bytes.find(prefix); at != std::string_view::npos;
         at = bytes.find(prefix, at + 1)) {
        cited.emplace(bytes.substr(at, length));
    }
}

/// Papers that were sent out, and those uploaded to be.
Result<std::unordered_set<std::string>> papers_kept(const Parts& parts,
                                                    const governance::State& state) {
    std::unordered_set<std::string> out;
    if (parts.workspace) {
        const auto uploaded = parts.workspace->uploaded_digests();
        if (!uploaded) {
            return tl::unexpected(uploaded.error());
        }
        for (const auto& digest : *uploaded) {
            out.insert(base::hex(digest));
        }
    }
    state.meetings.each([&](const governance::Meeting& meeting) {
        for (const auto& circulation : meeting.circulations) {
            out.insert(circulation.papers.begin(), circulation.papers.end());
        }
        for (const auto& restriction : meeting.restrictions) {
            const auto sealed = restriction.paper.digest.value_or(base::Digest{});
            const auto digest = parts.vault->read("sha256:" + base::hex(sealed));
            if (digest && *digest) {
                out.insert(**digest);
            }
        }
    });
    return out;
}

/// Takes away texts and papers made durable for entries that were never committed.
Result<void> sweep_orphans(Parts& parts, const governance::State& state,
                           const std::unordered_set<std::string>& texts) {
    const auto swept = parts.vault->sweep(
        [&](std::string_view digest) { return texts.contains(std::string(digest)); });
    if (!swept) {
        return tl::unexpected(swept.error());
    }
    if (!parts.papers) {
        return {};
    }
    const auto kept = papers_kept(parts, state);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return parts.papers
        ->sweep([&](const Digest& digest) { return kept->contains(base::hex(digest)); })
        .map([](std::size_t) {});
}

bool follows_the_record(governance::PartnershipKind kind) {
    return kind == governance::PartnershipKind::rehearsal ||
           kind == governance::PartnershipKind::scenario;
}

} // namespace

Partnership::Partnership() = default;
Partnership::~Partnership() = default;

Result<std::unique_ptr<Partnership>> Partnership::create(const std::string& folder,
                                                         const NewPartnership& genesis,
                                                         const FolderOptions& options) {
    if (!base::is_id(genesis.partnership) || genesis.partnership.find('/') != std::string::npos) {
        return fail("partnership", "\"" + genesis.partnership + "\" is not a name for addresses",
                    "Use small letters, digits and hyphens, such as kent");
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(folder, "cannot make the folder: " + error.message());
    }
    return on_disk(folder, &genesis, options);
}

Result<std::unique_ptr<Partnership>> Partnership::open(const std::string& folder,
                                                       const FolderOptions& options) {
    if (!std::filesystem::exists(folder + "/ledger.db")) {
        return fail(folder, "there is no partnership in this folder", "Make one with quorate init");
    }
    return on_disk(folder, nullptr, options);
}

Result<std::unique_ptr<Partnership>> Partnership::on_disk(const std::string& folder,
                                                          const NewPartnership* genesis,
                                                          const FolderOptions& options) {
    ledger::sqlite::OpenOptions how;
    how.mode =
        genesis == nullptr ? ledger::sqlite::OpenMode::existing : ledger::sqlite::OpenMode::create;
    how.vfs = options.vfs;
    how.wal_pages_max = options.wal_pages_max;
    auto store = ledger::sqlite::SqliteStore::open(folder + "/ledger.db", how);
    if (!store) {
        return tl::unexpected(store.error());
    }
    if (genesis != nullptr && (*store)->size() > 0) {
        return fail(folder, "there is already a partnership in this folder");
    }
    if (genesis == nullptr && (*store)->size() == 0) {
        return fail(folder, "the partnership in this folder was never finished",
                    "Remove the folder, then make it again with quorate init");
    }
    auto key = key_in(folder, genesis);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto vault = open_vault(folder, {{}, options.vfs});
    auto papers = Papers::open(folder + "/papers");
    auto shelf = SourceShelf::open(folder);
    auto workspace = Workspace::open(folder);
    if (!vault || !papers || !shelf || !workspace) {
        return tl::unexpected(!vault    ? vault.error()
                              : !papers ? papers.error()
                              : !shelf  ? shelf.error()
                                        : workspace.error());
    }
    std::unique_ptr<Partnership> out(new Partnership);
    out->parts_.folder = folder;
    out->parts_.vault = std::move(*vault);
    out->parts_.papers = std::move(*papers);
    out->parts_.shelf = std::move(*shelf);
    out->parts_.workspace = std::move(*workspace);
    out->clock_given_ = options.clock_of_the_record;
    return assemble(std::move(out), std::move(*store), std::move(*key), genesis);
}

Result<std::unique_ptr<Partnership>> Partnership::create_in_memory(const NewPartnership& genesis) {
    std::unique_ptr<Partnership> out(new Partnership);
    const auto seed = memory_seed(genesis.partnership);
    auto key = ledger::SigningKey::from_seed(genesis.partnership, seed);
    if (!key) {
        return tl::unexpected(key.error());
    }
    out->parts_.vault = memory_vault({seed, {}});
    out->parts_.shelf = std::make_unique<SourceShelf>();
    out->clock_given_ = true;
    return assemble(std::move(out), std::make_unique<ledger::memory::MemoryStore>(),
                    std::move(*key), &genesis);
}

Result<std::unique_ptr<Partnership>> Partnership::reopened_in_memory() const {
    const auto* store = dynamic_cast<const ledger::memory::MemoryStore*>(&parts_.ledger->store());
    QUORATE_ASSERT(store != nullptr);
    std::unique_ptr<Partnership> out(new Partnership);
    auto key = ledger::SigningKey::from_seed(id(), memory_seed(id()));
    if (!key) {
        return tl::unexpected(key.error());
    }
    out->parts_.vault = parts_.vault;
    out->parts_.shelf = std::make_unique<SourceShelf>(*parts_.shelf);
    out->clock_given_ = true;
    return assemble(std::move(out), store->copy(), std::move(*key), nullptr);
}

Result<std::unique_ptr<Partnership>> Partnership::copy_in_memory() const {
    // Replaying would give the same; the published state is shared instead, which costs a few
    // pointers.
    const auto* store = dynamic_cast<const ledger::memory::MemoryStore*>(&parts_.ledger->store());
    QUORATE_ASSERT(store != nullptr);
    std::unique_ptr<Partnership> out(new Partnership);
    auto key = ledger::SigningKey::from_seed(id(), memory_seed(id()));
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto opened = ledger::Ledger::open(store->copy(), std::move(*key));
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    out->parts_.ledger = std::move(*opened);
    out->parts_.vault = parts_.vault;
    out->parts_.shelf = std::make_unique<SourceShelf>(*parts_.shelf);
    out->parts_.clock = parts_.clock;
    out->parts_.published.store(parts_.published.load());
    out->writer_ = std::make_unique<Writer>(out->parts_, false);
    return out;
}

Result<std::unique_ptr<Partnership>> Partnership::assemble(std::unique_ptr<Partnership> partnership,
                                                           std::unique_ptr<ledger::Store> store,
                                                           std::optional<ledger::SigningKey> key,
                                                           const NewPartnership* genesis) {
    auto& parts = partnership->parts_;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->sources = parts.shelf->now();
    Replayer replayer;
    const bool on_disk = !parts.folder.empty();
    std::unordered_set<std::string> texts;
    auto opened = ledger::Ledger::open(std::move(store), std::move(key),
                                       [&](const ledger::StoredEntry& entry) {
                                           if (on_disk) {
                                               note_cited(entry.bytes, texts);
                                           }
                                           return replayer.take(snapshot->state, entry.bytes);
                                       });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (on_disk) {
        if (auto swept = sweep_orphans(parts, snapshot->state, texts); !swept) {
            return tl::unexpected(swept.error());
        }
    }
    parts.ledger = std::move(*opened);
    parts.published.store(std::move(snapshot));
    if (genesis != nullptr) {
        if (auto begun = partnership->begin_record(*genesis); !begun) {
            return tl::unexpected(begun.error());
        }
    }
    const bool own_clock = partnership->clock_given_ || follows_the_record(partnership->kind());
    parts.clock = own_clock ? Clock::of_the_record() : Clock::system();
    if (own_clock && parts.workspace) {
        const auto moved = parts.workspace->practice_clock();
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        parts.practice_ms = moved->value_or(base::Instant{}).ms;
    }
    partnership->writer_ = std::make_unique<Writer>(parts, !parts.folder.empty());
    return partnership;
}

Result<void> Partnership::begin_record(const NewPartnership& genesis) {
    ledger::Genesis first;
    first.id = genesis.id.empty() ? base::random_uuid_v7(genesis.recorded) : genesis.id;
    first.partnership = genesis.partnership;
    first.kind = static_cast<ledger::RecordKind>(genesis.kind);
    first.zone = genesis.zone;
    first.recorded = genesis.recorded;
    first.parent = genesis.parent;
    if (const auto verifier = parts_.ledger->verifier()) {
        first.public_key = verifier->text();
    }
    auto bytes = ledger::encode(first);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const ledger::Record record{first.id, *bytes};
    if (auto appended = parts_.ledger->append({&record, 1}); !appended) {
        return appended;
    }
    auto snapshot = std::make_shared<Snapshot>(*parts_.published.load());
    auto taken = Replayer().take(snapshot->state, *bytes);
    parts_.published.store(std::move(snapshot));
    return taken;
}

std::future<Submitted> Partnership::submit_later(governance::Submission submission,
                                                 const SubmitOptions& options) {
    return writer_->submit(std::move(submission), options);
}

Submitted Partnership::submit(governance::Submission submission, const SubmitOptions& options) {
    return submit_later(std::move(submission), options).get();
}

governance::Ruling Partnership::preview(const governance::Submission& submission,
                                        std::optional<base::Instant> recorded) const {
    // With the charters and calendars of this moment: one may have come in since the last entry.
    const auto sources = parts_.shelf->now();
    const auto held = snapshot();
    const auto at = parts_.clock.recorded(parts_.clock_floor(held->state.last_recorded),
                                          submission.effective, recorded);
    return governance::explain(held->state, submission, sources->context, at);
}

base::Instant Partnership::recorded_if_now(base::Instant effective,
                                           std::optional<base::Instant> asked) const {
    return parts_.clock.recorded(parts_.clock_floor(snapshot()->state.last_recorded), effective,
                                 asked);
}

std::shared_ptr<const Snapshot> Partnership::snapshot() const {
    return parts_.published.load();
}

std::shared_ptr<const governance::State> Partnership::state() const {
    auto held = snapshot();
    return {held, &held->state};
}

Result<std::shared_ptr<const Snapshot>> Partnership::state_at(std::int64_t entries) const {
    const auto size = static_cast<std::int64_t>(parts_.ledger->size());
    if (entries < 1 || entries > size) {
        return fail("", "the record has " + std::to_string(size) +
                            " entries; there is no state after " + std::to_string(entries));
    }
    return parts_.prefixes.after(entries, snapshot(), parts_.shelf->now(), parts_.ledger->store());
}

std::int64_t Partnership::recorded_by(base::Instant instant) const {
    const auto held = snapshot();
    return entries_recorded_by(held->state, instant);
}

Result<RecordedEntry> Partnership::entry(std::int64_t position) const {
    if (position < 0) {
        return tl::unexpected(ledger::no_entry(0, parts_.ledger->size()));
    }
    auto bytes = parts_.ledger->store().read(static_cast<std::uint64_t>(position));
    return bytes ? decode_record(std::move(*bytes), *parts_.shelf->now())
                 : tl::unexpected(bytes.error());
}

Result<std::string> Partnership::proof(std::int64_t position,
                                       std::optional<std::uint64_t> older) const {
    return ledger::proof_document(*parts_.ledger, static_cast<std::uint64_t>(position), older);
}

std::string Partnership::checkpoint() const {
    return parts_.ledger->checkpoint();
}

ledger::Ledger& Partnership::ledger() const {
    return *parts_.ledger;
}

Result<std::optional<std::string>> Partnership::words(const governance::Text& text) const {
    if (!text.digest) {
        return std::optional(text.words);
    }
    return parts_.vault->read("sha256:" + base::hex(*text.digest));
}

Vault& Partnership::vault() const {
    return *parts_.vault;
}

const Papers* Partnership::papers() const {
    return parts_.papers ? &*parts_.papers : nullptr;
}

Changes& Partnership::changes() const {
    return parts_.changes;
}

Workspace* Partnership::workspace() const {
    return parts_.workspace.get();
}

Result<std::shared_ptr<const charter::Charter>> Partnership::add_charter(std::string_view bytes,
                                                                         const std::string& file) {
    return parts_.shelf->add_charter(bytes, file);
}

Result<std::shared_ptr<const calendar::Calendar>>
Partnership::add_calendar(std::string_view bytes) {
    return parts_.shelf->add_calendar(bytes);
}

Result<void> Partnership::copy_sources(const Partnership& other) {
    return parts_.shelf->copy_from(*other.parts_.shelf);
}

const SourceShelf& Partnership::sources() const {
    return *parts_.shelf;
}

std::string Partnership::id() const {
    return snapshot()->state.genesis->partnership;
}

governance::PartnershipKind Partnership::kind() const {
    return snapshot()->state.genesis->kind;
}

base::Zone Partnership::zone() const {
    const auto zone = base::Zone::find(snapshot()->state.genesis->zone);
    return zone ? *zone : base::Zone::utc();
}

base::Instant Partnership::now() const {
    return parts_.clock.now(parts_.clock_floor(snapshot()->state.last_recorded));
}

bool Partnership::clock_stands() const {
    return !parts_.clock.is_system();
}

Result<void> Partnership::move_clock(base::Instant to) {
    if (parts_.clock.is_system()) {
        return fail("clock", "this partnership goes by the clock of the machine",
                    "Only a practice copy's clock can be moved");
    }
    if (to < now()) {
        return fail("clock", "the practice clock only moves forward",
                    "Choose a later date or time");
    }
    if (parts_.workspace) {
        if (auto kept = parts_.workspace->set_practice_clock(to); !kept) {
            return kept;
        }
    }
    parts_.practice_ms = to.ms;
    parts_.changes.record_changed();
    return {};
}

Health Partnership::health() const {
    auto stopped = writer_->stopped();
    return {!stopped.has_value(), std::move(stopped)};
}

} // namespace quorate::partnership
