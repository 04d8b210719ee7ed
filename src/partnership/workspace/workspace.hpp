#pragma once
// The workspace of a partnership: durable, changeable, and not the record. Accounts, sessions,
// uploaded files not yet sent out, the open sheet of meeting day, and the clock of a practice copy.

#include "base/hash.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "governance/actor.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace quorate::partnership {

using base::Digest;
using base::Result;

inline constexpr std::size_t password_length_min = 8;   ///< bytes
inline constexpr std::size_t password_length_max = 256; ///< bytes
inline constexpr std::size_t account_name_length_max = 60;
inline constexpr std::size_t uploads_of_meeting_max = 500;
inline constexpr std::size_t sheet_lines_max = 2000;
inline constexpr std::chrono::hours session_idle_max{12};
inline constexpr std::chrono::hours session_age_max{24 * 7};
inline constexpr int sign_in_failures_max = 5; ///< then the account waits
inline constexpr std::chrono::minutes sign_in_wait{5};

/// What someone signs in as. A member's powers follow from the seats: whoever holds the seat that
/// is the Chair's under the terms acts as the Chair.
enum class AccountKind { secretariat, member, auditor };

/// An account belongs to one partnership.
struct Account {
    std::string name;  ///< what is typed to sign in, in small letters
    std::string title; ///< "Secretariat", "Seat 9"
    AccountKind kind = AccountKind::member;
    std::vector<governance::Actor> seats; ///< seats or persons of the register; of a member only
    bool practice = false; ///< its password is shown on the sign-in page of a practice copy

    /// As whom acts are made: servicing, auditor, or the first of `seats`.
    [[nodiscard]] governance::Actor actor() const;
};

/// What a browser keeps and sends back.
struct SessionTicket {
    std::string token; ///< 43 characters, base64url of 32 random bytes; only its hash is stored
    std::string csrf;  ///< to be sent with every form
};

struct Session {
    Account account;
    std::string csrf;
    base::Instant begun;
};

/// Why somebody could not sign in.
enum class SignInProblem { wrong, waiting };

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

/// Safe to use from several threads. Everything is durable when a call returns.
class Workspace {
public:
    /// Opens workspace.db of a partnership's folder, and makes it when it is missing. Fails when
    /// another program has it open.
    static Result<std::unique_ptr<Workspace>> open(const std::string& folder);

    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// Adds an account; the password is kept as argon2id. Fails on a name that is taken or not a
    /// plain word, and on a password outside its limits.
    Result<void> add_account(const Account& account, std::string_view password);
    /// Adds those whose names are free, all with one password that is no secret.
    Result<void> add_practice_accounts(const std::vector<Account>& accounts,
                                       std::string_view password);
    [[nodiscard]] Result<std::vector<Account>> accounts() const;
    /// False when there is none of that name. Ends its sessions.
    Result<bool> remove_account(std::string_view name);
    /// Changes the password and ends every session of the account.
    Result<void> change_password(std::string_view name, std::string_view password);

    /// Begins a session when name and password fit. After sign_in_failures_max failures the account
    /// waits sign_in_wait.
    Result<tl::expected<SessionTicket, SignInProblem>>
    sign_in(std::string_view name, std::string_view password, base::Instant now);
    /// Nothing when the session is unknown, too old or was idle too long.
    [[nodiscard]] Result<std::optional<Session>> session(std::string_view token, base::Instant now);
    Result<void> sign_out(std::string_view token);
    /// Ends every session of an account.
    Result<void> sign_out_everywhere(std::string_view account);

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

private:
    struct Store;
    explicit Workspace(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

/// The name of the file in a partnership's folder.
inline constexpr const char* workspace_file = "workspace.db";

} // namespace quorate::partnership
