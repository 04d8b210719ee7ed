#include "partnership/workspace/restricted_uploads.hpp"

#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const restricted_upload_tables =
    "CREATE TABLE IF NOT EXISTS upload_restriction (upload INTEGER PRIMARY KEY,"
    " exemption TEXT NOT NULL, review TEXT NOT NULL, reason TEXT NOT NULL) STRICT;";

namespace {

struct Row {
    std::int64_t upload = 0;
    UploadRestriction restriction;
};

Row row_from(const Statement& row) {
    const auto review = base::parse_date(row.bytes(2));
    return {row.integer(0),
            {std::string(row.bytes(1)), review ? *review : base::CivilDate{},
             std::string(row.bytes(3))}};
}

} // namespace

Result<void> set_upload_restriction(Workspace& workspace, std::int64_t upload,
                                    const std::optional<UploadRestriction>& restriction) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<void> {
        auto marked = store.run("UPDATE upload SET restricted = ? WHERE id = ?",
                                {restriction ? restriction->exemption : "", upload});
        if (!marked || !restriction) {
            return marked ? store.run("DELETE FROM upload_restriction WHERE upload = ?", {upload})
                          : marked;
        }
        return store.run("INSERT OR REPLACE INTO upload_restriction VALUES (?,?,?,?)",
                         {upload, restriction->exemption, base::text(restriction->review),
                          restriction->reason});
    });
}

Result<std::map<std::int64_t, UploadRestriction>> upload_restrictions(const Workspace& workspace,
                                                                      std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto rows = store.rows<Row>(
        "SELECT upload, exemption, review, reason FROM upload_restriction JOIN upload ON "
        "upload.id = upload_restriction.upload WHERE upload.meeting = ?",
        {meeting}, row_from);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::map<std::int64_t, UploadRestriction> out;
    for (const auto& row : *rows) {
        out.emplace(row.upload, row.restriction);
    }
    return out;
}

} // namespace quorate::partnership
