#include "partnership/workspace/outbox.hpp"

#include "base/one_line.hpp"
#include "base/text.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

#include <algorithm>
#include <array>

namespace quorate::partnership {

using base::fail;
using base::Instant;
using Store = Workspace::Store;

const char* const outbox_tables =
    "CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " message TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL, recipient_name TEXT NOT NULL,"
    " subject TEXT NOT NULL, text TEXT NOT NULL, purpose TEXT NOT NULL, about TEXT NOT NULL,"
    " account TEXT NOT NULL, link_path TEXT NOT NULL, link_until INTEGER,"
    " state TEXT NOT NULL DEFAULT 'waiting', tries INTEGER NOT NULL DEFAULT 0,"
    " queued INTEGER NOT NULL, next_try INTEGER NOT NULL, sent INTEGER,"
    " problem TEXT NOT NULL DEFAULT '') STRICT;"
    "CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, next_try);"
    "CREATE INDEX IF NOT EXISTS outbox_about ON outbox (purpose, about);"
    "CREATE TABLE IF NOT EXISTS outbox_file (mail INTEGER NOT NULL, number INTEGER NOT NULL,"
    " name TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY (mail, number)) STRICT;";

namespace {

constexpr std::size_t problem_length_max = 500;
constexpr std::size_t short_text_max = 300; ///< names, purposes, what it is about

/// How long after the first, second ... try the next one is made.
constexpr std::array<std::int64_t, 7> waits_minutes{1, 5, 15, 60, 180, 360, 720};

constexpr const char* columns =
    "SELECT id, message, recipient, recipient_name, subject, text, purpose, about, account, "
    "link_path, link_until, state, tries, queued, next_try, sent, problem FROM outbox ";

MailState state_written(std::string_view text) {
    return text == "sending"   ? MailState::sending
           : text == "sent"    ? MailState::sent
           : text == "failed"  ? MailState::failed
           : text == "unknown" ? MailState::unknown
                               : MailState::waiting;
}

QueuedMail from(const Statement& row) {
    QueuedMail out;
    out.id = row.integer(0);
    out.message_id = row.bytes(1);
    out.mail.to = row.bytes(2);
    out.mail.to_name = row.bytes(3);
    out.mail.subject = row.bytes(4);
    out.mail.text = row.bytes(5);
    out.mail.purpose = row.bytes(6);
    out.mail.about = row.bytes(7);
    out.mail.account = row.bytes(8);
    out.mail.link_path = row.bytes(9);
    if (!row.is_null(10)) {
        out.mail.link_until = Instant{row.integer(10)};
    }
    out.state = state_written(row.bytes(11));
    out.tries = static_cast<int>(row.integer(12));
    out.queued = Instant{row.integer(13)};
    out.next_try = Instant{row.integer(14)};
    if (!row.is_null(15)) {
        out.sent = Instant{row.integer(15)};
    }
    out.problem = row.bytes(16);
    return out;
}

Result<void> read_files(Store& store, QueuedMail& mail, bool bytes) {
    auto files = store.rows<MailAttachment>(
        std::string("SELECT name, content_type, ") + (bytes ? "bytes" : "x''") +
            " FROM outbox_file WHERE mail = ? ORDER BY number",
        {mail.id}, [](const Statement& row) {
            return MailAttachment{std::string(row.bytes(0)), std::string(row.bytes(1)),
                                  std::string(row.bytes(2))};
        });
    if (!files) {
        return tl::unexpected(files.error());
    }
    mail.mail.attachments = std::move(*files);
    return {};
}

Result<std::vector<QueuedMail>> read(Store& store, const std::string& where,
                                     const std::vector<Store::Value>& values) {
    auto found = store.rows<QueuedMail>(columns + where, values, from);
    if (!found) {
        return found;
    }
    for (auto& mail : *found) {
        if (auto files = read_files(store, mail, false); !files) {
            return tl::unexpected(files.error());
        }
    }
    return found;
}

Result<std::optional<QueuedMail>> read_whole(Store& store, const std::string& where,
                                             const std::vector<Store::Value>& values) {
    auto found = store.first<QueuedMail>(columns + where, values, from);
    if (found && *found) {
        if (auto files = read_files(store, **found, true); !files) {
            return tl::unexpected(files.error());
        }
    }
    return found;
}

bool one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool plain_text(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
    });
}

/// A name or type of an attachment, as it may stand in a header.
bool plain_header_value(std::string_view text) {
    return !text.empty() && text.size() <= short_text_max && one_line(text) &&
           base::is_utf8(text) && text.find('"') == std::string_view::npos &&
           text.find('\\') == std::string_view::npos;
}

