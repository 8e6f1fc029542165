#!/usr/bin/env bash
# symbols.sh LIBRARY - exports exactly the names of quanze.h, and calls nothing that prints, exits or asks the clock.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
grep -hv '^ \*' engine/include/*.h | grep -oE '\bquanze_[a-z_]+\(' | tr -d '(' | sort -u >"$folder/promised"
nm -D --defined-only "$1" | awk '$2 ~ /[A-Z]/ { print $3 }' | grep -vE '^(__asan_|__odr_asan|__ubsan_|_init$|_fini$)' | sed 's/@.*//' | sort -u >"$folder/exported"
diff -u "$folder/promised" "$folder/exported"
if nm -D --undefined-only "$1" | awk '{ print $2 }' | sed 's/@.*//' |
  grep -xE '(__)?v?f?printf(_chk)?|puts|putchar|fputs|fwrite|perror|exit|_exit|abort|time|gettimeofday|localtime(_r)?|rand|random|getenv|setlocale|syslog|stdout|stderr'; then
  echo "the library may not call these"
  exit 1
fi
