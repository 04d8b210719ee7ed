#include "served.hpp"

#include "api/api.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "partnership/scenario/stage.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/desk/sign_in.hpp"
#include "web/site.hpp"

#include <cstdlib>
#include <deque>
#include <filesystem>
#include <gtest/gtest.h>

namespace quorate::web_tests {

std::vector<views::Hosted> one(views::Hosted hosted) {
    std::vector<views::Hosted> out;
    out.push_back(std::move(hosted));
    return out;
}

namespace scenario = partnership::scenario;
using http_tests::ask;

namespace {

std::string new_folder() {
    std::string name = std::filesystem::temp_directory_path().string() + "/quorate-web-XXXXXX";
    return mkdtemp(name.data()) == nullptr ? std::string() : name;
}

/// Plays a document on a scene, every line as expected.
bool play(scenario::Scene& scene, const base::Result<scenario::Document>& document) {
    if (!document) {
        ADD_FAILURE() << document.error().text();
        return false;
    }
    const auto played = scenario::play_whole(scene, *document);
    if (!played) {
        ADD_FAILURE() << played.error().text();
    }
    return played.has_value();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::string decoded(std::string text) {
    for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) {
        text.replace(at, 5, "&");
    }
    return text;
}

/// Every page can be asked for on every day the pages link to: the first few days of a partnership
/// are enough.
bool one_day_too_many(std::map<std::string, std::set<std::string>>& days,
                      const std::string& target) {
    constexpr std::size_t days_max = 3;
    const auto at = target.find("on=");
    if (target.find('?') > at || at == std::string::npos) {
        return false;
    }
    auto& asked = days[target.substr(0, target.find('/', 1))];
    const auto day = target.substr(at);
    if (asked.size() >= days_max && !asked.contains(day)) {
        return true;
    }
    asked.insert(day);
    return false;
}

/// The addresses of this site in a page.
std::vector<std::string> links_in(const std::string& page) {
    std::vector<std::string> out;
    for (auto at = page.find("href=\""); at != std::string::npos; at = page.find("href=\"", at)) {
        at += 6;
        auto target = decoded(page.substr(at, page.find('"', at) - at));
        target = target.substr(0, target.find('#'));
        if (target.starts_with("/")) {
            out.push_back(std::move(target));
        }
    }
    return out;
}

} // namespace

Served::Served(std::vector<views::Hosted> partnerships, bool open_acts) : folder_(new_folder()) {
    for (auto& each : partnerships) {
        hosted_.add(std::move(each));
    }
    http::Router router;
    web::add_routes(router, hosted_);
    api::add_routes(router, hosted_, {.open_acts = open_acts});
    http::ServerOptions options;
    options.port = 0;
    options.socket_path = folder_ + "/s";
    options.error_page = web::error_page;
    options.long_requests = {web::requests_with_passwords(), web::requests_that_ask_providers()};
    options.error_log = [this](const std::string& what) {
        const std::lock_guard lock(mutex_);
        faults_.push_back(what);
    };
    auto started = http::Server::start(std::move(router), std::move(options));
    if (!started) {
        ADD_FAILURE() << started.error().text();
        std::abort();
    }
    server_ = std::move(*started);
}

Served::~Served() {
    server_.reset();
    std::filesystem::remove_all(folder_);
}

std::string Served::get(const std::string& target, const std::string& headers) const {
    return ask(port(), "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
}

std::string Served::post(const std::string& target, const std::string& body,
                         const std::string& headers) const {
    return ask(port(), "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

std::string Served::post_locally(const std::string& target, const std::string& body) const {
    http_tests::RawClient client(folder_ + "/s");
    client.send("POST " + target +
                " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.response();
}

partnership::Partnership& Served::partnership(std::string_view id) const {
    return *hosted_.find(id)->partnership;
}

std::vector<std::string> Served::faults() {
    const std::lock_guard lock(mutex_);
    return faults_;
}

views::Hosted example(const std::string& name) {
    scenario::Stage stage(QUORATE_SOURCE_DIR);
    scenario::Document document;
    document.front.start = name;
    auto scene = stage.scene_for(document);
    if (!scene) {
        ADD_FAILURE() << name << ": " << scene.error().text();
        return {name, nullptr, scene.error()};
    }
    const auto id = (*scene)->partnership->id();
    return {id, std::move((*scene)->partnership), {}};
}

views::Hosted made_up(const std::string& id, const std::string& scenario_text) {
    const std::string root = QUORATE_SOURCE_DIR;
    auto start = base::read_file(root + "/examples/kent-rehearsal/rehearsal.md").value();
    start = replaced(std::move(start), "kind = \"rehearsal\"", "kind = \"fictional\"");
    start = replaced(std::move(start), "partnership = \"kent-rehearsal\"",
                     "partnership = \"" + id + "\"");
    const auto first = scenario::parse(start, "examples/kent-rehearsal/rehearsal.md");
    const bool path = scenario_text.ends_with(".md");
    const auto text = path ? base::read_file(root + "/" + scenario_text).value() : scenario_text;
    partnership::CharterFiles files(root);
    const auto at = scenario::first_instant(first.value());
    auto made =
        partnership::Partnership::create_in_memory(scenario::new_partnership(*first, at.value()));
    scenario::Scene scene{std::move(made.value()), files, {}, {}};
    play(scene, first);
    play(scene, scenario::parse(text, path ? scenario_text : "lines.md"));
    return {id, std::move(scene.partnership), {}};
}

std::map<std::string, std::string> crawl(const Served& served,
                                         const std::vector<std::string>& start) {
    std::map<std::string, std::string> out;
    std::map<std::string, std::set<std::string>> days; // asked for, by partnership
    std::deque<std::string> waiting(start.begin(), start.end());
    while (!waiting.empty() && out.size() < 5000) {
        const auto target = waiting.front();
        waiting.pop_front();
        if (out.contains(target) || one_day_too_many(days, target)) {
            continue;
        }
        const auto& response = out[target] = served.get(target);
        if (http_tests::header_of(response, "Content-Type").starts_with("text/html")) {
            for (auto& link : links_in(response)) {
                waiting.push_back(std::move(link));
            }
        }
    }
    return out;
}

std::string act_json(const std::string& act, const std::string& fields, const std::string& more) {
    return "{\"id\": \"" + base::random_uuid_v7(base::system_now()) + "\", \"act\": \"" + act +
           "\", \"fields\": {" + fields + "}" + (more.empty() ? "" : ", " + more) + "}";
}

base::JsonObject json_in(const std::string& response) {
    const auto json = base::parse_json(http_tests::body_of(response), {16 << 20, 64});
    if (!json || !json->is_object()) {
        ADD_FAILURE() << "not a JSON object: " << response.substr(0, 400);
        return {};
    }
    return json->get_object();
}

std::string text_at(const base::JsonObject& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

} // namespace quorate::web_tests
