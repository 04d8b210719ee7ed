#include "views/accounts/own.hpp"

#include "partnership/workspace/invitations.hpp"

#include <algorithm>
#include <span>

namespace quorate::views {

namespace {

struct Mark {
    std::string_view in;
    std::string_view words;
};

/// In the order they are looked for: most browsers also name those they wish to be taken for.
constexpr Mark browsers[] = {{"Edg", "Edge"},       {"OPR/", "Opera"},    {"Firefox/", "Firefox"},
                             {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chromium", "Chromium"},
                             {"Chrome/", "Chrome"}, {"Safari/", "Safari"}};
constexpr Mark systems[] = {{"iPhone", "an iPhone"}, {"iPad", "an iPad"},
                            {"Android", "Android"},  {"Windows", "Windows"},
                            {"Mac OS X", "a Mac"},   {"CrOS", "a Chromebook"},
                            {"Linux", "Linux"}};

std::string_view named(std::span<const Mark> marks, std::string_view text) {
    for (const auto& each : marks) {
        if (text.find(each.in) != std::string_view::npos) {
            return each.words;
        }
    }
    return {};
}

std::string how_words(const std::string& how) {
    if (how == "password") {
        return "By password";
    }
    if (how == "link") {
        return "By a link sent by mail";
    }
    if (how == "invitation") {
        return "By the invitation";
    }
    return how.empty() ? "By password" : "With " + how;
}

} // namespace

std::string device_words(std::string_view user_agent) {
    const auto browser = named(browsers, user_agent);
    const auto system = named(systems, user_agent);
    if (browser.empty()) {
        return system.empty() ? "Another device" : "A browser on " + std::string(system);
    }
    return std::string(browser) + (system.empty() ? "" : " on " + std::string(system));
}

base::Result<std::optional<Moment>> invitation_until(const partnership::Partnership& partnership,
                                                     const partnership::Account& account,
                                                     base::Instant now) {
    const auto until = partnership::invited_until(*partnership.workspace(), account.name, now);
    if (!until) {
        return tl::unexpected(until.error());
    }
    return *until ? std::optional(Moment{**until, partnership.zone().local(**until)})
                  : std::nullopt;
}

base::Result<std::vector<SessionLine>> session_lines(const partnership::Partnership& partnership,
                                                     const partnership::Account& account,
                                                     std::int64_t here, base::Instant now) {
    const auto sessions = partnership.workspace()->accounts().sessions(account.name, now);
    if (!sessions) {
        return tl::unexpected(sessions.error());
    }
    const auto moment = [&](base::Instant instant) {
        return Moment{instant, partnership.zone().local(instant)};
    };
    std::vector<SessionLine> out;
    for (const auto& each : *sessions) {
        out.push_back({each.id, each.id == here, device_words(each.device), how_words(each.how),
                       moment(each.begun), moment(each.used)});
    }
    std::stable_partition(out.begin(), out.end(),
                          [](const SessionLine& each) { return each.here; });
    return out;
}

} // namespace quorate::views
