// Letters: what is waiting to be written, one letter before and after it is sent, and the list of
// what was sent.

#include "views/letters/letters.hpp"

#include "base/one_line.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/govuk/notification_banner.hpp"
#include "html/stacking_table.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/outbox.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/letters/letters.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Url letters_url(const DeskVisit& visit) {
    return visit.links.desk_part("letters");
}

std::vector<govuk::Breadcrumb> trail(const DeskVisit& visit, std::string_view here) {
    return {{.content = "My desk", .href = visit.links.desk()},
            {.content = "Letters", .href = letters_url(visit)},
            {.content = here}};
}

Url draft_url(const DeskVisit& visit, const views::LetterAsked& asked) {
    auto out = new_letter_url(visit.links, asked.kind, asked.seat, asked.meeting);
    return asked.action.empty() ? out : out.query("action", asked.action);
}

Html to_write(const DeskVisit& visit, const views::LettersPage& page) {
    Html out = h(2, "To be written");
    if (page.to_write.empty()) {
        return fragment(out, nothing_here("Nothing is waiting: no seat is newly vacant, nobody has "
                                          "missed too many meetings, no action is late."));
    }
    govuk::Table table;
    table.caption = "Letters to be written";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"About", "Body", "Letter"};
    std::size_t vacancies = 0;
    for (const auto& line : page.to_write) {
        if (line.asked.kind == "vacancy") {
            ++vacancies;
        }
        Html about = fragment(line.what, div(cls("q-quiet"), line.hint));
        if (!line.clause.empty()) {
            about += div(cls("q-quiet"), clause_link(visit.links, line.body.id, line.clause));
        }
        table.rows.push_back(
            {about, line.body.name,
             a(draft_url(visit, line.asked), views::letter_kind_words(line.asked.kind),
               hidden_text(": ", line.what))});
    }
    out += stacking_table(table);
    if (vacancies > 1) {
        out += p(a(new_bulk_url(visit.links, "vacancies"), "Write about all vacant seats at once"));
    }
    return out;
}

std::string how_words(const partnership::Letter& letter) {
    return letter.how == "mail" ? "By e-mail" : "To be printed";
}

// ---- A new letter ----

views::LetterAsked asked_of(const DeskVisit& visit) {
    const auto& fields = visit.form.has("kind") ? visit.form : visit.request.query;
    const auto field = [&](std::string_view name) {
        return std::string(fields.get(name).value_or("").substr(0, 100));
    };
    return {field("kind"), field("seat"), field("meeting"), field("action"),
            origin_of_letters(visit)};
}

Html draft_form(const DeskVisit& visit, const views::LetterAsked& asked,
                const views::LetterDraft& draft, const FormState& state) {
    const auto stays = nothing_leaves(visit);
    return form(
        form_to(visit, letters_url(visit).slash("new")), act_hidden(visit),
        hidden("kind", asked.kind), hidden("seat", asked.seat), hidden("meeting", asked.meeting),
        hidden("action", asked.action),
        text_field({.name = "to", .label = "To", .value = state.value("to", draft.to)},
                   state.errors),
        text_field({.name = "address",
                    .label = "E-mail address",
                    .hint = draft.address.empty()
                                ? "None is known. Leave it empty to print the letter."
                                : "From the address book.",
                    .value = state.value("address", draft.address),
                    .autocomplete = "off"},
                   state.errors),
        text_field(
            {.name = "subject", .label = "Subject", .value = state.value("subject", draft.subject)},
            state.errors),
        text_area({.name = "text",
                   .label = "Letter",
                   .hint = "Made from the record. Change what you like before it is sent.",
                   .value = state.value("text", draft.text),
                   .rows = 18},
                  state.errors),
        stays.empty() ? Html() : govuk::inset_text({.content = stays}),
        button_row(submit_button("Put into the outbox", {.name = "how", .value = "mail"}),
                   secondary_button("Keep and print", {.name = "how", .value = "print"}),
                   a(letters_url(visit), "Cancel")));
}

Html behind(const DeskVisit& visit, const views::LetterDraft& draft) {
    if (draft.clause.empty()) {
        return {};
    }
    return p(cls("q-quiet"), "It rests on ", clause_link(visit.links, draft.body.id, draft.clause),
             draft.quote.empty() ? Html() : fragment(": \u201c", draft.quote, "\u201d"), ".");
}

