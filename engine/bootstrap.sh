#!/usr/bin/env bash
# bootstrap.sh [ARGUMENT...] - from a fresh Debian 12 and a clone to a running quanze: installs the packages that are missing,
# builds Release into .build/release, then runs quanze with the arguments. Quick when there is nothing left to do.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build="$root/.build/release"
program="$build/engine/cli/quanze"

say() { printf '%s\n' "$@" >&2; }

"$root/engine/packages.sh" build

mkdir -p "$build"
log="$build/bootstrap.log"
[ -x "$program" ] || say "正在编译到 .build/release，约一分钟。" "  Building into .build/release; about a minute."
if ! { { [ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DQUANZE_BUILD=release -DQUANZE_TESTS=OFF; } &&
  cmake --build "$build" --target quanze_cli; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  say "没有编译成功，记录在 $log" "  The build failed; its log is $log"
  exit 70
fi

[ $# -gt 0 ] || set -- --help
exec "$program" "$@"
