#!/usr/bin/env bash
# quanze.h stands alone: as C99, C11, C17 and C++, with every warning an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '#include <quanze.h>\n#include <quanze.h>\nint main(void) { return quanze_version() == 0; }\n' >"$folder/alone.c"
cp "$folder/alone.c" "$folder/alone.cpp"
for standard in c99 c11 c17; do
  gcc "-std=$standard" -Wall -Wextra -Wpedantic -pedantic-errors -Werror -Iengine/include -fsyntax-only "$folder/alone.c"
done
command -v g++ >/dev/null || { echo "skipped: g++ is not installed"; exit 77; }
for standard in c++11 c++17; do
  g++ "-std=$standard" -Wall -Wextra -Wpedantic -pedantic-errors -Werror -Iengine/include -fsyntax-only "$folder/alone.cpp"
done
