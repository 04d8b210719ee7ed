#ifndef QUORATE_PARTNERSHIP_WORKSPACE_OUTBOX_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_OUTBOX_HPP
// Mail on its way out. Queued here, durably, by any feature; sent by src/mail/ when a mail server
// is set and the partnership is real. What a practice copy or a made-up partnership queues is never
// sent: it is read on its outbox page.

#include "partnership/workspace/workspace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

inline constexpr std::size_t mail_subject_length_max = 200;   ///< bytes
inline constexpr std::size_t mail_text_length_max = 64 << 10; ///< bytes
inline constexpr std::size_t mail_attachments_max = 5;
inline constexpr std::size_t mail_attachment_bytes_max = 5 << 20;
inline constexpr std::size_t outbox_max = 20000; ///< mails kept; the oldest that were sent go first
inline constexpr int mail_tries_max = 8; ///< after definite temporary failures, then it has failed

/// Where the address of a one-time link goes in the text of a mail; see OutgoingMail::link_path.
inline constexpr std::string_view mail_link_mark = "{link}";

/// waiting: to be sent, or never where nothing is sent. sending: handed to the mail server at this
/// moment. sent: the mail server took it. failed: it definitely did not, and will not. unknown:
/// whether it did could not be known; it is sent again only when somebody says so.
enum class MailState { waiting, sending, sent, failed, unknown };

struct MailAttachment {
    std::string name;         ///< "meeting.ics"
    std::string content_type; ///< "text/calendar; charset=utf-8; method=PUBLISH"
    std::string bytes;
};

/// A mail to be queued.
struct OutgoingMail {
    std::string to; ///< one address, plain_email() of contacts.hpp
    std::string
        to_name; ///< whom it is for, in words: "Seat 9", "Secretariat"; shown in lists, not sent
    std::string subject; ///< one line of UTF-8
    std::string text;    ///< UTF-8, lines ended by \n; may hold mail_link_mark once
    /// What kind of mail it is, a plain word: "invitation", "sign-in-link", "reset", "letter",
    /// "reminder", "notice".
    std::string purpose;
    /// What it is about: with `purpose` and `to` it makes the Message-ID, so that the same mail is
    /// never queued twice. An entry ("entry 214"), a duty and its date, a meeting and what
    /// happened.
    std::string about;
    std::string account = {}; ///< whose account a one-time link of the mail opens
    /// The path of a one-time link, "/kent/link/...": put in place of mail_link_mark when it is
    /// sent, and forgotten once it was. Never in `text`.
    std::string link_path = {};
    std::optional<base::Instant> link_until =
        {}; ///< from when the link opens nothing; then it is forgotten
    std::vector<MailAttachment> attachments = {};
};

/// A mail as it is kept.
struct QueuedMail {
    std::int64_t id = 0;
    OutgoingMail mail;      ///< attachments without their bytes in lists
    std::string message_id; ///< the part before the @
    MailState state = MailState::waiting;
    int tries = 0;
    base::Instant queued;
    base::Instant next_try;            ///< while waiting
    std::optional<base::Instant> sent; ///< when it was taken, or last tried
    std::string problem;               ///< what the mail server said last, in one line
};

/// Keeps a mail to be sent, by the machine's clock `now`. Returns its id; the id it already has
/// when the same (purpose, about, to) was queued before, and then nothing changes. Fails on what is
/// over its limits, on an address that is not plain and on a line break in the subject.
Result<std::int64_t> queue(Workspace& workspace, const OutgoingMail& mail, base::Instant now);

/// The newest mails, newest first, at most `limit` of those before id `before` (0: from the
/// newest).
Result<std::vector<QueuedMail>> outbox(const Workspace& workspace, std::size_t limit,
                                       std::int64_t before = 0);
/// One mail with its attachments.
Result<std::optional<QueuedMail>> outbox_mail(const Workspace& workspace, std::int64_t id);
/// Those queued for a purpose about something, oldest first: has this reminder gone out, and what
/// became of it?
Result<std::vector<QueuedMail>> outbox_about(const Workspace& workspace, std::string_view purpose,
                                             std::string_view about);
/// How many wait, failed or are of unknown fate.
struct OutboxCounts {
    std::int64_t waiting = 0;
    std::int64_t failed = 0;
    std::int64_t unknown = 0;
};
Result<OutboxCounts> outbox_counts(const Workspace& workspace);

/// Somebody asks that a failed or unknown mail be tried again; false when it is neither, or its
/// link has run out.
Result<bool> send_again(Workspace& workspace, std::int64_t id, base::Instant now);

// For the sender (mail/sender.hpp).

/// The next mail that is due, with its attachments, put in the state `sending`. Its `tries` counts
/// this one.
Result<std::optional<QueuedMail>> take_due_mail(Workspace& workspace, base::Instant now);
/// What became of it.
Result<void> note_sent(Workspace& workspace, std::int64_t id, base::Instant now);
/// A definite failure: tried again after a growing wait when `temporary` and tries are left, else
/// failed.
Result<void> note_not_taken(Workspace& workspace, std::int64_t id, std::string_view problem,
                            bool temporary, base::Instant now);
Result<void> note_unknown(Workspace& workspace, std::int64_t id, std::string_view problem,
                          base::Instant now);
/// After a start: what was being sent when the program ended is unknown.
Result<void> note_interrupted(Workspace& workspace);
/// Links that have run out go from their mails; those still waiting have failed.
Result<void> forget_old_links(Workspace& workspace, base::Instant now);

} // namespace quorate::partnership

#endif
