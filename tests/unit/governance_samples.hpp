#ifndef QUORATE_TESTS_UNIT_GOVERNANCE_SAMPLES_HPP
#define QUORATE_TESTS_UNIT_GOVERNANCE_SAMPLES_HPP
// A value for every member of any act or event, by its type.

#include "governance/codec_names.hpp"
#include "governance/events.hpp"
#include "governance/submission.hpp"

#include <boost/mp11/algorithm.hpp>

namespace quorate::governance::samples {

/// `full` gives every optional and every list; otherwise the seed says which are there.
struct Sampler {
    unsigned seed = 0;
    bool full = true;
    bool sealed = false;

    bool next_is_given() {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return full || (seed >> 16U) % 2 == 0;
    }
    std::int64_t next_number() {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return 1 + (seed >> 16U) % 40;
    }

    void fill(std::string& out) { out = "word " + std::to_string(next_number()); }
    void fill(std::int64_t& out) { out = next_number(); }
    void fill(bool& out) { out = next_number() % 2 == 0; }
    void fill(base::Instant& out) { out.ms = 1'214'902'800'000 + next_number() * 60'000; }
    void fill(base::CivilDate& out) {
        out.days = 14'061 + static_cast<std::int32_t>(next_number());
    }
    void fill(BodyId& out) { out = BodyId("kp"); }
    void fill(OrganisationId& out) { out = OrganisationId("org" + std::to_string(next_number())); }
    void fill(PersonId& out) { out = PersonId("p" + std::to_string(next_number())); }
    void fill(OfficeId& out) { out = OfficeId("leader(kcc)"); }
    void fill(SeatId& out) { out = SeatId("kp/" + std::to_string(next_number())); }
    void fill(SeatRef& out) { out = SeatRef(std::to_string(next_number())); }
    void fill(MeetingId& out) { out = MeetingId("kp/m" + std::to_string(next_number())); }
    void fill(DecisionId& out) { out = DecisionId("kp/d" + std::to_string(next_number())); }
    void fill(ActionId& out) { out = ActionId("kp/a" + std::to_string(next_number())); }
    void fill(InterestId& out) { out = InterestId("kp/i" + std::to_string(next_number())); }
    void fill(CommitmentId& out) { out = CommitmentId("kp/c" + std::to_string(next_number())); }
    void fill(Matter& out) { out = Matter("approve-vision"); }
    void fill(EntryId& out) { out = EntryId("011a5e1c-0000-7000-8000-000000000001"); }

    void fill(Text& out) {
        out.words = "Words " + std::to_string(next_number()) + ", \"quoted\"\nand caf\u00e9; more";
        if (sealed) {
            out.digest = base::sha256(out.words);
            out.words.clear();
        }
    }
    void fill(Considered& out) {
        out.what = "kp-direction";
        fill(out.applies);
        fill(out.words);
    }
    template <class E>
    requires std::is_enum_v<E>
    void fill(E& out) {
        const auto& values = EnumNames<E>::values;
        out = values[static_cast<std::size_t>(next_number()) % values.size()];
    }
    template <class T>
    void fill(std::optional<T>& out) {
        if (next_is_given()) {
            fill(out.emplace());
        }
    }
    template <class T>
    void fill(std::vector<T>& out) {
        if (!next_is_given()) {
            return;
        }
        out.resize(2);
        for (auto& element : out) {
            fill(element);
        }
        if constexpr (!std::is_same_v<T, Considered>) {
            if (out[0] == out[1]) {
                out.resize(1);
            }
        }
    }

    template <class S>
    S make() {
        S out;
        boost::mp11::mp_for_each<MembersOf<S>>(
            [&](auto descriptor) { fill(out.*descriptor.pointer); });
        return out;
    }
};

template <class... T>
std::variant<T...> variant_under(const std::variant<T...>&);

/// One of each alternative of Act or Event, in order.
template <class Whole>
std::vector<Whole> one_of_each(Sampler sampler) {
    using Variant = decltype(variant_under(std::declval<const Whole&>()));
    std::vector<Whole> out;
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<Variant>>>([&](auto index) {
        sampler.seed += static_cast<unsigned>(index) + 1;
        out.emplace_back(sampler.make<std::variant_alternative_t<index, Variant>>());
    });
    return out;
}

} // namespace quorate::governance::samples

#endif
