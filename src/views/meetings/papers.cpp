// Papers and their distribution. Whether a file went out is what the record says; its name and
// title are kept in the workspace.

#include "views/meetings/papers.hpp"

#include "base/csv.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

using partnership::UploadedPaper;

std::vector<UploadedPaper> rows_of_meeting(const Ground& ground, std::string_view meeting) {
    const auto* workspace = ground.partnership.workspace();
    if (workspace == nullptr) {
        return {};
    }
    auto found = workspace->uploads(meeting);
    return found ? std::move(*found) : std::vector<UploadedPaper>{};
}

/// The sendings that a file was part of.
std::vector<const Circulation*> sendings(const Ground& ground, const Meeting& meeting,
                                         std::string_view digest) {
    std::vector<const Circulation*> out;
    for (const auto& each : meeting.circulations) {
        const bool has =
            std::find(each.papers.begin(), each.papers.end(), digest) != each.papers.end();
        if (has && each.at <= ground.now) {
            out.push_back(&each);
        }
    }
    return out;
}

/// One of the reader's seats was among those it was sent to.
bool sent_to_viewer(const Ground& ground, const Meeting& meeting,
                    const std::vector<const Circulation*>& sent) {
    for (const auto& actor : ground.see.viewer().seats) {
        const auto* seat =
            seat_of(ground.state(), actor, meeting.body, &meeting, ground.now, ground.context());
        if (seat == nullptr) {
            continue;
        }
        for (const auto* each : sent) {
            if (each->seats.empty() ||
                std::find(each->seats.begin(), each->seats.end(), seat->id) != each->seats.end()) {
                return true;
            }
        }
    }
    return false;
}

/// Why the bytes of each file are for members only. The same bytes may have been received twice for
/// a meeting: the strictest holds for all of them.
std::map<base::Digest, std::string> restrictions(const std::vector<UploadedPaper>& papers) {
    std::map<base::Digest, std::string> out;
    for (const auto& paper : papers) {
        if (!paper.restricted.empty()) {
            out.emplace(paper.digest, paper.restricted);
        }
    }
    return out;
}

/// The files received for a meeting, each with the strictest restriction of its bytes.
std::vector<UploadedPaper> uploads_of_meeting(const Ground& ground, std::string_view meeting) {
    auto out = rows_of_meeting(ground, meeting);
    const auto reasons = restrictions(out);
    for (auto& paper : out) {
        const auto found = reasons.find(paper.digest);
        if (paper.restricted.empty() && found != reasons.end()) {
            paper.restricted = found->second;
        }
    }
    return out;
}

bool readable(const Ground& ground, const Meeting& meeting, const UploadedPaper& paper,
              bool restricted) {
    const auto sent = sendings(ground, meeting, base::hex(paper.digest));
    return ground.see.paper({.sent = !sent.empty(),
                             .restricted = restricted,
                             .sent_to_viewer = sent_to_viewer(ground, meeting, sent)});
}

PaperShown paper_shown(const Ground& ground, const Meeting& meeting, const UploadedPaper& paper) {
    PaperShown out;
    out.id = paper.id;
    out.title = paper.title;
    out.name = paper.name;
    out.digest = base::hex(paper.digest);
    out.type = type_words(paper.content_type);
    out.size = size_words(paper.bytes);
    out.pages = paper.pages;
    out.item = paper.item;
    out.restricted = paper.restricted;
    const auto sent = sendings(ground, meeting, out.digest);
    out.sent = !sent.empty();
    if (out.sent) {
        out.sent_on = ground.moment(meeting.body, sent.front()->at);
    }
    return out;
}

std::string list_of(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
        out += words[i];
    }
    return out;
}

std::string what_words(const Circulation& sent) {
    auto out = capitalised(list_of(sent.things.empty()
                                       ? std::vector<std::string>{"agenda", "minutes", "reports"}
                                       : sent.things));
    if (!sent.items.empty()) {
        std::vector<std::string> numbers;
        for (const auto number : sent.items) {
            numbers.push_back(std::to_string(number));
        }
        out += (numbers.size() == 1 ? " for item " : " for items ") + list_of(numbers);
    }
    return out;
}

/// "Seats 1 to 19 and 25".
std::string seats_words(std::vector<std::int64_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) {
            ++last;
        }
        runs.push_back(last >= i + 2
                           ? std::to_string(numbers[i]) + " to " + std::to_string(numbers[last])
                           : std::to_string(numbers[i]));
        i = last >= i + 2 ? last + 1 : i + 1;
    }
    return (numbers.size() == 1 ? "Seat " : "Seats ") + list_of(runs);
}

void add_recipients(const Ground& ground, const Meeting& meeting, const Circulation& sent,
                    CirculationShown& out) {
    if (sent.seats.empty()) {
        const auto all = seats_filled_at(ground.state(), meeting.body, sent.at);
        out.recipients = static_cast<std::int64_t>(all.size());
        out.to = out.recipients == 1 ? "The one member"
                                     : "All " + std::to_string(out.recipients) + " members";
        return;
    }
    std::vector<std::int64_t> numbers;
    for (const auto& id : sent.seats) {
        if (const auto* seat = ground.state().seats.find(id)) {
            numbers.push_back(seat->number);
        }
    }
    out.recipients = static_cast<std::int64_t>(numbers.size());
    out.to = seats_words(std::move(numbers));
}

std::string recorded_by(const Ground& ground, std::int64_t position) {
    const auto entry = ground.partnership.entry(position);
    return entry ? capitalised(ground.actor(entry->submission.recorded_by)) : std::string();
}

std::string how_words(const std::string& how) {
    return how.empty() ? "Not recorded" : how == "website" ? "On the website" : "By " + how;
}

