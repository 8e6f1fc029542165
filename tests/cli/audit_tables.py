"""audit_tables.py QUANZE - every table of an audit as CSV is that sheet of the workbook, cell by cell."""
import csv
import io
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

os.environ.update(QUANZE_LISTS="lists/demo", QUANZE_RULES="rules", QUANZE_CALENDAR="lists/calendar", TZ="Asia/Shanghai")
QUANZE = os.path.realpath(sys.argv[1])
SHEETS = ["about", "indicators", "departments", "townships", "cells", "tasks", "copies", "repeats", "radar", "findings",
          "corrections", "complaints"]
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def run(*words, good=(0, 1)):
    done = subprocess.run([QUANZE, *words, "--today", "2026-11-22"], capture_output=True)
    assert done.returncode in good, (words, done.stderr.decode())
    return done


def column(name):
    number = 0
    for letter in re.match("[A-Z]+", name).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def rows_of_sheet(book, number, strings):
    rows = []
    for row in tree.parse(book.open(f"xl/worksheets/sheet{number}.xml")).iter(SPACE + "row"):
        cells = {}
        for cell in row.iter(SPACE + "c"):
            value = cell.find(SPACE + "v")
            if value is None:
                continue
            text = strings[int(value.text)] if cell.get("t") == "s" else value.text
            cells[column(cell.get("r"))] = (cell.get("t") == "s", text)
        rows.append(cells)
    return rows


def check_table(name, lines, rows):
    assert len(lines) == len(rows), (name, len(lines), len(rows))
    for line, cells in zip(lines, rows):
        assert len(line) == len(lines[0]), (name, line)
        for at, text in enumerate(line):
            is_text, expected = cells.get(at, (True, ""))
            if is_text:
                assert text.lstrip("'") == expected.lstrip("'"), (name, line, expected)
            else:
                assert abs(float(text) - float(expected)) < 1e-6, (name, line, expected)


def main():
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "l.db")
        run("screen", "lists/demo/months/2026-09.jsonl", "lists/demo/months/2026-10.jsonl", "--record", "--ledger", ledger,
            "--format", "jsonl", good=(0, 1, 2))
        audit = ("audit", "2026-10", "--ledger", ledger)
        run(*audit, "-o", os.path.join(folder, "book.xlsx"))
        book = zipfile.ZipFile(os.path.join(folder, "book.xlsx"))
        strings = ["".join(text.text or "" for text in one.iter(SPACE + "t"))
                   for one in tree.parse(book.open("xl/sharedStrings.xml")).getroot()]
        for number, name in enumerate(SHEETS, 1):
            text = run("audit", "2026-10", name, "--ledger", ledger, "--format", "csv").stdout.decode("utf-8-sig")
            lines = list(csv.reader(io.StringIO(text, newline="")))
            if name == "indicators":  # a row a figure in both; the heads of its CSV are for programs
                assert len(lines) == len(rows_of_sheet(book, number, strings)), name
                assert lines[0][:3] == ["name", "subject", "indicator"], lines[0]
            else:
                check_table(name, lines, rows_of_sheet(book, number, strings))
        wrong = run("audit", "2026-10", "task", "--ledger", ledger, "--format", "csv", good=(64,)).stderr.decode()
        assert "应为 about, indicators" in wrong and "expected about, indicators" in wrong, wrong
        wrong = run("audit", "2026-10", "tasks", "--ledger", ledger, good=(64,)).stderr.decode()
        assert "CSV" in wrong, wrong
        several = run("audit", "tasks", "--from", "2026-09", "--to", "2026-10", "--ledger", ledger, "--format", "csv").stdout
        assert several.count(b"2026-09-") > 0 and several.count(b"2026-10-") > 0


main()
