#!/usr/bin/env bash
# The manual pages are sound, and each has its Chinese summary.
set -euo pipefail
command -v mandoc >/dev/null || { echo "skipped: mandoc is not installed"; exit 77; }
for page in engine/man/quanze.1 engine/man/quanze-ledger.5 engine/man/quanze-letter.5 engine/man/quanze-list.5 engine/man/quanze-task.5 engine/man/quanze-rule.5; do
  mandoc -Kutf-8 -Tlint -Wwarning "$page"
  grep -q '^\.Sh CHINESE SUMMARY' "$page" || { echo "$page has no Chinese summary"; exit 1; }
done
