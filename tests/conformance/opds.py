#!/usr/bin/env python3
"""A catalogue of a folder of books, as reading programs take it: Atom's and OPDS's rules, every address leads to a file of
the stated kind, nothing depends on when or where it was made; and a reader's own parser (foliate-js) finds all books."""
import json
import re
import shutil
import urllib.parse
import xml.etree.ElementTree as tree

import checks

ATOM = "{http://www.w3.org/2005/Atom}"
ACQUISITION = "http://opds-spec.org/acquisition/open-access"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
KINDS = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "application/epub+zip": b"PK\x03\x04",
         "application/kepub+zip": b"PK\x03\x04", "application/atom+xml;profile=opds-catalog;kind=acquisition": b"<?xml",
         "application/opds+json": b"{"}


def check_link(report, folder, href, kind):
    path = folder / urllib.parse.unquote(href)
    report.expect(not urllib.parse.urlsplit(href).scheme and not href.startswith("/"), f"{href} is not relative")
    report.expect(path.is_file() and kind in KINDS and path.read_bytes().startswith(KINDS[kind]),
                  f"{href} is no file of the type {kind}")


def check_atom(report, folder, books):
    feed = tree.parse(folder / "catalog.atom").getroot()
    report.expect(feed.tag == ATOM + "feed", "the root is a feed")
    entries = feed.findall(ATOM + "entry")
    for element in [feed, *entries]:
        for name in ("id", "title", "updated"):  # RFC 4287, 4.1.1 and 4.1.2
            report.expect(len(element.findall(ATOM + name)) == 1, f"{element.tag} has one {name}")
        report.expect(MOMENT.fullmatch(element.findtext(ATOM + "updated")) is not None, "updated is a moment")
        report.expect(bool(urllib.parse.urlsplit(element.findtext(ATOM + "id")).scheme), "the id is a URI")
    report.expect(feed.find(ATOM + "author") is not None, "the feed has an author")
    identifiers = [entry.findtext(ATOM + "id") for entry in entries]
    report.expect(len(set(identifiers)) == len(identifiers), "ids are unique")
    links = [link for link in feed.iter(ATOM + "link")]
    for link in links:
        check_link(report, folder, link.get("href"), link.get("type"))
    for entry in entries:
        relations = [link.get("rel") for link in entry.findall(ATOM + "link")]
        report.expect(ACQUISITION in relations, "each entry has an acquisition link")  # OPDS 1.2, 5.2
        report.expect(relations.count("http://opds-spec.org/image") <= 1, "at most one cover")
        authors = [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")]
        report.expect(bool(authors) and "Pressmark" not in authors, f"the authors {authors} are not the feed's")  # RFC 4287, 4.2.1
    offered = sorted(urllib.parse.unquote(link.get("href")) for link in links if link.get("rel") == ACQUISITION)
    report.expect(offered == sorted(books), f"the feed offers {offered}")
    lengths = {urllib.parse.unquote(link.get("href")): link.get("length") for link in links if link.get("length")}
    report.expect(all(int(size) == (folder / name).stat().st_size for name, size in lengths.items()), "lengths are right")
    return len(entries)


def check_json(report, folder, books):
    catalogue = json.loads((folder / "catalog.json").read_text())
    report.expect(catalogue["metadata"]["title"] and catalogue["links"][0]["rel"] == "self", "title and self link")
    offered = []
    for publication in catalogue["publications"]:
        report.expect(publication["metadata"]["title"] and publication["metadata"]["identifier"], "publications have names")
        for link in publication["links"] + publication.get("images", []):
            check_link(report, folder, link["href"], link["type"])
        offered += [urllib.parse.unquote(link["href"]) for link in publication["links"]]
    report.expect(sorted(offered) == sorted(books), f"the JSON offers {offered}")


def read_by_foliate(report, folder, entries):
    if not checks.has_browser():
        if checks.os.environ.get("PRESSMARK_REQUIRE_VALIDATORS"):
            report.expect(False, "a reader's parser or its browser is absent")
        else:
            print("not read by a reader's parser: it or its browser is absent")
        return
    script = checks.ROOT / "tests" / "conformance" / "browser" / "read_catalogue.cjs"
    result = checks.run(["node", script, folder / "catalog.atom"])
    if report.expect(result.returncode == 0, result.stderr[-800:]):
        seen = json.loads(result.stdout)
        report.expect(len(seen["publications"]) == entries, f"the reader finds {len(seen['publications'])} publications")
        report.expect(all(one["title"] and one["links"] for one in seen["publications"]), "the reader finds titles and links")


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    with checks.Workspace() as work:
        folder = work / "books"
        (folder / "deeper & down").mkdir(parents=True)
        books = []
        for sample in sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html")):
            books.append(f"{sample.stem}.epub")
            result = checks.run([command, "convert", "-q", sample, "-O", "cover=generated", "-o", folder / books[-1]])
            report.expect(result.returncode == 0, f"{sample.name}: {result.stderr[-300:]}")
        books.append("deeper & down/100% kites #1.kepub.epub")
        checks.run([command, "convert", "-q", checks.ROOT / "samples" / "kite-makers.html", "-o", folder / books[-1]])
        anonymous = work / "anonymous.txt"
        anonymous.write_text("Low water\n\nThe river fell again on Monday. Nobody signed this report.\n")
        books.append("anonymous.epub")
        checks.run([command, "convert", "-q", anonymous, "-o", folder / books[-1]])
        (folder / "broken.EPUB").write_bytes(b"PK\x03\x04 no more")
        log = work / "log"
        result = checks.run([command, "opds", "-r", folder, "--report", log])
        report.expect(result.returncode == 0, result.stderr[-500:])
        report.expect(checks.reported(log, "opds.unreadable-book") == 1, "the broken book is reported")
        report.expect(checks.run([command, "opds", "-r", "--json", folder]).returncode == 0, "as JSON")
        entries = check_atom(report, folder, books)
        report.expect(entries == len(books) - 1, f"{entries} entries: one article in two forms is one")
        names = re.findall(b"<author>\\s*<name>(.*?)</name>", (folder / "catalog.atom").read_bytes())
        report.expect(names.count(b"Unknown") == 1, f"one book has no author: {names}")
        check_json(report, folder, books)
        read_by_foliate(report, folder, entries)
        first = (folder / "catalog.atom").read_bytes()
        copy = work / "elsewhere" / "books"
        shutil.copytree(folder, copy)
        (copy / "catalog.atom").unlink()
        environment = dict(checks.os.environ, TZ="Asia/Tokyo", LC_ALL="C")
        checks.run([command, "opds", "-r", "-q", copy], env=environment)
        report.expect((copy / "catalog.atom").read_bytes() == first, "the same books give the same bytes")
    report.finish()


if __name__ == "__main__":
    main()
