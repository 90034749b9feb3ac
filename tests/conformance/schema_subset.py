#!/usr/bin/env python3
"""Shows that docs/schema/pressmark-tei.rng accepts only what TEI's own schema accepts.

    schema_subset.py SCHEMA [--count N] [--seed S]

The customisation beside it (pressmark-tei.odd.xml) must list the same elements and be valid TEI.
Makes N random documents out of our schema's own grammar (every pattern of it is used), checks
them by jing with it, to be sure of the maker, and with ../shared/schemas/tei/tei_all.rng. Exits with
1 where a document is refused, with 77 where jing or the schemas are absent.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from xml.sax.saxutils import escape, quoteattr

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
# Values of each datatype and pattern that the schema uses: a new one must be added here.
VALUES = {
    ("language", None): ["en", "zh-Hant-TW", "und"],
    ("token", r"(\p{L}|\p{N}|\p{P}|\p{S}|\p{M})+"): ["word", "Ärger-7", "a/b:c", "$x"],
    ("anyURI", r"\S+"): ["https://example.org/a?b=c#d", "#part", "images/r-1.png", "a%20b"],
    ("date", None): ["2026-11-24", "-0044-03-15"],
    ("gYear", None): ["1999"],
    ("gMonth", None): ["--11"],
    ("gDay", None): ["---05"],
    ("gYearMonth", None): ["2026-11"],
    ("gMonthDay", None): ["--11-24"],
    ("time", None): ["12:30:00"],
    ("dateTime", None): ["2026-11-24T12:30:00+01:00", "2026-11-24T12:30:00Z"],
    ("nonNegativeInteger", None): ["0", "1200"],
    ("positiveInteger", None): ["1", "3"],
    ("integer", None): ["-2", "0", "17"],
    ("string", "[0-9a-f]{64}"): ["0a" * 32],
    ("token", r"[0-9]+[a-z]*[0-9]*(\.[0-9]+[a-z]*[0-9]*){0,3}"): ["0.1.0", "1", "2.0rc1"],
    ("token", "level-[1-6]"): ["level-1", "level-6"],
    ("token", "[!-~]+/[!-~]+"): ["image/png", "image/svg+xml"],
    ("token", "[0-9]+px"): ["0px", "640px"],
    ("token", "indent-[0-9]+"): ["indent-1"],
}
TEXTS = ["", " ", "words of a text", "Слова & <знаки>", "文字"]
# Beyond so many open or so many made elements, the smallest instance is made of what is left.
DEEPEST = 26
MOST_ELEMENTS = 600


class Maker:
    def __init__(self, grammar, seed):
        self.definitions = {part.get("name"): part for part in grammar.iter(RNG + "define")}
        self.start = grammar.find(RNG + "start")
        self.random = random.Random(seed)
        self.ids = 0
        self.elements = 0
        self.used = set()
        self.costs = self.least_depths()

    def least_depths(self):
        """How deep each definition's smallest instance is: what is chosen near the limit."""
        costs = {name: 10 ** 6 for name in self.definitions}
        changed = True
        while changed:
            changed = False
            for name, part in self.definitions.items():
                cost = max((self.cost(child, costs) for child in part), default=0)
                if cost < costs[name]:
                    costs[name] = cost
                    changed = True
        return costs

    def cost(self, part, costs):
        kind = part.tag.removeprefix(RNG)
        if kind == "ref":
            return costs[part.get("name")]
        if kind in ("optional", "zeroOrMore", "text", "data", "value", "empty", "list", "attribute"):
            return 0
        inner = [self.cost(child, costs) for child in part if child.tag.startswith(RNG)
                 and child.tag != RNG + "name"]
        if kind == "choice":
            return min(inner)
        return max(inner, default=0) + (kind == "element")

    def document(self):
        self.elements = 0
        attributes, content = self.make_all(self.start, 0)
        return content

    def make_all(self, part, depth):
        attributes, content = [], ""
        for child in part:
            if not child.tag.startswith(RNG):
                continue
            more, text = self.make(child, depth)
            attributes += more
            content += text
        return attributes, content

    def make(self, part, depth):
        kind = part.tag.removeprefix(RNG)
        self.used.add(id(part))
        deep = depth >= DEEPEST or self.elements >= MOST_ELEMENTS
        if kind == "ref":
            return self.make_all(self.definitions[part.get("name")], depth)
        if kind == "element":
            self.elements += 1
            attributes, content = self.make_all(part, depth + 1)
            name = part.get("name")
            if name == "TEI":
                attributes.insert(0, ("xmlns", "http://www.tei-c.org/ns/1.0"))
            return [], "<%s%s>%s</%s>" % (
                name, "".join(f" {key}={quoteattr(value)}" for key, value in attributes), content, name)
        if kind == "attribute":
            _, value = self.make_all(part, depth)
            # A bare text as the value stands for any; it must not be markup by then.
            return [(part.get("name"), self.plain(value) if len(part) else "any value")], ""
        if kind == "optional":
            return self.make_all(part, depth) if not deep and self.random.random() < 0.5 else ([], "")
        if kind in ("zeroOrMore", "oneOrMore"):
            count = self.random.choice([0, 1, 1, 2, 3]) if not deep else 0
            count = max(count, 1) if kind == "oneOrMore" else count
            attributes, content = [], ""
            for _ in range(count):
                more, text = self.make_all(part, depth)
                attributes += more
                content += text
            return attributes, content
        if kind == "choice":
            options = [child for child in part if child.tag.startswith(RNG)]
            if deep:
                least = min(self.cost(child, self.costs) for child in options)
                options = [child for child in options if self.cost(child, self.costs) == least]
            return self.make(self.random.choice(options), depth)
        if kind == "group":
            return self.make_all(part, depth)
        if kind == "text":
            return [], escape(self.random.choice(TEXTS))
        if kind == "value":
            return [], escape(part.text)
        if kind == "list":
            return [], " ".join(self.make_all(child, depth)[1] for child in part)
        if kind == "data":
            return [], escape(self.datum(part))
        if kind == "empty":
            return [], ""
        raise SystemExit(f"schema_subset.py: there is no rule for '{kind}'; add one")

    @staticmethod
    def plain(value):
        return value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    def datum(self, part):
        if part.get("type") == "ID":
            self.ids += 1
            return f"id-{self.ids}"
        pattern = part.find(RNG + "param")
        key = (part.get("type"), None if pattern is None else pattern.text)
        if key not in VALUES:
            raise SystemExit(f"schema_subset.py: there are no values for {key}; add some")
        return self.random.choice(VALUES[key])

    def unused(self):
        return [part for name, definition in self.definitions.items() for part in definition.iter()
                if part.tag in (RNG + "element", RNG + "attribute", RNG + "value")
                and id(part) not in self.used]


