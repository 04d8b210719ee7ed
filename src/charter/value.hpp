#ifndef QUORATE_CHARTER_VALUE_HPP
#define QUORATE_CHARTER_VALUE_HPP
// What a rule block holds before it is decoded: a small tree that knows where each value stands in
// the file.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// A line and column of the charter file, counted from 1.
struct Position {
    int line = 0;
    int column = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// Something wrong at a position. `message` says what, `help` what was expected.
struct Problem {
    Position at;
    std::string message;
    std::string help;
};
using Problems = std::vector<Problem>;

enum class ValueType { string, integer, boolean, decimal, date, list, table };

struct Member;

/// One TOML value. Dates and decimals are kept as text.
struct Value {
    ValueType type = ValueType::table;
    std::string text; ///< string, date, decimal
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<Value> items;    ///< list
    std::vector<Member> members; ///< table, in the order of the file
    Position at;

    /// The member of that name, or nullptr.
    [[nodiscard]] const Member* find(std::string_view name) const;
};

struct Member {
    std::string name;
    Position at;
    Value value;
};

/// "a string", "a whole number", "true or false" ...
std::string_view type_words(ValueType type);

/// A table as canonical JSON; dates and decimals become strings.
std::string to_json(const Value& value);
/// The reverse, without positions: every value stands at `at`. Text that is not JSON gives an empty
/// table.
Value from_json(std::string_view json, Position at);

} // namespace quorate::charter

#endif
