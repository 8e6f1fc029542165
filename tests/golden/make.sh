#!/usr/bin/env bash
# make.sh QUANZE - a golden case for every task of the demo county: text and JSON, Chinese and English. Run it when what is printed
# is meant to change, and read the difference before it is committed.
set -euo pipefail
cd "$(dirname "$0")/../.."
for task in lists/demo/tasks/*.yaml; do
  for format in text json; do
    for language in zh en; do
      case=tests/golden/$(basename "$task" .yaml)-$format-$language
      mkdir -p "$case"
      echo "quanze screen $task --format $format --lang $language" >"$case/run"
      tests/cli/case.sh --update "$1" "$case"
    done
  done
done
