#include "walk_addresses.hpp"

#include "api/api.hpp"
#include "base/text.hpp"
#include "http/router.hpp"
#include "web/site.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    for (const auto& part :
         base::split(std::string_view(line).substr(1, line.rfind('|') - 1), '|')) {
        out.emplace_back(base::trim(part));
    }
    return out;
}

bool held(const WalkWorld& world, const std::string& body, const std::string& meeting) {
    const auto& all = world.meetings();
    return std::find(all.begin(), all.end(), std::pair(body, meeting)) != all.end();
}

std::vector<std::string> values(const WalkWorld& world, const std::string& segment) {
    if (!segment.starts_with("{")) {
        return {segment.empty() ? "" : segment};
    }
    const auto name = segment.substr(1, segment.find_first_of(":.}") - 1);
    const auto found = world.fillings().find(name);
    return found == world.fillings().end() ? std::vector<std::string>{} : found->second;
}

} // namespace

Table table_of_docs() {
    const auto text =
        base::read_file(std::string(QUORATE_SOURCE_DIR) + "/docs/who-may-see.md").value();
    Table out;
    std::vector<std::string> kinds;
    for (const auto& part : base::split(text, '\n')) {
        const std::string line(part);
        if (line.starts_with("| thing |")) {
            kinds = cells(line);
        } else if (line.starts_with("| ") && !kinds.empty()) {
            const auto row = cells(line);
            EXPECT_EQ(row.size(), kinds.size()) << line;
            for (std::size_t i = 1; i < row.size(); ++i) {
                EXPECT_TRUE(row[i] == "yes" || row[i] == "no") << line;
                out[row[0]][kinds[i]] = row[i] == "yes";
            }
        }
    }
    return out;
}

std::vector<std::string> routes_of_site(const std::string& method) {
    http::Router router;
    const views::HostedPartnerships none;
    web::add_routes(router, none);
    api::add_routes(router, none, {.open_acts = true});
    std::vector<std::string> out;
    for (auto& route : router.list()) {
        if (route.starts_with(method + " ")) {
            out.push_back(std::move(route));
        }
    }
    return out;
}

std::vector<std::string> addresses(const WalkWorld& world, const std::string& pattern) {
    std::vector<std::string> out = {""};
    for (const auto& part : base::split(std::string_view(pattern).substr(1), '/')) {
        const std::string segment(part);
        std::vector<std::string> next;
        for (const auto& begun : out) {
            for (const auto& value : values(world, segment)) {
                const bool fits = segment != "{meeting}" ||
                                  held(world, begun.substr(begun.rfind('/') + 1), value);
                if (fits) {
                    next.push_back(begun + "/" + value);
                }
            }
        }
        out = std::move(next);
    }
    return out;
}

} // namespace quorate::web_tests
