// What is due, for feed readers and calendars: the lines of the duties page that are open, by the
// same who-may-see.

#include "feeds/atom.hpp"
#include "feeds/calendar_file.hpp"
#include "web/desk/session.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {
namespace {

/// What a feed is about: a body, or the whole partnership.
struct FeedSubject {
    std::string body; ///< id; empty for all
    std::string name; ///< of the body or the partnership
    views::DutiesPage page;
};

std::optional<FeedSubject> subject_of(const Visit& visit, const std::string& body) {
    FeedSubject out{body, visit.reader.about().name, {}};
    if (!out.body.empty()) {
        const auto bodies = visit.reader.bodies();
        const auto found = std::find_if(bodies.begin(), bodies.end(),
                                        [&](const auto& each) { return each.id == out.body; });
        if (found == bodies.end()) {
            return std::nullopt;
        }
        out.name = found->name;
    }
    out.page = visit.reader.duties(out.body);
    return out;
}

bool is_open(const views::DutyShown& duty) {
    return duty.state == "overdue" || duty.state == "due-soon" || duty.state == "not-yet-due";
}

/// The words by which a line is the same line for ever.
std::string lasting_name(const Visit& visit, const views::DutyShown& duty) {
    return visit.links.partnership + " " + duty.body.id + " " + duty.id;
}

std::string about_words(const views::DutyLine& line, bool with_body) {
    const auto& duty = line.duty;
    std::string out = duty.words + (duty.words.empty() ? "" : " ") + "By whom: " + duty.who + ".";
    if (with_body && duty.who != duty.body.name) {
        out += " Body: " + duty.body.name + ".";
    }
    return duty.clause.empty() ? out : out + " Clause " + duty.clause + ".";
}

std::string title_words(const views::DutyShown& duty) {
    auto out = duty.state_words + ": " + duty.what;
    if (out.ends_with('.')) {
        out.pop_back();
    }
    return duty.due && duty.state != "overdue" ? out + ", by " + base::words(*duty.due) : out;
}

/// Who is signed in sees more than the public does, so nobody keeps it.
http::Response kept_as(const Visit& visit, http::Response response) {
    if (visit.who != nullptr) {
        response.cache_control = "no-store";
    }
    return response;
}

MaybePage atom_of(const Visit& visit, const std::string& body) {
    const auto subject = subject_of(visit, body);
    if (!subject) {
        return std::nullopt;
    }
    const auto origin = site_origin(visit);
    feeds::AtomFeed feed;
    feed.id = feeds::stable_id(visit.links.partnership + " duties " + subject->body);
    feed.title = "What is due: " + subject->name;
    feed.author = visit.reader.about().name;
    feed.self = origin + visit.links.duty_feed("duties.atom", subject->body).str();
    feed.alternate = origin + (subject->body.empty() ? visit.links.part("duties")
                                                     : visit.links.body_duties(subject->body))
                                  .str();
    feed.updated = subject->page.recorded;
    for (const auto& line : subject->page.lines) {
        const auto& duty = line.duty;
        if (!is_open(duty) || feed.entries.size() == feeds::entries_max) {
            continue;
        }
        feed.entries.push_back({feeds::stable_id(lasting_name(visit, duty)), title_words(duty),
                                about_words(line, subject->body.empty()),
                                origin + visit.links.body_duties(duty.body.id).str(), duty.state,
                                duty.changed});
    }
    return kept_as(visit,
                   http::bytes_response("application/atom+xml; charset=utf-8", feeds::atom(feed)));
}

MaybePage calendar_of(const Visit& visit, const std::string& body) {
    const auto subject = subject_of(visit, body);
    if (!subject) {
        return std::nullopt;
    }
    const auto origin = site_origin(visit);
    feeds::CalendarFile file;
    file.name = "What is due: " + subject->name;
    file.source = origin + visit.links.duty_feed("duties.ics", subject->body).str();
    for (const auto& line : subject->page.lines) {
        const auto& duty = line.duty;
        if (!is_open(duty) || !duty.due || file.days.size() == feeds::entries_max) {
            continue;
        }
        auto summary = duty.what;
        summary.pop_back();
        const auto uid = feeds::stable_id(lasting_name(visit, duty));
        file.days.push_back({uid.substr(uid.rfind(':') + 1),
                             duty.state == "overdue" ? "Overdue: " + summary : summary,
                             about_words(line, true),
                             origin + visit.links.body_duties(duty.body.id).str(), duty.state_words,
                             *duty.due, duty.changed});
    }
    return kept_as(
        visit, http::bytes_response("text/calendar; charset=utf-8", feeds::calendar_file(file)));
}

std::string body_asked(const Visit& visit) {
    return std::string(visit.request.capture("body"));
}

} // namespace

MaybePage duties_atom(const Visit& visit) {
    return atom_of(visit, {});
}

MaybePage duties_calendar(const Visit& visit) {
    return calendar_of(visit, {});
}

MaybePage body_duties_atom(const Visit& visit) {
    return atom_of(visit, body_asked(visit));
}

MaybePage body_duties_calendar(const Visit& visit) {
    return calendar_of(visit, body_asked(visit));
}

} // namespace quorate::web
