#!/usr/bin/env bash
# Measures quanze beside the engines a user would pick instead, on one workload, in one run; prints ratios.
#   run.sh screen|book|cold|large|match|neardup|read|ledger|big|audit|replay [TASKS], or run.sh serve [SECONDS]
# PEERS  folder of the peers' generator and runners (default: ../shared/peers beside the checkout); without it: skipped, with a word.
# BUILD  a configured release build (default: .build/release), for the programs of match and neardup.
# QUANZE the command (default: .build/release/engine/cli/quanze); OUT a folder for the data (default: a folder in $TMPDIR).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
PEERS=${PEERS:-$root/../shared/peers}
BUILD=${BUILD:-$root/.build/release}
QUANZE=${QUANZE:-$root/.build/release/engine/cli/quanze}
OUT=${OUT:-${TMPDIR:-/tmp}/quanze-bench}
what=${1:-screen}
tasks=${2:-100000}
rounds=${ROUNDS:-3}

[ -f "$PEERS/gen.py" ] || { echo "skipped: no workload generator at $PEERS"; exit 0; }
mkdir -p "$OUT"

world() { # items: the peers' world, and the same for quanze
  [ -f "$OUT/w$1/items.jsonl" ] || python3 "$PEERS/gen.py" world --out "$OUT/w$1" --items "$1"
  [ -f "$OUT/w$1/tasks.jsonl" ] || python3 "$PEERS/gen.py" tasks --out "$OUT/w$1" --items-file "$OUT/w$1/items.jsonl" --n 100000
  [ -f "$OUT/q$1/tasks.jsonl" ] || python3 "$here/convert.py" "$OUT/w$1" "$OUT/q$1"
}

some() { # items, file, tasks
  head -n "$3" "$OUT/q$1/$2.jsonl" > "$OUT/q$1/some.jsonl"
}

now() { date +%s.%N; }
rate() { awk -v a="$1" -v b="$2" -v n="$3" 'BEGIN { printf "%.0f", n / (b - a) }'; }

screen() { # rules, world, jobs, options: prints tasks a second, start-up included
  local start end
  start=$(now)
  "$QUANZE" screen "$OUT/q$2/some.jsonl" --lists "$OUT/q$2/list.yaml" --rules "$1" --calendar "$OUT/q$2/calendar" --format jsonl \
    --jobs "$3" "${@:4}" > "$OUT/verdicts.jsonl" || [ $? -le 2 ]
  end=$(now)
  rate "$start" "$end" "$tasks"
}

c_loop() {
  [ -x "$OUT/main_c" ] || gcc -O2 -march=native -w -o "$OUT/main_c" "$PEERS/rules-c/main_c.c"
  "$OUT/main_c" "$OUT/w340" stream "$tasks" | sed -n 's/.*tasks\/s=\([0-9]*\).*/\1/p'
}

peer() { # name, command: tasks a second as the peer prints it
  local line
  line=$("${@:2}" 2>/dev/null | tail -n 1) || line=
  printf '%-28s %s\n' "$1" "${line:-not runnable here}"
}

case $what in
screen)
  world 340
  some 340 tasks "$tasks"
  [ -x "$OUT/main_c" ] || c_loop > /dev/null
  "$OUT/main_c" "$OUT/w340" mem "$tasks" "$OUT/masks.c.txt" > /dev/null
  for round in $(seq "$rounds"); do
    quanze=$(screen "$here/rules" 340 1 --no-match)
    python3 "$here/convert.py" masks "$OUT/verdicts.jsonl" "$OUT/masks.quanze.txt"
    cmp "$OUT/masks.c.txt" "$OUT/masks.quanze.txt" && same=same || same=DIFFERENT
    c=$(c_loop)
    echo "round $round: quanze $quanze tasks/s (masks $same), plain C $c tasks/s, ratio $(awk -v a="$c" -v b="$quanze" 'BEGIN { printf "%.2f", a / b }')"
    NM=${NM:-$OUT/node_modules/}
    export NM
    for script in js jle; do
      [ -d "$NM" ] && peer "node $script" node "$PEERS/rules-node/$script.js" "$OUT/w340" stream "$tasks"
    done
    peer "plain Python" python3 "$PEERS/rules-py/plain.py" "$OUT/w340" stream "$tasks"
  done ;;
