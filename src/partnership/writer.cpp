#include "partnership/writer.hpp"

#include "governance/back_dating.hpp"
#include "partnership/record.hpp"
#include "partnership/same_act.hpp"

#include <algorithm>

namespace quorate::partnership {
namespace {

using governance::State;

SubmitError stopped_error(const base::Failure& failure) {
    return {NotTaken::stopped,
            {"", "nothing can be recorded at the moment: " + failure.text(),
             "Reading goes on. Put the disk right, then start the program again"}};
}

/// Whether an entry later than the submitter had seen is about the same meeting, or the same body
/// when there is none.
bool is_stale(const State& state, const governance::ActSubject& about, std::int64_t expected) {
    for (auto i = state.entries.size(); i > 0; --i) {
        const auto& line = state.entries.at(i - 1);
        if (line.position <= expected) {
            return false;
        }
        const bool same =
            about.meeting ? line.meeting == about.meeting : about.body && line.body == about.body;
        if (same && line.verdict == governance::Verdict::permitted) {
            return true;
        }
    }
    return false;
}

bool has_words(const governance::Submission& submission) {
    bool out = !submission.late_reason.words.empty();
    governance::each_text(submission.act, [&](const governance::FieldRow&, const governance::Text& text) {
        out = out || !text.words.empty();
    });
    return out;
}

SubmitError stale_error(const governance::ActSubject& about) {
    const auto what = about.meeting ? "the record of meeting " + about.meeting->value
                      : about.body  ? "the record of " + about.body->value
                                    : std::string("the record");
    return {NotTaken::stale,
            {"", what + " has changed since you looked",
             "Look at it as it stands now, then send this again"}};
}

} // namespace

/// One batch on its way: the next state, and what is to be appended and answered.
struct Writer::Batch {
    std::shared_ptr<const Snapshot> before;
    std::shared_ptr<Snapshot> next;
    std::vector<std::pair<std::string, std::string>> entries; ///< id and bytes
    std::vector<std::pair<PendingAct*, Submitted>> answers;
};

Writer::Writer(Parts& parts, bool threaded) : parts_(parts) {
    if (threaded) {
        thread_ = std::thread([this] { run(); });
    }
}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

std::optional<base::Failure> Writer::stopped() const {
    const std::lock_guard lock(mutex_);
    return stopped_;
}

void Writer::stop_writing(const base::Failure& failure) {
    const std::lock_guard lock(mutex_);
    if (!stopped_) {
        stopped_ = failure;
    }
}

std::future<Submitted> Writer::submit(governance::Submission submission, SubmitOptions options) {
    PendingAct act{std::move(submission), options, {}};
    auto answer = act.answer.get_future();
    if (!thread_.joinable()) {
        const std::lock_guard turn(turn_);
        take({&act, 1});
        return answer;
    }
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= queue_acts_max) {
            act.answer.set_value(tl::unexpected(SubmitError{
                NotTaken::stopped,
                {"", "too many acts are waiting to be recorded", "Send this again in a moment"}}));
            return answer;
        }
        queue_.push_back(std::move(act));
    }
    wake_.notify_one();
    return answer;
}

void Writer::run() {
    std::vector<PendingAct> acts;
    while (true) {
        acts.clear();
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return closing_ || !queue_.empty(); });
            if (queue_.empty()) {
                return;
            }
            while (!queue_.empty() && acts.size() < batch_acts_max) {
                acts.push_back(std::move(queue_.front()));
                queue_.pop_front();
            }
        }
        take(acts);
    }
}

void Writer::take(std::span<PendingAct> acts) {
    Batch batch;
    batch.before = parts_.published.load();
    batch.next = std::make_shared<Snapshot>(*batch.before);
    batch.next->sources = parts_.shelf->now();
    auto stop = stopped();
    if (!stop) {
        if (auto sealed = seal(batch, acts); !sealed) {
            stop_writing(sealed.error());
            stop = stopped();
        }
    }
    if (!stop) {
        Result<void> taken;
        for (auto& act : acts) {
            taken = taken.and_then([&] { return take_one(batch, act); });
        }
        if (taken = taken.and_then([&] { return commit(batch); }); !taken) {
            stop_writing(taken.error());
            stop = stopped();
        }
    }
    if (stop) {
        for (auto& act : acts) {
            act.answer.set_value(tl::unexpected(stopped_error(*stop)));
        }
        return;
    }
    for (auto& [act, answer] : batch.answers) {
        act->answer.set_value(std::move(answer));
    }
}

/// Seals the words of every act that is not in the record yet, in as few commits of the vault as
/// its limit allows.
Result<void> Writer::seal(Batch& batch, std::span<PendingAct> acts) {
    std::vector<VaultText> texts;
    std::vector<governance::Text*> places;
    const auto flush = [&]() -> Result<void> {
        if (texts.empty()) {
            return {};
        }
        const auto sealed = parts_.vault->seal(texts);
        if (!sealed) {
            return tl::unexpected(sealed.error());
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto digest = base::parse_hex_digest(std::string_view((*sealed)[i]).substr(7));
            QUORATE_ASSERT(digest.has_value());
            *places[i] = {{}, *digest};
        }
        texts.clear();
        places.clear();
        return {};
    };
    const auto& state = batch.before->state;
    std::vector<std::string_view> seen;
    for (auto& act : acts) {
        const auto id = act.submission.id.view();
        const bool again = state.entries.find(act.submission.id) != nullptr ||
                           std::find(seen.begin(), seen.end(), id) != seen.end();
        seen.push_back(id);
        if (again || unfit(act)) {
            continue;
        }
        const auto person = subject_person(state, act.submission);
        Result<void> flushed;
        const auto take = [&](governance::Text& text, const std::string& about) {
            if (text.digest || text.words.empty() || !flushed) {
                return;
            }
            if (texts.size() == vault_batch_max) {
                flushed = flush();
            }
            texts.push_back({text.words, about});
            places.push_back(&text);
        };
        governance::each_text(
            act.submission.act, [&](const governance::FieldRow& row, governance::Text& text) {
                take(text, row.personal ? person : std::string());
            });
        take(act.submission.late_reason, person);
        if (!flushed) {
            return flushed;
        }
    }
    return flush();
}

