#ifndef QUORATE_WEB_LETTERS_LETTERS_HPP
#define QUORATE_WEB_LETTERS_LETTERS_HPP
// Pieces the letter pages share.

#include "html/html.hpp"
#include "partnership/workspace/letters.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The kept letters as a table, newest first.
html::Html kept_letters_table(const DeskVisit& visit,
                              const std::vector<partnership::Letter>& letters);
/// Where this server is, for addresses in letters: "https://quorate.example.org".
std::string origin_of_letters(const DeskVisit& visit);
/// Why a letter cannot leave this partnership; empty when it can.
std::string nothing_leaves(const DeskVisit& visit);

} // namespace quorate::web

#endif
