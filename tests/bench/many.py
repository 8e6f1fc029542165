#!/usr/bin/env python3
"""many.py COUNT - COUNT tasks as JSON Lines: those of the demo months again and again, a week earlier and under other ids each time."""
import datetime
import glob
import json
import os
import sys

MONTHS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../lists/demo/months/*.jsonl")
tasks = [json.loads(line) for name in sorted(glob.glob(MONTHS)) for line in open(name, encoding="utf-8")]
left = int(sys.argv[1])
for week in range(-(-left // len(tasks)) - 1, -1, -1):
    for task in tasks[:left]:
        again = dict(task, id=f"{task['id']}-{week}")
        for fact in ("received_at", "start_at", "due_at", "end_at"):
            value = again.get(fact)
            if isinstance(value, str) and value[:1].isdigit():
                day = datetime.date.fromisoformat(value[:10]) - datetime.timedelta(weeks=week)
                again[fact] = day.isoformat() + value[10:]
        print(json.dumps(again, ensure_ascii=False))
    left -= min(left, len(tasks))
