#ifndef QUORATE_WEB_READING_READING_PAGES_HPP
#define QUORATE_WEB_READING_READING_PAGES_HPP
// The pages for reading a meeting's papers and keeping private notes.

#include "views/reading/reading.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The box of a private note with its button: about an item, or about a paper of it. It saves as
/// typed where scripts run.
html::Html note_box(const DeskVisit& visit, const partnership::NotePlace& place,
                    const views::NoteShown& note, std::string_view digest, std::string_view about);

http::Response read_page(const DeskVisit& visit);
/// Marks papers as read or not read.
http::Response mark_read(const DeskVisit& visit);
/// Marks a paper as read and goes on to the file.
http::Response open_paper(const DeskVisit& visit);
http::Response save_note(const DeskVisit& visit);
http::Response notes_page(const DeskVisit& visit);
/// Every note as a text file.
http::Response notes_file(const DeskVisit& visit);
http::Response erase_own_notes(const DeskVisit& visit);

} // namespace quorate::web

#endif
