#ifndef QUORATE_HTML_GOVUK_PHASE_BANNER_HPP
#define QUORATE_HTML_GOVUK_PHASE_BANNER_HPP
// GOV.UK phase banner: a tag and a sentence at the top of every page.

#include "html/govuk/tag.hpp"

namespace quorate::html::govuk {

struct PhaseBanner {
    TagOptions tag = {};
    Part content = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html phase_banner(const PhaseBanner& options);

} // namespace quorate::html::govuk

#endif
