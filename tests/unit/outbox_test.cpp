// The outbox: queued once, tried again after definite failures, never blindly.

#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/store.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {
namespace {

using base::Instant;

constexpr std::int64_t minute = 60000;

OutgoingMail letter(std::string about = "entry 12") {
    OutgoingMail out;
    out.to = "ann@example.org";
    out.to_name = "Seat 9";
    out.subject = "Minutes are due";
    out.text = "The minutes are due.\n";
    out.purpose = "letter";
    out.about = std::move(about);
    return out;
}

class Outbox : public testing::Test {
protected:
    Outbox() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        workspace_ = std::move(Workspace::open(folder_).value());
    }
    ~Outbox() override { std::filesystem::remove_all(folder_); }

    QueuedMail mail(std::int64_t id) { return *outbox_mail(*workspace_, id).value(); }
    std::optional<QueuedMail> due(std::int64_t at) {
        return take_due_mail(*workspace_, Instant{at}).value();
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("quorate-outbox-" + std::to_string(getpid())))
            .string();
    std::unique_ptr<Workspace> workspace_;
};

TEST_F(Outbox, TheSameMailIsQueuedOnce) {
    const auto first = queue(*workspace_, letter(), Instant{0}).value();
    auto again = letter();
    again.subject = "Other words";
    EXPECT_EQ(queue(*workspace_, again, Instant{1}).value(), first);
    EXPECT_NE(queue(*workspace_, letter("entry 13"), Instant{1}).value(), first);
    EXPECT_EQ(outbox(*workspace_, 10).value().size(), 2U);
    EXPECT_EQ(mail(first).mail.subject, "Minutes are due");
    EXPECT_EQ(mail(first).message_id.size(), 40U);
    EXPECT_EQ(outbox_about(*workspace_, "letter", "entry 12").value().size(), 1U);
}

TEST_F(Outbox, RefusesWhatCouldBecomeAHeaderOrIsTooLong) {
    const auto refuses = [&](auto change) {
        auto wrong = letter();
        change(wrong);
        return !queue(*workspace_, wrong, Instant{0});
    };
    EXPECT_TRUE(refuses([](auto& m) { m.subject = "A\r\nBcc: all@example.org"; }));
    EXPECT_TRUE(refuses([](auto& m) { m.subject = "A\nB"; }));
    EXPECT_TRUE(refuses([](auto& m) { m.to = "ann@example.org\r\nBcc: b@example.org"; }));
    EXPECT_TRUE(refuses([](auto& m) { m.to = "ann@example.org, b@example.org"; }));
    EXPECT_TRUE(refuses([](auto& m) { m.subject = std::string(201, 'x'); }));
    EXPECT_TRUE(refuses([](auto& m) { m.subject.clear(); }));
    EXPECT_TRUE(refuses([](auto& m) { m.subject = "\xff\xfe"; }));
    EXPECT_TRUE(refuses([](auto& m) { m.text = std::string("a\0b", 3); }));
    EXPECT_TRUE(refuses([](auto& m) { m.text = std::string(mail_text_length_max + 1, 'x'); }));
    EXPECT_TRUE(refuses([](auto& m) { m.about.clear(); }));
    EXPECT_TRUE(refuses([](auto& m) { m.attachments = {{"a\r\nX: y", "text/plain", ""}}; }));
    EXPECT_TRUE(refuses([](auto& m) { m.attachments = {{"a\"b", "text/plain", ""}}; }));
    EXPECT_TRUE(refuses([](auto& m) { m.attachments = {{"a", "text/plain\r\nX: y", ""}}; }));
    EXPECT_TRUE(refuses([](auto& m) { m.attachments.resize(6, {"a", "text/plain", ""}); }));
    EXPECT_FALSE(refuses([](auto& m) { m.subject = std::string(200, 'x'); }));
    EXPECT_FALSE(refuses([](auto& m) {
        m.about = "a form";
        m.text = "One\r\ntwo\r\n";
    }));
    EXPECT_EQ(outbox_about(*workspace_, "letter", "a form").value().at(0).mail.text, "One\ntwo\n");
}

TEST_F(Outbox, ADefiniteFailureIsTriedAgainAfterGrowingWaits) {
    const auto id = queue(*workspace_, letter(), Instant{0}).value();
    std::int64_t at = 0;
    std::int64_t before = 0;
    for (int i = 1; i < mail_tries_max; ++i) {
        const auto taken = due(at);
        ASSERT_TRUE(taken) << i;
        EXPECT_EQ(taken->tries, i);
        EXPECT_FALSE(due(at)) << "it is being sent";
        ASSERT_TRUE(note_not_taken(*workspace_, id, "451 later", true, Instant{at}));
        EXPECT_EQ(mail(id).state, MailState::waiting);
        const auto wait = mail(id).next_try.ms - at;
        EXPECT_GT(wait, before);
        EXPECT_FALSE(due(at + wait - 1));
        before = wait;
        at += wait;
    }
    ASSERT_TRUE(due(at));
    ASSERT_TRUE(note_not_taken(*workspace_, id, "451 later", true, Instant{at}));
    EXPECT_EQ(mail(id).state, MailState::failed);
    EXPECT_EQ(mail(id).problem, "451 later");
    EXPECT_FALSE(due(at + 1000000 * minute));
}

