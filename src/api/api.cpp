#include "api/api.hpp"

#include "api/accounts.hpp"
#include "api/acts.hpp"
#include "api/json_of.hpp"
#include "api/routes.hpp"
#include "http/json.hpp"
#include "views/accounts/task_json.hpp"

namespace quorate::api {

namespace {

[[noreturn]] void no_such_thing() {
    throw http::BrokenRequest(404, "The record has nothing at this address.");
}

partnership::Partnership& partnership_of(const views::HostedPartnerships& hosted,
                                         const http::Request& request) {
    const auto* found = hosted.find(request.capture("p"));
    if (found == nullptr) {
        throw http::BrokenRequest(404, "There is no partnership " +
                                           request.capture("p").substr(0, 80) + " here.");
    }
    if (!found->partnership) {
        throw http::BrokenRequest(503, "This partnership could not be opened.");
    }
    return *found->partnership;
}

views::Reader reader_of(const views::HostedPartnerships& hosted, const http::Request& request,
                        views::AsOf as_of = {}) {
    auto reader = views::Reader::open(partnership_of(hosted, request), {}, as_of);
    if (!reader) {
        throw http::BrokenRequest(400, reader.error().text() + ".");
    }
    return std::move(*reader);
}

http::Response list_partnerships(const views::HostedPartnerships& hosted) {
    base::JsonArray all;
    for (const auto& each : hosted.all()) {
        const auto reader =
            each.partnership ? views::Reader::open(*each.partnership) : base::fail("", "not open");
        if (reader) {
            all.push_back(json_of(reader->about()));
        }
    }
    base::JsonObject out;
    out["partnerships"] = std::move(all);
    return http::json_response(out);
}

http::Response proof(const views::HostedPartnerships& hosted, const http::Request& request) {
    const auto reader = reader_of(hosted, request);
    const auto position = request.captures.number("position");
    if (position >= reader.size()) {
        no_such_thing();
    }
    std::optional<std::uint64_t> older;
    if (request.query.has("older")) {
        older = static_cast<std::uint64_t>(number_asked(request, "older", 0, 1, reader.size()));
    }
    auto document = reader.proof(position, older);
    if (!document) {
        throw http::BrokenRequest(
            404, "This entry is in the record; its particulars are not published, so there is no "
                 "proof to download.");
    }
    return http::bytes_response("application/json", std::move(*document));
}

http::Response bundle(const views::HostedPartnerships& hosted, const http::Request& request) {
    auto document = reader_of(hosted, request).bundle();
    if (!document) {
        throw http::BrokenRequest(503, "The record could not be read: " + document.error().message +
                                           ".");
    }
    return http::bytes_response("application/json", std::move(*document));
}

} // namespace

void add_routes(http::Router& router, const views::HostedPartnerships& hosted,
                const Options& options) {
    router.get("/api/v1", [&hosted](const http::Request&) { return list_partnerships(hosted); });
    const auto document = std::make_shared<const http::Response>([] {
        auto made = http::json_response(openapi());
        http::prepare(made);
        return made;
    }());
    router.get("/api/v1/openapi.json", [document](const http::Request&) { return *document; });
    for (const auto& route : read_routes()) {
        router.get(route.pattern, [&hosted, &route](const http::Request& request) {
            const auto json = route.read(reader_of(hosted, request, as_of_asked(request)), request);
            if (!json) {
                no_such_thing();
            }
            return http::json_response(*json);
        });
    }
    router.get("/api/v1/{p}/entries/{position:number}/proof",
               [&hosted](const http::Request& request) { return proof(hosted, request); });
    router.get("/api/v1/{p}/bundle",
               [&hosted](const http::Request& request) { return bundle(hosted, request); });
    router.post("/api/v1/{p}/acts",
                [&hosted, options](const http::Request& request) {
                    return take_act(partnership_of(hosted, request), request, options);
                },
                {.body_bytes_max = act_bytes_max});
    router.post("/api/v1/{p}/accounts",
                [&hosted](const http::Request& request) {
                    return take_account_task(partnership_of(hosted, request), request);
                },
                {.body_bytes_max = views::account_task_bytes_max});
}

} // namespace quorate::api
