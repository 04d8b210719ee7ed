#include "charter/rule_reader.hpp"

#include "base/ids.hpp"
#include "base/text.hpp"
#include "charter/decode.hpp"
#include "charter/params.hpp"
#include "charter/toml_reader.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <fmt/format.h>

namespace quorate::charter {

/// The keys every rule may have.
struct CommonKeys {
    std::string clause;
    std::vector<std::string> clauses;
    std::vector<std::string> quote;
    std::optional<Effect> effect;
    std::string exception;
    std::string enactment;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CommonKeys, (), (clause, clauses, quote, effect, exception, enactment, note))

/// The plain keys of an interpretation; readings and words are tables.
struct InterpretationKeys {
    std::string id;
    std::string clause;
    std::string question;
    std::string default_;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(InterpretationKeys, (), (id, clause, question, default_, reason))

namespace {

constexpr std::array<std::string_view, 8> common_keys = {
    "clause", "clauses", "quote", "effect", "exception", "enactment", "note", "interpretation"};

bool is_word(std::string_view text, std::string_view extra) {
    return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               extra.find(c) != std::string_view::npos;
    });
}

void add_places(const std::string& prefix, const Value& value, std::vector<KeyPlace>& out) {
    for (const auto& member : value.members) {
        auto key = prefix.empty() ? member.name : prefix + "." + member.name;
        const auto at = member.value.type == ValueType::table ? member.at : member.value.at;
        out.push_back({key, at.line, at.column});
        add_places(key, member.value, out);
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        auto key = fmt::format("{}[{}]", prefix, i);
        out.push_back({key, value.items[i].at.line, value.items[i].at.column});
        add_places(key, value.items[i], out);
    }
}

/// The table's members that are (or are not) among the keys.
Value only(const Value& table, std::span<const std::string_view> keys, bool among) {
    Value out;
    out.at = table.at;
    for (const auto& member : table.members) {
        if ((std::find(keys.begin(), keys.end(), member.name) != keys.end()) == among) {
            out.members.push_back(member);
        }
    }
    return out;
}

/// quote may be one string; the rest of the program reads a list.
void listed(Value& table, std::string_view key) {
    for (auto& member : table.members) {
        if (member.name == key && member.value.type == ValueType::string) {
            Value list;
            list.type = ValueType::list;
            list.at = member.value.at;
            list.items.push_back(member.value);
            member.value = std::move(list);
        }
    }
}

void read_common(const Value& table, Rule& rule, Problems& problems) {
    constexpr std::array<std::string_view, 1> other = {"interpretation"};
    Value common = only(table, common_keys, true);
    listed(common, "quote");
    CommonKeys keys;
    Decoder(problems).table(common, keys, other, "a rule");
    rule.quotes = std::move(keys.quote);
    rule.effect = keys.effect;
    rule.exception_to = std::move(keys.exception);
    rule.enactment = std::move(keys.enactment);
    rule.note = std::move(keys.note);
    rule.clauses = std::move(keys.clauses);
    if (!keys.clause.empty()) {
        rule.clause = keys.clause;
    } else if (!rule.clauses.empty()) {
        rule.clause = rule.clauses.front();
    }
    if (std::find(rule.clauses.begin(), rule.clauses.end(), rule.clause) == rule.clauses.end() &&
        !rule.clause.empty()) {
        rule.clauses.insert(rule.clauses.begin(), rule.clause);
    }
}

/// Checks that a reading's overrides fit the rule (or the charter as a whole).
void check_overrides(const Value& overrides, const Rule* rule, Problems& problems) {
    if (rule != nullptr) {
        Params copy = rule->params;
        std::optional<Effect> effect;
        lay_over(overrides, copy, effect, problems);
        return;
    }
    CharterWide wide;
    Decoder(problems).table(overrides, wide, {}, "a reading of the charter as a whole");
}

void read_readings(const Value& readings, const Rule* rule, Interpretation& out,
                   Problems& problems) {
    for (const auto& member : readings.members) {
        if (!is_word(member.name, "_-")) {
            problems.push_back({member.at, fmt::format("\"{}\" cannot name a reading", member.name),
                                "Use up to 60 letters, digits, hyphens and underscores"});
        }
        if (member.value.type != ValueType::table) {
            problems.push_back(
                {member.value.at,
                 fmt::format("reading \"{}\" is {}", member.name, type_words(member.value.type)),
                 "Expected a table of what it changes, such as { counts = [\"member\"] }"});
            continue;
        }
        check_overrides(member.value, rule, problems);
        out.readings.push_back(Reading{member.name, to_json(member.value), {}});
    }
}

void read_words(const Value& words, Interpretation& out, Problems& problems) {
    for (const auto& member : words.members) {
        const auto reading = std::find_if(out.readings.begin(), out.readings.end(),
                                          [&](const Reading& r) { return r.name == member.name; });
        if (reading == out.readings.end()) {
            std::vector<std::string> names;
            for (const auto& r : out.readings) {
                names.push_back(r.name);
            }
            problems.push_back(
                {member.at, fmt::format("no reading is called \"{}\"", member.name),
                 suggestion(member.name, names, "Expected " + quoted_choices(names))});
            continue;
        }
        Decoder(problems).read(member.name, member.value, reading->words);
    }
}

/// The member of that name when it is a table; else a problem.
const Value* table_member(const Value& table, std::string_view name, bool required,
                          Problems& problems) {
    const auto* member = table.find(name);
    if (member == nullptr) {
        if (required) {
            problems.push_back({table.at, fmt::format("the interpretation has no {}", name),
                                "Write each as readings.name = { ... }"});
        }
        return nullptr;
    }
    if (member->value.type != ValueType::table) {
        problems.push_back({member->value.at,
                            fmt::format("\"{}\" is {}", name, type_words(member->value.type)),
                            fmt::format("Expected {}.name = ... for each reading", name)});
        return nullptr;
    }
    return &member->value;
}

void check_complete(const Interpretation& out, const Value& table, Problems& problems) {
    if (!is_word(out.id, ".-")) {
        problems.push_back({table.find("id") != nullptr ? table.find("id")->value.at : table.at,
                            out.id.empty() ? "the interpretation has no id"
                                           : fmt::format("\"{}\" cannot be an id", out.id),
                            "Expected letters and digits, such as \"I1\""});
    }
    if (out.question.empty()) {
        problems.push_back(
            {table.at, "the interpretation asks no question", "Add question = \"...\""});
    }
    if (out.readings.size() < 2 || out.readings.size() > readings_max) {
        problems.push_back({table.at,
                            fmt::format("interpretation {} has {} {}", out.id, out.readings.size(),
                                        out.readings.size() == 1 ? "reading" : "readings"),
                            fmt::format("Expected at least two and at most {}", readings_max)});
    }
    if (out.reading(out.standing) == nullptr) {
        std::vector<std::string> names;
        for (const auto& reading : out.readings) {
            names.push_back(reading.name);
        }
        const auto* member = table.find("default");
        problems.push_back(
            {member != nullptr ? member->value.at : table.at,
             out.standing.empty()
                 ? "the interpretation says no default reading"
                 : fmt::format("the default \"{}\" is not one of the readings", out.standing),
             suggestion(out.standing, names, "Expected " + quoted_choices(names))});
    }
}

Interpretation read_interpretation(const Value& table, const Rule* rule, const std::string& file,
                                   Problems& problems) {
    constexpr std::array<std::string_view, 2> other = {"readings", "words"};
    InterpretationKeys keys;
    Decoder(problems).table(table, keys, other, "an interpretation");
    Interpretation out;
    out.place = {file, table.at.line, table.at.column};
    out.keys = key_places(table);
    out.id = std::move(keys.id);
    out.rule = rule != nullptr ? rule->id : std::string{};
    out.clause = keys.clause.empty() && rule != nullptr ? rule->clause : std::move(keys.clause);
    out.question = std::move(keys.question);
    out.standing = std::move(keys.default_);
    out.reason = std::move(keys.reason);
    if (const auto* readings = table_member(table, "readings", true, problems)) {
        read_readings(*readings, rule, out, problems);
    }
    if (const auto* words = table_member(table, "words", false, problems)) {
        read_words(*words, out, problems);
    }
    check_complete(out, table, problems);
    return out;
}

/// The kind and id of a block's first line.
std::optional<Kind> read_first_line(const RuleBlock& block, Problems& problems) {
    if (block.words.size() != 2) {
        problems.push_back({block.at,
                            fmt::format("a rule block needs a kind and an id; this has {}",
                                        block.words.empty()       ? "neither"
                                        : block.words.size() == 1 ? "one word"
                                                                  : "more words"),
                            "Expected ```rule quorum kp.quorum"});
        return std::nullopt;
    }
    const auto kind = kind_of(block.words[0]);
    if (!kind) {
        problems.push_back({block.words_at[0],
                            fmt::format("there is no rule kind \"{}\"", block.words[0]),
                            suggestion(block.words[0], kind_names(),
                                       "The kinds are " + base::list_words(kind_names()))});
        return std::nullopt;
    }
    if (!base::is_id(block.words[1])) {
        problems.push_back({block.words_at[1],
                            fmt::format("\"{}\" cannot be a rule's id", block.words[1]),
                            "Use lower-case letters, digits, dots and hyphens, such as kp.quorum"});
        return std::nullopt;
    }
    return kind;
}

} // namespace

