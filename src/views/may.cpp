#include "views/may.hpp"

#include "views/ground.hpp"

namespace quorate::views {

bool keeps_record(const Reader& reader) {
    return reader.ground().see.secretariat();
}

bool may_audit(const Reader& reader) {
    return reader.ground().see.audit();
}

} // namespace quorate::views
