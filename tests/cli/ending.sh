#!/usr/bin/env bash
# ending.sh QUANZE - the ending of -o chooses the format of every command that can write it; a contradiction, and an ending
# that the command cannot write, are told before anything is done.
set -uo pipefail
quanze=$(realpath "$1")
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export QUANZE_LISTS=lists/demo QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_LEDGER=$temp/l.db TZ=Asia/Shanghai
unset QUANZE_LANG
task=lists/demo/tasks/01-fire-form.yaml

fail() { echo "ending.sh: $*"; exit 1; }

kind() { # of what is no text, by its bytes
  case $(head -c 2 "$1") in
    PK) if unzip -l "$1" | grep word/document.xml >/dev/null; then echo docx; else echo xlsx; fi ;;
    '<!') echo html ;;
  esac
}

writes() { # ending, command...: the file is what --format writes
  local ending=$1 format=${1,,} file="$temp/某.一份.$1"
  shift
  case $format in txt) format=text ;; htm) format=html ;; ndjson) format=jsonl ;; yml) format=yaml ;; esac
  "$quanze" "$@" -o "$file" >"$temp/out" 2>"$temp/err" || [ $? -lt 3 ] || { cat "$temp/err"; fail "$* -o x.$ending failed"; }
  "$quanze" "$@" --format "$format" >"$temp/asked" 2>/dev/null || [ $? -lt 3 ] || fail "$* --format $format failed"
  cmp "$file" "$temp/asked" || fail "$* -o x.$ending is not $format"
  rm "$file"
}

makes() { # the same where a second call could not be the same
  local ending=$1
  shift
  "$quanze" "$@" -o "$temp/made.$ending" >"$temp/out" 2>"$temp/err" || { cat "$temp/err"; fail "$* -o x.$ending failed"; }
  [ "$(kind "$temp/made.$ending")" = "$ending" ] || fail "$* -o x.$ending made something else"
}

refused() { # words that must be told, command...: ends with 64, and writes nothing
  local words=$1 code=0
  shift
  "$quanze" "$@" >"$temp/out" 2>"$temp/err" || code=$?
  [ "$code" -eq 64 ] || fail "$*: exit $code instead of 64"
  grep -q "$words" "$temp/err" || { cat "$temp/err"; fail "$*: \"$words\" was not told"; }
}

"$quanze" ledger add lists/demo/tasks >/dev/null || fail "no ledger"
writes txt screen $task
for ending in json jsonl html docx DOCX htm; do writes $ending screen $task; done
writes ndjson screen lists/demo/tasks
for ending in txt html docx; do writes $ending refuse $task; done
for ending in json yaml yml txt; do writes $ending read lists/demo/notices/fire.txt; done
for ending in txt json csv html xlsx docx; do writes $ending audit 2023-12 --today 2026-11-22; done
for ending in json yaml html; do writes $ending list show; done
for ending in yaml json; do writes $ending list import lists/demo/published.html --valid-from 2025-07-01; done
for ending in json jsonl csv; do writes $ending ledger export; done
for ending in docx html; do # each by a key of its own: nothing else is entered between the two
  "$quanze" ledger key "$temp/key-$ending" >/dev/null || fail "no key"
  makes $ending ledger seal --key "$temp/key-$ending" --by 县编办/张三
done
for ending in docx html json txt; do writes $ending ledger seals "$(date +%Y-%m)"; done
writes html rules show
writes json rules show TIME-001
makes xlsx list export
for ending in json html; do writes $ending task due; done

# With --format the same is allowed, and what an ending says nothing of.
writes docx refuse $task --format docx
"$quanze" refuse $task --format html -o "$temp/letter" || fail "no ending"
[ "$(kind "$temp/letter")" = html ] || fail "a name without an ending"
"$quanze" ledger export --format csv -o "$temp/2026.11" || fail "an ending that is none"
"$quanze" screen $task --format jsonl -o "$temp/.json" || [ $? -lt 3 ] || fail "a hidden file has no ending"
"$quanze" screen $task --format jsonl -o "$temp/lines.json" || [ $? -lt 3 ] || fail "lines of JSON in a .json"
"$quanze" screen $task --format jsonl >"$temp/asked" || [ $? -lt 3 ] || fail "lines of JSON"
cmp "$temp/asked" "$temp/lines.json" || fail "--format does not decide"
"$quanze" list show --format html-part -o "$temp/part.html" || fail "a part of a page is html"

refused '去掉 --format' refuse $task --format html -o "$temp/none.docx"
refused 'leave --format out' screen $task -o "$temp/none.json" --format docx --lang en
refused '可以是 .txt, .html, .docx$\|可以是 .txt, .docx, .html$' refuse $task -o "$temp/none.xlsx"
refused '可以是 .jsonl, .json, .csv$\|可以是 .json, .jsonl, .csv$' ledger export -o "$temp/none.xlsx"
refused 'can end in .xlsx$' list export -o "$temp/none.csv"
refused 'none.pdf' refuse $task -o "$temp/none.pdf"
refused 'none.doc' screen $task --format docx -o "$temp/none.doc"
refused 'none.XLS' audit 2023-12 -o "$temp/none.XLS"
[ -z "$(find "$temp" -name 'none*')" ] || fail "a refused call wrote something"

# A Word or Excel file is not for the screen.
command -v script >/dev/null || exit 0
for command in "refuse $task --format docx" "list export" "audit 2023-12 --format xlsx"; do
  script -qec "$quanze $command" /dev/null </dev/null >"$temp/terminal"
  [ $? -eq 64 ] || fail "$command on a terminal"
  grep -q '请用 -o' "$temp/terminal" || fail "$command on a terminal told nothing"
done
