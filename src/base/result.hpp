#ifndef QUORATE_BASE_RESULT_HPP
#define QUORATE_BASE_RESULT_HPP
// Expected failures as values, and the assertion that is always on.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace quorate::base {

/// Something outside the program was not as it must be: a bad file, a lost race, a full disk.
/// `where` names the place (file:line:column, field, entry position), `message` says what is wrong,
/// `help` says what to do. None ends in a full stop when it is a fragment.
struct Failure {
    std::string where;
    std::string message;
    std::string help;

    /// "where: message. help" with the empty parts left out.
    [[nodiscard]] std::string text() const;
};

template <class T>
using Result = tl::expected<T, Failure>;

/// Shorthand for returning a Failure from a function that returns a Result.
inline tl::unexpected<Failure> fail(std::string where, std::string message, std::string help = {}) {
    return tl::unexpected<Failure>(
        Failure{std::move(where), std::move(message), std::move(help)});
}

[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

} // namespace quorate::base

/// A broken assumption of the program itself: prints the place and aborts, in every build.
#define QUORATE_ASSERT(expression)                                                                 \
    (static_cast<bool>(expression)                                                                 \
         ? static_cast<void>(0)                                                                    \
         : ::quorate::base::assertion_failed(#expression, __FILE__, __LINE__))

#endif
