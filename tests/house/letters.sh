#!/usr/bin/env bash
# quanze-letter(5) and the table of names tell the same names, and the same kinds of paragraph.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -nE 's/^(NAME|SECTION)\([A-Z_]*, [A-Z_]*, "([a-z_]*)",.*/\2/p' engine/say/letter/letter_names.def | sort -u >"$folder/table"
sed -n '/^\.Ss Names/,/^\.Sh/s/^\.It Cm \([a-z_]*\)$/\1/p' engine/man/quanze-letter.5 | sort -u >"$folder/manual"
diff -u "$folder/table" "$folder/manual"
grep -o 'STR_INIT("[^"]*"), DOCUMENT_' engine/say/letter/letter.c | sed 's/STR_INIT("//; s/".*//' | sort -u >"$folder/marks"
[ "$(wc -l <"$folder/marks")" -ge 8 ]
while read -r mark; do
  grep -q "^\.It Li .*【$mark】" engine/man/quanze-letter.5 || { echo "quanze-letter(5) does not tell 【$mark】"; exit 1; }
done <"$folder/marks"
