#include "governance/meetings/deadlines.hpp"

#include <charconv>

namespace quorate::governance {
namespace {

/// "10wd" is ten working days; 0 for anything else.
std::int64_t working_days(std::string_view text) {
    std::int64_t days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    const bool unit = std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)) == "wd";
    return error == std::errc{} && unit ? days : 0;
}

calendar::Count count_of(charter::NoticeCount count) {
    return count == charter::NoticeCount::clear ? calendar::Count::clear : calendar::Count::one_end;
}

std::optional<calendar::Weekend> weekend_of(charter::Weekend weekend) {
    if (weekend == charter::Weekend::sunday) {
        return calendar::Weekend::sunday_only();
    }
    return std::nullopt;
}

base::Result<std::shared_ptr<const calendar::Calendar>> calendar_for(const State& state, const BodyId& body,
                                                                     const charter::NoticeRule& rule,
                                                                     base::Instant judged_at, const Context& context) {
    auto found = calendar_at(state, body, judged_at, context, rule.calendar_as_of);
    if (!found) {
        return base::fail("", "no working-day calendar is held for this body", "Import the calendar its terms name");
    }
    return found;
}

} // namespace

base::Result<NoticeDeadline> notice_deadline(const State& state, const BodyId& body, const charter::NoticeRule& rule,
                                             base::Instant meeting_at, base::Instant judged_at,
                                             const Context& context) {
    const auto days = working_days(rule.at_least);
    if (days == 0) {
        return base::fail("", "the notice \"" + rule.at_least + "\" is not in working days");
    }
    const auto found = calendar_for(state, body, rule, judged_at, context);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto meeting = zone_of(state, body).date_of(meeting_at);
    const auto weekend = weekend_of(rule.weekend);
    const auto latest = (*found)->working_days_before(meeting, static_cast<int>(days), count_of(rule.count), weekend);
    const auto safe = (*found)->working_days_before(meeting, static_cast<int>(days), calendar::Count::clear, weekend);
    if (!latest || !safe) {
        return tl::unexpected((latest ? safe : latest).error());
    }
    return NoticeDeadline{days, *latest, *safe};
}

base::Result<std::int64_t> days_of_notice(const State& state, const BodyId& body, const charter::NoticeRule& rule,
                                          base::CivilDate given, base::Instant meeting_at, base::Instant judged_at,
                                          const Context& context) {
    const auto found = calendar_for(state, body, rule, judged_at, context);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto meeting = zone_of(state, body).date_of(meeting_at);
    return (*found)
        ->working_days_between({given, meeting}, count_of(rule.count), weekend_of(rule.weekend))
        .map([](int days) { return std::int64_t{days}; });
}

} // namespace quorate::governance
