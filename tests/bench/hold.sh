#!/usr/bin/env bash
# hold.sh QUANZE [SECONDS] - the server under mixed load for ten minutes (or SECONDS): screening, screening that is recorded, reading
# notices, files handed in on a page, pages, letters, signing in, the audit of a month, the ledger read and written, all at once. Every
# answer is compared, the memory is watched, and in the end the ledger holds what was acknowledged.
# Exit 1 when an answer was wrong or broken off, memory at rest grew by more than a fifth and 8 MiB, the ledger's log is longer than
# 256 MiB with the last answer, or a row is missing.
set -euo pipefail
quanze=$(realpath "$1") seconds=${2:-600} here=$(cd "$(dirname "$0")" && pwd)
command -v wrk >/dev/null || { echo "skipped: wrk is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$here/../.."
"$quanze" ledger import lists/demo/months/*.jsonl --keep-going --ledger "$folder/ledger.db" >/dev/null
token() { "$quanze" user add "$1" --role "$2" --office "$3" --token --data "$folder" --lang en | sed 's/.*: \([0-9a-f]\{64\}\).*/\1/'; }
TOKEN=$(token program gatekeeper 县编办) TOWN=$(token town township 木塘垸镇)
given=$("$quanze" user add gate --role gatekeeper --office 县编办 --data "$folder" --lang en | grep -o '[0-9a-z]\{5\}\(-[0-9a-z]\{5\}\)\{3\}')
touch "$folder/log"
"$quanze" serve --port 0 --data "$folder" --lists lists/demo >"$folder/told" 2>"$folder/log" &
server=$!
until grep -q '"started"' "$folder/log"; do sleep 0.1; done
base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")
curl -s -o "$folder/page" -c "$folder/jar" -d "name=gate" --data-urlencode "password=$given" "$base/login"
form_token() { curl -s -b "$folder/jar" "$base/password" | sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' | head -n 1; }
curl -s -o "$folder/page" -b "$folder/jar" -c "$folder/jar" -d "form_token=$(form_token)" --data-urlencode "old=$given" \
  -d "new=own-gate-password&again=own-gate-password" "$base/password"
COOKIE="quanze=$(awk '$6 == "quanze" { print $7 }' "$folder/jar")" FORM_TOKEN=$(form_token)
FILE=tests/fuzz/corpus/sheet/merged.docx
export TOKEN TOWN COOKIE FORM_TOKEN FILE

memory() { awk '/VmRSS/ { print $2 }' "/proc/$server/status"; }
ask() { curl -s -H "Authorization: Bearer $TOKEN" "$base$1"; }
rows() { ask /v1/ledger/verify | sed -n 's/.*"ok":true,"rows":\([0-9]*\).*/\1/p'; }
load() { # seconds, name
  local runs=()
  for what in screen record read upload page rule desk list story log search letter login audit write; do
    WHAT=$what NAME=$2 wrk -t1 -c"$([ $what = login ] || [ $what = audit ] && echo 1 || echo 4)" -d"$1" --timeout 30 --latency -s "$here/hold.lua" "$base" >"$folder/out.$what" 2>&1 &
    runs+=($!)
  done
  wait "${runs[@]}"
}

acknowledged() { sed -n 's/^\(write\|record\) *answers *\([0-9]*\).*/\2/p' "$folder"/out.* | awk '{ sum += $1 } END { print sum + 0 }'; }
bad=0 REST=25 # seconds; after 20 the server lets its connections to the ledger go
run() { # seconds, name
  load "$1" "$2"
  grep -h -A 1 '^[a-z]* *answers' "$folder"/out.* | grep -v '^--' | sed "s/^/$2  /"
  grep -hq '^[a-z]* *answers.*wrong *[^0 ]\|broken *[^0 ]' "$folder"/out.* && bad=1
  written=$((written + $(acknowledged)))
  local busy=$(($(memory) / 1024)) log=$(($(stat -c %s "$folder/ledger.db-wal") / 1024 / 1024))
  [ "$log" -le 256 ] || { echo "the log is $log MiB long"; bad=1; }
  sleep "$REST" # what is on hand when the last answer goes out is no growth: the server gives it back when it rests
  echo "$2: memory $busy MiB with the last answer, $(($(memory) / 1024)) MiB at rest; log of the ledger $log MiB"
}

before=$(rows) written=0
echo "at rest: memory $(($(memory) / 1024)) MiB, $before rows"
run "$((seconds / 20 > 5 ? seconds / 20 : 5))" warm
warm=$(memory)
run "$((seconds / 2))" half
run "$((seconds / 2))" end
after=$(memory) now=$(rows)
echo "rows $before + $written acknowledged, now ${now:-broken}; memory at rest $((warm / 1024)) MiB when warm, $((after / 1024)) MiB after $seconds s; $(uptime | sed 's/.*load/load/')"
[ "$after" -le $((warm + warm / 5 + 8192)) ] || { echo "memory grew"; bad=1; }
[ "${now:-0}" -ge $((before + written)) ] || { echo "rows are missing"; bad=1; }
exit "$bad"
