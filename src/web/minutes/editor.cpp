#include "web/minutes/editor.hpp"

#include "base/text.hpp"
#include "html/beside.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/govuk/notification_banner.hpp"
#include "partnership/workspace/minutes_drafts.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

constexpr int parts_max = 200;

/// What the writer has kept and not recorded, and what others have.
struct Kept {
    std::optional<partnership::MinutesDraft> own;
    std::vector<partnership::MinutesDraft> others;
};

Kept kept_of(const DeskVisit& visit, const std::string& meeting) {
    Kept out;
    auto drafts = partnership::minutes_drafts(visit.workspace, meeting);
    if (!drafts) {
        return out;
    }
    for (auto& each : *drafts) {
        if (each.account == visit.who.session.account.name) {
            out.own = std::move(each);
        } else {
            out.others.push_back(std::move(each));
        }
    }
    return out;
}

std::string clock_of(const DeskVisit& visit, base::Instant at) {
    const auto local = visit.partnership.zone().local(at);
    return base::clock_words(local.minute) + " on " + base::words(local.date);
}

/// What stands in the boxes: what was typed, else what was kept, else what is recorded.
std::vector<views::MinutesPart> parts_shown(const views::MinutesPage& page, const Kept& kept,
                                            const FormState& state) {
    if (state.typed.has("parts") || state.typed.has("words")) {
        return views::split_minutes(minutes_typed(state));
    }
    return kept.own ? views::split_minutes(kept.own->words) : page.parts;
}

/// The heading of the facts a part came from.
bool facts_of(const views::MinutesPart& part, const views::MinutesFacts& facts) {
    if (part.item > 0) {
        return facts.heading.starts_with(std::to_string(part.item) + ". ");
    }
    if (part.heading.empty()) {
        return facts.heading == "In the chair";
    }
    return part.heading == "Present" && facts.heading == "Attendance";
}

Html facts_beside(const DeskVisit& visit, const views::MinutesPage& page,
                  const views::MinutesPart& part) {
    std::vector<FactGroup> groups;
    for (const auto& each : page.facts) {
        if (!facts_of(part, each)) {
            continue;
        }
        FactGroup group{"What the record has", {}};
        for (const auto& fact : each.facts) {
            group.facts.push_back(fact.position ? fragment(fact.words, " ",
                                                           a(visit.links.entry(*fact.position),
                                                             "Entry ", *fact.position))
                                                : text(fact.words));
        }
        if (!group.facts.empty()) {
            groups.push_back(std::move(group));
        }
    }
    return groups.empty() ? Html() : fact_groups(groups);
}

int rows_for(const std::string& text) {
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    const auto wrapped = static_cast<std::int64_t>(text.size() / 90);
    return static_cast<int>(std::clamp<std::int64_t>(lines + wrapped, 3, 24));
}

Html part_fields(const DeskVisit& visit, const views::MinutesPage& page,
                 const views::MinutesPart& part, std::size_t index, const FormState& state) {
    const auto number = std::to_string(index);
    const Html box =
        fragment(hidden("heading-" + number, part.heading),
                 text_area({.name = "part-" + number,
                            .label = part.heading.empty() ? std::string("Opening") : part.heading,
                            .value = part.text,
                            .id = index == 0 ? std::string("minutes-words") : "part-" + number,
                            .label_size = LabelSize::m,
                            .rows = rows_for(part.text)},
                           state.errors));
    const auto facts = facts_beside(visit, page, part);
    return facts.empty() ? reading_column(box) : draft_beside_facts(box, facts);
}

Html sections_field(const FormState& state) {
    auto chosen = state.values("sections");
    if (chosen.empty() && state.fresh()) {
        chosen = {"attendance", "interests", "items"};
    }
    return choose_many({.name = "sections",
                        .label = "The minutes say",
                        .values = chosen,
                        .options = {{.value = "attendance", .label = "Who was there"},
                                    {.value = "interests", .label = "Interests declared"},
                                    {.value = "items", .label = "What was decided at each item"}},
                        .compact = true},
                       state.errors);
}

Html who_else(const DeskVisit& visit, const Kept& kept) {
    std::vector<std::string> lines;
    for (const auto& other : kept.others) {
        lines.push_back(other.writer +
                        " has words for these minutes that are not recorded, last changed at " +
                        clock_of(visit, other.at) +
                        ". Speak to them before you record yours: whoever records last replaces "
                        "the words.");
    }
    return lines.empty()
               ? Html()
               : govuk::notification_banner({.content = sentences(lines),
                                             .title = "Somebody else is writing these minutes",
                                             .title_id = "writing-title"});
}

Html own_kept(const DeskVisit& visit, const views::MinutesPage& page, const Kept& kept,
              const FormState& state) {
    const bool shown = kept.own && state.typed.entries().empty();
    if (!shown) {
        return {};
    }
    const auto drop = visit.links.desk_minutes(page.line.id).slash("drop");
    return govuk::inset_text(
        {.content = fragment(
             p("These are your own words of ", clock_of(visit, kept.own->at),
               ", kept and not recorded yet."),
             button_form(form_to(visit, drop), {}, "Throw them away and show what is recorded"))});
}

