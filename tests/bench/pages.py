#!/usr/bin/env python3
"""pages.py ADDRESS PID FOLDER [PATH...] - asks a server for each of its pages, or for those that begin with a PATH, with every role, in
both languages, and tells what each cost its processor; FOLDER has files password.ROLE and token.ROLE, and the server's log. Ends with 1
when a page took over 50 ms. With `fill` for a PATH it enters what officials enter beside tasks: moves, complaints and their answers,
corrections, waivers, seals.
"""
import collections
import glob
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse

ADDRESS, PID, FOLDER = sys.argv[1], int(sys.argv[2]), sys.argv[3]
LIMIT_MS, ROUNDS = 50, 5
ROLES = ("gatekeeper", "department", "township", "auditor", "administrator")
HOST, PORT = re.match(r"http://([^:]+):(\d+)", ADDRESS).groups()


def quoted(text):
    return urllib.parse.quote(text, safe="")


def processor_ms():
    """What all threads of the server worked; a thread that ended is no longer told, and the server ends none."""
    total = 0
    for name in glob.glob(f"/proc/{PID}/task/*/schedstat"):
        total += int(open(name).read().split()[0])
    return total / 1e6


def memory_mib(name):
    return int(re.search(rf"{name}:\s+(\d+)", open(f"/proc/{PID}/status").read()).group(1)) / 1024


