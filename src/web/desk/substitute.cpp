#include "web/desk/substitute.hpp"

#include "web/desk/form_acts.hpp"

namespace quorate::web {

html::Html substitute_hidden(const FormState& state) {
    return html::fragment(html::hidden("person_id", form_uuid(state, "person_id")),
                          html::hidden("person_entry", form_uuid(state, "person_entry")));
}

tl::expected<ActTaken, FormState> name_substitute(const DeskVisit& visit,
                                                  const SubstituteAsked& substitute) {
    const auto state = typed_form(visit);
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
    return record_all(visit, {person, named});
}

} // namespace quorate::web
