#include "charter/outline.hpp"

#include "base/one_line.hpp"
#include "base/text.hpp"
#include "charter/decode.hpp"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>

namespace quorate::charter {
namespace {

constexpr int depth_max = 8;
constexpr std::size_t clause_bytes_max = 64 << 10;

struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
    void operator()(char* text) const { std::free(text); }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text != nullptr ? std::string_view(text) : std::string_view{};
}

/// The words under a node, line ends as spaces, no Markdown.
std::string words_of(cmark_node* node) {
    std::string out;
    const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(node));
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
        if (event != CMARK_EVENT_ENTER) {
            continue;
        }
        auto* current = cmark_iter_get_node(iter.get());
        switch (cmark_node_get_type(current)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
            out += literal(current);
            break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_ITEM:
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            out += ' ';
            break;
        default:
            break;
        }
    }
    return out;
}

std::string html_of(cmark_node* node) {
    const std::unique_ptr<char, Free> html(cmark_render_html(node, CMARK_OPT_DEFAULT));
    return html.get();
}

/// The bold number a paragraph starts with, or nullptr.
cmark_node* number_node(cmark_node* paragraph) {
    auto* first = cmark_node_first_child(paragraph);
    if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_STRONG) {
        return nullptr;
    }
    return is_clause_number(base::trim(words_of(first))) ? first : nullptr;
}

bool is_rule_block(cmark_node* node) {
    return cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
           cmark_node_get_fence_info(node)[0] != '\0';
}

/// True when nothing under the node starts a clause or is a fenced block with an info string.
bool is_plain(cmark_node* node) {
    const std::unique_ptr<cmark_iter, Free> iter(cmark_iter_new(node));
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
        auto* current = cmark_iter_get_node(iter.get());
        if (event != CMARK_EVENT_ENTER) {
            continue;
        }
        if (is_rule_block(current) || (cmark_node_get_type(current) == CMARK_NODE_PARAGRAPH &&
                                       number_node(current) != nullptr)) {
            return false;
        }
    }
    return true;
}

class Walker {
public:
    Walker(int first_line, const SourceLines& file, Problems& problems)
        : line_offset_(first_line - 1), file_(file), problems_(problems) {}

    void blocks(cmark_node* parent, int depth) {
        for (auto* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            block(node, depth);
        }
    }