book)
  world 340
  some 340 kinds "$tasks"
  for round in $(seq "$rounds"); do
    one=$(screen "$root/rules" 340 1)
    two=$(screen "$root/rules" 340 2)
    echo "round $round: shipped rules, one thread $one tasks/s, two threads $two tasks/s, $(awk -v a="$two" -v b="$one" 'BEGIN { printf "%.2f", a / b }')x"
  done
  for n in 1000 10000 100000; do
    some 340 kinds "$n"
    printf 'memory at %6d tasks: ' "$n"
    /usr/bin/time -f '%M KiB' "$QUANZE" screen "$OUT/q340/some.jsonl" --lists "$OUT/q340/list.yaml" --rules "$root/rules" \
      --calendar "$OUT/q340/calendar" --format jsonl 2>&1 > /dev/null | tail -n 1 || true # 1 and 2 are verdicts
  done ;;
cold)
  world 340
  head -n 1 "$OUT/q340/kinds.jsonl" > "$OUT/one.jsonl"
  for round in $(seq "$rounds"); do
    start=$(now)
    for _ in $(seq 20); do
      "$QUANZE" screen "$OUT/one.jsonl" --lists "$OUT/q340/list.yaml" --rules "$root/rules" --calendar "$OUT/q340/calendar" > /dev/null || true
    done
    end=$(now)
    echo "round $round: one task, all rules, 340 items: $(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.1f", (b - a) / 20 * 1000 }') ms"
  done
  /usr/bin/time -f 'memory: %M KiB' "$QUANZE" screen "$OUT/one.jsonl" --lists "$OUT/q340/list.yaml" --rules "$root/rules" \
    --calendar "$OUT/q340/calendar" > /dev/null || true ;;
large)
  for items in 340 100000; do
    world "$items"
    some "$items" kinds "$tasks"
    head -n 1 "$OUT/q$items/kinds.jsonl" > "$OUT/one.jsonl"
    start=$(now)
    "$QUANZE" screen "$OUT/one.jsonl" --lists "$OUT/q$items/list.yaml" --rules "$root/rules" --calendar "$OUT/q$items/calendar" > /dev/null || true
    end=$(now)
    load=$(awk -v a="$start" -v b="$end" 'BEGIN { print b - a }')
    start=$(now)
    screen "$root/rules" "$items" 1 > /dev/null
    end=$(now)
    echo "$items items: start-up and one task $(awk -v l="$load" 'BEGIN { printf "%.3f", l }') s, then $(awk -v a="$start" -v b="$end" -v l="$load" -v n="$tasks" 'BEGIN { printf "%.2f", (b - a - l) / n * 1e6 }') us a task"
  done ;;
match)
  cmake --build "$BUILD" --target bench_match > /dev/null
  bench=$BUILD/tests/bench/bench_match
  [ -x "$OUT/limit_match" ] || gcc -O2 -march=native -w -o "$OUT/limit_match" "$PEERS/match/limit_match.c" -lm || true
  [ -x "$OUT/fts5" ] || gcc -O2 -march=native -w -o "$OUT/fts5" "$PEERS/match/fts5.c" -lsqlite3 || true
  [ -f "$OUT/xap" ] || g++ -O2 -w -o "$OUT/xap" "$PEERS/match/xap.cc" -lxapian || true
  # shellcheck disable=SC2046
  [ -x "$OUT/grn" ] || gcc -O2 -w -o "$OUT/grn" "$PEERS/match/grn.c" $(pkg-config --cflags --libs groonga) || true
  mkdir -p "$OUT/databases" # two of the peers empty the folder that OUT names
  for items in 340 10000 100000; do
    world "$items"
    queries=2000
    [ "$items" -lt 100000 ] || queries=300
    echo "$items items, $queries titles:"
    "$bench" "$OUT/w$items" "$OUT/q$items/list.yaml" "$root/lists/thesaurus" "$queries"
    for name in limit_match fts5 xap grn; do peer "  $name" env OUT="$OUT/databases" "$OUT/$name" "$OUT/w$items" "$queries"; done
  done ;;
neardup)
  cmake --build "$BUILD" --target bench_neardup > /dev/null
  [ -x "$OUT/limit_dup" ] || gcc -O3 -march=native -w -o "$OUT/limit_dup" "$PEERS/neardup/limit_dup.c" || true
  world 340
  for n in 10000 "$tasks" ${LARGE:-1000000}; do
    mkdir -p "$OUT/d$n"
    cp "$OUT/w340/items.jsonl" "$OUT/w340/towns.json" "$OUT/d$n/"
    [ -f "$OUT/d$n/tasks.jsonl" ] || python3 "$PEERS/gen.py" dups --out "$OUT/d$n" --items-file "$OUT/d$n/items.jsonl" --n "$n"
    "$BUILD/tests/bench/bench_neardup" "$OUT/d$n" "$n"
    [ "$n" -gt "$tasks" ] || peer "  C minhash" "$OUT/limit_dup" "$OUT/d$n" "$n" 0.5
  done ;;
