#!/usr/bin/env python3
"""described.py QUANZE - the API held against its own description.

A server of its own is asked on every route that /v1/openapi.json describes, with good and with bad requests. Each answer must be
one that is described: its status, its type, and its JSON against the schema. Here the schemas are closed, so that a member which
nobody described fails, too; and each route must have answered well at least once. Skipped (77) without python3-jsonschema.
"""
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

try:
    from jsonschema import Draft202012Validator, RefResolver
    from jsonschema.exceptions import best_match
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

QUANZE = os.path.realpath(sys.argv[1])
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TASK = {"id": "2026-xf-1", "title": "关于开展消防安全检查的通知", "kind": "patrol", "complete": True,
        "issuer": {"name": "县消防救援大队", "kind": "county_department"}, "townships": ["木塘垸镇"],
        "received_at": "2026-11-02T09:30", "due_at": "2026-11-02T16:00"}
PROGRAMS = {"gatekeeper2": ("gatekeeper", "县编办")}  # besides one of each role
OFFICES = {"gatekeeper": "县编办", "department": "县消防救援大队", "township": "木塘垸镇", "auditor": "县审计局",
           "administrator": "县编办"}
NOTICE = "关于报送消防工作资料的通知\n\n各乡镇人民政府：\n请于2026年11月9日前报送工作方案。\n\n县消防救援大队\n2026年11月2日\n"


def close(schema):
    """A copy in which what is not described may not be there."""
    if isinstance(schema, list):
        return [close(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {name: close(part) for name, part in schema.items()}
    if "properties" in copy and "additionalProperties" not in copy and "type" in copy:
        copy["additionalProperties"] = False
    return copy


class Server:
    def __init__(self, folder):
        self.tokens = {None: None}
        self.folder = folder
        months = [f"lists/demo/months/2026-{month}.jsonl" for month in ("08", "09", "10")]
        self.run("ledger", "import", *months, "--keep-going", "--ledger", folder + "/ledger.db")
        self.run("ledger", "key", folder + "/key")
        self.run("ledger", "seal", "--key", folder + "/key", "--by", "县编办/张三", "--ledger", folder + "/ledger.db")
        accounts = {role: (role, office) for role, office in OFFICES.items()} | PROGRAMS
        for name, (role, office) in accounts.items():
            told = self.run("user", "add", name, "--role", role, "--office", office, "--token", "--data", folder)
            self.tokens[name] = re.search(r"[0-9a-f]{64}", told).group()
        with open(folder + "/log", "wb") as log:
            self.process = subprocess.Popen([QUANZE, "serve", "--port", "0", "--data", folder, "--lists", "lists/demo"], stderr=log)
        for _ in range(200):
            with open(folder + "/log", encoding="utf-8") as log:
                started = re.search(r"http://127.0.0.1:[0-9]+", log.read())
            if started:
                break
            time.sleep(0.1)
        self.address = started.group()

    @staticmethod
    def run(*arguments):
        return subprocess.run([QUANZE, *arguments], check=True, capture_output=True, text=True).stdout

    def ask(self, method, path, role=None, body=None, kind="application/json", headers=None):
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False)
        if isinstance(body, str):
            body = body.encode()
        request = urllib.request.Request(self.address + urllib.parse.quote(path, safe="/?=&%"), data=body, method=method)
        if body is not None:
            request.add_header("Content-Type", kind)
        if self.tokens[role]:
            request.add_header("Authorization", "Bearer " + self.tokens[role])
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read()


class Description:
    def __init__(self, document):
        self.document = close(document)
        self.resolver = RefResolver("", self.document)
        self.well = {(method, path): False for path, methods in document["paths"].items() for method in methods}
        self.checked = 0

    def operation(self, method, path):
        plain = path.split("?")[0]
        for pattern, methods in self.document["paths"].items():
            if re.fullmatch(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(pattern)), plain) and method.lower() in methods:
                if "{" not in pattern or plain not in self.document["paths"]:
                    return (method.lower(), pattern), methods[method.lower()]
        raise AssertionError(f"{method} {path} is not described")

    def check(self, method, path, answer):
        status, headers, body = answer
        which, operation = self.operation(method, path)
        where = f"{method} {path}: {status}"
        described = operation["responses"].get(str(status))
        assert described, f"{where} is not described: {body.decode(errors='replace')}"
        if "$ref" in described:
            described = self.resolver.resolve(described["$ref"])[1]
        kind = headers.get("Content-Type", "").split(";")[0]
        assert kind in described["content"], f"{where} is of a type not described: {kind}"
        for name in described.get("headers", {}):
            if name.startswith("Quanze-") and (name == "Quanze-Draft" or name in headers):
                assert headers.get(name) in ("true", "false"), f"{where} has no {name}"
        schema = described["content"][kind].get("schema")
        if schema is not None:
            fault = best_match(Draft202012Validator(schema, resolver=self.resolver).iter_errors(json.loads(body)))
            assert not fault, f"{where}: {list(fault.absolute_path)}: {fault.message[-300:]}"
        if status == 200:
            self.well[which] = True
        self.checked += 1
        return json.loads(body) if kind.endswith(("/json", "+json")) else body


def parts(*files):
    """A form with files, each a field's name, a file's name and its bytes; and its type."""
    body = b""
    for field, name, bytes in files:
        bytes = bytes.encode() if isinstance(bytes, str) else bytes
        head = f'--b\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        body += head.encode() + bytes + b"\r\n"
    return body + b"--b--\r\n", "multipart/form-data; boundary=b"


