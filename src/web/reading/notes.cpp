// Private notes: writing one, and the list of all with the file of them and their end.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "http/json.hpp"
#include "http/respond.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"
#include "web/reading/reading_pages.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

const std::string& account(const DeskVisit& visit) {
    return visit.who.session.account.name;
}

std::int64_t number_of(std::string_view text) {
    std::int64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// Where the form wants the note; nothing when the meeting has no such place that the member reads
/// and no note of theirs is there.
std::optional<partnership::NotePlace> place_asked(const DeskVisit& visit) {
    partnership::NotePlace place{visit.meeting_id(),
                                 number_of(visit.form.get("item").value_or("0")),
                                 std::string(visit.form.get("line").value_or(""))};
    if (const auto reading = views::reading(visit.reader, place.meeting, {})) {
        for (const auto& item : reading->items) {
            const bool paper = std::any_of(
                item.papers.begin(), item.papers.end(),
                [&](const views::ReadingPaper& each) { return each.line == place.line; });
            if (item.number == place.item && (place.line.empty() || paper)) {
                return place;
            }
        }
    }
    const auto held = partnership::note_at(visit.workspace, account(visit), place);
    return held && *held ? std::optional(place) : std::nullopt;
}

/// The version of the paper the form was made for, when it is one of that paper's.
std::string version_asked(const DeskVisit& visit, const partnership::NotePlace& place) {
    const auto asked = std::string(visit.form.get("digest").value_or(""));
    const auto reading = views::reading(visit.reader, place.meeting, {});
    if (!reading || place.line.empty()) {
        return {};
    }
    for (const auto& item : reading->items) {
        for (const auto& paper : item.papers) {
            const bool theirs = item.number == place.item && paper.line == place.line;
            const bool earlier =
                std::any_of(paper.earlier.begin(), paper.earlier.end(),
                            [&](const views::PaperVersion& each) { return each.digest == asked; });
            if (theirs) {
                return earlier ? asked : paper.paper.digest;
            }
        }
    }
    return {};
}

/// The place of a note on the page of papers.
std::string anchor_of(const DeskVisit& visit, const partnership::NotePlace& place) {
    return base::trim(visit.form.get("at").value_or("")).starts_with("note-")
               ? std::string(visit.form.get("at").value_or("")).substr(0, 80)
               : "item-" + std::to_string(place.item);
}

http::Response saved_as_json(const base::Result<partnership::NoteKept>& kept) {
    base::JsonObject out;
    if (!kept) {
        out["problem"] = kept.error().message + ". " + kept.error().help + ".";
        return http::json_response(out, 422);
    }
    out["turn"] = kept->note.turn;
    out["merged"] = kept->merged;
    if (kept->merged) {
        out["words"] = kept->note.words;
    }
    return http::json_response(out);
}

/// The note that could not be kept, with what was typed.
http::Response typed_again(const DeskVisit& visit, const partnership::NotePlace& place,
                           const base::Failure& failure) {
    FormState state = typed_form(visit);
    state.problem = failure.message + ". " + failure.help + ".";
    views::NoteShown note;
    note.words = state.value("words");
    note.turn = number_of(state.value("turn"));
    const Html main =
        fragment(page_heading("Your note was not kept"),
                 note_box(visit, place, note, state.value("digest"), "what you typed"),
                 p(a(visit.links.own_meeting(place.meeting).slash("read"), "Back to the papers")));
    return form_page(visit,
                     {.title = "Your note was not kept",
                      .section = "desk",
                      .trail = desk_trail(visit, "Your note"),
                      .main = reading_column(main)},
                     state);
}

Html note_line(const DeskVisit& visit, const views::OwnNote& each) {
    const auto here = visit.links.own_meeting(each.place.meeting);
    const bool readable = views::own_meeting(visit.reader, each.place.meeting).has_value();
    const auto day = each.note.changed
                         ? fragment("Written on ", date(each.note.changed->local.date), ".")
                         : Html();
    return li(strong(each.meeting.name), br(), each.about, br(), span(cls("q-quiet"), day),
              p(cls("q-note-words"), each.note.words),
              readable ? a(here.slash("read").fragment("item-" + std::to_string(each.place.item)),
                           "Change it beside the papers", hidden_text(", ", each.about))
                       : Html());
}

} // namespace

