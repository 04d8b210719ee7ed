#ifndef QUORATE_GOVERNANCE_ACT_TABLE_HPP
#define QUORATE_GOVERNANCE_ACT_TABLE_HPP
// The act table: one row an act, one line a field. CLI, scenarios, JSON, OpenAPI and form fields
// come from it. Rows are in <feature>/table.cpp files; a row whose fields differ from its struct's
// does not compile.

#include "governance/acts.hpp"

#include <span>
#include <string>
#include <string_view>

namespace quorate::governance {

enum class Feature { bodies, membership, meetings, interests, decisions, minutes };
std::string_view name_of(Feature feature);

/// A reporting act states what happened and is recorded with findings; a claiming act claims an
/// effect and may be refused.
enum class Force { reporting, claiming };

/// What a field holds, worked out from its C++ type.
enum class FieldKind {
    identifier, ///< an id; `of` says of what
    text,       ///< free text, sealed in the vault
    word,       ///< a short plain word or name, kept in the record
    number,     ///< a whole number, 0 to 1,000,000
    yes_no,
    instant, ///< a date and time
    date,
    choice, ///< one of `choices`
    object  ///< a small structure, such as what was considered
};

struct FieldRow {
    std::string_view name;      ///< as the struct's member, without a trailing underscore
    std::string_view label;     ///< for a form
    std::string_view hint;      ///< one short sentence or empty
    std::size_t length_max = 0; ///< in bytes for text and words, in elements for lists; 0 means the
                                ///< kind's own: 4,000, 200, 200
    bool personal = false;      ///< about a person: sealed under that person's key
    // Worked out from the struct:
    FieldKind kind{};
    bool list = false;
    bool required = false;
    std::string_view of{};                       ///< what an identifier names, or the form of a word: meeting, seat
    std::span<const std::string_view> choices{}; ///< written forms
};

struct ActRow {
    std::string_view name; ///< convene-meeting
    Feature feature{};
    Force force{};
    std::string_view help; ///< one line
    std::span<const FieldRow> fields;
    int version = 1;
};

/// All rows, in the order of Act.
std::span<const ActRow> act_table();
const ActRow& row_of(const Act& act);
/// Null when there is no such act.
const ActRow* find_act(std::string_view name);
/// The index in Act, or act_count.
std::size_t act_index(std::string_view name);

/// One act and its fields, for the terminal.
std::string act_help(const ActRow& act);
/// Every act and field, how values are written, and what goes with every act, in Markdown.
std::string acts_reference();

} // namespace quorate::governance

#endif
