#include "http/server.hpp"

#include "base/time.hpp"

#include "http/dispatch.hpp"
#include "http/listener.hpp"
#include "http/respond.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <charconv>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

namespace quorate::http {

namespace {

using SteadyClock = std::chrono::steady_clock;

SteadyClock::time_point steady_now() {
    return SteadyClock::time_point(std::chrono::milliseconds(base::monotonic_ms()));
}

// How much of a body that is too large is still read, so that the sender gets to see the answer.
constexpr std::size_t drained_bytes_max = 16 << 20;

/// What both listeners' threads share.
struct Shared {
    Dispatcher dispatcher;
    std::atomic<int> answers_under_way{0};

    Shared(Router router, ServerOptions options)
        : dispatcher(std::move(router), std::move(options)) {}
};

/// One listener's view of it.
struct Door {
    Shared* shared;
    bool local;
};

/// One request from its first line to its last byte.
struct Exchange {
    Shared& shared;
    Request request;
    SteadyClock::time_point begun = steady_now();
    bool head_seen = false;
    bool answering = false; // counted in answers_under_way
    bool too_large = false;
    std::size_t body_bytes_max = 0;
    std::size_t received = 0;
    int status = 0;
    std::size_t sent = 0;

    explicit Exchange(Shared& all) : shared(all) {}
    ~Exchange() {
        if (answering)
            --shared.answers_under_way;
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
};

std::string remote_address(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr)
        return {};
    char text[INET6_ADDRSTRLEN] = "";
    const sockaddr* address = info->client_addr;
    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text,
                  sizeof text);
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text,
                  sizeof text);
    return text;
}

MHD_Result add_header(void* closure, MHD_ValueKind, const char* name, const char* value) {
    std::string lower = name;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    }
    static_cast<Fields*>(closure)->add(std::move(lower), value == nullptr ? "" : value);
    return MHD_YES;
}

void release_body(void* closure) {
    delete static_cast<Body*>(closure);
}

MHD_Result queue(MHD_Connection* connection, Exchange& exchange, Response response) {
    Reply reply;
    try {
        reply = finish(exchange.request, std::move(response));
    } catch (const std::exception& exception) {
        const Dispatcher& dispatcher = exchange.shared.dispatcher;
        dispatcher.log_error(exchange.request, exception.what());
        reply = finish(exchange.request, text_response("Something went wrong here.\n", 500));
    }
    // MHD keeps the bytes until they are sent; this copy of the Body keeps them alive until then.
    auto kept = std::make_unique<Body>(reply.body);
    const std::string_view bytes = kept->view();
    // The library's interface is not const-correct; it does not write to the bytes.
    MHD_Response* out = MHD_create_response_from_buffer_with_free_callback_cls(
        bytes.size(), const_cast<char*>(bytes.data()), &release_body, kept.get());
    if (out == nullptr)
        return MHD_NO;
    static_cast<void>(kept.release());
    for (const auto& [name, value] : reply.headers.entries())
        MHD_add_response_header(out, name.c_str(), value.c_str());
    exchange.status = reply.status;
    exchange.sent = exchange.request.method == Method::head ? 0 : bytes.size();
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(reply.status), out);
    MHD_destroy_response(out);
    return queued;
}

std::size_t announced_length(const Request& request) {
    const std::string_view text = request.header("content-length");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

MHD_Result begin(MHD_Connection* connection, const Door& door, Exchange& exchange,
                 const char* method) {
    Request& request = exchange.request;
    exchange.head_seen = true;
    request.method = parse_method(method);
    request.local = door.local;
    if (!door.local)
        request.remote = remote_address(connection);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &request.headers);
    const Dispatcher& dispatcher = exchange.shared.dispatcher;
    if (auto early = dispatcher.check_head(request))
        return queue(connection, exchange, std::move(*early));
    exchange.body_bytes_max = dispatcher.body_bytes_max(request);
    const std::size_t length = announced_length(request);
    if (length > exchange.body_bytes_max) {
        exchange.too_large = true;
        // Whoever asks first, or would send far too much, is told at once.
        if (request.headers.has("expect") || length > exchange.body_bytes_max + drained_bytes_max)
            return queue(connection, exchange, dispatcher.body_too_large(request));
    }
    return MHD_YES;
}

MHD_Result take_body(Exchange& exchange, const char* data, std::size_t* size) {
    exchange.received += *size;
    if (exchange.received > exchange.body_bytes_max) {
        exchange.too_large = true;
        exchange.request.body.clear();
        if (exchange.received > exchange.body_bytes_max + drained_bytes_max)
            return MHD_NO;
    }
    if (!exchange.too_large)
        exchange.request.body.append(data, *size);
    *size = 0;
    return MHD_YES;
}

MHD_Result on_request(void* closure, MHD_Connection* connection, const char*, const char* method,
                      const char*, const char* data, std::size_t* size, void** context) {
    const Door& door = *static_cast<Door*>(closure);
    Exchange* exchange = static_cast<Exchange*>(*context);
    if (exchange == nullptr)
        return MHD_NO;
    try {
        if (!exchange->head_seen)
            return begin(connection, door, *exchange, method);
        if (*size > 0)
            return take_body(*exchange, data, size);
        exchange->answering = true;
        ++exchange->shared.answers_under_way;
        const Dispatcher& dispatcher = exchange->shared.dispatcher;
        return queue(connection, *exchange,
                     exchange->too_large ? dispatcher.body_too_large(exchange->request)
                                         : dispatcher.respond(exchange->request));
    } catch (const std::exception& exception) {
        // No exception may pass through the C library; the connection is closed.
        exchange->shared.dispatcher.log_error(exchange->request, exception.what());
        return MHD_NO;
    }
}

