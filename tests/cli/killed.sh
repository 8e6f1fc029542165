#!/usr/bin/env bash
# killed.sh QUANZE - `ledger import` and `screen --record` are killed at random moments, 200 times in all. After each the chain
# holds; an import is there as a whole or not at all, with --keep-going as whole batches; what was there before is there still; and
# run again, all of it is there once.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LANG
export QUANZE_LEDGER=$temp/l.db HOME=$temp
RANDOM=20261122
batch=10000 # tasks that an import with --keep-going acknowledges together
fail() { echo "killed.sh: $*"; exit 1; }

tasks() { # from, to
  awk -v from="$1" -v to="$2" 'BEGIN { for (i = from; i <= to; i++)
    printf "{\"id\":\"T-%d\",\"title\":\"关于第 %d 件事的通知\",\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-07-14T08:00\"}\n", i, i }'
}

rows() { # verifies, and counts
  "$quanze" ledger verify --format json >"$temp/verify" || fail "after kill $kill: $(cat "$temp/verify")"
  sed 's/.*"rows":\([0-9]*\).*/\1/' "$temp/verify"
}

times() { # seconds that a run takes, unkilled, on a ledger of its own
  local start end
  start=$(date +%s%N)
  QUANZE_LEDGER=$temp/other.db "$quanze" "$@" >/dev/null 2>&1
  end=$(date +%s%N)
  rm -f "$temp"/other.db*
  echo $((end - start))
}

kill_one() { # longest time in ns, command
  local wait=$(($1 * RANDOM / 32768))
  shift
  "$quanze" "$@" >/dev/null 2>&1 &
  sleep "$(printf '%d.%09d' $((wait / 1000000000)) $((wait % 1000000000)))"
  kill -KILL $! 2>/dev/null
  wait $! 2>/dev/null
}

tasks 1 2000 >"$temp/some.jsonl"
tasks 1 $((2 * batch)) >"$temp/many.jsonl"
long=$(times ledger import "$temp/some.jsonl")
before=0
for kill in $(seq 120); do
  if [ $((kill % 10)) = 1 ]; then # a new file: die while it is being made, too
    rm -f "$temp"/l.db*
    before=0
    tasks 1 2000 >"$temp/some.jsonl"
  fi
  kill_one "$long" ledger import "$temp/some.jsonl"
  "$quanze" ledger add lists/demo/tasks/01-fire-form.yaml >/dev/null 2>&1 || fail "kill $kill: nothing can be entered"
  there=$(rows)
  first=$((before == 0)) # the task that was just entered
  [ "$there" = $((before + first)) ] || [ "$there" = $((before + first + 2000)) ] || fail "kill $kill: $before rows, then $there"
  if [ "$there" != $((before + first)) ]; then tasks $((there + 1)) $((there + 2000)) >"$temp/some.jsonl"; fi
  before=$there
done
"$quanze" ledger import "$temp/some.jsonl" >/dev/null 2>&1 || fail "the import cannot be run again"
[ "$(rows)" = $((before + 2000)) ] || fail "run again: $before rows, then $(rows)"

long=$(times ledger import --keep-going "$temp/many.jsonl")
rm -f "$temp"/l.db*
"$quanze" ledger add lists/demo/tasks/01-fire-form.yaml >/dev/null 2>&1
before=1
for kill in $(seq 121 140); do
  kill_one "$long" ledger import --keep-going "$temp/many.jsonl"
  there=$(rows)
  [ "$there" -ge "$before" ] || fail "kill $kill: $before rows, then $there"
  [ $(((there - 1) % batch)) = 0 ] || fail "kill $kill: a part of a batch, $there rows"
  before=$there
done
"$quanze" ledger import --keep-going "$temp/many.jsonl" >/dev/null 2>&1 || fail "the import cannot be run again"
[ "$(rows)" = $((2 * batch + 1)) ] || fail "run again: $(rows) rows"

rm -f "$temp"/l.db*
long=$(times screen lists/demo/tasks --record)
"$quanze" ledger add lists/demo/tasks/01-fire-form.yaml >/dev/null 2>&1
before=1
for kill in $(seq 141 200); do
  kill_one "$long" screen lists/demo/tasks --record
  there=$(rows)
  [ "$there" -ge "$before" ] || fail "kill $kill: $before rows, then $there"
  before=$there
done
"$quanze" screen lists/demo/tasks --record >/dev/null 2>&1
all=$(rows)
"$quanze" screen lists/demo/tasks --record >/dev/null 2>&1
[ "$(rows)" = "$all" ] || fail "recorded twice: $all rows, then $(rows)"
