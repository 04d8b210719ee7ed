#include "calendar/library.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>

namespace quorate::calendar {
namespace {

using Shared = std::shared_ptr<const Calendar>;

bool older(const Shared& a, const Shared& b) {
    return std::tuple(a->known_from(), a->version()) < std::tuple(b->known_from(), b->version());
}

} // namespace

base::Result<base::Digest> CalendarLibrary::add(Calendar calendar) {
    const auto hash = calendar.hash();
    if (by_hash_.contains(hash)) {
        return hash;
    }
    const auto place =
        "calendar " + calendar.name() + ", version " + std::to_string(calendar.version());
    if (by_hash_.size() >= calendars_max) {
        return base::fail(place,
                          "there are " + std::to_string(calendars_max) + " calendars already");
    }
    auto& known = by_name_[calendar.name()];
    const bool taken = std::any_of(known.begin(), known.end(), [&](const Shared& other) {
        return other->version() == calendar.version();
    });
    if (taken) {
        return base::fail(place, "there is already such a version, with other content",
                          "Give the new one a higher version number");
    }
    const auto shared = std::make_shared<const Calendar>(std::move(calendar));
    known.insert(std::upper_bound(known.begin(), known.end(), shared, older), shared);
    by_hash_.emplace(hash, shared);
    return hash;
}

Shared CalendarLibrary::find(const base::Digest& hash) const {
    const auto found = by_hash_.find(hash);
    return found == by_hash_.end() ? nullptr : found->second;
}

Shared CalendarLibrary::newest(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second.back();
}

std::vector<Shared> CalendarLibrary::versions(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::vector<Shared>{} : found->second;
}

std::vector<std::string> CalendarLibrary::names() const {
    std::vector<std::string> out;
    for (const auto& [name, known] : by_name_) {
        out.push_back(name);
    }
    return out;
}

base::Result<CalendarLibrary> load_calendars(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") {
            paths.push_back(entry.path().string());
        }
    }
    if (error) {
        return base::fail(folder, "cannot read the folder: " + error.message());
    }
    std::sort(paths.begin(), paths.end());
    CalendarLibrary out;
    for (const auto& path : paths) {
        auto added = load_calendar(path).and_then(
            [&](Calendar calendar) { return out.add(std::move(calendar)); });
        if (!added) {
            return tl::unexpected(std::move(added.error()));
        }
    }
    return out;
}

} // namespace quorate::calendar
