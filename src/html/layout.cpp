#include "html/layout.hpp"

namespace quorate::html {

Html reading_column(const Part& content) {
    return div(cls("govuk-grid-row"), div(cls("govuk-grid-column-two-thirds"), content));
}

Html with_side(const Part& main, const Part& side) {
    return div(cls("govuk-grid-row"), div(cls("govuk-grid-column-two-thirds"), main),
               div(cls("govuk-grid-column-one-third q-side"), side));
}

Html full_width(const Part& content) {
    return div(cls("govuk-grid-row"), div(cls("govuk-grid-column-full"), content));
}

Html page_heading(const Part& title, const Part& caption) {
    if (caption.empty())
        return h(1, title);
    return fragment(span(cls("govuk-caption-xl"), caption), h(1, title));
}

Html as_of_line(const Part& sentence, const Url& change, std::string_view link_words) {
    return Tag{"p", "q-as-of"}(sentence, " \u00b7 ", a(change, link_words));
}

Html nothing_here(const Part& sentence) {
    return p(cls("q-nothing"), sentence);
}

Html date(base::CivilDate date) {
    return Tag{"time"}(attr("datetime", base::text(date)), base::words(date));
}

Html date_and_time(base::LocalTime when) {
    return Tag{"time"}(attr("datetime", base::text(when)), base::clock_words(when.minute), " on ",
                       base::words(when.date));
}

Html annotated_clause(const AnnotatedClause& clause) {
    Part number;
    const Url self = Url("#"_url).fragment(clause.id);
    if (!clause.number.empty())
        number = Tag{"a", "q-clause__number"}(Attributes().url("href", self), clause.number);
    Part note;
    if (!clause.note.empty())
        note =
            aside(cls("q-clause__note").set("aria-label", "About " + clause.number), clause.note);
    return div(cls("q-clause").id(clause.id),
               div(cls("q-clause__words"), number, div(cls("q-prose"), clause.words)), note);
}

Html contents(const std::vector<ContentsEntry>& entries) {
    std::vector<Html> items;
    for (const ContentsEntry& entry : entries)
        items.push_back(
            li(cls(entry.depth > 0 ? "q-contents__sub" : ""), a(entry.href, entry.title)));
    return nav(cls("q-contents").set("aria-label", "Contents"),
               Tag{"p", "govuk-heading-s"}("Contents"), plain_list(items));
}

Html figures(const std::vector<Figure>& entries) {
    std::vector<Html> items;
    for (const Figure& entry : entries)
        items.push_back(div(cls("q-figures__item"), dt(entry.label), dd(entry.value)));
    return dl(cls("q-figures"), items);
}

} // namespace quorate::html
