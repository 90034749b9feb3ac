#!/usr/bin/env python3
"""Every word of the model comes back from the PDF in reading order, in each writing system:
from the pages' text (pdftotext) and from the structure tree (pdfinfo -struct-text)."""
import json
import re
import shutil
import sys
import unicodedata

import checks

# Scripts written without spaces: their text is compared character by character.
UNSPACED = {"thai", "east_asian"}
# pdftotext sorts what it finds by place and turns right-to-left words around sign by sign. Marks
# that stand above and below letters, joiners and note marks then come before or after their letters,
# with a space beside them, and lam and alef that share a place change theirs.
RIGHT_TO_LEFT = {"arabic", "hebrew"}
# It parts words at each of their points: of such text only the structure view is compared.
STRUCTURE_ONLY = {"hebrew_pointed"}
SORTED_BY_PLACE = r"\s*[\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]\s*"
MARK = "\x01"  # around the number of a note where it is called
# Signs that show nothing and say only how the text is set.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def words(text, spaced, without=""):
    """The words and numbers of a text; of an unspaced one its letters, marks and digits one by one.

    `without` is a regular expression of what is left out.
    """
    text = unicodedata.normalize("NFC", re.sub(without, "", text.translate(INVISIBLE)) if without
                                 else text.translate(INVISIBLE))
    joiners = "\u200c\u200d"  # they are part of words in Persian and in Indian languages
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in joiners else " " for c in text)
    kept = re.sub(r"(\d+)", r" \1 ", kept)
    if without:
        kept = re.sub("\u0644([\u0622\u0623\u0625\u0627])|([\u0622\u0623\u0625\u0627])\u0644", r"\1\2", kept)
        # The space between a Latin and a right-to-left word goes astray, too.
        kept = re.sub(r"([A-Za-z]+)", r" \1 ", kept)
    return kept.split() if spaced else list("".join(kept.split()))


def texts_of(model):
    """The text of the model's blocks in reading order, and that of its notes."""
    blocks, notes = [], []

    def visit(node, into):
        if isinstance(node, list):
            for child in node:
                visit(child, into)
        elif isinstance(node, dict):
            if node.get("type") == "note":
                own = []
                visit(node["children"], own)
                notes.append("".join(own))
                into.append(MARK + str(len(notes)) + MARK)
                return
            if isinstance(node.get("text"), str):
                into.append(node["text"])
            for key in ("title", "caption", "rows", "cells", "items", "children"):
                visit(node.get(key), into)
            if node.get("type") not in ("text", "styled", "link", "span", "quoted"):
                into.append("\n")

    visit(model["front"].get("headline"), blocks)
    blocks.append("\n")
    visit(model["body"], blocks)
    return "".join(blocks), "\n".join(notes)


def missing(expected, found):
    """The first of the expected words that does not follow the one before it, with what stands there."""
    at = 0
    for number, word in enumerate(expected):
        try:
            at = found.index(word, at) + 1
        except ValueError:
            return f"word {number} {word!r}; there stands {found[at:at + 8]}"
    return None


def struct_text(command_output):
    """The quoted text of pdfinfo's tree: of the body, and of the notes."""
    body, notes, note_depth = [], [], None
    for line in command_output.splitlines():
        depth = len(line) - len(line.lstrip())
        if note_depth is not None and depth <= note_depth:
            note_depth = None
        element = re.match(r"\s*(\w+)(?: <.*>)? \((block|inline)\)|\s*(\w+)\s*$", line)
        if line.strip().startswith(("Note", "FENote")):
            note_depth = depth
        quoted = re.match(r'\s*"(.*)"$', line)
        into = body if note_depth is None else notes
        if quoted:
            into.append(quoted.group(1))
        elif element and "inline" not in line:
            into.append("\n")
    return "".join(body), "".join(notes)


def check(report, command, source, work):
    model = json.loads(checks.run([command, "convert", source, "-t", "json", "-o", "-"]).stdout)
    spaced = source.stem not in UNSPACED
    text, notes = texts_of(model)
    expected, expected_notes = words(text, spaced), words(notes, spaced)
    report.expect(len(expected) > 50 and len(expected_notes) > 3, f"{source.stem}: the model has words")
    for profile, columns in (("pdfa-3a+ua-1", 1), ("pdfa-4f+ua-2", 1), ("pdfa-3a+ua-1", 2)):
        pdf = work / f"{source.stem}.{profile}.{columns}.pdf"
        made = checks.run([command, "convert", source, "-t", "pdf", "-O", f"profile={profile}",
                           "-O", f"columns={columns}", "-o", pdf])
        if not report.expect(made.returncode == 0, f"{source.stem}: {made.stderr[-400:]}"):
            continue
        left_out = SORTED_BY_PLACE if source.stem in RIGHT_TO_LEFT else ""
        pages = words(checks.run(["pdftotext", pdf, "-"]).stdout, spaced, left_out)
        called = re.compile(f"{MARK}.*?{MARK}")
        # pdftotext guesses from places on the page what stands in which column.
        by_structure = source.stem in STRUCTURE_ONLY or columns > 1
        for name, wanted in () if by_structure else (("body", called.sub("", text)), ("notes", notes)):
            lost = missing(words(wanted, spaced, left_out), pages)
            report.expect(lost is None, f"{source.stem} {profile}, columns {columns}: pdftotext, {name}: {lost}")
        # poppler leaves out what it does not know: FENote
        asked_notes = [] if profile == "pdfa-4f+ua-2" else expected_notes
        body, note_text = struct_text(checks.run(["pdfinfo", "-struct-text", pdf]).stdout)
        for name, wanted, found in (("body", expected, body), ("notes", asked_notes, note_text)):
            lost = missing(wanted, words(found, spaced))
            report.expect(lost is None, f"{source.stem} {profile}, columns {columns}: structure, {name}: {lost}")


def main():
    options = checks.arguments(__doc__)
    if not shutil.which("pdftotext") or not shutil.which("pdfinfo"):
        print("poppler-utils is not installed")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    sources = sorted((checks.ROOT / "tests" / "conformance" / "scripts").glob("*.html"))
    report.expect(len(sources) >= 8, "eight writing systems")
    with checks.Workspace() as work:
        for source in sources:
            check(report, command, source, work)
    report.finish()


if __name__ == "__main__":
    main()
