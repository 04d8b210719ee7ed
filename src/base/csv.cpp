#include "base/csv.hpp"

#include <string_view>

namespace quorate::base {

void add_csv_line(std::string& out, const std::vector<std::string>& fields) {
    constexpr std::string_view formula_starts = "=+-@\t\r";
    bool first = true;
    for (const auto& field : fields) {
        out += first ? "\"" : ",\"";
        first = false;
        if (!field.empty() && formula_starts.find(field.front()) != std::string_view::npos) {
            out += '\'';
        }
        for (const char c : field) {
            out += c;
            if (c == '"') {
                out += c;
            }
        }
        out += '"';
    }
    out += "\r\n";
}

} // namespace quorate::base
