// Server-sent events: what goes out, catching up after a break, slow readers, limits, and the end.

#include "base/time.hpp"
#include "http/event_stream.hpp"
#include "server_fixture.hpp"

#include <atomic>
#include <thread>

namespace quorate::http_tests {
namespace {

using http::EventHub;
using http::EventHubOptions;
using http::EventReader;

TEST(EventBytes, AreLinesWithABlankOneAfter) {
    EXPECT_EQ(http::event_bytes({"7", "change", "one\ntwo"}),
              "id: 7\nevent: change\ndata: one\ndata: two\n\n");
    EXPECT_EQ(http::event_bytes({{}, {}, ""}), "data: \n\n");
}

std::string taken(EventReader& reader) {
    std::string out;
    char buffer[64];
    while (true) {
        const auto part = reader.take(buffer, sizeof buffer);
        if (part.next != EventReader::Next::bytes) {
            return out;
        }
        out.append(buffer, part.size);
    }
}

EventHubOptions quick() {
    EventHubOptions options;
    options.heartbeat = std::chrono::milliseconds(500);
    options.check_every = std::chrono::milliseconds(500);
    return options;
}

TEST(EventHub, GivesTheWholeThenEachChange) {
    EventHub hub({});
    const auto first = hub.publish("room", "unused", "whole one");
    auto opened = hub.open({.channel = "room"});
    ASSERT_TRUE(opened.reader);
    auto seen = taken(*opened.reader);
    EXPECT_NE(seen.find("event: whole\ndata: whole one\n\n"), std::string::npos) << seen;
    EXPECT_NE(seen.find("id: " + first + "\n"), std::string::npos);
    EXPECT_NE(seen.find("retry: "), std::string::npos);
    const auto second = hub.publish("room", "change two", "whole two");
    seen = taken(*opened.reader);
    EXPECT_EQ(seen, "id: " + second + "\nevent: change\ndata: change two\n\n");
}

TEST(EventHub, CatchesUpFromTheLastEventSeen) {
    EventHub hub({});
    const auto first = hub.publish("room", "", "w1");
    const auto follower = hub.open({.channel = "room"});
    hub.publish("room", "c2", "w2");
    hub.publish("room", "c3", "w3");
    auto back = hub.open({.channel = "room", .last_event = first});
    const auto seen = taken(*back.reader);
    EXPECT_NE(seen.find("data: c2\n"), std::string::npos) << seen;
    EXPECT_NE(seen.find("data: c3\n"), std::string::npos);
    EXPECT_EQ(seen.find("whole"), std::string::npos);
    const auto newest = hub.publish("room", "c4", "w4");
    const auto nothing_missed = hub.open({.channel = "room", .last_event = newest});
    EXPECT_EQ(taken(*nothing_missed.reader).find("id:"), std::string::npos);
}

TEST(EventHub, GivesTheWholeWhenTooMuchWasMissedOrTheIdIsUnknown) {
    EventHubOptions options;
    options.kept_events_max = 2;
    EventHub hub(options);
    const auto first = hub.publish("room", "", "w1");
    const auto follower = hub.open({.channel = "room"});
    for (int i = 2; i < 6; ++i) {
        hub.publish("room", "c" + std::to_string(i), "w" + std::to_string(i));
    }
    for (const std::string& id : {first, std::string("other-3"), std::string("nonsense")}) {
        const auto back = hub.open({.channel = "room", .last_event = id});
        EXPECT_NE(taken(*back.reader).find("data: w5\n"), std::string::npos) << id;
    }
}

TEST(EventHub, DropsASlowReaderAndLetsItsBytesGo) {
    EventHubOptions options;
    options.queued_bytes_max = 1000;
    EventHub hub(options);
    hub.publish("room", "", "w");
    const auto slow = hub.open({.channel = "room"});
    const auto quick_one = hub.open({.channel = "room"});
    for (int i = 0; i < 20; ++i) {
        hub.publish("room", std::string(200, 'x'), "w");
        taken(*quick_one.reader);
    }
    EXPECT_TRUE(slow.reader->ended());
    EXPECT_FALSE(quick_one.reader->ended());
    char buffer[16];
    EXPECT_EQ(slow.reader->take(buffer, sizeof buffer).next, EventReader::Next::dropped);
    EXPECT_EQ(hub.readers("room"), 1U);
}

TEST(EventHub, EndsWhoMayNotGoOnBeforeTheNextEvent) {
    EventHub hub({});
    hub.publish("room", "", "w1");
    std::atomic<bool> may{true};
    const auto opened = hub.open({.channel = "room", .may_go_on = [&may] { return may.load(); }});
    taken(*opened.reader);
    hub.publish("room", "c2", "w2");
    EXPECT_NE(taken(*opened.reader).find("c2"), std::string::npos);
    may = false;
    hub.publish("room", "c3", "w3");
    EXPECT_EQ(taken(*opened.reader).find("c3"), std::string::npos);
    EXPECT_TRUE(opened.reader->ended());
}

TEST(EventHub, EndsWhoMayNotGoOnWithoutAnyEvent) {
    EventHub hub(quick());
    hub.publish("room", "", "w1");
    const auto opened = hub.open({.channel = "room", .may_go_on = [] { return false; }});
    for (int i = 0; i < 100 && !opened.reader->ended(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_TRUE(opened.reader->ended());
}

TEST(EventHub, KeepsToItsLimits) {
    EventHubOptions options;
    options.readers_max = 3;
    options.readers_of_address_max = 2;
    EventHub hub(options);
    hub.publish("room", "", "w");
    EXPECT_EQ(hub.open({.channel = "none"}).refused, EventHub::Refused::no_channel);
    auto a = hub.open({.channel = "room", .address = "10.0.0.1"});
    auto b = hub.open({.channel = "room", .address = "10.0.0.1"});
    EXPECT_EQ(hub.open({.channel = "room", .address = "10.0.0.1"}).refused,
              EventHub::Refused::too_many_of_address);
    auto c = hub.open({.channel = "room", .address = "10.0.0.2"});
    ASSERT_TRUE(c.reader);
    EXPECT_EQ(hub.open({.channel = "room", .address = "10.0.0.3"}).refused,
              EventHub::Refused::full);
    b.reader->detach(); // its connection is gone
    EXPECT_TRUE(hub.open({.channel = "room", .address = "10.0.0.1"}).reader);
}

TEST(EventHub, SendsABeatNowAndThen) {
    EventHub hub(quick());
    hub.publish("room", "", "w");
    const auto opened = hub.open({.channel = "room"});
    taken(*opened.reader);
    std::string seen;
    for (int i = 0; i < 100 && seen.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        seen = taken(*opened.reader);
    }
    EXPECT_EQ(seen, "event: beat\ndata: 1\n\n");
}

/// A server whose /events follows one channel of a hub.
class EventServerTest : public testing::Test {
protected:
    void start(EventHubOptions hub_options = {}, http::ServerOptions options = {}) {
        hub_ = std::make_unique<EventHub>(hub_options);
        hub_->publish("room", "", "first");
        http::Router router;
        router.get("/events", [this](const http::Request& request) {
            const auto opened = hub_->open(
                {.channel = "room", .last_event = std::string(request.header("last-event-id"))});
            return opened.reader ? http::event_stream_response(opened.reader)
                                 : http::text_response("full", 503);
        });
        router.get("/page", [](const http::Request&) { return http::text_response("page"); });
        options.port = 0;
        auto started = http::Server::start(std::move(router), std::move(options));
        ASSERT_TRUE(started.has_value()) << started.error().text();
        server_ = std::move(*started);
    }
    std::unique_ptr<RawClient> follow(const std::string& headers = {}) {
        auto client = std::make_unique<RawClient>(server_->port());
        client->send("GET /events HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
        return client;
    }

    std::unique_ptr<EventHub> hub_;
    std::unique_ptr<http::Server> server_;
};

TEST_F(EventServerTest, SendsEventsAsTheyCome) {
    start();
    const auto client = follow();
    const auto head = client->until("data: first");
    EXPECT_NE(head.find("HTTP/1.1 200"), std::string::npos) << head;
    EXPECT_NE(head.find("text/event-stream"), std::string::npos);
    EXPECT_NE(head.find("Cache-Control: no-store"), std::string::npos);
    EXPECT_EQ(head.find("Content-Encoding"), std::string::npos);
    for (int i = 0; i < 50; ++i) {
        const auto text = "change " + std::to_string(i);
        hub_->publish("room", text, "whole");
        EXPECT_NE(client->until(text + "\n\n").find(text), std::string::npos);
    }
}

TEST_F(EventServerTest, ManyFollowAndEachGetsEveryEventInOrder) {
    start({}, {.threads = 2});
    constexpr int count = 300;
    constexpr int events = 20;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(follow());
    }
    for (auto& client : clients) {
        client->until("data: first\n\n");
    }
    std::thread publisher([this] {
        for (int i = 0; i < events; ++i) {
            hub_->publish("room", "n" + std::to_string(i) + ".", "whole");
        }
    });
    publisher.join();
    for (auto& client : clients) {
        const auto seen = client->until("n" + std::to_string(events - 1) + ".");
        std::size_t from = 0;
        for (int i = 0; i < events; ++i) {
            from = seen.find("n" + std::to_string(i) + ".", from);
            ASSERT_NE(from, std::string::npos) << i << " of " << seen;
        }
    }
}

TEST_F(EventServerTest, ADepartedReaderIsNoticed) {
    start(quick());
    {
        const auto client = follow();
        client->until("data: first");
        EXPECT_EQ(hub_->readers("room"), 1U);
    }
    for (int i = 0; i < 100 && hub_->readers("room") > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_EQ(hub_->readers("room"), 0U);
}

TEST_F(EventServerTest, PagesAreServedBesideOpenStreams) {
    start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(follow());
    }
    EXPECT_EQ(status_of(ask(server_->port(), "GET /page HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
}

TEST_F(EventServerTest, StoppingEndsEveryStreamAtOnce) {
    start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(follow());
        clients.back()->until("data: first");
    }
    const auto begun = base::monotonic_ms();
    server_->stop();
    EXPECT_LT(base::monotonic_ms() - begun, 3000);
    for (auto& client : clients) {
        client->rest(); // comes to an end
    }
}

TEST_F(EventServerTest, PublishingWhileReadersComeGoAndTheServerStops) {
    start({}, {.threads = 2});
    std::atomic<bool> going{true};
    std::thread publisher([&] {
        while (going) {
            hub_->publish("room", std::string(500, 'x'), "whole");
        }
    });
    for (int i = 0; i < 100; ++i) {
        const auto client = follow();
        client->until("data: ");
    }
    server_->stop();
    going = false;
    publisher.join();
}

TEST_F(EventServerTest, HeadGivesNoStream) {
    start();
    RawClient client(server_->port());
    client.send("HEAD /events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(client.response(false)), 200);
}

TEST_F(EventServerTest, TheFirstEventMissedComesAfterABreak) {
    start();
    std::string last;
    {
        const auto client = follow();
        const auto seen = client->until("data: first");
        const auto at = seen.find("id: ");
        ASSERT_NE(at, std::string::npos);
        last = seen.substr(at + 4, seen.find('\n', at) - at - 4);
    }
    hub_->publish("room", "missed", "whole");
    const auto client = follow("Last-Event-ID: " + last + "\r\n");
    EXPECT_NE(client->until("data: missed\n\n").find("event: change"), std::string::npos);
}

} // namespace
} // namespace quorate::http_tests
