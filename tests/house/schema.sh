#!/usr/bin/env bash
# schema.sh QUANZE - lists/schema is what the fact table makes today.
set -euo pipefail
for name in task list; do
  "$1" help schema "$name" | diff -u "lists/schema/$name.schema.json" - ||
    { echo "stale: quanze help schema $name > lists/schema/$name.schema.json"; exit 1; }
done
