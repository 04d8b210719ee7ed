#include "base/text.hpp"
#include "charter/library.hpp"
#include "charter/model.hpp"
#include "cli/output.hpp"
#include "partnership/charter_files.hpp"

#include <fmt/format.h>
#include <fstream>

namespace quorate::cli {
namespace {

/// Fails with every problem of the file, one a line.
Result<charter::Charter> good_charter(const std::string& file) {
    auto bytes = base::read_file(file, charter::charter_bytes_max);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto parsed = charter::parse(*bytes, file);
    if (parsed.problems.empty()) {
        return std::move(parsed.charter);
    }
    std::string text;
    for (const auto& problem : parsed.problems) {
        text += "\n" + problem.text();
    }
    return base::fail(file, "the charter cannot be read" + text);
}

Result<charter::Filling> filling_of(const std::vector<std::string>& values) {
    charter::Filling out;
    for (const auto& one : values) {
        const auto equals = one.find('=');
        if (equals == std::string::npos || equals == 0) {
            return base::fail(one, "this is not a value for a hole", "Write it as name=value");
        }
        const auto name = one.substr(0, equals);
        if (name == "charter") {
            out.charter = one.substr(equals + 1);
        } else {
            out.values.emplace_back(name, one.substr(equals + 1));
        }
    }
    return out;
}

std::string_view type_words(charter::ParamType type) {
    switch (type) {
    case charter::ParamType::text:
        return "words";
    case charter::ParamType::number:
        return "a whole number";
    case charter::ParamType::date:
        return "a date";
    case charter::ParamType::list:
        return "several, with semicolons between";
    case charter::ParamType::id:
        return "a short name of lower-case letters, digits and hyphens";
    }
    return {};
}

} // namespace

int charter_holes(const std::string& file) {
    const auto model = good_charter(file);
    if (!model) {
        return failed(model.error());
    }
    for (const auto* hole : model->holes()) {
        say(fmt::format("{:<24}{}; {}{}\n", hole->name, hole->label, type_words(hole->type),
                        hole->hint.empty() ? "" : ". " + hole->hint));
    }
    if (model->holes().empty()) {
        say("The charter has no holes.\n");
    }
    return yes;
}

int charter_instantiate(const InstantiateOptions& options) {
    const auto model = good_charter(options.model);
    if (!model) {
        return failed(model.error());
    }
    const auto filling = filling_of(options.values);
    if (!filling) {
        return failed(filling.error());
    }
    const auto bytes = charter::instantiate(*model, *filling);
    if (!bytes) {
        return failed(bytes.error());
    }
    if (options.to.empty()) {
        say(*bytes);
        return yes;
    }
    std::ofstream file(options.to, std::ios::binary | std::ios::trunc);
    file << *bytes;
    file.close();
    if (!file) {
        return failed({options.to, "the file cannot be written", "Check the folder and its space"});
    }
    const auto made = charter::parse(*bytes, options.to).charter;
    const auto open = made.holes().size();
    say(fmt::format(
        "{}: {} clauses, {}\n", options.to, made.clauses.size(),
        open == 0 ? std::string("every hole is filled")
                  : fmt::format("{} {} still open", open, open == 1 ? "hole is" : "holes are")));
    return yes;
}

int charter_differences(const std::string& model_file, const std::string& file) {
    const auto model = good_charter(model_file);
    const auto instance = good_charter(file);
    if (!model || !instance) {
        return failed(!model ? model.error() : instance.error());
    }
    if (instance->model != model->name) {
        return failed({file,
                       instance->model.empty() ? "the charter was not made from a model"
                                               : "the charter was made from " + instance->model,
                       "Name the model it was made from"});
    }
    const auto all = charter::differences_from_model(*model, *instance);
    if (!all) {
        return failed(all.error());
    }
    if (instance->model_digest != base::hex(model->digest)) {
        say("The model has been changed since this charter was made from it.\n");
    }
    for (const auto& one : *all) {
        say(charter::words(one) + "\n");
    }
    if (all->empty()) {
        say("Nothing differs from the model but what was filled in.\n");
    }
    return yes;
}

int charter_keep(const Common& common, const std::string& partnership, const std::string& file) {
    auto opened = open(common, partnership);
    if (!opened) {
        return failed(opened.error());
    }
    partnership::CharterFiles files(root_of(common).value_or("."));
    const auto cited = files.bring(**opened, file);
    if (!cited) {
        return failed(cited.error());
    }
    say(fmt::format("{} {}\n", cited->charter, cited->digest));
    return yes;
}

} // namespace quorate::cli
