// One page to read through a meeting's papers, in the order they will be taken.

#include "governance/words.hpp"
#include "html/govuk/details.hpp"
#include "html/markdown.hpp"
#include "html/progress.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"
#include "web/reading/reading_pages.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

/// Text of this many bytes is shown on the page itself.
constexpr std::uint64_t shown_bytes_max = 60'000;

const std::string& account(const DeskVisit& visit) {
    return visit.who.session.account.name;
}

void must(const base::Result<void>& done) {
    if (!done) {
        throw http::BrokenRequest(503, done.error().text());
    }
}

Url read_url(const DeskVisit& visit) {
    return visit.links.own_meeting(visit.meeting_id()).slash("read");
}

/// A name for a place on the page: the item, and the paper of it.
std::string anchor(std::int64_t item, std::size_t paper) {
    return "item-" + std::to_string(item) + "-paper-" + std::to_string(paper);
}

Html news_word(const views::ReadingPaper& paper) {
    if (paper.news == "new") {
        return progress_word(Progress::now, "New since you last looked");
    }
    if (paper.news == "replaced") {
        return progress_word(Progress::now, "A newer version since you last looked");
    }
    return {};
}

Html read_word(const views::ReadingPaper& paper) {
    return paper.read ? progress_word(Progress::done, "Read")
                      : progress_word(Progress::waiting, "Not read yet");
}

Html mark_button(const DeskVisit& visit, const views::ReadingPaper& paper, const std::string& at) {
    return button_form(
        form_to(visit, read_url(visit)),
        {{"paper", paper.paper.digest}, {"seen", paper.read ? "no" : "yes"}, {"at", at}},
        paper.read ? "Mark as not read" : "Mark as read",
        {.about = paper.paper.title, .compact = true});
}

/// A short text shown where it stands; other files are opened.
Html text_of(const DeskVisit& visit, const views::ReadingPaper& paper) {
    const auto file = views::readable_paper(visit.reader, paper.paper.digest);
    const auto* papers = visit.partnership.papers();
    if (!file || papers == nullptr || !file->content_type.starts_with("text/") ||
        file->bytes > shown_bytes_max) {
        return {};
    }
    const auto bytes = papers->read(file->digest);
    if (!bytes) {
        return {};
    }
    const bool marked_up = file->content_type.starts_with("text/markdown");
    return govuk::details(
        {.summary = fragment("Read it here", hidden_text(": ", paper.paper.title)),
         .content =
             div(cls("q-prose q-paper-text"), marked_up ? markdown(*bytes, 3) : pre(*bytes))});
}

Html earlier_versions(const DeskVisit& visit, const views::ReadingPaper& paper) {
    std::vector<Html> items;
    for (const auto& version : paper.earlier) {
        items.push_back(
            li(a(visit.links.paper(version.digest, version.name), "The version of ",
                 version.sent_on ? short_day(version.sent_on->local.date) : text("an earlier day"),
                 hidden_text(" of ", paper.paper.title))));
    }
    return items.empty()
               ? Html()
               : govuk::details({.summary = fragment("Earlier versions",
                                                     hidden_text(" of ", paper.paper.title)),
                                 .content = ul(items)});
}

Html paper_part(const DeskVisit& visit, const views::ReadingItem& item,
                const views::ReadingPaper& paper, std::size_t index) {
    const auto at = anchor(item.number, index);
    const auto& shown = paper.paper;
    const auto open =
        visit.links.own_meeting(visit.meeting_id())
            .slash("open")
            .slash(shown.digest)
            .slash(visit.links.paper(shown.digest, shown.name)
                       .str()
                       .substr(visit.links.paper(shown.digest, shown.name).str().rfind('/') + 1));
    Html about = fragment(shown.type,
                          shown.pages > 0 ? ", " + governance::counted(shown.pages, "page", "pages")
                                          : std::string(),
                          ", ", shown.size);
    if (shown.sent_on) {
        about += fragment(", sent ", short_day(shown.sent_on->local.date));
    }
    Html out = fragment(
        p(cls("q-paper__title"), a(open, shown.title), br(), span(cls("q-quiet"), about, ".")),
        p(read_word(paper), " ", news_word(paper)));
    if (!paper.late.empty()) {
        out += p(progress_word(Progress::done_late, paper.late));
    }
    for (const auto& words : {shown.restricted, shown.note}) {
        out += words.empty() ? Html() : p(cls("q-quiet"), words);
    }
    out += fragment(text_of(visit, paper), earlier_versions(visit, paper),
                    note_box(visit, {visit.meeting_id(), item.number, paper.line}, paper.note,
                             shown.digest, shown.title),
                    mark_button(visit, paper, at));
    return li(id(at).cls("q-paper"), out);
}

