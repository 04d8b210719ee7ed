// The middle column of meeting day: the item in hand, its stages, and one form for each thing that
// can happen at it.

#include "base/uuid.hpp"
#include "html/meeting_day.hpp"
#include "web/meetings/day.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

using views::DayItem;

const DayItem& item_of(const Day& day) {
    return *day.page.item;
}

DayForm item_form(const Day& day, std::string_view verb, std::string_view words, bool primary) {
    return {.verb = std::string(verb),
            .words = std::string(words),
            .primary = primary,
            .item = item_of(day).number};
}

Html take_form(const Day& day, bool primary) {
    const auto number = std::to_string(item_of(day).number);
    Html content;
    if (item_of(day).status == "interrupted") {
        content += p("It was broken off and is taken up again.");
    }
    const auto others =
        std::count_if(day.page.agenda.begin(), day.page.agenda.end(), [&](const auto& line) {
            return !line.over && !line.current && line.number != item_of(day).number;
        });
    auto form = item_form(day, "take", "Take item " + number, primary);
    if (others > 0) {
        content += day_more(day, "Take other items with it",
                            day_text(day, "take", "with", "Items taken together",
                                     "One debate, separate decisions. Such as 5,6", 10),
                            {});
    }
    return day_form(day, form, content);
}

Html declare_form(const Day& day, bool primary) {
    const auto kind = choice({.name = "kind",
                              .label = "Kind of interest",
                              .value = day.value("declare", "kind", "financial"),
                              .options = {{.value = "financial", .label = "Financial"},
                                          {.value = "professional", .label = "Professional"},
                                          {.value = "other", .label = "Another kind"}},
                              .id = day_id("declare", "kind"),
                              .compact = true},
                             day.errors("declare"));
    const auto whose = choice({.name = "subject",
                               .label = "Whose",
                               .value = day.value("declare", "subject", "self"),
                               .options = {{.value = "self", .label = "Their own"},
                                           {.value = "family", .label = "Family"},
                                           {.value = "friends", .label = "Friends"}},
                               .id = day_id("declare", "subject"),
                               .compact = true},
                              day.errors("declare"));
    return day_form(
        day, item_form(day, "declare", "Record interest", primary),
        fragment(day_who(day, "declare", {.label = "Who declares it?"}), kind, whose,
                 day_words(day, "declare", "nature", "What it is", "", "", 2),
                 day_tick(day, "declare", "sensitive", "Sensitive: only its kind is published"),
                 day_tick(day, "declare", "open_only", "Declared for openness only")));
}

Html determine_form(const Day& day, const views::DayInterest& interest, bool primary) {
    const auto key = interest.seat.id;
    Choice field{.name = "determination",
                 .label = "What does " + interest.decider_words + " decide?",
                 .value = day.value("determine", "determination", "", key),
                 .id = day_id("determine", "determination", key),
                 .compact = true};
    for (const auto& each : interest.choices) {
        field.options.push_back(
            {.value = each.determination, .label = each.words, .hint = each.consequence});
    }
    auto form = item_form(day, "determine", "Record determination", primary);
    form.key = key;
    return day_form(
        day, form,
        fragment(choice(field, day.errors("determine", key)),
                 day_text(day, "determine", "reason", "Reason, if one is given", "", 0, "", key)));
}

Html discuss_form(const Day& day, bool primary) {
    return day_form(day, item_form(day, "discuss", "Record discussion", primary),
                    day_words(day, "discuss", "words", "What was said, in brief",
                              day.page.line.status == "informal"
                                  ? "Notes of an informal discussion. They decide nothing."
                                  : "It goes into the minutes. Leave names out unless asked."));
}

Html note_form(const Day& day, bool primary) {
    return day_form(
        day, item_form(day, "note", "Note the item", primary),
        day_words(day, "note", "words", "What was noted (may be left empty)", "", "", 2));
}

Html move_form(const Day& day, std::string_view verb, bool primary) {
    const bool amendment = verb == "amend";
    return day_form(
        day, item_form(day, verb, amendment ? "Record amendment" : "Record motion", primary),
        fragment(day_who(day, verb, {.label = "Moved by"}),
                 day_words(day, verb, "words", amendment ? "The amendment" : "The motion",
                           amendment ? "" : "Begin with \"That\"")));
}

Html second_form(const Day& day, bool primary) {
    return day_form(day, item_form(day, "second", "Record seconder", primary),
                    day_who(day, "second", {.label = "Seconded by"}));
}