def screen_otherwise(ask):
    """What the command's options say, the API's parameters say: what was known, an own past, other papers."""
    for path, role in (("/v1/screen", "auditor"), ("/v1/refuse?variant=receipt", "township")):
        mark = "&" if "?" in path else "?"
        ask("POST", f"{path}{mark}known_at=2026-11-01", role, TASK)
        ask("POST", f"{path}{mark}known_at=never", role, TASK, 400)
        early = ask("POST", f"{path}{mark}known_at=2001-01-01", role, TASK, 400)
        assert "known_at" in early["detail_en"], early
    ask("GET", "/v1/audit/2026-10?known_at=2026-11-01", "auditor")
    ask("GET", "/v1/audit/2026-10?known_at=2001-01-01", "auditor", expected=400)
    ask("POST", "/v1/refuse?variant=receipt&as_of=2026-11-02", "township", TASK)
    ask("POST", "/v1/refuse?variant=receipt&as_of=x", "township", TASK, 400)

    def rules_of(verdict):
        return {finding["rule"]: finding["status"] for finding in verdict["findings"]}

    form = dict(TASK, kind="form", demands={"forms": [{"name": "消防资料表"}]})
    past = "\n".join(json.dumps(dict(form, id=f"old-{i}", received_at=f"2026-10-{20 + i}T09:00"), ensure_ascii=False) for i in range(5))
    task = json.dumps(form, ensure_ascii=False)
    body, kind = parts(("file", "task.json", task), ("history", "past.jsonl", past))
    with_past = ask("POST", "/v1/screen", "department", body, kind=kind)
    body, kind = parts(("file", "task.json", task), ("history", "past.jsonl", json.dumps({"id": "other", "title": "别的事"})))
    assert rules_of(with_past) != rules_of(ask("POST", "/v1/screen", "department", body, kind=kind)), "the past that came along tells nothing"
    body, kind = parts(("file", "task.json", task), ("history", "past.jsonl", '{"id":"a","kind":"nonsense"}'))
    assert ask("POST", "/v1/screen", "department", body, 422, kind=kind)["errors"][0]["line"] == 1
    body, kind = parts(("file", "task.json", task), ("histroy", "past.jsonl", past))
    ask("POST", "/v1/screen", "department", body, 400, kind=kind)
    body, kind = parts(("file", "a.json", task), ("file", "b.txt", NOTICE))
    assert len(ask("POST", "/v1/screen", "gatekeeper", body, kind=kind)) == 2
    body, kind = parts(("file", "task.json", task), ("history", "past.jsonl", past))
    ask("POST", "/v1/screen?record=true", "gatekeeper", body, 400, kind=kind)  # what is written down is judged by the ledger's past
    for kind in (DOCX, "application/zip", "text/html"):
        assert ask("POST", "/v1/screen?opinion=false", "auditor", TASK, headers={"Accept": kind})
    assert "<html" in ask("POST", "/v1/screen?opinion=true", "auditor", TASK, headers={"Accept": "text/html"}).decode()
    ask("POST", "/v1/screen?opinion=true", "auditor", TASK, 400)
    proof = ask("POST", "/v1/screen", "auditor", TASK, headers={"Accept": "application/zip"})
    assert ask("POST", "/v1/verify", "auditor", proof, kind="application/zip")["same"]
    assert b"due_at: 2026-11-09" in ask("POST", "/v1/read", "auditor", NOTICE, kind="text/plain", headers={"Accept": "application/yaml"})


def enter_many(ask):
    """Bad records are left out where that is asked for; several files are entered together."""
    mixed = json.dumps({"id": "k-1", "title": "一", "issuer": {"name": "县水利局"}}) + "\n" + '{"id":"k-2","kind":"nonsense"}\n'
    ask("POST", "/v1/tasks", "gatekeeper", mixed, 422, kind="application/x-ndjson")
    told = ask("POST", "/v1/tasks?keep_going=true", "gatekeeper", mixed, kind="application/x-ndjson")
    assert (told["added"], told["rejected"]) == (1, 1), told
    body, kind = parts(("file", "a.jsonl", '{"id":"k-3","title":"三"}'), ("file", "b.jsonl", '{"id":"k-4","title":"四"}'))
    assert ask("POST", "/v1/tasks", "gatekeeper", body, kind=kind)["added"] == 2


def lists_come(ask, folder):
    """A list is checked, made from tables and held against that of now; nothing of it stays, and no path of the server is told."""
    def whole(*names):
        return parts(*(("file", name, open("lists/demo/" + name, "rb").read()) for name in names))

    own = ask("GET", "/v1/list/lint", "administrator")
    assert own["errors"] == [] and {one["file"] for one in own["warnings"]} <= set(os.listdir("lists/demo")), own
    body, kind = whole(*sorted(name for name in os.listdir("lists/demo") if name.endswith(".yaml")))
    assert ask("POST", "/v1/list/lint", "gatekeeper", body, kind=kind)["warnings"] == own["warnings"]
    broken = ask("POST", "/v1/list/lint", "auditor", "format: quanze/list/1\nid: a\ntitel: b\n", kind="application/yaml")
    assert ("list.yaml", 3) in [(one["file"], one["line"]) for one in broken["errors"]], broken
    with open("lists/demo/published.html", "rb") as file:
        table = file.read()
    away = "format: quanze/list/1\nid: a\ntitle: b\ncounty: c\nvalid_from: 2025-01-01\npacks: [../../tests/door/law/packs/province]\nitems: []\n"
    told = ask("POST", "/v1/list/lint", "auditor", away, kind="application/yaml")["errors"]  # no file but its own is read
    assert {one["file"] for one in told} == {"list.yaml"} and "unknown-pack" in {one["code"] for one in told}, told
    ask("POST", "/v1/list/lint?as_of=2026-11-01", "auditor", table, kind="text/html")
    told = ask("POST", "/v1/list/import?id=new-1&county=示例县&title=新清单&valid_from=2026-12-01", "gatekeeper", table, kind="text/html")
    assert told["items"]["basic"] == 3 and told["tables"][0]["file"] == "list.html", told
    made = ask("POST", "/v1/list/import?id=new-1", "administrator", table, kind="text/html", headers={"Accept": "application/yaml"})
    assert b"id: new-1" in made and folder.encode() not in made
    assert ask("POST", "/v1/list/lint", "auditor", made, kind="application/yaml")["errors"] == []
    body, kind = parts(("file", "公布.html", table), ("file", "list.yaml", made))
    ask("POST", "/v1/list/import", "auditor", body, 422, kind=kind)
    body, kind = parts(("file", "公布.html", table))
    assert ask("POST", "/v1/list/import", "auditor", body, kind=kind)["tables"][0]["file"].endswith("公布.html")
    ask("POST", "/v1/list/import", "auditor", "x", 422, kind="text/csv")
    ask("POST", "/v1/list/import", "auditor", b"PKx", 422, kind=XLSX)
    ask("POST", "/v1/list/import?valid_from=x", "auditor", table, 400, kind="text/html")
    ask("GET", "/v1/list/lint?as_of=x", "auditor", expected=400)
    ask("POST", "/v1/list/lint?as_of=x", "auditor", table, 400, kind="text/html")
    assert ask("GET", "/v1/list/lint?strict=true", "administrator") == own
    ask("POST", "/v1/list/lint?strict=yes", "auditor", table, kind="text/html")
    ask("POST", "/v1/list/lint?strict=x", "auditor", table, 400, kind="text/html")
    changed = ask("POST", "/v1/list/diff?from=2026-11-01", "gatekeeper", made, kind="application/yaml")
    assert changed["tasks_looked_at"] > 1000, changed
    assert "tasks" not in json.dumps(ask("POST", "/v1/list/diff?tasks=false", "gatekeeper", made, kind="application/yaml"))
    ask("POST", "/v1/list/diff?from=x", "gatekeeper", made, 400, kind="application/yaml")
    wrong = ask("POST", "/v1/list/diff", "auditor", "format: quanze/list/1\nid: a\n", 422, kind="application/yaml")
    assert folder not in json.dumps(wrong), wrong
    for path in ("/v1/list/lint", "/v1/list/import", "/v1/list/diff"):
        ask("POST", path, "auditor", "x", 415, kind="image/png")
        ask("POST", path, "auditor", b" " * (17 * 1024 * 1024), 413, kind="application/yaml")
        ask("POST", path, "township", "x", 403, kind="application/yaml")
    assert ask("GET", "/v1/list", "township", headers={"Accept": XLSX})[:2] == b"PK"
    assert b"quanze/list/1" in ask("GET", "/v1/list", "township", headers={"Accept": "application/yaml"})
    assert "消防安全检查" in ask("GET", "/v1/list/C-014", "township", headers={"Accept": "application/yaml"}).decode()


