#include "base/ids.hpp"

namespace quorate::base {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

} // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > id_length_max || !is_letter_or_digit(text.front())) {
        return false;
    }
    for (const char c : text) {
        if (!is_letter_or_digit(c) && std::string_view("._-/():").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return is_letter_or_digit(text.back()) || text.back() == ')';
}

} // namespace quorate::base
