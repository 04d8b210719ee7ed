// Forms with files over real sockets: streamed, limited, answered early, cut short.

#include "http/server.hpp"
#include "raw_client.hpp"

#include <atomic>
#include <charconv>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace quorate::http_tests {

namespace {

constexpr std::uint64_t mebibyte = 1 << 20;

std::string field(const std::string& name, const std::string& value) {
    return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
           "\r\n";
}

std::string file(const std::string& name, const std::string& bytes) {
    return "--cut\r\nContent-Disposition: form-data; name=\"papers\"; filename=\"" + name +
           "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes + "\r\n";
}

const std::string last = "--cut--\r\n";

std::string head(const std::string& target, std::size_t length, const std::string& more = {}) {
    return "POST " + target +
           " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=cut\r\n" + more +
           "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

std::string whole(const std::string& target, const std::string& body) {
    return head(target, body.size()) + body;
}

/// The most memory this process has had, in KiB.
long peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    }
    return 0;
}

/// FNV-1a, block by block.
class Checksum {
public:
    void add(std::string_view bytes) {
        for (char c : bytes)
            value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    [[nodiscard]] std::string text() const { return std::to_string(value_); }

private:
    std::uint64_t value_ = 0xcbf29ce484222325;
};

std::string describe(const http::Request& request) {
    std::string out;
    const http::Fields form = request.form();
    for (const auto& [name, value] : form.entries())
        out += name + "=" + value + "\n";
    for (const http::Upload& upload : request.uploads) {
        Checksum sum;
        std::uint64_t bytes = 0;
        const auto read = upload.read([&](std::string_view block) -> base::Result<void> {
            sum.add(block);
            bytes += block.size();
            return {};
        });
        EXPECT_TRUE(read.has_value());
        EXPECT_EQ(bytes, upload.bytes);
        out += upload.field + ":" + upload.name + ":" + upload.content_type + ":" +
               std::to_string(upload.bytes) + ":" + sum.text() + "\n";
    }
    return out;
}

/// The fields, and of the files what is left when their bytes are not kept.
std::string describe_names(const http::Request& request) {
    std::string out;
    const http::Fields form = request.form();
    for (const auto& [name, value] : form.entries())
        out += name + "=" + value + "\n";
    if (!request.files_refused.empty())
        out += "not kept: " + request.files_refused + "\n";
    out += "names: ";
    for (const http::Upload& upload : request.uploads) {
        const auto read = upload.read(
            [](std::string_view) { return base::Result<void>(base::fail("", "there are bytes")); });
        EXPECT_TRUE(read.has_value());
        out += (out.ends_with(' ') ? "" : ",") + upload.name;
    }
    return out + "\n";
}

class UploadTest : public testing::Test {
protected:
    void SetUp() override {
        http::Router router;
        const auto taken = [this](const http::Request& request) {
            ++handled_;
            return http::text_response(describe(request));
        };
        router.post("/send", taken,
                    {.body_bytes_max = 1000, .uploads = http::UploadLimits{20000, 3, 40000}});
        router.post("/big", taken,
                    {.uploads = http::UploadLimits{50 * mebibyte, 10, 100 * mebibyte}});
        router.post("/kept",
                    [](const http::Request& request) {
                        return http::text_response(describe_names(request));
                    },
                    {.body_bytes_max = 1000,
                     .uploads = http::UploadLimits{20000, 3, 40000},
                     .keeps_form = true,
                     .takes_files_of = [](const http::Request& request) {
                         return request.cookie("session") == "good";
                     }});
        router.post("/plain", taken);
        router.post(
            "/members/{name}", taken,
            {.uploads = http::UploadLimits{20000, 3, 40000},
             .before_body = [this](const http::Request& request) -> std::optional<http::Response> {
                 ++asked_;
                 if (request.capture("name") == "broken")
                     throw http::BrokenRequest(403, "Not you.");
                 if (request.cookie("session") == "good")
                     return std::nullopt;
                 return http::see_other("/sign-in?for=" + request.capture("name"));
             }});
        http::ServerOptions options;
        options.port = 0;
        auto started = http::Server::start(std::move(router), std::move(options));
        ASSERT_TRUE(started.has_value()) << started.error().text();
        server_ = std::move(*started);
        port_ = server_->port();
    }

    std::atomic<int> handled_{0};
    std::atomic<int> asked_{0};
    std::unique_ptr<http::Server> server_;
    std::uint16_t port_ = 0;
};

} // namespace