def rules_come(ask, folder):
    """Rules that come in a request are tried within their budget, see no file, and are forgotten."""
    with open("rules/time/TIME-001.lua", encoding="utf-8") as file:
        rule = file.read()
    check = re.search(r"check = function.*\n", rule).group()

    def named(name, inside=""):
        return "file", name + ".lua", rule.replace("TIME-001", name).replace(check, check + inside)

    assert ask("GET", "/v1/rules/test", "gatekeeper")["failed"] == []
    assert ask("GET", "/v1/rules/lint", "auditor")["errors"] == []
    assert ask("GET", "/v1/rules/coverage", "administrator")["mutants"]["made"] > 2000
    assert ask("GET", "/v1/rules/test?strict=true", "auditor")["failed"] == []
    assert ask("GET", "/v1/rules/lint?strict=true", "auditor")["errors"] == []
    for path in ("test", "lint", "coverage"):
        ask("GET", f"/v1/rules/{path}?strict=x", "auditor", expected=400)
    for path, role in (("test", "auditor"), ("lint", "administrator"), ("coverage", "auditor")):
        body, kind = parts(named("TIME-901"), named("TIME-902"))
        told = ask("POST", "/v1/rules/" + path, role, body, kind=kind)
        assert told.get("rules", told.get("checked", {}).get("rules", 2)) == 2, told
        for name in ("passwd.txt", "notes.lua", "../../etc/passwd", "-.lua"):
            body, kind = parts(("file", name, rule))
            ask("POST", "/v1/rules/" + path, role, body, 422, kind=kind)
        body, kind = parts(named("TIME-901"), named("TIME-901"))
        assert folder not in json.dumps(ask("POST", "/v1/rules/" + path, role, body, 422, kind=kind))
        ask("POST", "/v1/rules/" + path, role, rule, 415, kind="text/plain")
        ask("POST", "/v1/rules/" + path, role, "--b--\r\n", 400, kind="multipart/form-data; boundary=b")
        body, kind = parts(("rules", "TIME-901.lua", rule))
        ask("POST", "/v1/rules/" + path, role, body, 400, kind=kind)
        ask("POST", "/v1/rules/" + path, role, b" " * (2 * 1024 * 1024), 413, kind=kind)
        ask("POST", "/v1/rules/" + path, "gatekeeper", body, 403, kind=kind)
    body, kind = parts(named("TIME-901", "while true do end\n"))
    told = ask("POST", "/v1/rules/test?lang=en", "auditor", body, kind=kind)
    assert "more than the limit of 200000 steps" in told["failed"][0]["got"] and told["failed"][0]["got"].count("/") == 1, told
    for inside, status in (('local f = io.open("/etc/passwd")\n', 422), ('local s = "x" while true do s = s .. s end\n', 200)):
        body, kind = parts(named("TIME-901", inside))
        told = ask("POST", "/v1/rules/test", "auditor", body, status, kind=kind)
        assert told.get("failed", told.get("errors")), told
    body, kind = parts(named("TIME-901"), ("file", "TIME-902.lua", "while true do end"))
    told = ask("POST", "/v1/rules/test", "auditor", body, 422, kind=kind)
    assert [one["file"] for one in told["errors"]] == ["time/TIME-902.lua"], told

    pack = "rules/packs/beijing-2020/"
    beijing = [("file", name, open(pack + path, "rb").read()) for name, path in
               (("pack.yaml", "pack.yaml"), ("BJ-LIST-001.lua", "list/BJ-LIST-001.lua"))]
    body, kind = parts(*beijing)
    assert ask("POST", "/v1/rules/lint", "administrator", body, kind=kind)["errors"] == []
    with open("lists/demo/tasks/07-plaque-office.yaml", "rb") as file:
        ask("POST", "/v1/screen?record=true", "gatekeeper", file.read(), kind="application/yaml")
    body, kind = parts(("file", "TIME-001.lua", rule))
    twice = ask("POST", "/v1/rules/replay?from=2026-11", "auditor", body, 422, kind=kind)
    assert "TIME-001" in twice["detail_en"] and os.getcwd() not in json.dumps(twice), f"a path of the server is told: {twice}"
    body, kind = parts(*beijing)
    now = ask("GET", "/v1/rules/replay?from=2023-01&to=2027-12", "gatekeeper")
    assert now["tasks"] > 0 and now["flips"] == [], now
    then = ask("POST", "/v1/rules/replay?from=2023-01&to=2027-12", "auditor", body, kind=kind)
    assert then["tasks"] == now["tasks"] and then["harder"] > 0 and then["rules"], then
    assert ask("GET", "/v1/rules/replay?from=2023-01&to=2027-12", "auditor") == now, "rules that were handed in stayed"
    ask("GET", "/v1/rules/replay?from=2023-01&to=2027-12&known_at=2026-11-01&as_of=2026-11-01", "auditor")
    body, kind = parts(("list", "list.yaml", "format: quanze/list/1\nid: a\n"))
    ask("POST", "/v1/rules/replay?from=2026-11", "auditor", body, 422, kind=kind)
    with open("lists/demo/published.html", "rb") as file:
        body, kind = parts(("list", "list.html", file.read()))
    ask("POST", "/v1/rules/replay?from=2023-01&to=2027-12", "auditor", body, kind=kind)
    assert ask("GET", "/v1/rules/replay", "gatekeeper")["tasks"] == now["tasks"], "neither from nor to: all months"
    for wrong in ("?to=2026-11", "?from=x", "?from=2026-13", "?from=2026-11&to=x", "?from=2026-11&as_of=x", "?from=2026-11&known_at=x",
                  "?from=2026-11&max_flips=x"):  # the same fault is told the same way, whichever rules are asked
        ask("GET", "/v1/rules/replay" + wrong, "auditor", expected=400)
        ask("POST", "/v1/rules/replay" + wrong, "auditor", body, 400, kind=kind)
    ask("GET", "/v1/rules/replay?from=2026-11&to=2026-10", "auditor", expected=422)
    ask("POST", "/v1/rules/replay?from=2026-11&to=2026-10", "auditor", body, 422, kind=kind)
    ask("POST", "/v1/rules/replay?from=2026-11", "auditor", rule, 415, kind="text/plain")
    ask("POST", "/v1/rules/replay?from=2026-11", "auditor", "--b--\r\n", 400, kind="multipart/form-data; boundary=b")
    ask("POST", "/v1/rules/replay?from=2026-11", "gatekeeper", body, 403, kind=kind)
    ask("POST", "/v1/rules/replay?from=2026-11", "auditor", b" " * (17 * 1024 * 1024), 413, kind=kind)
    left = [name for name in os.listdir(folder) if name.startswith("quanze-")]
    assert not left, f"what was handed in stayed: {left}"