Result<void> check_files(const OutgoingMail& mail) {
    if (mail.attachments.size() > mail_attachments_max) {
        return fail("attachments", "a mail has at most 5 files", "Leave some out");
    }
    for (const auto& file : mail.attachments) {
        if (file.bytes.size() > mail_attachment_bytes_max) {
            return fail(file.name, "a file of a mail has at most 5 MB", "Send a link instead");
        }
        if (!plain_header_value(file.name) || !plain_header_value(file.content_type)) {
            return fail("attachments", "a file of a mail needs a plain name and type",
                        "Use a name such as meeting.ics");
        }
    }
    return {};
}

Result<void> check_mail(const OutgoingMail& mail) {
    if (!plain_email(mail.to)) {
        return fail("to", "\"" + mail.to.substr(0, 80) + "\" is not an e-mail address",
                    "Write one address, such as clerk@example.org");
    }
    if (mail.subject.empty() || mail.subject.size() > mail_subject_length_max ||
        !one_line(mail.subject) || !base::is_utf8(mail.subject)) {
        return fail("subject", "a subject is one line of 1 to 200 bytes", "Shorten it");
    }
    if (mail.text.size() > mail_text_length_max || !plain_text(mail.text) ||
        !base::is_utf8(mail.text)) {
        return fail("text", "a mail is plain text of at most 64 KB", "Shorten it");
    }
    if (mail.purpose.empty() || mail.about.empty() || mail.purpose.size() > short_text_max ||
        mail.about.size() > short_text_max || mail.to_name.size() > short_text_max) {
        return fail("about", "a mail says in a few words what it is about", "Shorten them");
    }
    return check_files(mail);
}

/// The same for the same (purpose, about, to), so that the same mail is never queued twice and one
/// that is sent again is known for the same.
std::string message_of(const OutgoingMail& mail) {
    using namespace std::string_view_literals;
    return base::hex(base::sha256({mail.purpose, "\0"sv, mail.about, "\0"sv, mail.to}))
        .substr(0, 40);
}

/// Makes room when the outbox is full: what was sent longest ago goes.
Result<void> make_room(Store& store) {
    const auto count = store.number("SELECT count(*) FROM outbox", {});
    if (!count || *count < static_cast<std::int64_t>(outbox_max)) {
        return count ? Result<void>{} : tl::unexpected(count.error());
    }
    const auto gone = store.change("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE "
                                   "state = 'sent' ORDER BY id LIMIT 1000)",
                                   {});
    if (!gone) {
        return tl::unexpected(gone.error());
    }
    if (*gone == 0) {
        return fail("outbox", "too many mails wait to be sent", "See why on the outbox page");
    }
    return store.run("DELETE FROM outbox_file WHERE mail NOT IN (SELECT id FROM outbox)", {});
}

Result<std::int64_t> add_mail(Store& store, const OutgoingMail& mail, const std::string& message,
                              Instant now) {
    const auto id = store.insert(
        "INSERT INTO outbox (message, recipient, recipient_name, subject, text, purpose, about, "
        "account, link_path, link_until, queued, next_try) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        {message, mail.to, mail.to_name, mail.subject, mail.text, mail.purpose, mail.about,
         mail.account, mail.link_path,
         mail.link_until ? Store::Value(mail.link_until->ms) : Store::nothing(), now.ms, now.ms});
    if (!id) {
        return id;
    }
    std::int64_t number = 0;
    for (const auto& file : mail.attachments) {
        ++number;
        auto added = store.run(
            "INSERT INTO outbox_file (mail, number, name, content_type, bytes) VALUES (?,?,?,?,?)",
            {*id, number, file.name, file.content_type, Store::blob(file.bytes)});
        if (!added) {
            return tl::unexpected(added.error());
        }
    }
    return id;
}

/// Makes one change of state of a mail that is being sent.
Result<void> note(Workspace& workspace, std::int64_t id, const std::string& set,
                  std::vector<Store::Value> values) {
    auto& store = workspace.store();
    values.emplace_back(id);
    const std::lock_guard lock(store.mutex);
    return store.run("UPDATE outbox SET " + set + " WHERE id = ?", values);
}

std::string one_line_of(std::string_view problem) {
    std::string out(problem.substr(0, problem_length_max));
    std::replace_if(
        out.begin(), out.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return out;
}

} // namespace

Result<std::int64_t> queue_mail(Store& store, const OutgoingMail& asked, Instant now) {
    // Forms send lines ended by CRLF.
    auto mail = asked;
    mail.text.erase(std::remove(mail.text.begin(), mail.text.end(), '\r'), mail.text.end());
    // Only for lists; people and organisations may have long names.
    mail.to_name = base::shortened(base::one_line(mail.to_name), short_text_max);
    if (auto checked = check_mail(mail); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto message = message_of(mail);
    const auto known = store.number("SELECT id FROM outbox WHERE message = ?", {message});
    if (!known || *known != 0) {
        return known;
    }
    if (auto room = make_room(store); !room) {
        return tl::unexpected(room.error());
    }
    return add_mail(store, mail, message, now);
}

Result<std::int64_t> queue(Workspace& workspace, const OutgoingMail& mail, Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&] { return queue_mail(store, mail, now); });
}

