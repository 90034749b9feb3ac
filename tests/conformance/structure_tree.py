#!/usr/bin/env python3
"""The structure tree that a reader finds in the PDF is the one that the model asks for: headings,
paragraphs, lists, tables, quotations, links and notes, in the model's order and nesting."""
import json
import re
import shutil
import sys

import checks


def inlines_of(children, kind):
    """The inline nodes of a kind in a paragraph, in order, without what notes hold."""
    for child in children:
        if child["type"] == kind:
            yield child
        elif child["type"] != "note":
            yield from inlines_of(child.get("children", []), kind)


def inline_elements(children):
    for child in children:
        if child["type"] == "note":
            yield "Reference", ["Link"]
        elif child["type"] == "link":
            yield "Link", []
        else:
            yield from inline_elements(child.get("children", []))


class Expected:
    """The tree as nested pairs of a type and its kids, made from the model's JSON form."""

    def __init__(self, model):
        self.level = 1
        kids = [("H1", [])] + self.sections(model["body"])
        self.tree = ("Art", kids)

    def sections(self, blocks):
        """Blocks with each heading and what follows it in a section, nested by level."""
        root, open_sections = [], []  # open_sections: pairs of level and kids
        for block in blocks:
            into = open_sections[-1][1] if open_sections else root
            if block["type"] == "heading":
                while open_sections and open_sections[-1][0] >= block["level"]:
                    open_sections.pop()
                into = open_sections[-1][1] if open_sections else root
                section = [(f"H{block['level']}", list(inline_elements(block["children"])))]
                into.append(("Sect", section))
                open_sections.append((block["level"], section))
            else:
                into.extend(self.block(block))
        return root

    def blocks(self, blocks):
        return [kid for block in blocks for kid in self.block(block)]

    def block(self, block):
        kind = block["type"]
        if kind == "paragraph":
            yield "P", list(inline_elements(block["children"]))
            for note in inlines_of(block["children"], "note"):
                yield "Note", [("Lbl", ["Link"])] + self.blocks(note["children"])
        elif kind == "list":
            yield "L", [("LI", [("Lbl", []), ("LBody", self.blocks(item))]) for item in block["items"]]
        elif kind == "quotation":
            yield "BlockQuote", self.blocks(block["children"])
        elif kind == "table":
            head = block.get("header_rows", 0)
            rows = [self.row(row) for row in block["rows"]]
            yield "Table", ([("Caption", [])] if block.get("caption") else []) + [
                part for part in (("THead", rows[:head]), ("TBody", rows[head:])) if part[1]]
        else:
            sys.exit(f"structure.html holds a {kind}, which this check does not know")

    def row(self, row):
        return "TR", [("TH" if cell.get("header") else "TD", self.blocks(cell["children"]))
                      for cell in row]


def lines_of(node, depth=0):
    """The tree as lines of a type, indented by depth."""
    kind, kids = (node, []) if isinstance(node, str) else node
    return ["  " * depth + kind] + [line for kid in kids for line in lines_of(kid, depth + 1)]


def found_tree(output):
    """The lines of pdfinfo -struct without attributes and objects, from Art on, without the colophon."""
    lines = []
    for line in output.splitlines():
        element = re.match(r"( *)([A-Z]\w*)\b(?! \d)(?!.*/)", line)
        if element and element.group(2) not in ("Document", "Object"):
            lines.append(element.group(1)[2:] + element.group(2))
    colophon = max(number for number, line in enumerate(lines) if line == "  Sect")
    return lines[:colophon]


def compare(report, expected, found):
    for number, (want, have) in enumerate(zip(expected + [None], found + [None])):
        if want != have:
            report.expect(False, f"element {number}: the model asks for {want}, the file has {have}")
            break
    report.expect(expected == found, f"{len(expected)} elements asked for, {len(found)} found")


def main():
    options = checks.arguments(__doc__)
    if not shutil.which("pdfinfo"):
        print("poppler-utils is not installed")
        sys.exit(checks.SKIP)
    command = checks.command_of(options.build)
    report = checks.Report()
    source = checks.ROOT / "tests" / "conformance" / "structure.html"
    with checks.Workspace() as work:
        model = json.loads(checks.run([command, "convert", source, "-t", "json", "-o", "-"]).stdout)
        expected = lines_of(Expected(model).tree)
        report.expect(len(expected) > 60, "the model asks for many elements")
        for columns in (1, 2):
            pdf = work / f"structure-{columns}.pdf"
            made = checks.run([command, "convert", source, "-t", "pdf", "-O", f"columns={columns}", "-o", pdf])
            report.expect(made.returncode == 0, made.stderr[-400:])
            compare(report, expected, found_tree(checks.run(["pdfinfo", "-struct", pdf]).stdout))
    report.finish()


if __name__ == "__main__":
    main()
