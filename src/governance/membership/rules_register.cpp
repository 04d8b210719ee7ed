// The register that all bodies of a partnership share: organisations, people, and offices outside
// it.

#include "governance/copy_members.hpp"
#include "governance/membership/checks.hpp"
#include "governance/membership/rules.hpp"

namespace quorate::governance {
namespace {

Ruler ruler_of_register(const Call& call) {
    return {call.state, call.submission, call.context, keeper_of_register(call)};
}

} // namespace

Ruling rule(const Call& call, const acts::RegisterOrganisation& act) {
    auto ruler = ruler_of_register(call);
    if (call.state.organisations.find(act.organisation) != nullptr) {
        ruler.no(Code::organisation_exists, {fact("organisation", act.organisation.view())});
    }
    return ruler.finish({copy_members<events::OrganisationRegistered>(act)});
}

Ruling rule(const Call& call, const acts::RegisterPerson& act) {
    auto ruler = ruler_of_register(call);
    if (call.state.persons.find(act.person) != nullptr) {
        ruler.no(Code::person_exists, {fact("person", act.person.view())});
    }
    return ruler.finish({copy_members<events::PersonRegistered>(act)});
}

Ruling rule(const Call& call, const acts::RecordOfficeHolder& act) {
    auto ruler = ruler_of_register(call);
    if (act.person) {
        require_person(ruler, *act.person);
    }
    if (act.organisation) {
        require_organisation(ruler, *act.organisation);
    }
    return ruler.finish({copy_members<events::OfficeHolderRecorded>(act)});
}

} // namespace quorate::governance
