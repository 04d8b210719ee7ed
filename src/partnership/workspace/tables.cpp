#include "partnership/workspace/tables.hpp"

#include <vector>

namespace quorate::partnership {

std::span<const char* const> workspace_tables() {
    static const std::vector<const char*> tables{account_tables, outbox_tables, contact_tables, sign_on_tables,
                                                 reading_tables, restricted_upload_tables, ballot_tables,
                                                 bulk_tables, letter_tables, minutes_draft_tables, hearing_tables,
                                                 avoid_tables};
    return tables;
}

} // namespace quorate::partnership
