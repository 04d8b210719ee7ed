#include "web/desk/substitute.hpp"

#include "base/uuid.hpp"
#include "partnership/foresee.hpp"
#include "views/desk/entry_place.hpp"

namespace quorate::web {

namespace {

std::string form_uuid(const FormState& state, std::string_view name) {
    auto given = state.value(name);
    return base::is_uuid_v7(given) ? given : base::random_uuid_v7(base::system_now());
}

} // namespace

html::Html substitute_hidden(const FormState& state) {
    return html::fragment(html::hidden("person_id", form_uuid(state, "person_id")),
                          html::hidden("person_entry", form_uuid(state, "person_entry")));
}

tl::expected<ActTaken, FormState> name_substitute(const DeskVisit& visit,
                                                  const SubstituteAsked& substitute) {
    auto state = typed_form(visit);
    const auto id = form_uuid(state, "person_id");
    ActAsked person{.act = "register-person", .fields = {}};
    person.fields["person"] = id;
    person.fields["name"] = substitute.name;
    person.made_by = substitute.registered_by;
    person.effective = substitute.effective;
    person.entry = form_uuid(state, "person_entry");
    ActAsked named{.act = "nominate-substitute", .fields = {}};
    named.fields["meeting"] = substitute.meeting;
    named.fields["seat"] = substitute.seat;
    named.fields["person"] = id;
    named.made_by = substitute.made_by;
    named.evidence = substitute.evidence;
    named.effective = substitute.effective;
    person.shown_as = named.shown_as = substitute.shown_as;
    const auto first = read_act(visit, person);
    if (!first) {
        return tl::unexpected(first.error());
    }
    const auto second = read_act(visit, named);
    if (!second) {
        return tl::unexpected(second.error());
    }
    // A second press is answered as the first was: the rules would look at a name already given.
    if (!views::position_of_entry(visit.reader, state.value("entry"))) {
        const auto foreseen = partnership::foresee(visit.partnership, std::vector{*first, *second});
        if (foreseen.rulings.back().verdict != governance::Verdict::permitted) {
            const auto reader =
                views::Reader::open_on(visit.partnership, visit.who.viewer, foreseen.snapshot);
            state.ruling = reader.ruling(*second, foreseen.rulings.back());
            return tl::unexpected(std::move(state));
        }
    }
    if (auto registered = submit_act(visit, person); !registered) {
        return registered;
    }
    return submit_act(visit, named);
}

} // namespace quorate::web
