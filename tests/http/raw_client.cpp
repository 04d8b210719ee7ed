#include "raw_client.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace quorate::http_tests {

namespace {

void limit_waiting(int descriptor, int seconds = 5) {
    const timeval time{seconds, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

} // namespace

RawClient::RawClient(std::uint16_t port) : descriptor_(socket(AF_INET, SOCK_STREAM, 0)) {
    limit_waiting(descriptor_);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

RawClient::RawClient(const std::string& socket_path)
    : descriptor_(socket(AF_UNIX, SOCK_STREAM, 0)) {
    limit_waiting(descriptor_);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socket_path.c_str(), socket_path.size() + 1);
    connected_ =
        connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

RawClient::~RawClient() {
    close(descriptor_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::fill() {
    char block[16384];
    const ssize_t count = recv(descriptor_, block, sizeof block, 0);
    if (count <= 0)
        return false;
    buffer_.append(block, static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::response(bool has_body) {
    // It will come, on a busy machine later.
    limit_waiting(descriptor_, 60);
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return std::exchange(buffer_, {});
    }
    end += 4;
    std::size_t length = 0;
    const std::string announced =
        header_of(std::string_view(buffer_).substr(0, end), "Content-Length");
    if (has_body)
        std::from_chars(announced.data(), announced.data() + announced.size(), length);
    while (buffer_.size() < end + length && fill()) {
    }
    std::string out = buffer_.substr(0, end + length);
    buffer_.erase(0, out.size());
    return out;
}

std::string RawClient::until(std::string_view text) {
    limit_waiting(descriptor_);
    std::size_t found = std::string::npos;
    while ((found = buffer_.find(text)) == std::string::npos) {
        if (!fill())
            return std::exchange(buffer_, {});
    }
    std::string out = buffer_.substr(0, found + text.size());
    buffer_.erase(0, out.size());
    return out;
}

std::string RawClient::rest() {
    limit_waiting(descriptor_);
    while (fill()) {
    }
    return std::exchange(buffer_, {});
}

std::string ask(std::uint16_t port, std::string_view request) {
    RawClient client(port);
    client.send(request);
    return client.response(!request.starts_with("HEAD"));
}

int status_of(std::string_view response) {
    int status = 0;
    if (response.starts_with("HTTP/1.1 ") && response.size() > 12)
        std::from_chars(response.data() + 9, response.data() + 12, status);
    return status;
}

std::string header_of(std::string_view response, std::string_view name) {
    const std::string start = "\r\n" + std::string(name) + ": ";
    const std::size_t found = response.find(start);
    if (found == std::string_view::npos)
        return {};
    const std::string_view value = response.substr(found + start.size());
    return std::string(value.substr(0, value.find("\r\n")));
}

std::string body_of(std::string_view response) {
    const std::size_t end = response.find("\r\n\r\n");
    return end == std::string_view::npos ? std::string() : std::string(response.substr(end + 4));
}

} // namespace quorate::http_tests
