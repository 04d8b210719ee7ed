#include "base/letters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace quorate::base {

namespace {

/// Letters that are no base letter with a mark, as they are typed without them; empty for others.
std::string_view typed_as(UChar32 letter) {
    switch (letter) {
    case U'\u00f8':
        return "o";
    case U'\u0142':
        return "l";
    case U'\u0111':
    case U'\u00f0':
        return "d";
    case U'\u0127':
        return "h";
    case U'\u0131':
        return "i";
    case U'\u00e6':
        return "ae";
    case U'\u0153':
        return "oe";
    case U'\u00fe':
        return "th";
    default:
        return {};
    }
}

bool is_left_out(UChar32 letter) {
    return u_charType(letter) == U_NON_SPACING_MARK || letter == U'\'' || letter == U'\u2019' ||
           letter == U'\u02bc' || letter == U'\u2018';
}

} // namespace

std::string plain_letters(std::string_view text) {
    auto letters = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    letters.foldCase();
    UErrorCode error = U_ZERO_ERROR;
    const auto* apart = icu::Normalizer2::getNFKDInstance(error);
    if (U_SUCCESS(error)) {
        letters = apart->normalize(letters, error);
    }
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const auto letter = letters.char32At(i);
        if (is_left_out(letter)) {
            continue;
        }
        const auto typed = typed_as(letter);
        if (typed.empty()) {
            kept.append(letter);
        } else {
            kept.append(icu::UnicodeString::fromUTF8(
                icu::StringPiece(typed.data(), static_cast<std::int32_t>(typed.size()))));
        }
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

} // namespace quorate::base
