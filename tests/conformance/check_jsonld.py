#!/usr/bin/python3
"""Lets rdflib read our JSON-LD and compares the statements that it finds with our CSL-JSON.

    check_jsonld.py WRITE_SAMPLES

The context of schema.org, which is on the Web, stands for its vocabulary alone here. Every class and property must be one of
schema.org's, and the article must have the title, the authors' names, the day and the address of the record. Exits 0 where
all agree, 1 with a line for each difference, 77 where rdflib (python3-rdflib) is not here.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import rdflib
    from rdflib.namespace import RDF, SDO
except ImportError:
    sys.exit(77)

VOCABULARY = "https://schema.org/"


def statements(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    if record.pop("@context", None) != "https://schema.org":
        raise ValueError("the context is not https://schema.org")
    record["@context"] = {"@vocab": VOCABULARY}
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(record), format="json-ld")
    return graph


def unknown_terms(graph):
    terms = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    return sorted(str(t) for t in terms - {RDF.type}
                  if not str(t).startswith(VOCABULARY) or str(t)[len(VOCABULARY):] not in SDO)


def texts(graph, subject, term):
    return [str(value) for value in graph.objects(subject, rdflib.URIRef(VOCABULARY + term))]


def article_of(graph):
    """The one node that no other points at."""
    roots = set(graph.subjects()) - set(graph.objects())
    if len(roots) != 1:
        raise ValueError(f"{len(roots)} nodes are in no other")
    return roots.pop()


def full_name(name):
    parts = [name.get(k) for k in ("given", "dropping-particle", "non-dropping-particle", "family")]
    return " ".join(p for p in parts if p)


def differences(graph, wanted):
    article = article_of(graph)
    found = []

    def expect(what, got, right):
        if got != right:
            found.append(f"{what}: {got!r}, not {right!r}")

    expect("headline", texts(graph, article, "headline"), [wanted["title"]] if wanted.get("title") else [])
    people = [p for p in graph.objects(article, rdflib.URIRef(VOCABULARY + "author"))]
    expect("authors", len(people), len(wanted.get("author", [])))
    names = {name for person in people for name in texts(graph, person, "name")}
    for name in wanted.get("author", []):
        right = name.get("literal") or full_name(name)
        if not any(got.startswith(right) for got in names):
            found.append(f"author {right!r} is not among {sorted(names)[:5]!r}")
    parts = (wanted.get("issued") or {}).get("date-parts") or [[]]
    day = "-".join("%02d" % int(p) for p in parts[0])
    published = texts(graph, article, "datePublished")
    if day and not any(p.startswith(day) for p in published):
        found.append(f"datePublished: {published!r}, not {day!r}")
    expect("url", texts(graph, article, "url"), [wanted["URL"]] if wanted.get("URL") else [])
    return found


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for kind in ("csljson", "jsonld"):
            (root / kind).mkdir()
            subprocess.run([sys.argv[1], kind, str(root / kind)], check=True)
        files = sorted((root / "jsonld").iterdir())
        for file in files:
            graph = statements(file)
            wanted = json.loads((root / "csljson" / f"{file.stem}.csljson").read_text(encoding="utf-8"))[0]
            for message in [f"{t} is no term of schema.org" for t in unknown_terms(graph)] + differences(graph, wanted):
                print(f"{file.stem}: {message}")
                bad += 1
        print(f"{len(files)} records read")
    sys.exit(1 if bad or not files else 0)


if __name__ == "__main__":
    main()
