#include "html/govuk/warning_text.hpp"

namespace quorate::html::govuk {

Html warning_text(const WarningText& options) {
    return div(cls("govuk-warning-text").cls(options.classes).append(options.attributes),
               span(cls("govuk-warning-text__icon").set("aria-hidden", "true"), "!"),
               strong(cls("govuk-warning-text__text"), hidden_text(options.icon_fallback_text), " ",
                      options.content));
}

} // namespace quorate::html::govuk
