// Limits and malformed requests over real sockets: each gets an answer or a closed connection, and
// the next request is served.

#include "server_fixture.hpp"

namespace quorate::http_tests {

TEST_F(ServerTest, a_body_over_the_limit_is_413) {
    start({.body_bytes_max = 1000});
    const std::string exact =
        ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n" +
                       std::string(1000, 'a'));
    EXPECT_EQ(status_of(exact), 200);
    const std::string over =
        ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n" +
                       std::string(1001, 'a'));
    EXPECT_EQ(status_of(over), 413);
    EXPECT_NE(body_of(over).find("The limit here is 1000 bytes"), std::string::npos) << over;
    EXPECT_EQ(header_of(over, "X-Content-Type-Options"), "nosniff");
    const std::string chunked =
        ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                       std::string(2000, 'a') + "\r\n0\r\n\r\n");
    EXPECT_EQ(status_of(chunked), 413);
}

TEST_F(ServerTest, a_route_may_have_a_limit_of_its_own) {
    start();
    EXPECT_EQ(
        status_of(
            ask(port_, "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789")),
        200);
    EXPECT_EQ(
        status_of(
            ask(port_, "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n01234567890")),
        413);
}

TEST_F(ServerTest, a_huge_body_is_refused_before_it_is_sent) {
    start();
    const std::string huge =
        ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n");
    EXPECT_EQ(status_of(huge), 413);
    const std::string asked = ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: "
                                         "100-continue\r\nContent-Length: 2000000\r\n\r\n");
    EXPECT_EQ(status_of(asked), 413);
}

TEST_F(ServerTest, long_addresses_and_heads_are_refused) {
    start();
    EXPECT_EQ(status_of(get("/hello/" + std::string(9000, 'a'))), 414);
    EXPECT_EQ(status_of(get("/", "X-Long: " + std::string(40000, 'a') + "\r\n")), 431);
    std::string many;
    for (int i = 0; i < 101; ++i)
        many += "X-" + std::to_string(i) + ": 1\r\n";
    EXPECT_EQ(status_of(get("/", many)), 431);
    // Beyond what is read at all, the connection ends with an answer in the 400s or with none.
    const int far_over = status_of(get("/" + std::string(300000, 'a')));
    EXPECT_TRUE(far_over == 0 || (far_over >= 400 && far_over < 500)) << far_over;
    EXPECT_EQ(status_of(get("/")), 200);
}

TEST_F(ServerTest, malformed_addresses_are_400) {
    start();
    for (const char* target :
         {"/hello/%", "/hello/%zz", "/hello/%00", "/hello/%ff", "/../etc/passwd", "/a//b",
          "/hello/x?a=%", "/hello/%2e%2e", "//evil.example/"})
        EXPECT_EQ(status_of(get(target)), 400) << target;
}

TEST_F(ServerTest, contradictory_framing_is_refused) {
    start();
    const std::string two_lengths = ask(
        port_,
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde");
    EXPECT_EQ(status_of(two_lengths), 400);
    const std::string both = ask(port_, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                        "3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    EXPECT_EQ(status_of(both), 400);
    const std::string hosts = ask(port_, "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
    EXPECT_EQ(status_of(hosts), 400);
}

TEST_F(ServerTest, rubbish_never_stops_the_server) {
    start();
    const std::string samples[] = {
        "\r\n\r\n\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost x\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9),
        std::string(1000, '\0')};
    for (const std::string& bytes : samples) {
        RawClient client(port_);
        client.send(bytes);
        client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        const int status = status_of(client.response());
        EXPECT_TRUE(status == 0 || status == 200 || (status >= 400 && status < 600)) << bytes;
        EXPECT_EQ(status_of(get("/")), 200);
    }
}

TEST_F(ServerTest, a_client_that_goes_away_mid_body_harms_nobody) {
    start();
    for (int i = 0; i < 20; ++i) {
        RawClient client(port_);
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
    }
    EXPECT_EQ(status_of(get("/")), 200);
}

} // namespace quorate::http_tests
