// The accessibility statement and the page about privacy.

#include "html/layout.hpp"
#include "web/public/public_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// When the tests named below last ran on the version that is served. Changed with them.
constexpr base::CivilDate tested_on{20779}; // 22 November 2026

Html tested() {
    return fragment(
        h(2, "What was tested"),
        p("By programs, on ", date(tested_on),
          ", with version " QUORATE_VERSION
          " in Chromium on a made-up and a practice partnership:"),
        ul(li("Every kind of page that can be reached by links, with axe-core against the rules "
              "for WCAG 2.0, 2.1 and 2.2 at levels A and AA: public pages as the public, a member "
              "and "
              "the secretariat see them, and the pages of each kind of person who signs in as they "
              "see them. Such a program finds a part of what can be wrong."),
           li("The same pages at 320 pixels: none moves sideways as a whole, and what is pressed "
              "is at least 24 pixels or has that room around it. With text spaced as 1.4.12 "
              "has it, too, nothing is cut off."),
           li("With the keyboard alone: signing in, convening a meeting, a form with something "
              "missing, a member\u2019s answer to an invitation, and a walk through six pages from "
              "the first stop to the last. The focus was seen at each stop, in the order of the "
              "page, and nothing held it."),
           li("A meeting from its notice to its minutes, and what partners and members do, with "
              "scripts switched off and at 320 pixels."),
           li("Forms: each kind of form was sent empty and filled in wrongly. Those that came back "
              "still had what had been typed. What is wrong is said beside the field and in a list "
              "at the top that links to it."),
           li("Colours: the same program measured text against its ground, at least 4.5 to 1, and "
              "3 "
              "to 1 where the text is large.")),
        h(2, "What was not tested"),
        ul(li("With people who use assistive technology."),
           li("With screen readers, screen magnifiers and speech recognition."),
           li("In Firefox, Safari and on real phones."),
           li("Pages that can only be reached while something rare goes on, such as a lost "
              "connection on meeting day.")),
        p("Until they are, the statement says \u201cpartially compliant\u201d."));
}

Html known() {
    return fragment(
        h(2, "What is not accessible"), p("These we know of:"),
        ul(li("Papers are files that others made. They may have no headings, no tags and no words "
              "for their pictures."),
           li("Wide tables, such as the year\u2019s programme and attendance, move sideways in a "
              "frame of their own on a narrow screen (1.4.10 allows this for tables)."),
           li("Pages that change while a meeting goes on announce it in one place, which can be "
              "paused. How that sounds in a screen reader was not tried."),
           li("Pictures of the architecture are drawn by a program. The same is below each as a "
              "list."),
           li("The record shows hashes and signed notes. A screen reader reads them out letter by "
              "letter; nothing else depends on them.")));
}

Html another_format() {
    return fragment(
        h(2, "If something stands in your way"),
        p("Tell the secretariat of the partnership what you wanted to do and what happened. You "
          "can ask for any page or paper in another format: large print, plain text, easy read or "
          "read to you. Say which page or paper it is, which format you need, and by when."));
}

Html published() {
    return fragment(
        h(2, "What everybody can read"),
        p("The record: every act that was submitted, the office or seat it was made as, the "
          "ruling it got and the clauses behind it. There are no names of people and no free text "
          "in it. In their place stands a hash, made with a secret number, from which the words "
          "cannot be guessed. A few entries show as a hash alone: who asked for an item or a "
          "replacement, exclusions, and sensitive interests."),
        p("Also the words that meetings decide in public: agendas, decisions and published "
          "minutes, and who sits for which organisation."));
}

Html restricted() {
    return fragment(
        h(2, "What only some can read"),
        ul(li("Who asked for an item or for a replacement."),
           li("What an interest is about, when it was declared as sensitive."),
           li("Why a member was excluded. The public sees that it happened."),
           li("Advice and papers that are marked as restricted."),
           li("Drafts of minutes until a version is published.")),
        p("The secretariat and auditors can read these; members read the papers that were sent to "
          "them."));
}

Html kept_apart() {
    return fragment(
        h(2, "What can be erased"),
        p("Names and free text are kept outside the record, encrypted, with a key for each person. "
          "When they are erased the key is destroyed with them. The record then still shows that "
          "there was a text, and nothing of what it said. Nothing else about the record changes, "
          "and it can still be checked."),
        p("A correction is added to the record; it takes nothing away. To have something corrected "
          "or erased, ask the secretariat of the partnership."));
}

Html visits() {
    return fragment(
        h(2, "Your visit"),
        ul(li("Reading sets no cookie. The sign-in page sets one, until you close the browser, so "
              "that no other site signs you in. Signing in sets one, which tells us that it is you "
              "and nothing else."),
           li("Nothing on these pages comes from another site, and nobody is told what you read."),
           li("Passwords are kept as a hash (argon2id). An account belongs to this partnership "
              "alone."),
           li("Your address is held for a while to stop floods of requests. The server writes a "
              "line for each request, with address and page, unless whoever runs it has switched "
              "that off."),
           li("A file you check against the record is read and not kept.")));
}

/// What the kind of partnership means for people.
Html about_kind(const std::string& kind) {
    if (kind == "rehearsal") {
        return p("This is a practice copy. Seats are shown by number and sector, and nobody is "
                 "named. No names were copied into it, and nothing is sent out from it.");
    }
    if (kind == "fictional" || kind == "scenario") {
        return p("This partnership is made up. Nobody in it is a real person. What people who sign "
                 "in type is kept all the same, as described here.");
    }
    return p("This is the record of a real partnership. It holds facts about people in their "
             "public roles: which seat they hold, when they were present, what they declared and "
             "how they voted where that was recorded.");
}

http::Response statement(const Visit& visit, const std::string& title, Html main) {
    Content content;
    content.title = title;
    content.trail = {{.content = title}};
    content.main = reading_column(main);
    return framed(visit, std::move(content));
}

} // namespace

MaybePage accessibility_page(const Visit& visit) {
    const Html main = fragment(
        page_heading("Accessibility"),
        lead("Everybody should be able to read these pages and do what they are for: without "
             "scripts, with the keyboard alone, at any size, on a phone, with a screen reader."),
        h(2, "How far it is accessible"),
        p("This site, version " QUORATE_VERSION ", is ", strong("partially compliant"),
          " with the Web Content Accessibility Guidelines 2.2 at level AA."),
        known(), tested(), another_format());
    return statement(visit, "Accessibility", main);
}

MaybePage privacy_page(const Visit& visit) {
    const Html main = fragment(page_heading("Privacy"), about_kind(visit.reader.about().kind),
                               published(), restricted(), kept_apart(), visits());
    return statement(visit, "Privacy", main);
}

} // namespace quorate::web
