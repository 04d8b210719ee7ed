#ifndef QUORATE_PARTNERSHIP_SCENARIO_PLAYER_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_PLAYER_HPP
// Plays the lines of a scenario on a partnership and compares each ruling with what is expected.

#include "partnership/charter_files.hpp"
#include "partnership/scenario/document.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quorate::partnership::scenario {

/// What came of one line.
struct Outcome {
    const Line* line = nullptr;
    std::string verdict; ///< permitted … , conflict, stale, error; for a check: held or failed
    std::optional<governance::Ruling> ruling;
    std::shared_ptr<const Sources> sources; ///< the charters the ruling points into
    std::optional<std::int64_t> position;   ///< of the entry; none for a preview
    base::Instant effective;
    std::string message;                  ///< of an error, conflict or check
    std::vector<std::string> differences; ///< empty when as expected; each "expected …, but …"
};

/// Where the lines are played. `partnership` may be replaced by a restart.
struct Scene {
    std::unique_ptr<Partnership> partnership;
    CharterFiles& files;
    std::string folder;    ///< of the partnership on disk; empty in memory
    FolderOptions options; ///< with which it is opened again on a restart
};

/// Plays one document after another on a scene.
class Player {
public:
    /// The clock stands at `clock` before the first line; empty for where the record left it.
    explicit Player(Scene& scene, std::optional<base::Instant> clock = {})
        : scene_(scene), last_(clock), clock_(clock) {}

    /// Looks at every line before the first is played: unknown acts, fields and values. Fails with
    /// every problem and its place. Lines that expect an error are let pass.
    Result<void> check(const Document& document);
    /// Plays a line. Fails only for what makes going on senseless, such as a store that cannot be
    /// opened again.
    Result<Outcome> play(const Document& document, const Line& line);

private:
    Result<governance::Submission> submission_of(const Document& document, const Line& line,
                                                 bool bring);
    Result<base::Instant> time_of(const Document& document, const Line& line);
    Result<base::JsonObject> fields_of(const Document& document, const Line& line, bool bring);
    Result<base::JsonObject> cite_files(const Document& document, const Line& line,
                                        base::JsonObject fields);
    Result<SubmitOptions> options_of(const Document& document, const Line& line);
    Outcome submit(const Line& line, governance::Submission submission,
                   const SubmitOptions& options);
    Result<Outcome> play_check(const Document& document, const Line& line);
    Result<void> restart();

    Scene& scene_;
    std::optional<base::Instant> last_;  ///< the time of the line before
    std::optional<base::Instant> clock_; ///< nothing is recorded before it
};

/// The entry id of a line: the same for the same file, line and time, in every run.
governance::EntryId derived_id(const std::string& file, int line, base::Instant at);

} // namespace quorate::partnership::scenario

#endif
