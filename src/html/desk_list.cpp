#include "html/desk_list.hpp"

namespace quorate::html {

namespace {

Html part(std::string_view classes, const Part& content) {
    return content.empty() ? Html() : div(cls(classes), content);
}

} // namespace

Html desk_list(const std::vector<DeskRow>& rows, std::string_view label) {
    std::vector<Html> items;
    for (const DeskRow& row : rows) {
        const Part words = row.state_words.empty() ? Part(word(row.state)) : row.state_words;
        items.push_back(
            li(cls("q-desk__row").cls("q-desk__row--" + std::string(colour_class(row.state))),
               div(cls("q-desk__due"), strong(row.due), part("q-quiet", row.left)),
               div(cls("q-desk__what"), div(row.what), part("q-quiet", row.hint),
                   part("q-quiet", row.about)),
               div(cls("q-desk__state"), progress_word(row.state, words)),
               part("q-desk__button", row.button)));
    }
    return Tag{"ol", "q-desk"}(attr("aria-label", label), items);
}

} // namespace quorate::html
