#ifndef QUORATE_TESTS_HTTP_RAW_CLIENT_HPP
#define QUORATE_TESTS_HTTP_RAW_CLIENT_HPP
// Bytes to a server and back, as they are: for requests no client library would send.

#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::http_tests {

/// One connection. Reads give up after five seconds.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    explicit RawClient(const std::string& socket_path);
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient();

    [[nodiscard]] bool connected() const { return connected_; }
    /// False when the server has closed the connection.
    bool send(std::string_view bytes);
    /// One whole response: head, and as much body as its Content-Length says (none after HEAD or
    /// for 304).
    std::string response(bool has_body = true);
    /// What has come up to `text`, which may not come: then what came in five seconds.
    std::string until(std::string_view text);
    /// Everything until the server closes.
    std::string rest();

private:
    bool fill();
    int descriptor_ = -1;
    bool connected_ = false;
    std::string buffer_;
};

/// Sends and reads one response on a connection of its own.
std::string ask(std::uint16_t port, std::string_view request);
/// The status of a response, 0 when there was none.
int status_of(std::string_view response);
/// The value of a header, its name as sent.
std::string header_of(std::string_view response, std::string_view name);
std::string body_of(std::string_view response);

} // namespace quorate::http_tests

#endif
