#include "governance/ruling.hpp"

namespace quorate::governance {

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
    case Verdict::permitted: return "permitted";
    case Verdict::refused: return "refused";
    case Verdict::needs_discretion: return "needs_discretion";
    case Verdict::undetermined: return "undetermined";
    }
    return "";
}

} // namespace quorate::governance
