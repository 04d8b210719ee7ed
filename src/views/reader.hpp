#ifndef QUORATE_VIEWS_READER_HPP
#define QUORATE_VIEWS_READER_HPP
// The one way a surface reads a partnership: for one viewer, as of one moment.

#include "governance/submission.hpp"
#include "partnership/partnership.hpp"
#include "views/bodies.hpp"
#include "views/decisions.hpp"
#include "views/duties.hpp"
#include "views/meetings.hpp"
#include "views/record.hpp"
#include "views/ruling.hpp"
#include "views/terms.hpp"
#include "views/viewer.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quorate::views {

struct Ground;

/// What every page of a partnership says about it.
struct About {
    std::string id;
    std::string name;          ///< "The Kent Partnership"
    std::string kind;          ///< real, rehearsal, fictional, scenario
    std::string kind_words;    ///< "Practice copy"; empty for a real one
    std::string kind_sentence; ///< for the banner; empty for a real one
    std::int64_t entries = 0;
    base::CivilDate today;
    std::string zone;
};
BOOST_DESCRIBE_STRUCT(About, (), (id, name, kind, kind_words, kind_sentence, entries, today, zone))

/// Reads what `viewer` may see. Cheap to make; reads the newest published state, or by replay an
/// earlier one. Ids that the record does not have give nothing.
class Reader {
public:
    /// Fails when `as_of` names a position the record does not have, or both a date and a position.
    static base::Result<Reader> open(const partnership::Partnership& partnership,
                                     Viewer viewer = {}, AsOf as_of = {});
    /// Reads a state that is not in the record yet: the newest with the sheet of meeting day.
    static Reader open_on(const partnership::Partnership& partnership, Viewer viewer,
                          std::shared_ptr<const partnership::Snapshot> snapshot);

    [[nodiscard]] About about() const;
    [[nodiscard]] Home home() const;
    [[nodiscard]] std::vector<BodyLine> bodies() const;
    [[nodiscard]] std::optional<BodyPage> body(std::string_view id) const;
    [[nodiscard]] std::optional<MembersPage> members(std::string_view body) const;
    [[nodiscard]] std::optional<TermsPage> terms(std::string_view body) const;
    [[nodiscard]] MeetingsPage meetings(std::string_view body = {}) const;
    [[nodiscard]] std::optional<MeetingPage> meeting(std::string_view id) const;
    [[nodiscard]] DecisionsPage decisions(std::string_view body = {}) const;
    [[nodiscard]] std::optional<DecisionPage> decision(std::string_view id) const;
    [[nodiscard]] DutiesPage duties(std::string_view body = {}) const;
    [[nodiscard]] FindingsPage findings(std::string_view body = {}) const;
    [[nodiscard]] std::optional<RecordPage> record(std::int64_t page) const;
    [[nodiscard]] EntriesPage entries(std::int64_t from, std::int64_t limit) const;
    [[nodiscard]] std::optional<EntryPage> entry(std::int64_t position) const;
    [[nodiscard]] CheckpointShown checkpoint() const;

    /// The proof of an entry (ledger/published.hpp), when its particulars are published.
    [[nodiscard]] base::Result<std::string> proof(std::int64_t position,
                                                  std::optional<std::uint64_t> older = {}) const;
    /// The public bundle: entries whose particulars are not published stand as their bare leaf
    /// hash.
    [[nodiscard]] base::Result<std::string> bundle() const;

    /// A ruling as people read it, for an act that was submitted or previewed.
    [[nodiscard]] RulingShown ruling(const governance::Submission& submission,
                                     const governance::Ruling& ruling) const;

    /// The civil date the views are as of, and whether that is today.
    [[nodiscard]] base::CivilDate on() const;
    [[nodiscard]] bool as_of_now() const;
    /// Only what had been recorded by the end of that date is read.
    [[nodiscard]] bool known_then() const;
    /// Entries in the state that is read: with the date, all a page depends on.
    [[nodiscard]] std::int64_t size() const;

    /// For the views themselves; a surface cannot use it.
    [[nodiscard]] const Ground& ground() const { return *ground_; }

private:
    explicit Reader(std::shared_ptr<const Ground> ground) : ground_(std::move(ground)) {}
    std::shared_ptr<const Ground> ground_;
};

} // namespace quorate::views

#endif
