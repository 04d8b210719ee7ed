#include "base/json.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "cli/local_client.hpp"
#include "cli/output.hpp"
#include "governance/act_table.hpp"
#include "partnership/scenario/report.hpp"

namespace quorate::cli {
namespace {

namespace scenario = partnership::scenario;

/// A line typed twice is two acts, so its id is new unless it is given.
void mint_id(scenario::Document& document, const partnership::Partnership& partnership) {
    auto& line = document.steps.front();
    if (line.field("id") == nullptr && !line.is_check()) {
        scenario::Word id;
        id.text = "id";
        id.value = base::random_uuid_v7(partnership.now());
        line.fields.push_back(std::move(id));
    }
}

void ask_for_preview(scenario::Document& document) {
    scenario::Word word;
    word.text = "preview";
    word.value = "yes";
    document.steps.front().fields.push_back(std::move(word));
}

void say_outcome(const scenario::Outcome& outcome) {
    say(scenario::headline_of(outcome) + "\n");
    if (outcome.position) {
        say("  entry " + std::to_string(*outcome.position) + "\n");
    }
    if (outcome.ruling) {
        say(scenario::ruling_text(*outcome.ruling));
    }
    for (const auto& difference : outcome.differences) {
        if (outcome.line->expected) {
            say("  " + difference + "\n");
        }
    }
}

} // namespace

int act(const Common& common, const ActOptions& options) {
    auto document = scenario::parse_line(options.line, "line");
    if (!document) {
        failed(document.error());
        return usage;
    }
    if (document->steps.size() != 1) {
        failed({"", "one line with one act is needed",
                "Write it as 2008-06-02T09:00 servicing open-meeting meeting=kp/m1"});
        return usage;
    }
    if (const auto answered = act_at_server(common, options, document->steps.front()); !answered) {
        return failed(answered.error());
    } else if (*answered) {
        return **answered;
    }
    const auto root = root_of(common);
    auto opened = open(common, options.partnership);
    if (!root || !opened) {
        return failed(!root ? root.error() : opened.error());
    }
    mint_id(*document, **opened);
    if (options.preview) {
        ask_for_preview(*document);
    }
    partnership::CharterFiles files(*root);
    scenario::Scene scene{std::move(*opened), files, folder_of(common, options.partnership), {}};
    scenario::Player player(scene);
    const auto outcome = player.play(*document, document->steps.front());
    if (!outcome) {
        return failed(outcome.error());
    }
    if (options.json) {
        scenario::Played played;
        played.document = *document;
        played.outcomes.push_back(*outcome);
        say(base::canonical(base::Json(scenario::report_json(played).at("lines"))) + "\n");
    } else {
        say_outcome(*outcome);
    }
    const bool misread = outcome->verdict == "error" && !outcome->line->expected;
    return outcome->differences.empty() ? yes : misread ? usage : no;
}

int acts(const ActsOptions& options) {
    if (options.markdown) {
        say(governance::acts_reference());
        return yes;
    }
    if (options.name.empty()) {
        for (const auto& row : governance::act_table()) {
            std::string name(row.name);
            name.resize(std::max<std::size_t>(name.size() + 2, 28), ' ');
            say(name + std::string(row.help) + "\n");
        }
        return yes;
    }
    const auto* row = governance::find_act(options.name);
    if (row == nullptr) {
        std::vector<std::string> names;
        for (const auto& each : governance::act_table()) {
            names.emplace_back(each.name);
        }
        const auto near = base::nearest(options.name, names);
        failed({"", "there is no act called " + options.name,
                near.empty() ? "quorate acts lists them" : "Did you mean " + near + "?"});
        return usage;
    }
    say(governance::act_help(*row));
    return yes;
}

} // namespace quorate::cli