http::Response show_draft(const DeskVisit& visit, const FormState& state) {
    const auto asked = asked_of(visit);
    const auto draft = views::letter_draft(visit.reader, asked);
    if (!draft) {
        no_such_page();
    }
    const Html main = fragment(page_heading(draft->kind_words, draft->body.name),
                               behind(visit, *draft), draft_form(visit, asked, *draft, state));
    return form_page(visit,
                     {.title = draft->kind_words,
                      .section = "desk",
                      .trail = trail(visit, draft->kind_words),
                      .main = reading_column(main)},
                     state);
}

void check_letter(const partnership::Letter& letter, ErrorList& errors) {
    if (letter.to.empty()) {
        errors.add("to", "Enter whom the letter is for.");
    }
    if (letter.subject.empty()) {
        errors.add("subject", "Enter what the letter is about.");
    } else if (letter.subject.size() > partnership::mail_subject_length_max) {
        errors.add("subject", "Shorten the subject to 200 characters.");
    }
    if (letter.text.empty()) {
        errors.add("text", "Enter the words of the letter.");
    } else if (letter.text.size() > partnership::letter_text_max) {
        errors.add("text", "Shorten the letter to 20,000 characters.");
    }
    if (!letter.address.empty() && !partnership::plain_email(letter.address)) {
        errors.add("address", "Enter one e-mail address, such as clerk@example.org.");
    } else if (letter.address.empty() && letter.how == "mail") {
        errors.add("address", "Enter the e-mail address, or keep the letter and print it.");
    }
}

/// What was typed, with the ends of lines as text has them.
std::string lines_typed(const FormState& state, std::string_view name) {
    std::string out;
    for (const char c : state.value(name)) {
        if (c != '\r') {
            out += c;
        }
    }
    return std::string(base::trim(out));
}

partnership::Letter letter_typed(const DeskVisit& visit, const views::LetterDraft& draft,
                                 const FormState& state) {
    partnership::Letter out;
    out.id = state.value("entry");
    out.kind = draft.kind;
    out.body = draft.body.id;
    out.seat = draft.seat;
    out.meeting = draft.meeting;
    out.about = draft.about;
    out.actor = draft.actor;
    out.to = base::one_line(state.value("to"));
    out.address = base::one_line(state.value("address"));
    out.subject = base::one_line(state.value("subject"));
    out.text = lines_typed(state, "text");
    out.how = state.value("how") == "mail" ? "mail" : "print";
    out.by = visit.who.session.account.name;
    out.at = visit.now();
    return out;
}

base::Result<void> send(const DeskVisit& visit, const partnership::Letter& letter) {
    if (letter.how == "mail") {
        const auto queued = partnership::queue(visit.workspace,
                                               {.to = letter.address,
                                                .to_name = letter.to,
                                                .subject = letter.subject,
                                                .text = letter.text,
                                                .purpose = "letter",
                                                .about = "letter " + letter.id},
                                               base::system_now());
        if (!queued) {
            return tl::unexpected(queued.error());
        }
    }
    const auto kept = partnership::keep_letter(visit.workspace, letter);
    return kept ? base::Result<void>() : tl::unexpected(kept.error());
}

http::Response take_letter(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto draft = views::letter_draft(visit.reader, asked_of(visit));
    if (!draft) {
        throw http::BrokenRequest(409, "What the letter was about has changed meanwhile, so it was "
                                       "not kept. Go back to the letters and look again.");
    }
    const auto letter = letter_typed(visit, *draft, state);
    check_letter(letter, state.errors);
    if (state.errors.empty() && !base::is_uuid_v7(letter.id)) {
        state.problem = "This form has lost its mark. Send it again.";
    }
    if (!state.fresh()) {
        return show_draft(visit, state);
    }
    if (const auto sent = send(visit, letter); !sent) {
        state.problem = sent.error().text();
        return show_draft(visit, state);
    }
    return http::see_other(letters_url(visit).slash(letter.id).query("kept", "yes").str());
}

// ---- A kept letter ----

