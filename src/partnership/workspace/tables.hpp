#ifndef QUORATE_PARTNERSHIP_WORKSPACE_TABLES_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_TABLES_HPP
// The tables each feature keeps in workspace.db. They are made when a workspace is opened, so that
// an older one gets those it lacks: every statement says IF NOT EXISTS. Each feature defines its
// own beside its code and adds it to workspace_tables() in tables.cpp.

#include <span>

namespace quorate::partnership {

extern const char* const account_tables; ///< accounts.cpp
extern const char* const outbox_tables;  ///< outbox.cpp
extern const char* const contact_tables; ///< contacts.cpp
extern const char* const reading_tables; ///< reading.cpp
extern const char* const ballot_tables;  ///< ballots.cpp
extern const char* const sign_on_tables; ///< single_sign_on.cpp
extern const char* const bulk_tables;    ///< bulk.cpp
extern const char* const letter_tables;  ///< letters.cpp
extern const char* const minutes_draft_tables; ///< minutes_drafts.cpp

extern const char* const hearing_tables;       ///< hearing_asks.cpp
extern const char* const restricted_upload_tables; ///< restricted_uploads.cpp
extern const char* const avoid_tables; ///< dates_to_avoid.cpp

/// Every feature's, in the order they are made.
std::span<const char* const> workspace_tables();

} // namespace quorate::partnership

#endif
