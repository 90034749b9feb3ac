#!/usr/bin/env python3
"""Imports both corpora, scores them and compares the figures with their floors.

    check_floors.py IMPORT_PAGES SHARED [--keep FOLDER] [--report]

Prints each figure with its floor. Exits 1 when a figure is below its floor, 77 when SHARED has no
corpora. Floors (floors.json) may only rise. --keep leaves what was imported in FOLDER; --report
prints the figures as a table for docs/article-finding.md.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77


def last_json(command):
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.rstrip().rsplit("\n", 1)[-1])


def import_corpus(program, corpus, work):
    pages, out = work / "pages", work / "out"
    out.mkdir(parents=True)
    subprocess.run([sys.executable, HERE / "unpack_pages.py", corpus / "manifest.jsonl", pages],
                   check=True)
    done = subprocess.run([program, pages, pages / "pages.tsv", out], check=True,
                          capture_output=True, text=True)
    print(corpus.name + ":", done.stdout.strip())
    return out


def figures(program, corpora, work):
    """All figures by name, "set.figure"."""
    out = import_corpus(program, corpora / "articles", work / "articles")
    articles = last_json([sys.executable, corpora / "score_extraction.py",
                          corpora / "articles" / "manifest.jsonl", out])
    out = import_corpus(program, corpora / "metadata", work / "metadata")
    metadata = last_json([sys.executable, corpora / "score_metadata.py",
                          corpora / "metadata" / "manifest.jsonl", out])
    found = {f"metadata.{name}": value for name, value in metadata.items() if name != "pages"}
    for name, values in articles["sets"].items():
        for figure, value in values.items():
            if isinstance(value, (int, float)):
                found[f"{name}.{figure}"] = value
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    corpora = options.shared / "corpora"
    if not (corpora / "articles").is_dir():
        print("skipped: the folder ../shared with the corpora is absent")
        return SKIPPED
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        work = options.keep or pathlib.Path(folder)
        found = figures(options.program.resolve(), corpora, work)
    low = 0
    for name, floor in floors.items():
        value = found.get(name, 0.0)
        below = value < floor
        low += below
        print(f"{name:36} {value:.4f}  floor {floor:.4f}{'  BELOW' if below else ''}")
    if options.report:
        print("\n| figure | value |\n| --- | ---: |")
        for name in floors:
            print(f"| {name} | {found.get(name, 0.0):.3f} |")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
