#!/usr/bin/env bash
# make.sh MAKE_MONTHS [--check] - writes the demo months and what was planted in them; with --check says whether they are what it
# would write today. Run it when the demo list, its calendar or the maker changes.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "${2-}" = --check ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  "$1" lists/demo lists/calendar "$folder" "$folder/planted.json"
  for month in "$folder"/*.jsonl; do
    cmp "$month" "lists/demo/months/$(basename "$month")" || { echo "stale: tests/months/make.sh MAKE_MONTHS"; exit 1; }
  done
  diff -u tests/months/planted.json "$folder/planted.json"
else
  mkdir -p lists/demo/months
  "$1" lists/demo lists/calendar lists/demo/months tests/months/planted.json
fi
