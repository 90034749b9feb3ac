#!/usr/bin/env python3
"""Converts real pages (every 28th of the articles corpus) to EPUB, TEI and PDF: no crash, and the
official validators accept every file."""
import concurrent.futures
import gzip
import json
import sys

import checks


def convert(command, page, folder):
    name = page["id"]
    source = folder / "pages" / (name + ".html")
    out = folder / "out" / name
    out.mkdir(parents=True)
    results = []
    for kind, extension in (("epub", "epub"), ("tei", "xml"), ("pdf", "pdf")):
        target = out / f"article.{extension}"
        result = checks.run([command, "convert", source, "--url", page.get("url", ""), "-t", kind, "-o", target],
                            timeout=300)
        results.append((name, kind, target, result))
    return results


def main():
    options = checks.arguments(__doc__, every=dict(type=int, default=28), first=dict(type=int, default=0),
                               no_validators=dict(action="store_true"))
    shared = checks.shared()
    if shared is None:
        print("the folder ../shared with the corpora is absent")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    corpus = shared / "corpora" / "articles"
    pages = [json.loads(line) for line in open(corpus / "manifest.jsonl", encoding="utf-8")]
    pages = pages[options.first::options.every]
    print(f"{len(pages)} pages")
    with checks.Workspace() as work:
        (work / "pages").mkdir()
        for page in pages:
            (work / "pages" / (page["id"] + ".html")).write_bytes(gzip.open(corpus / page["html"]).read())
        made = {"epub": [], "tei": [], "pdf": []}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for results in pool.map(lambda page: convert(command, page, work), pages):
                for name, kind, target, result in results:
                    if report.expect(result.returncode == 0 and target.exists(),
                                     f"{name} to {kind}: exit {result.returncode}: {result.stderr[-600:]}"):
                        made[kind].append(target)
        if not options.no_validators:
            for kind, files in made.items():
                checks.validate(report, kind, files)
    report.finish()


if __name__ == "__main__":
    main()
