#include "partnership/examples.hpp"

#include "ledger/durable_file.hpp"
#include "partnership/scenario/stage.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using base::fail;

/// Real things are recorded when they are entered; the clock of anything else is its own.
bool own_clock(governance::PartnershipKind kind) {
    return kind != governance::PartnershipKind::real;
}

Result<void> play_into(const std::string& root, const std::string& name,
                       const std::string& folder) {
    scenario::Stage stage(root);
    const auto documents = stage.example(name);
    if (!documents) {
        return tl::unexpected(documents.error());
    }
    const auto at = scenario::first_instant(documents->front());
    if (!at) {
        return tl::unexpected(at.error());
    }
    auto genesis = scenario::new_partnership(documents->front(), *at);
    if (documents->front().front.partnership.empty()) {
        genesis.partnership = name;
    }
    genesis.id.clear();
    if (!own_clock(genesis.kind)) {
        genesis.recorded = base::system_now();
    }
    if (!documents->front().front.parent.empty()) {
        genesis.parent =
            ledger::Parent{documents->front().front.parent, 0, base::hex(ledger::empty_root())};
    }
    FolderOptions options;
    options.clock_of_the_record = own_clock(genesis.kind);
    auto made = Partnership::create(folder, genesis, options);
    if (!made) {
        return tl::unexpected(made.error());
    }
    scenario::Scene scene{std::move(*made), stage.files(), folder, options};
    for (const auto& document : *documents) {
        if (auto played = scenario::play_whole(scene, document); !played) {
            return played;
        }
    }
    return {};
}

} // namespace

std::vector<std::string> example_names(const std::string& root) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root + "/examples", error)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && scenario::Stage(root).example(name)) {
            out.push_back(name);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<std::unique_ptr<Partnership>> make_example(const std::string& root, const std::string& name,
                                                  const std::string& folder) {
    if (fs::exists(folder)) {
        return fail(folder, "there is something in this folder already",
                    "Choose another name with --name");
    }
    const auto unfinished = folder + ".unfinished";
    std::error_code error;
    fs::remove_all(unfinished, error);
    if (auto played = play_into(root, name, unfinished); !played) {
        fs::remove_all(unfinished, error);
        return tl::unexpected(played.error());
    }
    fs::rename(unfinished, folder, error);
    if (error) {
        return fail(folder, "cannot put the partnership in its place: " + error.message());
    }
    const auto parent = fs::path(folder).parent_path().string();
    if (auto synced = ledger::sync_folder(parent.empty() ? "." : parent); !synced) {
        return tl::unexpected(synced.error());
    }
    return Partnership::open(folder);
}

} // namespace quorate::partnership
