#include "views/accounts/outbox.hpp"

#include "base/text.hpp"
#include "views/accounts/accounts.hpp"
#include "views/desk/practice.hpp"
#include "views/ground.hpp"

namespace quorate::views {

using base::Result;
using partnership::MailState;
using partnership::QueuedMail;

namespace {

struct StateWords {
    const char* word;
    const char* words;
};

StateWords words_of(MailState state, bool practice) {
    switch (state) {
    case MailState::waiting:
        return practice ? StateWords{"kept", "Kept here"} : StateWords{"waiting", "Waiting"};
    case MailState::sending:
        return {"sending", "Being sent"};
    case MailState::sent:
        return {"sent", "Sent"};
    case MailState::failed:
        return {"failed", "Not sent"};
    case MailState::unknown:
        break;
    }
    return {"unknown", "May not have arrived"};
}

Moment moment_of(const Ground& ground, base::Instant instant) {
    return {instant, ground.partnership.zone().local(instant)};
}

MailLine line_of(const Ground& ground, const QueuedMail& mail) {
    const auto state = words_of(mail.state, has_practice_accounts(ground.partnership));
    MailLine out{mail.id,
                 mail.mail.subject,
                 mail.mail.to,
                 mail.mail.to_name,
                 state.word,
                 state.words,
                 moment_of(ground, mail.queued),
                 {}};
    if (mail.sent) {
        out.sent = moment_of(ground, *mail.sent);
    }
    return out;
}

std::vector<std::vector<std::string>> paragraphs_of(const std::string& text) {
    std::vector<std::vector<std::string>> out(1);
    for (const auto line : base::split(text, '\n')) {
        if (!line.empty()) {
            out.back().emplace_back(line);
        } else if (!out.back().empty()) {
            out.emplace_back();
        }
    }
    if (out.back().empty()) {
        out.pop_back();
    }
    return out;
}

/// Whether the viewer may see the one-time link of a mail. Where mail goes out only its receiver
/// does: who reads the outbox must not be able to sign in as somebody else.
Result<bool> may_see_link(const Ground& ground, const QueuedMail& mail, bool mail_server) {
    if (has_practice_accounts(ground.partnership)) {
        return true;
    }
    const bool by_office = mail.mail.purpose == "invitation" || mail.mail.purpose == "reset";
    if (mail_server || !by_office) {
        return false;
    }
    return ground.partnership.workspace()
        ->accounts()
        .find(mail.mail.account)
        .map([&](const std::optional<partnership::Account>& account) {
            return account && may_keep(ground.see.viewer().kind, account->kind);
        });
}

Result<std::optional<QueuedMail>> read(const Ground& ground, std::int64_t id) {
    if (!ground.see.outbox() || ground.partnership.workspace() == nullptr) {
        return std::optional<QueuedMail>{};
    }
    return partnership::outbox_mail(*ground.partnership.workspace(), id);
}

bool may_send_again(const QueuedMail& mail) {
    const bool stuck = mail.state == MailState::failed || mail.state == MailState::unknown;
    return stuck && (!mail.mail.link_until || !mail.mail.link_path.empty());
}

} // namespace

Result<std::optional<std::vector<MailLine>>> mail_lines(const Reader& reader, std::size_t limit,
                                                        std::int64_t before) {
    const auto& ground = reader.ground();
    if (!ground.see.outbox() || ground.partnership.workspace() == nullptr) {
        return std::optional<std::vector<MailLine>>{};
    }
    const auto mails = partnership::outbox(*ground.partnership.workspace(), limit, before);
    if (!mails) {
        return tl::unexpected(mails.error());
    }
    std::vector<MailLine> out;
    for (const auto& mail : *mails) {
        out.push_back(line_of(ground, mail));
    }
    return std::optional(std::move(out));
}

Result<std::optional<MailShown>> mail_shown(const Reader& reader, std::int64_t id,
                                            bool mail_server) {
    const auto& ground = reader.ground();
    const auto found = read(ground, id);
    if (!found || !*found) {
        return found ? std::optional<MailShown>{}
                     : Result<std::optional<MailShown>>(tl::unexpected(found.error()));
    }
    const auto& mail = **found;
    MailShown out;
    out.line = line_of(ground, mail);
    out.message_id = mail.message_id;
    out.tries = mail.tries;
    out.problem = mail.problem;
    if (mail.state == MailState::waiting && mail.tries > 0) {
        out.next_try = moment_of(ground, mail.next_try);
    }
    out.paragraphs = paragraphs_of(mail.mail.text);
    for (const auto& file : mail.mail.attachments) {
        out.files.push_back(file.name);
    }
    out.may_send_again = may_send_again(mail);
    out.carries_link = mail.mail.link_until.has_value();
    if (!mail.mail.link_path.empty()) {
        const auto may = may_see_link(ground, mail, mail_server);
        if (!may) {
            return tl::unexpected(may.error());
        }
        if (*may) {
            out.link = mail.mail.link_path;
        }
    }
    return std::optional(std::move(out));
}

Result<std::optional<partnership::MailAttachment>> mail_file(const Reader& reader, std::int64_t id,
                                                             std::int64_t number) {
    auto found = read(reader.ground(), id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found || number < 1 ||
        number > static_cast<std::int64_t>((*found)->mail.attachments.size())) {
        return std::optional<partnership::MailAttachment>{};
    }
    return std::optional((*found)->mail.attachments[static_cast<std::size_t>(number - 1)]);
}

} // namespace quorate::views
