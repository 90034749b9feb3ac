#!/usr/bin/env python3
"""Lets other programs read our citation formats and compares what they understood with our CSL-JSON.

    check_citations.py WRITE_SAMPLES

BibTeX and BibLaTeX are read by pandoc, RIS by bibutils and (from 3.0 on) by pandoc, ENW and BibTeX by
bibutils, MODS by bibutils, whose BibTeX pandoc reads then. Compared are the type, the title, the authors' names, the day of issue and the URL. MARCXML is read by yaz-marcdump, whose
fields 245 and 856 must have the title and the URL. Exits 0 where all agree, 1 with a line for each difference, 77 where
none of the programs is here.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml

MODS = "{http://www.loc.gov/mods/v3}"
# bibutils' genres as CSL's types.
GENRES = {"newspaper": "article-newspaper", "journal article": "article-journal", "web page": "webpage",
          "electronic": "webpage", "miscellaneous": ""}
# BibTeX has no entry of its own for newspapers (@article) and web pages (@misc), which pandoc gives no type.
NOT_IN_BIBTEX = {"article-newspaper": "article-journal", "webpage": ""}


def fold(text):
    text = re.sub(r"</?span[^>]*>", "", text or "")
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text)).strip()


def csl_name(name):
    parts = [name.get(k) for k in ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")]
    return fold(" ".join(p for p in parts if p) or name.get("literal"))


def csl_day(item):
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    return "-".join("%02d" % int(p) for p in parts[0])


def facts_of_csl(item):
    return {"type": item.get("type"), "title": fold(item.get("title")), "author": sorted(csl_name(n) for n in item.get("author", [])),
            "issued": csl_day(item), "URL": item.get("URL", "")}


def facts_of_mods(text):
    mods = xml.fromstring(text).find(MODS + "mods")
    names = []
    for name in mods.findall(MODS + "name"):
        roles = [t.text for t in name.iter(MODS + "roleTerm")]
        if "author" not in roles and "reporter" not in roles:  # bibutils' word for a newspaper
            continue
        parts = {}
        for part in name.findall(MODS + "namePart"):
            parts.setdefault(part.get("type"), []).append(part.text or "")
        names.append(fold(" ".join(parts.get("given", []) + parts.get("family", []) + parts.get("suffix", []) + parts.get(None, []))))
    title = mods.find(f"{MODS}titleInfo")
    words = " ".join((e.text or "") for e in title) if title is not None else ""
    url = mods.find(f"{MODS}location/{MODS}url")
    date = mods.find(f".//{MODS}dateIssued")
    genres = [GENRES[g.text] for g in mods.iter(MODS + "genre") if g.text in GENRES]
    return {"type": genres[0] if genres else None, "title": fold(words), "author": sorted(names), "issued": date.text if date is not None else "",
            "URL": url.text if url is not None else ""}


def run(command, data):
    return subprocess.run(command, input=data, capture_output=True, text=True, check=False)


def pandoc_of(kind, text):
    result = run(["pandoc", "-f", kind, "-t", "csljson"], text)
    if result.returncode:
        return {"title": "pandoc failed: " + result.stderr}
    items = json.loads(result.stdout)
    return facts_of_csl(items[0]) if items else {"title": "pandoc read no entry"}


def pandoc(kind):
    return lambda path: pandoc_of(kind, path.read_text(encoding="utf-8"))


def bibutils(program):
    def read(path):
        result = run([program, "-u", "-i", "utf8"], path.read_text(encoding="utf-8"))
        try:
            return facts_of_mods(result.stdout.lstrip("\ufeff"))
        except (xml.ParseError, AttributeError) as error:
            return {"title": f"{program} failed: {error}"}
    return read


def mods_by_bibutils(path):
    """MODS as bibutils' BibTeX, and that as pandoc reads it; all addresses of the entry as one text."""
    bibtex = run(["xml2bib", "-i", "utf8", "-o", "utf8"], path.read_text(encoding="utf-8")).stdout.lstrip("\ufeff")
    facts = pandoc_of("bibtex", bibtex)
    facts["URL"] = " ".join(re.findall(r'^url="(.*)",?$', bibtex, re.MULTILINE)).replace("{\\_}", "_")
    return facts


