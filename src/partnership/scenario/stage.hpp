#ifndef QUORATE_PARTNERSHIP_SCENARIO_STAGE_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_STAGE_HPP
// Where scenarios start: an empty partnership, an example, or another scenario played first. Each
// start is played once and copied.

#include "partnership/scenario/player.hpp"

#include <map>
#include <memory>
#include <string>

namespace quorate::partnership::scenario {

class Stage {
public:
    explicit Stage(std::string root) : files_(std::move(root)) {}

    /// A scene in memory for the document: its start, copied, with the clock moved on to the
    /// document's.
    Result<std::unique_ptr<Scene>> scene_for(const Document& document);
    /// Reads a scenario by its path from the root, or from the working folder. `file` in places is
    /// as given.
    Result<Document> read(const std::string& path) const;
    /// The documents of an example in the order in which they are played: examples/<name>/*.md.
    Result<std::vector<Document>> example(const std::string& name) const;
    [[nodiscard]] CharterFiles& files() { return files_; }

private:
    Result<std::shared_ptr<Partnership>> started(const std::string& start, int depth);
    Result<std::shared_ptr<Partnership>> play_all(const std::vector<Document>& documents,
                                                  int depth);

    CharterFiles files_;
    std::map<std::string, std::shared_ptr<Partnership>> started_;
};

/// A partnership as the front matter describes it.
NewPartnership new_partnership(const Document& document, base::Instant recorded);
/// The instant the document's clock starts at: front matter, else its first line's time.
Result<base::Instant> first_instant(const Document& document);
/// The clock of the front matter; nothing when it has none.
Result<std::optional<base::Instant>> clock_of(const Document& document);
/// Plays every line, and fails at the first that is not as expected: for starts and examples.
Result<void> play_whole(Scene& scene, const Document& document);

} // namespace quorate::partnership::scenario

#endif
