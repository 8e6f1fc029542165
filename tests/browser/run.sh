#!/usr/bin/env bash
# run.sh QUANZE FOLDER - three users' days in Debian's Chromium. FOLDER keeps the two packages that drive it between runs.
# Skipped (77) where node, npm or chromium is missing, or the packages cannot be fetched.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for tool in node npm chromium; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
mkdir -p "$2"
cp "$here/package.json" "$2/"
if ! (cd "$2" && npm ls >/dev/null 2>&1); then
  (cd "$2" && npm install --no-package-lock --no-audit --no-fund --silent) || { echo "skipped: the packages cannot be fetched"; exit 77; }
fi
cp "$here"/*.mjs "$2/"
exec node "$2/days.mjs" "$(realpath "$1")" "$(realpath "$here/../..")" "$(command -v chromium)"
