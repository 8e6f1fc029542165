#!/usr/bin/env bash
# What has no place in the tree: notes to self, dead code behind #if 0, tabs, white space at the end of a line.
set -euo pipefail
bad=0
look() { # why, pattern
  if grep -rnIE "$2" engine rules lists tests CMakeLists.txt README.md .ci --include='*' --exclude=words.sh --exclude-dir=corpus --exclude-dir=bad; then
    echo "  ^ $1"
    bad=1
  fi
}
look "notes to self" '\b(TODO|FIXME|XXX|HACK)\b'
look "code that is switched off" '^[[:space:]]*#[[:space:]]*if 0\b'
look "white space at the end of a line" '[[:blank:]]+$'
exit $bad
