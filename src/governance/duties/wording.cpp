// What is said of duties met and missed.

#include "governance/wording.hpp"

#include <array>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array duties = {
    Wording{duty_met, "done, as {clause} asks: {what}", "done, as {clause} asks: {kind:plain}",
            "what is asked was done"},
    Wording{duty_gap, "{what}: this was due by {due} and done on {done}",
            "{clause} asks that the {kind:plain} goes through {through}",
            "not all that is asked was done"},
};

} // namespace

std::span<const Wording> wording_of_duties() {
    return duties;
}

} // namespace quorate::governance
