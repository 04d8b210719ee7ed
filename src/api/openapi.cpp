// The OpenAPI 3.1 document, from the tables: what is not in them is not in it.

#include "api/acts.hpp"
#include "api/routes.hpp"
#include "api/schema_of.hpp"
#include "governance/act_table.hpp"
#include "governance/field_words.hpp"
#include "governance/word_forms.hpp"
#include "views/accounts/accounts.hpp"

#include <algorithm>

namespace quorate::api {

namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using governance::ActRow;
using governance::FieldKind;
using governance::FieldRow;

JsonObject described(JsonObject schema, std::string_view description) {
    if (!description.empty()) {
        schema["description"] = description;
    }
    return schema;
}

JsonObject json_content(JsonObject schema, std::string_view type = "application/json") {
    JsonObject media;
    media["schema"] = std::move(schema);
    JsonObject out;
    out[type] = std::move(media);
    return out;
}

JsonObject response(std::string_view description, JsonObject content) {
    JsonObject out;
    out["description"] = description;
    out["content"] = std::move(content);
    return out;
}

JsonObject problem(std::string_view description) {
    return response(description, json_content(schema_ref("Problem"), "application/problem+json"));
}

/// "/api/v1/{p}/entries/{position:number}" as the document writes it, with its parameters.
struct Path {
    std::string written;
    JsonArray parameters;
};

JsonObject parameter(std::string_view name, std::string_view in, JsonObject schema,
                     std::string_view about) {
    JsonObject out;
    out["name"] = name;
    out["in"] = in;
    if (in == "path") {
        out["required"] = true;
    }
    out["description"] = about;
    out["schema"] = std::move(schema);
    return out;
}

std::string_view about_capture(std::string_view name) {
    if (name == "p") {
        return "The partnership's id, such as kent";
    }
    if (name == "body") {
        return "The body's id, such as kp";
    }
    if (name == "meeting") {
        return "The meeting's name within its body, such as m1";
    }
    return name == "decision" ? "The decision's name within its body, such as d3"
                              : "Position in the record, from 0";
}

Path path_of(std::string_view pattern) {
    Path out;
    while (true) {
        const auto open = pattern.find('{');
        out.written += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            return out;
        }
        const auto close = pattern.find('}', open);
        auto name = pattern.substr(open + 1, close - open - 1);
        const bool number = name.ends_with(":number");
        name = name.substr(0, name.find(':'));
        out.written += "{" + std::string(name) + "}";
        out.parameters.push_back(parameter(name, "path",
                                           number ? typed("integer", "int64") : typed("string"),
                                           about_capture(name)));
        pattern.remove_prefix(close + 1);
    }
}

void add_queries(JsonArray& out, const std::vector<std::string_view>& names) {
    for (const auto name : names) {
        const auto all = parameters();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Parameter& each) { return each.name == name; });
        QUORATE_ASSERT(found != all.end());
        out.push_back(
            parameter(found->name, "query", typed(found->type, found->format), found->about));
    }
}

void add_read(JsonObject& paths, std::string_view pattern, std::string_view operation,
              std::string_view summary, const std::vector<std::string_view>& queries,
              JsonObject schema) {
    auto path = path_of(pattern);
    const bool captures = !path.parameters.empty();
    add_queries(path.parameters, queries);
    JsonObject get;
    get["operationId"] = operation;
    get["summary"] = summary;
    if (!path.parameters.empty()) {
        get["parameters"] = std::move(path.parameters);
    }
    JsonObject responses;
    responses["200"] = response("As asked", json_content(std::move(schema)));
    responses["304"] = JsonObject{{"description", "Unchanged since the ETag that was sent"}};
    if (!queries.empty()) {
        responses["400"] = problem("The query is not understood");
    }
    if (captures) {
        responses["404"] = problem("The record has no such thing");
    }
    get["responses"] = std::move(responses);
    JsonObject item;
    item["get"] = std::move(get);
    paths[path.written] = std::move(item);
}

