#include "base/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace quorate::base {

std::string Failure::text() const {
    std::string out = where;
    if (!out.empty()) {
        out += ": ";
    }
    out += message;
    if (!help.empty()) {
        out += ". ";
        out += help;
    }
    return out;
}

void assertion_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, expression);
    std::abort();
}

} // namespace quorate::base
