#ifndef QUORATE_MAIL_SENDER_HPP
#define QUORATE_MAIL_SENDER_HPP
// The one thread that sends what waits in the outboxes.

#include "mail/smtp.hpp"
#include "partnership/partnership.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace quorate::mail {

struct SenderOptions {
    std::optional<SmtpServer> server; ///< none: nothing is sent; links that run out are forgotten
    std::string from;                 ///< the sender's address
    std::string public_url;           ///< what the paths of links are put after
    /// The sender's name in a partnership's mail; none: the address alone.
    std::function<std::string(const partnership::Partnership&)> name_of = {};
    std::function<void(const std::string&)> note = {}; ///< a line for the log; no address in it
    std::chrono::milliseconds look_every{3000};
};

/// The outboxes of real partnerships are sent; those of practice copies and made-up partnerships
/// never. The partnerships must outlive it.
class Sender {
public:
    Sender(std::vector<partnership::Partnership*> partnerships, SenderOptions options);
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;
    /// Finishes the mail under way; what waits, waits.
    ~Sender();

    /// Sends everything that is due, by now; how many were tried. For the thread, and for tests.
    std::size_t send_due(base::Instant now);

private:
    void run();
    bool send_one(partnership::Partnership& partnership, base::Instant now);

    const std::vector<partnership::Partnership*> partnerships_;
    const SenderOptions options_;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool stopping_ = false; // guarded by mutex_
    std::thread thread_;
};

/// Fails when mail could not be sent like that: without a sender's address, or the address of the
/// site.
base::Result<void> check(const SenderOptions& options);

} // namespace quorate::mail

#endif
