#include "views/public/proof.hpp"

#include "views/record_make.hpp"

namespace quorate::views {

bool proof_is_public(const Reader& reader, std::int64_t position) {
    const auto& partnership = reader.ground().partnership;
    if (position < 0 || position >= reader.size()) {
        return false;
    }
    const auto entry = partnership.entry(position);
    return entry && bytes_shown(Visibility({}, partnership), *entry);
}

} // namespace quorate::views
