#!/usr/bin/env python3
"""Formats the same records in the same styles with `pressmark cite` and with pandoc's citeproc.

    citeproc.py --build BUILD [--show]

The records are tests/conformance/citation_records.json: 50 of all types; then the same with a date that has no year, which CSL
cannot say, so that pandoc gets none; and the same without titles, where pandoc gets the description in brackets that `pressmark cite`
makes of the genre or of the locale's word for the type. Compared are the entries of the
bibliographies as plain text, and for APA, Chicago and Vancouver their order, in APA, Chicago author-date, MLA, Vancouver, GOST, DIN 1505-2 and
ISO 690. A difference is a failure unless it is in KNOWN, which names style, record and the reason; docs/citations.md
explains each by the CSL specification. A reason that does not apply any more is a failure, too.
"""
import json
import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as xml

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
CSL = "{http://purl.org/net/xbiblio/csl}"
# The default locales of styles that are not in English.
LOCALES = {"gost": "ru-RU", "din": "de-DE"}

# (style, record, variant): why the two differ.
QUOTES = "a full stop goes inside both closing quotation marks (punctuation-in-quote)"
EVENT = "pandoc 2.17 does not know the variable event-title of CSL 1.0.2"
ABOUT = "'about' is no stop word of CSL's title case"
ONCE = "the date was rendered in cs:substitute, so it is suppressed afterwards"
EDITOR = "pandoc takes the editors whom cs:substitute used for absent in conditions, too"
SUFFIX = "the style prints the variable year-suffix by itself, pandoc only beside a year"
ALL = ("", "no year", "no title")
KNOWN = {}
for styles, records, variants, reason in (
        ("chicago mla", "r09", ("", "no year"), QUOTES), ("chicago mla", "r41", ("", "no year"), ABOUT),
        ("chicago mla vancouver iso690", "r36", ALL, EVENT), ("vancouver iso690", "r31", ALL, EVENT),
        ("iso690", "r03 r33 r44 r45 r47 r48", ("", "no title"), ONCE), ("iso690", "r13", ALL, EDITOR),
        ("din", "r04 r10 r11 r27 r29 r35", ("no year",), SUFFIX)):
    KNOWN.update({(style, record, variant): reason for style in styles.split() for record in records.split() for variant in variants})
# Styles whose order differs, for reasons of the specification or the language (docs/citations.md): only the words of the
# entries are compared, without their numbers.
OTHER_ORDER = {"mla", "gost", "din", "iso690"}




def capitalized(words):
    return words[:1].upper() + words[1:]


def description(record, style):
    """What stands for a title: the genre, else the locale's term for the type."""
    words = record.get("genre")
    if not words:
        name = LOCALES.get(style, "en-US")
        terms = xml.parse(PACKAGE / "locales" / f"locales-{name}.xml").iter(CSL + "term")
        words = next((t.text.strip() or t.findtext(CSL + "single") for t in terms if t.get("name") == record["type"] and t.get("form") is None), None)
    return f"[{capitalized(words or re.sub('[-_]', ' ', record['type']))}]"


def without_year(record, _):
    ours = dict(record, issued={"literal": "--10-12"})
    theirs = {k: v for k, v in record.items() if k != "issued"}
    return ours, theirs


def without_title(record, style):
    ours = {k: v for k, v in record.items() if k != "title"}
    if any(k in record for k in ("interviewer", "recipient", "reviewed-title", "event-title")):
        return ours, ours
    return ours, dict({k: v for k, v in ours.items() if k != "genre"}, title=description(record, style))


# What is done to each record, for us and for pandoc, before the two are compared.
VARIANTS = {"": lambda record, _: (record, record), "no year": without_year, "no title": without_title}


def plain(html):
    text = re.sub(r"<[^>]+>", "", html.replace("</div>", " "))
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return re.sub(r"\s+", " ", text).strip()


def by_pressmark(command, style, records):
    done = checks.run([command, "cite", "--quiet", "--style", style, "--format", "html", records])
    if done.returncode != 0:
        return None, done.stderr
    return [plain(e) for e in re.findall(r'<div class="csl-entry"[^>]*>(.*)</div>\n', done.stdout)], ""


def by_pandoc(style, records):
    document = "---\nnocite: '@*'\n---\n"
    done = checks.run(["pandoc", "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc", "--csl",
                       PACKAGE / "styles" / f"{STYLES[style]}.csl", "--bibliography", records], input=document)
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
    with tempfile.TemporaryDirectory() as folder:
        for variant, change in VARIANTS.items():
            for style in STYLES:
                pairs = [change(record, style) for record in records]
                files = []
                for side in (0, 1):
                    files.append(pathlib.Path(folder) / f"{side}.json")
                    files[-1].write_text(json.dumps([pair[side] for pair in pairs]), encoding="utf-8")
                agreed += compare(command, style, variant, files, report, arguments.show)
    print(f"{agreed} entries are the same, {len(KNOWN)} differ for known reasons")
    report.finish()


def compare(command, style, variant, files, report, show):
    """The number of entries that are the same."""
    label = f"{style} {variant}".strip()
    ours, failure = by_pressmark(command, style, files[0])
    if not report.expect(ours is not None, f"{label}: pressmark: {failure}"):
        return 0
    theirs, failure = by_pandoc(style, files[1])
    if not report.expect(theirs is not None, f"{label}: pandoc: {failure}"):
        return 0
    report.expect(len(ours) == len(theirs), f"{label}: {len(ours)} entries, pandoc has {len(theirs)}")
    if style in OTHER_ORDER or variant:
        ours = [re.sub(r"^\d+\. ", "", e) for e in ours]
        theirs = [(record, re.sub(r"^\d+\. ", "", e)) for record, e in theirs]
    else:
        common = [entry for entry in ours if entry in [t for _, t in theirs]]
        report.expect(common == [t for _, t in theirs if t in ours], f"{label}: the order differs")
    left = list(ours)
    agreed = 0
    for record, entry in theirs:
        same = entry in left
        if same:
            left.remove(entry)
        agreed += same
        known = KNOWN.get((style, record, variant))
        if known is None:
            report.expect(same, f"{label}: {record}: pandoc has: {entry}")
        else:
            report.expect(not same, f"{label}: {record} agrees now; take it from KNOWN: {known}")
    if show:
        for entry in left:
            print(f"{label}: pressmark has: {entry}")
    return agreed


if __name__ == "__main__":
    main()
