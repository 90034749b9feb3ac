#!/usr/bin/env python3
"""typst_peer.py IN.html OUT.pdf [STANDARD]: a generated article by Typst, for cold_processes.py.

Translates the article to Typst's markup, once: IN.typ beside it is taken where it exists, so that all
runs but the first measure Typst alone. Justified and hyphenated, with notes at the foot. STANDARD is
one of Typst's, such as ua-1 or a-3a. Needs the Python package typst, which holds the compiler.
"""
import html.parser
import pathlib
import re
import sys

VOID = {"meta", "hr", "br", "img", "link"}
HEAD = """#set page(paper: "a4", numbering: "1")
#set par(justify: true)
#set text(lang: "en", hyphenate: true)
#set document(title: "Article")
"""


class Tree(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.node = ("root", {}, [])
        self.open = []

    def handle_starttag(self, tag, attrs):
        node = (tag, dict(attrs), [])
        self.node[2].append(node)
        if tag not in VOID:
            self.open.append(self.node)
            self.node = node

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.node = self.open.pop()

    def handle_data(self, data):
        self.node[2].append(data)


class Translator:
    def __init__(self, root):
        self.by_id = {}
        self.collect(root)
        self.root = root

    def collect(self, node):
        if isinstance(node, str):
            return
        if "id" in node[1]:
            self.by_id[node[1]["id"]] = node
        for kid in node[2]:
            self.collect(kid)

    def kids(self, node):
        return "".join(self.one(kid) for kid in node[2])

    def one(self, node):
        if isinstance(node, str):
            return re.sub(r"([\\#*_`$<>@\[\]~=+/-])", r"\\\1", re.sub(r"\s+", " ", node))
        tag, attributes, _ = node
        if tag == "a" and attributes.get("role") == "doc-noteref":
            return f"#footnote[{self.kids(self.by_id[attributes['href'][1:]]).strip()}]"
        if tag == "a":
            target = attributes.get("href", "")
            return f'#link("{target}")[{self.kids(node)}]' if target.startswith("http") else ""
        wraps = {"em": "#emph[{}]", "strong": "#strong[{}]", "p": "\n{}\n\n", "li": "[{}],\n",
                 "blockquote": "#quote(block: true)[{}]\n\n", "ul": "\n#list(\n{})\n\n", "ol": "\n#enum(\n{})\n\n"}
        if re.fullmatch("h[1-6]", tag):
            return "\n" + "=" * int(tag[1]) + " " + self.kids(node).strip() + "\n\n"
        if tag == "table":
            return self.table(node)
        if tag in ("pre", "code"):
            words = "".join(kid for kid in node[2] if isinstance(kid, str)).replace("\\", "\\\\").replace('"', '\\"')
            return f'#raw("{words}")'
        if tag in ("head", "hr") or "footnotes" in attributes.get("class", "") or attributes.get("role") == "doc-endnotes":
            return ""
        if tag in ("ul", "ol"):
            return wraps[tag].format("".join(self.one(kid) for kid in node[2] if not isinstance(kid, str)))
        return wraps.get(tag, "{}").format(self.kids(node))

    def table(self, node):
        rows = [row for part in node[2] if part[0] in ("thead", "tbody") for row in part[2] if row[0] == "tr"]
        cells = [[cell for cell in row[2] if cell[0] in ("td", "th")] for row in rows]
        lines = "\n".join("".join(f"[{self.kids(cell)}], " for cell in row) for row in cells)
        return f"\n#table(columns: {max(map(len, cells))},\n{lines})\n\n"


def main():
    import typst  # after the arguments are read: the compiler takes time to load
    source, target = pathlib.Path(sys.argv[1]), sys.argv[2]
    markup = source.with_suffix(".typ")
    if not markup.exists():
        tree = Tree()
        tree.feed(source.read_text(encoding="utf-8"))
        markup.write_text(HEAD + Translator(tree.root).one(tree.root), encoding="utf-8")
    standards = {"pdf_standards": sys.argv[3]} if len(sys.argv) > 3 else {}
    typst.compile(str(markup), output=target, **standards)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
