#!/usr/bin/env bash
# output.sh QUANZE - files are replaced whole or not at all; a reader that leaves is no crash; what cannot be written is told.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export QUANZE_LISTS=tests/door/world/list.yaml QUANZE_RULES=tests/door/world/rules QUANZE_CALENDAR=lists/calendar
tasks=tests/door/world/tasks

fail() { echo "output.sh: $*"; exit 1; }
expect() { # code, what; then the command
  local wanted=$1 what=$2 code=0
  shift 2
  "$@" >"$temp/out" 2>"$temp/err" || code=$?
  [ "$code" -eq "$wanted" ] || { cat "$temp/err"; fail "$what: exit $code instead of $wanted"; }
}

"$quanze" screen "$tasks" --format jsonl >"$temp/direct" || true
expect 1 "a new file" "$quanze" screen "$tasks" --format jsonl -o "$temp/new"
cmp "$temp/direct" "$temp/new" || fail "-o and standard output differ"

printf 'old\n' >"$temp/old"
chmod 640 "$temp/old"
ln -s old "$temp/link"
expect 1 "an old file through a link" "$quanze" screen "$tasks" --format jsonl -o "$temp/link"
[ -L "$temp/link" ] || fail "the link was replaced"
cmp "$temp/direct" "$temp/old" || fail "the old file was not replaced"
[ "$(stat -c %a "$temp/old")" = 640 ] || fail "the mode of the file changed"

printf 'old\n' >"$temp/old"
expect 66 "no such input" "$quanze" screen "$temp/nothing.yaml" -o "$temp/old"
[ "$(cat "$temp/old")" = old ] || fail "a run that failed touched the old file"
expect 64 "a bad day" "$quanze" screen "$tasks" --as-of 2023-02-31 -o "$temp/old"
[ "$(cat "$temp/old")" = old ] || fail "a run that failed touched the old file"
[ "$(ls "$temp" | grep -c '\.[A-Za-z0-9]\{6\}$')" -eq 0 ] || fail "a temporary file was left behind"

expect 73 "no such folder" "$quanze" screen "$tasks" -o "$temp/none/out"
expect 73 "a folder" "$quanze" screen "$tasks" -o "$temp"
expect 1 "a device" "$quanze" screen "$tasks" -o /dev/null
[ -c /dev/null ] || fail "/dev/null was replaced"
expect 74 "a full disk" "$quanze" screen "$tasks" -o /dev/full
expect 74 "a full disk behind standard output" bash -c "'$quanze' screen '$tasks' >/dev/full"
grep -q . "$temp/err" || fail "a full disk was not told"
printf 'old\n' >"$temp/old"
expect 74 "a file larger than files may be" bash -c "ulimit -f 1; '$quanze' rules list --rules rules --format json -o '$temp/old'"
[ "$(cat "$temp/old")" = old ] || fail "what broke off touched the old file"
[ "$(ls -A "$temp" | grep -c '\.[A-Za-z0-9]\{6\}$')" -eq 0 ] || fail "a temporary file was left behind by what broke off"

code=$(set +e; "$quanze" rules list 2>"$temp/err" | true; echo "${PIPESTATUS[0]}")
case $code in 0 | 74) ;; *) fail "a reader that left: exit $code" ;; esac
[ ! -s "$temp/err" ] || fail "a reader that left was told: $(cat "$temp/err")"

# Colours and the progress bar are for terminals only.
! grep -q $'\033' "$temp/direct" || fail "colours in a pipe"
expect 1 "colours on demand" "$quanze" screen "$tasks" --color always
grep -q $'\033' "$temp/out" || fail "no colours with --color always"

# On a terminal: colours unless NO_COLOR, a bar for long runs, wiped at the end.
command -v script >/dev/null || exit 0
terminal() { TERM=xterm script -qc "$*" /dev/null </dev/null; }
terminal "$quanze screen $tasks/reject.yaml" >"$temp/terminal" || true
grep -q $'\033\[[0-9;]*m' "$temp/terminal" || fail "no colours on a terminal"
! NO_COLOR=1 terminal "$quanze screen $tasks/reject.yaml" | grep -q $'\033' || fail "NO_COLOR was not honoured"
line='{"id":"t","title":"关于开展消防安全检查的通知","received_at":"2023-12-07T09:30","due_at":"2023-12-14T17:30"}'
yes "$line" | head -n 3000 >"$temp/many.jsonl"
terminal "$quanze screen $temp/many.jsonl --format jsonl -o /dev/null" >"$temp/bar"
grep -q '█.*%.*已审查' "$temp/bar" || fail "no progress bar on a terminal"
tail -c 20 "$temp/bar" | grep -q $'\033\[K$' || fail "the bar was not wiped"
expect 2 "no bar in a pipe" "$quanze" screen "$temp/many.jsonl" --format jsonl -o /dev/null
[ ! -s "$temp/err" ] || fail "a bar in a pipe"
terminal "$quanze ledger import $temp/many.jsonl --ledger $temp/l.db -o /dev/null" >"$temp/bar"
grep -q '█.*%.*已读入' "$temp/bar" || fail "no progress bar of an import on a terminal"
tail -c 20 "$temp/bar" | grep -q $'\033\[K$' || fail "the bar of an import was not wiped"
"$quanze" ledger import "$temp/many.jsonl" --keep-going --ledger "$temp/l2.db" >/dev/null 2>"$temp/err"
! grep -q '█' "$temp/err" || fail "a bar of an import in a pipe"
