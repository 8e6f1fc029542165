#!/usr/bin/env bash
# unit.sh QUANZE BUILD - the unit for systemd, as it is handed out: the program is installed and its lines are run in a cage that is
# like the unit's own (a user of no rights, a file system to be read alone, but for the folder of the data; no devices, no home, no
# capabilities, no memory that is written and run, only the sockets and calls of the kernel that are let). A wrong path, a folder that
# cannot be written, a step that is forbidden show here. A setting of the unit that this cage does not know is a failure, too.
# Nothing outside the cage is touched. Skipped (77) where a cage cannot be made.
set -euo pipefail
quanze=$(realpath "$1") build=$(realpath "$2") root=$(cd "$(dirname "$0")/../.." && pwd)
unit=$root/engine/http/deploy/quanze.service
skip() { echo "skipped: $1"; exit 77; }
fail() { echo "$1"; [ ! -s "${folder:-}/log" ] || tail -n 20 "$folder/log"; exit 1; }
for tool in unshare setpriv python3 curl cmake; do command -v "$tool" >/dev/null || skip "$tool is not installed"; done
[ "$(id -u)" = 0 ] || skip "a cage needs root"

known='EnvironmentFile Environment DynamicUser StateDirectory StateDirectoryMode ExecStartPre ExecStart ExecReload Restart TimeoutStopSec
UMask NoNewPrivileges ProtectSystem ProtectHome PrivateTmp PrivateDevices ProtectKernelTunables ProtectKernelModules ProtectKernelLogs
ProtectControlGroups ProtectClock ProtectHostname ProtectProc RestrictAddressFamilies RestrictNamespaces RestrictRealtime
RestrictSUIDSGID LockPersonality MemoryDenyWriteExecute SystemCallArchitectures SystemCallFilter CapabilityBoundingSet'
setting() { sed -n "s/^$1=//p" "$unit" | head -n 1; }
for name in $(sed -n '/^\[Service\]/,/^\[Install\]/s/^\([A-Za-z]*\)=.*/\1/p' "$unit"); do
  grep -qw "$name" <<<"$known" || fail "the cage does not know the unit's $name"
done
[ "$(setting ProtectSystem) $(setting DynamicUser) $(setting NoNewPrivileges)" = "strict yes yes" ] || fail "the unit is less safe than its cage"
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
calls=
if command -v systemd-analyze >/dev/null; then
  systemd-analyze security --offline=yes --threshold=25 "$unit" >/dev/null 2>&1 || fail "systemd-analyze finds the unit too open"
  calls=$(systemd-analyze syscall-filter 2>"$folder/warned")
fi

DESTDIR=$folder/staged cmake --install "$build" --prefix /usr >"$folder/installed" 2>&1 || fail "it cannot be installed: $(tail -n 3 "$folder/installed")"
[ -x "$folder/staged$(setting ExecStart | cut -d' ' -f1)" ] || fail "ExecStart names a program that is not installed"

# What is done as root in a mount namespace of its own, before the rights are dropped.
cat >"$folder/cage" <<'END'
set -e
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$STAGED/usr:/usr" /usr
mount -t tmpfs -o mode=755 tmpfs /var/lib
mkdir -m "$MODE" "/var/lib/$STATE"
chown 61234:61234 "/var/lib/$STATE"
for place in /home /root /tmp /var/tmp; do [ ! -d $place ] || mount -t tmpfs -o mode=1777 tmpfs $place; done
mount -t tmpfs -o mode=755 tmpfs /mnt
for device in null zero full random urandom; do : >/mnt/$device; mount --bind /dev/$device /mnt/$device; done
mount --move /mnt /dev
for place in / /proc/sys /sys; do mount --bind $place $place; done
for place in / /proc/sys /sys /home /root /dev; do [ ! -d $place ] || mount -o remount,bind,ro $place 2>/dev/null || true; done
if : 2>/dev/null >/usr/share/written || : 2>/dev/null >/etc/written; then echo "the cage is open" >&2; exit 1; fi
cd /
umask "$MASK"
exec env -i PATH=/usr/bin:/bin LANG=C.UTF-8 ASAN_OPTIONS=detect_leaks=0 "$SETTING" "CALLS=$CALLS" setpriv --reuid 61234 --regid 61234 \
  --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all python3 -c "$LOCK" "$FAMILIES" "$FILTER" "$@"
END
# No memory that is written and run; no sockets and no calls of the kernel but those of the unit; then the program.
cat >"$folder/lock.py" <<'END'
import ctypes, os, re, socket, struct, sys

ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | 97
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}


def step(code, jump_true, jump_false, value):
    return struct.pack("HBBI", code, jump_true, jump_false, value)


def numbers():
    for machine in ("x86_64-linux-gnu", "aarch64-linux-gnu"):
        for name in ("unistd_64.h", "unistd.h"):
            path = f"/usr/include/{machine}/asm/{name}"
            if os.path.exists(path):
                with open(path, encoding="ascii") as file:
                    return {name: int(number) for name, number in re.findall(r"#define __NR_(\w+)\s+(\d+)", file.read())}
    return {}


