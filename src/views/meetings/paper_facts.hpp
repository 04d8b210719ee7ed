#ifndef QUORATE_VIEWS_MEETINGS_PAPER_FACTS_HPP
#define QUORATE_VIEWS_MEETINGS_PAPER_FACTS_HPP
// What the record and the workspace say of a file of a meeting. Only views/ includes this.

#include "partnership/workspace/restricted_uploads.hpp"
#include "views/ground.hpp"
#include "views/meetings/papers.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// The files received for a meeting, and which of them are restricted today.
class MeetingPapers {
public:
    MeetingPapers(const Ground& ground, const governance::Meeting& meeting);

    [[nodiscard]] const std::vector<partnership::UploadedPaper>& uploads() const {
        return uploads_;
    }
    /// Today's restriction on record of the bytes; null when there is none, or it was lifted. The
    /// same bytes may have been received twice: the strictest holds for all of them.
    [[nodiscard]] const governance::Restriction* restriction(std::string_view digest) const;
    /// The bytes are restricted: on record, or to be when they are sent out.
    [[nodiscard]] bool restricted(std::string_view digest) const;
    /// The sendings that the bytes were part of, by the moment that is read.
    [[nodiscard]] std::vector<const governance::Circulation*>
    sendings(std::string_view digest) const;
    [[nodiscard]] bool readable(const partnership::UploadedPaper& paper) const;
    [[nodiscard]] PaperShown shown(const partnership::UploadedPaper& paper) const;

private:
    /// A restriction with the digest behind its seal.
    struct Marked {
        std::string digest;
        const governance::Restriction* restriction = nullptr;
    };
    void add_restriction(const partnership::UploadedPaper& paper, PaperShown& out) const;

    const Ground& ground_;
    const governance::Meeting& meeting_;                  ///< in the state that is read
    std::shared_ptr<const partnership::Snapshot> newest_; ///< whose restrictions hold
    std::vector<partnership::UploadedPaper> uploads_;
    std::map<std::int64_t, partnership::UploadRestriction> to_record_;
    std::vector<Marked> marked_;
};

/// The exemptions are those of a council's committee: the body is set up by statute.
bool exempts_as_council(const Ground& ground, const governance::BodyId& body);
/// "Restricted (expected Freedom of Information exemption: section 43(2); review on 1 March 2027)",
/// or of a council's body "Exempt (Schedule 12A to the Local Government Act 1972, paragraph 3;
/// review on 1 March 2027)".
std::string restriction_words(bool council, const std::string& exemption,
                              std::optional<base::CivilDate> review);

} // namespace quorate::views

#endif
