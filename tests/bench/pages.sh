#!/usr/bin/env bash
# pages.sh QUANZE [TASKS [PATH...]] - what each page costs the server's processor with a ledger of TASKS screened tasks (1,000,000 unless
# told) and some thousands of moves, complaints and corrections, for every role, in Chinese and English: pages.py asks them all, or those
# that begin with a PATH, says which are over 50 ms, and what memory the server holds. DATA names a data folder to be used again; where
# it is not there it is made, which takes minutes. WITH is put before the server's command, such as a profiler.
set -euo pipefail
quanze=$(realpath "$1") tasks=${2:-1000000} here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$(dirname "$0")/../.." && pwd)
shift $(($# < 2 ? $# : 2))
made=$(mktemp -d) server=
trap 'kill $server 2>/dev/null; rm -rf "$made"' EXIT
data=${DATA:-$made/data}
cd "$root"

serve() {
  : >"$data/log"
  # shellcheck disable=SC2086 # a command with its arguments
  ${WITH:-} "$quanze" serve --port 0 --data "$data" --lists lists/demo --proxy 2>"$data/log" &
  server=$!
  until grep -q '"started"' "$data/log"; do kill -0 "$server"; sleep 0.1; done
  base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$data/log")
}

make() {
  mkdir "$data"
  python3 "$here/many.py" "$tasks" |
    "$quanze" screen - --input-format jsonl --format jsonl --record --ledger "$data/ledger.db" --lists lists/demo >/dev/null || [ $? -le 2 ]
  for office in gatekeeper:县委编办 department:县消防救援大队 township:木塘垸镇 auditor:县审计局 administrator:县政务服务局; do
    account=(--role "${office%%:*}" --office "${office##*:}" --data "$data" --lang en)
    "$quanze" user add "${office%%:*}" "${account[@]}" | grep -o '[0-9a-z]\{5\}\(-[0-9a-z]\{5\}\)\{3\}' >"$data/password.${office%%:*}"
    "$quanze" user add "program-${office%%:*}" "${account[@]}" --token | sed -n 's/.*: \([0-9a-f]\{64\}\).*/\1/p' >"$data/token.${office%%:*}"
  done
  serve
  python3 "$here/pages.py" "$base" "$server" "$data" fill
  kill "$server"
  wait "$server"
}

[ -f "$data/ledger.db" ] || make
serve
echo "a ledger of $(du -h "$data/ledger.db" | cut -f 1)"
python3 "$here/pages.py" "$base" "$server" "$data" "$@"
