#include "html/assets.hpp"

#include <algorithm>

namespace quorate::html {

const Asset* find_asset(std::string_view path) {
    const auto all = assets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [path](const Asset& asset) { return asset.path == path; });
    return found == all.end() ? nullptr : &*found;
}

Url asset_url(std::string_view name) {
    const auto all = assets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const Asset& asset) { return asset.name == name; });
    QUORATE_ASSERT(found != all.end());
    return Url::path({"assets", found->path});
}

} // namespace quorate::html
