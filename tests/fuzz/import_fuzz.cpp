// Whatever the bytes, a calendar, a bundle or a proof is read and judged, or refused with its place.

#include "calendar/calendar.hpp"
#include "ledger/verify.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace quorate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = calendar::parse_calendar(bytes)) {
        const auto again = calendar::parse_calendar(read->bytes());
        if (!again || again->hash() != read->hash()) {
            std::abort();
        }
        (void)read->working_days_before(read->span().to, 10, calendar::Count::clear);
    }
    if (const auto report = ledger::verify_document(bytes)) {
        (void)report->text();
    }
    return 0;
}
