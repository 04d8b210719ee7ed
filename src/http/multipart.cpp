#include "http/multipart.hpp"

#include "base/text.hpp"
#include "http/fields.hpp"

#include <algorithm>
#include <vector>

namespace quorate::http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

struct Parameter {
    std::string name; // lower case
    std::string value;
};

struct ParameterValue {
    std::string value;
    std::size_t length; // of its text
};

// A quoted string or a token at the start of `text`. Only \" and \\ are escapes: browsers send
// other backslashes as they are.
std::optional<ParameterValue> parameter_value(std::string_view text) {
    if (!text.starts_with('"')) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view token = base::trim(text.substr(0, end));
        if (token.empty() || token.find('"') != std::string_view::npos)
            return std::nullopt;
        return ParameterValue{std::string(token), end};
    }
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] == '"')
            return ParameterValue{std::move(value), i + 1};
        if (text[i] == '\\' && (next == '"' || next == '\\'))
            ++i;
        value += text[i];
    }
    return std::nullopt;
}

// The parameters of `word; name=value; name="value"`, after the word.
std::optional<std::vector<Parameter>> parameters(std::string_view text) {
    std::vector<Parameter> out;
    std::size_t semicolon = text.find(';');
    text = semicolon == std::string_view::npos ? std::string_view() : text.substr(semicolon);
    while (!text.empty()) {
        if (text.front() != ';')
            return std::nullopt;
        text = base::trim(text.substr(1));
        if (text.empty())
            break;
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos)
            return std::nullopt;
        Parameter parameter{lowered(base::trim(text.substr(0, equals))), ""};
        text = base::trim(text.substr(equals + 1));
        auto value = parameter_value(text);
        const bool repeated = std::any_of(out.begin(), out.end(), [&](const Parameter& other) {
            return other.name == parameter.name;
        });
        if (!value || parameter.name.empty() || repeated)
            return std::nullopt;
        text = base::trim(text.substr(value->length));
        parameter.value = std::move(value->value);
        out.push_back(std::move(parameter));
    }
    return out;
}

bool is_boundary_character(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
           std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
}

// Browsers write these three so in names (HTML, "multipart/form-data encoding algorithm").
std::string without_escapes(std::string_view text) {
    static constexpr std::pair<std::string_view, char> escapes[] = {
        {"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
    std::string out;
    while (!text.empty()) {
        const auto found = std::find_if(std::begin(escapes), std::end(escapes),
                                        [&](const auto& e) { return text.starts_with(e.first); });
        out += found == std::end(escapes) ? text.front() : found->second;
        text.remove_prefix(found == std::end(escapes) ? 1 : found->first.size());
    }
    return out;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
}

std::string file_name_of(std::string_view sent) {
    std::string name = without_escapes(sent);
    name.erase(0, name.find_last_of("/\\") + 1);
    std::erase_if(name, is_control);
    return name;
}

base::Result<void> read_disposition(std::string_view value, PartHead& head) {
    const std::string kind = lowered(base::trim(value.substr(0, value.find(';'))));
    const auto found = parameters(value);
    if (kind != "form-data" || !found)
        return base::fail("", "a part of it does not say which field it is");
    bool named = false;
    for (const Parameter& parameter : *found) {
        if (parameter.name == "name") {
            named = true;
            head.name = without_escapes(parameter.value);
        } else if (parameter.name == "filename") {
            head.file_name = file_name_of(parameter.value);
        }
    }
    if (!named)
        return base::fail("", "a part of it has no name");
    if (head.name.size() > field_name_length_max)
        return base::fail("", "the name of a field is over 200 characters", "use a shorter one");
    if (!base::is_utf8(head.name) || std::any_of(head.name.begin(), head.name.end(), is_control))
        return base::fail("", "the name of a field is not text");
    if (head.file_name && head.file_name->size() > part_name_bytes_max)
        return base::fail(head.name, "the name of a file is over 1,000 characters",
                          "Give the file a shorter name");
    if (head.file_name && !base::is_utf8(*head.file_name))
        return base::fail(head.name, "the name of a file is not UTF-8 text", "Rename the file");
    return {};
}

base::Result<PartHead> parse_head(std::string_view lines) {
    PartHead head;
    bool disposed = false;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find("\r\n"), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 2, lines.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || std::any_of(line.begin(), line.end(), is_control))
            return base::fail("", "a part of it has a malformed header");
        const std::string name = lowered(line.substr(0, colon));
        const std::string_view value = base::trim(line.substr(colon + 1));
        if (name == "content-disposition") {
            if (disposed)
                return base::fail("", "a part of it names its field twice");
            disposed = true;
            if (auto read = read_disposition(value, head); !read)
                return tl::make_unexpected(read.error());
        } else if (name == "content-type") {
            head.content_type = value;
        } else if (name == "content-transfer-encoding") {
            const std::string coding = lowered(value);
            if (coding != "7bit" && coding != "8bit" && coding != "binary")
                return base::fail("", "a part of it is encoded as " + coding, "send it as it is");
        }
    }
    if (!disposed)
        return base::fail("", "a part of it does not say which field it is");
    return head;
}

} // namespace

