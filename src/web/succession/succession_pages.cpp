// Who is responsible for what on a day, and which body follows which.

#include "web/succession/succession_pages.hpp"

#include "html/govuk/details.hpp"
#include "views/may.hpp"
#include "web/as_of.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html body_link(const Links& links, const views::Named& body, bool has_page) {
    return has_page ? a(links.body(body.id), body.name) : text(body.name);
}

Html holder_section(const Visit& visit, const views::HolderShown& holder) {
    std::vector<Html> items;
    for (const auto& line : holder.lines) {
        items.push_back(li(responsibility_line(visit.links, line)));
    }
    return fragment(h(2, id(holder.body.id), body_link(visit.links, holder.body, holder.is_body)),
                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

Html holders_contents(const views::ResponsibilitiesPage& page) {
    std::vector<ContentsEntry> entries;
    for (const auto& holder : page.holders) {
        entries.push_back(
            {.title = holder.body.name + " (" + std::to_string(holder.lines.size()) + ")",
             .href = Url("#"_url).fragment(holder.body.id)});
    }
    return entries.size() < 2 ? Html() : contents(entries);
}

std::string count_words(const views::ResponsibilitiesPage& page) {
    const auto count =
        std::to_string(page.count) + (page.count == 1 ? " responsibility" : " responsibilities");
    if (page.passed == 0) {
        return count + ". None has passed from one body to another.";
    }
    return count + ", of which " + std::to_string(page.passed) +
           (page.passed == 1 ? " has" : " have") + " passed from one body to another.";
}

Html followed_table(const Links& links, const std::vector<views::FollowedShown>& all,
                    std::string_view caption) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"What passes", "When", "By what"};
    for (const auto& each : all) {
        Html what = text(each.words);
        if (!each.scope.empty()) {
            std::string scope;
            for (const auto& one : each.scope) {
                scope += (scope.empty() ? "" : ", ") + one;
            }
            what += fragment(br(), span(cls("q-quiet"), "Only: ", scope));
        }
        Html by = each.clause.empty() ? text("A link on record")
                                      : clause_link(links, each.to.id, each.clause);
        if (!each.authority.empty()) {
            by += fragment(br(), span(cls("q-quiet"), each.authority));
        }
        if (each.recorded && !each.clause.empty()) {
            by += fragment(br(), span(cls("q-quiet"), "Carried out on record"));
        }
        table.rows.push_back({what, each.when, by});
    }
    return govuk::scrolling_table(table);
}

/// What has passed or will, then, folded when there is much of it, what a body may take on and has
/// not.
Html followed_tables(const Links& links, const std::vector<views::FollowedShown>& all) {
    constexpr std::size_t in_sight_max = 6;
    std::vector<views::FollowedShown> settled;
    std::vector<views::FollowedShown> open;
    for (const auto& each : all) {
        (each.mode == "may-absorb" && !each.in_effect ? open : settled).push_back(each);
    }
    Html out = settled.empty() ? nothing_here("No body has followed another.")
                               : followed_table(links, settled, "Bodies that follow others");
    if (!open.empty()) {
        const Html table = followed_table(links, open, "What a body may take on, and has not");
        out += open.size() <= in_sight_max
                   ? table
                   : govuk::details(
                         {.summary = fragment(
                              open.size(), " takings over that are open to a body, and not done"),
                          .content = table});
    }
    return out;
}