Html item_part(const DeskVisit& visit, const views::ReadingItem& item) {
    if (item.number == 0 && item.papers.empty() && item.note.words.empty() &&
        item.notes_apart == 0) {
        return {};
    }
    const auto at = "item-" + std::to_string(item.number);
    std::vector<Html> papers;
    for (std::size_t i = 0; i < item.papers.size(); ++i) {
        papers.push_back(paper_part(visit, item, item.papers[i], i));
    }
    Html out =
        h(2, id(at), item.number == 0 ? text(item.title) : fragment(item.number, ". ", item.title));
    for (const auto& words : {item.state, item.news}) {
        out += words.empty() ? Html() : p(progress_word(Progress::now, words));
    }
    if (!item.closed.empty()) {
        out += p(cls("q-quiet"), item.closed);
    }
    if (item.notes_apart > 0) {
        out += p(cls("q-quiet"),
                 views::capitalised(governance::counted(item.notes_apart, "note of yours is",
                                                        "notes of yours are")),
                 " on a paper that is not open to you now. ",
                 a(visit.links.desk().slash("notes"), "All my notes"));
    }
    if (papers.empty() && item.closed.empty()) {
        out += p(cls("q-quiet"), "No paper.");
    } else if (!papers.empty()) {
        out += plain_list(cls("q-lines"), papers);
    }
    const auto about = item.number == 0 ? "the whole of it" : "item " + std::to_string(item.number);
    out += note_box(visit, {visit.meeting_id(), item.number, {}}, item.note, {}, about);
    return section(attr("aria-labelledby", at).cls("q-reading-item"), out);
}

Html contents(const Url& read, const views::Reading& reading) {
    std::vector<Html> items;
    for (const auto& item : reading.items) {
        if (item.number == 0) {
            continue;
        }
        const auto unread =
            std::count_if(item.papers.begin(), item.papers.end(),
                          [](const views::ReadingPaper& paper) { return !paper.read; });
        items.push_back(li(
            a(read.fragment("item-" + std::to_string(item.number)), item.number, ". ", item.title),
            unread > 0 ? span(cls("q-quiet"), " ", unread, " to read") : Html()));
    }
    return items.size() < 4 ? Html() : plain_list(cls("q-own-links"), items);
}

views::Reading reading_asked(const DeskVisit& visit,
                             const std::optional<partnership::MeetingLook>& since) {
    auto reading = views::reading(visit.reader, visit.meeting_id(), since);
    if (!reading) {
        no_such_page();
    }
    return std::move(*reading);
}

Html since_words(const views::Reading& reading) {
    if (!reading.since) {
        return {};
    }
    const auto day = date(reading.since->local.date);
    if (reading.count.fresh == 0 && reading.count.moved == 0) {
        return p(cls("q-since"), "Nothing has changed since you last looked, on ", day, ".");
    }
    return p(cls("q-since"), "Since you last looked, on ", day, ": ",
             governance::counted(reading.count.fresh, "new or newer paper", "new or newer papers"),
             reading.count.moved > 0 ? ", and the agenda has changed." : ".");
}

Html mark_all(const DeskVisit& visit, const views::Reading& reading) {
    return reading.count.unread == 0
               ? Html()
               : button_form(form_to(visit, read_url(visit)), {{"all", "yes"}}, "Mark all as read",
                             {.compact = true});
}