// Called with the target as it came, before MHD takes it apart.
void* on_target(void* closure, const char* target, MHD_Connection*) {
    const Door& door = *static_cast<Door*>(closure);
    auto exchange = std::make_unique<Exchange>(*door.shared);
    exchange->request.target = target;
    return exchange.release();
}

void on_completed(void*, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*context));
    *context = nullptr;
    if (!exchange || exchange->status == 0)
        return;
    const auto& log = exchange->shared.dispatcher.options().access_log;
    if (!log)
        return;
    const auto taken = steady_now() - exchange->begun;
    log({exchange->request.remote, std::string(text(exchange->request.method)),
         exchange->request.target, exchange->status, exchange->sent,
         std::chrono::duration_cast<std::chrono::microseconds>(taken).count()});
}

// Decoding is ours (fields.hpp); MHD is to leave the bytes alone.
std::size_t leave_escapes(void*, MHD_Connection*, char* text) {
    return std::char_traits<char>::length(text);
}

MHD_Daemon* start_daemon(Door& door, const Listener& listener, const ServerOptions& options,
                         unsigned threads) {
    // Room for the head and for reading the body; mapped, so untouched pages cost nothing.
    const std::size_t memory = options.headers_bytes_max + options.target_length_max + (32 << 10);
    std::vector<MHD_OptionItem> items = {
        {MHD_OPTION_LISTEN_SOCKET, listener.descriptor(), nullptr},
        {MHD_OPTION_CONNECTION_LIMIT, static_cast<std::intptr_t>(options.connections_max), nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, static_cast<std::intptr_t>(options.idle_timeout.count()),
         nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, static_cast<std::intptr_t>(memory), nullptr},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr}};
    if (threads > 1)
        items.push_back(
            {MHD_OPTION_THREAD_POOL_SIZE, static_cast<std::intptr_t>(threads), nullptr});
    items.push_back({MHD_OPTION_END, 0, nullptr});
    return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr,
                            nullptr, &on_request, &door, MHD_OPTION_URI_LOG_CALLBACK, &on_target,
                            &door, MHD_OPTION_UNESCAPE_CALLBACK, &leave_escapes, nullptr,
                            MHD_OPTION_NOTIFY_COMPLETED, &on_completed, nullptr, MHD_OPTION_ARRAY,
                            items.data(), MHD_OPTION_END);
}

} // namespace

struct Server::Implementation {
    struct Entrance {
        Listener listener;
        Door door;
        MHD_Daemon* daemon = nullptr;
    };
    Shared shared;
    std::vector<std::unique_ptr<Entrance>> entrances;
    std::uint16_t port = 0;

    Implementation(Router router, ServerOptions options)
        : shared(std::move(router), std::move(options)) {}

    base::Result<void> open(base::Result<Listener> listener, bool local, unsigned threads) {
        if (!listener)
            return tl::make_unexpected(listener.error());
        auto entrance =
            std::make_unique<Entrance>(Entrance{std::move(*listener), {&shared, local}});
        entrance->daemon =
            start_daemon(entrance->door, entrance->listener, shared.dispatcher.options(), threads);
        if (entrance->daemon == nullptr)
            return base::fail("server", "the HTTP library did not start",
                              "check the limits on threads and open files");
        entrances.push_back(std::move(entrance));
        return {};
    }
};

Server::Server(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

Server::~Server() {
    stop();
}

base::Result<std::unique_ptr<Server>> Server::start(Router router, ServerOptions options) {
    QUORATE_ASSERT(options.threads >= 1 && options.threads <= 64);
    auto implementation = std::make_unique<Implementation>(std::move(router), std::move(options));
    const ServerOptions& kept = implementation->shared.dispatcher.options();
    // From here the destructor closes what was opened, also when the second listener fails.
    std::unique_ptr<Server> server(new Server(std::move(implementation)));
    Implementation& inside = *server->implementation_;
    if (kept.port) {
        if (auto opened = inside.open(Listener::tcp(kept.address, *kept.port), false, kept.threads);
            !opened)
            return tl::make_unexpected(opened.error());
        inside.port = inside.entrances.back()->listener.port();
    }
    if (!kept.socket_path.empty()) {
        if (auto opened = inside.open(Listener::local(kept.socket_path), true, 1); !opened)
            return tl::make_unexpected(opened.error());
    }
    return server;
}

std::uint16_t Server::port() const {
    return implementation_->port;
}

void Server::stop() {
    Implementation& inside = *implementation_;
    if (inside.entrances.empty())
        return;
    for (const auto& entrance : inside.entrances)
        MHD_quiesce_daemon(entrance->daemon);
    const auto deadline = steady_now() + inside.shared.dispatcher.options().stop_grace;
    while (inside.shared.answers_under_way > 0 && steady_now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (const auto& entrance : inside.entrances)
        MHD_stop_daemon(entrance->daemon);
    inside.entrances.clear();
}

} // namespace quorate::http
