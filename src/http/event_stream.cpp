#include "http/event_stream.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace quorate::http {

namespace {

constexpr std::chrono::milliseconds turn_length{500};
// Browsers tell a page of events only, not of comments: by this one it knows that it is still told.
constexpr std::string_view beat_bytes = "event: beat\ndata: 1\n\n";

EventBytes shared(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

bool one_line(std::string_view text) {
    return text.find_first_of("\r\n") == std::string_view::npos;
}

std::string new_epoch() {
    return base::hex(base::sha256(base::random_bytes(16))).substr(0, 12);
}

} // namespace

std::string event_bytes(const EventText& event) {
    QUORATE_ASSERT(one_line(event.id) && one_line(event.name));
    std::string out;
    out.reserve(event.data.size() + 64);
    if (!event.id.empty())
        out += "id: " + event.id + '\n';
    if (!event.name.empty())
        out += "event: " + event.name + '\n';
    std::size_t from = 0;
    while (from <= event.data.size()) {
        const std::size_t end = std::min(event.data.find('\n', from), event.data.size());
        out += "data: ";
        out.append(event.data, from, end - from);
        out += '\n';
        from = end + 1;
    }
    return out + '\n';
}

// ---- A reader ----

void EventReader::wake() {
    if (!asleep_)
        return;
    asleep_ = false;
    if (connection_.wake)
        connection_.wake();
}

bool EventReader::send(EventBytes bytes) {
    const std::lock_guard lock(mutex_);
    if (closing_ || dropped_ || gone_)
        return false;
    if (queued_ + bytes->size() > queued_bytes_max_) {
        dropped_ = true;
        queue_.clear();
        queued_ = 0;
        taken_ = 0;
        wake();
        return false;
    }
    queued_ += bytes->size();
    queue_.push_back(std::move(bytes));
    wake();
    return true;
}

void EventReader::close() {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    wake();
}

bool EventReader::ended() const {
    const std::lock_guard lock(mutex_);
    return closing_ || dropped_ || gone_;
}

void EventReader::attach(Connection connection) {
    const std::lock_guard lock(mutex_);
    connection_ = std::move(connection);
}

void EventReader::detach() {
    const std::lock_guard lock(mutex_);
    gone_ = true;
    asleep_ = false;
    connection_ = {};
    queue_.clear();
    queued_ = 0;
}

EventReader::Taken EventReader::take(char* buffer, std::size_t room) {
    const std::lock_guard lock(mutex_);
    if (dropped_)
        return {Next::dropped, 0};
    std::size_t size = 0;
    while (size < room && !queue_.empty()) {
        const std::string& first = *queue_.front();
        const std::size_t part = std::min(room - size, first.size() - taken_);
        std::memcpy(buffer + size, first.data() + taken_, part);
        size += part;
        taken_ += part;
        if (taken_ == first.size()) {
            queued_ -= first.size();
            queue_.pop_front();
            taken_ = 0;
        }
    }
    if (size > 0)
        return {Next::bytes, size};
    if (closing_)
        return {Next::end, 0};
    asleep_ = true;
    if (connection_.sleep)
        connection_.sleep();
    return {Next::nothing, 0};
}

Response event_stream_response(std::shared_ptr<EventReader> reader) {
    Response response;
    response.content_type = "text/event-stream; charset=utf-8";
    response.cache_control = "no-store";
    // Asks proxies of the nginx kind not to gather up what is to go out at once.
    response.header("X-Accel-Buffering", "no");
    response.stream = std::move(reader);
    return response;
}

// ---- The hub ----

EventHub::EventHub(EventHubOptions options) : options_(options), epoch_(new_epoch()) {
    thread_ = std::thread([this] { run(); });
}

EventHub::~EventHub() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (auto& [name, channel] : channels_) {
            for (const Follower& follower : channel.followers)
                follower.reader->close();
        }
    }
    woken_.notify_all();
    thread_.join();
}

std::string EventHub::id_of(std::uint64_t number) const {
    return epoch_ + '-' + std::to_string(number);
}

std::optional<std::uint64_t> EventHub::number_in(std::string_view id) const {
    if (!id.starts_with(epoch_ + '-'))
        return std::nullopt;
    id.remove_prefix(epoch_.size() + 1);
    std::uint64_t number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    return read.ec == std::errc() && read.ptr == id.data() + id.size() ? std::optional(number)
                                                                       : std::nullopt;
}

void EventHub::keep(Channel& channel, EventBytes bytes) {
    channel.kept_bytes += bytes->size();
    channel.kept.push_back({channel.newest, std::move(bytes)});
    while (!channel.kept.empty() && (channel.kept.size() > options_.kept_events_max ||
                                     channel.kept_bytes > options_.kept_bytes_max)) {
        channel.kept_bytes -= channel.kept.front().bytes->size();
        channel.kept.pop_front();
    }
}

void EventHub::drop_ended(Channel& channel) {
    std::erase_if(channel.followers,
                  [](const Follower& follower) { return follower.reader->ended(); });
}