std::vector<KeyPlace> key_places(const Value& table) {
    std::vector<KeyPlace> out;
    add_places("", table, out);
    return out;
}

void read_interpretations(const Value& list, const Rule* rule, const std::string& file,
                          std::vector<Interpretation>& interpretations, Problems& problems) {
    if (list.type != ValueType::list) {
        problems.push_back({list.at, fmt::format("\"interpretation\" is {}", type_words(list.type)),
                            "Expected [[interpretation]] on a line of its own"});
        return;
    }
    for (const auto& table : list.items) {
        if (table.type != ValueType::table) {
            problems.push_back({table.at, "an interpretation is a table",
                                "Expected [[interpretation]] on a line of its own"});
        } else if (interpretations.size() < interpretations_max) {
            interpretations.push_back(read_interpretation(table, rule, file, problems));
        } else {
            problems.push_back({table.at, "the charter has too many interpretations",
                                fmt::format("At most {} are read", interpretations_max)});
            return;
        }
    }
}

std::optional<Rule> read_rule(const RuleBlock& block, const std::string& file,
                              std::vector<Interpretation>& interpretations, Problems& problems) {
    const auto kind = read_first_line(block, problems);
    const auto table = read_toml(block.toml, block.map, problems);
    if (!kind || !table) {
        return std::nullopt;
    }
    Rule rule;
    rule.kind = *kind;
    rule.id = block.words[1];
    rule.clause = block.clause;
    rule.place = {file, block.at.line, block.at.column};
    rule.keys = key_places(*table);
    rule.params = default_params(*kind);
    read_common(*table, rule, problems);
    if (rule.clause.empty()) {
        problems.push_back({block.at, fmt::format("no clause stands above rule {}", rule.id),
                            "Move it under its clause, or write clause = \"3.12\""});
    }
    decode_params(*table, rule.params, common_keys, problems);
    if (const auto* member = table->find("interpretation")) {
        read_interpretations(member->value, &rule, file, interpretations, problems);
    }
    return rule;
}

} // namespace quorate::charter
