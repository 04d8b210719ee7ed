#include "html/govuk/phase_banner.hpp"

namespace quorate::html::govuk {

Html phase_banner(const PhaseBanner& options) {
    TagOptions label = options.tag;
    label.classes = "govuk-phase-banner__content__tag";
    if (!options.tag.classes.empty())
        label.classes += ' ' + options.tag.classes;
    return div(cls("govuk-phase-banner govuk-width-container")
                   .cls(options.classes)
                   .append(options.attributes),
               Tag{"p", "govuk-phase-banner__content"}(
                   tag(label), " ", span(cls("govuk-phase-banner__text"), options.content)));
}

} // namespace quorate::html::govuk
