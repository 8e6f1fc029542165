#!/usr/bin/env bash
# Functions of at most 60 lines and complexity 15, files of at most 500 lines.
set -euo pipefail
command -v pmccabe >/dev/null || { echo "skipped: pmccabe is not installed"; exit 77; }

bad=0
files=$(find engine tests -name '*.[ch]' | sort)
wc -l $files | awk '$2 != "total" && $1 > 500 { printf "%s: %d lines, at most 500\n", $2, $1; bad = 1 } END { exit bad }' || bad=1
pmccabe $(find engine -name '*.c' | sort) | awk -F'\t' '
  $1 > 15 { printf "%s: complexity %d, at most 15\n", $6, $1; bad = 1 }
  $5 > 60 { printf "%s: %d lines, at most 60\n", $6, $5; bad = 1 }
  END { exit bad }' || bad=1
exit $bad