class Caller:
    """One office at its browser, and its program with a token."""

    def __init__(self, role):
        self.role, self.cookie, self.asked_at = role, "", 0.0
        self.line = http.client.HTTPConnection(HOST, int(PORT), timeout=600)
        self.token = open(f"{FOLDER}/token.{role}").read().strip()
        old, new = open(f"{FOLDER}/password.{role}").read().strip(), f"own-{role}-password"
        self.ask("POST", "/login", f"name={role}&password={quoted(old)}")
        if old != new:
            form = re.search(r'name="form_token" value="([0-9a-f]*)"', self.ask("GET", "/password")[1].decode()).group(1)
            self.ask("POST", "/password", f"form_token={form}&old={quoted(old)}&new={new}&again={new}")
            open(f"{FOLDER}/password.{role}", "w").write(new)

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded", headers=()):
        sent = dict(headers)
        if self.cookie:
            sent["Cookie"] = self.cookie
        if path.startswith("/v1/"):
            sent["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            sent["Content-Type"] = kind
        if time.time() - self.asked_at > 20:
            self.line.close()  # the server has closed it, or is about to
        self.line.request(method, path, body.encode() if isinstance(body, str) else body, sent)
        answer, self.asked_at = self.line.getresponse(), time.time()
        content = answer.read()
        for name, value in answer.getheaders():
            if name == "Set-Cookie" and value.startswith("quanze="):
                self.cookie = value.split(";")[0]
        if answer.will_close:
            self.line.close()
        return answer.status, content

    def write(self, path, headers=(), **members):
        return self.ask("POST", path, json.dumps(members), "application/json", headers)


callers = {role: Caller(role) for role in ROLES}
gate, sender, town, auditor = (callers[role] for role in ROLES[:4])
TASKS_OF = {"gatekeeper": "/desk", "department": "/sent", "township": "/inbox"}


def ids(caller, query, count):
    """Of the newest tasks."""
    found, before = [], ""
    while len(found) < count:
        rows = json.loads(caller.ask("GET", f"/v1/tasks?limit=1000{query}{before}")[1])["rows"]
        if not rows:
            break
        found += [row["id"] for row in rows]
        before = f"&before={rows[-1]['row']}"
    return found[:count]


def fill():
    """What officials enter beside tasks, some thousands of each."""
    begun, written = time.time(), collections.Counter()

    def enter(kind, caller, path, **members):
        status, body = caller.write(path, **members)
        written[kind if status in (200, 201) else f"{kind} refused with {status}"] += 1
        return json.loads(body) if status in (200, 201) else {}

    def move(caller, task, state, **members):
        enter(state, caller, f"/v1/tasks/{quoted(task)}/move", state=state, why="按程序办理", **members)

    for at, task in enumerate(ids(town, "", 3000)):
        move(town, task, "received_unadmitted")
        if at % 3 == 0:
            move(town, task, "accepted")
        elif at % 3 == 1:
            move(town, task, "objected", ground="no_funds", basis="B-001")
    for at, task in enumerate(ids(gate, "&state=screened", 2000)):
        move(gate, task, "in_review" if at % 2 else "returned")
    departments = re.findall(r'<option value="([^"]+)"', gate.ask("GET", "/corrections")[1].decode())[:20]
    for at in range(2000):
        enter("complaint", auditor, "/v1/complaints", words=f"第 {at} 次要求重复报表，与上次相同，没有说明依据", department=departments[at % 20],
              headers={"X-Forwarded-For": f"10.{at >> 16}.{at >> 8 & 255}.{at & 255}"})
        if at % 2:
            enter("answer", auditor, f"/v1/complaints/{at}/answer", words="已核实，已请该单位停止重复报送")
        enter("correction", gate, "/v1/corrections", words=f"第 {at} 项：停止重复报表，并报送结果", department=departments[at % 20], until="2026-12-31")
        if at % 84 == 0: # a seal that says nothing new is refused
            enter("seal", gate, "/v1/ledger/seals", month=time.strftime("%Y-%m"))
        if at % 3 == 0:
            enter("correction done", gate, f"/v1/corrections/{at + 1}/done", words="已停止")
    for at in range(200):
        enter("waiver", gate, "/v1/waivers", rule="TIME-001", reason=f"汛期第 {at} 次调度，经县长批准", valid_from="2026-11-01", valid_to="2026-12-31")
    print(f"entered in {time.time() - begun:.0f} s: " + ", ".join(f"{count} {kind}" for kind, count in written.items()), flush=True)


def ends(caller):
    """Rows behind which the last page of each sorting begins, among the first tasks that were entered."""
    rows = json.loads(caller.ask("GET", "/v1/tasks?limit=1000&before=3000")[1])["rows"]
    dated = [row for row in rows if row.get("due_at")]
    undated = [row for row in rows if not row.get("due_at")]
    first = min(dated, key=lambda row: row["due_at"]) if dated else rows[-1]
    return {"newest": 200, "overdue": first["row"], "urgent": (undated or [first])[-1]["row"]}


def lists(caller):
    """The pages of a role's list of tasks: each sorting, filtered, from its middle and at its end."""
    path, last = TASKS_OF[caller.role], ends(caller)
    item = json.loads(caller.ask("GET", "/v1/tasks?limit=1")[1])["rows"][0]["item"]
    for sort in ("urgent", "overdue", "newest"):
        for query in ("", "&all=yes", "&state=screened", "&state=accepted", "&state=returned", "&state=arbitrating", "&state=exited",
                      f"&item={item}", f"&item={item}&state=arbitrating", "&item=B-999", f"&before={last[sort]}", "&before=500000",
                      f"&state=arbitrating&before={last[sort]}"):
            yield f"{path}?sort={sort}{query}"


def one_task(task):
    task = quoted(task)
    return [f"/tasks/{task}", f"/tasks/{task}/opinion", f"/tasks/{task}/proof", f"/v1/tasks/{task}"]


COMMON = ["/", "/password", "/list", "/list?find=消防", "/list?find=qqqq", "/list?as_of=2025-08-01", "/list/C-014", "/list/C-014?as_of=2025-08-01", "/list/B-114",
          "/list/diff", "/list/diff?from=2025-07-01&to=2026-10-01", "/list/diff?from=2025-07-01&to=2028-06-01", "/rules", "/rules?find=时限", "/rules?find=qqqq", "/rules/TIME-001", "/v1/list",
          "/v1/list/C-014", "/v1/list/diff?from=2025-07-01&to=2026-10-01", "/v1/list/diff?from=2025-07-01&to=2028-06-01&tasks=false",
          "/v1/search?text=消防检查", "/v1/search?text=qqqq", "/v1/rules", "/v1/rules/TIME-001", "/v1/facts", "/v1/schema/task"]
LEDGER = ["/ledger", "/ledger?after=500000", "/ledger?after=1999000", "/ledger?task=nothing", "/ledger/seals", "/ledger/seals?month=2026-11", "/due", "/due?after=200",
          "/corrections", "/corrections?on=2026-10-01", "/waivers", "/v1/ledger/log", "/v1/ledger/log?after=1999000&limit=1000", "/v1/ledger/seals",
          "/v1/waivers", "/v1/due", "/v1/due?limit=100&after=1000", "/v1/corrections", "/v1/corrections?limit=100&after=1500"]
AUDIT = ["/audit", "/audit?month=2026-10", "/audit?month=2026-09", "/audit?month=2026-07", "/audit?month=2026-01", "/audit?month=1999-01", "/audit?month=2026-10&township=木塘垸镇",
         "/audit?month=2026-10&department=县消防救援大队", "/audit?month=2026-08&to=2026-10", "/audit?month=2026-10&compare=2026-09",
         "/audit?month=2026-10&file=json", "/v1/audit/2026-10", "/v1/audit/2026-10?table=cases"]
ANYONE = ["/healthz", "/readyz", "/metrics", "/static/style.css", "/static/icon.svg", "/static/drop.js", "/login", "/complaint", "/v1/openapi.json"]
LONG = ["/list/diff?from=2025-07-01&to=2028-06-01&tasks=1", "/v1/list/lint", "/v1/rules/lint", "/v1/rules/test", "/v1/rules/coverage",
        "/v1/rules/replay?from=2026-10&to=2026-10", "/ledger/verify", "/v1/ledger/verify"]


def api_lists(caller):
    last = ends(caller)
    for sort in ("newest", "urgent", "overdue"):
        for query in ("", "&limit=1000", "&state=arbitrating", "&state=screened", "&item=B-114", f"&before={last[sort]}"):
            yield f"/v1/tasks?sort={sort}{query}"


def pages(caller):
    tasks = ids(caller, "", 1) if caller.role != "administrator" else []
    yield from ANYONE if caller is gate else ()
    yield from COMMON
    if caller.role == "administrator":
        yield "/admin"
        return
    yield from ("/screen", "/similar")
    yield from lists(caller) if caller.role in TASKS_OF else ()
    yield from api_lists(caller)
    yield from one_task(tasks[0])
    if caller.role in ("gatekeeper", "auditor"):
        yield from LEDGER
        yield f"/ledger?task={quoted(tasks[0])}"
        yield from AUDIT
    yield from ("/complaints", "/v1/complaints", "/v1/complaints?limit=100&after=1500") if caller is auditor else ()


def sent(caller):
    """What is sent to be judged or written, and nothing entered: address, content, its type."""
    here = os.path.dirname(os.path.abspath(__file__))
    notice = open(f"{here}/../../lists/demo/notices/fire.txt", encoding="utf-8").read()
    task = open(f"{here}/../../lists/demo/tasks/01-fire-form.yaml", encoding="utf-8").read()
    token = re.search(r'name="form_token" value="([0-9a-f]*)"', caller.ask("GET", "/password")[1].decode()).group(1)
    form = "application/x-www-form-urlencoded"
    yield "/screen", f"form_token={token}&text={quoted(notice)}", form
    yield "/v1/screen", task, "application/yaml"
    yield "/v1/screen?fix=true", notice, "text/plain"
    yield "/v1/read", notice, "text/plain"
    if caller is town:
        first = quoted(ids(town, "&state=accepted", 1)[0])
        yield "/v1/refuse", task, "application/yaml"
        yield f"/tasks/{first}/letter", f"form_token={token}&variant=receipt", form
        yield f"/tasks/{first}/letter", f"form_token={token}&variant=receipt&docx=yes", form


def write_once():
    """Enters a move, so that what is asked for next is another ledger."""
    task = ids(gate, "&state=screened", 1)[0]
    gate.write(f"/v1/tasks/{quoted(task)}/move", state="returned", why="退回补正")
    return task


def in_language(path, language):
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def safe(path):
    return urllib.parse.quote(path, safe="/?&=%:")


Cost = collections.namedtuple("Cost", "role path language first_ms usual_ms wall_ms status size")


def measure(caller, path, language, content=None, kind=""):
    """The first time and the median of the others; what is far above the limit is not asked again and again."""
    spent, wall = [], []
    while len(spent) < ROUNDS and sum(spent) < 3000:
        before, begun = processor_ms(), time.perf_counter()
        status, body = caller.ask("POST" if content else "GET", safe(in_language(path, language)), content, kind)
        wall.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.002)  # until the threads have gone to sleep
        spent.append(processor_ms() - before)
    usual = spent[1:] or spent
    return Cost(caller.role, path, language, spent[0], statistics.median(usual), statistics.median(wall[1:] or wall), status, len(body))


