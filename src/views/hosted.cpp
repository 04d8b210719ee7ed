#include "views/hosted.hpp"

#include <algorithm>
#include <filesystem>

namespace quorate::views {

namespace {

constexpr std::string_view reserved[] = {"api", "assets", "health"};

Hosted open_one(const std::filesystem::path& folder) {
    Hosted out;
    out.id = folder.filename().string();
    if (std::find(std::begin(reserved), std::end(reserved), out.id) != std::end(reserved)) {
        out.problem = {folder.string(), "a partnership cannot be called " + out.id,
                       "Give the folder another name"};
        return out;
    }
    auto opened = partnership::Partnership::open(folder.string());
    if (!opened) {
        out.problem = opened.error();
    } else if ((*opened)->id() != out.id) {
        out.problem = {folder.string(), "the folder holds the partnership " + (*opened)->id(),
                       "Give the folder that name"};
    } else {
        out.partnership = std::move(*opened);
    }
    return out;
}

} // namespace

HostedPartnerships HostedPartnerships::open(const std::string& folder) {
    HostedPartnerships out;
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        const auto name = each->path().filename().string();
        if (each->is_directory() && !name.starts_with('.') &&
            std::filesystem::exists(each->path() / "ledger.db")) {
            out.add(open_one(each->path()));
        }
    }
    return out;
}

void HostedPartnerships::add(Hosted hosted) {
    const auto place =
        std::lower_bound(all_.begin(), all_.end(), hosted.id,
                         [](const Hosted& each, const std::string& id) { return each.id < id; });
    QUORATE_ASSERT(place == all_.end() || place->id != hosted.id);
    all_.insert(place, std::move(hosted));
}

const Hosted* HostedPartnerships::find(std::string_view id) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Hosted& each) { return each.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

} // namespace quorate::views
