#!/usr/bin/env bash
# circles.sh OBJECTS - no two files of the engine call each other, straight or round about: what calls stands above what is called.
# OBJECTS lists the object files of the engine, one a line; `tsort` tells the files of a circle where there is one.
set -euo pipefail
[ -s "$1" ] || { echo "no object files"; exit 1; }
# Program and library are linked each for itself: a name may stand in both.
xargs nm -A <"$1" | awk '
  { file = $1; sub(/:.*/, "", file); sub(/.*\/engine\//, "", file); sub(/CMakeFiles\/[^\/]*\.dir\/(\.\/)?/, "", file); sub(/\.o$/, "", file) }
  { own = file ~ /^(http|cli)\// ? "program" : "library" }
  $(NF - 1) ~ /^[TDRB]$/ { home[own " " $NF] = file; print file, file }
  $(NF - 1) == "U" { needs[own " " file " " $NF] }
  END {
    for (need in needs) {
      split(need, part, " ")
      key = part[1] " " part[3]
      if (!(key in home)) key = "library " part[3]
      if (key in home && home[key] != part[2]) print part[2], home[key]
    }
  }
' | sort -u | tsort >/dev/null
