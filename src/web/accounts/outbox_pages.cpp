// The outbox: what was sent, or would be.

#include "html/govuk/inset_text.hpp"
#include "html/govuk/summary_list.hpp"
#include "html/govuk/table.hpp"
#include "html/govuk/tag.hpp"
#include "html/stacking_table.hpp"
#include "views/accounts/outbox.hpp"
#include "web/accounts/accounts_pages.hpp"
#include "web/error_title.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;
using views::MailLine;

namespace {

constexpr std::size_t mails_of_page = 100;

Html state_tag(const MailLine& line) {
    return govuk::tag({.content = line.state_words,
                       .classes = line.state == "sent"      ? "govuk-tag--green"
                                  : line.state == "failed"  ? "govuk-tag--red"
                                  : line.state == "unknown" ? "govuk-tag--orange"
                                                            : "govuk-tag--grey"});
}

Url mail_url(const DeskVisit& visit, std::int64_t id) {
    return visit.links.desk_part("outbox").slash(std::to_string(id));
}

/// What becomes of the mail of this partnership, in a sentence.
Html sending_words(const DeskVisit& visit) {
    const auto about = visit.reader.about();
    if (about.kind == "rehearsal" || about.kind == "fictional") {
        return p("Nothing is sent from here, since nothing is real. Each mail can be read as it "
                 "would have been sent.");
    }
    if (!visit.options.mail) {
        return govuk::inset_text(
            {.content = "Not sent: no mail server is set. Mail waits here until one is. Meanwhile "
                        "an invitation's link can be passed on by hand: it is in the mail."});
    }
    return p("Mail is sent by itself. What was taken by the mail server counts as sent.");
}

std::int64_t before_asked(const DeskVisit& visit) {
    const auto text = visit.request.query.get("before").value_or("");
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && out > 0 ? out : 0;
}

Html mail_table(const DeskVisit& visit, const std::vector<MailLine>& lines) {
    govuk::Table table;
    table.caption = "Mail, newest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"Subject", "To", "Written"};
    table.first_cell_is_header = true;
    for (const auto& line : lines) {
        table.rows.push_back(
            {fragment(a(mail_url(visit, line.id), line.subject), br(), state_tag(line)),
             fragment(line.to_name, br(), span(cls("q-quiet"), line.to)), when(line.queued)});
    }
    return stacking_table(table);
}

Html facts(const views::MailShown& mail) {
    govuk::SummaryList list;
    add_row(list, "State", state_tag(mail.line));
    add_row(list, "To", mail.line.to_name + " <" + mail.line.to + ">");
    add_row(list, "Written", when(mail.line.queued));
    if (mail.line.sent) {
        add_row(list, mail.line.state == "sent" ? "Sent" : "Last tried", when(*mail.line.sent));
    }
    if (mail.next_try) {
        add_row(list, "Next try", when(*mail.next_try));
    }
    add_row(list, "Tries", mail.tries == 0 ? "" : std::to_string(mail.tries));
    add_row(list, "What the mail server said", mail.problem);
    add_row(list, "Message-ID", mail.message_id);
    return govuk::summary_list(list);
}

/// The text, line by line, the link in its place.
Html letter(const views::MailShown& mail) {
    Html out;
    for (const auto& part : mail.paragraphs) {
        Html lines;
        for (const auto& line : part) {
            const auto mark =
                mail.carries_link ? line.find(partnership::mail_link_mark) : std::string::npos;
            Html shown = text(line.substr(0, mark));
            if (mark != std::string::npos) {
                const auto url = Url::parse(mail.link.value_or(""));
                shown += mail.link && url ? a(*url, *mail.link)
                                          : em("[a link, which only whoever gets the mail sees]");
                shown += text(line.substr(mark + partnership::mail_link_mark.size()));
            }
            lines += lines.empty() ? shown : fragment(br(), shown);
        }
        out += p(lines);
    }
    return govuk::inset_text({.content = out});
}

Html files_of(const DeskVisit& visit, const views::MailShown& mail) {
    if (mail.files.empty()) {
        return {};
    }
    std::vector<Html> items;
    std::int64_t number = 0;
    for (const auto& name : mail.files) {
        ++number;
        items.push_back(li(
            a(mail_url(visit, mail.line.id).slash("files").slash(std::to_string(number)), name)));
    }
    return fragment(h(2, "Files"), plain_list(items));
}

views::MailShown mail_of(const DeskVisit& visit) {
    auto mail =
        views::mail_shown(visit.reader, visit.request.captures.number("mail"), visit.options.mail);
    if (!mail) {
        not_now();
    }
    if (!*mail) {
        no_such_page();
    }
    return std::move(**mail);
}

http::Response mail_page(const DeskVisit& visit, const views::MailShown& mail,
                         std::string_view problem) {
    ErrorList errors;
    if (!problem.empty()) {
        errors.add("", problem);
    }
    Html main = fragment(errors.summary(), told_notice(visit),
                         page_heading(mail.line.subject, "Mail"), facts(mail));
    if (mail.line.state == "unknown") {
        main += p("It may have arrived: the connection broke before the mail server had answered. "
                  "Ask whoever it is for before it is sent again, so that nobody gets it twice.");
    }
    if (mail.may_send_again) {
        main += form({.action = mail_url(visit, mail.line.id), .csrf = visit.who.session.csrf},
                     submit_button("Send it again"));
    }
    main += fragment(h(2, "Text"), letter(mail), files_of(visit, mail));
    auto response =
        framed(visit, {.title = error_title(errors, mail.line.subject),
                       .section = "desk",
                       .trail = {{.content = "My desk", .href = visit.links.desk()},
                                 {.content = "Outbox", .href = visit.links.desk_part("outbox")},
                                 {.content = "Mail"}},
                       .main = reading_column(main)});
    response.status = problem.empty() ? 200 : 409;
    return response;
}

} // namespace

