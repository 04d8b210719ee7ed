// The fields of each change of membership.

#include "web/desk/form_acts.hpp"
#include "web/membership/change.hpp"

#include <algorithm>
#include <array>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::array kinds = {
    ChangeKind{"appoint", "Appoint to a seat", "Show what this does", "Record the appointment"},
    ChangeKind{"vacate", "Record that a seat is vacant", "Show what this does",
               "Record the vacancy"},
    ChangeKind{"create-seat", "Create a seat", "Show what this does", "Create the seat"},
    ChangeKind{"remove-seat", "Remove a seat", "Show what this does", "Remove the seat"},
    ChangeKind{"admit-organisation", "Admit an organisation", "Show what this does",
               "Record the admission"},
    ChangeKind{"elect-to-office", "Fill an office", "Show what this does", "Record the election"},
    ChangeKind{"rotate-office", "Pass an office on", "Show what this does",
               "Record the change of office"},
    ChangeKind{"request-replacement", "Record that the Chair asks for somebody else",
               "Show what this does", "Record the request"},
    ChangeKind{"register-person", "Enter a person in the register", "", "Enter the person", false},
    ChangeKind{"register-organisation", "Enter an organisation in the register", "",
               "Enter the organisation", false}};

std::vector<Option> options_of(const std::vector<views::Named>& all) {
    std::vector<Option> out;
    for (const auto& each : all) {
        out.push_back({.value = each.id, .label = each.name});
    }
    return out;
}

std::vector<Option> seat_options(const views::MembershipPage& page, bool held, bool vacant) {
    std::vector<Option> out;
    const auto add = [&](const views::MemberLine& line) {
        auto words = views::seat_words(line.seat);
        if (!words.starts_with("Seat ")) {
            words = "Seat " + std::to_string(line.seat.number) + ", " + words;
        }
        words += line.seat.vacant ? ", vacant" : "";
        out.push_back({.value = line.seat.id, .label = words});
    };
    if (vacant) {
        std::for_each(page.vacant.begin(), page.vacant.end(), add);
    }
    if (held) {
        std::for_each(page.held.begin(), page.held.end(), add);
    }
    return out;
}

/// What a form holds that was given in the address: ?seat=kp/7.
std::string asked_for(const DeskVisit& visit, const FormState& state, std::string_view name) {
    return state.value(name, visit.request.query.get(name).value_or(""));
}

Html seat_field(const DeskVisit& visit, const FormState& state, std::vector<Option> options,
                std::string_view label = "Seat") {
    return select_field({.name = "seat",
                         .label = label,
                         .value = asked_for(visit, state, "seat"),
                         .options = std::move(options),
                         .nothing_chosen = "Choose a seat"},
                        state.errors);
}

/// Ids minted with the form, so that sending it twice registers nobody twice.
Html minted(const FormState& state, std::string_view name) {
    return hidden(name, form_uuid(state, name));
}

Html person_fields(const views::MembershipPage& page, const FormState& state,
                   std::string_view label, const std::string& at_first) {
    return field_group(
        label,
        fragment(select_field({.name = "person",
                               .label = "Someone in the register",
                               .value = state.value("person", at_first),
                               .options = options_of(page.people),
                               .nothing_chosen = "Nobody chosen"},
                              state.errors),
                 text_field({.name = "person_name",
                             .label = "Or someone new, by name",
                             .hint = page.names
                                         ? "They are entered in the register first. Names are kept "
                                           "apart from the record."
                                         : "They are entered in the register first. This is a "
                                           "practice copy: use a made-up name.",
                             .value = state.value("person_name"),
                             .autocomplete = "off"},
                            state.errors),
                 minted(state, "person_id"), minted(state, "person_entry")));
}

Html sector_field(const views::MembershipPage& page, const FormState& state,
                  std::string_view name = "sector", std::string_view hint = {}) {
    if (page.sectors.empty()) {
        return text_field({.name = std::string(name),
                           .label = "Sector",
                           .hint = hint,
                           .value = state.value(name),
                           .width = 20},
                          state.errors);
    }
    std::vector<Option> options;
    for (const auto& each : page.sectors) {
        options.push_back({.value = each.id, .label = each.name});
    }
    return select_field({.name = std::string(name),
                         .label = "Sector",
                         .hint = hint,
                         .value = state.value(name),
                         .options = options,
                         .nothing_chosen = "Choose a sector"},
                        state.errors);
}

