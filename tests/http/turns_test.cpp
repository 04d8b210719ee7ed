// Requests that take long on purpose: one after another, and in nobody else's way.

#include "http/server.hpp"
#include "raw_client.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <gtest/gtest.h>
#include <mutex>

namespace quorate::http_tests {

namespace {

/// What a long request waits at until it is let through.
class Gate {
public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++reached_;
        moved_.notify_all();
        moved_.wait(lock, [this] { return open_; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        moved_.notify_all();
    }
    /// Waits until so many are at it.
    void reached(int count = 1) {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [this, count] { return reached_ >= count; });
    }
    int count() {
        const std::lock_guard lock(mutex_);
        return reached_;
    }

private:
    std::mutex mutex_;
    std::condition_variable moved_;
    int reached_ = 0;
    bool open_ = false;
};

/// One thread that answers, and a route that takes long.
class TurnsTest : public testing::Test {
protected:
    TurnsTest() {
        http::Router router;
        router.get("/short", [](const http::Request&) { return http::text_response("short"); });
        for (const char* target : {"/long", "/asks"}) {
            router.post(target, [this](const http::Request& request) {
                gate_.pass();
                return http::text_response("took " + request.body);
            });
        }
        http::ServerOptions options;
        options.port = 0;
        options.threads = 1;
        options.stop_grace = std::chrono::milliseconds(50);
        http::LongRequests one_by_one;
        one_by_one.which = [](const http::Request& request) { return request.path == "/long"; };
        one_by_one.waiting_max = 2;
        http::LongRequests two_at_a_time = one_by_one;
        two_at_a_time.which = [](const http::Request& request) { return request.path == "/asks"; };
        two_at_a_time.threads = 2;
        two_at_a_time.waiting_max = 3;
        options.long_requests = {one_by_one, two_at_a_time};
        auto started = http::Server::start(std::move(router), std::move(options));
        EXPECT_TRUE(started.has_value());
        server_ = std::move(*started);
    }
    ~TurnsTest() override {
        gate_.open();
        server_.reset();
    }
    static void send(RawClient& client, const std::string& target = "/long") {
        client.send("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nit");
    }
    /// Answered by the one thread, so everything sent before has come by then.
    [[nodiscard]] std::string short_one() const {
        return ask(server_->port(), "GET /short HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    Gate gate_;
    std::unique_ptr<http::Server> server_;
};

} // namespace

TEST_F(TurnsTest, short_requests_do_not_wait_for_long_ones) {
    RawClient first(server_->port());
    RawClient second(server_->port());
    send(first);
    gate_.reached();
    send(second);
    EXPECT_EQ(body_of(short_one()), "short");
    EXPECT_EQ(gate_.count(), 1) << "one at a time";
    gate_.open();
    EXPECT_EQ(body_of(first.response()), "took it");
    EXPECT_EQ(body_of(second.response()), "took it");
    send(first);
    EXPECT_EQ(body_of(first.response()), "took it") << "the connection goes on";
}

TEST_F(TurnsTest, kinds_of_long_requests_do_not_wait_for_each_other) {
    std::deque<RawClient> clients;
    for (const char* target : {"/long", "/long", "/asks", "/asks", "/asks"}) {
        clients.emplace_back(server_->port());
        send(clients.back(), target);
    }
    gate_.reached(3);
    EXPECT_EQ(body_of(short_one()), "short");
    EXPECT_EQ(gate_.count(), 3) << "one of the first kind and two of the second";
    gate_.open();
    for (auto& each : clients)
        EXPECT_EQ(body_of(each.response()), "took it");
}

TEST_F(TurnsTest, when_too_many_wait_the_next_is_told_to_try_again) {
    RawClient begun(server_->port());
    send(begun);
    gate_.reached();
    RawClient one(server_->port());
    RawClient two(server_->port());
    RawClient over(server_->port());
    send(one);
    send(two);
    EXPECT_EQ(body_of(short_one()), "short");
    send(over);
    const auto refused = over.response();
    EXPECT_EQ(status_of(refused), 503);
    EXPECT_EQ(header_of(refused, "Retry-After"), "5");
    EXPECT_NE(body_of(refused).find("Too many wait at this moment."), std::string::npos);
    gate_.open();
    for (auto* each : {&begun, &one, &two})
        EXPECT_EQ(body_of(each->response()), "took it");
}

TEST_F(TurnsTest, stopping_tells_those_who_wait) {
    RawClient begun(server_->port());
    send(begun);
    gate_.reached();
    RawClient waits(server_->port());
    send(waits);
    EXPECT_EQ(body_of(short_one()), "short");
    auto stopping = std::async(std::launch::async, [this] { server_->stop(); });
    EXPECT_EQ(stopping.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout)
        << "what was begun is ended";
    gate_.open();
    stopping.wait();
    EXPECT_EQ(gate_.count(), 1) << "and nothing else begun";
}

} // namespace quorate::http_tests
