#!/usr/bin/env python3
"""Turns the peers' workload (items.jsonl, towns.json, depts.json, tasks.jsonl) into what quanze reads.

  convert.py WORLD OUT [TASKS]   writes OUT/list.yaml, OUT/calendar/*.yaml, OUT/{tasks,kinds}.jsonl (at most TASKS)
  convert.py masks VERDICTS OUT  turns quanze's verdict lines into the peers' mask a line, for comparison

The mapping keeps each of the peers' twelve conditions as it is: units become days of work, the funding norm becomes the
norm per person-day, the work calendar is Monday to Friday, 09:00 to 17:00, without holidays.
"""
import json, os, sys

POWER = {"处罚": "penalty", "检查": "inspection_power", "强制": "coercion"}
VERB = {"巡查": "patrol", "排查": "screening", "整治": "screening", "采集": "data_collection", "登记": "ledger", "宣传": "document", "培训": "meeting",
        "处罚": "penalise", "检查": "inspection", "强制": "coerce", "填报": "form", "值守": "duty_post", "走访": "visit", "征缴": "collect",
        "动员": "visit", "验收": "acceptance", "考核": "assessment", "评估": "evaluation", "调解": "visit", "帮扶": "visit"}
KIND = {"basic": "basic", "cooperate": "cooperative", "recovered": "recalled"}


def power(name):
    verb, matter = name.split(":")
    return POWER[verb], matter


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write_list(world, out):
    items = [json.loads(line) for line in open(f"{world}/items.jsonl", encoding="utf-8")]
    towns = json.load(open(f"{world}/towns.json", encoding="utf-8"))
    departments = json.load(open(f"{world}/depts.json", encoding="utf-8"))
    with open(f"{out}/list.yaml", "w", encoding="utf-8") as file:
        put = lambda line: file.write(line + "\n")
        put("format: quanze/list/1\nid: bench\ntitle: bench\ncounty: 基准县\nvalid_from: 2020-01-01\ntownships:")
        for town in towns:
            put(f"  - {{name: {quoted(town['id'])}, type: township, staff: {town['staff']}}}")
        put("departments:")
        for department in departments:
            put(f"  - {{id: {department['id'].lower()}, name: {quoted(department['name'])}, kind: county_department}}")
        put("items:")
        for item in items:
            put(f"  - id: {item['id']}\n    kind: {KIND[item['kind']]}\n    name: {quoted(item['name'])}\n    field: {quoted(item['domain'])}")
            put(f"    office: 办公室\n    department: {item['department'].lower()}")
            if item["powers"]:
                put("    powers: [" + ", ".join("{power: %s, matter: %s}" % (p, quoted(m)) for p, m in map(power, item["powers"])) + "]")
            if item["funding_norm"]:
                put(f"    funds: {{per_person_day: {item['funding_norm']}}}")
            if item["staff_norm"]:
                put(f"    staff: {{min: {item['staff_norm']}}}")
        holders = {}
        for town in towns:
            for name in town["powers"]:
                holders.setdefault(name, []).append(town["id"])
        put("powers:")
        for name, owners in sorted(holders.items()):
            kind, matter = power(name)
            put(f"  - {{power: {kind}, matter: {quoted(matter)}, mode: statutory, decision: bench, published_on: 2020-01-01, "
                f"valid_from: 2020-01-01, evaluated_on: 2020-01-01, townships: [{', '.join(owners)}]}}")


def write_calendar(out):
    os.makedirs(f"{out}/calendar", exist_ok=True)
    for year in range(2024, 2028):
        with open(f"{out}/calendar/{year}.yaml", "w", encoding="utf-8") as file:
            file.write(f'format: quanze/calendar/1\nyear: {year}\nsource: bench\nhours: ["09:00-17:00"]\nholidays: []\nworkdays: []\n')


def granted(name):
    kind, matter = power(name)
    return {"power": kind, "matter": matter, "mode": "statutory", "decision": "bench", "published_on": "2020-01-01", "valid_from": "2020-01-01"}


def task(source):
    out = {"id": source["id"], "title": source["title"], "body": source["body"],
           "kind": "document", "actions": [], "issuer": {"name": source["issuing_department"].lower(), "kind": "county_department"},
           "townships": [source["township"]], "role": "main" if source["role"] == "main" else "cooperating",
           "received_at": source["issued_at"][:16], "due_at": source["due_at"][:16],
           "message": {"sent_at": source["issued_at"][:16]},
           "powers": {"required": [], "granted": [granted(name) for name in source["powers"]]},
           "funds": {"provided": source["funding_amount"]},
           "staff": {"required": source["headcount_needed"], "provided": source["staff_count"], "days": source["units"]},
           "demands": {"photos": source["asks_for_trace"]},
           "assessment": {"linked": source["counts_in_assessment"], "indicator": source["approval_no"]}}
    if source["item_id"]:
        out["item"] = source["item_id"]
    return out


def write_tasks(world, out, most):
    """tasks.jsonl has what the twelve conditions read; kinds.jsonl also says what kind of task it is, as the shipped rules want."""
    put = lambda file, facts: file.write(json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n")
    with open(f"{world}/tasks.jsonl", encoding="utf-8") as source, open(f"{out}/tasks.jsonl", "w", encoding="utf-8") as plain, \
            open(f"{out}/kinds.jsonl", "w", encoding="utf-8") as kinds:
        for number, line in enumerate(source):
            if number >= most:
                break
            facts = task(json.loads(line))
            put(plain, facts)
            facts["kind"] = next((kind for verb, kind in VERB.items() if verb in facts["title"]), "document")
            put(kinds, facts)


def write_masks(verdicts, out):
    with open(verdicts, encoding="utf-8") as source, open(out, "w", encoding="utf-8") as file:
        for line in source:
            mask = 0
            for finding in json.loads(line)["findings"]:
                if finding["status"] != "fail":
                    raise SystemExit(f"{finding['rule']} is {finding['status']}, every bench rule must pass or fail: {line[:200]}")
                mask |= 1 << (int(finding["rule"].split("-")[1]) - 1)
            file.write(f"{mask}\n")


def main():
    if sys.argv[1] == "masks":
        return write_masks(sys.argv[2], sys.argv[3])
    world, out = sys.argv[1], sys.argv[2]
    os.makedirs(out, exist_ok=True)
    write_list(world, out)
    write_calendar(out)
    write_tasks(world, out, int(sys.argv[3]) if len(sys.argv) > 3 else sys.maxsize)


main()
