#ifndef QUORATE_LEDGER_ENTRY_CURSOR_HPP
#define QUORATE_LEDGER_ENTRY_CURSOR_HPP
// Internal to ledger/entry.cpp: reads the members of one canonical object in their known order.

#include "base/result.hpp"

#include <cstdint>
#include <string_view>

namespace quorate::ledger {

/// A header value of the record: at most 200 printable ASCII characters, no quotes or backslashes.
bool is_code(std::string_view text);

/// Takes members one by one; after the first fault every call returns nothing and failed() is true.
class EntryCursor {
public:
    explicit EntryCursor(std::string_view bytes) : bytes_(bytes) {}

    /// Whether the next member is called `key`: for one that may be left out.
    [[nodiscard]] bool next_is(std::string_view key) const;
    /// The next member, which must be called `key` and hold a code: the text between the quotes.
    std::string_view code(std::string_view key);
    /// The next member, which must be called `key` and hold a whole number from 0.
    std::uint64_t number(std::string_view key);
    /// The next member's value as raw JSON; it must begin with `opening` ('[' or '{') or be the
    /// word `other`.
    std::string_view json(std::string_view key, char opening, std::string_view other = {});
    /// The object ends here, and so do the bytes.
    void end();

    [[nodiscard]] bool failed() const { return fault_ != nullptr; }
    [[nodiscard]] base::Failure failure() const;

private:
    bool name(std::string_view key);
    void stop(const char* fault);
    /// The length of the bracketed value at the cursor, or 0 when it does not end.
    [[nodiscard]] std::size_t bracketed() const;

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::string_view key_;
    const char* fault_ = nullptr;
};

} // namespace quorate::ledger

#endif