Html as_printed(const DeskVisit& visit, const partnership::Letter& letter) {
    std::vector<Html> paragraphs;
    std::string_view rest = letter.text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find("\n\n"), rest.size());
        paragraphs.push_back(p(cls("q-letter__words"), rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    const auto day = visit.partnership.zone().date_of(letter.at);
    return article(cls("q-letter").set("aria-label", "The letter"),
                   p(cls("q-letter__from"), visit.reader.about().name, br(), "The secretariat"),
                   p(cls("q-letter__to"), letter.to), p(cls("q-letter__day"), date(day)),
                   p(cls("q-letter__subject"), strong(letter.subject)), fragment(paragraphs));
}

std::string state_of_mail(const DeskVisit& visit, const partnership::Letter& letter) {
    if (letter.how != "mail") {
        return "Kept to be printed. Use your browser's Print: only the letter is printed.";
    }
    const auto mails = partnership::outbox_about(visit.workspace, "letter", "letter " + letter.id);
    const bool sent =
        mails && !mails->empty() && mails->back().state == partnership::MailState::sent;
    return sent ? "The mail server took it." : "It is in the outbox.";
}

http::Response kept_page(const DeskVisit& visit) {
    const auto letter = partnership::kept_letter(visit.workspace, visit.request.capture("letter"));
    if (!letter || !*letter) {
        no_such_page();
    }
    const auto local = visit.partnership.zone().local((*letter)->at);
    const auto title = views::letter_kind_words((*letter)->kind);
    Html head = visit.request.query.get("kept")
                    ? govuk::notification_banner({.text = "The letter is kept.",
                                                  .kind = govuk::BannerKind::success,
                                                  .title = "Kept"})
                    : Html();
    head += page_heading(title, date_and_time(local));
    head +=
        p(state_of_mail(visit, **letter), " ",
          (*letter)->how == "mail" ? a(visit.links.desk_part("outbox"), "See the outbox") : Html());
    const Html main = fragment(div(cls("q-no-print"), head), as_printed(visit, **letter),
                               p(cls("q-no-print"), a(letters_url(visit), "All letters")));
    return framed(visit, {.title = title,
                          .section = "desk",
                          .trail = trail(visit, title),
                          .main = reading_column(main)});
}

http::Response letters_page(const DeskVisit& visit) {
    const auto page = views::letters_page(visit.reader);
    if (!page) {
        no_such_page();
    }
    Html main = page_heading("Letters");
    main += lead("Made from the record with the clause behind them, yours to change before they "
                 "go.");
    if (const auto stays = nothing_leaves(visit); !stays.empty()) {
        main += govuk::inset_text({.content = stays});
    }
    main += to_write(visit, *page);
    main += fragment(
        h(2, "To many at once"),
        plain_list(li(a(new_bulk_url(visit.links, "notice"), "Notice of a meeting to its members")),
                   li(a(new_bulk_url(visit.links, "reminder"),
                        "Reminders to members who have not answered"))));
    main += h(2, "Sent and kept");
    main += kept_letters_table(visit, page->kept);
    return framed(visit, {.title = "Letters",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Letters"}},
                          .main = full_width(main)});
}

http::Response new_letter(const DeskVisit& visit) {
    return show_draft(visit, {});
}

constexpr DeskRoute routes[] = {{"/desk/letters", letters_page, nullptr},
                                {"/desk/letters/new", new_letter, take_letter},
                                {"/desk/letters/{letter}", kept_page, nullptr}};

} // namespace

std::string origin_of_letters(const DeskVisit& visit) {
    return visit.options.public_url.empty() ? site_origin(visit) : visit.options.public_url;
}

std::string nothing_leaves(const DeskVisit& visit) {
    const auto kind = visit.reader.about().kind;
    return kind == "rehearsal" ? "This is a practice copy. Letters go into the outbox to be read "
                                 "there; nothing is sent."
           : kind == "real"    ? std::string()
                            : "This partnership is made up. Letters go into the outbox to be read "
                              "there; nothing is sent.";
}

Html kept_letters_table(const DeskVisit& visit, const std::vector<partnership::Letter>& letters) {
    if (letters.empty()) {
        return nothing_here("No letter has been written yet.");
    }
    govuk::Table table;
    table.caption = "Letters kept, newest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"When", "Letter", "To", "How"};
    for (const auto& letter : letters) {
        const auto local = visit.partnership.zone().local(letter.at);
        table.rows.push_back(
            {fragment(short_day(local.date), ", ", base::clock_words(local.minute)),
             fragment(a(letters_url(visit).slash(letter.id), letter.subject),
                      div(cls("q-quiet"), views::letter_kind_words(letter.kind))),
             letter.to, how_words(letter)});
    }
    return stacking_table(table);
}

std::span<const DeskRoute> letter_routes() {
    return routes;
}

} // namespace quorate::web
