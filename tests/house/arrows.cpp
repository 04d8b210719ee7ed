#include "arrows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::house {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The arrows as drawn. A folder may also include whatever lies below those it points to.
const std::map<std::string, Names, std::less<>>& arrows() {
    static const Names surface = {"views", "partnership", "html", "http", "feeds", "documents", "oidc", "mail"};
    static const std::map<std::string, Names, std::less<>> table = {
        {"base", {}},
        {"calendar", {"base"}},
        {"charter", {"base", "calendar"}},
        {"governance", {"base", "calendar", "charter"}},
        {"ledger", {"base"}},
        {"partnership", {"governance", "ledger"}},
        {"views", {"partnership"}},
        {"html", {"base"}},
        {"http", {"base"}},
        {"feeds", {"base"}},
        {"oidc", {"base"}},
        {"documents", {"views", "html"}},
        {"mail", {"views", "html"}},
        {"search", {"views", "html"}},
        {"web", surface},
        {"api", surface},
        {"cli", surface},
    };
    return table;
}

bool reaches(std::string_view from, std::string_view to) {
    const auto& direct = arrows().find(from)->second;
    return direct.contains(to) || std::any_of(direct.begin(), direct.end(),
                                              [&](const auto& next) { return reaches(next, to); });
}

/// The one file that brings the surfaces together, and the program itself.
bool allowed_by_name(const std::string& file, std::string_view to) {
    return (file == "src/cli/serve.cpp" && (to == "web" || to == "api")) ||
           (file == "src/main.cpp" && (to == "cli" || to == "base"));
}

/// Folders that see acts and views only.
bool kept_from_state(std::string_view layer) {
    static const Names names = {"web", "api", "cli", "documents", "mail", "search"};
    return names.contains(layer);
}

bool is_state_header(std::string_view path) {
    return path.starts_with("governance/") &&
           (path.ends_with("/state.hpp") || path.ends_with("_state.hpp"));
}

struct Heavy {
    std::string_view prefix;
    std::string_view home; ///< a path the include must begin with, "" for any .cpp file
};

/// Headers that are slow to compile or belong to one place: never in a .hpp file.
constexpr Heavy heavy[] = {{"boost/json.hpp", ""},
                           {"boost/json/parse", ""},
                           {"boost/json/basic_parser", ""},
                           {"boost/json/stream_parser", ""},
                           {"boost/json/src", ""},
                           {"toml++/", ""},
                           {"toml.hpp", ""},
                           {"date/", "src/base/"},
                           {"sqlite3.h", ""},
                           {"SQLiteCpp/", ""},
                           {"CLI/", "src/cli/"},
                           {"microhttpd.h", "src/http/"},
                           {"spdlog/", ""},
                           {"cmark.h", ""},
                           {"sodium.h", ""},
                           {"curl/", ""},
                           {"cjose/", "src/oidc/"},
                           {"openssl/", ""},
                           {"unicode/", "src/base/"}};

std::string heavy_fault(const std::string& file, const Include& include) {
    for (const auto& rule : heavy) {
        if (!include.path.starts_with(rule.prefix)) {
            continue;
        }
        if (file.ends_with(".hpp")) {
            return "<" + include.path + "> belongs in a .cpp file";
        }
        if (!file.starts_with(rule.home)) {
            return "<" + include.path + "> belongs in " + std::string(rule.home);
        }
    }
    return "";
}

} // namespace

std::string layer_of(std::string_view path) {
    if (path.starts_with("src/")) {
        path.remove_prefix(4);
    }
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

std::vector<std::string> layers() {
    std::vector<std::string> out;
    for (const auto& [name, below] : arrows()) {
        out.push_back(name);
    }
    return out;
}

std::string include_fault(const std::string& file, const Include& include) {
    if (auto fault = heavy_fault(file, include); !fault.empty() || !include.quoted) {
        return fault;
    }
    const auto from = layer_of(file);
    const auto to = layer_of(include.path);
    if (!arrows().contains(to)) {
        return "\"" + include.path + "\" does not begin with a folder of src";
    }
    if (kept_from_state(from) && is_state_header(include.path)) {
        return from + " sees acts and views only, not \"" + include.path + "\"";
    }
    if (allowed_by_name(file, to) || from == to) {
        return "";
    }
    if (!arrows().contains(from)) {
        return file + " may not include \"" + include.path + "\"";
    }
    return reaches(from, to)
               ? ""
               : "arrows point down only: " + from + " may not include \"" + include.path + "\"";
}

} // namespace quorate::house
