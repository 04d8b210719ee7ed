#ifndef QUORATE_WEB_PUBLIC_VERIFY_COMMANDS_HPP
#define QUORATE_WEB_PUBLIC_VERIFY_COMMANDS_HPP
// Commands anyone can type, as docs/verify-by-hand.md has them; a test compares and runs them.

#include <string_view>

namespace quorate::web {

// clang-format off

/// The shell functions the others use.
inline constexpr std::string_view verify_functions = R"raw(unhex() { printf "$(printf %s "$1" | sed 's/../\\x&/g')"; }
node() { (printf '\001'; unhex "$1"; unhex "$2") | sha256sum | cut -c1-64; }
check_note() { # note file, public key
    sed '/^$/,$d' "$1" > body
    grep '^— ' "$1" | head -n 1 | sed 's/.* //' | base64 -d | tail -c 64 > signature
    (unhex 302a300506032b6570032100
        printf %s "$2" | sed 's/^[^+]*+[^+]*+//' | base64 -d | tail -c 32) > key.der
    openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in body -sigfile signature
})raw";

/// Checks proof.json.
inline constexpr std::string_view verify_proof = R"raw(jq -j .bytes proof.json > entry.json
hash=$( (printf '\000'; cat entry.json) | sha256sum | cut -c1-64)
position=$(jq .position proof.json)
last=$(($(jq .size proof.json) - 1))
for step in $(jq -r '.path[]' proof.json); do
    if ((position & 1 || position == last)); then
        hash=$(node "$step" "$hash")
        while ((position && !(position & 1))); do
            position=$((position >> 1)) last=$((last >> 1))
        done
    else
        hash=$(node "$hash" "$step")
    fi
    position=$((position >> 1)) last=$((last >> 1))
done
jq -j .checkpoint proof.json > note
sed -n 3p note | base64 -d | od -An -v -tx1 | tr -d ' \n' > signed-root
[ "$hash" = "$(cat signed-root)" ] && echo "the entry is under the checkpoint"
check_note note "$(jq -r .vkey proof.json)")raw";

// clang-format on

} // namespace quorate::web

#endif
