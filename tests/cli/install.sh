#!/usr/bin/env bash
# install.sh QUANZE BUILD - what `cmake --install` makes is whole: the program runs from / without options, the library is found.
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
unset QUANZE_LISTS QUANZE_RULES QUANZE_CALENDAR QUANZE_LANG
cmake --install "$2" --prefix "$prefix" >/dev/null

fail() { echo "install.sh: $*"; exit 1; }
for file in bin/quanze include/quanze.h include/quanze_form.h include/quanze_ledger.h share/man/man1/quanze.1 share/man/man5/quanze-list.5 share/man/man5/quanze-task.5 \
  share/man/man5/quanze-rule.5 share/quanze/lists/calendar/2026.yaml; do
  [ -f "$prefix/$file" ] || fail "$file was not installed"
done
[ -d "$prefix/share/quanze/rules" ] || fail "the rules were not installed"

cd /
quanze=$prefix/bin/quanze
[ "$("$quanze" --version)" = "quanze $(sed -n 's/.*QUANZE_VERSION "\(.*\)"/\1/p' "$prefix/include/quanze.h")" ] || fail "--version"
"$quanze" rules list >"$prefix/rules.txt" || fail "rules list: $?"
"$quanze" list show >"$prefix/list.txt" || fail "list show: $?"
task=$(find "$prefix/share/quanze/lists/demo/tasks" -name '*.yaml' | sort | head -n 1)
code=0
"$quanze" screen "$task" --format json >"$prefix/verdict" 2>"$prefix/err" || code=$?
[ "$code" -le 2 ] || { cat "$prefix/err"; fail "screen: $code"; }
grep -q '"quanze/verdict/1"' "$prefix/verdict" || fail "screen printed no verdict"
printf '{"id":"x","title":"消防安全检查"}\n' | "$quanze" screen - --input-format jsonl >"$prefix/out" 2>"$prefix/err" || [ $? -le 2 ] ||
  fail "screen from standard input"
grep -q "$prefix/share/quanze/lists/demo" "$prefix/err" || fail "it was not said that the demo list was used"

# A program of somebody else finds header and library by pkg-config.
command -v pkg-config >/dev/null || { echo "skipped: pkg-config is not installed"; exit 77; }
export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name quanze.pc)")
printf '#include <quanze.h>\n#include <stdio.h>\nint main(void) { return puts(quanze_version()) < 0; }\n' >"$prefix/user.c"
sanitizers=()
case $(nm -D "$quanze" 2>/dev/null) in *__asan_init*) sanitizers=(-fsanitize=address,undefined) ;; esac
gcc "${sanitizers[@]}" $(pkg-config --cflags quanze) "$prefix/user.c" $(pkg-config --libs quanze) \
  "-Wl,-rpath,$(pkg-config --variable=libdir quanze)" -o "$prefix/user"
[ "$("$prefix/user")" = "$("$quanze" --version | cut -d' ' -f2)" ] || fail "the library has another version"
