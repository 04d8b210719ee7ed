// From a form of membership to the acts it asks for.

#include "base/text.hpp"
#include "views/meetings/planning.hpp"
#include "web/desk/form_acts.hpp"
#include "web/membership/change.hpp"

#include <algorithm>

namespace quorate::web {

namespace {

/// What the form asks for, gathered on the way.
struct Reading {
    const DeskVisit& visit;
    const views::MembershipPage& page;
    FormState& state;
    std::vector<ActAsked> acts = {}; ///< registrations, which come first

    [[nodiscard]] std::string typed(std::string_view name) const {
        return std::string(base::trim(state.value(name)));
    }
};

/// The person chosen, or the new one, who is registered first; empty with an error when neither or
/// both were given.
std::string person_asked(Reading& reading, const std::string& stem, bool required) {
    const auto chosen = reading.typed(stem);
    const auto name = reading.typed(stem + "_name");
    if (!chosen.empty() && !name.empty()) {
        reading.state.errors.add(stem + "_name",
                                 "Choose someone in the register or enter a new name, not both.");
        return {};
    }
    if (name.empty()) {
        if (chosen.empty() && required) {
            reading.state.errors.add(stem, "Choose someone in the register, or enter the name of "
                                           "someone new.");
        }
        return chosen;
    }
    ActAsked asked{.act = "register-person", .fields = {}};
    const auto id = form_uuid(reading.state, stem + "_id");
    asked.fields["person"] = id;
    asked.fields["name"] = name;
    asked.entry = form_uuid(reading.state, stem + "_entry");
    asked.shown_as = {{"name", stem + "_name"}};
    reading.acts.push_back(std::move(asked));
    return id;
}

/// A short id made of the name, not taken yet.
std::string organisation_id(const Reading& reading, const std::string& name) {
    const auto taken = [&](const std::string& id) {
        return std::any_of(reading.page.organisations.begin(), reading.page.organisations.end(),
                           [&](const views::Named& each) { return each.id == id; });
    };
    auto stem = base::slug(name).substr(0, 40);
    if (stem.empty()) {
        stem = "organisation";
    }
    auto id = stem;
    for (int i = 2; taken(id); ++i) {
        id = stem + "-" + std::to_string(i);
    }
    return id;
}

std::string organisation_asked(Reading& reading, bool required) {
    const auto chosen = reading.typed("organisation");
    const auto name = reading.typed("organisation_name");
    if (!chosen.empty() && !name.empty()) {
        reading.state.errors.add(
            "organisation_name",
            "Choose an organisation in the register or enter a new name, not both.");
        return {};
    }
    if (name.empty()) {
        if (chosen.empty() && required) {
            reading.state.errors.add("organisation", "Choose an organisation in the register, or "
                                                     "enter the name of a new one.");
        }
        return chosen;
    }
    ActAsked asked{.act = "register-organisation", .fields = {}};
    const auto id = organisation_id(reading, name);
    asked.fields["organisation"] = id;
    asked.fields["name"] = name;
    asked.fields["sector"] = reading.typed("sector");
    asked.entry = form_uuid(reading.state, "organisation_entry");
    asked.shown_as = {{"name", "organisation_name"}};
    reading.acts.push_back(std::move(asked));
    return id;
}

void take_words(Reading& reading, ActAsked& asked, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        asked.fields[name] = reading.typed(name);
    }
}

void take_seat(Reading& reading, ActAsked& asked) {
    const auto seat = reading.typed("seat");
    if (seat.empty()) {
        reading.state.errors.add("seat", "Choose a seat.");
    }
    asked.fields["seat"] = seat;
}

void take_number(Reading& reading, ActAsked& asked) {
    const auto number = reading.typed("number");
    const bool digits = !number.empty() && number.size() <= 6 &&
                        number.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || number.find_first_not_of('0') == std::string::npos) {
        reading.state.errors.add("number", "Enter the number of the seat in digits, from 1.");
    }
    asked.fields["number"] = number;
}

void read_appoint(Reading& reading, ActAsked& asked) {
    take_seat(reading, asked);
    asked.fields["person"] = person_asked(reading, "person", true);
    asked.fields["alternates"] = person_asked(reading, "alternate", false);
    take_words(reading, asked, {"shared", "reason"});
}

void read_office(Reading& reading, ActAsked& asked) {
    take_seat(reading, asked);
    const auto office = reading.typed("office");
    if (office.empty()) {
        reading.state.errors.add("office", "Choose an office.");
    }
    asked.fields["office"] = office;
    if (const auto until = date_typed(reading.state.typed, "until", reading.state.errors)) {
        asked.fields["until"] = base::text(*until);
    }
    if (asked.act == "elect-to-office") {
        take_words(reading, asked, {"meeting"});
    }
    take_words(reading, asked, {"decision"});
}

void read_admit(Reading& reading, ActAsked& asked) {
    asked.fields["organisation"] = organisation_asked(reading, true);
    take_number(reading, asked);
    take_words(reading, asked, {"sector", "contribution", "regard", "decision"});
}

void read_create(Reading& reading, ActAsked& asked) {
    asked.fields["organisation"] = organisation_asked(reading, false);
    take_number(reading, asked);
    take_words(reading, asked, {"sector", "title", "place"});
}

/// It is the Chair's to ask; the officer says how they know.
void read_request(Reading& reading, ActAsked& asked) {
    take_seat(reading, asked);
    take_words(reading, asked, {"reason"});
    asked.made_by = "chair";
    asked.evidence = reading.typed("evidence");
    if (asked.evidence.empty()) {
        reading.state.errors.add("evidence", "Choose how you know that the Chair asks for it.");
    }
}

void read_effective(Reading& reading) {
    const auto day = date_typed(reading.state.typed, "effective", reading.state.errors);
    if (!day) {
        return;
    }
    const auto at = views::body_instant(reading.visit.reader, reading.page.body.id, {*day, 0});
    if (!at) {
        reading.state.errors.add("effective", at.error().message + ".");
        return;
    }
    // Whoever takes a seat is in the register by then.
    for (auto& asked : reading.acts) {
        asked.effective = *at;
    }
}

} // namespace

std::vector<ActAsked> read_change(const DeskVisit& visit, const views::MembershipPage& page,
                                  const ChangeKind& kind, FormState& state) {
    Reading reading{visit, page, state};
    ActAsked asked{.act = std::string(kind.act), .fields = {}};
    asked.fields["body"] = page.body.id;
    if (kind.act == "appoint") {
        read_appoint(reading, asked);
    } else if (kind.act == "vacate") {
        take_seat(reading, asked);
        take_words(reading, asked, {"reason"});
    } else if (kind.act == "request-replacement") {
        read_request(reading, asked);
    } else if (kind.act == "remove-seat") {
        take_seat(reading, asked);
        take_words(reading, asked, {"decision", "reason"});
    } else if (kind.act == "create-seat") {
        read_create(reading, asked);
    } else if (kind.act == "admit-organisation") {
        read_admit(reading, asked);
    } else if (kind.act == "register-person") {
        person_asked(reading, "person", false);
        if (reading.acts.empty()) {
            state.errors.add("person_name", "Enter the person's name.");
        }
    } else if (kind.act == "register-organisation") {
        organisation_asked(reading, false);
        if (reading.acts.empty()) {
            state.errors.add("organisation_name", "Enter the organisation's name.");
        }
    } else {
        read_office(reading, asked);
    }
    if (kind.body) {
        reading.acts.push_back(std::move(asked));
    }
    read_effective(reading);
    return std::move(reading.acts);
}

} // namespace quorate::web
