#ifndef QUORATE_VIEWS_VISIBILITY_HPP
#define QUORATE_VIEWS_VISIBILITY_HPP
// Who may see what: the one place. Every view asks here, and nothing else decides. What a reader may
// see follows from what they are today, also on a page about an earlier day.

#include "governance/act_table.hpp"
#include "partnership/partnership.hpp"
#include "views/viewer.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// For whom the parts of a live page are made, each kind once and shared. nobody: the page is not
/// for this reader.
enum class Audience { nobody, public_, member, officer };

/// A seat the viewer acts from today.
struct Standing {
    governance::SeatId seat;
    governance::BodyId body;
    governance::Actor actor; ///< as which acts are made: the person, or the seat
    /// A substitute's: only for this meeting, until it is over.
    std::optional<governance::MeetingId> meeting{};
};

/// The newest state, with the open sheet of a meeting that goes on or is near, where a line on it
/// matters to who may see what or who presides.
std::shared_ptr<const partnership::Snapshot>
snapshot_on_the_day(const partnership::Partnership& partnership,
                    const governance::MeetingId& meeting);
/// Who is in the chair of a meeting in a state: for the item in hand, else for the whole. Null when
/// it is over or nobody is.
const governance::Seat* presiding_in(const partnership::Snapshot& snapshot,
                                     const governance::MeetingId& meeting, base::Instant now);

/// What decides who may read a paper.
struct PaperAccess {
    governance::MeetingId meeting;
    std::optional<std::int64_t> item{}; ///< what it is for; none: the meeting as a whole
    bool sent = false;                  ///< it went out
    bool restricted = false;            ///< only for those it was sent to
    bool to_all = false;                ///< one sending went to every member
    std::vector<governance::SeatId> seats{};             ///< those it was sent to besides
    std::vector<governance::OrganisationId> partners{};  ///< partners it was sent to
};

/// What a viewer may see of one partnership. The public sees published facts only.
class Visibility {
public:
    /// Works out from the newest record, and the open sheets, what the viewer is now.
    Visibility(Viewer viewer, const partnership::Partnership& partnership);

    [[nodiscard]] const Viewer& viewer() const { return viewer_; }
    /// The seats the viewer acts from now, the ones they hold before the ones they stand in for.
    [[nodiscard]] const std::vector<Standing>& standings() const { return standings_; }
    /// Holds a seat on the body now. For a joint meeting ask for both bodies, or sits_at().
    [[nodiscard]] bool sits_on(const governance::BodyId& body) const;
    /// Holds a seat on a body that meets, or stands in for one at this meeting.
    [[nodiscard]] bool sits_at(const governance::Meeting& meeting) const;
    /// Is the Chair of the body now, or stands in for the Chair.
    [[nodiscard]] bool chairs(const governance::BodyId& body) const;
    /// Is in the chair at this meeting, or is the Chair of its body while nobody else is.
    [[nodiscard]] bool presides(const governance::Meeting& meeting) const;

