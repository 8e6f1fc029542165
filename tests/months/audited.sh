#!/usr/bin/env bash
# audited.sh [--update] QUANZE RECORD_MONTHS AUDIT_OUTLINE AUDIT_PLANTED AUDIT_AGREES - the demo months entered day by day and
# audited: the reports are those of golden/ (--update writes them anew), what was planted is found and named, no alert names anything
# else, what a month calls previous is what the report of the month before says, and counts are as many as the tasks that name them.
set -euo pipefail
update=no
if [ "$1" = --update ]; then update=yes; shift; fi
here=tests/months
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$2" rules lists/demo lists/calendar lists/demo/months $here/planted.json "$folder/ledger.db"
bad=0
before=
for month in 2026-08 2026-09 2026-10; do
  code=0
  "$1" audit $month --lists lists/demo --ledger "$folder/ledger.db" --format json -o "$folder/$month.json" || code=$?
  [ $code -eq 1 ] || { echo "$month: exit $code, but there are red lights"; exit 1; }
  "$3" "$folder/$month.json" >"$folder/$month.outline"
  if [ $update = yes ]; then
    mkdir -p $here/golden
    cp "$folder/$month.outline" $here/golden/$month.json
  else
    diff -u $here/golden/$month.json "$folder/$month.outline" | cut -c1-300 || bad=1
  fi
  "$5" "$folder/$month.json" ${before:+"$folder/$before.json"} || bad=1
  before=$month
  "$4" "$folder/$month.json" $here/planted.json $month || bad=1
done
exit $bad
