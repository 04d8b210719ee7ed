#include "web/minutes/minutes_parts.hpp"

#include "html/beside.hpp"
#include "partnership/workspace/sheet.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

Html changed_lines(const std::vector<views::LineChange>& changes, std::string_view none) {
    if (changes.empty()) {
        return nothing_here(none);
    }
    Html out;
    std::vector<html::LineMark> lines;
    std::string under;
    const auto close = [&] {
        if (!lines.empty()) {
            out += under.empty() ? Html() : h(3, under);
            out += marked_lines(lines);
            lines.clear();
        }
    };
    for (const auto& change : changes) {
        if (change.under != under) {
            close();
            under = change.under;
        }
        lines.push_back(
            {change.added ? html::LineMark::Kind::added : html::LineMark::Kind::removed,
             fragment(span(attr("aria-hidden", "true"), change.added ? "Added: " : "Taken out: "),
                      change.text)});
    }
    close();
    return out;
}

Html corrections_list(const Links& links, const std::vector<views::CorrectionShown>& corrections) {
    std::vector<Html> items;
    for (const auto& each : corrections) {
        items.push_back(li(each.words, " ",
                           span(cls("q-quiet"), short_day(each.when.local.date),
                                each.fact ? ", of a recorded fact. " : ", of the words. ",
                                a(links.entry(each.position), "Entry ", each.position))));
    }
    return items.empty() ? Html() : ul(items);
}

Url minutes_document_url(const Links& links, std::string_view meeting) {
    return links.plain_part("meetings").slash_id(meeting).slash("minutes");
}

std::string meeting_title(const views::MeetingLine& line) {
    const auto whole = base::words(line.at.local.date);
    return line.body.name + ", " + whole.substr(whole.find(' ') + 1);
}

std::vector<govuk::Breadcrumb> minutes_trail(const DeskVisit& visit, const views::MeetingLine& line,
                                             std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {
        {.content = "My desk", .href = visit.links.desk()},
        {.content = meeting_title(line), .href = visit.links.workbench(line.id)}};
    if (here.empty()) {
        out.push_back({.content = "Minutes"});
    } else {
        out.push_back({.content = "Minutes", .href = visit.links.desk_minutes(line.id)});
        out.push_back({.content = here});
    }
    return out;
}

LaterMeeting later_meeting(const DeskVisit& visit) {
    const auto meeting = visit.meeting_id();
    const std::string asked(visit.request.query.get("at").value_or(""));
    const auto plain = views::minutes_at_meeting(visit.reader, meeting, asked);
    if (!plain) {
        if (!views::minutes_page(visit.reader, meeting) || !asked.empty()) {
            no_such_page();
        }
        return {visit.reader, std::nullopt, 0};
    }
    const auto sheet = partnership::foresee_sheet(visit.partnership, plain->at.id);
    if (!sheet || sheet->lines.empty()) {
        return {visit.reader, plain, 0};
    }
    auto reader = views::Reader::open_on(visit.partnership, visit.who.viewer, sheet->snapshot);
    auto page = views::minutes_at_meeting(reader, meeting, asked);
    return {std::move(reader), std::move(page), static_cast<std::int64_t>(sheet->lines.size())};
}

base::Result<void> enter_open_sheet(const DeskVisit& visit, const LaterMeeting& later) {
    if (later.on_sheet == 0) {
        return {};
    }
    const auto entered = partnership::enter_sheet(visit.partnership, later.page->at.id);
    if (!entered) {
        return tl::unexpected(entered.error());
    }
    return {};
}

} // namespace quorate::web
