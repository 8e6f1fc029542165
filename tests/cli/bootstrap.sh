#!/usr/bin/env bash
# bootstrap.sh - the package list is well formed, and what cannot be installed is told in both languages.
set -euo pipefail
fail() { echo "bootstrap.sh: $*"; exit 1; }
awk '/^#/ || !NF || /^\[/ { next } !/^[a-z0-9.+-]+ +# ./ { print FILENAME ": " $0; bad = 1 } END { exit bad }' engine/packages.txt ||
  fail "a line that is no package with its reason"

# A machine without apt, where nothing is installed.
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
for tool in bash awk cat dirname id; do ln -s "$(command -v "$tool")" "$temp/$tool"; done
printf '#!/bin/sh\nexit 1\n' >"$temp/dpkg-query"
chmod +x "$temp/dpkg-query"
code=0
PATH=$temp engine/packages.sh build 2>"$temp/err" || code=$?
[ "$code" -eq 69 ] || fail "exit $code without apt-get"
grep -q '没有 apt-get' "$temp/err" && grep -q 'no apt-get here' "$temp/err" || fail "not told in both languages: $(cat "$temp/err")"
grep -q liblua5.4-dev "$temp/err" || fail "the missing packages are not named"

# Nothing to do: quick and silent.
engine/packages.sh build >"$temp/out" 2>&1 || fail "packages.sh: $?"
[ ! -s "$temp/out" ] || fail "packages.sh is not silent when nothing is missing: $(cat "$temp/out")"
