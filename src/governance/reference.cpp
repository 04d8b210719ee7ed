// The act table as people read it: help in the terminal, and the reference in Markdown.

#include "governance/act_table.hpp"
#include "governance/field_words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::string_view force_words(Force force) {
    return force == Force::claiming ? "Claims an effect, and may be refused."
                                    : "Reports what happened, and is always recorded.";
}

std::string sentence_case(std::string_view name) {
    std::string out(name);
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

/// The label, the hint, and the limit where it is not the usual one.
std::string about(const FieldRow& row) {
    std::string out(row.label);
    if (!row.hint.empty()) {
        out += ". ";
        out += row.hint;
    }
    if (row.length_max != 0) {
        out += ". At most " + std::to_string(row.length_max) + (row.list ? " of them" : " bytes");
    }
    if (row.personal) {
        out += ". Personal";
    }
    return out;
}

std::string value_words(const FieldRow& row) {
    if (takes_ranges(row) && row.list) {
        return is_seat(row) ? "seats: 1-19,25" : "numbers: 1-3,5";
    }
    return expected(row);
}

constexpr std::string_view reference_start = R"(# Acts

What can be submitted, by form, command line, scenario or API. A **claiming** act claims an effect and may be refused; a
**reporting** act says what happened and is always recorded, with findings.

## How values are written

| Kind | Written |
| --- | --- |
| id | 1 to 80 of `a-z 0-9 . _ - / ( ) :`; a meeting, decision or action begins with its body: `kp/m1` |
| seat | its number, `7`, or body and number, `kp/7` |
| number | a whole number from 0 to 1,000,000 |
| yes or no | `yes`, `no`, `true`, `false` |
| date | `2008-07-01` |
| date and time | `2008-07-01T10:00` in the body's zone, or `2008-07-01T09:00:00Z`; a date alone means 00:00 |
| text | at most 4,000 bytes unless the field says otherwise; kept apart from the record |
| word or name | at most 200 bytes on one line; kept in the record |
| list | a JSON array, or one string with commas; seats and numbers take ranges, `1-19,25`; at most 200 |
| taken into account | `kp-direction: words`, or `kp-direction: not applicable: words` |

An empty value counts as left out. In JSON every value may also be given as a string.

## What goes with every act

| Key | Holds | When left out |
| --- | --- | --- |
| `id` | a UUID of version 7 in lower case; the same id is never recorded twice | needed |
| `act` | the name of the act | needed |
| `fields` | its fields | none |
| `made_by` | whose act it is, such as `presiding`, `chair`, `seat:kp/7` | `servicing` |
| `capacity` | as which seat or office | nothing |
| `evidence` | how it is known: `room`, `telephone`, `e-mail`, `letter`, `sign-in` | `sign-in` |
| `recorded_by` | who keyed it | `servicing` with evidence other than `sign-in`; else who made it |
| `effective` | when it took effect | now |

Evidence may be left out only when whoever made the act recorded it.
)";

void append_act(std::string& out, const ActRow& act) {
    out += "\n### " + std::string(act.name) + "\n\n" + std::string(act.help) + ". " +
           (act.force == Force::claiming ? "*Claiming.*" : "*Reporting.*") + "\n\n";
    out += "| Field | Needed | Value | About |\n| --- | --- | --- | --- |\n";
    for (const auto& row : act.fields) {
        out += "| `" + std::string(row.name) + "` | " + (row.required ? "yes" : "") + " | " +
               value_words(row) + " | " + about(row) + " |\n";
    }
}

} // namespace

std::string acts_reference() {
    std::string out(reference_start);
    auto feature = Feature::minutes;
    for (const auto& act : act_table()) {
        if (&act == &act_table().front() || act.feature != feature) {
            feature = act.feature;
            out += "\n## " + sentence_case(name_of(feature)) + "\n";
        }
        append_act(out, act);
    }
    return out;
}

std::string act_help(const ActRow& act) {
    std::string out = std::string(act.name) + ": " + std::string(act.help) + "\n" +
                      std::string(force_words(act.force)) + "\n\n";
    std::size_t width = 0;
    for (const auto& row : act.fields) {
        width = std::max(width, row.name.size());
    }
    for (const auto& row : act.fields) {
        const std::string gap(width - row.name.size() + 2, ' ');
        const std::string indent(width + 4, ' ');
        out += "  " + std::string(row.name) + gap + about(row) + (row.required ? " (needed)" : "") +
               "\n";
        out += indent + value_words(row) + "\n";
    }
    return out;
}

} // namespace quorate::governance
