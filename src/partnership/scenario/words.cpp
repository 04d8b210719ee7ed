#include "partnership/scenario/words.hpp"

#include "base/text.hpp"

namespace quorate::partnership::scenario {
namespace {

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// Reads words one after another, counting columns in characters.
class Reader {
public:
    Reader(std::string_view line, int number) : line_(line), number_(number) {}

    void skip_white() {
        while (!at_end() && is_white(line_[at_])) {
            advance();
        }
    }
    [[nodiscard]] bool at_end() const { return at_ >= line_.size(); }
    [[nodiscard]] bool at_comment() const { return line_[at_] == '#'; }
    [[nodiscard]] std::size_t offset() const { return at_; }
    /// A backslash with nothing but white space or a comment after it.
    [[nodiscard]] bool at_continuation() const {
        const auto rest = base::trim(line_.substr(at_));
        return rest.starts_with('\\') &&
               (rest.size() == 1 || base::trim(rest.substr(1)).starts_with('#'));
    }

    tl::expected<Word, WordFault> word() {
        Word out;
        out.place = place();
        std::string* into = &out.text;
        while (!at_end() && !is_white(line_[at_])) {
            if (line_[at_] == '"') {
                if (auto read = quoted(*into); !read) {
                    return tl::unexpected(read.error());
                }
            } else if (line_[at_] == '=' && !out.value && !out.text.empty()) {
                advance();
                out.value.emplace();
                out.value_place = place();
                into = &*out.value;
            } else {
                *into += line_[at_];
                advance();
            }
        }
        return out;
    }

private:
    [[nodiscard]] Place place() const { return {number_, column_}; }
    void advance() {
        ++at_;
        // A UTF-8 continuation byte takes no column.
        if (at_ >= line_.size() || (static_cast<unsigned char>(line_[at_]) & 0xc0U) != 0x80U) {
            ++column_;
        }
    }

    tl::expected<void, WordFault> quoted(std::string& into) {
        const auto opened = place();
        advance();
        while (!at_end()) {
            const char c = line_[at_];
            advance();
            if (c == '"') {
                return {};
            }
            if (c != '\\') {
                into += c;
                continue;
            }
            const char escaped = at_end() ? '\0' : line_[at_];
            if (escaped != '"' && escaped != '\\' && escaped != 'n') {
                return tl::unexpected(
                    WordFault{{number_, column_ - 1},
                              "a backslash in quotes must be followed by \", \\ or n",
                              "Write \\\\ for a backslash"});
            }
            into += escaped == 'n' ? '\n' : escaped;
            advance();
        }
        return tl::unexpected(WordFault{
            opened, "the quotes opened here are not closed on this line", "Close them with \""});
    }

    std::string_view line_;
    int number_;
    std::size_t at_ = 0;
    int column_ = 1;
};

} // namespace

tl::expected<WordsOfLine, WordFault> words_of(std::string_view line, int line_number) {
    WordsOfLine out;
    Reader reader(line, line_number);
    auto end = line.size();
    while (true) {
        reader.skip_white();
        if (reader.at_end()) {
            break;
        }
        if (reader.at_comment() || reader.at_continuation()) {
            out.continued = !reader.at_comment();
            end = reader.offset();
            break;
        }
        auto word = reader.word();
        if (!word) {
            return tl::unexpected(word.error());
        }
        out.words.push_back(std::move(*word));
    }
    out.source = base::trim(line.substr(0, end));
    return out;
}

} // namespace quorate::partnership::scenario
