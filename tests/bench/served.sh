#!/usr/bin/env bash
# served.sh QUANZE PEERS OUT [SECONDS] - the twelve rules of the peers over HTTP: quanze beside the engines that run in node, each behind
# node's own server, one after the other under the same load. OUT holds the worlds that `run.sh screen` made, and node_modules with
# those of the peers' engines that are to run (run.sh says how they are called). Before it is measured, each answers the first
# tasks as the plain C loop does. Told per second, and per second of the server's processor time (the machine is not alone).
set -euo pipefail
quanze=$(realpath "$1") peers=$(realpath "$2") out=$(realpath "$3") seconds=${4:-10} here=$(cd "$(dirname "$0")" && pwd)
command -v wrk >/dev/null || { echo "skipped: wrk is not installed"; exit 77; }
checked=500 folder=$(mktemp -d) server=
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
export NM=${NM:-$out/node_modules/} HEADER=
head -n 20000 "$out/w340/tasks.jsonl" >"$folder/theirs.jsonl"
head -n 20000 "$out/q340/tasks.jsonl" >"$folder/ours.jsonl"
head -n "$checked" "$out/masks.c.txt" >"$folder/masks"

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

answers() { # url, file: one answer a line
  head -n "$checked" "$2" | while IFS= read -r task; do
    curl -s -H 'Content-Type: application/json' ${HEADER:+-H "$HEADER"} --data-binary "$task" "$1" | tr -d '\n'
    echo
  done
}

measure() { # name, url, file
  local before after same=DIFFERENT
  cmp -s "$folder/masks" "$folder/answered" && same=same
  FILE=$3 wrk -t1 -c8 -d2 -s "$here/served.lua" "$2" >/dev/null
  before=$(ticks)
  FILE=$3 wrk -t1 -c8 -d"$seconds" --latency -s "$here/served.lua" "$2" >"$folder/load"
  after=$(ticks)
  awk -v name="$1" -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" -v same="$same" \
    -v memory="$(awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")" '
    /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } $1 == "50%" { p50 = $2 } $1 == "99%" { p99 = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%-34s masks %-9s %7.0f/s %7.0f per second of processor  median %s  p99 %s  wrong %d  %d MiB at most\n",
          name, same, rate, requests * hertz / (ticks + 1), p50, p99, bad, memory }' "$folder/load"
  kill "$server"
  wait "$server" 2>/dev/null || true
}

mkdir "$folder/data" "$folder/lists"
cp -r "$out/q340/list.yaml" "$out/q340/calendar" "$folder/lists/"
token=$("$quanze" user add gate --role gatekeeper --office 县编办 --token --data "$folder/data" --lang en | sed 's/.*: \([0-9a-f]\{64\}\).*/\1/')
"$quanze" serve --port 0 --data "$folder/data" --lists "$folder/lists" --rules "$here/rules" --calendar "$folder/lists/calendar" 2>"$folder/log" &
server=$!
until grep -q '"started"' "$folder/log"; do kill -0 "$server"; sleep 0.1; done
url=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")/v1/screen?match=false
HEADER="Authorization: Bearer $token"
answers "$url" "$folder/ours.jsonl" >"$folder/verdicts"
python3 "$here/convert.py" masks "$folder/verdicts" "$folder/answered"
measure "quanze serve" "$url" "$folder/ours.jsonl"

HEADER=
for runner in js jle celmarc zen jre; do
  : >"$folder/port"
  node "$here/served.js" "$peers/rules-node/$runner.js" "$out/w340" >>"$folder/port" 2>/dev/null &
  server=$!
  until [ -s "$folder/port" ] || ! kill -0 "$server" 2>/dev/null; do sleep 0.1; done
  [ -s "$folder/port" ] || { echo "node $runner: not runnable here"; continue; }
  read -r port name <"$folder/port"
  answers "http://127.0.0.1:$port/" "$folder/theirs.jsonl" | sed 's/.*:\([0-9]*\)}.*/\1/' >"$folder/answered"
  measure "node, $name" "http://127.0.0.1:$port/" "$folder/theirs.jsonl"
done