    /// People's names and the organisations and titles that would give them away. In a rehearsal
    /// seats are shown by number and sector only, to everyone.
    [[nodiscard]] bool names() const { return kind_ != governance::PartnershipKind::rehearsal; }
    /// What an interest is about; only its kind is shown when it was declared as sensitive.
    [[nodiscard]] bool nature(bool sensitive) const { return !sensitive || officer(); }
    /// Advice given to a meeting: its words, once minutes are out, unless they are restricted.
    [[nodiscard]] bool advice(bool restricted, bool minutes_published) const {
        return officer() || (!restricted && minutes_published);
    }
    /// What was said and moved, and the words of minutes: once a version of them is published.
    [[nodiscard]] bool proceedings(bool minutes_published) const {
        return officer() || minutes_published;
    }
    /// Minutes before they are published, and what is left out of them.
    [[nodiscard]] bool minutes_in_making() const { return officer(); }
    /// Minutes sent to members and not published yet: for those who sit on the body.
    [[nodiscard]] bool minutes_sent(const governance::Meeting& meeting) const {
        return officer() || sits_at(meeting);
    }
    /// The register as it is kept: everyone in it, and every change that can be made to it.
    [[nodiscard]] bool register_kept() const { return officer(); }
    /// What somebody asked for, or was recorded as having done, as it concerns them alone: those
    /// who acted, and officers.
    [[nodiscard]] bool own(const governance::Actor& actor) const;
    /// Why an act was entered on a later day than it took effect, which may tell of people: those
    /// who acted, and officers. That it was, everybody sees.
    [[nodiscard]] bool late_reason(const governance::Actor& made_by) const { return own(made_by); }
    /// Every use of discretion, breach and correction of the whole record.
    [[nodiscard]] bool audit() const { return officer(); }
    /// The name of someone who asked for something of a body (an item, a replacement, to be heard):
    /// officers, and the chair of that body.
    [[nodiscard]] bool requester(const governance::BodyId& body) const {
        return officer() || chairs(body);
    }
    /// The desk's work: what is received, late, and to be done. The secretariat and the auditor.
    [[nodiscard]] bool desk() const { return officer(); }
    /// What only the secretariat does something with: forms that change the record.
    [[nodiscard]] bool secretariat() const { return viewer_.kind == ViewerKind::secretariat; }
    /// Who has an account, and how they sign in.
    [[nodiscard]] bool accounts() const { return keeps_house(); }
    /// Mail sent and to be sent.
    [[nodiscard]] bool outbox() const { return keeps_house(); }
    /// Notes somebody wrote for themselves: that account alone, not even officers.
    [[nodiscard]] bool private_notes(std::string_view account) const {
        return !account.empty() && viewer_.account == account;
    }
    /// What is asked of an organisation and not published: those who answer for it, and officers.
    [[nodiscard]] bool organisation(const governance::OrganisationId& organisation) const;
    /// As whom the viewer follows a meeting live; a member of another body is the public here.
    [[nodiscard]] Audience live(const governance::Meeting& meeting) const;

    /// A paper of a meeting: officers always; everybody once it was sent out, unless it is
    /// restricted: then the members and partners it was sent to, but no member who was told to leave
    /// for its item.
    [[nodiscard]] bool paper(const PaperAccess& access) const;
    /// One of the viewer's seats was told to leave for the item, by the record or the open sheet.
    [[nodiscard]] bool told_to_leave(const governance::MeetingId& meeting, std::int64_t item) const;
    /// One of the viewer's seats declared an interest in the item that nobody has determined yet.
    [[nodiscard]] bool undetermined(const governance::MeetingId& meeting, std::int64_t item) const;

    /// Why a stay in the room ended, where the reason is a person's own affair (an exclusion).
    [[nodiscard]] bool exclusion() const { return officer(); }
    /// The particulars of an act: its fields, reasons and stored bytes. Without them an entry shows
    /// as an act of that name with its place in the record.
    /// Nobody but those who may know who asked sees an item that a member or a partner asked for.
    [[nodiscard]] bool particulars(const governance::Act& act,
                                   const governance::Actor& made_by) const;
    /// Who asked for the item or the replacement is not for the reader to know. `body`: of which it
    /// was asked.
    [[nodiscard]] bool asker_withheld(std::string_view act, const governance::Actor& made_by,
                                      const governance::BodyId& body) const;
    /// The words of a text field of an act.
    [[nodiscard]] bool words(const governance::Act& act, std::string_view field,
                             bool minutes_published) const;

private:
    [[nodiscard]] bool officer() const;
    [[nodiscard]] bool keeps_house() const {
        return viewer_.kind == ViewerKind::secretariat ||
               viewer_.kind == ViewerKind::administrator;
    }
    void find_seats_held();
    void find_seats_stood_in_for(const governance::Meeting& meeting);
    void find_offices();
    [[nodiscard]] bool holds_seat(const governance::SeatId& seat) const;
    /// Holds the seat, or stands in for it at this meeting.
    [[nodiscard]] bool acts_from(const governance::SeatId& seat,
                                 const governance::MeetingId& meeting) const;
    /// The newest state, with the sheet of this meeting where the viewer's rights may hang on it.
    [[nodiscard]] const partnership::Snapshot& snapshot_now(const governance::MeetingId& id) const;
    [[nodiscard]] const governance::Meeting* meeting_now(const governance::MeetingId& id) const;

    Viewer viewer_;
    governance::PartnershipKind kind_;
    std::shared_ptr<const partnership::Snapshot> newest_;
    base::Instant now_;
    std::vector<Standing> standings_;
    std::vector<std::pair<governance::MeetingId, std::shared_ptr<const partnership::Snapshot>>>
        sheets_; ///< by meeting, of those whose open sheet says something about rights
};

} // namespace quorate::views

#endif
