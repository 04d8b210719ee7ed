#include "base/text.hpp"
#include "charter/charter.hpp"
#include "charter/decode.hpp"
#include "charter/front_matter.hpp"
#include "charter/holes.hpp"
#include "charter/outline.hpp"
#include "charter/rule_reader.hpp"
#include "charter/source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace quorate::charter {
namespace {

/// What makes the bytes no text at all, so that nothing else is worth saying.
std::optional<Problem> unreadable(std::string_view bytes, const SourceLines& lines) {
    if (bytes.size() > charter_bytes_max) {
        return Problem{{1, 1},
                       fmt::format("the charter has {} bytes", bytes.size()),
                       fmt::format("At most {} are read", charter_bytes_max)};
    }
    for (int number = 1; number <= lines.count(); ++number) {
        const auto line = lines.line(number);
        if (line.size() > line_bytes_max) {
            return Problem{{number, 1},
                           fmt::format("the line has {} bytes", line.size()),
                           fmt::format("At most {} are read; break the line", line_bytes_max)};
        }
        if (!base::is_utf8(line)) {
            return Problem{{number, 1}, "the line is not UTF-8", "Save the file as UTF-8"};
        }
        const auto control = std::find_if(line.begin(), line.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
        });
        if (control != line.end()) {
            const auto before = line.substr(0, static_cast<std::size_t>(control - line.begin()));
            return Problem{{number, character_count(before) + 1},
                           "there is a control character here",
                           "Remove it"};
        }
    }
    return std::nullopt;
}

/// The help for something written a second time: where the first stands.
std::string first_stands(const Place& place) {
    return fmt::format("The first stands in line {}", place.line);
}

void check_ids(const Charter& charter, Problems& problems) {
    std::map<std::string_view, const Rule*> rules;
    for (const auto& rule : charter.rules) {
        const auto [held, is_new] = rules.emplace(rule.id, &rule);
        if (!is_new) {
            problems.push_back({{rule.place.line, rule.place.column},
                                fmt::format("rule {} is written twice", rule.id),
                                first_stands(held->second->place)});
        }
    }
    std::map<std::string_view, const Interpretation*> interpretations;
    for (const auto& one : charter.interpretations) {
        const auto [held, is_new] = interpretations.emplace(one.id, &one);
        if (!is_new && !one.id.empty()) {
            const auto place = one.place_of("id");
            problems.push_back({{place.line, place.column},
                                fmt::format("interpretation {} is written twice", one.id),
                                first_stands(held->second->place)});
        }
    }
}

std::vector<std::string> clause_numbers(const Charter& charter) {
    std::vector<std::string> out;
    for (const auto& clause : charter.clauses) {
        out.push_back(clause.number);
    }
    return out;
}

/// True when the number is the clause's or that of a lettered part of it.
bool is_within(std::string_view number, std::string_view clause) {
    return number.substr(0, clause.size()) == clause &&
           (number.size() == clause.size() || number[clause.size()] == '(');
}

void check_clauses(const Charter& charter, Problems& problems) {
    const auto add = [&](const Place& place, std::string_view number) {
        problems.push_back({{place.line, place.column},
                            fmt::format("there is no clause {}", number),
                            suggestion(number, clause_numbers(charter),
                                       "Write the number as it stands in bold in the text")});
    };
    for (const auto& rule : charter.rules) {
        for (std::size_t i = 0; i < rule.clauses.size(); ++i) {
            if (charter.clause(rule.clauses[i]) == nullptr) {
                const bool single = rule.clauses[i] == rule.clause && i == 0;
                add(rule.place_of(single ? "clause" : fmt::format("clauses[{}]", i)),
                    rule.clauses[i]);
            }
        }
    }
    for (const auto& one : charter.interpretations) {
        if (!one.clause.empty() && charter.clause(one.clause) == nullptr &&
            one.place_of("clause").line != one.place.line) {
            add(one.place_of("clause"), one.clause);
        }
    }
}

