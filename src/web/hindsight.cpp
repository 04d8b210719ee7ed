#include "web/hindsight.hpp"

#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html verdict_list(const Links& links, const std::vector<views::VerdictNow>& all) {
    std::vector<Html> items;
    for (const auto& each : all) {
        const Html entry =
            a(links.entry(each.position), each.act, ", ", short_day(each.when.local.date));
        const Html was =
            each.was.empty()
                ? p("Its details are not published.")
                : fragment(p(strong("As ruled then: "), each.was),
                           p(strong(each.verdict_differs ? "With what is known now: "
                                                         : "The same with what is known now, for "
                                                           "other reasons: "),
                             each.would_be));
        items.push_back(li(p(entry), was));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

constexpr std::string_view never_altered =
    "They stay in the record as they were given. Nothing is altered.";

Html act_part(const DeskVisit& visit, const views::BackDatedAct& act) {
    govuk::SummaryList list;
    add_row(list, "Took effect", when(act.effective));
    add_row(list, "Recorded", when(act.recorded));
    add_row(list, "Reason", act.reason.empty() ? em("None given") : text(act.reason));
    Html out = fragment(h(2, a(visit.links.entry(act.position), act.what),
                          act.body.name.empty() ? "" : ", " + act.body.name),
                        govuk::summary_list(list));
    if (!act.judged) {
        return fragment(out, p("Its entry shows what it changes of earlier verdicts."));
    }
    if (act.differ.empty()) {
        return fragment(out, p("No earlier verdict would differ."));
    }
    return fragment(out, h(3, "Earlier verdicts that would now differ"),
                    verdict_list(visit.links, act.differ));
}

} // namespace

Html hindsight_part(const Visit& visit, std::int64_t position) {
    const auto found = views::hindsight(visit.reader, position);
    if (!found) {
        return {};
    }
    const Html head = h(2, "Earlier verdicts");
    if (found->too_long) {
        return fragment(head, p("This act was recorded on a later day than it took effect. The "
                                "record is too long to judge the acts before it again on a public "
                                "page; the auditor can."));
    }
    if (found->differ.empty()) {
        return fragment(
            head, p("This act was recorded on a later day than it took effect. No earlier verdict "
                    "would have been different had it been known."));
    }
    const Html count = found->differ.size() == 1
                           ? text("One earlier verdict would")
                           : fragment(number(static_cast<long long>(found->differ.size())),
                                      " earlier verdicts would");
    return fragment(head,
                    p("This act was recorded on a later day than it took effect. ", count,
                      " have been different had it been known. ", never_altered),
                    verdict_list(visit.links, found->differ));
}

http::Response back_dated_page(const DeskVisit& visit) {
    const auto acts = views::back_dated_acts(visit.reader);
    if (!acts) {
        no_such_page();
    }
    Html main = page_heading("Recorded later than they took effect");
    main += p("Acts that were recorded on a later day than they took effect, latest first, each "
              "with the reason given. Where an earlier verdict would have been different had the "
              "act been known, it is listed. ",
              never_altered);
    for (const auto& act : *acts) {
        main += act_part(visit, act);
    }
    if (acts->empty()) {
        main += nothing_here("Everything was recorded on the day it took effect.");
    }
    return framed(visit, {.title = "Recorded later than they took effect",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Recorded later"}},
                          .main = reading_column(main)});
}

} // namespace quorate::web
