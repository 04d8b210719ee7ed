#include "ledger/entry_cursor.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <string>

namespace quorate::ledger {
namespace {

enum : unsigned char { ordinary, quote, opening_bracket, closing_bracket };

constexpr auto classes = [] {
    std::array<unsigned char, 256> out{};
    out['"'] = quote;
    out['['] = out['{'] = opening_bracket;
    out[']'] = out['}'] = closing_bracket;
    return out;
}();

/// The place after the string whose opening quote is just before `at`; the end when it does not
/// end.
const char* after_string(const char* at, const char* end) {
    while (at < end) {
        const auto* found =
            static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (found == nullptr) {
            return end;
        }
        const char* back = found;
        while (back > at && back[-1] == '\\') {
            --back;
        }
        at = found + 1;
        if ((found - back) % 2 == 0) {
            return at;
        }
    }
    return end;
}

} // namespace

void EntryCursor::stop(const char* fault) {
    if (fault_ == nullptr) {
        fault_ = fault;
    }
}

base::Failure EntryCursor::failure() const {
    return {std::string(key_), fault_, ""};
}

bool EntryCursor::next_is(std::string_view key) const {
    // The shape is fixed, so the name is compared, not parsed: {"key": or ,"key":
    const char* at = bytes_.data() + at_;
    return !failed() && bytes_.size() - at_ > key.size() + 4 && at[0] == (at_ == 0 ? '{' : ',') &&
           at[1] == '"' && std::memcmp(at + 2, key.data(), key.size()) == 0 &&
           at[key.size() + 2] == '"' && at[key.size() + 3] == ':';
}

bool EntryCursor::name(std::string_view key) {
    if (failed()) {
        return false;
    }
    key_ = key;
    if (!next_is(key)) {
        stop("is not where it must be");
        return false;
    }
    at_ += key.size() + 4;
    return true;
}

std::string_view EntryCursor::code(std::string_view key) {
    if (!name(key)) {
        return {};
    }
    const auto end = bytes_[at_] == '"' ? bytes_.find('"', at_ + 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
        stop("is not a string");
        return {};
    }
    const auto value = bytes_.substr(at_ + 1, end - at_ - 1);
    if (!is_code(value)) {
        stop("has a character or a length that the record's codes may not have");
        return {};
    }
    at_ = end + 1;
    return value;
}

std::uint64_t EntryCursor::number(std::string_view key) {
    if (!name(key)) {
        return 0;
    }
    std::uint64_t value = 0;
    const auto* start = bytes_.data() + at_;
    const auto read = std::from_chars(start, bytes_.data() + bytes_.size(), value);
    if (read.ec != std::errc{} || (*start == '0' && read.ptr != start + 1)) {
        stop("is not a whole number");
        return 0;
    }
    at_ += static_cast<std::size_t>(read.ptr - start);
    return value;
}

std::string_view EntryCursor::json(std::string_view key, char opening, std::string_view other) {
    if (!name(key)) {
        return {};
    }
    std::size_t length = 0;
    if (bytes_[at_] == opening) {
        length = bracketed();
    } else if (!other.empty() && bytes_.substr(at_, other.size()) == other) {
        length = other.size();
    }
    if (length == 0) {
        stop("is not the kind of value it must be");
        return {};
    }
    const auto value = bytes_.substr(at_, length);
    at_ += length;
    return value;
}

std::size_t EntryCursor::bracketed() const {
    const char* const start = bytes_.data() + at_;
    const char* const end = bytes_.data() + bytes_.size();
    std::size_t depth = 0;
    for (const char* at = start; at < end;) {
        switch (classes[static_cast<unsigned char>(*at++)]) {
        case quote:
            at = after_string(at, end);
            break;
        case opening_bracket:
            ++depth;
            break;
        case closing_bracket:
            if (--depth == 0) {
                return static_cast<std::size_t>(at - start);
            }
            break;
        default:
            break;
        }
    }
    return 0;
}

void EntryCursor::end() {
    if (failed()) {
        return;
    }
    key_ = {};
    if (bytes_.substr(at_) != "}") {
        stop("the entry does not end after its last value");
    }
}

} // namespace quorate::ledger
