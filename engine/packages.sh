#!/usr/bin/env bash
# packages.sh SECTION... - installs the packages of engine/packages.txt that are missing. Says what it does on standard error.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

say() { printf '%s\n' "$@" >&2; }

wanted=$(awk -v sections=" $* " '
  /^\[/ { gsub(/[][]/, ""); in_section = index(sections, " " $1 " "); next }
  in_section && $1 !~ /^#/ && NF { print $1 }' "$here/packages.txt")

missing=()
for package in $wanted; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
    command -v "$package" >/dev/null || missing+=("$package") # a tool may have come from elsewhere
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  say "缺少软件包：${missing[*]}" "  这里没有 apt-get（需要 Debian 12），请自行安装后再运行。" \
    "Missing packages: ${missing[*]}" "  There is no apt-get here (Debian 12 is expected); install them and run this again."
  exit 69
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    say "缺少软件包：${missing[*]}" "  安装要用 root 或 sudo，请以 root 运行：apt-get install ${missing[*]}" \
      "Missing packages: ${missing[*]}" "  Installing takes root or sudo; as root run: apt-get install ${missing[*]}"
    exit 77
  fi
  as_root=(sudo)
fi

say "正在安装软件包：${missing[*]}" "  Installing packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  say "软件包没有装上，原因见上。" "  The packages could not be installed; the reason is above."
  exit 69
fi
