#!/usr/bin/env bash
# html.sh QUANZE - a page of several tasks: one frame, a table of them all at its end, ids that stand once, links that lead somewhere,
# the same bytes whatever the number of jobs; a lone task's page has its title and no table.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LEDGER QUANZE_LANG
export QUANZE_LISTS=lists/demo QUANZE_RULES=rules QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus
fail() { echo "html.sh: $*"; exit 1; }
names() { grep -o "$1\"[^\"]*\"" "$2" | sed 's/^[^"]*"//; s/"$//; s/^#//' | sort; }
check() { # page, tasks
  [ "$(grep -c '^<!DOCTYPE html>' "$1")" = 1 ] && [ "$(grep -c '</html>' "$1")" = 1 ] || fail "$1: not one page"
  [ "$(grep -c '<article class="task"' "$1")" = "$2" ] || fail "$1: not $2 tasks"
  [ -z "$(names ' id=' "$1" | uniq -d)" ] || fail "$1: an id stands twice"
  [ -z "$(comm -23 <(names 'href=' "$1" | uniq) <(names ' id=' "$1"))" ] || fail "$1: a link leads nowhere"
  ! grep -Eq '(src|href)="[a-z]+:|url\(|@import' "$1" || fail "$1: something is fetched"
}

tasks=$("$quanze" screen lists/demo/tasks --format jsonl --today 2026-11-22 | wc -l)
"$quanze" screen lists/demo/tasks --format html -o "$temp/all.html" --today 2026-11-22
"$quanze" screen lists/demo/tasks --format html -o "$temp/jobs.html" --today 2026-11-22 --jobs 3
cmp "$temp/all.html" "$temp/jobs.html" || fail "other bytes with other jobs"
check "$temp/all.html" "$tasks"
[ "$(sed -n '/id="overview"/,$p' "$temp/all.html" | grep -c '^<tr>')" = "$tasks" ] || fail "not every task is in the table"

"$quanze" screen lists/demo/tasks/01-fire-form.yaml --format html -o "$temp/one.html"
check "$temp/one.html" 1
grep -q '<title>关于报送今冬明春消防工作资料的通知</title>' "$temp/one.html" || fail "no title"
! grep -q 'overview' "$temp/one.html" || fail "a table of one"

"$quanze" screen lists/demo/notices/fire.txt --format html -o "$temp/notice.html" --today 2026-11-22
check "$temp/notice.html" 1
grep -q '<mark data-fields="8">于12月7日下午4点前</mark>' "$temp/notice.html" || fail "the deadline is not underlined"

for i in $(seq 1001); do echo "{\"id\":\"t$i\",\"title\":\"第 $i 件\"}"; done | "$quanze" screen - --format html --no-match -o "$temp/many.html" --today 2026-11-22
grep -q '审查 1001 件' "$temp/many.html" || fail "not all are counted"
grep -q '总表只列前 [0-9]* 件' "$temp/many.html" || fail "the table does not say that it ends early"
echo '{"id":7}' | "$quanze" screen - --format html -o "$temp/none.html" --today 2026-11-22 2>/dev/null
check "$temp/none.html" 0
grep -q '审查 0 件' "$temp/none.html" || fail "an empty page does not say so"
exit 0