def allowed(group, text):
    """The calls of a group of systemd, those of the groups in it, too; text is what systemd-analyze tells of all groups."""
    part = re.search(rf"^{group}\n((?:    .*\n)*)", text, re.M)
    words = [word for word in (part.group(1).split("\n") if part else []) if word.strip() and not word.strip().startswith("#")]
    names = set()
    for word in map(str.strip, words):
        names |= allowed(word, text) if word.startswith("@") else {word}
    return names


families, group, text = sys.argv[1], sys.argv[2], os.environ.pop("CALLS", "") + "\n"
known = numbers()
filters = []
wanted = {known[name] for name in allowed(group, text) | allowed("@default", text) if name in known}
if len(wanted) > 100:
    filters.append([step(0x20, 0, 0, 0)] + [part for number in sorted(wanted) for part in (step(0x15, 0, 1, number), step(0x06, 0, 0, ALLOW))] +
                   [step(0x06, 0, 0, KILL)])
if "socket" in known:
    let = [FAMILIES[family] for family in families.split()]
    filters.append([step(0x20, 0, 0, 0), step(0x15, 0, len(let) + 2, known["socket"]), step(0x20, 0, 0, 16)] +
                   [step(0x15, len(let) - i, 0, family) for i, family in enumerate(let)] + [step(0x06, 0, 0, REFUSE), step(0x06, 0, 0, ALLOW)])
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(65, 1, 0, 0, 0)  # no memory that is written and run; older kernels do not know it
for steps in reversed(filters):
    code = ctypes.create_string_buffer(b"".join(steps))
    if libc.prctl(22, 2, ctypes.c_char_p(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))), 0, 0) != 0:
        sys.exit("no filter: " + os.strerror(ctypes.get_errno()))
if "socket" in known:
    try:
        socket.socket(16, 3)  # netlink
        sys.exit("the cage is open")
    except OSError:
        pass
os.execv(sys.argv[3], sys.argv[3:])
END
LOCK=$(cat "$folder/lock.py") CALLS=$calls STAGED=$folder/staged
STATE=$(setting StateDirectory) MODE=$(setting StateDirectoryMode) SETTING=$(setting Environment)
FAMILIES=$(setting RestrictAddressFamilies) FILTER=$(setting SystemCallFilter) MASK=$(setting UMask)
export LOCK CALLS STAGED STATE MODE SETTING FAMILIES FILTER MASK
cage() (exec unshare -m bash "$folder/cage" "$@") # words of a line of the unit
FILTER="" cage /usr/bin/true 2>"$folder/log" || skip "no cage can be made here: $(tail -n 1 "$folder/log")"

read -ra before <<<"$(setting ExecStartPre)"
read -ra start <<<"$(setting ExecStart)"
cage "${before[@]}" >"$folder/checked" 2>"$folder/log" || fail "ExecStartPre fails in the cage"

(exec unshare -m bash "$folder/cage" "${start[@]}" --port 0) >"$folder/told" 2>"$folder/log" &
server=$!
for _ in $(seq 300); do
  grep -q '"started"' "$folder/log" && break
  kill -0 "$server" 2>/dev/null || fail "ExecStart fails in the cage"
  sleep 0.1
done
base=$(sed -n 's/.*"started","detail":"\(.*\)\/".*/\1/p' "$folder/log")
[ -n "$base" ] || fail "ExecStart does not come up in the cage"
status() { curl -s --max-time 60 -o "$folder/page" -w '%{http_code}' "$@"; }
[ "$(status "$base/readyz")" = 200 ] || fail "it is not ready"
[ "$(status -d 'words=表太多' "$base/complaint")" = 200 ] || fail "nothing can be written to the ledger"
password=$(grep -oh '[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}-[0-9a-z]\{5\}' "$folder/log" "$folder/told" | head -n 1)
[ "$(status -c "$folder/jar" -d name=admin --data-urlencode "password=$password" "$base/login")" = 303 ] || fail "the password in the log opens nothing"
sed -i 's/^\(#HttpOnly_127[^\t]*\t[^\t]*\t[^\t]*\t\)TRUE/\1FALSE/' "$folder/jar" # the cookie is for HTTPS, which the proxy in front speaks
token=$(curl -s -b "$folder/jar" "$base/password" | sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' | head -n 1)
[ "$(status -b "$folder/jar" -d "form_token=$token" --data-urlencode "old=$password" -d "new=own-admin-password&again=own-admin-password" "$base/password")" = 303 ] ||
  fail "the accounts cannot be written"

data=/proc/$server/root$(setting Environment | cut -d= -f2)
[ -s "$data/ledger.db" ] && [ -s "$data/users" ] || fail "the data do not lie where the unit says"
[ -z "$(find "$data" -not -user 61234 -o -type f -perm /077)" ] || fail "others may read the data: $(ls -l "$data")"

eval "$(setting ExecReload | sed "s|\$MAINPID|$server|")"
for _ in $(seq 300); do grep -q '"reloaded"' "$folder/log" && break; sleep 0.1; done
grep -q '"reloaded"' "$folder/log" || fail "ExecReload reloads nothing"
kill -TERM "$server"
for _ in $(seq "$(setting TimeoutStopSec)0"); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
! kill -0 "$server" 2>/dev/null || fail "it does not stop in the time that the unit gives it"
wait "$server" || fail "it ends with $?"
echo "the unit's lines run in a cage like the unit's own"
