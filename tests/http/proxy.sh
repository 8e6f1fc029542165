#!/usr/bin/env bash
# proxy.sh QUANZE - the example for nginx, as it is handed out, in front of a server: nginx takes it, pages come over HTTPS, a form
# is let through, cookies are for HTTPS alone, the metrics stay inside, no address is written down; a program's call and a file of
# almost the largest size come through, and what is too large is answered by the server itself. Skipped (77) without nginx.
set -euo pipefail
quanze=$(realpath "$1") root=$(cd "$(dirname "$0")/../.." && pwd)
for tool in nginx openssl curl; do
  command -v "$tool" >/dev/null || PATH="$PATH:/usr/sbin"
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
folder=$(mktemp -d)
trap 'kill $(cat "$folder/nginx.pid" 2>/dev/null) "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
fail() { echo "$1"; exit 1; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

cd "$root"
"$quanze" serve --proxy --port 0 --data "$folder/data" --lists lists/demo 2>"$folder/log" &
server=$!
for _ in $(seq 100); do grep -q '"started"' "$folder/log" && break; sleep 0.1; done
inside=$(sed -n 's/.*"started","detail":"http:\/\/\(.*\)\/".*/\1/p' "$folder/log")
tls=$(free_port) plain=$(free_port)
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=quanze.example -days 2 -keyout "$folder/key.pem" -out "$folder/fullchain.pem" 2>/dev/null
sed -e "s|/etc/ssl/quanze|$folder|; s|127.0.0.1:8080|$inside|; s|listen 443 ssl|listen 127.0.0.1:$tls ssl|; s|listen 80;|listen 127.0.0.1:$plain;|" \
  -e "s|/var/log/nginx|$folder|" engine/http/deploy/nginx.conf >"$folder/site.conf"
mkdir -p "$folder/body"
cat >"$folder/nginx.conf" <<END
user root; # who may write the folder of this test
pid $folder/nginx.pid;
error_log $folder/error.log;
events {}
http {
  access_log $folder/access.log;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/body;
  fastcgi_temp_path $folder/body;
  uwsgi_temp_path $folder/body;
  scgi_temp_path $folder/body;
  include $folder/site.conf;
}
END
nginx -t -q -p "$folder" -c "$folder/nginx.conf" || fail "nginx does not take the example"
nginx -p "$folder" -c "$folder/nginx.conf"

ask() { curl -sk --max-time 20 --resolve "quanze.example:$tls:127.0.0.1" -b "$folder/jar" -c "$folder/jar" "$@"; }
site="https://quanze.example:$tls"
ask "$site/login" | grep -q '<form' || fail "no page came through"
password=$(grep -o '[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}' "$folder/log" | head -n 1)
head=$(ask -D - -o "$folder/page" -H "Origin: $site" -d name=admin --data-urlencode "password=$password" "$site/login")
grep -q '^HTTP/1.1 303' <<<"$head" || fail "the form was not let through: $head"
grep -qi '^set-cookie: .*; Secure' <<<"$head" || fail "the cookie is not for HTTPS alone: $head"
grep -qi '^strict-transport-security:' <<<"$head" || fail "no Strict-Transport-Security"
[ "$(ask -o "$folder/page" -w '%{http_code}' -H 'Origin: https://elsewhere.example' -d name=admin -d password=x "$site/login")" = 403 ] || fail "a form of another site was let through"
[ "$(curl -s -o "$folder/page" -w '%{http_code}' --resolve "quanze.example:$plain:127.0.0.1" "http://quanze.example:$plain/complaint")" = 301 ] || fail "plain HTTP is served"
metrics=$(ask -o "$folder/page" -w '%{http_code}' "$site/metrics")
[ "$metrics" = 200 ] || fail "the machine itself does not get the metrics: $metrics"

secret=$("$quanze" user add program --role gatekeeper --office 县编办 --token --data "$folder/data" --lang en | sed 's/.*: \([0-9a-f]\{64\}\).*/\1/')
call() { ask -w '\n%{http_code}' -H "Authorization: Bearer $secret" -H 'Content-Type: application/json' "$@"; }
for _ in $(seq 100); do [ "$(call "$site/v1/list" | tail -n 1)" = 401 ] || break; sleep 0.1; done # until the server has read the accounts
task='{"id":"a","title":"关于开展消防安全检查的通知","issuer":{"name":"县消防救援大队"},"townships":["木塘垸镇"],"received_at":"2026-11-02T09:30"}'
limit=$((16 * 1024 * 1024))
{ head -c $((limit - 1000)) /dev/zero | tr '\0' ' '; printf '%s' "$task"; } >"$folder/near"
{ head -c "$limit" /dev/zero | tr '\0' ' '; printf '%s' "$task"; } >"$folder/beyond"
for file in near beyond; do call -X POST --data-binary "@$folder/$file" "$site/v1/screen" >"$folder/$file.told"; done
grep -q '"verdict":' "$folder/near.told" || fail "a file near the limit does not come through: $(tail -c 300 "$folder/near.told")"
[ "$(tail -n 1 "$folder/beyond.told")" = 413 ] || fail "what is too large is not refused: $(tail -c 300 "$folder/beyond.told")"
grep -q '"detail_zh"' "$folder/beyond.told" || fail "what is too large is not refused in the server's words"
[ "$(call -H 'Idempotency-Key: 1' -d "$task" "$site/v1/tasks" | grep -c '"added":1')" = 1 ] || fail "a program's write does not come through"
[ "$(call -H 'Idempotency-Key: 1' -d "$task" "$site/v1/tasks" | grep -c '"added":1')" = 1 ] || fail "a program's write is done twice"
rm "$folder/jar" # a complaint comes from nobody
[ "$(ask -o "$folder/page" -w '%{http_code}' -d 'words=表太多' "$site/complaint")" = 200 ] || fail "a complaint was not let through"
[ ! -s "$folder/access.log" ] || fail "addresses were written down: $(cat "$folder/access.log")"
! grep -v 'http://' "$folder/log" | grep -q '127.0.0.1' || fail "the server wrote an address down"
echo "nginx takes the example, and what goes through it is safe"
