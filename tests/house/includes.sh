#!/usr/bin/env bash
# The staircase: who may include whom, and where each outside library may be named.
set -euo pipefail

awk '
function allow(room, seen) { may[room] = " " room " " seen " " }
function only(header, pattern) { place[header] = pattern }
BEGIN {
  allow("include", ""); allow("base", ""); allow("model", "base"); allow("read", "base model"); allow("match", "base model")
  allow("rule", "base model"); allow("ledger", "base model"); allow("decide", "base model rule"); allow("audit", "base model rule decide")
  allow("say", "base model rule decide audit ledger")
  allow("door", "base model read match rule ledger decide audit say"); allow("http", "base"); allow("cli", "base http")
  only("yaml.h", "^read/yaml\\.c$"); only("jansson.h", "^read/json\\.c$"); only("csv.h", "^read/csv\\.c$")
  only("lua.h", "^rule/"); only("lauxlib.h", "^rule/"); only("lualib.h", "^rule/")
  only("sodium.h", "^base/(digest|fingerprint|password|sign)\\.c$"); only("utf8proc.h", "^base/utf8\\.c$"); only("iconv.h", "^(base|read)/encoding\\.c$")
  only("sqlite3.h", "^ledger/"); only("zip.h", "^base/(archive|package)\\.c$"); only("zlib.h", "^base/squeeze\\.c$"); only("xlsxwriter.h", "^say/excel\\.c$")
  split("HTMLparser SAX2 parser parserInternals", markup, " ")
  for (i in markup) place["libxml/" markup[i] ".h"] = "^read/markup\\.c$"
  only("microhttpd.h", "^http/wire/server\\.c$")
  only("immintrin.h", "^base/digest_blocks\\.c$"); only("pthread.h", "^(base/pieces\\.c|ledger/checkpoint\\.c|door/(bundle/bundle_kept|screen/crew)\\.c|http/([a-z]+/)?[a-z_]+\\.[ch])$"); only("getopt.h", "^cli/parse\\.c$"); only("signal.h", "^(cli/main|http/serve)\\.c$")
  only("dirent.h", "^base/file\\.c$"); only("fcntl.h", "^(base/file|base/scratch|http/state/data_file)\\.c$"); only("time.h", "^(cli/page|http/(state/clock|serve)|rule/run/[a-z_]+)\\.c$")
  only("malloc.h", "^base/alloc\\.c$"); only("netdb.h", "^http/wire/server\\.c$"); only("sys/socket.h", "^http/wire/(server|watch)\\.c$"); only("sys/file.h", "^http/state/data_file\\.c$"); only("sys/resource.h", "^http/serve\\.c$")
  split("assert stdalign ctype errno float inttypes limits locale math setjmp stdarg stdbool stddef stdint stdio stdlib string strings unistd " \
        "stdatomic sys/stat sys/types", plain, " ")
  for (i in plain) place[plain[i] ".h"] = "."
}
FNR == 1 { file = FILENAME; sub(/^engine\//, "", file); room = file; sub(/\/.*/, "", room) }
/^[ \t]*#[ \t]*include/ {
  if ($0 !~ /#[ \t]*include <[^>]+>/) { wrong("includes are written <room/file.h>"); next }
  header = $0; sub(/^[^<]*</, "", header); sub(/>.*/, "", header)
  if (header == "quanze.h" || ((header == "quanze_form.h" || header == "quanze_ledger.h" || header == "quanze_audit.h") && room == "include")) next
  if (header in place) { if (file !~ place[header]) wrong("<" header "> has its own place: " place[header]); next }
  other = header; sub(/\/.*/, "", other)
  if (header !~ /\// || !(other in may)) wrong("<" header "> is not known to this check; give it a place here")
  else if (index(may[room], " " other " ") == 0) wrong(room " may not see " other)
}
function wrong(why) { printf "%s:%d: %s: %s\n", FILENAME, FNR, why, $0; bad = 1 }
END { exit bad }
' $(find engine -name '*.[ch]' -o -name '*.def' | sort)

if grep -rnE '\b(malloc|calloc|realloc|free|strdup|strndup|asprintf)[[:space:]]*\(' engine --include='*.[ch]' |
  grep -vE '^engine/(base/alloc|cli/)|^[^:]*:[0-9]*:[[:space:]]*(\*|/\*|//)'; then
  echo "only base/alloc.c calls malloc and its kin"
  exit 1
fi
