#ifndef QUORATE_HTML_AGENDA_LIST_HPP
#define QUORATE_HTML_AGENDA_LIST_HPP
// The agenda as it is edited, with its papers, and the list of files.

#include "html/progress.hpp"

namespace quorate::html {

/// One file.
struct PaperRow {
    Part name = {};  ///< linked
    Part about = {}; ///< "PDF, 4 pages, 214 KB"
    Part note = {};  ///< "Not sent yet", "May not be accessible: ask for another format"
    Part button = {};
};
/// Files one under another, named by `label`; nothing when there are none.
Html paper_list(const std::vector<PaperRow>& papers, std::string_view label);

/// One item.
struct AgendaRow {
    std::string number = {}; ///< as printed: "4"
    Part title = {};
    Part about = {};   ///< "For decision. Asked for by seat 9."
    Part remarks = {}; ///< late, put off; a progress_word() or a ruling in short form
    std::vector<PaperRow> papers = {};
    Part buttons = {}; ///< move up, move down, add a paper, take off
};
/// The items in order, named by `label`.
Html agenda_list(const std::vector<AgendaRow>& rows, std::string_view label);

} // namespace quorate::html

#endif
