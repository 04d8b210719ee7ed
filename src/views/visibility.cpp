#include "views/visibility.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {
namespace {

namespace acts = governance::acts;

struct PublicText {
    std::string_view act;
    std::string_view field;
    bool with_minutes = false; ///< only once a version of the meeting's minutes is published
};

/// Texts the public may read. What is not listed is not shown.
constexpr std::array public_texts = {
    PublicText{"convene-meeting", "place"},
    PublicText{"notify-item", "title"},
    PublicText{"declare-outcome", "words"},
    PublicText{"take-urgent-decision", "words"},
    PublicText{"take-urgent-decision", "urgency"},
    PublicText{"ratify", "words"},
    PublicText{"respond-as-partner", "words"},
    PublicText{"adopt-interpretation", "reason"},
    PublicText{"amend-charter", "reason"},
    PublicText{"propose-charter", "reason"},
    PublicText{"reorganise", "reason"},
    PublicText{"record-step", "words"},
    PublicText{"transfer-responsibility", "reason"},
    PublicText{"dissolve-body", "reason"},
    PublicText{"admit-organisation", "contribution"},
    PublicText{"record-commitment", "what"},
    PublicText{"register-person", "name"},
    PublicText{"note-item", "words", true},
    PublicText{"record-discussion", "words", true},
    PublicText{"move-motion", "words", true},
    PublicText{"move-amendment", "words", true},
    PublicText{"put-question", "words", true},
    PublicText{"record-dissent", "words", true},
    PublicText{"rule-on-procedure", "ruling", true},
    PublicText{"draft-minutes", "words", true},
    PublicText{"correct-minutes", "words", true},
    PublicText{"assign-action", "what", true},
    PublicText{"report-on-action", "words", true},
};

} // namespace

bool Visibility::officer() const {
    return viewer_.kind == ViewerKind::secretariat || viewer_.kind == ViewerKind::auditor;
}

bool Visibility::own(const governance::Actor& actor) const {
    return officer() ||
           std::find(viewer_.seats.begin(), viewer_.seats.end(), actor) != viewer_.seats.end();
}

bool Visibility::asker_withheld(std::string_view act, const governance::Actor& made_by) const {
    using governance::ActorKind;
    const bool asks = act == "notify-item" || act == "request-replacement";
    const bool named = made_by.kind == ActorKind::seat || made_by.kind == ActorKind::person ||
                       made_by.kind == ActorKind::organisation;
    return asks && named && !requester() && !own(made_by);
}

bool Visibility::particulars(const governance::Act& act, const governance::Actor& made_by) const {
    if (officer()) {
        return true;
    }
    // The stored bytes name whoever asked.
    if (asker_withheld(governance::row_of(act).name, made_by)) {
        return false;
    }
    if (std::holds_alternative<acts::ExcludeMember>(act) ||
        std::holds_alternative<acts::RequestReplacement>(act)) {
        return false;
    }
    if (const auto* registered = std::get_if<acts::RegisterInterest>(&act)) {
        return !registered->sensitive.value_or(false);
    }
    return true;
}

bool Visibility::words(const governance::Act& act, std::string_view field,
                       bool minutes_published) const {
    if (officer()) {
        return true;
    }
    const auto name = governance::row_of(act).name;
    if (name == "register-person" && !names()) {
        return false;
    }
    if (const auto* declared = std::get_if<acts::DeclareInterest>(&act);
        declared != nullptr && field == "nature") {
        return nature(declared->sensitive.value_or(false)) && proceedings(minutes_published);
    }
    if (const auto* registered = std::get_if<acts::RegisterInterest>(&act);
        registered != nullptr && field == "nature") {
        return nature(registered->sensitive.value_or(false));
    }
    if (const auto* advised = std::get_if<acts::RecordAdvice>(&act);
        advised != nullptr && field == "words") {
        return advice(advised->restricted.value_or(false), minutes_published);
    }
    const auto found =
        std::find_if(public_texts.begin(), public_texts.end(), [&](const PublicText& text) {
            return text.act == name && text.field == field;
        });
    return found != public_texts.end() && (!found->with_minutes || minutes_published);
}

} // namespace quorate::views