base::Result<std::string> multipart_boundary(std::string_view content_type) {
    const auto found = parameters(content_type);
    if (!found)
        return base::fail("Content-Type", "its parameters are malformed");
    for (const Parameter& parameter : *found) {
        if (parameter.name != "boundary")
            continue;
        const std::string& value = parameter.value;
        if (value.empty() || value.size() > 70 || value.ends_with(' ') ||
            !std::all_of(value.begin(), value.end(), is_boundary_character))
            return base::fail("Content-Type", "the boundary must be 1 to 70 plain characters");
        return value;
    }
    return base::fail("Content-Type", "the boundary is missing");
}

// The first boundary may stand at the very start, where no line end comes before it.
MultipartReader::MultipartReader(std::string_view boundary, PartSink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink), held_("\r\n") {}

base::Result<void> MultipartReader::take(std::string_view bytes) {
    if (state_ == State::epilogue)
        return {};
    held_ += bytes;
    for (;;) {
        const auto more = step();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return {};
    }
}

base::Result<void> MultipartReader::finish() const {
    if (state_ != State::epilogue)
        return base::fail("", "it was cut short", "Send it again");
    return {};
}

base::Result<bool> MultipartReader::step() {
    switch (state_) {
    case State::preamble:
        return skim(false);
    case State::after_boundary:
        return line_after_boundary();
    case State::head:
        return read_head();
    case State::bytes:
        return skim(true);
    case State::epilogue:
        break;
    }
    held_.clear();
    return false;
}

// Passes bytes on up to the next boundary, or all but those that could be the start of one.
bool MultipartReader::skim(bool keep) {
    const std::size_t found = held_.find(delimiter_);
    const std::size_t safe = found != std::string::npos
                                 ? found
                                 : held_.size() - std::min(held_.size(), delimiter_.size() - 1);
    if (keep && safe > 0)
        sink_.part_bytes(std::string_view(held_).substr(0, safe));
    if (found == std::string::npos) {
        held_.erase(0, safe);
        return false;
    }
    held_.erase(0, found + delimiter_.size());
    if (keep)
        sink_.end_part();
    state_ = State::after_boundary;
    return true;
}

base::Result<bool> MultipartReader::line_after_boundary() {
    if (held_.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    // Blanks may stand between a boundary and its line end.
    const std::size_t blanks = std::min(held_.find_first_not_of(" \t"), held_.size());
    const std::string_view text = std::string_view(held_).substr(blanks);
    if (text.starts_with("\r\n")) {
        held_.erase(0, blanks + 2);
        state_ = State::head;
        return true;
    }
    const bool undecided = text.empty() || text == "\r" || held_ == "-";
    if (!undecided || blanks > part_head_bytes_max)
        return base::fail("", "a boundary in it is malformed");
    return false;
}

base::Result<bool> MultipartReader::read_head() {
    const std::size_t end = held_.find("\r\n\r\n");
    if (std::min(end, held_.size()) > part_head_bytes_max)
        return base::fail("", "the headers of a part of it are too long");
    // The blank line at once: the part has no headers.
    if (end == std::string::npos && !held_.starts_with("\r\n"))
        return false;
    if (held_.starts_with("\r\n"))
        return base::fail("", "a part of it does not say which field it is");
    auto head = parse_head(std::string_view(held_).substr(0, end));
    if (!head)
        return tl::make_unexpected(head.error());
    held_.erase(0, end + 4);
    state_ = State::bytes;
    sink_.begin_part(*head);
    return true;
}

} // namespace quorate::http
