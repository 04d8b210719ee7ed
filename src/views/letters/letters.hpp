#ifndef QUORATE_VIEWS_LETTERS_LETTERS_HPP
#define QUORATE_VIEWS_LETTERS_LETTERS_HPP
// Letters the secretariat writes, drafted from the record with the clause behind them; and what is
// waiting to be written. Nothing in a draft says what a person thinks or wants: it states what the
// record and the terms say.

#include "partnership/workspace/letters.hpp"
#include "views/reader.hpp"

namespace quorate::views {

/// What a letter is to be about. Of the fields, those its kind needs.
struct LetterAsked {
    std::string kind;    ///< vacancy, replacement, welcome, substitute, notice, reminder, action
    std::string seat;    ///< kp/7: all but action
    std::string meeting; ///< kp/m1: notice, reminder, substitute
    std::string action;  ///< an action's id
    std::string origin;  ///< "https://…": where this server is, for addresses in the text
};

/// A letter before anybody has changed it.
struct LetterDraft {
    std::string kind;
    std::string kind_words; ///< "Letter about a vacant seat"
    Named body;
    std::string seat;
    std::string meeting;
    std::string about;
    std::string to;      ///< in words
    std::string actor;   ///< seat:kp/7, organisation:kcc; empty when neither is known
    std::string address; ///< e-mail, when the address book or an account has one
    std::string subject;
    std::string text;
    std::string clause; ///< behind it; empty for none
    std::string quote;  ///< its words the letter rests on
};
BOOST_DESCRIBE_STRUCT(LetterDraft, (),
                      (kind, kind_words, body, seat, meeting, about, to, actor, address, subject,
                       text, clause, quote))

/// Nothing when there is no such seat, meeting or action, it needs no such letter, or the viewer
/// does not keep the register.
std::optional<LetterDraft> letter_draft(const Reader& reader, const LetterAsked& asked);

/// A letter somebody may want to write now.
struct LetterToWrite {
    LetterAsked asked;
    Named body;
    std::string what; ///< "Seat 7, Riverside Council: vacant for three months"
    std::string hint;
    std::string clause;
};

struct LettersPage {
    std::vector<LetterToWrite> to_write; ///< vacancies, missed meetings, new members, late actions
    std::vector<partnership::Letter> kept; ///< newest first
};

/// Of the secretariat; nothing for other viewers.
std::optional<LettersPage> letters_page(const Reader& reader);

/// "Letter about a vacant seat", from a kind.
std::string letter_kind_words(std::string_view kind);

} // namespace quorate::views

#endif
