#!/usr/bin/env bash
# bundle.sh QUANZE - a bundle is decided again elsewhere: without the list, the rules, the calendar, the ledger or any setting of the
# machine that made it; exit codes; nothing is left of a bundle that could not be made, nor in the folder for temporary files.
set -uo pipefail
quanze=$(realpath "$1")
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
mkdir "$temp/tmp" "$temp/world"
export TMPDIR=$temp/tmp
fail() { echo "bundle.sh: $*"; cat "$temp/out" "$temp/err"; exit 1; }
expect() { # code, what; then the command
  local wanted=$1 what=$2 code=0
  shift 2
  "$@" >"$temp/out" 2>"$temp/err" || code=$?
  [ "$code" -eq "$wanted" ] || fail "$what: exit $code instead of $wanted"
  [ -z "$(ls "$TMPDIR")" ] || fail "$what: left behind $(ls "$TMPDIR")"
}
cp -r lists/demo "$temp/world/list"
cp -r rules lists/calendar lists/thesaurus "$temp/world/"
world=(--lists "$temp/world/list" --rules "$temp/world/rules" --calendar "$temp/world/calendar")
export QUANZE_THESAURUS=$temp/world/thesaurus
tasks=$temp/world/list/tasks

"$quanze" ledger import "$tasks" --ledger "$temp/past.db" >/dev/null || exit 1
expect 1 "a rejected task" "$quanze" screen "$tasks/01-fire-form.yaml" "${world[@]}" --ledger "$temp/past.db" --bundle "$temp/fire.zip"
grep -q '不予准入' "$temp/out" || fail "the page is missing"
expect 2 "a notice on standard input" "$quanze" screen "$temp/world/list/notices/fire.txt" "${world[@]}" --today 2026-11-22 --bundle "$temp/notice.zip"
expect 0 "a letter" "$quanze" refuse "$tasks/01-fire-form.yaml" "${world[@]}" --ledger "$temp/past.db" --format docx -o "$temp/letter.docx" --bundle "$temp/letter.zip"
expect 1 "a letter that is not open" "$quanze" refuse "$tasks/12-basic-duty.yaml" "${world[@]}" -o "$temp/none.docx" --bundle "$temp/none.zip"
[ ! -e "$temp/none.zip" ] || fail "a bundle without its letter"
rm -rf "$temp/world" "$temp/past.db"
unset QUANZE_THESAURUS

cd /
alone() { env -i TMPDIR="$TMPDIR" LC_ALL=C.UTF-8 "$quanze" "$@"; }
expect 0 "elsewhere" alone verify "$temp/fire.zip"
grep -q '^ 一致 ' "$temp/out" || fail "does not say that it is the same"
expect 0 "in English" alone verify "$temp/notice.zip" --lang en
grep -q '^ Same ' "$temp/out" || fail "does not say that it is the same"
expect 0 "JSON" alone verify "$temp/fire.zip" --format json
grep -q '"same": true' "$temp/out" || fail "JSON does not say that it is the same"
expect 0 "with a letter" alone verify "$temp/letter.zip"
LC_ALL=C grep -aq 'letter/letter.docx' "$temp/letter.zip" || fail "the letter is not in its bundle"
expect 0 "from standard input" alone verify - <"$temp/fire.zip"

# All that is wrong is told, each with what was expected; where files were changed only, their sizes and hashes.
python3 - "$temp/fire.zip" "$temp/bad.zip" "$temp/changed.zip" <<'PY'
import sys, zipfile
whole = zipfile.ZipFile(sys.argv[1])
bad, changed = (zipfile.ZipFile(name, "w") for name in sys.argv[2:])
for name in whole.namelist():
    text = whole.read(name)
    if name not in ("verdict.json", "list/list.yaml"): bad.writestr(name, text + b" " if name == "task.json" else text)
    changed.writestr(name, text + b" " if name in ("task.json", "past.json") else text)
for name in ("evil.txt", "../out", "rules/extra.lua"): bad.writestr(name, "x")
PY
expect 65 "many faults" alone verify "$temp/bad.zip"
[ ! -s "$temp/out" ] || fail "a page of what is no sound bundle"
for words in '缺文件“verdict.json”，manifest.json 列有它' '缺文件“list/list.yaml”' '不该有的文件“evil.txt”，只能是 manifest.json' \
  '指到包外的文件“../out”' '多出的文件“rules/extra.lua”，只能有 manifest.json 列出的文件' '改动过的文件“task.json”，大小和校验值应' \
  '"verdict.json": a file is missing; manifest.json lists it'; do
  grep -qF -- "$words" "$temp/err" || fail "many faults: not said: $words"
done
[ "$(grep -c '^quanze: ' "$temp/err")" = 6 ] || fail "many faults: not six of them"
expect 1 "two changed files" alone verify "$temp/changed.zip"
for name in task.json past.json; do tr -d '\n ' <"$temp/out" | grep -qE "$name：应为[0-9]+字节、校验值sha256:[0-9a-f]{12}，现为[0-9]+字节、sha256:" || fail "$name: not said what was expected"; done

head -c 100000 "$temp/fire.zip" >"$temp/half.zip"
expect 65 "half a bundle" alone verify "$temp/half.zip"
expect 65 "no bundle" alone verify "$quanze"
expect 66 "a missing bundle" alone verify "$temp/none.zip"
expect 64 "two bundles" alone verify "$temp/fire.zip" "$temp/fire.zip"
expect 73 "no folder for temporary files" env -i TMPDIR="$temp/none" "$quanze" verify "$temp/fire.zip"

cd - >/dev/null
expect 64 "several tasks" "$quanze" screen lists/demo/tasks --lists lists/demo --bundle "$temp/many.zip"
[ ! -e "$temp/many.zip" ] || fail "a bundle of several tasks"
expect 73 "no folder for the bundle" "$quanze" screen lists/demo/tasks/01-fire-form.yaml --lists lists/demo --bundle "$temp/none/x.zip"
