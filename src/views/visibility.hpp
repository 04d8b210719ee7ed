#pragma once
// Who may see what: the one place. Every view asks here, and nothing else decides.

#include "governance/act_table.hpp"
#include "governance/state.hpp"
#include "views/viewer.hpp"

#include <string_view>

namespace quorate::views {

/// What decides who may read a paper.
struct PaperAccess {
    bool sent = false;           ///< it went out to members
    bool restricted = false;     ///< for members only
    bool sent_to_viewer = false; ///< a seat of the viewer's was among those it was sent to
};

/// What a viewer may see of one partnership. The public sees published facts only.
class Visibility {
public:
    Visibility(Viewer viewer, governance::PartnershipKind kind)
        : viewer_(std::move(viewer)), kind_(kind) {}

    [[nodiscard]] const Viewer& viewer() const { return viewer_; }

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
    [[nodiscard]] bool minutes_sent(bool sits_on_the_body) const {
        return officer() || (viewer_.kind != ViewerKind::public_ && sits_on_the_body);
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
    /// The name of someone who asked for something: an item, a replacement, to be heard.
    [[nodiscard]] bool requester() const { return officer() || viewer_.kind == ViewerKind::chair; }
    /// A paper of a meeting: officers always; everybody once it was sent out, unless it is
    /// restricted: then those it was sent to.
    [[nodiscard]] bool paper(const PaperAccess& access) const {
        return officer() || (access.sent && (!access.restricted || access.sent_to_viewer));
    }
    /// Why a stay in the room ended, where the reason is a person's own affair (an exclusion).
    [[nodiscard]] bool exclusion() const { return officer(); }
    /// The particulars of an act: its fields, reasons and stored bytes. Without them an entry shows
    /// as an act of that name with its place in the record.
    /// Nobody but those who may know who asked sees an item that a member or a partner asked for.
    [[nodiscard]] bool particulars(const governance::Act& act,
                                   const governance::Actor& made_by) const;
    /// Who asked for the item or the replacement is not for the reader to know.
    [[nodiscard]] bool asker_withheld(std::string_view act, const governance::Actor& made_by) const;
    /// The words of a text field of an act.
    [[nodiscard]] bool words(const governance::Act& act, std::string_view field,
                             bool minutes_published) const;

private:
    [[nodiscard]] bool officer() const;

    Viewer viewer_;
    governance::PartnershipKind kind_;
};

} // namespace quorate::views