/// For the officer to say that a difference from the record is meant.
Html differs_field(const std::vector<views::MinutesRemark>& remarks, const FormState& state) {
    if (remarks.empty() || !state.errors.has("differs")) {
        return {};
    }
    return fragment(
        minutes_remarks_list(remarks),
        choose_many({.name = "differs",
                     .label = "The words and the record differ",
                     .hint = "The record does not change by this. To put a recorded fact right, "
                             "correct it; the difference is shown beside the minutes.",
                     .values = state.values("differs"),
                     .options = {{.value = "yes", .label = "Record the words all the same"}}},
                    state.errors));
}

} // namespace

std::string minutes_typed(const FormState& state) {
    if (state.typed.has("words") || !state.typed.has("parts")) {
        return state.value("words");
    }
    std::vector<views::MinutesPart> parts;
    for (int i = 0; i < parts_max && state.typed.has("part-" + std::to_string(i)); ++i) {
        views::MinutesPart part;
        part.heading = state.value("heading-" + std::to_string(i));
        part.text = state.value("part-" + std::to_string(i));
        parts.push_back(std::move(part));
    }
    return views::join_minutes(parts);
}

Html minutes_remarks_list(const std::vector<views::MinutesRemark>& remarks) {
    std::vector<Html> items;
    for (const auto& each : remarks) {
        const Html under = each.under.empty() ? Html() : fragment(strong(each.under, ": "));
        if (each.record.empty()) {
            items.push_back(
                li(under, "the minutes say “", each.text, "”; the record does not have it."));
        } else if (each.text.empty()) {
            items.push_back(
                li(under, "the record has “", each.record, "”; the minutes leave it out."));
        } else {
            const auto end = each.text.ends_with('.') ? "”" : "”.";
            items.push_back(
                li(under, "the record has “", each.record, "”; the minutes say “", each.text, end));
        }
    }
    return items.empty() ? Html() : ul(cls("govuk-list--spaced"), items);
}

Html minutes_editor(const DeskVisit& visit, const views::MinutesPage& page,
                    const FormState& state) {
    const auto here = visit.links.desk_minutes(page.line.id);
    const auto kept = kept_of(visit, page.line.id);
    const auto parts = parts_shown(page, kept, state);
    Html fields;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        fields += part_fields(visit, page, parts[i], i, state);
    }
    const auto remarks = views::minutes_remarks(page.from_record, views::join_minutes(parts));
    auto options = form_to(visit, here);
    options.id = "minutes-editor";
    // What a tab holds of words not kept yet is held under both, so that nobody else gets it.
    options.attributes.set("data-keep", here.slash("keep").str())
        .set("data-account", visit.who.session.account.name);
    const Html first = reading_column(fragment(
        h(2, page.drafted ? "The minutes" : "Draft made from the record"),
        p("A box for each part. Lines that begin with - are lists; ### begins a smaller heading. "
          "Empty a box to leave the part out."),
        who_else(visit, kept), own_kept(visit, page, kept, state)));
    const Html last = reading_column(fragment(
        sections_field(state), differs_field(remarks, state), when_fields(visit, state),
        p(cls("q-quiet").id("minutes-kept").set("role", "status"),
          "What you type is kept when you press “Keep for now” or record it."),
        button_row(submit_button(page.drafted ? "Record these words" : "Record as the draft"),
                   secondary_button("Keep for now", {.action = here.slash("keep")}),
                   secondary_button("Start again from the record",
                                    {.name = "start_again", .value = "yes"}))));
    return fragment(first, form(options, act_hidden(visit),
                                hidden("parts", std::to_string(parts.size())), fields, last));
}

http::Response keep_minutes_words(const DeskVisit& visit) {
    const auto page = views::minutes_page(visit.reader, visit.meeting_id());
    if (!page || !page->closed || page->approved) {
        no_such_page();
    }
    const auto state = typed_form(visit);
    partnership::MinutesDraft draft;
    draft.account = visit.who.session.account.name;
    draft.writer = visit.who.title;
    draft.words = minutes_typed(state);
    draft.at = visit.now();
    draft.position = visit.reader.size();
    const auto kept = partnership::keep_minutes_draft(visit.workspace, page->line.id, draft);
    if (!kept) {
        throw http::BrokenRequest(413, views::capitalised(kept.error().message) + ". " +
                                           views::capitalised(kept.error().help) + ".");
    }
    return http::see_other(visit.links.desk_minutes(page->line.id).query("kept", "yes").str());
}

http::Response drop_minutes_words(const DeskVisit& visit) {
    const auto page = views::minutes_page(visit.reader, visit.meeting_id());
    if (!page) {
        no_such_page();
    }
    static_cast<void>(partnership::drop_minutes_draft(visit.workspace, page->line.id,
                                                      visit.who.session.account.name));
    return http::see_other(visit.links.desk_minutes(page->line.id).str());
}

} // namespace quorate::web
