#!/usr/bin/env bash
# run.sh FILE QUANZE FOLDER RECORD_MONTHS - one file of tests in Debian's Chromium. FOLDER keeps the two packages that drive it between
# runs. Skipped (77) where node, npm or chromium is missing, or the packages cannot be fetched.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for tool in node npm chromium; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
mkdir -p "$3"
exec 9>"$3/.lock" # other files of tests use the same folder at the same time
flock 9
cp "$here/package.json" "$here"/*.mjs "$3/"
if ! (cd "$3" && npm ls >/dev/null 2>&1); then
  (cd "$3" && npm install --no-package-lock --no-audit --no-fund --silent) || { echo "skipped: the packages cannot be fetched"; exit 77; }
fi
flock -u 9
exec node "$3/$1" "$(realpath "$2")" "$(realpath "$here/../..")" "$(command -v chromium)" "$(realpath "$4")" 9>&-
