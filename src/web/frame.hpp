#ifndef QUORATE_WEB_FRAME_HPP
#define QUORATE_WEB_FRAME_HPP
// What is the same on every page of a partnership: name, navigation, banner, the record line.

#include "html/page.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "views/reader.hpp"
#include "web/links.hpp"

namespace quorate::web {

/// What one page says for itself.
struct Content {
    std::string title = {}; ///< of the window
    std::string section =
        {}; ///< of the navigation: desk, meetings, bodies, decisions, duties, record; empty for home
    bool section_page = false; ///< it is that section's own page
    std::vector<html::govuk::Breadcrumb> trail =
        {}; ///< after the partnership's name; the last is the page itself
    html::Html main = {};
    std::string description = {};
    std::string json = {}; ///< the address of the same as JSON; empty for none
    std::vector<html::Alternate> feeds = {};
    std::vector<std::string> modules = {}; ///< ES modules of assets/ it is better with: "live.mjs"
};

struct SignedIn;

/// A page is made of a reader and the addresses of its partnership.
struct Visit {
    const views::Reader& reader;
    const Links& links;
    const http::Request& request;
    const SignedIn* who = nullptr; ///< null for the public
};

http::Response framed(const Visit& visit, Content content);
/// A page that belongs to no partnership.
http::Response unframed(std::string title, html::Html main, int status = 200);

} // namespace quorate::web

#endif
