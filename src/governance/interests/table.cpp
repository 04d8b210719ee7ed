// The rows of the acts about interests.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText meeting{"meeting", "Meeting", "Its id, such as kp/m1"};
constexpr FieldText item{"item", "Item", "Its number on the agenda"};
constexpr FieldText seat{"seat", "Seat", "Its number, or body/number"};
constexpr FieldText kind{"kind", "Kind of interest"};
constexpr FieldText nature{"nature", "Nature of the interest", "Kept apart from the record", 0,
                           true};
constexpr FieldText sensitive{"sensitive", "Sensitive", "Its nature is not published"};

constexpr auto register_interest = written_row<acts::RegisterInterest>(
    reporting, "Enter an interest in the register",
    {{"interest", "Interest", "The id it will keep"},
     {"body", "Body", "Its id, such as kp"},
     seat,
     kind,
     nature,
     {"organisation", "Organisation", "The organisation the interest is in"},
     sensitive});

constexpr auto withdraw_interest =
    written_row<acts::WithdrawInterest>(reporting, "Take an interest off the register",
                                        {{"interest", "Interest", "Its id in the register"}});

constexpr auto declare_interest = written_row<acts::DeclareInterest>(
    reporting, "Declare an interest in an item",
    {meeting,
     item,
     seat,
     kind,
     {"subject", "Whose interest", "The member's own when left out"},
     nature,
     sensitive,
     {"meets_test", "Meets the test of the terms", "No when declared for openness only"}});

constexpr auto determine_interest = written_row<acts::DetermineInterest>(
    claiming, "Determine what a member with an interest may do at an item",
    {meeting, item, seat, {"determination", "Determination"}, {"reason", "Reason"}});

} // namespace

std::span<const ActRow> interests_rows() {
    static constexpr std::array rows = {act_row<register_interest>(), act_row<withdraw_interest>(),
                                        act_row<declare_interest>(), act_row<determine_interest>()};
    static_assert(covers(Feature::interests, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
