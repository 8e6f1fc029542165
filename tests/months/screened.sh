#!/usr/bin/env bash
# screened.sh QUANZE - every task of the demo months is read without a fault, and a month has all four verdicts, none of them rare.
set -euo pipefail
for month in lists/demo/months/*.jsonl; do
  tasks=$(wc -l <"$month")
  [ "$tasks" -ge 2000 ] || { echo "$month: $tasks tasks, at least 2000"; exit 1; }
  [ "$(wc -c <"$month")" -lt 3000000 ] || { echo "$month: 3 MB and more"; exit 1; }
  verdicts=$("$1" screen "$month" --lists lists/demo --format jsonl | grep -o '"verdict":"[a-z]*"' | sort | uniq -c) || true
  [ "$(awk '{ sum += $1 } END { print sum }' <<<"$verdicts")" = "$tasks" ] || { echo "$month: not every task has a verdict"; exit 1; }
  awk -v month="$month" -v tasks="$tasks" '
    { share[$2] = $1 / tasks }
    END {
      least["admit"] = 0.5; least["conditional"] = 0.05; least["hold"] = 0.1; least["reject"] = 0.005
      for (verdict in least)
        if (share["\"verdict\":\"" verdict "\""] < least[verdict]) { print month ": too few are " verdict; bad = 1 }
      exit bad
    }' <<<"$verdicts"
done
