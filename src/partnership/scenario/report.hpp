#ifndef QUORATE_PARTNERSHIP_SCENARIO_REPORT_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_REPORT_HPP
// Playing scenarios and saying what came of them, as plain text or JSON; the same on every run.

#include "base/json.hpp"
#include "partnership/scenario/coverage.hpp"
#include "partnership/scenario/stage.hpp"

#include <string>
#include <vector>

namespace quorate::partnership::scenario {

/// What came of one document.
struct Played {
    Document document;
    std::vector<Outcome> outcomes; ///< point into the document
    std::string failure;           ///< why it could not be played to its end; empty when it could
    std::size_t acts = 0;
    std::size_t as_expected = 0;

    [[nodiscard]] bool good() const { return failure.empty() && as_expected == acts; }
};

/// Plays a document to its end, differences or not. `coverage` may be null.
std::unique_ptr<Played> play(Document document, Stage& stage, Coverage* coverage);

/// One line: the ruling's headline, which names the verdict, or "conflict: ..." and its message.
std::string headline_of(const Outcome& outcome);
/// Each line with its verdict, headline and reasons; differences with expected and actual. `quiet`:
/// differences only.
std::string report(const Played& played, bool quiet);
/// One ruling, a line a reason, indented.
std::string ruling_text(const governance::Ruling& ruling);
/// "57 acts, 57 as expected, 0 differ", with a line a file when there are several.
std::string summary(const std::vector<std::unique_ptr<Played>>& all);
base::JsonObject report_json(const Played& played);

} // namespace quorate::partnership::scenario

#endif