def wait_until_prepared(seconds):
    """Until the server has audited the months by itself that it has room for: what it works is not to be counted as a page's."""
    seen, since = 0, time.time()
    until = since + seconds
    while time.time() < until and time.time() - since < 30:
        count = open(f"{FOLDER}/log").read().count('"audit prepared"')
        if count != seen:
            seen, since = count, time.time()
        time.sleep(1)


def tell(costs):
    print(f"{'processor ms: first':>22} {'usual':>8} {'wall':>8}  status    bytes  page")
    for cost in costs:
        mark = "OVER" if max(cost.usual_ms, cost.first_ms) > LIMIT_MS else ""
        print(f"{mark:<4} {cost.first_ms:17.1f} {cost.usual_ms:8.1f} {cost.wall_ms:8.1f}  {cost.status} {cost.size:10}  {cost.role} {cost.language} {cost.path}")
    over = [cost for cost in costs if cost.usual_ms > LIMIT_MS]
    first = [cost for cost in costs if cost.first_ms > LIMIT_MS >= cost.usual_ms]
    for name, those in ("over", over), ("over when first asked for", first):
        for path in sorted({cost.path for cost in those}):
            print(f"{name}: {path}, {max(cost.first_ms for cost in those if cost.path == path):.0f} ms")
    print(f"{len(costs)} pages, {len(over)} over {LIMIT_MS} ms, {len(first)} when first asked for; median {statistics.median(cost.usual_ms for cost in costs):.1f} ms, "
          f"most {max(cost.usual_ms for cost in costs):.1f} ms")
    return over


