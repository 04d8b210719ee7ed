#include "views/public/sent_files.hpp"

#include "views/ground.hpp"
#include "views/meetings/paper_facts.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<FileSent> sendings_of_file(const Reader& reader, std::string_view digest) {
    const auto& ground = reader.ground();
    std::vector<FileSent> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (meeting.circulations.empty()) {
            return;
        }
        const MeetingPapers papers(ground, meeting);
        const auto& uploads = papers.uploads();
        const bool closed = papers.restricted(digest) &&
                            std::none_of(uploads.begin(), uploads.end(), [&](const auto& paper) {
                                return base::hex(paper.digest) == digest && papers.readable(paper);
                            });
        if (closed) {
            return;
        }
        std::vector<CirculationShown> log;
        for (const auto* sending : papers.sendings(digest)) {
            const auto& sent = *sending;
            if (log.empty()) {
                log = distribution_log(reader, meeting.id.value);
            }
            FileSent shown{.meeting = ground.meeting(meeting.id),
                           .body = ground.body(meeting.body),
                           .at = ground.moment(meeting.body, sent.at),
                           .what = {},
                           .title = {},
                           .position = sent.position};
            const auto line = std::find_if(log.begin(), log.end(), [&](const auto& each) {
                return each.position == sent.position;
            });
            if (line != log.end()) {
                shown.what = line->what;
                const auto file =
                    std::find_if(line->files.begin(), line->files.end(),
                                 [&](const auto& each) { return each.digest == digest; });
                shown.title = file == line->files.end() ? "" : file->title;
            }
            out.push_back(std::move(shown));
        }
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.at.instant < b.at.instant; });
    return out;
}

} // namespace quorate::views