def count_flips(server):
    """Who says how many verdicts may change is told whether more do."""
    pack = "rules/packs/beijing-2020/"
    body, kind = parts(("file", "pack.yaml", open(pack + "pack.yaml", "rb").read()),
                       ("file", "BJ-LIST-001.lua", open(pack + "list/BJ-LIST-001.lua", "rb").read()))
    path = "/v1/rules/replay?from=2023-01&to=2027-12"

    def too_many(method, most, body=None, kind="application/json"):
        status, headers, told = server.ask(method, path + most, "auditor", body, kind)
        assert status == 200, told
        return headers.get("Quanze-Too-Many-Flips"), len(json.loads(told)["flips"])

    _, flips = too_many("POST", "", body, kind)
    assert flips > 0 and too_many("POST", "", body, kind)[0] is None
    assert too_many("POST", f"&max_flips={flips}", body, kind)[0] == "false"
    assert too_many("POST", f"&max_flips={flips - 1}", body, kind)[0] == "true"
    assert too_many("GET", "&max_flips=0") == ("false", 0)


def turn_pages(ask):
    """Page by page there comes what comes at once, sorted as asked, each task once, though tasks are added meanwhile."""
    late = {"title": "关于报送台账的通知", "issuer": {"name": "县水利局"}, "townships": ["木塘垸镇"], "received_at": "2026-11-02T10:00"}
    for sort in ("newest", "urgent", "overdue"):
        whole = ask("GET", f"/v1/tasks?sort={sort}&limit=1000", "township")["rows"]
        assert len(whole) > 100, sort
        paged, before = [], ""
        for number in range(1000):
            page = ask("GET", f"/v1/tasks?sort={sort}&limit=37{before}", "township")["rows"]
            if not page:
                break
            paged += page
            before = f"&before={page[-1]['row']}"
            for due in (None, "2026-11-03T12:00", "2099-12-31T12:00"):
                ask("POST", "/v1/tasks", "gatekeeper", dict(late, id=f"late-{sort}-{number}-{due}", due_at=due))
        rows = [row["row"] for row in paged]
        assert len(set(rows)) == len(rows), f"{sort}: a task came twice"
        had = {row["row"] for row in whole}
        assert [row for row in rows if row in had] == [row["row"] for row in whole], f"{sort}: not what comes at once"
    assert [row["row"] for row in ask("GET", "/v1/tasks?limit=9", "township")["rows"]] != [
        row["row"] for row in ask("GET", "/v1/tasks?limit=9&sort=urgent", "township")["rows"]]
    of_item = ask("GET", "/v1/tasks?item=C-014&all=1", "gatekeeper")["rows"]
    assert of_item and all(row["item"] == "C-014" for row in of_item)


