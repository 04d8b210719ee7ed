#include "views/meetings/reviews.hpp"

#include "views/meetings/paper_facts.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

void add_reviews(const Ground& ground, const Meeting& meeting, base::CivilDate until,
                 std::vector<ReviewDue>& out) {
    const MeetingPapers papers(ground, meeting);
    for (const auto& each : meeting.restrictions) {
        if (!each.holds(ground.now) || each.review > until) {
            continue;
        }
        ReviewDue due;
        due.meeting = ground.meeting(meeting.id);
        due.body = ground.body(meeting.body);
        due.restriction = each.number;
        due.review = each.review;
        due.overdue = each.review < ground.today;
        due.words = restriction_words(exempts_as_council(ground, meeting.body), each.exemption,
                                      each.review);
        const auto digest = ground.words_or(each.paper, "");
        for (const auto& upload : papers.uploads()) {
            if (base::hex(upload.digest) == digest) {
                due.paper = upload.id;
                due.title = upload.title;
            }
        }
        out.push_back(std::move(due));
    }
}

} // namespace

std::vector<ReviewDue> reviews_due(const Reader& reader, int days) {
    const auto& ground = reader.ground();
    std::vector<ReviewDue> out;
    if (!ground.see.desk()) {
        return out;
    }
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (!meeting.restrictions.empty()) {
            add_reviews(ground, meeting, ground.today.plus_days(days), out);
        }
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.review < b.review; });
    return out;
}

} // namespace quorate::views
