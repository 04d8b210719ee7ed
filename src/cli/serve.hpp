#pragma once
// Serving partnerships over HTTP. serve.cpp brings the surfaces together; it is built once they are there.

#include "cli/commands.hpp"

#include <string>

namespace quorate::cli {

struct ServeOptions {
    std::string address = "127.0.0.1";
    int port = 8080;
    bool examples = true; ///< make the example partnerships on first use
};

/// Serves every partnership of the data folder until it is told to stop.
int serve(const Common& common, const ServeOptions& options);

} // namespace quorate::cli
