#!/usr/bin/env python3
"""bar.py QUANZE - the bar of a long run on a real terminal: what is told meanwhile has lines of its own, the bar stands below it again, and
nothing is left of it at the end; what is written to the same terminal is whole."""
import os
import pty
import re
import subprocess
import sys
import tempfile

QUANZE = os.path.abspath(sys.argv[1])
ENV = dict(os.environ, QUANZE_LISTS="lists/demo", QUANZE_RULES="rules", QUANZE_CALENDAR="lists/calendar", TERM="xterm", NO_COLOR="1")
problems = []


def run(command, both):
    """What the terminal was sent; `both`: standard output is the terminal too."""
    master, slave = pty.openpty()
    done = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=slave if both else subprocess.DEVNULL, stderr=slave, env=ENV)
    os.close(slave)
    sent = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
        if not part:
            break
        sent.append(part)
    os.close(master)
    return b"".join(sent).decode(), done.wait()


def screen_of(sent):
    """The lines as a reader sees them in the end, and the bars that stood there meanwhile."""
    lines, bars = [""], []
    for part in re.split(r"(\r\n|\r\033\[K|\n)", sent):
        if part in ("\r\n", "\n"):
            lines.append("")
        elif part == "\r\033[K":
            lines[-1] = ""
        else:
            lines[-1] += part
            if "█" in part or "░" in part:
                bars.append(lines[-1])
    return lines, bars


def check(what, sent, told):
    lines, bars = screen_of(sent)
    if not bars:
        problems.append(f"{what}: no bar was drawn")
    for bar in bars:
        if not re.fullmatch(r"[█░]{40} +\d+%  已\S+ \d+ 件", bar):
            problems.append(f"{what}: the bar shares its line: {bar!r}")
    if any("█" in line or "░" in line for line in lines):
        problems.append(f"{what}: the bar is left standing")
    begun = [line for line in lines if line.startswith("quanze: ") and ".jsonl:" in line]
    if len(begun) != told:
        problems.append(f"{what}: {len(begun)} of {told} messages begin a line: {begun[:3]}")
    last = sent.rfind(".jsonl:1800:")
    if "█" not in sent[last:] and "░" not in sent[last:]:
        problems.append(f"{what}: the bar does not come back")
    return lines


with tempfile.TemporaryDirectory() as folder:
    tasks = os.path.join(folder, "tasks.jsonl")
    with open(tasks, "w", encoding="utf-8") as out:
        for number in range(1, 3001):
            bad = number in (1200, 1201, 1800)
            out.write('{"id":"t%d","title":"报送资料%d","kind":"form"%s}\n' % (number, number, ',"no_such":1' if bad else ""))
    for both in (False, True):
        sent, code = run([QUANZE, "ledger", "import", tasks, "--keep-going", "--ledger", os.path.join(folder, f"{both}.db")], both)
        lines = check(f"import, both {both}", sent, 3)
        if code != 65:
            problems.append(f"import: exit {code}")
        if both and not any(line.strip().startswith("记入 2997") or "2997" in line and "█" not in line for line in lines):
            problems.append(f"import: the summary is not whole: {lines[-6:]}")
    sent, _ = run([QUANZE, "screen", tasks, "--format", "jsonl"], False)
    check("screen", sent, 3)
    sent, _ = run([QUANZE, "screen", tasks, "--format", "jsonl"], True)
    verdicts = [line for line in screen_of(sent)[0] if line.startswith("{") and line.endswith("}")]
    if len(verdicts) != 2997:
        problems.append(f"screen: {len(verdicts)} verdicts are whole on a terminal")

print("\n".join(problems))
sys.exit(1 if problems else 0)