def say_memory(when):
    print(f"{when}: {memory_mib('VmRSS'):.1f} MiB now, {memory_mib('VmHWM'):.1f} MiB at most so far", flush=True)


def hold_idle(count):
    """So many connections, each of which asked once. The server closes them after half a minute."""
    lines = []
    for _ in range(count):
        line = socket.create_connection((HOST, int(PORT)))
        line.sendall(b"GET /login HTTP/1.1\r\nHost: quanze\r\n\r\n")
        line.recv(65536)
        lines.append(line)
    return lines


def tell_unasked(costs):
    """The reading routes of the table that none of the addresses matched."""
    table = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../engine/http/routes.c"), encoding="utf-8").read()
    asked = [path.split("?")[0] for path in [cost.path for cost in costs] + LONG]
    for route in re.findall(r'METHOD_GET, "([^"]+)"', table):
        shape = re.compile("/".join("[^/]+" if part.startswith("{") else re.escape(part) for part in route.split("/")) + "$")
        if not any(shape.match(path) for path in asked):
            print(f"not asked: {route}")


def connections():
    return re.search(r"^quanze_http_connections (\d+)", gate.ask("GET", "/metrics")[1].decode(), re.M).group(1)


def main():
    if sys.argv[4:] == ["fill"]:
        fill()
        return
    print(subprocess.run(["uptime"], capture_output=True, text=True, check=True).stdout.strip())
    say_memory("started")
    wait_until_prepared(900)
    say_memory("audits prepared")
    costs = []
    months = re.findall(r'"audit prepared","detail":"([^"]+)"', open(f"{FOLDER}/log").read())
    if months:
        print(f"{len(months)} months audited before they are asked for, back to {months[-1]}")
    wanted = tuple(sys.argv[4:]) or ("/",)
    costs += [measure(caller, path, language) for caller in callers.values() for path in pages(caller) if path.startswith(wanted)
              for language in ("zh", "en")]
    costs += [measure(caller, path, language, content, kind) for caller in (gate, sender, town, auditor) for path, content, kind in sent(caller)
              if path.startswith(wanted) for language in ("zh", "en")]
    over = tell(costs)
    say_memory("after all pages")
    task = write_once()
    for caller, path in (gate, "/desk"), (gate, f"/tasks/{quoted(task)}"), (town, "/inbox"), (sender, "/sent"), (gate, "/due"), (gate, "/ledger/seals"):
        print(f"after a write: {measure(caller, path, 'zh').first_ms:.1f} ms, {caller.role} {path}")
    for path in LONG:
        begun = time.perf_counter()
        status, _ = gate.ask("GET", path)
        print(f"works through much, one at a time: {path} {status}, {time.perf_counter() - begun:.1f} s wall", flush=True)
    tell_unasked(costs)
    lines = hold_idle(1000)
    say_memory(f"{connections()} connections")
    time.sleep(22)  # what was used is given back when nothing is asked
    say_memory(f"at rest, {len(lines)} connections idle")
    print(f"{connections()} connections are still there")
    sys.exit(1 if over else 0)


main()
