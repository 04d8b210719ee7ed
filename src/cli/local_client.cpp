#include "cli/local_client.hpp"

#include "base/ids.hpp"
#include "base/json.hpp"
#include "base/uuid.hpp"
#include "cli/output.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace quorate::cli {

namespace {

using partnership::scenario::Line;

constexpr std::size_t answer_bytes_max = 8 << 20;

/// An open descriptor, closed with the object.
struct Descriptor {
    int value = -1;
    explicit Descriptor(int descriptor) : value(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value >= 0) {
            ::close(value);
        }
    }
};

tl::unexpected<base::Failure> broken(const std::string& socket) {
    return base::fail(socket, std::string("the server did not answer: ") + std::strerror(errno),
                      "Ask whether the act was recorded before sending it again with the same id");
}

Result<std::string> exchange(const Descriptor& connection, const std::string& socket,
                             const std::string& request) {
    std::size_t sent = 0;
    while (sent < request.size()) {
        const auto count =
            ::send(connection.value, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) {
            return broken(socket);
        }
        sent += static_cast<std::size_t>(count);
    }
    std::string answer;
    char piece[16384];
    while (true) {
        const auto count = ::recv(connection.value, piece, sizeof piece, 0);
        if (count < 0) {
            return broken(socket);
        }
        if (count == 0) {
            return answer;
        }
        answer.append(piece, static_cast<std::size_t>(count));
        if (answer.size() > answer_bytes_max) {
            return base::fail(socket, "the server's answer is too long");
        }
    }
}

Result<LocalAnswer> parse_answer(const std::string& socket, const std::string& answer) {
    LocalAnswer out;
    const auto space = answer.find(' ');
    const auto end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.") || space == std::string::npos || end == std::string::npos) {
        return base::fail(socket, "what listens there is not Quorate");
    }
    std::from_chars(answer.data() + space + 1, answer.data() + answer.size(), out.status);
    out.body = answer.substr(end + 4);
    return out;
}

bool goes_beside(std::string_view key) {
    return key == "id" || key == "evidence" || key == "recorded_by" || key == "capacity" ||
           key == "late_reason";
}

/// The line as the API takes it. Every value stays text: the decoder reads them as on the command
/// line.
/// A key written twice makes a list, as in a scenario.
void add_field(base::JsonObject& fields, const std::string& key, const base::Json& value) {
    auto* known = fields.if_contains(key);
    if (known == nullptr) {
        fields[key] = value;
        return;
    }
    if (!known->is_array()) {
        *known = base::JsonArray{*known};
    }
    known->get_array().push_back(value);
}

base::JsonObject submission_of(const Line& line) {
    base::JsonObject out;
    base::JsonObject fields;
    for (const auto& word : line.fields) {
        const base::Json value(word.value.value_or(""));
        if (goes_beside(word.text)) {
            out[word.text] = value;
        } else if (word.text != "preview" && word.text != "recorded" &&
                   word.text != "expected_position") {
            add_field(fields, word.text, value);
        }
    }
    if (!out.contains("id")) {
        out["id"] = base::random_uuid_v7(base::system_now());
    }
    out["act"] = line.act.text;
    out["made_by"] = line.actor.text;
    out["effective"] = line.time.text;
    out["fields"] = std::move(fields);
    return out;
}

bool previews(const ActOptions& options, const Line& line) {
    const auto* word = line.field("preview");
    return options.preview || (word != nullptr && word->value.value_or("") == "yes");
}

std::string target_of(const ActOptions& options, const Line& line) {
    std::string out =
        "/api/v1/" + options.partnership + "/acts?preview=" + (previews(options, line) ? "1" : "0");
    if (const auto* recorded = line.field("recorded"); recorded != nullptr && recorded->value) {
        out += "&recorded=" + *recorded->value;
    }
    if (const auto* expected = line.field("expected_position");
        expected != nullptr && expected->value) {
        out += "&expected=" + *expected->value;
    }
    return out;
}

std::string text_of(const base::JsonObject& json, std::string_view key) {
    const auto* value = json.if_contains(key);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

/// The words of a ruling: its headline, then every reason.
void say_ruling(const base::JsonObject& answer) {
    const auto* ruling = answer.if_contains("ruling");
    if (ruling == nullptr || !ruling->is_object()) {
        return;
    }
    say(text_of(ruling->get_object(), "headline") + "\n");
    if (const auto* position = answer.if_contains("position");
        position != nullptr && position->is_int64()) {
        say("  entry " + std::to_string(position->get_int64()) + "\n");
    }
    const auto* reasons = ruling->get_object().if_contains("reasons");
    if (reasons == nullptr || !reasons->is_array()) {
        return;
    }
    for (const auto& each : reasons->get_array()) {
        if (each.is_object()) {
            const auto clause = text_of(each.get_object(), "clause");
            say("  " + (clause.empty() ? "" : clause + " ") + text_of(each.get_object(), "words") +
                "\n");
        }
    }
}

} // namespace

std::string socket_path(const Common& common) {
    return common.data + "/quorate.sock";
}

Result<std::optional<LocalAnswer>> post_local(const std::string& socket, const std::string& target,
                                              const std::string& json) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket.size() >= sizeof address.sun_path) {
        return std::nullopt;
    }
    socket.copy(address.sun_path, socket.size());
    const Descriptor connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connection.value < 0) {
        return broken(socket);
    }
    const timeval minute{60, 0};
    ::setsockopt(connection.value, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    ::setsockopt(connection.value, SOL_SOCKET, SO_SNDTIMEO, &minute, sizeof minute);
    if (::connect(connection.value, reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
        0) {
        return std::nullopt;
    }
    const auto request =
        "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(json.size()) +
        "\r\n\r\n" + json;
    const auto answer = exchange(connection, socket, request);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    auto parsed = parse_answer(socket, *answer);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    return std::optional(std::move(*parsed));
}

Result<std::optional<int>> act_at_server(const Common& common, const ActOptions& options,
                                         const Line& line) {
    // A path names a folder, which may be served from elsewhere: it is opened instead.
    if (!base::is_id(options.partnership) || options.partnership.find('/') != std::string::npos) {
        return std::nullopt;
    }
    const auto answer = post_local(socket_path(common), target_of(options, line),
                                   base::canonical(submission_of(line)));
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (!*answer) {
        return std::nullopt;
    }
    if (options.json) {
        say((*answer)->body + "\n");
        return (*answer)->status < 300 ? yes : no;
    }
    const auto json = base::parse_json((*answer)->body, {answer_bytes_max, 64});
    if (!json || !json->is_object()) {
        return base::fail("", "the server's answer could not be read");
    }
    const auto& object = json->get_object();
    if (!object.contains("ruling")) {
        return failed({text_of(object, "where"), text_of(object, "detail"), ""});
    }
    say_ruling(object);
    return (*answer)->status < 300 ? yes : no;
}

} // namespace quorate::cli
