#include "html/govuk/tag.hpp"

namespace quorate::html::govuk {

Html tag(const TagOptions& options) {
    return strong(cls("govuk-tag").cls(options.classes).append(options.attributes),
                  options.content);
}

} // namespace quorate::html::govuk
