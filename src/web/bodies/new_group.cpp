// A new group made from model terms: the holes filled in, the terms read as they would stand, then
// put forward or adopted.

#include "base/text.hpp"
#include "charter/model.hpp"
#include "html/govuk/details.hpp"
#include "partnership/charter_files.hpp"
#include "partnership/foresee.hpp"
#include "views/bodies/models.hpp"
#include "web/bodies/bodies_desk.hpp"
#include "web/desk/form_acts.hpp"
#include "web/parts.hpp"
#include "web/terms_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

std::string field_of(const views::HoleShown& hole) {
    return "hole-" + hole.name;
}

/// Several lines typed become one value with semicolons.
std::string value_of(const views::HoleShown& hole, const std::string& typed) {
    if (hole.type != "list") {
        return std::string(base::trim(typed));
    }
    std::string out;
    for (const auto line : base::split(typed, '\n')) {
        if (const auto item = base::trim(line); !item.empty()) {
            out += (out.empty() ? "" : "; ") + std::string(item);
        }
    }
    return out;
}

Html hole_field(const views::HoleShown& hole, const FormState& state) {
    const auto name = field_of(hole);
    const auto hint = hole.hint.empty() ? "For example, " + hole.example
                                        : hole.hint + ". For example, " + hole.example;
    if (hole.type == "list") {
        return text_area({.name = name,
                          .label = hole.label,
                          .hint = (hole.hint.empty() ? "" : hole.hint + ". ") + "One a line",
                          .value = state.value(name),
                          .rows = 3},
                         state.errors);
    }
    const bool number = hole.type == "number";
    return text_field(
        {.name = name,
         .label = hole.label,
         .hint = hole.type == "date" ? "As year, month and day: " + hole.example : hint,
         .value = state.value(name),
         .width = number                ? 5
                  : hole.type == "date" ? 10
                  : hole.type == "id"   ? 20
                                        : 0,
         .inputmode = number ? "numeric" : ""},
        state.errors);
}

/// What was typed, as a charter: its bytes, and where they stand for acts to cite.
struct Made {
    std::string bytes;
    charter::Charter charter;
    partnership::CitedCharter cited;
    std::size_t open = 0; ///< holes not filled in
};

const views::ModelTerms& chosen_model(const std::vector<views::ModelTerms>& models,
                                      std::string_view digest) {
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&](const auto& model) { return model.digest == digest; });
    if (found == models.end()) {
        no_such_page();
    }
    return *found;
}

/// The field that takes the id of the body.
std::string id_field(const views::ModelTerms& model) {
    for (const auto& hole : model.holes) {
        if (hole.type == "id") {
            return field_of(hole);
        }
    }
    return {};
}

/// The id typed for the body, and after it the charter.
std::string id_typed(const views::ModelTerms& model, const FormState& state) {
    for (const auto& hole : model.holes) {
        if (hole.type == "id") {
            return std::string(base::trim(state.value(field_of(hole))));
        }
    }
    return {};
}

std::optional<Made> make(const DeskVisit& visit, const views::ModelTerms& model, FormState& state) {
    const auto held = views::model_held(visit.reader, model.digest);
    charter::Filling filling{id_typed(model, state) + "-terms", {}};
    for (const auto& hole : model.holes) {
        const auto typed = value_of(hole, state.value(field_of(hole)));
        if (typed.empty() && hole.type != "id") {
            continue; // left open: said below, and nothing can be adopted with it
        }
        const auto rules = held->holes();
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [&](const auto* one) { return one->name == hole.name; });
        if (const auto fits = charter::check_value(**rule, typed); !fits) {
            state.errors.add(field_of(hole), fits.error().message + ". " + fits.error().help + ".");
        }
        filling.values.emplace_back(hole.name, typed);
    }
    if (!state.errors.empty()) {
        return std::nullopt;
    }
    auto bytes = charter::instantiate(*held, filling);
    if (!bytes) {
        state.problem = bytes.error().text();
        return std::nullopt;
    }
    partnership::CharterFiles files(partnership::find_root().value_or("."));
    auto cited = files.bring_bytes(visit.partnership, *bytes, filling.charter + ".md");
    if (!cited) {
        state.problem = cited.error().text();
        return std::nullopt;
    }
    auto charter = charter::parse(*bytes, filling.charter + ".md").charter;
    if (const auto known = visit.reader.body(charter.body); known && known->status != "proposed") {
        state.errors.add(id_field(model), "There is already a body called " + charter.body + ": " +
                                              known->name + ". Choose another short name.");
        return std::nullopt;
    }
    const auto open = charter.holes().size();
    return Made{std::move(*bytes), std::move(charter), std::move(*cited), open};
}

std::string name_of(const Made& made) {
    for (const auto& rule : made.charter.rules) {
        const auto* body = std::get_if<charter::BodyRule>(&rule.params);
        if (body != nullptr && body->id == made.charter.body) {
            return body->name;
        }
    }
    return made.charter.title;
}

