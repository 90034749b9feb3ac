"""What other programs read in our citation formats, as facts: raw values by CSL's names, names in their parts."""
import html.parser
import json
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as xml

from citation_cases import TYPES

MODS = "{http://www.loc.gov/mods/v3}"
NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
TEXTS = ("title", "container-title", "publisher", "publisher-place", "abstract", "URL", "volume", "issue", "page", "DOI", "ISSN", "language")


def run(command, data=""):
    done = subprocess.run(command, input=data.encode(), capture_output=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[:500]}")
    return done.stdout.decode().removeprefix("\ufeff")


def name_of_csl(name):
    return tuple(name.get(part, "") for part in NAME_PARTS)


def day_of_csl(item):
    """The days of a date: "2024-10-02", and with "/" between them for a range."""
    parts = (item.get("issued") or {}).get("date-parts") or []
    if not parts:
        return None  # what a program makes of a date without a year is not looked at
    return "/".join("-".join(f"{int(p):02d}" if i else f"{int(p):04d}" for i, p in enumerate(day)) for day in parts)


def facts_of_csl(item):
    facts = {field: str(item.get(field, "")) for field in TEXTS}
    facts.update(type=item.get("type", ""), author=[name_of_csl(n) for n in item.get("author", [])], issued=day_of_csl(item))
    return facts


def pandoc(kind):
    return lambda path: [facts_of_csl(item) for item in json.loads(run(["pandoc", "-f", kind, "-t", "csljson", str(path)]))]


# --- bibutils, whose programs all write MODS ---

# Words for kinds of works, and those of the hosts that articles stand in, as CSL's types; the first that is there counts.
GENRES = [("newspaper article", "article-newspaper"), ("magazine article", "article-magazine"), ("journal article", "article-journal"),
          ("book chapter", "chapter"), ("conference paper", "paper-conference"), ("blog post", "post-weblog"), ("web page", "webpage"),
          ("Ph.D. thesis", "thesis"), ("technical report", "report"), ("electronic", "webpage"), ("communication", "personal_communication"),
          ("letter", "personal_communication"), ("legal case and case notes", "legal_case"), ("film", "motion_picture"), ("art original", "graphic")]
GENRES += [(re.sub("[-_]", " ", kind), kind) for kind in TYPES]
HOSTS = [("newspaper", "article-newspaper"), ("magazine", "article-magazine"), ("academic journal", "article-journal"), ("periodical", "article-journal"),
         ("conference publication", "paper-conference"), ("collection", "chapter"), ("book", "chapter")]


def type_of_genres(words, table):
    return next((kind for word, kind in table if word in words), "")


def text_of(element, path):
    found = element.find("/".join(MODS + step for step in path.split("/")))
    return "" if found is None else found.text or ""


def title_of(element):
    info = element.find(MODS + "titleInfo")
    if info is None:
        return ""
    words = [text_of(info, "nonSort"), text_of(info, "title")]
    subtitle = text_of(info, "subTitle")
    return " ".join(w for w in words if w) + (f": {subtitle}" if subtitle else "")


def abbreviated_title_of(host):
    return next((text_of(t, "title") for t in host.findall(MODS + "titleInfo") if t.get("type") == "abbreviated"), "")


def name_of_mods(element):
    parts = {}
    for part in element.findall(MODS + "namePart"):
        parts.setdefault(part.get("type"), []).append(part.text or "")
    literal = " ".join(parts.get(None, []))
    return (" ".join(parts.get("family", [])), " ".join(parts.get("given", [])), "", "", " ".join(parts.get("suffix", [])), literal)


def facts_of_mods(mods):
    host = next((r for r in mods.findall(MODS + "relatedItem") if r.get("type") == "host"), None)
    outer = mods if host is None else host
    others = ("editor", "translator", "source")
    authors = [name_of_mods(n) for n in mods.findall(MODS + "name")
               if not any(t.text in others for t in n.iter(MODS + "roleTerm"))]
    own = [g.text for g in mods.findall(MODS + "genre")]
    genres = [] if host is None else [g.text for g in host.findall(MODS + "genre")]
    details = {d.get("type"): text_of(d, "number") for d in mods.iter(MODS + "detail")}
    extent = next(mods.iter(MODS + "extent"), None)
    pages = [] if extent is None else [e.text for e in extent if e.text]
    identifiers = {i.get("type"): i.text or "" for i in mods.iter(MODS + "identifier")}
    origins = [o for o in (mods.find(MODS + "originInfo"), outer.find(MODS + "originInfo")) if o is not None]
    def origin(path):
        return next((t for t in (text_of(o, path) for o in origins) if t), "")
    return {"type": type_of_genres(own, GENRES) or type_of_genres(genres, HOSTS), "title": title_of(mods), "author": authors,
            "issued": next((d.text or "" for d in mods.iter(MODS + "dateIssued")), ""), "container-title": "" if host is None else title_of(host) or abbreviated_title_of(host),
            "publisher": origin("publisher"), "publisher-place": origin("place/placeTerm"), "abstract": text_of(mods, "abstract"),
            "URL": next((u.text or "" for u in mods.iter(MODS + "url")), ""), "volume": details.get("volume", ""),
            "issue": details.get("issue", "") or details.get("number", ""), "page": "-".join(pages), "DOI": identifiers.get("doi", ""),
            "ISSN": identifiers.get("issn", ""), "language": next((t.text for t in mods.iter(MODS + "languageTerm")), "")}


