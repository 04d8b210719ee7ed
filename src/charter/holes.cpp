#include "charter/holes.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "charter/front_matter.hpp"
#include "charter/outline.hpp"
#include "charter/rule_reader.hpp"

#include <algorithm>

namespace quorate::charter {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
constexpr std::size_t name_bytes_max = 60;

std::vector<std::string> list_items(std::string_view value) {
    std::vector<std::string> out;
    for (const auto part : base::split(value, ';')) {
        if (const auto item = base::trim(part); !item.empty()) {
            out.emplace_back(item);
        }
    }
    return out;
}

std::string with_backslash_before(std::string_view special, std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string toml_text(std::string_view text) {
    return with_backslash_before("\"\\", text);
}

/// A value where TOML expects one, outside a string.
std::string as_toml(const Filled& hole) {
    if (hole.type != ParamType::list) {
        return toml_text(hole.value);
    }
    std::string out;
    for (const auto& item : list_items(hole.value)) {
        out += (out.empty() ? "\"" : ", \"") + toml_text(item) + "\"";
    }
    return out;
}

/// A value within a TOML string: the words that stand in the clause.
std::string in_toml_string(const Filled& hole) {
    const bool worded = hole.type == ParamType::list || hole.type == ParamType::date;
    if (!worded) {
        return toml_text(hole.value);
    }
    std::string words;
    for (const char c : in_prose(hole.type, hole.value)) {
        words += c == '\\' ? std::string{} : std::string(1, c);
    }
    return toml_text(words);
}

/// Follows a file line by line: whether a place is TOML or prose, and within a TOML string or not.
class Follower {
public:
    explicit Follower(const std::vector<Filled>& filled) : filled_(filled) {}

    std::string line(std::string_view text) {
        const auto trimmed = base::trim(text);
        const bool front_fence = trimmed == "+++" && (lines_ == 0 || part_ == Part::front_matter);
        const bool fence = trimmed.substr(0, 3) == "```" && part_ != Part::front_matter;
        ++lines_;
        if (front_fence) {
            part_ = lines_ == 1 ? Part::front_matter : Part::prose;
            return std::string(text);
        }
        if (fence) {
            part_ = part_ == Part::rule ? Part::prose : Part::rule;
            in_long_string_ = false;
            return std::string(text);
        }
        return part_ == Part::prose ? prose(text) : toml(text);
    }

private:
    enum class Part { prose, front_matter, rule };

    [[nodiscard]] const Filled* hole_at(std::string_view text) const {
        const auto end = text.find(closing);
        if (text.substr(0, opening.size()) != opening || end == std::string_view::npos) {
            return nullptr;
        }
        const auto name = base::trim(text.substr(opening.size(), end - opening.size()));
        const auto found = std::find_if(filled_.begin(), filled_.end(),
                                        [&](const Filled& one) { return one.name == name; });
        return found == filled_.end() ? nullptr : &*found;
    }

    static std::size_t length_of(std::string_view text) {
        return text.find(closing) + closing.size();
    }

    [[nodiscard]] std::string prose(std::string_view text) const {
        std::string out;
        for (std::size_t i = 0; i < text.size();) {
            if (const auto* hole = hole_at(text.substr(i))) {
                out += hole->prose;
                i += length_of(text.substr(i));
            } else {
                out += text[i++];
            }
        }
        return out;
    }

    std::string toml(std::string_view text) {
        constexpr std::string_view long_quote = "\"\"\"";
        std::string out;
        bool in_string = false;
        for (std::size_t i = 0; i < text.size();) {
            const auto rest = text.substr(i);
            if (!in_string && rest.substr(0, 3) == long_quote) {
                in_long_string_ = !in_long_string_;
                out += long_quote;
                i += long_quote.size();
            } else if (const auto* hole = hole_at(rest)) {
                out += in_string || in_long_string_ ? in_toml_string(*hole) : as_toml(*hole);
                i += length_of(rest);
            } else if (rest.front() == '\\' && rest.size() > 1) {
                out += rest.substr(0, 2);
                i += 2;
            } else {
                in_string = in_string != (rest.front() == '"' && !in_long_string_);
                out += text[i++];
            }
        }
        return out;
    }

    const std::vector<Filled>& filled_;
    Part part_ = Part::prose;
    std::size_t lines_ = 0;
    bool in_long_string_ = false;
};

} // namespace

std::string in_prose(ParamType type, std::string_view value) {
    constexpr std::string_view markdown = "\\`*_[]<>#";
    if (type == ParamType::list) {
        return with_backslash_before(markdown, base::list_words(list_items(value)));
    }
    if (type == ParamType::date) {
        if (const auto date = base::parse_date(value)) {
            return base::words(*date);
        }
    }
    return with_backslash_before(markdown, value);
}

std::vector<ParamRule> declared_holes(std::string_view text) {
    std::vector<ParamRule> out;
    if (text.find("```rule param") == std::string_view::npos) {
        return out;
    }
    Problems unsaid; // the reading of the filled text reports them
    const SourceLines lines(text);
    const auto parts = split_front_matter(text, unsaid);
    if (!parts) {
        return out;
    }
    std::vector<Interpretation> interpretations;
    for (const auto& block :
         read_outline(parts->markdown, parts->markdown_line, lines, unsaid).rules) {
        if (block.words.empty() || block.words.front() != "param") {
            continue;
        }
        if (const auto rule = read_rule(block, {}, interpretations, unsaid)) {
            out.push_back(std::get<ParamRule>(rule->params));
        }
    }
    return out;
}

std::string fill_holes(std::string_view text, const std::vector<Filled>& filled) {
    std::string out;
    Follower follower(filled);
    std::size_t start = 0;
    while (start <= text.size()) {
        const auto end = std::min(text.find('\n', start), text.size());
        out += follower.line(text.substr(start, end - start));
        out += end < text.size() ? "\n" : "";
        start = end + 1;
    }
    return out;
}

std::vector<HoleUsed> holes_used(std::string_view text) {
    std::vector<HoleUsed> out;
    const SourceLines lines(text);
    for (int number = 1; number <= lines.count(); ++number) {
        const auto line = lines.line(number);
        for (auto at = line.find(opening); at != std::string_view::npos;
             at = line.find(opening, at + opening.size())) {
            const auto end = line.find(closing, at);
            const auto name = base::trim(
                line.substr(at + opening.size(),
                            end == std::string_view::npos ? end : end - at - opening.size()));
            out.push_back({std::string(name), {number, character_count(line.substr(0, at)) + 1}});
        }
    }
    return out;
}

bool is_hole_name(std::string_view name) {
    return !name.empty() && name.size() <= name_bytes_max &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

} // namespace quorate::charter
