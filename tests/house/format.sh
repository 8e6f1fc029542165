#!/usr/bin/env bash
# The layout of the code, as .clang-format has it.
set -euo pipefail
command -v clang-format >/dev/null || { echo "skipped: clang-format is not installed"; exit 77; }
find engine tests -name '*.[ch]' ! -path '*/include/*' -print0 | sort -z | xargs -0 clang-format --dry-run --Werror
