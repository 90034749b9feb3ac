#!/usr/bin/env python3
"""Unpacks the pages of a corpus for import_pages and describe_blocks.

    unpack_pages.py MANIFEST FOLDER

Writes FOLDER/<id>.html for each page and FOLDER/pages.tsv with a line "id <tab> address" each. The
id of a page without one that can be a file name is the name of its packed file.
"""
import gzip
import json
import pathlib
import sys


def main():
    manifest, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "pages.tsv", "w", encoding="utf-8") as pages:
        for line in open(manifest, encoding="utf-8"):
            page = json.loads(line)
            name = page["id"]
            if "/" in name:
                name = pathlib.Path(page["html"]).name.removesuffix(".html.gz")
            html = gzip.open(manifest.parent / page["html"]).read()
            (folder / (name + ".html")).write_bytes(html)
            pages.write(f"{name}\t{page.get('url') or ''}\n")


if __name__ == "__main__":
    main()