/// The acts, in order. `adopt` without a decision is what the terms of the parent judge.
std::vector<ActAsked> acts_of(const Made& made, const FormState& state, bool adopt, bool known) {
    const auto decision = state.value("decision");
    const auto with_terms = [&](std::string_view act) {
        ActAsked asked{.act = std::string(act), .fields = {}};
        asked.fields["body"] = made.charter.body;
        asked.fields["charter"] = made.cited.charter;
        asked.fields["digest"] = made.cited.digest;
        if (!made.cited.applies.empty()) {
            asked.fields["applies"] = base::join(made.cited.applies, ",");
        }
        if (!made.cited.calendar.empty()) {
            asked.fields["calendar"] = made.cited.calendar;
        }
        return asked;
    };
    const auto establish = [&](std::string_view status) {
        ActAsked asked{.act = "establish-body", .fields = {}};
        asked.fields["body"] = made.charter.body;
        asked.fields["name"] = name_of(made);
        asked.fields["status"] = std::string(status);
        return asked;
    };
    std::vector<ActAsked> out;
    if (!known) {
        out.push_back(establish("proposed"));
        out.back().entry = form_uuid(state, "entry2");
    }
    out.push_back(with_terms(adopt ? "adopt-charter" : "propose-charter"));
    if (adopt) {
        out.back().fields["standing"] = "adopted";
        auto active = establish("established");
        active.entry = form_uuid(state, "entry3");
        if (!decision.empty()) {
            out.back().fields["decision"] = decision;
            active.fields["decision"] = decision;
        }
        out.push_back(std::move(active));
    }
    return out;
}

Html decision_field(const DeskVisit& visit, const views::ModelTerms& model,
                    const FormState& state) {
    SelectField field{.name = "decision",
                      .label = "Decision that agreed the terms",
                      .hint = "Of the body that establishes the group",
                      .value = state.value("decision"),
                      .nothing_chosen = "No decision yet"};
    for (const auto& parent : model.parents) {
        for (const auto& line : visit.reader.decisions(parent.id).decisions) {
            if (!line.recommendation) {
                field.options.push_back({.value = line.id, .label = line.id + ", " + line.words});
            }
        }
    }
    return field.options.empty()
               ? nothing_here("No decision of " +
                              (model.parents.empty() ? std::string("a parent body")
                                                     : model.parents.front().name) +
                              " is on record yet. The terms can be put forward, and adopted when "
                              "there is one.")
               : select_field(field, state.errors);
}

struct Preview {
    views::Reader reader;
    std::vector<views::RulingShown> refusals;
};

/// The state with the terms in force, whatever the rulings: what they would say.
Preview terms_ahead(const DeskVisit& visit, const std::vector<ActAsked>& acts) {
    std::vector<governance::Submission> submissions;
    for (const auto& asked : acts) {
        if (auto submission = read_act(visit, asked)) {
            submissions.push_back(std::move(*submission));
        }
    }
    const auto foreseen = partnership::foresee(visit.partnership, submissions);
    Preview out{views::Reader::open_on(visit.partnership, visit.who.viewer, foreseen.snapshot), {}};
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        auto ruling = out.reader.ruling(submissions[i], foreseen.rulings[i]);
        if (ruling.verdict != "permitted" || ruling.breach) {
            out.refusals.push_back(std::move(ruling));
        }
    }
    return out;
}

Html sentences(const std::vector<std::string>& lines) {
    std::vector<Html> items;
    for (const auto& line : lines) {
        items.push_back(li(line));
    }
    return plain_list(cls("govuk-list--spaced"), items);
}

Html open_holes(const Made& made) {
    std::vector<std::string> lines;
    for (const auto* hole : made.charter.holes()) {
        lines.push_back(hole->label.empty() ? hole->name : hole->label);
    }
    return lines.empty() ? Html()
                         : fragment(h(3, "Still to be filled in"),
                                    p("Terms with something left open can be put forward. They "
                                      "cannot be adopted."),
                                    sentences(lines));
}

/// The terms as they would stand, what they leave open, and what the rules say of adopting them.
Html terms_shown(const DeskVisit& visit, const Made& made, const Preview& ahead) {
    Html out = h(2, id("terms"), "The terms as they would stand");
    out += p(name_of(made), ", ", number(static_cast<std::int64_t>(made.charter.clauses.size())),
             " clauses.");
    out += open_holes(made);
    const auto page = ahead.reader.terms(made.charter.body);
    if (page) {
        const auto silences = views::silences_of(ahead.reader, made.charter.body);
        out += h(3, "What these terms do not say");
        out +=
            silences.none.empty() ? nothing_here("Nothing was found.") : sentences(silences.none);
        if (!silences.read.empty()) {
            out += govuk::details(
                {.summary = fragment(number(static_cast<std::int64_t>(silences.read.size())),
                                     " more to settle, and how each is read until then"),
                 .content = sentences(silences.read)});
        }
        if (page->model && !page->model->differences.empty()) {
            out += fragment(h(3, "How they differ from the model"),
                            sentences(page->model->differences));
        }
        out += govuk::details(
            {.summary = "Read every clause with its rule",
             .content = terms_text({ahead.reader, visit.links, visit.request, &visit.who}, *page)});
    }
    for (const auto& ruling : ahead.refusals) {
        auto panel = panel_of(visit.links, ruling);
        panel.short_form = true;
        out += ruling_panel(panel);
    }
    return out;
}

