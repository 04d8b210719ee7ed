#include "partnership/whatif/history.hpp"

#include "governance/rule.hpp"

#include <algorithm>

namespace quorate::partnership {
namespace {

using governance::Reason;
using governance::State;

/// Notes what is asked of terms while it lives.
class Notes final : public charter::TermsListener {
public:
    explicit Notes(std::vector<governance::QuorumSeen>& quorums)
        : earlier_(std::exchange(charter::terms_listener, this)),
          earlier_quorums_(std::exchange(governance::quorum_listener, &quorums)) {}
    Notes(const Notes&) = delete;
    Notes& operator=(const Notes&) = delete;
    ~Notes() {
        charter::terms_listener = earlier_;
        governance::quorum_listener = earlier_quorums_;
    }

    void used(const charter::Terms& terms, base::Instant at) override {
        of(terms);
        first = std::min(first, at);
        last = std::max(last, at);
    }
    void asked(const charter::Terms& terms, std::uint64_t what) override { of(terms) |= what; }

    std::vector<std::pair<const charter::Terms*, std::uint64_t>> heard;
    base::Instant first = governance::OverlayChange::latest;
    base::Instant last = governance::OverlayChange::earliest;

private:
    std::uint64_t& of(const charter::Terms& wanted) {
        for (auto held = heard.rbegin(); held != heard.rend(); ++held) {
            if (held->first == &wanted) {
                return held->second;
            }
        }
        return heard.emplace_back(&wanted, 0).second;
    }

    charter::TermsListener* earlier_;
    std::vector<governance::QuorumSeen>* earlier_quorums_;
};

std::vector<governance::Code> noted_codes(const JudgedAs& judged) {
    std::vector<governance::Code> out;
    for (const auto& [says, code] : judged.codes) {
        if (says == governance::Says::breach || says == governance::Says::discretion) {
            out.push_back(code);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool as_recorded(const governance::EntryLine& line, const JudgedAs& judged) {
    auto codes = line.codes;
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return line.verdict == judged.verdict && codes == noted_codes(judged);
}

template <class T>
std::uint32_t number_in(T value, std::vector<T>& list, std::map<T, std::uint32_t>& numbers) {
    const auto next = static_cast<std::uint32_t>(list.size());
    const auto [at, is_new] = numbers.try_emplace(std::move(value), next);
    if (is_new) {
        list.push_back(at->first);
    }
    return at->second;
}

} // namespace

JudgedAs judged_as(const governance::Ruling& ruling) {
    JudgedAs out;
    out.verdict = ruling.verdict;
    out.codes.reserve(ruling.reasons.size());
    for (const auto& reason : ruling.reasons) {
        out.codes.emplace_back(reason.says, reason.code);
    }
    std::sort(out.codes.begin(), out.codes.end());
    out.codes.erase(std::unique(out.codes.begin(), out.codes.end()), out.codes.end());
    return out;
}

Result<std::unique_ptr<History>> History::load(const Partnership& partnership) {
    std::unique_ptr<History> out(new History);
    const auto genesis = partnership.ledger().store().read(0);
    if (!genesis) {
        return tl::unexpected(genesis.error());
    }
    if (auto taken = Replayer().take(out->genesis_, *genesis); !taken) {
        return tl::unexpected(taken.error());
    }
    out->state_ = out->genesis_;
    if (auto advanced = out->advance(partnership); !advanced) {
        return tl::unexpected(advanced.error());
    }
    return out;
}

Result<void> History::advance(const Partnership& partnership) {
    snapshot_ = partnership.snapshot();
    const auto end = static_cast<std::uint64_t>(snapshot_->state.size);
    acts_.reserve(end);
    EntryReader reader;
    return partnership.ledger().store().visit(
        {acts_.size() + 1, end}, [&](const ledger::StoredEntry& stored) -> Result<void> {
            auto entry = reader.read(stored.bytes);
            if (!entry) {
                const auto& failure = entry.error();
                return base::fail("entry " + std::to_string(stored.position) +
                                      (failure.where.empty() ? "" : ", " + failure.where),
                                  failure.message, failure.help);
            }
            judge(std::move(*entry));
            return {};
        });
}

void History::judge(EntryAgain entry) {
    PastAct act;
    act.submission = std::move(entry.submission);
    act.events = std::move(entry.events);
    act.recorded = entry.line.recorded;
    if (entry.awaited) {
        act.awaited =
            std::make_unique<const governance::AwaitedDiscretion>(std::move(*entry.awaited));
    }
    Consulted consulted;
    JudgedAs judged;
    {
        act.quorums = static_cast<std::uint32_t>(quorums_.size());
        Notes notes(quorums_);
        judged =
            judged_as(governance::rule(state_, act.submission, snapshot_->context(), act.recorded));
        consulted.terms = std::move(notes.heard);
        act.asked_from = notes.first;
        act.asked_to = notes.last;
        act.quorums_end = static_cast<std::uint32_t>(quorums_.size());
    }
    consulted.act = act.submission.act.index();
    std::sort(consulted.terms.begin(), consulted.terms.end(),
              [](const auto& a, const auto& b) { return std::less<>{}(a.first, b.first); });
    for (const auto& [terms, what] : consulted.terms) {
        if (auto& held = compiled_[terms]; held == nullptr) {
            held = std::make_unique<const governance::CompiledTerms>(*terms);
        }
    }
    otherwise_today_ += as_recorded(entry.line, judged) ? 0 : 1;
    act.judged = number_in(std::move(judged), judged_, judged_numbers_);
    act.consulted = number_in(std::move(consulted), consulted_, consulted_numbers_);
    const auto id = entry.line.id;
    lines_.write_or_add(id) = entry.line;
    note_entry(state_, std::move(entry.line));
    acts_.push_back(std::move(act));
    const auto& held = acts_.back();
    if (held.awaited != nullptr) {
        note_awaited(state_, *held.awaited);
    }
    const auto& line = lines_.at(acts_.size() - 1);
    const governance::Stamp stamp{line.effective, line.recorded, line.position, line.id,
                                  line.made_by};
    for (const auto& event : held.events) {
        apply(state_, event, stamp);
    }
    settle_name(state_);
}

const PastAct& History::at(std::int64_t position) const {
    QUORATE_ASSERT(position > 0 && position <= static_cast<std::int64_t>(acts_.size()));
    return acts_[static_cast<std::size_t>(position - 1)];
}

const governance::CompiledTerms& History::compiled(const charter::Terms& terms) const {
    const auto found = compiled_.find(&terms);
    QUORATE_ASSERT(found != compiled_.end());
    return *found->second;
}

State History::beginning() const {
    auto out = genesis_;
    out.entries = lines_;
    out.entries.show_first(0);
    return out;
}

void History::take(State& state, std::size_t index) const {
    const auto& act = acts_[index];
    state.entries.show_first(index + 1);
    state.size = static_cast<std::int64_t>(index) + 2;
    state.last_recorded = std::max(state.last_recorded, act.recorded);
    if (act.awaited != nullptr) {
        note_awaited(state, *act.awaited);
    }
    if (act.events.empty()) {
        return;
    }
    const auto& submission = act.submission;
    const governance::Stamp stamp{submission.effective, act.recorded, state.size - 1, submission.id,
                                  submission.made_by};
    for (const auto& event : act.events) {
        apply(state, event, stamp);
    }
    settle_name(state);
}

} // namespace quorate::partnership
