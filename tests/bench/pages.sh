#!/usr/bin/env bash
# pages.sh QUANZE [TASKS] - how long each page takes with a ledger of TASKS tasks (1,000,000 unless told): the third fastest of nine,
# and the processor time of the server for one. LEDGER names a ledger made before with many.py; else one is made, which takes minutes.
set -euo pipefail
quanze=$(realpath "$1") tasks=${2:-1000000} root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$root"
if [ -n "${LEDGER:-}" ]; then
  ln "$LEDGER" "$folder/ledger.db" 2>/dev/null || cp "$LEDGER" "$folder/ledger.db"
else
  python3 tests/bench/many.py "$tasks" | "$quanze" ledger import - --input-format jsonl --keep-going --ledger "$folder/ledger.db"
fi
offices="gatekeeper:县编办 department:县消防救援大队 township:木塘垸镇 auditor:县审计局"
for office in $offices; do
  "$quanze" user add "${office%%:*}" --role "${office%%:*}" --office "${office##*:}" --data "$folder" --lang en |
    grep -o '[0-9a-z]\{5\}\(-[0-9a-z]\{5\}\)\{3\}' >"$folder/password.${office%%:*}"
done
touch "$folder/log"
"$quanze" serve --port 0 --data "$folder" --lists lists/demo 2>"$folder/log" &
server=$!
until grep -q '"started"' "$folder/log"; do sleep 0.1; done
base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")

token_of() { sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' | head -n 1; }
for office in $offices; do
  role=${office%%:*} jar="$folder/jar.${office%%:*}"
  curl -s -o "$folder/page" -c "$jar" -d "name=$role" --data-urlencode "password=$(cat "$folder/password.$role")" "$base/login"
  token=$(curl -s -b "$jar" "$base/password" | token_of)
  curl -s -o "$folder/page" -b "$jar" -c "$jar" -d "form_token=$token" --data-urlencode "old=$(cat "$folder/password.$role")" \
    -d "new=own-$role-password&again=own-$role-password" "$base/password"
done

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
page() { # role, path
  local before after
  before=$(ticks)
  for _ in 1 2 3 4 5 6 7 8 9; do
    curl -s -o "$folder/page" -b "$folder/jar.$1" -w '%{time_total} %{http_code} %{size_download}\n' "$base$2"
  done | sort -n >"$folder/times"
  after=$(ticks)
  awk -v name="$1 $2" -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" '
    { code = $2; size = $3 } NR == 3 { third = $1 } END { printf "%-44s %8.1f ms  processor %6.1f ms  %d  %d bytes\n", name, third * 1000, ticks * 1000 / hertz / NR, code, size }' "$folder/times"
}
prepared() { # until the server has audited the last month by itself, or has had a minute for it
  for _ in $(seq 60); do
    grep -q '"audit prepared"' "$folder/log" && return
    sleep 1
  done
}
first() { # path: of a page that nobody asked for yet
  local before
  before=$(ticks)
  curl -s -o "$folder/page" -b "$folder/jar.auditor" -w '%{time_total}\n' "$base$1" >"$folder/times"
  awk -v name="the first $1" -v ticks=$(($(ticks) - before)) -v hertz="$(getconf CLK_TCK)" \
    '{ printf "%-44s %8.1f ms  processor %6.1f ms\n", name, $1 * 1000, ticks * 1000 / hertz }' "$folder/times"
}
last=$(curl -s -b "$folder/jar.gatekeeper" "$base/desk" | sed -n 's/.*href="\/tasks\/\([^"]*\)".*/\1/p' | head -n 1)
echo "$(uptime | sed 's/.*load/load/'), $(ls -lh "$folder/ledger.db" | awk '{ print $5 }') ledger"
for path in / /desk "/desk?all=yes" "/desk?state=accepted" "/desk?before=500000" "/tasks/$last" /ledger "/ledger?after=900000" "/ledger?task=$last" /ledger/seals \
  /due /corrections /waivers /screen /list /list/C-014 /rules /rules/TIME-001; do page gatekeeper "$path"; done
page department /sent
page township /inbox
page auditor /complaints
prepared
first "/audit?month=2026-10"
page auditor "/audit?month=2026-10" # as it was kept: nothing was added since
sleep 25 # what the audit left behind is given back when nothing is asked
echo "at rest: $(awk '/VmRSS/ { printf "%.0f MiB", $2 / 1024 }' /proc/$server/status)"
