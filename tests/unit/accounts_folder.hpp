#ifndef QUORATE_TESTS_UNIT_ACCOUNTS_FOLDER_HPP
#define QUORATE_TESTS_UNIT_ACCOUNTS_FOLDER_HPP
// Accounts in a workspace of a folder of their own, which can be opened again.

#include "partnership/workspace/accounts.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::partnership {

inline OutgoingMail plain_mail(const Account& account, std::string_view token) {
    OutgoingMail out;
    out.to_name = account.title;
    out.subject = "A link";
    out.text = "Open {link}\n";
    out.purpose = "sign-in-link";
    out.link_path = "/kent/link/" + std::string(token);
    return out;
}

class AccountsFolder : public testing::Test {
protected:
    explicit AccountsFolder(const std::string& name)
        : folder_((std::filesystem::temp_directory_path() / (name + std::to_string(getpid())))
                      .string()) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        open();
    }
    ~AccountsFolder() override { std::filesystem::remove_all(folder_); }

    void open() {
        workspace_.reset();
        auto opened = Workspace::open(folder_);
        ASSERT_TRUE(opened) << opened.error().text();
        workspace_ = std::move(*opened);
    }
    [[nodiscard]] Accounts& accounts() const { return workspace_->accounts(); }

    std::string folder_;
    std::unique_ptr<Workspace> workspace_;
};

} // namespace quorate::partnership

#endif
