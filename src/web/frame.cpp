#include "web/frame.hpp"

#include "html/form.hpp"
#include "html/layout.hpp"
#include "views/may.hpp"
#include "web/desk/session.hpp"

namespace quorate::web {

using namespace html;

namespace {

struct Section {
    std::string_view name;
    std::string_view words;
};

constexpr Section sections[] = {
    {"meetings", "Meetings"},   {"bodies", "Bodies"}, {"architecture", "Architecture"},
    {"decisions", "Decisions"}, {"duties", "Duties"}, {"record", "Record"}};

std::vector<govuk::NavigationItem> navigation(const Visit& visit, const Content& content) {
    std::vector<govuk::NavigationItem> out;
    if (visit.who != nullptr) {
        const bool here = content.section == "desk";
        out.push_back({.content = "My desk",
                       .href = visit.links.part("desk"),
                       .current = here && content.section_page,
                       .active = here});
    }
    for (const auto& section : sections) {
        const bool here = content.section == section.name;
        out.push_back({.content = section.words,
                       .href = visit.links.part(section.name),
                       .current = here && content.section_page,
                       .active = here});
    }
    return out;
}

std::vector<govuk::Breadcrumb> trail(const Visit& visit, const views::About& about,
                                     Content& content) {
    std::vector<govuk::Breadcrumb> out;
    if (content.trail.empty()) {
        return out;
    }
    out.push_back({.content = about.name, .href = visit.links.home()});
    for (auto& each : content.trail) {
        out.push_back(std::move(each));
    }
    return out;
}

/// Who is signed in, with the way out; or the way in.
Html account(const Visit& visit) {
    if (visit.who == nullptr) {
        return a(cls("q-header__account-link"), visit.links.part("sign-in"), "Sign in");
    }
    return fragment(a(cls("q-header__account-link"), visit.links.part("account"), visit.who->title),
                    button_form({.action = visit.links.part("sign-out"),
                                 .csrf = visit.who->session.csrf,
                                 .classes = "q-header__sign-out"},
                                {}, "Sign out"));
}

PageBanner banner(const Visit& visit, const views::About& about) {
    Html sentence = text(about.kind_sentence);
    if (about.kind == "rehearsal" && views::keeps_record(visit.reader)) {
        sentence +=
            fragment(" ", a(visit.links.part("desk").slash("clock").query("to", visit.request.path),
                            "Change the clock"));
    }
    return {about.kind_words, sentence};
}

Html record_line(const Visit& visit, const views::About& about) {
    return fragment(number(about.entries),
                    about.entries == 1 ? " entry in the record, unbroken: "
                                       : " entries in the record, unbroken: ",
                    a(visit.links.part("verify"), "check it yourself"), ".");
}

} // namespace

http::Response framed(const Visit& visit, Content content) {
    const auto about = visit.reader.about();
    Page page;
    page.title = content.title;
    page.partnership = about.name;
    page.partnership_url = visit.links.home();
    page.navigation = navigation(visit, content);
    if (!about.kind_words.empty()) {
        page.banner = banner(visit, about);
    }
    page.account = account(visit);
    page.breadcrumbs = trail(visit, about, content);
    page.main = std::move(content.main);
    page.record = record_line(visit, about);
    page.footer_links = {{"Calendar", visit.links.part("calendar")},
                         {"Findings", visit.links.part("findings")},
                         {"Accessibility", visit.links.part("accessibility")},
                         {"Privacy", visit.links.part("privacy")},
                         {"Open data", visit.links.api()},
                         {"All partnerships here", "/"_url}};
    if (!content.json.empty()) {
        if (const auto url = Url::parse(content.json)) {
            page.alternates.push_back(
                {"The same as JSON", "application/json", visit.links.kept(*url)});
        }
    }
    for (auto& feed : content.feeds) {
        page.alternates.push_back(std::move(feed));
    }
    page.modules = std::move(content.modules);
    page.description = std::move(content.description);
    page.indexed = about.kind == "real" && visit.reader.as_of_now();
    auto response = http::html_response(html::page(page).str());
    if (visit.who != nullptr) {
        response.cache_control = "no-store";
    }
    return response;
}

http::Response unframed(std::string title, Html main, int status) {
    Page page;
    page.title = std::move(title);
    page.main = std::move(main);
    page.indexed = status == 200;
    return http::html_response(html::page(page).str(), status);
}

} // namespace quorate::web
