#include "web/minutes/correction.hpp"

#include "base/text.hpp"
#include "views/meetings/planning.hpp"
#include "web/desk/form_acts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

struct Count {
    const char* name;
    const char* label;
};
constexpr Count counts[] = {{"for", "For"}, {"against", "Against"}, {"abstain", "Abstaining"}};

std::string typed(const FormState& state, std::string_view name) {
    return std::string(base::trim(state.value(name)));
}

} // namespace

Html presence_fields(SelectField whose, const FormState& state) {
    whose.name = "seat";
    whose.nothing_chosen = "Nobody's";
    return field_group(
        "Who was there, and when",
        fragment(select_field(whose, state.errors),
                 time_field({.name = "arrived",
                             .label = "Came at",
                             .hint = "Leave empty when that time is right. For example, 10:20am",
                             .value = state.value("arrived")},
                            state.errors),
                 time_field({.name = "left",
                             .label = "Left at",
                             .hint = "Leave empty when that time is right",
                             .value = state.value("left")},
                            state.errors),
                 choose_many({.name = "absent",
                              .values = state.values("absent"),
                              .options = {{.value = "yes", .label = "Was not there at all"}}},
                             state.errors)));
}

Html count_fields(SelectField where, const FormState& state) {
    where.name = "item";
    where.label = "At which item";
    where.nothing_chosen = "No count is wrong";
    Html boxes;
    for (const auto& each : counts) {
        boxes += text_field({.name = each.name,
                             .label = each.label,
                             .value = state.value(each.name),
                             .width = 3,
                             .inputmode = "numeric"},
                            state.errors);
    }
    return field_group("A count of votes",
                       fragment(select_field(where, state.errors), div(cls("q-day-votes"), boxes)));
}

void read_presence(const views::Reader& reader, std::string_view body, const views::SittingDay& day,
                   FormState& state, ActAsked& asked) {
    const auto seat = state.value("seat");
    bool given = state.value("absent") == "yes";
    if (given) {
        asked.fields["absent"] = true;
    }
    for (const std::string name : {"arrived", "left"}) {
        const auto time = typed(state, name);
        if (time.empty()) {
            continue;
        }
        given = true;
        const auto minute = time_of_day(time);
        const auto instant =
            minute ? views::body_instant(reader, body, {day.date_of(*minute), *minute})
                   : tl::unexpected(minute.error());
        if (instant) {
            asked.fields[name] = base::text(*instant);
        } else {
            state.errors.add(name, "Write the time as hours and minutes: 10:20am.");
        }
    }
    if (given && seat.empty()) {
        state.errors.add("seat", "Choose whose presence it is.");
    } else if (!seat.empty()) {
        asked.fields["seat"] = seat;
        if (!given) {
            state.errors.add("arrived", "Enter when the member came or left, or tick that they "
                                        "were not there at all.");
        }
    }
}

void read_count(FormState& state, ActAsked& asked) {
    const auto item = state.value("item");
    const bool given = std::any_of(std::begin(counts), std::end(counts), [&](const Count& each) {
        return !typed(state, each.name).empty();
    });
    if (given && item.empty()) {
        state.errors.add("item", "Choose the item whose count it is.");
    } else if (!item.empty()) {
        asked.fields["item"] = item;
        for (const auto& each : counts) {
            asked.fields[each.name] = typed(state, each.name);
        }
        if (!given) {
            state.errors.add("for", "Enter the right count: for, against and abstaining.");
        }
    }
}

Html correction_effect(const DeskVisit& visit, const Url& action, const FormState& state,
                       const views::RulingShown& ruling) {
    std::vector<std::string> changes;
    for (const auto& reason : ruling.reasons) {
        if (reason.code == "ruling_would_change") {
            changes.push_back(reason.words);
        }
    }
    Html out = h(2, id("effect").set("tabindex", "-1"), "What this changes");
    out += changes.empty() ? p("No ruling changes.")
                           : fragment(p(changes.size() == 1 ? "One ruling would be another:"
                                                            : "These rulings would be others:"),
                                      sentences(changes),
                                      p("What the meeting decided stands as declared. The change "
                                        "is shown beside it."));
    for (const auto& finding : ruling.findings) {
        out += p(status_word(Status::breach_recorded, finding));
    }
    out += form(form_to(visit, action), confirming_fields(visit, state),
                button_row(submit_button("Record the correction")));
    return div(cls("govuk-inset-text"), out);
}

} // namespace quorate::web
