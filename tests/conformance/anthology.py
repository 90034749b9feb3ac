#!/usr/bin/env python3
"""One hundred articles as one EPUB and one TEI file, which the validators must accept: every article is in the contents
with its headings, and equal images are stored once; the same articles as Markdown and PDF."""
import re
import zipfile

import checks

COUNT = 100


def write_articles(work, command, report):
    """The project's samples, and short articles with headings, notes and a shared picture."""
    samples = sorted(p for p in (checks.ROOT / "samples").iterdir() if p.suffix in (".txt", ".html"))
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    (work / "shared.svg").write_bytes(picture)
    paths = list(samples)
    for number in range(COUNT - len(samples)):
        day = number % 28 + 1
        page = f"""<!DOCTYPE html><html lang="{'en' if number % 7 else 'ar'}"><head><title>Report {number:03}</title>
<meta property="article:published_time" content="2026-01-{day:02}"><meta name="author" content="Writer {number % 9}"></head>
<body><article><h1>Report {number:03}</h1><p class="byline">By Writer {number % 9}</p>
<p id="top">The first paragraph of the report says what happened on day {day}, and who was there to see it.<a href="#n1"
id="r1"><sup>1</sup></a></p><h2 id="part">Part</h2><p>A <a href="#top">link back</a> and an <em>emphasis</em> in the second
paragraph, which is long enough to be taken for the text of an article by any reader.</p>
<figure><img src="shared.svg" alt="A square"><figcaption>The same picture in each report.</figcaption></figure>
<table><tr><th>Day</th><td>{day}</td></tr></table>
<h3>Detail</h3><p>And a last paragraph with details that nobody asked for, but that make the article longer.</p>
<p id="n1"><a href="#r1">1</a> A note on it.</p></article></body></html>"""
        path = work / f"report-{number:03}.html"
        path.write_text(page)
        paths.append(path)
    report.expect(len(paths) == COUNT, f"{len(paths)} articles")
    return paths


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    with checks.Workspace() as work:
        paths = write_articles(work, command, report)
        made = {}
        settings = {"epub": ["-O", "cover=generated", "-O", "records=marcxml,mods,csljson,onix"]}
        for kind, name in (("epub", "book.epub"), ("tei", "book.xml"), ("markdown", "book.md"), ("pdf", "book.pdf")):
            made[kind] = work / "out" / name
            made[kind].parent.mkdir(exist_ok=True)
            result = checks.run([command, "convert", "-q", *paths, "--title", "A hundred articles", "-t", kind,
                                 "-o", made[kind], "--report", work / f"{kind}.log", *settings.get(kind, [])])
            report.expect(result.returncode == 0, f"{kind}: exit {result.returncode}: {result.stderr[-500:]}")
        book = zipfile.ZipFile(made["epub"])
        names = book.namelist()
        report.expect(len(names) == len(set(names)), "each entry has a name of its own")
        navigation = book.read("EPUB/nav.xhtml").decode()
        contents = navigation[:navigation.index("</nav>")]
        first = re.findall(r'href="(article-(\d+)-[^"#]*)"', contents)
        report.expect([int(number) for _, number in first] == list(range(1, COUNT + 1)),
                      f"the contents have {len(first)} articles in order")
        report.expect(contents.count(">Part<") == sum(path.parent == work for path in paths),
                      f"headings of the articles are in the contents: {contents.count('>Part<')}")
        vector = [name for name in names if name.endswith(".svg")]
        report.expect("EPUB/cover.xhtml" in names and 'href="cover.xhtml"' in navigation, "the book has a cover")
        records = [name for name in names if name.startswith("EPUB/records/")]
        report.expect(len(records) == 3 * COUNT + 1, f"the book has {len(records)} records")
        report.expect(len(vector) <= 2, f"the shared picture is one file: {vector}")
        again = work / "again.epub"
        checks.run([command, "convert", "-q", *paths, "--title", "A hundred articles", "-o", again,
                    *settings["epub"]])
        report.expect(again.read_bytes() == made["epub"].read_bytes(), "the same articles give the same bytes")
        checks.validate(report, "epub", [made["epub"]])
        checks.check_by_ace(report, {made["epub"]: checks.reported(work / "epub.log", "epub.image-without-alt")})
        checks.validate(report, "tei", [made["tei"]])
        checks.validate(report, "pdf", [made["pdf"]])
    report.finish()


if __name__ == "__main__":
    main()
