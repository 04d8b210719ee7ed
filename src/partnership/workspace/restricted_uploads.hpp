#ifndef QUORATE_PARTNERSHIP_WORKSPACE_RESTRICTED_UPLOADS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_RESTRICTED_UPLOADS_HPP
// What is to be recorded of an uploaded file that will be restricted once it is sent out.

#include "base/time.hpp"
#include "partnership/workspace/workspace.hpp"

#include <map>
#include <optional>
#include <string>

namespace quorate::partnership {

/// As the act restrict-paper has it.
struct UploadRestriction {
    std::string exemption; ///< "section 43(2)"
    base::CivilDate review;
    std::string reason; ///< in the officer's own words; may be empty
};

/// Marks the upload, or takes the mark off. Durable when the call returns.
Result<void> set_upload_restriction(Workspace& workspace, std::int64_t upload,
                                    const std::optional<UploadRestriction>& restriction);
/// Of the uploads of a meeting, by the id of the upload.
Result<std::map<std::int64_t, UploadRestriction>> upload_restrictions(const Workspace& workspace,
                                                                      std::string_view meeting);

} // namespace quorate::partnership

#endif
