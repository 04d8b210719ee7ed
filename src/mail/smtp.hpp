#ifndef QUORATE_MAIL_SMTP_HPP
#define QUORATE_MAIL_SMTP_HPP
// Giving one message to a mail server (RFC 5321), with libcurl.

#include "base/result.hpp"

#include <chrono>
#include <string>

namespace quorate::mail {

/// The mail server mail is given to.
struct SmtpServer {
    /// smtp://host:587 (STARTTLS when the server offers it) or smtps://host:465 (TLS from the
    /// start).
    std::string url;
    std::string user; ///< empty: no sign-in. With one, TLS is asked for, but on this very machine
    std::string password;
    std::string ca_file; ///< the certificates to trust; empty: the system's
    std::chrono::seconds connect_timeout{15};
    std::chrono::seconds timeout{60}; ///< of one mail, all in all
};

/// Fails when the address is not one of those two forms.
base::Result<void> check_server(const SmtpServer& server);

/// What became of a mail. taken: the server answered 250 to it. refused: it said no, for good, or
/// for now (temporary), or never got the whole of it. unknown: it had all of it, and the connection
/// broke before its answer came.
enum class Fate { taken, refused, refused_for_now, unknown };

struct Delivery {
    Fate fate = Fate::taken;
    std::string problem = {}; ///< one line, when it was not taken
};

struct Envelope {
    std::string from; ///< the address bounces go to
    std::string to;
};

/// Waits until it is known, a little over server.timeout at most. `message` is compose()'s.
Delivery deliver(const SmtpServer& server, const Envelope& envelope, const std::string& message);

} // namespace quorate::mail

#endif
