#pragma once
// Who may see what: the one place. Every view asks here, and nothing else decides.

#include "governance/act_table.hpp"
#include "governance/state.hpp"
#include "views/viewer.hpp"

#include <string_view>

namespace quorate::views {

/// What a viewer may see of one partnership. The public sees published facts only.
class Visibility {
public:
    Visibility(Viewer viewer, governance::PartnershipKind kind) : viewer_(viewer), kind_(kind) {}

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
    /// The name of someone who asked for something: an item, a replacement, to be heard.
    [[nodiscard]] bool requester() const { return officer(); }
    /// Why a stay in the room ended, where the reason is a person's own affair (an exclusion).
    [[nodiscard]] bool exclusion() const { return officer(); }
    /// The particulars of an act: its fields, reasons and stored bytes. Without them an entry shows
    /// as an act of that name with its place in the record.
    [[nodiscard]] bool particulars(const governance::Act& act) const;
    /// The words of a text field of an act.
    [[nodiscard]] bool words(const governance::Act& act, std::string_view field,
                             bool minutes_published) const;

private:
    [[nodiscard]] bool officer() const;

    Viewer viewer_;
    governance::PartnershipKind kind_;
};

} // namespace quorate::views