TEST_F(UploadTest, fields_and_files_arrive) {
    const std::string body = field("title", "A\r\nB") + file("one.pdf", "%PDF-1") +
                             field("note", "") + file("two.pdf", std::string(15000, 'x')) +
                             file("", "") + file("none.pdf", "") + last;
    const std::string response = ask(port_, whole("/send", body));
    EXPECT_EQ(status_of(response), 200);
    Checksum sum;
    sum.add("%PDF-1");
    const std::string text = body_of(response);
    EXPECT_TRUE(
        text.starts_with("title=A\nB\nnote=\npapers:one.pdf:application/pdf:6:" + sum.text()))
        << text;
    EXPECT_NE(text.find("two.pdf:application/pdf:15000:"), std::string::npos) << text;
    EXPECT_NE(text.find("none.pdf:application/pdf:0:"), std::string::npos) << text;
    EXPECT_EQ(text.find("papers::"), std::string::npos) << "an empty file input is left out";
}

TEST_F(UploadTest, cut_anywhere_on_the_wire_and_in_chunks) {
    const std::string body = field("title", "T") + file("one.pdf", "\r\n--cu\r\n--cut") + last;
    const std::string right = field("title", "T") + file("one.pdf", "\r\n--cu\r\n--cu!") + last;
    EXPECT_EQ(status_of(ask(port_, whole("/send", body))), 400);
    const std::string expected = body_of(ask(port_, whole("/send", right)));
    EXPECT_NE(expected.find("one.pdf:application/pdf:13:"), std::string::npos) << expected;
    std::string chunked = "POST /send HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                          "Content-Type: multipart/form-data; boundary=\"cut\"\r\n\r\n";
    for (char c : right)
        chunked += std::string("1\r\n") + c + "\r\n";
    EXPECT_EQ(body_of(ask(port_, chunked + "0\r\n\r\n")), expected);
}

TEST_F(UploadTest, limits_are_named_with_the_file) {
    const std::string exact = file("a.pdf", std::string(20000, 'x')) + last;
    EXPECT_EQ(status_of(ask(port_, whole("/send", exact))), 200);

    const std::string large =
        file("small.pdf", "x") + file("large.pdf", std::string(20001, 'x')) + last;
    const std::string one = ask(port_, whole("/send", large));
    EXPECT_EQ(status_of(one), 413);
    EXPECT_EQ(body_of(one), "One file may be at most 19.5 KB here, and “large.pdf” is larger. Make "
                            "it smaller or split it, then send it again.\n");

    std::string many;
    for (const char* name : {"1.pdf", "2.pdf", "3.pdf", "4.pdf"})
        many += file(name, "x");
    const std::string count = ask(port_, whole("/send", many + last));
    EXPECT_EQ(status_of(count), 413);
    EXPECT_EQ(body_of(count), "Only 3 files can be sent at once here, and “4.pdf” is one too many. "
                              "Send the rest separately.\n");

    std::string heavy;
    for (const char* name : {"1.pdf", "2.pdf", "3.pdf"})
        heavy += file(name, std::string(15000, 'x'));
    const std::string total = ask(port_, whole("/send", heavy + last));
    EXPECT_EQ(status_of(total), 413);
    EXPECT_NE(body_of(total).find("39 KB together here, and with “3.pdf”"), std::string::npos)
        << body_of(total);

    const std::string wordy =
        ask(port_, whole("/send", field("text", std::string(1001, 'x')) + last));
    EXPECT_EQ(status_of(wordy), 413);
    EXPECT_NE(body_of(wordy).find("1000 bytes without the files"), std::string::npos);
    EXPECT_EQ(handled_, 1);
}

