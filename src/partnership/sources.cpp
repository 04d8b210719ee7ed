#include "partnership/sources.hpp"

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "ledger/durable_file.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>

namespace quorate::partnership {
namespace {

using base::fail;

Result<void> make_folder(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    return error ? fail(path, "cannot make the folder: " + error.message()) : Result<void>{};
}

/// The files of a folder in order of name; those half written when the program last stopped are
/// left out.
Result<std::vector<std::filesystem::path>> files_in(const std::string& folder,
                                                    std::string_view extension) {
    std::error_code error;
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == extension) {
            out.push_back(entry.path());
        }
    }
    if (error) {
        return fail(folder, "cannot read the folder: " + error.message());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<void> keep(const std::string& path, std::string_view bytes) {
    return std::filesystem::exists(path)
               ? Result<void>{}
               : ledger::replace_file(path, bytes, ledger::FileAccess::shared);
}

std::string all_problems(const std::vector<charter::Diagnostic>& problems) {
    std::string out;
    for (const auto& problem : problems) {
        out += (out.empty() ? "" : "\n") + problem.text();
    }
    return out;
}

} // namespace

Sources::Sources(std::shared_ptr<charter::Library> charters_held,
                 std::shared_ptr<const calendar::CalendarLibrary> calendars_held,
                 std::shared_ptr<const Sources> earlier_sources)
    : charters(std::move(charters_held)), calendars(std::move(calendars_held)),
      earlier(std::move(earlier_sources)), context(*charters, *calendars) {}

const charter::Vocabulary& vocabulary() {
    static const charter::Vocabulary words = [] {
        charter::Vocabulary out;
        for (const auto& row : governance::act_table()) {
            out.acts.emplace_back(row.name);
        }
        for (const auto role : governance::EnumNames<governance::Role>::names) {
            out.roles.emplace_back(role);
        }
        return out;
    }();
    return words;
}

SourceShelf::SourceShelf()
    : now_(std::make_shared<const Sources>(std::make_shared<charter::Library>(),
                                           std::make_shared<const calendar::CalendarLibrary>(),
                                           nullptr)) {}

SourceShelf::SourceShelf(const SourceShelf& other)
    : now_(other.now()), charters_(other.charters()) {}

Result<std::unique_ptr<SourceShelf>> SourceShelf::open(const std::string& folder) {
    auto shelf = std::make_unique<SourceShelf>();
    shelf->folder_ = folder;
    if (auto read = shelf->read_folder(); !read) {
        return tl::unexpected(read.error());
    }
    return shelf;
}

Result<void> SourceShelf::read_folder() {
    const auto read_each =
        [&](const std::string& name, std::string_view extension,
            const std::function<Result<void>(const std::string&, const std::string&)>& take) {
            const auto folder = folder_ + "/" + name;
            if (auto made = make_folder(folder); !made) {
                return made;
            }
            const auto files = files_in(folder, extension);
            if (!files) {
                return Result<void>(tl::unexpected(files.error()));
            }
            for (const auto& file : *files) {
                const auto bytes = base::read_file(file.string());
                if (!bytes) {
                    return Result<void>(tl::unexpected(bytes.error()));
                }
                if (base::hex(base::sha256(*bytes)) != file.stem().string()) {
                    return Result<void>(fail(
                        file.string(), "the file's content does not fit its name: it was changed",
                        "Put back the file that was adopted"));
                }
                if (auto taken = take(*bytes, file.string()); !taken) {
                    return taken;
                }
            }
            return Result<void>{};
        };
    if (auto read = read_each("calendars", ".json",
                              [&](const std::string& bytes, const std::string&) -> Result<void> {
                                  return hold_calendar(bytes).map([](const auto&) {});
                              });
        !read) {
        return read;
    }
    return read_each("charters", ".md",
                     [&](const std::string& bytes, const std::string& file) -> Result<void> {
                         return hold_charter(bytes, file).map([](const auto&) {});
                     });
}

Result<std::shared_ptr<const charter::Charter>> SourceShelf::hold_charter(std::string_view bytes,
                                                                          const std::string& file) {
    auto added = now_->charters->add(bytes, file);
    if (added && std::find(charters_.begin(), charters_.end(), *added) == charters_.end()) {
        charters_.push_back(*added);
    }
    return added;
}

Result<std::shared_ptr<const calendar::Calendar>>
SourceShelf::hold_calendar(std::string_view bytes) {
    auto parsed = calendar::parse_calendar(bytes);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (auto known = now_->calendars->find(parsed->hash())) {
        return known;
    }
    auto more = std::make_shared<calendar::CalendarLibrary>(*now_->calendars);
    const auto hash = more->add(std::move(*parsed));
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    auto found = more->find(*hash);
    now_ = std::make_shared<const Sources>(now_->charters, std::move(more), now_);
    return found;
}

Result<std::shared_ptr<const charter::Charter>> SourceShelf::add_charter(std::string_view bytes,
                                                                         const std::string& file) {
    const std::lock_guard lock(mutex_);
    if (now_->charters->find(base::sha256(bytes)) != nullptr) {
        // A copy of this shelf shares the library, and may have brought the charter for itself
        // only.
        return hold_charter(bytes, file);
    }
    auto parsed = charter::parse(bytes, file);
    if (!parsed.problems.empty()) {
        return fail("", all_problems(parsed.problems));
    }
    const auto problems = charter::check(parsed.charter, vocabulary(), charters_);
    if (!problems.empty()) {
        return fail("", all_problems(problems));
    }
    if (!folder_.empty()) {
        if (auto kept =
                keep(folder_ + "/charters/" + base::hex(base::sha256(bytes)) + ".md", bytes);
            !kept) {
            return tl::unexpected(kept.error());
        }
    }
    return hold_charter(bytes, file);
}

Result<std::shared_ptr<const calendar::Calendar>>
SourceShelf::add_calendar(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    auto parsed = calendar::parse_calendar(bytes);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (!folder_.empty()) {
        // Kept in canonical form, so that the file's SHA-256 is the hash that entries cite.
        const auto path = folder_ + "/calendars/" + base::hex(parsed->hash()) + ".json";
        if (auto kept = keep(path, parsed->bytes()); !kept) {
            return tl::unexpected(kept.error());
        }
    }
    return hold_calendar(parsed->bytes());
}

Result<void> SourceShelf::copy_from(const SourceShelf& other) {
    for (const auto& calendar : other.calendars()) {
        if (auto added = add_calendar(calendar->bytes()); !added) {
            return tl::unexpected(added.error());
        }
    }
    const std::lock_guard lock(mutex_);
    for (const auto& charter : other.charters()) {
        if (!folder_.empty()) {
            const auto path = folder_ + "/charters/" + base::hex(charter->digest) + ".md";
            if (auto kept = keep(path, charter->bytes); !kept) {
                return kept;
            }
        }
        if (auto held = hold_charter(charter->bytes, charter->file); !held) {
            return tl::unexpected(held.error());
        }
    }
    return {};
}

std::shared_ptr<const Sources> SourceShelf::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

std::vector<std::shared_ptr<const charter::Charter>> SourceShelf::charters() const {
    const std::lock_guard lock(mutex_);
    return charters_;
}

std::vector<std::shared_ptr<const calendar::Calendar>> SourceShelf::calendars() const {
    const auto held = now();
    std::vector<std::shared_ptr<const calendar::Calendar>> out;
    for (const auto& name : held->calendars->names()) {
        for (const auto& version : held->calendars->versions(name)) {
            out.push_back(version);
        }
    }
    return out;
}

} // namespace quorate::partnership
