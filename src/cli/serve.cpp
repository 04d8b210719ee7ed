#include "cli/serve.hpp"

#include "api/api.hpp"
#include "cli/local_client.hpp"
#include "cli/output.hpp"
#include "cli/serve_log.hpp"
#include "http/rate_limit.hpp"
#include "mail/sender.hpp"
#include "partnership/bulk_runner.hpp"
#include "partnership/examples.hpp"
#include "partnership/workspace/sign_in_file.hpp"
#include "views/desk/practice.hpp"
#include "views/reader.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/desk/sign_in.hpp"
#include "web/site.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace quorate::cli {

namespace {

bool own_address(std::string_view address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

Result<void> check(const ServeOptions& options) {
    if (options.port < 0 || options.port > 65535) {
        return base::fail("--port", "a port is a number from 0 to 65535");
    }
    if (options.threads < 1 || options.threads > 64) {
        return base::fail("--threads", "the server works with 1 to 64 threads");
    }
    if (!options.public_url.empty() && !partnership::site_address(options.public_url)) {
        return base::fail("--public-url", "this is not the address of a site",
                          "Such as --public-url https://quorate.example.org");
    }
    if (options.open_acts && !own_address(options.address)) {
        return base::fail("--open-acts", "acts as JSON are never taken from other machines",
                          "Leave --open-acts out, or listen on 127.0.0.1");
    }
    return {};
}

/// Makes each example that is not there yet. One that cannot be made is said and stops nothing.
void make_examples(const Common& common) {
    const auto root = root_of(common);
    if (!root) {
        failed(root.error());
        return;
    }
    for (const auto& name : partnership::example_names(*root)) {
        const auto folder = common.data + "/" + name;
        if (std::filesystem::exists(folder)) {
            continue;
        }
        say("Making the example " + name + " ...\n");
        if (const auto made = partnership::make_example(*root, name, folder); !made) {
            failed({"example " + name, made.error().text(), ""});
        }
    }
}

void make_practice_accounts(const views::HostedPartnerships& hosted) {
    for (const auto& each : hosted.all()) {
        if (!each.partnership) {
            continue;
        }
        if (const auto made = views::make_practice_accounts(*each.partnership); !made) {
            failed({each.id, made.error().text(), ""});
        }
    }
}

std::vector<partnership::Partnership*> open_partnerships(const views::HostedPartnerships& hosted) {
    std::vector<partnership::Partnership*> out;
    for (const auto& each : hosted.all()) {
        if (each.partnership) {
            out.push_back(each.partnership.get());
        }
    }
    return out;
}

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

mail::SenderOptions mail_options(const ServeOptions& options) {
    mail::SenderOptions out;
    out.from = options.mail_from;
    out.public_url = partnership::site_address(options.public_url).value_or(std::string());
    out.note = log_note;
    out.name_of = [](const partnership::Partnership& partnership) {
        const auto reader = views::Reader::open(partnership);
        return reader ? reader->about().name : partnership.id();
    };
    if (!options.smtp.empty()) {
        mail::SmtpServer server;
        server.url = options.smtp;
        server.user = from_environment("QUORATE_SMTP_USER");
        server.password = from_environment("QUORATE_SMTP_PASSWORD");
        server.ca_file = from_environment("QUORATE_SMTP_CA_FILE");
        out.server = std::move(server);
    }
    return out;
}

/// From here on the two signals wait until they are asked for. Threads begun later keep to it.
sigset_t hold_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

http::ServerOptions server_options(const Common& common, const ServeOptions& options,
                                   const web::SiteOptions& site) {
    http::ServerOptions out;
    out.address = options.address;
    out.port = static_cast<std::uint16_t>(options.port);
    out.socket_path = socket_path(common);
    out.threads = static_cast<unsigned>(options.threads);
    out.error_page = web::error_page;
    out.long_requests = {web::requests_with_passwords(), web::requests_that_ask_providers()};
    if (!options.quiet) {
        out.access_log = log_request;
    }
    out.error_log = log_error;
    const auto limiter = std::make_shared<http::RateLimiter>(http::RateLimiter::Options{});
    out.rate_limit = [limiter, site](const http::Request& request) -> std::optional<int> {
        const auto asker = web::asker(request, site);
        if (asker.empty()) {
            return std::nullopt;
        }
        return limiter->take(asker, std::chrono::steady_clock::time_point(
                                        std::chrono::milliseconds(base::monotonic_ms())));
    };
    return out;
}

void say_addresses(const views::HostedPartnerships& hosted, const ServeOptions& options,
                   std::uint16_t port, const std::string& socket) {
    const auto host = options.address.find(':') == std::string::npos ? options.address
                                                                     : "[" + options.address + "]";
    const auto origin =
        "http://" + (host == "127.0.0.1" ? "localhost" : host) + ":" + std::to_string(port);
    say("Serving on " + origin + "/\n");
    for (const auto& each : hosted.all()) {
        say(each.partnership ? "  " + origin + "/" + each.id + "\n"
                             : "  " + each.id + ": not served: " + each.problem.text() + "\n");
    }
    say("  " + origin + "/api/v1/openapi.json describes the JSON interface\n");
    say("Sign in at the top of each partnership's pages.\n");
    say(options.open_acts ? "JSON acts are taken from anyone on this machine (--open-acts).\n"
                          : "JSON acts are taken only through " + socket + " (quorate act).\n");
    say("Stop with Ctrl-C.\n");
    std::fflush(stdout);
}

} // namespace

int print_openapi() {
    say(base::canonical(base::Json(api::openapi())) + "\n");
    return yes;
}

int serve(const Common& common, const ServeOptions& options) {
    const auto mailing = mail_options(options);
    if (const auto fit = check(options).and_then([&] { return mail::check(mailing); }); !fit) {
        return failed(fit.error());
    }
    std::error_code error;
    std::filesystem::create_directories(common.data, error);
    if (error) {
        return failed({common.data, "the folder cannot be made: " + error.message(),
                       "Choose another with --data"});
    }
    if (options.examples) {
        make_examples(common);
    }
    const auto signals = hold_signals();
    start_log(!options.quiet);
    const auto hosted = views::HostedPartnerships::open(common.data);
    http::Router router;
    make_practice_accounts(hosted);
    web::SiteOptions site;
    site.tls = options.tls;
    site.plain_sign_in = options.plain_sign_in;
    site.public_url = mailing.public_url;
    site.mail = mailing.server.has_value();
    site.single_sign_on = std::make_shared<web::SingleSignOn>(hosted, common.data, log_note);
    web::add_routes(router, hosted, site);
    api::add_routes(router, hosted, {.open_acts = options.open_acts});
    const mail::Sender sender(open_partnerships(hosted), mailing);
    const partnership::BulkRunner bulk(open_partnerships(hosted));
    auto server = http::Server::start(std::move(router), server_options(common, options, site));
    if (!server) {
        return failed(server.error());
    }
    say_addresses(hosted, options, (*server)->port(), socket_path(common));
    int signal = 0;
    sigwait(&signals, &signal);
    say("Stopping.\n");
    (*server)->stop();
    end_log();
    return yes;
}

} // namespace quorate::cli
