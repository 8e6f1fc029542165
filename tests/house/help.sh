#!/usr/bin/env bash
# help.sh QUANZE - every command has --help in both languages, and the example that it shows runs.
set -euo pipefail
export QUANZE_RULES=$PWD/rules QUANZE_CALENDAR=$PWD/lists/calendar
unset QUANZE_LISTS QUANZE_LANG
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$1" "$folder/quanze"
PATH=$folder:$PATH

fail() { echo "$*"; exit 1; }

# What the example of verify starts from.
quanze screen lists/demo/tasks/01-fire-form.yaml --lists lists/demo --bundle "$folder/proof.zip" >/dev/null || [ $? -le 2 ]

quanze --help >/dev/null || fail "quanze --help failed"
commands=$(quanze help --lang en | sed -n '/^Commands:/,/^$/s/^  \([a-z]* \{0,1\}[a-z]*\)  .*/\1/p')
[ "$(printf '%s\n' "$commands" | wc -l)" -ge 9 ] || fail "help lists too few commands: $commands"
while read -r command; do
  for language in zh en; do
    page=$(quanze $command --help --lang "$language") || fail "$command --help failed"
    example=$(printf '%s\n' "$page" | tail -n 1 | sed 's/^  //')
    case $example in "quanze $command"*) ;; *) fail "$command: no example in the help of $language: $example" ;; esac
  done
  status=0
  (cd "$folder" && eval "$example") >"$folder/out" 2>"$folder/err" || status=$?
  [ "$status" -le 2 ] || { cat "$folder/err"; fail "$example: exit $status"; }
  [ -s "$folder/out" ] || fail "$example: printed nothing"
done <<<"$commands"
