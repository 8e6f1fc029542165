#!/usr/bin/env bash
# luacheck over the rules: no unused or unknown names.
set -euo pipefail
command -v luacheck >/dev/null || { echo "skipped: luacheck is not installed"; exit 77; }
luacheck --quiet --codes --no-color rules tests/door/world/rules