/// Every quote occurs in a clause its rule covers, or in a lettered part of it.
void check_quotes(const Charter& charter, Problems& problems) {
    std::vector<std::string> texts;
    for (const auto& clause : charter.clauses) {
        texts.push_back(folded(clause.text));
    }
    for (const auto& rule : charter.rules) {
        for (std::size_t i = 0; i < rule.quotes.size(); ++i) {
            const auto quote = folded(rule.quotes[i]);
            bool found = false;
            for (std::size_t c = 0; c < charter.clauses.size() && !found && !quote.empty(); ++c) {
                found = texts[c].find(quote) != std::string::npos &&
                        std::any_of(rule.clauses.begin(), rule.clauses.end(), [&](const auto& n) {
                            return is_within(charter.clauses[c].number, n);
                        });
            }
            if (!found) {
                const auto place = rule.place_of(fmt::format("quote[{}]", i));
                problems.push_back(
                    {{place.line, place.column},
                     fmt::format("the words \"{}\" are not in clause {}", rule.quotes[i],
                                 base::list_words(rule.clauses)),
                     "Quote words of the clause as they stand, or amend the rule with them"});
            }
        }
    }
}

/// Every hole used is declared, and every one declared is used.
void check_holes(const Charter& charter, std::string_view text, Problems& problems) {
    std::vector<std::string> names;
    for (const auto* hole : charter.holes()) {
        names.push_back(hole->name);
    }
    const auto used = holes_used(text);
    for (const auto& one : used) {
        if (std::find(names.begin(), names.end(), one.name) == names.end()) {
            problems.push_back(
                {one.at, fmt::format("there is no hole \"{}\"", one.name),
                 suggestion(one.name, names, "Declare it in a ```rule param block")});
        }
    }
    for (const auto& rule : charter.rules) {
        const auto* hole = std::get_if<ParamRule>(&rule.params);
        if (hole == nullptr) {
            continue;
        }
        const Position at{rule.place.line, rule.place.column};
        if (!is_hole_name(hole->name)) {
            problems.push_back({at, fmt::format("\"{}\" cannot name a hole", hole->name),
                                "Use lower-case letters, digits, hyphens and underscores"});
        } else if (std::count(names.begin(), names.end(), hole->name) > 1) {
            problems.push_back({at, fmt::format("hole {} is declared twice", hole->name),
                                "Give each hole its own name"});
        } else if (std::none_of(used.begin(), used.end(),
                                [&](const auto& u) { return u.name == hole->name; })) {
            problems.push_back({at, fmt::format("hole {} is used nowhere", hole->name),
                                "Write {{" + hole->name + "}} where it is to be filled"});
        }
    }
}

/// The clauses of a model as people read them, each hole as its label in square brackets.
void show_labels(std::string_view text, const std::vector<ParamRule>& holes, Charter& charter) {
    std::vector<Filled> labels;
    for (const auto& hole : holes) {
        const auto label = hole.label.empty() ? hole.name : hole.label;
        labels.push_back({hole.name, hole.type,
                          hole.type == ParamType::text ? "[" + label + "]" : hole.example,
                          "\\[" + (hole.label.empty() ? hole.name : hole.label) + "\\]"});
    }
    const auto shown = fill_holes(text, labels);
    Problems unsaid; // the text filled with examples has been read already
    const auto parts = split_front_matter(shown, unsaid);
    auto outline = read_outline(parts->markdown, parts->markdown_line, SourceLines(shown), unsaid);
    if (outline.clauses.size() == charter.clauses.size()) {
        charter.clauses = std::move(outline.clauses);
    }
    Charter head;
    read_front_matter(parts->front_matter, SourceLines(shown), head, unsaid);
    charter.title = head.title;
}

void read_charter(std::string_view text, const SourceLines& lines, Charter& charter,
                  Problems& problems) {
    const auto parts = split_front_matter(text, problems);
    if (!parts) {
        return;
    }
    read_front_matter(parts->front_matter, lines, charter, problems);
    auto outline = read_outline(parts->markdown, parts->markdown_line, lines, problems);
    charter.clauses = std::move(outline.clauses);
    for (const auto& block : outline.rules) {
        auto rule = read_rule(block, charter.file, charter.interpretations, problems);
        if (rule) {
            charter.rules.push_back(std::move(*rule));
        }
    }
    check_ids(charter, problems);
    check_clauses(charter, problems);
    check_quotes(charter, problems);
}

Place place_in(const std::vector<KeyPlace>& keys, std::string_view key, const Place& otherwise) {
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const KeyPlace& place) { return place.key == key; });
    if (found != keys.end()) {
        return {otherwise.file, found->line, found->column};
    }
    // A list written as one string, or a key within a key: the nearest one that is written.
    const auto cut = key.find_last_of("[.");
    return cut == std::string_view::npos ? otherwise
                                         : place_in(keys, key.substr(0, cut), otherwise);
}

} // namespace

