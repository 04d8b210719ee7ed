// Making partnerships: from an example, or as a rehearsal of another.

#include "cli/output.hpp"
#include "partnership/examples.hpp"
#include "partnership/rehearse.hpp"

#include <filesystem>

namespace quorate::cli {

int init(const Common& common, const InitOptions& options) {
    const auto root = root_of(common);
    if (!root) {
        return failed(root.error());
    }
    if (options.example.empty()) {
        for (const auto& name : partnership::example_names(*root)) {
            say(name + "\n");
        }
        return yes;
    }
    const auto folder = common.data + "/" + (options.name.empty() ? options.example : options.name);
    const auto made = partnership::make_example(*root, options.example, folder);
    if (!made) {
        return failed(made.error());
    }
    say(folder + ": " + (*made)->state()->genesis->name + ", " +
        std::to_string((*made)->state()->size) + " entries\n");
    return yes;
}

int rehearse(const Common& common, const RehearseOptions& options) {
    const auto parent = open(common, options.partnership);
    if (!parent) {
        return failed(parent.error());
    }
    const auto from = base::parse_when(options.from, (*parent)->zone());
    if (!from) {
        return failed({"--from", from.error().message, "Write it as 2008-06-02T09:00"});
    }
    const auto folder = common.data + "/" + options.name;
    const auto made = partnership::rehearse_in_folder(**parent, {options.name, *from}, folder);
    if (!made) {
        return failed(made.error());
    }
    say(folder + ": a rehearsal of " + (*parent)->id() + " from " + base::text(*from) + ", " +
        std::to_string((*made)->state()->size) + " entries\n");
    return yes;
}

} // namespace quorate::cli
