// Files sent from disk: whole, unchanged, in a range, under their name.

#include "http/file.hpp"
#include "http/server.hpp"
#include "raw_client.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace quorate::http_tests {

namespace {

class FileTest : public testing::Test {
protected:
    void SetUp() override {
        path_ = std::filesystem::temp_directory_path() /
                ("quorate-file-test-" + std::to_string(getpid()));
        for (std::size_t i = 0; i < 3000000; ++i)
            bytes_ += static_cast<char>('a' + i % 26);
        std::ofstream(path_) << bytes_;
        http::Router router;
        router.get("/paper", [this](const http::Request&) {
            return http::file_response({.path = path_,
                                        .content_type = "application/pdf",
                                        .etag = "digest",
                                        .name = "Café “minutes”.pdf",
                                        .disposition = http::Disposition::inline_})
                .value();
        });
        router.get("/empty", [](const http::Request&) {
            return http::file_response(
                       {.path = "/dev/null", .content_type = "text/plain", .etag = "e"})
                .value_or(http::text_response("not a plain file", 404));
        });
        http::ServerOptions options;
        options.port = 0;
        server_ = http::Server::start(std::move(router), std::move(options)).value();
    }
    void TearDown() override { std::filesystem::remove(path_); }

    std::string get(const std::string& headers = {}, const std::string& method = "GET") const {
        return ask(server_->port(), method + " /paper HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }

    std::filesystem::path path_;
    std::string bytes_;
    std::unique_ptr<http::Server> server_;
};

} // namespace

TEST_F(FileTest, whole_with_its_headers) {
    const std::string response = get("Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(body_of(response), bytes_);
    EXPECT_EQ(header_of(response, "Content-Length"), "3000000");
    EXPECT_EQ(header_of(response, "Content-Type"), "application/pdf");
    EXPECT_EQ(header_of(response, "Content-Encoding"), "");
    EXPECT_EQ(header_of(response, "ETag"), "\"digest\"");
    EXPECT_EQ(header_of(response, "Cache-Control"), "private, no-cache");
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(response, "Content-Disposition"),
              "inline; filename=\"Caf_ _minutes_.pdf\"; "
              "filename*=UTF-8''Caf%C3%A9%20%E2%80%9Cminutes%E2%80%9D.pdf");
}

TEST_F(FileTest, head_and_unchanged_send_no_bytes) {
    const std::string head = get("", "HEAD");
    EXPECT_EQ(header_of(head, "Content-Length"), "3000000");
    EXPECT_EQ(body_of(head), "");
    EXPECT_EQ(status_of(get("If-None-Match: \"digest\"\r\n")), 304);
}

TEST_F(FileTest, one_range_is_206) {
    const std::string middle = get("Range: bytes=1000000-1000009\r\n");
    EXPECT_EQ(status_of(middle), 206);
    EXPECT_EQ(body_of(middle), bytes_.substr(1000000, 10));
    EXPECT_EQ(header_of(middle, "Content-Range"), "bytes 1000000-1000009/3000000");
    EXPECT_EQ(body_of(get("Range: bytes=-5\r\n")), bytes_.substr(bytes_.size() - 5));
    EXPECT_EQ(body_of(get("Range: bytes=2999990-\r\nIf-Range: \"digest\"\r\n")),
              bytes_.substr(2999990));
    EXPECT_EQ(status_of(get("Range: bytes=0-1\r\nIf-Range: \"other\"\r\n")), 200);
    EXPECT_EQ(status_of(get("Range: bytes=0-1,4-5\r\n")), 200);
    const std::string outside = get("Range: bytes=3000000-\r\n");
    EXPECT_EQ(status_of(outside), 416);
    EXPECT_EQ(header_of(outside, "Content-Range"), "bytes */3000000");
    EXPECT_EQ(body_of(outside), "");
}

TEST_F(FileTest, what_is_no_plain_file_is_refused) {
    EXPECT_EQ(status_of(ask(server_->port(), "GET /empty HTTP/1.1\r\nHost: x\r\n\r\n")), 404);
    EXPECT_FALSE(http::file_response({.path = "/no/such", .content_type = "x", .etag = "e"}));
    EXPECT_FALSE(http::file_response({.path = "/tmp", .content_type = "x", .etag = "e"}));
}

TEST(range, is_read_or_passed_over) {
    const auto is = [](std::string_view text, std::uint64_t first, std::uint64_t length) {
        const auto range = http::parse_range(text, 100);
        return range && range->first == first && range->length == length;
    };
    EXPECT_TRUE(is("bytes=0-0", 0, 1));
    EXPECT_TRUE(is("bytes=0-", 0, 100));
    EXPECT_TRUE(is("bytes=10-1000", 10, 90));
    EXPECT_TRUE(is("bytes=-1000", 0, 100));
    EXPECT_TRUE(is("bytes=-0", 100, 0));
    EXPECT_TRUE(is("bytes=100-", 0, 0));
    EXPECT_TRUE(is("bytes=0-18446744073709551615", 0, 100));
    for (const char* odd :
         {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=1-2,3-4", "items=0-1",
          "bytes=0-99999999999999999999", "bytes=+1-2"})
        EXPECT_FALSE(http::parse_range(odd, 100).has_value()) << odd;
}

TEST(content_disposition, keeps_odd_names_in_their_place) {
    using http::Disposition;
    EXPECT_EQ(http::content_disposition(Disposition::attachment, ""), "attachment");
    EXPECT_EQ(http::content_disposition(Disposition::attachment, "Agenda 1.pdf"),
              "attachment; filename=\"Agenda 1.pdf\"");
    EXPECT_EQ(http::content_disposition(Disposition::inline_, "a\"\r\n;b/c%41\\.pdf"),
              "inline; filename=\"a___;b_c_41_.pdf\"; "
              "filename*=UTF-8''a%22%0D%0A%3Bb%2Fc%2541%5C.pdf");
}

} // namespace quorate::http_tests