def bibutils(program):
    """Facts by one of bibutils' programs: bib2xml, ris2xml, end2xml, or modsclean for MODS itself."""
    command = [program] if program == "modsclean" else [program, "-u", "-i", "utf8", "-o", "utf8"]
    def read(path):
        collection = xml.fromstring(run([*command, str(path)]).encode())
        return [facts_of_mods(mods) for mods in collection.findall(MODS + "mods")]
    return read


# --- MARC by yaz-marcdump, which gives the fields back as JSON ---

def facts_of_marc(record):
    fields = {}
    for field in record["fields"]:
        for tag, content in field.items():
            fields.setdefault(tag, []).append(content)
    def subfield(tag, code):
        for content in fields.get(tag, []):
            for part in content["subfields"]:
                if code in part:
                    return part[code]
        return ""
    return {"title": subfield("245", "a"), "container-title": subfield("773", "t"), "publisher": subfield("264", "b"),
            "publisher-place": subfield("264", "a"), "abstract": subfield("520", "a"), "URL": subfield("856", "u"),
            "issued": subfield("264", "c"), "DOI": subfield("024", "a"), "ISSN": subfield("773", "x"),
            "language": next((part["a"] for content in fields.get("041", []) if content["ind2"] == "7" for part in content["subfields"] if "a" in part), ""),
            "type": type_of_genres([subfield("655", "a")], GENRES), "author": [name_of_marc(n) for n in authors_of_marc(fields)]}


def authors_of_marc(fields):
    return [(tag, {code: text for part in content["subfields"] for code, text in part.items()})
            for tag in ("100", "110", "700", "710") for content in fields.get(tag, [])
            if any(part.get("4") == "aut" for part in content["subfields"])]


def name_of_marc(entry):
    tag, parts = entry
    if tag in ("110", "710"):
        return ("", "", "", "", "", parts["a"])
    family, _, given = parts["a"].partition(", ")
    return (family, given, "", "", parts.get("c", ""), "")


def marc(path):
    # One JSON object behind the other.
    text, decoder, records, at = run(["yaz-marcdump", "-i", "marcxml", "-o", "json", str(path)]), json.JSONDecoder(strict=False), [], 0
    while match := re.compile(r"\S").search(text, at):
        record, at = decoder.raw_decode(text, match.start())
        records.append(facts_of_marc(record))
    return records


# --- forms of the web, by Python's own readers ---

def name_of_schema_org(name):
    if name["@type"] == "Organization":
        return ("", "", "", "", "", name["name"])
    return (name.get("familyName", ""), name.get("givenName", ""), "", "", name.get("honorificSuffix", ""), "")


def facts_of_json_ld(work):
    host = work
    while "isPartOf" in host:
        host = host["isPartOf"]
    found = {"title": work.get("headline", ""), "author": [name_of_schema_org(n) for n in work.get("author", [])], "issued": work.get("datePublished", ""),
             "URL": work.get("url", ""), "abstract": work.get("description", work.get("abstract", "")), "publisher": work.get("publisher", {}).get("name", ""),
             "container-title": "" if host is work else host.get("name", "")}
    return found


def json_ld(path):
    text = path.read_text(encoding="utf-8")
    if "<" in text:
        raise RuntimeError("JSON-LD has a sign that may end a script element")
    return [facts_of_json_ld(work) for work in json.loads(text)]


class Spans(html.parser.HTMLParser):
    """The titles of COinS's spans; anything else is an error."""

    def __init__(self):
        super().__init__()
        self.titles = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag != "span" or attributes.get("class") != "Z3988":
            raise RuntimeError(f"COinS has <{tag}>")
        self.titles.append(attributes["title"])

    def handle_data(self, data):
        if data.strip():
            raise RuntimeError(f"COinS has text: {data[:50]}")


def name_of_coins(key, name):
    family, comma, given = name.partition(", ")
    person = key == "rft.au" or (key == "rft.creator" and comma)
    return (family, given, "", "", "", "") if person else ("", "", "", "", "", name)


def facts_of_coins(title):
    values = {}
    for key, value in urllib.parse.parse_qsl(title, strict_parsing=True, errors="strict"):
        values.setdefault(key, []).append(value)
    def first(*keys):
        return next((values[key][0] for key in keys if key in values), "")
    names = [name_of_coins(key, name) for key in ("rft.au", "rft.creator", "rft.aucorp") for name in values.get(key, [])]
    addresses = [a for a in values.get("rft_id", []) if not a.startswith("info:")]
    container = first("rft.jtitle", "rft.source") or (first("rft.btitle") if "rft.atitle" in values else "")
    return {"title": first("rft.atitle", "rft.title") or first("rft.btitle"), "container-title": container, "author": names,
            "issued": first("rft.date"), "URL": (addresses or [""])[0], "volume": first("rft.volume"), "issue": first("rft.issue")}


def coins(path):
    spans = Spans()
    spans.feed(path.read_text(encoding="utf-8"))
    spans.close()
    return [facts_of_coins(title) for title in spans.titles]
