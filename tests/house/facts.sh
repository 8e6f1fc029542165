#!/usr/bin/env bash
# facts.sh QUANZE - quanze-task(5) and the fact table tell the same facts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -n 's/^FACT([A-Z_]*, "\([a-z_.]*\)",.*/\1/p' engine/model/fact.def | sort >"$folder/table"
sed -n 's/^\.It Cm \([a-z_.]*\).*/\1/p' engine/man/quanze-task.5 | sort >"$folder/manual"
diff -u "$folder/table" "$folder/manual"
"$1" help facts >"$folder/help"
while read -r fact; do
  grep -qF -- "$fact" "$folder/help" || { echo "quanze help facts does not tell $fact"; exit 1; }
done <"$folder/table"
