#include "mail/sender.hpp"

#include "mail/message.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/outbox.hpp"

namespace quorate::mail {

using base::Instant;
using partnership::Partnership;
using partnership::QueuedMail;

namespace {

bool sends(const Partnership& partnership) {
    return partnership.kind() == governance::PartnershipKind::real &&
           partnership.workspace() != nullptr;
}

std::string host_of(const std::string& email) {
    return email.substr(email.find('@') + 1);
}

/// The message, with its link in place; nothing when the link is gone.
std::optional<Message> message_of(const Partnership& partnership, const QueuedMail& mail,
                                  const SenderOptions& options, Instant now) {
    Message out;
    out.from = options.from;
    out.from_name = options.name_of ? options.name_of(partnership) : std::string();
    out.to = mail.mail.to;
    out.subject = mail.mail.subject;
    out.text = mail.mail.text;
    out.message_id = mail.message_id + "@" + host_of(options.from);
    out.date = now;
    const auto mark = out.text.find(partnership::mail_link_mark);
    if (mail.mail.link_until && mark != std::string::npos) {
        if (mail.mail.link_path.empty()) {
            return std::nullopt;
        }
        out.text.replace(mark, partnership::mail_link_mark.size(),
                         options.public_url + mail.mail.link_path);
    }
    for (const auto& file : mail.mail.attachments) {
        out.files.push_back({file.name, file.content_type, file.bytes});
    }
    return out;
}

base::Result<void> note_fate(partnership::Workspace& workspace, std::int64_t id,
                             const Delivery& delivery, Instant now) {
    switch (delivery.fate) {
    case Fate::taken:
        return note_sent(workspace, id, now);
    case Fate::unknown:
        return note_unknown(workspace, id, delivery.problem, now);
    case Fate::refused:
    case Fate::refused_for_now:
        break;
    }
    return note_not_taken(workspace, id, delivery.problem, delivery.fate == Fate::refused_for_now,
                          now);
}

} // namespace

base::Result<void> check(const SenderOptions& options) {
    if (!options.server) {
        return {};
    }
    if (auto fit = check_server(*options.server); !fit) {
        return fit;
    }
    if (!partnership::plain_email(options.from)) {
        return base::fail("--mail-from", "mail needs a sender's address",
                          "Such as --mail-from clerk@example.org");
    }
    if (options.public_url.empty()) {
        return base::fail("--public-url", "mail holds links, so the address of the site is needed",
                          "Such as --public-url https://quorate.example.org");
    }
    return {};
}

Sender::Sender(std::vector<Partnership*> partnerships, SenderOptions options)
    : partnerships_(std::move(partnerships)), options_(std::move(options)) {
    for (auto* each : partnerships_) {
        if (each->workspace() != nullptr) {
            static_cast<void>(partnership::note_interrupted(*each->workspace()));
        }
    }
    thread_ = std::thread([this] { run(); });
}

Sender::~Sender() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void Sender::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        send_due(base::system_now());
        lock.lock();
        woken_.wait_for(lock, options_.look_every, [&] { return stopping_; });
    }
}

std::size_t Sender::send_due(Instant now) {
    std::size_t tried = 0;
    for (auto* each : partnerships_) {
        if (each->workspace() == nullptr) {
            continue;
        }
        static_cast<void>(partnership::forget_old_links(*each->workspace(), now));
        while (options_.server && sends(*each) && send_one(*each, now)) {
            ++tried;
            const std::lock_guard lock(mutex_);
            if (stopping_) {
                return tried;
            }
        }
    }
    return tried;
}

bool Sender::send_one(Partnership& partnership, Instant now) {
    auto& workspace = *partnership.workspace();
    const auto due = partnership::take_due_mail(workspace, now);
    if (!due || !*due) {
        return false;
    }
    const auto& mail = **due;
    const auto message = message_of(partnership, mail, options_, now);
    const auto delivery =
        message ? deliver(*options_.server, {options_.from, mail.mail.to}, compose(*message))
                : Delivery{Fate::refused, "Its link opens nothing any more"};
    const auto noted = note_fate(workspace, mail.id, delivery, now);
    if (options_.note && (delivery.fate != Fate::taken || !noted)) {
        options_.note("mail " + std::to_string(mail.id) + " of " + partnership.id() +
                      " was not sent; the outbox says why");
    }
    // What cannot be noted down must not be tried again and again.
    return noted.has_value();
}

} // namespace quorate::mail
