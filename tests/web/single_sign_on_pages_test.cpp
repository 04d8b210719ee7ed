// The way to a provider and back while it is slow or silent: nobody else waits for it, and whoever
// signs in is told.

#include "browser.hpp"
#include "views/desk/practice.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/site.hpp"

#include <condition_variable>
#include <deque>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>

namespace quorate::web_tests {

namespace {

constexpr const char* issuer = "https://id.example";

/// A provider that can be made to keep everybody waiting.
class SlowProvider {
public:
    base::Result<oidc::Answer> answer(const oidc::Question& question) {
        std::unique_lock lock(mutex_);
        ++asked_;
        moved_.notify_all();
        moved_.wait(lock, [this] { return !hangs_; });
        if (question.url != oidc::discovery_url(issuer)) {
            return base::fail("id.example", "it did not answer in time");
        }
        return oidc::Answer{200, R"({"issuer": "https://id.example",
            "authorization_endpoint": "https://id.example/authorize",
            "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys",
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"]})"};
    }
    void hang(bool on) {
        const std::lock_guard lock(mutex_);
        hangs_ = on;
        moved_.notify_all();
    }
    /// Waits until so many questions have come.
    void asked(int count) {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [&] { return asked_ >= count; });
    }

private:
    std::mutex mutex_;
    std::condition_variable moved_;
    bool hangs_ = false;
    int asked_ = 0;
};

/// A site with one thread that answers, where people sign in with a slow provider.
class SlowSignIn : public testing::Test {
protected:
    SlowSignIn() {
        hosted_.add(folder_.take());
        std::ofstream(folder_.folder() + "/sign-in.toml")
            << "[provider.council]\nname = \"Riverside Council\"\nissuer = \"" << issuer
            << "\"\nclient_id = \"quorate\"\nclaim = \"oid\"\n";
        web::SiteOptions options;
        options.single_sign_on = std::make_shared<web::SingleSignOn>(
            hosted_, std::filesystem::path(folder_.folder()).parent_path().string(),
            [this](const std::string& words) { notes_ += words + "\n"; },
            [this](const oidc::Question& question) { return provider_.answer(question); });
        http::Router router;
        web::add_routes(router, hosted_, options);
        http::ServerOptions server;
        server.port = 0;
        server.threads = 1;
        server.error_page = web::error_page;
        server.long_requests = {web::requests_with_passwords(), web::requests_that_ask_providers()};
        auto started = http::Server::start(std::move(router), std::move(server));
        EXPECT_TRUE(started.has_value());
        server_ = std::move(*started);
    }
    ~SlowSignIn() override {
        provider_.hang(false);
        server_.reset();
    }
    [[nodiscard]] std::string get(const std::string& path, const std::string& headers = {}) const {
        return http_tests::ask(server_->port(), "GET /kent-rehearsal" + path +
                                                    " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                                                    "\r\n");
    }

    SlowProvider provider_;
    InFolder folder_{"kent-rehearsal"};
    views::HostedPartnerships hosted_;
    std::string notes_;
    std::unique_ptr<http::Server> server_;
};

} // namespace

TEST_F(SlowSignIn, nobody_else_waits_for_a_provider_that_hangs) {
    ASSERT_NE(get("/sign-in").find("Sign in with Riverside Council"), std::string::npos) << notes_;
    provider_.hang(true);
    std::deque<http_tests::RawClient> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.emplace_back(server_->port());
        waiting.back().send(
            "GET /kent-rehearsal/sign-in/with/council HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    provider_.asked(3);
    EXPECT_EQ(http_tests::status_of(get("/meetings")), 200);
    const auto form =
        urlencoded({{"name", "secretariat"}, {"password", std::string(views::practice_password)}});
    const auto in = http_tests::ask(
        server_->port(), "POST /kent-rehearsal/sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: "
                         "http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                         "Content-Length: " +
                             std::to_string(form.size()) + "\r\n\r\n" + form);
    EXPECT_EQ(http_tests::status_of(in), 303) << "by password as ever";
    provider_.hang(false);
    for (auto& each : waiting) {
        EXPECT_EQ(http_tests::status_of(each.response()), 303);
    }
}

TEST_F(SlowSignIn, whoever_comes_back_is_told_that_the_provider_did_not_answer) {
    const auto sent = get("/sign-in/with/council");
    ASSERT_EQ(http_tests::status_of(sent), 303) << sent << notes_;
    const auto address = http_tests::header_of(sent, "Location");
    const auto state = address.substr(address.find("state=") + 6, 43);
    const auto set = http_tests::header_of(sent, "Set-Cookie");
    const auto back = get("/sign-in/back?code=x&state=" + state,
                          "Cookie: " + set.substr(0, set.find(';')) + "\r\n");
    EXPECT_EQ(http_tests::status_of(back), 503) << back;
    EXPECT_NE(back.find("Riverside Council cannot be reached at the moment"), std::string::npos);
    EXPECT_NE(back.find("Sign in another way"), std::string::npos);
    EXPECT_NE(notes_.find("it did not answer in time"), std::string::npos);
}

} // namespace quorate::web_tests