std::size_t EventHub::count() const {
    std::size_t out = 0;
    for (const auto& [name, channel] : channels_)
        out += channel.followers.size();
    return out;
}

std::size_t EventHub::count_of(const std::string& address) const {
    std::size_t out = 0;
    for (const auto& [name, channel] : channels_) {
        out += static_cast<std::size_t>(
            std::count_if(channel.followers.begin(), channel.followers.end(),
                          [&](const Follower& each) { return each.address == address; }));
    }
    return out;
}

void EventHub::end_those_who_may_not(Channel& channel) {
    for (const Follower& follower : channel.followers) {
        if (follower.may_go_on && !follower.reader->ended() && !follower.may_go_on())
            follower.reader->close();
    }
}

std::string EventHub::publish(const std::string& name, std::string change, std::string whole) {
    const std::lock_guard lock(mutex_);
    if (!channels_.contains(name) && channels_.size() >= options_.channels_max) {
        const auto idle = std::find_if(channels_.begin(), channels_.end(), [](const auto& each) {
            return each.second.followers.empty();
        });
        if (idle != channels_.end())
            channels_.erase(idle);
    }
    Channel& channel = channels_[name];
    // A channel made again must not give an id that one of its name had before.
    channel.newest = channel.newest == 0 ? ++followers_ever_ << 20U : channel.newest + 1;
    const std::string id = id_of(channel.newest);
    const std::string retry = "retry: " + std::to_string(options_.retry.count()) + "\n";
    channel.whole = shared(retry + event_bytes({id, "whole", std::move(whole)}));
    if (channel.followers.empty() && channel.kept.empty())
        return id;
    const EventBytes bytes = shared(event_bytes({id, "change", std::move(change)}));
    keep(channel, bytes);
    end_those_who_may_not(channel);
    for (const Follower& follower : channel.followers)
        follower.reader->send(bytes);
    drop_ended(channel);
    return id;
}

void EventHub::forget(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const auto found = channels_.find(name);
    if (found == channels_.end())
        return;
    for (const Follower& follower : found->second.followers)
        follower.reader->close();
    channels_.erase(found);
}

EventHub::Opened EventHub::open(const Asked& asked) {
    const std::lock_guard lock(mutex_);
    const auto found = channels_.find(asked.channel);
    if (found == channels_.end() || stopping_)
        return {nullptr, Refused::no_channel};
    const bool counted = !asked.address.empty();
    if (count() >= options_.readers_max ||
        (counted && count_of(asked.address) >= options_.readers_of_address_max)) {
        for (auto& [name, channel] : channels_)
            drop_ended(channel);
    }
    if (count() >= options_.readers_max)
        return {nullptr, Refused::full};
    if (counted && count_of(asked.address) >= options_.readers_of_address_max)
        return {nullptr, Refused::too_many_of_address};

    Channel& channel = found->second;
    auto reader = std::make_shared<EventReader>(options_.queued_bytes_max);
    const auto known = number_in(asked.last_event);
    const bool all_kept = known && *known <= channel.newest &&
                          (*known == channel.newest ||
                           (!channel.kept.empty() && channel.kept.front().number <= *known + 1));
    if (all_kept) {
        reader->send(shared("retry: " + std::to_string(options_.retry.count()) + "\n" +
                            std::string(beat_bytes)));
        for (const Kept& kept : channel.kept) {
            if (kept.number > *known)
                reader->send(kept.bytes);
        }
    } else {
        reader->send(channel.whole);
    }
    channel.followers.push_back({reader, asked.address, asked.may_go_on, ++followers_ever_});
    return {reader, {}};
}

std::size_t EventHub::readers(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = channels_.find(name);
    if (found == channels_.end())
        return 0;
    const auto& followers = found->second.followers;
    return static_cast<std::size_t>(
        std::count_if(followers.begin(), followers.end(),
                      [](const Follower& each) { return !each.reader->ended(); }));
}

std::size_t EventHub::readers() const {
    const std::lock_guard lock(mutex_);
    return count();
}

// A few readers each turn, so that nobody's event waits behind thousands of beats.
void EventHub::beat(std::uint64_t turn) {
    static const EventBytes bytes = shared(std::string(beat_bytes));
    const auto turns =
        static_cast<std::uint64_t>(std::max<std::int64_t>(1, options_.heartbeat / turn_length));
    const auto checks =
        static_cast<std::uint64_t>(std::max<std::int64_t>(1, options_.check_every / turn_length));
    for (auto& [name, channel] : channels_) {
        if (turn % checks == 0)
            end_those_who_may_not(channel);
        for (const Follower& follower : channel.followers) {
            if (follower.number % turns == turn % turns)
                follower.reader->send(bytes);
        }
        drop_ended(channel);
    }
}

void EventHub::run() {
    std::uint64_t turn = 0;
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_.wait_for(lock, turn_length, [this] { return stopping_; });
        if (!stopping_)
            beat(++turn);
    }
}

} // namespace quorate::http
