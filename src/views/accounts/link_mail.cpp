// The mails that carry one-time links.

#include "base/one_line.hpp"
#include "views/accounts/accounts.hpp"
#include "views/desk/viewer.hpp"

namespace quorate::views {

using partnership::Account;
using partnership::LinkPurpose;
using partnership::OutgoingMail;
using partnership::Partnership;

namespace {

std::string name_of(const Partnership& partnership) {
    const auto reader = Reader::open(partnership);
    return reader ? reader->about().name : partnership.id();
}

/// A subject is one line; names are long at times.
std::string subject(std::string_view words, const std::string& name) {
    return std::string(words) + base::shortened(base::one_line(name), 120);
}

OutgoingMail invitation(const std::string& name, const Account& account, const std::string& whom,
                        const std::optional<base::CivilDate>& last) {
    OutgoingMail out;
    out.purpose = "invitation";
    out.subject = subject("Your invitation to ", name);
    out.text =
        "You are invited to sign in to " + name + " as " + whom +
        ".\n\nOpen this page. It asks you to choose a password; if you would rather have a "
        "link by mail each time, you can say so there.\n\n{link}\n\nThe link works once, "
        "within seven days. The name you sign in with is " +
        account.name + "." +
        (last ? " The last day on which you can sign in is " + base::words(*last) + "." : "") +
        "\n\nIf you did not expect this, you need do nothing: without the link nobody can "
        "sign in.\n";
    return out;
}

OutgoingMail sign_in(const std::string& name, const std::string& whom) {
    OutgoingMail out;
    out.purpose = "sign-in-link";
    out.subject = subject("Sign in to ", name);
    out.text = "Open this page and press Sign in:\n\n{link}\n\nThe link works once, within 20 "
               "minutes, and signs you in to " +
               name + " as " + whom +
               ".\n\nIf you did not ask for it, you need do nothing: somebody typed your name or "
               "address, and cannot sign in without this mail.\n";
    return out;
}

OutgoingMail reset(const std::string& name, const Account& account) {
    OutgoingMail out;
    out.purpose = "reset";
    out.subject = subject("A new password for ", name);
    out.text = "Open this page and choose a new password:\n\n{link}\n\nThe link works once, and "
               "not for long. The name you sign in with to " +
               name + " is " + account.name +
               ". Once the new password is chosen, you are signed out everywhere else.\n\nIf you "
               "did not ask for it, you need do nothing: your password stays as it is.\n";
    return out;
}

} // namespace

partnership::ComposeLinkMail link_mail(const Partnership& partnership, LinkPurpose purpose) {
    return [&partnership, purpose](const Account& account, std::string_view token) {
        const auto name = name_of(partnership);
        const bool by_link = purpose == LinkPurpose::sign_in || account.practice;
        const bool invited = account.status == partnership::AccountStatus::invited;
        const auto whom = viewer_title(partnership, account);
        auto out = by_link ? sign_in(name, whom)
                   : purpose == LinkPurpose::reset && !invited
                       ? reset(name, account)
                       : invitation(name, account, whom, last_day(partnership, account));
        out.to_name = whom;
        out.link_path = link_path(partnership, token);
        return out;
    };
}

} // namespace quorate::views
