#ifndef QUORATE_PARTNERSHIP_WORKSPACE_WORKSPACE_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_WORKSPACE_HPP
// The workspace of a partnership: durable, changeable, and not the record. Accounts, sessions,
// uploaded files not yet sent out, the open sheet of meeting day, and the clock of a practice copy.

#include "base/hash.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "partnership/workspace/account.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

using base::Digest;
using base::Result;

inline constexpr std::size_t uploads_of_meeting_max = 500;
inline constexpr std::size_t sheet_lines_max = 2000;

/// A file received for a meeting. It becomes part of the record when it is sent out.
struct UploadedPaper {
    std::int64_t id = 0;
    std::string meeting;              ///< kp/m1
    std::optional<std::int64_t> item; ///< none: for the meeting as a whole
    Digest digest{};
    std::string name;  ///< as the sender called the file
    std::string title; ///< what people call it
    std::string content_type;
    std::uint64_t bytes = 0;
    std::int64_t pages = 0; ///< of a PDF, when it could be told; else 0
    std::string restricted; ///< why it is for members only; empty: open to all once sent
    std::string by;         ///< the account
    base::Instant at;       ///< by the partnership's clock
};

/// One provisional act of meeting day, as the JSON of a submission (governance/codec.hpp).
struct SheetLine {
    std::int64_t number = 0; ///< grows; never used twice
    std::string submission;
};

class Accounts;

/// Safe to use from several threads. Everything is durable when a call returns.
class Workspace {
public:
    /// Opens workspace.db of a partnership's folder, and makes it when it is missing. Fails when
    /// another program has it open.
    static Result<std::unique_ptr<Workspace>> open(const std::string& folder);

    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// Accounts, sessions and one-time links (workspace/accounts.hpp).
    [[nodiscard]] Accounts& accounts() const;

    /// Returns the new id. Fails past uploads_of_meeting_max.
    Result<std::int64_t> add_upload(const UploadedPaper& paper);
    [[nodiscard]] Result<std::vector<UploadedPaper>> uploads(std::string_view meeting) const;
    [[nodiscard]] Result<std::optional<UploadedPaper>> upload(std::int64_t id) const;
    /// Every paper with these bytes, newest first.
    [[nodiscard]] Result<std::vector<UploadedPaper>> uploads_of(const Digest& digest) const;
    /// Takes a file off the list; its bytes stay while the record cites them.
    Result<bool> remove_upload(std::int64_t id);
    [[nodiscard]] Result<std::vector<Digest>> uploaded_digests() const;

    [[nodiscard]] Result<std::vector<SheetLine>> sheet(std::string_view meeting) const;
    /// Returns the line's number. Fails past sheet_lines_max.
    Result<std::int64_t> add_to_sheet(std::string_view meeting, std::string_view submission);
    /// False when the line is not there any more.
    Result<bool> remove_from_sheet(std::string_view meeting, std::int64_t number);

    /// The practice clock, once it was set.
    [[nodiscard]] Result<std::optional<base::Instant>> practice_clock() const;
    Result<void> set_practice_clock(base::Instant instant);

    /// The database, for the features that keep their own tables in it: workspace/store.hpp, which
    /// only workspace/*.cpp include.
    struct Store;
    [[nodiscard]] Store& store() const;

private:
    explicit Workspace(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
    std::unique_ptr<Accounts> accounts_;
};

/// The name of the file in a partnership's folder.
inline constexpr const char* workspace_file = "workspace.db";

} // namespace quorate::partnership

#endif
