#include "html/timeline.hpp"

namespace quorate::html {

namespace {

Html line(std::string_view classes, const Part& words) {
    return words.empty() ? Html() : Tag{"p"}(cls(classes), words);
}

} // namespace

Html timeline(const std::vector<TimelineStage>& stages, std::string_view label) {
    std::vector<Html> items;
    bool current = false;
    for (const TimelineStage& stage : stages) {
        Attributes attributes =
            cls("q-timeline__stage")
                .cls("q-timeline__stage--" + std::string(colour_class(stage.state)));
        if (stage.state == Progress::now && !current) {
            attributes.set("aria-current", "step");
            current = true;
        }
        const Part words = stage.state_words.empty() ? Part(word(stage.state)) : stage.state_words;
        items.push_back(li(attributes, line("q-timeline__name", stage.name),
                           line("q-timeline__state", progress_word(stage.state, words)),
                           line("q-timeline__when", stage.when), line("", stage.words),
                           line("q-timeline__finding", stage.finding),
                           line("q-timeline__clause", stage.clause)));
    }
    return Tag{"ol", "q-timeline"}(attr("aria-label", label), items);
}

} // namespace quorate::html
