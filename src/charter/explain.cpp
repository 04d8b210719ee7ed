#include "charter/explain.hpp"

#include "base/text.hpp"
#include "charter/library.hpp"
#include "charter/params.hpp"
#include "charter/wording.hpp"
#include "charter/written.hpp"

#include <fmt/format.h>

namespace quorate::charter {
namespace {

/// Text as the cell of a Markdown table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '|' ? "\\|" : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
    }
    return out;
}

/// A reading's name and, where there are any, its words.
std::string reading_text(const Reading& reading) {
    return reading.words.empty()
               ? spaced(reading.name)
               : fmt::format("{} ({})", spaced(reading.name), without_stop(reading.words));
}

std::string interpretation_text(const ReadingInForce& in_force) {
    const auto& one = *in_force.interpretation;
    std::vector<std::string> others;
    std::string current;
    for (const auto& reading : one.readings) {
        if (reading.name == in_force.reading) {
            current = reading_text(reading);
        } else {
            others.push_back(reading_text(reading));
        }
    }
    return fmt::format("{} {} Read as: {}. Could be: {}.", one.id, one.question, current,
                       base::join(others, "; "));
}

template <class P>
void add_rows(const Terms& terms, std::vector<std::pair<const Rule*, std::string>>& rows) {
    for (const auto& one : terms.all<P>()) {
        auto words = plain_words(*one.rule, Params(*one.params));
        if (one.effect == Effect::void_ && !recorded_only(one.rule->kind)) {
            words += " What goes against this does not take effect.";
        }
        if (!one.rule->exception_to.empty()) {
            words += fmt::format(" An exception to {}.", one.rule->exception_to);
        }
        if (const auto* law = terms.charter().enactment(one.rule->enactment)) {
            words += fmt::format(" This comes from the {}, which overrides the terms.", law->title);
        }
        std::string readings;
        for (const auto& reading : one.readings) {
            if (reading.interpretation->rule.empty()) {
                continue; // of the charter as a whole: said once, below
            }
            readings += (readings.empty() ? "" : " ") + interpretation_text(reading);
        }
        const auto clauses = base::list_words(one.rule->clauses);
        const auto clause =
            one.rule->cited_clause.empty()
                ? clauses
                : fmt::format("{}, by {} {}", one.rule->cited_clause, one.rule->charter, clauses);
        rows.emplace_back(
            one.rule, fmt::format("| {} | {} | {} |\n", cell(clause), cell(words), cell(readings)));
    }
}

template <class... P>
void add_all_rows(const Terms& terms, std::vector<std::pair<const Rule*, std::string>>& rows,
                  const std::variant<P...>*) {
    (add_rows<P>(terms, rows), ...);
}

/// A parameter's JSON as people read it.
std::string value_words(const std::string& json) {
    std::string out;
    for (const char c : json) {
        if (c != '"' && c != '[' && c != ']') {
            out += c;
            out += c == ',' ? " " : "";
        }
    }
    return out.empty() || out == "null" ? "nothing" : out;
}

std::string named(const Rule& rule) {
    return fmt::format("{} (clause {})", rule.id, rule.clause);
}

void compare_rule(const Rule& a, const Rule& b, std::vector<std::string>& out) {
    if (a.kind != b.kind) {
        out.push_back(fmt::format("{} was a {} rule and is a {} rule.", named(b),
                                  spaced(kind_name(a.kind)), spaced(kind_name(b.kind))));
        return;
    }
    std::vector<std::string> changes;
    const auto change = [&](std::string_view what, const std::string& was, const std::string& is) {
        if (was != is) {
            changes.push_back(fmt::format("{} was {} and is {}", what,
                                          was.empty() ? "nothing" : was,
                                          is.empty() ? "nothing" : is));
        }
    };
    change("clause", base::list_words(a.clauses), base::list_words(b.clauses));
    const auto first = params_texts(a.params);
    const auto second = params_texts(b.params);
    for (std::size_t i = 0; i < first.size(); ++i) {
        change(spaced(first[i].first), value_words(first[i].second), value_words(second[i].second));
    }
    change("effect", a.effect ? written(*a.effect) : "", b.effect ? written(*b.effect) : "");
    change("exception", a.exception_to, b.exception_to);
    change("quote", base::join(a.quotes, "; "), base::join(b.quotes, "; "));
    if (!changes.empty()) {
        out.push_back(fmt::format("{} changed: {}.", named(b), base::join(changes, "; ")));
    }
}

