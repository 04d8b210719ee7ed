#ifndef QUORATE_WEB_LINKS_HPP
#define QUORATE_WEB_LINKS_HPP
// Every address of the public pages, in one place.

#include "html/url.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::web {

/// The parts of a partnership that can be shown as of any date.
inline constexpr std::string_view dated_parts[] = {"architecture", "bodies", "decisions",
                                                   "duties",       "findings", "meetings",
                                                   "responsibilities", "succession"};

/// The addresses within one partnership.
struct Links {
    std::string partnership; ///< its id
    /// The date asked for (2008-07-01), which addresses of dated parts keep; empty: today.
    std::string on = {};
    bool known_then = false; ///< with `on`: as it was known then

    [[nodiscard]] html::Url home() const { return html::Url::path({partnership}); }
    /// A part, on the date asked for when it is a dated one. Add nothing to its path.
    [[nodiscard]] html::Url part(std::string_view name) const {
        for (const auto dated : dated_parts) {
            if (dated == name) {
                return kept(plain_part(name));
            }
        }
        return plain_part(name);
    }
    /// The same without a date: for adding to its path.
    [[nodiscard]] html::Url plain_part(std::string_view name) const {
        return html::Url::path({partnership, name});
    }
    /// The address with the date asked for.
    [[nodiscard]] html::Url kept(const html::Url& url) const {
        if (on.empty()) {
            return url;
        }
        return known_then ? url.query("on", on).query("known", "then") : url.query("on", on);
    }
    [[nodiscard]] html::Url body(std::string_view id) const {
        return kept(plain_part("bodies").slash(id));
    }
    [[nodiscard]] html::Url terms(std::string_view body_id) const {
        return kept(plain_part("bodies").slash(body_id).slash("terms"));
    }
    /// A clause of a body's terms.
    [[nodiscard]] html::Url clause(std::string_view body_id, std::string_view number) const {
        return terms(body_id).fragment(number);
    }
    [[nodiscard]] html::Url members(std::string_view body_id) const {
        return kept(plain_part("bodies").slash(body_id).slash("members"));
    }
    /// What a body owes under its terms.
    [[nodiscard]] html::Url body_duties(std::string_view body_id) const {
        return kept(plain_part("bodies").slash(body_id).slash("duties"));
    }
    /// A feed of what is due, "duties.atom" or "duties.ics": of one body, or of all.
    [[nodiscard]] html::Url duty_feed(std::string_view file, std::string_view body_id = {}) const {
        return body_id.empty() ? plain_part(file) : plain_part("bodies").slash(body_id).slash(file);
    }
    [[nodiscard]] html::Url meeting(std::string_view id) const {
        return kept(plain_part("meetings").slash_id(id));
    }
    [[nodiscard]] html::Url decision(std::string_view id) const {
        return kept(plain_part("decisions").slash_id(id));
    }
    [[nodiscard]] html::Url entry(std::int64_t position) const {
        return part("record").slash(std::to_string(position));
    }
    /// What is for people who sign in: /{p}/desk and below.
    [[nodiscard]] html::Url desk() const { return part("desk"); }
    [[nodiscard]] html::Url desk_part(std::string_view name) const { return desk().slash(name); }
    [[nodiscard]] html::Url programme(std::string_view body_id) const {
        return desk_part("programme").slash(body_id);
    }
    [[nodiscard]] html::Url convene() const { return desk_part("convene"); }
    /// The workbench of a meeting; its other pages are below it.
    [[nodiscard]] html::Url workbench(std::string_view meeting_id) const {
        return desk_part("meetings").slash_id(meeting_id);
    }
    /// A file that was sent out, or waits to be, by the SHA-256 of its bytes.
    [[nodiscard]] html::Url paper(std::string_view digest, std::string_view name) const {
        // A browser takes "." and ".." out of an address before it asks for it.
        const bool usable = !name.empty() && name != "." && name != "..";
        return part("papers").slash(digest).slash(usable ? name : "paper");
    }
    /// The making of a meeting's minutes.
    [[nodiscard]] html::Url desk_minutes(std::string_view meeting) const {
        return workbench(meeting).slash("minutes");
    }
    /// The changing of a body's membership.
    [[nodiscard]] html::Url desk_members(std::string_view body) const {
        return desk().slash("members").slash(body);
    }
    /// A meeting as a member sees it.
    [[nodiscard]] html::Url own_meeting(std::string_view id) const {
        return desk().slash("mine").slash_id(id);
    }
    /// An act that waits for someone's discretion, by the position of its entry.
    [[nodiscard]] html::Url discretion(std::int64_t position) const {
        return desk().slash("discretion").slash(std::to_string(position));
    }
    /// The same partnership in the JSON interface.
    [[nodiscard]] html::Url api() const { return html::Url::path({"api", "v1", partnership}); }
    [[nodiscard]] html::Url proof(std::int64_t position) const {
        return api().slash("entries").slash(std::to_string(position)).slash("proof");
    }
};

} // namespace quorate::web

#endif
