// Whatever the bytes, a charter is parsed, checked and explained, or refused with its problems.

#include "charter/explain.hpp"
#include "charter/library.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace charter = quorate::charter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto outcome = charter::parse(bytes, "fuzz.md");
    for (const auto& problem : outcome.problems) {
        (void)problem.text();
    }
    for (const auto& problem : charter::check(outcome.charter, {{"notify-item"}, {"member"}}, {})) {
        (void)problem.text();
    }
    charter::Library library;
    const auto held = library.add(bytes, "fuzz.md");
    if (held) {
        (void)charter::differences(**held, outcome.charter);
        const auto terms = library.terms({(*held)->digest, {}, {}});
        if (terms) {
            (void)charter::explain(**terms);
        }
    }
    return 0;
}
