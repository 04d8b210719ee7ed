#ifndef QUORATE_WEB_MEETINGS_DAY_MAKER_HPP
#define QUORATE_WEB_MEETINGS_DAY_MAKER_HPP
// What makes acts of the forms of meeting day. Only web/meetings/day_acts*.cpp include this.

#include "base/text.hpp"
#include "web/meetings/day.hpp"

namespace quorate::web {

using Acts = std::vector<ActAsked>;

/// Makes the acts of one form that was sent.
struct DayMaker {
    const Day& day;
    DayState& state;

    [[nodiscard]] std::string typed(std::string_view name) const {
        return std::string(base::trim(state.form.value(name)));
    }
    void wrong(std::string_view field, std::string_view message) {
        state.form.errors.add(day_id(state.verb, field, state.key), message);
    }
    [[nodiscard]] ActAsked act(std::string_view name) const {
        ActAsked out;
        out.act = name;
        out.made_by = "servicing";
        out.fields["meeting"] = day.meeting();
        return out;
    }
    void as_presiding(ActAsked& asked) const {
        asked.made_by = "presiding";
        asked.evidence = "room";
    }
    void copy(ActAsked& asked, std::string_view field, std::string_view from = {}) const {
        const auto name = from.empty() ? field : from;
        asked.shown_as[std::string(field)] = day_id(state.verb, name, state.key);
        const auto value = typed(name);
        if (!value.empty()) {
            asked.fields[field] = value;
        }
    }
    /// The seats typed into a field, by number or letters; empty when none are, or when it is not
    /// clear who is meant, which is then said beside the field.
    std::string seats(std::string_view field, views::DayAmong among = views::DayAmong::here) {
        std::string problem;
        const auto out = day_seats_typed(day, among, typed(field), problem);
        if (!problem.empty()) {
            wrong(field, problem);
        }
        return out.value_or("");
    }
    void copy_seats(ActAsked& asked, std::string_view field, std::string_view from = {},
                    views::DayAmong among = views::DayAmong::here) {
        const auto name = from.empty() ? field : from;
        asked.shown_as[std::string(field)] = day_id(state.verb, name, state.key);
        if (auto found = seats(name, among); !found.empty()) {
            asked.fields[field] = std::move(found);
        }
    }
    /// The seat whose act it is.
    bool as_seat(ActAsked& asked, std::string_view field = "seat",
                 views::DayAmong among = views::DayAmong::here) {
        const auto before = state.form.errors.all().size();
        const auto seat = seats(field, among);
        if (seat.empty() || seat.find_first_of(",- ") != std::string::npos) {
            if (state.form.errors.all().size() == before) {
                wrong(field, "Write who it is: a seat number, or letters of a name.");
            }
            return false;
        }
        asked.fields["seat"] = seat;
        asked.made_by =
            "seat:" + (seat.find('/') == std::string::npos ? day.page.body + "/" + seat : seat);
        asked.evidence = "room";
        return true;
    }
    void add_item(ActAsked& asked) const {
        if (!typed("item").empty()) {
            asked.fields["item"] = typed("item");
        }
    }
};

/// The acts of a form about who is in the room; nothing when its verb is another's.
std::optional<Acts> day_room_acts(DayMaker& make);

} // namespace quorate::web

#endif