    Outline outline;

private:
    void block(cmark_node* node, int depth) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            heading_ = folded(words_of(node));
            owners_.clear();
            absolute_ = current_ = none;
            break;
        case CMARK_NODE_PARAGRAPH:
            paragraph(node, depth);
            break;
        case CMARK_NODE_CODE_BLOCK:
            code(node, depth);
            break;
        case CMARK_NODE_LIST:
        case CMARK_NODE_BLOCK_QUOTE:
            container(node, depth);
            break;
        default: // raw HTML and rules across the page say nothing in a charter
            break;
        }
    }

    void container(cmark_node* node, int depth) {
        if (depth >= depth_max) {
            problems_.push_back({position(node), "this is nested too deeply",
                                 fmt::format("At most {} levels of lists are read", depth_max)});
            return;
        }
        if (is_plain(node)) {
            add_to_owner(depth, words_of(node), html_of(node), position(node));
            return;
        }
        if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) {
            blocks(node, depth + 1);
            return;
        }
        for (auto* item = cmark_node_first_child(node); item != nullptr;
             item = cmark_node_next(item)) {
            owners_.resize(std::min(owners_.size(), static_cast<std::size_t>(depth) + 1), none);
            blocks(item, depth + 1);
        }
    }

    void paragraph(cmark_node* node, int depth) {
        auto* number = number_node(node);
        if (number != nullptr) {
            start_clause(std::string(base::trim(words_of(number))), position(node), depth);
            cmark_node_unlink(number);
            const std::unique_ptr<cmark_node, Free> unlinked(number);
        }
        std::string html;
        for (auto* child = cmark_node_first_child(node); child != nullptr;
             child = cmark_node_next(child)) {
            html += html_of(child);
        }
        add_to_owner(depth, words_of(node), fmt::format("<p>{}</p>\n", base::trim(html)),
                     position(node));
    }

    void start_clause(std::string number, Position at, int depth) {
        const auto level = static_cast<std::size_t>(depth);
        const bool relative = number.front() == '(';
        if (relative) {
            int parent = absolute_;
            for (std::size_t i = std::min(level, owners_.size()); i-- > 0;) {
                if (owners_[i] != none) {
                    parent = std::max(parent, owners_[i]);
                    break;
                }
            }
            if (parent == none) {
                problems_.push_back({at, fmt::format("{} stands under no clause", number),
                                     "Write the whole number, such as **3.20(a)**"});
            } else {
                number = outline.clauses[static_cast<std::size_t>(parent)].number + number;
            }
        }
        if (outline.clauses.size() >= clauses_max) {
            too_many_ = true;
            return;
        }
        const auto same = std::find_if(outline.clauses.begin(), outline.clauses.end(),
                                       [&](const Clause& c) { return c.number == number; });
        if (same != outline.clauses.end()) {
            problems_.push_back({at, fmt::format("clause {} is written twice", number),
                                 fmt::format("It first stands in line {}", same->line)});
        }
        current_ = static_cast<int>(outline.clauses.size());
        outline.clauses.push_back(Clause{std::move(number), heading_, {}, {}, at.line});
        owners_.resize(relative ? std::min(owners_.size(), level + 1) : 0, none);
        owners_.resize(level + 1, none);
        owners_[level] = current_;
        absolute_ = relative ? absolute_ : current_;
    }

    /// Text without a number belongs to the nearest clause that starts no deeper than it.
    void add_to_owner(int depth, const std::string& words, const std::string& html, Position at) {
        const auto level = static_cast<std::size_t>(depth);
        owners_.resize(std::min(owners_.size(), level + 1), none);
        int owner = none;
        for (std::size_t i = owners_.size(); i-- > 0 && owner == none;) {
            owner = owners_[i];
        }
        if (owner == none && depth > 0) {
            owner = absolute_;
        }
        current_ = owner;
        if (owner == none) {
            return;
        }
        auto& clause = outline.clauses[static_cast<std::size_t>(owner)];
        if (clause.html.size() + html.size() > clause_bytes_max) {
            problems_.push_back({at, fmt::format("clause {} is too long", clause.number),
                                 fmt::format("At most {} bytes are allowed", clause_bytes_max)});
            return;
        }
        const auto text = base::trim(words);
        clause.text += clause.text.empty() || text.empty() ? "" : " ";
        clause.text += text;
        clause.html += html;
    }

    void code(cmark_node* node, int depth) {
        const std::string info = cmark_node_get_fence_info(node);
        std::vector<std::string> words;
        for (const auto word : base::split(info, ' ')) {
            if (!base::trim(word).empty()) {
                words.emplace_back(base::trim(word));
            }
        }
        const auto at = info_position(node);
        if (words.empty()) {
            add_to_owner(depth, words_of(node), html_of(node), at);
            return;
        }
        if (words.front() != "rule") {
            if (!base::nearest(words.front(), {"rule"}).empty() || words.front() == "Rule") {
                problems_.push_back({at, fmt::format("\"{}\" starts no block", words.front()),
                                     "A rule block starts with ```rule, its kind and its id"});
            }
            return;
        }
        if (outline.rules.size() >= rules_max) {
            too_many_ = true;
            return;
        }
        check_closed(node, at);
        RuleBlock block;
        block.words.assign(words.begin() + 1, words.end());
        auto from = file_.line(at.line).find(words.front()) + words.front().size();
        for (const auto& word : block.words) {
            from = std::min(file_.line(at.line).find(word, from), file_.line(at.line).size());
            const auto before = file_.line(at.line).substr(0, from);
            block.words_at.push_back({at.line, character_count(before) + 1});
            from += word.size();
        }
        block.toml = literal(node);
        block.at = at;
        block.map = map_block(block.toml, at.line + 1, file_);
        if (current_ != none) {
            block.clause = outline.clauses[static_cast<std::size_t>(current_)].number;
        }
        outline.rules.push_back(std::move(block));
    }

    void check_closed(cmark_node* node, Position at) {
        const int end_line = cmark_node_get_end_line(node) + line_offset_;
        const auto line = base::trim(file_.line(end_line));
        const auto mark = line.size() < 3 ? std::string_view{} : line.substr(line.size() - 3);
        if (end_line <= at.line || (mark != "```" && mark != "~~~")) {
            problems_.push_back({at, "the rule block is not closed", "End it with a line of ```"});
        }
    }

    [[nodiscard]] Position position(cmark_node* node) const {
        const int line = cmark_node_get_start_line(node) + line_offset_;
        const auto bytes = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
        return {line, character_count(file_.line(line).substr(0, bytes - 1)) + 1};
    }

    [[nodiscard]] Position info_position(cmark_node* node) const {
        auto at = position(node);
        const auto line = file_.line(at.line);
        const auto fence = std::min(line.find("```"), line.find("~~~"));
        const auto word = line.find_first_not_of("`~ ", fence);
        if (fence != std::string_view::npos && word != std::string_view::npos) {
            at.column = character_count(line.substr(0, word)) + 1;
        }
        return at;
    }

