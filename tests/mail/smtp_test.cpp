// Giving mail to a server that is well, one that says no, and one that breaks off.

#include "mail/sender.hpp"
#include "partnership/workspace/outbox.hpp"
#include "smtp_server.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::mail {
namespace {

using base::Instant;
using mail_tests::Manner;
using mail_tests::SmtpServerForTests;
using partnership::MailState;

SmtpServer at(const SmtpServerForTests& server) {
    SmtpServer out;
    out.url = server.url();
    out.connect_timeout = std::chrono::seconds(2);
    out.timeout = std::chrono::seconds(2);
    return out;
}

Delivery delivered(Manner manner) {
    const SmtpServerForTests server(manner);
    return deliver(at(server), {"clerk@example.org", "ann@example.org"},
                   "Subject: Hello\r\n\r\nText\r\n");
}

TEST(Smtp, GivesTheMessageAsItIs) {
    const SmtpServerForTests server(Manner::takes);
    const auto delivery = deliver(at(server), {"clerk@example.org", "ann@example.org"},
                                  "Subject: Hello\r\n\r\n.\r\n..two\r\n.end\r\n");
    EXPECT_EQ(delivery.fate, Fate::taken) << delivery.problem;
    ASSERT_EQ(server.received().size(), 1U);
    EXPECT_EQ(server.received()[0].from, "<clerk@example.org>");
    EXPECT_EQ(server.received()[0].to, "<ann@example.org>");
    EXPECT_EQ(server.received()[0].data, "Subject: Hello\r\n\r\n.\r\n..two\r\n.end\r\n");
}

TEST(Smtp, TellsRefusedForGoodFromForNow) {
    EXPECT_EQ(delivered(Manner::refuses_recipient).fate, Fate::refused);
    EXPECT_EQ(delivered(Manner::refuses_recipient).problem, "550 No such person");
    EXPECT_EQ(delivered(Manner::recipient_later).fate, Fate::refused_for_now);
    EXPECT_EQ(delivered(Manner::refuses_message).fate, Fate::refused);
    EXPECT_EQ(delivered(Manner::message_later).fate, Fate::refused_for_now);
}

TEST(Smtp, WhatMayHaveBeenTakenIsUnknown) {
    EXPECT_EQ(delivered(Manner::breaks_after_data).fate, Fate::unknown);
    EXPECT_EQ(delivered(Manner::says_nothing).fate, Fate::unknown);
}

TEST(Smtp, WhatCannotHaveBeenTakenIsNot) {
    EXPECT_EQ(delivered(Manner::breaks_before_data).fate, Fate::refused_for_now);
    SmtpServer nobody;
    {
        const SmtpServerForTests gone(Manner::takes);
        nobody = at(gone);
    }
    EXPECT_EQ(deliver(nobody, {"a@example.org", "b@example.org"}, "Subject: x\r\n\r\n").fate,
              Fate::refused_for_now);
}

TEST(Smtp, TakesTwoFormsOfAddressAndNoOther) {
    for (const auto* good :
         {"smtp://mail.example.org:587", "smtps://mail.example.org", "smtp://127.0.0.1:25"}) {
        EXPECT_TRUE(check_server({.url = good, .user = {}, .password = {}, .ca_file = {}})) << good;
    }
    for (const auto* bad : {"", "mail.example.org", "http://mail.example.org", "smtp://",
                            "smtp://user:secret@mail.example.org", "smtp://a b"}) {
        EXPECT_FALSE(check_server({.url = bad, .user = {}, .password = {}, .ca_file = {}})) << bad;
    }
}

class SenderTest : public testing::Test {
protected:
    SenderTest() { std::filesystem::remove_all(folder_); }
    ~SenderTest() override { std::filesystem::remove_all(folder_); }

