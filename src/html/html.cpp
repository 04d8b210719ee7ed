#include "html/html.hpp"

#include "html/raw.hpp"

#include <algorithm>

namespace quorate::html {

namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t')
                out += c;
        }
    }
}

bool is_attribute_name(std::string_view name) {
    if (name.empty() || name.starts_with("on"))
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    });
}

bool takes_url(std::string_view name) {
    return name == "href" || name == "src" || name == "action" || name == "formaction";
}

// Attributes that would run code or load something past the checks above.
bool is_refused(std::string_view name) {
    static constexpr std::string_view refused[] = {"style",  "srcdoc",     "srcset", "data",
                                                   "poster", "background", "ping"};
    return std::find(std::begin(refused), std::end(refused), name) != std::end(refused);
}

} // namespace

Html raw(std::string markup) {
    return Html(std::move(markup));
}

Html text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    append_escaped(out, text);
    return raw(std::move(out));
}

Html number(long long value) {
    std::string plain = std::to_string(value);
    const std::size_t first = plain.front() == '-' ? 1 : 0;
    for (std::size_t place = plain.size(); place > first + 3;) {
        place -= 3;
        plain.insert(place, 1, ',');
    }
    return raw(std::move(plain));
}

Attributes& Attributes::cls(std::string_view classes) {
    if (classes.empty())
        return *this;
    for (Entry& entry : entries_) {
        if (entry.name == "class") {
            entry.value += ' ';
            entry.value += classes;
            return *this;
        }
    }
    put("class", classes, true);
    return *this;
}

Attributes& Attributes::set(std::string_view name, std::string_view value) {
    QUORATE_ASSERT(is_attribute_name(name) && !takes_url(name) && !is_refused(name));
    if (name == "class")
        return cls(value);
    put(name, value, true);
    return *this;
}

Attributes& Attributes::flag(std::string_view name) {
    QUORATE_ASSERT(is_attribute_name(name) && !takes_url(name) && !is_refused(name));
    put(name, {}, false);
    return *this;
}

Attributes& Attributes::url(std::string_view name, const Url& url) {
    QUORATE_ASSERT(takes_url(name));
    put(name, url.str(), true);
    return *this;
}

Attributes& Attributes::append(const Attributes& other) {
    for (const Entry& entry : other.entries_) {
        if (entry.name == "class")
            cls(entry.value);
        else
            put(entry.name, entry.value, entry.has_value);
    }
    return *this;
}

void Attributes::put(std::string_view name, std::string_view value, bool has_value) {
    for (Entry& entry : entries_) {
        if (entry.name == name) {
            entry.value = value;
            entry.has_value = has_value;
            return;
        }
    }
    entries_.push_back({std::string(name), std::string(value), has_value});
}

void Attributes::append_to(std::string& out) const {
    for (const Entry& entry : entries_) {
        out += ' ';
        out += entry.name;
        if (!entry.has_value)
            continue;
        out += "=\"";
        append_escaped(out, entry.value);
        out += '"';
    }
}

namespace detail {

Html element(std::string_view tag, std::string_view classes, const Attributes& attributes,
             std::span<const Part> parts) {
    std::string out = "<";
    out += tag;
    if (classes.empty()) {
        attributes.append_to(out);
    } else {
        Attributes all = cls(classes);
        all.append(attributes);
        all.append_to(out);
    }
    out += '>';
    for (const Part& part : parts)
        out += part.html().str();
    out += "</";
    out += tag;
    out += '>';
    return raw(std::move(out));
}

Html void_element(std::string_view tag, const Attributes& attributes) {
    std::string out = "<";
    out += tag;
    attributes.append_to(out);
    out += '>';
    return raw(std::move(out));
}

Html fragment(std::span<const Part> parts) {
    Html out;
    for (const Part& part : parts)
        out += part.html();
    return out;
}

} // namespace detail

Html Tag::operator()(const Attributes& attributes, const std::vector<Html>& parts) const {
    const Part all(fragment(parts));
    return detail::element(name, classes, attributes, {&all, 1});
}

Html fragment(const std::vector<Html>& parts) {
    Html out;
    for (const Html& part : parts)
        out += part;
    return out;
}

Html br() {
    return detail::void_element("br", {});
}

Html rule() {
    return detail::void_element(
        "hr", cls("govuk-section-break govuk-section-break--m govuk-section-break--visible"));
}

Html img(const Image& image) {
    Attributes attributes;
    attributes.url("src", image.source).set("alt", image.alt);
    if (image.width > 0 && image.height > 0) {
        attributes.set("width", std::to_string(image.width));
        attributes.set("height", std::to_string(image.height));
    }
    return detail::void_element("img", attributes);
}

} // namespace quorate::html