Html put_form(const Day& day, bool primary) {
    return day_form(
        day, item_form(day, "put", "Put the question", primary),
        fragment(p("The roll is fixed when the question is put: ", item_of(day).deciding),
                 day_words(day, "put", "words", "The question", "", item_of(day).motion, 2),
                 day_tick(day, "put", "amendment", "It is the amendment that is put")));
}

Html consensus_form(const Day& day, bool primary) {
    return day_form(
        day, item_form(day, "consensus", "Record the answer", primary),
        day_who(day, "consensus",
                {.name = "objecting",
                 .label = "Does any member object?",
                 .hint = "Leave empty when nobody does. Else who: seats such as 1-4, or "
                         "a name; several apart by commas"}));
}

Html considered_fields(const Day& day) {
    Html out;
    for (const auto& each : item_of(day).considerations) {
        out +=
            day_words(day, "outcome", "considered-" + each.id, "Taken into account: " + each.name,
                      "If it does not apply, begin with \"not applicable:\" and say why", "", 2);
    }
    return out;
}

Html outcome_form(const Day& day, bool primary) {
    const auto& question = item_of(day).question;
    const bool open = question && question->outcome.empty();
    const std::string first =
        !open || question->carried || (!question->voted && !question->consensus_tried) ? "carried"
                                                                                       : "lost";
    const auto outcome = choice(
        {.name = "outcome",
         .label = "Whoever presides declares it",
         .value = day.value("outcome", "outcome", first),
         .options = {{.value = "carried", .label = "Carried"}, {.value = "lost", .label = "Lost"}},
         .id = day_id("outcome", "outcome"),
         .one_line = true,
         .compact = true},
        day.errors("outcome"));
    const auto by =
        choice({.name = "by",
                .label = "By",
                .value = day.value("outcome", "by", open && question->voted ? "vote" : "consensus"),
                .options = {{.value = "consensus", .label = "Consensus"},
                            {.value = "vote", .label = "Vote"}},
                .id = day_id("outcome", "by"),
                .one_line = true,
                .compact = true},
               day.errors("outcome"));
    std::string words = item_of(day).motion;
    if (open && !question->words.empty()) {
        words = question->words;
    }
    return day_form(
        day, item_form(day, "outcome", "Declare the outcome", primary),
        fragment(
            outcome, by,
            day_words(day, "outcome", "words", "The decision, as it will be published", "", words),
            considered_fields(day),
            day_tick(day, "outcome", "recommendation", "It only recommends or advises")));
}

Html approve_form(const Day& day, bool primary) {
    const auto& minutes = item_of(day).minutes_of;
    return day_form(day, item_form(day, "approve", "Record approval", primary),
                    fragment(p("Corrections first: ",
                               a(day.visit.links.workbench(minutes).slash("minutes"),
                                 "the minutes and their corrections"),
                               "."),
                             hidden("minutes_of", minutes),
                             day_tick(day, "approve", "with_corrections",
                                      "Approved with the corrections made")));
}

Html defer_form(const Day& day, bool primary) {
    SelectField field{.name = "to",
                      .label = "To which meeting",
                      .value = day.value("defer", "to"),
                      .nothing_chosen = "Not said",
                      .id = day_id("defer", "to")};
    for (const auto& each : day.page.other_meetings) {
        field.options.push_back({.value = each.id, .label = each.name});
    }
    return day_form(day, item_form(day, "defer", "Put the item off", primary),
                    fragment(select_field(field, day.errors("defer")),
                             day_text(day, "defer", "reason", "Reason, if one is given")));
}

Html withdraw_form(const Day& day, bool primary) {
    return day_form(day, item_form(day, "withdraw", "Withdraw the item", primary),
                    day_text(day, "withdraw", "reason", "Reason, if one is given"));
}

Html dissent_form(const Day& day, bool primary) {
    return day_form(
        day, item_form(day, "dissent", "Record dissent", primary),
        fragment(day_who(day, "dissent",
                         {.name = "seats",
                          .label = "Who asked for it?",
                          .hint = "Seats such as 3,14, or names apart by commas"}),
                 day_words(day, "dissent", "words", "In their words, if they wish", "", "", 2)));
}

Html advice_form(const Day& day, bool primary) {
    return day_form(
        day, item_form(day, "advice", "Record advice", primary),
        fragment(day_text(day, "advice", "from", "From",
                          "The office that advised, such as the legal adviser"),
                 day_words(day, "advice", "words", "The advice"),
                 day_tick(day, "advice", "restricted", "Restricted: it is not published")));
}