void compare_rules(const Charter& a, const Charter& b, std::vector<std::string>& out) {
    for (const auto& rule : b.rules) {
        if (a.rule(rule.id) == nullptr) {
            out.push_back(
                fmt::format("{} is new: {}", named(rule), plain_words(rule, rule.params)));
        }
    }
    for (const auto& rule : a.rules) {
        if (b.rule(rule.id) == nullptr) {
            out.push_back(
                fmt::format("{} is gone: {}", named(rule), plain_words(rule, rule.params)));
        }
    }
    for (const auto& rule : b.rules) {
        if (const auto* before = a.rule(rule.id)) {
            compare_rule(*before, rule, out);
        }
    }
}

void compare_clauses(const Charter& a, const Charter& b, std::vector<std::string>& out) {
    for (const auto& clause : b.clauses) {
        const auto* before = a.clause(clause.number);
        if (before == nullptr) {
            out.push_back(fmt::format("Clause {} is new.", clause.number));
        } else if (before->text != clause.text) {
            out.push_back(fmt::format("Clause {} is worded differently.", clause.number));
        }
    }
    for (const auto& clause : a.clauses) {
        if (b.clause(clause.number) == nullptr) {
            out.push_back(fmt::format("Clause {} is gone.", clause.number));
        }
    }
}

/// The readings of an interpretation as one text, to see whether they differ.
std::string readings_text(const Interpretation& one) {
    std::string out;
    for (const auto& reading : one.readings) {
        out += reading.name + reading.overrides + ";";
    }
    return out;
}

void compare_interpretations(const Charter& a, const Charter& b, std::vector<std::string>& out) {
    for (const auto& one : b.interpretations) {
        const auto* before = a.interpretation(one.id);
        if (before == nullptr) {
            out.push_back(fmt::format("Interpretation {} is new: {}", one.id, one.question));
        } else if (before->standing != one.standing) {
            out.push_back(fmt::format("Interpretation {} was read as {} and is read as {}.", one.id,
                                      spaced(before->standing), spaced(one.standing)));
        } else if (readings_text(*before) != readings_text(one) ||
                   before->question != one.question) {
            out.push_back(fmt::format("Interpretation {} changed.", one.id));
        }
    }
    for (const auto& one : a.interpretations) {
        if (b.interpretation(one.id) == nullptr) {
            out.push_back(fmt::format("Interpretation {} is gone: {}", one.id, one.question));
        }
    }
}

} // namespace

std::string explain(const Terms& terms) {
    std::vector<std::pair<const Rule*, std::string>> rows;
    add_all_rows(terms, rows, static_cast<const Params*>(nullptr));
    std::string out = "| Clause | Rule in plain words | Interpretations |\n| --- | --- | --- |\n";
    for (const auto* rule : terms.rules()) {
        for (const auto& [of, row] : rows) {
            out += of == rule ? row : "";
        }
    }
    for (const auto& reading : terms.readings()) {
        if (reading.interpretation->rule.empty()) {
            out += fmt::format("| all | The rules of {} as a whole. | {} |\n",
                               cell(spaced(reading.charter)), cell(interpretation_text(reading)));
        }
    }
    return out;
}

std::vector<std::string> differences(const Charter& a, const Charter& b) {
    std::vector<std::string> out;
    if (a.default_effect != b.default_effect) {
        out.push_back(fmt::format("What follows where a clause does not say was {} and is {}.",
                                  written(a.default_effect), written(b.default_effect)));
    }
    compare_rules(a, b, out);
    compare_clauses(a, b, out);
    compare_interpretations(a, b, out);
    return out;
}

} // namespace quorate::charter