public:
    [[nodiscard]] bool too_many() const { return too_many_; }

private:
    static constexpr int none = -1;

    int line_offset_;
    const SourceLines& file_;
    Problems& problems_;
    std::string heading_;
    std::vector<int> owners_; ///< by depth: the clause in progress there
    int absolute_ = none;     ///< the last clause written with its whole number
    int current_ = none;      ///< the clause a rule block would bind to
    bool too_many_ = false;
};

/// Reads a part "(a)" of a clause number from `start`; the position after it, or npos.
std::size_t part_end(std::string_view text, std::size_t start) {
    std::size_t i = start + 1;
    while (i < text.size() && (is_digit(text[i]) || (text[i] >= 'a' && text[i] <= 'z'))) {
        ++i;
    }
    const bool closed = i < text.size() && text[i] == ')' && i > start + 1;
    return closed ? i + 1 : std::string_view::npos;
}

} // namespace

bool is_clause_number(std::string_view text) {
    constexpr std::size_t length_max = 24;
    if (text.empty() || text.size() > length_max) {
        return false;
    }
    std::size_t i = text[0] >= 'A' && text[0] <= 'Z' ? 1 : 0;
    const bool letter = i == 1;
    if (i < text.size() && is_digit(text[i])) {
        while (i < text.size() &&
               (is_digit(text[i]) || (text[i] == '.' && is_digit(text[i - 1]) &&
                                      i + 1 < text.size() && is_digit(text[i + 1])))) {
            ++i;
        }
    } else if (letter && text[0] > 'M') {
        return false;
    }
    while (i < text.size()) {
        if (text[i] != '(') {
            return false;
        }
        i = part_end(text, i);
        if (i == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

std::string folded(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {"\xE2\x80\x98", "'"},  {"\xE2\x80\x99", "'"}, {"\xE2\x80\x9C", "\""},
        {"\xE2\x80\x9D", "\""}, {"\xC2\xA0", " "},     {"\xE2\x80\xAF", " "},
    };
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto* mark = std::find_if(std::begin(marks), std::end(marks), [&](const auto& m) {
            return text.substr(i, m.first.size()) == m.first;
        });
        if (mark != std::end(marks)) {
            plain += mark->second;
            i += mark->first.size();
        } else {
            plain += text[i++];
        }
    }
    const auto out = base::one_line(plain);
    return base::clean_text(out, out.size()).value_or(out);
}

Outline read_outline(std::string_view markdown, int first_line, const SourceLines& file,
                     Problems& problems) {
    const std::unique_ptr<cmark_node, Free> document(
        cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
    Walker walker(first_line, file, problems);
    walker.blocks(document.get(), 0);
    for (auto& clause : walker.outline.clauses) {
        std::string text;
        bool space = false;
        for (const char c : clause.text) {
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                space = !text.empty();
            } else {
                text += space ? " " : "";
                text += c;
                space = false;
            }
        }
        clause.text = std::move(text);
    }
    if (walker.too_many()) {
        problems.push_back(
            {{first_line, 1},
             "the charter is too long",
             fmt::format("At most {} clauses and {} rules are read", clauses_max, rules_max)});
    }
    return std::move(walker.outline);
}

} // namespace quorate::charter
