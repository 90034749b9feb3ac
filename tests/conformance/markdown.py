#!/usr/bin/env python3
"""Reads the Markdown of the sample documents back by pandoc's CommonMark reader: headings, links, images, notes, code
and tables must be as many as in the model, no letter may be missing, and text of random markup characters must come
back exactly."""
import collections
import json
import random
import shutil
import sys

import checks

READER = "commonmark+pipe_tables+footnotes"


def model_facts(document):
    """What a reader of the Markdown must find, counted over the JSON of the model."""
    counts, letters = collections.Counter(), collections.Counter()
    targets = set()

    def add_text(text):
        letters.update(c for c in text if c.isalnum())

    def find_ids(node):
        if isinstance(node, dict):
            if node.get("id"):
                targets.add("#" + node["id"])
            for value in node.values():
                find_ids(value)
        elif isinstance(node, list):
            for value in node:
                find_ids(value)

    def walk(node, in_cell, in_link):
        if isinstance(node, list):
            for value in node:
                walk(value, in_cell, in_link)
            return
        if not isinstance(node, dict):
            return
        kind = node.get("type")
        if kind in ("text", "code", "preformatted"):
            add_text(node["text"])
        if kind == "note":
            counts["notes"] += 1
        if kind == "image":
            if "resource" in node or "source" in node:
                counts["images"] += 1
            add_text(node.get("alt", ""))
        if kind == "link" and not in_link and (not node["target"].startswith("#") or node["target"] in targets):
            counts["links"] += 1
            in_link = True
        if kind == "heading" and node.get("children") and not in_cell:
            counts["headings"] += 1
        if kind == "preformatted" and not in_cell:
            counts["listings"] += 1
        if kind == "table":
            if not in_cell:
                counts["tables"] += 1
            in_cell = True
        # A note's text stands behind the article, wherever its mark is.
        if kind == "note":
            in_cell, in_link = False, False
        for key, value in node.items():
            if key != "text":
                walk(value, in_cell, in_link)

    find_ids(document)
    walk(document["front"], False, False)
    walk(document["body"], False, False)
    if document["front"].get("headline"):
        counts["headings"] += 1
    return counts, letters


def reader_facts(text):
    counts, letters = collections.Counter(), collections.Counter()
    names = {"Header": "headings", "Link": "links", "Image": "images", "Note": "notes", "CodeBlock": "listings",
             "Table": "tables"}

    def walk(node):
        if isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, dict):
            kind, content = node.get("t"), node.get("c")
            if kind in names:
                counts[names[kind]] += 1
            if kind == "CodeBlock" and "math" in content[0][1]:
                counts["listings"] -= 1
            if kind == "Str":
                letters.update(c for c in content if c.isalnum())
            if kind in ("Code", "CodeBlock"):
                letters.update(c for c in content[1] if c.isalnum())
            walk(content)

    result = checks.run(["pandoc", "-f", READER, "-t", "json"], input=text)
    tree = json.loads(result.stdout)
    walk(tree["blocks"])
    return counts, letters, tree


def plain_text(inlines):
    out = ""
    for item in inlines:
        if item["t"] == "Str":
            out += item["c"]
        elif item["t"] in ("Space", "SoftBreak"):
            out += " "
        else:
            out += "<" + item["t"] + ">"
    return out


def hostile_lines():
    """Words of markup characters, the same each time."""
    generator = random.Random(20260101)
    signs = "*_`[](){}<>#+-=.!|~&;:\\\"'$^%@/1234ab "
    lines = []
    for _ in range(3000):
        line = "".join(generator.choice(signs) for _ in range(generator.randint(1, 14)))
        lines.append(" ".join(line.split()))
    return [line for line in lines if line]


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    if shutil.which("pandoc") is None:
        print("pandoc is not here")
        sys.exit(checks.SKIP)
    report = checks.Report()
    writer = checks.pathlib.Path(options.build) / "tests" / "conformance" / "write_samples"
    with checks.Workspace() as work:
        checks.run([writer, "json", work])
        for model in sorted(work.glob("*.json")):
            document = json.loads(model.read_text())
            result = checks.run([command, "convert", "-f", "json", model, "-t", "markdown"])
            report.expect(result.returncode == 0, f"{model.name}: {result.stderr[-400:]}")
            expected, letters = model_facts(document)
            found, letters_found, _ = reader_facts(result.stdout)
            report.expect(found == expected, f"{model.name}: {dict(expected)} in the model, {dict(found)} read back")
            missing = letters - letters_found
            report.expect(not missing, f"{model.name}: letters are missing: {dict(missing)}")

        lines = hostile_lines()
        document = {"pressmark-document": {"version": 1}, "front": {}, "metadata": {"type": "webpage"},
                    "resources": [], "provenance": {},
                    "body": [{"type": "paragraph", "children": [{"type": "text", "text": line}]} for line in lines]}
        path = work / "hostile-lines.json"
        path.write_text(json.dumps(document))
        result = checks.run([command, "convert", "-f", "json", path, "-t", "markdown"])
        report.expect(result.returncode == 0, f"hostile lines: {result.stderr[-400:]}")
        _, _, tree = reader_facts(result.stdout)
        blocks = tree["blocks"]
        report.expect(len(blocks) == len(lines), f"{len(lines)} paragraphs written, {len(blocks)} blocks read back")
        for line, block in zip(lines, blocks):
            back = plain_text(block["c"]) if block["t"] == "Para" else block["t"]
            if not report.expect(back == line, f"{line!r} came back as {back!r}"):
                break
    report.finish()


if __name__ == "__main__":
    main()
