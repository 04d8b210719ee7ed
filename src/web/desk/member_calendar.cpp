// A member's meetings for their own calendar (RFC 5545).

#include "feeds/atom.hpp"
#include "feeds/calendar_file.hpp"
#include "governance/meetings/length.hpp"
#include "http/respond.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

namespace {

std::string origin_of(const DeskVisit& visit) {
    return visit.options.public_url.empty() ? site_origin(visit) : visit.options.public_url;
}

feeds::CalendarTime time_of(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto& line = meeting.line;
    feeds::CalendarTime out;
    // The same in every member's file, so that a meeting is never there twice.
    const auto uid = feeds::stable_id(visit.links.partnership + " meeting " + line.id);
    out.uid = uid.substr(uid.rfind(':') + 1);
    out.summary = line.body.name;
    out.off = line.status == "cancelled";
    out.description =
        out.off ? line.status_words + "." : meeting.coming_words + " " + meeting.items_words;
    out.place = line.place;
    out.url = origin_of(visit) + visit.links.own_meeting(line.id).str();
    out.from = meeting.goes_on.value_or(line.at).instant;
    out.minutes = static_cast<int>(governance::length_assumed);
    if (line.ends) {
        out.minutes = static_cast<int>((line.ends->instant.ms - line.at.instant.ms) / 60'000);
    } else if (!out.off) {
        out.description += " When it ends is not set: two hours are kept free.";
    }
    // Whoever takes the file again later has the later state: it grows with the record.
    out.sequence = static_cast<int>(visit.reader.size());
    out.stamp = visit.now();
    return out;
}

http::Response calendar_response(const feeds::CalendarFile& file) {
    return http::bytes_response("text/calendar; charset=utf-8", feeds::calendar_file(file));
}

} // namespace

http::Response own_meeting_calendar(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    feeds::CalendarFile file;
    file.name = meeting.line.body.name;
    file.times.push_back(time_of(visit, meeting));
    return calendar_response(file);
}

http::Response own_calendar(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    feeds::CalendarFile file;
    file.name = "My meetings: " + visit.reader.about().name;
    auto meetings = desk.meetings;
    for (auto& each : views::meetings_called_off(visit.reader)) {
        meetings.push_back(std::move(each));
    }
    for (const auto& meeting : meetings) {
        const bool known =
            std::any_of(file.times.begin(), file.times.end(), [&](const feeds::CalendarTime& each) {
                return each.url ==
                       origin_of(visit) + visit.links.own_meeting(meeting.line.id).str();
            });
        if (!known) {
            file.times.push_back(time_of(visit, meeting));
        }
    }
    return calendar_response(file);
}

} // namespace quorate::web
