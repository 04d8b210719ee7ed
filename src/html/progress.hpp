#ifndef QUORATE_HTML_PROGRESS_HPP
#define QUORATE_HTML_PROGRESS_HPP
// How far a thing has got, always as word, shape and colour: a duty, a deadline, a meeting, its
// minutes. For a verdict or a rating see status.hpp.

#include "html/html.hpp"

namespace quorate::html {

enum class Progress {
    done,      ///< Done, a green disc
    done_late, ///< Done late, an amber triangle
    now,       ///< Now, a teal arrow: what to do next, or what is going on
    soon,      ///< Due soon, an amber triangle
    waiting,   ///< Waiting, an amber diamond: somebody else is to act
    late,      ///< Late, a red square
    later,     ///< Later, a grey ring
    unknown,   ///< Not known, a grey ring
    off        ///< Called off, a grey dash
};

/// "Done", "Due soon" and so on.
std::string_view word(Progress progress);
/// The end of its class names: "done", "now", "warn", "waiting", "late", "quiet".
std::string_view colour_class(Progress progress);
/// Its shape alone, for where the word stands nearby.
Html progress_shape(Progress progress);
/// The word with its shape before it.
Html progress_word(Progress progress);
/// Another word in the same shape and colour: `progress_word(Progress::done, "Papers sent")`.
Html progress_word(Progress progress, const Part& words);

} // namespace quorate::html

#endif
