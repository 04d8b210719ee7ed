// Walks every address of the site as every kind of reader, and compares what is seen with the table
// of docs/who-may-see.md. A route that nothing is read from fails the test.

#include "base/text.hpp"
#include "http/router.hpp"
#include "walk_addresses.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

/// Routes from which nothing can be read here, and why.
const std::map<std::string, std::string> not_read = {
    {"GET /{p}/sign-in/with/{provider}", "leaves for another site; no provider is set up"},
    {"GET /{p}/sign-in/back", "comes back from another site"},
    {"GET /{p}/link/{token}", "opens only with a secret that was mailed"},
    {"GET /{p}/desk/accounts/{account}/single-sign-on", "there is none here"},
    {"GET /{p}/desk/report/{body}/{meeting}", "nobody owes a report before duties are counted"},
    {"GET /{p}/desk/report-owed", "the same"},
    {"GET /{p}/desk/organisation/{organisation}/seats/{body}/{number:number}/substitute",
     "the only meeting to come is going on"},
    {"GET /{p}/bodies/{body}/steps/record", "no process is followed here"},
    {"GET /{p}/desk/seats/{body}/{seat:number}/absent", "nobody has missed three meetings"},
};

/// What an open stream says within a short while.
std::string stream_of(std::uint16_t port, const std::string& target, const std::string& headers) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval wait{0, 300'000};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    std::string out;
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        const auto request =
            "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
        ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL);
        char buffer[65536];
        for (auto read = ::recv(descriptor, buffer, sizeof buffer, 0); read > 0;
             read = ::recv(descriptor, buffer, sizeof buffer, 0)) {
            out.append(buffer, static_cast<std::size_t>(read));
        }
    }
    ::close(descriptor);
    return out;
}

std::string decoded(std::string text) {
    for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) {
        text.replace(at, 5, "&");
    }
    return text;
}

/// The walk of one reader.
class Walk {
public:
    Walk(const WalkWorld& world, const Looker& looker, const std::vector<std::string>& routes)
        : world_(world), looker_(looker) {
        for (const auto& route : routes) {
            http::Router one;
            one.get(route.substr(4), [](const http::Request&) { return http::Response{}; });
            routes_.emplace_back(route, std::move(one));
        }
    }

    void go() {
        for (const auto& [route, router] : routes_) {
            for (auto& target : addresses(world_, route.substr(4))) {
                ask(target, route);
            }
        }
        constexpr std::size_t pages_max = 4000;
        while (!waiting_.empty() && seen_.size() < pages_max) {
            const auto target = waiting_.front();
            waiting_.pop_front();
            ask(target, route_of(target));
        }
    }

    /// Where each marked thing was seen first.
    std::map<std::string, std::string> found;
    /// Routes that gave something to read.
    std::set<std::string> read;
    /// Of pages with an ETag, the tag, for trying it as somebody else.
    std::map<std::string, std::string> tags;
    std::map<std::string, std::map<int, int>> statuses; ///< what each route answered, how often

private:
    [[nodiscard]] std::string headers() const {
        return looker_.cookie.empty() ? "" : "Cookie: " + looker_.cookie + "\r\n";
    }

    [[nodiscard]] std::string route_of(const std::string& target) const {
        const auto segments = http::path_segments(target.substr(0, target.find('?')));
        std::string best;
        for (const auto& [route, router] : routes_) {
            if (segments && router.match(http::Method::get, *segments).handler != nullptr &&
                (best.empty() || stricter(route, best))) {
                best = route;
            }
        }
        return best;
    }
    static bool stricter(const std::string& a, const std::string& b) {
        return std::count(a.begin(), a.end(), '{') < std::count(b.begin(), b.end(), '{');
    }

    void ask(const std::string& target, const std::string& route) {
        if (route.empty() || !seen_.insert(target).second) {
            return;
        }
        const bool stream = route.ends_with("/events");
        const auto response = stream ? stream_of(world_.served().port(), target, headers())
                                     : world_.served().get(target, headers());
        const auto status = status_of(response);
        ++statuses[route][status];
        const bool asked_in =
            status == 303 && header_of(response, "Location").find("/sign-in?") != std::string::npos;
        if (status == 200 || (status == 303 && !asked_in)) {
            read.insert(route);
        }
        EXPECT_LT(status, 500) << looker_.kind << " " << target;
        for (const auto& marked : world_.marked()) {
            for (const auto& word : marked.words) {
                // A page may say the address back that was asked for.
                if (response.find(word) != std::string::npos &&
                    target.find(word) == std::string::npos) {
                    found.emplace(marked.thing + "\n" + word, target);
                }
            }
        }
        const auto tag = header_of(response, "ETag");
        if (!tag.empty()) {
            tags.emplace(target, tag);
        }
        if (header_of(response, "Content-Type").starts_with("text/html")) {
            add_links(response);
        }
    }

