#include "source.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace quorate::house {
namespace {

namespace fs = std::filesystem;

bool word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Walks over C++ text and copies it with comments and literals blanked.
class Blanker {
public:
    explicit Blanker(std::string_view text) : text_(text), out_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            step();
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool looking_at(std::string_view what) const {
        return text_.substr(at_).starts_with(what);
    }

    void step() {
        if (looking_at("//")) {
            blank_until(text_.find('\n', at_));
        } else if (looking_at("/*")) {
            const auto end = text_.find("*/", at_ + 2);
            blank_until(end == std::string_view::npos ? end : end + 2);
        } else if (looking_at("R\"") && (at_ == 0 || !word_char(text_[at_ - 1]))) {
            raw_string();
        } else if (text_[at_] == '"' || (text_[at_] == '\'' && !digit_separator())) {
            literal(text_[at_]);
        } else {
            ++at_;
        }
    }

    [[nodiscard]] bool digit_separator() const { return at_ > 0 && word_char(text_[at_ - 1]); }

    void raw_string() {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos) {
            ++at_;
            return;
        }
        const auto closing = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const auto end = text_.find(closing, open);
        at_ += 2;
        blank_until(end == std::string_view::npos ? end : end + closing.size() - 1);
        ++at_;
    }

    void literal(char quote) {
        const auto start = ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
            at_ += text_[at_] == '\\' ? 2U : 1U;
        }
        const auto end = std::min(at_, text_.size());
        at_ = start;
        blank_until(end);
        ++at_;
    }

    void blank_until(std::size_t end) {
        for (end = std::min(end, text_.size()); at_ < end; ++at_) {
            if (out_[at_] != '\n') {
                out_[at_] = ' ';
            }
        }
    }

    std::string_view text_;
    std::string out_;
    std::size_t at_ = 0;
};

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> out;
    std::size_t number = 0;
    for (const auto& whole : lines_of(text)) {
        ++number;
        auto line = base::trim(whole);
        if (!line.starts_with("#")) {
            continue;
        }
        line = base::trim(line.substr(1));
        if (!line.starts_with("include")) {
            continue;
        }
        line = base::trim(line.substr(7));
        const auto end =
            line.empty() ? std::string_view::npos : line.find(line[0] == '<' ? '>' : '"', 1);
        if (end != std::string_view::npos) {
            out.push_back({std::string(line.substr(1, end - 1)), line[0] == '"', number});
        }
    }
    return out;
}

} // namespace

std::string blank_comments_and_literals(std::string_view text) {
    return Blanker(text).run();
}

SourceFile source_file(std::string path, std::string text) {
    SourceFile out{std::move(path), std::move(text), {}, {}};
    out.code = blank_comments_and_literals(out.text);
    out.includes = includes_of(out.text);
    return out;
}

std::string read_repository_file(const std::string& path) {
    auto text = base::read_file(std::string(QUORATE_SOURCE_DIR "/") + path);
    if (!text) {
        throw std::runtime_error(text.error().text());
    }
    return std::move(*text);
}

std::vector<SourceFile> sources_under(const std::string& folder) {
    const fs::path root(QUORATE_SOURCE_DIR);
    std::vector<SourceFile> out;
    if (!fs::exists(root / folder)) {
        return out;
    }
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".hpp" || extension == ".cpp")) {
            const auto path = fs::relative(entry.path(), root).generic_string();
            out.push_back(source_file(path, read_repository_file(path)));
        }
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return out;
}

std::vector<std::size_t> lines_with_word(std::string_view code, std::string_view word) {
    std::vector<std::size_t> out;
    for (auto at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
        const bool starts = at == 0 || !word_char(word[0]) || !word_char(code[at - 1]);
        const bool ends = at + word.size() == code.size() || !word_char(code[at + word.size()]);
        if (starts && ends) {
            const auto line =
                std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            out.push_back(static_cast<std::size_t>(line));
        }
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (const auto line : base::split(text, '\n')) {
        out.emplace_back(line);
    }
    if (!out.empty() && out.back().empty()) {
        out.pop_back();
    }
    return out;
}

} // namespace quorate::house
