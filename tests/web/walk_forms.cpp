#include "walk_forms.hpp"

#include "http/router.hpp"
#include "walk_addresses.hpp"

#include <algorithm>
#include <array>
#include <deque>

namespace quorate::web_tests {

namespace {

std::string decoded(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities = {
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
    for (const auto& [from, to] : entities) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

std::string attribute(std::string_view tag, std::string_view name) {
    const auto before = " " + std::string(name) + "=\"";
    const auto at = tag.find(before);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto from = at + before.size();
    return decoded(std::string(tag.substr(from, tag.find('"', from) - from)));
}

/// The fields of one form, and its buttons that have a name.
struct Fields {
    FormFields fields;
    FormFields buttons;

    [[nodiscard]] bool has(const std::string& name) const {
        return std::any_of(fields.begin(), fields.end(),
                           [&](const auto& each) { return each.first == name; });
    }
    void add(std::string_view tag, const std::string& value) {
        const auto name = attribute(tag, "name");
        if (tag.starts_with("<button")) {
            buttons.emplace_back(name, value);
        } else if (!name.empty() && name != "csrf" && !has(name) &&
                   attribute(tag, "type") != "file") {
            fields.emplace_back(name, value);
        }
    }
};

/// What a tag of a form brings: its value, the text of a textarea, a select's first real option.
std::string value_of(std::string_view form, std::size_t at, std::string_view tag) {
    if (tag.starts_with("<textarea")) {
        const auto text = form.substr(at + tag.size());
        const auto words = decoded(std::string(text.substr(0, text.find("</textarea"))));
        return words.empty() ? "Some words" : words;
    }
    if (tag.starts_with("<select")) {
        auto options = form.substr(at, form.find("</select", at) - at);
        for (auto option = options.find("<option"); option != std::string_view::npos;
             option = options.find("<option", option + 1)) {
            const auto value =
                attribute(options.substr(option, options.find('>', option) - option + 1), "value");
            if (!value.empty()) {
                return value;
            }
        }
        return {};
    }
    const auto value = attribute(tag, "value");
    return value.empty() && attribute(tag, "type") == "text" ? "1" : value;
}

Fields fields_of(std::string_view form) {
    Fields out;
    for (auto at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1)) {
        const auto tag = form.substr(at, form.find('>', at) - at + 1);
        if (tag.starts_with("<input") || tag.starts_with("<textarea") ||
            tag.starts_with("<select") || tag.starts_with("<button")) {
            out.add(tag, value_of(form, at, tag));
        }
    }
    return out;
}

/// Finds the route that takes a target.
class Routes {
public:
    Routes(const std::vector<std::string>& routes, http::Method method) : method_(method) {
        for (const auto& route : routes) {
            const auto pattern = route.substr(route.find(' ') + 1);
            http::Router one;
            const auto nothing = [](const http::Request&) { return http::Response{}; };
            method == http::Method::post ? one.post(pattern, nothing) : one.get(pattern, nothing);
            all_.emplace_back(route, std::move(one));
        }
    }
    [[nodiscard]] std::string of(const std::string& target) const {
        const auto segments = http::path_segments(target.substr(0, target.find('?')));
        std::string best;
        const auto holes = [](const std::string& route) {
            return std::count(route.begin(), route.end(), '{');
        };
        for (const auto& [route, router] : all_) {
            if (segments && router.match(method_, *segments).handler != nullptr &&
                (best.empty() || holes(route) < holes(best))) {
                best = route;
            }
        }
        return best;
    }

private:
    http::Method method_;
    std::vector<std::pair<std::string, http::Router>> all_;
};

/// A question's names without their values: pages that differ in values only have the same forms.
std::string kind_of(const std::string& route, const std::string& target) {
    std::string out = route;
    const auto question = target.find('?');
    for (std::size_t at = question; at != std::string::npos; at = target.find('&', at + 1)) {
        out += target.substr(at, target.find('=', at) - at);
    }
    return out;
}

/// The words looked for are not sent by those who should not know them; ids stay.
void blot_out(const WalkWorld& world, SiteForm& form) {
    for (auto& [name, value] : form.fields) {
        for (const auto& marked : world.marked()) {
            for (const auto& word : marked.words) {
                if (word.starts_with("X") && value.find(word) != std::string::npos) {
                    value = "Something else";
                }
            }
        }
    }
}

} // namespace

std::vector<SiteForm> forms_in(const std::string& page) {
    std::vector<SiteForm> out;
    for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 1)) {
        const auto whole = std::string_view(page).substr(at, page.find("</form", at) - at);
        const auto tag = whole.substr(0, whole.find('>') + 1);
        if (attribute(tag, "method") != "post") {
            continue;
        }
        const auto inside = fields_of(whole.substr(tag.size()));
        const bool files = attribute(tag, "enctype") == "multipart/form-data";
        if (inside.buttons.empty() || inside.buttons.front().first.empty()) {
            out.push_back({attribute(tag, "action"), inside.fields, files});
        }
        for (const auto& button : inside.buttons) {
            if (!button.first.empty()) {
                out.push_back({attribute(tag, "action"), inside.fields, files});
                out.back().fields.push_back(button);
            }
        }
    }
    return out;
}

void collect_forms(const WalkWorld& world, const Looker& looker,
                   const std::vector<std::string>& routes, FormsByRoute& forms) {
    constexpr std::size_t forms_max = 14; // of one route
    constexpr int pages_of_a_kind_max = 3;
    const Routes taking(routes, http::Method::post);
    const auto pages = routes_of_site("GET");
    const Routes showing(pages, http::Method::get);
    std::deque<std::string> waiting;
    for (const auto& route : pages) {
        const bool desk =
            route.find("/events") == std::string::npos &&
            (route.find("/desk") != std::string::npos || route.find("{p}/") != std::string::npos);
        for (auto& target : desk ? addresses(world, route.substr(4)) : std::vector<std::string>{}) {
            waiting.push_back(std::move(target));
        }
    }
    std::map<std::string, int> seen;
    while (!waiting.empty()) {
        const auto target = waiting.front();
        waiting.pop_front();
        if (seen[target]++ > 0) {
            continue;
        }
        const auto page = world.served().get(target, "Cookie: " + looker.cookie + "\r\n");
        for (auto& form : forms_in(page)) {
            blot_out(world, form);
            auto& of_route = forms[taking.of(form.target)];
            const bool known =
                std::any_of(of_route.begin(), of_route.end(), [&](const SiteForm& each) {
                    return each.target == form.target && each.fields.size() == form.fields.size() &&
                           (form.fields.empty() || each.fields.back() == form.fields.back());
                });
            if (!known && of_route.size() < forms_max) {
                of_route.push_back(std::move(form));
            }
        }
        for (auto at = page.find("href=\"/walk/"); at != std::string::npos;
             at = page.find("href=\"/walk/", at + 1)) {
            auto link = decoded(page.substr(at + 6, page.find('"', at + 6) - at - 6));
            link = link.substr(0, link.find('#'));
            const auto route = showing.of(link);
            if (!route.empty() && route.find("/events") == std::string::npos &&
                link.find('?') != std::string::npos && !seen.contains(link) &&
                ++seen[kind_of(route, link)] <= pages_of_a_kind_max) {
                waiting.push_back(std::move(link));
            }
        }
    }
}

std::string multipart(const FormFields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        out += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name +
               "\"\r\n\r\n" + value + "\r\n";
    }
    return out + "--" + boundary +
           "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n"
           "Content-Type: text/plain\r\n\r\nA few words.\n\r\n--" +
           boundary + "--\r\n";
}

} // namespace quorate::web_tests