Result<std::vector<QueuedMail>> outbox(const Workspace& workspace, std::size_t limit,
                                       std::int64_t before) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return read(store, "WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2",
                {before, static_cast<std::int64_t>(limit)});
}

Result<std::optional<QueuedMail>> outbox_mail(const Workspace& workspace, std::int64_t id) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return read_whole(store, "WHERE id = ?", {id});
}

Result<std::vector<QueuedMail>> outbox_about(const Workspace& workspace, std::string_view purpose,
                                             std::string_view about) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return read(store, "WHERE purpose = ? AND about = ? ORDER BY id", {purpose, about});
}

Result<OutboxCounts> outbox_counts(const Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    auto counts = store.first<OutboxCounts>(
        "SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending')), "
        "count(*) FILTER (WHERE state = 'failed'), count(*) FILTER (WHERE state = 'unknown') "
        "FROM outbox",
        {}, [](const Statement& row) {
            return OutboxCounts{row.integer(0), row.integer(1), row.integer(2)};
        });
    return counts ? Result<OutboxCounts>(counts->value_or(OutboxCounts{}))
                  : tl::unexpected(counts.error());
}

Result<bool> send_again(Workspace& workspace, std::int64_t id, Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store
        .change("UPDATE outbox SET state = 'waiting', tries = 0, next_try = ?1, problem = '' "
                "WHERE id = ?2 AND state IN ('failed', 'unknown') AND "
                "(link_until IS NULL OR (link_until > ?1 AND link_path <> ''))",
                {now.ms, id})
        .map([](std::int64_t count) { return count > 0; });
}

Result<std::optional<QueuedMail>> take_due_mail(Workspace& workspace, Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<std::optional<QueuedMail>> {
        auto due = read_whole(store,
                              "WHERE state = 'waiting' AND next_try <= ? AND (link_until IS NULL "
                              "OR link_until > ?) ORDER BY next_try, id LIMIT 1",
                              {now.ms, now.ms});
        if (!due || !*due) {
            return due;
        }
        auto& mail = **due;
        mail.state = MailState::sending;
        ++mail.tries;
        auto taken = store.run("UPDATE outbox SET state = 'sending', tries = tries + 1, sent = ? "
                               "WHERE id = ?",
                               {now.ms, mail.id});
        return taken ? std::move(due) : tl::unexpected(taken.error());
    });
}

Result<void> note_sent(Workspace& workspace, std::int64_t id, Instant now) {
    return note(workspace, id, "state = 'sent', sent = ?, problem = '', link_path = ''", {now.ms});
}

Result<void> note_not_taken(Workspace& workspace, std::int64_t id, std::string_view problem,
                            bool temporary, Instant now) {
    auto& store = workspace.store();
    const auto line = one_line_of(problem);
    const std::lock_guard lock(store.mutex);
    const auto tries = store.number("SELECT tries FROM outbox WHERE id = ?", {id});
    if (!tries) {
        return tl::unexpected(tries.error());
    }
    const auto at = static_cast<std::size_t>(std::max<std::int64_t>(*tries, 1) - 1);
    const bool again = temporary && *tries < mail_tries_max && at < waits_minutes.size();
    const auto next = now.ms + (again ? waits_minutes[at] * 60000 : 0);
    return store.run("UPDATE outbox SET state = ?, problem = ?, next_try = ?, sent = ? "
                     "WHERE id = ?",
                     {again ? "waiting" : "failed", line, next, now.ms, id});
}

Result<void> note_unknown(Workspace& workspace, std::int64_t id, std::string_view problem,
                          Instant now) {
    const auto line = one_line_of(problem);
    return note(workspace, id, "state = 'unknown', problem = ?, sent = ?", {line, now.ms});
}

Result<void> note_interrupted(Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run("UPDATE outbox SET state = 'unknown', problem = 'The program ended while it "
                     "was being sent' WHERE state = 'sending'",
                     {});
}

Result<void> forget_old_links(Workspace& workspace, Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run("UPDATE outbox SET link_path = '', "
                     "problem = CASE state WHEN 'waiting' THEN 'Its link ran out before it was "
                     "sent' ELSE problem END, "
                     "state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END "
                     "WHERE link_until <= ? AND link_path <> '' AND state <> 'sending'",
                     {now.ms});
}

} // namespace quorate::partnership