ParseOutcome parse(std::string_view bytes, const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    ParseOutcome out;
    out.charter.file = file;
    out.charter.bytes = bytes.substr(0, charter_bytes_max);
    out.charter.digest = base::sha256(bytes);
    const auto text = bytes.substr(0, 3) == byte_order_mark ? bytes.substr(3) : bytes;
    const SourceLines lines(text);
    Problems problems;
    if (auto problem = unreadable(text, lines)) {
        problems.push_back(std::move(*problem));
        // A line that cannot be read is not shown.
        out.problems = to_diagnostics(std::move(problems), file, SourceLines(""));
        return out;
    }
    const auto holes = declared_holes(text);
    if (holes.empty()) {
        read_charter(text, lines, out.charter, problems);
    } else {
        std::vector<Filled> examples;
        for (const auto& hole : holes) {
            examples.push_back(
                {hole.name, hole.type, hole.example, in_prose(hole.type, hole.example)});
        }
        const auto filled = fill_holes(text, examples);
        read_charter(filled, SourceLines(filled), out.charter, problems);
        show_labels(text, holes, out.charter);
    }
    check_holes(out.charter, text, problems);
    out.problems = to_diagnostics(std::move(problems), file, lines);
    return out;
}

std::string Diagnostic::text() const {
    constexpr int window = 100;
    auto out = fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, message);
    if (!excerpt.empty()) {
        // A long line is shown from a little before the place.
        const int skip = place.column > window ? place.column - window / 2 : 0;
        std::string shown;
        std::string caret;
        int column = 0;
        for (std::size_t i = 0; i < excerpt.size(); ++i) {
            const bool starts = (static_cast<unsigned char>(excerpt[i]) & 0xC0U) != 0x80U;
            column += starts ? 1 : 0;
            if (column <= skip || column > skip + window) {
                continue;
            }
            shown += excerpt[i];
            if (starts && column < place.column) {
                caret += excerpt[i] == '\t' ? '\t' : ' ';
            }
        }
        out += fmt::format("\n    {}\n    {}^", shown, caret);
    }
    if (!help.empty()) {
        out += "\n" + help;
        out += help.back() == '?' || help.back() == '.' ? "" : ".";
    }
    return out;
}

const Clause* Charter::clause(std::string_view number) const {
    const auto found = std::find_if(clauses.begin(), clauses.end(),
                                    [&](const Clause& c) { return c.number == number; });
    return found == clauses.end() ? nullptr : &*found;
}

const Rule* Charter::rule(std::string_view id) const {
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

const Interpretation* Charter::interpretation(std::string_view id) const {
    const auto found = std::find_if(interpretations.begin(), interpretations.end(),
                                    [&](const Interpretation& i) { return i.id == id; });
    return found == interpretations.end() ? nullptr : &*found;
}

const Enactment* Charter::enactment(std::string_view id) const {
    const auto found = std::find_if(enactments.begin(), enactments.end(),
                                    [&](const Enactment& e) { return e.id == id; });
    return found == enactments.end() ? nullptr : &*found;
}

std::vector<const ParamRule*> Charter::holes() const {
    std::vector<const ParamRule*> out;
    for (const auto& rule : rules) {
        if (const auto* hole = std::get_if<ParamRule>(&rule.params)) {
            out.push_back(hole);
        }
    }
    return out;
}

Diagnostic Charter::diagnostic(Place place, std::string message, std::string help) const {
    std::string excerpt(SourceLines(bytes).line(place.line));
    return {std::move(place), std::move(message), std::move(help), std::move(excerpt)};
}

Place Rule::place_of(std::string_view key) const {
    return place_in(keys, key, place);
}

bool Rule::covers(std::string_view clause_number) const {
    return std::find(clauses.begin(), clauses.end(), clause_number) != clauses.end();
}

const Reading* Interpretation::reading(std::string_view name) const {
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const Reading& r) { return r.name == name; });
    return found == readings.end() ? nullptr : &*found;
}

Place Interpretation::place_of(std::string_view key) const {
    return place_in(keys, key, place);
}

} // namespace quorate::charter
