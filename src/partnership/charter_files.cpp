#include "partnership/charter_files.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using base::fail;

constexpr int depth_max = 8;

/// The charter a body has in force now under this name, if one has.
std::string in_force(const governance::State& state, const std::string& name) {
    std::string out;
    state.bodies.each([&](const governance::Body& body) {
        for (const auto& change : body.charters.changes()) {
            if (change.value.charter == name) {
                out = change.value.digest;
            }
        }
    });
    return out;
}

/// The value of charter = "..." in the front matter, read without parsing the whole.
std::string name_in(std::string_view text) {
    for (const auto line : base::split(text.substr(0, 4000), '\n')) {
        const auto trimmed = base::trim(line);
        const auto equals = trimmed.find('=');
        if (equals != std::string_view::npos &&
            base::trim(trimmed.substr(0, equals)) == "charter") {
            const auto value = base::trim(trimmed.substr(equals + 1));
            return value.size() > 2 && value.front() == '"'
                       ? std::string(value.substr(1, value.find('"', 1) - 1))
                       : "";
        }
    }
    return {};
}

} // namespace

struct CharterFiles::Bringing {
    Partnership& partnership;
    std::map<std::string, std::string> applies; ///< name to digest
    std::string calendar;
    int depth = 0;
};

std::string CharterFiles::resolve(const std::string& path) const {
    const auto rooted = fs::path(root_) / path;
    return fs::path(path).is_absolute() || !fs::exists(rooted) ? path : rooted.string();
}

Result<std::string> CharterFiles::bring_calendar(Partnership& partnership,
                                                 const std::string& path) {
    const auto bytes = base::read_file(resolve(path));
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto added = partnership.add_calendar(*bytes);
    if (!added) {
        auto failure = added.error();
        failure.where = path + (failure.where.empty() ? "" : ": " + failure.where);
        return tl::unexpected(std::move(failure));
    }
    return base::hex((*added)->hash());
}

Result<std::string> CharterFiles::file_of(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (by_name_.empty()) {
        std::error_code error;
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(root_) / "charters", error)) {
            if (entry.path().extension() != ".md") {
                continue;
            }
            if (const auto bytes = base::read_file(entry.path().string())) {
                by_name_.emplace(name_in(*bytes), entry.path().string());
            }
        }
    }
    const auto found = by_name_.find(name);
    if (found == by_name_.end() || name.empty()) {
        return fail("", "no charter called \"" + name + "\" is under " + root_ + "/charters",
                    "Name the charters it applies with applies=name=digest");
    }
    return found->second;
}

Result<std::string> CharterFiles::applied(Bringing& bringing, const std::string& name) {
    if (const auto known = bringing.applies.find(name); known != bringing.applies.end()) {
        return known->second;
    }
    const auto now = bringing.partnership.state();
    if (auto digest = in_force(*now, name); !digest.empty()) {
        return digest;
    }
    return file_of(name).and_then(
        [&](const std::string& file) { return bring_one(bringing, file); });
}

/// Brings one charter after those it applies; returns its digest.
Result<std::string> CharterFiles::bring_one(Bringing& bringing, const std::string& path) {
    const auto bytes = base::read_file(path, charter::charter_bytes_max);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return bring_text(bringing, *bytes, path);
}

Result<std::string> CharterFiles::bring_text(Bringing& bringing, std::string_view bytes,
                                             const std::string& path) {
    if (++bringing.depth > depth_max) {
        return fail(path,
                    "charters apply one another more than " + std::to_string(depth_max) + " deep");
    }
    const auto parsed = charter::parse(bytes, path);
    std::string calendar;
    if (parsed.problems.empty()) {
        for (const auto& rule : parsed.charter.rules) {
            const auto* apply = std::get_if<charter::ApplyRule>(&rule.params);
            if (apply == nullptr || apply->charter == parsed.charter.name) {
                continue;
            }
            auto digest = applied(bringing, apply->charter);
            if (!digest) {
                return digest;
            }
            bringing.applies[apply->charter] = *digest;
        }
        if (!parsed.charter.calendar.empty()) {
            auto hash = bring_calendar(bringing.partnership,
                                       "data/calendars/" + parsed.charter.calendar + ".json");
            if (!hash) {
                return hash;
            }
            calendar = *hash;
        }
    }
    --bringing.depth;
    const auto added = bringing.partnership.add_charter(bytes, path);
    if (!added) {
        return tl::unexpected(added.error());
    }
    bringing.calendar = calendar;
    bring_models(bringing.partnership, parsed.charter);
    return base::hex((*added)->digest);
}

void CharterFiles::bring_models(Partnership& partnership, const charter::Charter& charter) {
    std::vector<std::string> names;
    if (!charter.model.empty()) {
        names.push_back(charter.model);
    }
    for (const auto& rule : charter.rules) {
        const auto* fact = std::get_if<charter::FactRule>(&rule.params);
        if (fact != nullptr && fact->about == "model-terms" && !fact->states.empty()) {
            names.push_back(fact->states);
        }
    }
    for (const auto& name : names) {
        // A model is there to be read beside the terms: they stand without it.
        const auto file = file_of(name);
        const auto bytes = file ? base::read_file(*file, charter::charter_bytes_max) : file;
        if (bytes) {
            static_cast<void>(partnership.add_charter(*bytes, *file));
        }
    }
}

CitedCharter CharterFiles::cited(const Bringing& bringing, const std::string& digest) {
    CitedCharter out;
    out.digest = digest;
    out.charter = bringing.partnership.snapshot()
                      ->sources->charters->find(base::parse_hex_digest(digest).value())
                      ->name;
    out.calendar = bringing.calendar;
    for (const auto& [name, applied_digest] : bringing.applies) {
        out.applies.push_back(name + "=" + applied_digest);
    }
    return out;
}

Result<CitedCharter> CharterFiles::bring(Partnership& partnership, const std::string& path) {
    Bringing bringing{partnership, {}, {}, 0};
    return bring_one(bringing, resolve(path)).map([&](const std::string& digest) {
        return cited(bringing, digest);
    });
}

Result<CitedCharter> CharterFiles::bring_bytes(Partnership& partnership, std::string_view bytes,
                                               const std::string& name) {
    Bringing bringing{partnership, {}, {}, 0};
    return bring_text(bringing, bytes, name).map([&](const std::string& digest) {
        return cited(bringing, digest);
    });
}

Result<std::string> find_root() {
    std::error_code error;
    for (const auto& begin :
         {fs::current_path(error), fs::read_symlink("/proc/self/exe", error).parent_path()}) {
        for (auto at = begin; !at.empty(); at = at.parent_path()) {
            if (fs::exists(at / "charters/base/procedure.md", error)) {
                return at.string();
            }
            if (at == at.parent_path()) {
                break;
            }
        }
    }
    return fail("", "the folder with charters/, examples/ and data/ is not found",
                "Run the command in it, or name it with --root");
}

} // namespace quorate::partnership
