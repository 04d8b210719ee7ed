// Whatever the bytes, JSON is read into a submission or refused naming the place; what was read writes back the same.

#include "governance/codec.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace quorate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const base::Zone london = *base::Zone::find("Europe/London");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto json = base::parse_json(bytes);
    if (!json || !json->is_object()) {
        return 0;
    }
    const governance::Decoding decoding{london, false};
    const auto submission = governance::decode_submission(json->get_object(), decoding, base::Instant{0});
    if (submission) {
        const auto fields = governance::encode_fields(submission->act);
        const auto again = governance::decode_act(governance::row_of(submission->act).name, fields, decoding);
        if (!again || governance::encode_fields(*again) != fields) {
            std::abort();
        }
    }
    if (const auto event = governance::decode_event(*json)) {
        (void)governance::encode_event(*event);
    }
    return 0;
}
