#!/usr/bin/env bash
# refuse_pages.sh QUANZE - a letter set by LibreOffice and by Chromium, whichever is there: 22 lines of 28 characters a page, and nothing of
# the first page's head moves them. Skipped (77) without one of the two, or without pdftotext.
set -uo pipefail
quanze=$1
command -v pdftotext >/dev/null || { echo "skipped: pdftotext (poppler-utils) is not installed"; exit 77; }
command -v soffice >/dev/null || command -v chromium >/dev/null || { echo "skipped: neither soffice nor chromium is installed"; exit 77; }
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset QUANZE_LEDGER QUANZE_LANG
export QUANZE_LISTS=lists/demo QUANZE_CALENDAR=lists/calendar QUANZE_THESAURUS=lists/thesaurus HOME=$temp
fail() { echo "refuse_pages.sh: $*"; exit 1; }

# A body of one character, some three pages long: every line but the first and the last is full.
mkdir -p "$temp/own/letters"
printf '%s\n' '【标题】题' '【主送】县局：' "$(printf '字%.0s' $(seq 1500))" >"$temp/own/letters/receipt.txt"
for issuer in county_department county_government; do
  sed "s/kind: county_department/kind: $issuer/" lists/demo/tasks/01-fire-form.yaml >"$temp/task.yaml"
  for format in docx html; do
    "$quanze" refuse "$temp/task.yaml" --variant receipt --rules rules --rules "$temp/own" --format $format -o "$temp/$issuer.$format" 2>/dev/null ||
      fail "$issuer $format: $?"
  done
done

check() { # what, the PDF's file
  [ -s "$2" ] || fail "$1: no PDF was made"
  pdftotext -layout "$2" "$temp/text"
  local pages
  pages=$(tr -cd '\f' <"$temp/text" | wc -c)
  [ "$pages" -ge 3 ] || fail "$1: only $pages pages"
  awk -v RS='\f' -v what="$1" '
    { count = 0; n = split($0, lines, "\n")
      for (i = 1; i <= n; i++) { text = lines[i]; of = gsub(/字/, "", text); if (of == 0) continue
        count++
        if (of > 28) { print what ": " of " characters in a line"; bad = 1 }
        if (of == 28) full++ }
      if (NR == 1) first = count; else if (NR == 2) second = count }
    END { if (second != 22) { print what ": " second " lines on a whole page"; bad = 1 }
          if (first > 18 || first < 8) { print what ": " first " lines on the first page"; bad = 1 }
          if (full < 45) { print what ": only " full " full lines"; bad = 1 }
          exit bad }' "$temp/text" || { cat "$temp/text"; exit 1; }
}
for issuer in county_department county_government; do
  if command -v soffice >/dev/null; then
    soffice --headless --convert-to pdf --outdir "$temp/word" "$temp/$issuer.docx" >/dev/null 2>&1
    check "$issuer by LibreOffice" "$temp/word/$issuer.pdf"
  fi
  if command -v chromium >/dev/null; then
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$temp/$issuer.pdf" "$temp/$issuer.html" >/dev/null 2>&1
    check "$issuer by Chromium" "$temp/$issuer.pdf"
  fi
done

# However a letter falls into pages: the page of the signature has its date, the copies, and the last words of the text.
check_closing() { # what, the PDF's file
  pdftotext -layout "$2" "$temp/text"
  awk -v RS='\f' -v what="$1" '/印章/ { seen++; if (!/特此/ || !/年 *月 *日/ || !/抄送/) bad = 1 }
    END { if (seen != 1 || bad) { print what ": the signature stands without what belongs to it"; exit 1 } }' "$temp/text" || exit 1
}
variants="refusal conditional time resources receipt"
for variant in $variants; do
  for format in docx html; do
    "$quanze" refuse lists/demo/tasks/01-fire-form.yaml --variant $variant --rules rules -o "$temp/$variant.$format" 2>/dev/null || fail "$variant: no letter"
  done
done
if command -v soffice >/dev/null; then
  (cd "$temp" && soffice --headless --convert-to pdf --outdir word $(printf '%s.docx ' $variants) >/dev/null 2>&1)
  for variant in $variants; do check_closing "$variant by LibreOffice" "$temp/word/$variant.pdf"; done
fi
if command -v chromium >/dev/null; then
  for variant in $variants; do
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$temp/$variant.pdf" "$temp/$variant.html" >/dev/null 2>&1
    check_closing "$variant by Chromium" "$temp/$variant.pdf"
  done
fi
