// The list of partnerships, and the home page of one.

#include "web/pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html next_meeting(const Visit& visit, const views::Home& home) {
    Html out = h(2, "Next meeting");
    if (home.next_meeting) {
        const auto& line = *home.next_meeting;
        out += p(a(visit.links.meeting(line.id), line.body.name), br(), when(line.at, line.ends),
                 line.place.empty() ? "" : ". " + line.place, ".");
        return out;
    }
    out += nothing_here("No meeting is arranged.");
    if (home.last_meeting) {
        const auto& line = *home.last_meeting;
        out += p("The latest in the record is ", a(visit.links.meeting(line.id), line.body.name),
                 " on ", date(line.at.local.date), ".");
    }
    return out;
}

Html latest_decisions(const Visit& visit, const views::Home& home) {
    Html out = h(2, "Latest decisions");
    if (home.decisions.empty()) {
        return fragment(out, nothing_here("The record holds no decision yet."));
    }
    out += decision_list(visit.links, home.decisions, true);
    out += p(a(visit.links.part("decisions"), "All decisions"));
    return out;
}

Html bodies(const Visit& visit, const views::Home& home) {
    Html out = h(2, "Bodies");
    if (home.bodies.empty()) {
        return fragment(out, nothing_here("No body has been set up yet."));
    }
    std::vector<Html> items;
    for (const auto& line : home.bodies) {
        items.push_back(li(cls(line.depth > 0 ? "q-contents__sub" : ""),
                           a(visit.links.body(line.id), line.name)));
    }
    out += plain_list(items);
    if (home.bodies.size() > 1) {
        // The picture only gives the shape at this size; the words of the link stand for it.
        out += p(a(cls("q-thumbnail"), visit.links.part("architecture"),
                   img({.source = visit.links.plain_part("architecture.svg")}), "How the bodies are linked"));
    }
    return out;
}

Html hosted_line(const views::Hosted& hosted) {
    const Links links{hosted.id};
    if (!hosted.partnership) {
        return li(strong(hosted.id), br(), "Cannot be shown: ", hosted.problem.message, ".");
    }
    const auto reader = views::Reader::open(*hosted.partnership);
    if (!reader) {
        return li(strong(hosted.id), br(), "Cannot be shown: ", reader.error().message, ".");
    }
    const auto about = reader->about();
    Html kind;
    if (!about.kind_words.empty()) {
        kind = fragment(" ", Tag{"strong", "govuk-tag"}(about.kind_words));
    }
    return li(a(cls("govuk-!-font-weight-bold"), links.home(), about.name), kind, br(),
              span(cls("q-quiet"), number(about.entries),
                   about.entries == 1 ? " entry" : " entries", " in the record. Address: /",
                   hosted.id));
}

} // namespace

http::Response partnerships_page(const views::HostedPartnerships& hosted) {
    std::vector<Html> items;
    for (const auto& each : hosted.all()) {
        items.push_back(hosted_line(each));
    }
    Html main = page_heading("Partnerships");
    main += lead("Who they are, what they decided, and whether it was properly done.");
    main += items.empty() ? nothing_here("There is no partnership here yet.")
                          : plain_list(cls("govuk-list--spaced q-lines"), items);
    return unframed("Partnerships", reading_column(main));
}

MaybePage home_page(const Visit& visit) {
    const auto home = visit.reader.home();
    const auto about = visit.reader.about();
    Html heading = page_heading(about.name);
    if (!home.purpose.empty()) {
        heading += lead(home.purpose);
    }
    const Html main = fragment(next_meeting(visit, home), latest_decisions(visit, home));
    Html out = reading_column(heading);
    out += with_side(main, bodies(visit, home));
    return framed(visit, {.title = about.name,
                          .main = out,
                          .description = home.purpose,
                          .json = visit.links.api().str()});
}

} // namespace quorate::web
