#include "html/govuk/back_link.hpp"

namespace quorate::html::govuk {

Html back_link(const BackLink& options) {
    return Tag{"a"}(Attributes()
                        .url("href", options.href)
                        .cls("govuk-back-link")
                        .cls(options.classes)
                        .append(options.attributes),
                    options.content);
}

} // namespace quorate::html::govuk
