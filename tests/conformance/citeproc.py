#!/usr/bin/env python3
"""Formats the same records in the same styles with `pressmark cite` and with pandoc's citeproc.

    citeproc.py --build BUILD [--show]

The records are tests/conformance/citation_records.json: 50 of all types. Compared are the entries of the
bibliographies as plain text, and for APA, Chicago and Vancouver their order, in APA, Chicago author-date, MLA, Vancouver, GOST, DIN 1505-2 and
ISO 690. A difference is a failure unless it is in KNOWN, which names style, record and the reason; docs/citations.md
explains each by the CSL specification. A reason that does not apply any more is a failure, too.
"""
import json
import pathlib
import re
import shutil
import sys

import checks

STYLES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "mla": "modern-language-association",
    "vancouver": "vancouver",
    "gost": "gost-r-7-0-5-2008",
    "din": "din-1505-2",
    "iso690": "iso690-author-date-en",
}
PACKAGE = pathlib.Path("/usr/share/citation-style-language")
RECORDS = pathlib.Path(__file__).with_name("citation_records.json")

# (style, record): why the two differ.
QUOTES = "a full stop goes inside both closing quotation marks (punctuation-in-quote)"
EVENT = "pandoc 2.17 does not know the variable event-title of CSL 1.0.2"
ABOUT = "'about' is no stop word of CSL's title case"
ONCE = "the date was rendered in cs:substitute, so it is suppressed afterwards"
EDITOR = "pandoc takes the editors whom cs:substitute used for absent in conditions, too"
KNOWN = {
    ("chicago", "r09"): QUOTES, ("mla", "r09"): QUOTES,
    ("chicago", "r36"): EVENT, ("mla", "r36"): EVENT, ("vancouver", "r31"): EVENT, ("vancouver", "r36"): EVENT,
    ("iso690", "r31"): EVENT, ("iso690", "r36"): EVENT,
    ("chicago", "r41"): ABOUT, ("mla", "r41"): ABOUT,
    ("iso690", "r03"): ONCE, ("iso690", "r33"): ONCE, ("iso690", "r44"): ONCE, ("iso690", "r45"): ONCE,
    ("iso690", "r47"): ONCE, ("iso690", "r48"): ONCE,
    ("iso690", "r13"): EDITOR,
}
# Styles whose order differs, for reasons of the specification or the language (docs/citations.md): only the words of the
# entries are compared, without their numbers.
OTHER_ORDER = {"mla", "gost", "din", "iso690"}




def plain(html):
    text = re.sub(r"<[^>]+>", "", html.replace("</div>", " "))
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return re.sub(r"\s+", " ", text).strip()


def by_pressmark(command, style):
    done = checks.run([command, "cite", "--style", style, "--format", "html", RECORDS])
    if done.returncode != 0:
        return None, done.stderr
    return [plain(e) for e in re.findall(r'<div class="csl-entry"[^>]*>(.*)</div>\n', done.stdout)], ""


def by_pandoc(style, records):
    document = "---\nnocite: '@*'\n---\n"
    done = checks.run(["pandoc", "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc", "--csl",
                       PACKAGE / "styles" / f"{STYLES[style]}.csl", "--bibliography", RECORDS], input=document)
    if done.returncode != 0:
        return None, done.stderr
    parts = re.split(r'<div id="ref-', done.stdout)[1:]
    return [(part[:part.index('"')], plain(part[part.index(">") + 1:])) for part in parts], ""


def main():
    arguments = checks.arguments(__doc__, show={"action": "store_true"})
    if shutil.which("pandoc") is None or not PACKAGE.is_dir():
        print("pandoc or the citation styles are not installed")
        sys.exit(checks.SKIP)
    command = checks.command_of(arguments.build)
    records = json.loads(RECORDS.read_text(encoding="utf-8"))
    report = checks.Report()
    agreed = 0
    for style in STYLES:
        ours, failure = by_pressmark(command, style)
        if not report.expect(ours is not None, f"{style}: pressmark: {failure}"):
            continue
        theirs, failure = by_pandoc(style, records)
        if not report.expect(theirs is not None, f"{style}: pandoc: {failure}"):
            continue
        report.expect(len(ours) == len(theirs), f"{style}: {len(ours)} entries, pandoc has {len(theirs)}")
        if style in OTHER_ORDER:
            ours = [re.sub(r"^\d+\. ", "", e) for e in ours]
            theirs = [(record, re.sub(r"^\d+\. ", "", e)) for record, e in theirs]
        else:
            common = [entry for entry in ours if entry in [t for _, t in theirs]]
            report.expect(common == [t for _, t in theirs if t in ours], f"{style}: the order differs")
        left = list(ours)
        for record, entry in theirs:
            same = entry in left
            if same:
                left.remove(entry)
            agreed += same
            known = KNOWN.get((style, record))
            if known is None:
                report.expect(same, f"{style}: {record}: pandoc has: {entry}")
            else:
                report.expect(not same, f"{style}: {record} agrees now; take it from KNOWN: {known}")
        if arguments.show:
            for entry in left:
                print(f"{style}: pressmark has: {entry}")
    print(f"{agreed} entries are the same, {len(KNOWN)} differ for known reasons")
    report.finish()


if __name__ == "__main__":
    main()
