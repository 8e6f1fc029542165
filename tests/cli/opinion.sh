#!/usr/bin/env bash
# opinion.sh QUANZE - the opinion of a screening as .docx and as a page: every finding with its rule, the verdict, the versions and the
# day it was run, room to sign; the same bytes again; a .docx is of one task, a page of any number.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LEDGER QUANZE_LANG
export QUANZE_LISTS=lists/demo QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus
fail() { echo "opinion.sh: $*"; exit 1; }
words() { sed 's/<[^>]*>//g' "$1" | tr -d '\n'; }
opinion() { "$quanze" screen "$1" --format html --opinion --today 2026-11-22 -o "$temp/page.html"; }

for task in lists/demo/tasks/*.yaml; do
  opinion "$task"
  [ $? -le 2 ] || fail "$task: no opinion"
  words "$temp/page.html" >"$temp/words"
  "$quanze" screen "$task" --format text --today 2026-11-22 >"$temp/text"
  verdict=$(sed -n '1s/^ \([^ ]*\) .*/\1/p' "$temp/text")
  for part in "审查结论：$verdict" 适用规定日期 2026年11月22日 demo-mutang-2026 sha256: 承接乡镇意见 合法性审查意见 财政部门意见 减负工作机制意见 审查人; do
    grep -qF "$part" "$temp/words" || fail "$task: does not say $part"
  done
  ! grep -qE '20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:' "$temp/words" || fail "$task: a time that is not written as papers write it"
  for rule in $(grep -oE '[A-Z]+-[0-9]{3}$' "$temp/text" | sort -u); do
    grep -qF "$rule" "$temp/words" || fail "$task: $rule is missing"
  done
  code=$(sed -n 's/.*复核码 //p' "$temp/text" | head -c 9)
  grep -qF "$code" "$temp/words" || fail "$task: not the review code $code of the page"
done

# What heals several findings is asked for once.
opinion lists/demo/tasks/04-market-entities.yaml
[ "$(sed 's/<[^>]*>/\n/g' "$temp/page.html" | grep -c '^[0-9]*\.不与考核挂钩')" = 1 ] || fail "one condition is not written once"

fire=lists/demo/tasks/01-fire-form.yaml
"$quanze" screen "$fire" --format docx --today 2026-11-22 -o "$temp/one.docx"
"$quanze" screen "$fire" --format docx --today 2026-11-22 --lang en -o "$temp/two.docx"
cmp "$temp/one.docx" "$temp/two.docx" || fail "other bytes in another language"
head -c 2 "$temp/one.docx" | grep -q PK || fail "no .docx"

"$quanze" screen lists/demo/tasks --format html --opinion --today 2026-11-22 -o "$temp/all.html"
tasks=$("$quanze" screen lists/demo/tasks --format jsonl --today 2026-11-22 | wc -l)
[ "$(grep -c 'class="task" id=' "$temp/all.html")" = "$tasks" ] || fail "not every task has an opinion"
for link in $(grep -o 'href="#[^"]*"' "$temp/all.html" | sed 's/href="#//; s/"//' | sort -u); do
  [ "$(grep -c "id=\"$link\"" "$temp/all.html")" = 1 ] || fail "#$link leads nowhere"
done

"$quanze" screen lists/demo/tasks --format docx -o "$temp/all.docx" 2>/dev/null
[ $? = 64 ] && [ ! -e "$temp/all.docx" ] || fail "a .docx of several tasks"
"$quanze" screen "$fire" --format text --opinion >/dev/null 2>&1
[ $? = 64 ] || fail "an opinion as text"

# A long row of the table goes over to the next page rather than leave this one half empty.
command -v soffice >/dev/null && command -v pdftotext >/dev/null || exit 0
HOME=$temp soffice --headless --convert-to pdf --outdir "$temp" "$temp/one.docx" >/dev/null 2>&1
pdftotext -f 1 -l 1 -layout "$temp/one.pdf" "$temp/first"
grep LIST-010 "$temp/first" >/dev/null || fail "the table does not begin on page 1"
exit 0
