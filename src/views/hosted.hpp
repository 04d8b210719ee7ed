#ifndef QUORATE_VIEWS_HOSTED_HPP
#define QUORATE_VIEWS_HOSTED_HPP
// The partnerships one program serves.

#include "base/result.hpp"
#include "partnership/partnership.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// One folder of the data directory: a partnership, or why it could not be opened.
struct Hosted {
    std::string id; ///< the folder's name and the first part of its addresses
    std::unique_ptr<partnership::Partnership> partnership;
    base::Failure problem; ///< when partnership is null
};

/// Made before the server starts and not changed after; safe to read from several threads.
class HostedPartnerships {
public:
    /// Opens every folder in `folder`. One that cannot be opened is kept with its reason and stops
    /// no other. Names that addresses keep for themselves (api, assets, health) are refused like
    /// that.
    static HostedPartnerships open(const std::string& folder);

    HostedPartnerships() = default;
    /// Adds one, before the server starts. Its id must not be there yet (assertion).
    void add(Hosted hosted);

    [[nodiscard]] const std::vector<Hosted>& all() const { return all_; }
    /// Null when there is none of that id.
    [[nodiscard]] const Hosted* find(std::string_view id) const;

private:
    std::vector<Hosted> all_; ///< by id
};

} // namespace quorate::views

#endif
