#!/usr/bin/env python3
"""Archives the real wire story in ../shared and checks what the archive says of it, against the
story's own lines and against independent readers."""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import checks

TEI = "{http://www.tei-c.org/ns/1.0}"


def only(report, files, what):
    report.expect(len(files) == 1, f"one {what}, not {len(files)}")
    return files[0] if files else None


def words(text):
    return re.findall(r"\w+", text)


def main():
    options = checks.arguments(__doc__)
    shared = checks.shared()
    if shared is None:
        print("the folder ../shared with the story is absent")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    story = shared / "samples" / "tass-security-guarantees.txt"
    lines = [line for line in story.read_text(encoding="utf-8").splitlines() if line.strip()]
    headline, deck, body = lines[0], lines[1], lines[2:]
    with checks.Workspace() as work:
        result = checks.run([command, "archive", story, "--to", work / "root"])
        report.expect(result.returncode == 0, f"archive: exit {result.returncode}: {result.stderr[-500:]}")
        files = sorted((work / "root").rglob("*"))
        csl = only(report, [p for p in files if p.name == "csl.json"], "CSL-JSON file")
        tei = only(report, [p for p in files if p.match("tei/*.xml")], "TEI file")
        epub = only(report, [p for p in files if p.suffix == ".epub"], "EPUB file")
        pdf = only(report, [p for p in files if p.suffix == ".pdf"], "PDF file")
        if None in (csl, tei, epub, pdf):
            report.finish()

        record = json.loads(csl.read_text(encoding="utf-8"))
        record = record[0] if isinstance(record, list) else record
        report.expect(record["title"] == headline, f"title: {record.get('title')}")
        report.expect(deck in json.dumps(record, ensure_ascii=False), "the deck is in the record")
        report.expect(record.get("publisher-place") == "MOSCOW", f"place: {record.get('publisher-place')}")
        report.expect(record.get("source") == "TASS", f"agency: {record.get('source')}")
        report.expect("--10-12" in json.dumps(record["issued"]), f"date: {record.get('issued')}")
        report.expect(not re.search(r"\b(19|20)\d\d\b", json.dumps(record["issued"])), "no year is invented")
        report.expect(record.get("language") == "en", f"language: {record.get('language')}")

        tree = ElementTree.parse(tei)
        dateline = tree.find(f".//{TEI}body//{TEI}dateline")
        report.expect(dateline is not None, "TEI marks the dateline")
        if dateline is not None:
            places = [n.text for n in dateline.iter() if n.get("type") == "place" or n.tag == f"{TEI}placeName"]
            report.expect(places == ["MOSCOW"], f"places in the dateline: {places}")
            dates = [n.get("when") for n in dateline.iter(f"{TEI}date")]
            report.expect(dates == ["--10-12"], f"dates in the dateline: {dates}")
        paragraphs = tree.findall(f".//{TEI}body//{TEI}p")
        report.expect(len(paragraphs) == 7 == len(body), f"{len(paragraphs)} paragraphs in TEI")

        info = checks.run(["pdfinfo", pdf]).stdout
        report.expect(re.search(r"^Title: +" + re.escape(headline) + "$", info, re.MULTILINE),
                      f"the title is not in the PDF's Info: {info[:300]}")
        xmp = checks.run(["pdfinfo", "-meta", pdf]).stdout
        report.expect(headline in xmp and "TASS" in xmp, "title and agency are not in the PDF's XMP")
        text = checks.run(["pdftotext", "-enc", "UTF-8", pdf, "-"]).stdout
        found, position = words(text), 0
        missing = []
        for word in words(" ".join(lines)):
            # Reading order: each word is found behind the one before it.
            try:
                position = found.index(word, position) + 1
            except ValueError:
                missing.append(word)
        report.expect(not missing, f"words that pdftotext does not give back in order: {missing[:20]}")
        for kind, file in (("epub", epub), ("tei", tei), ("pdf", pdf)):
            checks.validate(report, kind, [file])
        again = checks.run([command, "archive", story, "--to", work / "root"])
        report.expect(again.returncode == 0, f"archiving it again: exit {again.returncode}")
        report.expect(sorted((work / "root").rglob("*")) == files, "archiving it again changes nothing")
    report.finish()


if __name__ == "__main__":
    main()
