#ifndef QUORATE_VIEWS_MEETINGS_PAPERS_HPP
#define QUORATE_VIEWS_MEETINGS_PAPERS_HPP
// Papers: files received for a meeting, what was sent out of them, to whom, and who may read them.

#include "partnership/workspace/workspace.hpp"
#include "views/reader.hpp"

namespace quorate::views {

/// A file as a page lists it.
struct PaperShown {
    std::int64_t id = 0; ///< of the upload
    std::string title;
    std::string name;       ///< of the file
    std::string digest;     ///< SHA-256 in hex
    std::string type;       ///< "PDF", "Word document"
    std::string size;       ///< "1.2 MB"
    std::int64_t pages = 0; ///< of a PDF, when known; else 0
    std::optional<std::int64_t> item;
    std::string restricted; ///< "Restricted (expected ...)"; empty: open to all once sent
    bool sent = false;
    std::optional<Moment> sent_on;
    // Of a restricted paper:
    std::optional<std::int64_t> restriction; ///< its number on record; none before it is sent
    std::string exemption;                   ///< "section 43(2)"
    std::optional<base::CivilDate> review;
    bool review_overdue = false;
    std::string reason; ///< in the officer's words
    std::string note;   ///< why the reader may still read it, where they declared an interest
};
BOOST_DESCRIBE_STRUCT(PaperShown, (),
                      (id, title, name, digest, type, size, pages, item, restricted, sent, sent_on,
                       restriction, exemption, review, review_overdue, reason, note))

/// The papers of a meeting the reader may see, in the order of the agenda, then as they came.
std::vector<PaperShown> papers_of(const Reader& reader, std::string_view meeting);

/// Restricted papers that went out and the reader may not read: that they are there, and why.
struct ClosedPapers {
    std::optional<std::int64_t> item;
    std::int64_t count = 0;
    std::string words; ///< "One paper is not open: Restricted (expected ...)."
};
BOOST_DESCRIBE_STRUCT(ClosedPapers, (), (item, count, words))
std::vector<ClosedPapers> closed_papers(const Reader& reader, std::string_view meeting);

/// A paper as it is to be sent: what goes on record as restricted before it is.
struct RestrictionToRecord {
    std::int64_t restriction = 0; ///< the number it takes
    std::string digest;
    std::optional<std::int64_t> item;
    std::string exemption;
    base::CivilDate review;
    std::string reason;
};
/// How the files of a sending are named in the record: open ones by their digest, restricted ones
/// by the numbers of their restrictions, those first to be recorded among them.
struct PapersToSend {
    std::vector<std::string> open;
    std::vector<std::int64_t> restricted;
    std::vector<RestrictionToRecord> to_record;
    std::int64_t next = 1; ///< the number the next restriction takes after these
    std::vector<std::string>
        incomplete; ///< titles of restricted files without exemption and review
};
PapersToSend papers_to_send(const Reader& reader, std::string_view meeting,
                            const std::vector<std::string>& digests);

/// The file with this digest, when the reader may have it; nothing else may be served.
std::optional<partnership::UploadedPaper> readable_paper(const Reader& reader,
                                                         std::string_view digest);

/// One sending of papers.
struct CirculationShown {
    std::int64_t position = 0;
    Moment at;
    std::string what; ///< "Agenda, minutes and reports", "Reports for item 6"
    std::string how;  ///< "By e-mail"
    std::string to;   ///< "All 40 members", "Seats 1, 4 and 9"
    std::string by;   ///< who recorded it
    std::int64_t recipients = 0;
    std::vector<PaperShown> files;
    Measure notice; ///< "Sent ten working days before; 3.16 asks for ten."
};
BOOST_DESCRIBE_STRUCT(CirculationShown, (),
                      (position, at, what, how, to, by, recipients, files, notice))

/// What was sent for a meeting, first to last.
std::vector<CirculationShown> distribution_log(const Reader& reader, std::string_view meeting);
/// The same as a table for a spreadsheet (RFC 4180), one line a sending.
std::string distribution_csv(const std::vector<CirculationShown>& log);

/// What is to be sent, as a form gives it.
struct CirculationAsked {
    std::vector<std::string> things;
    std::vector<std::int64_t> items;
    std::vector<std::string> papers; ///< SHA-256 in hex
    std::vector<std::string> seats;  ///< empty: every member
    std::string how;
    base::Instant at;
};
/// The ruling that sending would get: in time, or how many working days before.
RulingShown preview_circulation(const Reader& reader, std::string_view meeting,
                                const CirculationAsked& asked);

/// "PDF", "Word document", from a content type.
std::string type_words(std::string_view content_type);
/// "640 bytes", "24 KB", "1.2 MB".
std::string size_words(std::uint64_t bytes);

} // namespace quorate::views

#endif
