#!/usr/bin/env python3
"""Converts real pages (every 28th of the articles corpus) to EPUB, TEI and PDF: no crash, and the
official validators accept every file.

For the hundred pages of PDF in both families of profiles, by hand:
    corpus_pages.py --build build/release --every 14 --formats pdf --profiles auto,pdfa-4f+ua-2
"""
import concurrent.futures
import gzip
import json
import sys

import checks


EXTENSIONS = {"epub": "epub", "tei": "xml", "pdf": "pdf"}


def convert(command, page, folder, formats, profiles):
    name = page["id"]
    source = folder / "pages" / (name + ".html")
    out = folder / "out" / name
    out.mkdir(parents=True)
    results = []
    for kind in formats:
        for profile in profiles if kind == "pdf" else [None]:
            target = out / f"{name}{'.' + profile if profile else ''}.{EXTENSIONS[kind]}"
            option = ["-O", f"profile={profile}"] if profile else []
            result = checks.run([command, "convert", source, "--url", page.get("url", ""), "-t", kind, *option,
                                 "-o", target], timeout=300)
            results.append((name, kind, target, result))
    return results


def main():
    options = checks.arguments(__doc__, every=dict(type=int, default=28), first=dict(type=int, default=0),
                               formats=dict(default="epub,tei,pdf"), profiles=dict(default="auto"),
                               no_validators=dict(action="store_true"))
    formats, profiles = options.formats.split(","), options.profiles.split(",")
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
        made = {kind: [] for kind in formats}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for results in pool.map(lambda page: convert(command, page, work, formats, profiles), pages):
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
