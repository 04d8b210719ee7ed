#include "api/routes.hpp"

#include "api/api.hpp"
#include "api/schema_of.hpp"
#include "views/architecture/constitutions.hpp"
#include "views/dates_asked.hpp"
#include "views/succession/process.hpp"
#include "views/succession/succession.hpp"

#include <charconv>

namespace quorate::api {

namespace {

using base::Json;
using base::JsonObject;
using views::Reader;

constexpr Parameter all_parameters[] = {
    {"on", "Things as they stood at the end of this day", "string", "date"},
    {"known",
     "With on. now: as we now know it was; then: as it was known then, from what had been recorded "
     "by the end of that day. now when left out",
     "string"},
    {"position", "The record as it was known when this entry had been recorded", "integer",
     "int64"},
    {"against", "The other of the two days that are compared", "string", "date"},
    {"body", "Only of this body", "string"},
    {"from", "Position of the first entry", "integer", "int64"},
    {"limit", "At most so many entries, 1 to 500; 100 when left out", "integer", "int64"},
    {"older", "Prove also that the record of so many entries is the start of this one", "integer",
     "int64"},
    {"preview", "1: say what the ruling would be, and record nothing", "integer"},
    {"expected",
     "The newest position the submitter had seen; the act is stale when its meeting or body has "
     "moved on",
     "integer", "int64"},
    {"recorded", "In a practice copy or scenario: the instant its clock goes to", "string",
     "date-time"}};

template <class T>
JsonObject schema(JsonObject& schemas) {
    return schema_of<T>(schemas);
}

template <class T>
std::optional<Json> json_or_nothing(const std::optional<T>& value) {
    return value ? std::optional<Json>(json_of(*value)) : std::nullopt;
}

std::string two(const http::Request& request, std::string_view first, std::string_view second) {
    return request.capture(first) + "/" + request.capture(second);
}

/// ?on= and ?against= of a comparison, the earlier first; those the record suggests where they are
/// left out.
views::TwoDays two_days(const Reader& reader, const http::Request& request) {
    auto days = views::telling_days(reader);
    const auto read = [&](std::string_view name, base::CivilDate& day) {
        const auto asked = request.query.get(name);
        if (!asked || asked->empty()) {
            return;
        }
        const auto date = base::parse_date(*asked);
        if (!date || !views::may_be_asked(*date)) {
            throw http::BrokenRequest(
                400, std::string(name) + " must be a date from 1950-01-01 to 2199-12-31.");
        }
        day = *date;
    };
    read("on", days.earlier);
    read("against", days.later);
    return days.later < days.earlier ? views::TwoDays{days.later, days.earlier} : days;
}

std::string body_asked(const http::Request& request) {
    return std::string(request.query.get("body").value_or(""));
}

/// A list for one body or all; nothing when the record has no such body.
template <class List>
std::optional<Json> listed(const Reader& reader, const http::Request& request, List list) {
    const auto body = body_asked(request);
    if (!body.empty() && !reader.body(body)) {
        return std::nullopt;
    }
    return json_of(list(body));
}

const std::vector<ReadRoute> table = {
    {"/api/v1/{p}",
     "readPartnership",
     "What the partnership is, with its home page",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request&) -> std::optional<Json> {
         auto out = json_of(reader.about()).as_object();
         out["home"] = json_of(reader.home());
         return Json(std::move(out));
     },
     [](JsonObject& schemas) {
         JsonObject home;
         home["home"] = schema_of<views::Home>(schemas);
         auto more = typed("object");
         more["properties"] = std::move(home);
         JsonObject out;
         out["allOf"] = base::JsonArray{schema_of<views::About>(schemas), std::move(more)};
         return out;
     }},
    {"/api/v1/{p}/architecture",
     "readArchitecture",
     "The bodies and how they are linked",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request&) -> std::optional<Json> {
         return json_of(views::architecture(reader));
     },
     schema<views::ArchitecturePage>},
    {"/api/v1/{p}/architecture/compare",
     "compareArchitecture",
     "The bodies of two days, what became of each and who follows whom",
     {"on", "against"},
     [](const Reader& reader, const http::Request& request) -> std::optional<Json> {
         return json_of(views::architecture_between(reader, two_days(reader, request)));
     },
     schema<views::ArchitectureComparison>},
    {"/api/v1/{p}/responsibilities",
     "listResponsibilities",
     "Who is responsible for what, and by what chain it came to them",
     {"body", "on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return listed(reader, request, [&](const std::string& body) {
             return views::responsibilities(reader, body);
         });
     },
     schema<views::ResponsibilitiesPage>},
    {"/api/v1/{p}/bodies/{body}/steps",
     "readSteps",
     "The processes its terms set out, step by step",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(views::process_page(reader, request.capture("body")));
     },
     schema<views::ProcessPage>},
    {"/api/v1/{p}/succession",
     "readSuccession",
     "Which body follows which, and what is left with nobody",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request&) -> std::optional<Json> {
         return json_of(views::succession(reader));
     },
     schema<views::SuccessionPage>},
    {"/api/v1/{p}/constitutions",
     "compareConstitutions",
     "What the terms in force on two days say to the same questions",
     {"on", "against"},
     [](const Reader& reader, const http::Request& request) -> std::optional<Json> {
         return json_of(views::constitutions(reader, two_days(reader, request)));
     },
     schema<views::ConstitutionsPage>},
    {"/api/v1/{p}/bodies",
     "listBodies",
     "Every body, each after the one it answers to",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request&) -> std::optional<Json> {
         return json_of(reader.bodies());
     },
     schema<std::vector<views::BodyLine>>},
    {"/api/v1/{p}/bodies/{body}",
     "readBody",
     "One body: offices, members, quorum, meetings, decisions",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.body(request.capture("body")));
     },
     schema<views::BodyPage>},
    {"/api/v1/{p}/bodies/{body}/members",
     "readMembers",
     "Who sits on a body, by sector",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.members(request.capture("body")));
     },
     schema<views::MembersPage>},
    {"/api/v1/{p}/bodies/{body}/terms",
     "readTerms",
     "Its terms of reference with their rules and readings",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.terms(request.capture("body")));
     },
     schema<views::TermsPage>},
    {"/api/v1/{p}/meetings",
     "listMeetings",
     "Meetings to come and past",
     {"body", "on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return listed(reader, request,
                       [&](const std::string& body) { return reader.meetings(body); });
     },
     schema<views::MeetingsPage>},
    {"/api/v1/{p}/meetings/{body}/{meeting}",
     "readMeeting",
     "One meeting: notice, agenda, attendance, outcomes and minutes",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.meeting(two(request, "body", "meeting")));
     },
     schema<views::MeetingPage>},
    {"/api/v1/{p}/decisions",
     "listDecisions",
     "Decisions, and what was recorded as made but is none",
     {"body", "on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return listed(reader, request,
                       [&](const std::string& body) { return reader.decisions(body); });
     },
     schema<views::DecisionsPage>},
    {"/api/v1/{p}/decisions/{body}/{decision}",
     "readDecision",
     "One decision with its ruling",
     {"on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.decision(two(request, "body", "decision")));
     },
     schema<views::DecisionPage>},
    {"/api/v1/{p}/duties",
     "listDuties",
     "What each body owes, when, and whether it was done",
     {"body", "on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return listed(reader, request,
                       [&](const std::string& body) { return reader.duties(body); });
     },
     schema<views::DutiesPage>},
    {"/api/v1/{p}/findings",
     "listFindings",
     "Where the terms, the register and the record do not fit",
     {"body", "on", "known", "position"},
     [](const Reader& reader, const http::Request& request) {
         return listed(reader, request,
                       [&](const std::string& body) { return reader.findings(body); });
     },
     schema<views::FindingsPage>},
    {"/api/v1/{p}/entries",
     "listEntries",
     "Entries of the record in order",
     {"from", "limit"},
     [](const Reader& reader, const http::Request& request) -> std::optional<Json> {
         const auto from = number_asked(request, "from", 0, 0, std::int64_t{1} << 53);
         return json_of(reader.entries(from, number_asked(request, "limit", 100, 1, entries_max)));
     },
     schema<views::EntriesPage>},
    {"/api/v1/{p}/entries/{position:number}",
     "readEntry",
     "One entry with its ruling",
     {},
     [](const Reader& reader, const http::Request& request) {
         return json_or_nothing(reader.entry(request.captures.number("position")));
     },
     schema<views::EntryPage>},
    {"/api/v1/{p}/checkpoint",
     "readCheckpoint",
     "Size, root and signed checkpoint of the record",
     {},
     [](const Reader& reader, const http::Request&) -> std::optional<Json> {
         return json_of(reader.checkpoint());
     },
     schema<views::CheckpointShown>}};

} // namespace