Html organisation_fields(const views::MembershipPage& page, const FormState& state,
                         std::string_view label) {
    return field_group(label, fragment(select_field({.name = "organisation",
                                                     .label = "An organisation in the register",
                                                     .value = state.value("organisation"),
                                                     .options = options_of(page.organisations),
                                                     .nothing_chosen = "None chosen"},
                                                    state.errors),
                                       text_field({.name = "organisation_name",
                                                   .label = "Or a new one, by name",
                                                   .hint = "It is entered in the register first.",
                                                   .value = state.value("organisation_name"),
                                                   .autocomplete = "off"},
                                                  state.errors),
                                       minted(state, "organisation_entry")));
}

Html number_field(const views::MembershipPage& page, const FormState& state) {
    return text_field({.name = "number",
                       .label = "Seat number",
                       .hint = "A number is used once, even after its seat was removed.",
                       .value = state.value("number", std::to_string(page.next_number)),
                       .width = 4,
                       .inputmode = "numeric"},
                      state.errors);
}

Html reason_field(const FormState& state, std::string_view label = "Reason") {
    return text_area({.name = "reason",
                      .label = label,
                      .hint = "Kept apart from the record, and not published.",
                      .value = state.value("reason"),
                      .rows = 3},
                     state.errors);
}

Html decision_field(const views::MembershipPage& page, const FormState& state) {
    if (page.decisions.empty()) {
        return {};
    }
    return select_field({.name = "decision",
                         .label = "The decision it rests on",
                         .value = state.value("decision"),
                         .options = options_of(page.decisions),
                         .nothing_chosen = "None"},
                        state.errors);
}

std::string holder_of(const views::MembershipPage& page, const std::string& seat) {
    for (const auto& each : page.holdings) {
        if (each.seat == seat && !each.persons.empty()) {
            return each.persons.front();
        }
    }
    return {};
}

Html appoint_fields(const DeskVisit& visit, const views::MembershipPage& page,
                    const FormState& state) {
    const auto seat = asked_for(visit, state, "seat");
    const bool substitute = visit.request.query.has("substitute");
    Html out = seat_field(visit, state, seat_options(page, true, true));
    out += person_fields(page, state, "Who", substitute ? holder_of(page, seat) : "");
    const auto alternates = field_group(
        "Standing substitute",
        fragment(p("Someone who comes in the member's place whenever the member cannot. Leave "
                   "both empty for none."),
                 select_field({.name = "alternate",
                               .label = "Someone in the register",
                               .value = state.value("alternate"),
                               .options = options_of(page.people),
                               .nothing_chosen = "Nobody"},
                              state.errors),
                 text_field({.name = "alternate_name",
                             .label = "Or someone new, by name",
                             .value = state.value("alternate_name"),
                             .autocomplete = "off"},
                            state.errors),
                 minted(state, "alternate_id"), minted(state, "alternate_entry")));
    out += alternates;
    out += choose_many({.name = "shared",
                        .values = state.values("shared"),
                        .options = {{.value = "yes",
                                     .label = "A job share: held with the present holder, one "
                                              "vote"}}},
                       state.errors);
    return fragment(out, reason_field(state));
}

Html admit_fields(const views::MembershipPage& page, const FormState& state) {
    Html out = organisation_fields(page, state, "Which organisation");
    out += number_field(page, state);
    out += sector_field(page, state);
    if (page.admission && page.admission->contribution) {
        out += text_area({.name = "contribution",
                          .label = "What it brings to the body's work",
                          .hint = "Clause " + page.admission->clause + " asks for this.",
                          .value = state.value("contribution"),
                          .rows = 4},
                         state.errors);
    }
    if (page.admission && !page.admission->regard.empty()) {
        out += text_area({.name = "regard",
                          .label = "What was weighed of the body's size and make-up",
                          .hint = "Clause " + page.admission->clause + " lets this be weighed.",
                          .value = state.value("regard"),
                          .rows = 3},
                         state.errors);
    }
    if (page.admission && !page.admission->decided_by.empty()) {
        out += p("Clause ", page.admission->clause, " has ", page.admission->decided_by,
                 " admit members. Name its decision.");
    }
    return fragment(out, decision_field(page, state));
}