/// The schema of one value of a field.
JsonObject value_schema(const FieldRow& row) {
    switch (row.kind) {
    case FieldKind::number: {
        auto out = typed("integer", "int64");
        out["minimum"] = 0;
        out["maximum"] = 1'000'000;
        return out;
    }
    case FieldKind::yes_no:
        return typed("boolean");
    case FieldKind::date:
        return typed("string", "date");
    case FieldKind::choice: {
        auto out = typed("string");
        JsonArray names;
        for (const auto choice : row.choices) {
            names.emplace_back(choice);
        }
        out["enum"] = std::move(names);
        return out;
    }
    case FieldKind::object:
        return schema_ref("Considered");
    case FieldKind::text:
    case FieldKind::word: {
        auto out = typed("string");
        out["maxLength"] = static_cast<std::int64_t>(row.list ? governance::word_length_max
                                                              : governance::limit_of(row));
        if (const auto* form = governance::form_of(row)) {
            out["pattern"] = "^" + std::string(form->pattern) + "$";
        }
        return out;
    }
    case FieldKind::identifier:
    case FieldKind::instant:
        break;
    }
    return typed("string");
}

JsonObject field_schema(const FieldRow& row) {
    auto out = value_schema(row);
    if (row.list) {
        auto list = typed("array");
        list["items"] = std::move(out);
        list["maxItems"] = static_cast<std::int64_t>(governance::limit_of(row));
        out = std::move(list);
    }
    if (out.contains("$ref")) {
        return out;
    }
    std::string about(row.label);
    about += row.hint.empty() ? "" : ". " + std::string(row.hint);
    about += ". Takes " + governance::expected(row) + ".";
    about += row.personal ? " Personal: kept apart from the record." : "";
    return described(std::move(out), about);
}

JsonObject fields_schema(const ActRow& act) {
    JsonObject properties;
    JsonArray required;
    for (const auto& row : act.fields) {
        properties[row.name] = field_schema(row);
        if (row.required) {
            required.emplace_back(row.name);
        }
    }
    auto out = described(typed("object"), std::string(act.help) + ".");
    out["properties"] = std::move(properties);
    if (!required.empty()) {
        out["required"] = std::move(required);
    }
    out["additionalProperties"] = false;
    return out;
}

JsonObject submission_base() {
    JsonObject properties;
    auto id = described(typed("string", "uuid"),
                        "A UUID of version 7, minted by the submitter. The same id is never "
                        "recorded twice.");
    properties["id"] = std::move(id);
    properties["act"] = described(typed("string"), "The name of the act");
    properties["made_by"] =
        described(typed("string"), "Whose act it is, such as presiding, chair, seat:kp/7. "
                                   "servicing when left out.");
    properties["capacity"] = described(typed("string"), "As which seat or office");
    properties["recorded_by"] = described(typed("string"), "Who keyed it");
    auto evidence = described(typed("string"), "How it is known");
    evidence["enum"] = JsonArray{"room", "telephone", "e-mail", "letter", "sign-in"};
    properties["evidence"] = std::move(evidence);
    properties["effective"] =
        described(typed("string"), "When it took effect: 2008-07-01T09:00:00Z, a wall-clock time, "
                                   "or a date. Now when left out.");
    properties["late_reason"] =
        described(typed("string"), "Why it is entered on a later day than it took effect. Without "
                                   "it an act that claims an effect is then refused, and one that "
                                   "reports what happened is recorded with the finding.");
    auto out = typed("object");
    out["properties"] = std::move(properties);
    out["required"] = JsonArray{"id", "act"};
    return out;
}

