#ifndef QUORATE_PARTNERSHIP_SOURCES_HPP
#define QUORATE_PARTNERSHIP_SOURCES_HPP
// The charters and calendars a partnership holds, by SHA-256. What was adopted once is read from
// here for ever, never from the repository.

#include "governance/context.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

using base::Digest;
using base::Result;

/// Charters and calendars as they stand at a moment, with the context rules read them through.
/// Immutable to its readers.
struct Sources {
    Sources(std::shared_ptr<charter::Library> charters,
            std::shared_ptr<const calendar::CalendarLibrary> calendars,
            std::shared_ptr<const Sources> earlier);

    std::shared_ptr<charter::Library> charters;
    std::shared_ptr<const calendar::CalendarLibrary> calendars;
    std::shared_ptr<const Sources> earlier; ///< states made under it still point into it
    governance::Context context;
};

/// Where charters and calendars are kept: a folder's charters/ and calendars/, or memory. Safe to
/// use from several threads.
class SourceShelf {
public:
    /// In memory only.
    SourceShelf();
    /// A copy in memory that shares what is held; neither sees what the other adds to its
    /// calendars.
    SourceShelf(const SourceShelf& other);
    SourceShelf& operator=(const SourceShelf&) = delete;

    /// Uses (and makes) charters/ and calendars/ in the folder, and reads all of them. Fails naming
    /// the file whose bytes do not fit its name, or that cannot be read.
    static Result<std::unique_ptr<SourceShelf>> open(const std::string& folder);

    /// Parses, checks against the acts and roles of this program and the charters held, and keeps a
    /// charter, durably. `file` is for messages. Fails with every problem, each with line and
    /// excerpt. Known bytes change nothing.
    Result<std::shared_ptr<const charter::Charter>> add_charter(std::string_view bytes,
                                                                const std::string& file);
    /// The same for a calendar's JSON.
    Result<std::shared_ptr<const calendar::Calendar>> add_calendar(std::string_view bytes);

    /// Keeps, unchecked, everything another shelf holds: it was checked there.
    Result<void> copy_from(const SourceShelf& other);

    [[nodiscard]] std::shared_ptr<const Sources> now() const;
    /// Every charter held, in the order they came.
    [[nodiscard]] std::vector<std::shared_ptr<const charter::Charter>> charters() const;
    /// Every calendar held.
    [[nodiscard]] std::vector<std::shared_ptr<const calendar::Calendar>> calendars() const;

private:
    Result<void> read_folder();
    Result<std::shared_ptr<const charter::Charter>> hold_charter(std::string_view bytes,
                                                                 const std::string& file);
    Result<std::shared_ptr<const calendar::Calendar>> hold_calendar(std::string_view bytes);

    mutable std::mutex mutex_;
    std::string folder_; ///< empty in memory
    std::shared_ptr<const Sources> now_;
    std::vector<std::shared_ptr<const charter::Charter>> charters_;
};

/// The acts and roles a charter may name.
const charter::Vocabulary& vocabulary();

} // namespace quorate::partnership

#endif
