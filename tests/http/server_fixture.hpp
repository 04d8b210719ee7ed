#ifndef QUORATE_TESTS_HTTP_SERVER_FIXTURE_HPP
#define QUORATE_TESTS_HTTP_SERVER_FIXTURE_HPP
// A server with a few routes on a free port.

#include "http/json.hpp"
#include "http/server.hpp"
#include "raw_client.hpp"

#include <gtest/gtest.h>
#include <mutex>

namespace quorate::http_tests {

class ServerTest : public testing::Test {
protected:
    static http::Router routes() {
        http::Router router;
        router.get("/", [](const http::Request&) { return http::html_response("<p>home</p>"); });
        router.get("/hello/{name}", [](const http::Request& request) {
            return http::text_response("hello " + request.capture("name") +
                                       std::string(request.query.get("mark").value_or("")));
        });
        router.get("/large", [](const http::Request&) {
            return http::html_response(std::string(300000, 'x'));
        });
        router.get("/broken", [](const http::Request&) -> http::Response {
            throw std::runtime_error("secret");
        });
        router.get("/refused", [](const http::Request&) -> http::Response {
            throw http::BrokenRequest(409, "Somebody was faster.");
        });
        router.get("/split", [](const http::Request& request) {
            return http::see_other(std::string(request.query.get("to").value_or("/")));
        });
        router.get("/where", [](const http::Request& request) {
            return http::text_response(request.local ? "local" : request.remote);
        });
        router.post("/echo", [](const http::Request& request) {
            return http::text_response(std::to_string(request.body.size()) + ":" +
                                       request.body.substr(0, 40));
        });
        router.post("/small",
                    [](const http::Request& request) { return http::text_response(request.body); },
                    {.body_bytes_max = 10});
        return router;
    }

    void start(http::ServerOptions options = {}) {
        options.port = 0;
        options.error_log = [this](const std::string& what) {
            const std::lock_guard lock(mutex_);
            errors_.push_back(what);
        };
        auto started = http::Server::start(routes(), std::move(options));
        ASSERT_TRUE(started.has_value()) << started.error().text();
        server_ = std::move(*started);
        port_ = server_->port();
    }

    std::string get(const std::string& target, const std::string& headers = {}) const {
        return ask(port_, "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }

    std::vector<std::string> errors() {
        const std::lock_guard lock(mutex_);
        return errors_;
    }

    std::mutex mutex_;
    std::vector<std::string> errors_;
    std::unique_ptr<http::Server> server_;
    std::uint16_t port_ = 0;
};

} // namespace quorate::http_tests

#endif
