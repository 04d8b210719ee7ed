#ifndef QUORATE_CHARTER_DECODE_HPP
#define QUORATE_CHARTER_DECODE_HPP
// One visitor that fills a described struct from a Value tree and names what does not fit.

#include "base/text.hpp"
#include "charter/rules.hpp"
#include "charter/value.hpp"
#include "charter/written.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace quorate::charter {

/// "a", "b" or "c", each in quotation marks.
std::string quoted_choices(const std::vector<std::string>& choices);
/// "Did you mean "x"?" when a candidate is near the word, else what else to say.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates,
                       std::string otherwise);

/// Decodes values into members. Adds a problem at the exact place for an unknown key, a value of
/// the wrong type and an unknown word; the member then keeps what it had.
class Decoder {
public:
    explicit Decoder(Problems& problems) : problems_(problems) {}

    /// Fills `out` from a table. Keys in `other_keys` are left to the caller. `what` names the
    /// thing for people: "a quorum rule".
    template <class T>
    void table(const Value& table, T& out, std::span<const std::string_view> other_keys,
               std::string_view what) {
        for (const auto& member : table.members) {
            bool known = false;
            for_each_member(out, [&](std::string_view key, auto& field) {
                if (key == member.name) {
                    known = true;
                    read(member.name, member.value, field);
                }
            });
            for (const auto key : other_keys) {
                known = known || key == member.name;
            }
            if (!known) {
                std::vector<std::string> keys;
                for_each_member(out, [&](std::string_view key, auto&) { keys.emplace_back(key); });
                unknown_key(member, std::move(keys), other_keys, what);
            }
        }
    }

    void read(std::string_view key, const Value& value, std::string& out);
    void read(std::string_view key, const Value& value, std::int64_t& out);
    void read(std::string_view key, const Value& value, bool& out);
    void read(std::string_view key, const Value& value, base::Fraction& out);
    void read(std::string_view key, const Value& value, std::vector<std::string>& out);
    void read(std::string_view key, const Value& value, std::vector<std::vector<std::string>>& out);

    template <class T>
    void read(std::string_view key, const Value& value, std::optional<T>& out) {
        T one{};
        const auto before = problems_.size();
        read(key, value, one);
        if (problems_.size() == before) {
            out = one;
        }
    }

    template <class E>
    requires std::is_enum_v<E>
    void read(std::string_view key, const Value& value, E& out) {
        bool known = false;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (value.type == ValueType::string && written_enumerator(d.name) == value.text) {
                out = d.value;
                known = true;
            }
        });
        if (!known) {
            not_a_choice(key, value, all_written<E>());
        }
    }

private:
    void unknown_key(const Member& member, std::vector<std::string> keys,
                     std::span<const std::string_view> other_keys, std::string_view what);
    void wrong_type(std::string_view key, const Value& value, std::string expected);
    void not_a_choice(std::string_view key, const Value& value,
                      const std::vector<std::string>& choices);

    Problems& problems_;
};

} // namespace quorate::charter

#endif
