#include "views/accounts/task_json.hpp"

namespace quorate::views {

using base::fail;
using base::Json;
using base::JsonArray;
using base::JsonObject;
using base::Result;

namespace {

JsonArray texts(const std::vector<std::string>& all) {
    JsonArray out;
    for (const auto& each : all) {
        out.emplace_back(each);
    }
    return out;
}

template <class T>
void put(JsonObject& out, const char* key, const std::optional<T>& value) {
    if (!value) {
        return;
    }
    if constexpr (std::is_same_v<T, std::string>) {
        out[key] = *value;
    } else {
        out[key] = texts(*value);
    }
}

Result<std::string> text_of(std::string_view key, const Json& value) {
    const auto* text = value.if_string();
    return text == nullptr ? Result<std::string>(fail(std::string(key), "this is not a text", ""))
                           : std::string(text->data(), text->size());
}

Result<std::vector<std::string>> texts_of(std::string_view key, const Json& value) {
    const auto* array = value.if_array();
    if (array == nullptr) {
        return fail(std::string(key), "this is not a list of texts", "");
    }
    std::vector<std::string> out;
    for (const auto& each : *array) {
        auto text = text_of(key, each);
        if (!text) {
            return tl::unexpected(text.error());
        }
        out.push_back(std::move(*text));
    }
    return out;
}

/// Where a text of the task belongs; null for a key that is none.
std::string* text_field(AccountTask& task, std::string_view key) {
    if (key == "task") {
        return &task.what;
    }
    if (key == "name") {
        return &task.account.name;
    }
    if (key == "kind") {
        return &task.account.kind;
    }
    return key == "password" ? &task.password : nullptr;
}

std::optional<std::string>* optional_field(AccountTask& task, std::string_view key) {
    if (key == "title") {
        return &task.account.title;
    }
    if (key == "email") {
        return &task.account.email;
    }
    if (key == "last_day") {
        return &task.account.last_day;
    }
    return key == "person" ? &task.account.person : nullptr;
}

std::optional<std::vector<std::string>>* list_field(AccountTask& task, std::string_view key) {
    if (key == "seats") {
        return &task.account.seats;
    }
    return key == "organisations" ? &task.account.organisations : nullptr;
}

Result<void> read_field(AccountTask& task, std::string_view key, const Json& value) {
    if (auto* list = list_field(task, key)) {
        auto read = texts_of(key, value);
        if (!read) {
            return tl::unexpected(read.error());
        }
        *list = std::move(*read);
        return {};
    }
    auto* text = text_field(task, key);
    auto* optional = optional_field(task, key);
    if (text == nullptr && optional == nullptr) {
        return fail(std::string(key), "there is no such field", "");
    }
    auto read = text_of(key, value);
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (text != nullptr) {
        *text = std::move(*read);
    } else {
        *optional = std::move(*read);
    }
    return {};
}

} // namespace

JsonObject encode(const AccountTask& task) {
    JsonObject out;
    out["task"] = task.what;
    out["name"] = task.account.name;
    out["kind"] = task.account.kind;
    put(out, "title", task.account.title);
    put(out, "email", task.account.email);
    put(out, "person", task.account.person);
    put(out, "last_day", task.account.last_day);
    put(out, "seats", task.account.seats);
    put(out, "organisations", task.account.organisations);
    if (!task.password.empty()) {
        out["password"] = task.password;
    }
    return out;
}

Result<AccountTask> decode_account_task(const JsonObject& json) {
    AccountTask out;
    for (const auto& [key, value] : json) {
        if (auto read = read_field(out, std::string_view(key.data(), key.size()), value); !read) {
            return tl::unexpected(read.error());
        }
    }
    return out;
}

JsonObject encode(const AccountDone& done) {
    JsonObject out;
    out["lines"] = texts(done.lines);
    put(out, "link", done.link_path);
    return out;
}

Result<AccountDone> decode_account_done(const JsonObject& json) {
    AccountDone out;
    const auto* lines = json.if_contains("lines");
    auto read = lines == nullptr ? Result<std::vector<std::string>>(fail("lines", "missing", ""))
                                 : texts_of("lines", *lines);
    if (!read) {
        return tl::unexpected(read.error());
    }
    out.lines = std::move(*read);
    if (const auto* link = json.if_contains("link")) {
        auto path = text_of("link", *link);
        if (!path) {
            return tl::unexpected(path.error());
        }
        out.link_path = std::move(*path);
    }
    return out;
}

} // namespace quorate::views
