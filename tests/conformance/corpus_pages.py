#!/usr/bin/env python3
"""Converts real pages (every 28th of the articles corpus) to EPUB, TEI in both profiles and PDF: no crash; the official
validators, Ace by DAISY and our own schema accept every file; the book holds what the model does; EPUB, PDF and model
made from the TEI equal those made from the page.

    corpus_pages.py --build build/dev --every 14      the same on 101 pages
    corpus_pages.py --build build/release --every 14 --formats pdf --profiles auto,pdfa-4f+ua-2
                                                      PDF alone, in both families of profiles"""
import concurrent.futures
import gzip
import json
import os
import sys

import checks

# name: format, file, options.
OUTPUTS = {
    "epub": ("epub", "article.epub", []),
    "tei": ("tei", "article.xml", []),
    "bptl3": ("tei", "article.bptl3.xml", ["-O", "profile=bptl3"]),
    "pdf": ("pdf", "article.pdf", []),
    "json": ("json", "article.json", []),
    "native": ("native", "article.native", []),
}
FROM_TEI = ("epub", "pdf", "native")


def chosen_outputs(names, profiles):
    """The outputs of these names; PDF once for each of its profiles."""
    outputs = {}
    for name in names:
        form, file, options = OUTPUTS[name]
        for profile in profiles if name == "pdf" else ["auto"]:
            if profile == "auto":
                outputs[name] = (form, file, options)
            else:
                outputs[f"{name}.{profile}"] = (form, f"article.{profile}.pdf", ["-O", f"profile={profile}"])
    return outputs


def convert(command, page, folder, outputs, from_tei):
    """Makes those outputs of a page, and some again from its TEI; returns their paths by name, and what went wrong."""
    name = page["id"]
    source = folder / "pages" / (name + ".html")
    out = folder / "out" / name
    out.mkdir(parents=True)
    made, problems = {}, []
    for kind, (form, file, options) in outputs.items():
        # Named after the page, so that validators' messages tell which it is.
        target = out / f"{name}.{file.split('.', 1)[1]}"
        log = out / f"{kind}.log"
        result = checks.run([command, "convert", "-q", source, "--url", page.get("url", ""), "-t", form, *options,
                             "-o", target, "--report", log], timeout=300)
        if result.returncode == 0 and target.exists():
            made[kind] = target
        else:
            problems.append(f"{name} to {kind}: exit {result.returncode}: {result.stderr[-600:]}")
    for kind in from_tei:
        if "tei" not in made or kind not in made:
            continue
        target = out / f"from-tei.{kind}"
        result = checks.run([command, "convert", "-q", made["tei"], "-t", kind, "-o", target], timeout=300)
        if result.returncode != 0 or target.read_bytes() != made[kind].read_bytes():
            problems.append(f"{name}: {kind} from the TEI differs from that of the page: {result.stderr[-300:]}")
    return made, problems


def check_by_our_schema(report, command, files):
    result = checks.run([command, "check", "-q", *files])
    report.expect(result.returncode == 0, f"our own schema: {(result.stdout + result.stderr)[-800:]}")


def judge(report, command, build, pages):
    """Lets the validators judge what was made; `pages` has the outputs of each page by name."""
    def files(kind):
        return [path for made in pages for name, path in made.items() if name == kind or name.startswith(kind + ".")]
    for kind in ("epub", "tei", "pdf"):
        if files(kind):
            checks.validate(report, kind, files(kind))
    if files("bptl3"):
        os.environ["PRESSMARK_TEI_SCHEMA"] = "bptl-L3.rng"
        checks.validate(report, "tei", files("bptl3"))
    if files("tei"):
        check_by_our_schema(report, command, files("tei") + files("bptl3"))
    if files("epub"):
        checks.check_by_ace(report, {book: checks.reported(book.parent / "epub.log", "epub.image-without-alt")
                                     for book in files("epub")})
    pairs = [(made["json"], made["epub"]) for made in pages if "json" in made and "epub" in made and
             not checks.reported(made["epub"].parent / "epub.log", "epub.cells-left-out")]
    if pairs:
        checks.compare_content(report, build, pairs)


def main():
    options = checks.arguments(__doc__, every=dict(type=int, default=28), first=dict(type=int, default=0),
                               formats=dict(default=",".join(OUTPUTS)), profiles=dict(default="auto"),
                               no_validators=dict(action="store_true"))
    shared = checks.shared()
    if shared is None:
        print("the folder ../shared with the corpora is absent")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    # Without validators it is about crashes, and the build a slow one.
    names = ["epub", "tei", "pdf"] if options.no_validators else options.formats.split(",")
    outputs = chosen_outputs(names, options.profiles.split(","))
    from_tei = ("epub",) if options.no_validators else FROM_TEI
    corpus = shared / "corpora" / "articles"
    pages = [json.loads(line) for line in open(corpus / "manifest.jsonl", encoding="utf-8")]
    pages = pages[options.first::options.every]
    print(f"{len(pages)} pages", flush=True)
    with checks.Workspace() as work:
        (work / "pages").mkdir()
        for page in pages:
            (work / "pages" / (page["id"] + ".html")).write_bytes(gzip.open(corpus / page["html"]).read())
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda page: convert(command, page, work, outputs, from_tei), pages))
        for made, problems in results:
            report.expect(not problems, "\n".join(problems))
        if not options.no_validators:
            judge(report, command, options.build, [made for made, _ in results])
    report.finish()


if __name__ == "__main__":
    main()