/// One schema for each act: its name and its fields, on top of what goes with every act.
void add_acts(JsonObject& schemas) {
    schemas["SubmissionBase"] = submission_base();
    JsonArray one_of;
    for (const auto& act : governance::act_table()) {
        const auto fields_name = "fields-" + std::string(act.name);
        schemas[fields_name] = fields_schema(act);
        JsonObject name;
        name["const"] = act.name;
        JsonObject properties;
        properties["act"] = std::move(name);
        properties["fields"] = schema_ref(fields_name);
        auto own = typed("object");
        own["properties"] = std::move(properties);
        JsonObject whole;
        whole["allOf"] = JsonArray{schema_ref("SubmissionBase"), std::move(own)};
        const auto act_name = "act-" + std::string(act.name);
        schemas[act_name] = std::move(whole);
        one_of.push_back(schema_ref(act_name));
    }
    JsonObject submission;
    submission["oneOf"] = std::move(one_of);
    schemas["Submission"] = std::move(submission);
    JsonObject considered;
    considered["what"] =
        described(typed("string"), "What was taken into account, such as kp-direction");
    considered["applies"] =
        described(typed("boolean"), "No: not applicable, because of what the words say");
    considered["words"] = typed("string");
    auto object = typed("object");
    object["properties"] = std::move(considered);
    object["required"] = JsonArray{"what", "words"};
    schemas["Considered"] = std::move(object);
}

JsonObject problem_schema() {
    JsonObject properties;
    properties["type"] = typed("string");
    properties["title"] = typed("string");
    properties["status"] = typed("integer");
    properties["detail"] = described(typed("string"), "What is wrong and what to do");
    properties["where"] = described(typed("string"), "The field, or the line and column");
    auto out = described(typed("object"), "RFC 9457");
    out["properties"] = std::move(properties);
    out["required"] = JsonArray{"type", "title", "status"};
    return out;
}

JsonObject post_acts(JsonObject& schemas) {
    auto path = path_of("/api/v1/{p}/acts");
    add_queries(path.parameters, {"preview", "expected", "recorded"});
    JsonObject post;
    post["operationId"] = "submitAct";
    post["summary"] = "Submit an act; it is ruled on and recorded, whatever the verdict";
    post["parameters"] = std::move(path.parameters);
    JsonObject body;
    body["required"] = true;
    body["content"] = json_content(schema_ref("Submission"));
    post["requestBody"] = std::move(body);
    const auto answer = schema_of<ActAnswer>(schemas);
    JsonObject refused;
    refused["allOf"] = JsonArray{schema_ref("Problem"), answer};
    JsonObject responses;
    responses["200"] = response("Permitted and recorded, or a preview", json_content(answer));
    responses["202"] = response("Recorded; it awaits someone's discretion", json_content(answer));
    responses["400"] =
        problem("Not understood, or over a limit; where names the field or the place");
    responses["403"] = problem("Acts are not taken from here");
    responses["404"] = problem("There is no such partnership");
    responses["409"] =
        problem("Another act was recorded under this id; where names the field that differs");
    responses["412"] = problem("The meeting or body has moved on since the position expected");
    responses["413"] = problem("Too large");
    responses["415"] = problem("Not JSON");
    responses["422"] = response("Refused or undetermined, and recorded as that",
                                json_content(std::move(refused), "application/problem+json"));
    responses["503"] = problem("Writing has stopped; reading goes on");
    post["responses"] = std::move(responses);
    JsonObject item;
    item["post"] = std::move(post);
    return item;
}

/// What quorate account asks of a running server.
JsonObject account_task_schema() {
    const auto text = [](std::string_view about) { return described(typed("string"), about); };
    auto texts = typed("array");
    texts["items"] = typed("string");
    auto what = text("What is to be done");
    JsonArray tasks;
    for (const auto& each : views::account_tasks()) {
        tasks.emplace_back(each);
    }
    what["enum"] = std::move(tasks);
    JsonObject properties;
    properties["task"] = std::move(what);
    properties["name"] = text("What is typed to sign in; of a new account it may be left out");
    properties["kind"] = text("member, partner, secretariat, auditor or administrator");
    properties["title"] = text("What pages call the account");
    properties["email"] = text("Where its mail goes");
    properties["person"] = text("Of a member: the id of a person; empty for nobody");
    properties["seats"] = described(texts, "Of a member: kp/7");
    properties["organisations"] = described(texts, "Of a partner: their ids");
    properties["password"] = text("Of add and password");
    auto out = typed("object");
    out["properties"] = std::move(properties);
    out["required"] = JsonArray{"task"};
    return out;
}

