#ifndef QUORATE_PARTNERSHIP_PARTNERSHIP_HPP
#define QUORATE_PARTNERSHIP_PARTNERSHIP_HPP
// One hosted partnership: its ledger, vault, papers, charters and calendars, and the state replayed
// from them.
//
// On disk a partnership is one folder: ledger.db, vault.db, vault.key, signing.key, papers/,
// charters/, calendars/. Scenarios and previews keep the same in memory.

#include "governance/submission.hpp"
#include "ledger/entry.hpp"
#include "partnership/parts.hpp"
#include "partnership/receipt.hpp"
#include "partnership/record.hpp"

#include <future>
#include <memory>
#include <string>
#include <string_view>

namespace quorate::partnership {

class Writer;

/// What a new partnership's entry 0 says.
struct NewPartnership {
    std::string partnership; ///< its id, the first part of its addresses: kent
    governance::PartnershipKind kind = governance::PartnershipKind::scenario;
    std::string zone = "Europe/London";
    base::Instant recorded;
    std::string id; ///< UUIDv7 of entry 0; minted when empty
    std::optional<ledger::Parent> parent;
};

/// How a partnership on disk is opened.
struct FolderOptions {
    /// The machine's clock, unless the record is its own: rehearsals and scenarios always, others
    /// while an example is loaded.
    bool clock_of_the_record = false;
    std::string vfs;          ///< SQLite VFS by name, for tests
    int wal_pages_max = 1000; ///< see ledger::sqlite::OpenOptions
};

struct Health {
    bool writing = true;
    std::optional<base::Failure> stopped; ///< why nothing can be recorded
};

/// Safe to use from several threads. A snapshot must not outlive the partnership.
class Partnership {
public:
    /// Makes the folder and its files; fails when there is a partnership in it already.
    static Result<std::unique_ptr<Partnership>> create(const std::string& folder,
                                                       const NewPartnership& genesis,
                                                       const FolderOptions& options = {});
    /// Reads charters and calendars, replays the ledger, and fails naming the entry when it was
    /// changed.
    static Result<std::unique_ptr<Partnership>> open(const std::string& folder,
                                                     const FolderOptions& options = {});
    /// In memory, recorded by its own clock; salts and keys come from its name, so that everything
    /// repeats.
    static Result<std::unique_ptr<Partnership>> create_in_memory(const NewPartnership& genesis);
    /// A second partnership in memory that starts where this one stands; only of one in memory.
    Result<std::unique_ptr<Partnership>> copy_in_memory() const;
    /// The same partnership opened again from what it stored, as after a restart; only of one in
    /// memory.
    Result<std::unique_ptr<Partnership>> reopened_in_memory() const;

    ~Partnership();
    Partnership(const Partnership&) = delete;
    Partnership& operator=(const Partnership&) = delete;

    /// Rules on an act, records it whatever the verdict, and returns once it is durable. Same id
    /// and same content: the first receipt again. Refusals, awaited discretions and what cannot be
    /// determined are recorded too, without events.
    Submitted submit(governance::Submission submission, const SubmitOptions& options = {});
    /// The same without waiting.
    std::future<Submitted> submit_later(governance::Submission submission,
                                        const SubmitOptions& options = {});
    /// The ruling the act would get now, with what every other reading would give; nothing is
    /// recorded. `recorded` is as in SubmitOptions.
    [[nodiscard]] governance::Ruling preview(const governance::Submission& submission,
                                             std::optional<base::Instant> recorded = {}) const;
    /// When an act that takes effect then would be recorded if it were submitted now; `asked` is as
    /// SubmitOptions::recorded.
    [[nodiscard]] base::Instant recorded_if_now(base::Instant effective,
                                                std::optional<base::Instant> asked = {}) const;

    /// The newest published state, with its context. Never waits for the writer.
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
    [[nodiscard]] std::shared_ptr<const governance::State> state() const;
    /// The state as it was known once `entries` entries were recorded (1 is the genesis alone), by
    /// replay from the nearest earlier state that is still kept.
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>> state_at(std::int64_t entries) const;
    /// How many entries had been recorded by an instant, it included; 0 before the genesis.
    [[nodiscard]] std::int64_t recorded_by(base::Instant instant) const;

    /// One entry, taken apart; fails when there is none.
    [[nodiscard]] Result<RecordedEntry> entry(std::int64_t position) const;
    /// The proof document of one entry (ledger/published.hpp), with a consistency proof from
    /// `older` entries when given.
    [[nodiscard]] Result<std::string> proof(std::int64_t position,
                                            std::optional<std::uint64_t> older = {}) const;
    /// The signed note for the record as it stands.
    [[nodiscard]] std::string checkpoint() const;
    /// For exports: the record itself.
    [[nodiscard]] ledger::Ledger& ledger() const;

    /// The words of a text; nothing when they are restricted or erased. Words not yet sealed are
    /// given as they are.
    [[nodiscard]] Result<std::optional<std::string>> words(const governance::Text& text) const;
    [[nodiscard]] Vault& vault() const;
    /// Null in memory.
    [[nodiscard]] const Papers* papers() const;
    /// Null in memory.
    [[nodiscard]] Workspace* workspace() const;
    /// For whoever follows the partnership live: told of every entry, and of every change to the
    /// sheet of a meeting day.
    [[nodiscard]] Changes& changes() const;

    /// Keeps a charter or calendar so that an act may cite it; see SourceShelf.
    Result<std::shared_ptr<const charter::Charter>> add_charter(std::string_view bytes,
                                                                const std::string& file);
    Result<std::shared_ptr<const calendar::Calendar>> add_calendar(std::string_view bytes);
    /// Keeps everything another partnership holds of either.
    Result<void> copy_sources(const Partnership& other);
    [[nodiscard]] const SourceShelf& sources() const;

    [[nodiscard]] std::string id() const;
    [[nodiscard]] governance::PartnershipKind kind() const;
    [[nodiscard]] base::Zone zone() const;
    /// The time by the partnership's clock.
    [[nodiscard]] base::Instant now() const;
    /// The record is its own clock, as in a practice copy: it stands until it is moved.
    [[nodiscard]] bool clock_stands() const;
    /// Moves such a clock forward, durably. Fails on an earlier time, and for a partnership that
    /// goes by the machine's clock.
    Result<void> move_clock(base::Instant to);
    [[nodiscard]] Health health() const;

private:
    Partnership();
    static Result<std::unique_ptr<Partnership>> assemble(std::unique_ptr<Partnership> partnership,
                                                         std::unique_ptr<ledger::Store> store,
                                                         std::optional<ledger::SigningKey> key,
                                                         const NewPartnership* genesis);
    static Result<std::unique_ptr<Partnership>>
    on_disk(const std::string& folder, const NewPartnership* genesis, const FolderOptions& options);
    Result<void> begin_record(const NewPartnership& genesis);

    mutable Parts parts_;
    bool clock_given_ = false;
    std::unique_ptr<Writer> writer_;
};

/// The name of a folder's signing key file.
inline constexpr const char* signing_key_file = "signing.key";

} // namespace quorate::partnership

#endif
