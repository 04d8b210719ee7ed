// Papers and their distribution. Whether a file went out is what the record says; its name and
// title are kept in the workspace.

#include "views/meetings/papers.hpp"

#include "base/csv.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/meetings/paper_facts.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

using partnership::UploadedPaper;

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
    const MeetingPapers papers(ground, *found);
    std::vector<PaperShown> out;
    for (const auto& paper : papers.uploads()) {
        if (papers.readable(paper)) {
            out.push_back(papers.shown(paper));
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
        if (MeetingPapers(ground, *meeting).readable(row)) {
            return row;
        }
    }
    return std::nullopt;
}

std::vector<ClosedPapers> closed_papers(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return {};
    }
    std::set<std::int64_t> read;
    for (const auto& paper : papers_of(reader, id)) {
        read.insert(paper.restriction.value_or(0));
    }
    const auto sent = [&](const Restriction& each) {
        return std::any_of(meeting->circulations.begin(), meeting->circulations.end(),
                           [&](const Circulation& circulation) {
                               const auto& numbers = circulation.restricted;
                               return circulation.at <= ground.now &&
                                      std::find(numbers.begin(), numbers.end(), each.number) !=
                                          numbers.end();
                           });
    };
    const bool council = exempts_as_council(ground, meeting->body);
    const auto newest = ground.partnership.snapshot();
    const auto* today = newest->state.meetings.find(meeting->id);
    std::vector<ClosedPapers> out;
    for (const auto& each : (today == nullptr ? meeting : today)->restrictions) {
        if (each.lifted || read.contains(each.number) || !sent(each)) {
            continue;
        }
        const auto words = restriction_words(council, each.exemption, each.review);
        const auto known = std::find_if(out.begin(), out.end(), [&](const ClosedPapers& other) {
            return other.item == each.item && other.words == words;
        });
        if (known == out.end()) {
            out.push_back({each.item, 1, words});
        } else {
            ++known->count;
        }
    }
    for (auto& each : out) {
        each.words = capitalised(counted(each.count, "paper is", "papers are")) + " not open. " +
                     each.words + ".";
    }
    return out;
}

PapersToSend papers_to_send(const Reader& reader, std::string_view id,
                            const std::vector<std::string>& digests) {
    PapersToSend out;
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return out;
    }
    const MeetingPapers papers(ground, *meeting);
    auto& next = out.next;
    next = meeting->restrictions.empty() ? 1 : meeting->restrictions.back().number + 1;
    for (const auto& digest : digests) {
        if (!papers.restricted(digest)) {
            out.open.push_back(digest);
            continue;
        }
        if (const auto* known = papers.restriction(digest)) {
            out.restricted.push_back(known->number);
            continue;
        }
        // Of several rows with these bytes, the one that says why.
        std::optional<PaperShown> said;
        std::string title;
        for (const auto& upload : papers.uploads()) {
            if (base::hex(upload.digest) != digest) {
                continue;
            }
            title = upload.title;
            auto shown = papers.shown(upload);
            if (!shown.exemption.empty() && shown.review) {
                said = std::move(shown);
            }
        }
        if (!said) {
            out.incomplete.push_back(title);
            continue;
        }
        out.restricted.push_back(next);
        out.to_record.push_back(
            {next++, digest, said->item, said->exemption, *said->review, said->reason});
    }
    return out;
}

std::vector<CirculationShown> distribution_log(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return {};
    }
    const auto papers = papers_of(reader, id);
    const MeetingPapers facts(ground, *meeting);
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
            const auto sendings = facts.sendings(paper.digest);
            if (std::find(sendings.begin(), sendings.end(), &sent) != sendings.end()) {
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
