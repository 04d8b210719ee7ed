#include "smtp_server.hpp"

#include <arpa/inet.h>
#include <cstdlib>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace quorate::mail_tests {

namespace {

void say(int connection, const std::string& line) {
    const auto bytes = line + "\r\n";
    static_cast<void>(::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

/// One line without its end; nothing when the other side has gone.
std::optional<std::string> line_from(int connection) {
    std::string out;
    char c = 0;
    while (::recv(connection, &c, 1, 0) == 1) {
        if (c == '\n') {
            if (!out.empty() && out.back() == '\r') {
                out.pop_back();
            }
            return out;
        }
        out += c;
    }
    return std::nullopt;
}

} // namespace

SmtpServerForTests::SmtpServerForTests(Manner manner) : manner_(manner) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listening_, plain, size) != 0 || ::listen(listening_, 8) != 0 ||
        ::getsockname(listening_, plain, &size) != 0) {
        std::abort();
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

SmtpServerForTests::~SmtpServerForTests() {
    stopping_ = true;
    thread_.join();
    ::close(listening_);
}

std::string SmtpServerForTests::url() const {
    return "smtp://127.0.0.1:" + std::to_string(port_);
}

std::vector<Received> SmtpServerForTests::received() const {
    const std::lock_guard lock(mutex_);
    return received_;
}

void SmtpServerForTests::run() {
    while (!stopping_) {
        pollfd waiting{listening_, POLLIN, 0};
        if (::poll(&waiting, 1, 50) != 1) {
            continue;
        }
        const int connection = ::accept(listening_, nullptr, nullptr);
        if (connection >= 0) {
            talk(connection);
            ::close(connection);
        }
    }
}

bool SmtpServerForTests::take_data(int connection, Received& mail) {
    say(connection, "354 Go on");
    while (const auto line = line_from(connection)) {
        if (*line == ".") {
            const std::lock_guard lock(mutex_);
            received_.push_back(mail);
            return true;
        }
        mail.data += (line->starts_with('.') ? line->substr(1) : *line) + "\r\n";
    }
    return false;
}

void SmtpServerForTests::talk(int connection) {
    say(connection, "220 tests ESMTP");
    Received mail;
    while (const auto line = line_from(connection)) {
        const auto manner = manner_.load();
        if (line->starts_with("EHLO") || line->starts_with("HELO")) {
            say(connection, "250 tests");
        } else if (line->starts_with("MAIL FROM:")) {
            mail.from = line->substr(10);
            say(connection, "250 Yes");
        } else if (line->starts_with("RCPT TO:")) {
            mail.to = line->substr(8);
            say(connection, manner == Manner::refuses_recipient ? "550 No such person"
                            : manner == Manner::recipient_later ? "451 Come back later"
                                                                : "250 Yes");
        } else if (*line == "DATA") {
            if (manner == Manner::breaks_before_data || !take_data(connection, mail) ||
                manner == Manner::breaks_after_data) {
                return;
            }
            if (manner == Manner::says_nothing) {
                line_from(connection);
                return;
            }
            say(connection, manner == Manner::refuses_message ? "554 Not this one"
                            : manner == Manner::message_later ? "452 No room"
                                                              : "250 Taken");
        } else if (*line == "QUIT") {
            say(connection, "221 Bye");
            return;
        } else {
            say(connection, "250 Yes");
        }
    }
}

} // namespace quorate::mail_tests
