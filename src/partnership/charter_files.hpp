#ifndef QUORATE_PARTNERSHIP_CHARTER_FILES_HPP
#define QUORATE_PARTNERSHIP_CHARTER_FILES_HPP
// Charters and calendars as files of the repository: found by name, brought into a partnership
// before the act that cites them.

#include "partnership/partnership.hpp"

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace quorate::partnership {

/// What an act that adopts a charter cites.
struct CitedCharter {
    std::string charter; ///< its name
    std::string digest;
    std::vector<std::string> applies; ///< name=digest
    std::string calendar;             ///< SHA-256 in hex
};

/// The folder that has charters/, data/calendars/ and examples/. Safe to use from several threads.
class CharterFiles {
public:
    explicit CharterFiles(std::string root) : root_(std::move(root)) {}
    [[nodiscard]] const std::string& root() const { return root_; }

    /// Adds the charter in a file (path from the root, or from the working folder), the charters it
    /// applies and its calendar to the partnership, each before what needs it. An applied charter
    /// that a body has in force is taken as it stands there; else it is looked for under charters/
    /// by its name. Fails naming the file, or the name that is not found.
    Result<CitedCharter> bring(Partnership& partnership, const std::string& path);
    /// The same for the bytes of a charter that is in no file; `name` is for messages.
    Result<CitedCharter> bring_bytes(Partnership& partnership, std::string_view bytes,
                                     const std::string& name);
    /// Adds a calendar's file; gives its hash.
    Result<std::string> bring_calendar(Partnership& partnership, const std::string& path);

private:
    struct Bringing;
    Result<std::string> bring_one(Bringing& bringing, const std::string& path);
    Result<std::string> bring_text(Bringing& bringing, std::string_view bytes,
                                   const std::string& path);
    static CitedCharter cited(const Bringing& bringing, const std::string& digest);
    /// Keeps the model a charter was made from, and those its facts about "model-terms" name, where
    /// they are held here.
    void bring_models(Partnership& partnership, const charter::Charter& charter);
    Result<std::string> applied(Bringing& bringing, const std::string& name);
    Result<std::string> file_of(const std::string& name);
    [[nodiscard]] std::string resolve(const std::string& path) const;

    std::string root_;
    std::mutex mutex_;
    std::map<std::string, std::string> by_name_; ///< file of each charter under charters/
};

/// The nearest folder, from here upwards and then from the program's own, that has
/// charters/base/procedure.md.
Result<std::string> find_root();

} // namespace quorate::partnership

#endif
