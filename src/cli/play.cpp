#include "base/text.hpp"
#include "cli/output.hpp"
#include "ledger/durable_file.hpp"
#include "partnership/scenario/report.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::cli {
namespace {

namespace fs = std::filesystem;
namespace scenario = partnership::scenario;

/// The files named; a folder means every .md under it but README.md, in order of name.
std::vector<std::string> files_named(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const auto& name : names) {
        if (!fs::is_directory(name)) {
            out.push_back(name);
            continue;
        }
        std::vector<std::string> inside;
        for (const auto& entry : fs::recursive_directory_iterator(name)) {
            if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
                inside.push_back(entry.path().string());
            }
        }
        std::sort(inside.begin(), inside.end());
        out.insert(out.end(), inside.begin(), inside.end());
    }
    return out;
}

int write_coverage(const scenario::Coverage& coverage, const std::string& path) {
    const auto bytes = base::canonical(coverage.json()) + "\n";
    const auto written = ledger::replace_file(path, bytes, ledger::FileAccess::shared);
    return written ? yes : failed(written.error());
}

void say_json(const std::vector<std::unique_ptr<scenario::Played>>& all) {
    base::JsonArray out;
    for (const auto& played : all) {
        out.emplace_back(scenario::report_json(*played));
    }
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

} // namespace

int play(const Common& common, const PlayOptions& options) {
    const auto root = root_of(common);
    if (!root) {
        return failed(root.error());
    }
    scenario::Stage stage(*root);
    scenario::Coverage coverage;
    std::vector<std::unique_ptr<scenario::Played>> all;
    bool unread = false;
    for (const auto& file : files_named(options.files)) {
        auto document = stage.read(file);
        if (!document) {
            failed(document.error());
            unread = true;
            continue;
        }
        all.push_back(scenario::play(std::move(*document), stage,
                                     options.coverage.empty() ? nullptr : &coverage));
        if (!options.json) {
            say(scenario::report(*all.back(), options.quiet));
        }
    }
    if (options.json) {
        say_json(all);
    } else if (!all.empty()) {
        say(scenario::summary(all));
    }
    if (!options.coverage.empty()) {
        if (const auto status = write_coverage(coverage, options.coverage); status != yes) {
            return status;
        }
    }
    const bool good =
        std::all_of(all.begin(), all.end(), [](const auto& played) { return played->good(); });
    return good && !unread && !all.empty() ? yes : no;
}

int coverage(const Common&, const CoverageOptions& options) {
    scenario::Coverage all;
    for (const auto& file : options.files) {
        const auto text = base::read_file(file);
        const auto json = text ? base::parse_json(*text, {std::size_t{64} << 20, 32})
                               : tl::unexpected(text.error());
        const auto read =
            json ? scenario::Coverage::from_json(*json) : tl::unexpected(json.error());
        if (!read) {
            auto failure = read.error();
            failure.where = failure.where.starts_with(file) ? failure.where : file;
            return failed(failure);
        }
        all.add(*read);
    }
    const auto gaps = all.gaps();
    if (options.write_gaps) {
        say(base::join(gaps, "\n") + "\n");
        return yes;
    }
    say(all.table());
    if (options.gaps.empty()) {
        say("gaps: " + std::to_string(gaps.size()) + "\n" + base::join(gaps, "\n") +
            (gaps.empty() ? "" : "\n"));
        return yes;
    }
    const auto list = base::read_file(options.gaps);
    if (!list) {
        return failed(list.error());
    }
    auto faults = scenario::ratchet(gaps, *list);
    const auto waiting = scenario::waiting_in(*list);
    for (const auto& one : waiting) {
        if (!all.has_clause(one.charter, one.clause)) {
            faults.push_back("no such clause: waits " + one.part + " " + one.charter + " " + one.clause);
        }
    }
    say(scenario::waiting_table(waiting));
    say("gaps: " + std::to_string(gaps.size()) + ", as listed in " + options.gaps +
        (faults.empty() ? "\n" : " but for:\n"));
    for (const auto& fault : faults) {
        say("  " + fault + "\n");
    }
    return faults.empty() ? yes : no;
}

} // namespace quorate::cli