std::span<const ReadRoute> read_routes() {
    return table;
}
std::span<const Parameter> parameters() {
    return all_parameters;
}

std::int64_t number_asked(const http::Request& request, std::string_view name,
                          std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const auto asked = request.query.get(name);
    if (!asked) {
        return otherwise;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(asked->data(), asked->data() + asked->size(), number);
    if (error != std::errc{} || end != asked->data() + asked->size() || number < least ||
        number > most) {
        throw http::BrokenRequest(400, std::string(name) + " must be a whole number from " +
                                           std::to_string(least) + " to " + std::to_string(most) +
                                           ".");
    }
    return number;
}

views::AsOf as_of_asked(const http::Request& request) {
    views::AsOf out;
    if (const auto on = request.query.get("on"); on && !on->empty()) {
        const auto date = base::parse_date(*on);
        if (!date) {
            throw http::BrokenRequest(400, "on must be a date such as 2008-07-01.");
        }
        if (!views::may_be_asked(*date)) {
            throw http::BrokenRequest(400, "on must be a date from 1950-01-01 to 2199-12-31.");
        }
        out.on = *date;
    }
    if (const auto known = request.query.get("known"); known && !known->empty()) {
        if (*known != "then" && *known != "now") {
            throw http::BrokenRequest(400, "known must be then or now.");
        }
        if (!out.on) {
            throw http::BrokenRequest(400, "known goes with a date in on.");
        }
        out.known_then = *known == "then";
    }
    if (request.query.has("position")) {
        out.position = number_asked(request, "position", 0, 0, std::int64_t{1} << 53);
    }
    return out;
}

} // namespace quorate::api
