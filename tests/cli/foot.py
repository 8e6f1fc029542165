#!/usr/bin/env python3
"""foot.py QUANZE - copies and the printing line stand at the foot of the last page, whoever sets the page: a short letter, the longest that
one page holds, the first of two pages, one of four. Nothing stands below or upon them. Skipped (77) without pdftotext, or without both of
LibreOffice and Chromium."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

QUANZE = os.path.abspath(sys.argv[1])
LINE, AREA_END = 28.95, 742.7  # points: the pitch of lines, and the foot of the type area, 262 mm below the edge of the page
ENV = dict(os.environ, QUANZE_LISTS="lists/demo", QUANZE_CALENDAR="lists/calendar", QUANZE_THESAURUS="lists/thesaurus")
KINDS = {"county_department": ["【抄送】县委编办，县减负办。"], "county_government": ["【抄送】县委编办，县减负办。", "【印发】{{office}}"]}
COUNTS = {"county_department": [1, 9, 10, 11, 12, 60], "county_government": [1, 2, 3, 4, 5, 60]}  # lines of text; the 3rd fills page 1
problems = []


def write(folder, issuer, count, form):
    """A letter whose text has so many lines, as a file of that form."""
    own = os.path.join(folder, "own", "letters")
    os.makedirs(own, exist_ok=True)
    with open(os.path.join(own, "receipt.txt"), "w", encoding="utf-8") as template:
        template.write("\n".join(["【标题】题", "【主送】县局："] + ["文。"] * count + ["【署名】{{office}}（印章）", "【日期】{{date}}"] + KINDS[issuer]))
    with open("lists/demo/tasks/01-fire-form.yaml", encoding="utf-8") as source:
        text = source.read().replace("kind: county_department", "kind: " + issuer)
    task = os.path.join(folder, "task.yaml")
    with open(task, "w", encoding="utf-8") as out:
        out.write(text)
    made = os.path.join(folder, f"{issuer}-{count}.{form}")
    subprocess.run([QUANZE, "refuse", task, "--variant", "receipt", "--rules", "rules", "--rules", os.path.join(folder, "own"), "--date",
                    "2026-12-08", "-o", made], check=True, env=ENV, stderr=subprocess.DEVNULL)
    return made


def to_pdf(folder, paths):
    """The PDF of each; LibreOffice takes all of them at once."""
    made = [re.sub(r"\.(docx|html)$", r".\1.pdf", path) for path in paths]
    if paths[0].endswith(".docx"):
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", os.path.join(folder, "word")] + paths, check=True,
                       env=dict(ENV, HOME=folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path, pdf in zip(paths, made):
            shutil.move(os.path.join(folder, "word", os.path.basename(path)[:-4] + "pdf"), pdf)
        return made
    for path, pdf in zip(paths, made):
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=" + pdf, path],
                       check=True, env=dict(ENV, HOME=folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return made


def words_of(pdf):
    """Each page's words with the middle of their line, page numbers left out."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = []
    for page in text.split("<page ")[1:]:
        found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', page)
        pages.append([((float(top) + float(foot)) / 2, word) for top, foot, word in found if float(top) < AREA_END + 3])
    return pages


def check(pdf, issuer):
    """Pages, and the free lines between the date and the foot."""
    pages = words_of(pdf)
    what = os.path.basename(pdf)
    feet = [(number, middle) for number, page in enumerate(pages) for middle, word in page if word.startswith("抄送")]
    if len(feet) != 1 or feet[0][0] != len(pages) - 1:
        problems.append(f"{what}: the copies stand on pages {[number + 1 for number, _ in feet]} of {len(pages)}")
        return len(pages), 0
    lines = len(KINDS[issuer])
    expected = AREA_END - (lines - 0.5) * LINE
    if abs(feet[0][1] - expected) > LINE / 2:
        problems.append(f"{what}: the copies stand at {feet[0][1]:.0f} pt instead of {expected:.0f}")
    last = [middle for middle, word in pages[-1] if "印发" in word]
    if lines == 2 and (len(last) != 1 or abs(last[0] - expected - LINE) > LINE / 2):
        problems.append(f"{what}: the printing line stands at {last} pt instead of {expected + LINE:.0f}")
    above = max((middle for middle, _ in pages[-1] if middle < feet[0][1] - 5), default=0)
    if feet[0][1] - above < LINE * 0.75:
        problems.append(f"{what}: the copies stand upon the text")
    if not any("印章" in word for _, word in pages[-1]):
        problems.append(f"{what}: the copies stand on another page than the signature")
    return len(pages), (feet[0][1] - above) / LINE - 1


def check_form(folder, issuer, form):
    counts = COUNTS[issuer]
    seen = list(zip(counts, (check(pdf, issuer) for pdf in to_pdf(folder, [write(folder, issuer, count, form) for count in counts]))))
    full = [free for count, (pages, free) in seen if pages == 1 and count > 1]
    if seen[0][1][0] != 1 or not full or min(full) > 1 or seen[-2][1][0] != 2 or seen[-1][1][0] < 4:
        problems.append(f"{issuer} {form}: no short, full, two-page and four-page letter: {seen}")


def main():
    forms = [form for form, program in (("docx", "soffice"), ("html", "chromium")) if shutil.which(program)]
    if not shutil.which("pdftotext") or not forms:
        print("skipped: pdftotext (poppler-utils), or both soffice and chromium, are not installed")
        return 77
    for issuer in KINDS:
        for form in forms:
            with tempfile.TemporaryDirectory() as folder:
                check_form(folder, issuer, form)
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