Measure notice_measure(const Ground& ground, const Meeting& meeting, const Circulation& sent) {
    const auto* terms = ground.terms(meeting.body, sent.at);
    if (terms != nullptr) {
        for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
            if (rule->object == charter::NoticeObject::papers) {
                return notice_of(ground, meeting, rule, sent.at);
            }
        }
    }
    return {};
}

} // namespace

std::string type_words(std::string_view content_type) {
    struct Kind {
        std::string_view type;
        std::string_view words;
    };
    constexpr std::array kinds = {
        Kind{"application/pdf", "PDF"},
        Kind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
             "Word document"},
        Kind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
             "Excel spreadsheet"},
        Kind{"application/vnd.openxmlformats-officedocument.presentationml.presentation",
             "PowerPoint slides"},
        Kind{"application/vnd.oasis.opendocument.text", "OpenDocument text"},
        Kind{"image/png", "PNG picture"},
        Kind{"image/jpeg", "JPEG picture"},
        Kind{"text/csv", "CSV table"},
        Kind{"text/markdown", "Text"},
        Kind{"text/plain", "Text"}};
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) {
        return content_type.starts_with(kind.type);
    });
    return std::string(found == kinds.end() ? "File" : found->words);
}

std::string size_words(std::uint64_t bytes) {
    constexpr std::uint64_t kilo = 1000;
    if (bytes < kilo) {
        return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
    if (bytes < kilo * kilo) {
        return std::to_string((bytes + kilo / 2) / kilo) + " KB";
    }
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (kilo * kilo));
}

std::vector<PaperShown> papers_of(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return {};
    }
    std::vector<PaperShown> out;
    for (const auto& paper : uploads_of_meeting(ground, meeting)) {
        if (readable(ground, *found, paper, !paper.restricted.empty())) {
            out.push_back(paper_shown(ground, *found, paper));
        }
    }
    const auto place = [&](const PaperShown& paper) {
        if (!paper.item) {
            return std::size_t{0};
        }
        std::size_t at = 1;
        for (const auto& item : found->items) {
            if (item.number == *paper.item) {
                return at;
            }
            ++at;
        }
        return at;
    };
    std::stable_sort(out.begin(), out.end(), [&](const PaperShown& a, const PaperShown& b) {
        return std::pair(place(a), a.id) < std::pair(place(b), b.id);
    });
    return out;
}

std::optional<UploadedPaper> readable_paper(const Reader& reader, std::string_view digest) {
    const auto& ground = reader.ground();
    const auto* workspace = ground.partnership.workspace();
    const auto hash = base::parse_hex_digest(digest);
    if (workspace == nullptr || !hash) {
        return std::nullopt;
    }
    const auto found = workspace->uploads_of(*hash);
    if (!found) {
        return std::nullopt;
    }
    // The same bytes may have been received for two meetings: one where the reader may see them is
    // enough. Within a meeting the strictest holds.
    for (const auto& row : *found) {
        const auto* meeting = ground.state().meetings.find(MeetingId(row.meeting));
        if (meeting == nullptr) {
            continue;
        }
        const bool restricted = std::any_of(found->begin(), found->end(), [&](const auto& other) {
            return other.meeting == row.meeting && !other.restricted.empty();
        });
        if (readable(ground, *meeting, row, restricted)) {
            return row;
        }
    }
    return std::nullopt;
}

std::vector<CirculationShown> distribution_log(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return {};
    }
    const auto papers = papers_of(reader, id);
    std::vector<CirculationShown> out;
    for (const auto& sent : meeting->circulations) {
        CirculationShown shown;
        shown.position = sent.position;
        shown.at = ground.moment(meeting->body, sent.at);
        shown.what = what_words(sent);
        shown.how = how_words(sent.how);
        shown.by = recorded_by(ground, sent.position);
        shown.notice = notice_measure(ground, *meeting, sent);
        add_recipients(ground, *meeting, sent, shown);
        for (const auto& paper : papers) {
            if (std::find(sent.papers.begin(), sent.papers.end(), paper.digest) !=
                sent.papers.end()) {
                shown.files.push_back(paper);
            }
        }
        out.push_back(std::move(shown));
    }
    return out;
}

std::string distribution_csv(const std::vector<CirculationShown>& log) {
    std::string out;
    base::add_csv_line(out, {"entry", "date", "time", "what", "how", "to", "recipients",
                             "recorded by", "notice", "files"});
    for (const auto& sent : log) {
        std::vector<std::string> files;
        for (const auto& file : sent.files) {
            files.push_back(file.title + " (" + file.name + ", sha256 " + file.digest + ")");
        }
        const auto time = base::text(sent.at.local);
        base::add_csv_line(out, {std::to_string(sent.position), time.substr(0, 10), time.substr(11),
                                 sent.what, sent.how, sent.to, std::to_string(sent.recipients),
                                 sent.by, sent.notice.words, list_of(files)});
    }
    return out;
}

RulingShown preview_circulation(const Reader& reader, std::string_view meeting,
                                const CirculationAsked& asked) {
    const auto& ground = reader.ground();
    acts::CirculatePapers act;
    act.meeting = MeetingId(meeting);
    act.things = asked.things;
    act.items = asked.items;
    act.papers = asked.papers;
    for (const auto& seat : asked.seats) {
        act.seats.emplace_back(seat);
    }
    act.how = asked.how;
    Submission submission;
    submission.act = std::move(act);
    submission.made_by = {ActorKind::servicing, {}};
    submission.recorded_by = submission.made_by;
    submission.effective = asked.at;
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    return ruling_shown(ground, ground.partnership.preview(submission),
                        found == nullptr ? std::nullopt : std::optional(found->body), asked.at);
}

} // namespace quorate::views
