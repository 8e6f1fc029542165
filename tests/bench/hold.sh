#!/usr/bin/env bash
# hold.sh QUANZE [SECONDS] - the server under mixed load for ten minutes (or SECONDS): screening, reading notices, pages, the ledger read
# and written, all at once. Every answer is compared, the memory is watched, and in the end the ledger holds what was acknowledged.
# Exit 1 when an answer was wrong, memory grew by more than a fifth and 8 MiB, or a row is missing.
set -euo pipefail
quanze=$(realpath "$1") seconds=${2:-600} here=$(cd "$(dirname "$0")" && pwd)
command -v wrk >/dev/null || { echo "skipped: wrk is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$here/../.."
"$quanze" ledger import lists/demo/months/*.jsonl --keep-going --ledger "$folder/ledger.db" >/dev/null
TOKEN=$("$quanze" user add program --role gatekeeper --office 县编办 --token --data "$folder" --lang en | sed 's/.*: \([0-9a-f]\{64\}\).*/\1/')
touch "$folder/log"
"$quanze" serve --port 0 --data "$folder" --lists lists/demo >"$folder/told" 2>"$folder/log" &
server=$!
until grep -q '"started"' "$folder/log"; do sleep 0.1; done
base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")
password=$(grep -ho '[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}' "$folder/log" "$folder/told" | head -n 1)
curl -s -o "$folder/page" -c "$folder/jar" -d "name=admin" --data-urlencode "password=$password" "$base/login"
token=$(curl -s -b "$folder/jar" "$base/password" | sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' | head -n 1)
curl -s -o "$folder/page" -b "$folder/jar" -c "$folder/jar" -d "form_token=$token" --data-urlencode "old=$password" \
  -d "new=own-admin-password&again=own-admin-password" "$base/password"
COOKIE="quanze=$(awk '$6 == "quanze" { print $7 }' "$folder/jar")"
export TOKEN COOKIE

memory() { awk '/VmRSS/ { print $2 }' "/proc/$server/status"; }
ask() { curl -s -H "Authorization: Bearer $TOKEN" "$base$1"; }
rows() { ask /v1/ledger/verify | sed -n 's/.*"ok":true,"rows":\([0-9]*\).*/\1/p'; }
load() { # seconds, name
  local runs=()
  for what in screen read page rule story log search write; do
    WHAT=$what NAME=$2 wrk -t1 -c4 -d"$1" --timeout 30 --latency -s "$here/hold.lua" "$base" >"$folder/out.$what" 2>&1 &
    runs+=($!)
  done
  wait "${runs[@]}"
}

before=$(rows)
load "$((seconds / 20 > 5 ? seconds / 20 : 5))" warm
warm=$(memory)
written=$(sed -n 's/^write *answers *\([0-9]*\).*/\1/p' "$folder/out.write")
load "$seconds" main
after=$(memory)
grep -h -A 1 '^[a-z]* *answers' "$folder"/out.* | grep -v '^--'
written=$((written + $(sed -n 's/^write *answers *\([0-9]*\).*/\1/p' "$folder/out.write")))
now=$(rows)
echo "memory: $((warm / 1024)) MiB when warm, $((after / 1024)) MiB after $seconds s; rows $before + $written acknowledged, now ${now:-broken}; $(uptime | sed 's/.*load/load/')"
bad=0
grep -hq '^[a-z]* *answers.*wrong [^0]' "$folder"/out.* && bad=1
[ "$after" -le $((warm + warm / 5 + 8192)) ] || bad=1
[ "${now:-0}" -ge $((before + written)) ] || bad=1
exit "$bad"