def differences_of(customisation, grammar):
    """The elements that only one of the two lists has."""
    listed = {name for module in tree.parse(customisation).getroot().iter(TEI + "moduleRef")
              for name in module.get("include", "").split()}
    return sorted(listed ^ {part.get("name") for part in grammar.iter(RNG + "element")})


def refused(schema, files):
    done = subprocess.run(["jing", schema, *files], capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if line]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schema", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tei_all = pathlib.Path(__file__).resolve().parents[3] / "shared/schemas/tei/tei_all.rng"
    if not tei_all.exists() or shutil.which("jing") is None:
        print("jing or ../shared/schemas/tei is absent: not checked")
        return 77
    grammar = tree.parse(options.schema).getroot()
    maker = Maker(grammar, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(options.count):
            files.append(pathlib.Path(folder) / f"{number}.xml")
            files[-1].write_text(maker.document(), encoding="utf-8")
        status = 0
        customisation = options.schema.with_suffix(".odd.xml")
        for name in differences_of(customisation, grammar):
            print(f"only in one of {customisation.name} and {options.schema.name}: {name}")
            status = 1
        for line in refused(tei_all, [customisation]):
            print(line)
            status = 1
        for part in maker.unused():
            print(f"never used: {part.tag.removeprefix(RNG)} {part.get('name') or part.text}")
            status = 1
        for schema in (options.schema, tei_all):
            for line in refused(schema, files)[:20]:
                print(f"{schema.name}: {line}")
                status = 1
        size = sum(file.stat().st_size for file in files)
        print(f"{options.count} documents of {size} bytes in all, each element, attribute and value "
              f"used: {'accepted' if status == 0 else 'not all accepted'} by both schemas")
    return status


if __name__ == "__main__":
    sys.exit(main())
