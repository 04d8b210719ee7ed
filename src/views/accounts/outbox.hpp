#ifndef QUORATE_VIEWS_ACCOUNTS_OUTBOX_HPP
#define QUORATE_VIEWS_ACCOUNTS_OUTBOX_HPP
// The outbox as the administrator and the secretariat read it.

#include "partnership/workspace/outbox.hpp"
#include "views/reader.hpp"

namespace quorate::views {

/// A mail in the list.
struct MailLine {
    std::int64_t id = 0;
    std::string subject;
    std::string to;
    std::string to_name;
    std::string state;       ///< waiting, sending, sent, failed, unknown, kept
    std::string state_words; ///< "Waiting", "Not sent, for practice"
    Moment queued;
    std::optional<Moment> sent; ///< or last tried
};

/// One mail whole.
struct MailShown {
    MailLine line;
    std::string message_id;
    int tries = 0;
    std::optional<Moment> next_try;                   ///< while it waits after a failure
    std::string problem;                              ///< what the mail server said last
    std::vector<std::vector<std::string>> paragraphs; ///< of lines; may hold mail_link_mark
    /// The path of its one-time link, when the viewer may pass it on: in practice; else of an
    /// invitation or a new password to an account the viewer keeps, while no mail server is set.
    std::optional<std::string> link;
    bool carries_link = false; ///< it has or had one; else its text is no more than text
    std::vector<std::string> files;
    bool may_send_again = false;
};

/// Newest first, at most `limit` of those before id `before`. Nothing for whom the outbox is no
/// business; fails when it cannot be read.
base::Result<std::optional<std::vector<MailLine>>>
mail_lines(const Reader& reader, std::size_t limit, std::int64_t before);
/// `mail_server`: one is set. Nothing when there is no such mail.
base::Result<std::optional<MailShown>> mail_shown(const Reader& reader, std::int64_t id,
                                                  bool mail_server);
/// A file of a mail, counted from 1.
base::Result<std::optional<partnership::MailAttachment>>
mail_file(const Reader& reader, std::int64_t id, std::int64_t number);

} // namespace quorate::views

#endif
