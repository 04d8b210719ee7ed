#include "http/router.hpp"

#include "base/ids.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace quorate::http {

namespace {

constexpr std::size_t segments_max = 40;

bool is_number(std::string_view text) {
    // Eighteen digits always fit into 63 bits.
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int strictness(bool literal, Captures::Kind kind) {
    if (literal)
        return 5;
    switch (kind) {
    case Captures::Kind::date:
        return 4;
    case Captures::Kind::number:
        return 3;
    case Captures::Kind::id:
        return 2;
    case Captures::Kind::text:
        return 1;
    case Captures::Kind::rest:
        break;
    }
    return 0;
}

} // namespace

base::Result<std::vector<std::string>> path_segments(std::string_view path) {
    if (path.empty() || path.front() != '/')
        return base::fail("", "the address does not start with a slash");
    std::vector<std::string> out;
    path.remove_prefix(1);
    if (path.empty())
        return out;
    if (path.ends_with('/'))
        path.remove_suffix(1);
    for (std::string_view segment : base::split(path, '/')) {
        auto decoded = percent_decode(segment);
        if (!decoded)
            return base::fail("", "the address: " + decoded.error().message, decoded.error().help);
        if (decoded->empty() || *decoded == "." || *decoded == "..")
            return base::fail("", "the address has an empty or dotted part", "write it in full");
        out.push_back(std::move(*decoded));
        if (out.size() > segments_max)
            return base::fail("", "the address has over 40 parts", "use a shorter one");
    }
    return out;
}

std::vector<Router::Segment> Router::parse(std::string_view pattern) {
    QUORATE_ASSERT(pattern.starts_with('/'));
    std::vector<Segment> out;
    if (pattern == "/")
        return out;
    for (std::string_view part : base::split(pattern.substr(1), '/')) {
        QUORATE_ASSERT(!part.empty());
        QUORATE_ASSERT(out.empty() || out.back().kind != Captures::Kind::rest);
        if (part.front() != '{') {
            out.push_back({true, std::string(part), Captures::Kind::text});
            continue;
        }
        QUORATE_ASSERT(part.back() == '}');
        part = part.substr(1, part.size() - 2);
        Segment segment{false, std::string(part.substr(0, part.find(':'))), Captures::Kind::text};
        if (part.ends_with("...")) {
            segment.text = part.substr(0, part.size() - 3);
            segment.kind = Captures::Kind::rest;
        } else if (part.ends_with(":number")) {
            segment.kind = Captures::Kind::number;
        } else if (part.ends_with(":date")) {
            segment.kind = Captures::Kind::date;
        } else if (part.ends_with(":id")) {
            segment.kind = Captures::Kind::id;
        } else {
            QUORATE_ASSERT(part.find(':') == std::string_view::npos);
        }
        out.push_back(std::move(segment));
    }
    return out;
}

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options) {
    for (const Route& route : routes_)
        QUORATE_ASSERT(route.method != method || route.pattern != pattern);
    routes_.push_back({method, std::string(pattern), parse(pattern), std::move(handler), options});
}

bool Router::fits(const Segment& segment, const std::string& text) {
    if (segment.literal)
        return segment.text == text;
    switch (segment.kind) {
    case Captures::Kind::number:
        return is_number(text);
    case Captures::Kind::date:
        return base::parse_date(text).has_value();
    case Captures::Kind::id:
        return base::is_id(text);
    case Captures::Kind::text:
    case Captures::Kind::rest:
        break;
    }
    return true;
}

bool Router::fits(const Route& route, const std::vector<std::string>& segments) {
    const auto& pattern = route.segments;
    const bool open = !pattern.empty() && pattern.back().kind == Captures::Kind::rest;
    if (open ? segments.size() < pattern.size() : segments.size() != pattern.size())
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!fits(pattern[i], segments[i]))
            return false;
    }
    return true;
}

bool Router::stricter(const Route& a, const Route& b) {
    for (std::size_t i = 0; i < std::min(a.segments.size(), b.segments.size()); ++i) {
        const int left = strictness(a.segments[i].literal, a.segments[i].kind);
        const int right = strictness(b.segments[i].literal, b.segments[i].kind);
        if (left != right)
            return left > right;
    }
    return a.segments.size() > b.segments.size();
}

Captures Router::captures(const Route& route, const std::vector<std::string>& segments) {
    Captures out;
    for (std::size_t i = 0; i < route.segments.size(); ++i) {
        const Segment& segment = route.segments[i];
        if (segment.literal)
            continue;
        std::string value = segments[i];
        if (segment.kind == Captures::Kind::rest) {
            for (std::size_t j = i + 1; j < segments.size(); ++j)
                value += '/' + segments[j];
        }
        out.add({segment.text, segment.kind, std::move(value)});
    }
    return out;
}

Router::Match Router::match(Method method, const std::vector<std::string>& segments) const {
    const Method wanted = method == Method::head ? Method::get : method;
    const Route* best = nullptr;
    Match match;
    for (const Route& route : routes_) {
        if (!fits(route, segments))
            continue;
        if (std::find(match.allowed.begin(), match.allowed.end(), route.method) ==
            match.allowed.end())
            match.allowed.push_back(route.method);
        if (route.method == wanted && (best == nullptr || stricter(route, *best)))
            best = &route;
    }
    if (best != nullptr) {
        match.handler = &best->handler;
        match.options = &best->options;
        match.captures = captures(*best, segments);
    }
    return match;
}

std::vector<std::string> Router::list() const {
    std::vector<std::string> out;
    for (const Route& route : routes_)
        out.push_back(std::string(text(route.method)) + ' ' + route.pattern);
    return out;
}

} // namespace quorate::http
