#!/usr/bin/env python3
"""pdf_mutations.py WRITER FOLDER: whether veraPDF finds the mistakes that our PDF checker finds.

WRITER (write_mutations) fills FOLDER with files that have one mistake each, named by the rule's code.
veraPDF must fail each for that rule and accept the good ones. Exits 77 without PRESSMARK_VERAPDF.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

# Rules of the standards that veraPDF does not test: what its reports say nothing of.
OWN = {"pdf-syntax", "pdf-checksum", "pdfa-6.1.5", "pdfa-6.8-names", "pdfua-7.3-bbox", "pdfua-7.6-numbering"}
FLAVOURS = {"pdfa": "3a", "pdfua": "ua1", "pdfa4": "4f", "pdfua2": "ua2"}


def failed_rules(jar, flavour, files):
    """By file name: the clauses that veraPDF says are broken."""
    result = subprocess.run(["java", "-Xmx1g", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour,
                             "--format", "xml", "--maxfailuresdisplayed", "1", *files], capture_output=True)
    rules = {}
    for job in tree.fromstring(result.stdout).iter("job"):
        report = job.find("validationReport")
        if report is not None:
            rules[pathlib.Path(job.findtext("item/name")).name] = {
                f"{rule.get('clause')}-{rule.get('testNumber')}" for rule in report.iter("rule")
                if rule.get("status") == "failed"}
    return rules


def main():
    writer, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    jar = os.environ.get("PRESSMARK_VERAPDF")
    if not jar:
        print("skipped: PRESSMARK_VERAPDF names no veraPDF")
        return 77
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([writer, folder], check=True)
    wanted = {}  # flavour: {path: clause}; None: no clause
    for path in sorted(folder.iterdir()):
        code = path.name.split("~")[0]
        if code == "good":
            for flavour in ("3a", "ua1") if "pdf-1" in path.name else ("4f", "ua2"):
                wanted.setdefault(flavour, {})[path] = None
        elif code not in OWN:
            kind, clause = code.split("-", 1)
            wanted.setdefault(FLAVOURS[kind], {})[path] = clause
    bad = compared = 0
    for flavour, files in wanted.items():
        rules = failed_rules(jar, flavour, files)
        for path, clause in files.items():
            compared += 1
            found = rules.get(path.name)
            if found is None or (found if clause is None else clause not in found):
                bad += 1
                print(f"{path.name}: {flavour} finds {found}")
    print(f"{compared} files compared, {bad} differ")
    return 1 if bad or compared < 60 else 0


if __name__ == "__main__":
    sys.exit(main())