    void add_links(const std::string& page) {
        for (const char* attribute : {"href=\"", "src=\"", "data-live-events=\""}) {
            const std::string name = attribute;
            for (auto at = page.find(name); at != std::string::npos; at = page.find(name, at)) {
                at += name.size();
                auto target = decoded(page.substr(at, page.find('"', at) - at));
                target = target.substr(0, target.find('#'));
                const bool here = target.starts_with("/walk") ||
                                  target.starts_with("/api/v1/walk") ||
                                  target.starts_with("/assets/");
                if (here && !too_many(target)) {
                    waiting_.push_back(std::move(target));
                }
            }
        }
    }

    /// Of pages that differ in their question only, a few are enough.
    bool too_many(const std::string& target) {
        constexpr int questions_max = 3;
        const auto question = target.find('?');
        if (seen_.contains(target)) {
            return true;
        }
        if (question == std::string::npos) {
            return ++paths_[route_of(target)] > 20;
        }
        // The names asked for, without their values.
        std::string kind = route_of(target);
        for (const auto& part : base::split(std::string_view(target).substr(question + 1), '&')) {
            kind += "&" + std::string(part.substr(0, part.find('=')));
        }
        return ++questions_[kind] > questions_max;
    }

    const WalkWorld& world_;
    const Looker& looker_;
    std::vector<std::pair<std::string, http::Router>> routes_;
    std::set<std::string> seen_;
    std::map<std::string, int> paths_;
    std::map<std::string, int> questions_;
    std::deque<std::string> waiting_;
};

/// What a reader saw, against the table.
void compare(const WalkWorld& world, const Looker& looker, const Walk& walk, const Table& table) {
    for (const auto& marked : world.marked()) {
        const auto row = table.find(marked.thing);
        ASSERT_NE(row, table.end()) << "the table has no line for: " << marked.thing;
        const auto may = row->second.find(looker.kind);
        ASSERT_NE(may, row->second.end()) << "the table has no column for: " << looker.kind;
        bool any = false;
        for (const auto& word : marked.words) {
            const auto seen = walk.found.find(marked.thing + "\n" + word);
            any = any || seen != walk.found.end();
            if (!may->second) {
                EXPECT_EQ(seen, walk.found.end())
                    << looker.kind << " sees " << marked.thing << " (" << word << ") at "
                    << (seen == walk.found.end() ? "" : seen->second);
            }
        }
        EXPECT_TRUE(any || !may->second) << looker.kind << " sees nothing of: " << marked.thing
                                         << " (" << marked.words[0] << ")";
    }
}

/// A tag that somebody was given is no answer to somebody else whose page would be another.
void try_tags(const WalkWorld& world, const Looker& looker, const Walk& walk, const Walk& open) {
    std::size_t tried = 0;
    for (const auto& [target, tag] : walk.tags) {
        const auto own = open.tags.find(target);
        if ((own != open.tags.end() && own->second == tag) || ++tried > 200) {
            continue;
        }
        const auto asked = world.served().get(target, "If-None-Match: " + tag + "\r\n");
        EXPECT_NE(status_of(asked), 304) << "the public is told that what " << looker.kind
                                         << " has of " << target << " is theirs";
        const auto head = http_tests::ask(world.served().port(), "HEAD " + target +
                                                                     " HTTP/1.1\r\nHost: "
                                                                     "localhost\r\nConnection: "
                                                                     "close\r\n\r\n");
        EXPECT_NE(header_of(head, "ETag"), tag) << target;
    }
}

class EveryReader : public testing::TestWithParam<unsigned> {};

TEST_P(EveryReader, sees_what_the_table_says_and_nothing_else) {
    WalkWorld world(GetParam());
    ASSERT_FALSE(HasFatalFailure());
    const auto table = table_of_docs();
    const auto routes = routes_of_site("GET");
    std::set<std::string> read;
    std::map<std::string, std::string> answered;
    std::unique_ptr<Walk> open;
    for (const auto& looker : world.lookers()) {
        auto walk = std::make_unique<Walk>(world, looker, routes);
        walk->go();
        compare(world, looker, *walk, table);
        read.insert(walk->read.begin(), walk->read.end());
        for (const auto& [route, statuses] : walk->statuses) {
            for (const auto& [status, times] : statuses) {
                answered[route] += std::to_string(status) + " x " + std::to_string(times) + ", ";
            }
        }
        if (open == nullptr) {
            open = std::move(walk);
        } else {
            try_tags(world, looker, *walk, *open);
        }
    }
    for (const auto& thing : table) {
        const auto& all = world.marked();
        EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                                [&](const Marked& each) { return each.thing == thing.first; }))
            << "nothing is marked for: " << thing.first;
    }
    for (const auto& route : routes) {
        EXPECT_TRUE(read.contains(route) || not_read.contains(route))
            << "nobody could read anything from " << route
            << ": say what its captures stand for in walk_world.cpp (" << answered[route] << ")";
    }
    for (const auto& fault : world.served().faults()) {
        ADD_FAILURE() << fault;
    }
}

std::vector<unsigned> seeds() {
    const char* asked = std::getenv("QUORATE_WALK_SEED");
    return {asked == nullptr ? 1U : static_cast<unsigned>(std::atoi(asked))};
}

INSTANTIATE_TEST_SUITE_P(Seeded, EveryReader, testing::ValuesIn(seeds()));

} // namespace
} // namespace quorate::web_tests
