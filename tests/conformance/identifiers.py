#!/usr/bin/env python3
"""One article has one persistent identifier, wherever it is written: package of the EPUB, XMP of the PDF, TEI header, METS and object of
the archive, meta element and JSON-LD of the HTML, and every citation format that has a place for it.

For a page with an address it is the UUID of version 5 of that address, computed here by Python's uuid module; for a text without one it is
made of the text, and the same under another file name and with other line ends.
"""
import json
import pathlib
import re
import tempfile
import uuid
import zipfile

import checks

ADDRESS = "https://coast.example/2026/ferry"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry returns</title><link rel="canonical" href="{ADDRESS}">
<meta property="og:title" content="Ferry returns"><meta name="author" content="Ana Perez"></head><body><article><h1>Ferry returns</h1>
<p>The ferry crossed again on Tuesday with forty passengers on board, the harbour office said in the morning.</p>
<p>The pier had been closed for repairs since the storm of November, and the boats had to land in the next town.</p></article></body></html>"""
TEXT = """Ferry returns to the lower harbour

By Ana Perez

The ferry crossed again on Tuesday with forty passengers, the harbour office said.

It had been out of service since the storm of November.
"""


def one(pattern, text):
    found = re.search(pattern, text, re.DOTALL)
    return found.group(1) if found else None


def package_of(path):
    with zipfile.ZipFile(path) as book:
        name = next(n for n in book.namelist() if n.endswith(".opf"))
        package = book.read(name).decode()
    unique = one(r'unique-identifier="([^"]*)"', package)
    return one(rf'<dc:identifier id="{unique}"[^>]*>([^<]*)<', package)


def json_ld_of(page):
    record = json.loads(one(r'<script type="application/ld\+json">(.*?)</script>', page))
    values = record["identifier"]
    return next((v for v in (values if isinstance(values, list) else [values]) if isinstance(v, str) and v.startswith("urn:uuid:")), None)


def everywhere(report, command, source, folder):
    """The identifier at each place, by its name."""
    folder.mkdir()
    stem = folder / "out"
    for form in ("epub", "pdf", "tei", "html", "json", "jats", "csljson", "ris", "enw", "mods", "marcxml", "dc", "coins", "jsonld"):
        done = checks.run([command, "convert", source, "-t", form, "-o", f"{stem}.{form}"])
        report.expect(done.returncode == 0, f"convert -t {form}: {done.stderr}")
    def text(form):
        return pathlib.Path(f"{stem}.{form}").read_text(encoding="utf-8", errors="replace")
    pdf = pathlib.Path(f"{stem}.pdf").read_bytes().decode("latin-1")
    urn = r"(urn:uuid:[0-9a-f-]{36})"
    found = {
        "EPUB package": package_of(f"{stem}.epub"),
        "PDF XMP": one(r"<dc:identifier>([^<]*)<", one(r"<x:xmpmeta(.*?)</x:xmpmeta>", pdf) or ""),
        "TEI idno": one(r'<publicationStmt>.*?<idno type="URN">([^<]*)<', text("tei")),
        "HTML meta": one(r'<meta name="dcterms.identifier" content="([^"]*)"', text("html")),
        "HTML JSON-LD": json_ld_of(text("html")),
        "document model": one(urn, text("json")),
        "JATS": one(rf'<article-id pub-id-type="publisher-id">{urn}<', text("jats")),
        "CSL-JSON": json.loads(text("csljson"))[0].get("custom", {}).get("identifier"),
        "RIS": one(rf"AN  - {urn}", text("ris")),
        "EndNote": one(rf"%M {urn}", text("enw")),
        "MODS": one(rf'<identifier type="uri">{urn}<', text("mods")),
        "MARC": one(rf'<controlfield tag="001">{urn}<', text("marcxml")),
        "Dublin Core": one(rf"<dc:identifier>{urn}<", text("dc")),
        "COinS": one(r"(urn%3Auuid%3A[0-9a-f-]{36})", text("coins")),
        "JSON-LD": one(urn, text("jsonld")),
    }
    found["COinS"] = (found["COinS"] or "").replace("%3A", ":")
    root = folder / "archive"
    done = checks.run([command, "archive", source, "--to", root])
    report.expect(done.returncode == 0, f"archive: {done.stderr}")
    inventory = next(root.rglob("inventory.json"))
    found["archive object"] = json.loads(inventory.read_text())["id"]
    mets = next(path for path in root.rglob("mets.xml")).read_text()
    found["METS"] = one(r'OBJID="([^"]*)"', mets)
    found["TEI in the archive"] = one(r'<idno type="URN">([^<]*)<', next(path for path in root.rglob("article.xml")).read_text())
    found["EPUB in the archive"] = package_of(next(path for path in root.rglob("*.epub")))
    return found


def main():
    arguments = checks.arguments(__doc__)
    command = checks.command_of(arguments.build)
    report = checks.Report()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        sources = {"page.html": PAGE, "story.txt": TEXT, "other name.txt": TEXT.replace("\n", "\r\n")}
        made = {}
        for file, content in sources.items():
            (work / file).write_bytes(content.encode())
            found = everywhere(report, command, work / file, work / file.replace(".", "_"))
            made[file] = found["archive object"]
            for place, identifier in found.items():
                report.expect(identifier == made[file], f"{file}: {place} has {identifier}, the archive {made[file]}")
        report.expect(made["page.html"] == f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ADDRESS)}", f"{made['page.html']} is not of the address")
        report.expect(made["story.txt"] == made["other name.txt"], "another name or line end is another article")
        report.expect(uuid.UUID(made["story.txt"].removeprefix("urn:uuid:")).version == 5, "the text's UUID is not of version 5")
        given = checks.run([command, "archive", work / "story.txt", "--to", work / "given", "--id", "urn:example:7"])
        report.expect(given.returncode == 0, given.stderr)
        tei = next((work / "given").rglob("article.xml")).read_text()
        report.expect('<idno type="URN">urn:example:7<' in tei, "the outputs of an object with an identifier of its own have another")
    report.finish()


if __name__ == "__main__":
    main()
