#ifndef QUORATE_VIEWS_MINUTES_MINUTES_MAKE_HPP
#define QUORATE_VIEWS_MINUTES_MINUTES_MAKE_HPP
// Making the minutes from the record. Only views/ includes this.

#include "governance/meetings/state.hpp"
#include "views/ground.hpp"
#include "views/minutes/minutes.hpp"

namespace quorate::views {

/// The ground as everyone sees it: for what is to be published.
Ground open_to_all(const Ground& ground);
/// The draft as the record gives it, in Markdown. It is to be published, so it holds nothing that
/// is not for everyone.
std::string minutes_text(const Ground& ground, const governance::Meeting& meeting);
/// The words that stand. Where none were recorded they are those the record gives, and once
/// approved those it gave then: what is put right afterwards stands beside them. `from_record` is
/// what it gives now.
std::string standing_text(const Ground& ground, const governance::Meeting& meeting,
                          const std::string& from_record);
/// What minutes_text leaves out, a sentence each.
std::vector<std::string> minutes_left_out(const Ground& ground, const governance::Meeting& meeting);
/// What changed in the text since the minutes were last sent out; nothing when they never were.
std::vector<LineChange> changes_since_sent(const Ground& ground, const governance::Meeting& meeting,
                                           const std::string& from_record, const std::string& text);
/// The facts the text came from, with their entries.
std::vector<MinutesFacts> minutes_facts(const Ground& ground, const governance::Meeting& meeting);
/// From draft to published, in order.
std::vector<MinutesStep> minutes_steps(const Ground& ground, const governance::Meeting& meeting);
/// Corrections members asked for, by number; `own` alone: only those of the viewer's seats.
std::vector<CorrectionAsked> proposals_shown(const Ground& ground,
                                             const governance::Meeting& meeting, bool own);
/// The terms let somebody publish minutes, or ask for it.
bool minutes_published_by_terms(const Ground& ground, const governance::BodyId& body);
std::vector<CorrectionShown> corrections_shown(const Ground& ground,
                                               const governance::Meeting& meeting);

/// An entry of the record about a meeting, taken apart.
struct MeetingEntry {
    const governance::EntryLine* line = nullptr;
    partnership::RecordedEntry entry;
};
/// The entries of a meeting whose act is one of `acts` (all when empty), by effective instant.
std::vector<MeetingEntry> entries_of(const Ground& ground, const governance::Meeting& meeting,
                                     const std::vector<std::string_view>& acts);

/// "by 11 votes to 6, with 4 abstaining; 21 could decide and 11 were needed".
std::string vote_words(const Ground& ground, const governance::Meeting& meeting,
                       const governance::Item& item, const governance::Question& question);
/// The item whose minutes are on a later agenda: that meeting and its item; null when there is
/// none.
struct MinutesItem {
    const governance::Meeting* meeting = nullptr;
    const governance::Item* item = nullptr;
};
MinutesItem minutes_item_of(const Ground& ground, const governance::MeetingId& meeting);
/// "Refused: …" without its verdict's word, for a ruling recorded beside what was done.
std::string short_ruling(const governance::Ruling& ruling);

} // namespace quorate::views

#endif