ledger)
  world 340
  cmake --build "$BUILD" --target bench_ledger > /dev/null
  for round in $(seq "$rounds"); do
    echo "round $round: $tasks decided tasks, all rules, on $(df --output=fstype "$OUT" | tail -n 1)"
    rm -f "$OUT"/ledger.db*
    "$BUILD/tests/bench/bench_ledger" "$OUT/ledger.db" "$OUT/q340/list.yaml" "$root/rules" "$OUT/q340/calendar" "$OUT/q340/kinds.jsonl" "$tasks"
    some 340 kinds 3000
    start=$(now)
    screen "$root/rules" 340 1 > /dev/null
    middle=$(now)
    screen "$root/rules" 340 1 --ledger "$OUT/ledger.db" > /dev/null
    end=$(now)
    echo "  screening 3000 tasks: with that ledger $(awk -v a="$start" -v b="$middle" -v c="$end" 'BEGIN { printf "%.3f", (c - 2 * b + a) / 3000 * 1000 }') ms more a task"
  done
  rm -f "$OUT"/ledger.db* ;;
big) # a ledger of ten years, 3.5 kB a task: how fast it fills as it grows, then what is added, asked and audited there; made once
  cmake --build "$BUILD" --target bench_audit bench_ledger > /dev/null
  demo=("$root/lists/demo" "$root/rules" "$root/lists/calendar" "$root/lists/demo/months/2026-10.jsonl")
  echo "a ledger of $tasks tasks over ten years, on $(df --output=fstype "$OUT" | tail -n 1)"
  [ -f "$OUT/big.db" ] || "$BUILD/tests/bench/bench_audit" "$OUT/big.db" "${demo[@]}" "$tasks" 120
  for name in small big; do
    rm -f "$OUT"/small.db*
    echo "$name:"
    "$BUILD/tests/bench/bench_ledger" "$OUT/$name.db" "${demo[@]}" 20000
  done
  rm -f "$OUT"/small.db*
  "$BUILD/tests/bench/bench_audit" "$OUT/big.db" "${demo[@]}" 0 120 keep ;;
replay)
  demo=(--lists "$root/lists/demo" --rules "$root/rules" --calendar "$root/lists/calendar" --ledger "$OUT/replay.db")
  rm -f "$OUT"/replay.db*
  "$QUANZE" screen "$root"/lists/demo/months/*.jsonl "${demo[@]}" --record --format jsonl > /dev/null 2>&1 || [ $? -le 2 ]
  again() { # month, month, jobs: seconds of processors
    local TIMEFORMAT='%U %S'
    { time "$QUANZE" rules replay --from "$1" --to "$2" "${demo[@]}" --jobs "$3" > /dev/null; } 2>&1 | awk '{ print $1 + $2 }'
  }
  months=$(cat "$root"/lists/demo/months/*.jsonl | wc -l)
  for round in $(seq "$rounds"); do
    echo "round $round: $months tasks, all rules, $(awk -v a="$(again 2026-08 2026-10 1)" -v b="$(again 2000-01 2000-01 1)" -v n="$months" \
      'BEGIN { printf "%.0f", n / (a - b) }') decided again a second of one processor"
  done
  rm -f "$OUT"/replay.db* ;;
serve)
  world 340
  c_loop > /dev/null
  "$OUT/main_c" "$OUT/w340" mem 100000 "$OUT/masks.c.txt" > /dev/null
  "$here/served.sh" "$QUANZE" "$PEERS" "$OUT" "${2:-10}" ;;
audit)
  cmake --build "$BUILD" --target bench_audit > /dev/null
  echo "$tasks tasks over ${MONTHS:-12} months, on $(df --output=fstype "$OUT" | tail -n 1)"
  rm -f "$OUT"/audit.db*
  "$BUILD/tests/bench/bench_audit" "$OUT/audit.db" "$root/lists/demo" "$root/rules" "$root/lists/calendar" \
    "$root/lists/demo/months/2026-10.jsonl" "$tasks" "${MONTHS:-12}"
  rm -f "$OUT"/audit.db* ;;
read)
  cmake --build "$BUILD" --target bench_read > /dev/null
  "$BUILD/tests/bench/bench_read" "$root/tests/notices" "$root/tests/notices/list.yaml" "$root/lists/calendar" ;;
*) sed -n '2,5p' "$0"; exit 64 ;;
esac