TEST_F(Outbox, ARefusalForGoodIsNotTriedAgainUnlessAsked) {
    const auto id = queue(*workspace_, letter(), Instant{0}).value();
    const auto message = mail(id).message_id;
    ASSERT_TRUE(due(0));
    ASSERT_TRUE(note_not_taken(*workspace_, id, "550 nobody\r\nhere", false, Instant{0}));
    EXPECT_EQ(mail(id).state, MailState::failed);
    EXPECT_EQ(mail(id).problem, "550 nobody  here") << "one line";
    EXPECT_FALSE(due(100 * minute));
    EXPECT_TRUE(send_again(*workspace_, id, Instant{100 * minute}).value());
    EXPECT_FALSE(send_again(*workspace_, id, Instant{100 * minute}).value()) << "it waits already";
    const auto again = due(100 * minute);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->message_id, message) << "known for the same mail";
    ASSERT_TRUE(note_sent(*workspace_, id, Instant{100 * minute}));
    EXPECT_FALSE(send_again(*workspace_, id, Instant{101 * minute}).value());
}

TEST_F(Outbox, WhatIsUnknownIsNeverSentBlindly) {
    const auto id = queue(*workspace_, letter(), Instant{0}).value();
    ASSERT_TRUE(due(0));
    ASSERT_TRUE(note_unknown(*workspace_, id, "the connection broke", Instant{0}));
    EXPECT_FALSE(due(100000 * minute));
    EXPECT_EQ(outbox_counts(*workspace_).value().unknown, 1);
    EXPECT_TRUE(send_again(*workspace_, id, Instant{1}).value());
    EXPECT_TRUE(due(1));
}

TEST_F(Outbox, WhatWasBeingSentWhenTheProgramEndedIsUnknown) {
    const auto id = queue(*workspace_, letter(), Instant{0}).value();
    ASSERT_TRUE(due(0));
    workspace_.reset();
    workspace_ = std::move(Workspace::open(folder_).value());
    ASSERT_TRUE(note_interrupted(*workspace_));
    EXPECT_EQ(mail(id).state, MailState::unknown);
    EXPECT_FALSE(due(100000 * minute));
}

TEST_F(Outbox, ALinkThatRanOutIsForgottenAndNotSent) {
    auto with_link = letter();
    with_link.text = "Open {link}\n";
    with_link.link_path = "/kent/link/secret";
    with_link.link_until = Instant{20 * minute};
    const auto id = queue(*workspace_, with_link, Instant{0}).value();
    EXPECT_FALSE(due(20 * minute));
    ASSERT_TRUE(forget_old_links(*workspace_, Instant{20 * minute}));
    EXPECT_EQ(mail(id).state, MailState::failed);
    EXPECT_TRUE(mail(id).mail.link_path.empty());
    EXPECT_FALSE(send_again(*workspace_, id, Instant{21 * minute}).value());
}

TEST_F(Outbox, HasALimitAndWhatWasSentLongestAgoMakesRoom) {
    auto& store = workspace_->store();
    const auto run = [&](const std::string& sql) {
        const std::lock_guard lock(store.mutex);
        return store.run(sql, {});
    };
    ASSERT_TRUE(run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                    std::to_string(outbox_max) +
                    ") INSERT INTO outbox (message, recipient, recipient_name, subject, text, "
                    "purpose, about, account, link_path, queued, next_try) SELECT i, 'a@b.example',"
                    " '', 's', 't', 'letter', i, '', '', 0, 0 FROM n"));
    const auto full = queue(*workspace_, letter(), Instant{1});
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().where, "outbox");
    ASSERT_TRUE(run("UPDATE outbox SET state = 'sent' WHERE id IN (7, 8)"));
    const auto queued = queue(*workspace_, letter(), Instant{1});
    ASSERT_TRUE(queued) << queued.error().text();
    EXPECT_FALSE(outbox_mail(*workspace_, 7).value());
    EXPECT_TRUE(outbox_mail(*workspace_, 9).value()) << "what waits stays";
    EXPECT_EQ(mail(*queued).state, MailState::waiting);
}

TEST_F(Outbox, KeepsItsFiles) {
    auto with_file = letter();
    with_file.attachments = {{"meeting.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"}};
    const auto id = queue(*workspace_, with_file, Instant{0}).value();
    EXPECT_EQ(mail(id).mail.attachments.at(0).bytes, "BEGIN:VCALENDAR");
    const auto listed = outbox(*workspace_, 1).value();
    EXPECT_EQ(listed.at(0).mail.attachments.at(0).name, "meeting.ics");
    EXPECT_TRUE(listed.at(0).mail.attachments.at(0).bytes.empty());
}

} // namespace
} // namespace quorate::partnership