def mods_differences(path, wanted):
    """What bibutils and pandoc do not find in a MODS record."""
    got = mods_by_bibutils(path)
    found = []
    if not got["title"].casefold().startswith(wanted["title"].casefold()):
        found.append(f"title: {got['title']!r}, not {wanted['title']!r}")
    # bibutils puts "Jr." between the names, and nothing is to be lost.
    words = [sorted(name.split()) for name in got.get("author", [])]
    if sorted(words) != sorted(sorted(name.split()) for name in wanted["author"]):
        found.append(f"author: {got.get('author')!r}, not {wanted['author']!r}")
    if re.match(r"\d{4}", wanted["issued"]) and got.get("issued") != wanted["issued"]:
        found.append(f"issued: {got.get('issued')!r}, not {wanted['issued']!r}")
    if wanted["URL"] not in got["URL"]:
        found.append(f"URL: {got['URL']!r}, not {wanted['URL']!r}")
    return found


def marc_differences(path, wanted):
    """What yaz-marcdump does not show of a MARCXML record."""
    result = run(["yaz-marcdump", "-i", "marcxml", "-o", "line", str(path)], "")
    if result.returncode or result.stderr:
        return ["yaz-marcdump: " + (result.stderr.strip() or "failed")]
    fields = {}
    for line in result.stdout.splitlines():
        fields.setdefault(line[:3], []).append(line[4:])
    title = fold(re.sub(r"\$[a-z0-9] ", "", " ".join(fields.get("245", []))))
    missing = []
    if wanted["title"] not in title:
        missing.append(f"245 has {title!r}, not {wanted['title']!r}")
    if wanted["URL"] not in " ".join(fields.get("856", [])):
        missing.append(f"856 has not {wanted['URL']!r}")
    return missing


def main():
    writer = sys.argv[1]
    readers = []
    if shutil.which("pandoc"):
        kinds = run(["pandoc", "--list-input-formats"], "").stdout.split()
        readers += [(kind, f"pandoc -f {kind}", pandoc(kind), ("type", "title", "author", "issued", "URL"))
                    for kind in ("bibtex", "biblatex", "ris") if kind in kinds]
    if shutil.which("bib2xml"):
        readers += [("bibtex", "bib2xml", bibutils("bib2xml"), ("type", "author", "URL")),
                    ("ris", "ris2xml", bibutils("ris2xml"), ("type", "title", "author", "issued", "URL")),
                    ("enw", "end2xml", bibutils("end2xml"), ("type", "title", "author", "URL"))]
    reads_mods = shutil.which("xml2bib") is not None and shutil.which("pandoc") is not None
    has_yaz = shutil.which("yaz-marcdump") is not None
    if not readers and not has_yaz:
        sys.exit(77)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for kind in {"csljson"} | {r[0] for r in readers} | ({"marcxml"} if has_yaz else set()) | ({"mods"} if reads_mods else set()):
            (root / kind).mkdir()
            subprocess.run([writer, kind, str(root / kind)], check=True)
        for file in sorted((root / "csljson").iterdir()):
            wanted = facts_of_csl(json.loads(file.read_text(encoding="utf-8"))[0])
            if has_yaz:
                for difference in marc_differences(root / "marcxml" / f"{file.stem}.marcxml", wanted):
                    print(f"{file.stem}: MARCXML: {difference}")
                    bad += 1
            if reads_mods:
                for difference in mods_differences(root / "mods" / f"{file.stem}.mods", wanted):
                    print(f"{file.stem}: MODS by xml2bib and pandoc: {difference}")
                    bad += 1
            for kind, label, read, fields in readers:
                got = read(root / kind / f"{file.stem}.{kind}")
                for field in fields:
                    if field not in got and "title" in got:
                        got[field] = got["title"]
                    # A date without a year is not one for these programs.
                    if field == "issued" and not wanted[field]:
                        continue
                    # pandoc puts the subtitle behind the title, and a capital at its start.
                    right = wanted[field]
                    if field == "type" and kind == "bibtex":
                        right = NOT_IN_BIBTEX.get(right, right)
                    if field == "title" and kind.startswith("bib"):
                        right = right.casefold()
                        got[field] = got[field][:len(right)].casefold()
                    if got[field] != right:
                        print(f"{file.stem}: {label}: {field}: {got[field]!r}, not {right!r}")
                        bad += 1
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
