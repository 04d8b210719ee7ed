#include "partnership/scenario/stage.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/codec_names.hpp"
#include "partnership/scenario/times.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::partnership::scenario {
namespace {

namespace fs = std::filesystem;
using base::fail;

constexpr int starts_max = 20;

bool is_path(const std::string& start) {
    return start.ends_with(".md");
}

} // namespace

NewPartnership new_partnership(const Document& document, base::Instant recorded) {
    NewPartnership out;
    const auto stem = fs::path(document.file).stem().string();
    out.partnership =
        document.front.partnership.empty() ? base::slug(stem) : document.front.partnership;
    out.kind = governance::from_written<governance::PartnershipKind>(document.front.kind)
                   .value_or(governance::PartnershipKind::scenario);
    out.zone = document.front.zone;
    out.recorded = recorded;
    out.id = derived_id(document.file, 0, recorded).value;
    return out;
}

Result<std::optional<base::Instant>> clock_of(const Document& document) {
    const auto zone = base::Zone::find(document.front.zone);
    if (!zone) {
        return fail(document.file, zone.error().message, "Write zone as Europe/London");
    }
    if (document.front.clock.empty()) {
        return std::nullopt;
    }
    const auto at = base::parse_when(document.front.clock, *zone);
    if (!at) {
        return fail(document.file, "clock: " + at.error().message, "Write it as 2008-06-02T09:00");
    }
    return *at;
}

Result<base::Instant> first_instant(const Document& document) {
    const auto clock = clock_of(document);
    if (!clock || *clock) {
        return clock.map([](const auto& at) { return *at; });
    }
    const auto zone = base::Zone::find(document.front.zone);
    for (const auto& line : document.steps) {
        if (!line.is_check()) {
            auto at = parse_time(line.time.text, base::Instant{}, *zone);
            return at ? at
                      : fail("", located(document, line.time.place, at.error().message,
                                         at.error().help));
        }
    }
    return base::Instant{};
}

Result<void> play_whole(Scene& scene, const Document& document) {
    const auto clock = clock_of(document);
    if (!clock) {
        return tl::unexpected(clock.error());
    }
    Player player(scene, *clock);
    if (auto checked = player.check(document); !checked) {
        return checked;
    }
    for (const auto& line : document.steps) {
        const auto outcome = player.play(document, line);
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
        if (!outcome->differences.empty()) {
            return fail("", located(document, line.place, base::join(outcome->differences, "; "),
                                    outcome->message));
        }
    }
    return {};
}

Result<Document> Stage::read(const std::string& path) const {
    const auto rooted = fs::path(files_.root()) / path;
    const auto bytes =
        base::read_file(fs::exists(path) ? path : rooted.string(), document_bytes_max);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    // Ids come from the name from the root, so that they are the same wherever the command is run.
    std::error_code error;
    const auto absolute = fs::weakly_canonical(fs::exists(path) ? fs::path(path) : rooted, error);
    const auto relative =
        absolute.lexically_relative(fs::weakly_canonical(files_.root(), error)).generic_string();
    return parse(*bytes, relative.empty() || relative.starts_with("..") ? path : relative);
}

Result<std::vector<Document>> Stage::example(const std::string& name) const {
    const auto folder = fs::path(files_.root()) / "examples" / name;
    std::error_code error;
    std::vector<std::string> paths;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
            paths.push_back("examples/" + name + "/" + entry.path().filename().string());
        }
    }
    if (error || paths.empty()) {
        return fail(
            "", "there is no example called \"" + name + "\" under " + files_.root() + "/examples",
            "A start is empty, the name of a folder there, or the path of a scenario");
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Document> out;
    for (const auto& path : paths) {
        auto document = read(path);
        if (!document) {
            return tl::unexpected(document.error());
        }
        out.push_back(std::move(*document));
    }
    return out;
}

/// Plays documents on one partnership: the first from its own start, each other one on where the
/// last left it.
Result<std::shared_ptr<Partnership>> Stage::play_all(const std::vector<Document>& documents,
                                                     int depth) {
    const auto& first = documents.front();
    const auto at = first_instant(first);
    if (!at) {
        return tl::unexpected(at.error());
    }
    Scene scene{nullptr, files_, {}, {}};
    if (first.front.start.empty() || first.front.start == "empty") {
        auto made = Partnership::create_in_memory(new_partnership(first, *at));
        if (!made) {
            return tl::unexpected(made.error());
        }
        scene.partnership = std::move(*made);
    } else {
        const auto start = started(first.front.start, depth + 1);
        auto copy = start ? (*start)->copy_in_memory() : tl::unexpected(start.error());
        if (!copy) {
            return tl::unexpected(copy.error());
        }
        scene.partnership = std::move(*copy);
    }
    for (const auto& document : documents) {
        if (auto played = play_whole(scene, document); !played) {
            return tl::unexpected(played.error());
        }
    }
    return std::shared_ptr<Partnership>(std::move(scene.partnership));
}

Result<std::shared_ptr<Partnership>> Stage::started(const std::string& start, int depth) {
    if (const auto known = started_.find(start); known != started_.end()) {
        return known->second;
    }
    if (depth > starts_max) {
        return fail("", "the starts of scenarios go round in a circle: " + start,
                    "Begin one of them with start = \"empty\"");
    }
    std::vector<Document> documents;
    if (is_path(start)) {
        auto document = read(start);
        if (!document) {
            return tl::unexpected(document.error());
        }
        documents.push_back(std::move(*document));
    } else {
        auto all = example(start);
        if (!all) {
            return tl::unexpected(all.error());
        }
        documents = std::move(*all);
    }
    auto played = play_all(documents, depth);
    if (played) {
        started_.emplace(start, *played);
    }
    return played;
}

Result<std::unique_ptr<Scene>> Stage::scene_for(const Document& document) {
    auto scene = std::make_unique<Scene>(Scene{nullptr, files_, {}, {}});
    const auto& start = document.front.start;
    Result<std::unique_ptr<Partnership>> made = nullptr;
    if (start.empty() || start == "empty") {
        const auto at = first_instant(document);
        made = at ? Partnership::create_in_memory(new_partnership(document, *at))
                  : tl::unexpected(at.error());
    } else {
        const auto from = started(start, 0);
        made = from ? (*from)->copy_in_memory() : tl::unexpected(from.error());
    }
    if (!made) {
        return tl::unexpected(made.error());
    }
    scene->partnership = std::move(*made);
    return scene;
}

} // namespace quorate::partnership::scenario
