#ifndef QUORATE_WEB_AS_OF_HPP
#define QUORATE_WEB_AS_OF_HPP
// The date control: which day a page shows, in which of the two ways, and the way to another.

#include "web/frame.hpp"

namespace quorate::web {

/// Goes under the heading of a page about a state. It says in words which day is shown and how: as
/// we now know it was, or as it was known then (from what had been recorded by the end of that
/// day), with the other way, the way back to today and a form for another date. `here` is the
/// page's own address with whatever else of its query it is to keep; a date in it is left out.
///
/// The page's route must be `dated` in site.cpp. Links made by Visit::links keep the date.
html::Html as_of(const Visit& visit, const html::Url& here);

/// A part's own address without a date, for one body when one is chosen (?body=).
html::Url part_of_body(const Visit& visit, std::string_view part, const std::string& body);

/// The answer for a page whose reader, on the date asked for, finds nothing there, though there is
/// something today: in words, with the control. It is an answer about that date, so its status is
/// 200; what the record never had is 404.
http::Response nothing_then(const Visit& visit);

} // namespace quorate::web

#endif
