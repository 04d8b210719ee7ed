#ifndef QUORATE_PARTNERSHIP_WHATIF_HISTORY_HPP
#define QUORATE_PARTNERSHIP_WHATIF_HISTORY_HPP
// A record held in memory ready to be judged again: every entry taken apart, judged once under its
// own terms, with what that ruling rested on. Loading costs a ruling an entry; each question after
// it only what it touches.

#include "governance/meetings/quorum_seen.hpp"
#include "governance/overlay.hpp"
#include "partnership/partnership.hpp"

#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quorate::partnership {

/// A verdict with the codes of its reasons: two rulings that agree in both are the same for "what
/// if".
struct JudgedAs {
    governance::Verdict verdict{};
    std::vector<std::pair<governance::Says, governance::Code>> codes; ///< in order, each once

    friend auto operator<=>(const JudgedAs&, const JudgedAs&) = default;
};
JudgedAs judged_as(const governance::Ruling& ruling);

/// The rules an act's ruling asked for: which kinds (bits of TermsListener) of which terms.
struct Consulted {
    std::size_t act = 0; ///< index in Act: its permissions and limits are always asked for
    std::vector<std::pair<const charter::Terms*, std::uint64_t>> terms; ///< sorted

    friend auto operator<=>(const Consulted&, const Consulted&) = default;
};

/// One act of the record, the genesis aside.
struct PastAct {
    governance::Submission submission;
    std::vector<governance::Event> events; ///< as recorded
    std::unique_ptr<const governance::AwaitedDiscretion> awaited;
    base::Instant recorded;
    std::uint32_t judged = 0;    ///< how it is judged under its own terms, see History::judged
    std::uint32_t consulted = 0; ///< see History::consulted
    std::uint32_t quorums = 0;   ///< the first of its counts of a quorum, see History::quorums
    std::uint32_t quorums_end = 0;
    /// The instants whose terms the ruling asked for lie in this stretch; empty where it asked for
    /// none.
    base::Instant asked_from{1};
    base::Instant asked_to{0};
};

/// Not to be changed while it is asked; must not outlive the partnership.
class History {
public:
    /// Reads and judges the whole record as it stands. Fails naming the entry that cannot be read.
    static Result<std::unique_ptr<History>> load(const Partnership& partnership);
    /// Takes in what was recorded since.
    Result<void> advance(const Partnership& partnership);

    [[nodiscard]] std::span<const PastAct> acts() const { return acts_; }
    /// The act at a position of the record; it must be there. The genesis is no act.
    [[nodiscard]] const PastAct& at(std::int64_t position) const;
    [[nodiscard]] const governance::EntryLine& line(std::size_t index) const {
        return lines_.at(index);
    }
    [[nodiscard]] const JudgedAs& judged(const PastAct& act) const { return judged_[act.judged]; }
    [[nodiscard]] std::span<const Consulted> consulted() const { return consulted_; }
    /// The quorums counted for the ruling of an act.
    [[nodiscard]] std::span<const governance::QuorumSeen> quorums(const PastAct& act) const {
        return std::span(quorums_).subspan(act.quorums, act.quorums_end - act.quorums);
    }
    /// Terms of the record that some ruling asked for, with their permissions indexed.
    [[nodiscard]] const governance::CompiledTerms& compiled(const charter::Terms& terms) const;
    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    [[nodiscard]] const std::shared_ptr<const Snapshot>& shared_snapshot() const {
        return snapshot_;
    }
    /// Entries whose recorded verdict or codes are not those the program gives today under the same
    /// terms.
    [[nodiscard]] std::int64_t judged_otherwise_today() const { return otherwise_today_; }

    /// The state before the first act, with the lines of the record hidden in it.
    [[nodiscard]] governance::State beginning() const;
    /// Takes the act at an index into a state that came from beginning(), as it was recorded.
    void take(governance::State& state, std::size_t index) const;

private:
    History() = default;
    void judge(EntryAgain entry);
    std::uint32_t number_of(JudgedAs judged);
    std::uint32_t number_of(Consulted consulted);

    std::shared_ptr<const Snapshot> snapshot_;
    governance::State genesis_;
    governance::State state_; ///< after the last act
    std::vector<PastAct> acts_;
    decltype(governance::State::entries) lines_; ///< as recorded
    std::vector<governance::QuorumSeen> quorums_;
    std::vector<JudgedAs> judged_;
    std::map<JudgedAs, std::uint32_t> judged_numbers_;
    std::vector<Consulted> consulted_;
    std::map<Consulted, std::uint32_t> consulted_numbers_;
    std::unordered_map<const charter::Terms*, std::unique_ptr<const governance::CompiledTerms>>
        compiled_;
    std::int64_t otherwise_today_ = 0;
};

} // namespace quorate::partnership

#endif
