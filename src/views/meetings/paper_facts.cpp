// Which files of a meeting went out, to whom, and which are restricted. The rights of a reader are
// those of today, so restrictions are read from the newest record whatever day a page is about.

#include "views/meetings/paper_facts.hpp"

#include "governance/meetings/exemptions.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;
using partnership::UploadedPaper;

MeetingPapers::MeetingPapers(const Ground& ground, const Meeting& meeting)
    : ground_(ground), meeting_(meeting), newest_(ground.partnership.snapshot()) {
    if (const auto* workspace = ground.partnership.workspace()) {
        if (auto found = workspace->uploads(meeting.id.value)) {
            uploads_ = std::move(*found);
        }
        if (auto found = partnership::upload_restrictions(*workspace, meeting.id.value)) {
            to_record_ = std::move(*found);
        }
    }
    const auto* today = newest_->state.meetings.find(meeting.id);
    for (const auto& each : today == nullptr ? meeting.restrictions : today->restrictions) {
        if (auto digest = ground.words(each.paper)) {
            marked_.push_back({std::move(*digest), &each});
        }
    }
}

const Restriction* MeetingPapers::restriction(std::string_view digest) const {
    for (const auto& each : marked_) {
        if (each.digest == digest && !each.restriction->lifted) {
            return each.restriction;
        }
    }
    return nullptr;
}

bool MeetingPapers::restricted(std::string_view digest) const {
    if (restriction(digest) != nullptr) {
        return true;
    }
    // What was lifted is open, whatever was written when the file was received.
    const bool lifted = std::any_of(marked_.begin(), marked_.end(),
                                    [&](const Marked& each) { return each.digest == digest; });
    return !lifted && std::any_of(uploads_.begin(), uploads_.end(), [&](const UploadedPaper& each) {
        return !each.restricted.empty() && base::hex(each.digest) == digest;
    });
}

std::vector<const Circulation*> MeetingPapers::sendings(std::string_view digest) const {
    const auto sent_as = [&](std::int64_t number) {
        return std::any_of(marked_.begin(), marked_.end(), [&](const Marked& each) {
            return each.restriction->number == number && each.digest == digest;
        });
    };
    std::vector<const Circulation*> out;
    for (const auto& each : meeting_.circulations) {
        const bool has =
            std::find(each.papers.begin(), each.papers.end(), digest) != each.papers.end() ||
            std::any_of(each.restricted.begin(), each.restricted.end(), sent_as);
        if (has && each.at <= ground_.now) {
            out.push_back(&each);
        }
    }
    return out;
}

bool MeetingPapers::readable(const UploadedPaper& paper) const {
    const auto digest = base::hex(paper.digest);
    PaperAccess access{.meeting = meeting_.id, .item = paper.item};
    access.restricted = restricted(digest);
    for (const auto* sent : sendings(digest)) {
        access.sent = true;
        access.to_all = access.to_all || sent->seats.empty();
        access.seats.insert(access.seats.end(), sent->seats.begin(), sent->seats.end());
        access.partners.insert(access.partners.end(), sent->partners.begin(), sent->partners.end());
    }
    if (!access.restricted) {
        return ground_.see.paper(access);
    }
    // The same bytes may be there for several items: whoever may not read them for one may not.
    std::vector<std::optional<std::int64_t>> items;
    for (const auto& each : uploads_) {
        if (each.digest == paper.digest) {
            items.push_back(each.item);
        }
    }
    if (const auto* known = restriction(digest)) {
        items.push_back(known->item);
    }
    return std::all_of(items.begin(), items.end(), [&](const std::optional<std::int64_t>& item) {
        access.item = item;
        return ground_.see.paper(access);
    });
}

PaperShown MeetingPapers::shown(const UploadedPaper& paper) const {
    PaperShown out;
    out.id = paper.id;
    out.title = paper.title;
    out.name = paper.name;
    out.digest = base::hex(paper.digest);
    out.type = type_words(paper.content_type);
    out.size = size_words(paper.bytes);
    out.pages = paper.pages;
    out.item = paper.item;
    const auto sent = sendings(out.digest);
    out.sent = !sent.empty();
    if (out.sent) {
        out.sent_on = ground_.moment(meeting_.body, sent.front()->at);
    }
    if (restricted(out.digest)) {
        add_restriction(paper, out);
    }
    return out;
}

void MeetingPapers::add_restriction(const UploadedPaper& paper, PaperShown& out) const {
    const bool council = exempts_as_council(ground_, meeting_.body);
    if (const auto* known = restriction(out.digest)) {
        out.restriction = known->number;
        out.review = known->review;
        out.exemption = known->exemption;
        out.reason = ground_.words_or(known->reason, "");
        if (known->item && ground_.see.undetermined(meeting_.id, *known->item)) {
            out.note = "You declared an interest in this item. Until whoever presides has decided "
                       "what it means, you can still read this paper.";
        }
    } else if (const auto found = to_record_.find(paper.id); found != to_record_.end()) {
        out.review = found->second.review;
        out.exemption = found->second.exemption;
        out.reason = found->second.reason;
    } else {
        out.reason = paper.restricted;
    }
    out.review_overdue =
        out.review && *out.review < ground_.partnership.zone().date_of(ground_.partnership.now());
    out.restricted = restriction_words(council, out.exemption, out.review);
}

bool exempts_as_council(const Ground& ground, const BodyId& body) {
    return governance::exempts_as_council(ground.state(), body, ground.terms(body, ground.now));
}

std::string restriction_words(bool council, const std::string& exemption,
                              std::optional<base::CivilDate> review) {
    const std::string when = review ? "; review on " + short_date(*review) : std::string();
    if (exemption.empty()) {
        return "Restricted";
    }
    return council && is_paragraph(exemption)
               ? "Exempt (Schedule 12A to the Local Government Act 1972, " + exemption + when + ")"
               : "Restricted (expected Freedom of Information exemption: " + exemption + when + ")";
}

} // namespace quorate::views
