#include "web/live/live_site.hpp"

#include "html/form.hpp"
#include "html/layout.hpp"
#include "html/screen.hpp"
#include "partnership/workspace/accounts.hpp"
#include "web/desk/sign_in.hpp"
#include "web/live/live_meetings.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

using partnership::Partnership;

/// What every address of this feature needs.
struct Live {
    Live(const views::HostedPartnerships& partnerships, SiteOptions how)
        : hosted(partnerships), options(std::move(how)),
          meetings({.readers_max = live_readers_max,
                    .readers_of_address_max = live_readers_of_address_max}) {}

    const views::HostedPartnerships& hosted;
    SiteOptions options;
    LiveMeetings meetings;
};

/// One visit: who, which meeting, and as whom it is followed.
struct LiveVisit {
    /// `in_the_room`: for a screen there, which the public sees where the meeting is open to it,
    /// whoever signed in to show it.
    LiveVisit(Live& all, const http::Request& asked, bool in_the_room = false)
        : live(all), request(asked),
          partnership(partnership_of(all.hosted, asked)), links{partnership.id()},
          who(signed_in(partnership, asked, all.options)),
          meeting(asked.capture("body") + "/" + asked.capture("meeting")) {
        const auto everybody = all.meetings.as_of(partnership, {}, meeting);
        as_public = in_the_room && everybody.audience == views::Audience::public_;
        as = as_public ? everybody : all.meetings.as_of(partnership, viewer(), meeting);
    }

    [[nodiscard]] views::Viewer viewer() const {
        return who && !as_public ? who->viewer : views::Viewer{};
    }
    [[nodiscard]] Url here() const { return links.meeting(meeting).slash("live"); }
    [[nodiscard]] std::shared_ptr<const LiveShown> shown() const {
        return live.meetings.shown(partnership, meeting, as);
    }

    Live& live;
    const http::Request& request;
    const Partnership& partnership;
    Links links;
    std::optional<SignedIn> who;
    std::string meeting;
    views::LiveAs as;
    bool as_public = false;
};

views::Reader reader_of(const LiveVisit& visit) {
    auto reader = views::Reader::open(visit.partnership, visit.viewer());
    QUORATE_ASSERT(reader.has_value()); // as things stand now always opens
    return std::move(*reader);
}

/// What is for people who are signed in, or may change at any moment, is not kept by anybody.
http::Response unkept(http::Response response) {
    response.cache_control = "no-store";
    return response;
}

/// A screen in the room follows as what it was shown as.
constexpr std::string_view screen_field = "screen";

Attributes followed(const LiveVisit& visit, const LiveShown& shown, std::string_view classes) {
    auto events = visit.here().slash("events");
    return cls(classes)
        .set("data-live-follow",
             (visit.as_public ? events.query(screen_field, "yes") : events).str())
        .set("data-live-from", shown.stamp);
}

std::vector<govuk::Breadcrumb> trail_of(const LiveVisit& visit, const views::MeetingLine& line) {
    return {{.content = "Meetings", .href = visit.links.part("meetings")},
            {.content = base::words(line.at.local.date), .href = visit.links.meeting(line.id)},
            {.content = "Live"}};
}

/// The meeting is not open to the public, and whoever asks is not of the body.
http::Response not_for_you(const LiveVisit& visit) {
    const auto reader = reader_of(visit);
    const auto page = reader.meeting(visit.meeting);
    if (!page) {
        no_such_page();
    }
    Html main = fragment(
        page_heading("Follow the meeting", page->line.body.name),
        p("This meeting is not open to the public, so it can be followed only by members of ",
          page->line.body.name, "."),
        p("Its decisions and minutes are published on ",
          a(visit.links.meeting(visit.meeting), "the meeting's page"), "."));
    if (!visit.who) {
        main += p(a(visit.links.part("sign-in").query("to", visit.here().str()), "Sign in"),
                  " if you are a member.");
    }
    const Visit frame{reader, visit.links, visit.request, visit.who ? &*visit.who : nullptr};
    auto response = framed(frame, {.title = "Follow the meeting",
                                   .section = "meetings",
                                   .trail = trail_of(visit, page->line),
                                   .main = reading_column(main)});
    response.status = 403;
    return unkept(std::move(response));
}

Html ways_on(const LiveVisit& visit) {
    std::vector<Html> links{
        li(a(visit.links.meeting(visit.meeting), "Papers and particulars of the meeting")),
        li(a(visit.here().slash("screen"), "For a screen in the room"))};
    if (visit.as.audience == views::Audience::member) {
        links.insert(links.begin(), li(a(visit.links.own_meeting(visit.meeting).slash("now"),
                                         "Take part: say that you are here, declare, vote")));
    }
    return plain_list(links);
}

