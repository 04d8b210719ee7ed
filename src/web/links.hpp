#pragma once
// Every address of the public pages, in one place.

#include "html/url.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace quorate::web {

/// The addresses within one partnership.
struct Links {
    std::string partnership; ///< its id

    [[nodiscard]] html::Url home() const { return html::Url::path({partnership}); }
    [[nodiscard]] html::Url part(std::string_view name) const {
        return html::Url::path({partnership, name});
    }
    [[nodiscard]] html::Url body(std::string_view id) const { return part("bodies").slash(id); }
    [[nodiscard]] html::Url terms(std::string_view body_id) const {
        return body(body_id).slash("terms");
    }
    /// A clause of a body's terms.
    [[nodiscard]] html::Url clause(std::string_view body_id, std::string_view number) const {
        return terms(body_id).fragment(number);
    }
    [[nodiscard]] html::Url members(std::string_view body_id) const {
        return body(body_id).slash("members");
    }
    [[nodiscard]] html::Url meeting(std::string_view id) const {
        return part("meetings").slash_id(id);
    }
    [[nodiscard]] html::Url decision(std::string_view id) const {
        return part("decisions").slash_id(id);
    }
    [[nodiscard]] html::Url entry(std::int64_t position) const {
        return part("record").slash(std::to_string(position));
    }
    /// The same partnership in the JSON interface.
    [[nodiscard]] html::Url api() const { return html::Url::path({"api", "v1", partnership}); }
    [[nodiscard]] html::Url proof(std::int64_t position) const {
        return api().slash("entries").slash(std::to_string(position)).slash("proof");
    }
};

} // namespace quorate::web