Html reorganisation_list(const Visit& visit, const std::vector<views::ReorganisationShown>& all) {
    std::vector<Html> items;
    for (const auto& each : all) {
        Html line = fragment(date(each.at.local.date), ": ", each.words, br(),
                             span(cls("q-quiet"), "Decided by ",
                                  a(visit.links.body(each.decided_by.id), each.decided_by.name)));
        if (!each.decision.empty()) {
            line += fragment(" (", a(visit.links.decision(each.decision), each.decision), ")");
        }
        if (!each.reason.empty()) {
            line += fragment(br(), each.reason);
        }
        line += fragment(br(), a(visit.links.entry(each.position), "entry ", each.position));
        items.push_back(li(line));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

Html proposal_list(const Visit& visit, const std::vector<views::ProposalShown>& all) {
    std::vector<Html> items;
    for (const auto& each : all) {
        Html line =
            fragment(date(each.at.local.date), ": ",
                     a(visit.links.body(each.body.id), each.body.name), ", ", each.title, ".");
        if (!each.reason.empty()) {
            line += fragment(" ", each.reason);
        }
        for (const auto& place : each.places) {
            line += fragment(br(), place);
        }
        line +=
            fragment(br(), span(cls("q-quiet"), each.words.empty() ? "Not in force." : each.words),
                     " ", a(visit.links.entry(each.position), "entry ", each.position));
        items.push_back(li(line));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

bool secretariat(const Visit& visit) {
    return views::keeps_record(visit.reader);
}

} // namespace

Html responsibility_line(const Links& links, const views::ResponsibilityShown& line) {
    Html out = text(views::capitalised(line.what));
    Html where;
    if (!line.clause.empty()) {
        where = fragment(clause_link(links, line.terms_of, line.clause), " of ", line.origin.name);
    }
    for (const auto& passing : line.chain) {
        where += fragment(where.empty() ? Html() : text(", "),
                          where.empty() ? views::capitalised(passing.words) : passing.words);
        if (!passing.clause.empty()) {
            where += fragment(" (", clause_link(links, passing.terms_of, passing.clause), ")");
        }
    }
    if (line.exclusive && line.chain.empty()) {
        where += text(". No other body decides on it.");
    }
    if (!where.empty()) {
        out += fragment(br(), span(cls("q-quiet"), where));
    }
    if (!line.words.empty()) {
        out += fragment(br(), line.words);
    }
    return out;
}

Html orphan_list(const Links& links, const std::vector<views::OrphanGroup>& groups, int level) {
    Html out;
    for (const auto& group : groups) {
        std::vector<Html> items;
        for (const auto& line : group.lines) {
            Html item = text(line.words);
            if (group.kind != "link") { // which names the body itself
                Html of = text(line.of.name);
                if (!line.clause.empty()) {
                    of += fragment(", ", clause_link(links, line.of.id, line.clause));
                }
                item += fragment(br(), span(cls("q-quiet"), of));
            }
            items.push_back(li(item));
        }
        Html list = plain_list(cls("q-lines"), items);
        if (items.size() > 8) {
            list = govuk::details(
                {.summary = "Show all " + std::to_string(items.size()), .content = list});
        }
        out += fragment(h(level, group.title, " (", std::to_string(group.lines.size()), ")"), list);
    }
    return out;
}

MaybePage responsibilities_page(const Visit& visit) {
    const auto page = views::responsibilities(visit.reader);
    const auto here = visit.links.part("responsibilities");
    Html main = page_heading("Who decides what");
    main += lead(
        "Every responsibility that terms of reference give, whose it is, and how it came to them.");
    main += as_of(visit, here);
    if (page.holders.empty()) {
        main += nothing_here("No terms in force give any body a responsibility.");
    } else {
        main += p(count_words(page), " ",
                  a(visit.links.part("succession"), "Which body follows which"));
        main += holders_contents(page);
    }
    for (const auto& holder : page.holders) {
        main += holder_section(visit, holder);
    }
    return framed(visit, {.title = "Who decides what",
                          .section = "bodies",
                          .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                                    {.content = "Who decides what"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("responsibilities").str()});
}

MaybePage succession_page(const Visit& visit) {
    const auto page = views::succession(visit.reader);
    Html main = page_heading("Succession");
    main += lead("Which body follows which, by its terms or by an act on record, and what is left "
                 "with nobody.");
    main += as_of(visit, visit.links.part("succession"));
    main += page.followed.empty() ? nothing_here("No body follows another.")
                                  : followed_tables(visit.links, page.followed);
    for (const auto& circle : page.circles) {
        main += p(circle);
    }
    main += p(a(visit.links.part("responsibilities"), "Who decides what"), ", ",
              a(visit.links.part("architecture"), "the bodies as a picture"));
    main += h(2, "Left with nobody");
    main += page.orphans.empty() ? nothing_here("Nothing is left with nobody.")
                                 : orphan_list(visit.links, page.orphans, 3);
    if (!page.reorganisations.empty()) {
        main += fragment(h(2, "Reorganisations"), reorganisation_list(visit, page.reorganisations));
    }
    if (!page.proposals.empty()) {
        main += fragment(h(2, "Terms that were put forward"), proposal_list(visit, page.proposals));
    }
    if (secretariat(visit)) {
        main += p(a(visit.links.plain_part("reorganise"), "Prepare a reorganisation"));
    }
    return framed(visit, {.title = "Succession",
                          .section = "bodies",
                          .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                                    {.content = "Succession"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("succession").str()});
}

} // namespace quorate::web