http::Response outbox_list(const DeskVisit& visit) {
    const auto lines = views::mail_lines(visit.reader, mails_of_page, before_asked(visit));
    if (!lines) {
        not_now();
    }
    if (!*lines) {
        no_such_page();
    }
    Html main = fragment(told_notice(visit), page_heading("Outbox"), sending_words(visit));
    main += (*lines)->empty()
                ? nothing_here("No mail yet. Invitations, letters and reminders come here.")
                : mail_table(visit, **lines);
    if ((*lines)->size() == mails_of_page) {
        main += p(
            a(visit.links.desk_part("outbox").query("before", std::to_string((*lines)->back().id)),
              "Older mail"));
    }
    return framed(visit, {.title = "Outbox",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Outbox"}},
                          .main = full_width(main)});
}

http::Response outbox_page(const DeskVisit& visit) {
    return mail_page(visit, mail_of(visit), {});
}

http::Response send_mail_again(const DeskVisit& visit) {
    const auto mail = mail_of(visit);
    const auto again = partnership::send_again(visit.workspace, mail.line.id, base::system_now());
    if (!again) {
        not_now();
    }
    if (!*again) {
        return mail_page(visit, mail,
                         "It cannot be sent again: it was sent, waits already, or its link has run "
                         "out. Make a new link on the page of the account.");
    }
    return told(mail_url(visit, mail.line.id), "again");
}

http::Response outbox_file(const DeskVisit& visit) {
    const auto mail = views::mail_file(visit.reader, visit.request.captures.number("mail"),
                                       visit.request.captures.number("file"));
    if (!mail) {
        not_now();
    }
    if (!*mail) {
        no_such_page();
    }
    auto response = http::bytes_response("application/octet-stream", (*mail)->bytes);
    response.header("Content-Disposition", "attachment; filename=\"" + (*mail)->name + "\"");
    return response;
}

} // namespace quorate::web