def accounts_are_kept(ask, server):
    """What an administrator does to accounts counts at once; what they sign in with is told once and kept nowhere."""
    once = {"Idempotency-Key": "add-1"}
    new = {"name": "oa", "office": "县编办", "role": "auditor", "program": True}
    made = ask("POST", "/v1/users", "administrator", new, headers=once)
    assert re.fullmatch("[0-9a-f]{64}", made["secret"]) and made["program"], made
    again = ask("POST", "/v1/users", "administrator", new, 409, headers=once)
    assert made["secret"] not in json.dumps(again), again
    ask("POST", "/v1/users", "administrator", dict(new, name="oa2"), 422, headers=once)
    server.tokens["oa"] = made["secret"]
    ask("GET", "/v1/ledger/log", "oa")
    reset = ask("POST", "/v1/users/oa/reset", "administrator", "")
    ask("GET", "/v1/ledger/log", "oa", expected=401)
    server.tokens["oa"] = reset["secret"]
    ask("GET", "/v1/ledger/log", "oa")
    assert ask("POST", "/v1/users/oa/disable", "administrator", "")["disabled"]
    ask("GET", "/v1/ledger/log", "oa", expected=401)
    del server.tokens["oa"]
    rows = ask("GET", "/v1/users", "administrator")["rows"]
    assert [row["disabled"] for row in rows if row["name"] == "oa"] == [True] and "secret" not in json.dumps(rows)
    assert ask("GET", "/v1/users?after=1&limit=1", "administrator")["rows"] == rows[1:2]
    person = ask("POST", "/v1/users", "administrator", {"name": "王五", "office": "县编办", "role": "administrator"})
    assert person["new"] and not person["program"] and len(person["secret"]) == 23, person
    ask("POST", "/v1/users/王五/disable", "administrator", "", 409)  # the last administrator
    for secret in (made["secret"], reset["secret"], person["secret"]):
        for name in os.listdir(server.folder):
            path = os.path.join(server.folder, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    assert secret.encode() not in file.read(), f"{name} has a secret"
    for wrong in ({"name": "oa"}, {"name": "a/b"}, {"role": "king"}, {"office": ""}, {"program": "x"}):
        ask("POST", "/v1/users", "administrator", dict(new, name="oa3") | wrong, 422)
    for step in ("reset", "disable"):
        ask("POST", "/v1/users/none/" + step, "administrator", "", 404)
        ask("POST", "/v1/users/oa/" + step, "gatekeeper", "", 403)
    ask("GET", "/v1/users", "gatekeeper", expected=403)
    ask("GET", "/v1/users?limit=0", "administrator", expected=400)


def ledger_is_taken_away(ask, server):
    """The ledger comes whole, as the commands write it, and nothing of the copy stays."""
    path = server.folder + "/ledger.db"
    assert ask("GET", "/v1/ledger/export", "auditor").decode() == server.run("ledger", "export", "--format", "jsonl", "--ledger", path)
    for kind, format in (("text/csv", "csv"), ("application/x-ndjson", "jsonl")):
        came = ask("GET", "/v1/ledger/export?kind=moves", "administrator", headers={"Accept": kind})
        assert came.decode().replace("\r\n", "\n") == server.run("ledger", "export", "moves", "--format", format, "--ledger", path), kind
    assert ask("GET", "/v1/ledger/export", "auditor", headers={"Accept": "application/json"})["format"] == "quanze/ledger-export/1"
    ask("GET", "/v1/ledger/export?kind=none", "auditor", expected=400)
    for number in range(6):  # more than may be under way at a time
        copy = ask("GET", "/v1/ledger/backup", "administrator")
    with tempfile.NamedTemporaryFile() as file:
        file.write(copy)
        file.flush()
        assert json.loads(server.run("ledger", "verify", "--format", "json", "--ledger", file.name))["ok"]
    for role in ("township", "department", "gatekeeper", "auditor"):
        ask("GET", "/v1/ledger/backup", role, expected=403)
        if role != "auditor":
            ask("GET", "/v1/ledger/export", role, expected=403)
    left = [name for name in os.listdir(server.folder) if name.startswith("quanze-")]
    assert not left, f"a copy stayed: {left}"


def walk(server, description):
    def ask(method, path, role=None, body=None, expected=200, **more):
        answer = server.ask(method, path, role, body, **more)
        told = description.check(method, path, answer)
        assert answer[0] == expected, f"{method} {path} as {role}: {answer[0]}, not {expected}: {told}"
        return told

    def bad(role, path, body="{}"):
        ask("POST", path, role, "{", 400)
        ask("POST", path, role, "[]", 400)
        ask("POST", path, role, "x", 415, kind="image/png")
        ask("POST", path, role, " " * (70 * 1024), 413)

    ask("GET", "/v1/openapi.json")
    month = open("lists/demo/months/2026-10.jsonl", "rb").read().split(b"\n")
    jsonl = "application/x-ndjson"
    assert len(ask("POST", "/v1/screen?fix=true", "gatekeeper", b"\n".join(month[:50]), kind=jsonl)) == 50
    for name in sorted(os.listdir("lists/demo/tasks")):
        kind = {"yaml": "application/yaml", "csv": "text/csv", "jsonl": jsonl}.get(name.rsplit(".", 1)[-1])
        with open("lists/demo/tasks/" + name, "rb") as file:
            ask("POST", "/v1/screen?fix=true", "township", file.read(), kind=kind)
    kinds = {"txt": "text/plain", "html": "text/html", "docx": DOCX, "md": "text/markdown"}
    for name in sorted(os.listdir("tests/notices/tuning")):
        kind = kinds.get(name.rsplit(".", 1)[-1])
        if kind:
            with open("tests/notices/tuning/" + name, "rb") as file:
                bytes = file.read()
            ask("POST", "/v1/read", "department", bytes, kind=kind)
            ask("POST", "/v1/screen?fix=1&lang=en", "auditor", bytes, kind=kind)
    ask("POST", "/v1/screen?as_of=2019-01-01", "gatekeeper", TASK)
    ask("POST", "/v1/screen?as_of=never", "gatekeeper", TASK, 400)
    ask("POST", "/v1/screen", "gatekeeper", {"id": "a", "tittle": "x"}, 422)
    ask("POST", "/v1/screen", "gatekeeper", "x", 415, kind="image/png")
    ask("POST", "/v1/screen", "administrator", TASK, 403)
    ask("POST", "/v1/screen?record=true", "auditor", TASK, 403)
    ask("POST", "/v1/screen", None, TASK, 401)
    ask("POST", "/v1/screen", "gatekeeper", b" " * (17 * 1024 * 1024), 413)
    ask("POST", "/v1/read", "gatekeeper", b"\x00\x01\x02", 422, kind=DOCX)
    ask("POST", "/v1/read", "gatekeeper", b"x", 415, kind="image/png")

    ask("POST", "/v1/similar", "gatekeeper", [TASK, dict(TASK, id="2026-xf-2")])
    ask("POST", "/v1/similar?as_of=x", "gatekeeper", [TASK], 400)
    ask("POST", "/v1/similar", "gatekeeper", "{", 422)
    parts = "".join(f'--b\r\nContent-Disposition: form-data; name="file"; filename="{i}.txt"\r\n\r\n{NOTICE * 3}\r\n'
                    for i in range(2)) + "--b--\r\n"
    groups = ask("POST", "/v1/similar", "auditor", parts, kind="multipart/form-data; boundary=b")
    assert groups["papers"] == 2 and groups["groups"][0]["tasks"] == ["0.txt", "1.txt"], groups
    ask("POST", "/v1/similar", "auditor", "--b\r\n", 422, kind="multipart/form-data; boundary=b")
    ask("POST", "/v1/similar", "auditor", '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n', 400,
        kind="multipart/form-data; boundary=b")

    for path in ("/v1/list", "/v1/list/C-014", "/v1/list/B-001", "/v1/list/R-003", "/v1/search?text=消防", "/v1/search?text=今天天气",
                 "/v1/rules", "/v1/facts", "/v1/schema/task", "/v1/schema/list", "/v1/list?as_of=2026-11-01"):
        ask("GET", path, "township")
    for item in ask("GET", "/v1/list", "township")["items"]:
        ask("GET", "/v1/list/" + item["id"], "township")
    for rule in ask("GET", "/v1/rules", "department"):
        ask("GET", "/v1/rules/" + rule["id"], "department")
    ask("GET", "/v1/list/C-1", "township", expected=404)
    ask("GET", "/v1/rules/C-1", "township", expected=404)
    ask("GET", "/v1/list?as_of=x", "township", expected=400)
    ask("GET", "/v1/search", "township", expected=400)
    assert "one parameter" in ask("GET", "/v1/search?q=a&text=b", "township", expected=400)["detail_en"]
    assert ask("GET", "/v1/search?q=a&text=a", "township") == ask("GET", "/v1/search?q=a", "township")
    early = ask("GET", "/v1/search?q=" + urllib.parse.quote("消防检查") + "&as_of=2020-01-01", "township")["not_in_force"]
    assert "not in force" in early["en"] and "还没有施行" in early["zh"], early
    assert ask("GET", "/v1/list/diff?from=2026-01-01&to=2026-11-01", "gatekeeper")["tasks_looked_at"] == 0  # nothing changed
    assert "tasks_looked_at" not in ask("GET", "/v1/list/diff?from=2026-01-01&to=2026-11-01", "township")
    assert ask("GET", "/v1/list/diff?from=2026-01-01&to=2028-06-01", "auditor")["tasks_looked_at"] > 1000  # a power runs out
    assert "tasks" not in json.dumps(ask("GET", "/v1/list/diff?from=2026-01-01&to=2028-06-01&tasks=false", "auditor"))
    ask("GET", "/v1/list/diff?from=2026-01-01&to=2028-06-01&tasks=x", "auditor", expected=400)
    ask("GET", "/v1/list/diff?from=2026-01-01", "township", expected=400)
    for wrong, name in (("/v1/list/diff?from=x&to=2026-01-01", "from"), ("/v1/list/diff?from=2026-01-01&to=x", "to"),
                        ("/v1/list?as_of=2026-11-01&as_of=2026-11-02", "as_of")):
        assert name in ask("GET", wrong, "township", expected=400)["detail_en"]
    for path in ("/v1/due", "/v1/corrections"):
        assert ask("GET", path + "?on=2026-02-30", "auditor", expected=400)["detail_en"].startswith("on is")
    for wrong in ("record=ture", "fix=2", "match=maybe"):
        ask("POST", "/v1/screen?" + wrong, "gatekeeper", TASK, 400)
    ask("GET", "/v1/schema/x", "township", expected=400)

    assert ask("POST", "/v1/tasks", "department", TASK)["added"] == 1
    ask("POST", "/v1/tasks", "department", dict(TASK, issuer={"name": "县水利局"}, id="x"), 422)
    ask("POST", "/v1/tasks", "auditor", TASK, 403)
    assert ask("POST", "/v1/screen?record=true", "department", TASK, headers={"Idempotency-Key": "1"})["verdict"] == "hold"
    ask("POST", "/v1/screen?record=true", "department", [TASK], 422, headers={"Idempotency-Key": "1"})
    again = ask("POST", "/v1/tasks/2026-xf-1/move", "township", {"state": "received_unadmitted", "why": "未经准入直接下发"})
    assert again["to"] == "received_unadmitted"
    ask("POST", "/v1/tasks/2026-xf-1/move", "township", {"state": "received_unadmitted", "why": "x"}, 409)
    ask("POST", "/v1/tasks/none/move", "township", {"state": "accepted", "why": "x"}, 404)
    ask("POST", "/v1/tasks/2026-xf-1/move", "township", {"state": "accepted"}, 422)
    ask("POST", "/v1/tasks/2026-xf-1/move", "township", {"state": "accepted", "why": "x", "untill": "2026-12-01"}, 422)
    for wrong in ({"state": "nonsense"}, {"ground": "nonsense"}, {"until": "soon"}, {"why": " "}):
        told = ask("POST", "/v1/tasks/2026-xf-1/move", "township", dict({"state": "accepted", "why": "x"}, **wrong), 422)
        assert told["detail_zh"] and told["detail_en"], told
    assert "received_unadmitted" in ask("POST", "/v1/tasks/2026-xf-1/move", "township", {"state": "nonsense", "why": "x"}, 422)["detail_zh"]
    twice = ask("POST", "/v1/tasks/2026-xf-1/move", "township", '{"state":"accepted","why":"x","why":"y"}', 400)
    assert (twice["detail_en"], twice["column"]) == ('"why" is given twice', 40), twice
    bad("township", "/v1/tasks/2026-xf-1/move")
    for page in ("/v1/tasks?limit=3", "/v1/tasks?all=1&state=submitted&before=100", "/v1/tasks?state=none"):
        ask("GET", page, "gatekeeper", expected=400 if "none" in page else 200)
    assert [row["id"] for row in ask("GET", "/v1/tasks?limit=1", "township")["rows"]] == ["2026-xf-1"]
    for wrong in ("sort=due", "all=ja", "limit=0", "limit=1001", "limit=x", "before=0", "before=9x"):
        ask("GET", "/v1/tasks?" + wrong, "gatekeeper", expected=400)
    turn_pages(ask)
    screen_otherwise(ask)
    enter_many(ask)
    lists_come(ask, server.folder)
    rules_come(ask, server.folder)
    count_flips(server)
    accounts_are_kept(ask, server)
    bad("administrator", "/v1/users")
    ask("GET", "/v1/tasks/2026-xf-1", "auditor")
    ask("GET", "/v1/tasks/none", "auditor", expected=404)

    for kind in (DOCX, "application/zip", "text/html", "text/plain"):
        letter = ask("POST", "/v1/tasks/2026-xf-1/letter", "township", {"variant": "resources"}, headers={"Accept": kind})
        again = ask("POST", "/v1/refuse?variant=receipt", "township", TASK, headers={"Accept": kind})
        assert letter and again
    noted = ask("POST", "/v1/refuse?variant=receipt", "township", TASK, headers={"Accept": "application/json"})
    assert noted["draft"] and noted["notes"] and "消防安全检查" in noted["letter"], noted
    proof = ask("POST", "/v1/refuse?variant=receipt", "township", TASK, headers={"Accept": "application/zip"})
    assert ask("POST", "/v1/verify", "auditor", proof, kind="application/zip")["same"]
    ask("POST", "/v1/verify", "auditor", proof[:-200], 422, kind="application/zip")
    ask("POST", "/v1/verify", "auditor", b"", 422, kind="application/zip")
    ask("POST", "/v1/verify", "department", proof, 415)
    ask("POST", "/v1/verify", "administrator", proof, 403, kind="application/zip")
    ask("POST", "/v1/verify", "auditor", b" " * (17 * 1024 * 1024), 413, kind="application/zip")
    closed = ask("POST", "/v1/refuse?variant=refusal", "township", TASK, 422)
    assert closed["errors"], closed
    ask("POST", "/v1/refuse?variant=none", "township", TASK, 400)
    ask("POST", "/v1/refuse", "township", {"id": "a", "tittle": "x"}, 422)
    ask("POST", "/v1/refuse", "gatekeeper", TASK, 403)
    ask("POST", "/v1/tasks/none/letter", "township", {}, 404)
    bad("township", "/v1/tasks/2026-xf-1/letter")

    ask("GET", "/v1/due", "gatekeeper")
    due = ask("GET", "/v1/due?on=2030-01-01&limit=1000", "auditor")["rows"]
    assert due and ask("GET", f"/v1/due?on=2030-01-01&after={len(due)}", "auditor")["rows"] == []
    ask("GET", "/v1/due?on=x", "auditor", expected=400)
    assert ask("POST", "/v1/complaints", None, {"words": "同一张表一天要三次", "department": "县消防救援大队"})["number"] == 1
    ask("POST", "/v1/complaints", None, {"words": " "}, 422)
    bad(None, "/v1/complaints")
    assert ask("POST", "/v1/complaints/1/answer", "auditor", {"words": "已合并为一张"})["number"] == 1
    ask("POST", "/v1/complaints/1/answer", "auditor", {}, 422)
    ask("POST", "/v1/complaints/9/answer", "auditor", {"words": "x"}, 404)
    ask("POST", "/v1/complaints/x/answer", "auditor", {"words": "x"}, 404)
    bad("auditor", "/v1/complaints/1/answer")
    assert ask("GET", "/v1/complaints", "auditor")["answered"] == 1
    for words in ("一天三个会", "一天两次拉网检查"):
        ask("POST", "/v1/complaints", None, {"words": words})
    second = ask("GET", "/v1/complaints?after=1&limit=1", "auditor")
    assert [row["number"] for row in second["rows"]] == [2] and (second["answered"], second["open"]) == (1, 2), second

    correction = {"department": "县消防救援大队", "words": "同一张表一个月要了三次", "until": "2030-01-01", "task": "2026-xf-1",
                  "ground": "time_unreasonable"}
    assert ask("POST", "/v1/corrections", "auditor", correction)["number"] == 1
    ask("POST", "/v1/corrections", "gatekeeper", dict(correction, ground="none"), 422)
    ask("POST", "/v1/corrections", "gatekeeper", dict(correction, task="none"), 404)
    ask("POST", "/v1/corrections", "gatekeeper", {"words": "x"}, 422)
    ask("POST", "/v1/corrections", "department", correction, 403)
    bad("auditor", "/v1/corrections")
    ask("POST", "/v1/corrections/1/relapsed", "auditor", {"words": "x", "until": "2030-01-02"}, 422)
    assert ask("POST", "/v1/corrections/1/done", "auditor", {"words": "三张表已合并"})["state"] == "done"
    ask("POST", "/v1/corrections/1/done", "auditor", {"words": "x"}, 422)
    assert ask("POST", "/v1/corrections/1/relapsed", "auditor", {"words": "又分头要表", "until": "2030-06-01"})["state"] == "relapsed"
    ask("POST", "/v1/corrections/7/done", "auditor", {"words": "x"}, 404)
    bad("auditor", "/v1/corrections/1/done")
    bad("auditor", "/v1/corrections/1/relapsed")
    assert len(ask("GET", "/v1/corrections?limit=1", "gatekeeper")["rows"]) == 1
    ask("GET", "/v1/corrections?on=x", "gatekeeper", expected=400)

    ledger_is_taken_away(ask, server)
    ask("GET", "/v1/ledger/log", "gatekeeper")
    ask("GET", "/v1/ledger/log?after=2150&limit=1000", "gatekeeper")
    ask("GET", "/v1/ledger/log?task=2026-xf-1", "gatekeeper")
    assert ask("GET", "/v1/ledger/log?task=none", "gatekeeper")["rows"] == []
    ask("GET", "/v1/ledger/verify", "auditor")
    ask("GET", "/v1/ledger/verify?head=HKKS2-V5KHA-NT6YR-9VMER", "auditor")
    ask("GET", "/v1/ledger/verify?head=x", "auditor", expected=400)
    assert ask("GET", "/v1/ledger/seals", "auditor")["rows"][0]["holds"] is True
    sealed = time.strftime("%Y-%m")  # the ledger was made now
    assert ask("POST", "/v1/ledger/seals", "gatekeeper", {"month": sealed})["month"] == sealed
    assert len(ask("GET", "/v1/ledger/seals?limit=1", "auditor")["rows"]) == 1
    rest = ask("GET", "/v1/ledger/seals?after=1", "auditor")["rows"]
    assert [row["row"] for row in rest] == [row["row"] for row in ask("GET", "/v1/ledger/seals", "auditor")["rows"]][1:]
    assert ask("GET", "/v1/ledger/seals?after=1000", "auditor")["rows"] == []
    assert ask("GET", f"/v1/ledger/seals?month={sealed}", "auditor")["format"] == "quanze/seal/1"
    ask("GET", "/v1/ledger/seals?month=2001-01", "auditor", expected=404)
    sheet = ask("GET", f"/v1/ledger/seals?month={sealed}&county=示例县", "auditor", headers={"Accept": "text/html"}).decode()
    assert "示例县" in sheet and ask("GET", f"/v1/ledger/seals?month={sealed}", "auditor", headers={"Accept": DOCX})[:2] == b"PK"
    ask("POST", "/v1/ledger/seals", "auditor", {"month": "x"}, 422)
    ask("POST", "/v1/ledger/seals", "auditor", {}, 422)
    ask("POST", "/v1/ledger/seals", "township", {"month": "2026-09"}, 403)
    bad("auditor", "/v1/ledger/seals")

    waiver = {"rule": "TIME-003", "department": "fire", "township": "木塘垸镇", "reason": "冬防期间，县政府已同意",
              "valid_from": "2026-11-01", "valid_to": "2099-12-31"}
    first = ask("POST", "/v1/waivers", "gatekeeper", waiver)
    assert first["state"] == "proposed" and first["id"] == ask("POST", "/v1/waivers", "gatekeeper", waiver)["id"]
    ask("POST", "/v1/waivers", "gatekeeper", dict(waiver, rule="TIME-03"), 422)
    ask("POST", "/v1/waivers", "gatekeeper", dict(waiver, valid_to="2026-10-31"), 422)
    ask("POST", "/v1/waivers", "auditor", waiver, 403)
    bad("gatekeeper", "/v1/waivers")
    this = "/v1/waivers/" + first["id"]
    ask("POST", this + "/confirm", "gatekeeper", "", 409)
    assert ask("POST", this + "/confirm", "gatekeeper2", "")["state"] in ("in_force", "later")
    ask("POST", this + "/refuse", "gatekeeper2", "", 409)
    ask("POST", "/v1/waivers/none/confirm", "gatekeeper2", "", 404)
    ask("POST", "/v1/waivers/none/refuse", "gatekeeper2", "", 404)
    ask("POST", "/v1/waivers/none/end", "gatekeeper2", "", 404)
    assert ask("POST", this + "/end", "gatekeeper", "")["decided_by"] == "县编办/gatekeeper2"
    for wrong in ({"department": "nobody"}, {"township": "x"}, {"valid_to": "2099-02-30"}, {"valid_from": "2020-01-01", "valid_to": "2020-01-02"}, {"reason": " "}):
        ask("POST", "/v1/waivers", "gatekeeper", dict(waiver, **wrong), 422)
    second = ask("POST", "/v1/waivers", "gatekeeper", dict(waiver, reason="另一个理由"))
    assert ask("POST", f"/v1/waivers/{second['id']}/refuse", "gatekeeper", "")["state"] == "refused"
    assert len(ask("GET", "/v1/waivers", "auditor")["rows"]) == 2
    assert [row["id"] for row in ask("GET", "/v1/waivers?after=1&limit=1", "auditor")["rows"]] == [second["id"]]
    for path in ("/v1/waivers", "/v1/ledger/log", "/v1/ledger/seals", "/v1/due", "/v1/complaints", "/v1/corrections"):
        for wrong in ("after=-1", "after=x", "limit=0", "limit=1001"):
            ask("GET", f"{path}?{wrong}", "auditor", expected=400)

    for path in ("/v1/audit/2026-10", "/v1/audit/2026-11"):
        ask("GET", path, "gatekeeper")
    ask("GET", "/v1/audit/2026-10?to=2026-11&compare=2026-08&department=县消防救援大队", "gatekeeper")
    for kind in (XLSX, "text/csv", "text/html", "*/*"):
        ask("GET", "/v1/audit/2026-11?issuer=县减负办", "auditor", headers={"Accept": kind})
    paper = ask("GET", "/v1/audit/2026-11?issuer=县减负办&number=示减办〔2026〕8号&signer=张三&date=2026-12-02&until=2026-12-30",
                "auditor", headers={"Accept": DOCX})
    words = zipfile.ZipFile(io.BytesIO(paper)).read("word/document.xml").decode()
    for word in ("县减负办", "示减办〔2026〕8号", "2026年12月2日", "2026年12月30日"):
        assert word in words, f"the circular does not say {word}"
    ask("GET", "/v1/audit/2026-11?date=2026-01-01", "auditor", expected=400, headers={"Accept": DOCX})
    ask("GET", "/v1/audit/2026-11?township=县城", "auditor", expected=400)
    ask("GET", "/v1/audit/2020-01", "gatekeeper", expected=404)
    ask("GET", "/v1/audit/x", "gatekeeper", expected=400)
    anyone = [(method, path) for (method, path) in description.well if description.document["paths"][path][method].get("security") == []]
    for method, path in description.well:
        if (method, path) not in anyone:
            ask(method.upper(), re.sub(r"\{[^}]*\}", "1", path), None, "{}" if method == "post" else None, 401)


def say_names(server, description):
    """Names that are described are known, each where it is described; another is refused with the near miss."""
    for method, path in description.well:
        parameters = description.document["paths"][path][method].get("parameters", [])
        names = [each["name"] for each in parameters if each.get("in") == "query"]
        plain, body = re.sub(r"\{[^}]*\}", "1", path), "{}" if method == "post" else None
        for role in server.tokens:
            told = server.ask(method.upper(), f"{plain}?lnag=en&lang=en", role, body)
            if told[0] not in (401, 403):
                break
        assert told[0] == 400 and b"did you mean lang?" in told[2], f"{method} {path}: {told[0]} {told[2]}"
        for name in names:
            told = server.ask(method.upper(), f"{plain}?{name}=1&lang=en", role, body)
            assert b"is not known" not in told[2], f"{method} {path}: {name} is described, and not known"
        content = description.document["paths"][path][method].get("requestBody", {}).get("content", {})
        members = content.get("application/json", {}).get("schema", {}).get("properties", {})
        for member in members:
            told = server.ask(method.upper(), plain + "?lang=en", role, {member: "1"})
            assert b"is not known" not in told[2], f"{method} {path}: {member} is described, and not known"
            told = server.ask(method.upper(), plain + "?lang=en", role, {member + "x": "1"})
            assert told[0] == 422 and b"is not known" in told[2], f"{method} {path}: {told[0]} {told[2]}"


def read_metrics(server):
    """The text of Prometheus: each family with its help and type first, names and labels as it takes them, buckets that only grow."""
    status, headers, body = server.ask("GET", "/metrics")
    assert status == 200 and headers["Content-Type"].startswith("text/plain; version=0.0.4"), headers
    types, values = {}, {}
    for line in body.decode().splitlines():
        if line.startswith("# HELP "):
            helped = line.split()[2]
        elif line.startswith("# TYPE "):
            _, _, name, kind = line.split()
            assert name == helped and name not in types and kind in ("counter", "gauge", "histogram"), line
            assert (kind == "counter") == name.endswith("_total"), line
            types[name] = kind
        else:
            told = re.fullmatch(r'([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_]\w*="[^"\\\n]*"\})? ([0-9.e+-]+)', line)
            assert told, f"no line of Prometheus: {line}"
            family = re.sub("_(bucket|sum|count)$", "", told[1])
            assert types.get(told[1]) in ("counter", "gauge") or types.get(family) == "histogram", line
            assert told[1] + (told[2] or "") not in values, f"twice: {line}"
            values[told[1] + (told[2] or "")] = float(told[3])
    for family in (name for name, kind in types.items() if kind == "histogram"):
        buckets = [value for name, value in values.items() if name.startswith(family + "_bucket")]
        assert buckets == sorted(buckets) and buckets[-1] == values[family + "_count"] > 0, family
    assert values['quanze_http_requests_total{class="4xx"}'] > 100, values


def main():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            description = Description(json.loads(server.ask("GET", "/v1/openapi.json")[2]))
            walk(server, description)
            say_names(server, description)
            read_metrics(server)
            silent = [f"{method} {path}" for (method, path), well in description.well.items() if not well]
            assert not silent, f"never answered well: {silent}"
            print(f"{len(description.well)} routes, {description.checked} answers as described")
        finally:
            server.process.terminate()
            server.process.wait()


main()