Html create_fields(const views::MembershipPage& page, const FormState& state) {
    return fragment(
        number_field(page, state),
        organisation_fields(page, state, "Which organisation names its holder"),
        sector_field(page, state),
        text_field({.name = "title",
                    .label = "Title in the roll",
                    .hint = "For example, Chief Executive. It can be left empty.",
                    .value = state.value("title")},
                   state.errors),
        text_field({.name = "place",
                    .label = "Kept for a group",
                    .hint = "Only where the terms keep places for a group, such as district.",
                    .value = state.value("place"),
                    .width = 20},
                   state.errors));
}

Html office_fields(const DeskVisit& visit, const views::MembershipPage& page,
                   const ChangeKind& kind, const FormState& state) {
    std::vector<Option> offices;
    for (const auto& office : page.offices) {
        if (office.act == kind.act) {
            offices.push_back(
                {.value = office.id, .label = office.title, .hint = "Now: " + office.words});
        }
    }
    auto chosen = asked_for(visit, state, "office");
    if (chosen.empty() && offices.size() == 1) {
        chosen = offices.front().value;
    }
    Html out =
        choice({.name = "office", .label = "Which office", .value = chosen, .options = offices},
               state.errors);
    out += seat_field(visit, state, seat_options(page, true, false), "Who takes it");
    out += date_field({.name = "until",
                       .label = "Until",
                       .hint = "Leave empty when there is no end.",
                       .value = state.date("until")},
                      state.errors);
    if (kind.act == "elect-to-office" && !page.meetings.empty()) {
        out += select_field({.name = "meeting",
                             .label = "Where the election was held",
                             .value = state.value("meeting"),
                             .options = options_of(page.meetings),
                             .nothing_chosen = "At no meeting"},
                            state.errors);
    }
    return fragment(out, decision_field(page, state));
}

Html register_person_fields(const views::MembershipPage& page, const FormState& state) {
    return fragment(text_field({.name = "person_name",
                                .label = "Name",
                                .hint = page.names ? "Kept apart from the record."
                                                   : "This is a practice copy: use a made-up name.",
                                .value = state.value("person_name"),
                                .autocomplete = "off"},
                               state.errors),
                    minted(state, "person_id"), minted(state, "person_entry"));
}

Html register_organisation_fields(const views::MembershipPage& page, const FormState& state) {
    return fragment(text_field({.name = "organisation_name",
                                .label = "Name",
                                .value = state.value("organisation_name"),
                                .autocomplete = "off"},
                               state.errors),
                    sector_field(page, state), minted(state, "organisation_entry"));
}

Html effective_field(const FormState& state) {
    return fragment(
        date_field({.name = "effective",
                    .label = "From which day",
                    .hint = "The change takes effect at the start of that day. Leave empty for "
                            "now.",
                    .value = state.date("effective")},
                   state.errors),
        late_reason_field(state));
}

Html own_fields(const DeskVisit& visit, const views::MembershipPage& page, const ChangeKind& kind,
                const FormState& state) {
    if (kind.act == "appoint") {
        return appoint_fields(visit, page, state);
    }
    if (kind.act == "vacate") {
        return fragment(seat_field(visit, state, seat_options(page, true, false)),
                        reason_field(state));
    }
    if (kind.act == "request-replacement") {
        return fragment(seat_field(visit, state, seat_options(page, true, false)),
                        reason_field(state), evidence_field(state));
    }
    if (kind.act == "remove-seat") {
        return fragment(seat_field(visit, state, seat_options(page, true, true)),
                        decision_field(page, state), reason_field(state));
    }
    if (kind.act == "create-seat") {
        return create_fields(page, state);
    }
    if (kind.act == "admit-organisation") {
        return admit_fields(page, state);
    }
    if (kind.act == "register-person") {
        return register_person_fields(page, state);
    }
    if (kind.act == "register-organisation") {
        return register_organisation_fields(page, state);
    }
    return office_fields(visit, page, kind, state);
}

} // namespace

const ChangeKind* find_change(std::string_view act) {
    const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                     [&](const ChangeKind& kind) { return kind.act == act; });
    return found == kinds.end() ? nullptr : found;
}

Html change_fields(const DeskVisit& visit, const views::MembershipPage& page,
                   const ChangeKind& kind, const FormState& state) {
    return fragment(own_fields(visit, page, kind, state), effective_field(state));
}

} // namespace quorate::web
