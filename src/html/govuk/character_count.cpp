#include "html/govuk/character_count.hpp"

namespace quorate::html::govuk {

namespace {

std::string description(const CharacterCount& options, const std::string& unit) {
    const int limit = options.words_max > 0 ? options.words_max : options.characters_max;
    if (limit == 0)
        return {};
    std::string out = options.description.empty()
                          ? "You can enter up to %{count} " +
                                std::string(unit == "words" ? "words" : "characters")
                          : options.description;
    static constexpr std::string_view hole = "%{count}";
    if (const std::size_t at = out.find(hole); at != std::string::npos)
        out.replace(at, hole.size(), std::to_string(limit));
    return out;
}

} // namespace

Html character_count(const CharacterCount& options) {
    Textarea out = options.textarea;
    const std::string id = out.id.empty() ? out.name : out.id;
    const std::string unit = !options.count_type.empty() ? options.count_type
                             : options.words_max > 0     ? "words"
                                                         : "";
    Attributes group = attr("data-module", "govuk-character-count");
    if (options.characters_max > 0)
        group.set("data-maxlength", std::to_string(options.characters_max));
    if (options.words_max > 0)
        group.set("data-maxwords", std::to_string(options.words_max));
    if (!options.threshold.empty())
        group.set("data-threshold", options.threshold);
    if (!unit.empty())
        group.set("data-count-type", unit);
    FormGroup& around = out.words.form_group;
    around.attributes = group.append(options.words).append(around.attributes);
    around.classes = joined("govuk-character-count", around.classes);
    around.after_input = fragment(
        hint({.content = description(options, unit),
              .id = id + "-info",
              .classes = joined("govuk-character-count__message", options.message_classes)}),
        around.after_input);
    out.words.described_by = id + "-info";
    out.classes = joined("govuk-js-character-count", out.classes);
    return textarea(out);
}

} // namespace quorate::html::govuk