TEST_F(UploadTest, a_form_is_taken_without_files_that_pass_a_limit) {
    const std::string body = file("small.pdf", "x") + file("large.pdf", std::string(30000, 'x')) +
                             file("more.pdf", "y") + field("title", "After them") + last;
    const std::string response =
        ask(port_, head("/kept", body.size(), "Cookie: session=good\r\n") + body);
    EXPECT_EQ(status_of(response), 200);
    const std::string text = body_of(response);
    EXPECT_TRUE(text.starts_with("title=After them\n")) << text;
    EXPECT_NE(text.find("not kept: One file may be at most 19.5 KB here, and “large.pdf” is"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("small.pdf,large.pdf,more.pdf"), std::string::npos) << text;
}

TEST_F(UploadTest, of_whoever_may_send_no_files_only_their_names_are_kept) {
    const std::string body = field("title", "T") + file("one.pdf", "bytes") + last;
    const std::string response = ask(port_, whole("/kept", body));
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(body_of(response), "title=T\nnames: one.pdf\n");
}

TEST_F(UploadTest, over_a_limit_the_rest_is_read_so_that_the_answer_is_seen) {
    const std::uint64_t length = 30 * mebibyte;
    const std::string start = file("huge.pdf", "").substr(0, file("huge.pdf", "").size() - 2);
    RawClient client(port_);
    ASSERT_TRUE(client.send(head("/send", start.size() + length) + start));
    const std::string block(mebibyte, 'x');
    for (std::uint64_t sent = 0; sent < length; sent += block.size())
        ASSERT_TRUE(client.send(block)) << sent;
    const std::string response = client.response();
    EXPECT_EQ(status_of(response), 413);
    EXPECT_NE(body_of(response).find("“huge.pdf” is larger"), std::string::npos) << response;
    EXPECT_EQ(handled_, 0);
}

TEST_F(UploadTest, thirty_megabytes_pass_without_being_held_in_memory) {
    const std::string block(mebibyte, '\r');
    Checksum sum;
    for (int i = 0; i < 30; ++i)
        sum.add(block);
    const std::string start = file("book.pdf", "").substr(0, file("book.pdf", "").size() - 2);
    const std::string end = "\r\n" + last;
    const long before = peak_memory();
    RawClient client(port_);
    ASSERT_TRUE(client.send(head("/big", start.size() + 30 * mebibyte + end.size()) + start));
    for (int i = 0; i < 30; ++i)
        ASSERT_TRUE(client.send(block));
    ASSERT_TRUE(client.send(end));
    const std::string response = client.response();
    const long grown = peak_memory() - before;
    EXPECT_EQ(body_of(response), "papers:book.pdf:application/pdf:31457280:" + sum.text() + "\n");
    EXPECT_LT(grown, 8 << 10) << "KiB";
}

TEST_F(UploadTest, a_route_without_uploads_is_415) {
    const std::string response = ask(port_, whole("/plain", field("a", "b") + last));
    EXPECT_EQ(status_of(response), 415);
    EXPECT_EQ(body_of(response), "This address takes no files.\n");
    const std::string plain =
        ask(port_, "POST /send HTTP/1.1\r\nHost: x\r\nContent-Type: "
                   "application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=b+c");
    EXPECT_EQ(body_of(plain), "a=b c\n");
}

TEST_F(UploadTest, malformed_forms_are_400_and_said_in_words) {
    const std::string cut = ask(port_, whole("/send", file("a.pdf", "half")));
    EXPECT_EQ(status_of(cut), 400);
    EXPECT_EQ(body_of(cut), "The form could not be read: it was cut short. Send it again.\n");
    const std::string binary = ask(port_, whole("/send", field("a", std::string(1, '\0')) + last));
    EXPECT_EQ(status_of(binary), 400);
    const std::string none =
        ask(port_, "POST /send HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\n"
                   "Content-Length: 3\r\n\r\nabc");
    EXPECT_EQ(status_of(none), 400);
    EXPECT_EQ(handled_, 0);
}

TEST_F(UploadTest, the_route_may_answer_before_the_body) {
    const std::string body = file("a.pdf", "x") + last;
    const std::string away = ask(port_, whole("/members/ann", body));
    EXPECT_EQ(status_of(away), 303);
    EXPECT_EQ(header_of(away, "Location"), "/sign-in?for=ann");
    EXPECT_EQ(status_of(ask(port_, whole("/members/broken", body))), 403);
    EXPECT_EQ(handled_, 0);

    const std::string huge = ask(port_, head("/members/ann", 50 * mebibyte));
    EXPECT_EQ(status_of(huge), 303) << "before a byte of the body is sent";
    const std::string asking = ask(port_, head("/members/ann", 1000, "Expect: 100-continue\r\n"));
    EXPECT_EQ(status_of(asking), 303);

    const std::string in =
        ask(port_, head("/members/ann", body.size(), "Cookie: a=b; session=good\r\n") + body);
    EXPECT_EQ(status_of(in), 200);
    EXPECT_EQ(handled_, 1);
    EXPECT_EQ(asked_, 5);
}

TEST_F(UploadTest, whoever_was_answered_early_can_go_on_sending_and_read_the_answer) {
    RawClient client(port_);
    ASSERT_TRUE(client.send(head("/members/ann", 50 * mebibyte)));
    const std::string block(mebibyte, 'x');
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(client.send(block)) << i;
    EXPECT_EQ(status_of(client.response()), 303);
}

TEST_F(UploadTest, stopping_lets_an_upload_under_way_finish) {
    const std::string body = file("a.pdf", std::string(10000, 'x')) + last;
    RawClient client(port_);
    client.send(head("/send", body.size()) + body.substr(0, 5000));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::jthread stopping([this] { server_->stop(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    client.send(body.substr(5000));
    const std::string response = client.response();
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(header_of(response, "Connection"), "close");
}

} // namespace quorate::http_tests