std::optional<SubmitError> Writer::unfit(const PendingAct& act) const {
    std::optional<SubmitError> out;
    governance::each_text(
        act.submission.act, [&](const governance::FieldRow& row, const governance::Text& text) {
            if (text.words.size() > vault_text_bytes_max && !out) {
                out = SubmitError{NotTaken::unfit,
                                  {std::string(row.name), "the text is too long", "Shorten it"}};
            }
        });
    if (act.submission.late_reason.words.size() > vault_text_bytes_max && !out) {
        out = SubmitError{NotTaken::unfit, {"late_reason", "the text is too long", "Shorten it"}};
    }
    const auto* circulated = std::get_if<governance::acts::CirculatePapers>(&act.submission.act);
    if (circulated == nullptr || !parts_.papers || out) {
        return out;
    }
    for (const auto& paper : circulated->papers) {
        const auto digest = base::parse_hex_digest(paper);
        if (!digest || !parts_.papers->path(*digest)) {
            return SubmitError{NotTaken::unfit,
                               {"papers",
                                "no paper with the digest " + paper.substr(0, 64) + " is held here",
                                "Add the paper first"}};
        }
    }
    return out;
}

Result<void> Writer::take_one(Batch& batch, PendingAct& act) {
    const auto answer = [&](Submitted what) -> Result<void> {
        batch.answers.emplace_back(&act, std::move(what));
        return {};
    };
    auto& state = batch.next->state;
    if (const auto* line = state.entries.find(act.submission.id)) {
        return answer(answer_again(batch, act, *line));
    }
    if (auto error = unfit(act)) {
        return answer(tl::unexpected(std::move(*error)));
    }
    const auto about = governance::subject_of(act.submission.act);
    if (act.options.expected_position && is_stale(state, about, *act.options.expected_position)) {
        return answer(tl::unexpected(stale_error(about)));
    }
    if (has_words(act.submission)) { // an earlier act of this batch under the same id was not recorded
        if (auto sealed = seal(batch, {&act, 1}); !sealed) {
            return sealed;
        }
    }
    const auto recorded =
        parts_.clock.recorded(parts_.clock_floor(state.last_recorded), act.submission.effective,
                              act.options.recorded);
    if (!act.options.effective_given && governance::back_dating(state, act.submission, recorded)) {
        // The clock's time was filled in a moment before midnight: it is of this moment.
        act.submission.effective = recorded;
    }
    auto ruling = governance::rule(state, act.submission, batch.next->context(), recorded);
    const Placed placed{act.submission, ruling, state.size, recorded};
    auto bytes = encode_record(state, placed);
    if (!bytes) {
        return answer(tl::unexpected(SubmitError{NotTaken::unfit, bytes.error()}));
    }
    Receipt receipt{placed.position, act.submission.id, recorded, ruling, false};
    take_into(state, placed);
    batch.entries.emplace_back(act.submission.id.value, std::move(*bytes));
    return answer(std::move(receipt));
}

Submitted Writer::answer_again(const Batch& batch, const PendingAct& act,
                               const governance::EntryLine& line) {
    const auto first_new = static_cast<std::size_t>(batch.before->state.size);
    const auto position = static_cast<std::size_t>(line.position);
    auto bytes = position >= first_new
                     ? Result<std::string>(batch.entries[position - first_new].second)
                     : parts_.ledger->store().read(position);
    auto stored = bytes.and_then(
        [&](std::string& found) { return decode_record(std::move(found), *batch.next->sources); });
    auto differs = stored.and_then([&](const RecordedEntry& entry) {
        return difference(entry.submission, act.submission, act.options.effective_given,
                          *parts_.vault);
    });
    if (!differs) {
        return tl::unexpected(SubmitError{NotTaken::unfit, differs.error()});
    }
    if (*differs) {
        return tl::unexpected(
            SubmitError{NotTaken::conflict,
                        {**differs,
                         "another act is already recorded under the id " + act.submission.id.value +
                             ": " + **differs + " differs",
                         "Mint a new id for a new act"}});
    }
    return Receipt{line.position, line.id, line.recorded, std::move(stored->ruling), true};
}

Result<void> Writer::commit(Batch& batch) {
    if (batch.entries.empty()) {
        return {};
    }
    std::vector<ledger::Record> records;
    records.reserve(batch.entries.size());
    for (const auto& [id, bytes] : batch.entries) {
        records.push_back({id, bytes});
    }
    if (auto appended = parts_.ledger->append(records); !appended) {
        return appended;
    }
    parts_.published.store(std::move(batch.next));
    parts_.changes.record_changed();
    return {};
}

} // namespace quorate::partnership
