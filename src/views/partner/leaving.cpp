#include "views/partner/leaving.hpp"

#include "views/decisions_make.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t decisions_max = 40;

Named named(const Ground& ground, const Organisation& organisation, std::size_t number) {
    auto name = ground.organisation(organisation.id);
    return {organisation.id.value,
            name.empty() ? "Organisation " + std::to_string(number) : std::move(name)};
}

} // namespace

std::optional<LeavingPage> leaving_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const BodyId body(id);
    if (!ground.see.register_kept() || ground.state().bodies.find(body) == nullptr) {
        return std::nullopt;
    }
    LeavingPage out;
    out.body = ground.body(body);
    std::size_t number = 0;
    ground.state().organisations.each([&](const Organisation& organisation) {
        ++number;
        for (auto& exit : exits_of(ground, organisation.id)) {
            if (exit.body.id != id) {
                continue;
            }
            if (exit.given) {
                out.leaving.push_back({named(ground, organisation, number), std::move(exit)});
            } else {
                out.staying.push_back(named(ground, organisation, number));
                out.rule = std::move(exit);
            }
        }
    });
    std::stable_sort(out.leaving.begin(), out.leaving.end(), [](const Leaver& a, const Leaver& b) {
        return a.exit.given->instant > b.exit.given->instant;
    });
    std::stable_sort(out.staying.begin(), out.staying.end(),
                     [](const Named& a, const Named& b) { return a.name < b.name; });
    return out;
}

std::vector<Named> decisions_of(const Reader& reader, std::string_view body) {
    std::vector<Named> out;
    for (const auto& line : latest_decisions(reader.ground(), BodyId(body), decisions_max)) {
        out.push_back({line.id, short_date(line.made.local.date) + ": " + line.words});
    }
    return out;
}

} // namespace quorate::views
