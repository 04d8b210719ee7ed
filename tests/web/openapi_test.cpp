// The interface's own document: every route is in it, and nothing else.

#include "api/api.hpp"
#include "governance/act_table.hpp"
#include "served.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

/// "GET /api/v1/{p}/entries/{position:number}" as the document has it: without kinds, the method in
/// small letters.
std::string written(std::string route) {
    for (auto colon = route.find(':'); colon != std::string::npos; colon = route.find(':')) {
        route.erase(colon, route.find('}', colon) - colon);
    }
    for (auto& c : route) {
        if (c == ' ') {
            break;
        }
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return route;
}

TEST(OpenApi, EveryRouteIsInTheDocumentAndTheReverse) {
    const views::HostedPartnerships none;
    http::Router router;
    api::add_routes(router, none, {});
    std::set<std::string> routes;
    for (const auto& route : router.list()) {
        routes.insert(written(route));
    }
    std::set<std::string> documented;
    const auto document = api::openapi();
    for (const auto& [path, item] : document.at("paths").as_object()) {
        for (const auto& [method, operation] : item.as_object()) {
            documented.insert(std::string(method) + " " + std::string(path));
        }
    }
    EXPECT_EQ(routes, documented);
}

TEST(OpenApi, EveryActIsASchema) {
    const auto document = api::openapi();
    const auto& schemas = document.at("components").at("schemas").as_object();
    for (const auto& act : governance::act_table()) {
        const auto* schema = schemas.if_contains("fields-" + std::string(act.name));
        ASSERT_NE(schema, nullptr) << act.name;
        EXPECT_EQ(schema->at("properties").as_object().size(), act.fields.size()) << act.name;
    }
    EXPECT_EQ(schemas.at("Submission").at("oneOf").as_array().size(),
              governance::act_table().size());
}

TEST(OpenApi, IsServed) {
    const Served served({});
    const auto response = served.get("/api/v1/openapi.json");
    EXPECT_EQ(http_tests::status_of(response), 200);
    EXPECT_EQ(text_at(json_in(response), "openapi"), "3.1.0");
}

} // namespace
} // namespace quorate::web_tests