JsonObject account_done_schema() {
    auto texts = typed("array");
    texts["items"] = typed("string");
    JsonObject properties;
    properties["lines"] = described(std::move(texts), "What there is to say");
    properties["link"] = described(typed("string"), "The path of a one-time link that was made");
    auto out = typed("object");
    out["properties"] = std::move(properties);
    out["required"] = JsonArray{"lines"};
    return out;
}

JsonObject post_accounts() {
    auto path = path_of("/api/v1/{p}/accounts");
    JsonObject body;
    body["required"] = true;
    body["content"] = json_content(account_task_schema());
    JsonObject responses;
    responses["200"] = response("Done", json_content(account_done_schema()));
    responses["400"] = problem("Not understood; where names the field");
    responses["403"] = problem("It did not come through the local socket");
    responses["404"] = problem("There is no such partnership");
    responses["413"] = problem("Too large");
    responses["415"] = problem("Not JSON");
    responses["422"] = problem("It cannot be done; where names the field");
    JsonObject post;
    post["operationId"] = "keepAccount";
    post["summary"] = "Keep the accounts; through the local socket only, as quorate account does";
    post["parameters"] = std::move(path.parameters);
    post["requestBody"] = std::move(body);
    post["responses"] = std::move(responses);
    JsonObject item;
    item["post"] = std::move(post);
    return item;
}

JsonObject list_schema(JsonObject& schemas) {
    JsonObject properties;
    properties["partnerships"] = schema_of<std::vector<views::About>>(schemas);
    auto out = typed("object");
    out["properties"] = std::move(properties);
    return out;
}

} // namespace

JsonObject openapi() {
    JsonObject schemas;
    schemas["Problem"] = problem_schema();
    add_acts(schemas);
    JsonObject paths;
    add_read(paths, "/api/v1", "listPartnerships", "Every partnership on this server", {},
             list_schema(schemas));
    add_read(paths, "/api/v1/openapi.json", "readInterface", "This document", {}, typed("object"));
    for (const auto& route : read_routes()) {
        add_read(paths, route.pattern, route.operation, route.summary, route.queries,
                 route.schema(schemas));
    }
    add_read(paths, "/api/v1/{p}/entries/{position:number}/proof", "readProof",
             "The proof that an entry is in the record, for quorate verify", {"older"},
             typed("object"));
    add_read(paths, "/api/v1/{p}/bundle", "readBundle",
             "All that is published of the record, for quorate verify", {}, typed("object"));
    paths["/api/v1/{p}/acts"] = post_acts(schemas);
    paths["/api/v1/{p}/accounts"] = post_accounts();
    JsonObject info;
    info["title"] = "Quorate";
    info["version"] = "1";
    info["description"] =
        "Partnerships that run by their own terms of reference: what they are, what they decided "
        "and "
        "whether it was properly done. Reads are open to everyone and show what is public.";
    info["license"] = JsonObject{{"name", "MIT"}, {"identifier", "MIT"}};
    JsonObject components;
    components["schemas"] = std::move(schemas);
    JsonObject out;
    out["openapi"] = "3.1.0";
    out["info"] = std::move(info);
    out["servers"] = JsonArray{JsonObject{{"url", "/"}}};
    out["paths"] = std::move(paths);
    out["components"] = std::move(components);
    return out;
}

} // namespace quorate::api
