#!/usr/bin/env bash
# Compares what quorate prints for the examples with the reviewed files beside this script (see README.md).
#   tests/golden/golden.sh QUORATE            compare
#   tests/golden/golden.sh QUORATE --renew    write the files anew, to be read before they are committed
set -euo pipefail

quorate=$(realpath "$1")
renew=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/../.."

trim() { sed -E 's/^[[:space:]]+|[[:space:]]+$//g'; }

while IFS='|' read -r file example command; do
    file=$(trim <<<"$file")
    example=$(trim <<<"$example")
    command=$(trim <<<"$command")
    case $file in '' | \#*) continue ;; esac
    if [ ! -d "$work/data/$example" ]; then
        "$quorate" --data "$work/data" init "$example" >"$work/init.log" 2>&1 ||
            { cat "$work/init.log"; exit 1; }
    fi
    mkdir -p "$work/out"
    {
        [ ! -s "$work/out/$file" ] || echo
        echo "\$ quorate $command"
        eval "set -- $command" # words in quotation marks stay together
        "$quorate" --data "$work/data" "$@"
    } >>"$work/out/$file" </dev/null
done <"$here/commands.txt"

status=0
for made in "$work"/out/*; do
    kept=$here/$(basename "$made")
    if [ "$renew" = --renew ]; then
        cp "$made" "$kept"
    elif ! diff -u "$kept" "$made"; then
        echo "$(basename "$kept") is not what the program prints now. tests/golden/README.md says how to renew it."
        status=1
    fi
done
exit $status
