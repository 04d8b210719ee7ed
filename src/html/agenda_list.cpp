#include "html/agenda_list.hpp"

namespace quorate::html {

namespace {

Html part(std::string_view classes, const Part& content) {
    return content.empty() ? Html() : div(cls(classes), content);
}

} // namespace

Html paper_list(const std::vector<PaperRow>& papers, std::string_view label) {
    if (papers.empty())
        return {};
    std::vector<Html> items;
    for (const PaperRow& paper : papers)
        items.push_back(li(cls("q-papers__row"),
                           div(cls("q-papers__words"), div(paper.name),
                               part("q-quiet", paper.about), part("q-quiet", paper.note)),
                           part("q-papers__button", paper.button)));
    return Tag{"ul", "q-papers"}(attr("aria-label", label), items);
}

Html agenda_list(const std::vector<AgendaRow>& rows, std::string_view label) {
    std::vector<Html> items;
    for (const AgendaRow& row : rows)
        items.push_back(li(cls("q-agenda__row"),
                           div(cls("q-agenda__number"), hidden_text("Item "), row.number),
                           div(cls("q-agenda__words"), Tag{"h3", "govuk-heading-s"}(row.title),
                               part("q-quiet", row.about), part("q-agenda__remarks", row.remarks),
                               paper_list(row.papers, "Papers of item " + row.number)),
                           part("q-agenda__buttons", row.buttons)));
    return Tag{"ol", "q-agenda"}(attr("aria-label", label), items);
}

} // namespace quorate::html
