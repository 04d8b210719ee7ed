#ifndef QUORATE_CLI_SERVE_HPP
#define QUORATE_CLI_SERVE_HPP
// Serving partnerships over HTTP. serve.cpp brings the surfaces together; it is built once they are
// there.

#include "cli/commands.hpp"

#include <string>

namespace quorate::cli {

struct ServeOptions {
    std::string address = "127.0.0.1";
    int port = 8080;        ///< 0 takes any free one
    bool examples = true;   ///< make the example partnerships on first use
    bool open_acts = false; ///< take acts from anyone who reaches the server; on this machine's own
                            ///< addresses only
    int threads = 2;        ///< that answer requests, 1 to 64
    bool tls = false; ///< behind a proxy that gives TLS: cookies are Secure
    bool plain_sign_in = false; ///< take passwords over plain http from other machines
    std::string smtp;       ///< mail server: smtp://host:587, smtps://host:465; empty: none
    std::string mail_from;  ///< the sender's address of mail
    std::string public_url; ///< how people reach the site; empty: not said
    bool quiet = false;     ///< no line for each request
};

/// Serves every partnership of the data folder until it is told to stop (SIGINT, SIGTERM).
int serve(const Common& common, const ServeOptions& options);

/// Prints the OpenAPI document of the JSON interface.
int print_openapi();

} // namespace quorate::cli

#endif