Html procedure_form(const Day& day, bool primary) {
    SelectField field{.name = "about",
                      .label = "About",
                      .value = day.value("procedure", "about"),
                      .nothing_chosen = "A point of procedure",
                      .id = day_id("procedure", "about")};
    for (const auto& line : day.page.provisional) {
        if (line.ruling.verdict != "permitted") {
            field.options.push_back(
                {.value = line.entry, .label = line.time + ", refused: " + line.words});
        }
    }
    return day_form(
        day, item_form(day, "procedure", "Record ruling", primary),
        fragment(p("The ruling stands for the meeting, whatever is recorded beside it."),
                 select_field(field, day.errors("procedure")),
                 day_words(day, "procedure", "ruling", "The ruling", "", "", 2),
                 day_text(day, "procedure", "reason", "Reason, if one is given")));
}

Html action_form(const Day& day, bool primary) {
    SelectField organisation{.name = "organisation",
                             .label = "Or by an organisation",
                             .value = day.value("action", "organisation"),
                             .nothing_chosen = "None",
                             .id = day_id("action", "organisation")};
    for (const auto& each : day.page.organisations) {
        organisation.options.push_back({.value = each.id, .label = each.name});
    }
    return day_form(
        day, item_form(day, "action", "Assign action", primary),
        fragment(day_words(day, "action", "what", "What is to be done", "", "", 2),
                 day_who(day, "action", {.label = "By whom", .among = views::DayAmong::all}),
                 organisation.options.empty() ? Html{}
                                              : select_field(organisation, day.errors("action")),
                 date_field({.name = "due",
                             .label = "By when, if it was said",
                             .hint = {},
                             .value = day.sent("action") ? day.state.form.date("due") : DateValue{},
                             .id = day_id("action", "due")},
                            day.errors("action"))));
}

Html subject_form(const Day& day, bool primary) {
    return day_form(day, item_form(day, "subject", "Record it", primary),
                    fragment(p("A member agrees subject to the approval of their organisation."),
                             day_who(day, "subject", {.label = "Who agrees?"}),
                             day_tick(day, "subject", "obtained", "The approval has been given")));
}

Html ratify_form(const Day& day, bool primary) {
    SelectField field{.name = "what",
                      .label = "What was supported informally",
                      .value = day.value("ratify", "what"),
                      .id = day_id("ratify", "what")};
    for (const auto& each : day.page.ratifiable) {
        field.options.push_back({.value = each.id, .label = each.name});
    }
    return day_form(day, item_form(day, "ratify", "Ratify", primary),
                    fragment(select_field(field, day.errors("ratify")),
                             day_words(day, "ratify", "words", "The decision", "", "", 2)));
}

bool somebody_is_heard(const Day& day) {
    const auto& partners = item_of(day).partners;
    return std::any_of(partners.begin(), partners.end(),
                       [](const views::DayPartner& each) { return each.heard; });
}

/// A partner the item concerns, or that whoever chairs agreed to hear, comes.
Html partner_form(const Day& day, bool primary) {
    SelectField field{.name = "organisation",
                      .label = "For which partner",
                      .hint = "The item concerns them, or whoever chairs agreed to hear them",
                      .value = day.value("partner", "organisation"),
                      .id = day_id("partner", "organisation")};
    for (const auto& each : item_of(day).partners) {
        if (each.heard) {
            field.options.push_back({.value = each.organisation, .label = each.name});
        }
    }
    return day_form(day, item_form(day, "partner", "Record who came", primary),
                    fragment(hidden("entry2", base::random_uuid_v7(base::system_now())),
                             select_field(field, day.errors("partner")),
                             day_text(day, "partner", "name", "Name of who came")));
}

Html close_form(const Day& day, bool primary) {
    const auto& item = item_of(day);
    auto form = item_form(day, "close-item", "Close item " + std::to_string(item.number), primary);
    form.time = item.taken;
    if (item.taken) {
        form.second =
            secondary_button("Break it off for now", {.name = "how", .value = "interrupted"});
    }
    const auto count = day.page.provisional.size();
    return day_form(day, form,
                    p(count == 0 ? std::string("Nothing waits to enter the record.")
                      : count == 1
                          ? std::string("The line below enters the record.")
                          : "The " + std::to_string(count) + " lines below enter the record."));
}

struct ItemForm {
    std::string_view verb;
    std::string_view summary;
    Html (*make)(const Day&, bool);
};