    partnership::Partnership& make(governance::PartnershipKind kind) {
        partnership::NewPartnership genesis;
        genesis.partnership = "town";
        genesis.kind = kind;
        genesis.recorded = base::parse_instant("2026-01-01T09:00:00Z").value();
        auto made = partnership::Partnership::create(folder_, genesis);
        EXPECT_TRUE(made) << made.error().text();
        partnership_ = std::move(*made);
        return *partnership_;
    }
    std::int64_t queue_letter(const std::string& about) {
        partnership::OutgoingMail mail;
        mail.to = "ann@example.org";
        mail.subject = "Über die Sitzung";
        mail.text = "Open {link}\n";
        mail.purpose = "invitation";
        mail.about = about;
        mail.link_path = "/town/link/secret";
        mail.link_until = Instant{base::system_now().ms + 600000};
        return partnership::queue(*partnership_->workspace(), mail, base::system_now()).value();
    }
    partnership::QueuedMail mail(std::int64_t id) {
        return *partnership::outbox_mail(*partnership_->workspace(), id).value();
    }
    SenderOptions options(const SmtpServerForTests& server) {
        SenderOptions out;
        out.server = at(server);
        out.from = "clerk@town.example";
        out.public_url = "https://town.example";
        out.look_every = std::chrono::hours(1);
        return out;
    }
    /// What the thread begins with may have been taken already.
    void send_all(Sender& sender, std::int64_t id) {
        for (int i = 0; i < 100; ++i) {
            sender.send_due(base::system_now());
            const auto state = mail(id).state;
            if (state != MailState::waiting && state != MailState::sending) {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("quorate-mail-" + std::to_string(getpid())))
            .string();
    std::unique_ptr<partnership::Partnership> partnership_;
};

TEST_F(SenderTest, SendsTheMailOfARealPartnershipOnce) {
    SmtpServerForTests server(Manner::takes);
    auto& town = make(governance::PartnershipKind::real);
    const auto id = queue_letter("one");
    auto named = options(server);
    named.name_of = [](const partnership::Partnership&) { return "Die Brücke, \"Town\""; };
    Sender sender({&town}, named);
    send_all(sender, id);
    EXPECT_EQ(mail(id).state, MailState::sent) << mail(id).problem;
    EXPECT_TRUE(mail(id).mail.link_path.empty()) << "the link is forgotten once it is sent";
    ASSERT_EQ(server.received().size(), 1U);
    const auto data = server.received().at(0).data;
    EXPECT_NE(data.find("From: =?utf-8?B?"), std::string::npos) << data;
    EXPECT_NE(data.find("https://town.example/town/link/secret"), std::string::npos) << data;
    EXPECT_NE(data.find("Message-ID: <" + mail(id).message_id + "@town.example>"),
              std::string::npos)
        << data;
    sender.send_due(base::system_now());
    EXPECT_EQ(server.received().size(), 1U);
}

TEST_F(SenderTest, ALettersOwnWordsAreNoLink) {
    SmtpServerForTests server(Manner::takes);
    auto& town = make(governance::PartnershipKind::real);
    partnership::OutgoingMail letter;
    letter.to = "ann@example.org";
    letter.subject = "A letter";
    letter.text = "Write {link} where the link goes.\n";
    letter.purpose = "letter";
    letter.about = "entry 12";
    const auto id = partnership::queue(*town.workspace(), letter, base::system_now()).value();
    Sender sender({&town}, options(server));
    send_all(sender, id);
    EXPECT_EQ(mail(id).state, MailState::sent);
    EXPECT_NE(server.received().at(0).data.find("Write {link} where"), std::string::npos);
}

TEST_F(SenderTest, NeverSendsTheMailOfWhatIsNotReal) {
    SmtpServerForTests server(Manner::takes);
    auto& town = make(governance::PartnershipKind::fictional);
    const auto id = queue_letter("one");
    Sender sender({&town}, options(server));
    EXPECT_EQ(sender.send_due(base::system_now()), 0U);
    EXPECT_EQ(mail(id).state, MailState::waiting);
    EXPECT_TRUE(server.received().empty());
}

TEST_F(SenderTest, WithoutAServerMailWaits) {
    auto& town = make(governance::PartnershipKind::real);
    const auto id = queue_letter("one");
    Sender sender({&town}, {});
    EXPECT_EQ(sender.send_due(base::system_now()), 0U);
    EXPECT_EQ(mail(id).state, MailState::waiting);
}

TEST_F(SenderTest, AnUnknownFateIsLeftUntilSomebodySaysSo) {
    SmtpServerForTests server(Manner::breaks_after_data);
    auto& town = make(governance::PartnershipKind::real);
    const auto id = queue_letter("one");
    Sender sender({&town}, options(server));
    send_all(sender, id);
    EXPECT_EQ(mail(id).state, MailState::unknown);
    server.behave(Manner::takes);
    EXPECT_EQ(sender.send_due(base::system_now()), 0U);
    EXPECT_EQ(server.received().size(), 1U);
    ASSERT_TRUE(partnership::send_again(*town.workspace(), id, base::system_now()).value());
    send_all(sender, id);
    EXPECT_EQ(mail(id).state, MailState::sent);
    EXPECT_EQ(server.received().size(), 2U);
}

TEST_F(SenderTest, ARefusalForNowIsTriedAgainLater) {
    SmtpServerForTests server(Manner::recipient_later);
    auto& town = make(governance::PartnershipKind::real);
    const auto id = queue_letter("one");
    Sender sender({&town}, options(server));
    for (int i = 0; i < 100 && mail(id).tries == 0; ++i) {
        sender.send_due(base::system_now());
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    for (int i = 0; i < 100 && mail(id).state == MailState::sending; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(mail(id).state, MailState::waiting);
    EXPECT_EQ(mail(id).problem, "451 Come back later");
    server.behave(Manner::takes);
    EXPECT_EQ(sender.send_due(base::system_now()), 0U) << "not before its time";
    EXPECT_EQ(sender.send_due(Instant{base::system_now().ms + 61000}), 1U);
    EXPECT_EQ(mail(id).state, MailState::sent);
}

TEST(SenderOptionsTest, SayWhatIsMissing) {
    SenderOptions options;
    EXPECT_TRUE(check(options));
    options.server =
        SmtpServer{.url = "smtp://mail.example.org:587", .user = {}, .password = {}, .ca_file = {}};
    EXPECT_FALSE(check(options)) << "no sender";
    options.from = "clerk@example.org";
    EXPECT_FALSE(check(options)) << "no address of the site";
    options.public_url = "https://quorate.example.org";
    EXPECT_TRUE(check(options));
    options.from = "clerk@example.org\r\nX: y";
    EXPECT_FALSE(check(options));
}

} // namespace
} // namespace quorate::mail
