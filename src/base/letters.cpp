#include "base/letters.hpp"

#include "base/result.hpp"

#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace quorate::base {

namespace {

/// ICU's own rules for how letters are typed in ASCII, after marks are taken off the letters they
/// stand on.
std::unique_ptr<const icu::Transliterator> as_typed() {
    UErrorCode error = U_ZERO_ERROR;
    UParseError where{};
    std::unique_ptr<const icu::Transliterator> out(
        icu::Transliterator::createInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower; "
                                            "[\\u0027\\u2018\\u2019\\u02bc] Remove",
                                            UTRANS_FORWARD, where, error));
    QUORATE_ASSERT(U_SUCCESS(error) && out != nullptr);
    return out;
}

} // namespace

std::string plain_letters(std::string_view text) {
    static const auto rules = as_typed();
    auto letters = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    rules->transliterate(letters);
    std::string out;
    letters.toUTF8String(out);
    return out;
}

} // namespace quorate::base
