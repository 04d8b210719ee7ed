#include "views/rule_words.hpp"

#include "charter/library.hpp"
#include "charter/params.hpp"

namespace quorate::views {

using namespace governance;

KnownNames known_names(const Ground& ground) {
    KnownNames out;
    ground.state().bodies.each([&](const Body& body) {
        auto name = ground.body(body.id).name;
        if (name.starts_with("The ")) {
            name.front() = 't';
        }
        out.push_back({body.id.value, std::move(name)});
    });
    ground.state().organisations.each([&](const Organisation& organisation) {
        out.push_back({organisation.id.value, ground.party(organisation.id.value).name});
    });
    return out;
}

std::string rule_words(const KnownNames& names, const charter::Rule& rule, charter::Params params) {
    charter::substitute_names(params, names);
    return charter::plain_words(rule, params);
}

} // namespace quorate::views
