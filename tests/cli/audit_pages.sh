#!/usr/bin/env bash
# audit_pages.sh QUANZE - the report of a demo month as page, workbook and circular: every link leads somewhere in the page and nothing
# is fetched; the figures of the page are those of the JSON; the circular names no township; the same ledger gives the same bytes.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LEDGER QUANZE_LANG
export QUANZE_LISTS=lists/demo QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus
fail() { echo "audit_pages.sh: $*"; exit 1; }
names() { grep -o "$1\"[^\"]*\"" "$2" | sed 's/^[^"]*"//; s/"$//; s/^#//' | sort; }
audit() { # format, out, further options
  local format=$1 out=$2
  shift 2
  "$quanze" audit 2026-10 --ledger "$temp/ledger" --today 2026-11-01 --format "$format" -o "$out" "$@" 2>"$temp/err"
  case $? in 0 | 1) ;; *) cat "$temp/err"; fail "audit --format $format" ;; esac
}

for month in 2026-09 2026-10; do
  "$quanze" screen "lists/demo/months/$month.jsonl" --record --ledger "$temp/ledger" --format jsonl --today 2026-11-01 >"$temp/verdicts.$month"
  case $? in 0 | 1 | 2) ;; *) fail "screen $month" ;; esac
done

for language in zh en; do
  page=$temp/$language.html
  audit html "$page" --lang $language
  [ "$(grep -c '^<!DOCTYPE html>' "$page")" = 1 ] && [ "$(grep -c '</html>' "$page")" = 1 ] || fail "$language: not one page"
  [ -z "$(names ' id=' "$page" | uniq -d)" ] || fail "$language: an id stands twice"
  [ -z "$(comm -23 <(names 'href=' "$page" | uniq) <(names ' id=' "$page" | uniq))" ] || fail "$language: a link leads nowhere"
  grep -q '18\.4 %' "$page" || fail "$language: 395 of 2,152 is not 18.4 %"
  ! grep -Eq '(src|href)="[a-z]+:|url\(|@import' "$page" || fail "$language: something is fetched"
  ! grep -q '{[1-9]}' "$page" || fail "$language: a sentence is not filled in"
done
tasks=$(wc -l <lists/demo/months/2026-10.jsonl)
[ "$(grep -c '<tr id="t' "$temp/zh.html")" = "$tasks" ] || fail "not every task has its row"
grep -q '"rule":"GUARD-001"' "$temp/verdicts.2026-10" || fail "no task has a note"
! grep '<tr id="t' "$temp/zh.html" | grep -q '#r-GUARD-001"' || fail "a rule that only notes something stands among those not met"

rejected=$(grep -cE '"verdict":"(hold|reject)"' "$temp/verdicts.2026-10")
grep -q "<b><a href=\"#f[0-9]*\">$(printf "%'d" "$rejected" | sed 's/^\([0-9]\)\([0-9]\{3\}\)$/\1,\2/')</a></b>未获准入" "$temp/zh.html" ||
  fail "the page does not say that $rejected tasks were not admitted"

# With a browser a figure leaves in the table the tasks behind it alone, and says of which; a link to one task brings all back.
shown() { # fragment: rows that are not hidden
  chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=20000 --dump-dom "file://$temp/zh.html#$1" >"$temp/dom" 2>/dev/null
  grep -c '<tr id="t[0-9]*">' "$temp/dom"
}
if command -v chromium >/dev/null; then
  figure=$(grep -o '<p id="f[0-9]*"><strong>[^<]*：经费缺口（' "$temp/zh.html" | head -n 1)
  [ -n "$figure" ] || fail "no figure of money"
  behind=$(grep -F "$figure" "$temp/zh.html" | grep -o 'href="#t' | wc -l)
  seen=$(shown "$(echo "$figure" | grep -o 'f[0-9]*' | head -n 1)")
  [ "$behind" -gt 1 ] && [ "$seen" = "$behind" ] || fail "$seen rows are shown, $behind tasks stand behind the figure"
  grep -q 'id="drill"[^>]*><strong>[^<]*：经费缺口（' "$temp/dom" || fail "the table does not say what it shows"
  [ "$(shown t7)" = "$tasks" ] || fail "a link to one task hides others"
fi

# The cells of the picture are those of the JSON in which tasks failed: once for a desk, once for a phone.
audit json "$temp/report.json"
failing=$(tr -d ' \n' <"$temp/report.json" | grep -oE '"department":"[^"]*","failing":[1-9]' | wc -l)
[ "$failing" -gt 100 ] || fail "the JSON has $failing cells"
[ "$(grep -c 'class="shade"' "$temp/zh.html")" = "$((2 * failing))" ] || fail "the picture has other cells than the $failing of the JSON"

audit xlsx "$temp/a.xlsx"
audit xlsx "$temp/b.xlsx"
cmp "$temp/a.xlsx" "$temp/b.xlsx" || fail "other bytes of the same workbook"
[ "$(head -c 2 "$temp/a.xlsx")" = PK ] || fail "no workbook"

audit docx "$temp/a.docx"
unzip -p "$temp/a.docx" word/document.xml docProps/core.xml | sed 's/<[^>]*>//g' >"$temp/circular" || fail "no .docx"
grep -q '审计情况的通报' "$temp/circular" || fail "no circular"
sed -n '/^townships:/,/^[a-z]*:/s/.*{name: \([^,]*\),.*/\1/p' lists/demo/list.yaml >"$temp/townships"
[ "$(wc -l <"$temp/townships")" -ge 28 ] || fail "the townships of the list were not found"
! grep -Fof "$temp/townships" "$temp/circular" || fail "the circular names a township"

# A part of the county says that it is one, and is no circular.
audit html "$temp/part.html" --township 木塘垸镇
grep -q '<h1>.*只看下到木塘垸镇的任务' "$temp/part.html" || fail "a part of the county does not say so"
"$quanze" audit 2026-10 --ledger "$temp/ledger" --today 2026-11-01 --format docx --township 木塘垸镇 -o "$temp/part.docx" 2>"$temp/err"
[ $? = 64 ] && [ ! -e "$temp/part.docx" ] || fail "a circular of one township"
exit 0
