// The server over real sockets: answers, errors, HEAD, keep-alive, the local socket, many at once.

#include "http/rate_limit.hpp"
#include "server_fixture.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace quorate::http_tests {

TEST_F(ServerTest, answers_on_a_free_port) {
    start();
    EXPECT_GT(port_, 0);
    const std::string home = get("/");
    EXPECT_EQ(status_of(home), 200);
    EXPECT_EQ(body_of(home), "<p>home</p>");
    EXPECT_EQ(header_of(home, "Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(header_of(home, "X-Content-Type-Options"), "nosniff");
    EXPECT_FALSE(header_of(home, "ETag").empty());
    EXPECT_EQ(body_of(get("/where")), "127.0.0.1");
}

TEST_F(ServerTest, decodes_path_and_query) {
    start();
    EXPECT_EQ(body_of(get("/hello/R%26D%20%C3%A9?mark=%21+%3F")), "hello R&D \xc3\xa9! ?");
    EXPECT_EQ(body_of(get("/hello/a%2Fb")), "hello a/b");
}

TEST_F(ServerTest, head_is_get_without_the_body) {
    start();
    RawClient client(port_);
    client.send("HEAD /large HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string head = client.response(false);
    EXPECT_EQ(status_of(head), 200);
    EXPECT_EQ(header_of(head, "Content-Length"), "300000");
    // The connection goes on: no stray body follows.
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(client.response()), "<p>home</p>");
}

TEST_F(ServerTest, unchanged_is_304_and_compressed_is_smaller) {
    start();
    const std::string etag = header_of(get("/large"), "ETag");
    const std::string again =
        ask(port_, "GET /large HTTP/1.1\r\nHost: x\r\nIf-None-Match: " + etag + "\r\n\r\n");
    EXPECT_EQ(status_of(again), 304);
    const std::string packed = get("/large", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(header_of(packed, "Content-Encoding"), "gzip");
    EXPECT_LT(body_of(packed).size(), 2000u);
}

TEST_F(ServerTest, errors_are_said_in_words) {
    start();
    const std::string missing = get("/no/such/page");
    EXPECT_EQ(status_of(missing), 404);
    EXPECT_NE(body_of(missing).find("no page at this address"), std::string::npos);
    EXPECT_EQ(header_of(missing, "X-Content-Type-Options"), "nosniff");

    const std::string method = ask(port_, "DELETE /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(method), 405);
    EXPECT_EQ(header_of(method, "Allow"), "POST, OPTIONS");
    EXPECT_EQ(status_of(ask(port_, "BREW / HTTP/1.1\r\nHost: x\r\n\r\n")), 405);
    const std::string options = ask(port_, "OPTIONS / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(options), 204);
    EXPECT_EQ(header_of(options, "Allow"), "GET, HEAD, OPTIONS");

    EXPECT_EQ(status_of(get("/refused")), 409);
    const std::string json = get("/refused", "Accept: application/json\r\n");
    EXPECT_EQ(header_of(json, "Content-Type"), "application/problem+json");
    EXPECT_NE(body_of(json).find("Somebody was faster."), std::string::npos);
}

TEST_F(ServerTest, an_exception_is_a_500_that_keeps_its_secret) {
    start();
    const std::string response = get("/broken");
    EXPECT_EQ(status_of(response), 500);
    EXPECT_EQ(response.find("secret"), std::string::npos);
    ASSERT_EQ(errors().size(), 1u);
    EXPECT_EQ(errors().front(), "GET /broken: secret");
    EXPECT_EQ(status_of(get("/split?to=/%0D%0AX:%20y")), 500);
    EXPECT_EQ(status_of(get("/")), 200);
}

TEST_F(ServerTest, the_error_page_can_be_replaced) {
    http::ServerOptions options;
    options.error_page = [](const http::Request&, const http::ErrorPage& page) {
        return http::html_response("<h1>" + std::to_string(page.status) + "</h1>");
    };
    start(std::move(options));
    const std::string response = get("/nothing");
    EXPECT_EQ(status_of(response), 404);
    EXPECT_EQ(body_of(response), "<h1>404</h1>");
}

TEST_F(ServerTest, a_slash_at_the_end_leads_to_the_page) {
    start();
    const std::string response = get("/hello/x/?mark=1");
    EXPECT_EQ(status_of(response), 308);
    EXPECT_EQ(header_of(response, "Location"), "/hello/x?mark=1");
}

TEST_F(ServerTest, bodies_arrive_whole_by_length_and_in_chunks) {
    start();
    const std::string body(100000, 'b');
    const std::string by_length =
        ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + body);
    EXPECT_EQ(body_of(by_length), "100000:" + std::string(40, 'b'));
    const std::string chunked = ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                           "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    EXPECT_EQ(body_of(chunked), "5:abcde");
}

TEST_F(ServerTest, several_requests_on_one_connection) {
    start();
    RawClient client(port_);
    client.send("GET /hello/1 HTTP/1.1\r\nHost: x\r\n\r\nGET /hello/2 HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(client.response()), "hello 1");
    EXPECT_EQ(body_of(client.response()), "hello 2");
}

TEST_F(ServerTest, every_answer_is_logged) {
    std::mutex mutex;
    std::vector<http::AccessRecord> records;
    http::ServerOptions options;
    options.access_log = [&](const http::AccessRecord& record) {
        const std::lock_guard lock(mutex);
        records.push_back(record);
    };
    start(std::move(options));
    RawClient client(port_);
    client.send(
        "GET /hello/x?mark=1 HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
    client.response();
    client.response();
    server_->stop();
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[0].target, "/hello/x?mark=1");
    EXPECT_EQ(records[0].remote, "127.0.0.1");
    EXPECT_EQ(records[0].status, 200);
    EXPECT_EQ(records[0].bytes, 8u);
    EXPECT_EQ(records[1].status, 404);
}

TEST_F(ServerTest, who_asks_too_often_is_told_to_wait) {
    http::RateLimiter limiter({.per_second = 0.1, .burst = 2});
    http::ServerOptions options;
    options.rate_limit = [&limiter](const http::Request& request) {
        return limiter.take(request.remote, http::RateLimiter::Clock::now());
    };
    start(std::move(options));
    EXPECT_EQ(status_of(get("/")), 200);
    EXPECT_EQ(status_of(get("/")), 200);
    const std::string response = get("/");
    EXPECT_EQ(status_of(response), 429);
    EXPECT_EQ(header_of(response, "Retry-After"), "10");
}

TEST_F(ServerTest, the_same_routes_answer_on_a_socket_only_its_owner_may_open) {
    const std::string path = "/tmp/quorate-http-test-" + std::to_string(getpid()) + ".sock";
    http::ServerOptions options;
    options.socket_path = path;
    start(options);
    struct stat status {};
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    RawClient client(path);
    ASSERT_TRUE(client.connected());
    client.send("GET /where HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(client.response()), "local");

    options.port.reset();
    const auto second = http::Server::start(routes(), options);
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().message, "another program is serving there");
    server_->stop();
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(ServerTest, a_socket_left_behind_is_replaced_but_a_file_is_not) {
    const std::string path = "/tmp/quorate-http-left-" + std::to_string(getpid()) + ".sock";
    http::ServerOptions options;
    options.socket_path = path;
    { std::ofstream(path) << "precious"; }
    options.port.reset();
    EXPECT_FALSE(http::Server::start(routes(), options).has_value());
    EXPECT_EQ(std::filesystem::file_size(path), 8u);
    std::filesystem::remove(path);
}

TEST_F(ServerTest, a_port_in_use_and_a_wrong_address_are_said_in_words) {
    start();
    http::ServerOptions options;
    options.port = port_;
    const auto taken = http::Server::start(routes(), options);
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(taken.error().message, "another program is listening there");
    options.address = "localhorst";
    EXPECT_EQ(http::Server::start(routes(), options).error().message, "this is not an IP address");
    options.address = "192.0.2.1";
    EXPECT_EQ(http::Server::start(routes(), options).error().message,
              "this machine does not have that address");
}

TEST_F(ServerTest, many_at_once) {
    start({.threads = 4});
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 16; ++t)
            threads.emplace_back([this, t, &right] {
                RawClient client(port_);
                for (int i = 0; i < 200; ++i) {
                    const std::string name = std::to_string(t) + "-" + std::to_string(i);
                    client.send("GET /hello/" + name + " HTTP/1.1\r\nHost: x\r\n\r\n");
                    if (body_of(client.response()) == "hello " + name)
                        ++right;
                }
            });
    }
    EXPECT_EQ(right, 16 * 200);
}

TEST_F(ServerTest, stopping_lets_an_answer_under_way_finish) {
    http::Router router;
    std::atomic<bool> inside{false};
    router.get("/slow", [&inside](const http::Request&) {
        inside = true;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        return http::text_response("done");
    });
    http::ServerOptions options;
    options.port = 0;
    auto server = http::Server::start(std::move(router), options).value();
    RawClient idle(server->port());
    RawClient client(server->port());
    client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!inside)
        std::this_thread::yield();
    const std::uint16_t port = server->port();
    server->stop();
    EXPECT_EQ(body_of(client.response()), "done");
    EXPECT_FALSE(RawClient(port).connected());
    server->stop();
}

} // namespace quorate::http_tests
