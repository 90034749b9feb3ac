#!/usr/bin/env python3
"""Lets other programs read our citation formats and compares what they understood with the record.

    citations.py --build BUILD [--show PATH]

The records are those of citation_cases.py, written by `pressmark cite`. BibTeX and BibLaTeX are read by pandoc and bibutils, RIS, EndNote
and MODS by bibutils, CSL-JSON by pandoc, MARCXML by yaz-marcdump, JSON-LD and COinS by Python's readers of JSON and HTML. Compared raw, character by character, are type, title, container, publisher,
place, abstract, numbers, day, address, and of each author family name, given name, particles, suffix or literal. What a path
changes is in citation_deviations.py, and a deviation that nothing needs is a failure, as is one that docs/formats/citations.md does not
name. --show prints what a path changes without its deviations.
"""
import json
import pathlib
import shutil
import sys
import tempfile

import checks
import citation_cases
import citation_deviations
import citation_readers as readers

# Path: format, program, reader, the facts that the path carries.
EVERYTHING = ("type", "author", "issued", *readers.TEXTS)
PATHS = {
    "bibtex/pandoc": ("pandoc", readers.pandoc("bibtex")),
    "biblatex/pandoc": ("pandoc", readers.pandoc("biblatex")),
    "csljson/pandoc": ("pandoc", readers.pandoc("csljson")),
    "bibtex/bib2xml": ("bib2xml", readers.bibutils("bib2xml")),
    "ris/ris2xml": ("ris2xml", readers.bibutils("ris2xml")),
    "enw/end2xml": ("end2xml", readers.bibutils("end2xml")),
    "mods/modsclean": ("modsclean", readers.bibutils("modsclean")),
    "marcxml/yaz": ("yaz-marcdump", readers.marc),
    "jsonld/json": ("python3", readers.json_ld),
    "coins/html": ("python3", readers.coins),
}
MANUAL = checks.ROOT / "docs/formats/citations.md"


def expected(path, item, left_out=None):
    facts = readers.facts_of_csl(item)
    for deviation in citation_deviations.DEVIATIONS:
        if path in deviation.paths and deviation is not left_out:
            facts = deviation.change(facts, item)
    return facts


def differences(path, records, read, left_out=None):
    found = []
    for item, got in zip(records, read):
        wanted = expected(path, item, left_out)
        found += [(item["id"], field, wanted[field], got[field]) for field in EVERYTHING if field in got and wanted[field] not in (None, got[field])]
    return found


def shown(value):
    text = repr([tuple(p for p in n if p) for n in value] if isinstance(value, list) else value)
    return text if len(text) < 300 else text[:300] + "..."


def check_path(path, command, folder, report, show):
    program, read = PATHS[path]
    if shutil.which(program) is None:
        return False
    # bibutils takes 30 s for the MODS of ten thousand authors; a thousand show the same.
    records = citation_cases.cases(authors=1000 if path.startswith("mods/") else 10000)
    source, target = folder / "records.json", folder / path.replace("/", ".")
    source.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    kind = path.partition("/")[0]
    written = checks.run([command, "cite", "-t", kind, "-o", target, source])
    if not report.expect(written.returncode == 0, f"{path}: pressmark: {written.stderr}"):
        return True
    got = read(target)
    if not report.expect(len(got) == len(records), f"{path}: {len(got)} records of {len(records)}"):
        return True
    found = differences(path, records, got)
    wrong = {record for record, *_ in found}
    for item in records:
        report.expect(item["id"] not in wrong, f"{path}: {item['id']} differs")
    for record, field, wanted, value in found:
        print(f"  {path}: {record}: {field}: {shown(value)}, not {shown(wanted)}")
    for deviation in citation_deviations.DEVIATIONS:
        if path not in deviation.paths:
            continue
        needed = differences(path, records, got, deviation)
        report.expect(len(needed) > len(found), f"{path}: nothing needs the deviation '{deviation.name}'")
        if show == path:
            for record, field, wanted, value in needed[:5]:
                print(f"  {deviation.name}: {record}: {field}: {shown(value)} for {shown(wanted)}")
    return True


def main():
    arguments = checks.arguments(__doc__, show={"default": ""})
    command = checks.command_of(arguments.build)
    report = checks.Report()
    manual = MANUAL.read_text(encoding="utf-8")
    for deviation in citation_deviations.DEVIATIONS:
        report.expect(f"| {deviation.name} |" in manual, f"{MANUAL.name} has no row '{deviation.name}'")
    with tempfile.TemporaryDirectory() as name:
        here = [path for path in PATHS if check_path(path, command, pathlib.Path(name), report, arguments.show)]
    if not here:
        print("none of the programs is installed")
        sys.exit(checks.SKIP)
    print(f"paths: {', '.join(here)}")
    report.finish()


if __name__ == "__main__":
    main()