constexpr ItemForm forms[] = {
    {"take", "Take the item", take_form},
    {"declare", "Someone declares an interest", declare_form},
    {"discuss", "Record the discussion", discuss_form},
    {"note", "Note the item", note_form},
    {"move", "A motion is moved",
     [](const Day& day, bool primary) { return move_form(day, "move", primary); }},
    {"second", "The motion is seconded", second_form},
    {"amend", "An amendment is moved",
     [](const Day& day, bool primary) { return move_form(day, "amend", primary); }},
    {"put", "Put the question", put_form},
    {"consensus", "Is there a consensus?", consensus_form},
    {"vote", "Take a vote", day_vote_form},
    {"outcome", "Declare the outcome", outcome_form},
    {"approve", "Approve the minutes", approve_form},
    {"action", "Assign an action", action_form},
    {"defer", "Put the item off", defer_form},
    {"withdraw", "Withdraw the item", withdraw_form},
    {"dissent", "Dissent, by name", dissent_form},
    {"advice", "Advice given to the meeting", advice_form},
    {"procedure", "A ruling on procedure", procedure_form},
    {"subject", "Agreement subject to approval", subject_form},
    {"ratify", "Ratify what was supported informally", ratify_form},
    {"partner", "A partner concerned came", partner_form},
    {"close-item", "Close the item", close_form},
};

const ItemForm* form_of(std::string_view verb) {
    const auto found = std::find_if(std::begin(forms), std::end(forms),
                                    [&](const ItemForm& form) { return form.verb == verb; });
    return found == std::end(forms) ? nullptr : found;
}

Html quiet(const Day& day, std::string_view verb) {
    const auto* form = form_of(verb);
    return form == nullptr || verb == item_of(day).next
               ? Html{}
               : day_more(day, form->summary, form->make(day, false), {verb});
}

Html quiet_list(const Day& day, const std::vector<std::string_view>& verbs) {
    Html out;
    for (const auto verb : verbs) {
        out += quiet(day, verb);
    }
    return out;
}

/// What is likely now, beside the next step; the rest is under "More".
std::vector<std::string_view> likely(const Day& day) {
    const auto& item = item_of(day);
    if (!item.in_hand) {
        return {};
    }
    std::vector<std::string_view> out{"declare", "discuss"};
    if (item.over) {
        return {"action", "dissent"};
    }
    const bool informal = day.page.line.status == "informal";
    const bool asked = item.question && item.question->outcome.empty();
    if (informal) {
        out.emplace_back("action");
        return out;
    }
    if (asked) {
        for (const auto* verb : {"consensus", "vote", "outcome"}) {
            out.emplace_back(verb);
        }
    } else if (!item.motions.empty()) {
        if (!item.motion_seconded) {
            out.emplace_back("second");
        }
        out.emplace_back("amend");
        out.emplace_back("put");
    } else {
        out.emplace_back("move");
        if (item.purpose == "decision") {
            out.emplace_back("consensus");
        }
        out.emplace_back("note");
    }
    out.emplace_back("action");
    return out;
}

std::vector<std::string_view> rarer(const Day& day, const std::vector<std::string_view>& shown) {
    std::vector<std::string_view> out;
    for (const auto& form : forms) {
        const bool there = std::find(shown.begin(), shown.end(), form.verb) != shown.end();
        const bool fits = form.verb != "take" && form.verb != "close-item" &&
                          (form.verb != "approve" || !item_of(day).minutes_of.empty()) &&
                          (form.verb != "ratify" || !day.page.ratifiable.empty()) &&
                          (form.verb != "partner" || somebody_is_heard(day));
        if (!there && fits && form.verb != item_of(day).next) {
            out.push_back(form.verb);
        }
    }
    return out;
}

Html lines(std::string_view heading, const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& text : texts) {
        items.push_back(li(text));
    }
    return fragment(Tag{"h3", "govuk-heading-s q-day-heading"}(heading), ul(items));
}

Html interests(const Day& day, bool primary) {
    Html out;
    for (const auto& interest : item_of(day).interests) {
        out += p(cls("q-day-interest"), interest.words);
        if (interest.open && !interest.nobody.empty()) {
            out += p(cls("q-quiet"), interest.nobody);
        } else if (interest.open && item_of(day).in_hand) {
            out += determine_form(day, interest, primary);
        } else if (!interest.choices.empty() && item_of(day).in_hand && !item_of(day).over) {
            out += day_more(day, "Decide it differently", determine_form(day, interest, false), {});
        }
    }
    if (item_of(day).in_hand) {
        for (const auto& each : item_of(day).may_declare) {
            out += p(cls("q-quiet"), "By the register, may have to declare: ", each.words, ". ",
                     each.why);
        }
    }
    return out.empty() ? out
                       : fragment(Tag{"h3", "govuk-heading-s q-day-heading"}("Declarations"), out);
}

