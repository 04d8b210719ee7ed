#include "ledger/canonical_check.hpp"

#include "base/text.hpp"

#include <charconv>
#include <cstdint>
#include <string>

namespace quorate::ledger {
namespace {

/// Walks one value. After the first fault `fault` is set and every call returns false.
class Walker {
public:
    explicit Walker(std::string_view bytes) : bytes_(bytes) {}

    bool whole_text() {
        return value(0) &&
               (at_ == bytes_.size() || stop("there is more after the end of the value"));
    }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] const char* fault() const { return fault_; }

private:
    bool stop(const char* fault) {
        fault_ = fault;
        return false;
    }
    [[nodiscard]] char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c || at_ == bytes_.size()) {
            return false;
        }
        ++at_;
        return true;
    }

    bool value(std::size_t depth) {
        switch (peek()) {
        case '{':
            return object(depth + 1);
        case '[':
            return array(depth + 1);
        case '"':
            return string();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool word(std::string_view word) {
        if (bytes_.substr(at_, word.size()) != word) {
            return stop("this is not a JSON value");
        }
        at_ += word.size();
        return true;
    }

    bool number() {
        const auto start = at_;
        take('-');
        const auto digits = at_;
        while (peek() >= '0' && peek() <= '9') {
            ++at_;
        }
        const auto text = bytes_.substr(start, at_ - start);
        if (at_ == digits) {
            at_ = start;
            return stop("this is not a JSON value");
        }
        if ((bytes_[digits] == '0' && at_ - digits > 1) || text == "-0") {
            at_ = start;
            return stop("a number starts with a zero it does not need");
        }
        if (peek() == '.' || peek() == 'e' || peek() == 'E') {
            return stop("a number is not whole");
        }
        if (!fits(text)) {
            at_ = start;
            return stop("a number does not fit in 64 bits");
        }
        return true;
    }

    static bool fits(std::string_view text) {
        std::int64_t negative = 0;
        std::uint64_t positive = 0;
        const auto* end = text.data() + text.size();
        const auto read = text.front() == '-' ? std::from_chars(text.data(), end, negative)
                                              : std::from_chars(text.data(), end, positive);
        return read.ec == std::errc{};
    }

    bool string() {
        if (!take('"')) {
            return stop("a string is wanted here");
        }
        while (at_ < bytes_.size()) {
            const auto c = static_cast<unsigned char>(bytes_[at_]);
            if (c == '"') {
                ++at_;
                return true;
            }
            if (c < 0x20) {
                return stop("a control character is not escaped");
            }
            if (c == '\\') {
                if (!escape()) {
                    return false;
                }
            } else {
                ++at_;
            }
        }
        return stop("a string does not end");
    }

    /// RFC 8785 section 3.2.2.2: the two-letter escapes where there is one, else \u00xx in lower
    /// case.
    bool escape() {
        const auto rest = bytes_.substr(at_ + 1);
        constexpr std::string_view short_forms = "\"\\bfnrt";
        if (!rest.empty() && short_forms.find(rest[0]) != std::string_view::npos) {
            at_ += 2;
            return true;
        }
        constexpr std::string_view high = "01";
        constexpr std::string_view low = "0123456789abcdef";
        if (rest.size() >= 5 && rest.starts_with("u00")) {
            const auto first = high.find(rest[3]);
            const auto second = low.find(rest[4]);
            if (first != std::string_view::npos && second != std::string_view::npos &&
                !has_short_form(16 * first + second)) {
                at_ += 6;
                return true;
            }
        }
        return stop("an escape is not written the one way it may be");
    }

    static bool has_short_form(std::size_t code) {
        return code == 0x08 || code == 0x09 || code == 0x0a || code == 0x0c || code == 0x0d;
    }

    bool array(std::size_t depth) {
        ++at_;
        if (depth > entry_depth_max) {
            return stop("values are nested too deep");
        }
        if (take(']')) {
            return true;
        }
        do {
            if (!value(depth)) {
                return false;
            }
        } while (take(','));
        return take(']') || stop("an array does not end");
    }

    bool object(std::size_t depth) {
        ++at_;
        if (depth > entry_depth_max) {
            return stop("values are nested too deep");
        }
        if (take('}')) {
            return true;
        }
        std::string_view previous;
        bool first = true;
        do {
            const auto start = at_;
            if (!string()) {
                return false;
            }
            const auto key = bytes_.substr(start + 1, at_ - start - 2);
            if (!plain(key)) {
                at_ = start;
                return stop("a key is not plain ASCII");
            }
            if (!first && key <= previous) {
                at_ = start;
                return stop("the keys are not in order, or one is there twice");
            }
            previous = key;
            first = false;
            if (!take(':')) {
                return stop("a colon is wanted here");
            }
            if (!value(depth)) {
                return false;
            }
        } while (take(','));
        return take('}') || stop("an object does not end");
    }

    static bool plain(std::string_view key) {
        for (const char c : key) {
            if (c < 0x20 || c > 0x7e || c == '\\') {
                return false;
            }
        }
        return true;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    const char* fault_ = "";
};

bool is_ascii(std::string_view bytes) {
    unsigned char all = 0;
    for (const char c : bytes) {
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    }
    return all < 0x80;
}

} // namespace

base::Result<void> check_canonical(std::string_view bytes) {
    Walker walker(bytes);
    if (!walker.whole_text()) {
        return base::fail("byte " + std::to_string(walker.at()), walker.fault());
    }
    if (!is_ascii(bytes) && !base::is_utf8(bytes)) {
        return base::fail("", "the text is not UTF-8");
    }
    return {};
}

} // namespace quorate::ledger
