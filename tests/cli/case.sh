#!/usr/bin/env bash
# case.sh [--update] QUANZE FOLDER... - runs FOLDER/run in the root of the tree and compares what it printed and returned with
# FOLDER/out, FOLDER/err and FOLDER/code (absent: nothing, nothing, 0). With --update these are written instead.
# In a case: `quanze` is the program, $TEMP an own folder (printed as TEMP), no environment of the user counts.
set -euo pipefail
update=false
[ "$1" != --update ] || { update=true; shift; }
program=$(realpath "$1")
shift

TEMP=$(mktemp -d)
trap 'rm -rf "$TEMP"' EXIT
mkdir "$TEMP/bin" "$TEMP/seen"
ln -s "$program" "$TEMP/bin/quanze"
share=$(cd "$(dirname "$0")/../.." && pwd)
unset QUANZE_LISTS QUANZE_LANG QUANZE_LEDGER QUANZE_DATA NO_COLOR
export TEMP PATH="$TEMP/bin:$PATH" TZ=Asia/Shanghai LC_ALL=C.UTF-8 QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus

settle() { sed -e "s|$TEMP|TEMP|g" -e "s|$share|ROOT|g" -e "s|^  quanze \(.*\)\./|  quanze \1ROOT/|" "$1"; } # what differs from machine to machine

compare() { # name, case
  if $update; then
    if [ -s "$TEMP/seen/$1" ]; then cp "$TEMP/seen/$1" "$2/$1"; else rm -f "$2/$1"; fi
  else
    local expected="$2/$1"
    [ -e "$expected" ] || expected=/dev/null
    diff -u --label "$2/$1" --label seen "$expected" "$TEMP/seen/$1" || bad=1
  fi
}

bad=0
for case in "$@"; do
  code=0
  find "$TEMP" -mindepth 1 -maxdepth 1 ! -name bin ! -name seen -exec rm -rf {} + # of the case before
  bash "$case/run" >"$TEMP/out" 2>"$TEMP/err" </dev/null || code=$?
  settle "$TEMP/out" >"$TEMP/seen/out"
  settle "$TEMP/err" >"$TEMP/seen/err"
  : >"$TEMP/seen/code"
  [ "$code" -eq 0 ] || echo "$code" >"$TEMP/seen/code"
  for name in out err code; do compare "$name" "$case"; done
done
exit $bad
