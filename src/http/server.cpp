#include "http/server.hpp"

#include "base/time.hpp"
#include "http/dispatch.hpp"
#include "http/event_stream.hpp"
#include "http/file_limit.hpp"
#include "http/form_receiver.hpp"
#include "http/linger.hpp"
#include "http/listener.hpp"
#include "http/respond.hpp"
#include "http/turns.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <charconv>
#include <deque>
#include <fcntl.h>
#include <microhttpd.h>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <sys/socket.h>
#include <thread>

namespace quorate::http {

namespace {

using SteadyClock = std::chrono::steady_clock;

SteadyClock::time_point steady_now() {
    return SteadyClock::time_point(std::chrono::milliseconds(base::monotonic_ms()));
}

// How much of a body that is refused is still read, so that the sender gets to see the answer: a
// browser looks for one only when it has sent everything. Nothing of it is kept.
constexpr std::uint64_t drained_bytes_max = 16 << 20;
constexpr std::uint64_t drained_upload_bytes_max = 1 << 30;

// Databases, papers, sockets of its own: what is open besides connections.
constexpr std::uint64_t files_besides_connections = 512;

// Once the server is stopping, a body of which nothing has come for so long is waited for no more.
constexpr std::chrono::milliseconds stalled_after{1000};

/// The streams that are open, so that they can be ended.
class OpenStreams {
public:
    void add(const std::shared_ptr<EventReader>& reader) {
        const std::lock_guard lock(mutex_);
        if (ended_)
            reader->close();
        else
            readers_.insert(reader);
    }
    void remove(const std::shared_ptr<EventReader>& reader) {
        const std::lock_guard lock(mutex_);
        readers_.erase(reader);
    }
    /// Ends those there are and those still to come. Every connection is awake after it, as the
    /// library wants before it stops.
    void end() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        for (const auto& reader : readers_)
            reader->close();
    }

private:
    std::mutex mutex_;
    std::set<std::shared_ptr<EventReader>> readers_;
    bool ended_ = false;
};

/// What both listeners' threads share.
struct Shared {
    Dispatcher dispatcher;
    Lingerer lingerer{{}};
    OpenStreams streams;
    std::deque<Turns> turns;       // one for each kind of long requests
    std::atomic<int> receiving{0}; // requests whose head has come and whose body has not yet
    std::atomic<int> answering{0}; // those up to their last byte out
    std::atomic<std::int64_t> received_last{0}; // when the latest bytes came, in monotonic_ms
    std::atomic<bool> stopping{false};

    // Whether anything is worth waiting for.
    [[nodiscard]] bool busy() const {
        return answering > 0 ||
               (receiving > 0 && base::monotonic_ms() - received_last < stalled_after.count());
    }

    Shared(Router router, ServerOptions options)
        : dispatcher(std::move(router), std::move(options)) {
        for (const auto& each : dispatcher.options().long_requests)
            turns.emplace_back(each.waiting_max, each.threads);
    }
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
    std::atomic<int>* counted = nullptr; // in one of Shared's two
    Router::Match match = {};
    std::unique_ptr<FormReceiver> form = {}; // takes the body of a form with files
    std::optional<Response> refusal = {};    // the answer once the rest of the body has come
    std::optional<Response> made = {};       // by the thread of long requests
    std::uint64_t body_bytes_max = 0;
    std::uint64_t drained_bytes_max = http::drained_bytes_max;
    std::uint64_t received = 0;
    int status = 0;
    std::size_t sent = 0;

