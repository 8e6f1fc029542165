#!/usr/bin/env bash
# http.sh QUANZE [SECONDS] - the server under wrk: screening over HTTP, the pages of a full ledger, a thousand idle connections, memory.
# Where nginx is installed, one worker of it that hands out a fixed answer shows what HTTP alone costs on this machine in the same run.
# Requests are told per second and per second of the server's processor time, since the second does not depend on what else runs here.
set -euo pipefail
quanze=$(realpath "$1") seconds=${2:-10} root=$(cd "$(dirname "$0")/../.." && pwd)
command -v wrk >/dev/null || { echo "skipped: wrk is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'kill "$server" ${yardstick:-} 2>/dev/null; rm -rf "$folder"' EXIT
cd "$root"
"$quanze" ledger import lists/demo/months/*.jsonl --keep-going --ledger "$folder/ledger.db" >/dev/null
token() { "$quanze" user add "$1" --role "$2" --office "$3" --token --data "$folder" --lang en | sed 's/.*: \([0-9a-f]\{64\}\).*/\1/'; }
gate=$(token gate gatekeeper 县编办)
"$quanze" serve --port 0 --data "$folder" --lists lists/demo 2>"$folder/log" &
server=$!
until grep -q '"started"' "$folder/log"; do sleep 0.1; done
base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")

rest() { echo "at rest: $(awk '/VmRSS/ { printf "%.0f MiB", $2 / 1024 }' /proc/$server/status), $1"; }
ticks() { awk '{ print $14 + $15 }' "/proc/$measured/stat"; }
measured=$server

# name, path, file with a body a line, sent in turn, or "": requests, latency, requests a second of processor time
load() {
  { echo "wrk.headers['Authorization'] = 'Bearer $gate'"
    [ -z "$3" ] || cat <<END
wrk.method = 'POST' wrk.headers['Content-Type'] = 'application/json'
local bodies, last = {}, 0
for line in io.lines('$3') do bodies[#bodies + 1] = line end
function request() last = last % #bodies + 1 return wrk.format(nil, nil, nil, bodies[last]) end
END
  } >"$folder/load.lua"
  local before after
  wrk -t1 -c8 -d1 -s "$folder/load.lua" "$base$2" >/dev/null
  before=$(ticks)
  wrk -t1 -c8 -d"$seconds" --latency -s "$folder/load.lua" "$base$2" >"$folder/out"
  after=$(ticks)
  awk -v name="$1" -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" '
    /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } $1 == "99%" { p99 = $2 } $1 == "50%" { p50 = $2 }
    /Non-2xx/ { bad = $NF }
    END { printf "%-28s %8.0f/s  %8.0f per second of processor  median %s  p99 %s  wrong %d\n", name, rate, requests * hertz / (ticks + 1), p50, p99, bad }' "$folder/out"
}

rest "$(grep -c . lists/demo/months/*.jsonl | awk -F: '{ n += $2 } END { print n }') tasks in the ledger"
printf '{"id":"2026-xf-1","title":"关于开展消防安全检查的通知","kind":"patrol","complete":true,"issuer":{"name":"县消防救援大队","kind":"county_department"},"townships":["木塘垸镇"],"received_at":"2026-11-02T09:30","due_at":"2026-11-02T16:00"}\n' >"$folder/task.json"
load "screen a task" /v1/screen "$folder/task.json"
load "screen a month's tasks" /v1/screen lists/demo/months/2026-10.jsonl
load "search the list" "/v1/search?text=%E6%B6%88%E9%98%B2" ""
load "the last 100 tasks" /v1/tasks ""
load "health" /healthz ""
if nginx=$(PATH=$PATH:/usr/sbin command -v nginx); then
  cat >"$folder/nginx.conf" <<END
daemon off; master_process off; pid $folder/nginx.pid; error_log stderr crit;
events { worker_connections 64; }
http { access_log off; server { listen 127.0.0.1:$((${base##*:} == 65535 ? 65534 : ${base##*:} + 1)); return 200 "ok\n"; } }
END
  "$nginx" -c "$folder/nginx.conf" & yardstick=$!
  own=$base base=http://127.0.0.1:$((${base##*:} == 65535 ? 65534 : ${base##*:} + 1)) measured=$yardstick
  until curl -s "$base" >/dev/null; do sleep 0.1; done
  load "nginx, a fixed answer" / ""
  base=$own measured=$server
fi
for _ in $(seq 1000); do # each was used once
  exec {connection}<>"/dev/tcp/127.0.0.1/${base##*:}"
  printf 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n' >&"$connection"
  read -r _ <&"$connection"
done
rest "1000 connections open"
load "screen, 1000 others idle" /v1/screen "$folder/task.json"
rest "after all this, 1000 connections open"