Url here(const DeskVisit& visit, const views::ModelTerms& model) {
    return visit.links.desk_part("new-group").query("model", model.digest);
}

http::Response show(const DeskVisit& visit, const views::ModelTerms& model, const FormState& state,
                    const std::optional<Made>& made) {
    Html main = page_heading("New group from model terms", model.title);
    main += p("Fill in what the model leaves open, then read the terms as they would stand.");
    Html fields = act_hidden(visit);
    fields += hidden("entry2", form_uuid(state, "entry2"));
    fields += hidden("entry3", form_uuid(state, "entry3"));
    for (const auto& hole : model.holes) {
        fields += hole_field(hole, state);
    }
    Html buttons = submit_button("Read the terms", {.name = "step", .value = "read"});
    if (made) {
        fields += decision_field(visit, model, state);
        const auto acts = acts_of(*made, state, made->open == 0,
                                  visit.reader.body(made->charter.body).has_value());
        const auto ahead = terms_ahead(visit, acts);
        main += terms_shown(visit, *made, ahead);
        main += h(2, "Change or record them");
        buttons = fragment(
            secondary_button("Read the terms again", {.name = "step", .value = "read"}),
            secondary_button("Put the terms forward", {.name = "step", .value = "propose"}));
        if (made->open == 0) {
            buttons += submit_button("Adopt the terms and establish the group",
                                     {.name = "step", .value = "adopt"});
        }
    }
    main += form(form_to(visit, here(visit, model)), fields,
                 button_row(buttons, a(visit.links.desk(), "Back to my desk")));
    return form_page(
        visit,
        {.title = "New group from model terms",
         .section = "desk",
         .trail = {{.content = "My desk", .href = visit.links.desk()}, {.content = "New group"}},
         .main = reading_column(main)},
        state);
}

http::Response choose_model(const DeskVisit& visit, const std::vector<views::ModelTerms>& models) {
    Html main = page_heading("New group from model terms");
    if (models.empty()) {
        main += nothing_here(
            "No model terms are held here. The command quorate charter keep adds them.");
    }
    std::vector<Html> items;
    for (const auto& model : models) {
        items.push_back(
            li(a(here(visit, model), model.title), br(),
               span(cls("q-quiet"), number(static_cast<std::int64_t>(model.holes.size())),
                    " things to fill in. ", model.source)));
    }
    main += plain_list(cls("govuk-list--spaced"), items);
    return framed(visit, {.title = "New group from model terms",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "New group"}},
                          .main = reading_column(main)});
}

http::Response page(const DeskVisit& visit) {
    const auto models = views::models_held(visit.reader);
    const auto digest = visit.request.query.get("model").value_or("");
    if (digest.empty()) {
        return choose_model(visit, models);
    }
    return show(visit, chosen_model(models, digest), {}, std::nullopt);
}

http::Response record(const DeskVisit& visit) {
    const auto models = views::models_held(visit.reader);
    const auto& model = chosen_model(models, visit.request.query.get("model").value_or(""));
    auto state = typed_form(visit);
    const auto step = state.value("step");
    const auto made = make(visit, model, state);
    if (!made || (step != "propose" && step != "adopt")) {
        return show(visit, model, state, made);
    }
    const bool adopt = step == "adopt";
    if (adopt && state.value("decision").empty()) {
        state.problem = "Terms are adopted by a decision of the body that sets up the group. "
                        "Choose the decision, or put "
                        "the terms forward until there is one.";
        return show(visit, model, state, made);
    }
    if (adopt && made->open != 0) {
        state.problem = "Terms with something left open cannot be adopted. Fill in everything, or "
                        "put them forward.";
        return show(visit, model, state, made);
    }
    std::int64_t position = 0;
    const bool known = visit.reader.body(made->charter.body).has_value();
    const auto acts = acts_of(*made, state, adopt, known);
    // All or none: what would be refused is refused before anything is recorded.
    for (const auto& refusal : terms_ahead(visit, acts).refusals) {
        if (refusal.verdict == "refused") {
            state.ruling = refusal;
            return show(visit, model, state, made);
        }
    }
    for (const auto& asked : acts) {
        const auto taken = submit_act(visit, asked);
        if (!taken) {
            auto refused = taken.error();
            return show(visit, model, refused, made);
        }
        position = taken->position;
    }
    return done(visit.links.desk(), position);
}

constexpr DeskRoute routes[] = {{"/desk/new-group", page, record}};

} // namespace

std::span<const DeskRoute> new_group_routes() {
    return routes;
}

} // namespace quorate::web