    explicit Exchange(Shared& all) : shared(all) {}
    ~Exchange() { count_in(nullptr); }
    void count_in(std::atomic<int>* counter) {
        if (counter != nullptr)
            ++*counter;
        if (counted != nullptr)
            --*counted;
        counted = counter;
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

/// One open stream and the connection it goes out on.
struct OpenStream {
    OpenStreams& all;
    std::shared_ptr<EventReader> reader;
};

// A block of this size is taken at a time; an event larger than that goes out in several.
constexpr std::size_t stream_block_bytes = 8 << 10;
// What the system keeps for a reader that does not read; more waits in its queue, which is limited.
constexpr int stream_socket_bytes = 64 << 10;

ssize_t next_of_stream(void* closure, std::uint64_t, char* buffer, std::size_t room) {
    const auto taken = static_cast<OpenStream*>(closure)->reader->take(buffer, room);
    switch (taken.next) {
    case EventReader::Next::bytes:
        return static_cast<ssize_t>(taken.size);
    case EventReader::Next::nothing:
        return 0;
    case EventReader::Next::end:
        return MHD_CONTENT_READER_END_OF_STREAM;
    case EventReader::Next::dropped:
        break;
    }
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

void release_stream(void* closure) {
    const std::unique_ptr<OpenStream> stream(static_cast<OpenStream*>(closure));
    stream->all.remove(stream->reader);
    stream->reader->detach();
}

// A connection with nothing to send sleeps: it takes no thread and no turn of the loop.
MHD_Response* stream_form(MHD_Connection* connection, OpenStreams& all,
                          const std::shared_ptr<EventReader>& reader) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info != nullptr)
        setsockopt(info->connect_fd, SOL_SOCKET, SO_SNDBUF, &stream_socket_bytes,
                   sizeof stream_socket_bytes);
    auto stream = std::make_unique<OpenStream>(OpenStream{all, reader});
    MHD_Response* out = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, stream_block_bytes, &next_of_stream, stream.get(), &release_stream);
    if (out == nullptr)
        return nullptr;
    static_cast<void>(stream.release());
    reader->attach({[connection] { MHD_suspend_connection(connection); },
                    [connection] { MHD_resume_connection(connection); }});
    all.add(reader);
    return out;
}

// The library's object for what is to be sent; null when there is no memory or descriptor for it.
MHD_Response* wire_form(const Reply& reply) {
    if (reply.file.file && reply.file.bytes > 0) {
        // The library closes the descriptor it is given.
        const int own = fcntl(reply.file.file->descriptor(), F_DUPFD_CLOEXEC, 0);
        return own < 0 ? nullptr
                       : MHD_create_response_from_fd_at_offset64(reply.file.bytes, own,
                                                                 reply.file.offset);
    }
    // MHD keeps the bytes until they are sent; this copy of the Body keeps them alive until then.
    auto kept = std::make_unique<Body>(reply.body);
    const std::string_view bytes = kept->view();
    // The library's interface is not const-correct; it does not write to the bytes.
    MHD_Response* out = MHD_create_response_from_buffer_with_free_callback_cls(
        bytes.size(), const_cast<char*>(bytes.data()), &release_body, kept.get());
    if (out != nullptr)
        static_cast<void>(kept.release());
    return out;
}

MHD_Result queue(MHD_Connection* connection, Exchange& exchange, Response response) {
    exchange.count_in(&exchange.shared.answering);
    Reply reply;
    try {
        reply = finish(exchange.request, std::move(response));
    } catch (const std::exception& exception) {
        const Dispatcher& dispatcher = exchange.shared.dispatcher;
        dispatcher.log_error(exchange.request, exception.what());
        reply = finish(exchange.request, text_response("Something went wrong here.\n", 500));
    }
    MHD_Response* out = reply.stream
                            ? stream_form(connection, exchange.shared.streams, reply.stream)
                            : wire_form(reply);
    if (out == nullptr)
        return MHD_NO;
    for (const auto& [name, value] : reply.headers.entries())
        MHD_add_response_header(out, name.c_str(), value.c_str());
    if (exchange.shared.stopping)
        MHD_add_response_header(out, MHD_HTTP_HEADER_CONNECTION, "close");
    exchange.status = reply.status;
    if (reply.stream)
        exchange.count_in(nullptr); // it goes on by itself, and stopping does not wait for it
    else if (exchange.request.method != Method::head)
        exchange.sent = reply.file.file ? reply.file.bytes : reply.body.view().size();
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(reply.status), out);
    MHD_destroy_response(out);
    return queued;
}

std::uint64_t announced_length(const Request& request) {
    const std::string_view text = request.header("content-length");
    std::uint64_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

// The answer at once; the connection closes after it, whatever is still to come of the body.
MHD_Result answer_early(MHD_Connection* connection, Exchange& exchange, Response response) {
    if (announced_length(exchange.request) > 0 ||
        exchange.request.headers.has("transfer-encoding")) {
        const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        if (info != nullptr)
            exchange.shared.lingerer.keep(info->connect_fd);
    }
    return queue(connection, exchange, std::move(response));
}

// Whoever asks first, or would send far too much, is told at once; else when all has come.
MHD_Result refuse(MHD_Connection* connection, Exchange& exchange, Response response) {
    const std::uint64_t readable = exchange.body_bytes_max + exchange.drained_bytes_max;
    if (exchange.request.headers.has("expect") || announced_length(exchange.request) > readable)
        return answer_early(connection, exchange, std::move(response));
    exchange.refusal = std::move(response);
    return MHD_YES;
}

// A body the route will have: how much of it, and whether it is a form with files.
void expect_body(Exchange& exchange) {
    const Dispatcher& dispatcher = exchange.shared.dispatcher;
    const std::size_t fields_bytes_max = dispatcher.body_bytes_max(exchange.match);
    exchange.body_bytes_max = fields_bytes_max;
    if (exchange.match.handler == nullptr || !exchange.match.options->uploads ||
        !exchange.request.content_is("multipart/form-data"))
        return;
    const UploadLimits& files = *exchange.match.options->uploads;
    exchange.body_bytes_max += files.total_bytes_max;
    exchange.drained_bytes_max = drained_upload_bytes_max;
    const RouteOptions& options = *exchange.match.options;
    const bool keeps_files = !options.takes_files_of || options.takes_files_of(exchange.request);
    exchange.form = std::make_unique<FormReceiver>(
        exchange.request.header("content-type"),
        FormLimits{files, fields_bytes_max, options.keeps_form, keeps_files},
        dispatcher.options().spool_folder);
}

// What `work` throws becomes the refusal.
void guarded(Exchange& exchange, const std::function<void()>& work) {
    bool done = false;
    Response response = exchange.shared.dispatcher.guarded(exchange.request, [&] {
        work();
        done = true;
        return Response();
    });
    if (!done)
        exchange.refusal = std::move(response);
}

MHD_Result begin(MHD_Connection* connection, const Door& door, Exchange& exchange,
                 const char* method) {
    Request& request = exchange.request;
    exchange.head_seen = true;
    exchange.shared.received_last = base::monotonic_ms();
    exchange.count_in(&exchange.shared.receiving);
    request.method = parse_method(method);
    request.local = door.local;
    if (!door.local)
        request.remote = remote_address(connection);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &request.headers);
    const Dispatcher& dispatcher = exchange.shared.dispatcher;
    if (auto early = dispatcher.check_head(request))
        return answer_early(connection, exchange, std::move(*early));
    exchange.match = dispatcher.find(request);
    if (auto early = dispatcher.before_body(request, exchange.match))
        return refuse(connection, exchange, std::move(*early));
    guarded(exchange, [&] { expect_body(exchange); });
    if (exchange.refusal)
        return refuse(connection, exchange, *std::exchange(exchange.refusal, {}));
    // Of a form with files the reader knows better what is too large, and says which file.
    const std::uint64_t length = announced_length(request);
    const std::uint64_t most =
        exchange.body_bytes_max + (exchange.form ? exchange.drained_bytes_max : 0);
    if (length > most)
        return refuse(connection, exchange,
                      dispatcher.body_too_large(request, exchange.body_bytes_max));
    return MHD_YES;
}

