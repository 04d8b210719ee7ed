#include "html/beside.hpp"

#include "html/govuk/notification_banner.hpp"

namespace quorate::html {

Html fact_groups(const std::vector<FactGroup>& groups) {
    Html out;
    for (const FactGroup& group : groups) {
        std::vector<Html> items;
        for (const Part& fact : group.facts)
            items.push_back(li(fact));
        out += fragment(Tag{"h3", "govuk-heading-s"}(group.heading),
                        Tag{"ul", "govuk-list q-fact-list"}(items));
    }
    return out;
}

Html draft_beside_facts(const Part& draft, const Part& facts) {
    return div(cls("q-draft"), div(cls("q-draft__text"), draft),
               aside(cls("q-draft__facts").set("aria-label", "Facts from the record"), facts));
}

Html marked_lines(const std::vector<LineMark>& lines) {
    Html out;
    for (const LineMark& line : lines) {
        switch (line.kind) {
        case LineMark::Kind::added:
            out += div(Tag{"ins"}(hidden_text("Added: "), line.words));
            break;
        case LineMark::Kind::removed:
            out += div(Tag{"del"}(hidden_text("Taken out: "), line.words));
            break;
        case LineMark::Kind::same:
            out += div(line.words);
        }
    }
    return div(cls("q-marked"), out);
}

Html done_banner(const DoneBanner& banner) {
    Part ruling;
    if (banner.ruling) {
        RulingPanel panel = *banner.ruling;
        panel.short_form = true;
        panel.heading_level = 3;
        panel.id = "done-ruling";
        ruling = ruling_panel(panel);
    }
    Part next;
    if (!banner.next.empty())
        next = p(banner.next);
    return govuk::notification_banner(
        {.content =
             fragment(Tag{"p", "govuk-notification-banner__heading"}(banner.words), ruling, next),
         .kind = govuk::BannerKind::success,
         .title = "Done",
         .title_id = "done-title",
         .role = "status"});
}

} // namespace quorate::html