std::vector<std::string> digests_of(const views::Reading& reading) {
    std::vector<std::string> out;
    for (const auto& item : reading.items) {
        for (const auto& paper : item.papers) {
            out.push_back(paper.paper.digest);
        }
    }
    return out;
}

/// Why there is nothing to read: nothing was sent, or nothing that is open to the reader.
std::string_view nothing_to_read(const views::Reading& reading) {
    const bool closed = std::any_of(reading.items.begin(), reading.items.end(),
                                    [](const auto& item) { return !item.closed.empty(); });
    return closed
               ? "No paper of this meeting is open to you now. Below each item it says why."
               : "No papers have been sent for this meeting yet. You will find them here, in the "
                 "order of the agenda, as soon as they are.";
}

} // namespace

http::Response read_page(const DeskVisit& visit) {
    const auto id = visit.meeting_id();
    if (!views::own_meeting(visit.reader, id)) {
        no_such_page();
    }
    const auto since = partnership::look_at_meeting(
        visit.workspace, account(visit), id, views::look_now(visit.reader, id), base::system_now());
    const auto reading = reading_asked(visit, since ? *since : std::nullopt);
    Html main = fragment(page_heading("Papers to read"), p(strong(meeting_words(reading.line))));
    if (reading.count.papers == 0) {
        main += nothing_here(nothing_to_read(reading));
    } else {
        main += fragment(p(papers_words(reading.count)), since_words(reading),
                         contents(read_url(visit), reading),
                         div(cls("q-mark-all"), mark_all(visit, reading)));
    }
    main += p(cls("q-quiet"),
              "Notes you write here are yours: they are not part of the record, and no other "
              "account is shown them. They stay with a paper when a newer version comes. They may "
              "still have to be disclosed under information law. ",
              a(visit.links.desk().slash("notes"), "All my notes"));
    for (const auto& item : reading.items) {
        main += item_part(visit, item);
    }
    main += p(a(visit.links.own_meeting(id), "Back to the meeting"));
    return framed(visit, {.title = "Papers to read",
                          .section = "desk",
                          .trail = desk_trail(visit, "Papers to read"),
                          .main = reading_column(main),
                          .modules = {"notes.mjs"}});
}

http::Response mark_read(const DeskVisit& visit) {
    const auto reading = reading_asked(visit, std::nullopt);
    auto digests = digests_of(reading);
    const bool all = visit.form.has("all");
    const auto asked = visit.form.get("paper").value_or("");
    if (!all) {
        std::erase_if(digests, [&](const std::string& each) { return each != asked; });
    }
    must(partnership::mark_paper(visit.workspace, account(visit), visit.meeting_id(), digests,
                                 all || visit.form.get("seen").value_or("") == "yes", visit.now()));
    const auto at = visit.form.get("at").value_or("");
    const bool place = at.size() < 60 && at.starts_with("item-");
    return http::see_other(place ? read_url(visit).fragment(at).str() : read_url(visit).str());
}

http::Response open_paper(const DeskVisit& visit) {
    const auto reading = reading_asked(visit, std::nullopt);
    const auto& digest = visit.request.capture("digest");
    for (const auto& item : reading.items) {
        for (const auto& paper : item.papers) {
            if (paper.paper.digest == digest) {
                must(partnership::mark_paper(visit.workspace, account(visit), visit.meeting_id(),
                                             {digest}, true, visit.now()));
                return http::see_other(visit.links.paper(digest, paper.paper.name).str());
            }
        }
    }
    no_such_page();
}

namespace {

constexpr DeskRoute routes[] = {
    {"/desk/mine/{body}/{meeting}/read", read_page, mark_read, members_only},
    {"/desk/mine/{body}/{meeting}/open/{digest}/{name}", open_paper, nullptr, members_only},
    {"/desk/mine/{body}/{meeting}/note", nullptr, save_note, members_only},
    {"/desk/notes", notes_page, nullptr, everyone_signed_in},
    {"/desk/notes/file", notes_file, nullptr, everyone_signed_in},
    {"/desk/notes/erase", nullptr, erase_own_notes, everyone_signed_in}};

} // namespace

std::span<const DeskRoute> reading_routes() {
    return routes;
}

} // namespace quorate::web