MHD_Result take_body(Exchange& exchange, std::string_view bytes) {
    exchange.shared.received_last = base::monotonic_ms();
    exchange.received += bytes.size();
    if (exchange.received > exchange.body_bytes_max + exchange.drained_bytes_max)
        return MHD_NO;
    if (exchange.refusal)
        return MHD_YES;
    if (exchange.form) {
        guarded(exchange, [&] { exchange.form->take(bytes); });
    } else if (exchange.received > exchange.body_bytes_max) {
        exchange.refusal =
            exchange.shared.dispatcher.body_too_large(exchange.request, exchange.body_bytes_max);
    } else {
        exchange.request.body.append(bytes);
    }
    if (exchange.refusal) { // nothing that has come is needed any more
        exchange.form.reset();
        exchange.request.body = {};
    }
    return MHD_YES;
}

Response not_taken(const Exchange& exchange, const std::string& words) {
    Response out = exchange.shared.dispatcher.error(exchange.request, {503, words, {}});
    out.header("Retry-After", "5");
    return out;
}

// The connection sleeps meanwhile; when it wakes, on_request is called again.
MHD_Result answer_in_turn(MHD_Connection* connection, Exchange& exchange, std::size_t kind) {
    MHD_suspend_connection(connection);
    const bool taken = exchange.shared.turns[kind].take([connection, &exchange](bool stopped) {
        exchange.made =
            stopped ? not_taken(exchange, "The server is stopping. Send it again in a minute.")
                    : exchange.shared.dispatcher.respond(exchange.request, exchange.match);
        MHD_resume_connection(connection);
    });
    if (!taken) {
        const auto& kinds = exchange.shared.dispatcher.options().long_requests;
        exchange.made = not_taken(exchange, kinds[kind].too_many);
        MHD_resume_connection(connection);
    }
    return MHD_YES;
}

MHD_Result answer(MHD_Connection* connection, Exchange& exchange) {
    if (exchange.made)
        return queue(connection, exchange, *std::exchange(exchange.made, {}));
    exchange.count_in(&exchange.shared.answering);
    if (exchange.form && !exchange.refusal)
        guarded(exchange, [&] { exchange.form->finish(exchange.request); });
    if (exchange.refusal)
        return queue(connection, exchange, *std::exchange(exchange.refusal, {}));
    const auto& long_requests = exchange.shared.dispatcher.options().long_requests;
    for (std::size_t kind = 0; kind < long_requests.size(); ++kind) {
        if (long_requests[kind].which && long_requests[kind].which(exchange.request))
            return answer_in_turn(connection, exchange, kind);
    }
    return queue(connection, exchange,
                 exchange.shared.dispatcher.respond(exchange.request, exchange.match));
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
        if (*size > 0) {
            const std::string_view bytes(data, *size);
            *size = 0;
            return take_body(*exchange, bytes);
        }
        return answer(connection, *exchange);
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
    // Room for the head and for reading the body. The library clears all of it for each request.
    const std::size_t memory = options.headers_bytes_max + options.target_length_max + (8 << 10);
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
    make_room_for_files(kept.connections_max + files_besides_connections);
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
    inside.shared.stopping = true;
    for (const auto& entrance : inside.entrances)
        MHD_quiesce_daemon(entrance->daemon);
    inside.shared.streams.end();
    const auto deadline = steady_now() + inside.shared.dispatcher.options().stop_grace;
    while (inside.shared.busy() && steady_now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (auto& turns : inside.shared.turns)
        turns.stop(); // every connection is awake after it
    for (const auto& entrance : inside.entrances)
        MHD_stop_daemon(entrance->daemon);
    inside.shared.lingerer.stop();
    inside.entrances.clear();
}

} // namespace quorate::http
