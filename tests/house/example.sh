#!/usr/bin/env bash
# example.sh LIBRARY COMPILER BUILD - the example in quanze.h is compiled as it stands there, and runs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -n '/Example (the tests/,/^ \*\//s/^ \*     //p' engine/include/quanze.h >"$folder/example.c"
library=$(dirname "$1")
sanitizers=()
[ "$3" = release ] || sanitizers=(-fsanitize=address,undefined)
"$2" -std=c17 -Wall -Wextra -Werror "${sanitizers[@]}" -Iengine/include "$folder/example.c" -L"$library" -lquanze \
  "-Wl,-rpath,$library" -o "$folder/example"
task=$(find lists/demo/tasks -name '*.yaml' | sort | head -n 1)
status=0
"$folder/example" lists/demo rules lists/calendar "$task" >"$folder/out" || status=$?
[ "$status" -le 2 ] || { echo "the example ended with $status"; exit 1; }
grep -q '"format": *"quanze/verdict/1"' "$folder/out" || { echo "the example printed no verdict"; cat "$folder/out"; exit 1; }