Html question_part(const Day& day) {
    const auto& question = item_of(day).question;
    if (!question) {
        return {};
    }
    std::vector<std::string> texts;
    if (!question->words.empty()) {
        texts.push_back((question->amendment ? "The amendment: " : "") + question->words);
    }
    texts.push_back(question->put);
    for (const auto* each : {&question->consensus, &question->vote, &question->outcome}) {
        if (!each->empty()) {
            texts.push_back(*each);
        }
    }
    return lines("The question", texts);
}

std::vector<DayStep> steps(const DayItem& item) {
    const auto state = [&](bool done, std::initializer_list<std::string_view> verbs) {
        const bool now = std::find(verbs.begin(), verbs.end(), item.next) != verbs.end();
        return now ? Progress::now : done ? Progress::done : Progress::later;
    };
    const bool asked = item.question.has_value();
    const bool answered = asked && (item.question->consensus_tried || item.question->voted);
    std::vector<DayStep> out{{"Declarations", state(!item.interests.empty(), {"determine"})},
                             {"Discussion", state(!item.discussion.empty(), {"discuss"})}};
    if (item.purpose == "decision" || asked || !item.motions.empty()) {
        out.push_back({"Proposal", state(asked || item.over, {"move", "put"})});
        out.push_back({"Consensus or vote", state(answered || item.over, {"consensus", "vote"})});
        out.push_back({"Decision", state(item.over, {"outcome"})});
    } else if (item.purpose == "minutes") {
        out.push_back({"Approval", state(item.over, {"approve"})});
    } else if (item.purpose != "discussion") {
        out.push_back({"Noting", state(item.over, {"note"})});
    }
    out.push_back({"Actions", state(!item.actions.empty(), {})});
    return out;
}

std::string purpose_words(const std::string& purpose) {
    return purpose == "minutes" ? "Minutes" : "For " + purpose;
}

Html warnings(const Day& day) {
    Html out;
    if (day.page.line.status == "informal") {
        out += p(cls("q-day-warning"),
                 "Informal discussion. Nothing can be decided until there is a quorum.");
    } else if (day.page.opened && !day.page.room.quorum.quorate) {
        out += p(cls("q-day-warning"),
                 "There is no quorum. What is decided now would not stand as a decision.");
    }
    for (const auto& remark : item_of(day).remarks) {
        out += p(cls("q-quiet"), remark);
    }
    for (const auto& each : item_of(day).partners) {
        out += p(cls("q-quiet"), each.words);
    }
    return out;
}

Html next_form(const Day& day, bool primary) {
    const auto& item = item_of(day);
    const auto* form = form_of(item.next);
    if (form == nullptr || item.next == "determine") {
        return {};
    }
    return fragment(Tag{"h3", "govuk-heading-m q-day-next"}(id("next-step").set("tabindex", "-1"),
                                                            form->summary),
                    div(day_key(item.next), form->make(day, primary)));
}

} // namespace

Html day_item_form(const Day& day, std::string_view verb, bool primary) {
    const auto* form = form_of(verb);
    return form == nullptr || !day.page.item ? Html{} : form->make(day, primary);
}

Html day_item_part(const Day& day, bool primary) {
    const auto& item = item_of(day);
    const auto shown = likely(day);
    const auto rare = rarer(day, shown);
    Html content = fragment(warnings(day),
                            item.outcome.empty() || !item.over ? Html{} : p(strong(item.outcome)),
                            interests(day, primary), lines("Discussion", item.discussion),
                            lines("Proposals", item.motions), question_part(day),
                            lines("Also recorded", item.other), lines("Actions", item.actions));
    if (!day.page.over) {
        if (item.taken && !item.over && day.page.line.status != "informal" &&
            (item.purpose == "decision" || !item.motions.empty())) {
            content += day_deciders(day);
        }
        content += next_form(day, primary);
        content += day_ballot_part(day);
        content += quiet_list(day, shown);
        const bool sent_rare = std::any_of(rare.begin(), rare.end(), [&](std::string_view verb) {
            return day.state.verb == verb;
        });
        const auto more = item.in_hand ? "More at this item" : "Record something without taking it";
        content += day_more(day, more, quiet_list(day, rare),
                            {sent_rare ? day.state.verb : std::string_view()});
        if (item.in_hand && item.next != "close-item") {
            content += div(cls("q-day-end").append(day_key("close-item")), close_form(day, false));
        }
    }
    return day_item({.number = std::to_string(item.number),
                     .title = item.title,
                     .about = purpose_words(item.purpose) + ". " + item.status_words + ".",
                     .steps = item.in_hand ? steps(item) : std::vector<DayStep>{}},
                    content);
}

} // namespace quorate::web