http::Response live_page(Live& live, const http::Request& request) {
    const LiveVisit visit(live, request);
    const auto shown = visit.shown();
    if (!shown) {
        return not_for_you(visit);
    }
    const auto reader = reader_of(visit);
    const auto& line = shown->page.line;
    const Html main =
        div(followed(visit, *shown, "q-live"), page_heading("The meeting, live", line.body.name),
            live_controls(visit.here()),
            div(cls("q-live-columns"),
                div(cls("q-live-main"), live_part(shown->parts, "state"),
                    live_part(shown->parts, "item", "q-live-item")),
                div(cls("q-live-side"), live_part(shown->parts, "quorum"), h(2, "Agenda"),
                    live_part(shown->parts, "agenda"), ways_on(visit))));
    const Visit frame{reader, visit.links, visit.request, visit.who ? &*visit.who : nullptr};
    return unkept(framed(frame, {.title = "Live: " + line.body.name,
                                 .section = "meetings",
                                 .trail = trail_of(visit, line),
                                 .main = full_width(main),
                                 .modules = {"live.mjs"}}));
}

http::Response live_screen(Live& live, const http::Request& request) {
    const LiveVisit visit(live, request, true);
    const auto shown = visit.shown();
    if (!shown) {
        return not_for_you(visit);
    }
    const auto& line = shown->page.line;
    const auto about = reader_of(visit).about();
    Html banner = about.kind_words.empty()
                      ? Html{}
                      : p(cls("q-screen__kind"), about.kind_words, ". ", about.kind_sentence);
    const Html main =
        div(followed(visit, *shown, "q-screen__page"), banner,
            Tag{"h1", "q-screen__heading"}(line.body.name), live_part(shown->parts, "state"),
            live_part(shown->parts, "item", "q-screen__item"),
            live_part(shown->parts, "quorum", "q-screen__quorum"),
            p(cls("q-screen__connection").set("data-live-connection", ""),
              span(attr("data-live-words", ""), "This page does not change by itself."), " ",
              a(attr("data-live-reload", ""), visit.here().slash("screen"), "Reload")),
            div(cls("govuk-visually-hidden").set("aria-live", "polite").set("data-live-said", "")));
    return unkept(http::html_response(
        screen({.title = line.body.name + ": the meeting", .main = main, .modules = {"live.mjs"}})
            .str()));
}

/// The parts alone, for whoever shows them in a page of their own.
http::Response live_fragment(Live& live, const http::Request& request) {
    const LiveVisit visit(live, request);
    const auto shown = visit.shown();
    if (!shown) {
        return not_for_you(visit);
    }
    Html out;
    for (const auto& [key, html] : shown->parts) {
        out += live_part(shown->parts, key);
    }
    return unkept(http::html_response(div(followed(visit, *shown, "q-live"), out).str()));
}

http::Response too_many(http::EventHub::Refused why) {
    const bool here = why == http::EventHub::Refused::too_many_of_address;
    auto response = http::text_response(
        here ? "Too many people at this address follow the meeting already. The page can be "
               "reloaded instead.\n"
             : "Too many people follow the meeting already. The page can be reloaded instead.\n",
        here ? 429 : 503);
    response.header("Retry-After", "15");
    return response;
}

http::Response live_events(Live& live, const http::Request& request) {
    const LiveVisit visit(live, request, request.query.get(screen_field) == "yes");
    if (!visit.shown()) {
        return not_for_you(visit);
    }
    LiveMeetings::Follow asked{.meeting = visit.meeting, .as = visit.as, .viewer = visit.viewer()};
    const auto last = request.header("last-event-id");
    asked.last_event = last.empty()
                           ? std::string(request.query.get("after").value_or("").substr(0, 60))
                           : std::string(last.substr(0, 60));
    asked.address = asker(request, live.options);
    if (visit.who && !visit.as_public) {
        asked.signed_in = [&partnership = visit.partnership, token = visit.who->token] {
            const auto holds =
                partnership.workspace()->accounts().session_holds(token, base::system_now());
            return holds && *holds;
        };
    }
    const auto opened = live.meetings.follow(visit.partnership, asked);
    return opened.reader ? http::event_stream_response(opened.reader) : too_many(opened.refused);
}

} // namespace

void add_live_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options) {
    const auto live = std::make_shared<Live>(hosted, options);
    struct Route {
        const char* below;
        http::Response (*serve)(Live&, const http::Request&);
    };
    for (const auto& route : {Route{"", live_page}, Route{"/screen", live_screen},
                              Route{"/parts", live_fragment}, Route{"/events", live_events}}) {
        router.get("/{p}/meetings/{body}/{meeting}/live" + std::string(route.below),
                   [live, serve = route.serve](const http::Request& request) {
                       return serve(*live, request);
                   });
    }
}

} // namespace quorate::web
