#include "web/meetings/day_private.hpp"

#include "base/text.hpp"
#include "views/private_session.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html items_field(const Day& day, const views::PrivateDay& how) {
    ChooseMany field{.name = "items",
                     .label = "For which items?",
                     .hint = "None ticked: whatever is taken until the public is let in again",
                     .id = day_id("private", "items"),
                     .label_size = LabelSize::s,
                     .compact = true};
    if (day.sent("private")) {
        field.values = day.state.form.values("items");
    }
    for (const auto& line : day.page.agenda) {
        const bool waits =
            std::find(how.items.begin(), how.items.end(), line.number) != how.items.end();
        if (waits) {
            const auto number = std::to_string(line.number);
            field.options.push_back({.value = number, .label = number + ". " + line.title});
        }
    }
    return field.options.empty() ? Html{} : choose_many(field, day.errors("private"));
}

} // namespace

Html day_private_part(const Day& day) {
    const auto how = views::private_day(day.reader, day.meeting());
    if (!how.open_to_public) {
        return {};
    }
    if (how.in_private) {
        return day_more(day, "Let the public in again",
                        fragment(p(how.words, "."),
                                 day_form(day, {.verb = "public", .words = "Open to the public"})),
                        {"public"});
    }
    return day_more(
        day, "Go on without the public",
        day_form(day, {.verb = "private", .words = "Go into private"},
                 fragment(p("Visitors leave, and what is said is not published. Officers stay, and "
                            "so do partners who came to be heard."),
                          items_field(day, how),
                          day_words(day, "private", "reason", "Why?", "Everybody can read this"),
                          day_who(day, "private",
                                  {.name = "proposed_by", .label = "Who proposed it, if said"}))),
        {"private"});
}

void items_for_private(const FormState& form, ActAsked& asked) {
    if (const auto items = form.values("items"); !items.empty()) {
        asked.fields["items"] = base::join(items, ",");
    }
    asked.shown_as["items"] = day_id("private", "items");
}

} // namespace quorate::web
