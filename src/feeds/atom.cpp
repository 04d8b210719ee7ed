#include "feeds/atom.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::feeds {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
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
        default:
            if (byte >= 0x20 || c == '\t' || c == '\n') {
                out += c;
            }
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    return fmt::format("<{}>{}</{}>\n", name, escaped(text), name);
}

std::string link(std::string_view rel, std::string_view type, std::string_view href) {
    return fmt::format("<link rel=\"{}\" type=\"{}\" href=\"{}\"/>\n", rel, type, escaped(href));
}

void add_entry(const AtomEntry& entry, std::string& out) {
    out += "<entry>\n" + element("id", entry.id) + element("title", entry.title) +
           element("updated", base::text(entry.updated)) +
           link("alternate", "text/html", entry.link);
    if (!entry.category.empty()) {
        out += fmt::format("<category term=\"{}\"/>\n", escaped(entry.category));
    }
    out += element("summary", entry.summary) + "</entry>\n";
}

} // namespace

std::string atom(const AtomFeed& feed) {
    const auto count = std::min(feed.entries.size(), entries_max);
    auto updated = feed.updated;
    for (std::size_t i = 0; i < count; ++i) {
        updated = i == 0 ? feed.entries[i].updated : std::max(updated, feed.entries[i].updated);
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n";
    out += element("id", feed.id) + element("title", feed.title) +
           element("updated", base::text(updated)) + "<author>" + element("name", feed.author) +
           "</author>\n" + link("self", "application/atom+xml", feed.self) +
           link("alternate", "text/html", feed.alternate);
    for (std::size_t i = 0; i < count; ++i) {
        add_entry(feed.entries[i], out);
    }
    return out + "</feed>\n";
}

std::string stable_id(std::string_view words) {
    auto hex = base::hex(base::sha256(words)).substr(0, 32);
    hex[12] = '8';                               // the version
    constexpr std::string_view variant = "89ab"; // the two bits 10 in front
    hex[16] = variant[static_cast<std::size_t>(hex[16] & 0x3)];
    return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4),
                       hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

} // namespace quorate::feeds
