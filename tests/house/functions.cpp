#include "functions.hpp"

#include <algorithm>

namespace quorate::house {
namespace {

bool space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The head outside <> and (): "template < > struct Foo", "void f ( ) const".
std::string top_level(std::string_view head) {
    std::string out;
    int round = 0;
    int angle = 0;
    for (const char c : head) {
        round -= c == ')' ? 1 : 0;
        angle -= c == '>' && angle > 0 ? 1 : 0;
        if (round == 0 && angle == 0) {
            out += c;
        }
        round += c == '(' ? 1 : 0;
        angle += c == '<' && round == 0 ? 1 : 0;
    }
    return out;
}

std::size_t last_word(std::string_view text, std::string_view word) {
    for (auto at = text.rfind(word); at != std::string_view::npos;
         at = at == 0 ? at : text.rfind(word, at - 1)) {
        const bool starts = at == 0 || !word_char(text[at - 1]);
        const auto end = at + word.size();
        if (starts && (end == text.size() || !word_char(text[end]))) {
            return at;
        }
        if (at == 0) {
            break;
        }
    }
    return std::string_view::npos;
}

enum class Kind { scope, function, other };

Kind kind_of(std::string_view head) {
    const auto top = top_level(head);
    for (const char* word : {"namespace", "class", "struct", "union", "enum", "extern"}) {
        const auto at = last_word(top, word);
        if (at != std::string::npos && top.find('(', at) == std::string::npos) {
            return Kind::scope;
        }
    }
    const auto last = top.find_last_not_of(" \n\t\r");
    if (last == std::string::npos || top[last] == '=' || top.find('(') == std::string::npos) {
        return Kind::other;
    }
    return Kind::function;
}

/// The word before the first parameter list.
std::string name_of(std::string_view head) {
    const auto top = top_level(head);
    auto end = std::min(top.find('('), top.size());
    while (end > 0 && space(top[end - 1])) {
        --end;
    }
    auto start = end;
    while (start > 0 &&
           (word_char(top[start - 1]) || top[start - 1] == ':' || top[start - 1] == '~')) {
        --start;
    }
    return start == end ? "operator" : top.substr(start, end - start);
}

class Finder {
public:
    explicit Finder(std::string_view code) : code_(code) {}

    std::vector<Function> run() {
        for (at_ = 0; at_ < code_.size(); ++at_) {
            const char c = code_[at_];
            round_ += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '#' && line_begins()) {
                skip_directive();
            } else if (c == ';' && round_ == 0) {
                head_ = at_ + 1;
            } else if (c == '}') {
                head_ = at_ + 1; // the end of a scope that was entered
            } else if (c == '{') {
                block();
            }
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool line_begins() const {
        auto i = at_;
        while (i > 0 && (code_[i - 1] == ' ' || code_[i - 1] == '\t')) {
            --i;
        }
        return i == 0 || code_[i - 1] == '\n';
    }

    void skip_directive() {
        do {
            at_ = std::min(code_.find('\n', at_ + 1), code_.size());
        } while (at_ < code_.size() && code_[at_ - 1] == '\\');
        head_ = at_;
    }

    [[nodiscard]] std::size_t line_at(std::size_t position) const {
        const auto end =
            code_.begin() + static_cast<std::ptrdiff_t>(std::min(position, code_.size()));
        return static_cast<std::size_t>(std::count(code_.begin(), end, '\n')) + 1;
    }

    [[nodiscard]] std::size_t matching_brace() const {
        int depth = 0;
        for (auto i = at_; i < code_.size(); ++i) {
            depth += code_[i] == '{' ? 1 : code_[i] == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code_.size();
    }

    void block() {
        while (head_ < at_ && space(code_[head_])) {
            ++head_;
        }
        const auto head = code_.substr(head_, at_ - head_);
        const auto kind = kind_of(head);
        if (kind == Kind::scope) {
            head_ = at_ + 1;
            return;
        }
        const auto end = matching_brace();
        if (kind == Kind::function && round_ == 0) {
            // A constructor's initialisers may have braces too: only the last block is its body.
            auto next = end + 1;
            while (next < code_.size() && space(code_[next])) {
                ++next;
            }
            if (next < code_.size() && (code_[next] == ',' || code_[next] == '{')) {
                at_ = end;
                return;
            }
            const auto first = line_at(head_);
            out_.push_back({name_of(head), first, line_at(end) - first + 1});
            head_ = end + 1;
        }
        at_ = end;
    }

    std::string_view code_;
    std::vector<Function> out_;
    std::size_t at_ = 0;
    std::size_t head_ = 0; ///< where the text before the next brace begins
    int round_ = 0;
};

} // namespace

std::vector<Function> functions_in(std::string_view code) {
    return Finder(code).run();
}

} // namespace quorate::house
