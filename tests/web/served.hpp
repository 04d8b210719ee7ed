#ifndef QUORATE_TESTS_WEB_SERVED_HPP
#define QUORATE_TESTS_WEB_SERVED_HPP
// A real server on a free port over partnerships in memory.

#include "../http/raw_client.hpp"
#include "base/json.hpp"
#include "http/server.hpp"
#include "views/hosted.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace quorate::web_tests {

/// A list of one, which cannot be written as such: what is hosted cannot be copied.
std::vector<views::Hosted> one(views::Hosted hosted);

/// Serves what it is given until it goes. Everything the server reports as its own fault is kept.
class Served {
public:
    explicit Served(std::vector<views::Hosted> partnerships, bool open_acts = true);
    ~Served();

    [[nodiscard]] std::string get(const std::string& target, const std::string& headers = {}) const;
    [[nodiscard]] std::string
    post(const std::string& target, const std::string& body,
         const std::string& headers = "Content-Type: application/json\r\n") const;
    /// The same through the local socket.
    [[nodiscard]] std::string post_locally(const std::string& target,
                                           const std::string& body) const;
    [[nodiscard]] partnership::Partnership& partnership(std::string_view id) const;
    [[nodiscard]] std::vector<std::string> faults();
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }

private:
    views::HostedPartnerships hosted_;
    std::string folder_;
    std::mutex mutex_;
    std::vector<std::string> faults_;
    std::unique_ptr<http::Server> server_;
};

/// The example of that name, played in memory; null when it could not be, with the reason in the
/// test's output.
views::Hosted example(const std::string& name);
/// The Kent rehearsal as a made-up partnership called `id` whose people are shown, and then a
/// scenario played on it (a path from the repository's root, or the text itself).
views::Hosted made_up(const std::string& id, const std::string& scenario);

/// Every address of this site the pages link to, from `start` on, with its whole response.
std::map<std::string, std::string> crawl(const Served& served,
                                         const std::vector<std::string>& start);

/// A submission with a new id; `fields` is the inside of a JSON object.
std::string act_json(const std::string& act, const std::string& fields,
                     const std::string& more = {});
base::JsonObject json_in(const std::string& response);
std::string text_at(const base::JsonObject& object, std::string_view key);

} // namespace quorate::web_tests

#endif
