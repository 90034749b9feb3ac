#!/usr/bin/env python3
"""Writes the table of figures in docs/article-finding.md, with those of other tools beside ours.

    report_figures.py --write IMPORT_PAGES SHARED   imports both corpora, scores them, writes the table
    report_figures.py --check                       needs no corpora

Ours are measured in this run. Those of others stand in peers.json: the tools named in the columns were
run on the same pages with the same scorer; what else is known says in the last column where it is from.
--check exits 1 when the table lacks a figure of floors.json, shows one below its floor or more than
0.015 above it, or when other tools' figures differ from peers.json.
"""
import argparse
import json
import pathlib
import sys
import tempfile

import check_floors

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs" / "article-finding.md"
BEGIN = "<!-- figures: written by tests/corpus/report_figures.py -->\n"
END = "<!-- end of figures -->\n"
# Floors stand a little below what was measured when they were raised: pages are scored alike
# everywhere, and a change that costs a page or two for a gain elsewhere may land.
ROOM_ABOVE_FLOOR = 0.015


def columns(peers):
    names = []
    for row in peers:
        names += [name for name in row["peers"] if name not in names]
    return names


def table(peers, ours):
    """The table's lines; `ours` maps a figure's name to how it is printed."""
    tools = columns(peers)
    yield "| figure | Pressmark | " + " | ".join(tools) + " | others |"
    yield "| --- | ---: |" + " ---: |" * len(tools) + " --- |"
    for row in peers:
        cells = [row["label"], ours[row["figure"]]]
        cells += [f"{row['peers'][tool]:.3f}" if tool in row["peers"] else "" for tool in tools]
        yield "| " + " | ".join(cells + [row.get("others", "")]) + " |"


def parts_of_page():
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    inside, after = rest.split(END)
    return before, inside, after


def printed_figures(inside, peers):
    cells = {}
    for line in inside.splitlines():
        found = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(found) > 1:
            cells[found[0]] = found[1]
    return {row["figure"]: cells.get(row["label"], "") for row in peers}


def check(peers, floors):
    inside = parts_of_page()[1]
    ours = printed_figures(inside, peers)
    problems = [f"{name}: no row in peers.json" for name in floors if name not in ours]
    for name, printed in ours.items():
        floor = floors.get(name)
        if floor is None or not printed:
            problems.append(f"{name}: not in the table or without a floor")
        elif not floor - 0.0005 <= float(printed) <= floor + ROOM_ABOVE_FLOOR:
            problems.append(f"{name}: the table says {printed}, its floor is {floor}")
    if not problems and not inside.endswith("\n".join(table(peers, ours)) + "\n"):
        problems.append("the table is not what this script writes; run it with --write")
    for problem in problems:
        print(f"{PAGE.name}: {problem}")
    return 1 if problems else 0


def write(peers, program, shared):
    with tempfile.TemporaryDirectory() as folder:
        found = check_floors.figures(program.resolve(), shared / "corpora", pathlib.Path(folder))
    ours = {row["figure"]: f"{found[row['figure']]:.3f}" for row in peers}
    before, _, after = parts_of_page()
    PAGE.write_text(before + BEGIN + "\n".join(table(peers, ours)) + "\n" + END + after,
                    encoding="utf-8")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", nargs=2, type=pathlib.Path, metavar=("IMPORT_PAGES", "SHARED"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    peers = json.loads((HERE / "peers.json").read_text(encoding="utf-8"))
    if options.write:
        write(peers, *options.write)
    if options.check or not options.write:
        return check(peers, json.loads((HERE / "floors.json").read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
