#ifndef QUORATE_HTTP_EVENT_STREAM_HPP
#define QUORATE_HTTP_EVENT_STREAM_HPP
// Server-sent events (WHATWG HTML, 9.2): one open response a reader, no thread a reader, and the
// same bytes shared by all who follow a channel.

#include "http/response.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace quorate::http {

/// Bytes that wait to go out, shared by every reader of a channel.
using EventBytes = std::shared_ptr<const std::string>;

/// One event as it goes on the wire. A line break in `data` begins another data line; one in the id
/// or the name is a bug (assertion).
struct EventText {
    std::string id = {};
    std::string name = {}; ///< empty: "message"
    std::string data = {};
};
std::string event_bytes(const EventText& event);

/// One open stream. The hub sends to it; the server takes from it. Safe to use from several
/// threads.
class EventReader {
public:
    explicit EventReader(std::size_t queued_bytes_max) : queued_bytes_max_(queued_bytes_max) {}
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /// Queues the bytes. A reader so slow that more than the limit would wait is dropped: what was
    /// queued is let go and the connection ends. False when it has ended.
    bool send(EventBytes bytes);
    /// Ends the stream after what is queued has gone out.
    void close();
    [[nodiscard]] bool ended() const;

    /// What the server gives to put the connection to sleep and to wake it again. Called with this
    /// reader locked.
    struct Connection {
        std::function<void()> sleep;
        std::function<void()> wake;
    };
    void attach(Connection connection);
    /// The connection is gone.
    void detach();
    enum class Next { bytes, nothing, end, dropped };
    struct Taken {
        Next next = Next::nothing;
        std::size_t size = 0;
    };
    /// Copies what waits, at most `room` bytes. When nothing does, the connection is put to sleep.
    Taken take(char* buffer, std::size_t room);

private:
    void wake();

    const std::size_t queued_bytes_max_;
    mutable std::mutex mutex_;
    std::deque<EventBytes> queue_;
    std::size_t taken_ = 0;  // of the first in the queue
    std::size_t queued_ = 0; // bytes in the queue
    bool closing_ = false;
    bool dropped_ = false;
    bool gone_ = false;
    bool asleep_ = false;
    Connection connection_;
};

/// A response that stays open: text/event-stream, never kept or compressed.
Response event_stream_response(std::shared_ptr<EventReader> reader);

struct EventHubOptions {
    std::size_t readers_max = 4000;
    std::size_t readers_of_address_max = 500;
    std::size_t channels_max = 1000;
    std::size_t queued_bytes_max = std::size_t{256} << 10; ///< for one reader
    std::size_t kept_events_max = 100; ///< of a channel, for those who come back
    std::size_t kept_bytes_max = std::size_t{512} << 10;
    std::chrono::milliseconds heartbeat{
        15000}; ///< an event, so that both ends notice a dead connection
    std::chrono::milliseconds check_every{2000}; ///< whether a reader may still read
    std::chrono::milliseconds retry{1500};       ///< after which browsers come back
};

/// Channels and those who follow them. One thread for all of it. Safe to use from several threads.
class EventHub {
public:
    explicit EventHub(EventHubOptions options);
    EventHub(const EventHub&) = delete;
    EventHub& operator=(const EventHub&) = delete;
    ~EventHub();

    /// Tells a channel's readers of a change and keeps what the whole now is, for readers who come
    /// without knowing an event that is still kept. Returns the event's id. Makes the channel when
    /// there is none; the first time only the whole is kept. Readers who may not go on are ended
    /// before the change is told.
    std::string publish(const std::string& channel, std::string change, std::string whole);
    /// Forgets a channel and ends its readers.
    void forget(const std::string& channel);

    struct Asked {
        std::string channel;
        std::string last_event = {}; ///< the id the reader knows; empty for none
        std::string address = {};    ///< counted against the limit; empty: not counted
        /// Whether the reader may go on reading, asked before every event and every
        /// `check_every`; must not call the hub. Empty: always.
        std::function<bool()> may_go_on = {};
    };
    enum class Refused { no_channel, full, too_many_of_address };
    struct Opened {
        std::shared_ptr<EventReader> reader; ///< null when refused
        Refused refused = Refused::no_channel;
    };
    /// Begins to follow a channel: with what was missed since `last_event` when it is still kept,
    /// else with the whole.
    Opened open(const Asked& asked);

    [[nodiscard]] std::size_t readers(const std::string& channel) const;
    [[nodiscard]] std::size_t readers() const;

private:
    struct Follower {
        std::shared_ptr<EventReader> reader;
        std::string address;
        std::function<bool()> may_go_on;
        std::uint64_t number = 0;
    };
    struct Kept {
        std::uint64_t number = 0;
        EventBytes bytes;
    };
    struct Channel {
        std::uint64_t newest = 0;
        EventBytes whole;
        std::deque<Kept> kept;
        std::size_t kept_bytes = 0;
        std::vector<Follower> followers;
    };
    [[nodiscard]] std::string id_of(std::uint64_t number) const;
    [[nodiscard]] std::optional<std::uint64_t> number_in(std::string_view id) const;
    void keep(Channel& channel, EventBytes bytes);
    void drop_ended(Channel& channel);
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t count_of(const std::string& address) const;
    void end_those_who_may_not(Channel& channel);
    void beat(std::uint64_t turn);
    void run();

    const EventHubOptions options_;
    const std::string epoch_; // ids of an earlier run of the program mean nothing in this one
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    std::map<std::string, Channel, std::less<>> channels_; // guarded by mutex_
    std::uint64_t followers_ever_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace quorate::http

#endif
