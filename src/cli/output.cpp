#include "cli/output.hpp"

#include "partnership/charter_files.hpp"

#include <cstdio>
#include <filesystem>

namespace quorate::cli {

void say(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

int failed(const base::Failure& failure) {
    std::fflush(stdout);
    const auto text = "quorate: " + failure.text() + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
    return no;
}

std::string folder_of(const Common& common, const std::string& partnership) {
    const bool is_path = std::filesystem::exists(partnership + "/ledger.db");
    return is_path ? partnership : common.data + "/" + partnership;
}

Result<std::unique_ptr<partnership::Partnership>> open(const Common& common,
                                                       const std::string& partnership) {
    auto opened = partnership::Partnership::open(folder_of(common, partnership));
    if (!opened && opened.error().text().find("another program") != std::string::npos) {
        return base::fail(folder_of(common, partnership),
                          "the partnership is in use: it is being served",
                          "Use its pages or its API, or stop quorate serve first");
    }
    return opened;
}

Result<std::string> root_of(const Common& common) {
    return common.root.empty() ? partnership::find_root() : Result<std::string>(common.root);
}

Result<base::CivilDate> day_of(const partnership::Partnership& partnership, const std::string& on) {
    if (on.empty()) {
        return partnership.zone().date_of(partnership.now());
    }
    auto date = base::parse_date(on);
    return date ? date : base::fail("--on", date.error().message, "Write it as 2008-07-01");
}

} // namespace quorate::cli
