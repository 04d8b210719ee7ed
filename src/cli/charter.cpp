#include "base/text.hpp"
#include "calendar/calendar.hpp"
#include "charter/explain.hpp"
#include "charter/library.hpp"
#include "cli/output.hpp"
#include "partnership/charter_files.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::cli {
namespace {

namespace fs = std::filesystem;

using Charters = std::vector<std::shared_ptr<const charter::Charter>>;

/// A charter's problems as text; the charter is kept for the others to apply when it has none of
/// its own.
struct Read {
    std::string file;
    std::string bytes;
    std::vector<charter::Diagnostic> problems;
    std::shared_ptr<const charter::Charter> charter;
};

Result<Read> read_charter(const std::string& file) {
    auto bytes = base::read_file(file, charter::charter_bytes_max);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto parsed = charter::parse(*bytes, file);
    Read out{file, std::move(*bytes), std::move(parsed.problems), nullptr};
    if (out.problems.empty()) {
        out.charter = std::make_shared<const charter::Charter>(std::move(parsed.charter));
    }
    return out;
}

/// Every charter under charters/, for those named to apply.
Charters repository_charters(const Common& common) {
    Charters out;
    const auto root = root_of(common);
    if (!root) {
        return out;
    }
    std::error_code error;
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(*root + "/charters", error)) {
        if (entry.path().extension() == ".md") {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (auto read = read_charter(file); read && read->charter) {
            out.push_back(read->charter);
        }
    }
    return out;
}

/// The charters one applies, and those they apply, each once.
Charters applied_by(const charter::Charter& charter, const Charters& known) {
    Charters out;
    std::vector<const charter::Charter*> open = {&charter};
    while (!open.empty()) {
        const auto* next = open.back();
        open.pop_back();
        for (const auto& rule : next->rules) {
            const auto* apply = std::get_if<charter::ApplyRule>(&rule.params);
            for (const auto& other : apply == nullptr ? Charters{} : known) {
                const bool taken = other->name == charter.name ||
                                   std::find(out.begin(), out.end(), other) != out.end();
                if (other->name == apply->charter && !taken) {
                    out.push_back(other);
                    open.push_back(other.get());
                }
            }
        }
    }
    return out;
}

} // namespace

int charter_check(const Common& common, const std::vector<std::string>& files) {
    auto others = repository_charters(common);
    std::vector<Read> all;
    for (const auto& file : files) {
        auto read = read_charter(file);
        if (!read) {
            return failed(read.error());
        }
        if (read->charter) {
            // The file named stands before the repository's own of that name.
            std::erase_if(others,
                          [&](const auto& other) { return other->name == read->charter->name; });
            others.push_back(read->charter);
        }
        all.push_back(std::move(*read));
    }
    std::size_t count = 0;
    for (auto& read : all) {
        if (read.charter) {
            read.problems = charter::check(*read.charter, partnership::vocabulary(), others);
        }
        for (const auto& problem : read.problems) {
            say(problem.text() + "\n");
        }
        count += read.problems.size();
        if (read.problems.empty()) {
            say(read.file + ": " + std::to_string(read.charter->clauses.size()) + " clauses, " +
                std::to_string(read.charter->rules.size()) + " rules, " +
                std::to_string(read.charter->interpretations.size()) +
                " interpretations, nothing wrong\n");
        }
    }
    return count == 0 ? yes : no;
}

int charter_explain(const Common& common, const std::string& file) {
    auto read = read_charter(file);
    if (!read) {
        return failed(read.error());
    }
    if (!read->charter) {
        return charter_check(common, {file});
    }
    charter::Library library;
    charter::TermsSpec spec;
    for (const auto& other : applied_by(*read->charter, repository_charters(common))) {
        if (const auto added = library.add(other->bytes, other->file); !added) {
            return failed(added.error());
        }
        spec.imports.emplace_back(other->name, other->digest);
    }
    const auto own = library.add(read->bytes, file);
    if (!own) {
        return failed(own.error());
    }
    spec.charter = (*own)->digest;
    std::sort(spec.imports.begin(), spec.imports.end());
    const auto terms = library.terms(spec);
    if (!terms) {
        return failed(terms.error());
    }
    say(charter::explain(**terms));
    return yes;
}

int charter_diff(const std::string& a, const std::string& b) {
    auto before = read_charter(a);
    auto after = read_charter(b);
    if (!before || !after) {
        return failed(!before ? before.error() : after.error());
    }
    for (const auto* read : {&*before, &*after}) {
        for (const auto& problem : read->problems) {
            say(problem.text() + "\n");
        }
    }
    if (!before->charter || !after->charter) {
        return no;
    }
    const auto lines = charter::differences(*before->charter, *after->charter);
    for (const auto& line : lines) {
        say(line + "\n");
    }
    if (lines.empty()) {
        say("Nothing differs but the layout.\n");
    }
    return yes;
}

int calendar_check(const std::vector<std::string>& files) {
    int status = yes;
    for (const auto& file : files) {
        const auto calendar = calendar::load_calendar(file);
        if (!calendar) {
            status = failed(calendar.error());
            continue;
        }
        say(file + ": " + calendar->name() + ", version " + std::to_string(calendar->version()) +
            ", " + base::text(calendar->span().from) + " to " + base::text(calendar->span().to) +
            ", " + std::to_string(calendar->days().size()) + " days, " +
            base::hex(calendar->hash()) + "\n");
    }
    return status;
}

int calendar_import(const Common& common, const std::string& partnership, const std::string& file) {
    auto opened = open(common, partnership);
    if (!opened) {
        return failed(opened.error());
    }
    partnership::CharterFiles files(".");
    const auto hash = files.bring_calendar(**opened, file);
    if (!hash) {
        return failed(hash.error());
    }
    say(*hash + "\n");
    return yes;
}

} // namespace quorate::cli