Html note_box(const DeskVisit& visit, const partnership::NotePlace& place,
              const views::NoteShown& note, std::string_view digest, std::string_view about) {
    const auto name = "note-" + std::to_string(place.item) + "-" +
                      base::hex(base::sha256(place.line)).substr(0, 8);
    auto options = form_to(visit, visit.links.own_meeting(place.meeting).slash("note"));
    options.classes = "q-note";
    // What a tab keeps unsaved is kept under this, so that nobody else who signs in there gets it.
    options.attributes = attr("data-note", base::hex(base::sha256(account(visit))).substr(0, 16));
    const Html fields = fragment(
        hidden("item", std::to_string(place.item)), hidden("line", place.line),
        hidden("digest", digest), hidden("turn", std::to_string(note.turn)), hidden("at", name),
        hidden("writer", base::random_uuid_v7(base::system_now())),
        text_area({.name = "words",
                   .label = fragment("My note", hidden_text(" on ", about)),
                   .value = note.words,
                   .id = name + "-words",
                   .rows = 4}),
        button_row(secondary_button("Save note", {.about = std::string(about), .compact = true}),
                   span(cls("q-note__state").set("data-note-state", ""))));
    Html out = form(options, fields);
    if (!note.written_on.empty()) {
        out = fragment(p(cls("q-quiet"), note.written_on), out);
    }
    const std::string where = place.line.empty() && place.item == 0 ? "the meeting"
                              : place.line.empty()                  ? "this item"
                                                                    : "this paper";
    const auto summary = fragment(note.words.empty() ? "Write a note on " : "My note on ", where,
                                  hidden_text(": ", about));
    return govuk::details(
        {.summary = summary, .content = out, .open = !note.words.empty(), .id = name});
}

http::Response save_note(const DeskVisit& visit) {
    const auto place = place_asked(visit);
    if (!place) {
        no_such_page();
    }
    partnership::NoteWritten written;
    written.place = *place;
    written.words = std::string(visit.form.get("words").value_or(""));
    std::erase(written.words, '\r');
    written.digest = version_asked(visit, *place);
    written.turn = number_of(visit.form.get("turn").value_or("0"));
    written.writer = std::string(visit.form.get("writer").value_or("")).substr(0, 40);
    if (base::trim(written.words).empty()) {
        written.words.clear();
    }
    const auto kept =
        partnership::write_note(visit.workspace, account(visit), written, visit.now());
    if (visit.form.has("script")) {
        return saved_as_json(kept);
    }
    if (!kept) {
        return typed_again(visit, *place, kept.error());
    }
    return http::see_other(visit.links.own_meeting(place->meeting)
                               .slash("read")
                               .fragment(anchor_of(visit, *place))
                               .str());
}

http::Response notes_page(const DeskVisit& visit) {
    const auto notes = views::own_notes(visit.reader);
    std::vector<Html> items;
    for (const auto& each : notes) {
        items.push_back(note_line(visit, each));
    }
    Html main = fragment(
        page_heading("My private notes"),
        p("Nobody else is shown these: not the secretariat, not the Chair, not an auditor. They "
          "are not part of the record. They may still have to be disclosed under information law, "
          "and whoever runs the computer they are kept on could reach them."));
    if (notes.empty()) {
        main +=
            nothing_here(visit.request.query.has("erased")
                             ? "Your notes are erased."
                             : "You have written no notes. You can write them beside the papers "
                               "of a meeting.");
    } else {
        main += fragment(
            plain_list(cls("q-lines"), items), h(2, "Take them away, or erase them"),
            p(a(visit.links.desk().slash("notes").slash("file"), "All my notes as a text file")),
            form(form_to(visit, visit.links.desk().slash("notes").slash("erase")),
                 choose_many({.name = "sure",
                              .options = {{.value = "yes",
                                           .label = "Erase all my notes. They cannot "
                                                    "be brought back."}}}),
                 button_row(warning_button("Erase all my notes"))));
    }
    main += p(back_to_desk(visit));
    return framed(visit, {.title = "My private notes",
                          .section = "desk",
                          .trail = desk_trail(visit, "My private notes"),
                          .main = reading_column(main)});
}

http::Response notes_file(const DeskVisit& visit) {
    auto response = http::bytes_response("text/plain; charset=utf-8",
                                         views::notes_text(views::own_notes(visit.reader)));
    response.header("Content-Disposition", "attachment; filename=\"my-notes.txt\"");
    return response;
}

http::Response erase_own_notes(const DeskVisit& visit) {
    const auto url = visit.links.desk().slash("notes");
    if (visit.form.get("sure").value_or("") != "yes") {
        return http::see_other(url.str());
    }
    if (const auto done = partnership::erase_notes(visit.workspace, account(visit)); !done) {
        throw http::BrokenRequest(503, done.error().text());
    }
    return http::see_other(url.query("erased", "yes").str());
}

} // namespace quorate::web
