#!/usr/bin/env bash
# test.sh - the one test command: installs the packages it lacks, builds three times and runs everything.
#   dev      ASan and UBSan, warnings are errors: the whole suite
#   release  what users get: the out-of-memory sweep, the whole program, the golden cases
#   fuzz     clang's libFuzzer from the stored corpus, QUANZE_FUZZ_SECONDS (default 30) for each target
# JOBS: how many at a time (default: the number of processors). Ends with "N passed, N failed".
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jobs=${JOBS:-$(nproc)}
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

number() { sed -n "s/^.*[[:space:]]$2=\"\([0-9]*\)\".*$/\1/p" "$1" | head -n 1; } # an attribute of ctest's report

build() { # name, cmake options
  local folder="$root/.build/$1"
  say "build $1"
  cmake -S "$root" -B "$folder" -G Ninja -DQUANZE_TESTS=ON -DQUANZE_WERROR=ON "${@:2}" >"$folder.log" 2>&1 &&
    cmake --build "$folder" -j "$jobs" >>"$folder.log" 2>&1 && return 0
  tail -n 40 "$folder.log"
  echo "the build $1 failed; its log is $folder.log"
  failed=$((failed + 1))
  return 1
}

run() { # name, ctest options
  local report="$root/.build/$1-tests.xml"
  say "test $1"
  rm -f "$report"
  ctest --test-dir "$root/.build/$1" -j "$jobs" --output-on-failure --output-junit "$report" "${@:2}" || true
  if [ ! -s "$report" ]; then
    failed=$((failed + 1))
    return
  fi
  local all bad left
  all=$(number "$report" tests) bad=$(number "$report" failures)
  left=$(($(number "$report" skipped) + $(number "$report" disabled)))
  passed=$((passed + all - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
}

"$root/engine/packages.sh" build test
mkdir -p "$root/.build"
build dev -DQUANZE_BUILD=dev && run dev
build release -DQUANZE_BUILD=release && run release -R '^(sweep|cli|golden|house/symbols)'
build fuzz -DQUANZE_BUILD=fuzz -DCMAKE_C_COMPILER=clang -DQUANZE_WERROR=OFF -DQUANZE_FUZZ_SECONDS="${QUANZE_FUZZ_SECONDS:-30}" && run fuzz -R '^fuzz/'

summary="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || summary="$summary, $skipped skipped"
printf '\n%s\n' "$summary"
[ "$failed" -eq 0 ]
