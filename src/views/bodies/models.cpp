#include "views/bodies/models.hpp"

#include "base/text.hpp"
#include "charter/written.hpp"
#include "governance/findings/findings.hpp"
#include "views/ground.hpp"

#include <algorithm>

namespace quorate::views {
namespace {

using Held = std::shared_ptr<const charter::Charter>;

std::vector<Held> newest_models(const Ground& ground) {
    std::vector<Held> out;
    for (const auto& one : ground.partnership.sources().charters()) {
        if (one->holes().empty()) {
            continue;
        }
        const auto same = std::find_if(out.begin(), out.end(),
                                       [&](const Held& held) { return held->name == one->name; });
        if (same == out.end()) {
            out.push_back(one);
        } else if ((*same)->effective <= one->effective) {
            *same = one;
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Held& a, const Held& b) { return a->title < b->title; });
    return out;
}

bool names_model(const charter::Terms& terms, std::string_view model) {
    const auto& facts = terms.all<charter::FactRule>();
    return std::any_of(facts.begin(), facts.end(), [&](const auto& fact) {
        return fact->about == "model-terms" && fact->states == model;
    });
}

bool may_establish(const charter::Terms& terms) {
    const auto& bodies = terms.all<charter::BodyRule>();
    return std::any_of(bodies.begin(), bodies.end(),
                       [](const auto& body) { return body->may_establish_groups; });
}

std::vector<Named> parents_of(const Ground& ground, std::string_view model) {
    std::vector<Named> named;
    std::vector<Named> able;
    ground.state().bodies.each([&](const governance::Body& body) {
        const auto* status = body.status.at(ground.now);
        const auto* terms = ground.terms(body.id, ground.now);
        if (terms == nullptr || status == nullptr ||
            *status != governance::BodyStatus::established) {
            return;
        }
        if (names_model(terms->terms, model)) {
            named.push_back(ground.body(body.id));
        }
        if (may_establish(terms->terms)) {
            able.push_back(ground.body(body.id));
        }
    });
    return named.empty() ? able : named;
}

} // namespace

std::vector<ModelTerms> models_held(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<ModelTerms> out;
    for (const auto& model : newest_models(ground)) {
        ModelTerms shown{
            base::hex(model->digest), model->name, model->title, model->source, {}, {}};
        for (const auto* hole : model->holes()) {
            shown.holes.push_back({hole->name, hole->label.empty() ? hole->name : hole->label,
                                   hole->hint, charter::written(hole->type), hole->example});
        }
        shown.parents = parents_of(ground, model->name);
        out.push_back(std::move(shown));
    }
    return out;
}

std::shared_ptr<const charter::Charter> model_held(const Reader& reader, std::string_view digest) {
    for (const auto& model : newest_models(reader.ground())) {
        if (base::hex(model->digest) == digest) {
            return model;
        }
    }
    return nullptr;
}

Silences silences_of(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    Silences out;
    const auto all = governance::findings_of(ground.state(), ground.context(),
                                             governance::BodyId(body), ground.now);
    for (const auto& one : all) {
        if (one.kind == governance::FindingKind::terms) {
            (one.topic == governance::FindingTopic::silence ? out.none : out.read)
                .push_back(one.words);
        }
    }
    return out;
}

} // namespace quorate::views
