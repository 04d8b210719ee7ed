#ifndef QUORATE_TESTS_MAIL_SMTP_SERVER_HPP
#define QUORATE_TESTS_MAIL_SMTP_SERVER_HPP
// A small mail server that does as it is told, well or badly.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quorate::mail_tests {

enum class Manner {
    takes,              ///< 250 to everything
    refuses_recipient,  ///< 550 to RCPT
    recipient_later,    ///< 451 to RCPT
    refuses_message,    ///< 554 to the end of the data
    message_later,      ///< 452 to the end of the data
    breaks_after_data,  ///< closes when it has the whole message, without an answer
    breaks_before_data, ///< closes when DATA is asked for
    says_nothing        ///< never answers the end of the data
};

struct Received {
    std::string from; ///< as in MAIL FROM:
    std::string to;
    std::string data; ///< with the doubled dots undone
};

/// Listens on a free port of this machine until it goes.
class SmtpServerForTests {
public:
    explicit SmtpServerForTests(Manner manner);
    ~SmtpServerForTests();
    SmtpServerForTests(const SmtpServerForTests&) = delete;
    SmtpServerForTests& operator=(const SmtpServerForTests&) = delete;

    [[nodiscard]] std::string url() const;
    void behave(Manner manner) { manner_ = manner; }
    /// Every message whose end came, taken or not.
    [[nodiscard]] std::vector<Received> received() const;

private:
    void run();
    void talk(int connection);
    bool take_data(int connection, Received& mail);

    std::atomic<Manner> manner_;
    std::atomic<bool> stopping_{false};
    int listening_ = -1;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::thread thread_;
};

} // namespace quorate::mail_tests

#endif
