#ifndef QUORATE_PARTNERSHIP_WORKSPACE_LETTERS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_LETTERS_HPP
// Letters the secretariat wrote: the words as they were sent or printed, when, and for what.

#include "partnership/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::partnership {

inline constexpr std::size_t letter_text_max = 20'000; ///< bytes
inline constexpr std::size_t letters_listed_max = 500;

/// A letter as it went out or was printed. Nothing of it is in the record.
struct Letter {
    std::string id;      ///< UUIDv7 of the form or line that made it: the same one is kept once
    std::string kind;    ///< vacancy, replacement, welcome, substitute, notice, reminder, action
    std::string body;    ///< kp
    std::string seat;    ///< kp/7; empty for none
    std::string meeting; ///< kp/m1; empty for none
    std::string about;   ///< an action's id, or what else it is about; may be empty
    std::string to;      ///< as the letter is addressed, in words
    std::string actor;   ///< whom it is for, as written in acts: seat:kp/7, organisation:kcc
    std::string address; ///< e-mail; empty when it is only printed
    std::string subject;
    std::string text;
    std::string how; ///< mail or print
    std::string by;  ///< the account
    base::Instant at;
};

/// A letter as the JSON a bulk line keeps, and back. Fails when the text is not one.
std::string encode_letter(const Letter& letter);
Result<Letter> parse_letter(std::string_view text);

/// Keeps a letter. False when the one of that id is kept already: then nothing is changed.
Result<bool> keep_letter(Workspace& workspace, const Letter& letter);
/// The latest letters_listed_max, newest first.
Result<std::vector<Letter>> kept_letters(Workspace& workspace);
Result<std::optional<Letter>> kept_letter(Workspace& workspace, std::string_view id);

} // namespace quorate::partnership

#endif
