#!/usr/bin/env bash
# seal.sh QUANZE - a month's seal from the key to the paper: one sheet with all that checking needs, however its short form is typed in
# later; the list of seals; a head that is not in the chain. The sheet is set by LibreOffice and Chromium where they are installed.
set -uo pipefail
quanze=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LANG
export QUANZE_LEDGER=$temp/l.db HOME=$temp
fail() { echo "seal.sh: $*"; exit 1; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$temp/seal.json"; }

"$quanze" ledger add tests/door/world/tasks >/dev/null || fail "no ledger"
"$quanze" ledger key "$temp/office.key" >/dev/null
"$quanze" ledger seal --key "$temp/office.key" --by 县编办/张三 --county 示例县 --format html -o "$temp/sealed.html" 2>"$temp/err" || fail "no seal"
grep -q '还没有完，第 [0-9]* 行以后登记的不在封签范围内' "$temp/err" || fail "a month that is not over was sealed without a word"
grep -q 'not over yet' "$temp/err" || fail "no English warning"
"$quanze" ledger seal 2999-01 --key "$temp/office.key" --by 县编办/张三 2>"$temp/err"
[ $? = 64 ] && grep -q '还没有到' "$temp/err" || fail "a month to come was sealed"
"$quanze" ledger seal --key "$temp/office.key" --by 县编办/张三 2>"$temp/err"
[ $? = 64 ] && grep -q '已经封签（台账第 [0-9]* 行），此后没有新的记录' "$temp/err" || fail "a month was sealed twice though nothing had changed"
month=$("$quanze" ledger seals --format json | sed -n 's/.*"month":"\([^"]*\)".*/\1/p')
"$quanze" ledger seals "$month" --format json >"$temp/seal.json" || fail "no seal of $month"
short=$(field short_form)
grep -q '"holds":true' "$temp/seal.json" || fail "the seal does not hold"
grep -q '"whole_month":false' "$temp/seal.json" || fail "the JSON says the month was over"
[ "$("$quanze" ledger seals --format json | grep -o '"row":' | wc -l)" = 1 ] || fail "what was refused left a seal"

for format in html docx; do "$quanze" ledger seals "$month" --county 示例县 --format $format -o "$temp/seal.$format" || fail "no $format"; done
cmp "$temp/sealed.html" "$temp/seal.html" || fail "the sheet printed again is another one"
sed 's/<[^>]*>//g' "$temp/seal.html" | tr -d ' \n' >"$temp/words"
for part in 示例县 "$month" 县编办 张三 "$short" "$(field head)" "$(field public_key)" "$(field signature)" 此后登记的不在内 留存单位 核对办法; do
  grep -qF "$part" "$temp/words" || fail "the sheet does not say $part"
done
"$quanze" ledger seals | grep -F "$short" | grep -q '有效（当月未完）' || fail "the list lacks the seal"

"$quanze" ledger add lists/demo/tasks >/dev/null # what comes later does not matter
wide=$(echo "$short" | sed 'y/0123456789ABCDEFGHJKMNPQRSTVWXYZ-/０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫＭＮＰＱＲＳＴＶＷＸＹＺ－/')
for typed in "$short" "${short//-/}" "${short,,}" "$(echo "$short" | tr 01 OI)" "$(echo "$short" | tr 1 l)" "$wide" "${short//-/ }" "$(field head)"; do
  "$quanze" ledger verify --head "$typed" >/dev/null || fail "\"$typed\" is not known"
done
"$quanze" ledger verify --head 00000-00000-00000-00000 >/dev/null
[ $? = 1 ] || fail "a head from elsewhere is in the chain"
"$quanze" ledger verify --head 00000 2>/dev/null
[ $? = 64 ] || fail "half a short form is taken"
"$quanze" ledger seals 1999-01 2>/dev/null
[ $? = 66 ] || fail "a month without a seal has one"

one_page() { # what, the PDF's file
  [ "$(pdfinfo "$2" | sed -n 's/^Pages: *//p')" = 1 ] || fail "$1: not one page"
}
command -v pdfinfo >/dev/null || exit 0
if command -v soffice >/dev/null; then
  soffice --headless --convert-to pdf --outdir "$temp/word" "$temp/seal.docx" >/dev/null 2>&1
  one_page "by LibreOffice" "$temp/word/seal.pdf"
fi
if command -v chromium >/dev/null; then
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$temp/seal.pdf" "$temp/seal.html" >/dev/null 2>&1
  one_page "by Chromium" "$temp/seal.pdf"
fi
exit 0
