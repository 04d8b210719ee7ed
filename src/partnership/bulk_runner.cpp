#include "partnership/bulk_runner.hpp"

#include "governance/codec_names.hpp"
#include "governance/lookup.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/bulk.hpp"
#include "partnership/workspace/letters.hpp"
#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/sheet.hpp"

#include <chrono>

namespace quorate::partnership {
namespace {

using governance::Verdict;

/// Grows when there is work. The runners sleep on it.
std::atomic<std::uint64_t>& bell() {
    static std::atomic<std::uint64_t> rings{0};
    return rings;
}

BulkResult failed(const base::Failure& failure) {
    return {"failed", {}, failure.text(), {}};
}

/// A meeting of the body on that day already: the same date is not convened twice.
std::optional<BulkResult> convened_already(const Partnership& partnership,
                                           const governance::Submission& submission) {
    const auto* act = std::get_if<governance::acts::ConveneMeeting>(&submission.act);
    const auto state = partnership.state();
    if (act == nullptr || state->entries.find(submission.id) != nullptr) {
        return {};
    }
    const governance::BodyId body(act->meeting.view().substr(0, act->meeting.view().find('/')));
    const auto* known = state->bodies.find(body);
    const auto zone = governance::zone_of(*state, body);
    for (const auto& id :
         known == nullptr ? std::vector<governance::MeetingId>() : known->meetings) {
        const auto* meeting = state->meetings.find(id);
        if (meeting->status != governance::MeetingStatus::cancelled &&
            zone.date_of(meeting->scheduled) == zone.date_of(act->at)) {
            return BulkResult{"refused",
                              {},
                              "There is a meeting of this body on that day already, "
                              "so nothing was convened.",
                              {}};
        }
    }
    return {};
}

BulkResult do_act(Partnership& partnership, const BulkWork& work) {
    auto submission = parse_submission(work.line.content, partnership.zone());
    if (!submission) {
        return failed(submission.error());
    }
    submission->id = governance::EntryId(work.line.entry);
    if (auto there = convened_already(partnership, *submission)) {
        return *there;
    }
    SubmitOptions options;
    if (!work.line.own_time) {
        submission->effective = partnership.now();
        options.effective_given = false;
    }
    const auto receipt = partnership.submit(std::move(*submission), options);
    if (!receipt) {
        return failed(receipt.error().failure);
    }
    const auto verdict = receipt->ruling.verdict;
    BulkResult out;
    out.state =
        verdict == Verdict::permitted || verdict == Verdict::needs_discretion ? "done" : "refused";
    out.verdict = governance::written(verdict);
    out.position = receipt->position;
    return out;
}

BulkResult do_letter(Partnership& partnership, const BulkWork& work) {
    auto letter = parse_letter(work.line.content);
    if (!letter) {
        return failed(letter.error());
    }
    auto& workspace = *partnership.workspace();
    letter->id = work.line.entry;
    letter->at = partnership.now();
    if (letter->how == "mail") {
        const auto queued = queue(workspace,
                                  {.to = letter->address,
                                   .to_name = letter->to,
                                   .subject = letter->subject,
                                   .text = letter->text,
                                   .purpose = "letter",
                                   .about = "letter " + letter->id},
                                  base::system_now());
        if (!queued) {
            return failed(queued.error());
        }
    }
    if (const auto kept = keep_letter(workspace, *letter); !kept) {
        return failed(kept.error());
    }
    return {"done", {}, letter->how == "mail" ? "In the outbox." : "Kept, to be printed.", {}};
}

} // namespace

Result<bool> do_next_bulk_line(Partnership& partnership) {
    auto* workspace = partnership.workspace();
    if (workspace == nullptr) {
        return false;
    }
    const auto work = next_bulk_line(*workspace);
    if (!work || !*work) {
        return work ? Result<bool>(false) : tl::unexpected(work.error());
    }
    const auto result = (*work)->line.kind == "letter" ? do_letter(partnership, **work)
                                                       : do_act(partnership, **work);
    const auto settled = settle_bulk_line(*workspace, **work, result);
    return settled ? Result<bool>(true) : tl::unexpected(settled.error());
}

void ring_for_bulk_work() {
    bell().fetch_add(1);
    bell().notify_all();
}

BulkRunner::BulkRunner(std::vector<Partnership*> partnerships)
    : partnerships_(std::move(partnerships)), thread_([this] { work(); }) {}

BulkRunner::~BulkRunner() {
    ending_ = true;
    ring_for_bulk_work();
    thread_.join();
}

void BulkRunner::work() {
    while (!ending_) {
        const auto heard = bell().load();
        bool worked = false;
        for (auto* partnership : partnerships_) {
            // A workspace that cannot be read stops no other; its task is gone on with next time.
            const auto did = ending_ ? Result<bool>(false) : do_next_bulk_line(*partnership);
            worked = worked || (did && *did);
        }
        if (worked) {
            std::this_thread::sleep_for(std::chrono::milliseconds(bulk_pause_ms));
        } else if (!ending_) {
            bell().wait(heard);
        }
    }
}

} // namespace quorate::partnership
